//! What the objectives need of a number, and the numbers of the crates.

use std::ops::{Add, Mul, Sub};

pub trait Number: Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> {
    fn plus(self, constant: f64) -> Self;
    fn times(self, constant: f64) -> Self;
    fn tanh(self) -> Self;
}

macro_rules! numbers {
    ($($({$($generics:tt)*})? $ty:ty, $constant:expr, $tanh:expr;)+) => {$(
        impl $(<$($generics)*>)? Number for $ty {
            fn plus(self, constant: f64) -> Self {
                self + $constant(constant)
            }

            fn times(self, constant: f64) -> Self {
                self * $constant(constant)
            }

            fn tanh(self) -> Self {
                $tanh(self)
            }
        }
    )+};
}

fn same(constant: f64) -> f64 {
    constant
}

numbers! {
    autodiff::FT<f64>, same, num_traits::Float::tanh;
    ad_trait::reverse_ad::adr::adr, ad_trait::F64, simba::scalar::ComplexField::tanh;
    echidna::BReverse<f64>, same, num_traits::Float::tanh;
    echidna::Reverse<f64>, same, num_traits::Float::tanh;
    num_dual::Dual64, same, |x| num_dual::DualNum::tanh(&x);
    {const N: usize} num_dual::DualSVec64<N>, same, |x| num_dual::DualNum::tanh(&x);
    {'a} reverse::Var<'a>, same, |x: reverse::Var<'a>| reverse::Var::tanh(&x);
}
