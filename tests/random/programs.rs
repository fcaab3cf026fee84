//! The programs of the seeds 0..20, as `tests/random.rs` says how to make.

use differentiate::{Differentiable, differentiate};

use crate::check::{Case, Part, check, numbers};

mod seed_0 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
#[tangent]
struct Inner {
    a: f64,
    b: usize,
}

#[differentiate]
fn g0(mut x: f64) -> Inner {
    let [w, mut t2] = [x, (if (!(x <= x)) { x } else { x }).atan2(x.max(x))];
    Inner { a: t2, b: 2 }
}

#[differentiate]
fn f(mut x: f64, mut y: f64) -> f64 {
    let mut w = Inner { b: 1, a: y };
    let mut sum7 = vec![((w.b as f64) * 0.25 + 0.3).hypot(((w.b as f64) * 0.25 + 0.3))];
    let mut s20 = (x, (match (w.a > {
        if (w.b % 2 == 0) {
            return sum7.iter().enumerate().map(|(i8, x9)| sum7[(if i8 < 1 { i8 } else { 0 })].mul_add(sum7[(0 - i8)], 0.25).round()).chain(sum7.chunks_exact(2).map(|w11| w11.iter().skip(1).cloned().chain((0..1).map(|i13| (y.sin().exp() * 0.3).asin())).map(|r| r.sin()).product::<f64>())).min_by(|p, q| p.total_cmp(q)).unwrap_or(y);
        }
        for i14 in (0..((w.b * 2 + 1) % 3)).rev() {
            let mut s = sum7.clone();
        }
        let [z18, mut sum19] = [(if let Some(t16) = sum7.iter().find(|r| **r > 0.4) {
            (*t16).min(sum7[0])
        } else {
            x.mul_add(y, 0.25)
        }), sum7.iter().rev().find(|r| **r < 0.9).map(|t17| (*t17)).unwrap_or(sum7[0])];
        sum7[((w.b + 1) % 1)]
    }) {
        true if false => y,
        true => sum7[0],
        false => w.a,
    }));
    w.a *= s20.0;
    sum7[((w.b * 1 + 1) % 1)] += s20.1.sin();
    y = s20.1;
    sum7.chunks_exact(2).map(|w21| {
        w21[(w21.len() - 1)].div_euclid(w21[0].sin().exp())
    }).map(|t22| ((sum7[0].tanh().powi(2) + 0.5) * 0.3).asin().div_euclid(y.copysign(s20.0).sin().exp())).scan(0.5, |s, t23| {
        *s = (*s + t23).sin();
        Some(*s)
    }).find(|t24| (sum7.len() > 1)).map_or((match sum7.iter().max_by(|p, q| p.total_cmp(q)) {
        Some(t25) => (*t25),
        None => y,
    }), |r| r * 1.5)
}

#[test]
fn derivatives() {
check(&Case {
input: &[-1.1403, 0.8193],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <f64>::read(x);
let r = f(a_x, a_y);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, a_y, seed, &mut d_x, &mut d_y);
(numbers![r], numbers![d_x, d_y])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <f64>::read(x);
let (r, pullback) = f::vjp(a_x, a_y);
(numbers![r], {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
}, {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
})
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

mod seed_1 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
#[tangent]
struct Inner {
    a: f64,
    b: [f64; 1],
    c: Vec<f64>,
    d: Vec<f64>,
    e: usize,
}
#[derive(Clone, Debug, Differentiable)]
struct RK4 {
    a: f64,
    b: [f64; 2],
    c: Vec<f64>,
}

#[differentiate]
fn g0(mut x: f64) -> f64 {
    if (x > x) {
        if (x >= x) {
            return (if (x >= x) { x } else { x });
        }
        x = x.tanh();
        x = x.tanh();
    } else {
        x = x.atan();
        x -= x.atan();
    }
    x = x.sin();
    x -= x.tanh();
    (match 1 % 3 {
        2 => (x.sin() + 1.5).powf(1.5),
        1 => {
            if (x > x) {
                return x;
            }
            (x.sin() + 1.5).powi(-2)
        },
        _ => x,
    })
}

#[differentiate]
fn g1(x: f64, y: &f64) -> f64 {
    if ((*y) < {
        x
    }) {
        for k4 in (0..0).rev() {
            let mut z: f64 = x;
        }
    }
    (*y).max((if (x.max(x) < x) { (*y) } else { f64::max((*y), (*y)) }))
}

#[differentiate]
fn f(x: &[f64], y: &mut Inner, xs: &[f64]) -> f64 {
    y.c.swap(0, 0);
    y.d[0] /= (x[(2 - y.e)] * g1((if let Some(t10) = y.c.iter().nth(1) {
        (if (y.a.sin().exp().powf(1.5) < xs.iter().map(|r| *r * 0.5).reduce(|p11, q12| x.iter().rev().find(|r| **r < 0.9).copied().unwrap_or(q12).sin()).unwrap_or({
            y.a.min(((y.e as f64) * 0.25 + 0.3))
        })) { y.c[0] } else { ((y.e as f64) * 0.25 + 0.3) })
    } else {
        y.a
    }), &(g1((y.a.sin() + 0.5 * y.d.iter().copied().rev().fold((match (y.a > xs.iter().max_by(|p, q| p.total_cmp(q)).map_or(y.b[0], |t17| y.d[0])) {
        true if false => y.a,
        true => y.a,
        false => y.b[0],
    }).sin(), |s15, t16| (s15.signum() + xs[1]).atan())), &(if (((y.d[(y.d.len() - 1)].sin().exp() + 1.0).log(y.d[(y.d.len() - 1)].sin().exp() + 1.5) * y.d[0]) > xs[y.e]) { y.a } else { y.b[((y.e * 3 + 1) % 1)] })) + y.a))).sin().exp();
    y.d[0] /= (y.a.tanh().powi(2) + 0.5);
    y.d[0] = y.d[0];
    y.d[0] /= (y.a.sin() + 1.5);
    y.a
}

#[test]
fn derivatives() {
check(&Case {
input: &[1.1113, 1.2073, -1.2873, 1.5113, 0.2673, 0.1523, 1.2823, 0.2013, 1.0383],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec(), e: 0 };
let mut a_xs = <[f64; 2]>::read(x);
let r = f(&a_x, &mut a_y, &a_xs);
numbers![r, a_y.a, a_y.b, a_y.c, a_y.d]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec(), e: 0 };
let mut a_xs = <[f64; 2]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = a_y.zero_tangent();
d_y.a = f64::read(w);
d_y.b = <[f64; 1]>::read(w);
d_y.c = <[f64; 1]>::read(w).to_vec();
d_y.d = <[f64; 1]>::read(w).to_vec();
let mut d_xs = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, &mut a_y, &a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
(numbers![r, a_y.a, a_y.b, a_y.c, a_y.d], numbers![d_x, d_y.a, d_y.b, d_y.c, d_y.d, d_xs])
},
pullback: None,
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec(), e: 0 };
let mut a_xs = <[f64; 2]>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = a_y.zero_tangent();
t_y.a = f64::read(t);
t_y.b = <[f64; 1]>::read(t);
t_y.c = <[f64; 1]>::read(t).to_vec();
t_y.d = <[f64; 1]>::read(t).to_vec();
let mut t_xs = <[f64; 2]>::read(t);
let (r, dr) = f::jvp(&a_x, &mut a_y, &a_xs, &t_x, &mut t_y, &t_xs);
(numbers![r, a_y.a, a_y.b, a_y.c, a_y.d], numbers![dr, t_y.a, t_y.b, t_y.c, t_y.d])
},
});
}
}

mod seed_2 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 1],
    c: Vec<f64>,
    d: f64,
}

#[differentiate]
fn f(x: f64) -> f64 {
    if (x < x) {
    } else {
        if ({
            let mut row = x;
            x
        } >= x) {
            return (if (!(x.div_euclid((x.cos().abs() + 0.6)) <= (0..1).map(|i2| x).sum::<f64>())) { x } else { x });
        }
    }
    let mut tmp3 = vec![x, (match 0 {
        1..3 => x,
        0 => x,
        _ => x,
    }), x, x];
    let a4 = (x >= tmp3[3]);
    tmp3[3] += x.tanh();
    tmp3[0] = x;
    tmp3[0] += x.cos();
    ((if let Some(t6) = tmp3.iter().rev().find(|r| **r < 0.9) {
        x
    } else {
        x
    }) * tmp3.iter().zip(tmp3.iter()).map(|(&p7, &q8)| tmp3[1]).map(|t9| t9).fold(-9.0, f64::max))
}

