//! Text to IR, for tests: what `text` writes of a function ahead of its derivatives.

mod call;
mod control;
mod op;
mod operand;
mod word;

use std::collections::HashMap;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lifetime, Result, Token, braced, bracketed, parenthesized};

use super::text::is_unnamed;
use super::*;
use word::{ends, is_word, name, take_word, tokens, word};

/// The function that a text describes.
pub(crate) fn func(text: &str) -> Result<Func> {
    (|input: ParseStream| Parse::new().func(input)).parse_str(text)
}

struct Parse {
    func: Func,
    vars: HashMap<String, Var>,
    labels: HashMap<String, Label>,
}

impl Parse {
    fn new() -> Self {
        let mut func = Func::empty();
        func.body = func.block(vec![], vec![]);
        Parse {
            func,
            vars: HashMap::new(),
            labels: HashMap::new(),
        }
    }

    fn func(mut self, input: ParseStream) -> Result<Func> {
        input.parse::<Token![fn]>()?;
        self.func.name = input.parse::<Ident>()?.to_string();
        let params;
        parenthesized!(params in input);
        self.func.params = self.list(&params, Self::param)?;
        input.parse::<Token![->]>()?;
        self.func.result_ty = self.ty(input)?;
        let body;
        braced!(body in input);
        while body.peek(Token![const]) && !body.peek2(syn::token::Paren) {
            self.constant(&body)?;
        }
        self.func.body.stmts = self.stmts(&body)?;
        body.parse::<Token![return]>()?;
        self.func.result = self.rvalue(&body)?;
        body.parse::<Token![;]>()?;
        Ok(self.func)
    }

    fn param(&mut self, input: ParseStream) -> Result<Param> {
        let name = name(input)?;
        input.parse::<Token![:]>()?;
        let pass = match (
            input.parse::<Option<Token![&]>>()?,
            input.parse::<Option<Token![mut]>>()?,
        ) {
            (None, _) => Pass::Value,
            (Some(_), None) => Pass::Ref,
            (Some(_), Some(_)) => Pass::RefMut,
        };
        let ty = self.ty(input)?;
        let exclusive = pass == Pass::RefMut;
        let role = if ty.is_scalar() && !exclusive {
            Role::Value
        } else {
            Role::Param { exclusive }
        };
        let var = self.declare(&name, ty, role);
        Ok(Param { var, pass })
    }

    fn declare(&mut self, name: &str, ty: Ty, role: Role) -> Var {
        let plain = name.split('@').next().unwrap_or_default();
        let plain = if is_unnamed(name) { "" } else { plain };
        let var = self.func.var(plain, ty, role);
        self.vars.insert(name.to_owned(), var);
        var
    }

    /// `const A: f64 = path;`, or `const A[_]: f64;`, what is read from it.
    fn constant(&mut self, input: ParseStream) -> Result<()> {
        input.parse::<Token![const]>()?;
        let ahead = input.fork();
        if self.vars.contains_key(&name(&ahead)?) {
            let place = self.place(input)?;
            input.parse::<Token![:]>()?;
            let ty = self.ty(input)?;
            self.func.floats.push((place, ty));
        } else {
            let var = self.binding(input)?;
            input.parse::<Token![=]>()?;
            self.func.vars[var.0].role = Role::Const(tokens(input, |input| input.peek(Token![;]))?);
        }
        input.parse::<Token![;]>()?;
        Ok(())
    }

    fn stmts(&mut self, input: ParseStream) -> Result<Vec<Stmt>> {
        let mut stmts = vec![];
        while !input.is_empty()
            && !input.peek(Token![yield])
            && !input.peek(Token![return])
            && !ends(input)
        {
            let (binds, op) = self.stmt(input)?;
            stmts.push(Stmt::new(binds, op, Span::call_site()));
        }
        Ok(stmts)
    }

    fn block(&mut self, input: ParseStream) -> Result<Block> {
        let content;
        braced!(content in input);
        let mut block = self.func.block(vec![], vec![]);
        block.stmts = self.stmts(&content)?;
        if content.parse::<Option<Token![yield]>>()?.is_some() {
            block.yields = self.list(&content, Self::atom)?;
            content.parse::<Token![;]>()?;
        }
        if !content.is_empty() {
            word(&content, "diverges")?;
            content.parse::<Token![;]>()?;
            block.diverges = true;
        }
        Ok(block)
    }

    fn stmt(&mut self, input: ParseStream) -> Result<(Vec<Var>, Op)> {
        if input.parse::<Option<Token![if]>>()?.is_some() {
            return self.branch(input);
        }
        if input.parse::<Option<Token![loop]>>()?.is_some() {
            return self.each(input);
        }
        if input.peek(Lifetime) {
            let label = self.label(input)?;
            input.parse::<Token![:]>()?;
            return Ok((vec![], Op::Scope(label, self.block(input)?)));
        }
        let binds = self.bindings(input)?;
        let equals = !binds.is_empty() && input.parse::<Option<Token![=]>>()?.is_some();
        let op = match equals || binds.is_empty() {
            true => self.op(input, &binds)?,
            false => Op::Init(None),
        };
        input.parse::<Token![;]>()?;
        Ok((binds, op))
    }

    fn label(&mut self, input: ParseStream) -> Result<Label> {
        let name = input.parse::<Lifetime>()?.to_string();
        let func = &mut self.func;
        Ok(*self.labels.entry(name).or_insert_with(|| func.label()))
    }

    /// `a: f64, let b: [f64; 3]`, where that comes next.
    fn bindings(&mut self, input: ParseStream) -> Result<Vec<Var>> {
        let ahead = input.fork();
        if !ahead.peek(Token![let])
            && (name(&ahead).is_err() || !ahead.peek(Token![:]) || ahead.peek(Token![::]))
        {
            return Ok(vec![]);
        }
        self.list(input, Self::binding)
    }

    fn binding(&mut self, input: ParseStream) -> Result<Var> {
        let local = input.parse::<Option<Token![let]>>()?.is_some();
        let name = name(input)?;
        input.parse::<Token![:]>()?;
        let ty = self.ty(input)?;
        Ok(self.declare(&name, ty, if local { Role::Local } else { Role::Value }))
    }

    /// Items between commas; one may follow the last.
    fn list<T>(
        &mut self,
        input: ParseStream,
        item: impl Fn(&mut Self, ParseStream) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut items = vec![];
        while !input.is_empty() && !input.peek(Token![;]) {
            items.push(item(self, input)?);
            if input.parse::<Option<Token![,]>>()?.is_none() {
                break;
            }
        }
        Ok(items)
    }
}
