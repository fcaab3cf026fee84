use differentiate::differentiate;

#[differentiate]
#[allow(unused)]
macro_rules! square {
    ($x:expr) => {
        $x * $x
    };
}

fn main() {}
