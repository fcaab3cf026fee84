fn square(x: f64) -> f64 {
    x * x
}

fn main() {
    square(3.0);
    square::grad(3.0);
}
