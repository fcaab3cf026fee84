//! What the functions of `shapes.rs` come to: closed forms, at numbers where `f64` is exact.

#![allow(clippy::pedantic, clippy::nursery)]

use crate::shapes::*;

#[test]
fn lines_and_branches() {
    assert_eq!(line::grad(1.0, 2.0), (18.0, 6.0));
    assert_eq!(line::value_and_grad(1.0, 2.0), (9.0, (18.0, 6.0)));
    assert_eq!(branch::value_and_grad(3.0), (9.0, 6.0));
    assert_eq!(branch::value_and_grad(0.5), (1.0, 2.0));
    assert_eq!(single::value_and_grad(2.0_f32), (9.0_f32, 12.0_f32));
    assert_eq!(
        shadow::value_and_grad(2.0, 3.0, 4.0),
        (144.0, (144.0, 96.0, 0.0))
    );
}

#[test]
fn all_forms_agree() {
    let (mut dx, mut dy) = (100.0, 200.0);
    assert_eq!(line::accumulate_grad(1.0, 2.0, 10.0, &mut dx, &mut dy), 9.0);
    assert_eq!((dx, dy), (280.0, 260.0));

    let (value, pullback) = line::vjp(1.0, 2.0);
    assert_eq!(value, 9.0);
    assert_eq!(pullback(1.0), (18.0, 6.0));
    assert_eq!(pullback(-2.0), (-36.0, -12.0));

    assert_eq!(line::jvp(1.0, 2.0, 1.0, 0.0), (9.0, 18.0));
    assert_eq!(line::jvp(1.0, 2.0, 0.5, 10.0), (9.0, 69.0));
}

#[test]
fn loops() {
    #[cfg(feature = "std")]
    assert_eq!(power::value_and_grad(2.0, 5), (32.0, 80.0));
    #[cfg(feature = "std")]
    assert_eq!(power::value_and_grad(2.0, 0), (1.0, 0.0));
    assert_eq!(doubling::value_and_grad(3.0), (192.0, 64.0));
    #[cfg(feature = "std")]
    assert_eq!(exits::value_and_grad(-3.0, 4), (3.0, -1.0));
    #[cfg(feature = "std")]
    assert_eq!(exits::value_and_grad(2.0, 4), (16.0, 32.0));
    #[cfg(feature = "std")]
    assert_eq!(exits::value_and_grad(2.0, 7), (4096.0, 24576.0));
}

#[test]
fn arrays() {
    assert_eq!(
        squares::value_and_grad([1.0, 2.0, 3.0]),
        (14.0, [2.0, 4.0, 6.0])
    );
    assert_eq!(
        smooth::value_and_grad([[1.0, 2.0], [3.0, 4.0]]),
        (32.0, [[16.0, 16.0], [8.0, 4.0]])
    );
}

#[test]
fn slices_without_a_heap() {
    let (xs, ys) = ([1.0, 2.0], [3.0, 4.0]);
    let (mut dx, mut dy) = ([0.0; 2], [1.0; 2]);
    assert_eq!(dot::accumulate_grad(&xs, &ys, 2.0, &mut dx, &mut dy), 11.0);
    assert_eq!((dx, dy), ([6.0, 8.0], [3.0, 5.0]));
    assert_eq!(dot::jvp(&xs, &ys, &[1.0, 0.0], &[0.0, 1.0]), (11.0, 5.0));
}

#[cfg(feature = "std")]
#[test]
fn slices_on_the_heap() {
    let mut dx = [0.0; 3];
    assert_eq!(
        shadows::slice::accumulate_grad(&[1.0, 2.0, 3.0], 1.0, &mut dx),
        53.0
    );
    assert_eq!(dx, [13.0, 25.0, 32.0]);
    let (dx, dy) = dot::grad(&[1.0, 2.0], &[3.0, 4.0]);
    assert_eq!((dx, dy), (std::vec![3.0, 4.0], std::vec![1.0, 2.0]));
    #[cfg(feature = "std")]
    assert_eq!(shadows::slice::grad(&[1.0, 2.0, 3.0]), [13.0, 25.0, 32.0]);
}

#[cfg(feature = "std")]
#[test]
fn functions_of_std() {
    let x = 0.7_f64;
    let slope = x.exp() * (x.sin() + x.cos());
    assert!((wave::grad(x) - slope).abs() < 1e-14);
}

#[test]
fn calls() {
    assert_eq!(chain::value_and_grad(2.0), (160.0, 176.0));
    #[cfg(feature = "std")]
    assert_eq!(tower::value_and_grad(2.0, 3), (16.0, 32.0));
    assert_eq!(closures::value_and_grad(3.0, 4.0), (18.0, (6.0, 3.0)));
    assert_eq!(visibility::paths::value_and_grad(2.0), (32.0, 36.0));
}

#[test]
fn chosen_parameters() {
    assert_eq!(chosen::value_and_grad(3.0, 2.0, 0), (12.0, 12.0));
    assert_eq!(chosen::grad(3.0, 2.0, 1), -12.0);
}

#[test]
fn names_that_clash() {
    let g = names::parameters::grad(2.0, 3.0, 4.0, 5.0, 6.0);
    assert_eq!(g, (3.0, 2.0, 30.0, 24.0, 20.0));
    let g = names::crates::grad(2.0, 3.0, 4.0, 5.0, 6.0);
    assert_eq!(g, (3.0, 2.0, 30.0, 24.0, 20.0));
    let g = names::types::grad(2.0, 3.0, 4.0, 5.0, 6.0);
    assert_eq!(g, (3.0, 2.0, 30.0, 24.0, 20.0));
    assert_eq!(names::raw::grad(2.0, 3.0), (12.0, 4.0));
    assert_eq!(names::größe::grad(2.0, 3.0), (12.0, 4.0));
    assert_eq!(names::itself::grad(3.0), 6.0);
    assert_eq!(names::local::value_and_grad(2.0), (24.0, 32.0));
    assert_eq!(names::r#match::grad(3.0), 6.0);
    assert_eq!(names::grad::grad(2.0), 3.0);
    assert_eq!(names::forward::grad(2.0), 36.0);
    assert_eq!(names::core::value_and_grad(2.0), (26.0, 37.0));
    assert_eq!(names::_unused::grad(2.0), 2.0);
}

#[test]
fn constants_in_lower_case() {
    assert_eq!(constants::scaled::value_and_grad(2.0), (46.0, 41.0));
    assert_eq!(constants::summed::value_and_grad(2.0), (316.0, 182.0));
}

#[test]
fn types_that_bear_the_names_of_the_prelude() {
    #[cfg(feature = "std")]
    assert_eq!(shadows::cubic::value_and_grad(2.0, 2), (4.0, 6.0));
    #[cfg(feature = "std")]
    assert_eq!(shadows::caller::value_and_grad(2.0), (6.0, 7.0));
}

#[test]
fn names_in_two_namespaces() {
    assert_eq!(namespaces::shout::grad(3.0), 6.0);
    assert_eq!(namespaces::assert::grad(3.0), 27.0);
}

#[test]
fn each_visibility() {
    assert_eq!(visibility::package::grad(2.0), 16.0);
    assert_eq!(visibility::public::value_and_grad(2.0), (24.0, 28.0));
    assert_eq!(inside(3.0), 15.0);
    assert_eq!(Owner(2.0).slope(2.0), 24.0);
}