#[test]
fn derivatives() {
check(&Case {
input: &[-0.5743],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let r = f(a_x);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, seed, &mut d_x);
(numbers![r], numbers![d_x])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let (r, pullback) = f::vjp(a_x);
(numbers![r], {
let g_x = pullback(seed.clone());
numbers![g_x]
}, {
let g_x = pullback(seed.clone());
numbers![g_x]
})
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

mod seed_3 {
use super::*;

#[differentiate]
fn f(mut x: f64, y: &[f64]) -> (f64, f64) {
    let mut w3 = (x.cos().abs() + 0.6).powf(y.iter().rev().find(|r| **r < 0.9).map(|t2| (y[2] + y[(y.len() - 1)])).unwrap_or((match 3 % 3 {
        2 => y[0],
        1 => y[2],
        _ => x,
    })).tanh());
    w3 = y[1].max(((x.tanh().powi(2) + 0.5) * 0.3).atanh());
    {
        let mut f6 = |p4: f64| {
            let v5 = &y[0..3];
        };
        for i7 in 0..3 {
            f6(w3.hypot(y[(y.len() - 1)]));
        }
        for i8 in 0..3 {
            f6(x);
        }
        let mut tmp9 = w3;
    }
    w3 = w3;
    w3 = y[0];
    (w3, f64::max(w3.fract(), y.iter().map(|r| *r * 0.5).rev().map(|t11| y[0]).reduce(|p12, q13| (if (y[(y.len() - 1)] > y[2]) { y[2] } else { q13 }).tanh()).unwrap_or({
        x.min(y[(y.len() - 1)])
    }).tanh()))
}

#[test]
fn derivatives() {
check(&Case {
input: &[1.0783, 0.2033, 0.6243, 1.4543],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let r = f(a_x, &a_y);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_y = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, &a_y, seed, &mut d_x, &mut d_y);
(numbers![r], numbers![d_x, d_y])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let (r, pullback) = f::vjp(a_x, &a_y);
(numbers![r], {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
}, {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
})
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

mod seed_4 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 1],
}

#[differentiate]
fn g0(x: &[f64], y: usize) -> f64 {
    let mut a5 = Inner { b: [((y as f64) * 0.25 + 0.3)], a: x.iter().copied().take_while(|t2| (x.len() > 0)).reduce(|p3, q4| (2.0 * q4 + x[((y * 1 + 1) % 3)]).tanh()).unwrap_or({
            ((y as f64) * 0.25 + 0.3)
        }) };
    if (y > 2) {
        if ((y > 1) && (a5.a > a5.a)) {
            a5.b[0] = a5.a.cos();
        }
    } else {
        a5.b[0] += a5.a.cos();
        a5.b[0] += a5.a.atan();
    }
    a5.b[0]
}

#[differentiate]
fn f(x: &[f64], y: &[[f64; 3]; 4], xs: &Inner, w: &[f64]) -> Inner {
    {
        let mut f12 = |p11: f64| {
        };
        if (!((if (w.iter().copied().chain((0..2).rev().map(|i22| (xs.a / (xs.a.sin() + 1.5)))).sum::<f64>() >= f64::exp(xs.b[0].atan())) { xs.b[0] } else { w[2] }) <= (xs.a * xs.a))) {
            f12(((if (w.iter().copied().skip(1).map(|t14| t14).reduce(|p15, q16| (w[(w.len() - 1)].cos().abs() + 0.6).log10().tanh()).unwrap_or({
                xs.b[0]
            }) < xs.a.trunc()) { xs.b[0] } else { xs.a }) * 0.5 - x.iter().skip(1).cloned().skip(1).take(2).fold({
                let r: f64 = g0(&w[1..4], 0);
                r
            }.atan(), |s19, t20| s19.atan())));
        }
        for i23 in 0..3 {
            f12({
                let r: f64 = g0(&w[1..4], 0);
                r
            });
        }
        let mut t24: f64 = ((match (x.len() > 0) {
            true if false => xs.a,
            true => w[2].sin().exp_m1(),
            false => f64::max(xs.b[(xs.b.len() - 1)], xs.a),
        }) / ((xs.a.sin() + 1.5).log10().tanh().powi(2) + 0.5));
    }
    Inner { b: [y[2][0].clamp(-0.9, 1.1)], ..xs.clone() }
}

#[test]
fn derivatives() {
check(&Case {
input: &[-0.4213, 0.9313, 0.4013, -0.6103, 1.2903, 0.5473, 0.2293, 0.9113, -0.5723, 1.4903, 1.1193, -0.2363, 1.0713, -0.4523, 1.3563, 0.3953, 0.9713, -1.1833, 1.0143, -0.3503, -0.4153],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[[f64; 3]; 4]>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x) };
let mut a_w = <[f64; 4]>::read(x);
let r = f(&a_x, &a_y, &a_xs, &a_w);
numbers![r.a, r.b]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let mut seed = {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[[f64; 3]; 4]>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x) };
let mut a_w = <[f64; 4]>::read(x);
f(&a_x, &a_y, &a_xs, &a_w)
}.zero_tangent();
seed.a = f64::read(w);
seed.b = <[f64; 1]>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[[f64; 3]; 4]>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x) };
let mut a_w = <[f64; 4]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <[[f64; 3]; 4]>::read(&mut std::iter::repeat(0.0));
let mut d_xs = a_xs.zero_tangent();
d_xs.a = f64::read(&mut std::iter::repeat(0.0));
d_xs.b = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
let mut d_w = <[f64; 4]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, &a_y, &a_xs, &a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w);
(numbers![r.a, r.b], numbers![d_x, d_y, d_xs.a, d_xs.b, d_w])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let mut seed = {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[[f64; 3]; 4]>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x) };
let mut a_w = <[f64; 4]>::read(x);
f(&a_x, &a_y, &a_xs, &a_w)
}.zero_tangent();
seed.a = f64::read(w);
seed.b = <[f64; 1]>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[[f64; 3]; 4]>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x) };
let mut a_w = <[f64; 4]>::read(x);
let (r, pullback) = f::vjp(&a_x, &a_y, &a_xs, &a_w);
(numbers![r.a, r.b], {
let (g_x, g_y, g_xs, g_w) = pullback(seed.clone());
numbers![g_x, g_y, g_xs.a, g_xs.b, g_w]
}, {
let (g_x, g_y, g_xs, g_w) = pullback(seed.clone());
numbers![g_x, g_y, g_xs.a, g_xs.b, g_w]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[[f64; 3]; 4]>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x) };
let mut a_w = <[f64; 4]>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = <[[f64; 3]; 4]>::read(t);
let mut t_xs = a_xs.zero_tangent();
t_xs.a = f64::read(t);
t_xs.b = <[f64; 1]>::read(t);
let mut t_w = <[f64; 4]>::read(t);
let (r, dr) = f::jvp(&a_x, &a_y, &a_xs, &a_w, &t_x, &t_y, &t_xs, &t_w);
(numbers![r.a, r.b], numbers![dr.a, dr.b])
},
});
}
}

mod seed_5 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: Vec<f64>,
}
#[derive(Clone, Debug, Differentiable)]
struct RK4 {
    a: f64,
    b: [f64; 2],
    c: f64,
}

#[differentiate]
fn g0(x: f64) -> f64 {
    let f3 = move |p1: f64, q2: f64| p1;
    (x.div_euclid((x.tanh() * 0.9 + 1.4)) * x).atan()
}

#[differentiate]
fn g1(mut x: f64) -> Inner {
    let late8;
    if (f64::max(x, x) >= x) {
        late8 = (g0(x) + x).mul_add(x, 0.25);
    } else {
        late8 = {
            let r: f64 = g0(x);
            r
        };
    }
    x = late8.atan();
    Inner { b: vec![x, late8, late8], a: late8 }
}

