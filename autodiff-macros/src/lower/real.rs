//! Functions and constants of a float type: `f64::sin(x)`, `T::from_f64(0.5)`, `<T as Real>::PI`.

use quote::{ToTokens, quote};
use syn::{Expr, ExprPath, Path, QSelf};

use crate::ir::{Atom, Float, Lit, Ty, Written};

use super::loops::bare;
use super::value::Value;
use super::{Lower, types};

impl Lower<'_> {
    /// The number type whose function or constant a path names.
    pub(super) fn owner(&self, path: &ExprPath) -> Option<Ty> {
        if let Some(qself) = &path.qself {
            return self.qualified(qself, &path.path);
        }
        let segments: Vec<String> = types::words(&path.path);
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            ["std" | "core", "primitive", owner, _] => types::primitive(owner),
            [owner, _] => types::primitive(owner).or_else(|| self.named_owner(&path.path)),
            [_, .., _] => self.named_owner(&path.path),
            _ => None,
        }
    }

    fn named_owner(&self, path: &Path) -> Option<Ty> {
        let mut owner = path.clone();
        owner.segments.pop();
        owner.segments.pop_punct();
        self.types.numbers.get(&Written(owner.to_token_stream()))
    }

    /// `<f64>::sin`, `<T as Real>::sin`.
    fn qualified(&self, qself: &QSelf, path: &Path) -> Option<Ty> {
        let ty = self.types.numbers.applied(types::ty(&qself.ty)?);
        let real = |path: &Path| {
            path.segments
                .iter()
                .nth_back(1)
                .is_some_and(|last| last.ident == "Real")
        };
        let declared = matches!(&ty, Ty::Float(Float::Real(_) | Float::Taken(_)));
        (qself.as_token.is_none() || declared && real(path)).then_some(ty)
    }

    /// `T::from_f64(0.5)` of a type parameter: a number.
    pub(super) fn constant_number(
        &self,
        owner: &Ty,
        path: &ExprPath,
        call: &syn::ExprCall,
    ) -> Option<Value> {
        let Ty::Float(float) = owner else { return None };
        float.name()?;
        let last = path.path.segments.last()?.ident.to_string();
        let args: Vec<&Expr> = call.args.iter().map(bare).collect();
        if !args.iter().all(|arg| is_literal(arg)) {
            return None;
        }
        let known = matches!(float, Float::Real(_));
        if let ("from_f64", [arg], true) = (last.as_str(), args.as_slice(), known) {
            return Some(Value::Atom(literal(arg, owner)?));
        }
        let ours = ["from", "from_f64", "from_usize", "from_i32", "default"];
        if !ours.contains(&last.as_str()) && !args.is_empty() {
            return None;
        }
        let tokens = quote!(#path(#(#args),*));
        Some(Value::Atom(Atom::Const(tokens, owner.clone())))
    }

    /// `T::ZERO`, `T::ONE` of a type parameter.
    pub(super) fn named_number(&self, owner: &Ty, name: &str) -> Option<Atom> {
        let text = match name {
            "ZERO" => "0.0",
            "ONE" => "1.0",
            _ => return None,
        };
        let declared = matches!(owner, Ty::Float(Float::Real(_)));
        declared.then(|| Atom::float(text, owner))
    }
}

fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) => true,
        Expr::Unary(unary) => matches!(unary.op, syn::UnOp::Neg(_)) && is_literal(&unary.expr),
        _ => false,
    }
}

fn literal(expr: &Expr, ty: &Ty) -> Option<Atom> {
    let (sign, lit) = match expr {
        Expr::Lit(lit) => ("", lit),
        Expr::Unary(unary) => match bare(&unary.expr) {
            Expr::Lit(lit) => ("-", lit),
            _ => return None,
        },
        _ => return None,
    };
    let syn::Lit::Float(float) = &lit.lit else {
        return None;
    };
    let text = format!("{sign}{}", float.base10_digits());
    let text = match text.contains(['.', 'e', 'E']) {
        true => text,
        false => format!("{text}.0"),
    };
    Some(Atom::Lit(Lit {
        text,
        ty: ty.clone(),
    }))
}
