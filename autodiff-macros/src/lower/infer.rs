//! Types that follow from the signature, from annotations and from use.
//!
//! A macro sees no types but those that are written down. What follows from them is found by
//! unification; what stays open (`{float}`, `{integer}`, unknown) is left to rustc, which checks
//! whatever is emitted. A mismatch is no error here: the user's own function shows it.

use std::collections::HashMap;

use crate::ir::{Float, Number, Ty, Written};

use super::numbers::Numbers;

#[derive(Default)]
pub(crate) struct Types {
    slots: Vec<Slot>,
    /// The type of each part of a type that is not known, by both of their names.
    parts: HashMap<(String, String), Ty>,
    /// Names of types that turn out to be numbers.
    pub(super) numbers: Numbers,
}

#[derive(Clone)]
enum Slot {
    Unknown,
    Integer,
    /// A float; whether a literal is of its type.
    Float(bool),
    Known(Ty),
}

impl Types {
    pub(crate) fn new(numbers: Numbers) -> Self {
        Types {
            numbers,
            ..Types::default()
        }
    }

    pub(crate) fn fresh(&mut self) -> Ty {
        self.open(Slot::Unknown)
    }

    /// The type of an integer literal.
    pub(crate) fn integer(&mut self) -> Ty {
        self.open(Slot::Integer)
    }

    /// The type of a float literal.
    pub(crate) fn literal(&mut self) -> Ty {
        self.open(Slot::Float(true))
    }

    /// The type of a float.
    pub(crate) fn float(&mut self) -> Ty {
        self.open(Slot::Float(false))
    }

    /// A part of a type of which we do not know the parts: the same one whenever it is asked for.
    pub(crate) fn part(&mut self, of: &Ty, part: &str) -> Ty {
        if let Some(name) = self.name(of) {
            self.numbers.compose(&name);
        }
        let of = match self.shallow(of) {
            Ty::Named(name) => name.text(),
            Ty::Infer(at) => format!("?{at}"),
            _ => return self.fresh(),
        };
        let key = (of, part.to_owned());
        if let Some(known) = self.parts.get(&key) {
            return known.clone();
        }
        let fresh = self.fresh();
        self.parts.insert(key, fresh.clone());
        fresh
    }

    fn open(&mut self, slot: Slot) -> Ty {
        self.slots.push(slot);
        Ty::Infer(self.slots.len() - 1)
    }

