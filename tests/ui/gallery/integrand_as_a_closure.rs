use differentiate::differentiate;

#[differentiate]
fn midpoint(f: impl Fn(f64) -> f64, upper: f64, n: usize) -> f64 {
    let h = upper / n as f64;
    (0..n).map(|i| f((i as f64 + 0.5) * h) * h).sum()
}

#[differentiate]
fn spiral_length(growth: f64, turns: f64) -> f64 {
    midpoint(
        |t| (1.0 + growth * growth).sqrt() * (growth * t).exp(),
        turns,
        12,
    )
}

fn main() {
    spiral_length::grad(0.2, 3.0);
}
