//! Methods and associated functions: differentiated beside themselves, called by others.

macro_rules! members {
    ($vis:vis $F:ident) => {
        use differentiate::{Differentiable, differentiate};

        #[derive(Clone, Copy, Differentiable)]
        struct Spring {
            stiffness: $F,
            rest: $F,
        }

        impl Spring {
            const HALF: $F = 0.5;

            #[differentiate]
            $vis fn new(stiffness: $F, rest: $F) -> Self {
                Self {
                    stiffness: stiffness * stiffness,
                    rest,
                }
            }

            #[differentiate(associated)]
            $vis fn square(x: $F) -> $F {
                x * x
            }

            #[differentiate]
            $vis fn stretch(&self, x: $F) -> $F {
                x - self.rest
            }

            #[differentiate]
            $vis fn energy(&self, x: $F) -> $F {
                let stretch = self.stretch(x);
                Self::HALF * self.stiffness * Self::square(stretch)
            }

            #[differentiate]
            $vis fn consumed(self, x: $F) -> $F {
                self.stiffness.sin() * x + self.rest
            }

            #[differentiate]
            $vis fn changed(mut self, x: $F) -> $F {
                self.rest *= x;
                self.stiffness += self.rest * self.rest;
                self.stiffness * x
            }

            #[differentiate]
            $vis fn tighten(&mut self, x: $F) {
                self.stiffness *= x;
                self.rest += self.stiffness;
            }

            #[differentiate]
            $vis fn pull(&mut self, x: $F) -> $F {
                self.rest = x * self.rest;
                self.stiffness * self.rest
            }

            #[differentiate]
            $vis fn halved(&self) -> Self {
                Spring {
                    stiffness: self.stiffness / 2.0,
                    ..*self
                }
            }

            #[differentiate]
            $vis fn between(a: &Self, b: &Self, n: usize) -> $F {
                let mut s = 0.0;
                for i in 0..n {
                    s += a.stiffness * b.rest * i as $F;
                }
                s
            }

            #[differentiate]
            $vis fn power(&self, n: usize) -> $F {
                if n == 0 {
                    return 1.0;
                }
                self.power(n - 1) * self.rest
            }

            #[differentiate(wrt(x))]
            $vis fn given(&self, x: $F) -> $F {
                self.stiffness * x * x
            }
        }

        #[derive(Clone, Differentiable)]
        struct Layer<const N: usize> {
            weights: [[$F; N]; N],
            bias: [$F; N],
        }

        impl<const N: usize> Layer<N> {
            #[differentiate]
            $vis fn forward(&self, x: &[$F; N]) -> [$F; N] {
                let mut y = [0.0; N];
                for i in 0..N {
                    let mut s = self.bias[i];
                    for j in 0..N {
                        s += self.weights[i][j] * x[j];
                    }
                    y[i] = s.tanh();
                }
                y
            }
        }

        #[derive(Clone, Differentiable)]
        struct Net {
            first: Layer<2>,
            second: Layer<2>,
        }

        impl Net {
            #[differentiate]
            $vis fn forward(&self, x: &[$F; 2]) -> $F {
                let h = self.first.forward(x);
                let y = self.second.forward(&h);
                y[0] * y[1]
            }
        }

        trait Potential {
            #[differentiate]
            fn potential(&self, x: $F) -> $F;

            #[differentiate]
            fn twice(&self, x: $F) -> $F {
                self.potential(x) * 2.0 + self.potential(x * x)
            }

            #[differentiate]
            fn nudge(&mut self, x: $F);
        }

        impl Potential for Spring {
            #[differentiate]
            fn potential(&self, x: $F) -> $F {
                self.stiffness * x * x
            }

            #[differentiate]
            fn nudge(&mut self, x: $F) {
                self.rest += x * self.stiffness;
            }
        }

        #[derive(Differentiable)]
        #[allow(dead_code)]
        struct Borrowed<'a> {
            #[constant]
            data: &'a [$F],
            scale: $F,
        }

        impl<'a> Borrowed<'a> {
            #[differentiate]
            $vis fn weighted(&self, w: &[$F]) -> $F {
                let mut s = 0.0;
                for i in 0..w.len() {
                    s += w[i] * self.scale;
                }
                s
            }
        }

        #[differentiate]
        fn by_reference(k: $F, r: $F, x: $F) -> $F {
            let spring = Spring {
                stiffness: k,
                rest: r,
            };
            spring.energy(x * k)
        }

        #[differentiate]
        fn of_a_constructor(k: $F, r: $F, x: $F) -> $F {
            let spring = Spring::new(k, r);
            spring.energy(x) * x
        }

        #[differentiate]
        fn by_value(k: $F, r: $F, x: $F) -> $F {
            let spring = Spring {
                stiffness: k,
                rest: r,
            };
            spring.consumed(x) * spring.stretch(x)
        }

        #[differentiate]
        fn by_value_and_changed(k: $F, r: $F, x: $F) -> $F {
            let spring = Spring {
                stiffness: k,
                rest: r,
            };
            spring.changed(x) + spring.rest
        }

        #[differentiate]
        fn in_place(k: $F, r: $F, x: $F) -> $F {
            let mut spring = Spring {
                stiffness: k,
                rest: r,
            };
            spring.tighten(x);
            let pulled = spring.pull(x);
            spring.tighten(pulled);
            spring.energy(x) + pulled
        }

        #[differentiate]
        fn in_place_in_a_loop(k: $F, r: $F, n: usize) -> $F {
            let mut spring = Spring {
                stiffness: k,
                rest: r,
            };
            let mut s = 0.0;
            for _ in 0..n {
                s += spring.pull(k);
                if s < 10.0 {
                    spring.tighten(0.5);
                }
            }
            s * spring.stiffness
        }

        #[differentiate]
        fn struct_result(k: $F, r: $F, x: $F) -> $F {
            let spring = Spring {
                stiffness: k,
                rest: r,
            };
            let half = spring.halved();
            half.energy(x) - half.halved().stretch(k)
        }

        #[differentiate]
        fn of_two(k: $F, r: $F, n: usize) -> $F {
            let a = Spring {
                stiffness: k,
                rest: r,
            };
            let b = Spring {
                stiffness: r,
                rest: k * r,
            };
            Spring::between(&a, &b, n)
        }

        #[differentiate]
        fn recursive(r: $F, n: usize) -> $F {
            let spring = Spring {
                stiffness: 1.0,
                rest: r,
            };
            spring.power(n)
        }

        #[differentiate]
        fn gradient_through_what_is_not_chosen(k: $F, x: $F) -> $F {
            let spring = Spring {
                stiffness: k,
                rest: 1.0,
            };
            spring.given(x)
        }

        #[differentiate]
        fn layers(w: [[$F; 2]; 2], b: [$F; 2], x: [$F; 2]) -> $F {
            let net = Net {
                first: Layer {
                    weights: w,
                    bias: b,
                },
                second: Layer {
                    weights: w,
                    bias: x,
                },
            };
            net.forward(&x)
        }

        #[differentiate]
        fn of_a_trait(k: $F, r: $F, x: $F) -> $F {
            let mut spring = Spring {
                stiffness: k,
                rest: r,
            };
            let before = spring.twice(x);
            spring.nudge(x);
            before * spring.potential(x) + spring.rest
        }

        #[differentiate]
        fn by_path(k: $F, r: $F, x: $F) -> $F {
            let spring = Spring {
                stiffness: k,
                rest: r,
            };
            Spring::energy(&spring, x) + <Spring as Potential>::potential(&spring, x)
        }
    };
}

