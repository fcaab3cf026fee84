//! Types of which a macro sees the name only, and that are used as numbers: aliases, type parameters.
//!
//! What is calculated with such a type is evidence; rustc confirms it. A function is lowered again as
//! long as there is new evidence, so that these types are numbers from the signature on.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Float, Number, Ty, Written};

#[derive(Clone, Default)]
pub(crate) struct Numbers {
    known: BTreeMap<String, (Written, Number)>,
    /// The type parameters that have the trait `Real`.
    declared: BTreeSet<String>,
    /// Types whose parts are used: these are no numbers.
    composed: BTreeSet<String>,
    /// Types that are the same where both are numbers.
    pairs: Vec<(Written, Written)>,
}

impl Numbers {
    /// A type parameter that has the trait `Real`.
    pub(crate) fn declare(&mut self, name: &Written) {
        let number = Number::Float { literals: false };
        self.known.insert(name.text(), (name.clone(), number));
        self.declared.insert(name.text());
    }

    pub(crate) fn is_declared(&self, name: &Written) -> bool {
        self.declared.contains(&name.text())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    pub(crate) fn known(&self) -> impl Iterator<Item = &(Written, Number)> {
        self.known.values()
    }

    /// What is known, where a function shows more than was known before; which types are no numbers
    /// matters only where something is refused.
    pub(crate) fn grown(&self, before: &Numbers, refused: bool) -> Option<Numbers> {
        let mut all = self.clone();
        all.known
            .retain(|name, _| !self.composed.contains(name) || self.declared.contains(name));
        all.pairs.clear();
        let same = all.known.len() == self.known.len()
            && all.known.len() == before.known.len()
            && all.known.iter().all(|(name, (_, number))| {
                let known = before.known.get(name).map(|(_, known)| known);
                known == Some(number)
            });
        let composed = refused && self.composed.len() > before.composed.len();
        (!same || composed).then_some(all)
    }

    /// What the type is, where it is known to be a number.
    pub(crate) fn get(&self, name: &Written) -> Option<Ty> {
        let (_, number) = self.known.get(&name.text())?;
        Some(match number {
            Number::Float { literals: true } => Ty::Float(Float::Alias(name.clone())),
            Number::Float { .. } if self.is_declared(name) => Ty::Float(Float::Real(name.clone())),
            Number::Float { .. } => Ty::Float(Float::Taken(name.clone())),
            Number::Integer => Ty::Int(None),
            Number::Bool => Ty::Bool,
        })
    }

    /// The type is used as a number.
    pub(crate) fn see(&mut self, name: &Written, number: Number) {
        let text = name.text();
        if self.declared.contains(&text) || self.composed.contains(&text) {
            return;
        }
        let known = self.known.get(&text).map(|(_, known)| *known);
        let number = match (known, number) {
            (None | Some(Number::Float { literals: false }), number) => number,
            (Some(known), _) => known,
        };
        if known == Some(number) {
            return;
        }
        self.known.insert(text.clone(), (name.clone(), number));
        for (a, b) in self.pairs.clone() {
            if a.text() == text {
                self.see(&b, number);
            } else if b.text() == text {
                self.see(&a, number);
            }
        }
    }

    /// Two types are used as one.
    pub(crate) fn pair(&mut self, a: &Written, b: &Written) {
        self.pairs.push((a.clone(), b.clone()));
    }

    pub(crate) fn is_composed(&self, name: &Written) -> bool {
        self.composed.contains(&name.text())
    }

    /// A part of the type is used.
    pub(crate) fn compose(&mut self, name: &Written) {
        self.composed.insert(name.text());
    }

    /// The type, with numbers in place of their names.
    pub(crate) fn applied(&self, ty: Ty) -> Ty {
        let boxed = |item: Box<Ty>| Box::new(self.applied(*item));
        match ty {
            Ty::Named(name) => self.get(&name).unwrap_or(Ty::Named(name)),
            Ty::Array(item, len) => Ty::Array(boxed(item), len),
            Ty::Slice(item) => Ty::Slice(boxed(item)),
            Ty::Vec(item) => Ty::Vec(boxed(item)),
            Ty::Option(item) => Ty::Option(boxed(item)),
            Ty::Boxed(item) => Ty::Boxed(boxed(item)),
            Ty::Tuple(items) => Ty::Tuple(items.into_iter().map(|ty| self.applied(ty)).collect()),
            other => other,
        }
    }
}
