use differentiate::differentiate;

mod mem {
    pub fn swap(a: &mut f64, b: &mut f64) {
        *a += *b;
    }
}

#[differentiate]
fn f(x: f64) -> f64 {
    let mut a = x;
    let mut b = x * x;
    mem::swap(&mut a, &mut b);
    a * 3.0 + b
}

fn main() {}
