use differentiate::Differentiable;

#[derive(Differentiable)]
struct Spring {
    length: f64,
    steps: usize,
}

#[derive(Differentiable)]
struct Mattress {
    springs: Vec<Spring>,
    width: f64,
}

fn main() {}
