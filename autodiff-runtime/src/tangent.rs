//! Vector spaces: what gradients and tangents are made of.

/// An element of a vector space: a gradient, a tangent, a cotangent.
///
/// Implemented for `f32`, `f64`, `()` (the tangent of what has no derivative), and arrays, slices,
/// vectors and tuples of these. Sizes have to agree.
pub trait Tangent {
    /// `self += other`, component by component.
    ///
    /// # Panics
    /// If the two differ in length (vectors and slices only).
    fn add_assign(&mut self, other: &Self);

    /// `self = 0`.
    fn set_zero(&mut self);
}

macro_rules! float {
    ($($t:ty)*) => { $(
        impl Tangent for $t {
            #[inline]
            fn add_assign(&mut self, other: &Self) {
                *self += *other;
            }

            #[inline]
            fn set_zero(&mut self) {
                *self = 0.0;
            }
        }
    )* };
}

float! { f32 f64 }

impl Tangent for () {
    #[inline]
    fn add_assign(&mut self, (): &Self) {}

    #[inline]
    fn set_zero(&mut self) {}
}

impl<T: Tangent> Tangent for [T] {
    #[inline]
    fn add_assign(&mut self, other: &Self) {
        assert!(
            self.len() == other.len(),
            "tangents of {} and {} elements cannot be added",
            self.len(),
            other.len()
        );
        for (a, b) in self.iter_mut().zip(other) {
            a.add_assign(b);
        }
    }

    #[inline]
    fn set_zero(&mut self) {
        self.iter_mut().for_each(T::set_zero);
    }
}

impl<T: Tangent, const N: usize> Tangent for [T; N] {
    #[inline]
    fn add_assign(&mut self, other: &Self) {
        for (a, b) in self.iter_mut().zip(other) {
            a.add_assign(b);
        }
    }

    #[inline]
    fn set_zero(&mut self) {
        self.iter_mut().for_each(T::set_zero);
    }
}

#[cfg(feature = "alloc")]
impl<T: Tangent> Tangent for alloc::vec::Vec<T> {
    #[inline]
    fn add_assign(&mut self, other: &Self) {
        self.as_mut_slice().add_assign(other.as_slice());
    }

    #[inline]
    fn set_zero(&mut self) {
        self.as_mut_slice().set_zero();
    }
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Tangent),*> Tangent for ($($t,)*) {
            #[inline]
            fn add_assign(&mut self, other: &Self) {
                $( self.$i.add_assign(&other.$i); )*
            }

            #[inline]
            fn set_zero(&mut self) {
                $( self.$i.set_zero(); )*
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
