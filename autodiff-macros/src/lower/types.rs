//! Types as the user writes them.

use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type, TypePath};

use crate::ir::{Float, Len, Pass, Ty, Written};

const INTEGERS: [&str; 12] = [
    "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
];

/// A type without references; `None` where it is not one that the differentiator knows.
pub(crate) fn ty(ty: &Type) -> Option<Ty> {
    Some(match ty {
        Type::Paren(inner) => self::ty(&inner.elem)?,
        Type::Group(inner) => self::ty(&inner.elem)?,
        Type::Tuple(items) if items.elems.is_empty() => Ty::Unit,
        Type::Tuple(items) => Ty::Tuple(items.elems.iter().map(self::ty).collect::<Option<_>>()?),
        Type::Array(array) => Ty::Array(
            Box::new(self::ty(&array.elem)?),
            Len(Some(array.len.to_token_stream())),
        ),
        Type::Infer(_) => Ty::Unknown,
        Type::Slice(slice) => Ty::Slice(Box::new(self::ty(&slice.elem)?)),
        Type::Reference(reference) if is_str(&reference.elem) => Ty::Plain,
        Type::Path(path) if path.qself.is_none() => named(path)?,
        _ => return None,
    })
}

fn is_str(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("str"))
}

fn named(path: &TypePath) -> Option<Ty> {
    let last = path.path.segments.last()?;
    let name = last.ident.to_string();
    let declared = || Ty::Named(Written(path.to_token_stream()));
    if !is_standard(&path.path) {
        return Some(declared());
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return Some(primitive(&name).unwrap_or_else(declared));
    };
    let (Some(GenericArgument::Type(item)), 1) = (arguments.args.first(), arguments.args.len())
    else {
        return Some(declared());
    };
    let of = |make: fn(Box<Ty>) -> Ty| ty(item).map(|item| make(Box::new(item)));
    match name.as_str() {
        "Vec" => of(Ty::Vec),
        "Option" => of(Ty::Option),
        "Box" => of(Ty::Boxed),
        _ => Some(declared()),
    }
}

/// The segments of a path, without their arguments.
pub(super) fn words(path: &syn::Path) -> Vec<String> {
    let word = |segment: &syn::PathSegment| segment.ident.to_string();
    path.segments.iter().map(word).collect()
}

/// Whether a path is a plain name, or leads into the standard library.
fn is_standard(path: &syn::Path) -> bool {
    let segments = words(path);
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    matches!(
        segments.as_slice(),
        [_] | ["std" | "core", "primitive", _]
            | ["std" | "alloc", "vec", "Vec"]
            | ["std" | "alloc", "boxed", "Box"]
            | ["std" | "core", "option", "Option"]
    )
}

/// A type by the name that it has everywhere.
pub(crate) fn primitive(name: &str) -> Option<Ty> {
    Some(match name {
        "f32" => Ty::Float(Float::F32),
        "f64" => Ty::Float(Float::F64),
        "bool" => Ty::Bool,
        "char" => Ty::Plain,
        name if INTEGERS.contains(&name) => Ty::Int(Some(name.to_owned())),
        _ => return None,
    })
}

/// A type behind its reference, and how a parameter of this type is passed.
pub(crate) fn passed(whole: &Type) -> Option<(Ty, Pass)> {
    match whole {
        Type::Paren(inner) => passed(&inner.elem),
        Type::Group(inner) => passed(&inner.elem),
        Type::Reference(reference) if !is_str(&reference.elem) => {
            let pass = match reference.mutability {
                Some(_) => Pass::RefMut,
                None => Pass::Ref,
            };
            Some((ty(&reference.elem)?, pass))
        }
        _ => Some((ty(whole)?, Pass::Value)),
    }
}
