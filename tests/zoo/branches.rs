//! Branches: as statements and as values, nested, on all kinds of conditions.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn value_of_a_branch(x: $F) -> $F {
            let y = if x > 0.5 { x * x } else { x.sin() };
            y * x
        }

        #[differentiate]
        fn branch_as_the_result(x: $F) -> $F {
            if x > 0.5 { x * x } else { x.sin() }
        }

        #[differentiate]
        fn branch_in_an_expression(x: $F, y: $F) -> $F {
            x * if x < y { y } else { x * x } + (if y > 0.0 { y.exp() } else { 1.0 }) * 2.0
        }

        #[differentiate]
        fn else_if_chain(x: $F) -> $F {
            if x < -1.0 {
                -x
            } else if x < 0.0 {
                x * x
            } else if x < 1.0 {
                x * x * x
            } else {
                2.0
            }
        }

        #[differentiate]
        fn statement_without_else(x: $F, y: $F) -> $F {
            let mut z = x * y;
            if x > 0.5 {
                z *= x;
            }
            z * y
        }

        #[differentiate]
        fn several_variables_assigned(x: $F, y: $F) -> $F {
            let mut a = x;
            let mut b = y;
            let mut c = 1.0;
            if x > y {
                a = b * x;
                b = a + 1.0;
            } else {
                b *= a;
                c = b * b;
            }
            a * b * c
        }

        #[differentiate]
        fn swapped_in_a_branch(x: $F, y: $F) -> $F {
            let mut low = x;
            let mut high = y;
            if low > high {
                let t = low;
                low = high;
                high = t;
            }
            high * high * high - low
        }

        #[differentiate]
        fn element_assigned_in_a_branch(a: [$F; 3], up: bool) -> $F {
            let mut b = a;
            if up {
                b[1] = a[0] * a[2];
                b[0] *= b[1];
            } else {
                b[2] = 0.0;
            }
            b[0] * b[1] + b[2] * a[2]
        }

        #[differentiate]
        fn array_from_a_branch(x: $F, y: $F) -> $F {
            let a = if x > y { [x, x * y] } else { [y * y, 1.0] };
            a[0] * a[1]
        }

        #[differentiate]
        fn tuple_from_a_branch(x: $F, y: $F) -> $F {
            let (s, k) = if x > y { (x * y, 2) } else { (x - y, 5) };
            s * s * k as $F
        }

        #[differentiate]
        fn integer_from_a_branch(x: $F, n: usize) -> $F {
            let k = if n > 3 { n - 3 } else { 1 };
            x * x * k as $F
        }

        #[differentiate]
        fn condition_with_and_or_not(x: $F, y: $F, up: bool) -> $F {
            if x > 0.0 && y > 0.0 || !up {
                x * y
            } else if !(x < -1.0) && up {
                x * x - y
            } else {
                y.exp() * x
            }
        }

        #[differentiate]
        fn condition_that_guards_an_index(a: &[$F], i: usize) -> $F {
            let mut s = 1.0;
            if i < a.len() && a[i] > 0.0 {
                s = a[i] * a[i];
            }
            if i >= a.len() || a[i] == 0.25 {
                s += 3.0;
            }
            s
        }

        #[differentiate]
        fn condition_by_name(x: $F, y: $F) -> $F {
            let larger = x > y;
            let both = larger & (y != 0.0);
            let mut z = x;
            if both {
                z = z * y;
            }
            if larger ^ true {
                z = z + y * y;
            }
            z * x
        }

        #[differentiate]
        fn condition_that_changes_meanwhile(x: $F) -> $F {
            let mut y = x;
            if y > 0.5 {
                y = -y * y;
            }
            if y > 0.0 {
                y *= 3.0;
            } else {
                y -= x * x;
            }
            y
        }

        #[differentiate]
        fn condition_from_a_computed_value(x: $F, y: $F) -> $F {
            let z = x * y;
            if z.sin() > z.cos() {
                z.sin()
            } else {
                z.cos() * x
            }
        }

        #[differentiate]
        fn nested(x: $F, y: $F) -> $F {
            let mut z = x;
            if x > 0.0 {
                z *= y;
                if y > 0.0 {
                    z += if x > y { x * x } else { y * y * y };
                } else {
                    z -= x;
                }
            } else if y > 0.0 {
                z = z * z;
            }
            z * x
        }

        #[differentiate]
        fn locals_of_a_branch_not_taken(x: $F, up: bool) -> $F {
            let mut y = x;
            if up {
                let root = x.sqrt();
                let t = root * x;
                y = t * t;
            } else {
                let log = x.ln();
                let t = log.exp();
                y += t * log;
            }
            y * y
        }

        #[differentiate]
        fn bad_values_of_a_branch_not_taken(x: $F) -> $F {
            let y = if x > 0.0 { x.ln() / x } else { x * x };
            let z = if x < -1.0 {
                (x + 1.0).abs().powf(0.3)
            } else {
                y
            };
            y + z
        }

        #[differentiate]
        fn work_after_and_before_a_branch(x: $F, y: $F) -> $F {
            let a = x.exp();
            let b = if a > y { a * y } else { a - y };
            let c = a * b;
            let d = if c > 1.0 { c * b } else { b };
            d * a
        }

        #[differentiate]
        fn empty_branch(x: $F) -> $F {
            if x > 0.0 {
            } else {
            }
            x * x
        }

        #[differentiate]
        fn branch_of_units(x: $F) -> $F {
            let mut y = x;
            if x > 1.0 {
                y *= x
            } else {
                y *= 2.0
            }
            y * x
        }
    };
}

