// THE rule table: one row a primitive, for all widths and both modes.
//
// `name(parameters) => [∂y/∂parameter, …] on domain;`, where a partial may mention the parameters,
// the result `y` and what `where` binds, and `T` is the float type. The parameters behind `;` in the
// list are integers. The first line names the result and the type. What a row mentions is what the sweep keeps alive. A row marked `guarded` has
// partials that are not finite everywhere: a zero adjoint is not multiplied with them.

rules! {
  y: T;
  partials {
    /// Sum.
    add(a, b) => [1.0, 1.0] on (-3.0..3.0, -3.0..3.0);
    /// Difference.
    sub(a, b) => [1.0, -1.0] on (-3.0..3.0, -3.0..3.0);
    /// Product.
    mul(a, b) => [b, a] on (-3.0..3.0, -3.0..3.0);
    /// Negation.
    neg(x) => [-1.0] on (-3.0..3.0);
    /// Multiplication by a number, and addition: `x * a + b`.
    mul_add(x, a, b) => [a, x, 1.0] on (-3.0..3.0, -3.0..3.0, -3.0..3.0);

    /// Sine.
    sin(x) => [x.cos()] on (-3.0..3.0);
    /// Cosine.
    cos(x) => [-x.sin()] on (-3.0..3.0);
    /// Tangent.
    tan(x) => [1.0 + y * y] on (-1.3..1.3);
    /// Arc tangent.
    atan(x) => [1.0 / (1.0 + x * x)] on (-3.0..3.0);
    /// Hyperbolic sine.
    sinh(x) => [x.cosh()] on (-3.0..3.0);
    /// Hyperbolic cosine.
    cosh(x) => [x.sinh()] on (-3.0..3.0);
    /// Hyperbolic tangent.
    tanh(x) => [1.0 - y * y] on (-2.0..2.0);
    /// Inverse hyperbolic sine.
    asinh(x) => [1.0 / x.hypot(1.0)] on (-3.0..3.0);
    /// Degrees from radians.
    to_degrees(x) => [(1.0 as T).to_degrees()] on (-3.0..3.0);
    /// Radians from degrees.
    to_radians(x) => [(1.0 as T).to_radians()] on (-300.0..300.0);
    /// Fractional part.
    fract(x) => [1.0] on (0.1..0.9);
    /// Absolute value; 0 at 0.
    abs(x) => [if x > 0.0 { 1.0 } else if x < 0.0 { -1.0 } else { 0.0 }] on (0.5..3.0);
    /// Magnitude of `x`, sign of `s`; 0 at 0.
    copysign(x, s) => [if x == 0.0 { 0.0 } else { (1.0 as T).copysign(x) * (1.0 as T).copysign(s) }, 0.0]
      on (-3.0..-0.5, 0.5..3.0);
    /// Larger of two: ½ each at a tie; all to the operand returned where one is NaN.
    max(a, b) => [
        if a > b || b != b { 1.0 } else if a == b { 0.5 } else { 0.0 },
        if b > a || a != a { 1.0 } else if a == b { 0.5 } else { 0.0 },
    ] on (-3.0..-0.1, 0.1..3.0);
    /// Smaller of two: ½ each at a tie; all to the operand returned where one is NaN.
    min(a, b) => [
        if a < b || b != b { 1.0 } else if a == b { 0.5 } else { 0.0 },
        if b < a || a != a { 1.0 } else if a == b { 0.5 } else { 0.0 },
    ] on (-3.0..-0.1, 0.1..3.0);
    /// `x.max(lo).min(hi)`, with the derivatives of these two.
    clamp(x, lo, hi) where raised = x.max(lo),
        over = if x > lo || x != x { 1.0 } else if x == lo { 0.5 } else { 0.0 },
        under = if raised < hi || x != x { 1.0 } else if raised == hi { 0.5 } else { 0.0 } => [
        over * under, (1.0 - over) * under, 1.0 - under,
    ] on (-0.9..0.9, -2.0..-1.0, 1.0..2.0);
  }
  guarded {
    /// Quotient.
    div(a, b) where r = 1.0 / b => [r, -y * r] on (-3.0..3.0, 0.5..3.0);
    /// Remainder, with the sign of `a`.
    rem(a, b) => [1.0, ((y - a) / b).round()] on (3.1..3.4, 1.2..1.5);
    /// Remainder that is never negative.
    rem_euclid(a, b) => [1.0, ((y - a) / b).round()] on (3.1..3.4, 1.2..1.5);
    /// Reciprocal.
    recip(x) => [-y * y] on (0.5..3.0);
    /// Arc sine.
    asin(x) => [1.0 / ((1.0 - x) * (1.0 + x)).sqrt()] on (-0.9..0.9);
    /// Arc cosine.
    acos(x) => [-1.0 / ((1.0 - x) * (1.0 + x)).sqrt()] on (-0.9..0.9);
    /// Inverse hyperbolic cosine.
    acosh(x) => [1.0 / ((x - 1.0).sqrt() * (x + 1.0).sqrt())] on (1.5..4.0);
    /// Inverse hyperbolic tangent.
    atanh(x) => [1.0 / ((1.0 - x) * (1.0 + x))] on (-0.9..0.9);
    /// `eˣ`.
    exp(x) => [y] on (-3.0..3.0);
    /// `2ˣ`.
    exp2(x) => [y * ::core::f64::consts::LN_2 as T] on (-3.0..3.0);
    /// `eˣ − 1`.
    exp_m1(x) => [x.exp()] on (-3.0..3.0);
    /// Natural logarithm.
    ln(x) => [1.0 / x] on (0.5..3.0);
    /// `ln(1 + x)`.
    ln_1p(x) => [1.0 / (1.0 + x)] on (-0.5..3.0);
    /// Logarithm of `x` to the base `b`.
    log(x, b) where scale = 1.0 / b.ln() => [scale / x, -y * scale / b] on (0.5..3.0, 1.5..4.0);
    /// Logarithm to the base 2.
    log2(x) => [::core::f64::consts::LOG2_E as T / x] on (0.5..3.0);
    /// Logarithm to the base 10.
    log10(x) => [::core::f64::consts::LOG10_E as T / x] on (0.5..3.0);
    /// Square root.
    sqrt(x) => [0.5 / y] on (0.5..3.0);
    /// Cube root.
    cbrt(x) => [1.0 / (3.0 * y * y)] on (0.5..3.0);
    /// Power with an integer exponent.
    powi(x; n) => [if n == 0 { 0.0 } else { n as T * x.powi(n.wrapping_sub(1)) }] on (0.5..2.0; 3);
    /// Power: 0 in the base where the exponent is 0, 0 in the exponent where the base is 0.
    powf(x, e) => [
        if e == 0.0 { 0.0 } else { e * x.powf(e - 1.0) },
        if x == 0.0 { 0.0 } else { y * x.ln() },
    ] on (0.5..3.0, -2.0..2.0);
    /// Length of the vector `(a, b)`; 0 at the origin.
    hypot(a, b) => [if y == 0.0 { 0.0 } else { a / y }, if y == 0.0 { 0.0 } else { b / y }]
      on (-3.0..3.0, 0.5..3.0);
    /// Angle of the point `(x, s)`; 0 at the origin.
    atan2(s, x) where r = s.hypot(x) =>
      [if r == 0.0 { 0.0 } else { x / r / r }, if r == 0.0 { 0.0 } else { -s / r / r }]
      on (-2.0..-0.2, 0.2..2.0);
  }
  flat {
    /// Largest integer not above.
    floor(x);
    /// Smallest integer not below.
    ceil(x);
    /// Nearest integer, ties away from zero.
    round(x);
    /// Nearest integer, ties to even.
    round_ties_even(x);
    /// Integer part.
    trunc(x);
    /// Sign.
    signum(x);
    /// Integer quotient of `rem_euclid`.
    div_euclid(a, b);
  }
}
