//! What was refused once: matches, options, boxes and aliases, each as small as can be.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        type Float = $F;
        type Single = f32;

        const FACTOR: Option<$F> = Some(2.0);

        struct Point {
            x: $F,
            y: $F,
        }

        const ORIGIN: Point = Point { x: 1.5, y: 2.0 };

        #[differentiate]
        fn if_let_of_a_constant(x: $F) -> $F {
            if let Some(k) = FACTOR { k * x * x } else { x }
        }

        #[differentiate]
        fn let_else_of_a_constant(x: $F) -> $F {
            let Some(k) = FACTOR else {
                return x;
            };
            k * x * x
        }

        #[differentiate]
        fn match_of_a_number(x: $F) -> $F {
            match x {
                0.0 => 1.0,
                _ => x * x,
            }
        }

        #[differentiate]
        fn match_of_ranges(x: $F) -> $F {
            match x {
                ..0.0 => -x,
                0.0..1.0 => x * x,
                _ => x.sin(),
            }
        }

        #[differentiate]
        fn match_of_a_count(x: $F, n: usize) -> $F {
            match n {
                0 => 1.0,
                1 => x,
                _ => x * x,
            }
        }

        #[differentiate]
        fn match_of_a_pair(x: $F, n: usize) -> $F {
            match (x > 0.0, n) {
                (true, 0) => x * 3.0,
                _ => x * x,
            }
        }

        #[differentiate]
        fn match_with_a_guard(x: $F, n: usize) -> $F {
            match n {
                k if k > 3 => x * k as $F,
                _ => x * x,
            }
        }

        #[differentiate]
        fn while_let_of_a_count(x: $F) -> $F {
            let mut y = x;
            let mut left = 3;
            while let 1.. = left {
                y *= x;
                left -= 1;
            }
            y
        }

        #[differentiate]
        fn a_message(x: $F) -> $F {
            let text = format!("{}", x > 0.0);
            x * x * text.len() as $F
        }

        #[differentiate]
        fn matches_of_a_count(x: $F, n: usize) -> $F {
            if matches!(n, 1..=3) { x * 3.0 } else { x * x }
        }

        #[differentiate]
        fn a_whole_and_its_parts(x: $F, y: $F) -> $F {
            let all @ [a, b] = [x * y, y];
            all[0] * a * b + all[1]
        }

        #[differentiate]
        fn an_alias_of_a_float(x: $F) -> $F {
            let y: Float = x * x;
            y * x
        }

        #[differentiate]
        fn a_cast_to_an_alias(x: $F) -> $F {
            let y = (2.0 * x) as Float;
            y * x
        }

        #[differentiate]
        fn a_box(x: $F) -> $F {
            let mut b = Box::new(x * x);
            *b *= x;
            *b * *b
        }

        #[differentiate]
        fn boxed(x: $F) -> Box<$F> {
            Box::new(x * x)
        }

        #[differentiate]
        fn of_a_boxed_result(x: $F) -> $F {
            let b: Box<$F> = boxed(x);
            *b * x
        }

        #[differentiate]
        fn root(x: $F) -> Option<$F> {
            if x < 0.0 { None } else { Some(x.sqrt()) }
        }

        #[differentiate]
        fn of_an_optional_result(x: $F) -> $F {
            root(x).unwrap_or(1.0) * x + root(-x).unwrap_or(x)
        }

        #[differentiate]
        fn biased(x: $F, bias: Option<$F>) -> $F {
            x * bias.unwrap_or(3.0)
        }

        #[differentiate]
        fn of_an_optional_parameter(x: $F) -> $F {
            biased(x, Some(x * x)) + biased(x, None)
        }

        #[differentiate]
        pub(super) fn named(x: $F, names: &[String]) -> $F {
            x * x * names.len() as $F
        }

        #[differentiate]
        fn an_unused_option(x: $F) -> $F {
            let _held = Some(x);
            x * x
        }

        #[differentiate]
        fn a_constant_taken_apart(x: $F) -> $F {
            let Point { x: a, y: b } = ORIGIN;
            a * x * x + b * x
        }

        #[differentiate]
        fn an_array_that_is_mapped(x: $F, y: $F) -> $F {
            let q = [x, y, x * y].map(|v| v * v);
            q[0] * q[2] + q[1]
        }

        /// A cast that loses digits still has the slope 1.
        #[differentiate]
        pub(super) fn rounded(x: $F) -> $F {
            (x as Single) as $F * x
        }
    };
}

zoo! {
    functions;
    if_let_of_a_constant(x) at (0.7);
    let_else_of_a_constant(x) at (0.7);
    match_of_a_number(x) at (0.7), (-0.4);
    match_of_ranges(x) at (-0.7), (0.4), (1.3);
    match_of_a_count(x, const n) at (0.7, 0), (0.7, 1), (0.7, 2);
    match_of_a_pair(x, const n) at (0.7, 0), (0.7, 1), (-0.7, 0);
    match_with_a_guard(x, const n) at (0.7, 3), (0.7, 4);
    while_let_of_a_count(x) at (0.7);
    a_message(x) at (0.7), (-0.7);
    matches_of_a_count(x, const n) at (0.7, 0), (0.7, 1), (0.7, 3), (0.7, 4);
    a_whole_and_its_parts(x, y) at (0.7, 0.4);
    an_alias_of_a_float(x) at (0.7);
    a_cast_to_an_alias(x) at (0.7);
    a_box(x) at (0.7);
    of_a_boxed_result(x) at (0.7);
    of_an_optional_result(x) at (0.7), (1.3);
    of_an_optional_parameter(x) at (0.7);
    an_unused_option(x) at (0.7);
    a_constant_taken_apart(x) at (0.7);
    an_array_that_is_mapped(x, y) at (0.7, 0.4);
}

#[test]
fn a_slice_of_strings_is_a_constant() {
    let names = ["a".to_owned(), "b".to_owned()];
    assert_eq!(f64s::named::value_and_grad(3.0, &names).0, 18.0);
    assert_eq!(f64s::named::grad(3.0, &names).0, 12.0);
}

#[test]
fn slopes_of_casts() {
    assert_eq!(f64s::rounded::value_and_grad(0.5), (0.25, 1.0));
    assert_eq!(f32s::rounded::value_and_grad(0.5), (0.25, 1.0));
}
