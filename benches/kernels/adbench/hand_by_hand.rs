//! The Jacobian of hand tracking: a column for each parameter.

use super::objectives::hand::{
    BONES, FINGERS, Hand, Map, Measured, PARAMETERS, Pose, Rotation, about_axis, applied, euler,
    posed, product,
};

type Vector = [f64; 3];

/// A joint's angle moves the bones of its finger from that joint on, and nothing else; of the
/// vertices, only those that were measured matter. So the columns of the angles cost what a few
/// bones cost for each, and those of the hand's own turn and place next to nothing.
pub fn jacobian_by_hand(
    theta: &[f64; PARAMETERS],
    hand: &Hand,
    measured: &[Measured],
) -> (Vec<f64>, Vec<Vec<f64>>) {
    let pose = posed(theta);
    let bones = Bones::new(hand, &pose);
    let inside = bones.skinned(hand);
    let turn = about_axis(&pose.rotation);
    let place = |p: &Vector| -> Vector {
        [0, 1, 2].map(|i| {
            let row = turn[i];
            row[0] * p[0] + row[1] * p[1] + row[2] * p[2] + pose.translation[i]
        })
    };
    let residuals = measured.iter().flat_map(|m| {
        let at = place(&inside[m.vertex]);
        [0, 1, 2].map(|i| m.position[i] - at[i])
    });
    let residuals = residuals.collect();

    let mut columns = Vec::with_capacity(PARAMETERS);
    for d_turn in turned(&pose.rotation) {
        let column = measured.iter().flat_map(|m| {
            let p = &inside[m.vertex];
            d_turn.map(|row| -(row[0] * p[0] + row[1] * p[1] + row[2] * p[2]))
        });
        columns.push(column.collect());
    }
    for axis in 0..3 {
        let mut column = vec![0.0; 3 * measured.len()];
        column
            .iter_mut()
            .skip(axis)
            .step_by(3)
            .for_each(|d| *d = -1.0);
        columns.push(column);
    }
    let mirror = if hand.mirrored { -1.0 } else { 1.0 };
    let outside = turn.map(|row| [mirror * row[0], row[1], row[2], 0.0]);
    for finger in 0..FINGERS {
        for (joint, angle) in [(1, 0), (1, 1), (2, 0), (3, 0)] {
            let moves = bones.moves(hand, &pose, 1 + 4 * finger, joint, angle);
            columns.push(column(&moves, &outside, hand, measured));
        }
    }
    (residuals, columns)
}

/// Where the bones are.
struct Bones {
    turned: Vec<Map>,
    absolutes: Vec<Map>,
}

impl Bones {
    fn new(hand: &Hand, pose: &Pose) -> Self {
        let turned = hand.relatives.iter().zip(&pose.bones);
        let turned: Vec<Map> = turned
            .map(|(relative, angles)| product(relative, &euler(angles)))
            .collect();
        let mut absolutes: Vec<Map> = Vec::with_capacity(BONES);
        for (turned, parent) in turned.iter().zip(&hand.parents) {
            absolutes.push(parent.map_or(*turned, |parent| product(&absolutes[parent], turned)));
        }
        Bones { turned, absolutes }
    }

    /// The vertices, ahead of the hand's own turn, mirrored if they are to be.
    fn skinned(&self, hand: &Hand) -> Vec<Vector> {
        let mut positions = vec![[0.0; 3]; hand.vertices.len()];
        for (bone, absolute) in self.absolutes.iter().enumerate() {
            let carry = product(absolute, &hand.inverses[bone]);
            let vertices = hand.vertices.iter().zip(&hand.weights[bone]);
            for (position, (vertex, weight)) in positions.iter_mut().zip(vertices) {
                let carried = applied(&carry, vertex);
                for i in 0..3 {
                    position[i] += weight * carried[i];
                }
            }
        }
        if hand.mirrored {
            positions.iter_mut().for_each(|p| p[0] = -p[0]);
        }
        positions
    }

