use differentiate::differentiate;

#[differentiate]
fn f(x: f64) -> f64 {
    if x.total_cmp(&1.0) == std::cmp::Ordering::Less {
        x
    } else {
        x * x
    }
}

fn main() {}