zoo! {
    functions;
    value_of_a_branch(x) at (0.8), (0.2);
    branch_as_the_result(x) at (0.8), (0.2);
    branch_in_an_expression(x, y) at (0.8, 0.2), (0.2, 0.8), (-0.3, -0.9);
    else_if_chain(x) at (-1.5), (-0.5), (0.5), (1.5);
    statement_without_else(x, y) at (0.8, -1.3), (0.2, -1.3);
    several_variables_assigned(x, y) at (0.8, -1.3), (-1.3, 0.8);
    swapped_in_a_branch(x, y) at (0.8, -1.3), (-1.3, 0.8);
    element_assigned_in_a_branch(a, const up) at
        ([0.5, -1.0, 2.0], true), ([0.5, -1.0, 2.0], false);
    array_from_a_branch(x, y) at (0.8, -1.3), (-1.3, 0.8);
    tuple_from_a_branch(x, y) at (0.8, -1.3), (-1.3, 0.8);
    integer_from_a_branch(x, const n) at (0.8, 2), (0.8, 7);
    condition_with_and_or_not(x, y, const up) at
        (0.8, 1.3, true), (0.8, -1.3, true), (-1.8, 0.3, true), (-1.8, 0.3, false);
    condition_that_guards_an_index(a, const i) at
        ([0.5, -1.0], 0), ([0.5, -1.0], 1), ([0.5, -1.0], 2), ([0.0; 0], 0);
    condition_by_name(x, y) at (0.8, -1.3), (-1.3, 0.8);
    condition_that_changes_meanwhile(x) at (0.8), (0.2), (-0.7);
    condition_from_a_computed_value(x, y) at (0.8, 1.3), (0.3, 0.2);
    nested(x, y) at (0.8, 0.2), (0.2, 0.8), (0.8, -0.2), (-0.8, 0.2), (-0.8, -0.2);
    locals_of_a_branch_not_taken(x, const up) at (0.8, true), (0.8, false);
    bad_values_of_a_branch_not_taken(x) at (0.8), (-0.8), (-2.1);
    work_after_and_before_a_branch(x, y) at (0.2, 0.8), (-0.2, 2.8), (0.9, 1.8);
    empty_branch(x) at (0.8), (-0.8);
    branch_of_units(x) at (0.8), (1.8);
}
