//! What variables hold.

use std::rc::Rc;

use crate::ir::{Len, Ty};

use super::{Pullback, Run, bug};

#[derive(Clone, Debug)]
pub(crate) enum Value {
    Float(f64),
    Int(i128),
    Bool(bool),
    /// The tangent of what has none, too.
    Unit,
    /// An array, a slice or a vector.
    Seq(Vec<Value>),
    Tuple(Vec<Value>),
    /// A struct, or a variant of an enum.
    Record(Record),
    Maybe(Option<Box<Value>>),
    Pullback(Rc<Pullback>),
    Tape(Vec<Vec<Value>>),
    /// Storage before its first write, of a type that is not known.
    Hole,
}

/// The fields by name; those of a tuple struct are called by their numbers.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) variant: Option<String>,
    pub(crate) fields: Vec<(String, Value)>,
}

impl Record {
    fn map(&self, change: &mut dyn FnMut(&Value) -> Value) -> Record {
        let fields = self.fields.iter();
        Record {
            variant: self.variant.clone(),
            fields: fields
                .map(|(name, value)| (name.clone(), change(value)))
                .collect(),
        }
    }

    pub(super) fn field(&mut self, name: &str) -> Run<&mut Value> {
        let found = self.fields.iter_mut().find(|(field, _)| field == name);
        match found {
            Some((_, value)) => Ok(value),
            None => bug(format!("there is no field `{name}`")),
        }
    }
}

impl Value {
    pub(crate) fn floats(numbers: &[f64]) -> Value {
        Value::Seq(numbers.iter().copied().map(Value::Float).collect())
    }

    pub(crate) fn int(&self) -> Run<i128> {
        match self {
            Value::Int(number) => Ok(*number),
            other => bug(format!("{other:?} is no integer")),
        }
    }

    pub(crate) fn bool(&self) -> Run<bool> {
        match self {
            Value::Bool(value) => Ok(*value),
            other => bug(format!("{other:?} is no bool")),
        }
    }

    pub(crate) fn seq(self) -> Run<Vec<Value>> {
        match self {
            Value::Seq(items) => Ok(items),
            other => bug(format!("{other:?} is no sequence")),
        }
    }

    fn parts(&self) -> &[Value] {
        match self {
            Value::Seq(items) | Value::Tuple(items) => items,
            _ => &[],
        }
    }

    /// A zero tangent of this shape.
    pub(crate) fn zero(&self) -> Value {
        let zeros = |items: &[Value]| items.iter().map(Value::zero).collect();
        match self {
            Value::Float(_) => Value::Float(0.0),
            Value::Seq(items) => Value::Seq(zeros(items)),
            Value::Tuple(items) => Value::Tuple(zeros(items)),
            Value::Record(record) => Value::Record(record.map(&mut Value::zero)),
            Value::Maybe(value) => Value::Maybe(value.as_ref().map(|value| Box::new(value.zero()))),
            _ => Value::Unit,
        }
    }

    /// `self += other`, both tangents.
    pub(crate) fn add(&mut self, other: &Value) -> Run<()> {
        match (&mut *self, other) {
            (Value::Float(to), Value::Float(from)) => *to += from,
            (Value::Unit, _) => {}
            (Value::Seq(to), Value::Seq(from)) | (Value::Tuple(to), Value::Tuple(from))
                if to.len() == from.len() =>
            {
                for (to, from) in to.iter_mut().zip(from) {
                    to.add(from)?;
                }
            }
            (Value::Record(to), Value::Record(from)) if to.variant == from.variant => {
                for (name, value) in &from.fields {
                    to.field(name)?.add(value)?;
                }
            }
            (Value::Maybe(Some(to)), Value::Maybe(Some(from))) => to.add(from)?,
            (Value::Maybe(_), Value::Maybe(None)) => {}
            (to @ Value::Maybe(None), from @ Value::Maybe(_)) => to.clone_from(from),
            (to, from) => return bug(format!("{to:?} += {from:?}")),
        }
        Ok(())
    }

    /// The floats, first one first.
    pub(crate) fn flat(&self) -> Vec<f64> {
        match self {
            Value::Float(number) => vec![*number],
            Value::Record(record) => record.fields.iter().flat_map(|(_, v)| v.flat()).collect(),
            Value::Maybe(Some(value)) => value.flat(),
            other => other.parts().iter().flat_map(Value::flat).collect(),
        }
    }

    /// The same shape, with the next of these numbers.
    pub(crate) fn filled(&self, numbers: &mut dyn Iterator<Item = f64>) -> Value {
        match self {
            Value::Float(_) => Value::Float(numbers.next().unwrap_or(f64::NAN)),
            Value::Seq(items) => Value::Seq(items.iter().map(|v| v.filled(numbers)).collect()),
            Value::Tuple(items) => Value::Tuple(items.iter().map(|v| v.filled(numbers)).collect()),
            Value::Record(record) => Value::Record(record.map(&mut |value| value.filled(numbers))),
            Value::Maybe(Some(value)) => Value::Maybe(Some(Box::new(value.filled(numbers)))),
            other => other.clone(),
        }
    }
}

/// What emitted code writes where nothing is known yet.
pub(super) fn blank(ty: &Ty) -> Value {
    match ty {
        Ty::Float(_) => Value::Float(0.0),
        Ty::Int(_) => Value::Int(0),
        Ty::Bool => Value::Bool(false),
        Ty::Unit => Value::Unit,
        Ty::Vec(_) => Value::Seq(vec![]),
        Ty::Array(item, len) => match length(len) {
            Some(len) => Value::Seq(vec![blank(item); len]),
            None => Value::Hole,
        },
        Ty::Tuple(items) => Value::Tuple(items.iter().map(blank).collect()),
        Ty::Option(_) => Value::Maybe(None),
        _ => Value::Hole,
    }
}

/// The length of an array that is written as a number.
pub(super) fn length(len: &Len) -> Option<usize> {
    let text = len.0.as_ref()?.to_string();
    text.trim_matches(['(', ')', ' ']).parse().ok()
}
