//! Parts of storage.

use crate::ir::{Copying, Place, Proj, Rvalue, Struct, Var};

use super::value::{Record, length};
use super::{Machine, Run, Value, bug, panics};

/// A projection with its numbers.
#[derive(Clone)]
pub(super) enum Step {
    Field(String),
    /// A field of a variant.
    Variant(String, String),
    Index(usize),
    Slice(usize, Option<usize>),
}

/// A part of storage: one thing, or some items of a sequence.
pub(super) enum Part<'v> {
    Whole(&'v mut Value),
    Window(&'v mut [Value]),
}

impl Part<'_> {
    pub(super) fn value(&self) -> Value {
        match self {
            Part::Whole(value) => (*value).clone(),
            Part::Window(items) => Value::Seq(items.to_vec()),
        }
    }

    pub(super) fn len(&self) -> Run<usize> {
        match self {
            Part::Whole(Value::Seq(items)) => Ok(items.len()),
            Part::Window(items) => Ok(items.len()),
            Part::Whole(other) => bug(format!("{other:?} has no length")),
        }
    }

    /// Replaces what is there; a window keeps its length.
    pub(super) fn set(self, new: Value) -> Run<()> {
        match self {
            Part::Whole(value) => *value = new,
            Part::Window(items) => {
                let new = new.seq()?;
                if new.len() != items.len() {
                    return bug("a slice changes its length");
                }
                items.clone_from_slice(&new);
            }
        }
        Ok(())
    }

    pub(super) fn update(self, change: impl FnOnce(&mut Value) -> Run<()>) -> Run<()> {
        let mut value = self.value();
        change(&mut value)?;
        self.set(value)
    }
}

impl Machine<'_> {
    pub(super) fn part(&mut self, place: &Place) -> Run<Part<'_>> {
        let (base, steps) = self.steps(place)?;
        let name = self.func.name(base);
        let Some(value) = &mut self.vars[base.0] else {
            return bug(format!("`{name}` ({}) is unbound", base.0));
        };
        steps.iter().try_fold(Part::Whole(value), inside)
    }

    /// Makes a variable a reference to a place.
    pub(super) fn view(&mut self, bind: Var, of: &Place) -> Run<()> {
        if !matches!(self.vars[self.steps(of)?.0.0], Some(Value::Tape(_))) {
            self.part(of)?;
        }
        let target = self.steps(of)?;
        self.views.insert(bind, target);
        Ok(())
    }

    /// The tape that a reference refers to, and where an entry is in it.
    pub(super) fn taped(&self, tape: Var, at: usize) -> Run<(Var, usize)> {
        let Some((base, steps)) = self.views.get(&tape) else {
            return Ok((tape, at));
        };
        let mut at = at;
        for step in steps {
            match step {
                Step::Slice(lo, None) => at += lo,
                Step::Slice(0, Some(hi)) if at < *hi => {}
                _ => return bug("a part of a tape"),
            }
        }
        Ok((*base, at))
    }

    fn steps(&self, place: &Place) -> Run<(Var, Vec<Step>)> {
        let through = self.views.get(&place.base).cloned();
        let (base, mut steps) = through.unwrap_or((place.base, vec![]));
        for proj in place
            .path
            .iter()
            .filter(|proj| !matches!(proj, Proj::Deref))
        {
            steps.push(self.step(proj)?);
        }
        Ok((base, steps))
    }

    pub(super) fn read(&mut self, place: &Place) -> Run<Value> {
        Ok(self.part(place)?.value())
    }

    fn step(&self, proj: &Proj) -> Run<Step> {
        Ok(match proj {
            Proj::Field(member) => Step::Field(named(member)),
            Proj::Variant(variant) => {
                Step::Variant(variant.name.to_string(), named(&variant.member))
            }
            Proj::Deref => return bug("a box is no value here"),
            Proj::Index(at) => Step::Index(self.index(at)?),
            Proj::Slice { lo, hi, inclusive } => {
                let lo = lo.as_ref().map_or(Ok(0), |lo| self.index(lo))?;
                let hi = hi.as_ref().map(|hi| self.index(hi)).transpose()?;
                Step::Slice(lo, hi.map(|hi| hi + usize::from(*inclusive)))
            }
        })
    }

    pub(super) fn rvalue(&mut self, value: &Rvalue) -> Run<Value> {
        Ok(match value {
            Rvalue::Atom(atom) => self.atom(atom)?,
            Rvalue::Copy(from, copying) => match (self.part(from)?, copying) {
                (Part::Window(_), Copying::Copy) => return bug("a slice is moved"),
                (part, _) => part.value(),
            },
            Rvalue::Array(items) | Rvalue::VecOf(items) => Value::Seq(self.rvalues(items)?),
            Rvalue::Tuple(items) => Value::Tuple(self.rvalues(items)?),
            Rvalue::Repeat(item, len) => match length(len) {
                Some(len) => Value::Seq(vec![self.rvalue(item)?; len]),
                None => return bug(format!("the length {len:?}")),
            },
            Rvalue::Struct(of) => Value::Record(self.record(of)?),
            Rvalue::Boxed(item) => self.rvalue(item)?,
            Rvalue::Maybe(tag, item) => Value::Maybe(match self.atom(tag)?.bool()? {
                true => Some(Box::new(self.rvalue(item)?)),
                false => None,
            }),
            Rvalue::VecRepeat(item, len) => {
                let len = self.index(len)?;
                Value::Seq(vec![self.rvalue(item)?; len])
            }
            Rvalue::VecEmpty(_) => Value::Seq(vec![]),
            Rvalue::ZeroLike(of) => self.read(of)?.zero(),
            Rvalue::Take(from) => {
                let part = self.part(from)?;
                let value = part.value();
                part.set(value.zero())?;
                value
            }
            Rvalue::NoTangent | Rvalue::Opaque(_) => Value::Unit,
        })
    }

    fn record(&mut self, of: &Struct) -> Run<Record> {
        let mut record = Record {
            variant: of.variant.as_ref().map(ToString::to_string),
            fields: vec![],
        };
        if let Some(base) = &of.base {
            match self.read(base)? {
                Value::Record(base) => record = base,
                other => return bug(format!("{other:?} is no struct")),
            }
        }
        for (member, value) in &of.fields {
            let (name, value) = (named(member), self.rvalue(value)?);
            record.fields.retain(|(field, _)| *field != name);
            record.fields.push((name, value));
        }
        record.fields.sort_by(|(a, _), (b, _)| a.cmp(b));
        Ok(record)
    }

    fn rvalues(&mut self, values: &[Rvalue]) -> Run<Vec<Value>> {
        values.iter().map(|value| self.rvalue(value)).collect()
    }
}

