//! Each invariant is seen to be broken.

use super::{Stage, func};
use crate::ir::parse;

fn fault(stage: Stage, body: &str) -> String {
    let text = format!("fn f(x: f64, k: bool, xs: &mut [f64]) -> f64 {{ {body} return x; }}");
    let parsed = parse::func(&text).unwrap_or_else(|error| panic!("{error}, in {body}"));
    func(&parsed, stage).expect_err(body)
}

macro_rules! faults {
    ($($name:ident: $stage:ident $body:literal => $fault:literal;)*) => { $(
        #[test]
        fn $name() {
            let fault = fault(Stage::$stage, $body);
            assert!(fault.contains($fault), "{fault}");
        }
    )* };
}

faults! {
    out_of_scope: Pruned "if k { a: f64 = sin(x); } b: f64 = sin(a);" => "`a` (3) is not in scope";
    out_of_its_loop: Pruned "loop i: usize in 0..3 { } xs[i] = 1.0;" => "`i` (3) is not in scope";
    too_few_yields: Promoted "if k { yield 1.0; } -> y: f64" => "yields 0 instead of 1";
    too_many_yields: Promoted "loop { yield x; } until k" => "yields 1 instead of 0";
    yields_of_another_type:
        Promoted "if k { yield true; } else { yield 1.0; } -> y: f64" => "`y` (3) is of type";
    carried_of_another_width:
        Promoted "loop carrying (s: f32 = x) { yield s; } until k -> t: f32" => "`s` (3) is of type";
    uncounted: Prepared "loop { } until k -> count: usize" => "binds 1 instead of 0";
    scalar_in_storage: Promoted "let s: f64 = 0.0;" => "`s` (3) is a scalar in storage";
    value_as_a_place: Lowered "x += 1.0;" => "`x` (0) is no place";
    place_as_a_value: Lowered "let s: f64 = 0.0; t: f64 = sin(s);" => "`s` (3) is no value";
    exit_left: Structured "'l: { break 'l; }" => "a label is left";
    exit_without_target: Lowered "'a: { break 'b; }" => "an exit has no target";
    label_within_itself: Lowered "'a: { 'a: { break 'a; } }" => "a label is taken twice";
    divergent_end: Structured "if k { diverges; }" => "comes to its end";
}
