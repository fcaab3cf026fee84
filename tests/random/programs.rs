//! The programs of the seeds 0..40, as `tests/random.rs` says how to make.

use differentiate::differentiate;

use crate::check::{Case, Part, check, numbers};

mod seed_0 {
    use super::*;

    #[differentiate]
    fn g0(x: f64) -> f64 {
        let mut tmp = x
            .mul_add(0.5, 1.0)
            .div_euclid((if ((x * x) > x.atan()) { x } else { x }).sin().exp())
            .round();
        tmp = x.cos();
        tmp
    }

    #[differentiate]
    fn f(x: &[f64], y: &[f64], xs: &mut f64, w: &[f64; 2]) -> f64 {
        let mut z = [[(*xs); 1]; 1];
        if (y.len() > 1) {
            return (if (!((*xs) <= (*xs).atan())) {
                (*xs)
            } else {
                (*xs)
            });
        }
        let mut u = y[2];
        let u9: f64 = g0(z[0][0].div_euclid(u.sin().exp()).tanh());
        y[1]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                1.1453, -0.9923, -0.7223, 0.4123, 0.8273, 0.9913, 0.9763, -1.2743, 0.6733,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 2]>::read(x);
                let r = f(&a_x, &a_y, &mut a_xs, &a_w);
                numbers![r, a_xs]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 2]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <f64>::read(w);
                let mut d_w = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(
                    &a_x, &a_y, &mut a_xs, &a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r, a_xs], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 2]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <[f64; 3]>::read(t);
                let mut t_xs = <f64>::read(t);
                let mut t_w = <[f64; 2]>::read(t);
                let (r, dr) = f::jvp(&a_x, &a_y, &mut a_xs, &a_w, &t_x, &t_y, &mut t_xs, &t_w);
                (numbers![r, a_xs], numbers![dr, t_xs])
            },
        });
    }
}

mod seed_1 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[f64]) -> (f64, f64) {
        let mut z2 = [y[1].div_euclid((y[2].tanh() * 0.9 + 1.4)); 3];
        (1.2_f64, 2.4_f64)
    }

    #[differentiate]
    fn g1(x: f64, y: &[f64]) -> f64 {
        if (x.clamp(-0.9, 1.1) < (-x)) {
            if (x < y[0]) {
                let mut u: (f64, f64) = g0(&[y[1]; 3], &[y[0]; 4]);
                u.1 *= u.0.cos();
            }
        } else {
        }
        x
    }

    #[differentiate]
    fn f(x: &[f64], y: &f64, xs: usize) -> [f64; 2] {
        let mut sum14: f64 = g1(
            ({
                let mut k11 = 0;
                while k11 < 0 && ((*y).cos().cosh() >= { (*y) }) {
                    k11 += 1;
                    let mut acc12 = {
                        ((*y) % ((*y).cos().abs() + 0.6)).mul_add(
                            (if ((x[((k11 + 3) % 3)] > ((xs as f64) * 0.25 + 0.3)) || (x.len() > 0))
                            {
                                (*y)
                            } else {
                                x[xs]
                            }),
                            0.25,
                        )
                    };
                    let mut t13: (f64, f64) =
                        g0(&x[0..=2], &[(x[xs.min(2)].tanh().powi(2) + 0.5).ln_1p(); 4]);
                }
                (*y)
            }
            .cos()
            .abs()
                + 0.6)
                .powi(-2),
            &x[0..][..2],
        );
        let mut k15 = 0;
        let tmp: f64 = loop {
            k15 += 1;
            let mut row: f64 = g1((x[(x.len() - 1)].sin().exp() * 0.3).atanh(), &x[1..3]);
            sum14 += row.cos();
            row = x[((k15 + 2) % 3)].sin();
            if (k15 != 2) {
                break x[(x.len() - 1)];
            }
            if k15 >= 1 {
                break x[((k15 * 2 + 1) % 3)];
            }
        };
        sum14 /= ((*y).tanh().powi(2) + 0.5);
        sum14 /= (((xs as f64) * 0.25 + 0.3).tanh().powi(2) + 0.5);
        sum14 /= (x[(x.len() - 1)].sin() + 1.5);
        [
            ((x[xs.min(2)] - { x[(2 - xs)] }) + x[(2 - xs)]),
            (g1(
                (if (!({
                    let mut k18 = 0;
                    let a: f64 = loop {
                        k18 += 1;
                        let [row, mut acc20] = [tmp, (*y)];
                        if (k18 > 2) {
                            break x[k18];
                        }
                        if k18 >= 1 {
                            break row;
                        }
                    };
                    sum14 /= (x[(x.len() - 1)].tanh().powi(2) + 0.5);
                    x[xs]
                } <= x[xs]))
                {
                    sum14
                } else {
                    tmp
                }),
                &x[1..],
            ) + tmp),
        ]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.5153, 0.1223, -1.2063, -1.0403],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let r = f(&a_x, &a_y, 1);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <[f64; 2]>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, &a_y, 1, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let seed = <[f64; 2]>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x, &a_y, 1);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <f64>::read(t);
                let (r, dr) = f::jvp(&a_x, &a_y, 1, &t_x, &t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_2 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[f64], xs: bool) -> f64 {
        let mut w = y[0].max(x[1]);
        if (((w.tanh().powi(2) + 0.5) * 0.3).atanh() >= y[0]) {
            return w;
        }
        w *= w.sin();
        w = w.atan();
        {
            w = (f64::exp(y[0].atan()) * 0.5 - w.cos().cosh()).atan();
            w
        }
        .mul_add(y[0], 0.25)
    }

    #[differentiate]
    fn f(x: f64, y: [f64; 1], mut xs: f64, mut w: f64) -> f64 {
        let mut sum9 = vec![w];
        sum9[0] -= xs.cos();
        sum9[0] *= y[0];
        let (mut b10, b11) = (y[0], (sum9[0] * (sum9[(sum9.len() - 1)] - w)));
        if ({
            let r: f64 = g0(
                &[{
                    let r: f64 = g0(
                        &[(b11.tanh().powi(2) + 0.5).powf(1.5); 3],
                        &y[0..1],
                        (b11 >= xs),
                    );
                    r
                }; 3],
                &sum9[0..1],
                (sum9.len() > 0),
            );
            r
        } >= w)
        {
            return (b11 * b11);
        }
        {
            let u12 = &mut b10;
            let mut row13 = [(sum9[0].tanh() * 0.9 + 1.4).ln_1p(); 2];
            'l15: for b in y.iter() {
                let mut u16: f64 = g0(&[w; 3], &row13[1..2], (sum9.len() > 0));
                *u12 *= y[0].atan();
                u16 = u16.tanh();
            }
        }
        ((2.0 * b11 + (w + sum9[0])) - (-sum9[0] * b11.sin().exp().powf(sum9[0].tanh())))
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.8903, 0.6643, 0.7243, 0.4743],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 1]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <f64>::read(x);
                let r = f(a_x, a_y, a_xs, a_w);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 1]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(
                    a_x, a_y, a_xs, a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 1]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <f64>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y, a_xs, a_w);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 1]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 1]>::read(t);
                let mut t_xs = <f64>::read(t);
                let mut t_w = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, a_xs, a_w, t_x, t_y, t_xs, t_w);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_3 {
    use super::*;

    #[differentiate]
    fn f(x: &[f64], y: bool) -> f64 {
        let mut k2 = 0;
        while k2 < 2 && (x.len() > 1) {
            k2 += 1;
            let mut k3 = 0;
            'l4: while k3 < 2
                && ((x[(x.len() - 1)] + x[2]) >= x[(if k2 < 3 { k2 } else { 0 })].cos().cosh())
            {
                k3 += 1;
            }
            let mut w: f64 = x[2];
            if (w.max(((k2 as f64) * 0.25 + 0.3)) >= w) {
                continue;
            }
        }
        let t6 = 0.2_f64;
        for i7 in (1..4).step_by(2).rev() {
            let mut k8 = 0;
            let s: f64 = loop {
                k8 += 1;
                if ((x[k8] + 0.5 * x[k8]) < t6) {
                    break ({
                        for (i10, s) in x.iter().enumerate() {
                            let mut w11: f64 = (*s);
                        }
                        t6
                    } + t6);
                }
                if k8 >= 2 {
                    break x[((k8 + 3) % 3)];
                }
            };
        }
        (t6 - t6.mul_add(t6, 0.25).max(x[1]))
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.4363, 1.4013, 0.5403],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let r = f(&a_x, false);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, false, seed, &mut d_x);
                (numbers![r], numbers![d_x])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x, false);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let (r, dr) = f::jvp(&a_x, false, &t_x);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_4 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[f64]) -> [f64; 1] {
        for b in y.windows(1) {}
        let mut b3 = [[((y[(x.len() - 1)].sin() + 1.5) + 1.0).acosh(); 1]; 2];
        [{
            let mut row10 = [{
                let mut k4 = 0;
                while k4 < 3
                    && (!({
                        'l6: for k5 in 0..4 {
                            b3[0][(if k5 < 1 { k5 } else { 0 })] = f64::sin(
                                (if (!(y[1] <= ((k5 as f64) * 0.25 + 0.3))) {
                                    1.4_f64
                                } else {
                                    b3[1][0]
                                }),
                            )
                            .atan();
                            let mut a7 = [(b3[0][(if k5 < 1 { k5 } else { 0 })]
                                % (b3[((k5 * 2 + 1) % 2)][((k5 + 3) % 1)].sin() + 1.5));
                                1];
                        }
                        for k in 1..1 {
                            for acc in x.iter().copied() {
                                b3[1][0] = b3[0][0].sin();
                            }
                            b3[1][0] += b3[1][0].atan();
                        }
                        b3[1][0] += x[0].sin();
                        y[0]
                    } <= 0.8_f64))
                {
                    k4 += 1;
                    b3[1][0] -= b3[1][0].tanh();
                    b3[((k4 + 3) % 2)][0] = b3[1][0].sin();
                    b3[((k4 + 1) % 2)][0] = ((k4 as f64) * 0.25 + 0.3).sin();
                }
                b3[0][0] += b3[1][0].tanh();
                y[1]
            }; 3];
            row10[1] = 0.9_f64.cos();
            b3[0][0]
        }]
    }

    #[differentiate]
    fn f(mut x: f64, y: &mut f64, xs: &mut f64) -> f64 {
        let mut k15 = 0;
        while k15 < 1 {
            k15 += 1;
            let mut v: f64 = (*xs);
            let f19 =
                |p17: f64, q18: f64| ((*xs).hypot((*y)) * 0.5 - (v.cos().abs() + 0.6).ln_1p());
        }
        {
            let mut f21 = |p20: f64| {
                *y = (*y).sin();
            };
            for i22 in 0..3 {
                f21((*xs).round());
            }
            let mut sum23 = (*xs);
        }
        for i24 in 0..=4 {
            if (!({
                for k25 in 0..=0 {
                    *y = ((*xs) - (*xs).rem_euclid((*xs).sin().exp())).cos();
                }
                if (!((*y) < (*xs)) && ((*y) >= (*xs))) {
                    if (!(!((*xs) <= ((i24 as f64) * 0.25 + 0.3))) && (i24 > 2)) {
                        *y += (*xs).cos();
                        *xs = (*xs).atan();
                    } else {
                        *xs = (*y).cos();
                        *xs += (*y).atan();
                    }
                    *xs -= (*y).sin();
                } else {
                    *xs += (*y).cos();
                }
                (*xs)
            } <= ((i24 as f64) * 0.25 + 0.3)))
            {
                *xs *= (*xs).cos();
                *xs = (*y).atan();
            } else {
                *xs += ((i24 as f64) * 0.25 + 0.3).atan();
            }
        }
        *xs -= (*xs).cos();
        *xs = (*xs);
        *y -= (*xs).atan();
        (*xs)
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-1.3153, 0.4983, 0.7323],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let r = f(a_x, &mut a_y, &mut a_xs);
                numbers![r, a_y, a_xs]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(w);
                let mut d_xs = <f64>::read(w);
                let r = f::accumulate_grad(
                    a_x, &mut a_y, &mut a_xs, seed, &mut d_x, &mut d_y, &mut d_xs,
                );
                (numbers![r, a_y, a_xs], numbers![d_x, d_y, d_xs])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let mut t_xs = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, &mut a_xs, t_x, &mut t_y, &mut t_xs);
                (numbers![r, a_y, a_xs], numbers![dr, t_y, t_xs])
            },
        });
    }
}