#[differentiate]
fn f(x: f64, mut y: f64, xs: &mut f64) {
    y /= (y.tanh().powi(2) + 0.5);
    let mut s: f64 = (*xs);
    if (!((s * y) <= (*xs))) {
        return ;
    }
    'l15: for j in 4..4 {
        let u16 = s;
        {
            let mut f19 = |p17: f64| {
                let mut w18 = Inner { a: s, b: vec![u16, s, p17] };
            };
            f19(u16);
            let mut y: f64 = ((*xs).tanh() * 0.9 + 1.4).log2();
        }
        *xs = {
            for t24 in (0..1).rev().map(|i21| u16.sin().sinh()).map(|t22| s).filter(|t23| (!((if (!((*xs) <= (*t23))) { (*xs) } else { y }) <= s))) {
            }
            (*xs)
        }.tanh();
        y = u16.atan();
    }
    s = y;
    y += (*xs).sin();
    *xs -= s.sin();
    *xs = s;
}

#[test]
fn derivatives() {
check(&Case {
input: &[0.9543, 0.6763, 0.7893],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <f64>::read(x);
let mut a_xs = <f64>::read(x);
let r = f(a_x, a_y, &mut a_xs);
numbers![r, a_xs]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <()>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = <f64>::read(x);
let mut a_xs = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_xs = <f64>::read(w);
let r = f::accumulate_grad(a_x, a_y, &mut a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
(numbers![r, a_xs], numbers![d_x, d_y, d_xs])
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
let (r, dr) = f::jvp(a_x, a_y, &mut a_xs, t_x, t_y, &mut t_xs);
(numbers![r, a_xs], numbers![dr, t_xs])
},
});
}
}

mod seed_6 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 1],
    c: Vec<f64>,
}
#[derive(Clone, Debug, Differentiable)]
struct RK4 {
    a: f64,
    b: [f64; 1],
}

#[differentiate]
fn g0(x: &[f64], y: &[f64], mut xs: f64) -> f64 {
    let mut acc: f64 = {
        let mut t4 = ((if (!((if (y[0] > xs) { x[0] } else { y[(y.len() - 1)] }) <= xs)) { xs } else { xs }).sin() + 1.5).powf(y.iter().take(2).map(|&r| r).find(|t3| (!(xs <= x[0]))).map_or((xs * 0.5 - y[0]), |r| r * 1.5).tanh());
        t4
    };
    y[0]
}

#[differentiate]
fn f(x: f64, y: bool, xs: &Inner, w: f64) -> f64 {
    let mut k11 = 0;
    while k11 < 1 {
        k11 += 1;
        if ((xs.c[(xs.c.len() - 1)] * xs.c[0]) < xs.c[0]) {
            break;
        }
        'l13: for i12 in (0..k11).rev() {
            let mut c14 = xs.b;
        }
        match (if k11 < 5 { k11 } else { 0 }) % 3 {
            2 => {
            }
            1 => {
                for k15 in 0..4usize {
                    let mut k16 = 0;
                    let b: f64 = loop {
                        k16 += 1;
                        if (w.min(xs.c[((k16 + 3) % 1)]) < (if (xs.c.chunks_exact(1).map(|w17| w17[k15.min(0)]).filter(|t18| (k15 != 2)).fold(xs.a.atan2(w).sin(), |s19, t20| (2.0 * f64::sin(w) + xs.c[(xs.c.len() - 1)]).sin()) > (match (k15 != 1) {
                            true if false => xs.a,
                            true => ((k15 as f64) * 0.25 + 0.3),
                            false => xs.a,
                        })) { w } else { xs.c[0] })) {
                            break w;
                        }
                        if k16 >= 2 {
                            break xs.c[0];
                        }
                    };
                }
            }
            _ => {
            }
        }
    }
    (2.0 * w + {
        let r: f64 = g0(&[xs.c[0]; 3], &xs.b[0..][..1], ((xs.a * g0(&[(xs.b[0] * g0(&[w; 3], &xs.c[0..][..1], xs.c.iter().skip(1).cloned().take(2).fold(xs.a.cos(), |s25, t26| (2.0 * xs.c[0] + xs.c[0]).cos()))); 3], &xs.b[0..1], xs.a)) + xs.b[0]));
        r
    })
}

#[test]
fn derivatives() {
check(&Case {
input: &[-0.7563, 0.3883, -0.6213, 0.3313, 0.6693],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec() };
let mut a_w = <f64>::read(x);
let r = f(a_x, true, &a_xs, a_w);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec() };
let mut a_w = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_xs = a_xs.zero_tangent();
d_xs.a = f64::read(&mut std::iter::repeat(0.0));
d_xs.b = <[f64; 1]>::read(&mut std::iter::repeat(0.0));
d_xs.c = <[f64; 1]>::read(&mut std::iter::repeat(0.0)).to_vec();
let mut d_w = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, true, &a_xs, a_w, seed, &mut d_x, &mut d_xs, &mut d_w);
(numbers![r], numbers![d_x, d_xs.a, d_xs.b, d_xs.c, d_w])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec() };
let mut a_w = <f64>::read(x);
let (r, pullback) = f::vjp(a_x, true, &a_xs, a_w);
(numbers![r], {
let (g_x, g_xs, g_w) = pullback(seed.clone());
numbers![g_x, g_xs.a, g_xs.b, g_xs.c, g_w]
}, {
let (g_x, g_xs, g_w) = pullback(seed.clone());
numbers![g_x, g_xs.a, g_xs.b, g_xs.c, g_w]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_xs = Inner { a: f64::read(x), b: <[f64; 1]>::read(x), c: <[f64; 1]>::read(x).to_vec() };
let mut a_w = <f64>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <f64>::read(t);
let mut t_xs = a_xs.zero_tangent();
t_xs.a = f64::read(t);
t_xs.b = <[f64; 1]>::read(t);
t_xs.c = <[f64; 1]>::read(t).to_vec();
let mut t_w = <f64>::read(t);
let (r, dr) = f::jvp(a_x, true, &a_xs, a_w, t_x, &t_xs, t_w);
(numbers![r], numbers![dr])
},
});
}
}

mod seed_7 {
use super::*;

#[differentiate]
fn f(x: &[f64], mut y: f64, mut xs: (f64, f64)) -> [f64; 2] {
    let mut stack3 = vec![xs.0.mul_add(xs.0, 0.25)];
    for i4 in 0..1 {
        stack3.push((((f64::max(x[(2 - i4)], xs.1).sin() + 1.5) + 1.0).log((f64::max(x[(2 - i4)], xs.1).sin() + 1.5) + 1.5) * xs.1).atan());
    }
    'l6: while let Some(mut t5) = stack3.pop() {
        if stack3.len() > 2 {
            stack3.push(t5.cos());
            stack3.pop();
        }
        if let Some(t7) = x.iter().rev().find(|r| **r < 0.9) {
            let [s, mut a9] = [t5.max(x[1]), ((match (0, (!((*t7) <= (*t7)))) {
                (0, true) => x[1],
                (_, false) => (*t7),
                (1..=2, _)  | (_, true) => t5,
            }) + 0.5 * (*t7).cos())];
        }
    }
    if (xs.1 < (y.tanh() * 0.9 + 1.4).ln_1p()) {
        return [((x[1].cos().abs() + 0.6) * 0.3).atanh(), xs.1.sin().sinh()];
    }
    let mut k10 = 0;
    'l11: while k10 < 1 && ((x[0] < xs.0) && (!(xs.1 <= x[0]))) {
        k10 += 1;
        let y12 = ((if (k10 != 1) { xs.0.signum() } else { x[((k10 + 2) % 3)] }), xs.0);
        xs.0 += xs.1.sin();
        y += ((k10 as f64) * 0.25 + 0.3).tanh();
        xs.0 = x[(2 - k10)].tanh();
    }
    y *= xs.0;
    xs.1 = x[0];
    xs.0 -= y.atan();
    [{
        if ((x[0].sin().exp() * 0.3).atanh() >= (x[1] % xs.1.sin().exp())) {
            return [(*x.iter().nth(1).unwrap_or(&x[0])), (1.0 / (xs.0.cos().abs() + 0.6))];
        }
        xs.0
    }, (2.0 * x.iter().find(|r| **r > 0.4).map_or(xs.1.to_radians(), |t14| x[1]) + x[0])]
}

