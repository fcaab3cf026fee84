//! One macro a fragment.

use differentiate::differentiate;

macro_rules! of_expression {
    ($name:ident, $t:ty, $x:ident => $body:expr) => {
        /// The expression.
        #[differentiate]
        pub fn $name($x: $t) -> $t {
            $body
        }
    };
}

of_expression!(cube, f64, x => x * x * x);
of_expression!(cube_single, f32, x => x * x * x);

// `$a * $b` is `(x + 1) * (x - 2)`, whatever the tokens look like one after the other.
macro_rules! product {
    ($name:ident, $x:ident => $a:expr, $b:expr) => {
        /// The product of the two.
        #[differentiate]
        pub fn $name($x: f64) -> f64 {
            $a * $b
        }
    };
}

product!(parabola, x => x + 1.0, x - 2.0);

macro_rules! negated {
    ($name:ident, $x:ident => $a:expr) => {
        /// Minus the square of the expression.
        #[differentiate]
        pub fn $name($x: f64) -> f64 {
            let square = -$a * $a;
            square
        }
    };
}

negated!(hill, x => x + 1.0);

// The macro's `x` is another than the caller's, also where the caller says `x`.
macro_rules! two_of_a_name {
    ($name:ident, $x:ident) => {
        /// `10 x²`.
        #[differentiate]
        pub fn $name($x: f64) -> f64 {
            let x = 10.0 * $x;
            x * $x
        }
    };
}

two_of_a_name!(homonyms, x);
two_of_a_name!(strangers, y);

// A parameter of the macro's and one of the caller's, of the same text.
macro_rules! two_parameters {
    ($name:ident, $x:ident => $body:expr) => {
        /// The expression in the caller's `x`, and the macro's `x` squared.
        #[differentiate]
        pub fn $name($x: f64, x: f64) -> f64 {
            $body + x * x
        }
    };
}

two_parameters!(twins, x => 3.0 * x);

// A temporary of the macro's around an expression of the caller's that has a variable of that name.
macro_rules! with_temporary {
    ($name:ident, $x:ident, $y:ident => $a:expr, $b:expr) => {
        /// `a - b`.
        #[differentiate]
        pub fn $name($x: f64, $y: f64) -> f64 {
            let t = $a;
            let u = $b;
            t - u
        }
    };
}

with_temporary!(swapped, u, t => t * t, u * t);

macro_rules! of_block {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($x:ident: $t:ty),*) $body:block) => {
        $(#[$meta])*
        $vis fn $name($($x: $t),*) -> f64 $body
    };
}

of_block! {
    /// The attribute itself comes from the caller.
    #[differentiate(wrt(k))]
    pub fn passed(x: f64, k: f64, n: usize) {
        let mut y = x;
        for _ in 0..n {
            y *= k;
        }
        y
    }
}

macro_rules! of_tokens {
    ($name:ident, $op:tt, $limit:literal, $bound:expr) => {
        /// A sum to the limit.
        #[differentiate]
        #[allow(clippy::assign_op_pattern)]
        pub fn $name(w: [f64; $limit]) -> f64 {
            let mut s = 1.0;
            for k in 0..$bound {
                s = s $op w[k];
            }
            s
        }
    };
}

of_tokens!(sum_of_all, +, 3, 1 + 2);
of_tokens!(product_of_all, *, 3, 3);

macro_rules! of_calls {
    ($name:ident, $x:ident => $($f:path),*) => {
        /// One after the other.
        #[differentiate]
        pub fn $name($x: f64) -> f64 {
            $(let $x = $f($x);)*
            $x
        }
    };
}

of_calls!(composed, x => cube, self::parabola);

macro_rules! of_everything {
    ($($t:tt)*) => { $($t)* };
}

of_everything! {
    /// Nothing but tokens.
    #[differentiate]
    pub fn copied(x: f64, y: f64) -> f64 {
        if x > y { x * y } else { x + y }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments() {
        assert_eq!(cube::value_and_grad(2.0), (8.0, 12.0));
        assert_eq!(cube_single::value_and_grad(2.0_f32), (8.0_f32, 12.0_f32));
        assert_eq!(passed::value_and_grad(3.0, 2.0, 3), (24.0, 36.0));
        assert_eq!(sum_of_all::grad([1.0, 2.0, 3.0]), [1.0; 3]);
        assert_eq!(product_of_all::grad([1.0, 2.0, 3.0]), [6.0, 3.0, 2.0]);
        assert_eq!(composed::value_and_grad(1.0), (-2.0, 3.0));
        assert_eq!(copied::value_and_grad(3.0, 2.0), (6.0, (2.0, 3.0)));
    }

    #[test]
    fn invisible_parentheses() {
        assert_eq!(parabola::value_and_grad(3.0), (4.0, 5.0));
        assert_eq!(hill::value_and_grad(2.0), (-9.0, -6.0));
    }

    #[test]
    fn same_text_and_another_variable() {
        assert_eq!(homonyms::value_and_grad(2.0), (40.0, 40.0));
        assert_eq!(strangers::value_and_grad(2.0), (40.0, 40.0));
        assert_eq!(twins::value_and_grad(2.0, 5.0), (31.0, (3.0, 10.0)));
        assert_eq!(swapped::value_and_grad(2.0, 3.0), (3.0, (-3.0, 4.0)));
    }
}
