use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    let line = |a: f64| move |t: f64| a * t;
    line(x)(2.0)
}

fn main() {}
