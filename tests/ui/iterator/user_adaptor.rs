use differentiate::differentiate;

trait EveryOther: Iterator + Sized {
    fn every_other(self) -> std::iter::StepBy<Self> {
        self.step_by(2)
    }
}

impl<I: Iterator> EveryOther for I {}

#[differentiate]
fn f(xs: &[f64]) -> f64 {
    let mut y = 0.0;
    for x in xs.iter().every_other() {
        y += x;
    }
    y
}

fn main() {}
