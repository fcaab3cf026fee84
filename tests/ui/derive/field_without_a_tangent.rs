use differentiate::Differentiable;

struct Unknown;

#[derive(Differentiable)]
struct Sample {
    x: f64,
    unknown: Unknown,
}

fn main() {}
