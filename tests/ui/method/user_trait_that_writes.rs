use differentiate::differentiate;

trait Bump {
    fn bump(&mut self);
}

impl Bump for f64 {
    fn bump(&mut self) {
        *self *= 3.0;
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut y = x;
    y.bump();
    y
}

fn main() {}
