//! Functions that are generic over the float: each is called from one that is not, in both widths.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::{Differentiable, Real, differentiate};

        #[differentiate]
        fn norm<T: Real>(x: &[T]) -> T {
            let mut s = T::ZERO;
            for &x in x {
                s += x * x;
            }
            s.sqrt()
        }

        #[differentiate]
        fn generic_slice(x: &[$F]) -> $F {
            norm(x) * norm(&x[1..])
        }

        #[differentiate]
        fn generic_slice_of_a_named_type(x: &[$F]) -> $F {
            norm::<$F>(x) * x[0]
        }

        #[differentiate]
        fn activation<T: Real>(x: T, a: T) -> T {
            let y = (x * a).tanh();
            y.powi(3) / (T::ONE + y * y) + T::from_f64(0.3) * x.exp2() - (x / a).log10()
        }

        #[differentiate]
        fn generic_numbers(x: $F, a: $F) -> $F {
            activation(x, a) * activation(a * a, x)
        }

        #[differentiate]
        fn constants<T>(x: T) -> T
        where
            T: Real,
        {
            let half = T::ONE / (T::ONE + T::ONE);
            let scale = <T as Real>::from_f64(-2.5e-1) * T::from_i32(-7) * T::from(3_u8);
            T::PI * x * half + scale * x * x - T::default() * T::from_usize(4)
        }

        #[differentiate]
        fn generic_constants(x: $F) -> $F {
            constants(x * x)
        }

        #[differentiate]
        fn paths<T: Real>(x: T, y: T) -> T {
            T::sin(x) * <T>::cos(y) + <T as Real>::max(x, y) + T::atan2(x, y)
        }

        #[differentiate]
        fn generic_paths(x: $F, y: $F) -> $F {
            paths(x, y)
        }

        #[differentiate]
        fn loops<T: Real>(x: &[T], w: [T; 3], n: usize) -> T {
            let mut s = T::from_usize(n);
            let mut trace = [T::ZERO; 3];
            for i in 0..n {
                let h = (s * w[i % 3]).sin();
                trace[i % 3] += h * s;
                if h > T::ZERO {
                    s = s * h + x[i];
                } else {
                    s -= h * h;
                }
            }
            let mut k = T::ONE;
            while k < T::from_f64(3.0) {
                s += k * trace[1] * s.cos();
                k += T::ONE;
            }
            s * trace[0] - trace[2]
        }

        #[differentiate]
        fn generic_loops(x: &[$F], w: [$F; 3], n: usize) -> $F {
            loops(x, w, n)
        }

        #[differentiate]
        fn dot<T: Real, const N: usize>(x: [T; N], y: &[T; N]) -> T {
            let mut s = T::ZERO;
            for i in 0..N {
                s += x[i] * y[i];
            }
            s
        }

        #[differentiate]
        fn generic_arrays(x: [$F; 3], y: &[$F; 3]) -> $F {
            dot(x, y) * dot([x[0], y[1]], &[y[0], x[2]])
        }

        #[differentiate]
        fn normalized<T: Real, const N: usize>(x: &[T; N]) -> [T; N] {
            let mut y = *x;
            let n = norm(x);
            for y in &mut y {
                *y = *y / n;
            }
            y
        }

        #[differentiate]
        fn generic_result(x: &[$F; 3]) -> $F {
            let y = normalized(x);
            y[0] * y[1] + y[2]
        }

        #[differentiate]
        fn calls<T: Real>(x: &[T], a: T) -> T {
            let p = activation(a, x[0]);
            let q = p * p;
            norm(x) * activation::<T>(q, a)
        }

        #[differentiate]
        fn generic_calls(x: &[$F], a: $F) -> $F {
            calls(x, a)
        }

        #[differentiate]
        fn only_calls<T: Real>(a: T, b: T) -> T {
            activation(a, b)
        }

        #[differentiate]
        fn generic_only_calls(a: $F, b: $F) -> $F {
            only_calls(a, b)
        }

        #[differentiate]
        fn tree<T: Real>(x: T, depth: u32) -> T {
            if depth == 0 {
                return x.sin();
            }
            tree(x * T::from_f64(0.5), depth - 1) * tree(x + T::ONE, depth - 1)
        }

        #[differentiate]
        fn generic_recursion(x: $F, depth: u32) -> $F {
            tree(x, depth)
        }

        #[differentiate]
        fn widened<T: Real>(x: T, y: f64) -> f64 {
            let wide = x.to_f64() * y;
            wide.sin() + (T::from_f64(wide * wide) * x).to_f64()
        }

        #[differentiate]
        fn generic_widths(x: $F) -> $F {
            let y: f64 = widened(x, 0.75);
            y as $F
        }

        #[differentiate]
        fn two<S: Real, T: Real>(x: S, y: T) -> T {
            let z = T::from_f64(x.to_f64());
            z * y.sin()
        }

        #[differentiate]
        fn generic_two(x: $F, y: $F) -> $F {
            two(x, y) * two(y, x)
        }

        #[differentiate]
        fn kinks<T: Real>(x: T, y: T) -> T {
            x.abs() * y.clamp(-T::ONE, T::ONE) + x.min(y) * x.signum() + (x % y).hypot(T::ONE)
        }

        #[differentiate]
        fn generic_kinks(x: $F, y: $F) -> $F {
            kinks(x, y)
        }

        #[allow(non_snake_case)]
        #[differentiate]
        fn named_like_its_type<T: Real>(T: T, x: T) -> T {
            let t = T * x;
            T::from_f64(2.0) * t * T + T::PI
        }

        #[differentiate]
        fn parameter_named_like_its_type(x: $F, y: $F) -> $F {
            named_like_its_type(x, y)
        }

        #[differentiate]
        fn scaled_in_place<T: Real>(x: &mut [T], by: &T) {
            for x in x.iter_mut() {
                *x = *x * *by;
            }
        }

        #[differentiate]
        fn generic_in_place(x: [$F; 3], by: $F) -> $F {
            let mut y = x;
            scaled_in_place(&mut y, &by);
            y[0] * y[1] + y[2]
        }

        #[derive(Differentiable, Clone)]
        struct Layer<T> {
            w: Vec<T>,
            b: T,
        }

        #[differentiate]
        fn layer<T: Real>(layer: &Layer<T>, x: &[T]) -> T {
            let mut s = layer.b;
            for i in 0..x.len() {
                s += layer.w[i] * x[i];
            }
            s.tanh() * layer.b
        }

        #[differentiate]
        fn generic_struct(w: &[$F; 2], b: $F, x: &[$F]) -> $F {
            let l = Layer { w: w.to_vec(), b };
            layer(&l, x)
        }

        trait Potential {}

        #[derive(Differentiable, Clone)]
        struct Spring {
            k: $F,
        }

        impl Potential for Spring {}

        #[differentiate]
        fn spring(s: &Spring, x: $F) -> $F {
            0.5 * s.k * x * x
        }

        #[differentiate]
        fn passed_on<P: Potential + Differentiable + Clone, T: Real>(_p: &P, x: T) -> T {
            x * x
        }

        #[differentiate]
        fn other_type_parameter(k: $F, x: $F) -> $F {
            let s = Spring { k };
            passed_on(&s, x) * spring(&s, x)
        }

        #[differentiate]
        fn two_lifetimes<'a, 'b: 'a>(x: &'a [$F], y: &'b [$F; 2]) -> $F {
            x[0] * y[1] + y[0]
        }

        #[differentiate]
        fn one_lifetime<'a>(x: &'a [$F], y: &'a [$F; 2]) -> $F {
            two_lifetimes(x, y) * y[0]
        }

        #[differentiate]
        fn anonymous(
            x: impl Real,
            xs: &[impl Real],
            _p: &(impl Potential + Differentiable),
        ) -> f64 {
            let mut s = x.to_f64();
            for i in 0..xs.len() {
                s += (xs[i] * xs[i]).to_f64() * s.sin();
            }
            s
        }

        #[differentiate]
        fn anonymous_types(x: $F, xs: &[$F]) -> $F {
            let y: f64 = anonymous(x * x, xs, &Spring { k: x });
            y as $F
        }

        #[differentiate]
        fn log_sum_exp<T: Real>(x: &[T], y: &[T]) -> T {
            let s: T = x.iter().zip(y).map(|(a, b)| *a * *b).sum();
            let m = x.iter().copied().fold(T::NEG_INFINITY, T::max);
            let e: T = x.iter().map(|&x| (x - m).exp()).sum();
            s + m + e.ln()
        }

        #[differentiate]
        fn generic_iterators(x: &[$F], y: &[$F]) -> $F {
            log_sum_exp(x, y)
        }

        #[differentiate]
        fn collected<T: Real>(x: &[T]) -> T {
            let squares: Vec<T> = x.iter().map(|x| *x * *x).collect();
            let mut s = T::ZERO;
            for (i, v) in squares.iter().enumerate() {
                s += *v * T::from_usize(i);
            }
            s
        }

        #[differentiate]
        fn generic_vectors(x: &[$F]) -> $F {
            collected(x)
        }

        #[differentiate]
        fn half<T: Real>(x: T) -> T {
            let half: f64 = 0.5;
            x * T::from_f64(half)
        }

        #[differentiate]
        fn results_of_no_written_type<T: Real>(x: T, n: usize) -> T {
            let mut s = half(x);
            for _ in 0..n {
                let t = half(s);
                s = t * t + half(t);
            }
            s
        }

        #[differentiate]
        fn generic_results_of_no_written_type(x: $F, n: usize) -> $F {
            results_of_no_written_type(x, n)
        }

        macro_rules! of_a_type {
            ($name:ident, $T:ty, $U:ident) => {
                #[differentiate]
                fn $name(x: $T, y: &[$T]) -> $T {
                    let a: $T = 0.5;
                    let z = <$T>::sin(x) * a.sqrt();
                    z * y[0] + y[1] as $T + 1.5 + <$T>::EPSILON + $U::MAX.recip()
                }
            };
        }

        type Scalar = $F;
        of_a_type! { of_a_type_from_a_macro, $F, $F }
        of_a_type! { of_an_alias_from_a_macro, Scalar, Scalar }
    };
}

