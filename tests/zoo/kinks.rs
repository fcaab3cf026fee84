//! Where a derivative does not exist or is infinite: the conventions, exactly.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn abs(x: $F) -> $F {
            x.abs()
        }

        #[differentiate]
        fn signum(x: $F) -> $F {
            x.signum()
        }

        #[differentiate]
        fn maximum(x: $F, y: $F) -> $F {
            x.max(y)
        }

        #[differentiate]
        fn minimum(x: $F, y: $F) -> $F {
            $F::min(x, y)
        }

        #[differentiate]
        fn maximum_with_a_constant(x: $F) -> $F {
            x.max(0.0) + 3.0 * x.min(0.0)
        }

        #[differentiate]
        fn maximum_with_itself(x: $F) -> $F {
            x.max(x)
        }

        #[differentiate]
        fn nan_operand_of_maximum(x: $F) -> $F {
            x.max($F::NAN) + $F::NAN.max(x)
        }

        #[differentiate]
        fn nan_operand_of_minimum(x: $F) -> $F {
            x.min($F::NAN) + $F::NAN.min(x)
        }

        #[differentiate]
        fn clamp(x: $F, low: $F, high: $F) -> $F {
            x.clamp(low, high)
        }

        #[differentiate]
        fn square_root(x: $F) -> $F {
            x.sqrt()
        }

        #[differentiate]
        fn square_root_times_zero(x: $F) -> $F {
            x.sqrt() * 0.0
        }

        #[differentiate]
        fn square_root_unused(x: $F) -> $F {
            let _root = x.sqrt();
            x
        }

        #[differentiate]
        fn norm(a: &[$F]) -> $F {
            let mut s = 0.0;
            for x in a {
                s += x * x;
            }
            if s > 0.0 { s.sqrt() } else { 0.0 }
        }

        #[differentiate]
        fn hypot(x: $F, y: $F) -> $F {
            x.hypot(y)
        }

        #[differentiate]
        fn atan2(y: $F, x: $F) -> $F {
            y.atan2(x)
        }

        #[differentiate]
        fn power(x: $F, y: $F) -> $F {
            x.powf(y)
        }

        #[differentiate]
        fn power_of_a_constant(y: $F) -> $F {
            let base: $F = 0.0;
            base.powf(y)
        }

        #[differentiate]
        fn power_with_a_constant(x: $F) -> $F {
            x.powf(2.0) + x.powf(1.0) + x.powf(0.0)
        }

        #[differentiate]
        fn integer_power(x: $F, n: i32) -> $F {
            x.powi(n)
        }

        #[differentiate]
        fn steps(x: $F) -> $F {
            x.floor() + x.ceil() + x.round() + x.trunc()
        }

        #[differentiate]
        fn fraction(x: $F) -> $F {
            x.fract()
        }

        #[differentiate]
        fn cast(x: $F) -> $F {
            x as i32 as $F + x * (x as usize) as $F
        }

        #[differentiate]
        fn branch_on_equality(x: $F) -> $F {
            if x == 2.0 { 4.0 } else { x * x }
        }

        #[differentiate]
        fn branch_at_its_border(x: $F) -> $F {
            if x <= 1.0 { 3.0 * x } else { 5.0 * x }
        }

        #[differentiate]
        fn logarithm_in_a_branch_not_taken(x: $F) -> $F {
            if x > 0.0 { x.ln() } else { x * 2.0 }
        }

        #[differentiate]
        fn quotient_in_a_branch_not_taken(x: $F, y: $F) -> $F {
            let mut z = x;
            if y != 0.0 {
                z = x / y;
            }
            z * 2.0
        }

        #[differentiate]
        fn logarithm_times_zero(x: $F) -> $F {
            let y = x.ln();
            y * 0.0 + x
        }

        #[differentiate]
        fn quotient_times_zero(x: $F) -> $F {
            let y = 1.0 / x;
            y * 0.0 + x
        }

        #[differentiate]
        fn overflow_that_is_not_taken(x: $F) -> $F {
            let large = (1000.0 * x).exp();
            let y = if large > 1.0 { x } else { large };
            y * 3.0
        }

        #[differentiate]
        fn overflow_that_is_smaller(x: $F) -> $F {
            (1000.0 * x).exp().min(x)
        }

        #[differentiate]
        fn element_that_is_overwritten(x: $F) -> $F {
            let mut a = [x.sqrt(), x.ln(), x];
            a[0] = 1.0;
            a[1] = 2.0;
            a[0] * a[1] * a[2]
        }

        #[differentiate]
        fn iteration_that_is_overwritten(x: $F, n: usize) -> $F {
            let mut y = x.sqrt();
            for i in 0..n {
                y = x * i as $F;
            }
            y
        }

        #[differentiate]
        fn callee_with_a_zero_adjoint(x: $F) -> $F {
            square_root(x) * 0.0 + x
        }

        #[differentiate]
        fn remainder(x: $F, y: $F) -> $F {
            x % y + x.rem_euclid(y)
        }

        #[differentiate]
        fn sign_of_zero(x: $F, y: $F) -> $F {
            x.copysign(y)
        }
    };
}

