//! Tuples of up to twelve.

use super::Tangent;

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Tangent),*> Tangent for ($($t,)*) {
            #[inline]
            fn zero_like(&self) -> Self {
                ($(self.$i.zero_like(),)*)
            }

            #[inline]
            fn visit<const MUT: usize, const REF: usize, Visitor>(
                mut mutable: [&mut Self; MUT],
                shared: [&Self; REF],
                f: &mut Visitor,
            ) where
                Visitor: FnMut([&mut f64; MUT], [f64; REF]),
            {
                $( $t::visit(
                    mutable.each_mut().map(|it| &mut it.$i),
                    shared.map(|it| &it.$i),
                    f,
                ); )*
            }

            #[inline]
            fn same_shape(&self, other: &Self) -> bool {
                $( self.$i.same_shape(&other.$i) )&&*
            }

            #[inline]
            fn add_assign(&mut self, other: &Self) {
                $( self.$i.add_assign(&other.$i); )*
            }

            #[inline]
            fn set_zero(&mut self) {
                $( self.$i.set_zero(); )*
            }

            #[inline]
            fn scale(&mut self, factor: f64) {
                $( self.$i.scale(factor); )*
            }

            #[inline]
            fn axpy(&mut self, factor: f64, other: &Self) {
                $( self.$i.axpy(factor, &other.$i); )*
            }

            #[inline]
            fn dot(&self, other: &Self) -> f64 {
                0.0 $( + self.$i.dot(&other.$i) )*
            }
        }
    };
}

crate::tuples::tuples! { tuple }
