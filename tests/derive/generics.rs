//! Type parameters, const parameters, lifetimes, `where`.

use std::marker::PhantomData;

use differentiate::{Differentiable, Point, Real, Tangent};

use super::laws;

#[derive(Clone, Debug, Differentiable, PartialEq)]
struct Pair<T> {
    a: T,
    b: Vec<T>,
}

#[test]
fn a_type_parameter() {
    let pair = |x| Pair {
        a: x,
        b: vec![x, 2.0],
    };
    laws::hold(&pair(1.0), &pair(3.0));
    let nested = |x| Pair {
        a: pair(x),
        b: vec![pair(1.0)],
    };
    laws::hold(&nested(1.0), &nested(3.0));
    let single = Pair {
        a: 1.0_f32,
        b: vec![],
    };
    assert_eq!(single.zero_tangent(), Pair { a: 0.0, b: vec![] });
}

#[derive(Differentiable)]
struct Matrix<T: Real, const ROWS: usize, const COLS: usize = 2>
where
    T: Copy,
{
    rows: [[T; COLS]; ROWS],
}

#[test]
fn const_parameters() {
    let matrix = |x: f32| Matrix {
        rows: [[x, 1.0], [2.0, x], [3.0, 4.0]],
    };
    laws::hold(&matrix(1.0), &matrix(2.0));
}

#[derive(Differentiable)]
struct Counted<T, const N: usize, Unit> {
    values: [T; N],
    count: usize,
    unit: PhantomData<Unit>,
}

struct Meters;

#[test]
fn parameters_that_the_tangent_has() {
    let counted: Counted<f64, 2, Meters> = Counted {
        values: [1.0, 2.0],
        count: 3,
        unit: PhantomData,
    };
    let zero: CountedTangent<f64, 2> = counted.zero_tangent();
    let tangent = CountedTangent::<f64, 2> { values: [3.0, 4.0] };
    laws::hold(&tangent, &tangent);
    laws::made(&tangent, "CountedTangent { values: [3.0, 4.0] }");
    assert_eq!(CountedTangent::<f64, 2>::default(), zero);
    let mut moved = counted;
    moved.advance(2.0, &tangent);
    assert_eq!((moved.values, moved.count), ([7.0, 10.0], 3));
    let PhantomData = moved.unit;
}

#[derive(Clone, Copy, Differentiable)]
struct View<'a, 'n> {
    xs: &'a [f64],
    name: &'n str,
    one: &'a f64,
}

#[test]
fn references() {
    let name = String::from("name");
    let view = View {
        xs: &[1.0, 2.0],
        name: &name,
        one: &3.0,
    };
    let zero: ViewTangent = view.zero_tangent();
    assert_eq!((zero.xs, zero.one), (vec![0.0; 2], 0.0));
    assert_eq!((view.xs.len(), *view.one, view.name), (2, 3.0, "name"));
}

#[derive(Differentiable)]
struct Rows<'a, T: 'a>
where
    &'a T: Sized,
{
    rows: Vec<&'a [T]>,
}

#[test]
fn references_in_containers() {
    let row = [1.0, 2.0];
    let rows = Rows {
        rows: vec![&row[..], &row[..1]],
    };
    assert_eq!(rows.zero_tangent().rows, [vec![0.0, 0.0], vec![0.0]]);
    assert_eq!(rows.rows.len(), 2);
}

trait Model {
    type Params;
}

struct Linear;

impl Model for Linear {
    type Params = Vec<f64>;
}

#[derive(Differentiable)]
struct Trained<M: Model> {
    params: M::Params,
    rate: f64,
}

#[derive(Differentiable)]
struct Training<M>
where
    M: Model,
{
    params: <M as Model>::Params,
    epochs: usize,
}

#[test]
fn types_that_belong_to_a_parameter() {
    let trained = |x| Trained::<Linear> {
        params: vec![x, 2.0],
        rate: 1.0,
    };
    laws::hold(&trained(1.0), &trained(2.0));
    let training = Training::<Linear> {
        params: vec![1.0],
        epochs: 2,
    };
    let zero = training.zero_tangent();
    assert_eq!((zero.params, training.epochs), (vec![0.0], 2));
}

#[derive(Clone, Debug, Differentiable, PartialEq)]
enum Either<A, B> {
    Left(A),
    Right { b: B, tag: char },
}

#[test]
fn enums_with_parameters() {
    let left: Either<f64, Vec<f64>> = Either::Left(1.0);
    assert_eq!(left.zero_tangent(), EitherTangent::Left(0.0));
    let right: Either<f64, Vec<f64>> = Either::Right {
        b: vec![1.0],
        tag: 'x',
    };
    let mut zero = right.zero_tangent();
    zero.__Right_b_mut()[0] = 5.0;
    laws::hold(&zero, &zero);
    laws::made(&zero, "Right { b: [5.0] }");
}

#[derive(Differentiable)]
struct Whole<T> {
    either: Either<T, T>,
    integer: i8,
}

#[test]
fn generic_in_generic() {
    let whole = Whole {
        either: Either::Left(2.0_f32),
        integer: 1,
    };
    let zero = whole.zero_tangent();
    assert_eq!(zero.either, EitherTangent::Left(0.0));
    assert_eq!(whole.integer, 1);
    assert_eq!(zero.dimension(), 1);
}
