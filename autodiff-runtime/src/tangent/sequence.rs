//! Slices, and what holds one: arrays, vectors, boxes.

use super::Tangent;

#[inline]
#[track_caller]
fn same_len(a: usize, b: usize) {
    assert!(
        a == b,
        "tangents of {a} and {b} elements cannot be combined"
    );
}

impl<T: Tangent> Tangent for [T] {
    #[allow(dead_code, reason = "older compilers ask for it")]
    fn zero_like(&self) -> Self
    where
        Self: Sized,
    {
        unreachable!("a slice has no size")
    }

    #[inline]
    fn visit<const M: usize, const S: usize, F>(
        mut mutable: [&mut Self; M],
        shared: [&Self; S],
        f: &mut F,
    ) where
        F: FnMut([&mut f64; M], [f64; S]),
    {
        let mut lengths = mutable.iter().map(|x| x.len());
        let mut others = shared.iter().map(|x| x.len());
        let Some(len) = lengths.next().or_else(|| others.next()) else {
            return;
        };
        lengths.chain(others).for_each(|other| same_len(len, other));
        for at in 0..len {
            T::visit(
                mutable.each_mut().map(|x| &mut x[at]),
                shared.map(|x| &x[at]),
                f,
            );
        }
    }

    #[inline]
    fn same_shape(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a.same_shape(b))
    }

    #[inline]
    fn add_assign(&mut self, other: &Self) {
        same_len(self.len(), other.len());
        for (a, b) in self.iter_mut().zip(other) {
            a.add_assign(b);
        }
    }

    #[inline]
    fn set_zero(&mut self) {
        self.iter_mut().for_each(T::set_zero);
    }

    #[inline]
    fn scale(&mut self, factor: f64) {
        self.iter_mut().for_each(|x| x.scale(factor));
    }

    #[inline]
    fn axpy(&mut self, factor: f64, other: &Self) {
        same_len(self.len(), other.len());
        for (a, b) in self.iter_mut().zip(other) {
            a.axpy(factor, b);
        }
    }

    #[inline]
    fn dot(&self, other: &Self) -> f64 {
        same_len(self.len(), other.len());
        self.iter().zip(other).map(|(a, b)| a.dot(b)).sum()
    }
}

/// What holds a tangent: how it is reached, shared and mutable, and how the zero is made.
macro_rules! through {
    ([$($generics:tt)*] $container:ty, |$it:ident| $shared:expr, $mutable:expr, $zero:expr) => {
        impl<$($generics)*> Tangent for $container {
            #[inline]
            fn zero_like(&self) -> Self {
                let $it = self;
                $zero
            }

            #[inline]
            fn visit<const M: usize, const S: usize, F>(
                mutable: [&mut Self; M],
                shared: [&Self; S],
                f: &mut F,
            ) where
                F: FnMut([&mut f64; M], [f64; S]),
            {
                Tangent::visit(mutable.map(|$it| $mutable), shared.map(|$it| $shared), f);
            }

            #[inline]
            fn same_shape(&self, other: &Self) -> bool {
                let from = { let $it = self; $shared };
                from.same_shape({ let $it = other; $shared })
            }

            #[inline]
            fn add_assign(&mut self, other: &Self) {
                let to = { let $it = self; $mutable };
                to.add_assign({ let $it = other; $shared });
            }

            #[inline]
            fn set_zero(&mut self) {
                let $it = self;
                $mutable.set_zero();
            }

            #[inline]
            fn scale(&mut self, factor: f64) {
                let $it = self;
                $mutable.scale(factor);
            }

            #[inline]
            fn axpy(&mut self, factor: f64, other: &Self) {
                let to = { let $it = self; $mutable };
                to.axpy(factor, { let $it = other; $shared });
            }

            #[inline]
            fn dot(&self, other: &Self) -> f64 {
                let from = { let $it = self; $shared };
                from.dot({ let $it = other; $shared })
            }
        }
    };
}

through! { [T: Tangent, const N: usize] [T; N],
    |it| it.as_slice(), it.as_mut_slice(), it.each_ref().map(T::zero_like)
}

#[cfg(feature = "alloc")]
through! { [T: Tangent] alloc::vec::Vec<T>,
    |it| it.as_slice(), it.as_mut_slice(), it.iter().map(T::zero_like).collect()
}

#[cfg(feature = "alloc")]
through! { [T: Tangent] alloc::boxed::Box<[T]>,
    |it| &**it, &mut **it, it.iter().map(T::zero_like).collect()
}

#[cfg(feature = "alloc")]
through! { [T: Tangent] alloc::boxed::Box<T>,
    |it| &**it, &mut **it, alloc::boxed::Box::new((**it).zero_like())
}
