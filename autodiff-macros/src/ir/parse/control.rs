//! Branches and loops.

use super::operand::dots;
use super::*;

impl Parse {
    fn arrow(&mut self, input: ParseStream) -> Result<Vec<Var>> {
        match input.parse::<Option<Token![->]>>()? {
            Some(_) => self.list(input, Self::binding),
            None => Ok(vec![]),
        }
    }

    pub(super) fn branch(&mut self, input: ParseStream) -> Result<(Vec<Var>, Op)> {
        let cond = self.atom(input)?;
        let then = self.block(input)?;
        let els = match input.parse::<Option<Token![else]>>()? {
            Some(_) => self.block(input)?,
            None => self.func.block(vec![], vec![]),
        };
        Ok((self.arrow(input)?, Op::If(If { cond, then, els })))
    }

    pub(super) fn each(&mut self, input: ParseStream) -> Result<(Vec<Var>, Op)> {
        let labels = match input.peek(Lifetime) {
            true => Some((self.label(input)?, self.label(input)?)),
            false => None,
        };
        let mut head = Head::Forever;
        if !input.peek(syn::token::Brace)
            && !is_word(input, "carrying")
            && !input.peek(Token![while])
        {
            head = self.counter(input)?;
        }
        let carried = self.carried(input)?;
        if input.parse::<Option<Token![while]>>()?.is_some() {
            head = Head::While(self.block(input)?);
            input.parse::<Token![do]>()?;
        }
        let body = self.block(input)?;
        let until = take_word(input, "until")
            .then(|| self.atom(input))
            .transpose()?;
        let counts = take_word(input, "counted");
        let each = Loop {
            head,
            carried,
            body,
            until,
            counts,
            labels,
        };
        Ok((self.arrow(input)?, Op::Loop(each)))
    }

    fn carried(&mut self, input: ParseStream) -> Result<Vec<(Var, Atom)>> {
        if !take_word(input, "carrying") {
            return Ok(vec![]);
        }
        let content;
        parenthesized!(content in input);
        self.list(&content, |parse, input| {
            let param = parse.binding(input)?;
            input.parse::<Token![=]>()?;
            Ok((param, parse.atom(input)?))
        })
    }

    /// `i: usize in 0..n rev step 2`
    fn counter(&mut self, input: ParseStream) -> Result<Head> {
        let index = self.binding(input)?;
        input.parse::<Token![in]>()?;
        let lo = self.atom(input)?;
        let inclusive = dots(input)?;
        let hi = self.atom(input)?;
        let mut range = Range {
            lo,
            hi,
            inclusive,
            adaptors: vec![],
        };
        loop {
            if take_word(input, "rev") {
                range.adaptors.push(Adaptor::Rev);
            } else if take_word(input, "step") {
                range.adaptors.push(Adaptor::StepBy(self.atom(input)?));
            } else {
                return Ok(Head::For { index, range });
            }
        }
    }
}
