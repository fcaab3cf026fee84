// Functions of every shape that an attribute macro trips over. Each package beside this file
// includes it at a place where `differentiate` is in scope; `values.rs` knows what comes out.
//
// Nothing here may need a prelude, `std` (but for what the feature `std` guards) or an edition.

/// A straight line of arithmetic.
///
/// ```
/// assert_eq!(hostile::shapes::line(1.0, 2.0), 9.0);
/// ```
#[differentiate]
pub fn line(x: f64, y: f64) -> f64 {
    let p = x * y;
    let q = p + x;
    q * q
}

/// A branch as a value.
#[differentiate]
#[inline]
#[must_use]
pub fn branch(x: f64) -> f64 {
    if x > 1.0 { x * x } else { 2.0 * x }
}

/// A loop that carries its state.
#[cfg(feature = "std")]
#[differentiate]
pub fn power(x: f64, n: usize) -> f64 {
    let mut p = 1.0;
    for _ in 0..n {
        p *= x;
    }
    p
}

/// A `while` whose exit depends on the data.
#[differentiate]
pub fn doubling(x: f64) -> f64 {
    let mut y = x;
    while y < 100.0 {
        y *= 2.0;
    }
    y
}

/// An array, read as a whole.
#[differentiate]
pub fn squares(w: [f64; 3]) -> f64 {
    let mut s = 0.0;
    for v in &w {
        s += v * v;
    }
    s
}

/// An array of arrays, written in place.
#[differentiate]
#[allow(clippy::needless_range_loop)]
pub fn smooth(u: [[f64; 2]; 2]) -> f64 {
    let mut v = u;
    for i in 1..2 {
        for j in 0..2 {
            v[i][j] += v[i - 1][j] * v[i - 1][j];
        }
    }
    v[1][0] * v[1][1]
}

/// Two slices.
#[differentiate]
#[allow(clippy::needless_range_loop)]
pub fn dot(xs: &[f64], ys: &[f64]) -> f64 {
    let mut s = 0.0;
    for i in 0..xs.len() {
        s += xs[i] * ys[i];
    }
    s
}

/// Two numbers at once.
#[differentiate]
pub fn pair(r: f64, c: f64) -> (f64, f64) {
    (r * c, r * r)
}

/// Calls of others, one of them with two results.
#[differentiate]
pub fn chain(x: f64) -> f64 {
    let (a, b) = pair(x, 3.0);
    line(a, 1.0) + branch(b)
}

/// Recursion.
#[cfg(feature = "std")]
#[differentiate]
pub fn tower(x: f64, n: usize) -> f64 {
    if n == 0 { x } else { x * tower(x, n - 1) }
}

/// Closures, capturing and not.
#[differentiate]
pub fn closures(x: f64, y: f64) -> f64 {
    let scale = |a: f64| a * x;
    let twice = |a: f64| 2.0 * a;
    scale(y) + twice(scale(1.0))
}

/// Ways out: from a branch and from a loop.
#[cfg(feature = "std")]
#[differentiate]
pub fn exits(x: f64, n: usize) -> f64 {
    if x < 0.0 {
        return -x;
    }
    let mut y = x;
    for i in 0..n {
        if y > 50.0 {
            return y * y;
        }
        if i == 1 {
            continue;
        }
        y *= x;
    }
    y
}

/// A gradient for one parameter of three.
#[differentiate(wrt(k))]
pub fn chosen(x: f64, k: f64, flip: usize) -> f64 {
    let y = k * k * x;
    if flip > 0 { -y } else { y }
}

/// Single precision.
#[differentiate]
pub fn single(x: f32) -> f32 {
    x * x * x + 1.0
}

/// What only the standard library has: the heap and the functions of analysis.
#[cfg(feature = "std")]
#[differentiate]
pub fn wave(x: f64) -> f64 {
    x.sin() * x.exp()
}

