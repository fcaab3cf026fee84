//! A constant where a value was.

use crate::Differentiable;

/// `value`, with a derivative of zero: what flows back into it stops here.
///
/// Outside differentiated code this is the identity.
#[inline]
pub fn stop_gradient<T>(value: T) -> T {
    value
}

/// The protocol of [`stop_gradient`]: a pullback that adds nothing.
#[doc(hidden)]
#[allow(non_camel_case_types)]
pub enum stop_gradient {}

impl stop_gradient {
    /// The value, and a pullback that adds nothing.
    #[inline]
    pub fn forward<T: Differentiable>(
        value: T,
    ) -> (T, impl Fn(T, T::Tangent, &mut T::Tangent) + use<T>) {
        (value, |_, _, _: &mut T::Tangent| {})
    }

    /// The value; nothing is added.
    #[inline]
    pub fn joint<T: Differentiable>(value: T, _: T::Tangent, _: &mut T::Tangent) -> T {
        value
    }

    /// The value, and the tangent zero.
    #[inline]
    pub fn pushforward<T: Differentiable>(value: T, _: T::Tangent) -> (T, T::Tangent) {
        let zero = value.zero_tangent();
        (value, zero)
    }
}
