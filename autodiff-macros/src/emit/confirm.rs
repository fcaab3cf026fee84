//! What was taken for a number is one: rustc says so, in closures that nobody calls.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::ir::{Atom, Number, PROBE, Place, Proj, Role, Ty, Var};
use crate::names;

use super::Emitter;
use super::block::float_annotation;

impl Emitter<'_> {
    /// Confirms the types of what is read from parameters and from constants of the module.
    pub(crate) fn floats(&mut self) -> TokenStream {
        let local = |place: &Place| matches!(self.func.vars[place.base.0].role, Role::Local);
        let floats = self.func.floats.iter();
        let ahead: Vec<_> = floats.filter(|(place, _)| !local(place)).cloned().collect();
        let places = self.confirmations(&ahead);
        let sequences = self.sequences(&|place| !local(place));
        let types = self.func.numbers.iter().map(|(name, number)| {
            let (name, root) = (&name.0, self.root);
            match number {
                Number::Float { .. } => quote!(let _ = <#name as #root::__private::Number>::ZERO;),
                Number::Integer | Number::Bool => quote!(#root::__private::constants::<#name>();),
            }
        });
        let paths = self.func.paths.iter().map(|(check, path)| {
            let (check, root) = (Ident::new(check, Span::call_site()), self.root);
            match check == PROBE {
                true => quote!(let _ = <#root::__private::#check>::#path;),
                false => quote!(#root::__private::#check(#path);),
            }
        });
        quote!(#(#types)* #(#paths)* #places #sequences)
    }

    /// Confirms the types of what is read from a local.
    pub(super) fn confirmed(&mut self, local: Var) -> TokenStream {
        if !self.confirms {
            return TokenStream::new();
        }
        let floats = self.func.floats.iter();
        let of_local: Vec<_> = floats
            .filter(|(place, _)| place.base == local)
            .cloned()
            .collect();
        let floats = self.confirmations(&of_local);
        let sequences = self.sequences(&|place| place.base == local);
        quote!(#floats #sequences)
    }

    /// Confirms that what is gone through like a slice is one.
    fn sequences(&mut self, chosen: &dyn Fn(&Place) -> bool) -> TokenStream {
        let sequences = self.func.sequences.iter();
        let chosen: Vec<_> = sequences
            .filter(|(place, _)| chosen(place))
            .cloned()
            .collect();
        let mut tokens = TokenStream::new();
        let mut written: Vec<String> = vec![];
        for (place, span) in chosen {
            let (parameter, place) = self.anywhere(place, span);
            let text = place.to_string();
            if !written.contains(&text) {
                written.push(text);
                let (at, root) = (names::located(span), self.root);
                let check = quote_spanned!(at=> #root::__private::is_sequence(&#place));
                tokens.extend(quote!(let _ = |#parameter| { #check; };));
            }
        }
        tokens
    }

    fn confirmations(&mut self, places: &[(Place, Ty)]) -> TokenStream {
        let mut written: Vec<String> = vec![];
        let mut tokens = TokenStream::new();
        for (place, ty) in places {
            let confirmation = self.confirmation(place.clone(), ty);
            let text = confirmation.to_string();
            if !written.contains(&text) {
                written.push(text);
                tokens.extend(confirmation);
            }
        }
        tokens
    }

    fn confirmation(&mut self, place: Place, ty: &Ty) -> TokenStream {
        let (parameter, place) = self.anywhere(place, Span::call_site());
        let root = self.root;
        let check = match (ty, float_annotation(ty)) {
            (_, Some(ty)) => quote!(let _: #ty = #place;),
            (Ty::Float(_), None) => quote!(#root::__private::float(#place);),
            _ => quote!(#root::__private::is_constant(&#place);),
        };
        quote!(let _ = |#parameter| { #check };)
    }

    /// A place at any index, and the index as a parameter.
    fn anywhere(&mut self, mut place: Place, span: Span) -> (Option<TokenStream>, TokenStream) {
        let any = quote!(__any);
        let mut counted = None;
        for proj in &mut place.path {
            if let Proj::Index(at) = proj {
                let usize = quote!(: ::core::primitive::usize);
                let index = self.func.atom_ty(at);
                counted = Some(matches!(index, Ty::Int(_)).then_some(usize));
                *at = Atom::Const(any.clone(), index);
            }
        }
        place
            .path
            .retain(|proj| !matches!(proj, Proj::Slice { .. }));
        let parameter = counted.map(|counted| quote!(#any #counted));
        (parameter, self.place(&place, span))
    }
}
