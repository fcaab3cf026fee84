//! Branches that end in a panic, assertions, and exits that carry the result of a call.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn panic_ahead_of_everything(x: $F) -> $F {
            if x < 0.0 {
                panic!("negative");
            }
            let y = x * x;
            y * x
        }

        #[differentiate]
        fn panic_in_a_loop(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                if s > 1e9 {
                    panic!("too large: {s} in step {i}");
                }
                s = s * x + i as $F;
            }
            s
        }

        #[differentiate]
        fn panic_instead_of_a_value(x: $F, n: usize) -> $F {
            let y = if n <= 10 { x.sin() } else { unreachable!() };
            let z = if n > 10 {
                panic!("{n} is too large")
            } else {
                y * y
            };
            z * x
        }

        #[differentiate]
        fn assertions(x: &[$F], y: $F) -> $F {
            assert!(!x.is_empty(), "nothing to add");
            debug_assert!(y.is_finite());
            assert_eq!(x.len() % 1, 0, "{} elements", x.len());
            let mut s = 0.0;
            for v in x {
                assert!(*v < 100.0);
                s += v * y;
            }
            s
        }

        #[differentiate]
        fn squared(x: $F) -> $F {
            x * x
        }

        #[differentiate]
        fn loop_that_breaks_with_a_call(x: $F) -> $F {
            let mut k = 0;
            let y = loop {
                k += 1;
                if k > 3 {
                    break squared(x);
                }
            };
            squared(y)
        }

        #[differentiate]
        fn overflow_that_does_not_matter(x: $F) -> $F {
            (400.0 * x * x).exp().min(3.0) + x
        }
    };
}

zoo! {
    functions;
    panic_ahead_of_everything(x) at (0.7);
    panic_in_a_loop(x, const n) at (0.7, 0), (0.7, 4);
    panic_instead_of_a_value(x, const n) at (0.7, 0), (0.7, 10);
    assertions(x, y) at ([0.7, -0.2], 0.4);
    loop_that_breaks_with_a_call(x) at (0.7);
    overflow_that_does_not_matter(x) at (2.0);
}