    /// The type as far as it is known, looking through variables at its head.
    pub(crate) fn shallow(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Infer(at) => match &self.slots[*at] {
                Slot::Known(known) => self.shallow(known),
                _ => ty.clone(),
            },
            Ty::Named(name) => self.numbers.get(name).unwrap_or_else(|| ty.clone()),
            _ => ty.clone(),
        }
    }

    /// The name of a type of which a macro sees no more.
    pub(crate) fn name(&self, ty: &Ty) -> Option<Written> {
        match ty {
            Ty::Infer(at) => match &self.slots[*at] {
                Slot::Known(known) => self.name(known),
                _ => None,
            },
            Ty::Named(name) => Some(name.clone()),
            Ty::Float(float) => float.name().cloned(),
            _ => None,
        }
    }

    pub(crate) fn is_float(&self, ty: &Ty) -> bool {
        match self.shallow(ty) {
            Ty::Infer(at) => matches!(self.slots[at], Slot::Float(_)),
            known => known.is_float(),
        }
    }

    pub(crate) fn is_integer(&self, ty: &Ty) -> bool {
        match self.shallow(ty) {
            Ty::Infer(at) => matches!(self.slots[at], Slot::Integer),
            known => matches!(known, Ty::Int(_)),
        }
    }

    /// Makes two types one.
    pub(crate) fn unify(&mut self, a: &Ty, b: &Ty) {
        match (self.shallow(a), self.shallow(b)) {
            (Ty::Infer(a), Ty::Infer(b)) if a == b => {}
            (Ty::Infer(a), b @ Ty::Infer(_)) => self.join(a, &b),
            (Ty::Named(a), Ty::Named(b)) if a != b => self.numbers.pair(&a, &b),
            (Ty::Named(name), ty) | (ty, Ty::Named(name)) if self.number(&ty).is_some() => {
                self.seen(&name, &ty);
            }
            (of @ Ty::Named(_), Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item))
            | (Ty::Array(item, _) | Ty::Slice(item) | Ty::Vec(item), of @ Ty::Named(_)) => {
                let part = self.part(&of, "[]");
                self.unify(&part, &item);
            }
            (Ty::Infer(a), known) | (known, Ty::Infer(a)) => self.bind(a, known),
            (Ty::Float(Float::Taken(name)), other) | (other, Ty::Float(Float::Taken(name))) => {
                self.seen(&name, &other);
            }
            (Ty::Array(a, _), Ty::Array(b, _) | Ty::Slice(b))
            | (Ty::Slice(a), Ty::Slice(b) | Ty::Array(b, _) | Ty::Vec(b))
            | (Ty::Vec(a), Ty::Vec(b) | Ty::Slice(b)) => self.unify(&a, &b),
            (Ty::Option(a), Ty::Option(b)) | (Ty::Boxed(a), Ty::Boxed(b)) => self.unify(&a, &b),
            (Ty::Tuple(a), Ty::Tuple(b)) if a.len() == b.len() => {
                a.iter().zip(&b).for_each(|(a, b)| self.unify(a, b));
            }
            _ => {}
        }
    }

    /// What kind of number a type is.
    fn number(&self, ty: &Ty) -> Option<Number> {
        match ty {
            Ty::Float(float) => Some(Number::Float {
                literals: matches!(float, Float::F32 | Float::F64 | Float::Alias(_)),
            }),
            Ty::Int(_) => Some(Number::Integer),
            Ty::Bool => Some(Number::Bool),
            Ty::Infer(at) => match self.slots[*at] {
                Slot::Float(literals) => Some(Number::Float { literals }),
                Slot::Integer => Some(Number::Integer),
                _ => None,
            },
            _ => None,
        }
    }

    /// A type of which we know the name only is used as a number.
    fn seen(&mut self, name: &Written, used: &Ty) {
        if let Some(number) = self.number(used) {
            self.numbers.see(name, number);
        }
        let known = self.shallow(&Ty::Named(name.clone()));
        if let (Ty::Infer(at), false) = (used, matches!(known, Ty::Named(_))) {
            self.bind(*at, known);
        }
    }

    fn join(&mut self, a: usize, b: &Ty) {
        let Ty::Infer(at) = *b else { return };
        match (&self.slots[at], &self.slots[a]) {
            (Slot::Unknown, known) => self.slots[at] = known.clone(),
            (Slot::Float(false), Slot::Float(true)) => self.slots[at] = Slot::Float(true),
            _ => {}
        }
        self.slots[a] = Slot::Known(b.clone());
    }

    fn bind(&mut self, at: usize, known: Ty) {
        if let (Slot::Float(true), Ty::Float(Float::Taken(name))) = (&self.slots[at], &known) {
            self.numbers.see(name, Number::Float { literals: true });
        }
        let fits = match self.slots[at] {
            Slot::Integer => matches!(known, Ty::Int(_)),
            Slot::Float(_) => known.is_float(),
            _ => !self.occurs(at, &known),
        };
        if fits {
            self.slots[at] = Slot::Known(known);
        }
    }

    fn occurs(&self, at: usize, ty: &Ty) -> bool {
        match self.shallow(ty) {
            Ty::Infer(other) => at == other,
            Ty::Tuple(items) => items.iter().any(|item| self.occurs(at, item)),
            Ty::Option(item) | Ty::Boxed(item) => self.occurs(at, &item),
            known => known.item().is_some_and(|item| self.occurs(at, item)),
        }
    }

    /// The type, with every variable replaced by what is known in the end.
    pub(crate) fn resolve(&self, ty: &Ty) -> Ty {
        let boxed = |item: &Ty| Box::new(self.resolve(item));
        match self.shallow(ty) {
            Ty::Infer(at) => match self.slots[at] {
                Slot::Integer => Ty::Int(None),
                Slot::Float(false) if !self.numbers.is_empty() => Ty::Float(Float::Any),
                Slot::Float(_) => Ty::Float(Float::Open),
                _ => Ty::Unknown,
            },
            Ty::Array(item, len) => Ty::Array(boxed(&item), len),
            Ty::Slice(item) => Ty::Slice(boxed(&item)),
            Ty::Vec(item) => Ty::Vec(boxed(&item)),
            Ty::Option(item) => Ty::Option(boxed(&item)),
            Ty::Boxed(item) => Ty::Boxed(boxed(&item)),
            Ty::Tuple(items) => Ty::Tuple(items.iter().map(|item| self.resolve(item)).collect()),
            known => known,
        }
    }
}
