//! The Jacobian of an observation in bundle adjustment: two rows.

use super::objectives::bundle::{Camera, Inputs};

type Vector = [f64; 3];

/// Keeps a handful of numbers on the stack. What the two rows have in common is computed once: the
/// projection's derivative by the turned point is written down for both, and only the rotation is
/// pulled back row by row.
pub fn residual_by_hand(
    camera: &Camera,
    point: &Vector,
    weight: f64,
    seen: &[f64; 2],
) -> ([f64; 2], [Inputs; 2]) {
    let mut offset = *point;
    for (x, c) in offset.iter_mut().zip(&camera.centre) {
        *x -= c;
    }
    let rotation = Rotation::new(&camera.rotation);
    let [x, y, z] = rotation.apply(&offset);
    let image = [x / z, y / z];
    let square = image[0] * image[0] + image[1] * image[1];
    let distortion = 1.0 + camera.radial[0] * square + camera.radial[1] * square * square;
    let scale = camera.focal * distortion;
    let error = |i: usize| scale * image[i] + camera.principal[i] - seen[i];
    let errors = [error(0), error(1)];

    let sight = Sight {
        camera,
        rotation,
        offset,
        image,
        square,
        distortion,
        weight,
        near: 1.0 / z,
    };
    let rows = [sight.row(0, errors[0]), sight.row(1, errors[1])];
    (errors.map(|error| weight * error), rows)
}

/// What the rows have in common.
struct Sight<'a> {
    camera: &'a Camera,
    rotation: Rotation,
    offset: Vector,
    image: [f64; 2],
    square: f64,
    distortion: f64,
    weight: f64,
    near: f64,
}

impl Sight<'_> {
    #[inline(always)]
    fn row(&self, i: usize, error: f64) -> Inputs {
        let Sight {
            camera,
            image,
            square,
            weight,
            near,
            ..
        } = *self;
        // By the image coordinates, then by the turned point.
        let along = weight * image[i];
        let bent = camera.radial[0] + 2.0 * camera.radial[1] * square;
        let steep = along * (2.0 * camera.focal * bent);
        let mut d_image = [steep * image[0], steep * image[1]];
        d_image[i] += weight * (camera.focal * self.distortion);
        let d_z = -(d_image[0] * image[0] + d_image[1] * image[1]);
        let d_turned = [d_image[0] * near, d_image[1] * near, d_z * near];
        let (d_rotation, d_offset) = self.rotation.pull(&self.offset, &d_turned);
        let mut principal = [0.0; 2];
        principal[i] = weight;
        let lens = along * camera.focal * square;
        let camera = Camera {
            rotation: d_rotation,
            centre: d_offset.map(|d| -d),
            focal: along * self.distortion,
            principal,
            radial: [lens, lens * square],
        };
        (camera, d_offset, error)
    }
}

/// Rodrigues's formula, prepared.
struct Rotation {
    vector: Vector,
    axis: Vector,
    angle: f64,
    inverse: f64,
    sin: f64,
    cos: f64,
}

impl Rotation {
    #[inline(always)]
    fn new(vector: &Vector) -> Self {
        let angle = dot(vector, vector).sqrt();
        let (sin, cos) = angle.sin_cos();
        let axis = vector.map(|r| r / angle);
        Rotation {
            vector: *vector,
            axis,
            angle,
            inverse: 1.0 / angle,
            sin,
            cos,
        }
    }

    #[inline(always)]
    fn apply(&self, x: &Vector) -> Vector {
        if self.angle == 0.0 {
            let turn = cross(&self.vector, x);
            return [x[0] + turn[0], x[1] + turn[1], x[2] + turn[2]];
        }
        let turn = cross(&self.axis, x);
        let along = dot(&self.axis, x) * (1.0 - self.cos);
        [0, 1, 2].map(|i| x[i] * self.cos + turn[i] * self.sin + self.axis[i] * along)
    }

    /// The adjoints of the rotation vector and of what is turned.
    #[inline(always)]
    fn pull(&self, x: &Vector, d: &Vector) -> (Vector, Vector) {
        if self.angle == 0.0 {
            let turn = cross(d, &self.vector);
            return (
                cross(x, d),
                [d[0] + turn[0], d[1] + turn[1], d[2] + turn[2]],
            );
        }
        let (axis, turn, side) = (&self.axis, cross(&self.axis, x), cross(x, d));
        let (ahead, d_ahead) = (dot(axis, x), dot(axis, d));
        let rest = 1.0 - self.cos;
        let d_angle = self.cos * dot(&turn, d) + self.sin * (ahead * d_ahead - dot(x, d));
        let d_axis = [0, 1, 2].map(|i| side[i] * self.sin + rest * (d[i] * ahead + x[i] * d_ahead));
        let length = dot(&d_axis, axis) * self.inverse;
        let d_vector = [0, 1, 2].map(|i| d_axis[i] * self.inverse + axis[i] * (d_angle - length));
        let turn = cross(d, axis);
        let d_x =
            [0, 1, 2].map(|i| d[i] * self.cos + turn[i] * self.sin + axis[i] * (d_ahead * rest));
        (d_vector, d_x)
    }
}

#[inline(always)]
fn dot(a: &Vector, b: &Vector) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

#[inline(always)]
fn cross(a: &Vector, b: &Vector) -> Vector {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}
