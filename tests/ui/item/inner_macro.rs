use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    #[allow(unused_macros)]
    macro_rules! square {
        ($x:expr) => {
            $x * $x
        };
    }
    x * x
}

fn main() {}
