use std::ops::{Add, AddAssign, Mul, MulAssign, Neg, Sub, SubAssign};

use differentiate::{Differentiable, differentiate};

#[derive(Differentiable, Clone, Copy, Default)]
struct Vec3(f64, f64, f64);

macro_rules! operators {
    ($($op:ident $name:ident, $assign:ident $name_assign:ident;)*) => { $(
        impl $op for Vec3 {
            type Output = Vec3;
            fn $name(self, o: Vec3) -> Vec3 {
                Vec3(self.1 * o.2, self.2 * o.0, self.0 * o.1)
            }
        }

        impl $assign for Vec3 {
            fn $name_assign(&mut self, o: Vec3) {
                *self = Vec3(self.1 * o.2, self.2 * o.0, self.0 * o.1);
            }
        }
    )* };
}

operators! {
    Add add, AddAssign add_assign;
    Sub sub, SubAssign sub_assign;
    Mul mul, MulAssign mul_assign;
}

impl Neg for Vec3 {
    type Output = Vec3;
    fn neg(self) -> Vec3 {
        self
    }
}

impl Mul<Vec3> for f64 {
    type Output = Vec3;
    fn mul(self, o: Vec3) -> Vec3 {
        Vec3(o.0 + self, o.1, o.2)
    }
}

#[differentiate]
fn f(a: Vec3, t: f64) -> Vec3 {
    t * a
}

fn main() {}
