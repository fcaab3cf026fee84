//! Floats, arrays and integers by other names.

macro_rules! functions {
    ($F:ident) => {
        use differentiate::differentiate;

        type Scalar = $F;
        type Vector = [$F; 3];
        type Matrix = [Vector; 2];
        type Points = Vec<Scalar>;
        type Index = usize;
        type Power = i32;
        type Flag = bool;
        type Length = Scalar;

        const GRAVITY: Scalar = 9.81;

        mod types {
            pub(super) type Angle = $F;
        }

        #[differentiate]
        fn alias(x: Scalar, v: &[Scalar]) -> Scalar {
            let mut s = x;
            for &v in v {
                s = s * v + 0.1;
            }
            s.sin()
        }

        #[differentiate]
        fn without_literals(x: Scalar, y: &Scalar) -> Scalar {
            let z = x * *y;
            z / (z + x)
        }

        #[differentiate]
        fn methods_only(x: Scalar) -> Scalar {
            x.tanh().powi(3).exp()
        }

        #[differentiate]
        fn by_a_path(x: types::Angle, y: types::Angle) -> types::Angle {
            x.sin() * y.cos()
        }

        #[differentiate]
        fn annotated(x: $F) -> $F {
            let half: Scalar = 0.5;
            let y: Scalar = x * half.sqrt();
            let all: [Scalar; 2] = [0.3, 0.7];
            y * all[1].sin() + (x as Scalar) * Scalar::sqrt(2.0) * Scalar::MAX.recip()
        }

        #[differentiate]
        fn cast_to_an_alias(x: f64, n: usize) -> Scalar {
            let mut s = x as Scalar;
            for i in 0..n {
                s += s * i as Scalar;
            }
            s
        }

        #[differentiate]
        fn carried(x: Scalar, n: Index) -> Scalar {
            let mut s = x;
            let mut t: Scalar = 1.0;
            for i in 0..n {
                let k: Scalar = if i % 2 == 0 { s } else { 0.25 };
                if s > t {
                    t = s * t + k;
                } else {
                    s = (s + t * k).sin();
                }
            }
            s * t
        }

        #[differentiate]
        fn flagged(x: Scalar, flag: Flag) -> Scalar {
            if flag { x * x } else { x.sin() }
        }

        #[differentiate]
        fn alias_of_an_alias(x: Length, y: Scalar) -> Length {
            x * y * GRAVITY - GRAVITY
        }

        #[differentiate]
        fn power(x: Scalar, n: Power) -> Scalar {
            x.powi(n) + x.powi(n + 1)
        }

        #[differentiate]
        fn vector(a: &Vector, b: Vector) -> $F {
            let mut s = 0.0;
            for i in 0..3 {
                s += a[i] * b[i];
            }
            s * b[0].sin()
        }

        #[differentiate]
        fn vector_as_result(a: &Vector, s: $F) -> Vector {
            let mut b: Vector = [0.0; 3];
            b[0] = a[1] * s;
            b[1] = s;
            b[2] = b[0] * b[1];
            b
        }

        #[differentiate]
        fn cross(a: Vector, b: Vector) -> Vector {
            [
                a[1] * b[2] - a[2] * b[1],
                a[2] * b[0] - a[0] * b[2],
                a[0] * b[1] - a[1] * b[0],
            ]
        }

        #[differentiate]
        fn vector_between_calls(a: Vector, b: Vector) -> $F {
            let c = cross(a, b);
            let d = cross(c, a);
            vector(&c, d)
        }

        #[differentiate]
        fn matrix(m: &Matrix, v: &Vector) -> $F {
            let mut s: Scalar = 0.0;
            for i in 0..2 {
                for j in 0..3 {
                    s += m[i][j] * v[j] * s.cos();
                }
            }
            s + m[1][2]
        }

        #[differentiate]
        fn points(v: &[Scalar]) -> Scalar {
            let mut w: Points = v.to_vec();
            for i in 1..w.len() {
                w[i] = w[i - 1] * w[i];
            }
            w[w.len() - 1]
        }

        #[differentiate]
        fn changed(x: Scalar, y: Scalar) -> Scalar {
            let mut x = x;
            scale(&mut x, y);
            x * y
        }

        #[differentiate]
        fn scale(x: &mut Scalar, by: Scalar) {
            *x *= by;
            *x += 1.0;
        }

        #[differentiate]
        fn mixed(x: Scalar, y: $F) -> $F {
            let z = x * y;
            z + 2.0 * x.max(y)
        }

        #[differentiate]
        fn tuple(p: (Scalar, Scalar), n: Index) -> (Scalar, $F) {
            let (x, y) = p;
            (x * y + n as Scalar, y.exp())
        }
    };
}

zoo! {
    functions;
    alias(x, v) at (0.3, [0.8, -0.4]), (0.3, [0.0; 0]);
    without_literals(x, y) at (0.3, 0.8);
    methods_only(x) at (0.3);
    by_a_path(x, y) at (0.3, 0.8);
    annotated(x) at (0.3);
    cast_to_an_alias(x, const n) at (0.5, 0), (0.5, 3);
    carried(x, const n) at (0.3, 0), (0.3, 5), (1.7, 4);
    flagged(x, const flag) at (0.3, true), (0.3, false);
    alias_of_an_alias(x, y) at (0.3, 0.8);
    power(x, const n) at (0.3, 2), (1.3, 0);
    vector(a, b) at ([0.3, -0.4, 0.7], [0.5, -0.9, 1.3]);
    vector_as_result(a, s) without grad at ([0.3, -0.4, 0.7], 0.5);
    cross(a, b) without grad at ([0.3, -0.4, 0.7], [0.5, -0.9, 1.3]);
    vector_between_calls(a, b) at ([0.3, -0.4, 0.7], [0.5, -0.9, 1.3]);
    matrix(m, v) at ([[0.3, -0.4, 0.7], [0.5, -0.9, 1.3]], [0.2, 0.6, -0.8]);
    points(v) at ([0.3, -0.4, 0.7]);
    changed(x, y) at (0.3, 0.8);
    mixed(x, y) at (0.3, 0.8), (0.8, 0.3);
    tuple(p, const n) without grad at ((0.3, 0.8), 2);
}
