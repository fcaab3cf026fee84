//! Which types have derivatives, and where these live.

use crate::Tangent;

/// A type whose values a differentiated function can take or return.
///
/// Numbers are their own tangents; an array's is an array, a slice's and a vector's a `Vec`. What
/// has no derivative (integers, `bool`, `char`, `str`) has the tangent `()`, so that its adjoint
/// costs nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be differentiated",
    label = "this type has no tangent",
    note = "differentiable are `f32`, `f64`, and arrays, slices, `Vec`s and tuples of them; integers and `bool` are constants"
)]
pub trait Differentiable {
    /// The vector space that holds the derivatives with respect to `Self`.
    type Tangent: Tangent;

    /// The zero of that space, of the same shape as `self`.
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

tuple! { A 0 }
tuple! { A 0, B 1 }
tuple! { A 0, B 1, C 2 }
tuple! { A 0, B 1, C 2, D 3 }
tuple! { A 0, B 1, C 2, D 3, E 4 }
tuple! { A 0, B 1, C 2, D 3, E 4, F 5 }
tuple! { A 0, B 1, C 2, D 3, E 4, F 5, G 6 }
tuple! { A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7 }