mod seed_5 {
    use super::*;

    #[differentiate]
    fn g0(x: f64, y: usize) -> f64 {
        let v2 = f64::sin(x)
            .div_euclid((x.cos().abs() + 0.6))
            .mul_add(x.max(((y as f64) * 0.25 + 0.3)), 0.25);
        v2
    }

    #[differentiate]
    fn g1(x: f64) -> [f64; 1] {
        [(x * g0(
            (-{
                let mut u = [x, f64::max(x, x)];
                u[0] -= (x.tanh().powi(2) + 0.5).powf(1.5).tanh();
                if (x > u[1].copysign(x)) {
                    let mut row: f64 = x;
                    let f9 = move |p7: f64, q8: f64| u[0].atan2(q8.sin().exp_m1());
                } else {
                    u[1] = x.cos();
                }
                u[1]
            } * x),
            0,
        ))]
    }

    #[differentiate]
    fn f(x: &[f64]) -> f64 {
        let (mut a, sum13) = (x[2], x[(x.len() - 1)]);
        let f15 = |p14: f64| a;
        let mut s16: [f64; 1] = g1((if (!(x[1].rem_euclid((sum13.cos().abs() + 0.6))
            <= (if (x.len() > 0) { a } else { sum13 })))
        {
            a.round()
        } else {
            (sum13 * g0(f64::max(sum13.max(x[2]), (2.0 * x[2] + sum13)), 0))
        }));
        s16[0] -= (if (s16.len() > 2) {
            {
                let r: f64 = g0(
                    {
                        let r: f64 = g0(f64::max(a, x[0].mul_add(0.5, 1.0)), 0);
                        r
                    },
                    1,
                );
                r
            }
        } else {
            {
                s16[0] += sum13.tanh();
                sum13
            }
        })
        .sin();
        s16[0] = s16[0];
        s16[0] *= sum13;
        ((sum13
            * g0(
                (if (sum13.round() >= (a.cos().abs() + 0.6).powf(sum13.tanh())) {
                    sum13.trunc()
                } else {
                    (s16[0] * 0.5 - a)
                }),
                1,
            ))
            + (if ((g0(sum13, 1) + a) < s16[0].sin().exp2()) {
                x[2]
            } else {
                s16[0]
            }))
        .sin()
        .exp()
        .ln()
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.4913, -0.8603, 0.6413],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let r = f(&a_x);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, seed, &mut d_x);
                (numbers![r], numbers![d_x])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let (r, dr) = f::jvp(&a_x, &t_x);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_6 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[f64], xs: &mut f64) -> (f64, f64) {
        let mut k3 = 0;
        'l4: while k3 < 2 {
            k3 += 1;
            *xs = (*xs).min(x[k3]).tanh();
            if (((*xs) - y[0]) > (y[0] + y[0])) {
                break 'l4;
            }
        }
        *xs = y[0].atan();
        *xs += y[0].sin();
        *xs *= (*xs).cos();
        ((y[0].sin().sinh().tanh().powi(2) + 0.5).ln_1p(), (*xs))
    }

    #[differentiate]
    fn g1(mut x: f64) -> [f64; 1] {
        if (!(x <= x.copysign(x))) {
        } else {
            x += x.atan();
        }
        [(x + x)]
    }

    #[differentiate]
    fn f(x: f64, y: &mut f64, xs: &mut f64) -> (f64, f64) {
        if (((*y).tanh().powi(2) + 0.5).sqrt() >= f64::max((*xs), (*y))) {}
        *y = (*y).copysign(f64::max((*xs), (*xs)));
        'l12: for k11 in (0..0).rev() {
            if (!((if ((2.0 * (*xs) + x) >= f64::exp((*xs).atan())) {
                (*xs)
            } else {
                (*y)
            }) <= (-(*xs) * x)))
            {}
            if ((*y) < (*y)) {
                'l14: for n13 in (1..1).rev() {
                    let mut sum15 = [[{
                        *xs -= (*xs).cos();
                        *y = (*xs).cos();
                        (*y)
                    }; 1]; 2];
                    sum15[((k11 + 1) % 2)][0] *= sum15[0][0].cos();
                }
            }
        }
        *xs *= (*y);
        *y *= (*y);
        (x.min((*xs).rem_euclid((*y).sin().exp()).tanh()), (*y))
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.1533, 1.5013, -1.2043],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let r = f(a_x, &mut a_y, &mut a_xs);
                numbers![r, a_y, a_xs]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <(f64, f64)>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(w);
                let mut d_xs = <f64>::read(w);
                let r = f::accumulate_grad(
                    a_x, &mut a_y, &mut a_xs, seed, &mut d_x, &mut d_y, &mut d_xs,
                );
                (numbers![r, a_y, a_xs], numbers![d_x, d_y, d_xs])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let mut t_xs = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, &mut a_xs, t_x, &mut t_y, &mut t_xs);
                (numbers![r, a_y, a_xs], numbers![dr, t_y, t_xs])
            },
        });
    }
}

mod seed_7 {
    use super::*;

    #[differentiate]
    fn f(x: &[f64]) -> f64 {
        let f2 = |p1: f64| x[0];
        if (f2(x[2]) > x[(x.len() - 1)].cos().cosh()) {
            return 0.7_f64;
        }
        let mut k3 = 0;
        let a5: f64 = loop {
            k3 += 1;
            let z4 = [
                x[1],
                (x[0] * 2.1_f64),
                ((k3 as f64) * 0.25 + 0.3),
                f2(((k3 as f64) * 0.25 + 0.3)),
            ];
            if ((!(z4[1] <= z4[2])) || (!(x[1] <= ((k3 as f64) * 0.25 + 0.3)))) {
                break f2(0.6_f64.div_euclid((z4[k3].tanh() * 0.9 + 1.4)));
            }
            if k3 >= 3 {
                break (-2.7_f64 * 0.2_f64);
            }
        };
        for sum6 in x.windows(2) {
            if (!(a5 <= a5.sin().exp_m1())) {
                let [v, mut row8] = [a5, sum6[(sum6.len() - 1)]];
                row8 = row8.cos();
            } else {
            }
        }
        (if (a5 >= {
            let sum9 = (2.0 * x[1].mul_add(a5.copysign(a5), 0.25) + x[0]);
            let w11: f64 = {
                let tmp10 = sum9;
                sum9
            };
            x[2]
        }) {
            a5
        } else {
            x[(x.len() - 1)]
        })
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.1673, 1.1603, 1.1243],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let r = f(&a_x);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, seed, &mut d_x);
                (numbers![r], numbers![d_x])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let (r, dr) = f::jvp(&a_x, &t_x);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_8 {
    use super::*;

    #[differentiate]
    fn g0(x: f64, y: &mut [f64], xs: &mut [f64]) {
        xs[0] = xs[0].sin();
    }

    #[differentiate]
    fn f(x: &[f64], y: &[[f64; 3]; 4]) -> f64 {
        if ((x.len() > 2) || (0.4_f64 >= 0.4_f64)) {
            let mut z: f64 = (((((0.7_f64 * 2.0_f64) + 0.5_f64).sin() + 1.5) + 1.0)
                .log((((0.7_f64 * 2.0_f64) + 0.5_f64).sin() + 1.5) + 1.5)
                * (1.2_f64 + y[0][(x.len() - 1)]).fract());
            'l8: for t7 in x.windows(2) {
                for tmp9 in x.iter() {
                    if (!(!(y[3][1] <= y[1][1])) && (x[0] < (*tmp9))) {
                        break 'l8;
                    }
                    z += (*tmp9).tanh().exp().cos();
                    let mut k10 = 0;
                    'l11: while k10 < 1 && ((*tmp9) >= (*tmp9)) {
                        k10 += 1;
                        if (k10 > 1) {
                            for i in (2..1).step_by(2).rev() {}
                        }
                    }
                }
                z = {
                    for w13 in t7.iter().copied().map(|t14| z) {}
                    z += z.sin();
                    z = z.cos();
                    t7[(t7.len() - 1)]
                }
                .atan();
            }
        } else {
        }
        (x[1].tanh() * 0.9 + 1.4).log2()
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                0.7893, 0.6003, 1.0313, 0.9923, -0.3443, -0.7413, 1.3063, 0.2863, -0.1733, -0.5203,
                1.0853, 0.8853, 1.0443, -0.2603, -0.1683,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[[f64; 3]; 4]>::read(x);
                let r = f(&a_x, &a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[[f64; 3]; 4]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[[f64; 3]; 4]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, &a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[[f64; 3]; 4]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x, &a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[[f64; 3]; 4]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <[[f64; 3]; 4]>::read(t);
                let (r, dr) = f::jvp(&a_x, &a_y, &t_x, &t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_9 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], mut y: f64) -> f64 {
        let mut z2 = [x[0]; 2];
        {
            if (z2.len() > 0) {
                'l4: for w3 in x.iter().copied() {
                    y = z2[0].sin();
                    {
                        let t5 = &mut z2[(z2.len() - 1)];
                        for (i7, &a6) in x.iter().enumerate() {}
                    }
                }
                let mut k8 = 0;
                let a13: f64 = loop {
                    k8 += 1;
                    let f11 = |p9: f64, q10: f64| q10;
                    {
                        let sum = &mut z2[0..=1];
                        sum.fill(y.atan2(x[((k8 + 1) % 3)]).atan());
                        y *= ((k8 as f64) * 0.25 + 0.3).tanh();
                        sum[0] += ((k8 as f64) * 0.25 + 0.3).sin();
                        sum[1] += ((k8 as f64) * 0.25 + 0.3).sin();
                    }
                    y -= y.tanh();
                    z2[1] -= y.cos();
                    if (k8 != 1) {
                        break y;
                    }
                    if k8 >= 3 {
                        break y;
                    }
                };
            } else {
                z2[1] *= x[1].tanh();
            }
            y += z2[(z2.len() - 1)].cos();
            y
        }
    }

    #[differentiate]
    fn f(x: &[f64], y: &[f64], xs: &mut [f64; 2]) -> f64 {
        {
            let t18 = &mut xs[0..];
            t18.swap(0, (y.len() - 1));
            let mut sum = x.to_vec();
            'l21: for sum20 in t18.iter().copied() {
                sum[0] += y[1].atan();
                let late24;
                if (sum20 >= (x[2].tanh() * 0.9 + 1.4).ln()) {
                    late24 = (g0(&sum[..3], x[0].tanh().exp().powi(3))
                        + (g0(&x[..3], sum20.max(sum20).powi(3)) + sum20));
                } else {
                    late24 = sum20;
                }
            }
        }
        let mut k25 = 0;
        while k25 < 0 && (!((xs[1] + y[0]) <= (-xs[1]))) {
            k25 += 1;
            let f27 = move |p26: f64| p26.sin().exp_m1();
            for i28 in 3..3 {
                let mut k29 = 0;
                'l30: while k29 < 0 {
                    k29 += 1;
                    xs[((k29 + 1) % 2)] = xs[0].cos();
                }
                xs[(1 - k25)] = 3.0_f64.cos();
                xs[1] = ((k25 as f64) * 0.25 + 0.3).tanh();
                xs[((k25 + 2) % 2)] = xs[k25].sin();
            }
            xs[(y.len() - 1)] = xs[(if k25 < 2 { k25 } else { 0 })].tanh();
        }
        xs[0] += xs[0].tanh();
        xs[0] = 1.2_f64;
        xs[0] /= (xs[0].tanh().powi(2) + 0.5);
        xs[0] *= 0.8_f64;
        xs[1] = xs[0];
        (2.0 * x[0] + y[1])
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.4793, 0.5363, 0.1413, -1.0523, 0.5993, 0.4793, 1.2623],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 2]>::read(x);
                let r = f(&a_x, &a_y, &mut a_xs);
                numbers![r, a_xs]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 2]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[f64; 2]>::read(w);
                let r =
                    f::accumulate_grad(&a_x, &a_y, &mut a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r, a_xs], numbers![d_x, d_y, d_xs])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 2]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <[f64; 2]>::read(t);
                let mut t_xs = <[f64; 2]>::read(t);
                let (r, dr) = f::jvp(&a_x, &a_y, &mut a_xs, &t_x, &t_y, &mut t_xs);
                (numbers![r, a_xs], numbers![dr, t_xs])
            },
        });
    }
}

