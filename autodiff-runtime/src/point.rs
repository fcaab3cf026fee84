//! Values that move along their tangents.

use core::cmp::Ordering;
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use core::time::Duration;

use crate::{Differentiable, Tangent};

/// A value that can be moved along a tangent: what a step of an optimiser does to parameters, and
/// what differences do to the point they are taken at.
///
/// Where a type is its own tangent, this is [`Tangent::axpy`]. Of others, the constants stay.
/// `#[derive(Differentiable)]` implements it for what holds no references.
///
/// ```
/// use autodiff_runtime::Point;
///
/// let mut params = (1.0, vec![2.0, 3.0], 7_usize);
/// params.advance(-0.5, &(4.0, vec![0.0, -2.0], ()));
/// assert_eq!(params, (-1.0, vec![2.0, 4.0], 7));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be moved along a tangent",
    label = "this type has no `Point::advance`",
    note = "`#[derive(Differentiable)]` implements `Point` for types without references; beside a `Differentiable` written by hand, implement `Point` too"
)]
pub trait Point: Differentiable {
    /// `self += step * along`.
    ///
    /// # Panics
    /// If the tangent has another shape.
    fn advance(&mut self, step: f64, along: &Self::Tangent);
}

macro_rules! own {
    ($($t:ident)*) => { $(
        impl Point for $t {
            #[inline]
            fn advance(&mut self, step: f64, along: &Self::Tangent) {
                self.axpy(step, along);
            }
        }
    )* };
}

macro_rules! constant {
    ([$($generics:tt)*] $t:ty) => {
        impl<$($generics)*> Point for $t {
            #[inline]
            fn advance(&mut self, _: f64, (): &()) {}
        }
    };
    ($($t:ident)*) => { $( constant! { [] $t } )* };
}

own! { f32 f64 }
constant! { Duration Ordering }
constant! { NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroU128 NonZeroUsize }
constant! { NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroI128 NonZeroIsize }
constant! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize bool char }
constant! { [] () }
constant! { [T: ?Sized] core::marker::PhantomData<T> }
#[cfg(feature = "alloc")]
constant! { [] alloc::string::String }
#[cfg(feature = "alloc")]
constant! { [] alloc::boxed::Box<str> }

fn each<T: Point>(values: &mut [T], step: f64, along: &[T::Tangent]) {
    assert!(
        values.len() == along.len(),
        "{} values cannot be moved along a tangent of {} elements",
        values.len(),
        along.len()
    );
    for (value, along) in values.iter_mut().zip(along) {
        value.advance(step, along);
    }
}

impl<T: Point, const N: usize> Point for [T; N] {
    #[inline]
    fn advance(&mut self, step: f64, along: &Self::Tangent) {
        each(self, step, along);
    }
}

macro_rules! sequence {
    ($($t:ty)*) => { $(
        #[cfg(feature = "alloc")]
        impl<T: Point> Point for $t {
            #[inline]
            fn advance(&mut self, step: f64, along: &Self::Tangent) {
                each(self, step, along);
            }
        }
    )* };
}

sequence! { [T] alloc::vec::Vec<T> alloc::boxed::Box<[T]> }

#[cfg(feature = "alloc")]
impl<T: Point> Point for alloc::boxed::Box<T> {
    #[inline]
    fn advance(&mut self, step: f64, along: &Self::Tangent) {
        (**self).advance(step, along);
    }
}

impl<T: Point + ?Sized> Point for &mut T {
    #[inline]
    fn advance(&mut self, step: f64, along: &Self::Tangent) {
        (**self).advance(step, along);
    }
}

impl<T: Point> Point for Option<T> {
    /// `None` stays `None`.
    #[inline]
    fn advance(&mut self, step: f64, along: &Self::Tangent) {
        if let (Some(value), Some(along)) = (self, along) {
            value.advance(step, along);
        }
    }
}

impl<T: Point, E> Point for Result<T, E> {
    /// `Err` stays `Err`.
    #[inline]
    fn advance(&mut self, step: f64, along: &Self::Tangent) {
        if let (Ok(value), Ok(along)) = (self, along) {
            value.advance(step, along);
        }
    }
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Point),*> Point for ($($t,)*) {
            #[inline]
            fn advance(&mut self, step: f64, along: &Self::Tangent) {
                $( self.$i.advance(step, &along.$i); )*
            }
        }
    };
}

crate::tuples::tuples! { tuple }
