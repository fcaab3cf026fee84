//! Code that carries no derivative, and is kept word for word: comparisons, questions about order.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Expr;

use crate::diagnostics::{self as refusal, Errors};
use crate::ir::{Capture, Captured, Func, Op, Query, Ty, Var};

use super::Lower;
use super::loops::bare;
use super::scope::Scopes;
use super::value::{Value, View};

/// Questions about a sequence, and the types of the answers.
const QUESTIONS: [(&str, bool); 6] = [
    ("contains", true),
    ("ends_with", true),
    ("is_sorted", true),
    ("is_sorted_by", true),
    ("partition_point", false),
    ("starts_with", true),
];

/// What makes a number or a `bool` of the result of a binary search.
const SEARCHED: [(&str, bool); 7] = [
    ("expect", false),
    ("is_err", true),
    ("is_ok", true),
    ("unwrap", false),
    ("unwrap_err", false),
    ("unwrap_or", false),
    ("unwrap_or_else", false),
];

impl Lower<'_> {
    /// `v.sort_by(…)` and the like.
    pub(super) fn sort(&mut self, receiver: Value, name: &Ident, args: &[&Expr]) -> Value {
        match self.query(receiver, name, args, TokenStream::new()) {
            Some(sort) => {
                self.push(vec![], Op::Sort(sort), name.span());
                Value::Unit
            }
            None => Value::Error,
        }
    }

    /// `x.contains(&y)` and the like.
    pub(super) fn sequence_question(
        &mut self,
        receiver: Value,
        name: &Ident,
        args: &[&Expr],
    ) -> Value {
        let boolean = QUESTIONS
            .iter()
            .any(|(question, boolean)| name == question && *boolean);
        match self.query(receiver, name, args, TokenStream::new()) {
            Some(query) => self.ask(query, boolean),
            None => Value::Error,
        }
    }

    /// `x.binary_search_by(…).unwrap_or_else(|at| at)` and the like.
    pub(super) fn searched(&mut self, call: &syn::ExprMethodCall) -> Option<Value> {
        let (_, boolean) = SEARCHED.iter().find(|(name, _)| call.method == name)?;
        let Expr::MethodCall(search) = bare(&call.receiver) else {
            return None;
        };
        let name = &search.method;
        if !["binary_search", "binary_search_by", "binary_search_by_key"]
            .iter()
            .any(|search| name == search)
        {
            return None;
        }
        let receiver = self.expr(&search.receiver);
        if matches!(receiver, Value::Error | Value::Never) {
            return Some(receiver);
        }
        let (then, rest) = (&call.method, &call.args);
        let args: Vec<&Expr> = search.args.iter().collect();
        let query = self.query(receiver, name, &args, quote!(.#then(#rest)));
        Some(query.map_or(Value::Error, |query| self.ask(query, *boolean)))
    }

    fn ask(&mut self, query: Query, boolean: bool) -> Value {
        let ty = match boolean {
            true => Ty::Bool,
            false => Ty::usize(),
        };
        let span = query.method.span();
        Value::Atom(self.bind(ty, Op::Ask(query), span))
    }

    fn query(
        &mut self,
        receiver: Value,
        method: &Ident,
        args: &[&Expr],
        tail: TokenStream,
    ) -> Option<Query> {
        let (place, _) = self.place_of(receiver, method.span());
        let sorted = method.to_string().starts_with("sort");
        let beside = sorted.then_some(place.base);
        let mut written = vec![];
        let mut captures = vec![];
        for arg in args {
            let (expr, scopes) = self.spelled_out(arg)?;
            let tokens = self.verbatim(expr.to_token_stream());
            written.push(self.named(tokens, &scopes, beside, &mut captures));
        }
        let scopes = self.scopes.clone();
        let tail = self.named(tail, &scopes, beside, &mut captures);
        Some(Query {
            place,
            method: method.clone(),
            args: quote!(#(#written),*),
            tail,
            captures,
        })
    }

    /// An argument; a closure that `let` bound is written out.
    fn spelled_out(&mut self, arg: &Expr) -> Option<(Expr, Scopes)> {
        let named = match bare(arg) {
            Expr::Path(path) => path.path.get_ident().and_then(|name| self.scopes.get(name)),
            _ => None,
        };
        match named {
            Some(Value::Closure(closure)) => {
                let (expr, scopes) = self.closures[*closure].written();
                Some((Expr::Closure(expr), scopes))
            }
            Some(Value::Error) => None,
            _ => Some((arg.clone(), self.scopes.clone())),
        }
    }

    /// Finds the names that code mentions, and gives `self` another.
    fn named(
        &mut self,
        tokens: TokenStream,
        scopes: &Scopes,
        beside: Option<Var>,
        captures: &mut Vec<Capture>,
    ) -> TokenStream {
        let mut out = TokenStream::new();
        for token in tokens {
            out.extend([match token {
                TokenTree::Group(group) => {
                    let inner = self.named(group.stream(), scopes, beside, captures);
                    let mut new = Group::new(group.delimiter(), inner);
                    new.set_span(group.span());
                    TokenTree::Group(new)
                }
                TokenTree::Ident(name) => {
                    TokenTree::Ident(self.capture(name, scopes, beside, captures))
                }
                other => other,
            }]);
        }
        out
    }

    fn capture(
        &mut self,
        name: Ident,
        scopes: &Scopes,
        beside: Option<Var>,
        captures: &mut Vec<Capture>,
    ) -> Ident {
        let Some(value) = scopes.get(&name).cloned() else {
            return name;
        };
        let spelled = match name == "self" {
            true => Ident::new("__self", name.span()),
            false => name.clone(),
        };
        if captures.iter().any(|capture| capture.name == spelled) {
            return spelled;
        }
        if let Some(what) = self.captured_value(value, beside, name.span()) {
            let name = spelled.clone();
            captures.push(Capture { name, what });
        }
        spelled
    }

    /// What a name stands for; nothing where the code cannot mean it.
    fn captured_value(
        &mut self,
        value: Value,
        beside: Option<Var>,
        span: Span,
    ) -> Option<Captured> {
        Some(match value {
            Value::Atom(atom) => Captured::Value(atom),
            Value::Shared(atom) => Captured::Shared(atom),
            Value::Place { place, .. } if Some(place.base) == beside => return None,
            Value::Place { place, ty, view } => {
                let ty = self.types.shallow(&ty);
                let scalar =
                    ty.is_scalar() || self.types.is_float(&ty) || self.types.is_integer(&ty);
                match scalar && view == View::Owned {
                    true => Captured::Value(self.bind(ty, Op::Read(place), span)),
                    false => Captured::Place(place),
                }
            }
            value @ (Value::Tuple(_) | Value::Aggregate(..)) => Captured::Place(
                self.place_of(super::expr::seen(value, super::value::View::Owned), span)
                    .0,
            ),
            Value::Closure(closure) => {
                let (mut expr, scopes) = self.closures[closure].written();
                expr.capture = Some(syn::token::Move(span));
                let mut inner = vec![];
                let code = self.verbatim(expr.to_token_stream());
                let code = self.named(code, &scopes, beside, &mut inner);
                Captured::Closure(code, inner)
            }
            _ => return None,
        })
    }
}

pub(super) fn is_question(name: &Ident) -> bool {
    QUESTIONS.iter().any(|(question, _)| name == question)
}

/// Which of two equal elements comes first is known of floats only, where a sort is not stable.
pub(super) fn check_sorts(func: &Func, errors: &mut Errors) {
    func.body.each_stmt(&mut |stmt| {
        let Op::Sort(sort) = &stmt.op else { return };
        let ty = func.place_ty(&sort.place);
        let item = ty.item().unwrap_or(&ty);
        let unstable = sort.method.to_string().contains("unstable");
        if unstable && item.is_differentiable() && !item.is_float() {
            let what = format!("`{}` of elements of this type", sort.method);
            errors.refuse(sort.method.span(), what, &refusal::UNSTABLE);
        }
    });
}
