//! Derivatives against an independent truth: differences, and the other mode.
//!
//! [`assert_rule`] and [`assert_pullback`] test a rule that was written by hand; [`rule`] and
//! [`pullback`] return what is wrong instead.

mod compare;
mod difference;
mod numbers;
mod report;
mod rule;

pub use difference::derivative;
pub use report::{Fault, Report};
pub use rule::{assert_pullback, assert_rule, pullback, rule};
