//! Tables, splines and grids.

use differentiate::differentiate;

/// A lookup table with equal steps, and an index that is clamped to it.
#[differentiate]
fn lookup(table: &[f64], step: f64, x: f64) -> f64 {
    let position = x / step;
    let index = (position.floor().max(0.0) as usize).min(table.len() - 2);
    let fraction = (position - index as f64).clamp(0.0, 1.0);
    table[index] * (1.0 - fraction) + table[index + 1] * fraction
}

#[test]
fn lookup_table() {
    check!(lookup(
        &table = vec![1.0, 2.0, 0.5, 3.0],
        step = 0.5,
        x = 0.8
    ));
    check!(lookup(
        &table = vec![1.0, 2.0, 0.5, 3.0],
        step = 0.5,
        x = 2.3
    ));
}

/// Linear interpolation between knots that a binary search finds.
#[differentiate]
fn between_knots(knots: &[f64], values: &[f64], x: f64) -> f64 {
    let upper = knots.partition_point(|k| *k < x).clamp(1, knots.len() - 1);
    let (a, b) = (knots[upper - 1], knots[upper]);
    let t = (x - a) / (b - a);
    values[upper - 1] + t * (values[upper] - values[upper - 1])
}

#[test]
fn search_by_partition() {
    check!(between_knots(
        &knots = vec![0.0, 0.4, 1.0, 2.0],
        &values = vec![1.0, 3.0, 2.0, 5.0],
        x = 1.3
    ));
}

/// A binary search written out.
#[differentiate]
fn by_binary_search(knots: &[f64], values: &[f64], x: f64) -> f64 {
    let (mut lo, mut hi) = (0, knots.len() - 1);
    while hi - lo > 1 {
        let middle = (lo + hi) / 2;
        if knots[middle] <= x {
            lo = middle;
        } else {
            hi = middle;
        }
    }
    let t = (x - knots[lo]) / (knots[hi] - knots[lo]);
    (1.0 - t) * values[lo] + t * values[hi]
}

#[test]
fn binary_search() {
    check!(by_binary_search(
        &knots = vec![0.0, 0.4, 1.0, 2.0],
        &values = vec![1.0, 3.0, 2.0, 5.0],
        x = 0.6
    ));
}

/// Bilinear interpolation in an image.
#[differentiate]
fn bilinear(image: &[Vec<f64>], x: f64, y: f64) -> f64 {
    let (column, row) = (x as usize, y as usize);
    let (u, v) = (x.fract(), y.fract());
    let top = image[row][column] * (1.0 - u) + image[row][column + 1] * u;
    let bottom = image[row + 1][column] * (1.0 - u) + image[row + 1][column + 1] * u;
    top * (1.0 - v) + bottom * v
}

#[test]
fn bilinear_interpolation() {
    let image = vec![
        vec![1.0, 2.0, 4.0],
        vec![0.5, 1.5, 2.5],
        vec![3.0, 1.0, 2.0],
    ];
    check!(bilinear(&image = image, x = 1.3, y = 0.6));
}

/// A natural cubic spline through equidistant points.
#[differentiate]
fn spline(ys: &[f64], x: f64) -> f64 {
    let n = ys.len();
    let mut upper = vec![0.0; n];
    let mut moments = vec![0.0; n];
    for i in 1..n - 1 {
        let pivot = 4.0 - upper[i - 1];
        upper[i] = 1.0 / pivot;
        let bend = 6.0 * (ys[i + 1] - 2.0 * ys[i] + ys[i - 1]);
        moments[i] = (bend - moments[i - 1]) / pivot;
    }
    for i in (1..n - 1).rev() {
        moments[i] -= upper[i] * moments[i + 1];
    }
    let i = (x.floor() as usize).min(n - 2);
    let (t, s) = (x - i as f64, 1.0 - (x - i as f64));
    let bend = |m: f64, t: f64| m * (t * t * t - t) / 6.0;
    s * ys[i] + t * ys[i + 1] + bend(moments[i], s) + bend(moments[i + 1], t)
}

#[test]
fn cubic_spline() {
    check!(spline(&ys = vec![0.0, 1.0, 0.5, 2.0, 1.5], x = 2.3));
}

/// A Bézier curve by de Casteljau's construction.
#[differentiate]
fn bezier(points: &[[f64; 2]], t: f64) -> [f64; 2] {
    let mut points = points.to_vec();
    while points.len() > 1 {
        points = points
            .windows(2)
            .map(|pair| {
                let [a, b] = [pair[0], pair[1]];
                [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
            })
            .collect();
    }
    points[0]
}

#[test]
fn de_casteljau() {
    let points = vec![[0.0, 0.0], [1.0, 2.0], [3.0, 1.0], [4.0, -1.0]];
    check!(map bezier(&points = points, t = 0.35));
}
