use differentiate::Differentiable;

#[derive(Differentiable)]
struct Pair<T> {
    a: T,
    b: T,
}

fn main() {
    let pair = Pair { a: 1, b: 2 };
    pair.zero_tangent();
}
