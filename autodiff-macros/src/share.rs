//! What is computed twice is computed once: scalar functions of the same operands, and loads of
//! storage that has not been written in between.
//!
//! The value is the same to the last bit; its adjoint is one sum where it would have been two, and
//! storage gets one `+=` where it would have got several.

use std::collections::HashMap;

use quote::ToTokens;

use crate::activity::written;
use crate::ir::walk::{PartMut, parts_mut};
use crate::ir::{Atom, Block, Fun, Func, Op, Place, Proj, Role, Stmt, Var, Variant};

pub(crate) fn share(mut func: Func) -> Func {
    let mut body = func.body.clone();
    let mut share = Share {
        func: &mut func,
        same: HashMap::new(),
    };
    share.block(&mut body, &mut Known::default());
    let same = share.same;
    crate::ir::walk::parts_mut::rvalue(&mut func.result, &mut |part| rename(part, &same));
    func.body = body;
    func
}

/// What has been computed, by what it is.
type Known = HashMap<Key, Var>;

/// An operation and its operands, as text; and the storage that it reads.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    text: String,
    reads: Option<Var>,
}

struct Share<'f> {
    func: &'f mut Func,
    /// The variable that stands for another one.
    same: HashMap<Var, Var>,
}

fn rename(part: PartMut<'_>, same: &HashMap<Var, Var>) {
    if let PartMut::Atom(Atom::Var(var)) = part {
        if let Some(other) = same.get(var) {
            *var = *other;
        }
    }
}

impl Share<'_> {
    fn block(&mut self, block: &mut Block, known: &mut Known) {
        let mut out = vec![];
        for mut stmt in std::mem::take(&mut block.stmts) {
            parts_mut::op(&mut stmt.op, &mut |part| rename(part, &self.same));
            if let Some(key) = self.key(&stmt) {
                if let Some(before) = known.get(&key) {
                    self.replace(stmt.binds[0], *before);
                    continue;
                }
                known.insert(key, stmt.binds[0]);
            }
            self.inside(&mut stmt, known);
            forget(known, &stmt);
            out.push(stmt);
        }
        block.stmts = out;
        for atom in &mut block.yields {
            rename(PartMut::Atom(atom), &self.same);
        }
    }

    /// Blocks inside know what is known ahead of them, but for what they write themselves.
    fn inside(&mut self, stmt: &mut Stmt, known: &mut Known) {
        if let Op::Loop(_) = &stmt.op {
            forget(known, stmt);
        }
        for block in stmt.op.blocks_mut() {
            self.block(block, &mut known.clone());
        }
        if let Op::Loop(each) = &mut stmt.op {
            if let Some(until) = &mut each.until {
                rename(PartMut::Atom(until), &self.same);
            }
        }
    }

    fn replace(&mut self, var: Var, by: Var) {
        self.same.insert(var, by);
        if self.func.name(by).is_empty() {
            self.func.vars[by.0].name = self.func.name(var).to_owned();
        }
    }

    fn key(&self, stmt: &Stmt) -> Option<Key> {
        match &stmt.op {
            Op::Apply { fun, args, .. } => {
                let fun = function(fun)?;
                let args: Vec<String> = args.iter().map(operand).collect();
                let ty = format!("{:?}", self.func.ty(stmt.binds[0]));
                let text = format!("{fun}({}): {ty}", args.join(", "));
                Some(Key { text, reads: None })
            }
            Op::Read(from) if !matches!(self.func.vars[from.base.0].role, Role::Const(_)) => {
                Some(Key {
                    text: place(from, &operand),
                    reads: Some(from.base),
                })
            }
            Op::Len(of) => {
                let text = format!("len {}", place(of, &operand));
                Some(Key {
                    text,
                    reads: Some(of.base),
                })
            }
            _ => None,
        }
    }
}

/// What a statement writes is not known any more.
fn forget(known: &mut Known, stmt: &Stmt) {
    crate::ir::walk::each_stmt(stmt, &mut |stmt| {
        let changed = written(&stmt.op);
        if !changed.is_empty() {
            known.retain(|key, _| key.reads.is_none_or(|base| !changed.contains(&base)));
        }
    });
}

/// A function that gives the same for the same operands; calls by path may be anything.
pub(crate) fn function(fun: &Fun) -> Option<String> {
    Some(match fun {
        Fun::Neg => "neg".to_owned(),
        Fun::Not => "not".to_owned(),
        Fun::Binary(symbol) => (*symbol).to_owned(),
        Fun::Method(name) => name.to_string(),
        Fun::Path(path, name) if Fun::converts(name) => path.to_string(),
        Fun::Path(_, name) => name.to_string(),
        Fun::Cast(ty) => format!("as {ty}"),
        Fun::Behind => "behind".to_owned(),
        Fun::Convert(ty) => format!("as {ty:?}"),
        Fun::Times | Fun::Product | Fun::Tangent | Fun::Constant | Fun::Same => return None,
    })
}

pub(crate) fn operand(atom: &Atom) -> String {
    match atom {
        Atom::Var(var) => format!("v{}", var.0),
        Atom::Lit(lit) => format!("{} {:?}", lit.text, lit.ty),
        Atom::Const(tokens, _) => tokens.to_string(),
        Atom::Unit => "()".to_owned(),
    }
}

pub(crate) fn place(place: &Place, operand: &dyn Fn(&Atom) -> String) -> String {
    let mut text = format!("v{}", place.base.0);
    for proj in &place.path {
        text += &match proj {
            Proj::Field(syn::Member::Unnamed(at)) => format!(".{}", at.index),
            Proj::Field(syn::Member::Named(name)) => format!(".{name}"),
            Proj::Deref => ".*".to_owned(),
            Proj::Variant(Variant { path, member, .. }) => {
                format!(".{path} {}", member.to_token_stream())
            }
            Proj::Index(at) => format!("[{}]", operand(at)),
            Proj::Slice { lo, hi, inclusive } => {
                let bound = |bound: &Option<Atom>| bound.as_ref().map(operand).unwrap_or_default();
                format!("[{}..{} {inclusive}]", bound(lo), bound(hi))
            }
        };
    }
    text
}
