use differentiate::differentiate;

#[differentiate]
fn variation(image: &[f64], width: usize) -> f64 {
    let rows: Vec<&[f64]> = image.chunks(width).collect();
    rows.iter()
        .flat_map(|row| row.windows(2))
        .map(|w| (w[1] - w[0]).powi(2))
        .sum()
}

fn main() {
    variation::grad(&[1.0, 2.0, 3.0, 4.0], 2);
}
