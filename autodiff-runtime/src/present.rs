//! What an option or a result holds, for generated code that does not see which of them it has.

/// An option or a result.
#[diagnostic::on_unimplemented(
    message = "`{Self}` was taken for an `Option`, since its type is not written in the function",
    label = "this is no `Option`",
    note = "`#[differentiate]` sees one function at a time: write the type where the value is bound, as in `let t: [f64; 3] = …`, and use `t` from there"
)]
pub trait Hold {
    /// What it holds, where it holds a value.
    type Held;

    /// Whether there is a value.
    fn is_present(&self) -> bool;

    /// The value, where there is one.
    fn held(&self) -> Option<&Self::Held>;

    /// The value, to be changed, where there is one.
    fn held_mut(&mut self) -> Option<&mut Self::Held>;
}

impl<T> Hold for Option<T> {
    type Held = T;

    #[inline]
    fn is_present(&self) -> bool {
        self.is_some()
    }

    #[inline]
    fn held(&self) -> Option<&T> {
        self.as_ref()
    }

    #[inline]
    fn held_mut(&mut self) -> Option<&mut T> {
        self.as_mut()
    }
}

impl<T, E> Hold for Result<T, E> {
    type Held = T;

    #[inline]
    fn is_present(&self) -> bool {
        self.is_ok()
    }

    #[inline]
    fn held(&self) -> Option<&T> {
        self.as_ref().ok()
    }

    #[inline]
    fn held_mut(&mut self) -> Option<&mut T> {
        self.as_mut().ok()
    }
}

/// Whether an option or a result holds a value.
#[inline]
#[must_use]
pub fn is_present<T: Hold>(holder: &T) -> bool {
    holder.is_present()
}

/// The value of what is known to hold one.
///
/// # Panics
/// If there is none.
#[inline]
#[must_use]
pub fn present<T: Hold>(holder: &T) -> &T::Held {
    holder.held().unwrap_or_else(|| absent())
}

/// The value of what is known to hold one, to be changed.
///
/// # Panics
/// If there is none.
#[inline]
#[must_use]
pub fn present_mut<T: Hold>(holder: &mut T) -> &mut T::Held {
    holder.held_mut().unwrap_or_else(|| absent())
}

#[cold]
#[inline(never)]
fn absent() -> ! {
    panic!("a cotangent or a tangent is missing: it is `None` where the value is `Some` or `Ok`")
}
