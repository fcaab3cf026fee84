//! What holds in every vector space.

use std::fmt::Debug;

use differentiate::{Differentiable, Tangent};

/// Checks the laws for two tangents of one shape, with numbers that are exact in `f32`. `b` must not
/// be zero.
pub(crate) fn hold<T: Tangent + Differentiable<Tangent = T>>(a: &T, b: &T) {
    let sum = |x: &T, y: &T| {
        let mut sum = copy(x);
        sum.add_assign(y);
        sum
    };
    let times = |factor: f64, x: &T| {
        let mut product = copy(x);
        product.scale(factor);
        product
    };
    let zero = a.zero_tangent();
    same(&zero, &a.zero_like());
    assert_eq!(zero.norm_squared(), 0.0);
    same(&sum(a, &zero), a);
    same(&sum(&zero, a), a);
    same(&sum(a, b), &sum(b, a));
    same(
        &times(2.0, &sum(a, b)),
        &sum(&times(2.0, a), &times(2.0, b)),
    );
    let mut cleared = copy(a);
    cleared.set_zero();
    same(&cleared, &zero);
    let mut moved = copy(a);
    moved.axpy(-0.5, b);
    same(&moved, &sum(a, &times(-0.5, b)));
    assert_eq!(a.dot(b), b.dot(a));
    assert_eq!(sum(a, b).dot(a), a.dot(a) + b.dot(a));
    assert!(b.dot(b) > 0.0);
    scalars(a, b);
}

fn scalars<T: Tangent>(a: &T, b: &T) {
    let (mut added, mut zipped) = (copy(a), copy(a));
    added.add_assign(b);
    zipped.zip_scalars(b, |x, y| x + y);
    same(&added, &zipped);
    let products = a.scalars().into_iter().zip(b.scalars());
    assert_eq!(products.map(|(x, y)| x * y).sum::<f64>(), a.dot(b));
    let mut written = a.zero_like();
    written.set_scalars(&a.scalars());
    same(&written, a);
}

fn copy<T: Tangent>(value: &T) -> T {
    let mut copy = value.zero_like();
    copy.add_assign(value);
    copy
}

#[track_caller]
fn same<T: Tangent>(a: &T, b: &T) {
    assert!(a.same_shape(b));
    assert_eq!(a.scalars(), b.scalars());
}

/// What a tangent type that was made has besides.
pub(crate) fn made<T: Tangent + Clone + PartialEq + Debug>(value: &T, shown: &str) {
    assert_eq!(value.clone(), *value);
    assert_eq!(format!("{value:?}"), shown);
    if value.dimension() > 0 {
        let mut other = value.clone();
        other.map_scalars(|x| x + 1.0);
        assert_ne!(other, *value);
    }
}
