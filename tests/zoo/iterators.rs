//! `for` over elements: slices, arrays, vectors, with `iter`, `enumerate`, `zip`, `iter_mut`.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn elements_of_a_slice(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for x in xs {
                s += x * x;
            }
            s
        }

        #[differentiate]
        fn elements_by_iter(xs: &[$F], a: $F) -> $F {
            let mut s = 1.0;
            for x in xs.iter() {
                s = s * *x + a;
            }
            s
        }

        #[differentiate]
        fn elements_by_pattern(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            for &x in xs {
                s = (s + x).sin() * x;
            }
            s
        }

        #[differentiate]
        fn elements_of_a_borrowed_array(xs: [$F; 3]) -> $F {
            let mut s = 1.0;
            for x in &xs {
                s *= x.exp() + s;
            }
            s * xs[0]
        }

        #[differentiate]
        fn elements_of_an_array_by_value(xs: [$F; 3]) -> $F {
            let mut s = 1.0;
            for x in xs {
                s = s / (1.0 + x * x);
            }
            s
        }

        #[differentiate]
        fn elements_of_a_reference_to_an_array(xs: &[$F; 3]) -> $F {
            let mut s = 1.0;
            for x in xs {
                s += s * x;
            }
            s
        }

        #[differentiate]
        fn elements_of_a_local(x: $F) -> $F {
            let a = [x, x * x, 2.0];
            let mut s = 0.0;
            for y in &a {
                s += y * x;
            }
            for y in a {
                s *= y;
            }
            s
        }

        #[differentiate]
        fn elements_of_an_array_expression(x: $F, y: $F) -> $F {
            let mut s = 1.0;
            for z in [x, y, x * y] {
                s = s * z + z;
            }
            s
        }

        #[differentiate]
        fn elements_of_a_vector(xs: &Vec<$F>) -> $F {
            let mut s = 0.5;
            for x in xs {
                s = s * x + x;
            }
            for x in xs.iter() {
                s += x * s;
            }
            s
        }

        #[differentiate]
        fn elements_of_constants(x: $F) -> $F {
            let mut s = 0.0;
            for c in [1.0, -2.0, 0.5] {
                s = s * x + c;
            }
            s
        }

        #[differentiate]
        fn enumerated(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for (i, x) in xs.iter().enumerate() {
                s += x * x * i as $F + xs[0] * x;
            }
            s
        }

        #[differentiate]
        fn enumerated_with_a_pattern(xs: &[$F]) -> $F {
            let mut s = 1.0;
            for (i, &x) in xs.iter().enumerate() {
                s = s * x + i as $F;
            }
            s
        }

        #[differentiate]
        fn zipped(xs: &[$F], ys: &[$F]) -> $F {
            let mut s = 1.0;
            for (x, y) in xs.iter().zip(ys) {
                s = s * x + y * x;
            }
            s
        }

        #[differentiate]
        fn zipped_by_iter(xs: &[$F], ys: &[$F; 3]) -> $F {
            let mut s: $F = 1.0;
            for (&x, &y) in xs.iter().zip(ys.iter()) {
                s += s.sin() * x * y;
            }
            s
        }

        #[differentiate]
        fn zipped_and_enumerated(xs: &[$F], ys: &[$F]) -> $F {
            let mut s = 1.0;
            for (i, (x, y)) in xs.iter().zip(ys.iter()).enumerate() {
                s = s * (x - y) + i as $F * x;
            }
            s
        }

        #[differentiate]
        fn zipped_with_itself(xs: &[$F]) -> $F {
            let mut s = 0.0;
            for (x, y) in xs.iter().zip(xs) {
                s += x * x * y;
            }
            s
        }

        #[differentiate]
        fn neighbours(xs: &[$F]) -> $F {
            let mut s = 0.0;
            if xs.len() > 1 {
                for (x, y) in xs.iter().zip(&xs[1..]) {
                    s += (y - x) * (y - x) * x;
                }
            }
            s
        }

        #[differentiate]
        fn reversed_elements(xs: &[$F]) -> $F {
            let mut s = 1.0;
            for x in xs.iter().rev() {
                s = s * x + 0.5;
            }
            s
        }

        #[differentiate]
        fn rows(m: [[$F; 2]; 3]) -> $F {
            let mut s = 0.0;
            for row in &m {
                let mut p = 1.0;
                for x in row {
                    p *= x;
                }
                s += p * row[0];
            }
            s
        }

        #[differentiate]
        fn rows_by_iter(m: &[[$F; 2]]) -> $F {
            let mut s = 1.0;
            for (i, row) in m.iter().enumerate() {
                s = s * row[0] + row[1] * i as $F;
            }
            s
        }

        #[differentiate]
        fn indices_of_a_slice(xs: &[$F], indices: &[usize]) -> $F {
            let mut s = 0.0;
            for &i in indices {
                s += xs[i] * xs[i];
            }
            for (k, i) in indices.iter().enumerate() {
                s *= xs[*i] + k as $F;
            }
            s
        }

        #[differentiate]
        fn weights_that_are_constants(xs: &[$F], signs: &[i32; 3]) -> $F {
            let mut s = 0.0;
            for (x, &sign) in xs.iter().zip(signs) {
                s += x * x * sign as $F;
            }
            s
        }

        #[differentiate]
        fn elements_changed_in_place(mut xs: [$F; 3], a: $F) -> $F {
            for x in xs.iter_mut() {
                *x = *x * a + 1.0;
                *x *= *x;
            }
            xs[0] * xs[1] - xs[2]
        }

        #[differentiate]
        fn elements_changed_by_mutable_reference(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.to_vec();
            for y in &mut ys {
                *y *= a * *y;
            }
            let mut s = 0.0;
            for y in &ys {
                s += y * a;
            }
            s
        }

        #[differentiate]
        fn enumerated_in_place(xs: [$F; 3]) -> $F {
            let mut ys = [0.0; 3];
            for (i, y) in ys.iter_mut().enumerate() {
                *y = xs[i] * xs[2 - i] + i as $F;
            }
            ys[0] * ys[1] * ys[2]
        }

        #[differentiate]
        fn zipped_in_place(xs: &[$F], a: $F) -> $F {
            let mut ys = vec![a; xs.len()];
            for (y, x) in ys.iter_mut().zip(xs) {
                *y += x * *y;
            }
            let mut s = 0.0;
            for (y, x) in ys.iter().zip(xs) {
                s += y * x;
            }
            s
        }

        #[differentiate]
        fn elements_that_shadow_the_slice(x: &[$F]) -> $F {
            let mut s = 1.0;
            for x in x {
                let x = x * s;
                s = x.cos();
            }
            s
        }
    };
}

