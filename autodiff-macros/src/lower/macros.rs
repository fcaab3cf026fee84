//! Macros: the few of the standard library that carry no derivative, and `vec!`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, Macro, Token};

use crate::diagnostics as refusal;
use crate::ir::{Atom, Effect, EffectArg, Op, Rvalue, Ty};

use super::Lower;
use super::value::Value;

/// `vec![a; n]` or `vec![a, b]`.
enum VecInput {
    Repeat(Box<Expr>, Box<Expr>),
    List(Vec<Expr>),
}

impl Parse for VecInput {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.is_empty() {
            return Ok(VecInput::List(vec![]));
        }
        let first: Expr = input.parse()?;
        if input.parse::<Option<Token![;]>>()?.is_some() {
            return Ok(VecInput::Repeat(Box::new(first), input.parse()?));
        }
        let mut items = vec![first];
        while input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty() {
            items.push(input.parse()?);
        }
        Ok(VecInput::List(items))
    }
}

/// `matches!(value, pat if guard)`
struct Matches {
    value: Expr,
    pat: syn::Pat,
    guard: Option<Expr>,
}

impl Parse for Matches {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pat = syn::Pat::parse_multi_with_leading_vert(input)?;
        let guard = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Matches { value, pat, guard })
    }
}

/// The arguments of `assert!`, `println!` and the like.
pub(super) struct Arguments(pub(super) Vec<Argument>);

pub(super) struct Argument {
    name: Option<Ident>,
    pub(super) expr: Expr,
}

impl Parse for Arguments {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let parsed = Punctuated::<Argument, Token![,]>::parse_terminated(input)?;
        Ok(Arguments(parsed.into_iter().collect()))
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let named = input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = match named {
            true => {
                let name = input.parse()?;
                input.parse::<Token![=]>()?;
                Some(name)
            }
            false => None,
        };
        Ok(Argument {
            name,
            expr: input.parse()?,
        })
    }
}

