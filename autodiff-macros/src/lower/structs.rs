//! Structs, variants and boxes: what is built, and what its parts are.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Member, Path};

use crate::diagnostics as refusal;
use crate::ir::{Copying, Place, Proj, Rvalue, Struct, Ty, Written};

use super::Lower;
use super::value::{Value, View};

/// What a path that begins with a capital names.
pub(super) struct Constructor {
    /// The path as it is written.
    pub(super) path: TokenStream,
    pub(super) variant: Option<Ident>,
    pub(super) ty: Ty,
}

impl Constructor {
    /// `Point`, `Shape::Circle`; `None` for what is not spelled like a type or a variant.
    pub(super) fn of(path: &Path) -> Option<Constructor> {
        let last = path.segments.last()?;
        is_capital(&last.ident).then(|| Self::braced(path))?
    }

    /// The same ahead of braces and in patterns with parts, where no constant can stand.
    pub(super) fn braced(path: &Path) -> Option<Constructor> {
        let last = path.segments.last()?;
        let mut owner = path.clone();
        owner.segments.pop();
        owner.segments.pop_punct();
        let standard = ["Some", "None", "Ok", "Err"];
        let variant = owner.segments.last().is_some_and(|of| is_upper(&of.ident))
            || standard.iter().any(|name| last.ident == name);
        let named = |path: &Path| Ty::Named(Written(path.to_token_stream()));
        Some(Constructor {
            path: path.to_token_stream(),
            variant: variant.then(|| last.ident.clone()),
            ty: named(if variant && !owner.segments.is_empty() {
                &owner
            } else {
                path
            }),
        })
    }

    /// Where a field stands in a value.
    pub(super) fn field(&self, member: &Member) -> Proj {
        Proj::field(&self.path, self.variant.as_ref(), member.clone())
    }
}

/// Whether a name is written as those of types and variants are, and not as a constant's.
pub(super) fn is_capital(name: &Ident) -> bool {
    let text = name.to_string();
    is_upper(name) && (text.chars().any(char::is_lowercase) || text.len() == 1)
}

/// Whether a name begins as those of types, variants and constants do.
fn is_upper(name: &Ident) -> bool {
    let text = name.to_string();
    let first = text.trim_start_matches("r#").trim_start_matches('_');
    first.starts_with(char::is_uppercase)
}

impl Lower<'_> {
    /// `Point { x, y: 2.0, ..p }`
    pub(super) fn struct_literal(&mut self, literal: &syn::ExprStruct) -> Value {
        let span = literal.path.span();
        let Some(of) = Constructor::braced(&literal.path).filter(|_| literal.qself.is_none())
        else {
            return self.refuse(span, "this struct", &refusal::UNSUPPORTED);
        };
        let mut fields = vec![];
        for field in &literal.fields {
            fields.push((
                field.member.clone(),
                self.part(&field.expr),
                field.expr.span(),
            ));
        }
        let base = match literal.rest.as_deref() {
            None => None,
            Some(rest) => {
                let value = self.expr(rest);
                if matches!(value, Value::Error | Value::Never) {
                    return value;
                }
                Some(self.place_of(value, rest.span()).0)
            }
        };
        self.built(of, fields, base)
    }

    /// `Point(x, y)`
    pub(super) fn constructed(&mut self, of: Constructor, args: &[&Expr]) -> Value {
        let mut fields = vec![];
        for (nth, arg) in args.iter().enumerate() {
            fields.push((Member::from(nth), self.part(arg), arg.span()));
        }
        self.built(of, fields, None)
    }

    fn built(
        &mut self,
        of: Constructor,
        fields: Vec<(Member, Value, Span)>,
        base: Option<Place>,
    ) -> Value {
        let mut built = vec![];
        for (member, value, span) in fields {
            if matches!(value, Value::Error | Value::Never) {
                return value;
            }
            let known = self.value_ty(&value);
            let part = self.part_ty(&of, &member);
            self.types.unify(&part, &known);
            built.push((member, self.rvalue(value, span)));
        }
        let ty = of.ty.clone();
        let of = Struct {
            path: of.path,
            variant: of.variant,
            fields: built,
            base,
        };
        Value::Aggregate(Rvalue::Struct(of), ty)
    }

    fn part_ty(&mut self, of: &Constructor, member: &Member) -> Ty {
        let whole = Place::whole(crate::ir::Var(0));
        self.project(&whole, &of.ty, of.field(member)).1
    }

    /// `Box::new(value)`
    pub(super) fn boxed(&mut self, arg: &Expr) -> Value {
        let value = self.part(arg);
        if matches!(value, Value::Error | Value::Never) {
            return value;
        }
        let ty = self.value_ty(&value);
        let value = self.rvalue(value, arg.span());
        Value::Aggregate(Rvalue::Boxed(Box::new(value)), Ty::Boxed(Box::new(ty)))
    }

    /// The part of a value that a pattern names, as the value is seen.
    pub(super) fn part_of(&mut self, value: &Value, proj: Proj, span: Span) -> Value {
        if let (Value::Tuple(items), Proj::Field(Member::Unnamed(at))) = (value, &proj) {
            return items
                .get(at.index as usize)
                .cloned()
                .unwrap_or(Value::Error);
        }
        let view = match value {
            Value::Place { view, .. } => *view,
            _ => View::Owned,
        };
        let (place, ty) = self.place_of(value.clone(), span);
        let (place, ty) = self.project(&place, &ty, proj);
        Value::Place { place, ty, view }
    }

    /// A value that stands in storage, where it is a struct that is being built.
    pub(super) fn stored(&mut self, value: Rvalue, ty: &Ty, span: Span) -> Rvalue {
        if !matches!(value, Rvalue::Struct(_) | Rvalue::Boxed(_)) {
            return value;
        }
        let local = self.declare("", ty.clone(), Some(value), span);
        Rvalue::Copy(Place::whole(local), Copying::Clone)
    }
}
