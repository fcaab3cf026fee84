//! Which types have derivatives, and where these live.

use core::cmp::Ordering;
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use core::time::Duration;

use crate::Tangent;

/// A type whose values a differentiated function can take or return.
///
/// Numbers are their own tangents; an array's is an array, a slice's and a vector's a `Vec`, an
/// `Option`'s an `Option`. What has no derivative (integers, `bool`, `char`, `str`, `String`) has the
/// tangent `()`, so that its adjoint costs nothing. A struct or an enum gets its tangent from
/// `#[derive(Differentiable)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be differentiated",
    label = "this type has no tangent",
    note = "differentiable are `f32`, `f64`, arrays, slices, `Vec`s, tuples, `Option`s and boxes of them, and structs and enums with `#[derive(Differentiable)]`; integers, `bool` and `String` are constants, and so are fields with `#[constant]`"
)]
pub trait Differentiable {
    /// The vector space that holds the derivatives with respect to `Self`.
    type Tangent: Tangent;

    /// The zero of that space, of the same shape as `self`: lengths and variants are its own.
    fn zero_tangent(&self) -> Self::Tangent;
}

macro_rules! float {
    ($($t:ty)*) => { $(
        impl Differentiable for $t {
            type Tangent = $t;

            #[inline]
            fn zero_tangent(&self) -> $t {
                0.0
            }
        }
    )* };
}

macro_rules! constant {
    ($($t:ident)*) => { $(
        impl Differentiable for $t {
            type Tangent = ();

            #[inline]
            fn zero_tangent(&self) {}
        }
    )* };
}

float! { f32 f64 }
constant! { Duration Ordering }
constant! { NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroU128 NonZeroUsize }
constant! { NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroI128 NonZeroIsize }
constant! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize bool char str }

impl Differentiable for () {
    type Tangent = ();

    #[inline]
    fn zero_tangent(&self) {}
}

impl<T: Differentiable + ?Sized> Differentiable for &T {
    type Tangent = T::Tangent;

    #[inline]
    fn zero_tangent(&self) -> T::Tangent {
        (**self).zero_tangent()
    }
}

impl<T: Differentiable + ?Sized> Differentiable for &mut T {
    type Tangent = T::Tangent;

    #[inline]
    fn zero_tangent(&self) -> T::Tangent {
        (**self).zero_tangent()
    }
}

impl<T: Differentiable, const N: usize> Differentiable for [T; N] {
    type Tangent = [T::Tangent; N];

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.each_ref().map(T::zero_tangent)
    }
}

#[cfg(feature = "alloc")]
impl<T: Differentiable> Differentiable for [T] {
    type Tangent = alloc::vec::Vec<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.iter().map(T::zero_tangent).collect()
    }
}

#[cfg(feature = "alloc")]
impl<T: Differentiable> Differentiable for alloc::vec::Vec<T> {
    type Tangent = alloc::vec::Vec<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.as_slice().zero_tangent()
    }
}

#[cfg(feature = "alloc")]
impl<T: Differentiable> Differentiable for alloc::boxed::Box<T> {
    type Tangent = alloc::boxed::Box<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        alloc::boxed::Box::new((**self).zero_tangent())
    }
}

#[cfg(feature = "alloc")]
impl<T: Differentiable> Differentiable for alloc::boxed::Box<[T]> {
    type Tangent = alloc::boxed::Box<[T::Tangent]>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.iter().map(T::zero_tangent).collect()
    }
}

#[cfg(feature = "alloc")]
impl Differentiable for alloc::string::String {
    type Tangent = ();

    #[inline]
    fn zero_tangent(&self) {}
}

#[cfg(feature = "alloc")]
impl Differentiable for alloc::boxed::Box<str> {
    type Tangent = ();

    #[inline]
    fn zero_tangent(&self) {}
}

impl<T: ?Sized> Differentiable for core::marker::PhantomData<T> {
    type Tangent = ();

    #[inline]
    fn zero_tangent(&self) {}
}

impl<T: Differentiable> Differentiable for Option<T> {
    type Tangent = Option<T::Tangent>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.as_ref().map(T::zero_tangent)
    }
}

/// An error has no derivative, whatever it holds.
impl<T: Differentiable, E> Differentiable for Result<T, E> {
    type Tangent = Result<T::Tangent, ()>;

    #[inline]
    fn zero_tangent(&self) -> Self::Tangent {
        self.as_ref().map(T::zero_tangent).map_err(|_| ())
    }
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Differentiable),*> Differentiable for ($($t,)*) {
            type Tangent = ($($t::Tangent,)*);

            #[inline]
            fn zero_tangent(&self) -> Self::Tangent {
                ($(self.$i.zero_tangent(),)*)
            }
        }
    };
}

crate::tuples::tuples! { tuple }