mod seed_10 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[f64], xs: usize) -> f64 {
        (if (xs % 2 == 0) {
            y[0]
        } else {
            f64::tanh((1.3_f64.tanh() * 0.9 + 1.4).powf(0.1_f64.tanh()))
        })
    }

    #[differentiate]
    fn f(mut x: f64, y: bool, xs: f64, w: &[f64]) -> f64 {
        if (w.len() > 0) {
            let mut c8 = [[xs; 2]; 3];
        }
        x /= (xs.tanh().powi(2) + 0.5);
        if (!({
            let r: f64 = g0(&[f64::max(xs, xs); 3], &w[0..=0], 0);
            r
        } <= xs.mul_add(0.5, 1.0)))
        {
            if ((x >= w[0]) || (xs >= w[0])) {
                return {
                    let mut w = w.to_vec();
                    xs
                };
            }
            let mut t: f64 = g0(&[{ w[0] }; 3], &w[0..=0], 0);
            t += (-w[0]).cos();
        } else {
            x /= (w[0].tanh().exp().tanh().powi(2) + 0.5);
        }
        x += xs.sin();
        (xs.tanh().powi(2) + 0.5).log10()
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.8393, -0.4393, 0.6033],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 1]>::read(x);
                let r = f(a_x, false, a_xs, &a_w);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 1]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
                let r =
                    f::accumulate_grad(a_x, false, a_xs, &a_w, seed, &mut d_x, &mut d_xs, &mut d_w);
                (numbers![r], numbers![d_x, d_xs, d_w])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 1]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, false, a_xs, &a_w);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <[f64; 1]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_xs = <f64>::read(t);
                let mut t_w = <[f64; 1]>::read(t);
                let (r, dr) = f::jvp(a_x, false, a_xs, &a_w, t_x, t_xs, &t_w);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_11 {
    use super::*;

    #[differentiate]
    fn f(x: &[f64], y: &mut f64) -> f64 {
        let v = f64::max((*y), x[1]);
        if (v >= v) {
            *y *= (((*y) * 0.5 - x[1]) * v);
            if (x.len() > 0) {
                *y = (2.0 * x[2] + x[2]).copysign(f64::max(x[(x.len() - 1)], v));
                let mut sum = {
                    {
                        let mut f4 = |p3: f64| {};
                        f4(x[1]);
                        for i5 in 0..3 {
                            f4(v);
                        }
                        let w6: f64 = v;
                    }
                    *y += v.atan();
                    x[1]
                };
                sum = sum;
            } else {
                *y *= x[2];
                *y *= (*y);
            }
            *y *= v;
        } else {
            *y += x[2].sin();
        }
        *y *= v;
        *y += v.cos();
        *y *= x[2];
        *y = x[1];
        *y = v;
        *y /= ((*y).sin() + 1.5);
        x[0].tanh()
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.9533, 0.6553, 1.2853, 0.3343],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let r = f(&a_x, &mut a_y);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(w);
                let r = f::accumulate_grad(&a_x, &mut a_y, seed, &mut d_x, &mut d_y);
                (numbers![r, a_y], numbers![d_x, d_y])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <f64>::read(t);
                let (r, dr) = f::jvp(&a_x, &mut a_y, &t_x, &mut t_y);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_12 {
    use super::*;

    #[differentiate]
    fn f(x: f64, y: &mut [f64; 2], xs: &[[f64; 3]; 2], w: &mut f64) -> f64 {
        for z4 in y.iter().copied().map(|t5| {
            ((if (!(xs[0][0] <= {
                let mut sum = y.to_vec();
                let s = t5;
                y[0]
            })) {
                y[1]
            } else {
                xs[(y.len() - 1)][0]
            }) / (t5.mul_add((*w), 0.25).cos().abs() + 0.6))
        }) {
            let mut z = y.to_vec();
        }
        if (y[1] < x.cos().cosh()) {
            let mut z10 = (if ((*w) >= {
                let mut sum9 = [[((*w).cos().abs() + 0.6).ln(); 3]; 1];
                (*w)
            }) {
                (if (y[0] > y[1].atan2(xs[1][1])) {
                    (*w)
                } else {
                    x
                })
                .sin()
                .exp()
                .recip()
            } else {
                (*w).max(y[0])
            });
        } else {
            y[0] = y[1];
            y[0] = (*w);
        }
        y[0] = y[0];
        y[0] += y[0].cos();
        *w = (*w);
        *w -= (*w).tanh();
        ((*w).tanh().powi(2) + 0.5).log10()
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                1.2543, -0.9023, 1.2813, 0.7233, 0.3183, 1.0433, 0.9823, 0.2513, -1.4913, 0.6983,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[[f64; 3]; 2]>::read(x);
                let mut a_w = <f64>::read(x);
                let r = f(a_x, &mut a_y, &a_xs, &mut a_w);
                numbers![r, a_y, a_w]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[[f64; 3]; 2]>::read(x);
                let mut a_w = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 2]>::read(w);
                let mut d_xs = <[[f64; 3]; 2]>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <f64>::read(w);
                let r = f::accumulate_grad(
                    a_x, &mut a_y, &a_xs, &mut a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r, a_y, a_w], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[[f64; 3]; 2]>::read(x);
                let mut a_w = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 2]>::read(t);
                let mut t_xs = <[[f64; 3]; 2]>::read(t);
                let mut t_w = <f64>::read(t);
                let (r, dr) = f::jvp(
                    a_x, &mut a_y, &a_xs, &mut a_w, t_x, &mut t_y, &t_xs, &mut t_w,
                );
                (numbers![r, a_y, a_w], numbers![dr, t_y, t_w])
            },
        });
    }
}

