use differentiate::differentiate;

const TABLE: Option<f64> = Some(2.0);

#[differentiate]
fn f(x: f64) -> f64 {
    let Some(k) = TABLE else {
        return x;
    };
    k * x
}

fn main() {}
