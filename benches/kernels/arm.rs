//! A robot arm of seven joints in the plane: how far its hand is from where it should be.

use differentiate::differentiate;

use super::Case;

#[differentiate(wrt(angles))]
pub fn arm(angles: [f64; 7], links: [f64; 7], goal: [f64; 2]) -> f64 {
    let mut direction = 0.0;
    let mut x = -goal[0];
    let mut y = -goal[1];
    for joint in 0..7 {
        direction += angles[joint];
        let (sine, cosine) = direction.sin_cos();
        x += links[joint] * cosine;
        y += links[joint] * sine;
    }
    x * x + y * y
}

/// Keeps the terms of `x` and `y`, two numbers a joint, on the stack: they are, up to sign, the
/// partial derivatives.
pub fn arm_by_hand(angles: [f64; 7], links: [f64; 7], goal: [f64; 2]) -> (f64, [f64; 7]) {
    let mut steps = [[0.0; 2]; 7];
    let mut direction = 0.0;
    let [mut x, mut y] = [-goal[0], -goal[1]];
    for joint in 0..7 {
        direction += angles[joint];
        let (sine, cosine) = direction.sin_cos();
        let step = [links[joint] * cosine, links[joint] * sine];
        x += step[0];
        y += step[1];
        steps[joint] = step;
    }

    let mut d_angles = [0.0; 7];
    let mut d_direction = 0.0;
    for joint in (0..7).rev() {
        d_direction += 2.0 * y * steps[joint][0] - 2.0 * x * steps[joint][1];
        d_angles[joint] = d_direction;
    }
    (x * x + y * y, d_angles)
}

pub fn cases() -> Vec<Case> {
    let angles = [0.3, -0.4, 0.5, 0.2, -0.7, 0.1, 0.6];
    let links = [1.0, 0.9, 0.8, 0.7, 0.5, 0.3, 0.2];
    vec![Case::returning(
        "robot arm, 7 joints",
        (angles, links, [2.5, 1.5]),
        |&(angles, links, goal)| arm(angles, links, goal),
        |&(angles, links, goal)| arm_by_hand(angles, links, goal),
        |&(angles, links, goal)| arm::value_and_grad(angles, links, goal),
    )]
}
