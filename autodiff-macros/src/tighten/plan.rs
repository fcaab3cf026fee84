//! Into which loops the body of a loop falls.
//!
//! # Note: what may be taken apart
//!
//! A base is only read, or only added to, or read and then overwritten at one element that is another
//! one in each iteration. So no iteration sees what another one did, and neither does an effect see
//! another one, but for elements that are overwritten: those come last, and all that is pure can be
//! computed again for each effect.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::ir::walk::{Access, Part, parts};
use crate::ir::{Atom, Fun, Func, Op, Place, Var};

use super::facts::Facts;
use super::straight::Straight;
use super::unit::{Unit, unit};

/// Effects, by their number in the body.
#[derive(Default, Debug)]
pub(super) struct Plan {
    /// What is added to local numbers.
    pub(super) sums: Vec<usize>,
    /// What is added to neighbours.
    pub(super) gathers: Vec<Vec<usize>>,
    /// Each of these touches one element of each base. Elements that are overwritten are in the last.
    pub(super) groups: Vec<Vec<usize>>,
}

/// How far neighbours may be from each other.
const FAR: i64 = 4;

/// As many loops are not worth it any more.
const LOOPS: usize = 8;

pub(super) struct Body<'a> {
    pub(super) func: &'a Func,
    pub(super) straight: &'a Straight,
    pub(super) facts: &'a Facts,
}

