//! The laws of a vector space, for each kind of tangent.

#![cfg(feature = "std")]
#![allow(clippy::type_complexity, reason = "tangents of all kinds")]

use std::fmt::Debug;

use autodiff_runtime::{Differentiable, Point, Real, Tangent};

/// What holds in every vector space, with numbers that are exact in `f32`.
fn laws<T: Tangent + Clone + PartialEq + Debug>(a: &T, b: &T) {
    let sum = |x: &T, y: &T| {
        let mut sum = x.clone();
        sum.add_assign(y);
        sum
    };
    let times = |factor: f64, x: &T| {
        let mut product = x.clone();
        product.scale(factor);
        product
    };
    let zero = a.zero_like();
    assert_eq!(sum(a, &zero), *a);
    assert_eq!(sum(&zero, a), *a);
    assert_eq!(sum(a, b), sum(b, a));
    assert_eq!(times(2.0, &sum(a, b)), sum(&times(2.0, a), &times(2.0, b)));
    assert_eq!(times(0.0, a), zero);
    let mut cleared = a.clone();
    cleared.set_zero();
    assert_eq!(cleared, zero);
    let mut moved = a.clone();
    moved.axpy(-0.5, b);
    assert_eq!(moved, sum(a, &times(-0.5, b)));
    assert_eq!(a.dot(b), b.dot(a));
    assert_eq!(sum(a, b).dot(a), a.dot(a) + b.dot(a));
    assert_eq!(zero.dot(a), 0.0);
    scalars(a, b);
}

/// The functions that go through the scalars say the same.
fn scalars<T: Tangent + Clone + PartialEq + Debug>(a: &T, b: &T) {
    let numbers = a.scalars();
    assert_eq!(numbers.len(), a.dimension());
    let squares: f64 = numbers.iter().map(|x| x * x).sum();
    assert_eq!(squares, a.norm_squared());
    assert_eq!(squares.sqrt(), a.norm());
    let largest = numbers.iter().fold(0.0, |m: f64, x| m.max(x.abs()));
    assert_eq!(largest, a.max_abs());
    let mut copy = a.zero_like();
    copy.set_scalars(&numbers);
    assert_eq!(copy, *a);
    let (mut added, mut zipped) = (a.clone(), a.clone());
    added.add_assign(b);
    zipped.zip_scalars(b, |x, y| x + y);
    assert_eq!(added, zipped);
    added.axpy(3.0, b);
    zipped.zip2_scalars(b, b, |x, y, z| x + y + 2.0 * z);
    assert_eq!(added, zipped);
}

#[test]
fn numbers() {
    laws(&1.5, &-2.25);
    laws(&1.5_f32, &-2.25);
    laws(&(), &());
}

#[test]
fn containers() {
    laws(&[1.0, 2.0, 3.0], &[-1.0, 0.5, 4.0]);
    laws(&[[1.0_f32, 2.0], [3.0, 5.0]], &[[0.5, 8.0], [1.0, 2.0]]);
    laws(&vec![1.0, 2.0], &vec![4.0, -8.0]);
    laws(&Box::new(2.0), &Box::new(3.0));
    let boxed = |x: [f64; 2]| -> Box<[f64]> { Box::new(x) };
    laws(&boxed([1.0, 2.0]), &boxed([3.0, 4.0]));
    laws(&vec![vec![1.0], vec![]], &vec![vec![2.0], vec![]]);
}

#[test]
fn tuples() {
    laws(&(1.0,), &(2.0,));
    laws(&(1.0, (), [2.0_f32, 4.0]), &(3.0, (), [0.5, 0.25]));
    let twelve = (
        1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0,
    );
    laws(&twelve, &twelve);
}

#[test]
fn what_is_missing_counts_as_zero() {
    laws(&Some(vec![1.0, 2.0]), &Some(vec![4.0, -8.0]));
    laws(&Ok::<f64, ()>(1.0), &Ok(2.0));
    let (full, none) = (Some([1.0, 2.0]), None);
    let mut place = none;
    place.add_assign(&full);
    assert_eq!(place, full);
    place.add_assign(&none);
    assert_eq!(place, full);
    assert_eq!(full.dot(&none), 0.0);
    let mut error = Err(());
    error.axpy(2.0, &Ok(3.0));
    assert_eq!(error, Ok(6.0));
    error.set_zero();
    assert_eq!(error, Ok(0.0));
}

