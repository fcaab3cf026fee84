//! Statements without blocks.

use super::*;
use crate::along::{ALONG, HELD};
use crate::ir::text::operator;
use crate::lower::CAST;
use crate::rules::{self, Rule};

const INFIX: [&str; 16] = [
    "==", "!=", "<=", ">=", "<<", ">>", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^",
];

impl Parse {
    pub(super) fn op(&mut self, input: ParseStream, binds: &[Var]) -> Result<Op> {
        if input.parse::<Option<Token![break]>>()?.is_some() {
            return Ok(Op::Exit(self.label(input)?));
        }
        let called = input.peek2(Ident) || input.peek2(Token![::]);
        for (word, mode) in [("call", Mode::Plain), ("forward", Mode::Forward)] {
            if called && is_word(input, word) {
                return self.call(input, mode);
            }
        }
        if called && is_word(input, "effect") {
            return self.effect(input);
        }
        let read: fn(Place) -> Op = Op::Read;
        for (word, op) in [("read", read), ("len", Op::Len), ("pop", Op::PopBack)] {
            if is_word(input, word) && input.peek2(Ident) {
                take_word(input, word);
                return Ok(op(self.place(input)?));
            }
        }
        for (word, op) in [("sort", Op::Sort as fn(Query) -> Op), ("ask", Op::Ask)] {
            if is_word(input, word) && input.peek2(Ident) {
                take_word(input, word);
                return Ok(op(self.query(input)?));
            }
        }
        match binds {
            [] => self.write(input),
            [bind] if matches!(self.func.vars[bind.0].role, Role::Local) => {
                Ok(Op::Init(Some(self.rvalue(input)?)))
            }
            _ => self.apply(input),
        }
    }

    fn write(&mut self, input: ParseStream) -> Result<Op> {
        let place = self.place(input)?;
        for (plus, sign) in [(true, Sign::Plus), (false, Sign::Minus)] {
            let found = match plus {
                true => input.parse::<Option<Token![+=]>>()?.is_some(),
                false => input.parse::<Option<Token![-=]>>()?.is_some(),
            };
            if found {
                return Ok(Op::Update(place, sign, self.atom(input)?));
            }
        }
        if input.parse::<Option<Token![<-]>>()?.is_some() {
            return Ok(Op::PushBack(place, self.rvalue(input)?));
        }
        if input.parse::<Option<Token![<=]>>()?.is_some() {
            input.parse::<Token![>]>()?;
            return Ok(Op::Swap(place, self.place(input)?));
        }
        if is_word(input, "by") {
            take_word(input, "by");
            return Ok(Op::Rearrange(place, self.rearrangement(input)?));
        }
        input.parse::<Token![=]>()?;
        Ok(Op::Write(place, self.rvalue(input)?))
    }

    fn rearrangement(&mut self, input: ParseStream) -> Result<Rearrangement> {
        let word = input.parse::<Ident>()?;
        Ok(match word.to_string().as_str() {
            "reverse" => Rearrangement::Reverse,
            "left" => Rearrangement::RotateLeft(self.atom(input)?),
            "right" => Rearrangement::RotateRight(self.atom(input)?),
            "order" => Rearrangement::Order(self.var(input)?),
            "disorder" => Rearrangement::Disorder(self.var(input)?),
            _ => return Err(input.error("expected a rearrangement")),
        })
    }

    /// A scalar function, or a copy.
    fn apply(&mut self, input: ParseStream) -> Result<Op> {
        if input.peek(Token![!]) || input.peek(Token![-]) && !input.peek2(syn::Lit) {
            let fun = if input.parse::<Option<Token![!]>>()?.is_some() {
                Fun::Not
            } else {
                Fun::Neg
            };
            input.parse::<Option<Token![-]>>()?;
            let arg = self.enclosed(input)?;
            return Ok(Op::Apply {
                fun,
                rule: None,
                args: vec![arg],
            });
        }
        let path = input.peek(Token![::]) || input.peek(Token![<]) || input.peek2(Token![::]);
        if input.peek2(syn::token::Paren) && !input.peek(Token![const]) || path {
            return self.applied(input);
        }
        if input.peek(Ident) && input.peek2(Token![as]) {
            let ahead = input.fork();
            tokens(&ahead, |input| {
                input.peek(Token![;]) || input.peek(syn::token::Paren)
            })?;
            if ahead.peek(syn::token::Paren) {
                return self.spelled(input);
            }
        }
        let first = self.atom(input)?;
        self.behind(input, first)
    }

