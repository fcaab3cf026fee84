//! Enums with data: matched, built, passed and changed.

use differentiate::{Differentiable, differentiate};

#[derive(Clone, Debug, Differentiable, PartialEq)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Nothing,
}

#[differentiate]
fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => 3.0 * radius * radius,
        Shape::Rectangle { width, height } if *width > 10.0 => *height,
        Shape::Rectangle { width, height } => width * height,
        Shape::Nothing => 0.0,
    }
}

#[differentiate]
fn areas(shapes: &[Shape], scale: f64) -> f64 {
    let mut sum = 0.0;
    for shape in shapes {
        sum += area(shape) * scale;
    }
    sum
}

fn rectangle(width: f64, height: f64) -> Shape {
    Shape::Rectangle { width, height }
}

#[test]
fn matched() {
    for shape in [
        Shape::Circle(2.0),
        rectangle(2.0, 3.0),
        rectangle(12.0, 3.0),
        Shape::Nothing,
    ] {
        check!(area(&shape = shape));
    }
    assert_eq!(area::grad(&rectangle(2.0, 3.0)), rectangle(3.0, 2.0));
}

#[test]
fn in_a_slice() {
    let shapes = vec![Shape::Circle(2.0), Shape::Nothing, rectangle(2.0, 3.0)];
    check!(areas(&shapes = shapes.clone(), scale = 2.0));
    let gradients = vec![Shape::Circle(24.0), Shape::Nothing, rectangle(6.0, 4.0)];
    assert_eq!(areas::grad(&shapes, 2.0), (gradients, 18.0));
}

#[differentiate]
fn built(x: f64, n: usize) -> f64 {
    let shape = match n {
        0 => Shape::Circle(x),
        1..=3 => Shape::Rectangle {
            width: x,
            height: x * x,
        },
        _ => Shape::Nothing,
    };
    area(&shape) + x
}

#[test]
fn of_inputs() {
    for n in [0, 2, 7] {
        check!(built(x = 1.3, const n = n));
    }
}

#[differentiate]
fn changed(x: f64, n: usize) -> f64 {
    let mut shape = if n == 0 {
        Shape::Circle(x)
    } else {
        Shape::Rectangle {
            width: x,
            height: 2.0,
        }
    };
    for _ in 0..n {
        if let Shape::Rectangle { width, height } = &mut shape {
            *height *= *width;
            *width += x;
        }
    }
    area(&shape)
}

#[test]
fn written_in_place() {
    for n in [0, 1, 3] {
        check!(changed(x = 0.8, const n = n));
    }
}