macro_rules! table {
    () => {
        zoo! { functions;
            by_reference(k, r, x) at (2.0, 0.5, 1.5);
            of_a_constructor(k, r, x) at (2.0, 0.5, 1.5);
            by_value(k, r, x) at (2.0, 0.5, 1.5);
            by_value_and_changed(k, r, x) at (2.0, 0.5, 1.5);
            in_place(k, r, x) at (2.0, 0.5, 1.5);
            in_place_in_a_loop(k, r, const n) at (1.25, 0.5, 0), (1.25, 0.5, 5);
            struct_result(k, r, x) at (2.0, 0.5, 1.5);
            of_two(k, r, const n) at (2.0, 0.5, 4);
            recursive(r, const n) at (1.5, 0), (1.5, 4);
            gradient_through_what_is_not_chosen(k, x) at (2.0, 1.5);
            layers(w, b, x) at ([[0.5, -0.25], [1.0, 0.75]], [0.25, -0.5], [0.5, 1.5]);
            of_a_trait(k, r, x) at (2.0, 0.5, 1.5);
            by_path(k, r, x) at (2.0, 0.5, 1.5);
        }
    };
}

/// With a visibility, so that they belong to no trait: pullbacks keep what they need.
mod visible {
    macro_rules! functions {
        ($F:ident) => {
            members! { pub(super) $F }
        };
    }

    table! {}
}

/// As they may stand in a trait: pullbacks begin with the forward sweep.
mod private {
    macro_rules! functions {
        ($F:ident) => {
            members! { $F }
        };
    }

    table! {}
}
