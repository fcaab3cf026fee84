//! Atoms, places and scalar functions as Rust, with the parentheses that they need.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Atom, Fun, Op, Pattern, Ty};
use crate::names;

use super::Emitter;

/// Tokens, and how tightly they bind.
#[derive(Clone)]
pub(crate) struct Expr {
    pub(crate) tokens: TokenStream,
    pub(super) level: u8,
}

pub(super) const PREFIX: u8 = 9;
pub(super) const CAST: u8 = 8;
pub(super) const TIGHT: u8 = 10;

impl Expr {
    pub(crate) fn tight(tokens: TokenStream) -> Expr {
        Expr {
            tokens,
            level: TIGHT,
        }
    }

    /// `*x`, `-x`.
    pub(super) fn prefixed(tokens: TokenStream) -> Expr {
        Expr {
            tokens,
            level: PREFIX,
        }
    }

    /// What a method can be called on.
    pub(super) fn into_tight(self) -> TokenStream {
        self.at_least(TIGHT)
    }

    pub(super) fn at_least(self, level: u8) -> TokenStream {
        let tokens = self.tokens;
        if self.level >= level {
            tokens
        } else {
            quote!((#tokens))
        }
    }
}

fn level(symbol: &str) -> u8 {
    match symbol {
        "*" | "/" | "%" => 7,
        "+" | "-" => 6,
        "<<" | ">>" => 5,
        "&" => 4,
        "^" => 3,
        "|" => 2,
        _ => 1,
    }
}

impl Emitter<'_> {
    pub(crate) fn atom(&mut self, atom: &Atom, span: Span) -> TokenStream {
        self.operand(atom, span).tokens
    }

    pub(super) fn operand(&mut self, atom: &Atom, span: Span) -> Expr {
        match atom {
            Atom::Var(var) => {
                if let Some(expr) = self.inlined.get(var) {
                    return expr.clone();
                }
                if let Some(path) = self.is_const(*var) {
                    return Expr::tight(path.clone());
                }
                let name = self.name(*var, span);
                match self.borrowed.contains(var) {
                    true => Expr {
                        tokens: quote!(*#name),
                        level: PREFIX,
                    },
                    false => Expr::tight(quote!(#name)),
                }
            }
            Atom::Lit(lit) => self.literal(lit, false, span),
            Atom::Const(tokens, _) => Expr::tight(tokens.clone()),
            Atom::Unit => Expr::tight(quote!(())),
        }
    }

    /// An operand on its own: a literal has its type.
    pub(super) fn typed(&mut self, atom: &Atom, span: Span) -> TokenStream {
        match atom {
            Atom::Lit(lit) if lit.ty.is_float() => self.literal(lit, true, span).tokens,
            atom => self.atom(atom, span),
        }
    }

    /// An operand that a method is called on: a literal needs its type.
    fn receiver(&mut self, atom: &Atom, span: Span) -> TokenStream {
        let expr = match atom {
            Atom::Lit(lit) => self.literal(lit, true, span),
            atom => self.operand(atom, span),
        };
        expr.at_least(TIGHT)
    }

    /// A place that a method is called on.
    pub(super) fn method_place(&mut self, place: &crate::ir::Place, span: Span) -> TokenStream {
        self.place_expr(place, span).at_least(TIGHT)
    }

    /// An operand of a product.
    pub(super) fn factor(&mut self, atom: &Atom, span: Span) -> TokenStream {
        self.operand(atom, span).at_least(PREFIX)
    }

    pub(super) fn simple(&mut self, op: &Op, span: Span) -> Option<Expr> {
        Some(match op {
            Op::Apply { fun, args, .. } => self.applied(fun, args, span),
            Op::Read(place) => self.place_expr(place, span),
            Op::Len(place) => {
                let unseen = matches!(self.func.place_ty(place), Ty::Named(_) | Ty::Unknown);
                let place = self.place_expr(place, span).at_least(TIGHT);
                let (at, root) = (names::located(span), self.root);
                Expr::tight(match unseen {
                    true => quote_spanned!(at=> #root::__private::length(#place.len())),
                    false => quote_spanned!(at=> #place.len()),
                })
            }
            Op::Test(place, pattern) => {
                let place = self.place(place, span);
                let (at, root) = (names::located(span), self.root);
                Expr::tight(match pattern {
                    Pattern::Present => quote_spanned!(at=> #root::__private::is_present(&#place)),
                    Pattern::Matches(pattern) => {
                        quote_spanned!(at=> ::core::matches!(#place, #pattern))
                    }
                })
            }
            Op::Copy(atom) => self.operand(atom, span),
            _ => return None,
        })
    }

    fn applied(&mut self, fun: &Fun, args: &[Atom], span: Span) -> Expr {
        let at = names::located(span);
        match fun {
            Fun::Neg | Fun::Not => {
                let operand = match &args[0] {
                    Atom::Lit(lit) => self.literal(lit, true, span),
                    atom => self.operand(atom, span),
                };
                let operand = operand.at_least(PREFIX);
                let tokens = match fun {
                    Fun::Neg => quote_spanned!(at=> -#operand),
                    _ => quote_spanned!(at=> !#operand),
                };
                Expr {
                    tokens,
                    level: PREFIX,
                }
            }
            Fun::Binary(symbol) => self.infix(symbol, &args[0], &args[1], span),
            // Methods of a trait, which need not be in scope.
            Fun::Method(name)
                if (name == "min" || name == "max")
                    && matches!(self.func.atom_ty(&args[0]), Ty::Int(_)) =>
            {
                let args: Vec<_> = args.iter().map(|arg| self.atom(arg, span)).collect();
                let mut name = name.clone();
                name.set_span(at);
                Expr::tight(quote_spanned!(at=> ::core::cmp::Ord::#name(#(#args),*)))
            }
            Fun::Method(name) => {
                let receiver = self.receiver(&args[0], span);
                let rest: Vec<_> = args[1..].iter().map(|arg| self.atom(arg, span)).collect();
                let mut name = name.clone();
                name.set_span(at);
                Expr::tight(quote_spanned!(at=> #receiver.#name(#(#rest),*)))
            }
            Fun::Path(path, _) => {
                let args: Vec<_> = args.iter().map(|arg| self.atom(arg, span)).collect();
                Expr::tight(quote_spanned!(at=> #path(#(#args),*)))
            }
            Fun::Times | Fun::Product | Fun::Tangent => {
                let root = self.root;
                let name = match fun {
                    Fun::Times => quote!(times),
                    Fun::Tangent => quote!(tangent_of),
                    _ => quote!(product),
                };
                let (by, partial) = (self.atom(&args[0], span), self.atom(&args[1], span));
                Expr::tight(quote_spanned!(at=> #root::__private::#name(#by, #partial)))
            }
            Fun::Behind => {
                let receiver = self.receiver(&args[0], span);
                let other = self.operand(&args[1], span).at_least(PREFIX);
                Expr::tight(quote_spanned!(at=> #receiver.total_cmp(&#other).is_gt()))
            }
            Fun::Same => self.operand(&args[0], span),
            Fun::Constant => {
                let root = self.root;
                let operand = self.atom(&args[0], span);
                Expr::tight(quote!(#root::__private::constant(#operand)))
            }
            Fun::Convert(to) => self.converted(&args[0], to, span),
            Fun::Cast(ty) => {
                let operand = match &args[0] {
                    Atom::Lit(lit) => self.literal(lit, true, span),
                    atom => self.operand(atom, span),
                };
                let operand = operand.at_least(CAST);
                Expr {
                    tokens: quote_spanned!(at=> #operand as #ty),
                    level: CAST,
                }
            }
        }
    }

    fn infix(&mut self, symbol: &str, left: &Atom, right: &Atom, span: Span) -> Expr {
        let level = level(symbol);
        let left = match (left, right) {
            (Atom::Lit(left), Atom::Lit(_)) => self.literal(left, true, span),
            (left, _) => self.operand(left, span),
        };
        let cast = symbol.starts_with('<') && left.tokens.to_string().contains(" as ");
        let left = left.at_least(if cast {
            TIGHT
        } else {
            level + u8::from(level == 1)
        });
        let right = self.operand(right, span).at_least(level + 1);
        let at = names::located(span);
        let symbol = operator(symbol, at);
        Expr {
            tokens: quote_spanned!(at=> #left #symbol #right),
            level,
        }
    }
}

fn operator(symbol: &str, span: Span) -> TokenStream {
    use proc_macro2::{Punct, Spacing, TokenTree};
    let last = symbol.chars().count() - 1;
    let punct = |(nth, c): (usize, char)| {
        let spacing = if nth < last {
            Spacing::Joint
        } else {
            Spacing::Alone
        };
        let mut punct = Punct::new(c, spacing);
        punct.set_span(span);
        TokenTree::Punct(punct)
    };
    symbol.chars().enumerate().map(punct).collect()
}
