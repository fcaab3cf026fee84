use differentiate::differentiate;

struct Sum;

impl std::ops::AddAssign<f64> for Sum {
    fn add_assign(&mut self, _x: f64) {}
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut s = Sum;
    s += x;
    x * x
}

fn main() {}
