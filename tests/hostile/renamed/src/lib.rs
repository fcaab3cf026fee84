//! The shapes where no crate is called `differentiate`, and where it is only re-exported.

/// A crate that re-exports the facade.
pub mod vendor {
    pub use adjoint as ad;
}

pub mod shapes {
    //! The shapes.

    use adjoint::differentiate;

    include!(concat!(env!("OUT_DIR"), "/shapes.rs"));
}

/// By the re-exported name.
#[vendor::ad::differentiate(crate = crate::vendor::ad)]
pub fn vendored(xs: &[f64], n: usize) -> f64 {
    let mut y = 1.0;
    for x in xs {
        y *= shapes::power(*x, n);
    }
    y
}

/// By a path that starts at this module.
#[vendor::ad::differentiate(crate = self::vendor::ad, wrt(k))]
pub fn relative(x: f64, k: f64) -> f64 {
    x * k
}

/// Everyday functions.
pub mod everyday {
    use adjoint::{Differentiable, Real, differentiate};

    include!(concat!(env!("OUT_DIR"), "/everyday.rs"));
}

#[cfg(test)]
#[path = "../../everyday_values.rs"]
mod everyday_values;

#[cfg(test)]
#[path = "../../values.rs"]
mod values;

#[cfg(test)]
mod tests {
    use super::{relative, vendored};

    #[test]
    fn by_another_path() {
        assert_eq!(vendored::grad(&[2.0, 3.0], 2), [36.0, 24.0]);
        assert_eq!(relative::grad(2.0, 3.0), 2.0);
    }
}
