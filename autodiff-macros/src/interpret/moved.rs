//! Elements that change places.

use crate::ir::{Place, Rearrangement};

use super::{Machine, Run, Value, bug, panics};

impl Machine<'_> {
    pub(super) fn swap(&mut self, a: &Place, b: &Place) -> Run<()> {
        let (first, second) = (self.read(a)?, self.read(b)?);
        self.part(a)?.set(second)?;
        self.part(b)?.set(first)
    }

    pub(super) fn rearrange(&mut self, place: &Place, how: &Rearrangement) -> Run<()> {
        let by = match how {
            Rearrangement::RotateLeft(by) | Rearrangement::RotateRight(by) => self.index(by)?,
            _ => 0,
        };
        let from = match how.order() {
            Some(order) => numbers(&self.var(order)?)?,
            None => vec![],
        };
        self.part(place)?.update(|value| {
            let Value::Seq(items) = value else {
                return bug("what is rearranged is no sequence");
            };
            if by > items.len() {
                return panics("rotated too far");
            }
            match how {
                Rearrangement::Reverse => items.reverse(),
                Rearrangement::RotateLeft(_) => items.rotate_left(by),
                Rearrangement::RotateRight(_) => items.rotate_right(by),
                Rearrangement::Order(_) => {
                    *items = from.iter().map(|from| items[*from].clone()).collect();
                }
                Rearrangement::Disorder(_) => {
                    let before = items.clone();
                    for (item, from) in before.into_iter().zip(&from) {
                        items[*from] = item;
                    }
                }
            }
            Ok(())
        })
    }
}

fn numbers(order: &Value) -> Run<Vec<usize>> {
    let items = order.clone().seq()?;
    let number = |item: &Value| Ok(usize::try_from(item.int()?).unwrap_or_default());
    items.iter().map(number).collect()
}
