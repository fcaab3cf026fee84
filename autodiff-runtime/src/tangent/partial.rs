//! What may be missing: `None` and `Err` count as zero.

use super::Tangent;

macro_rules! partial {
    ($container:ty, $full:ident, $empty:pat, $none:expr) => {
        impl<T: Tangent> Tangent for $container {
            #[inline]
            fn zero_like(&self) -> Self {
                match self {
                    $full(x) => $full(x.zero_like()),
                    $empty => $none,
                }
            }

            #[inline]
            fn visit<const M: usize, const S: usize, F>(
                mut mutable: [&mut Self; M],
                shared: [&Self; S],
                f: &mut F,
            ) where
                F: FnMut([&mut f64; M], [f64; S]),
            {
                fn held<T>(it: &$container) -> Option<&T> {
                    match it {
                        $full(x) => Some(x),
                        $empty => None,
                    }
                }
                let places = mutable.iter().map(|it| held(it));
                let mut all = places.chain(shared.iter().map(|it| held(it)));
                let Some(model) = all.clone().flatten().next() else {
                    return;
                };
                let missing = all.any(|it| it.is_none());
                let zero = missing.then(|| model.zero_like());
                for place in &mut mutable {
                    if let (None, Some(zero)) = (held(place), &zero) {
                        **place = $full(zero.zero_like());
                    }
                }
                T::visit(
                    mutable.map(|it| match it {
                        $full(x) => x,
                        $empty => unreachable!("what is missing was made zero"),
                    }),
                    shared.map(|it| match (held(it), &zero) {
                        (Some(x), _) | (None, Some(x)) => x,
                        (None, None) => unreachable!("there is a zero where one is missing"),
                    }),
                    f,
                );
            }

            #[inline]
            fn same_shape(&self, other: &Self) -> bool {
                match (self, other) {
                    ($full(x), $full(y)) => x.same_shape(y),
                    ($empty, $empty) => true,
                    _ => false,
                }
            }

            #[inline]
            fn add_assign(&mut self, other: &Self) {
                self.axpy(1.0, other);
            }

            #[inline]
            fn set_zero(&mut self) {
                if let $full(x) = self {
                    x.set_zero();
                }
            }

            #[inline]
            fn scale(&mut self, factor: f64) {
                if let $full(x) = self {
                    x.scale(factor);
                }
            }

            #[inline]
            fn axpy(&mut self, factor: f64, other: &Self) {
                let $full(y) = other else { return };
                if let $full(x) = self {
                    x.axpy(factor, y);
                } else {
                    let mut x = y.zero_like();
                    x.axpy(factor, y);
                    *self = $full(x);
                }
            }

            #[inline]
            fn dot(&self, other: &Self) -> f64 {
                match (self, other) {
                    ($full(x), $full(y)) => x.dot(y),
                    _ => 0.0,
                }
            }
        }
    };
}

partial! { Option<T>, Some, None, None }
partial! { Result<T, ()>, Ok, Err(()), Err(()) }