zoo! {
    functions;
    generic_slice(x) at ([0.3, -0.4, 0.7]), ([3.0, 4.0]);
    generic_slice_of_a_named_type(x) at ([0.3, -0.4, 0.7]);
    generic_numbers(x, a) at (0.3, 0.8), (1.2, 0.4);
    generic_constants(x) at (0.3), (-1.2);
    generic_paths(x, y) at (0.3, 0.8), (1.2, -0.4);
    generic_loops(x, w, const n) at
        ([0.3, -0.4, 0.7, 0.2], [0.5, -0.9, 1.3], 0), ([0.3, -0.4, 0.7, 0.2], [0.5, -0.9, 1.3], 4);
    generic_arrays(x, y) at ([0.3, -0.4, 0.7], [0.5, -0.9, 1.3]);
    generic_result(x) at ([0.3, -0.4, 0.7]);
    generic_calls(x, a) at ([0.3, 0.4], 0.9);
    generic_only_calls(a, b) at (0.3, 0.8);
    generic_recursion(x, const depth) at (0.3, 0), (0.3, 2);
    generic_widths(x) at (0.3);
    generic_two(x, y) at (0.3, 0.8);
    generic_kinks(x, y) at (0.3, 0.8), (-2.3, 0.7);
    parameter_named_like_its_type(x, y) at (0.3, 0.8);
    generic_in_place(x, by) at ([0.3, -0.4, 0.7], 0.8);
    generic_struct(w, b, x) at ([0.3, -0.4], 0.7, [0.5, 1.5]);
    other_type_parameter(k, x) at (0.3, 0.8);
    two_lifetimes(x, y) at ([0.3, -0.4], [0.5, 1.5]);
    one_lifetime(x, y) at ([0.3, -0.4], [0.5, 1.5]);
    generic_iterators(x, y) at ([0.3, -0.4, 0.7], [0.5, -0.9, 1.3]);
    generic_vectors(x) at ([0.3, -0.4, 0.7]), ([0.0; 0]);
    anonymous_types(x, xs) at (0.3, [0.8, -0.4]);
    generic_results_of_no_written_type(x, const n) at (0.3, 0), (0.9, 3);
    of_a_type_from_a_macro(x, y) at (0.3, [0.8, -0.4]);
    of_an_alias_from_a_macro(x, y) at (0.3, [0.8, -0.4]);
}

