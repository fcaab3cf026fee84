use std::ops::{Mul, Sub};

use differentiate::{Differentiable, differentiate};

#[derive(Clone, Copy, Differentiable)]
struct Vec2 {
    x: f64,
    y: f64,
}

impl Sub for Vec2 {
    type Output = Vec2;

    fn sub(self, other: Vec2) -> Vec2 {
        Vec2 {
            x: self.x - other.x,
            y: self.y - other.y,
        }
    }
}

impl Mul<f64> for Vec2 {
    type Output = Vec2;

    fn mul(self, s: f64) -> Vec2 {
        Vec2 {
            x: self.x * s,
            y: self.y * s,
        }
    }
}

#[differentiate]
fn reflected(ray: Vec2, normal: Vec2) -> f64 {
    let dot = ray.x * normal.x + ray.y * normal.y;
    let out = ray - normal * (2.0 * dot);
    out.x.hypot(out.y)
}

fn main() {
    let ray = Vec2 { x: 1.0, y: -1.0 };
    reflected::grad(ray, Vec2 { x: 0.0, y: 1.0 });
}
