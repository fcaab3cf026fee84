//! Bundle adjustment: where cameras should see points, against where they saw them.

use differentiate::{Differentiable, differentiate};

use super::random::Random;

/// A camera of eleven parameters.
#[derive(Clone, Differentiable)]
pub(crate) struct Camera {
    /// The axis of its rotation, as long as the angle.
    pub(crate) rotation: [f64; 3],
    pub(crate) centre: [f64; 3],
    pub(crate) focal: f64,
    pub(crate) principal: [f64; 2],
    /// The coefficients of radial distortion.
    pub(crate) radial: [f64; 2],
}

#[differentiate]
fn dot(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[differentiate]
fn cross(a: &[f64; 3], b: &[f64; 3]) -> [f64; 3] {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

/// Rodrigues's formula.
#[differentiate]
fn rotated(rotation: &[f64; 3], x: &[f64; 3]) -> [f64; 3] {
    let square = dot(rotation, rotation);
    if square == 0.0 {
        let turn = cross(rotation, x);
        return [x[0] + turn[0], x[1] + turn[1], x[2] + turn[2]];
    }
    let angle = square.sqrt();
    let axis = rotation.map(|r| r / angle);
    let (sin, cos) = angle.sin_cos();
    let turn = cross(&axis, x);
    let along = dot(&axis, x) * (1.0 - cos);
    let mut y = [0.0; 3];
    for i in 0..3 {
        y[i] = x[i] * cos + turn[i] * sin + axis[i] * along;
    }
    y
}

impl Camera {
    /// Where a point lies in the image.
    #[differentiate]
    fn project(&self, point: &[f64; 3]) -> [f64; 2] {
        let mut offset = *point;
        for (x, c) in offset.iter_mut().zip(&self.centre) {
            *x -= c;
        }
        let [x, y, z] = rotated(&self.rotation, &offset);
        let (u, v) = (x / z, y / z);
        let square = u * u + v * v;
        let distortion = 1.0 + self.radial[0] * square + self.radial[1] * square * square;
        let scale = self.focal * distortion;
        [scale * u + self.principal[0], scale * v + self.principal[1]]
    }
}

/// The residual of an observation.
#[differentiate(wrt(camera, point, weight))]
pub(crate) fn residual(
    camera: &Camera,
    point: &[f64; 3],
    weight: f64,
    seen: &[f64; 2],
) -> [f64; 2] {
    let [u, v] = camera.project(point);
    [weight * (u - seen[0]), weight * (v - seen[1])]
}

/// What keeps the weight of an observation at one.
#[differentiate]
pub(crate) fn weight_residual(weight: f64) -> f64 {
    1.0 - weight * weight
}

/// A point seen by a camera.
pub(crate) struct Observation {
    camera: usize,
    point: usize,
    weight: f64,
    seen: [f64; 2],
}

/// An instance.
pub(crate) struct Instance {
    cameras: Vec<Camera>,
    points: Vec<[f64; 3]>,
    observations: Vec<Observation>,
}

/// What an observation's residuals depend on.
pub(crate) type Inputs = (Camera, [f64; 3], f64);

impl Instance {
    pub(crate) fn new(cameras: usize, points: usize, observations: usize) -> Self {
        let mut random = Random::new(2);
        let camera = |random: &mut Random| Camera {
            rotation: random.array(0.3),
            centre: [random.around(1.0), random.around(1.0), -5.0],
            focal: 1.0 + random.around(0.3),
            principal: random.array(0.1),
            radial: random.array(0.1),
        };
        let observation = |random: &mut Random| Observation {
            camera: random.below(cameras),
            point: random.below(points),
            weight: 1.0 + random.around(0.2),
            seen: random.array(0.5),
        };
        Instance {
            cameras: (0..cameras).map(|_| camera(&mut random)).collect(),
            points: (0..points).map(|_| random.array(1.0)).collect(),
            observations: (0..observations)
                .map(|_| observation(&mut random))
                .collect(),
        }
    }

    /// Each observation: what it depends on, and where it was seen.
    pub(crate) fn observations(&self) -> impl Iterator<Item = (Inputs, &[f64; 2])> {
        self.observations.iter().map(|o| {
            let camera = self.cameras[o.camera].clone();
            ((camera, self.points[o.point], o.weight), &o.seen)
        })
    }

    /// Half the sum of the squares of all residuals.
    pub(crate) fn objective(&self) -> f64 {
        let squares = self.observations().map(|((camera, point, weight), seen)| {
            let [u, v] = residual(&camera, &point, weight, seen);
            u * u + v * v + weight_residual(weight).powi(2)
        });
        0.5 * squares.sum::<f64>()
    }

    /// The rows of the Jacobian, two for each observation, without their zeros.
    pub(crate) fn jacobian(&self) -> Vec<[Inputs; 2]> {
        let rows = |((camera, point, weight), seen): (Inputs, &[f64; 2])| {
            let (_, pullback) = residual::vjp(&camera, &point, weight, seen);
            [pullback([1.0, 0.0]), pullback([0.0, 1.0])]
        };
        self.observations().map(rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rotation_by_a_right_angle() {
        let y = rotated(&[0.0, 0.0, std::f64::consts::FRAC_PI_2], &[1.0, 0.0, 2.0]);
        let wanted = [0.0, 1.0, 2.0];
        assert!(y.iter().zip(wanted).all(|(y, w)| (y - w).abs() < 1e-15));
        assert_eq!(rotated(&[0.0; 3], &[1.0, 2.0, 3.0]), [1.0, 2.0, 3.0]);
    }

    #[test]
    fn point_on_the_axis() {
        let camera = Camera {
            rotation: [0.0; 3],
            centre: [0.0, 0.0, -2.0],
            focal: 3.0,
            principal: [0.5, -0.5],
            radial: [0.1, 0.2],
        };
        assert_eq!(camera.project(&[0.0, 0.0, 1.0]), [0.5, -0.5]);
    }

    #[test]
    fn weights() {
        assert_eq!(weight_residual::grad(0.7), -1.4);
    }
}
