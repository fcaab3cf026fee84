use differentiate::Differentiable;

#[derive(Differentiable)]
struct String {
    tension: f64,
}

#[derive(Differentiable)]
struct Guitar {
    strings: [String; 6],
    n: usize,
}

fn main() {}