impl Body<'_> {
    pub(super) fn unit(&self, place: &Place) -> Option<Unit> {
        unit(self.func, self.straight, self.facts, place)
    }

    fn stmt(&self, nth: usize) -> &Op {
        &self.straight.stmts[nth].op
    }

    /// The place of an effect, and whether it is overwritten.
    fn target(&self, nth: usize) -> Option<(&Place, bool)> {
        match self.stmt(nth) {
            Op::Update(place, ..) => Some((place, false)),
            Op::Write(place, _) => Some((place, true)),
            _ => None,
        }
    }

    /// The bases of all effects.
    pub(super) fn targets(&self) -> Vec<Var> {
        let targets = self.effects().into_iter();
        targets
            .filter_map(|nth| Some(self.target(nth)?.0.base))
            .collect()
    }

    fn effects(&self) -> Vec<usize> {
        let all = 0..self.straight.stmts.len();
        all.filter(|nth| self.target(*nth).is_some()).collect()
    }

    /// Whether no iteration, and no effect, sees another one.
    fn is_independent(&self) -> bool {
        let mut written: HashMap<Var, String> = HashMap::new();
        for nth in self.effects() {
            let Some((place, overwrites)) = self.target(nth) else {
                continue;
            };
            if !overwrites {
                if !self.facts.is_sum(place.base) {
                    return false;
                }
                continue;
            }
            let text = self.facts.place(place);
            let same = written.entry(place.base).or_insert_with(|| text.clone());
            if self.unit(place).is_none() || *same != text || self.facts.used(place.base).added {
                return false;
            }
        }
        self.are_read_first(&written)
    }

    /// Whether what is overwritten is read ahead of that, and in the same place.
    fn are_read_first(&self, written: &HashMap<Var, String>) -> bool {
        let (mut fine, mut gone) = (true, HashSet::new());
        for stmt in &self.straight.stmts {
            parts::op(&stmt.op, &mut |part| {
                let Part::Place(place, access) = part else {
                    return;
                };
                let Some(text) = written.get(&place.base) else {
                    return;
                };
                fine &= *text == self.facts.place(place);
                match access {
                    Access::Write => drop(gone.insert(place.base)),
                    _ => fine &= !gone.contains(&place.base),
                }
            });
        }
        fine
    }

    /// The pure statements that an effect needs.
    pub(super) fn needs(&self, nth: usize) -> BTreeSet<usize> {
        let mut needs = BTreeSet::new();
        let mut open = vec![nth];
        while let Some(nth) = open.pop() {
            parts::op(self.stmt(nth), &mut |part| {
                let Part::Atom(Atom::Var(var)) = part else {
                    return;
                };
                let stmts = self.straight.stmts.iter();
                let found = stmts.enumerate().find(|(_, stmt)| stmt.binds.contains(var));
                if let Some((nth, _)) = found {
                    if needs.insert(nth) {
                        open.push(nth);
                    }
                }
            });
        }
        needs
    }

    fn is_dear(&self, nth: usize) -> bool {
        let stmt = &self.straight.stmts[nth];
        match &stmt.op {
            Op::Apply { fun, .. } => match fun {
                Fun::Binary("/" | "%") => true,
                Fun::Method(name) => name != "abs" && name != "max" && name != "min",
                Fun::Path(..) => true,
                _ => false,
            },
            _ => false,
        }
    }

    /// `None` where the loop stays what it is.
    pub(super) fn plan(&self) -> Option<Plan> {
        if !self.is_independent() {
            return None;
        }
        let mut plan = Plan::default();
        let mut families: HashMap<(Var, String), Vec<usize>> = HashMap::new();
        let (mut adds, mut last) = (vec![], vec![]);
        for nth in self.effects() {
            let (place, overwrites) = self.target(nth)?;
            match (overwrites, self.unit(place)) {
                (true, _) => last.push(nth),
                (false, _) if place.path.is_empty() => plan.sums.push(nth),
                (false, unit) => {
                    if let Some(unit) = unit {
                        let family = families.entry((place.base, unit.family)).or_default();
                        family.push(nth);
                    }
                    adds.push(nth);
                }
            }
        }
        self.gathers(&mut adds, families, &mut plan);
        self.groups(&adds, &last, &mut plan);
        self.merged(plan)
    }

    /// What is added to neighbours of one family goes together.
    fn gathers(
        &self,
        adds: &mut Vec<usize>,
        families: HashMap<(Var, String), Vec<usize>>,
        plan: &mut Plan,
    ) {
        let mut families: Vec<_> = families.into_values().collect();
        families.sort();
        for family in families {
            let shifts = family.iter().filter_map(|nth| self.shift(*nth));
            let (min, max) = shifts.fold((i64::MAX, i64::MIN), |(min, max), shift| {
                (min.min(shift), max.max(shift))
            });
            if min < max && max - min <= FAR {
                adds.retain(|nth| !family.contains(nth));
                plan.gathers.push(family);
            }
        }
    }

    pub(super) fn shift(&self, nth: usize) -> Option<i64> {
        let (place, _) = self.target(nth)?;
        Some(self.unit(place)?.shift)
    }

    /// In each loop, the effects on a base are on one element of it.
    fn groups(&self, adds: &[usize], last: &[usize], plan: &mut Plan) {
        let mut bases: Vec<HashMap<Var, (String, i64)>> = vec![];
        for nth in last.iter().chain(adds) {
            let Some((place, _)) = self.target(*nth) else {
                continue;
            };
            let element = match self.unit(place) {
                Some(unit) => unit.element(),
                None => ("anywhere".to_owned(), 0),
            };
            let fits = |known: &HashMap<Var, (String, i64)>| {
                known.get(&place.base).is_none_or(|other| *other == element)
            };
            let group = bases.iter().position(fits).unwrap_or(bases.len());
            if group == bases.len() {
                bases.push(HashMap::new());
                plan.groups.push(vec![]);
            }
            bases[group].insert(place.base, element);
            plan.groups[group].push(*nth);
        }
        // The first one has what is overwritten.
        plan.groups
            .iter_mut()
            .for_each(|group| group.sort_unstable());
        plan.groups.reverse();
    }

    /// What is dear is computed once, or else nothing is taken apart.
    fn merged(&self, mut plan: Plan) -> Option<Plan> {
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        let gathered = plan.gathers.iter().flatten().map(|nth| vec![*nth]);
        let parts: Vec<Vec<usize>> = plan.groups.iter().cloned().chain(gathered).collect();
        let mut add = |part: &[usize]| {
            let needs: BTreeSet<usize> = part.iter().flat_map(|nth| self.needs(*nth)).collect();
            for nth in needs.into_iter().filter(|nth| self.is_dear(*nth)) {
                if !once.insert(nth) {
                    twice.insert(nth);
                }
            }
        };
        parts.iter().for_each(|part| add(part));
        add(&plan.sums);
        if twice.is_empty() && parts.len() <= LOOPS {
            return Some(plan);
        }
        if plan.groups.len() == 1 && plan.gathers.is_empty() {
            let sums = std::mem::take(&mut plan.sums);
            plan.groups[0].extend(sums);
            plan.groups[0].sort_unstable();
            return Some(plan);
        }
        None
    }
}
