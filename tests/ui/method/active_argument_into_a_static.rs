use differentiate::differentiate;

struct Store;

impl Store {
    fn replace(&self, _x: f64) {}
}

static STORE: Store = Store;

#[differentiate]
fn f(x: f64) -> f64 {
    STORE.replace(x);
    x * x
}

fn main() {}
