//! Hand tracking: a posed hand, against the points that a camera measured on it.

use differentiate::{Differentiable, differentiate};

use super::random::Random;

/// An affine map: the upper three rows of its matrix.
pub(crate) type Map = [[f64; 4]; 3];

/// A rotation.
pub(crate) type Rotation = [[f64; 3]; 3];

pub(crate) const FINGERS: usize = 5;
pub(crate) const BONES: usize = 4 * FINGERS + 2;

/// Global rotation and translation, and four angles for each finger.
pub(crate) const PARAMETERS: usize = 6 + 4 * FINGERS;

/// A hand at rest: a wrist, five fingers of four bones, a forearm.
#[derive(Clone, Differentiable)]
pub(crate) struct Hand {
    /// Each bone against its parent.
    pub(crate) relatives: Vec<Map>,
    /// From the world to each bone at rest.
    pub(crate) inverses: Vec<Map>,
    #[constant]
    pub(crate) parents: Vec<Option<usize>>,
    pub(crate) vertices: Vec<[f64; 3]>,
    /// How much each vertex follows each bone.
    pub(crate) weights: Vec<Vec<f64>>,
    #[constant]
    pub(crate) mirrored: bool,
}

/// The angles of all bones, and where the hand is.
#[derive(Clone, Differentiable)]
pub(crate) struct Pose {
    pub(crate) rotation: [f64; 3],
    pub(crate) scale: [f64; 3],
    pub(crate) translation: [f64; 3],
    pub(crate) bones: Vec<[f64; 3]>,
}

#[differentiate]
pub(crate) fn product(a: &Map, b: &Map) -> Map {
    let mut c = [[0.0; 4]; 3];
    for i in 0..3 {
        for j in 0..4 {
            c[i][j] = if j == 3 { a[i][3] } else { 0.0 };
            for k in 0..3 {
                c[i][j] += a[i][k] * b[k][j];
            }
        }
    }
    c
}

#[differentiate]
pub(crate) fn applied(a: &Map, x: &[f64; 3]) -> [f64; 3] {
    let mut y = [0.0; 3];
    for i in 0..3 {
        y[i] = a[i][0] * x[0] + a[i][1] * x[1] + a[i][2] * x[2] + a[i][3];
    }
    y
}

/// A turn about x, then about y, then about z; the angles stand in the order x, z, y.
#[differentiate]
pub(crate) fn euler(angles: &[f64; 3]) -> Map {
    let [x, z, y] = *angles;
    let (sx, cx) = x.sin_cos();
    let (sy, cy) = y.sin_cos();
    let (sz, cz) = z.sin_cos();
    [
        [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx, 0.0],
        [sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx, 0.0],
        [-sy, cy * sx, cy * cx, 0.0],
    ]
}

