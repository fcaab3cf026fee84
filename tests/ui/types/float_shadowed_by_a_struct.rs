use differentiate::differentiate;

#[allow(non_camel_case_types)]
#[derive(Clone, Copy)]
struct f32(f64);

impl std::ops::Mul for f32 {
    type Output = f32;

    fn mul(self, other: f32) -> f32 {
        f32(self.0 + other.0)
    }
}

#[differentiate]
fn f(x: f32) -> f32 {
    x * x
}

fn main() {}
