//! What the type of a field says about its tangent.
//!
//! # Note: assumed
//!
//! A macro sees the name of a type and no more. A name that it does not know is taken for a type
//! that is its own tangent, and rustc confirms it (`Own` in the runtime). A type that is taken for a
//! constant because of its name is confirmed too (`without_scalars`): a user may have a `String` of
//! his own.

use std::collections::HashSet;

use syn::visit::{self, Visit};
use syn::{GenericArgument, Ident, PathArguments, PathSegment, Type, TypePath};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Without a derivative.
    Constant,
    /// Its own tangent.
    Own,
    /// Its own tangent, as far as one can see from here.
    Assumed,
    /// Differentiable, with a tangent of another type.
    Foreign,
}

const CONSTANTS: &[&str] = &[
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "bool",
    "char",
    "str",
    "String",
    "PhantomData",
];

/// Types of the standard library that have no tangent. rustc would say so too, but once for each
/// function that the derive writes.
const WITHOUT: &[&str] = &[
    "HashMap",
    "HashSet",
    "BTreeMap",
    "BTreeSet",
    "VecDeque",
    "LinkedList",
    "BinaryHeap",
    "Rc",
    "Arc",
    "RefCell",
    "Mutex",
    "RwLock",
    "Instant",
    "SystemTime",
    "PathBuf",
    "OsString",
];

/// The name of a type that is known to have no tangent.
pub(super) fn without(ty: &Type) -> Option<Ident> {
    struct Without(Option<Ident>);

    impl Visit<'_> for Without {
        fn visit_path_segment(&mut self, segment: &PathSegment) {
            if WITHOUT.iter().any(|name| segment.ident == name) {
                self.0.get_or_insert(segment.ident.clone());
            }
            visit::visit_path_segment(self, segment);
        }
    }

    let mut without = Without(None);
    without.visit_type(ty);
    without.0
}

/// The class of a type, where `params` are the type parameters in scope.
pub(super) fn class(ty: &Type, params: &HashSet<String>) -> Class {
    match ty {
        Type::Paren(inner) => class(&inner.elem, params),
        Type::Group(inner) => class(&inner.elem, params),
        Type::Array(array) => class(&array.elem, params),
        Type::Slice(slice) => class(&slice.elem, params),
        Type::FnPtr(_) => Class::Constant,
        Type::Tuple(tuple) => several(tuple.elems.iter().map(|elem| class(elem, params))),
        Type::Reference(reference) => foreign(class(&reference.elem, params)),
        Type::Path(path) => named(path, params),
        _ => Class::Assumed,
    }
}

fn foreign(class: Class) -> Class {
    match class {
        Class::Constant => Class::Constant,
        _ => Class::Foreign,
    }
}

fn several(classes: impl Iterator<Item = Class>) -> Class {
    let classes: Vec<_> = classes.collect();
    let has = |class| classes.contains(&class);
    if classes.iter().all(|class| *class == Class::Constant) {
        Class::Constant
    } else if has(Class::Foreign) || has(Class::Constant) {
        Class::Foreign
    } else if has(Class::Assumed) {
        Class::Assumed
    } else {
        Class::Own
    }
}

fn named(path: &TypePath, params: &HashSet<String>) -> Class {
    if is_param(path, params) {
        return Class::Own;
    }
    let Some(last) = path.path.segments.last() else {
        return Class::Assumed;
    };
    let name = last.ident.to_string();
    match (name.as_str(), arguments(last).as_slice()) {
        ("f32" | "f64", []) => Class::Own,
        ("PhantomData", [_]) => Class::Constant,
        (name, []) if CONSTANTS.contains(&name) => Class::Constant,
        ("Vec" | "Option" | "Box", [inner]) => class(inner, params),
        ("Result", [value, _]) => foreign(class(value, params)),
        _ => Class::Assumed,
    }
}

/// Whether this is a type parameter, or a type that belongs to one (`T::Item`).
pub(super) fn is_param(path: &TypePath, params: &HashSet<String>) -> bool {
    let first = path.path.segments.first();
    path.qself.is_some() || first.is_some_and(|first| params.contains(&first.ident.to_string()))
}

/// The types among the arguments of a path.
pub(super) fn arguments(segment: &PathSegment) -> Vec<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}
