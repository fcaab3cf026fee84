//! Type parameters: what is asked of them, and which ones the tangent type has.

use std::collections::HashSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit::{self, Visit};
use syn::{GenericParam, Generics, TypePath, WherePredicate, parse_quote};

use super::class::is_param;
use super::model::{Kind, Model};

impl Model {
    /// The parameters of the type itself, with what differentiating needs.
    pub(super) fn generics_of_value(&self) -> Generics {
        let mut generics = self.generics.clone();
        self.bound(&mut generics);
        generics
    }

    /// The parameters of the tangent type: those that its fields mention.
    pub(super) fn generics_of_tangent(&self) -> Generics {
        let mut generics = match self.kind {
            Kind::Made => self.mentioned(),
            Kind::Own | Kind::Unit => self.generics.clone(),
        };
        self.bound(&mut generics);
        generics
    }

    fn bound(&self, generics: &mut Generics) {
        let root = &self.root;
        match self.kind {
            Kind::Unit => {}
            Kind::Made => self.each(generics, |ty| quote!(#ty: #root::Differentiable)),
            Kind::Own => self.each(
                generics,
                |ty| quote!(#ty: #root::Differentiable<Tangent = #ty> + #root::Tangent),
            ),
        }
    }

    /// Adds a predicate for each type parameter that is differentiated.
    pub(super) fn each(
        &self,
        generics: &mut Generics,
        predicate: impl Fn(&TypePath) -> TokenStream,
    ) {
        let types = self.differentiated();
        let predicates = types.iter().map(predicate);
        let predicates: Vec<WherePredicate> = predicates.map(|it| parse_quote!(#it)).collect();
        if !predicates.is_empty() {
            generics.make_where_clause().predicates.extend(predicates);
        }
    }

    /// The type parameters in differentiable fields, and the types that belong to them.
    fn differentiated(&self) -> Vec<TypePath> {
        let mut found = Params {
            params: &self.params,
            found: Vec::new(),
        };
        for field in self.fields().filter(|field| !field.is_constant()) {
            found.visit_type(&field.ty);
        }
        found.found
    }

    fn mentioned(&self) -> Generics {
        let fields = self.fields().filter(|field| !field.is_constant());
        let tokens = fields.map(|field| field.behind().to_token_stream());
        let kept = words(tokens.collect());
        let dropped: HashSet<_> = self.generics.params.iter().map(name).collect();
        let dropped: HashSet<_> = dropped.difference(&kept).cloned().collect();
        let fits = |tokens: TokenStream| words(tokens).is_disjoint(&dropped);
        let mut generics = self.generics.clone();
        generics.params = self.generics.params.iter().cloned().collect();
        let params = generics.params.into_iter();
        let params = params.filter(|param| kept.contains(&name(param)));
        generics.params = params.map(|param| within(param, &fits)).collect();
        let clause = generics.where_clause.take();
        let predicates = clause.into_iter().flat_map(|clause| clause.predicates);
        let predicates: Vec<_> = predicates.filter(|it| fits(it.to_token_stream())).collect();
        if !generics.params.is_empty() && !predicates.is_empty() {
            generics.make_where_clause().predicates.extend(predicates);
        }
        generics
    }
}

/// A parameter without what mentions others that are gone.
fn within(mut param: GenericParam, fits: &impl Fn(TokenStream) -> bool) -> GenericParam {
    match &mut param {
        GenericParam::Type(param) => {
            let bounds = param.bounds.iter().cloned();
            param.bounds = bounds.filter(|it| fits(it.to_token_stream())).collect();
            let default = param.default.take();
            param.default = default.filter(|(_, it)| fits(it.to_token_stream()));
        }
        GenericParam::Lifetime(param) => {
            let bounds = param.bounds.iter().cloned();
            param.bounds = bounds.filter(|it| fits(it.to_token_stream())).collect();
        }
        GenericParam::Const(_) => {}
    }
    param
}

fn name(param: &GenericParam) -> String {
    match param {
        GenericParam::Type(param) => param.ident.to_string(),
        GenericParam::Const(param) => param.ident.to_string(),
        GenericParam::Lifetime(param) => param.lifetime.to_string(),
    }
}

/// The identifiers and lifetimes among some tokens.
pub(super) fn words(tokens: TokenStream) -> HashSet<String> {
    let mut words = HashSet::new();
    let mut quote = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if quote => _ = words.insert(format!("'{ident}")),
            TokenTree::Ident(ident) => _ = words.insert(ident.to_string()),
            TokenTree::Group(group) => words.extend(self::words(group.stream())),
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                quote = true;
                continue;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        quote = false;
    }
    words
}

struct Params<'a> {
    params: &'a HashSet<String>,
    found: Vec<TypePath>,
}

impl Visit<'_> for Params<'_> {
    fn visit_type_path(&mut self, path: &TypePath) {
        if !is_param(path, self.params) {
            visit::visit_type_path(self, path);
        } else if !self.found.contains(path) {
            self.found.push(path.clone());
        }
    }
}
