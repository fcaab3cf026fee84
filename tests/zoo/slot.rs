//! One view of all signatures: an argument is a row of numbers that takes the type it is asked for.

use std::any::Any;
use std::cell::OnceCell;
use std::fmt;
use std::slice::Iter;

/// An argument, a seed, a tangent or a gradient buffer of a zoo function.
///
/// It is written as `f64`s, whatever its type and width; the type follows from the call.
pub(crate) struct Slot {
    numbers: Vec<f64>,
    shaped: OnceCell<Box<dyn Shaped>>,
}

impl Slot {
    /// A slot of these numbers.
    pub(crate) fn new(numbers: Vec<f64>) -> Self {
        let shaped = OnceCell::new();
        Slot { numbers, shaped }
    }

    /// The numbers that the slot was made of.
    pub(crate) fn numbers(&self) -> &[f64] {
        &self.numbers
    }

    /// The numbers that it holds now, after somebody wrote to it through [`Slot::get_mut`].
    pub(crate) fn written(&self) -> Vec<f64> {
        self.shaped
            .get()
            .map_or_else(|| self.numbers.clone(), |shaped| shaped.to_numbers())
    }

    /// The slot as an argument: a number, an array, a reference.
    pub(crate) fn get<'s, T: Argument<'s>>(&'s self) -> T {
        T::from_slot(self)
    }

    /// The slot as a buffer.
    pub(crate) fn get_mut<T: Lend + ?Sized>(&mut self) -> &mut T {
        self.shape::<T::Owned>();
        let shaped = self.shaped.get_mut().expect("it was just shaped");
        T::lend_mut(
            shaped
                .any_mut()
                .downcast_mut()
                .expect("a slot has one type"),
        )
    }

    fn shape<T: Part>(&self) -> &dyn Any {
        let shape = || Box::new(read::<T>(self)) as Box<dyn Shaped>;
        self.shaped.get_or_init(shape).any()
    }
}

fn read<T: Part>(slot: &Slot) -> T {
    let mut numbers = slot.numbers.iter();
    let part = T::read(&mut numbers);
    assert!(numbers.as_slice().is_empty(), "{slot:?} is too long");
    part
}

impl Clone for Slot {
    /// The same numbers, free to take another type.
    fn clone(&self) -> Self {
        Slot::new(self.numbers.clone())
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.numbers[..] {
            [number] => write!(f, "{number}"),
            _ => write!(f, "{:?}", self.numbers),
        }
    }
}

impl<T: Part> From<T> for Slot {
    fn from(part: T) -> Self {
        Slot::new(part.to_numbers())
    }
}

/// What rows of numbers are read as: numbers, and arrays, vectors and tuples of them.
pub(crate) trait Part: Sized + 'static {
    fn read(numbers: &mut Iter<'_, f64>) -> Self;
    fn write(&self, numbers: &mut Vec<f64>);
}

/// A [`Part`] without its type.
trait Shaped: Any {
    fn to_numbers(&self) -> Vec<f64>;
    fn any(&self) -> &dyn Any;
    fn any_mut(&mut self) -> &mut dyn Any;
}

impl<T: Part> Shaped for T {
    fn to_numbers(&self) -> Vec<f64> {
        numbers(self)
    }

    fn any(&self) -> &dyn Any {
        self
    }

    fn any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

/// The numbers of a value, a gradient or a tangent.
pub(crate) fn numbers(part: &impl Part) -> Vec<f64> {
    let mut numbers = Vec::new();
    part.write(&mut numbers);
    numbers
}

macro_rules! number {
    ($($t:ident)*) => { $(
        impl Part for $t {
            fn read(numbers: &mut Iter<'_, f64>) -> Self {
                *numbers.next().expect("a slot is too short") as $t
            }

            fn write(&self, numbers: &mut Vec<f64>) {
                numbers.push(*self as f64);
            }
        }
    )* };
}

number! { f32 f64 u8 u32 u64 usize i32 i64 isize }

impl Part for bool {
    fn read(numbers: &mut Iter<'_, f64>) -> Self {
        u8::read(numbers) != 0
    }

    fn write(&self, numbers: &mut Vec<f64>) {
        u8::from(*self).write(numbers);
    }
}

impl<T: Part, const N: usize> Part for [T; N] {
    fn read(numbers: &mut Iter<'_, f64>) -> Self {
        std::array::from_fn(|_| T::read(numbers))
    }

    fn write(&self, numbers: &mut Vec<f64>) {
        self.iter().for_each(|part| part.write(numbers));
    }
}

impl<T: Part> Part for Vec<T> {
    fn read(numbers: &mut Iter<'_, f64>) -> Self {
        let mut parts = Vec::new();
        while !numbers.as_slice().is_empty() {
            parts.push(T::read(numbers));
        }
        parts
    }

    fn write(&self, numbers: &mut Vec<f64>) {
        self.iter().for_each(|part| part.write(numbers));
    }
}

macro_rules! tuple {
    ($($t:ident $i:tt),*) => {
        impl<$($t: Part),*> Part for ($($t,)*) {
            fn read(numbers: &mut Iter<'_, f64>) -> Self {
                ($($t::read(numbers),)*)
            }

            fn write(&self, numbers: &mut Vec<f64>) {
                $( self.$i.write(numbers); )*
            }
        }
    };
}

tuple! { A 0, B 1 }
tuple! { A 0, B 1, C 2 }
tuple! { A 0, B 1, C 2, D 3 }
tuple! { A 0, B 1, C 2, D 3, E 4 }
tuple! { A 0, B 1, C 2, D 3, E 4, G 5 }

/// What a slot hands out: values, and references into itself.
pub(crate) trait Argument<'s> {
    fn from_slot(slot: &'s Slot) -> Self;
}

macro_rules! by_value {
    ($([$($generic:tt)*] $t:ty;)*) => { $(
        impl<$($generic)*> Argument<'_> for $t {
            fn from_slot(slot: &Slot) -> Self {
                read(slot)
            }
        }
    )* };
}

by_value! {
    [] f32; [] f64; [] u8; [] u32; [] u64; [] usize; [] i32; [] i64; [] isize; [] bool;
    [T: Part, const N: usize] [T; N];
    [T: Part] Vec<T>;
    [A: Part, B: Part] (A, B);
    [A: Part, B: Part, C: Part] (A, B, C);
    [A: Part, B: Part, C: Part, D: Part] (A, B, C, D);
}

impl<'s, T: Lend + ?Sized> Argument<'s> for &'s T {
    fn from_slot(slot: &'s Slot) -> Self {
        let shaped = slot.shape::<T::Owned>().downcast_ref();
        T::lend(shaped.expect("a slot has one type"))
    }
}

/// What is borrowed from an owner of some type: a slice from a vector, anything else from itself.
pub(crate) trait Lend {
    type Owned: Part;

    fn lend(owned: &Self::Owned) -> &Self;
    fn lend_mut(owned: &mut Self::Owned) -> &mut Self;
}

impl<T: Part> Lend for [T] {
    type Owned = Vec<T>;

    fn lend(owned: &Vec<T>) -> &Self {
        owned
    }

    fn lend_mut(owned: &mut Vec<T>) -> &mut Self {
        owned
    }
}

impl<T: Part> Lend for T {
    type Owned = T;

    fn lend(owned: &T) -> &T {
        owned
    }

    fn lend_mut(owned: &mut T) -> &mut T {
        owned
    }
}
