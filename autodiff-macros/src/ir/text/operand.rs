//! What statements are made of, as text.

use std::collections::HashMap;

use proc_macro2::TokenStream;

use super::Text;
use crate::ir::*;

/// The name of each variable and label, unique, in the order in which they are first mentioned.
#[derive(Default)]
pub(super) struct Names {
    vars: HashMap<Var, String>,
    labels: HashMap<Label, usize>,
    used: HashMap<String, usize>,
    unnamed: usize,
}

impl Names {
    fn var(&mut self, var: Var, name: &str) -> String {
        if let Some(known) = self.vars.get(&var) {
            return known.clone();
        }
        let text = self.fresh(name);
        self.vars.insert(var, text.clone());
        text
    }

    fn fresh(&mut self, name: &str) -> String {
        if name.is_empty() {
            self.unnamed += 1;
            return format!("t{}", self.unnamed);
        }
        let used = self.used.entry(name.to_owned()).or_default();
        *used += 1;
        if *used == 1 && !is_unnamed(name) {
            return name.to_owned();
        }
        format!("{name}@{used}")
    }

    pub(super) fn label(&mut self, label: Label) -> String {
        let next = self.labels.len() + 1;
        format!("'l{}", self.labels.entry(label).or_insert(next))
    }
}

/// Whether a variable without a name is written like this.
pub(in crate::ir) fn is_unnamed(text: &str) -> bool {
    let digits = text.strip_prefix('t').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

pub(super) fn comma<T>(items: &[T], text: impl FnMut(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(", ")
}

/// Tokens as a person writes them.
pub(super) fn tokens(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    text.replace(":: ", "::")
        .replace(" ::", "::")
        .replace(" <", "<")
        .replace("< ", "<")
        .replace(" >", ">")
}

pub(super) fn ty(ty: &Ty) -> String {
    match ty {
        Ty::Float(Float::F32) => "f32".to_owned(),
        Ty::Float(Float::F64) => "f64".to_owned(),
        Ty::Float(Float::Open | Float::Any) => "float".to_owned(),
        Ty::Float(Float::Alias(name) | Float::Real(name) | Float::Taken(name)) => {
            format!("real({})", tokens(&name.0))
        }
        Ty::Int(name) => name.clone().unwrap_or_else(|| "int".to_owned()),
        Ty::Bool => "bool".to_owned(),
        Ty::Unit => "()".to_owned(),
        Ty::Plain => "plain".to_owned(),
        Ty::Opaque => "opaque".to_owned(),
        Ty::Array(item, len) => format!("[{}; {}]", self::ty(item), length(len)),
        Ty::Slice(item) => format!("[{}]", self::ty(item)),
        Ty::Vec(item) => format!("Vec<{}>", self::ty(item)),
        Ty::Option(item) => format!("Option<{}>", self::ty(item)),
        Ty::Boxed(item) => format!("Box<{}>", self::ty(item)),
        Ty::Named(written) => tokens(&written.0),
        Ty::Tuple(items) => tuple(items.len(), &comma(items, self::ty)),
        Ty::Infer(number) => format!("?{number}"),
        Ty::Unknown => "_".to_owned(),
    }
}

fn tuple(len: usize, items: &str) -> String {
    let comma = if len < 2 { "," } else { "" };
    format!("({items}{comma})")
}

fn length(len: &Len) -> String {
    len.0.as_ref().map_or("_".to_owned(), tokens)
}

/// A literal; its type behind it where that is not the usual one.
fn literal(lit: &Lit) -> String {
    match &lit.ty {
        Ty::Float(Float::F64) | Ty::Bool => lit.text.clone(),
        ty if *ty == Ty::usize() => lit.text.clone(),
        Ty::Unknown => format!("{}_unknown", lit.text),
        other => format!("{}_{}", lit.text, ty(other)),
    }
}

impl Text<'_> {
    pub(super) fn var(&mut self, var: Var) -> String {
        self.names.var(var, &self.func.vars[var.0].name)
    }

    pub(super) fn atom(&mut self, atom: &Atom) -> String {
        match atom {
            Atom::Var(var) => self.var(*var),
            Atom::Lit(lit) => literal(lit),
            Atom::Const(path, of) => format!("const({}, {})", ty(of), tokens(path)),
            Atom::Unit => "()".to_owned(),
        }
    }

    pub(super) fn atoms(&mut self, atoms: &[Atom]) -> String {
        comma(atoms, |atom| self.atom(atom))
    }

    pub(super) fn place(&mut self, place: &Place) -> String {
        let mut text = self.var(place.base);
        for proj in &place.path {
            text.push_str(&self.proj(proj));
        }
        text
    }

    pub(super) fn proj(&mut self, proj: &Proj) -> String {
        match proj {
            Proj::Field(syn::Member::Unnamed(at)) => format!(".{}", at.index),
            Proj::Field(syn::Member::Named(name)) => format!(".{name}"),
            Proj::Deref => ".*".to_owned(),
            Proj::Variant(Variant { name, member, .. }) => match member {
                syn::Member::Unnamed(at) => format!(".{name}!{}", at.index),
                syn::Member::Named(field) => format!(".{name}!{field}"),
            },
            Proj::Index(at) => format!("[{}]", self.atom(at)),
            Proj::Slice { lo, hi, inclusive } => self.slice(lo.as_ref(), hi.as_ref(), *inclusive),
        }
    }

    fn slice(&mut self, lo: Option<&Atom>, hi: Option<&Atom>, inclusive: bool) -> String {
        let dots = if inclusive { "..=" } else { ".." };
        let lo = lo.map(|lo| self.atom(lo)).unwrap_or_default();
        let hi = hi.map(|hi| self.atom(hi)).unwrap_or_default();
        format!("[{lo}{dots}{hi}]")
    }

    pub(super) fn range(&mut self, range: &Range) -> String {
        let dots = if range.inclusive { "..=" } else { ".." };
        let mut text = format!("{}{dots}{}", self.atom(&range.lo), self.atom(&range.hi));
        for adaptor in &range.adaptors {
            text.push_str(&match adaptor {
                Adaptor::Rev => " rev".to_owned(),
                Adaptor::StepBy(step) => format!(" step {}", self.atom(step)),
            });
        }
        text
    }

    pub(super) fn rvalue(&mut self, value: &Rvalue) -> String {
        match value {
            Rvalue::Atom(atom) => self.atom(atom),
            Rvalue::Copy(place, copying) => {
                format!("{} {}", copy_word(*copying), self.place(place))
            }
            Rvalue::Array(items) => format!("[{}]", self.rvalues(items)),
            Rvalue::Repeat(item, len) => format!("[{}; {}]", self.rvalue(item), length(len)),
            Rvalue::Tuple(items) => tuple(items.len(), &self.rvalues(items)),
            Rvalue::VecOf(items) => format!("vec![{}]", self.rvalues(items)),
            Rvalue::VecRepeat(item, len) => {
                format!("vec![{}; {}]", self.rvalue(item), self.atom(len))
            }
            Rvalue::VecEmpty(None) => "Vec::new()".to_owned(),
            Rvalue::VecEmpty(Some(capacity)) => {
                format!("Vec::with_capacity({})", self.atom(capacity))
            }
            Rvalue::Struct(of) => self.structure(of),
            Rvalue::Opaque(of) => format!("opaque {{ {} }}", tokens(&of.expr)),
            Rvalue::Boxed(item) => format!("Box::new({})", self.rvalue(item)),
            Rvalue::Maybe(tag, item) => {
                format!("maybe({}, {})", self.atom(tag), self.rvalue(item))
            }
            Rvalue::ZeroLike(place) => format!("zero_like {}", self.place(place)),
            Rvalue::Take(place) => format!("take {}", self.place(place)),
            Rvalue::NoTangent => "no_tangent()".to_owned(),
        }
    }

    fn structure(&mut self, of: &Struct) -> String {
        let mut parts = vec![];
        for (member, value) in &of.fields {
            let name = match member {
                syn::Member::Unnamed(at) => at.index.to_string(),
                syn::Member::Named(name) => name.to_string(),
            };
            parts.push(format!("{name}: {}", self.rvalue(value)));
        }
        if let Some(base) = &of.base {
            parts.push(format!("..{}", self.place(base)));
        }
        let word = if of.variant.is_some() {
            "variant"
        } else {
            "struct"
        };
        format!("{word} {} {{ {} }}", tokens(&of.path), parts.join(", "))
    }

    fn rvalues(&mut self, items: &[Rvalue]) -> String {
        comma(items, |item| self.rvalue(item))
    }
}

fn copy_word(copying: Copying) -> &'static str {
    match copying {
        Copying::Copy => "copy",
        Copying::Clone => "clone",
        Copying::Into => "into",
        Copying::ToVec => "to_vec",
    }
}