/// A mutable parameter, a shadowed one and a discarded one.
#[differentiate]
pub fn shadow(mut x: f64, y: f64, _: f64) -> f64 {
    x *= 2.0;
    let y = y * x;
    let y = y * y;
    y * 1.0
}

/// Names that a generator might have thought its own.
#[allow(missing_docs)]
pub mod names {
    use super::differentiate;

    #[differentiate]
    pub fn parameters(x_adj: f64, seed: f64, tape: f64, value: f64, grad: f64) -> f64 {
        x_adj * seed + tape * value * grad
    }

    #[differentiate]
    pub fn crates(core: f64, std: f64, alloc: f64, self_: f64, differentiate: f64) -> f64 {
        core * std + alloc * self_ * differentiate
    }

    #[differentiate]
    pub fn types(f64_: f64, usize: f64, bool: f64, f32: f64, u8: f64) -> f64 {
        f64_ * usize + bool * f32 * u8
    }

    #[differentiate]
    pub fn raw(r#type: f64, r#match: f64) -> f64 {
        let r#fn = r#type * r#match;
        r#fn * r#type
    }

    #[differentiate]
    pub fn größe(maß: f64, übrig: f64) -> f64 {
        let straße = maß * übrig;
        straße * maß
    }

    #[differentiate]
    pub fn itself(itself: f64) -> f64 {
        itself * itself
    }

    #[differentiate]
    pub fn local(x: f64) -> f64 {
        let itself = itself(x);
        let tape = itself * x;
        let seed = tape + itself;
        let x_adj = seed * 2.0;
        x_adj + 0.0 * itself
    }

    #[differentiate]
    pub fn r#match(x: f64) -> f64 {
        x * x
    }

    #[differentiate]
    pub fn grad(x: f64) -> f64 {
        3.0 * x
    }

    #[differentiate]
    pub fn forward(x: f64) -> f64 {
        grad(x) * r#match(x)
    }

    #[differentiate]
    pub fn core(x: f64) -> f64 {
        forward(x) + x
    }

    #[differentiate]
    pub fn _unused(x: f64) -> f64 {
        x + x
    }
}

/// Constants in lower case: a pattern of the same name would match them instead of binding.
#[allow(missing_docs, non_upper_case_globals)]
pub mod constants {
    use super::differentiate;

    pub const t: f64 = 3.0;
    pub const seed: f64 = 5.0;
    pub const value: f64 = 7.0;
    pub const tape: f64 = 11.0;
    pub const pullback: f64 = 13.0;
    pub const out: f64 = 17.0;
    pub const x_adj: f64 = 19.0;
    pub const x_tan: f64 = 23.0;
    pub const d_x: f64 = 29.0;
    pub const result: f64 = 31.0;
    pub static i: usize = 1;

    #[differentiate]
    pub fn scaled(x: f64) -> f64 {
        let y = t * x;
        let z = y * y;
        z + seed * x
    }

    #[differentiate]
    pub fn summed(x: f64) -> f64 {
        let mut y = x;
        for _ in 0..3 {
            y *= x;
        }
        y + x * (value + tape + pullback + out + x_adj + x_tan + d_x + result)
    }
}

/// Types of the user's that bear the prelude's names.
#[allow(missing_docs, non_camel_case_types, dead_code)]
#[allow(missing_copy_implementations, missing_debug_implementations)]
pub mod shadows {
    #[cfg(feature = "std")]
    use super::differentiate;

    pub struct Vec;
    pub struct Box;
    pub struct Option;
    pub struct Result;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub struct String;
    pub struct u8;
    pub struct u32;
    pub struct u64;
    pub struct i32;
    pub struct f32;
    pub struct char;
    pub struct str;
    pub trait Clone {}
    pub trait Copy {}
    pub trait Default {}
    pub trait Fn {}
    pub trait FnOnce {}
    pub trait Iterator {}
    pub trait IntoIterator {}
    pub trait Into {}
    pub trait Sized {}
    pub trait Differentiable {}
    pub trait Tangent {}

