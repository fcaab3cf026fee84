//! What a primitive's derivative is, and what the sweep keeps alive for it.

mod formula;
pub(crate) mod partial;

use crate::ir::Atom;

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    /// The parameters that are floats.
    pub(crate) params: &'static [&'static str],
    /// The parameters behind them that are integers.
    pub(crate) integers: &'static [&'static str],
    /// What the partials share.
    pub(crate) bindings: &'static [(&'static str, &'static str)],
    /// One for each float; none where the function is flat.
    pub(crate) partials: &'static [&'static str],
    /// Whether a partial can be infinite or NaN where the function is finite, or overflow.
    pub(crate) guarded: bool,
}

macro_rules! rules {
    (
        y: T;
        partials { $($smooth:tt)* }
        guarded { $($guarded:tt)* }
        flat { $( $(#[$_doc:meta])* $flat:ident ( $($p:ident),* ); )* }
    ) => {
        static SMOOTH: &[Rule] = &rows!(false; $($smooth)*);
        static GUARDED: &[Rule] = &rows!(true; $($guarded)*);
        static FLAT: &[Rule] = &[ $( Rule {
            name: stringify!($flat),
            params: &[$(stringify!($p)),*],
            integers: &[],
            bindings: &[],
            partials: &[],
            guarded: false,
        } ),* ];
    };
}

macro_rules! rows {
    ($guarded:literal; $(
        $(#[$_doc:meta])*
        $name:ident ( $($p:ident),* $(; $n:ident)? )
        $(where $($w:ident = $binding:expr),*)?
        => [ $($partial:expr),* $(,)? ] on $_domain:tt;
    )*) => { [ $( Rule {
        name: stringify!($name),
        params: &[$(stringify!($p)),*],
        integers: &[$(stringify!($n))?],
        bindings: &[$($((stringify!($w), stringify!($binding))),*)?],
        partials: &[$(stringify!($partial)),*],
        guarded: $guarded,
    } ),* ] };
}

include!("table.rs");

/// The rule of a function of floats, by its name and the number of its arguments.
pub(crate) fn rule(name: &str, arity: usize) -> Option<&'static Rule> {
    [SMOOTH, GUARDED, FLAT]
        .into_iter()
        .flatten()
        .find(|rule| rule.name == name && rule.params.len() + rule.integers.len() == arity)
}

/// The row that says the same with less: `1 / x` is the reciprocal, whose partial needs no division.
pub(crate) fn simplified<'a>(rule: &'static Rule, args: &'a [Atom]) -> (&'static Rule, &'a [Atom]) {
    match (rule.name, args) {
        ("div", [one, _]) if one.is_lit(1.0) => {
            (self::rule("recip", 1).unwrap_or(rule), &args[1..])
        }
        _ => (rule, args),
    }
}

/// The rule behind an operator.
pub(crate) fn operator(symbol: &str) -> Option<&'static Rule> {
    let name = match symbol {
        "+" => "add",
        "-" => "sub",
        "*" => "mul",
        "/" => "div",
        "%" => "rem",
        _ => return None,
    };
    rule(name, 2)
}

impl Rule {
    /// Whether the derivative is zero wherever it exists.
    pub(crate) fn is_flat(&self) -> bool {
        self.partials.is_empty()
    }
}
