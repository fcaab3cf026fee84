use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    mod inner {
        pub fn square(x: f64) -> f64 {
            x * x
        }
    }
    inner::square(x)
}

fn main() {}