mod seed_13 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64]) -> f64 {
        let u1 = x.to_vec();
        let mut a2 = [[x[0]; 2]; 2];
        a2[1][1] *= {
            for k3 in 0..4 {
                a2[0][((k3 * 2 + 1) % 2)] += a2[1][1].tanh();
                a2[0][((k3 * 1 + 1) % 2)] += 3.0_f64.cos();
                a2[1][0] = a2[((k3 + 1) % 2)][0].atan();
                a2[1][1] += a2[0][((k3 + 3) % 2)].cos();
            }
            a2[0][0]
        }
        .copysign(a2[0][1])
        .tanh();
        (a2[0][1] * (u1[1] * a2[1][0].mul_add(a2[1][1], 0.25)))
    }

    #[differentiate]
    fn f(x: &[f64], mut y: f64) -> f64 {
        'l8: for &row in x.iter() {
            if (x[0].to_radians() >= row) {
                continue 'l8;
            }
            for y in x.chunks_exact(2) {
                {
                    let mut f11 = |p10: f64| {};
                    f11(row);
                    for i12 in 0..3 {
                        f11((1.0 / (row.tanh().exp().cos().abs() + 0.6)));
                    }
                    let mut c = { row }
                        .mul_add(y[0], 0.25)
                        .max((g0(&x[0..]) + row).hypot((y[0].cos().abs() + 0.6).sqrt()));
                }
            }
        }
        y += y.sin();
        for (&sum, &a) in x.iter().rev().skip(1).zip(x.iter().skip(1)) {
            let mut k16 = 0;
            while k16 < 0 && (!(f64::max(x[0], a) <= x[2])) {
                k16 += 1;
                y += x[k16].tanh();
                y += x[(if k16 < 3 { k16 } else { 0 })].sin();
                y += ((k16 as f64) * 0.25 + 0.3).tanh();
            }
            y = a.sin();
            y = x[2].sin();
        }
        y = y;
        y
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.4033, -0.4093, -0.6553, 0.7393],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let r = f(&a_x, a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x, a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <f64>::read(t);
                let (r, dr) = f::jvp(&a_x, a_y, &t_x, t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_14 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64]) -> f64 {
        let a1: f64 = x[1];
        for j2 in (0..1).rev().step_by(2) {
            let mut y3 = (((a1 + a1).sin() + 1.5) * 0.3).asin().signum();
            y3 *= a1.cos();
        }
        (-(2.0 * a1.trunc() + (2.0 * a1 + x[1])) * a1)
    }

    #[differentiate]
    fn g1(mut x: f64, y: &[f64]) -> [f64; 3] {
        let f8 = |p7: f64| {
            let r: f64 = g0(&y[0..3]);
            r
        };
        [
            f64::exp(x.atan()),
            (if (x >= (x.cos().abs() + 0.6).recip()) {
                ((-y[2] * x).tanh().powi(2) + 0.5).log10()
            } else {
                (x.min(y[2]) + f64::sin(y[1]))
            }),
            f8(f64::sin((if (y.len() > 2) { x } else { x }))),
        ]
    }

    #[differentiate]
    fn f(x: &[f64], y: &mut [f64], xs: &f64, w: (f64, f64)) -> f64 {
        y[1] *= ((*xs).hypot((*xs))
            - (if ((x[0].tanh().powi(2) + 0.5).powf(1.5) < (y[1] * y[2])) {
                y[0]
            } else {
                (*xs)
            }));
        let mut sum = y.to_vec();
        for k in (0..2).step_by(2).rev() {
            sum[(y.len() - 1)] -= (y[0].tanh().exp() * ((*xs) * w.0)).cos();
        }
        let mut s = y.to_vec();
        let mut k17 = 0;
        while k17 < 0 && (s[3] > w.1) {
            k17 += 1;
            {
                let tmp18 = &mut s[2..3];
                sum.swap(((k17 * 2 + 1) % 4), (y.len() - 1));
            }
            sum[((k17 * 2 + 1) % 4)] = w.1.sin();
            let mut row19 =
                (w.1 - ((k17 as f64) * 0.25 + 0.3).div_euclid((w.1.tanh().powi(2) + 0.5)));
        }
        (*xs)
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                0.2183, 0.8363, 0.3503, 1.3453, 0.8423, 0.3853, 0.4083, 0.8003, -0.9893, 1.0283,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let r = f(&a_x, &mut a_y, &a_xs, a_w);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 4]>::read(w);
                let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(
                    &a_x, &mut a_y, &a_xs, a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r, a_y], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <f64>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <[f64; 4]>::read(t);
                let mut t_xs = <f64>::read(t);
                let mut t_w = <(f64, f64)>::read(t);
                let (r, dr) = f::jvp(&a_x, &mut a_y, &a_xs, a_w, &t_x, &mut t_y, &t_xs, t_w);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_15 {
    use super::*;

    #[differentiate]
    fn g0(x: f64, y: f64) -> (f64, f64) {
        {
            let mut f5 = |p2: f64| {
                let [row3, mut row4] = [(x.trunc() * (y * 0.5 - y)), ({ y } - p2)];
            };
            for i6 in 0..3 {
                f5(x);
            }
            f5(y);
            let mut w7 = y;
        }
        (
            ((if (y < y.hypot(y)) {
                (((x.sin() + 1.5) + 1.0).log((x.sin() + 1.5) + 1.5) * y)
            } else {
                {
                    'l9: for j8 in 0..1 {
                        let mut w10 = { y };
                    }
                    y
                }
            })
            .cos()
            .abs()
                + 0.6)
                .ln_1p(),
            y,
        )
    }

    #[differentiate]
    fn g1(mut x: f64, y: &[[f64; 1]; 4], mut xs: f64) -> f64 {
        let mut acc15 = vec![y[3][0].max(y[3][0]); 2];
        std::mem::swap(&mut x, &mut xs);
        (if (!(xs <= {
            let f17 = |p16: f64| {
                (acc15[0].cos().abs() + 0.6)
                    .ln()
                    .hypot((acc15[0] * 0.5 - acc15[1]))
            };
            xs
        })) {
            xs
        } else {
            ((acc15[1] % (x.sin() + 1.5)) * xs.floor())
        })
    }

    #[differentiate]
    fn f(mut x: f64, mut y: f64) -> [f64; 3] {
        let mut k21 = 0;
        let c23: f64 = loop {
            k21 += 1;
            let v22: f64 = g1(y, &[[y; 1]; 4], (2.0 * f64::sin(y) + y));
            x *= ((k21 as f64) * 0.25 + 0.3).sin();
            if ((y > v22) && (k21 > 2)) {
                break v22
                    .signum()
                    .mul_add((2.0 * ((k21 as f64) * 0.25 + 0.3) + v22), 0.25);
            }
            if k21 >= 4 {
                break y.min(v22);
            }
        };
        y -= (y.max(x).sin() + 1.5).powf(1.5).sin();
        for n24 in 0..4usize {
            if (n24 != 2) {
                break;
            }
        }
        if ((y < c23) && (!(y <= c23))) {
            return [c23, c23, {
                if (c23 > y) {
                    x = y;
                } else {
                    x -= y.sin();
                }
                y *= c23;
                c23
            }];
        }
        x = c23;
        y = c23;
        y *= y;
        [
            x.min(((y.cos().cosh().sin() + 1.5) + 1.0).acosh()),
            (g1(c23, &[[y.copysign(c23); 1]; 4], c23.sin().exp_m1())
                + (y.atan2(c23).tanh() * 0.9 + 1.4)
                    .powf(y.rem_euclid((c23.cos().abs() + 0.6)).tanh())),
            y,
        ]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.6023, -1.4573],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let r = f(a_x, a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <[f64; 3]>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let seed = <[f64; 3]>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, t_x, t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_16 {
    use super::*;

    #[differentiate]
    fn g0(x: f64, y: &mut [f64; 3]) -> f64 {
        for row in y.iter_mut() {
            *row -= {
                let mut a3 = x;
                let mut b4 = (*row);
                (*row)
            }
            .sin();
            *row = (*row).atan();
        }
        y[1] = y[1].sin();
        y[1] += x.tanh();
        y[0] = x.sin();
        (y[(y.len() - 1)].tanh().exp() + 0.5 * x)
    }

    #[differentiate]
    fn g1(mut x: f64, y: bool) -> f64 {
        x -= x.tanh();
        let mut v8: f64 = x;
        {
            let mut w9 = x.sin().exp().log2();
            if (!((w9 + w9) <= w9)) {
                w9 += (-(w9 + 0.5 * w9) * (2.0 * w9 + x)).atan();
                if (w9 >= w9) {
                    v8 *= v8.sin();
                    w9 -= w9.sin();
                } else {
                    w9 *= w9.atan();
                }
            }
            v8
        }
        .mul_add(v8, 0.25)
    }

    #[differentiate]
    fn f(x: f64, y: &f64, xs: &[[f64; 3]; 3]) -> f64 {
        if (x.div_euclid(((*y).cos().abs() + 0.6)) > (x + xs[0][1])) {
            return (*y);
        }
        for i14 in 0..=1 {
            let s15 = x;
        }
        if ((*y) > (*y)) {
            return ((x.tanh().powi(2) + 0.5) + 1.0).acosh();
        }
        xs[0][1].powi(2)
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                -1.3243, 0.1533, 0.7573, 0.1623, 1.4613, -1.2533, 1.2173, 1.0013, -0.8213, 0.3443,
                1.0623,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[[f64; 3]; 3]>::read(x);
                let r = f(a_x, &a_y, &a_xs);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[[f64; 3]; 3]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[[f64; 3]; 3]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, &a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r], numbers![d_x, d_y, d_xs])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[[f64; 3]; 3]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y, &a_xs);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[[f64; 3]; 3]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let mut t_xs = <[[f64; 3]; 3]>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, &a_xs, t_x, &t_y, &t_xs);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_17 {
    use super::*;

    #[differentiate]
    fn f(x: f64, y: &mut [f64; 4]) -> f64 {
        let mut k2 = 0;
        while k2 < 0 && (f64::max(x, y[3]) >= y[3]) {
            k2 += 1;
            let mut y3: f64 = x;
            let mut y = y[((k2 + 2) % 4)].mul_add(y[k2], 0.25);
            let mut acc5 = (-y3 * f64::sin(y3)).abs();
        }
        y[0] = (if (x < (y[0] + x)) {
            (y[2] / y[3].sin().exp())
        } else {
            x.atan()
        });
        let w = vec![x; 2];
        (x.copysign(x).max(x) * 0.5 - (x.min(w[(w.len() - 1)]) - y[0]))
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-1.5143, 0.2113, -1.4533, 0.4733, 0.3943],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let r = f(a_x, &mut a_y);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 4]>::read(w);
                let r = f::accumulate_grad(a_x, &mut a_y, seed, &mut d_x, &mut d_y);
                (numbers![r, a_y], numbers![d_x, d_y])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 4]>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, t_x, &mut t_y);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_18 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64) -> (f64, f64) {
        if ({
            if ((if (x.max(x) < x) { x } else { x }) >= x.rem_euclid((x.sin() + 1.5))) {
                return (x, x);
            }
            x *= x.tanh();
            x
        } < x)
        {
            return (x, x);
        }
        (
            {
                'l2: for k1 in 0..3usize {
                    x *= x.to_radians().hypot(x).sin();
                }
                let sum3 = f64::max(x.asinh().sin().exp2(), x);
                let acc4: f64 = sum3;
                acc4
            },
            x,
        )
    }

    #[differentiate]
    fn f(mut x: f64, y: &[[f64; 2]; 4]) -> f64 {
        x /= ((x % ((x * x).tanh().powi(2) + 0.5)).cos().abs() + 0.6);
        let sum: f64 = (x * x).atan2(y[2][0]).max(x);
        if (f64::exp(y[2][0].atan()) >= y[0][0]) {
            let mut u9: (f64, f64) = g0((y[2][0] / (sum.cos().abs() + 0.6)).max(sum));
            'l11: for j10 in 2..1 {
                let u12: (f64, f64) = g0((if (!((u9.1 * 0.5 - y[0][1]) <= y[3][1])) {
                    sum
                } else {
                    u9.0
                })
                .atan2(y[3][1]));
                u9.1 *= y[1][1].atan();
            }
        } else {
            x /= y[3][0].sin().exp();
            x = y[0][1];
        }
        x -= sum.cos();
        x /= (sum.sin() + 1.5);
        x = y[1][1];
        x -= sum.sin();
        x -= sum.tanh();
        x /= (sum.cos().abs() + 0.6);
        y[1][0]
            .sin()
            .exp()
            .powf(y[3][1].copysign(sum).tanh())
            .copysign({
                for k13 in 0..=0 {
                    x = x.atan().tanh();
                    x *= y[k13][((k13 + 2) % 2)]
                        .mul_add(sum, 0.25)
                        .sin()
                        .sinh()
                        .sin();
                    x = sum.sin();
                }
                x /= (sum.cos().abs() + 0.6);
                x = y[0][1];
                y[3][0]
            })
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                -0.5703, 0.4853, -0.5043, 0.8973, 0.5143, 0.5903, 0.6633, -0.4673, -0.9773,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 4]>::read(x);
                let r = f(a_x, &a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 4]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[[f64; 2]; 4]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 4]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 4]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[[f64; 2]; 4]>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, t_x, &t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_19 {
    use super::*;

    #[differentiate]
    fn f(mut x: f64, y: (f64, f64), xs: f64) -> f64 {
        let late5;
        if (xs > (y.0 + 0.5 * x)) {
            late5 = (if (x.mul_add(xs, 0.25) >= (x + y.1)) {
                y.0
            } else {
                xs.cos()
            });
        } else {
            late5 = (y.1 / (xs.tanh() * 0.9 + 1.4)).max(x);
        }
        'l7: for j6 in 0..2 {
            let f9 = move |p8: f64| late5;
            if ((xs > late5) || (xs < ((j6 as f64) * 0.25 + 0.3))) {
                continue 'l7;
            }
            let mut z = f64::sin((-((j6 as f64) * 0.25 + 0.3)));
        }
        x *= {
            let mut k11 = 0;
            let t: f64 = loop {
                k11 += 1;
                x = ((k11 as f64) * 0.25 + 0.3).sin();
                x += late5.sin();
                x += late5.sin();
                x = late5.atan();
                if (!(((k11 as f64) * 0.25 + 0.3) <= ((k11 as f64) * 0.25 + 0.3))) {
                    break xs;
                }
                if k11 >= 3 {
                    break late5;
                }
            };
            y.0
        };
        y.1
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.5233, 0.4013, -0.8273, -0.9023],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <f64>::read(x);
                let r = f(a_x, a_y, a_xs);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, a_y, a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r], numbers![d_x, d_y, d_xs])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <f64>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y, a_xs);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <(f64, f64)>::read(t);
                let mut t_xs = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, a_xs, t_x, t_y, t_xs);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_20 {
    use super::*;

    #[differentiate]
    fn f(x: f64, y: &[[f64; 3]; 1]) -> f64 {
        let c = x.cos();
        c
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.4103, -1.0793, -0.6063, -0.1823],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 3]; 1]>::read(x);
                let r = f(a_x, &a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 3]; 1]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[[f64; 3]; 1]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 3]; 1]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 3]; 1]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[[f64; 3]; 1]>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, t_x, &t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_21 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64, y: &[f64], xs: bool) -> [f64; 1] {
        x += y[(y.len() - 1)].sin();
        let mut v3 = (if (!(x.atan2(x) <= y[1])) { x } else { x });
        v3 += v3.tanh();
        [f64::max(y[1], (2.0 * x + x).hypot((x - x)))]
    }

    #[differentiate]
    fn f(x: f64, mut y: f64, xs: usize) -> f64 {
        y /= (((((y.tanh().powi(2) + 0.5) + 1.0).log((y.tanh().powi(2) + 0.5) + 1.5) * y)
            * y.floor())
        .cos()
        .abs()
            + 0.6);
        {
            let w8 = &mut y;
            if (!((if ((!((*w8) <= (*w8))) && ((*w8) > (*w8))) {
                (*w8)
            } else {
                ((xs as f64) * 0.25 + 0.3)
            }) <= (-(*w8) * ((xs as f64) * 0.25 + 0.3))))
            {
                for n9 in (0..3).rev().step_by(2) {
                    let mut y10 = [[(*w8); 1]; 1];
                    let mut k11 = 0;
                    while k11 < 2
                        && ({
                            y10[xs][(0 - xs)] = (2.0 * (*w8) + (*w8))
                                .rem_euclid((((xs as f64) * 0.25 + 0.3).sin() + 1.5))
                                .atan();
                            y10[xs][0]
                        } > (x + (*w8)))
                    {
                        k11 += 1;
                        let (mut row12, b) = ((x.sin().exp() * 0.3).asin(), (*w8));
                        y10[((k11 + 3) % 1)][xs] = y10[xs][xs].sin();
                        y10[((k11 + 3) % 1)][xs] = y10[((n9 + 1) % 1)][((k11 + 2) % 1)].sin();
                        row12 += y10[xs][((k11 + 2) % 1)].sin();
                    }
                    y10[xs][xs] += ((xs as f64) * 0.25 + 0.3).cos();
                }
                *w8 = x;
            }
            *w8 = (*w8);
        }
        y = ((xs as f64) * 0.25 + 0.3);
        y /= (((xs as f64) * 0.25 + 0.3).tanh().powi(2) + 0.5);
        y = x;
        y = y;
        y = y;
        y = x;
        y *= ((xs as f64) * 0.25 + 0.3);
        y
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-1.2663, -0.7193],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let r = f(a_x, a_y, 0);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, a_y, 0, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y, 0);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, 0, t_x, t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_22 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64) -> f64 {
        x
    }

    #[differentiate]
    fn g1(x: f64, y: &[f64]) -> (f64, f64) {
        for i4 in 0..=4 {
            'l6: for j5 in 0..=2 {
                let mut z: f64 = (y[((j5 + 1) % 4)].cos().cosh() + ((j5 as f64) * 0.25 + 0.3));
            }
            let mut v8 = y[3];
        }
        (
            x,
            y[(y.len() - 1)].sin().sinh().cbrt().mul_add(x.tanh(), 0.25),
        )
    }

    #[differentiate]
    fn f(mut x: f64, mut y: (f64, f64), xs: &[f64], w: (f64, f64)) -> [f64; 1] {
        let f19 = move |p14: f64| {
            ({
                for i in (0..2).rev() {
                    let f18 = |p16: f64, q17: f64| (w.0 % xs[0].sin().exp());
                }
                xs[0]
            } * w.1)
        };
        let c20 = (
            (xs[0] * 0.5 - (y.0.sin() + 1.5).powf(y.0.tanh())),
            xs[(xs.len() - 1)],
        );
        let mut acc: f64 = {
            x += c20.0.sin().exp_m1().sin().cos();
            c20.1
        }
        .fract()
        .tanh()
        .exp();
        [(-({
            let r: f64 = g0(f64::tanh(acc.copysign(xs[0])));
            r
        } * 0.5
            - y.0.min(xs[0]))
            * ((((w.1.sin() + 1.5) + 1.0).log((w.1.sin() + 1.5) + 1.5) * y.0) + (y.1 - c20.1)))]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.8733, -1.4083, 0.8363, -0.3503, 1.1643, 0.2903],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let r = f(a_x, a_y, &a_xs, a_w);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let w = &mut w.iter().copied();
                let seed = <[f64; 1]>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(
                    a_x, a_y, &a_xs, a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let seed = <[f64; 1]>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y, &a_xs, a_w);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <(f64, f64)>::read(t);
                let mut t_xs = <[f64; 1]>::read(t);
                let mut t_w = <(f64, f64)>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, &a_xs, a_w, t_x, t_y, &t_xs, t_w);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_23 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[f64]) -> f64 {
        let w2 = [[(y[3] / (0.8_f64.cos().abs() + 0.6)); 2]; 3];
        (if ((1.9_f64 * 0.5 - 2.8_f64)
            > (if ({ y[3] } >= 1.4_f64) {
                w2[(x.len() - 1)][1]
            } else {
                1.5_f64
            }))
        {
            w2[2][1]
        } else {
            w2[1][1]
        })
    }

    #[differentiate]
    fn f(x: f64, y: &mut [f64], xs: [f64; 1]) {
        {
            let mut f12 = |p7: f64| {
                let mut k8 = 0;
                while k8 < 0 && ((xs.len() > 0) && (p7 >= y[2])) {
                    k8 += 1;
                    let mut c9: f64 = ((if (xs.len() > 2) { p7 } else { p7 }).atan()
                        * g0(&y[0..], &[p7.atan(); 4]));
                    {
                        let s10 = &mut y[0..2];
                        s10[1] = p7.tanh().atan();
                        s10[k8] = (if (xs.len() > 2) {
                            (if (xs.len() > 1) { c9 } else { xs[k8] })
                        } else {
                            (1.0 / (((k8 as f64) * 0.25 + 0.3).sin() + 1.5))
                        })
                        .sin();
                        let row11: f64 = {
                            s10[((k8 * 3 + 1) % 2)] = (p7 % (xs[k8].sin() + 1.5))
                                .mul_add(((k8 as f64) * 0.25 + 0.3), 0.25)
                                .tanh();
                            c9 -= {
                                c9 *= s10[(s10.len() - 1)].sin();
                                ((k8 as f64) * 0.25 + 0.3)
                            }
                            .tanh();
                            s10[k8] = s10[k8].sin();
                            s10[(1 - k8)]
                        }
                        .max(x);
                    }
                }
            };
            if (x >= x) {
                f12(x);
            }
            f12(x);
            if (!(x <= x)) {
                f12(xs[0]);
            }
            let mut a13 = x;
        }
        y[1] = x;
        y[1] += y[2].tanh();
        y[0] *= xs[0];
        y[0] = x;
        y[2] = xs[0];
        y[0] -= xs[0].cos();
        y[0] = x;
        y[1] /= (xs[0].tanh().powi(2) + 0.5);
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.6633, 1.1523, 0.3693, 1.0223, -0.5483],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let r = f(a_x, &mut a_y, a_xs);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <()>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 3]>::read(w);
                let mut d_xs = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
                let r =
                    f::accumulate_grad(a_x, &mut a_y, a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r, a_y], numbers![d_x, d_y, d_xs])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 3]>::read(t);
                let mut t_xs = <[f64; 1]>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, a_xs, t_x, &mut t_y, t_xs);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_24 {
    use super::*;

    #[differentiate]
    fn f(x: &[f64], y: &mut f64, xs: &mut [f64], w: &[f64]) -> f64 {
        let row = ((*y) * ((xs[2].cos().abs() + 0.6) * 0.3).atanh().cbrt());
        for n5 in 1..=3 {
            let mut b = vec![
                {
                    xs[((n5 * 1 + 1) % 3)] = row.tanh();
                    row
                },
                row.rem_euclid((row.sin() + 1.5)),
                (if (row < row.copysign(row)) {
                    ((n5 as f64) * 0.25 + 0.3)
                } else {
                    row
                }),
                ((*y).tanh() * 0.9 + 1.4).ln(),
            ];
        }
        let mut z7 = row;
        xs.fill((row % ((*y).tanh() * 0.9 + 1.4)).sin());
        let c = w[1];
        let tmp = [{
            z7 = x[0];
            z7 /= (z7.cos().abs() + 0.6);
            xs[1]
        }; 4];
        z7 /= (c.sin() + 1.5);
        c
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                0.6683, -0.2143, 0.9323, -0.3783, 1.0883, 0.4133, 0.7223, -0.1843, -0.8123,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[f64; 3]>::read(x);
                let mut a_w = <[f64; 2]>::read(x);
                let r = f(&a_x, &mut a_y, &mut a_xs, &a_w);
                numbers![r, a_y, a_xs]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[f64; 3]>::read(x);
                let mut a_w = <[f64; 2]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(w);
                let mut d_xs = <[f64; 3]>::read(w);
                let mut d_w = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(
                    &a_x, &mut a_y, &mut a_xs, &a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r, a_y, a_xs], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <[f64; 3]>::read(x);
                let mut a_w = <[f64; 2]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <f64>::read(t);
                let mut t_xs = <[f64; 3]>::read(t);
                let mut t_w = <[f64; 2]>::read(t);
                let (r, dr) = f::jvp(
                    &a_x, &mut a_y, &mut a_xs, &a_w, &t_x, &mut t_y, &mut t_xs, &t_w,
                );
                (numbers![r, a_y, a_xs], numbers![dr, t_y, t_xs])
            },
        });
    }
}

