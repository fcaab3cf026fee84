use differentiate::differentiate;

enum Axis {
    Y,
}

impl std::ops::Index<Axis> for [f64; 3] {
    type Output = f64;

    fn index(&self, axis: Axis) -> &f64 {
        match axis {
            Axis::Y => &self[1],
        }
    }
}

#[differentiate]
fn f(w: [f64; 3]) -> f64 {
    w[Axis::Y] * w[0]
}

fn main() {}
