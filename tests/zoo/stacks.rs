//! Vectors that grow and shrink.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn pushed_once(x: $F) -> $F {
            let mut v = Vec::new();
            v.push(x * x);
            v[0] * x
        }

        #[differentiate]
        fn pushed_in_a_loop(x: $F, n: usize) -> $F {
            let mut v = Vec::with_capacity(n);
            let mut y = x;
            for i in 0..n {
                v.push(y * y);
                y = y * 0.5 + v[i] * v[0];
            }
            let mut s = y;
            for a in &v {
                s += a * a * x;
            }
            s
        }

        #[differentiate]
        fn pushed_constant_between(x: $F) -> $F {
            let mut v = vec![x];
            v.push(2.0);
            v.push(x.sin());
            v.push(3.0);
            v[0] * v[1] * v[2] * v[3]
        }

        #[differentiate]
        fn pushed_from_itself(x: $F, n: usize) -> $F {
            let mut v = vec![x, x * 2.0];
            for _ in 0..n {
                v.push(v[v.len() - 1] * v[v.len() - 2]);
            }
            v[v.len() - 1]
        }

        #[differentiate]
        fn pushed_in_a_branch(xs: &[$F]) -> $F {
            let mut v = Vec::new();
            for x in xs {
                if *x > 0.0 {
                    v.push(x * x);
                } else if *x < -1.0 {
                    v.push(*x);
                    v.push(x.exp());
                }
            }
            let mut s = 1.0;
            for (i, y) in v.iter().enumerate() {
                s = s * 0.9 + y * y * (i as $F + 1.0);
            }
            s
        }

        #[differentiate]
        fn written_after_the_push(x: $F, y: $F) -> $F {
            let mut v = vec![x];
            v.push(y);
            v[1] *= x;
            v[0] = v[1] * v[1];
            v.push(v[0]);
            v[2] += v[1];
            v[0] * v[1] * v[2]
        }

        #[differentiate]
        fn popped_at_once(x: $F, y: $F) -> $F {
            let mut v = vec![x, y];
            v.push(x * y);
            let a = v.pop().unwrap();
            let b = v.pop().expect("y");
            a * b + v[0]
        }

        #[differentiate]
        fn popped_and_not_used(x: $F, y: $F) -> $F {
            let mut v = vec![x, y, 1.0];
            v.pop();
            v.pop();
            v.push(x * x);
            v.pop();
            v.pop();
            v.pop();
            v.push(y * x);
            v[0] * v[0]
        }

        #[differentiate]
        fn popped_or_else(x: $F, n: usize) -> $F {
            let mut v = vec![x, x * x];
            let mut s = 0.0;
            for i in 0..n {
                s = s * x + v.pop().unwrap_or(x.sin() * i as $F);
            }
            s
        }

        #[differentiate]
        fn popped_until_empty(xs: &[$F]) -> $F {
            let mut stack = Vec::new();
            for x in xs {
                stack.push(x * x);
            }
            let mut s = 1.0;
            while let Some(y) = stack.pop() {
                s = s * 0.5 + y.sin() * y;
            }
            s
        }

        #[differentiate]
        fn pushed_while_popping(x: $F, n: usize) -> $F {
            let mut stack = vec![(x, n)];
            let mut s = 0.0;
            while let Some((y, depth)) = stack.pop() {
                if depth == 0 {
                    s += y * y;
                } else {
                    stack.push((y * 0.5 + x, depth - 1));
                    stack.push((y.sin(), depth / 2));
                }
            }
            s
        }

        /// Reverse Polish: numbers are not negative, `-1` adds, `-2` multiplies, `-3` takes the sine.
        #[differentiate]
        fn stack_machine(xs: &[$F], program: &[i64]) -> $F {
            let mut stack = Vec::new();
            for op in program {
                if *op >= 0 {
                    stack.push(xs[*op as usize]);
                } else if *op == -3 {
                    let a = stack.pop().unwrap();
                    stack.push(a.sin());
                } else {
                    let b = stack.pop().unwrap();
                    let a = stack.pop().unwrap();
                    stack.push(if *op == -1 { a + b } else { a * b });
                }
            }
            stack.pop().unwrap()
        }

        #[differentiate]
        fn vector_of_vectors(xs: &[$F]) -> $F {
            let mut rows: Vec<Vec<$F>> = Vec::new();
            for i in 0..xs.len() {
                let mut row = Vec::new();
                for j in 0..i + 1 {
                    row.push(xs[i] * xs[j]);
                }
                rows.push(row);
            }
            let mut s = 0.0;
            for row in &rows {
                let mut p = 1.0;
                for y in row {
                    p *= y + 1.0;
                }
                s += p;
            }
            s
        }

        #[differentiate]
        fn rows_that_grow(xs: &[$F], n: usize) -> $F {
            let mut rows = vec![Vec::new(); 3];
            for (i, x) in xs.iter().enumerate() {
                for k in 0..n {
                    rows[(i + k) % 3].push(x * k as $F);
                }
                if i % 2 == 1 {
                    let last = rows[i % 3].pop().unwrap_or(*x);
                    rows[(i + 1) % 3].push(last * x);
                }
            }
            let mut s = 0.0;
            for row in &rows {
                for (j, y) in row.iter().enumerate() {
                    s += y * y * (j + 1) as $F;
                }
            }
            s
        }

        #[differentiate]
        fn rows_popped_and_changed(xs: &[$F]) -> $F {
            let mut rows = Vec::new();
            for x in xs {
                rows.push(vec![*x, x * x]);
            }
            let mut s = 0.0;
            while let Some(row) = rows.pop() {
                let mut row = row;
                row.push(s);
                row[0] *= row[2] + 2.0;
                if rows.len() > 1 {
                    rows[0].push(row[0]);
                }
                for y in &row {
                    s += y * y * 0.1;
                }
            }
            s
        }

        #[differentiate]
        fn rows_popped_and_dropped(xs: &[$F]) -> $F {
            let mut rows = Vec::new();
            for x in xs {
                rows.push(vec![*x; rows.len() + 1]);
                if *x < 0.0 {
                    rows.pop();
                }
            }
            let mut s = 0.0;
            for row in &rows {
                for y in row {
                    s += y * y;
                }
            }
            s
        }

        #[differentiate]
        fn vector_per_iteration(x: $F, n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                let mut v = vec![s];
                for j in 0..i {
                    v.push(v[j] * x + j as $F);
                }
                s = v[v.len() - 1] * 0.25;
                while v.len() > 2 {
                    s += v.pop().unwrap() * 0.1;
                }
                s += v[0] * v[v.len() - 1];
            }
            s
        }

        #[differentiate]
        fn replaced_between_pushes(x: $F, n: usize) -> $F {
            let mut v = vec![x];
            let mut s = 0.0;
            for i in 0..n {
                v.push(x * v[0]);
                if i % 3 == 2 {
                    v = vec![v[1] + v[0], s];
                }
                s += v[v.len() - 1] * v[0];
            }
            s + v.len() as $F * x
        }

        #[differentiate]
        fn indices_on_a_stack(xs: &[$F]) -> $F {
            let mut todo = vec![0];
            let mut s = 0.0;
            while let Some(i) = todo.pop() {
                if i < xs.len() {
                    s = s * 0.5 + xs[i] * xs[i];
                    todo.push(2 * i + 2);
                    todo.push(2 * i + 1);
                }
            }
            s
        }

        #[differentiate]
        fn triples_and_pairs(xs: &[$F]) -> $F {
            let mut points = Vec::new();
            let mut spans = Vec::new();
            for w in xs.windows(2) {
                points.push([w[0], w[1], w[0] * w[1]]);
                spans.push((w[1] - w[0], points.len()));
            }
            let mut s = 0.0;
            for (p, (d, k)) in points.iter().zip(&spans) {
                s += (p[0] + p[1] * p[2]) * d / *k as $F;
            }
            while let Some((d, _)) = spans.pop() {
                s = s * d + points.pop().unwrap()[2];
            }
            s
        }

        #[differentiate]
        fn returned(x: $F, n: usize) -> Vec<$F> {
            let mut v = vec![x];
            for i in 0..n {
                v.push(v[i] * x + i as $F);
            }
            v
        }

        #[differentiate]
        fn returned_and_popped(x: $F, n: usize) -> $F {
            let mut v = returned(x, n);
            let last = v.pop().unwrap();
            v.push(last * x);
            v.push(last * last);
            let mut s = 0.0;
            for y in &v {
                s += y * y;
            }
            s
        }

        #[differentiate]
        fn vector_and_number(x: $F, n: usize) -> (Vec<$F>, $F) {
            let mut v = vec![x; n + 1];
            v.push(x * x);
            let s = v[0] * v[n + 1];
            (v, s)
        }

        #[differentiate]
        fn vector_and_number_used(x: $F, n: usize) -> $F {
            let (mut v, s) = vector_and_number(x, n);
            v.push(s * s);
            let w = vector_and_number(s, n).0;
            let mut s = s;
            for (a, b) in v.iter().zip(&w) {
                s += a * b;
            }
            s * v[n + 2]
        }

        #[differentiate]
        fn empty_to_the_end(x: $F) -> $F {
            let mut v = Vec::new();
            let mut s = x;
            if x > 100.0 {
                v.push(x);
            }
            while let Some(y) = v.pop() {
                s += y;
            }
            s * s
        }

        #[differentiate]
        fn length_counts_as_a_number(xs: &[$F]) -> $F {
            let mut v = Vec::new();
            let mut s = 0.0;
            for x in xs {
                let before = v.len();
                v.push(*x * before as $F);
                s += v[before] * v.len() as $F;
            }
            s
        }
    };
}

