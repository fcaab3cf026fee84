//! Types, atoms, places and what is written to them.

use super::*;

impl Parse {
    pub(super) fn ty(&mut self, input: ParseStream) -> Result<Ty> {
        if input.peek(syn::token::Bracket) {
            return self.sequence(input);
        }
        if input.peek(syn::token::Paren) {
            let items;
            parenthesized!(items in input);
            let items = self.list(&items, Self::ty)?;
            return Ok(if items.is_empty() {
                Ty::Unit
            } else {
                Ty::Tuple(items)
            });
        }
        let name = input.call(Ident::parse_any)?.to_string();
        Ok(match name.as_str() {
            "f32" => Ty::Float(Float::F32),
            "f64" => Ty::Float(Float::F64),
            "float" => Ty::Float(Float::Open),
            "int" => Ty::Int(None),
            "bool" => Ty::Bool,
            "plain" => Ty::Plain,
            "opaque" => Ty::Opaque,
            "_" => Ty::Unknown,
            "Vec" => {
                input.parse::<Token![<]>()?;
                let item = self.ty(input)?;
                input.parse::<Token![>]>()?;
                Ty::Vec(Box::new(item))
            }
            _ => Ty::Int(Some(name)),
        })
    }

    fn sequence(&mut self, input: ParseStream) -> Result<Ty> {
        let content;
        bracketed!(content in input);
        let item = Box::new(self.ty(&content)?);
        match content.parse::<Option<Token![;]>>()? {
            Some(_) => Ok(Ty::Array(item, length(&content)?)),
            None => Ok(Ty::Slice(item)),
        }
    }

