//! Points, rotations, shapes, cameras.

use differentiate::{Differentiable, differentiate};

/// A rotation as a quaternion.
#[derive(Clone, Copy, Differentiable)]
struct Quaternion {
    w: f64,
    v: [f64; 3],
}

/// The cross product.
#[differentiate]
fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

impl Quaternion {
    #[differentiate]
    fn normalized(self) -> Self {
        let Quaternion { w, v: [x, y, z] } = self;
        let n = (w * w + x * x + y * y + z * z).sqrt();
        Quaternion {
            w: w / n,
            v: [x / n, y / n, z / n],
        }
    }

    #[differentiate]
    fn rotate(&self, p: [f64; 3]) -> [f64; 3] {
        let t: [f64; 3] = cross(self.v, p);
        let t = t.map(|c| 2.0 * c);
        let u = cross(self.v, t);
        let mut turned = p;
        for (i, x) in turned.iter_mut().enumerate() {
            *x += self.w * t[i] + u[i];
        }
        turned
    }
}

/// Where a point comes to lie.
#[differentiate]
fn turned(q: Quaternion, p: [f64; 3]) -> [f64; 3] {
    q.normalized().rotate(p)
}

#[test]
fn rotation_by_quaternion() {
    let q = Quaternion {
        w: 0.9,
        v: [0.1, -0.3, 0.2],
    };
    check!(map turned(q = q, p = [1.0, 0.5, -0.7]));
}

/// The distance along a ray to a sphere, if it is hit.
#[differentiate]
fn hit(origin: [f64; 3], direction: [f64; 3], radius: f64) -> Option<f64> {
    let dot = |a: &[f64; 3], b: &[f64; 3]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let a = dot(&direction, &direction);
    let b = dot(&origin, &direction);
    let c = dot(&origin, &origin) - radius * radius;
    let d = b * b - a * c;
    if d < 0.0 {
        return None;
    }
    let t = (-b - d.sqrt()) / a;
    if t > 0.0 { Some(t) } else { None }
}

/// The brightness of a pixel.
#[differentiate]
fn brightness(origin: [f64; 3], direction: [f64; 3], radius: f64) -> f64 {
    hit(origin, direction, radius).map_or(0.1, |t| 1.0 / (1.0 + t * t))
}

#[test]
fn ray_and_sphere() {
    check!(brightness(
        origin = [0.1, -0.2, -3.0],
        direction = [0.05, 0.1, 1.0],
        radius = 1.0
    ));
    check!(brightness(
        origin = [0.1, -0.2, -3.0],
        direction = [0.9, 0.1, 0.2],
        radius = 1.0
    ));
}

/// Shapes with data.
#[derive(Clone, Differentiable)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Triangle(f64, f64, f64),
}

/// The area of a shape.
#[differentiate]
fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(r) => std::f64::consts::PI * r * r,
        Shape::Rectangle { width, height } => width * height,
        Shape::Triangle(a, b, c) => {
            let s = 0.5 * (a + b + c);
            (s * (s - a) * (s - b) * (s - c)).sqrt()
        }
    }
}

#[test]
fn area_of_shapes() {
    check!(area(&shape = Shape::Circle(1.3)));
    let (width, height) = (0.7, 2.0);
    check!(area(&shape = Shape::Rectangle { width, height }));
    check!(area(&shape = Shape::Triangle(3.0, 4.0, 4.5)));
}

/// The area of all shapes.
#[differentiate]
fn total_area(shapes: &[Shape], scale: f64) -> f64 {
    shapes.iter().map(|shape| scale * scale * area(shape)).sum()
}

#[test]
fn area_of_a_list_of_shapes() {
    let shapes = vec![Shape::Circle(0.5), Shape::Triangle(2.0, 2.0, 3.0)];
    check!(total_area(&shapes = shapes, scale = 1.4));
}

/// The area of a polygon.
#[differentiate]
fn polygon(points: &[(f64, f64)]) -> f64 {
    let next = points.iter().cycle().skip(1);
    let twice: f64 = points
        .iter()
        .zip(next)
        .map(|((a, b), (c, d))| a * d - b * c)
        .sum();
    0.5 * twice.abs()
}

#[test]
fn area_of_a_polygon() {
    check!(polygon(
        &points = vec![(0.0, 0.0), (2.0, 0.1), (1.5, 1.8), (0.3, 1.1)]
    ));
}

/// The distance of a point to a segment.
#[differentiate]
fn to_segment(p: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy);
    let t = t.clamp(0.0, 1.0);
    (a[0] + t * dx - p[0]).hypot(a[1] + t * dy - p[1])
}

#[test]
fn distance_to_a_segment() {
    check!(to_segment(p = [0.6, 1.0], a = [0.0, 0.0], b = [2.0, 0.5]));
    check!(to_segment(p = [-0.6, 1.0], a = [0.0, 0.0], b = [2.0, 0.5]));
}
