//! Filters and transforms.

use differentiate::differentiate;

/// Butterflies, in place: the transform of Walsh and Hadamard.
#[differentiate]
fn butterflies(xs: &mut [f64]) {
    let mut half = 1;
    while half < xs.len() {
        for block in xs.chunks_mut(2 * half) {
            let (low, high) = block.split_at_mut(half);
            for (a, b) in low.iter_mut().zip(high.iter_mut()) {
                (*a, *b) = (*a + *b, *a - *b);
            }
        }
        half *= 2;
    }
}

/// The weighted spectrum of a signal.
#[differentiate]
fn spectrum(signal: &[f64], weights: &[f64]) -> f64 {
    let mut xs = signal.to_vec();
    butterflies(&mut xs);
    xs.iter().zip(weights).map(|(x, w)| w * x * x).sum()
}

#[test]
fn hadamard_transform() {
    check!(spectrum(
        &signal = vec![1.0, -0.5, 2.0, 0.3],
        &weights = vec![0.5, 1.0, -1.0, 2.0]
    ));
}

/// Fourier's transform by recursion on even and odd.
#[differentiate]
fn fourier(xs: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let n = xs.len();
    if n == 1 {
        return xs.to_vec();
    }
    let even: Vec<(f64, f64)> = xs.iter().step_by(2).copied().collect();
    let odd: Vec<(f64, f64)> = xs.iter().skip(1).step_by(2).copied().collect();
    let (even, odd) = (fourier(&even), fourier(&odd));
    let mut out = vec![(0.0, 0.0); n];
    for k in 0..n / 2 {
        let angle = -2.0 * std::f64::consts::PI * k as f64 / n as f64;
        let (s, c) = angle.sin_cos();
        let (re, im) = odd[k];
        let turned = (c * re - s * im, c * im + s * re);
        out[k] = (even[k].0 + turned.0, even[k].1 + turned.1);
        out[k + n / 2] = (even[k].0 - turned.0, even[k].1 - turned.1);
    }
    out
}

#[test]
fn fourier_by_recursion() {
    check!(map fourier(&xs = vec![(1.0, 0.2), (-0.5, 0.1), (2.0, -1.0), (0.3, 0.7)]));
}

/// A convolution, and the energy of its result.
#[differentiate]
fn convolved(signal: &[f64], kernel: &[f64]) -> f64 {
    let mut out = vec![0.0; signal.len() + kernel.len() - 1];
    for (i, s) in signal.iter().enumerate() {
        for (j, k) in kernel.iter().enumerate() {
            out[i + j] += s * k;
        }
    }
    out.iter().map(|x| x * x).sum()
}

#[test]
fn full_convolution() {
    check!(convolved(
        &signal = vec![1.0, 0.5, -0.3, 0.8],
        &kernel = vec![0.2, 0.5, 0.3]
    ));
}

/// Goertzel's algorithm: the power at one frequency.
#[differentiate]
fn power_at(signal: &[f64], frequency: f64) -> f64 {
    let coefficient = 2.0 * frequency.cos();
    let (mut now, mut before) = (0.0, 0.0);
    for x in signal {
        let next = x + coefficient * now - before;
        before = now;
        now = next;
    }
    now * now + before * before - coefficient * now * before
}

#[test]
fn goertzel() {
    check!(power_at(
        &signal = vec![1.0, 0.5, -0.3, 0.8, -1.0],
        frequency = 0.9
    ));
}

/// A filter that learns its taps, with a delay line that is rotated.
#[differentiate]
fn adaptive(input: &[f64], desired: &[f64], rate: f64) -> f64 {
    let mut taps = [0.0; 3];
    let mut line = [0.0; 3];
    let mut error_energy = 0.0;
    for (x, d) in input.iter().zip(desired) {
        line.rotate_right(1);
        line[0] = *x;
        let y: f64 = taps.iter().zip(&line).map(|(t, l)| t * l).sum();
        let error = d - y;
        for (tap, l) in taps.iter_mut().zip(line) {
            *tap += rate * error * l;
        }
        error_energy += error * error;
    }
    error_energy
}

#[test]
fn adaptive_filter() {
    check!(adaptive(
        &input = vec![1.0, 0.5, -0.3, 0.8],
        &desired = vec![0.4, 0.7, 0.1, 0.3],
        rate = 0.3
    ));
}

/// An envelope with a fast attack and a slow release.
#[differentiate]
fn envelope(signal: &[f64], attack: f64, release: f64) -> f64 {
    signal.iter().map(|x| x.abs()).fold(0.0, |level, x| {
        let rate = if x > level { attack } else { release };
        level + rate * (x - level)
    })
}

#[test]
fn envelope_follower() {
    check!(envelope(
        &signal = vec![1.0, -0.5, 0.3, -2.0, 0.1],
        attack = 0.8,
        release = 0.2
    ));
}

/// Loudness behind a compressor, by blocks.
#[differentiate]
fn loudness(signal: &[f64], threshold: f64, ratio: f64) -> f64 {
    signal
        .chunks_exact(2)
        .map(|block| (block.iter().map(|x| x * x).sum::<f64>() / 2.0).sqrt())
        .map(|rms| {
            if rms > threshold {
                threshold + (rms - threshold) / ratio
            } else {
                rms
            }
        })
        .map(f64::ln_1p)
        .sum()
}

#[test]
fn compressor() {
    check!(loudness(
        &signal = vec![1.0, -0.5, 0.3, 0.2, 2.0, 1.5],
        threshold = 0.6,
        ratio = 3.0
    ));
}
