//! Sorts that tell in which order they found the elements, and what follows that order.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Sorts like `sort_by`; the number that each element had before.
pub fn sorted<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..items.len()).collect();
    from.sort_by(|a, b| compare(&items[*a], &items[*b]));
    order(items, &from);
    from
}

/// Sorts like `sort_by_key`; the number that each element had before.
pub fn sorted_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) -> Vec<usize> {
    sorted(items, |a, b| key(a).cmp(&key(b)))
}

/// A float, of which two are the same where their bits are.
pub trait Bits: Copy {
    /// Whether the two are one number, in one representation.
    fn same(self, other: Self) -> bool;
}

impl Bits for f32 {
    fn same(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

impl Bits for f64 {
    fn same(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }
}

/// Sorts with `sort`, which may leave equal elements in any order; the number that each had before.
pub fn sorted_like<T: Bits>(
    items: &mut [T],
    mut compare: impl FnMut(&T, &T) -> Ordering,
    sort: impl FnOnce(&mut [T]),
) -> Vec<usize> {
    let before = items.to_vec();
    let mut from: Vec<usize> = (0..items.len()).collect();
    from.sort_by(|a, b| compare(&before[*a], &before[*b]));
    sort(items);
    for at in 0..items.len() {
        let found = (at..items.len()).find(|other| before[from[*other]].same(items[at]));
        from.swap(at, found.unwrap_or(at));
    }
    from
}

/// [`sorted_like`], for a sort by keys.
pub fn sorted_like_by_key<T: Bits, K: Ord>(
    items: &mut [T],
    mut key: impl FnMut(&T) -> K,
    sort: impl FnOnce(&mut [T]),
) -> Vec<usize> {
    sorted_like(items, |a, b| key(a).cmp(&key(b)), sort)
}

/// Puts at each place the element that was at the place `from` says.
pub fn order<T>(items: &mut [T], from: &[usize]) {
    let mut to = from.to_vec();
    for (at, from) in from.iter().enumerate() {
        to[*from] = at;
    }
    scatter(items, &mut to);
}

/// Puts each element back to the place that `from` says.
pub fn disorder<T>(items: &mut [T], from: &[usize]) {
    scatter(items, &mut from.to_vec());
}

/// Moves each element to its place, cycle by cycle.
fn scatter<T>(items: &mut [T], to: &mut [usize]) {
    for at in 0..to.len() {
        while to[at] != at {
            let next = to[at];
            items.swap(at, next);
            to.swap(at, next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn a_stable_order() {
        let mut items = vec![(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        let before = items.clone();
        let from = sorted_by_key(&mut items, |item| item.0);
        assert_eq!(items, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        assert_eq!(from, [1, 4, 3, 0, 2]);
        disorder(&mut items, &from);
        assert_eq!(items, before);
        order(&mut items, &from);
        assert_eq!(items[4], (3, 'c'));
    }

    #[test]
    fn an_unstable_order_is_that_of_the_sort() {
        let mut items = [1.0, 0.0, -0.0, 2.0, -0.0];
        let compare = |a: &f64, b: &f64| a.partial_cmp(b).unwrap();
        let before = items;
        let from = sorted_like(&mut items, compare, |items| {
            items.copy_from_slice(&[-0.0, 0.0, -0.0, 1.0, 2.0]);
        });
        for (item, from) in items.iter().zip(from) {
            assert!(item.same(before[from]));
        }
    }

    #[test]
    fn nothing_to_sort() {
        assert!(sorted::<u8>(&mut [], Ord::cmp).is_empty());
    }
}