zoo! {
    functions;
    abs(x) at (0.0) gives [0.0], (-0.0) gives [0.0], (-2.0) gives [-1.0];
    signum(x) at (0.0) gives [0.0], (-0.0) gives [0.0], (3.0) gives [0.0];
    maximum(x, y) at
        (1.5, 1.5) gives [0.5, 0.5], (2.0, 1.0) gives [1.0, 0.0], (0.0, -0.0) gives [0.5, 0.5];
    minimum(x, y) at (1.5, 1.5) gives [0.5, 0.5], (2.0, 1.0) gives [0.0, 1.0];
    maximum_with_a_constant(x) at (0.0) gives [2.0];
    maximum_with_itself(x) at (1.5) gives [1.0];
    nan_operand_of_maximum(x) at (1.5) gives [2.0];
    nan_operand_of_minimum(x) at (1.5) gives [2.0];
    clamp(x, low, high) at
        (1.0, 1.0, 2.0) gives [0.5, 0.5, 0.0], (2.0, 1.0, 2.0) gives [0.5, 0.0, 0.5],
        (1.5, 1.0, 2.0) gives [1.0, 0.0, 0.0], (0.5, 1.0, 2.0) gives [0.0, 1.0, 0.0],
        (2.5, 1.0, 2.0) gives [0.0, 0.0, 1.0];
    square_root(x) at (0.0) gives [f64::INFINITY], (4.0) gives [0.25];
    square_root_times_zero(x) at (0.0) gives [0.0] in reverse;
    square_root_unused(x) at (0.0) gives [1.0];
    norm(a) at ([0.0; 0]) gives [0.0; 0], ([0.0; 2]) gives [0.0; 2], ([3.0, 4.0]) gives [0.6, 0.8];
    hypot(x, y) at (0.0, 0.0) gives [0.0, 0.0], (0.0, 2.0) gives [0.0, 1.0];
    atan2(y, x) at (0.0, 0.0) gives [0.0, 0.0], (0.0, 2.0) gives [0.5, 0.0];
    power(x, y) at
        (0.0, 1.0) gives [1.0, 0.0], (0.0, 2.0) gives [0.0, 0.0], (0.0, 3.0) gives [0.0, 0.0],
        (0.0, 0.0) gives [0.0, 0.0], (1.0, 2.0) gives [2.0, 0.0], (2.0, 0.0) gives [0.0, 2f64.ln()];
    power_of_a_constant(y) at (0.0) gives [0.0], (2.0) gives [0.0];
    power_with_a_constant(x) at (0.0) gives [1.0], (-2.0) gives [-3.0];
    integer_power(x, const n) at
        (0.0, 0) gives [0.0], (0.0, 1) gives [1.0], (0.0, 2) gives [0.0], (-2.0, 0) gives [0.0],
        (-2.0, 1) gives [1.0], (-2.0, 3) gives [12.0], (-2.0, -1) gives [-0.25],
        (-2.0, -2) gives [0.25];
    steps(x) at (0.0) gives [0.0], (2.0) gives [0.0], (2.5) gives [0.0], (-0.5) gives [0.0];
    fraction(x) at (0.0) gives [1.0], (2.0) gives [1.0], (-1.5) gives [1.0];
    cast(x) at (0.0) gives [0.0], (2.0) gives [2.0], (3.5) gives [3.0];
    branch_on_equality(x) at (2.0) gives [0.0], (3.0) gives [6.0];
    branch_at_its_border(x) at (1.0) gives [3.0];
    logarithm_in_a_branch_not_taken(x) at (0.0) gives [2.0], (-1.0) gives [2.0], (2.0) gives [0.5];
    quotient_in_a_branch_not_taken(x, y) at
        (1.5, 0.0) gives [2.0, 0.0], (1.5, 2.0) gives [1.0, -0.75];
    logarithm_times_zero(x) at (0.0) gives [1.0] in reverse;
    quotient_times_zero(x) at (0.0) gives [1.0] in reverse;
    overflow_that_is_not_taken(x) at (2.0) gives [3.0];
    overflow_that_is_smaller(x) at (2.0) gives [1.0] in reverse;
    element_that_is_overwritten(x) at (0.0) gives [2.0];
    iteration_that_is_overwritten(x, const n) at (0.0, 2) gives [1.0], (0.0, 1) gives [0.0];
    callee_with_a_zero_adjoint(x) at (0.0) gives [1.0] in reverse;
    remainder(x, y) at (7.5, 2.0) gives [2.0, -6.0], (-7.5, 2.0) gives [2.0, 7.0];
    sign_of_zero(x, y) at (2.0, 0.0) gives [1.0, 0.0], (2.0, -0.0) gives [-1.0, 0.0];
}
