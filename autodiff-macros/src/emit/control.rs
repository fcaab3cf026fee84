//! Branches and loops.

use proc_macro2::{Span, TokenStream};
use quote::{TokenStreamExt, quote};

use crate::ir::{Adaptor, Atom, Block, Head, If, Loop, Range, Var};

use super::{Emitter, braced};

impl Emitter<'_> {
    /// A block with what it yields: nothing, a value, or a tuple.
    pub(super) fn yielding(&mut self, block: &Block, span: Span) -> TokenStream {
        let mut tokens = self.stmts(block);
        if block.diverges {
            return tokens;
        }
        let yields: Vec<_> = block
            .yields
            .iter()
            .map(|atom| self.atom(atom, span))
            .collect();
        match yields.as_slice() {
            [] => {}
            [value] => tokens.extend(value.clone()),
            values => tokens.extend(quote!((#(#values),*))),
        }
        tokens
    }

    pub(super) fn branch(&mut self, binds: &[Var], branch: &If, span: Span) -> TokenStream {
        let cond = self.atom(&branch.cond, span);
        let then = braced(self.yielding(&branch.then, span));
        let els = braced(self.yielding(&branch.els, span));
        let names: Vec<_> = binds.iter().map(|bind| self.binding(*bind, span)).collect();
        let has_else = !binds.is_empty() || !branch.els.stmts.is_empty();
        let tokens = if has_else && branch.then.stmts.is_empty() && binds.is_empty() {
            quote!(if !(#cond) #els)
        } else if has_else {
            quote!(if #cond #then else #els)
        } else {
            quote!(if #cond #then)
        };
        match (names.as_slice(), binds) {
            ([], _) => tokens,
            ([name], [bind]) => {
                let ty = self.annotation(*bind);
                quote!(let #name #ty = #tokens;)
            }
            (names, binds) => {
                let types = self.yield_types(binds, branch);
                quote!(let (#(#names),*) #types = #tokens;)
            }
        }
    }

    /// The types of what a branch yields, where a literal among it would leave one open.
    pub(super) fn yield_types(&self, binds: &[Var], branch: &If) -> Option<TokenStream> {
        let literal = |atom: Option<&Atom>| matches!(atom, Some(Atom::Lit(_)));
        let open = |nth: usize| {
            literal(branch.then.yields.get(nth)) && literal(branch.els.yields.get(nth))
        };
        if !(0..binds.len()).any(open) {
            return None;
        }
        let types = binds.iter().enumerate().map(|(nth, bind)| {
            let ty = open(nth).then(|| self.type_of(*bind)).flatten();
            ty.unwrap_or_else(|| quote!(_))
        });
        Some(quote!(: (#(#types),*)))
    }

    pub(super) fn each(&mut self, binds: &[Var], each: &Loop, span: Span) -> TokenStream {
        let mut tokens = TokenStream::new();
        for ((param, init), bind) in each.carried.iter().zip(binds) {
            let init = self.typed(init, span);
            let name = self.name(*param, span);
            self.spelling.alias(*bind, *param);
            tokens.extend(quote!(let mut #name = #init;));
        }
        let count = each
            .counts
            .then(|| binds.last())
            .flatten()
            .map(|count| self.name(*count, span));
        if let Some(count) = &count {
            tokens.extend(quote!(let mut #count = 0_usize;));
        }
        let head = self.head(&each.head, span);
        let mut body = self.stmts(&each.body);
        let stop = self.fresh("__stop", span);
        body.extend(self.next(each, &stop, span));
        if let Some(count) = &count {
            body.extend(quote!(#count += 1;));
        }
        if each.until.is_some() {
            body.extend(quote!(if #stop { break; }));
        }
        tokens.extend(head);
        tokens.append(braced(body));
        tokens
    }

    /// All that a loop carries changes at once.
    pub(super) fn next(&mut self, each: &Loop, stop: &syn::Ident, span: Span) -> TokenStream {
        let mut tokens = TokenStream::new();
        if let Some(until) = &each.until {
            let until = self.atom(until, span);
            tokens.extend(quote!(let #stop = #until;));
        }
        let (mut params, mut nexts) = (vec![], vec![]);
        for ((param, _), next) in each.carried.iter().zip(&each.body.yields) {
            let (param, next) = (self.name(*param, span), self.atom(next, span));
            if param != next.to_string() {
                params.push(param);
                nexts.push(next);
            }
        }
        match (params.as_slice(), nexts.as_slice()) {
            ([], _) => {}
            ([param], [next]) => tokens.extend(quote!(#param = #next;)),
            (params, nexts) => tokens.extend(quote!((#(#params),*) = (#(#nexts),*);)),
        }
        tokens
    }

    pub(super) fn head(&mut self, head: &Head, span: Span) -> TokenStream {
        match head {
            Head::Forever => quote!(loop),
            Head::While(cond) => {
                let cond = self.yielding(cond, span);
                let simple = syn::parse2::<syn::Expr>(cond.clone()).is_ok();
                if simple {
                    quote!(while #cond)
                } else {
                    quote!(while { #cond })
                }
            }
            Head::For { index, range } => {
                let range = self.range(range, span);
                if self.func.name(*index) == "_" {
                    return quote!(for _ in #range);
                }
                let index = self.name(*index, span);
                quote!(for #index in #range)
            }
        }
    }

    pub(super) fn range(&mut self, range: &Range, span: Span) -> TokenStream {
        let (lo, hi) = (self.atom(&range.lo, span), self.atom(&range.hi, span));
        let mut tokens = match range.inclusive {
            true => quote!(#lo..=#hi),
            false => quote!(#lo..#hi),
        };
        for adaptor in &range.adaptors {
            tokens = match adaptor {
                Adaptor::Rev => quote!(::core::iter::Iterator::rev(#tokens)),
                Adaptor::StepBy(step) => {
                    let step = self.atom(step, span);
                    quote!(::core::iter::Iterator::step_by(#tokens, #step))
                }
            };
        }
        tokens
    }
}