#[test]
fn derivatives() {
check(&Case {
input: &[-0.5473, -1.1043, 0.9183, 0.9453, 0.7043, -0.4313],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let mut a_xs = <(f64, f64)>::read(x);
let r = f(&a_x, a_y, a_xs);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <[f64; 2]>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let mut a_xs = <(f64, f64)>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_xs = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, a_y, a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
(numbers![r], numbers![d_x, d_y, d_xs])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <[f64; 2]>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let mut a_xs = <(f64, f64)>::read(x);
let (r, pullback) = f::vjp(&a_x, a_y, a_xs);
(numbers![r], {
let (g_x, g_y, g_xs) = pullback(seed.clone());
numbers![g_x, g_y, g_xs]
}, {
let (g_x, g_y, g_xs) = pullback(seed.clone());
numbers![g_x, g_y, g_xs]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let mut a_xs = <(f64, f64)>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = <f64>::read(t);
let mut t_xs = <(f64, f64)>::read(t);
let (r, dr) = f::jvp(&a_x, a_y, a_xs, &t_x, t_y, t_xs);
(numbers![r], numbers![dr])
},
});
}
}

mod seed_8 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: Vec<f64>,
    c: Vec<f64>,
}

#[differentiate]
fn g0(mut x: f64) -> Inner {
    let (mut v1, t2) = (x, x);
    let mut t3 = Inner { a: (if (v1.abs() >= t2.powi(3)) { t2 } else { v1 }), b: vec![t2, v1], c: vec![t2, t2] };
    t3.clone()
}

#[differentiate]
fn g1(x: f64, y: f64) -> f64 {
    let b7 = y.cos();
    b7
}

#[differentiate]
fn f(x: &[f64]) -> f64 {
    let f11 = |p10: f64| p10;
    for &sum in x.iter() {
    }
    (match (((2.5_f64.sin() + 1.5) * 0.3).asin() > f11(x[2])) {
        true if false => x[1],
        true => 2.3_f64,
        false => 2.6_f64,
    }).tanh().mul_add((2.0 * {
        let row15: f64 = x.iter().rev().copied().filter(|t13| ((x[1] * x[2]) >= x[2])).map(|t14| (-f11(t14) * f64::max(t14, t14))).map(|r| r.sin()).product::<f64>();
        let mut t24 = (x.windows(2).map(|w16| (match (0, (row15 < row15)) {
            (0, true) => (match w16.iter().last() {
                Some(t17) => (row15 * 0.5 - w16[0]),
                None => row15,
            }),
            (_, false) => (match (2, (w16[1] < row15)) {
                (0, true) => row15,
                (_, false) => w16[1],
                (1..=2, _)  | (_, true) => row15,
            }),
            (1..=2, _)  | (_, true) => (match 0 % 3 {
                2 => row15,
                1 => w16[1],
                _ => row15,
            }),
        })).map(|t18| (x[0].tanh() * 0.9 + 1.4).ln_1p()).map(|t19| (x[(x.len() - 1)] + 0.5 * x[2])).fold(row15.tanh(), |s20, t21| x.iter().last().map(|t22| (if let Some(t23) = x.iter().rev().find(|r| **r < 0.9) {
            (if (!(x[(x.len() - 1)] <= x[0])) { (*t22) } else { t21 })
        } else {
            (*t22)
        })).unwrap_or(s20).cos()), row15);
        row15
    } + 0.7_f64), 0.25)
}

#[test]
fn derivatives() {
check(&Case {
input: &[0.7513, 0.2443, -0.7723],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let r = f(&a_x);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, seed, &mut d_x);
(numbers![r], numbers![d_x])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let (r, pullback) = f::vjp(&a_x);
(numbers![r], {
let g_x = pullback(seed.clone());
numbers![g_x]
}, {
let g_x = pullback(seed.clone());
numbers![g_x]
})
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

mod seed_9 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 1],
    c: [f64; 3],
    d: Vec<f64>,
}

#[differentiate]
fn g0(mut x: f64) -> [f64; 1] {
    let mut acc1 = Inner { a: x.copysign(x), b: [(x * x)], c: [x.mul_add(x, 0.25), x, f64::max(x, x)], d: vec![x] };
    [acc1.c[2]]
}

#[differentiate]
fn f(x: &[f64]) -> f64 {
    for k4 in (0..3).step_by(2).rev() {
        if ((0..1).map(|i5| f64::exp(x[(2 - k4)].atan())).fold(x[k4].cos().sin(), |s6, t7| ((k4 as f64) * 0.25 + 0.3).cos()) > (1.0 / x[(2 - k4)].sin().exp())) {
            if let Some(t8) = x.iter().find(|r| **r > 0.4) {
                let mut row9: f64 = (*t8).sin().exp2();
                row9 += (2.0 * x[((k4 + 3) % 3)].atan2(x[k4]) + (x[(2 - k4)] - (*t8))).tanh();
            }
        } else {
            let acc10 = vec![(x[((k4 * 3 + 1) % 3)] + 0.5 * ((k4 as f64) * 0.25 + 0.3)); 3];
        }
    }
    let t = x.to_vec();
    let mut stack12 = vec![(t[0] + t[2])];
    for i13 in 0..3 {
        stack12.push(t[(2 - i13)].atan());
    }
    while let Some(mut t14) = stack12.pop() {
        if let Some(r) = stack12.pop() {
            stack12.push(r * t14);
        }
        if t.iter().step_by(2).copied().skip_while(|t15| ((*t15).max(t14) >= (*t15))).chain(t.iter().skip(1).cloned()).any(|t17| (!(t17 <= t14))) {
            break;
        }
        t14 = t[(x.len() - 1)].cos();
    }
    ((match 4 % 3 {
        2 => (if (((t[(t.len() - 1)].sin() + 1.5) + 1.0).acosh() > t[0].sin().exp().log10()) { 2.8_f64 } else { 0.5_f64 }),
        1 => (1.1_f64 / (t[(t.len() - 1)].cos().abs() + 0.6)),
        _ => 1.2_f64,
    }) - x.iter().max_by(|p, q| p.total_cmp(q)).copied().unwrap_or(t[2].min(t[2])))
}

