//! Places that move on by one element with each iteration: `x[c + i]`, whatever stands ahead of the
//! index and behind it.

use crate::ir::{Atom, Fun, Func, Op, Place, Proj, Ty, Var};

use super::facts::Facts;
use super::straight::Straight;

#[derive(Clone)]
pub(super) struct Unit {
    /// The sequence.
    pub(super) of: Place,
    pub(super) at: Atom,
    /// What of the element is meant.
    pub(super) rest: Vec<Proj>,
    /// Places of one family differ by their shift at most.
    pub(super) family: String,
    pub(super) shift: i64,
}

impl Unit {
    /// What two places have in common that lie in the same element.
    pub(super) fn element(&self) -> (String, i64) {
        (self.family.clone(), self.shift)
    }
}

/// An index as a sum: the loop's own so many times, what is the same in each iteration, and a number.
#[derive(Clone, Default)]
struct Sum {
    own: i64,
    terms: Vec<(bool, String)>,
    number: i64,
}

impl Sum {
    fn plus(mut self, other: Sum, sign: i64) -> Sum {
        self.own += sign * other.own;
        self.number += sign * other.number;
        let terms = other.terms.into_iter();
        self.terms
            .extend(terms.map(|(minus, text)| (minus != (sign < 0), text)));
        self.terms.sort();
        self
    }
}

pub(super) fn unit(func: &Func, straight: &Straight, facts: &Facts, place: &Place) -> Option<Unit> {
    let moves = |proj: &Proj| !is_fixed(facts, place.base, proj);
    let nth = place.path.iter().position(moves)?;
    let Proj::Index(at) = &place.path[nth] else {
        return None;
    };
    let rest = place.path[nth + 1..].to_vec();
    let sum = sum(straight, facts, at)?;
    let of = Place {
        base: place.base,
        path: place.path[..nth].to_vec(),
    };
    let known = matches!(
        func.place_ty(&of),
        Ty::Array(..) | Ty::Slice(_) | Ty::Vec(_)
    ) || straight.is_tape(place.base);
    if sum.own != 1 || !known || facts.is_inside(place.base) || rest.iter().any(moves) {
        return None;
    }
    let family = format!("{} {:?}", facts.place(&of), sum.terms);
    Some(Unit {
        of,
        at: at.clone(),
        rest,
        family,
        shift: sum.number,
    })
}

fn is_fixed(facts: &Facts, base: Var, proj: &Proj) -> bool {
    let place = Place {
        base,
        path: vec![proj.clone()],
    };
    facts.is_fixed(&place, &mut vec![])
}

fn sum(straight: &Straight, facts: &Facts, atom: &Atom) -> Option<Sum> {
    let fixed = |facts: &Facts| Sum {
        terms: vec![(false, facts.text(atom))],
        ..Sum::default()
    };
    match atom {
        Atom::Lit(lit) => Some(Sum {
            number: lit.text.replace('_', "").parse().ok()?,
            ..Sum::default()
        }),
        Atom::Var(var) if *var == straight.index => Some(Sum {
            own: 1,
            ..Sum::default()
        }),
        Atom::Var(var) => match straight.definition(*var).map(|stmt| &stmt.op) {
            Some(Op::Copy(atom)) => sum(straight, facts, atom),
            Some(Op::Apply {
                fun: Fun::Binary(symbol @ ("+" | "-")),
                args,
                ..
            }) => {
                let sign = if *symbol == "+" { 1 } else { -1 };
                let (a, b) = (&args[0], &args[1]);
                Some(sum(straight, facts, a)?.plus(sum(straight, facts, b)?, sign))
            }
            _ => facts.is_invariant(atom, &mut vec![]).then(|| fixed(facts)),
        },
        _ => Some(fixed(facts)),
    }
}
