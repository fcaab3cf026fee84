use differentiate::differentiate;

#[differentiate]
fn f(x: f64, c: bool) -> f64 {
    let g = if c { |t: f64| t * t } else { |t: f64| -t };
    g(x)
}

fn main() {}
