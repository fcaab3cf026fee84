//! What generated code took for the standard library's is the standard library's, or it is an error.

use core::iter::{Empty, Once, Repeat, Zip};

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, collections::VecDeque, vec::Vec};

/// Arrays, slices and vectors: what is gone through by its indices.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is used like a slice, but it is none",
    label = "this is gone through like a slice",
    note = "a method of this name on a type of your own may mean something else: name the array, the slice or the `Vec` that is meant, as in `poly.coefficients.iter()`"
)]
pub trait Sequence {}

impl<T> Sequence for [T] {}
impl<T, const N: usize> Sequence for [T; N] {}
#[cfg(feature = "alloc")]
impl<T> Sequence for Vec<T> {}
#[cfg(feature = "alloc")]
impl<T> Sequence for VecDeque<T> {}
#[cfg(feature = "alloc")]
impl<S: Sequence + ?Sized> Sequence for Box<S> {}
impl<S: Sequence + ?Sized> Sequence for &S {}
impl<S: Sequence + ?Sized> Sequence for &mut S {}

/// Confirms that a value is an array, a slice or a vector.
#[inline]
pub const fn is_sequence<S: Sequence + ?Sized>(_: &S) {}

/// What `len` gives.
#[diagnostic::on_unimplemented(
    message = "`len` gives a `{Self}`, but it is taken for the number of items",
    label = "this is a constant to the differentiator",
    note = "give a length that varies another name, as in `v.norm()`, and write `#[differentiate]` above the method"
)]
pub trait Length {
    /// The same number.
    fn length(self) -> usize;
}

impl Length for usize {
    #[inline(always)]
    fn length(self) -> usize {
        self
    }
}

/// Confirms that a length is one.
#[inline(always)]
pub fn length<N: Length>(len: N) -> usize {
    len.length()
}

macro_rules! confirm {
    ($($(#[$when:meta])* $name:ident: $ty:ty;)*) => {
        $(
            /// Takes what has this name in the standard library.
            $(#[$when])*
            #[inline(always)]
            #[allow(clippy::type_complexity, reason = "types of functions, spelled out")]
            pub const fn $name(_: $ty) {}
        )*
    };
}

confirm! {
    some: fn(()) -> Option<()>;
    none: Option<()>;
    err: fn(()) -> Result<(), ()>;
    mem_swap: fn(&mut (), &mut ());
    mem_replace: fn(&mut u8, u8) -> u8;
    mem_take: fn(&mut u8) -> u8;
    iter_once: fn(()) -> Once<()>;
    iter_repeat: fn(()) -> Repeat<()>;
    iter_empty: fn() -> Empty<()>;
    iter_zip: fn(Empty<()>, Empty<()>) -> Zip<Empty<()>, Empty<()>>;
    #[cfg(feature = "alloc")] box_new: fn(()) -> Box<()>;
    #[cfg(feature = "alloc")] vec_new: fn() -> Vec<()>;
    #[cfg(feature = "alloc")] vec_from: fn([(); 1]) -> Vec<()>;
    #[cfg(feature = "alloc")] vec_with_capacity: fn(usize) -> Vec<()>;
}

/// Has the operators of numbers, and no function of another trait.
#[derive(Clone, Copy, Debug)]
pub struct Probe;

macro_rules! operators {
    ($($trait:ident $name:ident)*) => {
        $(
            impl core::ops::$trait for Probe {
                type Output = Probe;

                fn $name(self, _: Probe) -> Probe {
                    self
                }
            }
        )*
    };
}

operators! { Add add Sub sub Mul mul Div div Rem rem }

impl core::ops::Neg for Probe {
    type Output = Probe;

    fn neg(self) -> Probe {
        self
    }
}
