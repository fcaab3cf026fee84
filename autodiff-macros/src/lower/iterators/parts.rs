//! The parts that `windows`, `chunks` and the like give.

use proc_macro2::Span;

use crate::ir::{Atom, Op, Place, Ty};

use super::Cut;
use crate::lower::Lower;

impl Lower<'_> {
    pub(super) fn part_count(&mut self, place: &Place, size: &Atom, cut: Cut, span: Span) -> Atom {
        let len = self.bind(Ty::usize(), Op::Len(place.clone()), span);
        match cut {
            Cut::Windows => {
                let len = self.combine("+", len, Atom::int(1), span);
                self.count_method("saturating_sub", len, size.clone(), span)
            }
            Cut::Chunks | Cut::Rchunks => self.count_method("div_ceil", len, size.clone(), span),
            Cut::ChunksExact | Cut::RchunksExact => self.combine("/", len, size.clone(), span),
        }
    }

    pub(super) fn part_bounds(
        &mut self,
        place: &Place,
        size: &Atom,
        cut: Cut,
        at: &Atom,
        span: Span,
    ) -> (Atom, Atom) {
        if cut == Cut::Windows {
            let hi = self.combine("+", at.clone(), size.clone(), span);
            return (at.clone(), hi);
        }
        let start = self.combine("*", at.clone(), size.clone(), span);
        if matches!(cut, Cut::Rchunks | Cut::RchunksExact) {
            let len = self.bind(Ty::usize(), Op::Len(place.clone()), span);
            let hi = self.combine("-", len, start, span);
            let lo = self.count_method("saturating_sub", hi.clone(), size.clone(), span);
            return (lo, hi);
        }
        let hi = self.combine("+", start.clone(), size.clone(), span);
        if cut == Cut::ChunksExact {
            return (start, hi);
        }
        let len = self.bind(Ty::usize(), Op::Len(place.clone()), span);
        let hi = self.count_method("min", hi, len, span);
        (start, hi)
    }
}
