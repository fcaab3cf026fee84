//! Cameras and images, vectors in space.

use differentiate::{Differentiable, differentiate};

/// A camera with radial distortion.
#[derive(Clone, Differentiable)]
struct Camera {
    rotation: [f64; 3],
    centre: [f64; 3],
    focal: f64,
    radial: [f64; 2],
}

/// A rotation by an axis whose length is the angle, after Rodrigues.
#[differentiate]
fn rodrigues(axis: &[f64; 3], p: &[f64; 3]) -> [f64; 3] {
    let square = axis.iter().map(|a| a * a).sum::<f64>();
    let cross = |a: &[f64; 3], b: &[f64; 3]| {
        [
            a[1] * b[2] - a[2] * b[1],
            a[2] * b[0] - a[0] * b[2],
            a[0] * b[1] - a[1] * b[0],
        ]
    };
    if square == 0.0 {
        let c = cross(axis, p);
        return [p[0] + c[0], p[1] + c[1], p[2] + c[2]];
    }
    let angle = square.sqrt();
    let w = [axis[0] / angle, axis[1] / angle, axis[2] / angle];
    let c = cross(&w, p);
    let dot: f64 = w.iter().zip(p).map(|(a, b)| a * b).sum();
    let mut turned = [0.0; 3];
    for i in 0..3 {
        turned[i] = p[i] * angle.cos() + c[i] * angle.sin() + w[i] * dot * (1.0 - angle.cos());
    }
    turned
}

impl Camera {
    #[differentiate]
    fn project(&self, p: &[f64; 3]) -> [f64; 2] {
        let centred = [
            p[0] - self.centre[0],
            p[1] - self.centre[1],
            p[2] - self.centre[2],
        ];
        let [x, y, z] = rodrigues(&self.rotation, &centred);
        let (x, y) = (x / z, y / z);
        let r2 = x * x + y * y;
        let scale = self.focal * (1.0 + r2 * (self.radial[0] + r2 * self.radial[1]));
        [scale * x, scale * y]
    }
}

/// The residual of a point in bundle adjustment.
#[differentiate]
fn residual(camera: &Camera, p: &[f64; 3], weight: f64, seen: [f64; 2]) -> [f64; 2] {
    let [x, y] = camera.project(p);
    [weight * (x - seen[0]), weight * (y - seen[1])]
}

#[test]
fn bundle_adjustment() {
    let camera = Camera {
        rotation: [0.1, -0.2, 0.05],
        centre: [0.3, 0.1, -4.0],
        focal: 1.2,
        radial: [0.1, -0.05],
    };
    check!(map residual(
        &camera = camera,
        &p = [0.5, -0.4, 0.8],
        weight = 0.9,
        seen = [0.1, -0.1]
    ));
}

/// A vector in space.
#[derive(Clone, Copy, Differentiable)]
struct Vec3 {
    x: f64,
    y: f64,
    z: f64,
}

impl Vec3 {
    #[differentiate]
    fn dot(self, other: Vec3) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    #[differentiate]
    fn plus(self, other: Vec3) -> Vec3 {
        Vec3 {
            x: self.x + other.x,
            y: self.y + other.y,
            z: self.z + other.z,
        }
    }

    #[differentiate]
    fn times(self, s: f64) -> Vec3 {
        Vec3 {
            x: self.x * s,
            y: self.y * s,
            z: self.z * s,
        }
    }
}

/// The length of a reflected ray.
#[differentiate]
fn reflected(ray: Vec3, normal: Vec3) -> f64 {
    let out = ray.plus(normal.times(-2.0 * ray.dot(normal)));
    out.dot(out).sqrt() + 0.5 * out.x
}

#[test]
fn vectors_with_methods() {
    let vec3 = |x, y, z| Vec3 { x, y, z };
    check!(reflected(
        ray = vec3(0.5, -1.0, 0.3),
        normal = vec3(0.1, 0.9, 0.2)
    ));
}

/// The total variation of an image, with its rows in one vector.
#[differentiate]
fn variation(image: &[f64], width: usize) -> f64 {
    let rows = image.chunks(width);
    let across: f64 = rows
        .clone()
        .flat_map(|row| row.windows(2))
        .map(|w| (w[1] - w[0]).powi(2))
        .sum();
    let down: f64 = rows
        .clone()
        .zip(rows.skip(1))
        .flat_map(|(upper, lower)| upper.iter().zip(lower))
        .map(|(a, b)| (b - a).abs())
        .sum();
    across + down
}

#[test]
fn total_variation() {
    check!(variation(&image = vec![0.1, 0.5, 0.9, 0.3, 0.2, 0.8], const width = 3));
}