mod seed_25 {
    use super::*;

    #[differentiate]
    fn f(x: f64) -> [f64; 1] {
        if (x.mul_add(x, 0.25) >= x) {
            let b1 = (x.cos() > (x.tanh() * 0.9 + 1.4).recip());
        }
        let mut k3 = 0;
        while k3 < 1 {
            k3 += 1;
            for i4 in (0..2).rev() {
                for i5 in (0..4).step_by(2).rev() {
                    for k6 in (0..4).rev().step_by(2) {
                        if ((k6 % 2 == 0) && (k3 != 2)) {
                            if (x < x) {
                            } else {
                            }
                        } else {
                        }
                    }
                }
            }
        }
        [{ (if ((x >= x) || (x < x)) { x } else { x }) }.asinh()]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.8743],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let r = f(a_x);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <[f64; 1]>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, seed, &mut d_x);
                (numbers![r], numbers![d_x])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let seed = <[f64; 1]>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, t_x);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_26 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64) -> (f64, f64) {
        (x, f64::exp(x.atan()))
    }

    #[differentiate]
    fn f(mut x: f64, y: &mut [f64]) {
        let mut s4 = vec![(y[2] - y[(y.len() - 1)])];
        y.fill(
            {
                s4.swap(0, 0);
                let acc5: f64 = x;
                s4[0]
            }
            .cos(),
        );
        s4 = vec![(s4[0] * 0.5 - y[2]).atan(); 1];
        s4[0] = x.sin();
        if (!(s4[0].mul_add(s4[0], 0.25) <= f64::exp(x.atan()))) {
            return;
        }
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.2943, -1.4503, 0.7483, 1.3053],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let r = f(a_x, &mut a_y);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <()>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 3]>::read(w);
                let r = f::accumulate_grad(a_x, &mut a_y, seed, &mut d_x, &mut d_y);
                (numbers![r, a_y], numbers![d_x, d_y])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 3]>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, t_x, &mut t_y);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_27 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64, y: &mut [f64; 3]) -> (f64, f64) {
        y[0] = (x.sin() + 1.5).log10().atan();
        let s = x;
        (y[0], ((y[(y.len() - 1)].cos().abs() + 0.6) * 0.3).asin())
    }

    #[differentiate]
    fn f(mut x: f64, y: &f64) -> [f64; 3] {
        x *= x;
        let c6 = x;
        {
            let mut f9 = |p7: f64| {
                let mut u8 = [p7; 1];
            };
            f9((*y));
            for i10 in 0..3 {
                f9(c6);
            }
            for i11 in 0..3 {
                f9(f64::tanh(c6).to_radians());
            }
            let mut c = (x % (c6.cos().abs() + 0.6)).trunc();
        }
        if (c6 > c6) {
            return [c6.tanh().exp(), (*y), c6.mul_add((*y), 0.25)];
        }
        for i in (0..2).step_by(2) {
            x -= c6.tanh();
            x = c6.cos();
            x = c6.tanh();
        }
        x = c6;
        [
            (if ({ c6 } > ((*y) * (*y))) {
                c6
            } else {
                (1.0 / ((c6 % (c6.tanh() * 0.9 + 1.4)).tanh().powi(2) + 0.5))
            }),
            ((*y) + ((1.0 / c6.sin().exp()).tanh().powi(2) + 0.5).sqrt()),
            f64::max(c6, c6),
        ]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-1.1953, 1.3703],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let r = f(a_x, &a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <[f64; 3]>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let seed = <[f64; 3]>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, t_x, &t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_28 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64, y: &f64, xs: [f64; 3]) -> f64 {
        x = (*y).mul_add((*y), 0.25).sin().exp_m1().cos();
        let mut k3 = 0;
        let tmp4: f64 = loop {
            k3 += 1;
            x = (*y).cos();
            if ((!((*y) <= (*y))) && (xs[((k3 + 3) % 3)] > x)) {
                break xs[2];
            }
            if k3 >= 3 {
                break xs[0].sin().exp().log10();
            }
        };
        x = tmp4.sin();
        x *= xs[2].atan();
        (*y)
    }

    #[differentiate]
    fn f(mut x: f64, y: &[[f64; 2]; 3], xs: f64) -> (f64, f64) {
        for k in 1..1 {
            let acc = xs;
            x = f64::max(y[1][0], ((acc.sin() + 1.5) + 1.0).acosh()).sin();
            if ((x < acc) || (acc < xs)) {
                return (x.copysign(y[2][1]), acc.powi(2));
            }
        }
        let mut sum11 = f64::exp(
            {
                let r: f64 = g0(
                    ((x * g0(
                        xs,
                        &xs.trunc(),
                        [(((xs.sin() + 1.5) + 1.0).log((xs.sin() + 1.5) + 1.5) * y[2][0]); 3],
                    )) + {
                        x = (-xs * xs);
                        x = y[2][0];
                        x /= (xs.tanh().powi(2) + 0.5);
                        x
                    }),
                    &xs,
                    [y[2][1]; 3],
                );
                r
            }
            .atan(),
        );
        sum11 += xs.tanh();
        x = sum11;
        (
            (if ((sum11.tanh().powi(2) + 0.5).log10() < x.hypot(y[0][0])) {
                y[0][0]
            } else {
                (xs % (sum11.cos().abs() + 0.6))
            })
            .min(sum11.min(xs).floor()),
            sum11.abs().cbrt(),
        )
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[
                -0.6223, -0.8613, 1.0733, -1.4273, -1.0023, 0.7893, 1.1283, -0.3713,
            ],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let r = f(a_x, &a_y, a_xs);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <(f64, f64)>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[[f64; 2]; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r], numbers![d_x, d_y, d_xs])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let seed = <(f64, f64)>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y, a_xs);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[[f64; 2]; 3]>::read(x);
                let mut a_xs = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[[f64; 2]; 3]>::read(t);
                let mut t_xs = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, a_xs, t_x, &t_y, t_xs);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_29 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64, y: &[f64]) -> f64 {
        let mut k2 = 0;
        while k2 < 1 && (y.len() > 0) {
            k2 += 1;
            for t3 in y
                .iter()
                .copied()
                .map(|t4| (-y[0] * (y[0] + 0.5 * ((k2 as f64) * 0.25 + 0.3))))
            {
                for j in 0..2usize {
                    if (x.sin().exp().powf(((k2 as f64) * 0.25 + 0.3).tanh()) >= y[j.min(0)]) {
                        x = y[0].sin();
                    } else {
                        x = x.cos();
                    }
                }
            }
        }
        ((y[0].sin() + 1.5).log2() + y[0]).cos().cosh()
    }

    #[differentiate]
    fn g1(mut x: f64, y: &[f64]) -> f64 {
        let mut t9 = x;
        for i10 in 0..=2 {
            t9 = (g0(
                (if (((i10 as f64) * 0.25 + 0.3) > t9) {
                    t9
                } else {
                    y[(3 - i10)]
                })
                .sin()
                .exp()
                .ln_1p(),
                &y[3..=3],
            ) + y[(if i10 < 4 { i10 } else { 0 })])
            .cbrt()
            .tanh();
        }
        (t9 * g0((x + x).sin().exp_m1(), &y[1..2]))
    }

    #[differentiate]
    fn f(mut x: f64, y: &[f64; 3]) -> f64 {
        if ((y[0] + y[2])
            > (g1(
                x.fract().mul_add(x.signum(), 0.25),
                &[(y[1] / (x.tanh().powi(2) + 0.5)); 4],
            ) + x))
        {
            return (if (!(y[2] <= (x.sin().exp() * 0.3).asin())) {
                y[0]
            } else {
                y[2]
            });
        }
        let mut v14: f64 = g0(y[1], &y[2..][..1]);
        let b = (v14
            - (((y[2].atan2(v14).cos().abs() + 0.6) + 1.0)
                .log((y[2].atan2(v14).cos().abs() + 0.6) + 1.5)
                * y[1]));
        let tmp: f64 = g1(((y[0] * x) + b), &[v14; 4]);
        v14 = tmp;
        {
            let s: f64 = (if ((tmp + b) < tmp.tanh()) {
                ((if (!(b.atan() <= (-v14 * y[2]))) {
                    y[2]
                } else {
                    tmp
                })
                .sin()
                .exp()
                    + 1.0)
                    .acosh()
            } else {
                tmp.mul_add(tmp, 0.25).copysign(y[(y.len() - 1)].powi(2))
            });
            x -= v14.atan();
            tmp
        }
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.8223, 0.4093, 0.1403, 0.7343],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let r = f(a_x, &a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 3]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 3]>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, t_x, &t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_30 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64) -> f64 {
        if (x > x) {
            return {
                let f3 = |p1: f64, q2: f64| q2;
                if (!(x <= x)) {
                    return x;
                }
                x
            };
        }
        x
    }

    #[differentiate]
    fn g1(x: &[f64]) -> f64 {
        if ((x[(x.len() - 1)] < x[2]) || (x.len() > 0)) {
            return x[1];
        }
        x[(x.len() - 1)]
    }

    #[differentiate]
    fn f(mut x: f64, y: (f64, f64)) -> f64 {
        if (x > y.1) {
            let b = y.1;
        }
        let mut t = [y.1, (x * x)];
        t[0] = y.0;
        let f12 = move |p11: f64| y.1;
        let v16 = {
            let mut v13 = [t[1].div_euclid((y.1.tanh().powi(2) + 0.5))];
            for u in v13.iter().copied() {
                t[0] -= v13[0].sin().cos();
                let sum15: f64 = g0((((u.tanh() * 0.9 + 1.4) + 1.0)
                    .log((u.tanh() * 0.9 + 1.4) + 1.5)
                    * (u * g0(v13[(v13.len() - 1)]))));
            }
            v13[0]
        };
        t[0] *= t[1];
        t[1] += t[1].sin();
        ((((y.0 * g0((-t[0].sin().exp().powf(t[1].tanh())))).sin() + 1.5) + 1.0)
            .log(((y.0 * g0((-t[0].sin().exp().powf(t[1].tanh())))).sin() + 1.5) + 1.5)
            * f12(t[1]))
        .div_euclid(((v16 * 0.5 - x).cos().abs() + 0.6))
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.1343, 1.3013, 0.3033],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let r = f(a_x, a_y);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, a_y, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <(f64, f64)>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, t_x, t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_31 {
    use super::*;

    #[differentiate]
    fn f(x: f64) -> f64 {
        if ((x * x) >= x.cos().cosh()) {
            {
                let mut f2 = |p1: f64| {};
                if (!((x * x) <= x.max(x))) {
                    f2((1.0 / (x + x).sin().exp()));
                }
                let tmp = x;
            }
        }
        let mut y4 = f64::max(x, (x / x.sin().exp()))
            .atan2((((x.sin() + 1.5) + 1.0).log((x.sin() + 1.5) + 1.5) * x).clamp(-0.9, 1.1));
        {
            let mut f8 = |p5: f64| {
                let mut k6 = 0;
                let v7: f64 = loop {
                    k6 += 1;
                    if (((k6 as f64) * 0.25 + 0.3) >= y4) {
                        y4 = p5.atan();
                    } else {
                        y4 = p5.tanh();
                    }
                    y4 += y4.cos();
                    if ((k6 != 2) || (p5 >= y4)) {
                        break y4;
                    }
                    if k6 >= 4 {
                        break y4;
                    }
                };
                y4 += p5.sin();
            };
            if (!(x <= x)) {
                f8(x);
            }
            if (x < x) {
                f8(x);
            }
            f8(x);
            let mut sum9: f64 = x;
        }
        y4
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.4993],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let r = f(a_x);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, seed, &mut d_x);
                (numbers![r], numbers![d_x])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, t_x);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_32 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64, y: &[[f64; 1]; 4], xs: &[[f64; 2]; 1]) -> f64 {
        let v = (x / y[1][0].sin().exp());
        x += (xs[0][1] - x).sin().exp_m1().cos();
        v
    }

    #[differentiate]
    fn f(mut x: f64, y: &mut [f64]) {
        let mut c7 = y.to_vec();
        let mut tmp16 = [
            {
                c7[0] = ({
                    let r: f64 = g0(
                        {
                            let mut k8 = 0;
                            let w15: f64 = loop {
                                k8 += 1;
                                'l11: for (tmp9, &s10) in c7.iter_mut().zip(y.iter()) {
                                    let mut z: f64 = (s10
                                        * (if (((k8 as f64) * 0.25 + 0.3).powi(3)
                                            >= s10.atan2(y[0]))
                                        {
                                            ((k8 as f64) * 0.25 + 0.3)
                                        } else {
                                            s10.max(((k8 as f64) * 0.25 + 0.3))
                                        }));
                                }
                                if ({
                                    c7[((k8 + 2) % 2)] += c7[0].cos();
                                    let (mut c, u) = ((2.0 * c7[1].powi(3) + x), x);
                                    y[(c7.len() - 1)]
                                } > y[((k8 + 2) % 2)])
                                {
                                    break ((k8 as f64) * 0.25 + 0.3);
                                }
                                if k8 >= 4 {
                                    break x;
                                }
                            };
                            c7[1]
                        },
                        &[[y[1]; 1]; 4],
                        &[[c7[1]; 2]; 1],
                    );
                    r
                }
                .sin()
                    + 1.5)
                    .sqrt();
                c7[(y.len() - 1)] += y[0].tanh();
                y[1] += x.sin();
                y[1]
            },
            x,
            y[1],
        ];
        tmp16[0] = x;
        y[1] /= (x.tanh() * 0.9 + 1.4);
        tmp16[1] = x;
        tmp16[2] = x;
        y[0] *= x;
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.2063, 0.4333, 0.5903],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let r = f(a_x, &mut a_y);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <()>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 2]>::read(w);
                let r = f::accumulate_grad(a_x, &mut a_y, seed, &mut d_x, &mut d_y);
                (numbers![r, a_y], numbers![d_x, d_y])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 2]>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, t_x, &mut t_y);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_33 {
    use super::*;

    #[differentiate]
    fn f(mut x: f64, y: &[f64], xs: &[f64]) -> f64 {
        x = {
            let f4 = |p3: f64| x;
            for i5 in (1..2).rev() {
                {
                    let mut f7 = |p6: f64| {};
                    f7((if (i5 != 0) { xs[0] } else { x }).sin());
                    let mut b8 = ((i5 as f64) * 0.25 + 0.3);
                }
            }
            x
        };
        {
            let mut f15 = |p9: f64| {
                let mut f12 = |p10: f64| {
                    let mut tmp11 = p9;
                    x = tmp11.tanh().tanh();
                };
                for i13 in 0..3 {
                    f12(y[3]);
                }
                let mut row14 = p9;
            };
            for i16 in 0..3 {
                f15((xs[0].max(xs[0]).sin() + 1.5).powi(-2));
            }
            f15((2.1_f64.tanh().powi(2) + 0.5).powi(-2));
            for i17 in 0..3 {
                f15(xs[0]);
            }
            let mut acc18 = 0.1_f64;
        }
        x -= x.cos();
        x -= x.atan();
        xs[0]
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.5633, 1.4993, -0.3803, 1.1663, -1.3713, -0.8763],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let r = f(a_x, &a_y, &a_xs);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 4]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, &a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r], numbers![d_x, d_y, d_xs])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y, &a_xs);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 4]>::read(t);
                let mut t_xs = <[f64; 1]>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, &a_xs, t_x, &t_y, &t_xs);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_34 {
    use super::*;

    #[differentiate]
    fn g0(mut x: f64) -> f64 {
        (x * x).div_euclid((x.tanh() * 0.9 + 1.4))
    }

    #[differentiate]
    fn g1(x: &[f64]) -> (f64, f64) {
        'l4: for n in 0..=(x.len() - 1) {
            for j5 in (1..4).rev() {}
        }
        let mut row6 = x.to_vec();
        row6 = vec![2.7_f64.atan2(row6[1]).atan(); 3];
        (
            row6[0],
            ((g0((row6[2] / (x[2].sin() + 1.5)).cos().cosh()) + 1.5_f64)
                + 0.5 * (row6[0] * 2.8_f64))
                .sin(),
        )
    }

    #[differentiate]
    fn f(x: &[f64], mut y: [f64; 4], xs: usize) -> f64 {
        let c = [
            y[xs].sin().sinh(),
            (1.7_f64
                * g0(2.0_f64
                    .mul_add(2.1_f64, 0.25)
                    .max((-y[(y.len() - 1)] * y[1])))),
            1.1_f64.cos(),
            ((xs as f64) * 0.25 + 0.3).copysign(y[0]),
        ];
        y[(3 - xs)] -= f64::max(y[(y.len() - 1)], y[xs.min(3)])
            .min(((xs as f64) * 0.25 + 0.3).hypot(c[xs]))
            .sin();
        if ((2.1_f64 >= ((xs as f64) * 0.25 + 0.3)) || (!(y[((xs + 1) % 4)] <= c[xs]))) {
            return 2.5_f64;
        }
        {
            y[xs] += ((xs as f64) * 0.25 + 0.3).cos();
            let mut sum16 = (f64::max(y[(3 - xs)].max(y[xs]), {
                y[1] = {
                    let mut k12 = 0;
                    'l13: while k12 < 3 {
                        k12 += 1;
                        'l15: for i14 in 0..=0 {
                            y[0] *= ((c[k12] % (((xs as f64) * 0.25 + 0.3).sin() + 1.5))
                                + 0.5 * ((xs as f64) * 0.25 + 0.3))
                                .sin();
                        }
                    }
                    y[(c.len() - 1)] /= (x[(x.len() - 1)]
                        .sin()
                        .exp()
                        .powf(c[xs].signum().tanh())
                        .cos()
                        .abs()
                        + 0.6);
                    y[xs]
                }
                .max(1.7_f64);
                y[xs] += y[1].atan();
                y[xs] = y[xs];
                ((xs as f64) * 0.25 + 0.3)
            }) - ((xs as f64) * 0.25 + 0.3));
            sum16 = sum16;
            sum16
        }
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.3913, 0.2613, -0.5653, 1.1533, -0.5933, 1.4393, 0.8883],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let r = f(&a_x, a_y, 1);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 4]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(&a_x, a_y, 1, seed, &mut d_x, &mut d_y);
                (numbers![r], numbers![d_x, d_y])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(&a_x, a_y, 1);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <[f64; 3]>::read(x);
                let mut a_y = <[f64; 4]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <[f64; 3]>::read(t);
                let mut t_y = <[f64; 4]>::read(t);
                let (r, dr) = f::jvp(&a_x, a_y, 1, &t_x, t_y);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_35 {
    use super::*;

    #[differentiate]
    fn f(mut x: f64, y: &mut f64, xs: &f64) -> f64 {
        let mut b3 = (if ((*xs) >= ((*xs) * (*xs))) {
            ((*xs) - (*xs))
        } else {
            ((*y) + (*y))
        })
        .rem_euclid(((*y).tanh().powi(2) + 0.5));
        for i4 in 1..1 {
            let mut row5 = b3;
        }
        if (!((*y).sin().exp().powf(x.tanh()) <= b3)) {
            return (*y);
        }
        let mut row6: f64 = (*y);
        let f9 = |p7: f64, q8: f64| f64::max(p7, q8);
        *y = row6;
        {
            let mut a10 = vec![
                (-(*xs) * (*xs)),
                {
                    (b3, row6) = (
                        (if (!(f9(b3, row6) <= (row6 % (b3.sin() + 1.5)))) {
                            row6
                        } else {
                            b3
                        })
                        .tanh(),
                        (*xs).tanh(),
                    );
                    row6
                },
                (-b3 * row6),
                {
                    b3 = (*y);
                    row6 = row6;
                    row6
                },
            ];
            a10[3]
        }
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.8983, -0.2223, 0.4443],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let r = f(a_x, &mut a_y, &a_xs);
                numbers![r, a_y]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <f64>::read(w);
                let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
                let r =
                    f::accumulate_grad(a_x, &mut a_y, &a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r, a_y], numbers![d_x, d_y, d_xs])
            },
            pullback: None,
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <f64>::read(x);
                let mut a_xs = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <f64>::read(t);
                let mut t_xs = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, &mut a_y, &a_xs, t_x, &mut t_y, &t_xs);
                (numbers![r, a_y], numbers![dr, t_y])
            },
        });
    }
}

