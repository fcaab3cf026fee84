use differentiate::Differentiable;

#[derive(Differentiable)]
#[constant]
struct Sample {
    #[tangent]
    x: f64,
    #[differentiable(crate = differentiate)]
    y: f64,
}

#[derive(Differentiable)]
enum Shape {
    #[constant]
    Circle(f64),
}

fn main() {}
