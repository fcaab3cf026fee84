use differentiate::differentiate;

#[differentiate]
union Bits {
    float: f64,
    word: u64,
}

fn main() {}