    /// `-x`, `-(1.0)`.
    fn enclosed(&mut self, input: ParseStream) -> Result<Atom> {
        if !input.peek(syn::token::Paren) {
            return self.atom(input);
        }
        let content;
        parenthesized!(content in input);
        self.atom(&content)
    }

    /// What follows the first operand.
    fn behind(&mut self, input: ParseStream, first: Atom) -> Result<Op> {
        if input.peek(Token![;]) {
            return Ok(Op::Copy(first));
        }
        if input.parse::<Option<Token![as]>>()?.is_some() {
            let fun = Fun::Cast(tokens(input, |input| input.peek(Token![;]))?);
            return Ok(Op::Apply {
                fun,
                rule: None,
                args: vec![first],
            });
        }
        let mut args = vec![first];
        if input.parse::<Option<Token![.]>>()?.is_some() {
            let fun = Fun::Method(input.parse()?);
            args.extend(self.args(input)?);
            return Ok(Op::Apply {
                fun,
                rule: None,
                args,
            });
        }
        let symbol = symbol(input)?;
        let Some(infix) = INFIX.into_iter().find(|infix| *infix == symbol) else {
            return Err(input.error(format!("`{symbol}` is no operator")));
        };
        args.push(self.atom(input)?);
        Ok(Op::Apply {
            fun: Fun::Binary(infix),
            rule: None,
            args,
        })
    }

    fn args(&mut self, input: ParseStream) -> Result<Vec<Atom>> {
        let args;
        parenthesized!(args in input);
        self.list(&args, Self::atom)
    }

    /// `sin(x)`, `cast::<f32>(x)`, `f64::floor(x)`, `constant(x)`.
    fn applied(&mut self, input: ParseStream) -> Result<Op> {
        let path = tokens(input, |input| input.peek(syn::token::Paren))?;
        let args = self.args(input)?;
        let text = path.to_string().replace(' ', "");
        if let "constant" | "behind" = text.as_str() {
            let fun = match text.as_str() {
                "behind" => Fun::Behind,
                _ => Fun::Constant,
            };
            return Ok(Op::Apply {
                fun,
                rule: None,
                args,
            });
        }
        if let Some(to) = text.strip_prefix("cast::<") {
            let to = to
                .trim_end_matches('>')
                .parse()
                .map_err(|_| input.error("expected a type"))?;
            return Ok(Op::Apply {
                fun: Fun::Cast(to),
                rule: Some(&CAST),
                args,
            });
        }
        if text.contains("::") {
            return Ok(Op::Apply {
                fun: Fun::Path(path, last(&text)),
                rule: None,
                args,
            });
        }
        let fun = match text.as_str() {
            "held" | "along" => Fun::Same,
            _ => operator(&text).unwrap_or(Fun::Method(last(&text))),
        };
        Ok(Op::Apply {
            fun,
            rule: Some(self.rule(input, &text, args.len())?),
            args,
        })
    }

    /// `sin as f64::sin(x)`, `add as .add(x)`.
    fn spelled(&mut self, input: ParseStream) -> Result<Op> {
        let name = input.parse::<Ident>()?.to_string();
        input.parse::<Token![as]>()?;
        let method = input.parse::<Option<Token![.]>>()?.is_some();
        let path = tokens(input, |input| input.peek(syn::token::Paren))?;
        let args = self.args(input)?;
        let last = last(&path.to_string().replace(' ', ""));
        let fun = if method {
            Fun::Method(last)
        } else {
            Fun::Path(path, last)
        };
        Ok(Op::Apply {
            fun,
            rule: Some(self.rule(input, &name, args.len())?),
            args,
        })
    }

    fn rule(&self, input: ParseStream, name: &str, arity: usize) -> Result<&'static Rule> {
        let ours = [&CAST, &HELD, &ALONG];
        let ours = ours.into_iter().find(|rule| rule.name == name);
        ours.or(rules::rule(name, arity))
            .ok_or_else(|| input.error(format!("no rule `{name}`")))
    }
}

/// The characters of an operator.
fn symbol(input: ParseStream) -> Result<String> {
    let mut symbol = String::new();
    loop {
        let punct = input.parse::<proc_macro2::Punct>()?;
        symbol.push(punct.as_char());
        if punct.spacing() == proc_macro2::Spacing::Alone {
            return Ok(symbol);
        }
    }
}

fn last(path: &str) -> Ident {
    let last = path.rsplit("::").next().unwrap_or(path);
    Ident::new(last, Span::call_site())
}