zoo! {
    functions;
    elements_of_a_slice(xs) at
        ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    elements_by_iter(xs, a) at ([0.0; 0], 0.7), ([0.8], 0.7), ([0.8, -0.3, 1.2], 0.7);
    elements_by_pattern(xs, a) at ([0.0; 0], 0.7), ([0.8], 0.7), ([0.8, -0.3, 1.2], 0.7);
    elements_of_a_borrowed_array(xs) at ([0.8, -0.3, 1.2]);
    elements_of_an_array_by_value(xs) at ([0.8, -0.3, 1.2]);
    elements_of_a_reference_to_an_array(xs) at ([0.8, -0.3, 1.2]);
    elements_of_a_local(x) at (0.8);
    elements_of_an_array_expression(x, y) at (0.8, -0.3);
    elements_of_a_vector(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    elements_of_constants(x) at (0.8);
    enumerated(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    enumerated_with_a_pattern(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    zipped(xs, ys) at
        ([0.0; 0], [0.0; 0]), ([0.8, -0.3], [0.7, 0.2]), ([0.8, -0.3, 1.2], [0.7, 0.2]),
        ([0.8], [0.7, 0.2, 0.1]);
    zipped_by_iter(xs, ys) at
        ([0.0; 0], [0.7, 0.2, 0.1]), ([0.8, -0.3], [0.7, 0.2, 0.1]),
        ([0.8, -0.3, 0.5, 0.4], [0.7, 0.2, 0.1]);
    zipped_and_enumerated(xs, ys) at ([0.0; 0], [0.7]), ([0.8, -0.3, 1.2], [0.7, 0.2]);
    zipped_with_itself(xs) at ([0.0; 0]), ([0.8, -0.3]);
    neighbours(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.5]);
    reversed_elements(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    rows(m) at ([[0.8, -0.3], [1.2, 0.5], [-0.1, 0.9]]);
    rows_by_iter(m) at ([[0.0; 2]; 0]), ([[0.8, -0.3]]), ([[0.8, -0.3], [1.2, 0.5], [-0.1, 0.9]]);
    indices_of_a_slice(xs, const indices) at
        ([0.8, -0.3, 1.2], [0; 0]), ([0.8, -0.3, 1.2], [2]), ([0.8, -0.3, 1.2], [1, 2, 1, 1]);
    weights_that_are_constants(xs, const signs) at
        ([0.8, -0.3], [1, -1, 2]), ([0.8, -0.3, 1.2], [1, -1, 0]);
    elements_changed_in_place(xs, a) at ([0.8, -0.3, 1.2], 0.7);
    elements_changed_by_mutable_reference(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    enumerated_in_place(xs) at ([0.8, -0.3, 1.2]);
    zipped_in_place(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    elements_that_shadow_the_slice(x) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
}
