use differentiate::differentiate;

// The two closures have a `product` each.
#[differentiate]
fn f(x: f64) -> f64 {
    let mut product = x;
    let mut first = move |t: f64| {
        product *= t;
        product
    };
    let mut second = first;
    first(2.0) + second(3.0)
}

fn main() {}
