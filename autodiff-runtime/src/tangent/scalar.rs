//! Numbers, and what has no derivative.

use super::Tangent;

macro_rules! float {
    ($t:ident, $visit:item) => {
        impl Tangent for $t {
            #[inline]
            fn zero_like(&self) -> $t {
                0.0
            }

            #[inline]
            $visit

            #[inline]
            fn same_shape(&self, _: &Self) -> bool {
                true
            }

            #[inline]
            fn add_assign(&mut self, other: &Self) {
                *self += *other;
            }

            #[inline]
            fn set_zero(&mut self) {
                *self = 0.0;
            }

            #[inline]
            fn scale(&mut self, factor: f64) {
                *self *= factor as $t;
            }

            #[inline]
            fn axpy(&mut self, factor: f64, other: &Self) {
                *self += factor as $t * *other;
            }

            #[inline]
            fn dot(&self, other: &Self) -> f64 {
                f64::from(*self) * f64::from(*other)
            }
        }
    };
}

float! { f64,
    fn visit<const M: usize, const S: usize, F>(
        mutable: [&mut Self; M],
        shared: [&Self; S],
        f: &mut F,
    ) where
        F: FnMut([&mut f64; M], [f64; S]),
    {
        f(mutable, shared.map(|x| *x));
    }
}

float! { f32,
    fn visit<const M: usize, const S: usize, F>(
        mutable: [&mut Self; M],
        shared: [&Self; S],
        f: &mut F,
    ) where
        F: FnMut([&mut f64; M], [f64; S]),
    {
        let mut wide = mutable.each_ref().map(|x| f64::from(**x));
        f(wide.each_mut(), shared.map(|x| f64::from(*x)));
        for (place, wide) in mutable.into_iter().zip(wide) {
            *place = wide as f32;
        }
    }
}

impl Tangent for () {
    #[inline]
    fn zero_like(&self) {}

    #[inline]
    fn visit<const M: usize, const S: usize, F>(_: [&mut Self; M], _: [&Self; S], _: &mut F)
    where
        F: FnMut([&mut f64; M], [f64; S]),
    {
    }

    #[inline]
    fn same_shape(&self, (): &Self) -> bool {
        true
    }

    #[inline]
    fn add_assign(&mut self, (): &Self) {}

    #[inline]
    fn set_zero(&mut self) {}

    #[inline]
    fn scale(&mut self, _: f64) {}

    #[inline]
    fn axpy(&mut self, _: f64, (): &Self) {}

    #[inline]
    fn dot(&self, (): &Self) -> f64 {
        0.0
    }
}