#[test]
fn derivatives() {
check(&Case {
input: &[-1.3783, 1.0903, 0.7573],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let r = f(&a_x);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, seed, &mut d_x);
(numbers![r], numbers![d_x])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let (r, pullback) = f::vjp(&a_x);
(numbers![r], {
let g_x = pullback(seed.clone());
numbers![g_x]
}, {
let g_x = pullback(seed.clone());
numbers![g_x]
})
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

mod seed_10 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
#[tangent]
struct Inner {
    a: f64,
    b: usize,
    c: Vec<f64>,
    d: Vec<f64>,
}

#[differentiate]
fn g0(x: f64, y: &Inner) -> [f64; 1] {
    let mut k2 = 0;
    while k2 < 2 && ((y.a >= ((y.b as f64) * 0.25 + 0.3)) || (!(((y.b as f64) * 0.25 + 0.3) <= y.a))) {
        k2 += 1;
        {
            let mut f4 = |p3: f64| {
            };
            if (y.b > 2) {
                f4({
                    y.a.div_euclid((x.cos().abs() + 0.6))
                });
            }
            f4(y.c[((k2 + 3) % 2)].clamp(-0.9, 1.1));
            f4(y.a);
            let mut a = x;
        }
    }
    [y.a.rem_euclid((((x.sin() + 1.5) + 1.0).acosh().tanh().powi(2) + 0.5))]
}

#[differentiate]
fn f(x: &[f64], y: &Inner, xs: &mut [f64], mut w: Inner) -> f64 {
    for t13 in xs.iter().map(|r| *r * 0.5).take_while(|t11| (((*t11).tanh() * 0.9 + 1.4).powf(1.5) >= ((y.c[((w.b * 3 + 1) % 2)].tanh().powi(2) + 0.5) * 0.3).asin())).take(2) {
        let mut k14 = 0;
        while k14 < 2 && ((2.0 * w.a + w.a) > t13) {
            k14 += 1;
            let mut sum: [f64; 1] = g0(f64::exp(w.a.atan()), &*y);
            for u16 in sum.iter_mut().skip(1) {
                let mut y18 = Inner { d: vec![xs.iter().max_by(|p, q| p.total_cmp(q)).map(|t17| (-w.a * (*t17))).unwrap_or(y.a)], ..y.clone() };
            }
        }
        let s19 = w.a;
        let mut k20 = 0;
        while k20 < 2 {
            k20 += 1;
            let mut k21 = 0;
            let sum: f64 = loop {
                k21 += 1;
                let mut c22 = Inner { a: s19, b: (w.c.len() - 1), c: vec![(s19 + (match (((k21 + 3) % 3), (w.c.len() > 0)) {
                        (0, true) => w.d[0],
                        (_, false) => s19,
                        (1..=2, _)  | (_, true) => w.c[(1 - w.b)],
                    })), {
                        s19
                    }], d: vec![s19] };
                if (w.a >= s19) {
                    break t13;
                }
                if k21 >= 1 {
                    break s19;
                }
            };
        }
    }
    w.c[((y.b * 1 + 1) % 2)] /= (w.a.cos().abs() + 0.6);
    w.d[0] = w.a;
    w.d[0] /= (w.a.tanh().powi(2) + 0.5);
    w.d[(y.d.len() - 1)] = w.a;
    w.d[0] *= ((y.b as f64) * 0.25 + 0.3);
    w.d[(if y.b < 1 { y.b } else { 0 })] = w.a;
    w.d[0] /= (((w.b as f64) * 0.25 + 0.3).tanh() * 0.9 + 1.4);
    (match w.d.iter().find(|r| **r > 0.4) {
        Some(t28) => w.a,
        None => {
            if (w.a < (w.a * 0.5 - w.c[w.b])) {
                w.d[(y.d.len() - 1)] = y.a;
            } else {
                let s24 = xs.iter().copied().rev().all(|t27| (y.b != 2));
                w.a /= (w.d[0].tanh() * 0.9 + 1.4);
            }
            xs[y.b]
        },
    })
}

#[test]
fn derivatives() {
check(&Case {
input: &[1.1823, 0.8723, 1.3063, 0.9873, 0.9533, 0.5053, -0.4703, 1.0123, 0.4773, 0.9083, 0.2243, 1.4653, 0.6363, 0.3843, 1.3043],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = Inner { a: f64::read(x), b: 1, c: <[f64; 2]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec() };
let mut a_xs = <[f64; 4]>::read(x);
let mut a_w = Inner { a: f64::read(x), b: 0, c: <[f64; 2]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec() };
let r = f(&a_x, &a_y, &mut a_xs, a_w);
numbers![r, a_xs]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = Inner { a: f64::read(x), b: 1, c: <[f64; 2]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec() };
let mut a_xs = <[f64; 4]>::read(x);
let mut a_w = Inner { a: f64::read(x), b: 0, c: <[f64; 2]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec() };
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = a_y.zero_tangent();
d_y.a = f64::read(&mut std::iter::repeat(0.0));
d_y.c = <[f64; 2]>::read(&mut std::iter::repeat(0.0)).to_vec();
d_y.d = <[f64; 1]>::read(&mut std::iter::repeat(0.0)).to_vec();
let mut d_xs = <[f64; 4]>::read(w);
let mut d_w = a_w.zero_tangent();
d_w.a = f64::read(&mut std::iter::repeat(0.0));
d_w.c = <[f64; 2]>::read(&mut std::iter::repeat(0.0)).to_vec();
d_w.d = <[f64; 1]>::read(&mut std::iter::repeat(0.0)).to_vec();
let r = f::accumulate_grad(&a_x, &a_y, &mut a_xs, a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w);
(numbers![r, a_xs], numbers![d_x, d_y.a, d_y.c, d_y.d, d_xs, d_w.a, d_w.c, d_w.d])
},
pullback: None,
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = Inner { a: f64::read(x), b: 1, c: <[f64; 2]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec() };
let mut a_xs = <[f64; 4]>::read(x);
let mut a_w = Inner { a: f64::read(x), b: 0, c: <[f64; 2]>::read(x).to_vec(), d: <[f64; 1]>::read(x).to_vec() };
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = a_y.zero_tangent();
t_y.a = f64::read(t);
t_y.c = <[f64; 2]>::read(t).to_vec();
t_y.d = <[f64; 1]>::read(t).to_vec();
let mut t_xs = <[f64; 4]>::read(t);
let mut t_w = a_w.zero_tangent();
t_w.a = f64::read(t);
t_w.c = <[f64; 2]>::read(t).to_vec();
t_w.d = <[f64; 1]>::read(t).to_vec();
let (r, dr) = f::jvp(&a_x, &a_y, &mut a_xs, a_w, &t_x, &t_y, &mut t_xs, t_w);
(numbers![r, a_xs], numbers![dr, t_xs])
},
});
}
}

mod seed_11 {
use super::*;

#[differentiate]
fn g0(mut x: f64) -> f64 {
    {
        x += {
            x.atan2(x)
        }.sin();
        x
    }
}

#[differentiate]
fn f(x: &[f64], mut y: f64) -> f64 {
    y = y;
    'l5: for i4 in 2..1usize {
        let late13;
        if (y < (g0({
            let r: f64 = g0(x[2]);
            r
        }) + y)) {
            late13 = ((match ((!(x[0] <= y)), (x[2] > y)) {
                (true, false) => x[1],
                (false, _) => y,
                (true, true) => y,
            }) + 0.5 * y);
        } else {
            late13 = x.iter().copied().filter(|t6| ((y * (*t6)) < {
                x[0]
            })).fold(x.iter().enumerate().map(|(i9, x10)| x[i9]).sum::<f64>().sin(), |s7, t8| x[2].sin().exp_m1().signum().sin());
        }
        if ((g0(x[2]) + late13) < (match (1, (y > x[(x.len() - 1)])) {
            (0, true) => late13,
            (_, false) => y,
            (1..=2, _)  | (_, true) => x[0],
        })) {
            continue 'l5;
        }
    }
    y *= y;
    y -= x[0].atan();
    y = x[0];
    y = x[0];
    x.iter().rev().copied().chain(x.chunks_exact(2).map(|w15| x[0])).take(2).fold(-9.0, f64::max).cos().cosh()
}

#[test]
fn derivatives() {
check(&Case {
input: &[1.3353, 0.8683, 0.5303, 0.1493],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let r = f(&a_x, a_y);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, a_y, seed, &mut d_x, &mut d_y);
(numbers![r], numbers![d_x, d_y])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <f64>::read(x);
let (r, pullback) = f::vjp(&a_x, a_y);
(numbers![r], {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
}, {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
})
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

mod seed_12 {
use super::*;

#[differentiate]
fn f(x: &[f64], mut y: [f64; 3], xs: &[[f64; 3]; 2]) -> (f64, f64) {
    if (y[2].max(y[2]) >= xs.iter().map(|r3| 2.9_f64.floor().mul_add(0.5, 1.0)).skip(1).map(|t5| t5).sum::<f64>()) {
        return ((match ((xs[1][0] > xs[1][0]), (y[2] > y[2])) {
            (true, false) => x[1],
            (false, _) => xs[0][2],
            (true, true) => y[0],
        }), 0.5_f64);
    }
    let mut t6: f64 = xs[0][0];
    if (!((if (!(t6 >= t6) && (y.len() > 0)) { t6 } else { t6 }) <= y.iter().rev().find(|r| **r < 0.9).copied().unwrap_or(t6))) {
        return ((0..4).rev().map(|i9| (t6 + xs[1][0])).take_while(|t10| ((2.0 * y[0] + (*t10)) > y.iter().take(2).map(|&r| r).take_while(|t11| (!(y[2] <= t6))).chain(x.iter().zip(y.iter()).map(|(&p13, &q14)| q14)).map(|r| r.sin()).product::<f64>())).find(|t15| (!((*t15) <= (*t15)))).map_or(xs[1][1], |r| r * 1.5), t6);
    }
    t6 -= t6.cos();
    t6 = t6;
    t6 -= t6.cos();
    t6 = t6;
    t6 = t6;
    t6 += t6.atan();
    (((match x.iter().rev().find(|r| **r < 0.9) {
        Some(t16) => (*t16),
        None => xs[1][2],
    }).max(xs[1][0]).tanh().powi(2) + 0.5).sqrt(), (match ((!(xs[1][1] <= x[2])), (t6 < t6)) {
        (true, false) => (if ((t6.tanh() * 0.9 + 1.4).ln_1p() > (if ((xs[1][1] - t6) < (t6 % (xs[1][0].tanh().powi(2) + 0.5))) { t6 } else { t6 })) { t6 } else { t6 }),
        (false, _) => xs[1][1],
        (true, true) => x[(x.len() - 1)],
    }).cbrt())
}

#[test]
fn derivatives() {
check(&Case {
input: &[1.5033, 0.2543, 0.4613, -1.1303, 0.3663, -0.4113, -1.3553, -0.9563, -1.1553, 0.2463, 0.3393, 0.9263],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let mut a_xs = <[[f64; 3]; 2]>::read(x);
let r = f(&a_x, a_y, &a_xs);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let mut a_xs = <[[f64; 3]; 2]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_xs = <[[f64; 3]; 2]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, a_y, &a_xs, seed, &mut d_x, &mut d_y, &mut d_xs);
(numbers![r], numbers![d_x, d_y, d_xs])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let mut a_xs = <[[f64; 3]; 2]>::read(x);
let (r, pullback) = f::vjp(&a_x, a_y, &a_xs);
(numbers![r], {
let (g_x, g_y, g_xs) = pullback(seed.clone());
numbers![g_x, g_y, g_xs]
}, {
let (g_x, g_y, g_xs) = pullback(seed.clone());
numbers![g_x, g_y, g_xs]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let mut a_xs = <[[f64; 3]; 2]>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = <[f64; 3]>::read(t);
let mut t_xs = <[[f64; 3]; 2]>::read(t);
let (r, dr) = f::jvp(&a_x, a_y, &a_xs, &t_x, t_y, &t_xs);
(numbers![r], numbers![dr])
},
});
}
}

mod seed_13 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 1],
    c: [f64; 1],
}

