//! Tables that are filled from their corners.

use differentiate::differentiate;

/// Dynamic time warping.
#[differentiate]
fn warping(a: &[f64], b: &[f64]) -> f64 {
    let mut table = vec![vec![f64::INFINITY; b.len() + 1]; a.len() + 1];
    table[0][0] = 0.0;
    for (i, x) in a.iter().enumerate() {
        for (j, y) in b.iter().enumerate() {
            let best = table[i][j].min(table[i][j + 1]).min(table[i + 1][j]);
            table[i + 1][j + 1] = (x - y).powi(2) + best;
        }
    }
    table[a.len()][b.len()]
}

#[test]
fn dynamic_time_warping() {
    check!(warping(
        &a = vec![1.0, 2.0, 3.5, 1.0],
        &b = vec![1.2, 3.0, 1.1]
    ));
}

/// Levenshtein's distance with costs of one's own, and two rows that change places.
#[differentiate]
fn levenshtein(a: &[u8], b: &[u8], insertion: f64, deletion: f64, change: f64) -> f64 {
    let mut above: Vec<f64> = (0..=b.len()).map(|j| j as f64 * insertion).collect();
    let mut row = above.clone();
    for (i, x) in a.iter().enumerate() {
        row[0] = (i + 1) as f64 * deletion;
        for (j, y) in b.iter().enumerate() {
            let here = if x == y { above[j] } else { above[j] + change };
            row[j + 1] = here.min(above[j + 1] + deletion).min(row[j] + insertion);
        }
        std::mem::swap(&mut above, &mut row);
    }
    above[b.len()]
}

#[test]
fn levenshtein_with_costs() {
    check!(levenshtein(
        const a = b"kitten", const b = b"sitting", insertion = 1.1, deletion = 0.9, change = 1.3
    ));
}

/// A soft minimum of three.
#[differentiate]
fn soft_min(xs: [f64; 3], temperature: f64) -> f64 {
    let least = xs.iter().copied().fold(f64::INFINITY, f64::min);
    let sum: f64 = xs.iter().map(|x| (-(x - least) / temperature).exp()).sum();
    least - temperature * sum.ln()
}

/// An alignment of two sequences by soft minima.
#[differentiate]
fn alignment(a: &[f64], b: &[f64], gap: f64, temperature: f64) -> f64 {
    let mut above: Vec<f64> = (0..=b.len()).map(|j| gap * j as f64).collect();
    for x in a {
        let mut row = vec![above[0] + gap];
        for (j, y) in b.iter().enumerate() {
            let choices = [above[j] + (x - y).abs(), above[j + 1] + gap, row[j] + gap];
            row.push(soft_min(choices, temperature));
        }
        above = row;
    }
    above[b.len()]
}

#[test]
fn soft_alignment() {
    check!(alignment(
        &a = vec![1.0, 2.0, 3.5],
        &b = vec![1.2, 3.0],
        gap = 0.6,
        temperature = 0.3
    ));
}

/// The logarithm of a sum of exponentials.
#[differentiate]
fn log_sum_exp(xs: &[f64]) -> f64 {
    let largest = xs.iter().cloned().fold(f64::NEG_INFINITY, f64::max);
    largest + xs.iter().map(|x| (x - largest).exp()).sum::<f64>().ln()
}

/// The forward algorithm of a hidden Markov model.
#[differentiate]
fn hidden_markov(start: &[f64], step: &[Vec<f64>], emit: &[Vec<f64>], seen: &[usize]) -> f64 {
    let mut alpha: Vec<f64> = start
        .iter()
        .zip(emit)
        .map(|(s, e)| s + e[seen[0]])
        .collect();
    for &symbol in &seen[1..] {
        alpha = (0..alpha.len())
            .map(|to| {
                let paths: Vec<f64> = alpha.iter().zip(step).map(|(a, row)| a + row[to]).collect();
                log_sum_exp(&paths) + emit[to][symbol]
            })
            .collect();
    }
    log_sum_exp(&alpha)
}

#[test]
fn forward_algorithm() {
    check!(hidden_markov(
        &start = vec![-0.5, -1.0],
        &step = vec![vec![-0.3, -1.4], vec![-0.9, -0.6]],
        &emit = vec![vec![-0.2, -1.8], vec![-1.1, -0.4]],
        const seen = &[0, 1, 1, 0]
    ));
}

/// Viterbi's algorithm: the score of the best path.
#[differentiate]
fn best_path(step: &[[f64; 3]; 3], emit: &[[f64; 3]]) -> f64 {
    let mut best = emit[0];
    for scores in &emit[1..] {
        let mut next = *scores;
        for to in 0..3 {
            let mut top = f64::NEG_INFINITY;
            for from in 0..3 {
                top = top.max(best[from] + step[from][to]);
            }
            next[to] += top;
        }
        best = next;
    }
    best.iter().fold(f64::MIN, |a, &b| a.max(b))
}

#[test]
fn viterbi() {
    let step = [[0.2, -1.0, 0.5], [0.4, 0.1, -0.3], [-0.6, 0.7, 0.3]];
    let emit = vec![[0.1, 0.9, -0.2], [0.6, -0.4, 0.3], [-0.1, 0.2, 0.8]];
    check!(best_path(&step = step, &emit = emit));
}

/// The cheapest way through a grid.
#[differentiate]
fn cheapest_way(cost: &[Vec<f64>]) -> f64 {
    let (rows, columns) = (cost.len(), cost[0].len());
    let mut total = cost.to_vec();
    for i in 0..rows {
        for j in 0..columns {
            total[i][j] += match (i, j) {
                (0, 0) => 0.0,
                (0, j) => total[0][j - 1],
                (i, 0) => total[i - 1][0],
                (i, j) => total[i - 1][j].min(total[i][j - 1]),
            };
        }
    }
    total[rows - 1][columns - 1]
}

#[test]
fn way_through_a_grid() {
    let cost = vec![
        vec![1.0, 3.0, 1.5],
        vec![1.2, 5.0, 1.1],
        vec![4.0, 2.0, 1.0],
    ];
    check!(cheapest_way(&cost = cost));
}
