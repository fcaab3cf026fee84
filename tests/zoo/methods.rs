//! Every method of `f32` and `f64` that has a derivative, called as a method and as a function.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn sin(x: $F) -> $F {
            x.sin() * x + $F::sin(0.9 * x)
        }

        #[differentiate]
        fn cos(x: $F) -> $F {
            x.cos() * x + $F::cos(0.9 * x)
        }

        #[differentiate]
        fn tan(x: $F) -> $F {
            x.tan() * x + $F::tan(0.9 * x)
        }

        #[differentiate]
        fn asin(x: $F) -> $F {
            x.asin() * x + $F::asin(0.9 * x)
        }

        #[differentiate]
        fn acos(x: $F) -> $F {
            x.acos() * x + $F::acos(0.9 * x)
        }

        #[differentiate]
        fn atan(x: $F) -> $F {
            x.atan() * x + $F::atan(0.9 * x)
        }

        #[differentiate]
        fn sinh(x: $F) -> $F {
            x.sinh() * x + $F::sinh(0.9 * x)
        }

        #[differentiate]
        fn cosh(x: $F) -> $F {
            x.cosh() * x + $F::cosh(0.9 * x)
        }

        #[differentiate]
        fn tanh(x: $F) -> $F {
            x.tanh() * x + $F::tanh(0.9 * x)
        }

        #[differentiate]
        fn asinh(x: $F) -> $F {
            x.asinh() * x + $F::asinh(0.9 * x)
        }

        #[differentiate]
        fn acosh(x: $F) -> $F {
            x.acosh() * x + $F::acosh(0.9 * x)
        }

        #[differentiate]
        fn atanh(x: $F) -> $F {
            x.atanh() * x + $F::atanh(0.9 * x)
        }

        #[differentiate]
        fn exp(x: $F) -> $F {
            x.exp() * x + $F::exp(0.9 * x)
        }

        #[differentiate]
        fn exp2(x: $F) -> $F {
            x.exp2() * x + $F::exp2(0.9 * x)
        }

        #[differentiate]
        fn exp_m1(x: $F) -> $F {
            x.exp_m1() * x + $F::exp_m1(0.9 * x)
        }

        #[differentiate]
        fn ln(x: $F) -> $F {
            x.ln() * x + $F::ln(0.9 * x)
        }

        #[differentiate]
        fn ln_1p(x: $F) -> $F {
            x.ln_1p() * x + $F::ln_1p(0.9 * x)
        }

        #[differentiate]
        fn log2(x: $F) -> $F {
            x.log2() * x + $F::log2(0.9 * x)
        }

        #[differentiate]
        fn log10(x: $F) -> $F {
            x.log10() * x + $F::log10(0.9 * x)
        }

        #[differentiate]
        fn sqrt(x: $F) -> $F {
            x.sqrt() * x + $F::sqrt(0.9 * x)
        }

        #[differentiate]
        fn cbrt(x: $F) -> $F {
            x.cbrt() * x + $F::cbrt(0.9 * x)
        }

        #[differentiate]
        fn recip(x: $F) -> $F {
            x.recip() * x + $F::recip(0.9 * x)
        }

        #[differentiate]
        fn abs(x: $F) -> $F {
            x.abs() * x + $F::abs(0.9 * x)
        }

        #[differentiate]
        fn signum(x: $F) -> $F {
            x.signum() * x + $F::signum(0.9 * x)
        }

        #[differentiate]
        fn floor(x: $F) -> $F {
            x.floor() * x + $F::floor(0.9 * x)
        }

        #[differentiate]
        fn ceil(x: $F) -> $F {
            x.ceil() * x + $F::ceil(0.9 * x)
        }

        #[differentiate]
        fn round(x: $F) -> $F {
            x.round() * x + $F::round(0.9 * x)
        }

        #[differentiate]
        fn trunc(x: $F) -> $F {
            x.trunc() * x + $F::trunc(0.9 * x)
        }

        #[differentiate]
        fn fract(x: $F) -> $F {
            x.fract() * x + $F::fract(0.9 * x)
        }

        #[differentiate]
        fn to_degrees(x: $F) -> $F {
            x.to_degrees() * x + $F::to_degrees(0.9 * x)
        }

        #[differentiate]
        fn to_radians(x: $F) -> $F {
            x.to_radians() * x + $F::to_radians(0.9 * x)
        }

        #[differentiate]
        fn powf(x: $F, y: $F) -> $F {
            x.powf(y) * x + $F::powf(y, 0.5 * x) - x.powf(2.5)
        }

        #[differentiate]
        fn powi(x: $F, n: i32) -> $F {
            x.powi(n) * x + $F::powi(x, 3) + (2.0 * x).powi(-2)
        }

        #[differentiate]
        fn log(x: $F, base: $F) -> $F {
            x.log(base) * x + $F::log(base, 3.0) + (2.0 * x).log(10.0)
        }

        #[differentiate]
        fn max(x: $F, y: $F) -> $F {
            x.max(y) * x + $F::max(x * y, 0.5) + 1.5_f64.max(0.5) as $F * y
        }

        #[differentiate]
        fn min(x: $F, y: $F) -> $F {
            x.min(y) * x + $F::min(x * y, 0.5) + y.min(1.0)
        }

        #[differentiate]
        fn clamp(x: $F, low: $F, high: $F) -> $F {
            x.clamp(low, high) * x + $F::clamp(2.0 * x, -1.0, 1.0)
        }

        #[differentiate]
        fn hypot(x: $F, y: $F) -> $F {
            x.hypot(y) * x + $F::hypot(y, 2.0)
        }

        #[differentiate]
        fn atan2(y: $F, x: $F) -> $F {
            y.atan2(x) * x + $F::atan2(x, 2.0)
        }

        #[differentiate]
        fn partials_of_negative_literals(x: $F) -> $F {
            (-2.7 as $F).atan2(x) * x - (-0.5 as $F).hypot(x) + (-1.25 as $F).atan2(x + 2.0)
        }

        #[differentiate]
        fn negative_literal_in_a_partial(x: $F) -> $F {
            let y: $F = -2.7;
            y.atan2(x) * x
        }

        #[differentiate]
        fn mul_add(x: $F, y: $F, z: $F) -> $F {
            x.mul_add(y, z) * x + $F::mul_add(y, 2.0, x)
        }

        #[differentiate]
        fn sin_cos(x: $F) -> $F {
            let (s, c) = x.sin_cos();
            let both = $F::sin_cos(2.0 * x);
            s * x - c * both.0 + both.1
        }

        #[differentiate]
        fn only_one_of_sin_cos(x: $F) -> $F {
            let (_, c) = x.sin_cos();
            c * x + (0.5 * x).sin_cos().0
        }

        #[differentiate]
        fn rem_euclid(x: $F, y: $F) -> $F {
            x.rem_euclid(y) * x + $F::rem_euclid(2.0 * x, 1.5)
        }

        #[differentiate]
        fn copysign(x: $F, y: $F) -> $F {
            x.copysign(y) * y + $F::copysign(x, -1.0)
        }

        #[differentiate]
        fn chained(x: $F) -> $F {
            x.sin().exp().sqrt().ln_1p().tanh().powi(2)
        }

        #[differentiate]
        fn method_of_an_expression(x: $F, y: $F) -> $F {
            (x * y + 1.0).ln() * (-x).exp() + (x - y).abs().sqrt() - -x.sin()
        }

        #[differentiate]
        fn method_of_a_literal(x: $F) -> $F {
            let two: $F = 2.0;
            two.powf(x) + two.sqrt() * x + $F::hypot(3.0, 4.0) * x + two.max(x)
        }

        #[differentiate]
        fn method_of_an_element(a: &[$F], i: usize) -> $F {
            a[i].sin() * a[i + 1].exp() + a[0].max(a[1])
        }

        #[differentiate]
        fn method_as_operand_of_itself(x: $F) -> $F {
            x.max(x.sin().max(x.cos())).powf(x.exp().min(2.0)) + x.hypot(x)
        }
    };
}

