//! What the functions of `everyday.rs` come to.

#![allow(clippy::pedantic, clippy::nursery)]

use crate::everyday::*;

const SPRING: Spring = Spring {
    stiffness: 2.0,
    rest: 1.0,
};

#[test]
fn methods() {
    let (value, (spring, x)) = SPRING.energy_value_and_grad(3.0);
    assert_eq!((value, x), (8.0, 8.0));
    assert_eq!((spring.stiffness, spring.rest), (4.0, -8.0));
    let (value, (spring, x)) = softened::value_and_grad(&SPRING, 2.0);
    assert_eq!((value, x), (20.0, 16.0));
    assert_eq!((spring.stiffness, spring.rest), (10.0, -24.0));
}

#[test]
fn structs() {
    let (made, pullback) = made::vjp(2.0, 3.0);
    assert_eq!((made.stiffness, made.rest), (6.0, 3.0));
    assert_eq!(pullback(SPRING), (6.0, 5.0));
    let layer = Layer {
        weights: [2.0, 3.0],
        times: 2,
    };
    let (value, (tangent, x)) = layered::value_and_grad(&layer, 5.0);
    assert_eq!((value, x), (30.0, 6.0));
    assert_eq!(tangent.weights, [15.0, 10.0]);
}

#[test]
fn matches_of_variants_and_numbers() {
    let (value, tangent) = area::value_and_grad(&Figure::Disc(2.0));
    assert_eq!(value, 12.0);
    assert!(matches!(tangent, Figure::Disc(d) if d == 12.0));
    let figure = Figure::Box {
        width: 2.0,
        height: 5.0,
    };
    let tangent = area::grad(&figure);
    assert!(matches!(tangent, Figure::Box { width, height } if (width, height) == (5.0, 2.0)));
    for (n, value, grad) in [(0, 3.0, 1.0), (2, 9.0, 6.0), (5, 27.0, 27.0), (8, 6.0, 2.0)] {
        assert_eq!(chosen_by::value_and_grad(3.0, n), (value, grad));
    }
}

#[test]
fn iterators_and_options() {
    let (xs, ys) = ([1.0, -2.0, 3.0], [4.0, 5.0, 6.0]);
    let (mut dx, mut dy) = ([0.0; 3], [0.0; 3]);
    let value = chained::accumulate_grad(&xs, &ys, 1.0, &mut dx, &mut dy);
    assert_eq!((value, dx, dy), (22.0, [4.0, 0.0, 6.0], [1.0, 0.0, 3.0]));
    let (mut dx, mut dother) = ([0.0; 3], 0.0);
    let value = first_or::accumulate_grad(&xs, 7.0, 1.0, &mut dx, &mut dother);
    assert_eq!((value, dx, dother), (7.0, [7.0, 0.0, 0.0], 1.0));
    assert_eq!(inverse(0.0), None);
    assert_eq!(inverse::jvp(2.0, 1.0), (Some(0.5), Some(-0.25)));
}

#[test]
fn both_widths_and_pairs() {
    let mut dx = 0.0;
    let value = scaled::accumulate_grad(2.0, &[1.0, 2.0], 1.0, &mut dx, &mut [0.0; 2]);
    assert_eq!((value, dx), (36.0, 36.0));
    let mut dx = 0.0_f32;
    let value = scaled::accumulate_grad(2.0_f32, &[1.0, 2.0], 1.0, &mut dx, &mut [0.0; 2]);
    assert_eq!((value, dx), (36.0_f32, 36.0_f32));
    assert_eq!(swapped::value_and_grad((2.0, 3.0)), (12.0, (12.0, 4.0)));
}
