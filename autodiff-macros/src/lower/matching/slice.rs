//! Patterns of slices: `[a, .., z]`, `[first, rest @ ..]`.

use syn::Pat;
use syn::spanned::Spanned;

use crate::ir::{Atom, Op, Proj, Ty};
use crate::lower::Lower;

/// The parts of `[a, .., rest @ .., z]`: those behind the rest are counted from the end.
pub(in crate::lower) fn slice_parts<'p>(
    lower: &mut Lower<'_>,
    place: &crate::ir::Place,
    slice: &'p syn::PatSlice,
) -> Vec<(Proj, &'p Pat)> {
    let span = slice.span();
    let count = slice.elems.len();
    let Some(rest) = slice.elems.iter().position(is_rest) else {
        let parts = slice.elems.iter().enumerate();
        return parts
            .map(|(nth, pat)| (Proj::Index(Atom::int(nth)), pat))
            .collect();
    };
    let behind = count - rest - 1;
    let len = (behind > 0).then(|| lower.bind(Ty::usize(), Op::Len(place.clone()), span));
    let from_end = |lower: &mut Lower<'_>, back: usize| {
        let len = len.clone().unwrap_or(Atom::int(0));
        lower.count_method("saturating_sub", len, Atom::int(back), span)
    };
    let mut parts = vec![];
    for (nth, pat) in slice.elems.iter().enumerate() {
        let proj = match nth.cmp(&rest) {
            std::cmp::Ordering::Less => Proj::Index(Atom::int(nth)),
            std::cmp::Ordering::Greater => Proj::Index(from_end(lower, count - nth)),
            std::cmp::Ordering::Equal => {
                let hi = (behind > 0).then(|| from_end(lower, behind));
                Proj::Slice {
                    lo: Some(Atom::int(rest)),
                    hi,
                    inclusive: false,
                }
            }
        };
        match pat {
            Pat::Rest(_) => {}
            pat => parts.push((proj, pat)),
        }
    }
    parts
}

pub(super) fn is_rest(pat: &Pat) -> bool {
    match pat {
        Pat::Rest(_) => true,
        Pat::Ident(name) => matches!(&name.subpat, Some((_, inner)) if is_rest(inner)),
        _ => false,
    }
}
