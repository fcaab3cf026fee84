use differentiate::differentiate;

#[differentiate]
fn mismatches(a: &str, b: &str, cost: f64) -> f64 {
    let mut sum = 0.0;
    for (x, y) in a.chars().zip(b.chars()) {
        if x != y {
            sum += cost * cost;
        }
    }
    sum
}

fn main() {
    mismatches::grad("kitten", "sitting", 1.0);
}