mod inferred {
    use differentiate::{Real, differentiate};

    #[differentiate(wrt(x, w))]
    fn model<T: Real, const N: usize>(x: &[T], w: &[T; N], a: T) -> T {
        let mut s = a;
        for i in 0..N {
            s += (x[i] * w[i]).sin();
        }
        s
    }

    #[test]
    fn all_modes_of_a_generic_function() {
        let (x, w) = ([0.3_f32, 0.7], [0.5, -0.2]);
        let (value, (dx, dw)) = model::value_and_grad(&x, &w, 1.5);
        assert_eq!(value, model(&x, &w, 1.5));
        let slope = |i: usize| (x[i] * w[i]).cos();
        assert_eq!(dx, [slope(0) * w[0], slope(1) * w[1]]);
        assert_eq!(dw, [slope(0) * x[0], slope(1) * x[1]]);
        assert_eq!(model::grad::<f32, 2>(&x, &w, 1.5), (dx.clone(), dw));
        let (again, pullback) = model::vjp(&x, &w, 1.5);
        assert_eq!((again, pullback(1.0)), (value, (dx.clone(), dw)));
        let (_, tangent) = model::jvp(&x, &w, 1.5, &[1.0, 0.0], &[0.0; 2]);
        assert_eq!(tangent, dx[0]);
        let (mut x_adj, mut w_adj) = ([0.0; 2], [0.0; 2]);
        model::accumulate_grad(&x, &w, 1.5, 2.0, &mut x_adj, &mut w_adj);
        assert_eq!(x_adj, [2.0 * dx[0], 2.0 * dx[1]]);
    }

