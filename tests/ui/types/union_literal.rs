use differentiate::differentiate;

union Bits {
    float: f64,
    _word: u64,
}

#[differentiate]
fn f(x: f64) -> f64 {
    let _bits = Bits { float: x };
    x * x
}

fn main() {}
