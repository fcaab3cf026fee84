//! A struct or an enum, as the derive sees it. A struct is an enum of one variant without a name.

use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Data, DeriveInput, Fields, Generics, Ident, Member, Path, Type, TypePath,
    Visibility, parse_quote,
};

use super::attributes::{self, Container};
use super::class::{Class, class, without};
use crate::diagnostics::{self as refusal, Errors};
use crate::names;

/// Which type the tangent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `Self`.
    Own,
    /// A type that the derive makes.
    Made,
    /// `()`, since there is nothing differentiable in it.
    Unit,
}

pub(super) struct Model {
    pub(super) name: Ident,
    pub(super) vis: Visibility,
    pub(super) generics: Generics,
    /// The names of the type parameters.
    pub(super) params: HashSet<String>,
    pub(super) is_enum: bool,
    pub(super) variants: Vec<Variant>,
    pub(super) kind: Kind,
    pub(super) root: Path,
    pub(super) non_exhaustive: Option<Attribute>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Named,
    Tuple,
    Unit,
}

pub(super) struct Variant {
    /// None for a struct.
    pub(super) ident: Option<Ident>,
    pub(super) style: Style,
    pub(super) fields: Vec<Field>,
}

pub(super) struct Field {
    pub(super) member: Member,
    pub(super) vis: Visibility,
    pub(super) ty: Type,
    pub(super) class: Class,
    /// Whether it is a constant because it is marked so, whatever its type.
    pub(super) marked: bool,
    number: usize,
}

impl Model {
    pub(super) fn new(input: DeriveInput, errors: &mut Errors) -> Option<Self> {
        let container = Container::new(&input, errors);
        let mut reader = Reader::new(&input);
        let is_enum = matches!(input.data, Data::Enum(_));
        let variants = match input.data {
            Data::Struct(data) => vec![reader.variant(None, data.fields, errors)],
            Data::Enum(data) => {
                let variants = data.variants.into_iter().map(|variant| {
                    attributes::variant(&variant.attrs, errors);
                    reader.variant(Some(variant.ident), variant.fields, errors)
                });
                variants.collect()
            }
            Data::Union(data) => {
                let span = data.union_token.span;
                errors.refuse(span, "a union", &refusal::UNION);
                return None;
            }
        };
        Some(Model {
            kind: kind(&variants, container.tangent),
            name: input.ident,
            vis: input.vis,
            generics: input.generics,
            params: reader.params,
            is_enum,
            variants,
            root: container.root,
            non_exhaustive: container.non_exhaustive,
        })
    }

    /// The name of the tangent type.
    pub(super) fn tangent(&self) -> Ident {
        match self.kind {
            Kind::Made => {
                let name = format_ident!("{}Tangent", names::plain(&self.name.to_string()));
                Ident::new(&name.to_string(), names::located(self.name.span()))
            }
            Kind::Own | Kind::Unit => self.name.clone(),
        }
    }

    /// The path of the facade, located at a field.
    pub(super) fn root_at(&self, field: &Field) -> TokenStream {
        relocated(self.root.to_token_stream(), field.ty.span())
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.variants.iter().flat_map(|variant| &variant.fields)
    }
}

/// The same tokens, of the same hygiene, at another place.
fn relocated(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    tokens.collect()
}

fn kind(variants: &[Variant], asked: bool) -> Kind {
    let classes = || {
        let fields = variants.iter().flat_map(|variant| &variant.fields);
        fields.map(|field| field.class)
    };
    let own = |class| matches!(class, Class::Own | Class::Assumed);
    if classes().all(|class| class == Class::Constant) {
        Kind::Unit
    } else if asked || !classes().all(own) {
        Kind::Made
    } else {
        Kind::Own
    }
}

impl Variant {
    /// The fields that have a derivative.
    pub(super) fn differentiable(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.is_constant())
    }

    /// The name, as it stands in messages.
    pub(super) fn text(&self) -> String {
        let ident = self.ident.as_ref();
        ident.map_or_else(String::new, |ident| {
            names::plain(&ident.to_string()).to_owned()
        })
    }
}

impl Field {
    pub(super) fn is_constant(&self) -> bool {
        self.class == Class::Constant
    }

    /// A generated variable that holds it.
    pub(super) fn bind(&self, stem: &str) -> Ident {
        let name = names::prefixed(&format!("{stem}{}", self.number));
        names::variable(&name, self.ty.span())
    }

    /// The type whose tangent it has: references are looked through.
    pub(super) fn behind(&self) -> &Type {
        let mut ty = &self.ty;
        loop {
            ty = match ty {
                Type::Reference(reference) => &reference.elem,
                Type::Paren(inner) => &inner.elem,
                Type::Group(inner) => &inner.elem,
                _ => return ty,
            };
        }
    }

    /// The name, as it stands in the names of functions and in documentation.
    pub(super) fn text(&self) -> String {
        match &self.member {
            Member::Named(ident) => names::plain(&ident.to_string()).to_owned(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }

    /// Tokens about this field: errors point at its type.
    pub(super) fn span(&self) -> Span {
        names::located(self.ty.span())
    }
}

struct Reader {
    params: HashSet<String>,
    this: Type,
}

impl Reader {
    fn new(input: &DeriveInput) -> Self {
        let (name, (_, arguments, _)) = (&input.ident, input.generics.split_for_impl());
        Reader {
            params: input
                .generics
                .type_params()
                .map(|param| param.ident.to_string())
                .collect(),
            this: parse_quote!(#name #arguments),
        }
    }

    fn variant(&mut self, ident: Option<Ident>, fields: Fields, errors: &mut Errors) -> Variant {
        let style = match &fields {
            Fields::Named(_) => Style::Named,
            Fields::Unnamed(_) => Style::Tuple,
            Fields::Unit => Style::Unit,
        };
        let members: Vec<_> = fields.members().collect();
        let fields = fields.into_iter().zip(members).enumerate();
        let fields = fields.map(|(number, (field, member))| {
            let marked = attributes::is_constant(&field, errors);
            let mut ty = field.ty;
            self.visit_type_mut(&mut ty);
            let class = match marked {
                true => Class::Constant,
                false => class(&ty, &self.params),
            };
            let without = without(&ty).filter(|_| class != Class::Constant);
            if let Some(name) = without.filter(|name| !self.params.contains(&name.to_string())) {
                errors.refuse(name.span(), format!("`{name}`"), &refusal::WITHOUT_TANGENT);
            }
            Field {
                member,
                vis: field.vis,
                ty,
                class,
                marked,
                number,
            }
        });
        let fields = fields.collect();
        Variant {
            ident,
            style,
            fields,
        }
    }
}

/// `Self` in the type of a field becomes the name: it stands in other types as well.
impl VisitMut for Reader {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        match ty {
            Type::Path(TypePath {
                qself: None, path, ..
            }) if path.is_ident("Self") => {
                *ty = self.this.clone();
            }
            _ => visit_mut::visit_type_mut(self, ty),
        }
    }
}