#[differentiate]
fn f(x: f64) -> f64 {
    {
        let mut f2 = |p1: f64| {
        };
        f2(x);
        f2((match 0 % 3 {
            2 => x,
            1 => {
                if (((x.tanh() * 0.9 + 1.4) * 0.3).asin() < {
                    x
                }) {
                    let (mut t3, a4) = ((x * x).trunc(), x.signum());
                } else {
                    for n5 in 1..3usize {
                        let mut b6 = ((n5 as f64) * 0.25 + 0.3);
                    }
                }
                x
            },
            _ => x.tanh(),
        }));
        f2((2.0 * {
            x
        } + x));
        let c = x;
    }
    x
}

#[test]
fn derivatives() {
check(&Case {
input: &[0.8723],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let r = f(a_x);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, seed, &mut d_x);
(numbers![r], numbers![d_x])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let (r, pullback) = f::vjp(a_x);
(numbers![r], {
let g_x = pullback(seed.clone());
numbers![g_x]
}, {
let g_x = pullback(seed.clone());
numbers![g_x]
})
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

mod seed_14 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 1],
    c: Vec<f64>,
    d: Vec<f64>,
}
#[derive(Clone, Debug, Differentiable)]
#[tangent]
struct RK4 {
    a: f64,
    b: [f64; 3],
    c: usize,
    d: f64,
    e: Vec<f64>,
}

#[differentiate]
fn g0(x: &[f64], y: [f64; 3], xs: &mut RK4) -> (f64, f64) {
    let mut k3 = 0;
    let b15: f64 = loop {
        k3 += 1;
        {
            let mut f13 = |p4: f64| {
                for j5 in (0..((xs.c + 2) % 3)).rev() {
                }
            };
            f13(x[1].div_euclid((x[2].cos().abs() + 0.6)));
            if (!(0.6_f64 < y[1]) && (y[2] >= ((k3 as f64) * 0.25 + 0.3))) {
                f13(x[0]);
            }
            f13(y[1]);
            let mut row = x[(y.len() - 1)];
        }
        xs.e[(y.len() - 1)] = y[(xs.e.len() - 1)].tanh();
        if (((k3 as f64) * 0.25 + 0.3) > xs.a) {
            break xs.a;
        }
        if k3 >= 3 {
            break xs.d;
        }
    };
    xs.e[2] -= ((xs.c as f64) * 0.25 + 0.3).atan();
    xs.b[1] += xs.b[xs.c.min(2)].cos();
    ((match ((xs.d > ((xs.c as f64) * 0.25 + 0.3)), (y.len() > 2)) {
        (true, false) => xs.d.hypot(b15).hypot((match ((!(xs.d <= b15)), (xs.c % 2 == 0)) {
            (true, false) => b15,
            (false, _) => xs.b[(xs.b.len() - 1)],
            (true, true) => b15,
        })),
        (false, _) => ({
            if ((-xs.d * xs.a) < ((xs.a.sin().exp() + 1.0).log(xs.a.sin().exp() + 1.5) * xs.d)) {
                return (xs.b[(2 - xs.c)].atan2(b15), (xs.d * xs.d));
            }
            let mut u16 = xs.clone();
            xs.a
        }.tanh().powi(2) + 0.5).ln(),
        (true, true) => y[(y.len() - 1)],
    }), xs.d)
}

#[differentiate]
fn g1(mut x: f64) -> f64 {
    match ((x >= x), (x > x)) {
        (true, false) => {
        }
        (false, _) => {
            let acc19 = [x.to_radians(); 2];
            let mut v20 = Inner { a: x, b: [x], c: vec![x, x, acc19[1]], d: vec![x, x, acc19[0]] };
        }
        (true, true) => {
            for k21 in (0..2).rev() {
                let t22: f64 = x;
                x = ((k21 as f64) * 0.25 + 0.3).atan();
                x *= t22.atan();
            }
            x -= x.sin();
        }
    }
    x
}

#[differentiate]
fn f(x: &[f64], mut y: (f64, f64)) -> f64 {
    'l27: for k26 in 1..2usize {
        let mut c = RK4 { e: vec![x[k26.min(2)], x[k26], y.0], d: y.1, c: k26, b: [y.0, y.0, x[k26]], a: y.1 };
        let mut u29 = c.d.max((match (if c.c < 5 { c.c } else { 0 }) % 3 {
            2 => ((c.c as f64) * 0.25 + 0.3),
            1 => c.a,
            _ => c.b[c.c],
        })).hypot(c.d);
    }
    y.1 = (if ((y.1 < x[0]) && (y.1 < y.1)) { y.0 } else { x[0].atan2(y.1) });
    x[2]
}

#[test]
fn derivatives() {
check(&Case {
input: &[0.4723, 1.4543, 1.2113, 0.2723, -0.3743],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <(f64, f64)>::read(x);
let r = f(&a_x, a_y);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <(f64, f64)>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <(f64, f64)>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, a_y, seed, &mut d_x, &mut d_y);
(numbers![r], numbers![d_x, d_y])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <(f64, f64)>::read(x);
let (r, pullback) = f::vjp(&a_x, a_y);
(numbers![r], {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
}, {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <(f64, f64)>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = <(f64, f64)>::read(t);
let (r, dr) = f::jvp(&a_x, a_y, &t_x, t_y);
(numbers![r], numbers![dr])
},
});
}
}

mod seed_15 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
struct Inner {
    a: f64,
    b: [f64; 3],
}
#[derive(Clone, Debug, Differentiable)]
struct RK4 {
    a: f64,
    b: Vec<f64>,
    c: [f64; 1],
    d: [f64; 3],
}

#[differentiate]
fn g0(x: f64, y: &mut RK4, xs: Inner) -> Inner {
    y.c.fill((match ((!(xs.a <= x)), (!(xs.b[0] <= xs.a))) {
        (true, false) => xs.b[1],
        (false, _) => xs.b[0],
        (true, true) => xs.b[2],
    }).cos());
    if let Some(t3) = xs.b.iter().find(|r| **r > 0.4) {
        if let Some(t4) = y.c.iter().max_by(|p, q| p.total_cmp(q)) {
            let mut y5 = {
                (*t3)
            };
            y5 = y5.cos();
        }
        y.b[0] *= xs.b[0].tanh();
    }
    y.d[0] = y.d[2].cos();
    y.c[0] += y.b[1].cos();
    Inner { a: (y.d[2] * y.a), ..xs.clone() }
}

#[differentiate]
fn g1(x: f64) -> [f64; 1] {
    [x]
}