mod seed_36 {
    use super::*;

    #[differentiate]
    fn g0(x: f64) -> f64 {
        for k1 in 2..2usize {
            let mut k2 = 0;
            let y: f64 = loop {
                k2 += 1;
                if (!(x < x) && (x >= x)) {
                    return ((k2 as f64) * 0.25 + 0.3);
                }
                if (x.atan() > (if ((x * x) >= x.hypot(x)) { x } else { x })) {
                    break x;
                }
                if k2 >= 3 {
                    break x;
                }
            };
        }
        ((2.0 * (-x * x) + (x - x)) * 0.5 - {
            if ((x < x) && (!(x <= x))) {
                let tmp = (
                    (f64::max(x, x).cos().abs() + 0.6).powi(-2),
                    ((x % x.sin().exp()) * x),
                );
            } else {
            }
            x
        })
    }

    #[differentiate]
    fn g1(x: f64, y: &mut [f64]) -> f64 {
        for n in 1..1 {
            let mut row = ((-x).sin().sinh() * x);
            for (&tmp10, &b) in y.iter().rev().skip(1).zip(y.iter()).take(2) {}
            row -= y[0].sin();
        }
        y[0] = x.sin();
        y[0] = x.sin();
        (((if (y.len() > 2) {
            y[0]
        } else {
            {
                let mut c: f64 = g0(x.copysign(y[0]).signum());
                let mut b: f64 = g0({
                    let mut b13: f64 = g0(c.sin().exp_m1());
                    c = b13.atan();
                    y[0]
                });
                b
            }
        })
        .sin()
            + 1.5)
            * 0.3)
            .asin()
    }

