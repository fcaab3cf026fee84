//! Numbers: literals and conversions, in the type that they are of.
//!
//! `f32`, `f64` and aliases of them have literals. Of a type parameter a macro knows that it has the
//! trait `Real`: `<T as Real>::from_f64(0.5)`.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use crate::ir::{Atom, Float, Lit, Ty};
use crate::names;
use crate::rules::partial::float_name;

use super::Emitter;
use super::expr::{CAST, Expr};

impl Emitter<'_> {
    pub(super) fn literal(&self, lit: &Lit, typed: bool, span: Span) -> Expr {
        literal(lit, typed, span, self.root)
    }

    /// A number as a float of another type, where one of the two may be a type parameter.
    pub(super) fn converted(&mut self, atom: &Atom, to: &Ty, span: Span) -> Expr {
        let at = names::located(span);
        let (root, name) = (self.root, float_name(to));
        let operand = match atom {
            Atom::Lit(lit) => self.literal(lit, true, span),
            atom => self.operand(atom, span),
        };
        let from = self.func.atom_ty(atom);
        if !from.is_float() {
            let operand = operand.tokens;
            let of = of_trait(to, root);
            return Expr::tight(quote_spanned!(at=> <#name as #of>::from_i32(#operand)));
        }
        let wide = match &from {
            Ty::Float(Float::F64) => operand,
            Ty::Float(float) if float.has_no_literals() => {
                let (operand, from, of) =
                    (operand.tokens, float_name(&from), of_trait(&from, root));
                Expr::tight(quote_spanned!(at=> <#from as #of>::to_f64(#operand)))
            }
            _ => cast(operand, &quote!(::core::primitive::f64), at),
        };
        match to {
            Ty::Float(Float::F64) => wide,
            Ty::Float(float) if float.has_no_literals() => {
                let (wide, of) = (wide.tokens, of_trait(to, root));
                Expr::tight(quote_spanned!(at=> <#name as #of>::from_f64(#wide)))
            }
            _ => cast(wide, &name, at),
        }
    }

    pub(super) fn zero(&self, ty: &Ty, typed: bool) -> TokenStream {
        let zero = Lit {
            text: "0.0".to_owned(),
            ty: ty.clone(),
        };
        self.literal(&zero, typed, Span::call_site()).tokens
    }
}

/// A number in a type of float.
pub(in crate::emit) fn number(text: &str, ty: &Ty, root: &Path) -> TokenStream {
    let lit = Lit {
        text: text.to_owned(),
        ty: ty.clone(),
    };
    literal(&lit, false, Span::call_site(), root).tokens
}

fn literal(lit: &Lit, typed: bool, span: Span, root: &Path) -> Expr {
    let at = names::located(span);
    let text = lit.text.trim_start_matches('-');
    if lit.ty == Ty::Bool {
        let name = Ident::new(text, at);
        return Expr::tight(quote!(#name));
    }
    if matches!(&lit.ty, Ty::Float(float) if float.has_no_literals()) {
        return Expr::tight(real(&lit.text, &lit.ty, root));
    }
    let digits = digits(text, &lit.ty, typed, at);
    let number = match lit.text.starts_with('-') {
        true => Expr::prefixed(quote!(-#digits)),
        false => Expr::tight(quote!(#digits)),
    };
    match &lit.ty {
        Ty::Float(Float::Alias(name)) if typed => cast(number, &name.0, at),
        _ => number,
    }
}

/// A number in a type that may have no literals.
fn real(text: &str, ty: &Ty, root: &Path) -> TokenStream {
    let (name, of) = (float_name(ty), of_trait(ty, root));
    let sign = text.starts_with('-').then(|| quote!(-));
    match text {
        "0.0" => quote!(<#name as #of>::ZERO),
        "1.0" => quote!(<#name as #of>::ONE),
        _ => {
            let text = text.trim_start_matches('-');
            let digits = digits(text, &Ty::Float(Float::Open), false, Span::call_site());
            quote!(<#name as #of>::from_f64(#sign #digits))
        }
    }
}

/// The trait that says what a number is, in the words of who is to blame where it has none.
fn of_trait(ty: &Ty, root: &Path) -> TokenStream {
    match ty {
        Ty::Float(Float::Taken(_)) => quote!(#root::__private::Number),
        _ => quote!(#root::Real),
    }
}

fn digits(text: &str, ty: &Ty, typed: bool, at: Span) -> Literal {
    let suffix = match ty {
        Ty::Float(Float::F32) if typed => "f32",
        Ty::Float(Float::F64) if typed => "f64",
        Ty::Int(Some(name)) if typed => name,
        _ => "",
    };
    let text = match suffix {
        "" => text.to_owned(),
        suffix => format!("{}_{suffix}", text.trim_end_matches('.')),
    };
    let Ok(mut literal) = text.parse::<Literal>() else {
        unreachable!("`{text}` is a literal of the user's")
    };
    literal.set_span(at);
    literal
}

fn cast(operand: Expr, ty: &TokenStream, at: Span) -> Expr {
    let operand = operand.at_least(CAST);
    Expr {
        tokens: quote_spanned!(at=> #operand as #ty),
        level: CAST,
    }
}