zoo! {
    functions;
    pushed_once(x) at (0.8);
    pushed_in_a_loop(x, const n) at (0.8, 0), (0.8, 1), (0.8, 5);
    pushed_constant_between(x) at (0.8);
    pushed_from_itself(x, const n) at (0.8, 0), (0.8, 1), (0.8, 4);
    pushed_in_a_branch(xs) at
        ([0.0; 0]), ([0.8]), ([-2.0]), ([0.8, -2.0, 1.2, -0.5, -1.5, 0.9, 2.0]);
    written_after_the_push(x, y) at (0.8, -0.3);
    popped_at_once(x, y) at (0.8, -0.3);
    popped_and_not_used(x, y) at (0.8, -0.3);
    popped_or_else(x, const n) at (0.8, 0), (0.8, 1), (0.8, 2), (0.8, 4);
    popped_until_empty(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    pushed_while_popping(x, const n) at (0.8, 0), (0.8, 1), (0.8, 5);
    stack_machine(xs, const program) at
        ([0.8], [0.0]), ([0.8, -0.3, 1.2], [0.0, 1.0, -2.0, -3.0, 2.0, 0.0, -1.0, -2.0]);
    vector_of_vectors(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
    rows_that_grow(xs, const n) at
        ([0.0; 0], 2), ([0.8, -0.3, 1.2], 0), ([0.8, -0.3, 1.2, 0.5], 2);
    rows_popped_and_changed(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5]);
    rows_popped_and_dropped(xs) at ([0.0; 0]), ([-0.8]), ([0.8, -0.3, 1.2, -0.1, 0.5]);
    vector_per_iteration(x, const n) at (0.8, 0), (0.8, 1), (0.8, 5);
    replaced_between_pushes(x, const n) at (0.8, 0), (0.8, 3), (0.8, 7);
    indices_on_a_stack(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2, 0.5, -0.1, 0.9, 2.0]);
    triples_and_pairs(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3]), ([0.8, -0.3, 1.2, 0.4]);
    returned(x, const n) without grad at (0.8, 0), (0.8, 4);
    returned_and_popped(x, const n) at (0.8, 0), (0.8, 4);
    vector_and_number_used(x, const n) at (0.8, 0), (0.8, 2);
    empty_to_the_end(x) at (0.8);
    length_counts_as_a_number(xs) at ([0.0; 0]), ([0.8]), ([0.8, -0.3, 1.2]);
}
