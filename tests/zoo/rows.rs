//! The tables of the zoo: a row is a function, its parameters and its inputs.

/// Makes a test of each row, in both widths and all modes (see [`check`](super::check)).
///
/// `functions` is a macro that writes the functions for the float type it is given. A row names one
/// of them with its parameters (`const` before those that have no gradient), and its inputs:
///
/// ```text
/// power(x, const n) at (1.5, 0), (1.5, 7);
/// polar(x, y) without grad at (0.3, 1.2);      // it returns several numbers
/// magnitude(x) at (0.0) gives [0.0];           // exactly this: no differences at a kink
/// root_times_zero(x) at (0.0) gives [0.0] in reverse;
/// ```
macro_rules! zoo {
    (
        $functions:ident;
        $($name:ident $params:tt $(without $grad:ident)? at $(
            ($($input:expr),*) $(gives $expected:tt $(in $reverse:ident)?)?
        ),+;)*
    ) => {
        mod f64s {
            $functions! { f64 }
            modes! { "f64" $($name $params [$($grad)?])* }
        }

        mod f32s {
            $functions! { f32 }
            modes! { "f32" $($name $params [$($grad)?])* }
        }

        $(
            #[test]
            fn $name() {
                let modes = [f64s::modes::$name(), f32s::modes::$name()];
                let trials = vec![$(
                    $crate::zoo::truth::Trial::new(vec![$($input.into()),*])
                        $(.gives($expected.to_vec()) $(.$reverse())?)?
                ),+];
                $crate::zoo::check::check(&modes, trials);
            }
        )*
    };
}

/// A module with a function for each row, which gives the row's [`Modes`](super::check::Modes).
macro_rules! modes {
    ($width:literal $($name:ident ($($param:tt)*) $without:tt)*) => {
        pub(super) mod modes {
            use crate::zoo::check::Modes;

            $(
                pub(in super::super) fn $name() -> Modes {
                    modes! { @params $width $name $without [] [] [] $($param)* , }
                }
            )*
        }
    };

    (@params $width:literal $name:ident $without:tt [$($all:ident)*] $some:tt [$($is:literal)*]
        const $param:ident, $($rest:tt)*
    ) => {
        modes! { @params $width $name $without [$($all)* $param] $some [$($is)* false] $($rest)* }
    };
    (@params $width:literal $name:ident $without:tt [$($all:ident)*] [$($some:ident)*]
        [$($is:literal)*] $param:ident, $($rest:tt)*
    ) => {
        modes! {
            @params $width $name $without [$($all)* $param] [$($some)* $param] [$($is)* true]
            $($rest)*
        }
    };

    (@params $width:literal $name:ident $without:tt [$($all:ident)*] [$($some:ident)*]
        [$($is:literal)*] $(,)?
    ) => {{
        use crate::zoo::check::take;
        use crate::zoo::slot::numbers;

        Modes {
            name: stringify!($name),
            width: $width,
            differentiable: &[$($is),*],
            value: |slots| {
                let [$($all),*] = slots else { panic!("a row has the wrong number of inputs") };
                numbers(&super::$name($($all.get()),*))
            },
            grad: modes! { @grad $without $name $($all)* },
            value_and_grad: modes! { @value_and_grad $without $name $($all)* },
            accumulate_grad: |slots, seed, buffers| {
                let [$($all),*] = slots else { unreachable!() };
                let mut buffers = buffers.iter_mut();
                numbers(&super::$name::accumulate_grad(
                    $($all.get(),)*
                    seed.get(),
                    $(take(&mut buffers, stringify!($some)).get_mut(),)*
                ))
            },
            vjp: |slots, seeds| {
                let [$($all),*] = slots else { unreachable!() };
                let (value, pullback) = super::$name::vjp($($all.get()),*);
                let gradients = seeds.iter().map(|seed| numbers(&pullback(seed.get())));
                (numbers(&value), gradients.collect())
            },
            jvp: |slots, tangents| {
                let [$($all),*] = slots else { unreachable!() };
                let mut tangents = tangents.iter();
                let (value, tangent) = super::$name::jvp(
                    $($all.get(),)*
                    $(take(&mut tangents, stringify!($some)).get(),)*
                );
                (numbers(&value), numbers(&tangent))
            },
        }
    }};

    (@grad [] $name:ident $($all:ident)*) => {
        Some(|slots| {
            let [$($all),*] = slots else { unreachable!() };
            numbers(&super::$name::grad($($all.get()),*))
        })
    };
    (@value_and_grad [] $name:ident $($all:ident)*) => {
        Some(|slots| {
            let [$($all),*] = slots else { unreachable!() };
            let (value, gradients) = super::$name::value_and_grad($($all.get()),*);
            (numbers(&value), numbers(&gradients))
        })
    };
    (@$mode:ident [grad] $name:ident $($all:ident)*) => { None };
}
