//! Iterators whose closures have effects, that are left early, or that have names.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        #[differentiate]
        fn for_each_element(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            xs.iter().for_each(|x| s = s * x + a);
            s
        }

        #[differentiate]
        fn for_each_in_place(xs: &[$F], a: $F) -> $F {
            let mut ys = xs.to_vec();
            ys.iter_mut()
                .enumerate()
                .for_each(|(i, y)| *y *= a * i as $F);
            ys.iter_mut().zip(xs).for_each(|(y, x)| *y += x * x);
            ys.iter().sum()
        }

        #[differentiate]
        fn inspected(xs: &[$F]) -> $F {
            let mut greatest = 0.0;
            let s: $F = xs
                .iter()
                .inspect(|x| {
                    if **x > greatest {
                        greatest = **x;
                    }
                })
                .map(|x| x * x)
                .sum();
            s * greatest
        }

        #[differentiate]
        fn state_between_elements(xs: &[$F], a: $F) -> $F {
            let mut last = a;
            xs.iter()
                .map(|x| {
                    let step = x - last;
                    last = *x;
                    step
                })
                .map(|d| d * d)
                .sum::<$F>()
                * last
        }

        #[differentiate]
        fn state_between_the_filtered(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            let t: $F = xs
                .iter()
                .filter(|x| {
                    s = s * a + **x;
                    **x > 0.0
                })
                .take(2)
                .sum();
            s * t
        }

        #[differentiate]
        fn bound_by_let(xs: &[$F], a: $F) -> $F {
            let scaled = xs.iter().map(|x| x * a);
            let positive = scaled.filter(|y| *y > 0.0);
            let mut s = a;
            for y in positive {
                s += s * y;
            }
            s
        }

        #[differentiate]
        fn cloned_and_used_twice(xs: &[$F], a: $F) -> $F {
            let scaled = xs.iter().map(|x| x * a);
            let s: $F = scaled.clone().sum();
            scaled.map(|y| y * s).product()
        }

        #[differentiate]
        fn leaving_a_filtered_loop(xs: &[$F], a: $F) -> $F {
            let mut s = a;
            for (i, x) in xs.iter().filter(|x| **x != 0.0).enumerate() {
                if *x > 1.0 {
                    break;
                }
                if i % 2 == 1 {
                    continue;
                }
                s = s * x + a;
            }
            s
        }

        #[differentiate]
        fn leaving_a_chain(xs: &[$F], ys: &[$F]) -> $F {
            let mut s = 1.0;
            'all: for x in xs.iter().chain(ys) {
                for y in ys {
                    if *x < 0.0 {
                        continue 'all;
                    }
                    if *y > 1.0 {
                        break 'all;
                    }
                    s += s * x * y;
                }
            }
            s
        }

        #[differentiate]
        fn returning_from_a_chain(xs: &[$F], ys: &[$F]) -> $F {
            let mut s = 1.0;
            for x in xs.iter().chain(ys).filter(|x| **x > 0.0) {
                if *x > 1.0 {
                    return s * x;
                }
                s += s * x;
            }
            s
        }

        #[differentiate]
        fn endless_until_left(x: $F, n: usize) -> $F {
            let mut s = 1.0;
            for i in 1.. {
                if i > n {
                    break;
                }
                s += s * x / i as $F;
            }
            (0..)
                .take_while(|&i| i < n)
                .map(|i| x * i as $F)
                .sum::<$F>()
                * s
        }

        #[differentiate]
        fn returning_from_a_closure(xs: &[$F], a: $F) -> $F {
            xs.iter()
                .map(|&x| {
                    if x < 0.0 {
                        return a;
                    }
                    x * x * a
                })
                .sum()
        }

        #[differentiate]
        fn iterators_from_closures(xs: &[$F], a: $F) -> $F {
            let others = |i: usize| xs.iter().enumerate().filter(move |(j, _)| *j != i);
            (0..xs.len())
                .map(|i| others(i).map(|(_, x)| x * a).product::<$F>())
                .sum()
        }

        #[differentiate]
        fn effects_in_order(xs: &[$F], ys: &[$F], a: $F) -> $F {
            let mut t = a;
            let s: $F = xs
                .iter()
                .chain(ys)
                .map(|x| {
                    t = t * a + x;
                    t
                })
                .filter(|t| *t < 0.9)
                .enumerate()
                .take_while(|(i, _)| *i < 2)
                .map(|(i, t)| t * t * (i + 1) as $F)
                .sum();
            s * t
        }

        #[differentiate]
        fn effects_from_the_back(xs: &[$F], a: $F) -> $F {
            let mut t = a;
            let s: $F = xs
                .iter()
                .map(|x| {
                    t = t * x + a;
                    t
                })
                .rev()
                .take(2)
                .sum();
            s * t
        }

        #[differentiate]
        fn effects_up_to_an_answer(xs: &[$F], a: $F) -> $F {
            let mut t = a;
            let mut next = |x: &$F| {
                t += x * a;
                t
            };
            let any = xs.iter().map(&mut next).any(|t| t > 1.0);
            let at = xs.iter().map(&mut next).position(|t| t > 2.0).unwrap_or(5);
            let found = xs.iter().map(&mut next).find(|t| *t > 2.5).unwrap_or(a);
            if any { t * at as $F * found } else { t * t }
        }

        #[differentiate]
        fn effects_on_what_is_left_out(xs: &[$F], a: $F) -> $F {
            let mut t = a;
            let mut positive = |x: &&$F| {
                t = t * a + **x;
                **x > 0.0
            };
            let s: $F = xs.iter().filter(&mut positive).skip(1).sum();
            let u: $F = xs.iter().filter(&mut positive).step_by(2).sum();
            let n = xs.iter().filter(&mut positive).count();
            s * t + u * n as $F
        }

        #[differentiate]
        fn effects_of_inner_iterators(xs: &[$F], n: usize) -> $F {
            let mut t = 0.5;
            let s: $F = xs
                .iter()
                .flat_map(|x| {
                    t *= x;
                    let u = t;
                    (0..n).map(move |i| u * i as $F)
                })
                .filter(|y| *y < 0.2)
                .sum();
            s + t
        }

        #[differentiate]
        fn effects_that_end_a_scan(xs: &[$F], a: $F) -> $F {
            let mut seen = a;
            let s: $F = xs
                .iter()
                .scan(1.0, |p, x| {
                    seen += x * a;
                    *p *= x;
                    if *p < 0.1 { None } else { Some(*p) }
                })
                .sum();
            s * seen
        }
    };
}