/// A rotation about an axis that is as long as the angle.
#[differentiate]
pub(crate) fn about_axis(axis: &[f64; 3]) -> Rotation {
    let angle = axis.iter().map(|a| a * a).sum::<f64>().sqrt();
    if angle < 1e-4 {
        return [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    }
    let [x, y, z] = axis.map(|a| a / angle);
    let (s, c) = angle.sin_cos();
    let d = 1.0 - c;
    [
        [
            x * x + (1.0 - x * x) * c,
            x * y * d - z * s,
            x * z * d + y * s,
        ],
        [
            x * y * d + z * s,
            y * y + (1.0 - y * y) * c,
            y * z * d - x * s,
        ],
        [
            x * z * d - y * s,
            z * y * d + x * s,
            z * z + (1.0 - z * z) * c,
        ],
    ]
}

/// The pose that the parameters stand for: of each finger the last three bones bend, and the first of
/// these turns to the side too.
#[differentiate]
pub(crate) fn posed(theta: &[f64; PARAMETERS]) -> Pose {
    let mut bones = vec![[0.0; 3]; BONES];
    let mut next = 6;
    for finger in 0..FINGERS {
        for joint in 1..4 {
            let bone = 1 + 4 * finger + joint;
            bones[bone][0] = theta[next];
            next += 1;
            if joint == 1 {
                bones[bone][1] = theta[next];
                next += 1;
            }
        }
    }
    Pose {
        rotation: [theta[0], theta[1], theta[2]],
        scale: [1.0; 3],
        translation: [theta[3], theta[4], theta[5]],
        bones,
    }
}

impl Hand {
    /// Where each bone is.
    #[differentiate]
    fn absolutes(&self, pose: &Pose) -> Vec<Map> {
        let mut absolutes: Vec<Map> = Vec::with_capacity(self.relatives.len());
        for (bone, relative) in self.relatives.iter().enumerate() {
            let turned = product(relative, &euler(&pose.bones[bone]));
            let absolute = match self.parents[bone] {
                Some(parent) => product(&absolutes[parent], &turned),
                None => turned,
            };
            absolutes.push(absolute);
        }
        absolutes
    }

    /// Where each vertex is: a mean of where its bones would carry it.
    #[differentiate]
    fn skinned(&self, pose: &Pose) -> Vec<[f64; 3]> {
        let absolutes = self.absolutes(pose);
        let mut positions = vec![[0.0; 3]; self.vertices.len()];
        for (bone, absolute) in absolutes.iter().enumerate() {
            let carry = product(absolute, &self.inverses[bone]);
            for (v, vertex) in self.vertices.iter().enumerate() {
                let carried = applied(&carry, vertex);
                for i in 0..3 {
                    positions[v][i] += self.weights[bone][v] * carried[i];
                }
            }
        }
        let rotation = about_axis(&pose.rotation);
        for p in positions.iter_mut() {
            let x = if self.mirrored { -p[0] } else { p[0] };
            let scaled = [
                x * pose.scale[0],
                p[1] * pose.scale[1],
                p[2] * pose.scale[2],
            ];
            for i in 0..3 {
                let row = rotation[i];
                let turned = row[0] * scaled[0] + row[1] * scaled[1] + row[2] * scaled[2];
                p[i] = turned + pose.translation[i];
            }
        }
        positions
    }
}

/// A point that was measured, and the vertex that it belongs to.
#[derive(Clone, Differentiable)]
pub(crate) struct Measured {
    #[constant]
    pub(crate) vertex: usize,
    pub(crate) position: [f64; 3],
}

/// The objective: three residuals for each measured point.
#[differentiate(wrt(theta))]
pub(crate) fn residuals(theta: &[f64; PARAMETERS], hand: &Hand, measured: &[Measured]) -> Vec<f64> {
    let positions = hand.skinned(&posed(theta));
    let mut residuals = Vec::with_capacity(3 * measured.len());
    for m in measured {
        for i in 0..3 {
            residuals.push(m.position[i] - positions[m.vertex][i]);
        }
    }
    residuals
}

/// An instance.
pub(crate) struct Instance {
    pub(crate) theta: [f64; PARAMETERS],
    pub(crate) hand: Hand,
    pub(crate) measured: Vec<Measured>,
}

impl Instance {
    pub(crate) fn new(vertices: usize, measured: usize) -> Self {
        let mut random = Random::new(4);
        let theta = random.array(0.4);
        let hand = hand(vertices, &mut random);
        let measure = |random: &mut Random| Measured {
            vertex: random.below(vertices),
            position: random.array(1.0),
        };
        Instance {
            theta,
            hand,
            measured: (0..measured).map(|_| measure(&mut random)).collect(),
        }
    }

    pub(crate) fn objective(&self, theta: &[f64; PARAMETERS]) -> Vec<f64> {
        residuals(theta, &self.hand, &self.measured)
    }

    /// The columns of the Jacobian, in forward mode: there are fewer columns than rows.
    pub(crate) fn jacobian(&self) -> Vec<Vec<f64>> {
        let column = |i: usize| {
            let mut along = [0.0; PARAMETERS];
            along[i] = 1.0;
            residuals::jvp(&self.theta, &self.hand, &self.measured, &along).1
        };
        (0..PARAMETERS).map(column).collect()
    }
}

/// Any hand.
fn hand(vertices: usize, random: &mut Random) -> Hand {
    let parent = |bone: usize| match bone {
        0 => None,
        _ if bone == BONES - 1 || bone % 4 == 1 => Some(0),
        _ => Some(bone - 1),
    };
    let parents: Vec<Option<usize>> = (0..BONES).map(parent).collect();
    let mut relatives: Vec<Map> = Vec::new();
    let mut absolutes: Vec<Map> = Vec::new();
    for parent in &parents {
        let mut relative = euler(&random.array(0.5));
        for row in &mut relative {
            row[3] = random.around(0.3);
        }
        relatives.push(relative);
        absolutes.push(parent.map_or(relative, |parent| product(&absolutes[parent], &relative)));
    }
    let mut weights = vec![vec![0.0; vertices]; BONES];
    for v in 0..vertices {
        let share = random.uniform();
        weights[random.below(BONES)][v] += share;
        weights[random.below(BONES)][v] += 1.0 - share;
    }
    Hand {
        relatives,
        inverses: absolutes.iter().map(inverse).collect(),
        parents,
        vertices: (0..vertices).map(|_| random.array(1.0)).collect(),
        weights,
        mirrored: true,
    }
}

/// The inverse of a rotation with a translation.
fn inverse(map: &Map) -> Map {
    let mut inverse = [[0.0; 4]; 3];
    for i in 0..3 {
        for j in 0..3 {
            inverse[i][j] = map[j][i];
            inverse[i][3] -= map[j][i] * map[j][3];
        }
    }
    inverse
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without angles each vertex stays where it is, but for the mirror.
    #[test]
    fn hand_at_rest() {
        let instance = Instance::new(6, 1);
        let positions = instance.hand.skinned(&posed(&[0.0; PARAMETERS]));
        for (p, v) in positions.iter().zip(&instance.hand.vertices) {
            let rest = [-v[0], v[1], v[2]];
            assert!(p.iter().zip(rest).all(|(p, r)| (p - r).abs() < 1e-12));
        }
    }

    #[test]
    fn rotations() {
        let quarter = std::f64::consts::FRAC_PI_2;
        let about_z = about_axis(&[0.0, 0.0, quarter]);
        let by_euler = euler(&[0.0, quarter, 0.0]);
        for i in 0..3 {
            for j in 0..3 {
                assert!((about_z[i][j] - by_euler[i][j]).abs() < 1e-15);
            }
        }
        assert!((about_z[1][0] - 1.0).abs() < 1e-15);
    }
}
