use differentiate::differentiate;

mod helper {
    macro_rules! double {
        ($x:expr, $y:expr) => {
            [$x * $x, $y]
        };
    }
    pub(crate) use double as vec;
}

#[differentiate]
fn f(x: f64) -> f64 {
    helper::vec![x, 2.0][0]
}

fn main() {}