    /// Methods that would answer a call meant for somebody else's.
    pub trait Imposter {
        fn zero_tangent(&self) -> f64;
        fn add_assign(&mut self, other: &Self);
        fn set_zero(&mut self);
        fn clone(&self) -> f64;
        #[allow(clippy::wrong_self_convention)]
        fn into_iter(&self) -> f64;
        fn push(&mut self, other: f64);
        fn to_owned(&self) -> f64;
        fn borrow(&self) -> f64;
    }

    impl Imposter for f64 {
        fn zero_tangent(&self) -> f64 {
            1.0
        }
        fn add_assign(&mut self, _: &Self) {
            *self = 1.0;
        }
        fn set_zero(&mut self) {
            *self = 1.0;
        }
        fn clone(&self) -> f64 {
            1.0
        }
        fn into_iter(&self) -> f64 {
            1.0
        }
        fn push(&mut self, _: f64) {
            *self = 1.0;
        }
        fn to_owned(&self) -> f64 {
            1.0
        }
        fn borrow(&self) -> f64 {
            1.0
        }
    }

    #[cfg(feature = "std")]
    #[differentiate]
    pub fn cubic(x: f64, n: usize) -> f64 {
        let mut y = x;
        for _ in 0..n {
            if y > 100.0 {
                break;
            }
            y *= x;
        }
        y * 0.5
    }

    #[cfg(feature = "std")]
    #[differentiate]
    pub fn slice(xs: &[f64]) -> f64 {
        let mut w = [0.0; 2];
        for x in xs {
            w[0] += x * x;
            w[1] += w[0] * x;
        }
        w[1]
    }

    #[cfg(feature = "std")]
    #[differentiate]
    pub fn caller(x: f64) -> f64 {
        cubic(x, 2) + x
    }
}

/// A function that shares its name with a macro, and one with a constant in another namespace.
#[allow(missing_docs)]
pub mod namespaces {
    use super::differentiate;

    #[allow(unused_macros)]
    macro_rules! shout {
        () => {};
    }

    #[differentiate]
    pub fn shout(x: f64) -> f64 {
        x * x
    }

    #[differentiate]
    pub fn assert(x: f64) -> f64 {
        shout(x) * x
    }
}

/// Each visibility, seen from the others.
#[allow(missing_docs)]
pub mod visibility {
    use super::differentiate;

    #[differentiate]
    fn private(x: f64) -> f64 {
        x * x
    }

    #[differentiate]
    pub(super) fn parent(x: f64) -> f64 {
        private(x) + x
    }

    #[differentiate]
    #[allow(clippy::redundant_pub_crate)]
    pub(crate) fn package(x: f64) -> f64 {
        parent(x) * x
    }

    #[differentiate]
    pub fn public(x: f64) -> f64 {
        private(x) + package(x) + deep::inner(x)
    }

    pub mod deep {
        use super::differentiate;

        #[differentiate]
        pub(in super::super) fn inner(x: f64) -> f64 {
            super::private(x) * 2.0
        }
    }

    /// Calls by each kind of path.
    #[differentiate]
    pub fn paths(x: f64) -> f64 {
        public(x) + super::names::r#match(x) + crate::shapes::line(x, 0.0)
    }
}

/// Functions inside functions: their types live where they do.
#[cfg(test)]
#[allow(clippy::redundant_pub_crate)]
pub(crate) fn inside(x: f64) -> f64 {
    #[differentiate]
    fn square(x: f64) -> f64 {
        x * x
    }
    square::grad(x) + square(x)
}

/// Functions inside methods of an ordinary `impl`.
#[cfg(test)]
#[allow(clippy::redundant_pub_crate)]
pub(crate) struct Owner(pub(crate) f64);

#[cfg(test)]
#[allow(clippy::redundant_pub_crate)]
impl Owner {
    pub(crate) fn slope(self, x: f64) -> f64 {
        #[differentiate]
        fn cube(x: f64) -> f64 {
            x * x * x
        }
        cube::grad(x) * self.0
    }
}
