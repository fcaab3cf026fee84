//! What `#[derive(Differentiable)]` calls. Not for direct use: it changes without notice.

use core::fmt::{self, Debug, Formatter};
use core::mem::discriminant;

use crate::{Differentiable, Tangent};

/// A tangent type that is the type `T` itself.
#[diagnostic::on_unimplemented(
    message = "`{T}` is not its own tangent, as `#[derive(Differentiable)]` had to assume",
    label = "the tangent of this type is `{Self}`",
    note = "write `#[tangent]` above the struct or enum that holds it, and a tangent type is made for it; or `#[constant]` above the field, if it has no derivative"
)]
pub trait Own<T> {
    /// The value as a tangent.
    fn shared(value: &T) -> &Self;

    /// The value as a tangent.
    fn mutable(value: &mut T) -> &mut Self;

    /// The tangent as a value.
    fn value(self) -> T;
}

impl<T> Own<T> for T {
    #[inline(always)]
    fn shared(value: &T) -> &T {
        value
    }

    #[inline(always)]
    fn mutable(value: &mut T) -> &mut T {
        value
    }

    #[inline(always)]
    fn value(self) -> T {
        self
    }
}

/// The tangent of what holds no scalars at all.
#[diagnostic::on_unimplemented(
    message = "a field was taken for a constant by the name of its type, but it has the tangent `{Self}`",
    label = "this type is no constant",
    note = "give the type a name of its own, or write `#[constant]` above the field, if it has no derivative"
)]
pub trait NoScalars {}

impl NoScalars for () {}
impl<T: NoScalars, const N: usize> NoScalars for [T; N] {}
impl<T: NoScalars> NoScalars for Option<T> {}
impl<T: NoScalars> NoScalars for Result<T, ()> {}
#[cfg(feature = "alloc")]
impl<T: NoScalars> NoScalars for alloc::vec::Vec<T> {}
#[cfg(feature = "alloc")]
impl<T: NoScalars + ?Sized> NoScalars for alloc::boxed::Box<T> {}
#[cfg(feature = "alloc")]
impl<T: NoScalars> NoScalars for [T] {}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: NoScalars),*> NoScalars for ($($t,)*) {}
    };
}

crate::tuples::tuples! { tuple }

/// rustc confirms that a type holds no scalars.
#[inline(always)]
pub fn without_scalars<T: Differentiable<Tangent: NoScalars> + ?Sized>() {}

/// The number of a variant among the others of its enum, and its name.
pub type Variant = (usize, &'static str);

/// The variant of all of them; `None` where there are none.
///
/// # Panics
/// If they are of different variants.
#[inline]
#[track_caller]
pub fn common_variant<T, const M: usize, const S: usize>(
    name: &str,
    mutable: &[&mut T; M],
    shared: &[&T; S],
    variant: impl Fn(&T) -> Variant,
) -> Option<usize> {
    let mut all = mutable.iter().map(|x| &**x).chain(shared.iter().copied());
    let first = all.next()?;
    for other in all {
        if discriminant(first) != discriminant(other) {
            different_variants(name, variant(first), variant(other));
        }
    }
    Some(variant(first).0)
}

/// Refuses two tangents of an enum that belong to different variants.
///
/// # Panics
/// Always.
#[cold]
#[inline(never)]
#[track_caller]
pub fn different_variants(name: &str, a: Variant, b: Variant) -> ! {
    panic!(
        "tangents of the variants `{name}::{}` and `{name}::{}` cannot be combined",
        a.1, b.1
    )
}

/// Refuses a step along a tangent of another variant.
///
/// # Panics
/// Always.
#[cold]
#[inline(never)]
#[track_caller]
pub fn wrong_tangent(name: &str, along: Variant) -> ! {
    panic!(
        "a value of another variant cannot be moved along a tangent of `{name}::{}`",
        along.1
    )
}

/// Refuses to reach for a field of another variant.
///
/// # Panics
/// Always.
#[cold]
#[inline(never)]
#[track_caller]
pub fn wrong_variant(name: &str, wanted: &str, found: Variant) -> ! {
    panic!(
        "a tangent of the variant `{name}::{}` was used where one of `{name}::{wanted}` has to be",
        found.1
    )
}

/// The same scalars at the same places.
#[inline]
pub fn equal<T: Tangent>(a: &T, b: &T) -> bool {
    let mut equal = a.same_shape(b);
    if equal {
        T::visit([], [a, b], &mut |[], [x, y]| equal &= x == y);
    }
    equal
}

/// A copy.
#[inline]
pub fn copy<T: Tangent>(value: &T) -> T {
    let mut copy = value.zero_like();
    T::visit([&mut copy], [value], &mut |[to], [from]| *to = from);
    copy
}

/// A field to be shown: by its own `Debug`, or where it has none, as its scalars.
pub struct Shown<'a, T: ?Sized>(pub &'a T);

/// Shows a field by its own `Debug`.
pub trait ByDebug {
    /// What shows it.
    fn shown(&self) -> impl Debug;
}

/// Shows a field as its scalars.
pub trait ByScalars {
    /// What shows it.
    fn shown(&self) -> impl Debug;
}

impl<T: Debug + ?Sized> ByDebug for Shown<'_, T> {
    #[inline]
    fn shown(&self) -> impl Debug {
        self.0
    }
}

impl<T: Tangent + ?Sized> ByScalars for &Shown<'_, T> {
    #[inline]
    fn shown(&self) -> impl Debug {
        Scalars(self.0)
    }
}

struct Scalars<'a, T: ?Sized>(&'a T);

impl<T: Tangent + ?Sized> Debug for Scalars<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        self.0.for_each_scalar(|x| {
            list.entry(&x);
        });
        list.finish()
    }
}
