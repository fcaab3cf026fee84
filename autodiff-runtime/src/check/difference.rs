//! Derivatives by differences.

/// The derivative of `f` at `x` by Ridders' method: central differences extrapolated to step zero
/// (C. Ridders, *Accurate computation of F′(x)*, 1982), with an estimate of its error.
///
/// `step` is the first step to try; the method shrinks it by √2.
#[must_use]
pub fn derivative(mut f: impl FnMut(f64) -> f64, x: f64, step: f64) -> (f64, f64) {
    const ROWS: usize = 12;
    const SHRINK: f64 = core::f64::consts::SQRT_2;
    let mut table = [[0.0; ROWS]; ROWS];
    let (mut best, mut error) = (f64::NAN, f64::INFINITY);
    let mut h = step;
    for row in 0..ROWS {
        table[row][0] = (f(x + h) - f(x - h)) / (2.0 * h);
        let mut factor = SHRINK * SHRINK;
        for order in 1..=row {
            table[row][order] =
                (table[row][order - 1] * factor - table[row - 1][order - 1]) / (factor - 1.0);
            factor *= SHRINK * SHRINK;
            let to_left = abs(table[row][order] - table[row][order - 1]);
            let above = abs(table[row][order] - table[row - 1][order - 1]);
            let spread = if to_left > above { to_left } else { above };
            if spread <= error {
                (best, error) = (table[row][order], spread);
            }
        }
        h /= SHRINK;
    }
    (best, error)
}

fn abs(x: f64) -> f64 {
    if x < 0.0 { -x } else { x }
}
