use differentiate::differentiate;

mod helper {
    pub fn square(x: f64) -> f64 {
        x * x
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    helper::square(x) + 1.0
}

fn main() {}