    #[differentiate]
    fn f(x: f64, y: usize, xs: &[f64; 4], w: f64) -> (f64, f64) {
        let mut w20: f64 = ((xs[y].mul_add(w, 0.25).tanh().powi(2) + 0.5).recip() * x);
        let mut v: f64 = ({
            let late23;
            if (y != 0) {
                late23 = f64::sin(xs[y]).atan2((w20 + 0.5 * w));
            } else {
                late23 = ((if (!(xs[0] <= xs[2])) {
                    xs[(xs.len() - 1)]
                } else {
                    w20
                })
                .tanh()
                    * 0.9
                    + 1.4)
                    .log10();
            }
            xs[(3 - y)]
        } * w20);
        w20 -= xs[2].tanh();
        (
            (if (v.sin().exp().powf(w20.tanh()) > x.max(xs[y])) {
                xs[y]
            } else {
                (-(xs[3]
                    * g0(({
                        w20 -= f64::exp(w20.atan()).sin().exp_m1().cos();
                        'l26: for b25 in xs {
                            v = v.sin();
                            v *= ((y as f64) * 0.25 + 0.3).tanh();
                        }
                        w20
                    } + 0.5 * xs[(if y < 4 { y } else { 0 })]))))
            }),
            v,
        )
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[-0.1623, 0.4863, 0.6233, -1.2603, 1.1153, 1.2763],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let mut a_w = <f64>::read(x);
                let r = f(a_x, 3, &a_xs, a_w);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let mut a_w = <f64>::read(x);
                let w = &mut w.iter().copied();
                let seed = <(f64, f64)>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[f64; 4]>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <f64>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, 3, &a_xs, a_w, seed, &mut d_x, &mut d_xs, &mut d_w);
                (numbers![r], numbers![d_x, d_xs, d_w])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let mut a_w = <f64>::read(x);
                let seed = <(f64, f64)>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, 3, &a_xs, a_w);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let mut a_w = <f64>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_xs = <[f64; 4]>::read(t);
                let mut t_w = <f64>::read(t);
                let (r, dr) = f::jvp(a_x, 3, &a_xs, a_w, t_x, &t_xs, t_w);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_37 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], y: &[[f64; 2]; 2]) -> f64 {
        let mut c2 = [y[1][0]; 1];
        ((if (c2.len() > 0) {
            c2[0]
        } else {
            (c2[0].sin() + 1.5).ln_1p()
        })
        .tanh()
            * 0.9
            + 1.4)
            .powi(-2)
    }

    #[differentiate]
    fn g1(x: &[f64]) -> [f64; 1] {
        let s: f64 = x[2].copysign(f64::exp(0.4_f64.atan())).signum();
        [s]
    }

    #[differentiate]
    fn f(mut x: f64, y: &[f64], xs: &[f64], w: (f64, f64)) -> f64 {
        x -= xs[0].atan();
        let mut v = w.0;
        let mut k12 = 0;
        let z18: f64 = loop {
            k12 += 1;
            {
                let mut f14 = |p13: f64| {};
                f14({
                    for k15 in (0..2).step_by(2) {
                        let s = w.1;
                    }
                    v.trunc()
                });
                f14((f64::max(y[k12], ((k12 as f64) * 0.25 + 0.3)) / (v.round().sin() + 1.5)));
                let mut z = (({
                    v += ((f64::max(y[(1 - k12)], ((k12 as f64) * 0.25 + 0.3)).tanh() * 0.9 + 1.4)
                        + 1.0)
                        .acosh()
                        .sin();
                    v = w.0.atan();
                    v = y[k12].sin();
                    xs[0]
                }
                .sin()
                    + 1.5)
                    .powf(y[(y.len() - 1)].min(xs[0]).tanh())
                    % (xs[((k12 * 3 + 1) % 1)].tanh().powi(2) + 0.5));
            }
            v = xs[0].atan();
            x += x.tanh();
            if (xs[0] < v) {
                break xs[(xs.len() - 1)];
            }
            if k12 >= 1 {
                break w.0;
            }
        };
        v -= v.tanh();
        v = z18;
        v = v;
        (w.0 / (z18.sin() + 1.5))
            .rem_euclid((v.rem_euclid((x.tanh() * 0.9 + 1.4)).tanh() * 0.9 + 1.4))
            .mul_add(0.5, 1.0)
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.2293, -1.0913, -1.3433, -0.2433, 1.4083, 0.4203],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let r = f(a_x, &a_y, &a_xs, a_w);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
                let mut d_w = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(
                    a_x, &a_y, &a_xs, a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w,
                );
                (numbers![r], numbers![d_x, d_y, d_xs, d_w])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y, &a_xs, a_w);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <[f64; 1]>::read(x);
                let mut a_w = <(f64, f64)>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 2]>::read(t);
                let mut t_xs = <[f64; 1]>::read(t);
                let mut t_w = <(f64, f64)>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, &a_xs, a_w, t_x, &t_y, &t_xs, t_w);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_38 {
    use super::*;

    #[differentiate]
    fn f(x: f64, y: (f64, f64), xs: &[f64]) -> (f64, f64) {
        let z = &xs[1..4];
        let mut acc4 = (y.1.powi(3).atan() * 0.5 - z[0].clamp(-0.9, 1.1).asinh());
        let y5 = z.to_vec();
        if (z[1].sin().exp2() > y5[2].div_euclid(y5[1].sin().exp())) {
            'l7: for k6 in 0..=4 {
                let mut s8: f64 = ((k6 as f64) * 0.25 + 0.3);
                if ((x < s8) || (s8 < ((k6 as f64) * 0.25 + 0.3))) {
                    continue 'l7;
                }
            }
            acc4 = (2.0 * y5[1] + acc4).mul_add(z[(y5.len() - 1)].powi(2), 0.25);
        } else {
            if ((y5[2] / y5[0].sin().exp()) < acc4) {
                return (x, y.1);
            }
        }
        acc4 -= y.1.cos();
        acc4 = acc4;
        acc4 = z[1];
        acc4 = xs[3];
        (y.0, y.1)
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[1.2353, 0.9813, -0.7573, 0.6713, 0.3393, 1.0003, 0.9133],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let r = f(a_x, a_y, &a_xs);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let w = &mut w.iter().copied();
                let seed = <(f64, f64)>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <[f64; 4]>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, a_y, &a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r], numbers![d_x, d_y, d_xs])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let seed = <(f64, f64)>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, a_y, &a_xs);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <(f64, f64)>::read(x);
                let mut a_xs = <[f64; 4]>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <(f64, f64)>::read(t);
                let mut t_xs = <[f64; 4]>::read(t);
                let (r, dr) = f::jvp(a_x, a_y, &a_xs, t_x, t_y, &t_xs);
                (numbers![r], numbers![dr])
            },
        });
    }
}

