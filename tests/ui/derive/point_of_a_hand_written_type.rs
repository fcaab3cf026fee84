use differentiate::Differentiable;

struct Angle(f64);

impl Differentiable for Angle {
    type Tangent = f64;

    fn zero_tangent(&self) -> f64 {
        0.0
    }
}

#[derive(Differentiable)]
struct Arm {
    joints: [Angle; 2],
    n: usize,
}

fn main() {}