impl Lower<'_> {
    pub(super) fn macro_call(&mut self, mac: &Macro) -> Value {
        let Some(last) = mac.path.segments.last() else {
            return Value::Error;
        };
        let (mut name, span) = (last.ident.to_string(), mac.path.span());
        let first = mac
            .path
            .segments
            .first()
            .map(|first| first.ident.to_string());
        if mac.path.segments.len() > 1
            && !matches!(first.as_deref(), Some("std" | "core" | "alloc"))
        {
            name = super::signature::text(&mac.path);
        }
        match name.as_str() {
            "vec" => match mac.parse_body::<VecInput>() {
                Ok(input) => self.vec_macro(input),
                Err(_) => self.refuse(span, "this `vec!`", &refusal::MACRO_INPUT),
            },
            "format" | "stringify" | "concat" | "line" | "file" => {
                let expr = Expr::Macro(syn::ExprMacro {
                    attrs: vec![],
                    mac: mac.clone(),
                });
                self.message(&expr)
            }
            "matches" => match mac.parse_body::<Matches>() {
                Ok(of) => self.matches(&of.value, &of.pat, of.guard.as_ref(), span),
                Err(_) => self.refuse(span, "this `matches!`", &refusal::MACRO_INPUT),
            },
            "cfg" => {
                let body = &mac.tokens;
                Value::Atom(Atom::Const(quote::quote!(::core::cfg!(#body)), Ty::Bool))
            }
            "assert" | "debug_assert" | "assert_eq" | "debug_assert_eq" | "assert_ne"
            | "debug_assert_ne" | "panic" | "unreachable" | "todo" | "unimplemented"
            | "println" | "eprintln" | "print" | "eprint" => match mac.parse_body::<Arguments>() {
                Ok(arguments) => self.effect_macro(&name, mac, arguments.0),
                Err(_) => self.refuse(span, format!("this `{name}!`"), &refusal::MACRO_INPUT),
            },
            _ => self.refuse(
                span,
                format!("the macro `{name}!`"),
                &refusal::UNKNOWN_MACRO,
            ),
        }
    }

    fn vec_macro(&mut self, input: VecInput) -> Value {
        match input {
            VecInput::Repeat(item, len) => {
                let value = self.expr(&item);
                let ty = self.value_ty(&value);
                let value = self.rvalue(value, item.span());
                let value = self.stored(value, &ty, item.span());
                let len = self.scalar(&len);
                let len_ty = self.func.atom_ty(&len);
                self.types.unify(&len_ty, &Ty::usize());
                Value::Aggregate(
                    Rvalue::VecRepeat(Box::new(value), len),
                    Ty::Vec(Box::new(ty)),
                )
            }
            VecInput::List(exprs) => {
                let ty = self.types.fresh();
                let mut items = vec![];
                for expr in &exprs {
                    let value = self.expr(expr);
                    let item = self.value_ty(&value);
                    self.types.unify(&ty, &item);
                    items.push(self.rvalue(value, expr.span()));
                }
                Value::Aggregate(Rvalue::VecOf(items), Ty::Vec(Box::new(ty)))
            }
        }
    }

    fn effect_macro(&mut self, name: &str, mac: &Macro, arguments: Vec<Argument>) -> Value {
        let span = mac.path.span();
        let path = mac.path.to_token_stream();
        let diverges = matches!(name, "panic" | "unreachable" | "todo" | "unimplemented");
        let tested = match name {
            "assert" | "debug_assert" => 1,
            "assert_eq" | "debug_assert_eq" | "assert_ne" | "debug_assert_ne" => 2,
            _ => 0,
        };
        if tested == 0 {
            self.effect(path, arguments, vec![], diverges, span);
            return if diverges { Value::Never } else { Value::Unit };
        }
        if arguments.len() < tested {
            return self.refuse(span, format!("this `{name}!`"), &refusal::MACRO_INPUT);
        }
        if let Some(debug) = name.strip_prefix("debug_") {
            let cond = Atom::Const(quote::quote!(::core::cfg!(debug_assertions)), Ty::Bool);
            let assert = Ident::new(debug, span);
            let path = quote::quote!(::core::#assert);
            let check = |lower: &mut Self| lower.assertion(path, arguments, tested, span);
            return self.branch(cond, check, |_| Value::Unit, span);
        }
        self.assertion(path, arguments, tested, span)
    }

    /// The message of an assertion is made where it fails.
    fn assertion(
        &mut self,
        path: TokenStream,
        mut arguments: Vec<Argument>,
        tested: usize,
        span: Span,
    ) -> Value {
        let message = arguments.split_off(tested);
        let mut operands = vec![];
        for argument in &arguments {
            let value = self.expr(&argument.expr);
            operands.push(match value {
                Value::Place { place, ty, .. } if !self.types.shallow(&ty).is_scalar() => {
                    EffectArg::Place(place)
                }
                value => EffectArg::Atom(self.operand(value, span)),
            });
        }
        if message.is_empty() {
            let text = arguments[0].expr.to_token_stream().to_string();
            if let ([EffectArg::Atom(_)], 1) = (operands.as_slice(), tested) {
                let text = format!("assertion failed: {text}");
                operands.push(EffectArg::Text(quote::quote!("{}", #text)));
            }
            self.push(
                vec![],
                Op::Effect(Effect {
                    path,
                    args: operands,
                    diverges: false,
                }),
                span,
            );
            return Value::Unit;
        }
        self.effect(path, message, operands, false, span);
        Value::Unit
    }

    fn effect(
        &mut self,
        path: TokenStream,
        arguments: Vec<Argument>,
        mut args: Vec<EffectArg>,
        diverges: bool,
        span: Span,
    ) {
        let mut captured = vec![];
        for argument in arguments {
            if let Some(text) = literal(&argument.expr) {
                captured.extend(captures(&text));
                args.push(EffectArg::Text(argument.expr.to_token_stream()));
                continue;
            }
            let value = self.expr(&argument.expr);
            args.push(match (argument.name, value) {
                (Some(name), value) => EffectArg::Named(name, self.operand(value, span)),
                (None, Value::Place { place, ty, .. }) if !self.types.shallow(&ty).is_scalar() => {
                    EffectArg::Place(place)
                }
                (None, value) => EffectArg::Atom(self.operand(value, span)),
            });
        }
        for name in captured {
            let name = Ident::new(&name, span);
            if let Some(value) = self.scopes.get(&name).cloned() {
                let value = self.current(value);
                let atom = self.operand(value, span);
                args.push(EffectArg::Named(name, atom));
            }
        }
        self.push(
            vec![],
            Op::Effect(Effect {
                path,
                args,
                diverges,
            }),
            span,
        );
    }
}

pub(super) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

/// The names that a format string captures: `x` in `"{x:.3}"`.
pub(super) fn captures(text: &str) -> Vec<String> {
    let text = text.replace("{{", "");
    let mut names = vec![];
    for piece in text.split('{').skip(1) {
        let name = piece.split([':', '}']).next().unwrap_or("");
        let spec = piece.split('}').next().unwrap_or("");
        let counts = spec
            .split([':', '.', '<', '>', '^', '+', '#'])
            .filter_map(|part| part.strip_suffix('$'));
        for name in std::iter::once(name).chain(counts) {
            let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            if starts && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}