    pub(super) fn atom(&mut self, input: ParseStream) -> Result<Atom> {
        let minus = input.parse::<Option<Token![-]>>()?.is_some();
        if input.peek(syn::Lit) {
            return self.literal(input, minus);
        }
        if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            return Ok(Atom::Unit);
        }
        if input.parse::<Option<Token![const]>>()?.is_some() {
            let content;
            parenthesized!(content in input);
            let ty = self.ty(&content)?;
            content.parse::<Token![,]>()?;
            return Ok(Atom::Const(content.parse()?, ty));
        }
        Ok(Atom::Var(self.var(input)?))
    }

    fn literal(&mut self, input: ParseStream, minus: bool) -> Result<Atom> {
        let text = input.parse::<proc_macro2::TokenTree>()?.to_string();
        let float = text.contains('.') || text.contains('e') && !text.contains("size");
        let (text, ty) = match text.rsplit_once('_') {
            Some((text, suffix)) => (
                text.to_owned(),
                match suffix {
                    "unknown" => Ty::Unknown,
                    suffix => self.suffix(suffix)?,
                },
            ),
            None if text == "true" || text == "false" => (text, Ty::Bool),
            None if float => (text, Ty::Float(Float::F64)),
            None => (text, Ty::usize()),
        };
        let sign = if minus { "-" } else { "" };
        Ok(Atom::Lit(Lit {
            text: format!("{sign}{text}"),
            ty,
        }))
    }

    fn suffix(&mut self, suffix: &str) -> Result<Ty> {
        (|input: ParseStream| self.ty(input)).parse_str(suffix)
    }

    pub(super) fn var(&mut self, input: ParseStream) -> Result<Var> {
        let span = input.span();
        let name = name(input)?;
        let unknown = || syn::Error::new(span, format!("`{name}` is not bound"));
        self.vars.get(&name).copied().ok_or_else(unknown)
    }

    pub(super) fn place(&mut self, input: ParseStream) -> Result<Place> {
        let mut place = Place::whole(self.var(input)?);
        loop {
            if input.peek(Token![.]) && !input.peek(Token![..]) {
                input.parse::<Token![.]>()?;
                self.fields(input, &mut place)?;
            } else if input.peek(syn::token::Bracket) {
                let content;
                bracketed!(content in input);
                place = place.then(self.index(&content)?);
            } else {
                return Ok(place);
            }
        }
    }

    /// `0`, `name`, or the `0.1` of `pairs.0.1`.
    fn fields(&mut self, input: ParseStream, place: &mut Place) -> Result<()> {
        let text = input.parse::<proc_macro2::TokenTree>()?.to_string();
        for field in text.split('.') {
            let member = match field.parse::<usize>() {
                Ok(at) => syn::Member::from(at),
                Err(_) => syn::Member::Named(Ident::new(field, Span::call_site())),
            };
            *place = place.then(Proj::Field(member));
        }
        Ok(())
    }

    fn index(&mut self, input: ParseStream) -> Result<Proj> {
        if input.parse::<Option<Token![_]>>()?.is_some() {
            return Ok(Proj::Index(Atom::Unit));
        }
        let lo = if input.peek(Token![..]) {
            None
        } else {
            Some(self.atom(input)?)
        };
        if input.is_empty() {
            return lo
                .map(Proj::Index)
                .ok_or_else(|| input.error("expected an index"));
        }
        let inclusive = dots(input)?;
        let hi = if input.is_empty() {
            None
        } else {
            Some(self.atom(input)?)
        };
        Ok(Proj::Slice { lo, hi, inclusive })
    }

    pub(super) fn rvalue(&mut self, input: ParseStream) -> Result<Rvalue> {
        if input.peek(syn::token::Bracket) {
            let content;
            bracketed!(content in input);
            return self.array(&content);
        }
        if input.peek(syn::token::Paren) {
            let content;
            parenthesized!(content in input);
            let unit = content.is_empty();
            content.parse::<Option<Token![,]>>()?;
            let items = self.list(&content, Self::rvalue)?;
            return Ok(if unit {
                Rvalue::Atom(Atom::Unit)
            } else {
                Rvalue::Tuple(items)
            });
        }
        if is_word(input, "Vec") || is_word(input, "vec") && input.peek2(Token![!]) {
            return self.vec(input);
        }
        let copying = [
            ("copy", Copying::Copy),
            ("clone", Copying::Clone),
            ("to_vec", Copying::ToVec),
        ];
        for (word, copying) in copying {
            if is_word(input, word) && input.peek2(Ident) {
                take_word(input, word);
                return Ok(Rvalue::Copy(self.place(input)?, copying));
            }
        }
        Ok(Rvalue::Atom(self.atom(input)?))
    }

    fn array(&mut self, input: ParseStream) -> Result<Rvalue> {
        let mut items = self.list(input, Self::rvalue)?;
        Ok(match input.parse::<Option<Token![;]>>()? {
            Some(_) => Rvalue::Repeat(Box::new(items.remove(0)), length(input)?),
            None => Rvalue::Array(items),
        })
    }

    /// `vec![…]`, `Vec::new()`, `Vec::with_capacity(n)`
    fn vec(&mut self, input: ParseStream) -> Result<Rvalue> {
        input.parse::<Ident>()?;
        let content;
        if input.parse::<Option<Token![!]>>()?.is_some() {
            bracketed!(content in input);
            let mut items = self.list(&content, Self::rvalue)?;
            return Ok(match content.parse::<Option<Token![;]>>()? {
                Some(_) => Rvalue::VecRepeat(Box::new(items.remove(0)), self.atom(&content)?),
                None => Rvalue::VecOf(items),
            });
        }
        input.parse::<Token![::]>()?;
        input.parse::<Ident>()?;
        parenthesized!(content in input);
        let capacity = if content.is_empty() {
            None
        } else {
            Some(self.atom(&content)?)
        };
        Ok(Rvalue::VecEmpty(capacity))
    }
}

fn length(input: ParseStream) -> Result<Len> {
    let len = tokens(input, |_| false)?;
    Ok(Len((len.to_string() != "_").then_some(len)))
}

/// `..` or `..=`
pub(super) fn dots(input: ParseStream) -> Result<bool> {
    if input.parse::<Option<Token![..=]>>()?.is_some() {
        return Ok(true);
    }
    input.parse::<Token![..]>()?;
    Ok(false)
}
