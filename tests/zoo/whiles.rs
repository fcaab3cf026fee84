//! `while` and `loop`, with all ways out of them.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn while_counting(x: $F, n: usize) -> $F {
            let mut i = 0;
            let mut s = 0.5;
            while i < n {
                s = s * x + i as $F;
                i += 1;
            }
            s
        }

        #[differentiate]
        fn while_counting_down(x: $F, mut n: usize) -> $F {
            let mut s = 1.0;
            while n > 0 {
                s = s * x + n as $F;
                n -= 1;
            }
            s
        }

        #[differentiate]
        fn while_on_the_data(x: $F) -> $F {
            let mut s = x;
            while s < 3.0 {
                s *= 1.0 + x;
            }
            s * x
        }

        #[differentiate]
        fn while_on_two_conditions(a: &[$F], limit: $F) -> $F {
            let mut i = 0;
            let mut s = limit;
            while i < a.len() && s * s < 9.0 {
                s += a[i] * s;
                i += 1;
            }
            s * s
        }

        #[differentiate]
        fn while_with_break(x: $F, n: usize) -> $F {
            let mut i = 0;
            let mut s = x;
            while i < 100 {
                s = s.sin() + 0.1;
                if i == n {
                    break;
                }
                s = s * x;
                i += 1;
            }
            s
        }

        #[differentiate]
        fn while_with_continue(x: $F, n: usize) -> $F {
            let mut i = 0;
            let mut s = x;
            while i < n {
                i += 1;
                s = s.sin();
                if i % 2 == 0 {
                    continue;
                }
                s = s * x + 1.0;
            }
            s
        }

        #[differentiate]
        fn loop_with_break(x: $F, n: usize) -> $F {
            let mut i = 0;
            let mut s = 1.0;
            loop {
                if i >= n {
                    break;
                }
                s *= x + i as $F;
                i += 1;
            }
            s
        }

        #[differentiate]
        fn loop_with_break_in_the_middle(x: $F) -> $F {
            let mut s = x;
            let mut p = 1.0;
            loop {
                p *= s;
                if p > 4.0 {
                    break;
                }
                s = s * 1.5 + p;
            }
            s * p
        }

        #[differentiate]
        fn loop_with_a_value(x: $F) -> $F {
            let mut s = x;
            let y = loop {
                s = s * s + 0.5;
                if s > 2.0 {
                    break s * x;
                }
            };
            y + s
        }

        #[differentiate]
        fn loop_with_continue(x: $F, n: usize) -> $F {
            let mut i = 0;
            let mut s = x;
            loop {
                i += 1;
                if i > n {
                    break;
                }
                s += s * s * 0.1;
                if i % 3 == 1 {
                    continue;
                }
                s = s.cos() * x;
            }
            s
        }

        #[differentiate]
        fn loop_that_returns(x: $F) -> $F {
            let mut s = x;
            loop {
                s = s * s + 0.3;
                if s > 2.0 {
                    return s * x;
                }
            }
        }

        #[differentiate]
        fn newton(a: $F) -> $F {
            let mut x = a;
            let mut i = 0;
            while (x * x - a).abs() > 1e-3 && i < 50 {
                x = 0.5 * (x + a / x);
                i += 1;
            }
            0.5 * (x + a / x)
        }

        #[differentiate]
        fn bisection(target: $F) -> $F {
            let mut low = 0.0;
            let mut high = 2.0;
            for _ in 0..6 {
                let middle = 0.5 * (low + high);
                if middle * middle < target {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            target * (low + high) * target
        }

        #[differentiate]
        fn collatz(x: $F, n: usize) -> $F {
            let mut n = n;
            let mut s = x;
            while n > 1 {
                if n % 2 == 0 {
                    n /= 2;
                    s = s.sin() + x;
                } else {
                    n = 3 * n + 1;
                    s = s * x + 0.1;
                }
            }
            s
        }
    };
}

zoo! {
    functions;
    while_counting(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    while_counting_down(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    while_on_the_data(x) at (0.8), (0.2), (4.0);
    while_on_two_conditions(a, limit) at
        ([0.0; 0], 0.7), ([0.8], 0.7), ([0.8, -0.3, 1.2], 0.7), ([0.8, 2.3, 1.2], 0.7);
    while_with_break(x, const n) at (0.8, 0), (0.8, 1), (0.8, 7);
    while_with_continue(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    loop_with_break(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    loop_with_break_in_the_middle(x) at (0.8), (1.8), (4.5);
    loop_with_a_value(x) at (0.8), (0.2), (3.0);
    loop_with_continue(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 7);
    loop_that_returns(x) at (0.9), (1.8);
    newton(a) at (2.0), (0.3);
    bisection(target) at (1.3), (2.9);
    collatz(x, const n) at (0.8, 1), (0.8, 2), (0.8, 6);
}
