use differentiate::differentiate;

#[differentiate]
fn determinant(m: &[Vec<f64>]) -> f64 {
    if m.len() == 1 {
        return m[0][0];
    }
    let minor: Vec<Vec<f64>> = m[1..]
        .iter()
        .map(|row| [&row[..0], &row[1..]].concat())
        .collect();
    m[0][0] * determinant(&minor)
}

fn main() {
    determinant::grad(&[vec![1.0, 2.0], vec![3.0, 4.0]]);
}
