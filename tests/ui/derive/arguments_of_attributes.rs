use differentiate::Differentiable;

#[derive(Differentiable)]
#[tangent(Other)]
#[differentiable(name = Other)]
struct Sample {
    #[constant = true]
    x: f64,
    y: f64,
}

fn main() {}
