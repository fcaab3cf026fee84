use differentiate::differentiate;

const TABLE: Option<f64> = Some(2.0);

#[differentiate]
fn f(x: f64) -> f64 {
    let g = || Some(TABLE? * 2.0);
    g();
    x * x
}

fn main() {}
