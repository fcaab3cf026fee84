//! Functions whose body is not looked into, with a rule each: alone, called, in loops and branches.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::{Differentiable, differentiate};

        #[differentiate(pullback = hidden_pullback, pushforward = hidden_pushforward)]
        fn hidden(x: $F, w: &[$F], n: usize) -> $F {
            // Nothing of this is known to the differentiator.
            let total = w.iter().copied().fold(0.0 as $F, |a, b| a + b);
            match std::iter::repeat(total).take(n).last() {
                Some(total) => x * x * total,
                None => unsafe { std::ptr::read(&x) },
            }
        }

        fn hidden_pullback(x: $F, w: &[$F], n: usize, dy: $F, dx: &mut $F, dw: &mut [$F]) {
            if n == 0 {
                *dx += dy;
                return;
            }
            for (w, dw) in w.iter().zip(dw) {
                *dx += 2.0 * x * w * dy;
                *dw += x * x * dy;
            }
        }

        fn hidden_pushforward(x: $F, w: &[$F], n: usize, dx: $F, dw: &[$F]) -> ($F, $F) {
            let value = hidden(x, w, n);
            if n == 0 {
                return (value, dx);
            }
            let tangent = w
                .iter()
                .zip(dw)
                .map(|(w, dw)| 2.0 * x * w * dx + x * x * dw);
            (value, tangent.sum())
        }

        #[differentiate(pullback = rotated_pullback, pushforward = rotated_pushforward)]
        fn rotated(v: [$F; 2], angle: $F) -> ([$F; 2], $F) {
            let (s, c) = angle.sin_cos();
            ([c * v[0] - s * v[1], s * v[0] + c * v[1]], angle * angle)
        }

        fn rotated_pullback(
            v: [$F; 2],
            angle: $F,
            (dr, da): ([$F; 2], $F),
            dv: &mut [$F; 2],
            dangle: &mut $F,
        ) {
            let (s, c) = angle.sin_cos();
            dv[0] += c * dr[0] + s * dr[1];
            dv[1] += c * dr[1] - s * dr[0];
            *dangle += dr[0] * (-s * v[0] - c * v[1]) + dr[1] * (c * v[0] - s * v[1]);
            *dangle += 2.0 * angle * da;
        }

        fn rotated_pushforward(
            v: [$F; 2],
            angle: $F,
            dv: [$F; 2],
            dangle: $F,
        ) -> (([$F; 2], $F), ([$F; 2], $F)) {
            let (s, c) = angle.sin_cos();
            let first = c * dv[0] - s * dv[1] + (-s * v[0] - c * v[1]) * dangle;
            let second = s * dv[0] + c * dv[1] + (c * v[0] - s * v[1]) * dangle;
            (rotated(v, angle), ([first, second], 2.0 * angle * dangle))
        }

        #[differentiate(pullback = scaled_pullback, pushforward = scaled_pushforward)]
        fn scaled(x: &mut [$F], n: i32) {
            x.iter_mut().for_each(|x| *x *= n as $F);
        }

        fn scaled_pullback(n: i32, dx: &mut [$F]) {
            dx.iter_mut().for_each(|dx| *dx *= n as $F);
        }

        fn scaled_pushforward(x: &mut [$F], n: i32, dx: &mut [$F]) -> ((), ()) {
            scaled(x, n);
            (scaled(dx, n), ())
        }

        #[differentiate(wrt(x), pullback = hidden_pullback, pushforward = hidden_pushforward)]
        fn chosen(x: $F, w: &[$F], n: usize) -> $F {
            hidden(x, w, n)
        }

        #[derive(Clone, Copy, Differentiable)]
        struct Spring {
            stiffness: $F,
            rest: $F,
        }

        impl Spring {
            #[differentiate(pullback = Self::energy_back, pushforward = Self::energy_ahead)]
            fn energy(&self, x: $F) -> $F {
                let parts = vec![self.stiffness, x - self.rest];
                parts.into_iter().product()
            }

            fn energy_back(&self, x: $F, dy: $F, dself: &mut Spring, dx: &mut $F) {
                dself.stiffness += (x - self.rest) * dy;
                dself.rest -= self.stiffness * dy;
                *dx += self.stiffness * dy;
            }

            fn energy_ahead(&self, x: $F, dself: &Spring, dx: $F) -> ($F, $F) {
                let tangent =
                    dself.stiffness * (x - self.rest) + self.stiffness * (dx - dself.rest);
                (self.energy(x), tangent)
            }

            #[differentiate(pullback = Self::back, pushforward = Self::ahead)]
            pub(super) fn consumed(self) -> $F {
                let Self { stiffness, rest } = self;
                stiffness * rest
            }

            fn back(&self, dy: $F, dself: &mut Spring) {
                dself.stiffness += self.rest * dy;
                dself.rest += self.stiffness * dy;
            }

            fn ahead(self, dself: Spring) -> ($F, $F) {
                let tangent = dself.stiffness * self.rest + self.stiffness * dself.rest;
                (self.consumed(), tangent)
            }

            #[differentiate(pullback = halved_pullback, pushforward = halved_pushforward)]
            fn halve(&mut self) {
                *self = Spring {
                    stiffness: self.stiffness / 2.0,
                    rest: self.rest,
                };
            }
        }

        fn halved_pullback(dself: &mut Spring) {
            dself.stiffness /= 2.0;
        }

        fn halved_pushforward(spring: &mut Spring, dself: &mut Spring) -> ((), ()) {
            spring.halve();
            (dself.halve(), ())
        }

        #[differentiate]
        fn called(x: $F, w: &[$F], n: usize) -> $F {
            hidden(x.sin(), w, n) * x
        }

        #[differentiate]
        fn called_with_a_constant(x: $F, n: usize) -> $F {
            hidden(x, &[1.0, 2.0], n) + hidden(2.0, &[x, x * x], n)
        }

        #[differentiate]
        fn called_in_a_loop(x: $F, w: &[$F], n: usize) -> $F {
            let mut s = x;
            for i in 0..n {
                if i % 2 == 0 {
                    s = 0.1 * hidden(s, w, i);
                }
            }
            s
        }

        #[differentiate]
        fn several_results(v: [$F; 2], angle: $F) -> $F {
            let (r, square) = rotated(v, 2.0 * angle);
            r[0] * r[1] * r[1] + square
        }

        #[differentiate]
        fn in_place(x: [$F; 3], n: i32) -> $F {
            let mut y = x;
            scaled(&mut y, n);
            scaled(&mut y[1..], n);
            y[0] * y[1] + x[2] * y[2]
        }

        #[differentiate]
        fn all_of_what_was_not_chosen(x: $F, w: &[$F], n: usize) -> $F {
            chosen(x, w, n) * w[0]
        }

        #[differentiate]
        fn methods(k: $F, r: $F, x: $F) -> $F {
            let mut spring = Spring {
                stiffness: k,
                rest: r,
            };
            let before = spring.energy(x);
            spring.halve();
            spring.energy(before) * spring.consumed()
        }
    };
}

zoo! { functions;
    hidden(x, w, const n) at (1.5, [0.5, -1.0, 2.0], 2), (1.5, [0.5], 0), (1.5, [0.25; 0], 1);
    rotated(v, angle) without grad at ([1.0, -0.5], 0.7);
    called(x, w, const n) at (0.8, [0.5, -1.0, 2.0], 3);
    called_with_a_constant(x, const n) at (0.8, 3), (0.8, 0);
    called_in_a_loop(x, w, const n) at (0.8, [1.5, 2.5], 5);
    several_results(v, angle) at ([1.0, -0.5], 0.7);
    in_place(x, const n) at ([1.0, -0.5, 2.0], 3);
    chosen(x, const w, const n) at (1.5, [0.5, -1.0, 2.0], 2);
    all_of_what_was_not_chosen(x, w, const n) at (1.5, [0.5, -1.0, 2.0], 2);
    methods(k, r, x) at (2.0, 0.5, 1.5);
}
