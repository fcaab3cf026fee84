//! What random programs found: each function is named after what went wrong.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::{Differentiable, differentiate};

        #[derive(Clone, Debug, Differentiable)]
        struct RK4 {
            k: $F,
            ks: [$F; 3],
            rest: Vec<$F>,
        }

        #[differentiate]
        fn struct_in_capitals_taken_for_a_constant(x: $F, y: $F) -> $F {
            let stage = RK4 {
                k: x * y,
                ks: [x; 3],
                rest: vec![y],
            };
            let RK4 { k, ks, .. } = stage;
            k * ks[0] + ks[2]
        }

        #[differentiate]
        fn field_copied_to_a_vector_taken_for_a_slice(x: $F, y: $F) -> $F {
            let mut stage = RK4 {
                k: x,
                ks: [x, y, x * y],
                rest: vec![y; 2],
            };
            let ks = stage.ks.to_vec();
            let mut last = stage.ks;
            last[1] *= ks[2];
            stage.ks = last;
            stage.ks[1] * ks[0] + stage.k
        }

        #[differentiate]
        fn head(xs: &[$F]) -> $F {
            xs[0] * xs[1]
        }

        #[differentiate]
        fn part_of_a_field_passed_in_a_loop(x: $F, y: $F) -> $F {
            let mut stage = RK4 {
                k: x,
                ks: [x; 3],
                rest: vec![y, x, y],
            };
            for i in 0..2 {
                let product: $F = head(&stage.rest[i..]);
                stage.rest[i + 1] = product * stage.k;
            }
            stage.rest[2]
        }

        #[differentiate]
        fn scale(ys: &mut [$F], x: $F) -> Vec<$F> {
            ys[0] *= x;
            vec![x * ys[0]; 2]
        }

        #[differentiate]
        fn unused_vector_without_a_cotangent(x: $F, n: usize) -> $F {
            let mut ys = [x, 2.0];
            for _ in 0..n {
                let _unused: Vec<$F> = scale(&mut ys, x);
            }
            ys[0]
        }

        #[differentiate]
        fn stages(stage: &mut RK4, x: $F) -> RK4 {
            stage.k *= x;
            stage.clone()
        }

        #[differentiate]
        fn unused_struct_without_a_cotangent(x: $F) -> $F {
            let mut stage = RK4 {
                k: x,
                ks: [x; 3],
                rest: vec![],
            };
            let _unused: RK4 = stages(&mut stage, x);
            stage.k
        }

        #[differentiate]
        fn loop_of_its_own_taken_for_an_effect(xs: &[$F], x: $F) -> $F {
            let terms = xs.iter().map(|t| {
                let mut power = *t;
                loop {
                    power *= x;
                    if power < 0.5 {
                        break power;
                    }
                }
            });
            terms.skip(1).sum::<$F>()
        }
    };
}

zoo! {
    functions;
    struct_in_capitals_taken_for_a_constant(x, y) at (0.8, -1.3);
    field_copied_to_a_vector_taken_for_a_slice(x, y) at (0.8, -1.3);
    part_of_a_field_passed_in_a_loop(x, y) at (0.8, -1.3);
    unused_vector_without_a_cotangent(x, const n) at (0.8, 0), (0.8, 1), (0.8, 3);
    unused_struct_without_a_cotangent(x) at (0.8);
    loop_of_its_own_taken_for_an_effect(xs, x) at ([0.9, 1.7, 0.3], 0.6);
}
