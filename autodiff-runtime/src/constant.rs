//! Fields without a derivative: what generated code finds in place of their tangents.
//!
//! # Note: why it is there
//!
//! A macro does not see which fields of a struct are constants. It writes `p_adj.rate += …` for each
//! number that it reads from `p`, and rustc finds the field, in the tangent or, through `Deref`, among
//! the constants, where it has this type, and all that is added to it is lost.

use core::ops::{AddAssign, Index, IndexMut, SubAssign};

/// The tangent of a constant field: nothing, to which anything can be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoTangent;

/// One of them that is changed, and never looked at.
#[cfg(feature = "alloc")]
#[inline(always)]
#[must_use]
pub fn sink<T>(nothing: T) -> &'static mut T {
    const { assert!(size_of::<T>() == 0, "constants have no tangents") }
    alloc::boxed::Box::leak(alloc::boxed::Box::new(nothing))
}

impl<T> AddAssign<T> for NoTangent {
    #[inline(always)]
    fn add_assign(&mut self, _: T) {}
}

impl<T> SubAssign<T> for NoTangent {
    #[inline(always)]
    fn sub_assign(&mut self, _: T) {}
}

impl<I> Index<I> for NoTangent {
    type Output = NoTangent;

    #[inline(always)]
    fn index(&self, _: I) -> &NoTangent {
        self
    }
}

impl<I> IndexMut<I> for NoTangent {
    #[inline(always)]
    fn index_mut(&mut self, _: I) -> &mut NoTangent {
        self
    }
}

/// What can be added to the tangent of a field, whether it is a constant or not.
pub trait AddAny<U: ?Sized> {
    /// `self += other`.
    fn add_any(&mut self, other: &U);
}

impl<T: crate::Tangent + ?Sized> AddAny<T> for T {
    #[inline]
    fn add_any(&mut self, other: &T) {
        self.add_assign(other);
    }
}

impl<U: ?Sized> AddAny<U> for NoTangent {
    #[inline(always)]
    fn add_any(&mut self, _: &U) {}
}

/// `to += from`, where a macro does not see whether `to` is a constant's.
#[inline]
pub fn add_any<T: AddAny<U> + ?Sized, U: ?Sized>(to: &mut T, from: &U) {
    to.add_any(from);
}

/// The tangent of a number in a field, whether it is a constant or not.
pub trait TangentOf<T> {
    /// The tangent; zero of a constant.
    fn tangent_of(self, primal: T) -> T;
}

impl<T: crate::Real> TangentOf<T> for T {
    #[inline(always)]
    fn tangent_of(self, _: T) -> T {
        self
    }
}

impl<T: crate::Real> TangentOf<T> for NoTangent {
    #[inline(always)]
    fn tangent_of(self, _: T) -> T {
        T::from_f64(0.0)
    }
}

/// The tangent of the number `primal`, as it stands in a tangent.
#[inline(always)]
#[must_use]
pub fn tangent_of<T, U: TangentOf<T>>(tangent: U, primal: T) -> T {
    tangent.tangent_of(primal)
}
