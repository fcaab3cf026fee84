use differentiate::differentiate;

mod units {
    #[allow(non_camel_case_types)]
    pub struct f64(pub core::primitive::f64);
}

#[differentiate]
fn f(x: units::f64) -> f64 {
    x.0 * x.0
}

fn main() {}
