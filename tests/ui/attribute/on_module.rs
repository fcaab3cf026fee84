use differentiate::differentiate;

#[differentiate]
mod model {
    pub fn f(x: f64) -> f64 {
        x * x
    }
}

fn main() {}
