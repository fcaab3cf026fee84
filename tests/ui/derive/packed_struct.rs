use differentiate::Differentiable;

#[derive(Differentiable)]
#[repr(C, packed(2))]
struct Sample {
    x: f64,
}

fn main() {}
