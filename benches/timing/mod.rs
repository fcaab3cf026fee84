//! Sides that take turns: what disturbs the machine for longer than a round disturbs all of them.

#![allow(unreachable_pub, reason = "a module that several benches share")]

use std::hint::black_box;
use std::time::{Duration, Instant};

const TURN: Duration = Duration::from_millis(1);

/// Runs something as often as it is told.
pub type Side<'a> = &'a mut dyn FnMut(u64);

/// The nanoseconds a run of each side, round by round. In each round another side begins.
pub fn rounds<const N: usize>(count: usize, sides: [Side; N]) -> Vec<[f64; N]> {
    let mut turns = sides.map(Turn::new);
    let round = |begins: usize| {
        let mut nanoseconds = [0.0; N];
        for turn in 0..N {
            let side = (begins + turn) % N;
            nanoseconds[side] = turns[side].take();
        }
        nanoseconds
    };
    (0..count).map(round).collect()
}

/// The median over rounds of what is computed of each.
pub fn median<const N: usize>(rounds: &[[f64; N]], figure: impl Fn(&[f64; N]) -> f64) -> f64 {
    let mut figures: Vec<f64> = rounds.iter().map(figure).collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// A side and how often it runs in one turn.
struct Turn<'a> {
    side: Side<'a>,
    times: u64,
}

impl<'a> Turn<'a> {
    /// Warms the side up and finds how often it runs in [`TURN`].
    fn new(side: Side<'a>) -> Self {
        let mut turn = Self { side, times: 1 };
        loop {
            let took = turn.take() * turn.times as f64;
            let wanted = TURN.as_nanos() as f64;
            if took >= 0.7 * wanted {
                return turn;
            }
            let growth = (wanted / took.max(1.0)).clamp(1.2, 10.0);
            turn.times = (turn.times as f64 * growth).ceil() as u64;
        }
    }

    /// Nanoseconds a run.
    fn take(&mut self) -> f64 {
        let start = Instant::now();
        (self.side)(black_box(self.times));
        start.elapsed().as_nanos() as f64 / self.times as f64
    }
}