    /// How the bones of a finger that begins with bone `first`, from a joint on, change with one of
    /// the joint's angles: which bone, and its map from where the vertices are at rest.
    fn moves(
        &self,
        hand: &Hand,
        pose: &Pose,
        first: usize,
        joint: usize,
        angle: usize,
    ) -> Vec<(usize, Map)> {
        let bone = first + joint;
        let bend = direction(&hand.relatives[bone], &d_euler(&pose.bones[bone], angle));
        let mut change = direction(&self.absolutes[bone - 1], &bend);
        let mut moves = vec![(bone, product(&change, &hand.inverses[bone]))];
        for child in bone + 1..first + 4 {
            change = product(&change, &self.turned[child]);
            moves.push((child, product(&change, &hand.inverses[child])));
        }
        moves
    }
}

/// A column of the Jacobian: the residuals fall where the vertices rise.
fn column(moves: &[(usize, Map)], outside: &Map, hand: &Hand, measured: &[Measured]) -> Vec<f64> {
    let mut column = vec![0.0; 3 * measured.len()];
    for (bone, map) in moves {
        let map = direction(outside, map);
        let weights = &hand.weights[*bone];
        for (d, m) in column.chunks_exact_mut(3).zip(measured) {
            let (weight, moved) = (weights[m.vertex], applied(&map, &hand.vertices[m.vertex]));
            for i in 0..3 {
                d[i] -= weight * moved[i];
            }
        }
    }
    column
}

/// The product of a map and the derivative of one, whose last row is zero and not `[0, 0, 0, 1]`.
/// In the other order, the product is the ordinary one.
fn direction(a: &Map, b: &Map) -> Map {
    let entry = |i: usize, j: usize| a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
    [0, 1, 2].map(|i| [0, 1, 2, 3].map(|j| entry(i, j)))
}

/// The derivative of [`euler`] by the first or the second of the angles.
fn d_euler(angles: &Vector, by: usize) -> Map {
    let [x, z, y] = *angles;
    let (sx, cx) = x.sin_cos();
    let (sy, cy) = y.sin_cos();
    let (sz, cz) = z.sin_cos();
    match by {
        0 => [
            [0.0, cz * sy * cx + sz * sx, sz * cx - cz * sy * sx, 0.0],
            [0.0, sz * sy * cx - cz * sx, -sz * sy * sx - cz * cx, 0.0],
            [0.0, cy * cx, -cy * sx, 0.0],
        ],
        _ => [
            [
                -sz * cy,
                -sz * sy * sx - cz * cx,
                cz * sx - sz * sy * cx,
                0.0,
            ],
            [cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx, 0.0],
            [0.0; 4],
        ],
    }
}

/// The derivatives of [`about_axis`] by the three coordinates.
fn turned(vector: &Vector) -> [Rotation; 3] {
    let angle = vector.iter().map(|a| a * a).sum::<f64>().sqrt();
    if angle < 1e-4 {
        return [[[0.0; 3]; 3]; 3];
    }
    let axis = vector.map(|a| a / angle);
    let (s, c) = angle.sin_cos();
    let d = 1.0 - c;
    [0, 1, 2].map(|by| {
        let grows = axis[by];
        let along = |i: usize| (f64::from(u8::from(i == by)) - axis[i] * grows) / angle;
        let d_axis = [along(0), along(1), along(2)];
        let pair = |i: usize, j: usize| axis[i] * axis[j];
        let d_pair = |i: usize, j: usize| d_axis[i] * axis[j] + axis[i] * d_axis[j];
        let (d_s, d_c) = (c * grows, -s * grows);
        let side = |i: usize| axis[i] * d_s + d_axis[i] * s;
        let entry = |i: usize, j: usize| match (3 + j - i) % 3 {
            0 => d_pair(i, i) * d + (1.0 - pair(i, i)) * d_c,
            1 => d_pair(i, j) * d - pair(i, j) * d_c - side(3 - i - j),
            _ => d_pair(i, j) * d - pair(i, j) * d_c + side(3 - i - j),
        };
        [0, 1, 2].map(|i| [0, 1, 2].map(|j| entry(i, j)))
    })
}