mod seed_39 {
    use super::*;

    #[differentiate]
    fn g0(x: &[f64], mut y: (f64, f64), xs: f64) -> f64 {
        y.1 += x[(x.len() - 1)].tanh().exp().sin();
        y.0.copysign(x[1]).tanh()
    }

    #[differentiate]
    fn g1(x: &[f64]) -> f64 {
        let f6 = |p5: f64| ((-p5 * x[1]).cos().abs() + 0.6).log10();
        let mut u10 = ({
            {
                let mut f8 = |p7: f64| {};
                f8(x[(x.len() - 1)]);
                let y9 = x[1];
            }
            2.6_f64
        } * 0.5
            - x[2]);
        {
            let sum = [[u10; 2]; 2];
            let c = &x[1..2];
            let f14 = |p13: f64| p13;
            u10
        }
    }

    #[differentiate]
    fn f(x: f64, y: &[f64], mut xs: (f64, f64)) -> f64 {
        let b = [(if (x > x.trunc()) { y[0] } else { xs.0 }); 2];
        let y: f64 = g1(
            &[(if (f64::max(y[1], xs.0) > (if (b.len() > 2) { xs.1 } else { xs.1 })) {
                b[0]
            } else {
                b[1]
            }); 3],
        );
        let mut k21 = 0;
        while k21 < 2 {
            k21 += 1;
            let w22 = b;
            let mut k23 = 0;
            while k23 < 3 && (b[0] >= ((k21 as f64) * 0.25 + 0.3)) {
                k23 += 1;
                let mut v24: f64 = g1(&[(if (w22.len() > 1) { y } else { b[0] }); 3]);
                for (t25, z) in w22.iter().zip(w22.iter().rev()) {}
                if (!((y + v24) <= w22[1].div_euclid((xs.0.sin() + 1.5)))) {
                    {
                        let mut f29 = |p27: f64| {
                            let mut row28 = (v24 - y);
                            v24 = row28.tanh();
                        };
                        f29(x);
                        if (k21 % 2 == 0) {
                            f29(w22[1]);
                        }
                        let mut acc30 = y;
                    }
                    v24 -= ((k23 as f64) * 0.25 + 0.3).sin();
                } else {
                    xs.0 += v24.cos();
                }
            }
        }
        xs.1 = b[0];
        xs.0 = xs.0;
        xs.0 -= xs.0.atan();
        (if (!(b[1] <= y)) {
            f64::max(y.copysign(y), (y * xs.1))
        } else {
            (if (b[(b.len() - 1)].clamp(-0.9, 1.1) >= b[0].div_euclid(b[1].sin().exp())) {
                b[0]
            } else {
                b[1]
            })
            .floor()
        })
    }

    #[test]
    fn derivatives() {
        check(&Case {
            input: &[0.4773, 0.2583, 0.8003, 1.4803, -0.3413],
            value: |x| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <(f64, f64)>::read(x);
                let r = f(a_x, &a_y, a_xs);
                numbers![r]
            },
            accumulate: |x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <(f64, f64)>::read(x);
                let w = &mut w.iter().copied();
                let seed = <f64>::read(w);
                let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
                let mut d_y = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
                let mut d_xs = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
                let r = f::accumulate_grad(a_x, &a_y, a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
                (numbers![r], numbers![d_x, d_y, d_xs])
            },
            pullback: Some(|x, w| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <(f64, f64)>::read(x);
                let seed = <f64>::read(&mut w.iter().copied());
                let (r, pullback) = f::vjp(a_x, &a_y, a_xs);
                (
                    numbers![r],
                    numbers![pullback(seed)],
                    numbers![pullback(seed)],
                )
            }),
            forward: |x, t| {
                let x = &mut x.iter().copied();
                let mut a_x = <f64>::read(x);
                let mut a_y = <[f64; 2]>::read(x);
                let mut a_xs = <(f64, f64)>::read(x);
                let t = &mut t.iter().copied();
                let mut t_x = <f64>::read(t);
                let mut t_y = <[f64; 2]>::read(t);
                let mut t_xs = <(f64, f64)>::read(t);
                let (r, dr) = f::jvp(a_x, &a_y, a_xs, t_x, &t_y, t_xs);
                (numbers![r], numbers![dr])
            },
        });
    }
}
