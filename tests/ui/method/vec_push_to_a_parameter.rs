use differentiate::differentiate;

#[differentiate]
fn f(xs: &mut Vec<f64>, y: f64) {
    xs.push(y * y);
}

fn main() {}
