//! What only derivatives are made of: tapes, buffers, pullbacks.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::ir::{Atom, Changes, Op, Place, Stmt, Tape, Ty, Var};

use crate::names;

use super::Emitter;

impl Emitter<'_> {
    /// What only derivatives are made of.
    pub(super) fn derivative(&mut self, stmt: &Stmt, op: &Op) -> TokenStream {
        let span = stmt.span;
        let root = self.root;
        match op {
            Op::AddAssign(to, from) if !to.path.is_empty() && !self.func.is_seen(to) => {
                let growing = matches!(self.func.place_ty(from), Ty::Vec(_) | Ty::Slice(_));
                let (to, from) = match growing {
                    true => self.slices(to, from, span),
                    false => (self.exclusive(to, span), self.shared(from, span)),
                };
                quote!(#root::__private::add_any(#to, #from);)
            }
            Op::AddAssign(to, from) => {
                let (to, from) = match self.is_array(to) == self.is_array(from) {
                    true => (self.exclusive(to, span), self.shared(from, span)),
                    false => self.slices(to, from, span),
                };
                quote!(#root::__private::add_assign(#to, #from);)
            }
            Op::Resize(to, len) => {
                let (to, len) = (self.exclusive(to, span), self.atom(len, span));
                quote!(#root::__private::resize(#to, #len);)
            }
            Op::Clear(to) => {
                let to = self.exclusive(to, span);
                quote!(#root::__private::clear(#to);)
            }
            Op::View(of, exclusive) => {
                let name = self.name(stmt.binds[0], span);
                let of = match exclusive {
                    true => self.exclusive(of, span),
                    false => self.shared(of, span),
                };
                quote!(let #name = #of;)
            }
            Op::Tape(tape) => self.tape(stmt.binds[0], tape, span),
            Op::Push(tape, kept) => {
                let kept = self.kept(kept, span);
                let tape = self.name(*tape, span);
                quote!(#tape.push(#kept);)
            }
            Op::Put { tape, at, kept } => {
                let (kept, at) = (self.kept(kept, span), self.atom(at, span));
                let tape = self.name(*tape, span);
                quote!(#tape[#at] = #kept;)
            }
            Op::Fetch { tape, at } => {
                let names: Vec<_> = stmt
                    .binds
                    .iter()
                    .map(|var| self.popped(*var, span))
                    .collect();
                let (pattern, at) = (entry(&names), self.atom(at, span));
                let tape = self.name(*tape, span);
                quote!(let #pattern = #tape[#at];)
            }
            Op::Rewind(tape) => {
                let cursor = self.binding(stmt.binds[0], span);
                let tape = self.name(*tape, span);
                quote!(let #cursor = #tape.len();)
            }
            Op::Pop { tape, cursor } => {
                let kept: Vec<_> = stmt
                    .binds
                    .iter()
                    .map(|var| self.popped(*var, span))
                    .collect();
                let (tape, cursor) = (self.name(*tape, span), self.name(*cursor, span));
                let pattern = entry(&kept);
                quote!(#cursor -= 1; let #pattern = #tape[#cursor];)
            }
            Op::Unwrap(outside) => {
                self.borrow(stmt.binds[0]);
                let name = self.name(stmt.binds[0], span);
                let outside = self.shared(&crate::ir::Place::whole(*outside), span);
                quote!(let ::core::option::Option::Some(#name) = #outside else { ::core::unreachable!() };)
            }
            Op::Kept(place, method) => {
                let name = self.binding(stmt.binds[0], span);
                let at = names::located(span);
                let receiver = self.called_on(place, Changes::Never, span);
                let kept = names::sibling(method, "kept", at);
                quote!(let #name = #receiver.#kept();)
            }
            Op::Pull(pull) => self.pull(pull, span),
            _ => TokenStream::new(),
        }
    }

    pub(super) fn tape(&mut self, bind: Var, tape: &Tape, span: Span) -> TokenStream {
        let name = self.binding(bind, span);
        let root = self.root;
        match tape {
            Tape::Growing(Some(capacity)) => {
                let capacity = self.atom(capacity, span);
                quote!(let #name = #root::__private::Vec::with_capacity(#capacity);)
            }
            Tape::Growing(None) => quote!(let #name = #root::__private::Vec::new();),
            Tape::Indexed {
                bounds,
                fixed,
                entry,
            } => {
                let bounds: Vec<_> = bounds
                    .iter()
                    .map(|bound| self.factor(bound, span))
                    .collect();
                let size = bounds
                    .into_iter()
                    .reduce(|all, bound| quote!(#all * #bound));
                let blanks: Vec<_> = entry.iter().filter_map(|ty| self.typed_blank(ty)).collect();
                let blank = self::entry(&blanks);
                match fixed {
                    true => quote!(let #name = [#blank; #size];),
                    false => quote!(let #name = #root::__private::vec![#blank; #size];),
                }
            }
        }
    }

    /// Two sequences as slices, whatever they are.
    fn slices(&mut self, to: &Place, from: &Place, span: Span) -> (TokenStream, TokenStream) {
        let (to, from) = (self.target(to, span), self.place(from, span));
        (quote!(&mut (#to)[..]), quote!(&(#from)[..]))
    }

    pub(super) fn is_array(&self, place: &crate::ir::Place) -> bool {
        matches!(self.func.place_ty(place), Ty::Array(..))
    }

    /// What an entry begins as.
    pub(super) fn typed_blank(&self, ty: &Ty) -> Option<TokenStream> {
        match ty {
            Ty::Float(_) => Some(self.zero(ty, true)),
            ty => self.blank(ty),
        }
    }

    pub(super) fn kept(&mut self, kept: &[Var], span: Span) -> TokenStream {
        let kept: Vec<_> = kept
            .iter()
            .map(|var| self.atom(&Atom::Var(*var), span))
            .collect();
        entry(&kept)
    }

    pub(super) fn popped(&mut self, var: Var, span: Span) -> TokenStream {
        let name = self.name(var, span);
        if self.ty(var).is_scalar() {
            return quote!(#name);
        }
        self.borrow(var);
        quote!(ref #name)
    }
}

/// An entry of a tape: one value, or a tuple.
fn entry(items: &[TokenStream]) -> TokenStream {
    match items {
        [one] => one.clone(),
        items => quote!((#(#items),*)),
    }
}