#[test]
fn what_is_missing_is_visited_as_zero() {
    let mut place = None;
    place.zip_scalars(&Some(vec![1.0, 2.0]), |x, y| x + 10.0 * y);
    assert_eq!(place, Some(vec![10.0, 20.0]));
    place.zip2_scalars(&None, &Some(vec![1.0, 1.0]), |x, y, z| x - y + z);
    assert_eq!(place, Some(vec![11.0, 21.0]));
    let mut nothing: Option<f64> = None;
    nothing.map_scalars(|_| 1.0);
    assert_eq!(nothing, None);
}

#[test]
fn slices_are_tangents() {
    let (mut a, b) = ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]);
    a[1..].add_assign(&b[1..]);
    assert_eq!(a, [1.0, 7.0, 9.0]);
    assert_eq!(a[..2].dot(&b[..2]), 39.0);
    a[..2].map_scalars(f64::sqrt);
    assert_eq!(a[..1].dimension(), 1);
}

#[test]
fn numbers_that_are_not_numbers() {
    let gradient = [1.0, f64::NAN, -3.0];
    assert!(gradient.max_abs().is_nan());
    assert!([f64::NAN, 1.0].max_abs().is_nan());
}

#[test]
#[should_panic(expected = "tangents of 1 and 2 elements cannot be combined")]
fn lengths_that_differ() {
    vec![1.0].axpy(1.0, &vec![1.0, 2.0]);
}

#[test]
#[should_panic(expected = "tangents of 2 and 1 elements cannot be combined")]
fn lengths_that_differ_in_a_visit() {
    vec![1.0, 2.0].zip_scalars(&vec![1.0], |x, _| x);
}

#[test]
#[should_panic(expected = "3 scalars for a tangent of 2")]
fn scalars_that_do_not_fit() {
    [1.0, 2.0].set_scalars(&[1.0, 2.0, 3.0]);
}

#[test]
fn zeros_have_the_shape_of_their_value() {
    let value = (vec![Some(1.0), None], String::from("name"), 7_usize);
    assert_eq!(value.zero_tangent(), (vec![Some(0.0), None], (), ()));
    let failed: Result<f64, String> = Err(String::from("reason"));
    assert_eq!(failed.zero_tangent(), Err(()));
    let boxed: Box<[f64]> = Box::new([1.0, 2.0]);
    assert_eq!(*boxed.zero_tangent(), [0.0, 0.0]);
    assert_eq!(Box::new(3.0_f32).zero_tangent(), Box::new(0.0));
}

#[test]
fn points_move() {
    let mut point = (1.0, [2.0_f32, 3.0], vec![Some(4.0), None], 5_u8);
    point.advance(2.0, &(0.5, [1.0, -1.0], vec![Some(10.0), None], ()));
    assert_eq!(point, (2.0, [4.0, 1.0], vec![Some(24.0), None], 5));
    let mut values = [1.0, 2.0, 3.0];
    values[1..].advance(1.0, &vec![1.0, 1.0]);
    assert_eq!(values, [1.0, 3.0, 4.0]);
}

/// Euler's formula for the area of a triangle, as it would be written for `f64`.
fn area<T: Real>(a: T, b: T, c: T) -> T {
    let s = (a + b + c) / T::from_f64(2.0);
    let mut product = s;
    for side in &[a, b, c] {
        product *= s - side;
    }
    product.max(T::ZERO).sqrt()
}

#[test]
fn functions_of_any_width() {
    assert_eq!(area(3.0, 4.0, 5.0), 6.0);
    assert_eq!(area(3.0_f32, 4.0, 5.0), 6.0);
    assert_eq!(f32::from_usize(3).to_f64(), 3.0);
    assert_eq!(<f64 as Real>::PI, std::f64::consts::PI);
    assert_eq!(Real::sin_cos(1.0_f32), 1.0_f32.sin_cos());
}
