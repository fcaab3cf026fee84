//! Enums: their own tangents, or made ones; the variants have to agree.

use differentiate::{Differentiable, Point, Tangent};

use super::laws;

#[derive(Clone, Debug, Differentiable, PartialEq)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Nothing,
    Polygon(Vec<[f64; 2]>, f32),
}

#[test]
fn its_own_tangent() {
    laws::hold(&Shape::Circle(1.0), &Shape::Circle(2.0));
    let rectangle = |width, height| Shape::Rectangle { width, height };
    laws::hold(&rectangle(1.0, 2.0), &rectangle(3.0, -4.0));
    let polygon = |x| Shape::Polygon(vec![[x, 1.0]], 2.0);
    laws::hold(&polygon(1.0), &polygon(2.0));
    assert_eq!(Shape::Nothing.zero_tangent(), Shape::Nothing);
    assert_eq!(polygon(3.0).scalars(), [3.0, 1.0, 2.0]);
    let mut nothing = Shape::Nothing;
    nothing.axpy(2.0, &Shape::Nothing);
    nothing.set_zero();
    assert_eq!(nothing.dimension(), 0);
}

#[test]
fn functions_for_fields() {
    let mut shape = Shape::Rectangle {
        width: 1.0,
        height: 2.0,
    };
    *shape.__Rectangle_height_mut() += 3.0;
    assert_eq!(*shape.__Rectangle_height(), 5.0);
    assert_eq!(*Shape::Circle(4.0).__Circle_0(), 4.0);
    *shape.__Rectangle_width_mut() = 0.0;
    assert_eq!(*Shape::Polygon(vec![], 1.5).__Polygon_1(), 1.5);
}

#[test]
#[should_panic(
    expected = "a tangent of the variant `Shape::Nothing` was used where one of `Shape::Circle` has to be"
)]
fn a_field_of_another_variant() {
    Shape::Nothing.__Circle_0();
}

#[test]
#[should_panic(
    expected = "tangents of the variants `Shape::Circle` and `Shape::Nothing` cannot be combined"
)]
fn sum_of_two_variants() {
    Shape::Circle(1.0).add_assign(&Shape::Nothing);
}

#[test]
#[should_panic(
    expected = "tangents of the variants `Shape::Nothing` and `Shape::Circle` cannot be combined"
)]
fn visit_of_two_variants() {
    Shape::Nothing.zip_scalars(&Shape::Circle(1.0), |x, _| x);
}

#[derive(Clone, Differentiable)]
enum Op {
    Scale(f64),
    Pick(usize),
    Mix(bool, f64, String, [f32; 2]),
    Named { by: f64, times: u32 },
    Stop,
}

#[test]
fn without_the_constants() {
    let mix = Op::Mix(true, 1.0, String::new(), [2.0, 3.0]);
    assert_eq!(mix.zero_tangent(), OpTangent::Mix((), 0.0, (), [0.0; 2]));
    assert_eq!(Op::Pick(3).zero_tangent(), OpTangent::Pick(()));
    let named = Op::Named { by: 1.0, times: 2 };
    assert_eq!(named.zero_tangent(), OpTangent::Named { by: 0.0 });
    assert_eq!(Op::Stop.zero_tangent(), OpTangent::Stop);
    assert_ne!(OpTangent::Stop, OpTangent::Pick(()));
    let tangent = |x| OpTangent::Mix((), x, (), [1.0, x as f32]);
    laws::hold(&tangent(1.0), &tangent(2.0));
    laws::made(&tangent(1.0), "Mix((), 1.0, (), [1.0, 1.0])");
    laws::made(&OpTangent::Named { by: 2.0 }, "Named { by: 2.0 }");
    laws::made(&OpTangent::Stop, "Stop");
    assert_eq!(tangent(2.0).__Mix_3(), &[1.0, 2.0]);
    assert_eq!(*OpTangent::Scale(1.0).__Scale_0_mut(), 1.0);
}

#[test]
fn values_move() {
    let mut op = Op::Mix(true, 1.0, String::from("x"), [2.0, 3.0]);
    op.advance(2.0, &OpTangent::Mix((), 1.0, (), [0.0, 1.0]));
    let Op::Mix(true, y, name, z) = op else {
        panic!("another variant")
    };
    assert_eq!((y, name.as_str(), z), (3.0, "x", [2.0, 5.0]));
}

#[test]
#[should_panic(
    expected = "a value of another variant cannot be moved along a tangent of `Op::Stop`"
)]
fn a_step_along_another_variant() {
    let mut op = Op::Scale(1.0);
    op.advance(1.0, &OpTangent::Stop);
}

#[derive(Differentiable)]
enum Kind {
    First,
    Second(usize),
}

#[derive(Differentiable)]
enum Never {}

#[derive(Differentiable)]
enum One {
    Only(f64),
}

#[test]
fn small_enums() {
    let () = Kind::First.zero_tangent();
    let () = Kind::Second(2).zero_tangent();
    laws::hold(&One::Only(1.0), &One::Only(2.0));
    assert_eq!(*One::Only(3.0).__Only_0(), 3.0);
    fn is_constant<T: Differentiable<Tangent = ()>>() {}
    is_constant::<Never>();
}

#[derive(Differentiable)]
struct Program {
    ops: Vec<Op>,
    kind: Kind,
    shape: Shape,
    n: usize,
}

#[test]
fn enums_in_structs() {
    let program = Program {
        ops: vec![Op::Scale(1.0), Op::Stop, Op::Pick(3)],
        kind: Kind::First,
        shape: Shape::Circle(2.0),
        n: 1,
    };
    let zero = program.zero_tangent();
    let ops = [OpTangent::Scale(0.0), OpTangent::Stop, OpTangent::Pick(())];
    assert_eq!(zero.ops, ops);
    let () = zero.kind;
    assert_eq!(zero.shape, Shape::Circle(0.0));
    assert_eq!(program.n, 1);
}
