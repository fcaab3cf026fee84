//! Minus the logarithm of a Gaussian density in three dimensions: determinant and inverse of a
//! 3×3 matrix by cofactors.

use differentiate::differentiate;

use super::Case;

#[differentiate]
pub fn mahalanobis(m: [[f64; 3]; 3], x: [f64; 3]) -> f64 {
    let c00 = m[1][1] * m[2][2] - m[1][2] * m[2][1];
    let c01 = m[1][2] * m[2][0] - m[1][0] * m[2][2];
    let c02 = m[1][0] * m[2][1] - m[1][1] * m[2][0];
    let c10 = m[0][2] * m[2][1] - m[0][1] * m[2][2];
    let c11 = m[0][0] * m[2][2] - m[0][2] * m[2][0];
    let c12 = m[0][1] * m[2][0] - m[0][0] * m[2][1];
    let c20 = m[0][1] * m[1][2] - m[0][2] * m[1][1];
    let c21 = m[0][2] * m[1][0] - m[0][0] * m[1][2];
    let c22 = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    let determinant = m[0][0] * c00 + m[0][1] * c01 + m[0][2] * c02;
    let y0 = c00 * x[0] + c10 * x[1] + c20 * x[2];
    let y1 = c01 * x[0] + c11 * x[1] + c21 * x[2];
    let y2 = c02 * x[0] + c12 * x[1] + c22 * x[2];
    (x[0] * y0 + x[1] * y1 + x[2] * y2) / determinant + determinant.ln()
}

/// With `n` the inverse of `m`, `y = n x` and `z = nᵀ x`: the gradient is `nᵀ - z yᵀ` in `m`,
/// `y + z` in `x`. One more division and no adjoint of a cofactor.
pub fn mahalanobis_by_hand(m: [[f64; 3]; 3], x: [f64; 3]) -> (f64, ([[f64; 3]; 3], [f64; 3])) {
    let c00 = m[1][1] * m[2][2] - m[1][2] * m[2][1];
    let c01 = m[1][2] * m[2][0] - m[1][0] * m[2][2];
    let c02 = m[1][0] * m[2][1] - m[1][1] * m[2][0];
    let c10 = m[0][2] * m[2][1] - m[0][1] * m[2][2];
    let c11 = m[0][0] * m[2][2] - m[0][2] * m[2][0];
    let c12 = m[0][1] * m[2][0] - m[0][0] * m[2][1];
    let c20 = m[0][1] * m[1][2] - m[0][2] * m[1][1];
    let c21 = m[0][2] * m[1][0] - m[0][0] * m[1][2];
    let c22 = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    let determinant = m[0][0] * c00 + m[0][1] * c01 + m[0][2] * c02;
    let y0 = c00 * x[0] + c10 * x[1] + c20 * x[2];
    let y1 = c01 * x[0] + c11 * x[1] + c21 * x[2];
    let y2 = c02 * x[0] + c12 * x[1] + c22 * x[2];
    let value = (x[0] * y0 + x[1] * y1 + x[2] * y2) / determinant + determinant.ln();

    let scale = 1.0 / determinant;
    let (y0, y1, y2) = (scale * y0, scale * y1, scale * y2);
    let z0 = scale * (c00 * x[0] + c01 * x[1] + c02 * x[2]);
    let z1 = scale * (c10 * x[0] + c11 * x[1] + c12 * x[2]);
    let z2 = scale * (c20 * x[0] + c21 * x[1] + c22 * x[2]);
    let d_m = [
        [
            scale * c00 - z0 * y0,
            scale * c01 - z0 * y1,
            scale * c02 - z0 * y2,
        ],
        [
            scale * c10 - z1 * y0,
            scale * c11 - z1 * y1,
            scale * c12 - z1 * y2,
        ],
        [
            scale * c20 - z2 * y0,
            scale * c21 - z2 * y1,
            scale * c22 - z2 * y2,
        ],
    ];
    (value, (d_m, [y0 + z0, y1 + z1, y2 + z2]))
}

pub fn cases() -> Vec<Case> {
    let m = [[2.0, 0.3, -0.2], [0.1, 1.5, 0.4], [-0.3, 0.2, 1.8]];
    vec![Case::returning(
        "Gaussian with 3×3 inverse",
        (m, [0.7, -1.2, 0.4]),
        |&(m, x)| mahalanobis(m, x),
        |&(m, x)| mahalanobis_by_hand(m, x),
        |&(m, x)| mahalanobis::value_and_grad(m, x),
    )]
}
