//! The floats, for functions that are generic over their width.

use core::fmt::{Debug, Display, LowerExp};
use core::iter::{Product, Sum};
use core::ops::{
    Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Rem, RemAssign, Sub, SubAssign,
};
use core::str::FromStr;

use crate::{Differentiable, Point, Tangent};

macro_rules! real {
    (
        operators { $($op:ident)* }
        assigning { $($assign:ident)* }
        sums { $($sum:ident)* }
        constants { $( $(#[$cdoc:meta])* $constant:ident = $($path:ident)::+; )* }
        tests { $( $(#[$tdoc:meta])* $test:ident; )* }
        core { $( $(#[$kdoc:meta])* $plain:ident ( $($k:ident: $k_ty:ty),* ) -> $k_out:ty; )* }
        std { $( $(#[$sdoc:meta])* $full:ident ( $($s:ident: $s_ty:ty),* ) -> $s_out:ty; )* }
    ) => {
        /// A float: `f32` or `f64`.
        ///
        /// For functions that are generic over the width. Methods have the names and meanings that
        /// they have on the floats themselves, so that the body reads as one for `f64` does; a number
        /// comes in through [`from_f64`](Self::from_f64).
        ///
        /// ```
        /// use autodiff_runtime::Real;
        ///
        /// fn norm<T: Real>(x: &[T]) -> T {
        ///     let square: T = x.iter().map(|x| *x * *x).sum();
        ///     square.sqrt()
        /// }
        ///
        /// assert_eq!(norm(&[3.0_f32, 4.0]), 5.0);
        /// assert_eq!(norm(&[3.0_f64, 4.0]), 5.0);
        /// ```
        ///
        /// The functions that the core library does not have (`sin`, `exp`, `sqrt`, `floor`, …) need the
        /// feature `std`.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` is used as a number, but it is no float",
            label = "operators and methods of numbers are differentiated for floats only",
            note = "bound a type parameter by `differentiate::Real`; write the operators of a type of your own as functions with `#[differentiate]`; annotate an integer's type by its own name"
        )]
        pub trait Real:
            Copy + PartialEq + PartialOrd + Default + Send + Sync + 'static
            + Debug + Display + LowerExp + FromStr
            + From<f32> + From<u8> + From<i8> + From<u16> + From<i16> + Into<f64>
            + Neg<Output = Self>
            $( + $op<Output = Self> + for<'a> $op<&'a Self, Output = Self> )*
            $( + $assign + for<'a> $assign<&'a Self> )*
            $( + $sum + for<'a> $sum<&'a Self> )*
            + Differentiable<Tangent = Self> + Tangent + Point
        {
            $( $(#[$cdoc])* const $constant: Self; )*

            /// The nearest number of this width.
            #[must_use]
            fn from_f64(x: f64) -> Self;

            /// The same number as `f64`.
            #[must_use]
            fn to_f64(self) -> f64;

            /// `n as Self`.
            #[must_use]
            fn from_usize(n: usize) -> Self;

            /// `n as Self`.
            #[must_use]
            fn from_i32(n: i32) -> Self;

            $( $(#[$tdoc])* #[must_use] fn $test(self) -> bool; )*

            $( $(#[$kdoc])* #[must_use] fn $plain(self, $($k: $k_ty),*) -> $k_out; )*

            $( $(#[$sdoc])* #[cfg(feature = "std")] #[must_use]
               fn $full(self, $($s: $s_ty),*) -> $s_out; )*
        }

        real! { @impl f32; $($constant = $($path)::+;)*; $($test)*;
            $($plain ($($k: $k_ty),*) -> $k_out;)* $(#[cfg(feature = "std")] $full ($($s: $s_ty),*) -> $s_out;)* }
        real! { @impl f64; $($constant = $($path)::+;)*; $($test)*;
            $($plain ($($k: $k_ty),*) -> $k_out;)* $(#[cfg(feature = "std")] $full ($($s: $s_ty),*) -> $s_out;)* }
    };
    (@impl $float:ident; $( $constant:ident = $first:ident $(::$next:ident)*; )*; $($test:ident)*;
        $( $(#[$cfg:meta])* $name:ident ( $($p:ident: $p_ty:ty),* ) -> $out:ty; )*
    ) => {
        impl Real for $float {
            $( const $constant: Self = real!(@constant $float $first $($next)*); )*

            #[inline]
            fn from_f64(x: f64) -> Self {
                x as $float
            }

            #[inline]
            fn to_f64(self) -> f64 {
                f64::from(self)
            }

            #[inline]
            fn from_usize(n: usize) -> Self {
                n as $float
            }

            #[inline]
            fn from_i32(n: i32) -> Self {
                n as $float
            }

            $(
                #[inline]
                fn $test(self) -> bool {
                    <$float>::$test(self)
                }
            )*

            $(
                $(#[$cfg])*
                #[inline]
                fn $name(self, $($p: $p_ty),*) -> $out {
                    <$float>::$name(self, $($p),*)
                }
            )*
        }
    };
    (@constant $float:ident zero) => { 0.0 };
    (@constant $float:ident one) => { 1.0 };
    (@constant $float:ident consts $name:ident) => { core::$float::consts::$name };
    (@constant $float:ident own $name:ident) => { <$float>::$name };
}

real! {
    operators { Add Sub Mul Div Rem }
    assigning { AddAssign SubAssign MulAssign DivAssign RemAssign }
    sums { Sum Product }
    constants {
        /// 0.
        ZERO = zero;
        /// 1.
        ONE = one;
        /// π, half the circumference of the unit circle.
        PI = consts::PI;
        /// 2π.
        TAU = consts::TAU;
        /// π/2.
        FRAC_PI_2 = consts::FRAC_PI_2;
        /// π/3.
        FRAC_PI_3 = consts::FRAC_PI_3;
        /// π/4.
        FRAC_PI_4 = consts::FRAC_PI_4;
        /// π/6.
        FRAC_PI_6 = consts::FRAC_PI_6;
        /// π/8.
        FRAC_PI_8 = consts::FRAC_PI_8;
        /// 1/π.
        FRAC_1_PI = consts::FRAC_1_PI;
        /// 2/π.
        FRAC_2_PI = consts::FRAC_2_PI;
        /// 2/√π.
        FRAC_2_SQRT_PI = consts::FRAC_2_SQRT_PI;
        /// √2.
        SQRT_2 = consts::SQRT_2;
        /// 1/√2.
        FRAC_1_SQRT_2 = consts::FRAC_1_SQRT_2;
        /// Euler's number.
        E = consts::E;
        /// Natural logarithm of 2.
        LN_2 = consts::LN_2;
        /// Natural logarithm of 10.
        LN_10 = consts::LN_10;
        /// Logarithm of `e` to the base 2.
        LOG2_E = consts::LOG2_E;
        /// Logarithm of 10 to the base 2.
        LOG2_10 = consts::LOG2_10;
        /// Logarithm of `e` to the base 10.
        LOG10_E = consts::LOG10_E;
        /// Logarithm of 2 to the base 10.
        LOG10_2 = consts::LOG10_2;
        /// Distance from 1 to the next larger number.
        EPSILON = own::EPSILON;
        /// Largest finite number.
        MAX = own::MAX;
        /// Smallest finite number.
        MIN = own::MIN;
        /// Smallest positive normal number.
        MIN_POSITIVE = own::MIN_POSITIVE;
        /// ∞.
        INFINITY = own::INFINITY;
        /// −∞.
        NEG_INFINITY = own::NEG_INFINITY;
        /// Not a number.
        NAN = own::NAN;
    }
    tests {
        /// Whether this is not a number.
        is_nan;
        /// Whether this is ∞ or −∞.
        is_infinite;
        /// Whether this is neither infinite nor NaN.
        is_finite;
        /// Whether this is neither zero, infinite, subnormal nor NaN.
        is_normal;
        /// Whether the sign is `+`, of `+0.0` and NaNs too.
        is_sign_positive;
        /// Whether the sign is `-`, of `-0.0` and NaNs too.
        is_sign_negative;
    }
    core {
        /// Larger of two.
        max(other: Self) -> Self;
        /// Smaller of two.
        min(other: Self) -> Self;
        /// `self`, held between two bounds.
        clamp(lo: Self, hi: Self) -> Self;
        /// Reciprocal.
        recip() -> Self;
        /// Degrees from radians.
        to_degrees() -> Self;
        /// Radians from degrees.
        to_radians() -> Self;
    }
    std {
        /// Absolute value.
        abs() -> Self;
        /// Sign: 1, −1, or NaN.
        signum() -> Self;
        /// Magnitude of `self`, sign of `sign`.
        copysign(sign: Self) -> Self;
        /// `self * a + b`, rounded once.
        mul_add(a: Self, b: Self) -> Self;
        /// Remainder that is never negative.
        rem_euclid(other: Self) -> Self;
        /// Integer quotient of `rem_euclid`.
        div_euclid(other: Self) -> Self;
        /// Largest integer not above.
        floor() -> Self;
        /// Smallest integer not below.
        ceil() -> Self;
        /// Nearest integer, ties away from zero.
        round() -> Self;
        /// Nearest integer, ties to even.
        round_ties_even() -> Self;
        /// Integer part.
        trunc() -> Self;
        /// Fractional part.
        fract() -> Self;
        /// Power with an integer exponent.
        powi(n: i32) -> Self;
        /// Power.
        powf(e: Self) -> Self;
        /// Square root.
        sqrt() -> Self;
        /// Cube root.
        cbrt() -> Self;
        /// Length of the vector `(self, other)`.
        hypot(other: Self) -> Self;
        /// `eˣ`.
        exp() -> Self;
        /// `2ˣ`.
        exp2() -> Self;
        /// `eˣ − 1`.
        exp_m1() -> Self;
        /// Natural logarithm.
        ln() -> Self;
        /// `ln(1 + x)`.
        ln_1p() -> Self;
        /// Logarithm to the base `base`.
        log(base: Self) -> Self;
        /// Logarithm to the base 2.
        log2() -> Self;
        /// Logarithm to the base 10.
        log10() -> Self;
        /// Sine.
        sin() -> Self;
        /// Cosine.
        cos() -> Self;
        /// Sine and cosine.
        sin_cos() -> (Self, Self);
        /// Tangent.
        tan() -> Self;
        /// Arc sine.
        asin() -> Self;
        /// Arc cosine.
        acos() -> Self;
        /// Arc tangent.
        atan() -> Self;
        /// Angle of the point `(x, self)`.
        atan2(x: Self) -> Self;
        /// Hyperbolic sine.
        sinh() -> Self;
        /// Hyperbolic cosine.
        cosh() -> Self;
        /// Hyperbolic tangent.
        tanh() -> Self;
        /// Inverse hyperbolic sine.
        asinh() -> Self;
        /// Inverse hyperbolic cosine.
        acosh() -> Self;
        /// Inverse hyperbolic tangent.
        atanh() -> Self;
    }
}
