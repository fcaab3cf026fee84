//! Vector spaces: what gradients and tangents are made of.

mod partial;
mod scalar;
mod sequence;
mod tuple;

/// An element of a vector space: a gradient, a tangent, a cotangent.
///
/// Implemented for `f32`, `f64`, `()` (the tangent of what has no derivative), for arrays, slices,
/// vectors, boxes and tuples of these, for `Option<T>` and `Result<T, ()>` (where `None` and `Err`
/// count as zero), and by `#[derive(Differentiable)]` for the tangent of a struct or an enum. Sizes
/// have to agree.
///
/// An optimiser is written once, for parameters of any type:
///
/// ```
/// # use autodiff_runtime::Tangent;
/// /// One step of Adam (D. Kingma and J. Ba, 2015).
/// fn adam<P: Tangent>(params: &mut P, grad: &P, mean: &mut P, square: &mut P, t: i32) {
///     let (rate, b1, b2) = (1e-3_f64, 0.9_f64, 0.999_f64);
///     let (c1, c2) = (1.0 - b1.powi(t), 1.0 - b2.powi(t));
///     P::visit([params, mean, square], [grad], &mut |[p, m, v], [g]| {
///         *m = b1 * *m + (1.0 - b1) * g;
///         *v = b2 * *v + (1.0 - b2) * g * g;
///         *p -= rate * (*m / c1) / ((*v / c2).sqrt() + 1e-8);
///     });
/// }
///
/// let mut params = (1.0, vec![2.0_f32, 3.0]);
/// let (mut mean, mut square) = (params.zero_like(), params.zero_like());
/// adam(&mut params, &(4.0, vec![0.0, -5.0]), &mut mean, &mut square, 1);
/// assert!((params.0 - 0.999_f64).abs() < 1e-6);
/// assert_eq!(params.1[0], 2.0);
/// ```
///
/// Two functions are required; the others follow from [`visit`](Self::visit), and are written
/// out where that is faster.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a vector space",
    label = "this type is no tangent",
    note = "vector spaces are `f32`, `f64`, `()`, arrays, `Vec`s, tuples, `Option`s and boxes of them, structs and enums whose fields are all differentiable, with `#[derive(Differentiable)]`, and the tangent types that it makes for others"
)]
pub trait Tangent {
    /// The zero of the same shape: lengths and variants are those of `self`.
    #[must_use]
    fn zero_like(&self) -> Self
    where
        Self: Sized;

    /// Calls `f` with the scalars at each position of some tangents of one shape. Scalars of type
    /// `f32` cross as `f64`.
    ///
    /// # Panics
    /// If the shapes differ: in a length, or in the variant of an enum.
    fn visit<const M: usize, const S: usize, F>(
        mutable: [&mut Self; M],
        shared: [&Self; S],
        f: &mut F,
    ) where
        F: FnMut([&mut f64; M], [f64; S]);

    /// Whether both have the same lengths and variants, so that they can be combined.
    #[must_use]
    fn same_shape(&self, other: &Self) -> bool {
        self.dimension() == other.dimension()
    }

    /// `self += other`, component by component.
    ///
    /// # Panics
    /// If the shapes differ, as all functions of two tangents do.
    fn add_assign(&mut self, other: &Self) {
        self.axpy(1.0, other);
    }

    /// `self = 0`.
    fn set_zero(&mut self) {
        self.map_scalars(|_| 0.0);
    }

    /// `self *= factor`.
    fn scale(&mut self, factor: f64) {
        self.map_scalars(|x| x * factor);
    }

    /// `self += factor * other`.
    fn axpy(&mut self, factor: f64, other: &Self) {
        self.zip_scalars(other, |x, y| x + factor * y);
    }

    /// The inner product: the sum of the products of corresponding scalars.
    #[must_use]
    fn dot(&self, other: &Self) -> f64 {
        let mut sum = 0.0;
        Self::visit([], [self, other], &mut |[], [x, y]| sum += x * y);
        sum
    }

    /// The inner product with itself.
    #[must_use]
    fn norm_squared(&self) -> f64 {
        self.dot(self)
    }

    /// The Euclidean norm.
    #[cfg(feature = "std")]
    #[must_use]
    fn norm(&self) -> f64 {
        self.norm_squared().sqrt()
    }

    /// The largest magnitude of a scalar; NaN where a scalar is NaN, 0 where there is none.
    #[must_use]
    fn max_abs(&self) -> f64 {
        let mut largest = 0.0;
        self.for_each_scalar(|x| {
            let x = if x < 0.0 { -x } else { x };
            if x > largest || x.is_nan() {
                largest = x;
            }
        });
        largest
    }

    /// How many scalars there are.
    #[must_use]
    fn dimension(&self) -> usize {
        let mut count = 0;
        self.for_each_scalar(|_| count += 1);
        count
    }

    /// Calls `f` with each scalar, in the order of fields and elements.
    fn for_each_scalar(&self, mut f: impl FnMut(f64)) {
        Self::visit([], [self], &mut |[], [x]| f(x));
    }

    /// Replaces each scalar `x` by `f(x)`.
    fn map_scalars(&mut self, mut f: impl FnMut(f64) -> f64) {
        Self::visit([self], [], &mut |[x], []| *x = f(*x));
    }

    /// Replaces each scalar `x` by `f(x, y)`, with `y` at the same position of `other`.
    fn zip_scalars(&mut self, other: &Self, mut f: impl FnMut(f64, f64) -> f64) {
        Self::visit([self], [other], &mut |[x], [y]| *x = f(*x, y));
    }

    /// Replaces each scalar `x` by `f(x, y, z)`, with `y` and `z` at the same position of the
    /// others.
    fn zip2_scalars(&mut self, y: &Self, z: &Self, mut f: impl FnMut(f64, f64, f64) -> f64) {
        Self::visit([self], [y, z], &mut |[x], [y, z]| *x = f(*x, y, z));
    }

    /// All scalars, in the order of fields and elements.
    #[cfg(feature = "alloc")]
    #[must_use]
    fn scalars(&self) -> alloc::vec::Vec<f64> {
        let mut all = alloc::vec::Vec::new();
        self.for_each_scalar(|x| all.push(x));
        all
    }

    /// Writes all scalars, in the order of [`for_each_scalar`](Self::for_each_scalar).
    ///
    /// # Panics
    /// If there are not as many as `self` has.
    fn set_scalars(&mut self, scalars: &[f64]) {
        let wanted = self.dimension();
        assert!(
            scalars.len() == wanted,
            "{} scalars for a tangent of {wanted}",
            scalars.len()
        );
        let mut scalars = scalars.iter();
        self.map_scalars(|x| scalars.next().copied().unwrap_or(x));
    }
}