#[differentiate]
fn f(mut x: f64, y: &mut Inner, mut xs: f64, w: &f64) -> (f64, f64) {
    y.b.fill((x * 0.5 - (*w)).tanh());
    let mut k13 = 0;
    while k13 < 4 && (y.b.len() > 0) {
        k13 += 1;
        let mut row = y.b.iter().zip(y.b.iter()).map(|(&p14, &q15)| (match (((k13 + 2) % 3), (y.a >= p14)) {
            (0, true) => q15.copysign(y.b[0]),
            (_, false) => p14,
            (1..=2, _)  | (_, true) => (2.0 * y.a + ((k13 as f64) * 0.25 + 0.3)),
        })).scan(0.5, |s, t16| {
            *s = (*s + t16).sin();
            Some(*s)
        }).skip_while(|t17| (((k13 as f64) * 0.25 + 0.3) > (*w))).fold(-9.0, f64::max);
    }
    let late23;
    if (y.b[1] > y.b[0]) {
        late23 = ((y.a.sin().exp() + 1.0).acosh().sin() + 1.5).ln_1p();
    } else {
        late23 = {
            let mut k19 = 0;
            let c20: f64 = loop {
                k19 += 1;
                if (k19 != 0) {
                    break (if ((-(*w)) >= (y.a.sin() + 1.5).powf(y.b[k19].tanh())) { (y.a - xs) } else { y.b[k19] });
                }
                if k19 >= 2 {
                    break (((k19 as f64) * 0.25 + 0.3).cos().abs() + 0.6).sqrt();
                }
            };
            y.b[0] /= c20.sin().exp();
            (*w)
        }.fract();
    }
    (y.b[0], (0..2).rev().map(|i24| y.b.iter().zip(y.b.iter()).map(|(&p25, &q26)| y.b[i24]).filter(|t27| ((late23 >= y.b[((i24 + 1) % 3)]) && ((*t27) < (*t27)))).skip(1).find(|t29| (!((*w) <= y.b[(2 - i24)]))).map_or(xs, |r| r * 1.5)).filter(|t30| y.b.iter().take(2).map(|&r| r).any(|t31| ((*t30) < y.b[2]))).reduce(|p32, q33| {
        let mut u35 = (0..3).map(|i34| p32.mul_add(y.b[i34], 0.25)).max_by(|p, q| p.total_cmp(q)).unwrap_or(y.b[2]);
        for k36 in (0..0).rev() {
            let late39;
            if (!(p32 <= ((k36 as f64) * 0.25 + 0.3))) {
                late39 = y.b[((k36 * 2 + 1) % 3)];
            } else {
                late39 = ((k36 as f64) * 0.25 + 0.3);
            }
        }
        y.b[2]
    }.atan()).unwrap_or({
        xs
    }))
}

#[test]
fn derivatives() {
check(&Case {
input: &[1.4403, 1.2893, -1.1023, 1.1623, -0.5963, -0.7043, 0.2973],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = Inner { a: f64::read(x), b: <[f64; 3]>::read(x) };
let mut a_xs = <f64>::read(x);
let mut a_w = <f64>::read(x);
let r = f(a_x, &mut a_y, a_xs, &a_w);
numbers![r, a_y.a, a_y.b]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = Inner { a: f64::read(x), b: <[f64; 3]>::read(x) };
let mut a_xs = <f64>::read(x);
let mut a_w = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_y = a_y.zero_tangent();
d_y.a = f64::read(w);
d_y.b = <[f64; 3]>::read(w);
let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_w = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, &mut a_y, a_xs, &a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w);
(numbers![r, a_y.a, a_y.b], numbers![d_x, d_y.a, d_y.b, d_xs, d_w])
},
pullback: None,
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut a_y = Inner { a: f64::read(x), b: <[f64; 3]>::read(x) };
let mut a_xs = <f64>::read(x);
let mut a_w = <f64>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <f64>::read(t);
let mut t_y = a_y.zero_tangent();
t_y.a = f64::read(t);
t_y.b = <[f64; 3]>::read(t);
let mut t_xs = <f64>::read(t);
let mut t_w = <f64>::read(t);
let (r, dr) = f::jvp(a_x, &mut a_y, a_xs, &a_w, t_x, &mut t_y, t_xs, &t_w);
(numbers![r, a_y.a, a_y.b], numbers![dr, t_y.a, t_y.b])
},
});
}
}

mod seed_16 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
#[tangent]
struct Inner {
    a: f64,
    b: usize,
    c: Vec<f64>,
    d: Vec<f64>,
    e: [f64; 1],
}
#[derive(Clone, Debug, Differentiable)]
struct RK4 {
    a: f64,
    b: Vec<f64>,
}

#[differentiate]
fn f(x: f64) -> f64 {
    if (x.atan2(x) < x) {
        let late3;
        if (!((x + 0.5 * x) <= x)) {
            late3 = x.atan2((x + 0.5 * x));
        } else {
            late3 = (((x.cos().abs() + 0.6) + 1.0).log((x.cos().abs() + 0.6) + 1.5) * x).cos().cosh();
        }
    } else {
    }
    (x.atan().clamp(-0.9, 1.1) * x)
}

#[test]
fn derivatives() {
check(&Case {
input: &[-0.5263],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let r = f(a_x);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let mut d_x = <f64>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(a_x, seed, &mut d_x);
(numbers![r], numbers![d_x])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <f64>::read(x);
let (r, pullback) = f::vjp(a_x);
(numbers![r], {
let g_x = pullback(seed.clone());
numbers![g_x]
}, {
let g_x = pullback(seed.clone());
numbers![g_x]
})
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

mod seed_17 {
use super::*;

#[differentiate]
fn g0(x: &[f64], y: &mut [f64], xs: usize) {
    if (y[xs] < y[1].min(y[xs])) {
    } else {
    }
}

#[differentiate]
fn f(x: &[f64], y: [f64; 2], xs: &f64, w: &[f64]) -> f64 {
    let mut v8 = vec![(*xs); 1];
    if (((*xs) * 0.5 - (*xs)) >= (*xs)) {
        return x[1];
    }
    if let Some(t9) = v8.iter().find(|r| **r > 0.4) {
        for i in (1..2).rev() {
            let mut acc: Vec<f64> = w.iter().step_by(2).copied().take(2).collect();
        }
    }
    if let Some(t13) = v8.iter().max_by(|p, q| p.total_cmp(q)) {
        'l16: for (i15, &y) in v8.iter().enumerate() {
            for t17 in w.iter().skip(1).cloned() {
            }
        }
    }
    let mut y24 = vec![v8.iter().enumerate().map(|(i18, x19)| w[((i18 * 3 + 1) % 3)]).fold((if let Some(t22) = x.iter().max_by(|p, q| p.total_cmp(q)) {
        (if ((v8[0] % (*xs).sin().exp()) >= w.iter().nth(1).copied().unwrap_or((*t22))) { (*t22) } else { (*t22) })
    } else {
        v8[0]
    }).cos(), |s20, t21| y[0].tanh()); 1];
    (*xs).sin().exp().powf(1.5)
}

#[test]
fn derivatives() {
check(&Case {
input: &[-0.4963, -1.3943, -0.9823, 0.9023, 0.9013, 0.8413, 1.1683, 1.0113, 1.0433],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 2]>::read(x);
let mut a_xs = <f64>::read(x);
let mut a_w = <[f64; 3]>::read(x);
let r = f(&a_x, a_y, &a_xs, &a_w);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 2]>::read(x);
let mut a_xs = <f64>::read(x);
let mut a_w = <[f64; 3]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <[f64; 2]>::read(&mut std::iter::repeat(0.0));
let mut d_xs = <f64>::read(&mut std::iter::repeat(0.0));
let mut d_w = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, a_y, &a_xs, &a_w, seed, &mut d_x, &mut d_y, &mut d_xs, &mut d_w);
(numbers![r], numbers![d_x, d_y, d_xs, d_w])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 2]>::read(x);
let mut a_xs = <f64>::read(x);
let mut a_w = <[f64; 3]>::read(x);
let (r, pullback) = f::vjp(&a_x, a_y, &a_xs, &a_w);
(numbers![r], {
let (g_x, g_y, g_xs, g_w) = pullback(seed.clone());
numbers![g_x, g_y, g_xs, g_w]
}, {
let (g_x, g_y, g_xs, g_w) = pullback(seed.clone());
numbers![g_x, g_y, g_xs, g_w]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 2]>::read(x);
let mut a_xs = <f64>::read(x);
let mut a_w = <[f64; 3]>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = <[f64; 2]>::read(t);
let mut t_xs = <f64>::read(t);
let mut t_w = <[f64; 3]>::read(t);
let (r, dr) = f::jvp(&a_x, a_y, &a_xs, &a_w, &t_x, t_y, &t_xs, &t_w);
(numbers![r], numbers![dr])
},
});
}
}

