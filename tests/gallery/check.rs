//! How a test names a program and its input.

/// Checks a program at an input, in all modes.
///
/// An argument is `x = …` (by value), `&x = …` (by reference) or `const n = …` (without a gradient).
/// A method is named with its siblings. `map` is for programs that return several
/// numbers.
///
/// ```text
/// check!(power(x = 1.5, const n = 3));
/// check!(Spring: energy energy_value_and_grad …; (&spring = Spring::soft(), x = 0.2));
/// ```
macro_rules! check {
    (map $($program:tt)*) => { sort! { [vjp jvp] [] [] [] [0 1 2 3 4 5 6 7] $($program)* } };
    ($($program:tt)*) => {
        sort! { [value_and_grad vjp accumulate_grad jvp] [] [] [] [0 1 2 3 4 5 6 7] $($program)* }
    };
}

/// Sorts the arguments: the inputs, what the program takes, what has a tangent.
macro_rules! sort {
    ($modes:tt $in:tt [$($all:tt)*] $some:tt $at:tt $f:tt
        const $x:ident = $e:expr, $($rest:tt)*) => {
        sort! { $modes $in [$($all)* (const $e)] $some $at $f $($rest)* }
    };
    ($modes:tt [$($in:tt)*] [$($all:tt)*] [$($some:tt)*] [$i:tt $($at:tt)*] $f:tt
        &$x:ident = $e:expr, $($rest:tt)*) => {
        sort! { $modes [$($in)* ($e)] [$($all)* (ref $i)] [$($some)* (ref $i)] [$($at)*] $f
            $($rest)* }
    };
    ($modes:tt [$($in:tt)*] [$($all:tt)*] [$($some:tt)*] [$i:tt $($at:tt)*] $f:tt
        $x:ident = $e:expr, $($rest:tt)*) => {
        sort! { $modes [$($in)* ($e)] [$($all)* (val $i)] [$($some)* (val $i)] [$($at)*] $f
            $($rest)* }
    };
    ([$($mode:ident)*] [$($in:tt)*] $all:tt $some:tt $at:tt $f:tt $(,)?) => {{
        let program = run! { new [$($in,)*] $f $all };
        let _ = &program;
        $( run! { $mode program $f $all $some } )*
    }};
    ($modes:tt $in:tt $all:tt $some:tt $at:tt $f:ident ($($rest:tt)*)) => {
        sort! { $modes $in $all $some $at
            ([$f] [$f::value_and_grad] [$f::accumulate_grad] [$f::vjp] [$f::jvp]) $($rest)*, }
    };
    ($modes:tt $in:tt $all:tt $some:tt $at:tt $t:ty: $($f:ident)*; ($($rest:tt)*)) => {
        sort! { $modes $in $all $some $at ($([<$t>::$f])*) $($rest)*, }
    };
}

/// One mode of a program.
macro_rules! run {
    (new [$($in:tt)*] ([$($f:tt)*] $($g:tt)*) [$($all:tt)*]) => {
        $crate::gallery::harness::Program::new(($($in)*), |input| {
            $($f)*($(argument!(input $all)),*)
        })
    };
    (value_and_grad $p:ident ($f:tt [$($g:tt)*] $($h:tt)*) [$($all:tt)*] $some:tt) => {
        $p.value_and_grad(|input| $($g)*($(argument!(input $all)),*));
    };
    (accumulate_grad $p:ident ([$($f:tt)*] $v:tt [$($g:tt)*] $($h:tt)*)
        [$($all:tt)*] [$($some:tt)*]) => {
        $p.accumulate_grad(|input, seed, buffers| {
            let seed = $crate::gallery::harness::tangent(
                &$($f)*($(argument!(input $all)),*), seed);
            $($g)*($(argument!(input $all),)* seed, $(argument!(mut buffers $some)),*)
        });
    };
    (vjp $p:ident ($f:tt $v:tt $a:tt [$($g:tt)*] $j:tt) [$($all:tt)*] $some:tt) => {
        $p.vjp(|input, seed| {
            use differentiate::Tangent;
            use $crate::gallery::harness::tangent;
            let (value, pullback) = $($g)*($(argument!(input $all)),*);
            let gradients = [(), ()].map(|()| pullback(tangent(&value, seed)).scalars());
            (value, gradients)
        });
    };
    (jvp $p:ident ($f:tt $v:tt $a:tt $b:tt [$($g:tt)*]) [$($all:tt)*] [$($some:tt)*]) => {
        $p.jvp(|input, direction| {
            $($g)*($(argument!(input $all),)* $(argument!(direction $some)),*)
        });
    };
}

/// An argument out of the inputs, or a buffer for its gradient.
macro_rules! argument {
    ($input:ident (const $e:expr)) => {
        $e
    };
    ($input:ident (ref $i:tt)) => {
        &$input.$i
    };
    ($input:ident (val $i:tt)) => {
        $input.$i.clone()
    };
    (mut $buffers:ident ($kind:tt $i:tt)) => {
        &mut $buffers.$i
    };
}
