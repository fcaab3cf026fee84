use differentiate::Differentiable;

#[derive(Differentiable)]
fn f(x: f64) -> f64 {
    x
}

fn main() {}
