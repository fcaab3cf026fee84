//! What generated code calls. Not for direct use: it changes without notice.

use crate::{Differentiable, Real, Tangent};

#[cfg(feature = "alloc")]
pub use alloc::{boxed::Box, vec, vec::Vec};

/// Items that need a heap.
#[cfg(feature = "alloc")]
#[macro_export]
#[doc(hidden)]
macro_rules! __with_alloc {
    ($($item:tt)*) => { $($item)* };
}

/// Items that need a heap, where there is none.
#[cfg(not(feature = "alloc"))]
#[macro_export]
#[doc(hidden)]
macro_rules! __with_alloc {
    ($($item:tt)*) => {};
}

pub use crate::__with_alloc as with_alloc;
#[cfg(feature = "alloc")]
pub use crate::constant::sink;
pub use crate::constant::{NoTangent, add_any, tangent_of};
pub use crate::present::{is_present, present, present_mut};

pub use crate::derived::*;
pub use crate::standard::*;

/// Any type: names what an `impl Trait` holds, so that it may.
pub trait Captures<T: ?Sized> {}

impl<T: ?Sized, U: ?Sized> Captures<T> for U {}

/// The type of a function that has a rule for forward mode.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no rule for forward mode",
    label = "this asks for forward mode",
    note = "add `pushforward = …` to its `#[differentiate(pullback = …)]`"
)]
pub trait ForwardMode {}

/// What is not there.
pub trait Missing {
    /// What to say of it.
    const MESSAGE: &'static str;
}

/// An error of the build, as soon as a call of this is compiled.
#[inline]
pub fn missing<M: Missing>() -> ! {
    const { panic!("{}", M::MESSAGE) }
}

/// The result of a call that carries no derivative: rustc confirms that its type has none.
#[inline]
pub fn constant<T: Differentiable<Tangent = ()>>(value: T) -> T {
    value
}

/// `adjoint * partial`, and zero where the adjoint is zero, whatever the partial.
#[inline(always)]
#[must_use]
pub fn times<T: Real>(adjoint: T, partial: T) -> T {
    let product = adjoint * partial;
    if adjoint == T::ZERO { T::ZERO } else { product }
}

/// `partial * tangent`, and zero where either is zero, whatever the other.
#[inline(always)]
#[must_use]
pub fn product<T: Real>(partial: T, tangent: T) -> T {
    let product = partial * tangent;
    if partial == T::ZERO || tangent == T::ZERO {
        T::ZERO
    } else {
        product
    }
}

/// Confirms that the type of a value has no derivative.
#[inline]
pub fn is_constant<T: Differentiable<Tangent: Nothing> + ?Sized>(_: &T) {}

/// The tangent of a constant.
#[diagnostic::on_unimplemented(
    message = "a value was taken for a constant, but its derivative is of type `{Self}`",
    label = "something in this function varies and was taken for a constant",
    note = "what is used like an integer or a condition is taken for a constant, and so is what an `Err` holds: annotate the type where the value is bound, or return an `Option` or an enum with `#[derive(Differentiable)]` in place of the `Result`"
)]
pub trait Nothing {}

impl Nothing for () {}

/// Confirms that a constant is a float.
#[inline]
pub fn float<T: Number>(_: T) {}

/// Confirms that a type has no derivative.
#[inline]
pub fn constants<T: Differentiable<Tangent = ()> + ?Sized>() {}

/// A float, in the words of who took a type for one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is used as a number, but it is no float",
    label = "operators and methods of numbers are differentiated for floats only",
    note = "bound a type parameter by `differentiate::Real`; write the operators of a type of your own as functions with `#[differentiate]`; annotate an integer's type by its own name"
)]
pub trait Number {
    /// 0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;

    /// The nearest number of this width.
    #[must_use]
    fn from_f64(x: f64) -> Self;

    /// The nearest number of this width.
    #[must_use]
    fn from_i32(x: i32) -> Self;

    /// The same number as `f64`.
    #[must_use]
    fn to_f64(self) -> f64;
}

impl<T: Real> Number for T {
    const ZERO: Self = T::ZERO;
    const ONE: Self = T::ONE;

    #[inline]
    fn from_f64(x: f64) -> Self {
        T::from_f64(x)
    }

    #[inline]
    fn from_i32(x: i32) -> Self {
        T::from_i32(x)
    }

    #[inline]
    fn to_f64(self) -> f64 {
        Real::to_f64(self)
    }
}

/// A zero tangent of the shape of `value`.
#[inline]
pub fn zero_like<T: Differentiable + ?Sized>(value: &T) -> T::Tangent {
    value.zero_tangent()
}

/// `to += from`.
#[inline]
pub fn add_assign<T: Tangent + ?Sized>(to: &mut T, from: &T) {
    to.add_assign(from);
}

/// `place = 0`.
#[inline]
pub fn clear<T: Tangent + ?Sized>(place: &mut T) {
    place.set_zero();
}

/// Makes `place` a vector of `len` zeros.
#[cfg(feature = "alloc")]
#[inline]
pub fn resize<T: Real>(place: &mut Vec<T>, len: usize) {
    place.clear();
    place.resize(len, T::ZERO);
}

/// The last element of a vector.
///
/// # Panics
/// If there is none.
#[cfg(feature = "alloc")]
#[inline]
#[track_caller]
pub fn pop<T>(from: &mut Vec<T>) -> T {
    let Some(last) = from.pop() else {
        panic!("there is nothing in the vector that is popped")
    };
    last
}

#[cfg(feature = "alloc")]
pub use crate::order::{disorder, order, sorted, sorted_by_key, sorted_like, sorted_like_by_key};

/// The tangent in `place`, which becomes zero.
#[inline]
pub fn take<T: Tangent + Clone>(place: &mut T) -> T {
    let value = place.clone();
    place.set_zero();
    value
}

/// An owned copy of a tangent slice.
#[cfg(feature = "alloc")]
#[inline]
pub fn take_slice<T: Tangent + Clone>(place: &mut [T]) -> Vec<T> {
    let value = place.to_vec();
    place.set_zero();
    value
}

/// Refuses a buffer whose length is not that of its parameter, before anything is written.
///
/// # Panics
/// If the two lengths differ.
#[inline]
#[track_caller]
pub fn check_len(what: &str, parameter: &str, found: usize, wanted: usize) {
    if found != wanted {
        wrong_len(what, parameter, found, wanted);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn wrong_len(what: &str, parameter: &str, found: usize, wanted: usize) -> ! {
    panic!(
        "the {what} for `{parameter}` has {found} elements, but `{parameter}` itself has {wanted}"
    )
}
