use differentiate::differentiate;

struct Countdown(u32);

impl Iterator for Countdown {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.0 = self.0.checked_sub(1)?;
        Some(f64::from(self.0))
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    for k in Countdown(3) {
        y *= k;
    }
    y
}

fn main() {}