fn named(member: &syn::Member) -> String {
    match member {
        syn::Member::Named(name) => name.to_string(),
        syn::Member::Unnamed(at) => at.index.to_string(),
    }
}

fn inside<'v>(part: Part<'v>, step: &Step) -> Run<Part<'v>> {
    match part {
        Part::Window(items) => items_inside(items, step),
        Part::Whole(Value::Seq(items)) => items_inside(items, step),
        Part::Whole(value) => Ok(Part::Whole(field(value, step)?)),
    }
}

fn field<'v>(value: &'v mut Value, step: &Step) -> Run<&'v mut Value> {
    match (value, step) {
        (Value::Tuple(items), Step::Field(at)) => {
            let item = at.parse().ok().and_then(|at: usize| items.get_mut(at));
            item.map_or_else(|| bug("a tuple has no such field"), Ok)
        }
        (Value::Record(record), Step::Field(name)) => record.field(name),
        (Value::Record(record), Step::Variant(variant, name)) => match &record.variant {
            Some(found) if found == variant => record.field(name),
            found => bug(format!("{found:?} is taken for {variant}")),
        },
        (Value::Maybe(Some(value)), Step::Variant(..)) => Ok(value),
        _ => bug("a part of something that has none"),
    }
}

fn items_inside<'v>(items: &'v mut [Value], step: &Step) -> Run<Part<'v>> {
    let len = items.len();
    match step {
        Step::Index(at) if *at < len => Ok(Part::Whole(&mut items[*at])),
        Step::Slice(lo, hi) if *lo <= hi.unwrap_or(len) && hi.unwrap_or(len) <= len => {
            Ok(Part::Window(&mut items[*lo..hi.unwrap_or(len)]))
        }
        Step::Field(_) | Step::Variant(..) => bug("a sequence has no fields"),
        _ => panics("out of bounds"),
    }
}
