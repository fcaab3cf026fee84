use differentiate::Differentiable;

type Index = usize;

#[derive(Differentiable)]
struct Sample {
    x: f64,
    at: Index,
}

fn main() {}
