use differentiate::differentiate;

enum Value {
    Number(f64),
}

#[differentiate]
fn f(x: f64) -> f64 {
    let _value = Value::Number(x);
    x * x
}

fn main() {}
