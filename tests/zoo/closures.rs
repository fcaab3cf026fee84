//! Closures that a `let` names and that are called by this name.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn helper(x: $F) -> $F {
            x * x + 0.5
        }

        #[differentiate]
        fn without_captures(x: $F, y: $F) -> $F {
            let square = |t: $F| t * t;
            square(x) * y + square(x * y)
        }

        #[differentiate]
        fn with_captures(x: $F, y: $F) -> $F {
            let scale = |t: $F| t * x + y;
            scale(y) * scale(2.0)
        }

        #[differentiate]
        fn without_annotations(x: $F, y: $F) -> $F {
            let f = |a, b| a * b + x;
            f(x, y) * f(y, 3.0)
        }

        #[differentiate]
        fn with_a_result_type(x: $F) -> $F {
            let f = |t: $F| -> $F {
                let s = t.sin();
                s * s + t
            };
            f(x) * f(2.0 * x)
        }

        #[differentiate]
        fn several_parameters(x: $F, y: $F, n: usize) -> $F {
            let mix = |a: $F, b: $F, k: usize| a * k as $F + b * b;
            mix(x, y, n) * mix(y, x, 2)
        }

        #[differentiate]
        fn without_parameters(x: $F) -> $F {
            let y = x * x;
            let f = || y.exp() * x;
            f() + 2.0 * f()
        }

        #[differentiate]
        fn moved(x: $F, n: usize) -> $F {
            let y = x.sin();
            let f = move |t: $F| t * y + n as $F;
            f(x) * y
        }

        #[differentiate]
        fn capturing_an_array(a: [$F; 3], n: usize) -> $F {
            let at = |i: usize| a[i % 3] * a[(i + 1) % 3];
            let mut s = 1.0;
            for i in 0..n {
                s += at(i) * s;
            }
            s
        }

        #[differentiate]
        fn capturing_a_slice(a: &[$F], x: $F) -> $F {
            let value = |t: $F| {
                let mut s = 0.0;
                for c in a {
                    s = s * t + c;
                }
                s
            };
            value(x) + value(0.5) * x
        }

        #[differentiate]
        fn called_in_a_loop(x: $F, r: $F, n: usize) -> $F {
            let step = |y: $F| r * y * (1.0 - y);
            let mut y = x;
            for _ in 0..n {
                y = step(y);
            }
            y
        }

        #[differentiate]
        fn bound_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let f = |t: $F| t * s + i as $F * 0.1;
                s = f(x) * 0.5 + f(0.3);
            }
            s
        }

        #[differentiate]
        fn called_in_a_branch(x: $F, y: $F) -> $F {
            let f = |t: $F| (t * y).sin();
            let z = if x > 0.0 { f(x) } else { f(-x) * x };
            z * f(z)
        }

        #[differentiate]
        fn with_a_branch_inside(x: $F, y: $F) -> $F {
            let relu = |t: $F| if t > 0.0 { t } else { 0.1 * t };
            relu(x) * relu(y) + relu(x * y)
        }

        #[differentiate]
        fn with_a_return_inside(x: $F, y: $F) -> $F {
            let f = |t: $F| {
                if t > 0.5 {
                    return t * y;
                }
                t.exp()
            };
            f(x) + f(y)
        }

        #[differentiate]
        fn calling_a_differentiated_function(x: $F, y: $F) -> $F {
            let f = |t: $F| helper(t * y) + t;
            f(x) * f(helper(x))
        }

        #[differentiate]
        fn calling_another_closure(x: $F, y: $F) -> $F {
            let f = |t: $F| t * t + y;
            let g = |t: $F| f(t * x) + f(1.0);
            g(y) * f(x)
        }

        #[differentiate]
        fn capturing_a_value_that_is_shadowed(x: $F) -> $F {
            let y = x * 2.0;
            let f = |t: $F| t * y;
            let y = x.exp();
            f(y) + y
        }

        #[differentiate]
        fn returning_a_pair(x: $F, y: $F) -> $F {
            let rotate = |a: $F, b: $F| (a * x.cos() - b * x.sin(), a * x.sin() + b * x.cos());
            let (u, v) = rotate(y, 1.0);
            let (u, v) = rotate(u * v, v);
            u + v * 2.0
        }

        #[differentiate]
        fn never_called(x: $F) -> $F {
            let _unused = |t: $F| t.exp() * x;
            x * 3.0
        }

        #[differentiate]
        fn on_integers(x: $F, n: usize) -> $F {
            let next = |i: usize| (i * 3 + 1) % 7;
            let mut i = n;
            let mut s = x;
            while i != 1 && s < 50.0 {
                s += x * i as $F;
                i = next(i);
            }
            s
        }
    };
}

zoo! {
    functions;
    helper(x) at (0.8);
    without_captures(x, y) at (0.8, -1.3);
    with_captures(x, y) at (0.8, -1.3);
    without_annotations(x, y) at (0.8, -1.3);
    with_a_result_type(x) at (0.8);
    several_parameters(x, y, const n) at (0.8, -1.3, 0), (0.8, -1.3, 3);
    without_parameters(x) at (0.8);
    moved(x, const n) at (0.8, 0), (0.8, 3);
    capturing_an_array(a, const n) at
        ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2], 1), ([0.8, -0.3, 1.2], 7);
    capturing_a_slice(a, x) at ([0.0; 0], 0.7), ([0.8], 0.7), ([0.8, -0.3, 1.2], 0.7);
    called_in_a_loop(x, r, const n) at (0.3, 2.9, 0), (0.3, 2.9, 1), (0.3, 2.9, 7);
    bound_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7);
    called_in_a_branch(x, y) at (0.8, -1.3), (-0.8, -1.3);
    with_a_branch_inside(x, y) at (0.8, -1.3), (-0.8, -1.3), (0.8, 1.3);
    with_a_return_inside(x, y) at (0.8, -1.3), (-0.2, 0.9);
    calling_a_differentiated_function(x, y) at (0.8, -1.3);
    calling_another_closure(x, y) at (0.8, -1.3);
    capturing_a_value_that_is_shadowed(x) at (0.8);
    returning_a_pair(x, y) at (0.8, -1.3);
    never_called(x) at (0.8);
    on_integers(x, const n) at (0.8, 1), (0.8, 4), (0.8, 2);
}
