use differentiate::differentiate;

#[differentiate]
fn f(_x: f64) -> ! {
    loop {}
}

fn main() {}
