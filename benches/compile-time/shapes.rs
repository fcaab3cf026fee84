// Functions of ten shapes. `run` makes ten copies of each, and calls them as the comment says.

// try: gated_0(0.3, -0.8, 1.5, 0.2)
pub fn gated_0(x: f64, y: f64, gain: f64, bias: f64) -> f64 {
    let input = x * y + bias;
    let gate = 1.0 / (1.0 + (-input).exp());
    let state = (gain * input).tanh();
    gate * state + (-state * state).exp() + (x * x + y * y).sqrt()
}

// try: valley_0(&[0.5, 1.0, 2.0])
pub fn valley_0(x: &[f64]) -> f64 {
    let mut sum = 0.0;
    for i in 1..x.len() {
        let offset = 1.0 - x[i - 1];
        let height = x[i] - x[i - 1] * x[i - 1];
        sum += 100.0 * height * height + offset * offset;
    }
    sum
}

// try: polynomial_0(&[0.5, 1.0, 2.0], 0.3)
pub fn polynomial_0(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

// try: regression_0(&[0.5, 1.0], 0.1, &[0.5, 1.0, 2.0, 0.3], &[1.0, 0.0])
pub fn regression_0(weights: &[f64], bias: f64, rows: &[f64], labels: &[f64]) -> f64 {
    let rows = rows.chunks_exact(weights.len()).zip(labels);
    rows.map(|(row, label)| {
        let z = weights.iter().zip(row).map(|(w, x)| w * x).sum::<f64>() + bias;
        z.max(0.0) - label * z + (-z.abs()).exp().ln_1p()
    })
    .sum()
}

// try: map_0(0.3, 3.5, 100)
pub fn map_0(start: f64, rate: f64, steps: usize) -> f64 {
    let mut x = start;
    for _ in 0..steps {
        x = rate * x * (1.0 - x);
    }
    x
}

// try: softmax_0(&[0.5, 1.0, 2.0], 1)
pub fn softmax_0(logits: &[f64], label: usize) -> f64 {
    let top = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = logits.iter().map(|x| (x - top).exp()).sum();
    sum.ln() + top - logits[label]
}

// try: arm_0([0.3, -0.4, 0.5], [1.0, 0.9, 0.8])
pub fn arm_0(angles: [f64; 3], links: [f64; 3]) -> f64 {
    let (mut direction, mut x, mut y) = (0.0, -1.0, 0.5);
    for joint in 0..3 {
        direction += angles[joint];
        x += links[joint] * direction.cos();
        y += links[joint] * direction.sin();
    }
    x * x + y * y
}

// try: huber_0(1.5, 0.4)
pub fn huber_0(x: f64, width: f64) -> f64 {
    if x.abs() < width {
        return 0.5 * x * x;
    }
    let outside = x.abs() - 0.5 * width;
    match outside > 10.0 {
        true => outside.ln() * width,
        false => outside * width,
    }
}

// try: layer_0(&[0.5, 1.0, 2.0, 0.3], &[0.1, 0.2], &[0.7, -0.6])
pub fn layer_0(weights: &[f64], biases: &[f64], x: &[f64]) -> f64 {
    let mut out = biases.to_vec();
    for i in 0..biases.len() {
        for j in 0..x.len() {
            out[i] += weights[i * x.len() + j] * x[j];
        }
    }
    out.iter().map(|z| z.tanh().powi(2)).sum()
}

// try: total_0(&[0.5, 1.5], 0.4)
pub fn total_0(xs: &[f64], scale: f64) -> f64 {
    let mut sum = 0.0;
    for x in xs {
        sum += huber_0(scale * x, 0.5) + gated_0(*x, scale, 1.0, 0.1);
    }
    sum
}
