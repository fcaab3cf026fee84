//! Everyday programs of numerical analysis and finance.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn newton_square_root(a: $F) -> $F {
            let mut x = 1.0;
            for _ in 0..8 {
                x = 0.5 * (x + a / x);
            }
            x
        }

        #[differentiate]
        fn trapezoid_rule(a: $F, b: $F, n: usize) -> $F {
            let f = |x: $F| (x * x).sin() + x;
            let h = (b - a) / n as $F;
            let mut s = 0.5 * (f(a) + f(b));
            for i in 1..n {
                s += f(a + i as $F * h);
            }
            s * h
        }

        #[differentiate]
        fn adaptive_simpson(a: $F, b: $F, depth: usize) -> $F {
            let middle = 0.5 * (a + b);
            let h = b - a;
            let coarse = h / 6.0 * (a.exp() + 4.0 * middle.exp() + b.exp());
            if depth == 0 {
                return coarse;
            }
            adaptive_simpson(a, middle, depth - 1) + adaptive_simpson(middle, b, depth - 1)
        }

        #[differentiate]
        fn geometric_series(x: $F, limit: usize) -> $F {
            let mut term = 1.0;
            let mut sum = 0.0;
            for _ in 0..limit {
                sum += term;
                term *= x;
                if term < 0.01 {
                    break;
                }
            }
            sum
        }

        #[differentiate]
        fn exponential_series(x: $F) -> $F {
            let mut term = 1.0;
            let mut sum = 1.0;
            let mut n = 1;
            while term > 1e-4 * sum || n < 3 {
                term *= x / n as $F;
                sum += term;
                n += 1;
            }
            sum
        }

        #[differentiate]
        fn error_function(x: $F) -> $F {
            let t = 1.0 / (1.0 + 0.3275911 * x.abs());
            let p = t
                * (0.2548296
                    + t * (-0.2844967 + t * (1.4214137 + t * (-1.4531520 + t * 1.0614054))));
            (1.0 - p * (-x * x).exp()).copysign(x)
        }

        #[differentiate]
        fn black_scholes(
            spot: $F,
            strike: $F,
            rate: $F,
            volatility: $F,
            years: $F,
            call: bool,
        ) -> $F {
            let spread = volatility * years.sqrt();
            let d1 =
                ((spot / strike).ln() + (rate + 0.5 * volatility * volatility) * years) / spread;
            let d2 = d1 - spread;
            let normal = |x: $F| 0.5 * (1.0 + error_function(x / (2.0 as $F).sqrt()));
            let discounted = strike * (-rate * years).exp();
            if call {
                spot * normal(d1) - discounted * normal(d2)
            } else {
                discounted * normal(-d2) - spot * normal(-d1)
            }
        }

        #[differentiate]
        fn binomial_tree(spot: $F, volatility: $F, n: usize) -> $F {
            let up = (volatility / (n as $F).sqrt()).exp();
            let down = 1.0 / up;
            let p = (1.0 - down) / (up - down);
            let mut values = vec![0.0; n + 1];
            for i in 0..=n {
                let price = spot * up.powi(2 * i as i32 - n as i32);
                values[i] = (1.05 - price).max(0.0);
            }
            for step in (0..n).rev() {
                for i in 0..=step {
                    let price = spot * up.powi(2 * i as i32 - step as i32);
                    let held = 0.99 * (p * values[i + 1] + (1.0 - p) * values[i]);
                    values[i] = held.max(1.05 - price);
                }
            }
            values[0]
        }

        #[differentiate]
        fn bilinear_interpolation(image: &[$F], width: usize, x: $F, y: $F) -> $F {
            let (i, j) = (x.floor() as usize, y.floor() as usize);
            let (u, v) = (x.fract(), y.fract());
            let at = |i: usize, j: usize| image[j * width + i];
            let top = at(i, j) * (1.0 - u) + at(i + 1, j) * u;
            let bottom = at(i, j + 1) * (1.0 - u) + at(i + 1, j + 1) * u;
            top * (1.0 - v) + bottom * v
        }

        #[differentiate]
        fn signed_distance(x: $F, y: $F) -> $F {
            let circle = x.hypot(y) - 1.0;
            let square = (x.abs() - 0.5).max(y.abs() - 0.75);
            let smooth = 0.1;
            let h = (0.5 + 0.5 * (square - circle) / smooth).clamp(0.0, 1.0);
            square * (1.0 - h) + circle * h - smooth * h * (1.0 - h)
        }
    };
}

zoo! {
    functions;
    newton_square_root(a) at (2.0), (0.3);
    trapezoid_rule(a, b, const n) at (0.2, 1.7, 1), (0.2, 1.7, 2), (0.2, 1.7, 7);
    adaptive_simpson(a, b, const depth) at (0.2, 1.7, 0), (0.2, 1.7, 3);
    geometric_series(x, const limit) at (0.3, 0), (0.3, 1), (0.3, 2), (0.3, 20), (0.8, 7);
    exponential_series(x) at (0.7), (1.9);
    error_function(x) at (0.7), (-1.2);
    black_scholes(spot, strike, rate, volatility, years, const call) at
        (1.1, 1.0, 0.03, 0.25, 1.5, true), (1.1, 1.0, 0.03, 0.25, 1.5, false);
    binomial_tree(spot, volatility, const n) at (1.0, 0.3, 1), (1.0, 0.3, 2), (1.0, 0.3, 5);
    bilinear_interpolation(image, const width, x, y) at
        ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9], 3, 0.3, 0.6),
        ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9], 3, 1.3, 0.6);
    signed_distance(x, y) at (0.9, 0.2), (0.55, 0.77), (0.2, 1.9);
}