mod seed_18 {
use super::*;
#[derive(Clone, Debug, Differentiable)]
#[tangent]
struct Inner {
    a: f64,
    b: usize,
}

#[differentiate]
fn f(x: &[f64], y: &[f64; 3]) -> (f64, f64) {
    let mut stack2 = vec![(1.9_f64 + y[1])];
    for i3 in 0..2 {
        stack2.push(x[(2 - i3)].cos());
    }
    'l5: while let Some(mut t4) = stack2.pop() {
        if let Some(r) = stack2.pop() {
            stack2.push(r * t4);
        }
        if let Some(t6) = y.iter().rev().find(|r| **r < 0.9) {
            if (!(t4 <= (t4 * x[1]))) {
                return (t4.trunc(), {
                    let b7 = [[t4; 2]; 2];
                    y[0]
                });
            }
            let [w9, mut t] = [(*t6).hypot((*t6)), {
                t4 = (((*t6).cos().abs() + 0.6).powf((*t6).tanh()) * y.iter().last().copied().unwrap_or((*t6))).atan();
                t4 = (*t6).sin();
                (match (2, (!(x[1] <= (*t6)))) {
                    (0, true) => y[2],
                    (_, false) => (*t6),
                    (1..=2, _)  | (_, true) => y[1],
                })
            }];
        }
        t4 = y[1].atan();
    }
    (y[1].sin().exp2(), (x[0] + 0.5 * x[2]).hypot(y.windows(1).map(|w11| w11[0]).fold(y[1].max(0.9_f64).sin(), |s12, t13| t13.sin())).min((((y[2] * 2.3_f64).tanh().powi(2) + 0.5) + 1.0).acosh()))
}

#[test]
fn derivatives() {
check(&Case {
input: &[0.2613, -0.5203, 1.3833, 0.1743, 0.4243, 0.9323],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let r = f(&a_x, &a_y);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let mut d_y = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, &a_y, seed, &mut d_x, &mut d_y);
(numbers![r], numbers![d_x, d_y])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <(f64, f64)>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let (r, pullback) = f::vjp(&a_x, &a_y);
(numbers![r], {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
}, {
let (g_x, g_y) = pullback(seed.clone());
numbers![g_x, g_y]
})
}),
forward: |x, t| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut a_y = <[f64; 3]>::read(x);
let t = &mut t.iter().copied();
let mut t_x = <[f64; 3]>::read(t);
let mut t_y = <[f64; 3]>::read(t);
let (r, dr) = f::jvp(&a_x, &a_y, &t_x, &t_y);
(numbers![r], numbers![dr])
},
});
}
}

mod seed_19 {
use super::*;

#[differentiate]
fn g0(mut x: f64, y: &f64, xs: f64) -> f64 {
    for i3 in (0..2).rev() {
        let (mut s, u) = (((i3 as f64) * 0.25 + 0.3), (match 2 % 3 {
            2 => (x + (*y)),
            1 => (*y),
            _ => (xs.tanh().powi(2) + 0.5).log2(),
        }));
        s = u.atan();
        s = (*y).cos();
    }
    x = (*y).cos();
    xs
}

#[differentiate]
fn g1(x: &[f64], y: &[f64; 2]) -> f64 {
    let mut a: f64 = g0((match (0, (y[0] >= y[0])) {
        (0, true) => (0.6_f64 + 2.9_f64),
        (_, false) => (2.4_f64 / 2.9_f64.sin().exp()),
        (1..=2, _)  | (_, true) => (y[0] * 0.5 - y[0]),
    }), &2.8_f64, (1.3_f64 * g0(y.iter().enumerate().map(|(i9, x10)| (*x10)).chain(y.windows(1).map(|w12| 2.6_f64)).skip(1).sum::<f64>(), &y[1], 1.7_f64)));
    a = a.atan();
    a += a.atan();
    y.iter().zip(x.iter()).map(|(&p15, &q16)| (if let Some(t17) = y.iter().rev().find(|r| **r < 0.9) {
        {
            x[2]
        }
    } else {
        f64::tanh(q16)
    })).sum::<f64>().tanh().exp()
}

#[differentiate]
fn f(x: &[f64]) -> f64 {
    let mut y20: Vec<f64> = x.iter().copied().collect();
    match 1 % 3 {
        2 => {
            if (y20[1].sin().exp().powf(y20[2].tanh()) >= y20[(y20.len() - 1)].sin().sinh()) {
                y20[(x.len() - 1)] = y20.iter().copied().chain(y20.iter().take(2).map(|&r| r)).filter(|t22| y20.iter().step_by(2).copied().skip(1).all(|t24| (t24 > t24))).reduce(|p25, q26| (q26 + q26).atan()).unwrap_or({
                    y20.iter().copied().find(|t27| (!((*t27) <= (*t27)))).map_or((2.7_f64 - x[0]), |r| r * 1.5)
                });
            }
        }
        1 => {
            let mut a: Vec<f64> = y20.iter().take(2).map(|&r| r).collect();
        }
        _ => {
            let mut a: f64 = g1(&y20[0..][..3], &[x[2]; 2]);
        }
    }
    'l31: for j in 1..2 {
        if let Some(t32) = y20.iter().rev().find(|r| **r < 0.9) {
            let mut k33 = 0;
            let tmp: f64 = loop {
                k33 += 1;
                if (k33 % 2 == 0) {
                    break f64::max((*t32), (*t32)).to_radians();
                }
                if k33 >= 4 {
                    break x.iter().step_by(2).copied().map(|t34| (*t32)).map(|t35| t35).sum::<f64>();
                }
            };
        }
    }
    for (y37, tmp) in y20.iter_mut().zip(x.iter().take(2)) {
        *y37 = x[0].atan();
        *y37 -= (*y37).atan();
        *y37 -= (*y37).cos();
    }
    y20[1] /= (x[2].cos().abs() + 0.6);
    y20[1] -= y20[0].atan();
    y20[0] = y20[0];
    (match ((y20[1] >= y20[0]), (!(0.1_f64 <= 1.3_f64))) {
        (true, false) => (match 3 {
            0..=1 => y20.iter().enumerate().map(|(i39, x40)| x[2]).chain(y20.iter().copied()).map(|r| r.sin()).product::<f64>(),
            2 => (y20[2] * 2.5_f64),
            _ => y20[1],
        }),
        (false, _) => y20.iter().nth(1).map(|t44| (*t44)).unwrap_or({
            let r: f64 = g0(y20.iter().map(|r| *r * 0.5).take(2).take(2).max_by(|p, q| p.total_cmp(q)).unwrap_or((x[2] * 0.5 - y20[0])), &(match (y20[0] >= y20[0]) {
                true if false => y20[1],
                true => y20[2],
                false => y20[0],
            }), y20[(y20.len() - 1)]);
            r
        }),
        (true, true) => x[0],
    })
}

#[test]
fn derivatives() {
check(&Case {
input: &[-1.4523, -1.0793, 0.4393],
value: |x| {
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let r = f(&a_x);
numbers![r]
},
accumulate: |x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let mut d_x = <[f64; 3]>::read(&mut std::iter::repeat(0.0));
let r = f::accumulate_grad(&a_x, seed, &mut d_x);
(numbers![r], numbers![d_x])
},
pullback: Some(|x, w| {
let w = &mut w.iter().copied();
let seed = {
let x = x;
let seed = <f64>::read(w);
seed
};
let x = &mut x.iter().copied();
let mut a_x = <[f64; 3]>::read(x);
let (r, pullback) = f::vjp(&a_x);
(numbers![r], {
let g_x = pullback(seed.clone());
numbers![g_x]
}, {
let g_x = pullback(seed.clone());
numbers![g_x]
})
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