    #[test]
    fn both_widths_of_a_generic_function() {
        let wide = model::grad(&[0.3, 0.7], &[0.5, -0.2], 1.5_f64);
        let narrow = model::grad(&[0.3, 0.7], &[0.5, -0.2], 1.5_f32);
        assert!((wide.0[0] - f64::from(narrow.0[0])).abs() < 1e-6);
    }
}

mod borrowing {
    use differentiate::{Differentiable, Real, differentiate};

    #[derive(Differentiable, Clone)]
    struct View<'a, T> {
        data: &'a [T],
        scale: T,
    }

    #[differentiate]
    fn borrowed<'a, T: Real>(v: &View<'a, T>, x: T) -> T {
        v.data[0] * v.scale * x
    }

    #[differentiate]
    fn owned(v: View<'_, f64>, w: &View<'_, f64>, x: &f64) -> f64 {
        borrowed(&v, *x) * borrowed(w, v.scale) + w.data[1]
    }

    #[test]
    fn structs_that_borrow() {
        let data = [2.0, 3.0];
        let view = View {
            data: &data,
            scale: 0.5,
        };
        let (dv, dw, dx) = owned::grad(view.clone(), &view, &5.0);
        assert_eq!((dv.data, dv.scale), (vec![1.25, 0.0], 10.0));
        assert_eq!((dw.data, dw.scale), (vec![1.25, 1.0], 5.0));
        assert_eq!(dx, 0.5);
        let (value, pullback) = owned::vjp(view.clone(), &view, &5.0);
        assert_eq!(value, owned(view.clone(), &view, &5.0));
        assert_eq!((pullback(2.0).2, pullback(1.0).2), (1.0, 0.5));
    }
}
