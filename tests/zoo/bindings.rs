//! How values get names: patterns, shadowing, mutation, deferred initialisation, blocks.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn annotated(x: $F) -> $F {
            let y: $F = x * x;
            let z: [$F; 2] = [y, x];
            let n: usize = 3;
            z[0] * z[1] * n as $F
        }

        #[differentiate]
        fn tuple_pattern(x: $F, y: $F) -> $F {
            let (a, b) = (x * y, x + y);
            a * b
        }

        #[differentiate]
        fn nested_pattern(x: $F, y: $F) -> $F {
            let ((a, b), [c, d]) = ((x, y * y), [x * y, 2.0]);
            let (e, _): ($F, $F) = (a * c, b);
            e * d + b
        }

        #[differentiate]
        fn array_pattern(a: [$F; 3]) -> $F {
            let [x, y, z] = a;
            x * y + y * z * z
        }

        #[differentiate]
        fn pattern_that_swaps(x: $F, y: $F) -> $F {
            let (x, y) = (y, x);
            x * x - 3.0 * y
        }

        #[differentiate]
        fn tuple_of_number_and_integer(x: $F, n: usize) -> $F {
            let (y, k) = (x * x, n + 1);
            y * k as $F
        }

        #[differentiate]
        fn shadowed(x: $F) -> $F {
            let y = x * x;
            let y = y * x + y;
            let x = y.sin();
            x * y
        }

        #[differentiate]
        fn shadowed_by_another_type(x: $F) -> $F {
            let n = 3;
            let y = x * n as $F;
            let n = y * y;
            let n = [n, x];
            let n = (n[0] * n[1], n[1]);
            n.0 + n.1
        }

        #[differentiate]
        fn shadowed_in_a_block(x: $F) -> $F {
            let y = x * 2.0;
            {
                let y = y * y;
                let _unused = y.exp();
            }
            y * x
        }

        #[differentiate]
        fn assigned_twice(x: $F) -> $F {
            let mut y = x;
            y = y * y;
            let z = y + 1.0;
            y = z * x;
            y * z
        }

        #[differentiate]
        fn compound_assignment(x: $F, y: $F) -> $F {
            let mut z = x;
            z += y;
            z *= x;
            z -= 2.0 * y;
            z /= 1.0 + x * x;
            z *= z;
            z
        }

        #[differentiate]
        fn compound_with_itself(x: $F) -> $F {
            let mut y = x;
            y += y;
            y *= y + x;
            y -= y * y;
            y
        }

        #[differentiate]
        fn compound_remainder(x: $F, y: $F) -> $F {
            let mut z = x * 3.0;
            z %= y;
            z * z
        }

        #[differentiate]
        fn parameter_overwritten(mut x: $F, y: $F) -> $F {
            x = x * y;
            x += y;
            x * x
        }

        #[differentiate]
        fn array_parameter_overwritten(mut a: [$F; 3], x: $F) -> $F {
            a[0] = a[1] * x;
            a[1] *= a[0];
            a[2] = 1.0;
            a[0] + a[1] * a[2]
        }

        #[differentiate]
        fn deferred(x: $F, up: bool) -> $F {
            let y;
            if up {
                y = x * x;
            } else {
                y = 3.0 * x;
            }
            y * x
        }

        #[differentiate]
        fn deferred_without_a_branch(x: $F) -> $F {
            let y;
            let z: $F;
            y = x.sin();
            z = y * x;
            z + y
        }

        #[differentiate]
        fn deferred_array(x: $F, up: bool) -> $F {
            let a: [$F; 2];
            if up {
                a = [x, x * x];
            } else {
                a = [1.0, x];
            }
            a[0] * a[1]
        }

        #[differentiate]
        fn block_as_value(x: $F) -> $F {
            let y = {
                let a = x * x;
                let b = a + 1.0;
                a / b
            };
            y * { x + 2.0 }
        }

        #[differentiate]
        fn block_as_pair(x: $F) -> $F {
            let (a, b) = {
                let s = x.sin();
                (s * x, { s + 1.0 })
            };
            a * b
        }

        #[differentiate]
        fn assignment_from_a_block(x: $F) -> $F {
            let mut y = 1.0;
            let z = {
                y = y * x;
                y * 2.0
            };
            y += z;
            y * z
        }

        #[differentiate]
        fn tuple_fields_assigned(x: $F) -> $F {
            let mut p = (x, 1.0);
            p.1 = p.0 * x;
            p.0 += p.1;
            p.0 * p.1
        }

        #[differentiate]
        fn tuple_overwritten(x: $F, y: $F) -> $F {
            let mut p = (x, y);
            p = (p.1 * x, p.0);
            let (a, b) = p;
            a - b * b
        }

        #[differentiate]
        fn destructuring_assignment(x: $F, y: $F) -> $F {
            let mut a = x;
            let mut b = y;
            (a, b) = (b, a);
            [a, b] = [a + b, a * b];
            a * b - x
        }

        #[differentiate]
        fn elements_compound(x: $F, y: $F) -> $F {
            let mut a = [x, y, 2.0];
            a[0] += y;
            a[1] *= a[0];
            a[2] -= a[1];
            a[0] /= a[1];
            a[0] + a[2]
        }

        #[differentiate]
        fn mutable_pattern(x: $F, y: $F) -> $F {
            let (mut a, b) = (x, y);
            a *= b;
            let mut c = a;
            c += a;
            c * a
        }

        #[differentiate]
        fn integer_that_changes(x: $F, mut n: usize) -> $F {
            let y = x * n as $F;
            n += 2;
            let z = y * n as $F;
            n = 0;
            z * x + n as $F
        }
    };
}

zoo! {
    functions;
    annotated(x) at (0.7);
    tuple_pattern(x, y) at (0.7, -1.3);
    nested_pattern(x, y) at (0.7, -1.3);
    array_pattern(a) at ([0.7, -1.3, 0.4]);
    pattern_that_swaps(x, y) at (0.7, -1.3);
    tuple_of_number_and_integer(x, const n) at (0.7, 0), (0.7, 4);
    shadowed(x) at (0.7);
    shadowed_by_another_type(x) at (0.7);
    shadowed_in_a_block(x) at (0.7);
    assigned_twice(x) at (0.7), (-1.1);
    compound_assignment(x, y) at (0.7, -1.3);
    compound_with_itself(x) at (0.7);
    compound_remainder(x, y) at (1.7, 1.1), (-1.7, 1.1);
    parameter_overwritten(x, y) at (0.7, -1.3);
    array_parameter_overwritten(a, x) at ([0.7, -1.3, 0.4], 2.0);
    deferred(x, const up) at (0.7, true), (0.7, false);
    deferred_without_a_branch(x) at (0.7);
    deferred_array(x, const up) at (0.7, true), (0.7, false);
    block_as_value(x) at (0.7);
    block_as_pair(x) at (0.7);
    assignment_from_a_block(x) at (0.7);
    tuple_fields_assigned(x) at (0.7);
    tuple_overwritten(x, y) at (0.7, -1.3);
    destructuring_assignment(x, y) at (0.7, -1.3);
    elements_compound(x, y) at (0.7, -1.3);
    mutable_pattern(x, y) at (0.7, -1.3);
    integer_that_changes(x, const n) at (0.7, 3);
}