zoo! {
    functions;
    for_each_element(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    for_each_in_place(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    inspected(xs) at ([0.0; 0]), ([0.8, -0.3, 1.2]);
    state_between_elements(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    state_between_the_filtered(xs, a) at
        ([0.0; 0], 0.7), ([0.8, -0.3, 1.2, 0.5], 0.7), ([0.8, -0.3], 0.7);
    bound_by_let(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    cloned_and_used_twice(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    leaving_a_filtered_loop(xs, a) at
        ([0.0; 0], 0.7), ([0.8, 0.0, -0.3, 0.4, 1.2, 0.5], 0.7), ([0.8, -0.3], 0.7);
    leaving_a_chain(xs, ys) at
        ([0.8, -0.3], [0.4, 0.2]), ([0.8, -0.3], [0.4, 1.2]), ([0.0; 0], [0.4, -0.2]);
    returning_from_a_chain(xs, ys) at
        ([0.8, -0.3], [0.4, 0.2]), ([0.8, 1.3], [0.4, 1.2]), ([0.0; 0], [0.4, 1.2]);
    endless_until_left(x, const n) at (0.7, 0), (0.7, 4);
    returning_from_a_closure(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    iterators_from_closures(xs, a) at ([0.0; 0], 0.7), ([0.8, -0.3, 1.2], 0.7);
    effects_in_order(xs, ys, a) at
        ([0.1, -0.3], [0.4, 0.2], 0.7), ([0.0; 0], [0.4], 0.7), ([0.9, 0.1], [0.4, 0.2], 0.7);
    effects_from_the_back(xs, a) at ([0.0; 0], 0.7), ([0.4], 0.7), ([0.1, -0.3, 0.4], 0.7);
    effects_up_to_an_answer(xs, a) at ([0.0; 0], 0.7), ([0.9, 0.8, 1.3], 0.7), ([0.1], 0.7);
    effects_on_what_is_left_out(xs, a) at
        ([0.0; 0], 0.7), ([0.9, -0.8, 1.3, 0.4, 0.2, -0.1], 0.7);
    effects_of_inner_iterators(xs, const n) at ([0.0; 0], 2), ([0.9, 0.8], 3), ([0.9], 0);
    effects_that_end_a_scan(xs, a) at ([0.0; 0], 0.7), ([0.9, 0.8, 0.1, 0.7], 0.7);
}
