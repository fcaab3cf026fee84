//! Calls and effects.

use super::*;

impl Parse {
    pub(super) fn call(&mut self, input: ParseStream, mode: Mode) -> Result<Op> {
        input.call(Ident::parse_any)?;
        let recursive = take_word(input, "recursive");
        let callee = self.callee(input)?;
        let args;
        parenthesized!(args in input);
        let args = self.list(&args, Self::arg)?;
        Ok(Op::Call(Call {
            callee,
            mode,
            args,
            tangents: vec![],
            recursive,
        }))
    }

    fn callee(&mut self, input: ParseStream) -> Result<Callee> {
        let named = input.peek2(Ident);
        if named && take_word(input, "method") {
            return Ok(Callee::Method(input.parse()?));
        }
        let associated = named && take_word(input, "associated");
        let path = tokens(input, |input| input.peek(syn::token::Paren))?;
        Ok(match associated {
            true => Callee::Associated(path),
            false => Callee::Function(path),
        })
    }

    fn arg(&mut self, input: ParseStream) -> Result<Arg> {
        if input.parse::<Option<Token![self]>>()?.is_some() {
            let changes = match input.parse::<Option<Token![mut]>>()? {
                Some(_) => Changes::Maybe,
                None => Changes::Never,
            };
            return Ok(Arg::Receiver(self.place(input)?, changes));
        }
        if input.parse::<Option<Token![&]>>()?.is_none() {
            return Ok(Arg::Value(self.rvalue(input)?));
        }
        if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            return Ok(Arg::RefValue(self.atom(&content)?));
        }
        match input.parse::<Option<Token![mut]>>()? {
            Some(_) => Ok(Arg::RefMut(self.place(input)?)),
            None => Ok(Arg::Ref(self.place(input)?)),
        }
    }

    pub(super) fn effect(&mut self, input: ParseStream) -> Result<Op> {
        input.call(Ident::parse_any)?;
        let path = tokens(input, |input| input.peek(Token![!]))?;
        input.parse::<Token![!]>()?;
        let args;
        parenthesized!(args in input);
        let args = self.list(&args, Self::effect_arg)?;
        let diverges = take_word(input, "diverges");
        Ok(Op::Effect(Effect {
            path,
            args,
            diverges,
        }))
    }

    pub(super) fn query(&mut self, input: ParseStream) -> Result<Query> {
        let place = self.place(input)?;
        let method = input.parse()?;
        let (args, tail, captures);
        braced!(args in input);
        braced!(tail in input);
        parenthesized!(captures in input);
        Ok(Query {
            place,
            method,
            args: args.parse()?,
            tail: tail.parse()?,
            captures: self.list(&captures, Self::capture)?,
        })
    }

    fn capture(&mut self, input: ParseStream) -> Result<Capture> {
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let what = if input.peek(syn::token::Brace) {
            let (code, inner);
            braced!(code in input);
            parenthesized!(inner in input);
            Captured::Closure(code.parse()?, self.list(&inner, Self::capture)?)
        } else if input.parse::<Option<Token![&]>>()?.is_some() {
            Captured::Shared(self.atom(input)?)
        } else if is_word(input, "place") && input.peek2(Ident) {
            take_word(input, "place");
            Captured::Place(self.place(input)?)
        } else {
            Captured::Value(self.atom(input)?)
        };
        Ok(Capture { name, what })
    }

    fn effect_arg(&mut self, input: ParseStream) -> Result<EffectArg> {
        if input.peek(syn::token::Brace) {
            let content;
            braced!(content in input);
            return Ok(EffectArg::Text(content.parse()?));
        }
        if is_word(input, "place") && input.peek2(Ident) {
            take_word(input, "place");
            return Ok(EffectArg::Place(self.place(input)?));
        }
        if input.peek(Ident) && input.peek2(Token![=]) {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            return Ok(EffectArg::Named(name, self.atom(input)?));
        }
        Ok(EffectArg::Atom(self.atom(input)?))
    }
}