zoo! {
    functions;
    sin(x) at (0.7), (-2.5);
    cos(x) at (0.7), (-2.5);
    tan(x) at (0.7), (-1.1);
    asin(x) at (0.3), (-0.8);
    acos(x) at (0.3), (-0.8);
    atan(x) at (0.3), (-3.0);
    sinh(x) at (0.7), (-1.2);
    cosh(x) at (0.7), (-1.2);
    tanh(x) at (0.7), (-1.2);
    asinh(x) at (0.7), (-1.2);
    acosh(x) at (3.7), (2.6);
    atanh(x) at (0.3), (-0.7);
    exp(x) at (0.7), (-1.2);
    exp2(x) at (0.7), (-1.2);
    exp_m1(x) at (0.7), (-1.2);
    ln(x) at (0.7), (3.0);
    ln_1p(x) at (0.7), (-0.4);
    log2(x) at (0.7), (3.0);
    log10(x) at (0.7), (3.0);
    sqrt(x) at (0.7), (3.0);
    cbrt(x) at (0.7), (-3.0);
    recip(x) at (0.7), (-3.0);
    abs(x) at (0.7), (-3.0);
    signum(x) at (0.7), (-3.0);
    floor(x) at (0.7), (-3.2);
    ceil(x) at (0.7), (-3.2);
    round(x) at (0.7), (-3.2);
    trunc(x) at (0.7), (-3.2);
    fract(x) at (0.7), (-3.2);
    to_degrees(x) at (0.7), (-3.0);
    to_radians(x) at (0.7), (-3.0);
    powf(x, y) at (0.7, 1.3), (2.0, 0.4);
    powi(x, const n) at (0.7, 0), (0.7, 1), (-0.7, 2), (-0.7, 7), (0.7, -3);
    log(x, base) at (0.7, 1.3), (3.0, 0.4);
    max(x, y) at (0.7, 1.3), (2.0, 0.4);
    min(x, y) at (0.7, 1.3), (2.0, 0.4);
    clamp(x, low, high) at (0.7, 0.2, 1.3), (0.1, 0.2, 1.3), (1.9, 0.2, 1.3);
    hypot(x, y) at (0.7, 1.3), (-2.0, 0.0);
    partials_of_negative_literals(x) at (0.8), (-0.3);
    negative_literal_in_a_partial(x) at (0.8), (-0.3);
    atan2(y, x) at (0.7, 1.3), (-0.7, -1.3), (0.7, -1.3);
    mul_add(x, y, z) at (0.7, 1.3, -0.4);
    sin_cos(x) at (0.7), (-2.5);
    only_one_of_sin_cos(x) at (0.7), (-2.5);
    rem_euclid(x, y) at (3.1, 0.7), (-3.1, 0.7), (3.1, -0.7);
    copysign(x, y) at (0.7, 1.3), (-0.7, 1.3), (0.7, -1.3), (-0.7, -1.3);
    chained(x) at (0.7);
    method_of_an_expression(x, y) at (0.7, 1.3);
    method_of_a_literal(x) at (0.7), (-1.2);
    method_of_an_element(a, const i) at ([0.7, -1.3, 0.4], 0), ([0.7, -1.3, 0.4], 1);
    method_as_operand_of_itself(x) at (0.3), (1.9);
}
