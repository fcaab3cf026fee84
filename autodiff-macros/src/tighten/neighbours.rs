//! Neighbouring elements of a base that a loop reads and writes.

use std::collections::BTreeSet;

use crate::ir::walk::{Part, parts};
use crate::ir::{Op, Place, Ty, Var};

use super::Scope;
use super::facts::Facts;
use super::plan::Body;
use super::straight::Straight;

/// The elements of one base.
pub(super) struct Window {
    pub(super) base: Var,
    pub(super) ty: Ty,
    /// A place for each shift, from the first to the last.
    pub(super) places: Vec<Place>,
    pub(super) first: i64,
}

impl Window {
    pub(super) fn last(&self) -> usize {
        self.places.len() - 1
    }
}

pub(super) fn windows(scope: &Scope, straight: &Straight, facts: &Facts) -> Vec<Window> {
    let body = Body {
        func: scope.func,
        straight,
        facts,
    };
    let bases: BTreeSet<Var> = body.targets().into_iter().collect();
    let bases = bases.into_iter().filter(|base| (scope.is_adjoint)(*base));
    bases.filter_map(|base| window(&body, base)).collect()
}

/// `None` where a base is touched at one element only, or at any that is not in the window.
fn window(body: &Body, base: Var) -> Option<Window> {
    let (mut found, mut fine) = (vec![], true);
    for stmt in &body.straight.stmts {
        parts::op(&stmt.op, &mut |part| match part {
            Part::Place(place, _) if place.base == base => found.push(place.clone()),
            Part::Atom(atom) => fine &= atom.var() != Some(base),
            Part::Place(..) => {}
        });
        fine &= !matches!(&stmt.op, Op::Len(place) if place.base == base);
    }
    let units: Option<Vec<_>> = found.iter().map(|place| body.unit(place)).collect();
    let units = units?;
    let ty = body.func.place_ty(found.first()?);
    let same = units
        .iter()
        .all(|unit| unit.family == units[0].family && unit.rest.is_empty());
    let shifts: BTreeSet<i64> = units.iter().map(|unit| unit.shift).collect();
    let (first, last) = (*shifts.first()?, *shifts.last()?);
    let dense = last - first + 1 == i64::try_from(shifts.len()).ok()?;
    if !fine || !same || !dense || shifts.len() < 2 || shifts.len() > 4 || !ty.is_float() {
        return None;
    }
    let place = |shift: &i64| {
        let nth = units.iter().position(|unit| unit.shift == *shift)?;
        Some(found[nth].clone())
    };
    let places: Option<Vec<Place>> = shifts.iter().map(place).collect();
    Some(Window {
        base,
        ty,
        places: places?,
        first,
    })
}
