//! Statements.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{
    Adaptor, Atom, Block, Effect, EffectArg, Head, If, Loop, Op, Range, Rvalue, Sign, Stmt, Tape,
    Ty, Var,
};
use crate::names;

use super::Emitter;

impl Emitter<'_> {
    pub(crate) fn stmts(&mut self, block: &Block) -> TokenStream {
        block.stmts.iter().map(|stmt| self.stmt(stmt)).collect()
    }

    /// Confirms the types of the module's constants, in a closure that nobody calls.
    pub(crate) fn floats(&mut self) -> TokenStream {
        let mut tokens = TokenStream::new();
        for (place, ty) in self.func.floats.clone() {
            let span = Span::call_site();
            let any = self.fresh("__any", span);
            let mut place = place;
            for proj in &mut place.path {
                if let crate::ir::Proj::Index(at) = proj {
                    *at = Atom::Const(quote!(#any), Ty::usize());
                }
            }
            place
                .path
                .retain(|proj| !matches!(proj, crate::ir::Proj::Slice { .. }));
            let (place, root) = (self.place(&place, span), self.root);
            let check = match float_annotation(&ty) {
                Some(ty) => quote!(let _: #ty = #place;),
                None => quote!(#root::__private::float(#place);),
            };
            tokens.extend(quote!(let _ = |#any: ::core::primitive::usize| { #check };));
        }
        tokens
    }

    /// A pattern that binds a variable.
    pub(super) fn binding(&mut self, var: Var, span: Span) -> TokenStream {
        let name = self.name(var, span);
        match self.changing.contains(&var) {
            true => quote!(mut #name),
            false => quote!(#name),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) -> TokenStream {
        let span = stmt.span;
        let at = names::located(span);
        if let Some(tokens) = self.simple_stmt(stmt) {
            return tokens;
        }
        match &stmt.op {
            Op::Init(value) => self.init(stmt.binds[0], value.as_ref(), span),
            Op::Write(to, value) => {
                let value = self.rvalue(value, span);
                let to = self.place(to, span);
                quote_spanned!(at=> #to = #value;)
            }
            Op::Update(to, sign, atom) => {
                let atom = self.atom(atom, span);
                let to = self.place(to, span);
                match sign {
                    Sign::Plus => quote_spanned!(at=> #to += #atom;),
                    Sign::Minus => quote_spanned!(at=> #to -= #atom;),
                }
            }
            Op::Call(call) => self.call(stmt, call),
            Op::If(branch) => self.branch(&stmt.binds, branch, span),
            Op::Loop(each) => self.each(&stmt.binds, each, span),
            Op::Effect(effect) => self.effect(effect, span),
            op => self.derivative(stmt, op),
        }
    }

    /// `let t = …;`, or nothing where `t` is written where it is used.
    fn simple_stmt(&mut self, stmt: &Stmt) -> Option<TokenStream> {
        let bind = *stmt.binds.first()?;
        let expr = match &stmt.op {
            Op::Init(Some(Rvalue::Atom(atom))) if self.once.contains(&bind) => {
                self.operand(atom, stmt.span)
            }
            op => self.simple(op, stmt.span)?,
        };
        if self.once.contains(&bind) {
            self.inlined.insert(bind, expr);
            return Some(TokenStream::new());
        }
        let tokens = expr.tokens;
        let name = self.binding(bind, stmt.span);
        let plain = stmt.op.used().is_empty();
        let ty = plain.then(|| self.annotation(bind)).flatten();
        Some(quote!(let #name #ty = #tokens;))
    }

    /// `: f64`, where the type of a number is known.
    fn annotation(&self, var: Var) -> Option<TokenStream> {
        self.type_of(var).map(|ty| quote!(: #ty))
    }

    fn type_of(&self, var: Var) -> Option<TokenStream> {
        match self.ty(var) {
            Ty::Int(Some(name)) => {
                let name = syn::Ident::new(name, Span::call_site());
                Some(quote!(::core::primitive::#name))
            }
            ty => float_annotation(ty),
        }
    }

    fn init(&mut self, local: Var, value: Option<&Rvalue>, span: Span) -> TokenStream {
        let ty = self.ty(local).clone();
        let annotation = match (value, &ty) {
            (None | Some(Rvalue::VecEmpty(_)), _) => self.storage_annotation(&ty),
            (Some(Rvalue::Array(items) | Rvalue::VecOf(items)), _) if items.is_empty() => {
                self.storage_annotation(&ty)
            }
            _ => None,
        };
        let value = match value {
            Some(value) => Some(self.rvalue(value, span)),
            None => self.blank(&ty),
        };
        let name = self.binding(local, span);
        match value {
            Some(value) => quote!(let #name #annotation = #value;),
            None => quote!(let #name = ::core::default::Default::default();),
        }
    }

    /// The type of storage that holds nothing yet.
    fn storage_annotation(&self, ty: &Ty) -> Option<TokenStream> {
        let root = self.root;
        match ty {
            Ty::Vec(item) => {
                let item = float_annotation(item)?;
                Some(quote!(: #root::__private::Vec<#item>))
            }
            Ty::Array(item, len) => {
                let (item, len) = (float_annotation(item)?, len.0.as_ref()?);
                Some(quote!(: [#item; #len]))
            }
            ty => float_annotation(ty).map(|ty| quote!(: #ty)),
        }
    }

    /// What only derivatives are made of.
    fn derivative(&mut self, stmt: &Stmt, op: &Op) -> TokenStream {
        let span = stmt.span;
        let root = self.root;
        match op {
            Op::AddAssign(to, from) => {
                let (to, from) = match self.is_array(to) == self.is_array(from) {
                    true => (self.exclusive(to, span), self.shared(from, span)),
                    false => {
                        let (to, from) = (self.place(to, span), self.place(from, span));
                        (quote!(&mut (#to)[..]), quote!(&(#from)[..]))
                    }
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
            Op::Pull(pull) => self.pull(pull, span),
            _ => TokenStream::new(),
        }
    }

    fn tape(&mut self, bind: Var, tape: &Tape, span: Span) -> TokenStream {
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

    fn is_array(&self, place: &crate::ir::Place) -> bool {
        matches!(self.func.place_ty(place), Ty::Array(..))
    }

    /// What an entry begins as.
    fn typed_blank(&self, ty: &Ty) -> Option<TokenStream> {
        match ty {
            Ty::Float(crate::ir::Float::F32) => Some(quote!(0.0_f32)),
            Ty::Float(crate::ir::Float::F64) => Some(quote!(0.0_f64)),
            ty => self.blank(ty),
        }
    }

    fn kept(&mut self, kept: &[Var], span: Span) -> TokenStream {
        let kept: Vec<_> = kept
            .iter()
            .map(|var| self.atom(&Atom::Var(*var), span))
            .collect();
        entry(&kept)
    }

    fn popped(&mut self, var: Var, span: Span) -> TokenStream {
        let name = self.name(var, span);
        if self.ty(var).is_scalar() {
            return quote!(#name);
        }
        self.borrow(var);
        quote!(ref #name)
    }

    /// A block with what it yields: nothing, a value, or a tuple.
    fn yielding(&mut self, block: &Block, span: Span) -> TokenStream {
        let stmts = self.stmts(block);
        if block.diverges {
            return stmts;
        }
        let yields: Vec<_> = block
            .yields
            .iter()
            .map(|atom| self.atom(atom, span))
            .collect();
        match yields.as_slice() {
            [] => stmts,
            [value] => quote!(#stmts #value),
            values => quote!(#stmts (#(#values),*)),
        }
    }

    fn branch(&mut self, binds: &[Var], branch: &If, span: Span) -> TokenStream {
        let cond = self.atom(&branch.cond, span);
        let then = self.yielding(&branch.then, span);
        let els = self.yielding(&branch.els, span);
        let names: Vec<_> = binds.iter().map(|bind| self.binding(*bind, span)).collect();
        let has_else = !binds.is_empty() || !branch.els.stmts.is_empty();
        let tokens = if has_else && branch.then.stmts.is_empty() && binds.is_empty() {
            quote!(if !(#cond) { #els })
        } else if has_else {
            quote!(if #cond { #then } else { #els })
        } else {
            quote!(if #cond { #then })
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
    fn yield_types(&self, binds: &[Var], branch: &If) -> Option<TokenStream> {
        let yields = branch.then.yields.iter().chain(&branch.els.yields);
        if !yields.clone().any(|atom| matches!(atom, Atom::Lit(_))) {
            return None;
        }
        let types = binds
            .iter()
            .map(|bind| self.type_of(*bind).unwrap_or_else(|| quote!(_)));
        Some(quote!(: (#(#types),*)))
    }

    fn each(&mut self, binds: &[Var], each: &Loop, span: Span) -> TokenStream {
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
        tokens.extend(quote!(#head { #body }));
        tokens
    }

    /// All that a loop carries changes at once.
    fn next(&mut self, each: &Loop, stop: &syn::Ident, span: Span) -> TokenStream {
        let mut tokens = TokenStream::new();
        if let Some(until) = &each.until {
            let until = self.atom(until, span);
            tokens.extend(quote!(let #stop = #until;));
        }
        let (mut params, mut nexts) = (vec![], vec![]);
        for ((param, _), next) in each.carried.iter().zip(&each.body.yields) {
            if next.var() != Some(*param) {
                params.push(self.name(*param, span));
                nexts.push(self.atom(next, span));
            }
        }
        match (params.as_slice(), nexts.as_slice()) {
            ([], _) => {}
            ([param], [next]) => tokens.extend(quote!(#param = #next;)),
            (params, nexts) => tokens.extend(quote!((#(#params),*) = (#(#nexts),*);)),
        }
        tokens
    }

    fn head(&mut self, head: &Head, span: Span) -> TokenStream {
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

    fn range(&mut self, range: &Range, span: Span) -> TokenStream {
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

    fn effect(&mut self, effect: &Effect, span: Span) -> TokenStream {
        let path = &effect.path;
        let mut args = vec![];
        for arg in &effect.args {
            args.push(match arg {
                EffectArg::Atom(atom) => self.atom(atom, span),
                EffectArg::Place(place) => self.place(place, span),
                EffectArg::Named(name, atom) => {
                    let atom = self.atom(atom, span);
                    quote!(#name = #atom)
                }
                EffectArg::Text(text) => text.clone(),
            });
        }
        quote!(#path!(#(#args),*);)
    }
}

/// An entry of a tape: one value, or a tuple.
fn entry(items: &[TokenStream]) -> TokenStream {
    match items {
        [one] => one.clone(),
        items => quote!((#(#items),*)),
    }
}

fn float_annotation(ty: &Ty) -> Option<TokenStream> {
    match ty {
        Ty::Float(crate::ir::Float::Open) => None,
        ty @ Ty::Float(_) => Some(crate::rules::partial::float_name(ty)),
        _ => None,
    }
}
