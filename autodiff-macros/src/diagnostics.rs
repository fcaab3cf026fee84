//! What we say when something cannot be differentiated: what was seen, why not, what to write.

use proc_macro2::{Span, TokenStream};

/// Why something is refused, and what to write instead.
pub(crate) struct Refusal {
    why: &'static str,
    instead: &'static str,
}

/// Errors, collected within a phase, so that one build shows all of them.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Refuses what stands at `span`.
    pub(crate) fn refuse(&mut self, span: Span, what: impl AsRef<str>, refusal: &Refusal) {
        let Refusal { why, instead } = refusal;
        let message = format!("{} {why}\nhelp: {instead}", what.as_ref());
        self.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn append(&mut self, others: Errors) {
        self.0.extend(others.0);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn to_compile_errors(&self) -> TokenStream {
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}

macro_rules! catalogue {
    ($( $(#[$doc:meta])* $name:ident: $why:literal, $instead:literal; )*) => {
        $( $(#[$doc])* pub(crate) const $name: Refusal = Refusal { why: $why, instead: $instead }; )*
    };
}

catalogue! {
    // Signatures and attribute.
    ASYNC: "cannot be differentiated: its body does not run in one go",
        "differentiate an ordinary function, and call its gradient from async code";
    UNSAFE: "cannot be differentiated: what unsafe code reads and writes is not visible here",
        "move the unsafe part into a function of its own that takes no differentiable value";
    EXTERN: "cannot be differentiated: its body is not Rust that is visible here",
        "write a Rust function around it";
    TYPE_PARAMETER: "is used as a number, but nothing says that it is a float",
        "bound it by `differentiate::Real`, or write the function for `f64` (or `f32`)";
    CLOSURE_PARAMETER: "has no gradient: what it captures is not visible here",
        "pass a struct with a method in place of it (a trait with a differentiated method, and a generic parameter `P: Trait`), or bind the closure by `let` in the function itself";
    DYN: "has no gradient: which type it is, is not known when the program compiles",
        "use a generic parameter (`P: Trait`) in place of `dyn Trait`, or an enum of the types";
    RECEIVER: "has a type that the differentiator does not follow",
        "take `&self`, `&mut self` or `self`";
    PARAMETER_TYPE: "has no derivative that is known here",
        "use `f64`, `f32`, arrays `[T; N]`, slices `&[T]`, tuples, or integers and `bool` as constants";
    OWNED_VEC: "is moved into the function, so that its gradient's shape is lost to the caller",
        "take `&[T]` instead";
    RESULT_TYPE: "cannot be differentiated",
        "return `f64`, `f32`, or an array, a tuple or a `Vec` of these";
    CONDITION: "is decided after the derivative is made", "put the condition on the whole function, or use `if cfg!(…)`";
    NO_PARAMETERS: "has no differentiable parameter, so that it has no gradient",
        "give it a parameter of type `f64`, `f32`, or an array or a slice of these";
    NO_RESULT: "returns nothing, and changes nothing that its caller sees",
        "return the value that is to be differentiated";
    UNKNOWN_OPTION: "is not an option of `#[differentiate]`",
        "the options are `wrt(a, b)`, `recursive`, `associated`, `pullback = path`, `pushforward = path` and `crate = path`";
    PUSHFORWARD_ALONE: "is given without `pullback`", "give both, as in `pullback = p, pushforward = q`, or neither";
    RULE_DECLARED: "stands on a function without a body", "put it on the function in each `impl`";
    RULE_RECURSIVE: "has no meaning beside `pullback`, since the body is not looked into", "leave it out";
    WRT_UNKNOWN: "is not a parameter of this function",
        "name parameters of the function in `wrt(…)`";
    WRT_CONSTANT: "has no derivative, so that there is no gradient with respect to it",
        "name differentiable parameters only in `wrt(…)`";
    WRT_TWICE: "is named twice in `wrt(…)`", "name each parameter once";
    OPTION_TWICE: "is given twice", "give it once";
    WRT_EMPTY: "chooses no parameter, so that there is no gradient", "name at least one parameter in `wrt(…)`";
    NOT_A_FUNCTION: "cannot be differentiated: `#[differentiate]` goes on functions",
        "put it on each function that is to be differentiated";

    // The derive.
    UNION: "cannot be differentiated: which of its fields is in use is not known",
        "use an enum";
    PACKED: "cannot be differentiated: the fields of a packed struct cannot be borrowed",
        "remove `packed`";
    WITHOUT_TANGENT: "has no tangent",
        "hold what is differentiable in a `Vec`, an array or a struct, or write `#[constant]` above the field";
    CONSTANT_PLACE: "goes on fields", "put it on each field that has no derivative";
    TANGENT_PLACE: "goes on a whole struct or enum",
        "put it above the struct or enum, beside `#[derive(Differentiable)]`";
    DIFFERENTIABLE_PLACE: "goes on a whole struct or enum",
        "put it above the struct or enum, beside `#[derive(Differentiable)]`";
    MARK_ARGUMENTS: "takes no arguments", "remove them";
    UNKNOWN_DERIVE_OPTION: "is not an option of `#[differentiable]`",
        "the option is `crate = path`";

    // Names, calls, methods, macros.
    UNKNOWN_METHOD: "is not known to the differentiator, and taking it for a constant could make the gradient wrong",
        "write it with operators and `f64`'s own methods, or make it a function with `#[differentiate]`";
    ARRAY_MADE: "cannot be made by a closure: only numbers, and arrays and tuples of them, can be written one by one",
        "write the array out, or collect into a `Vec`";
    SEQUENCE_METHOD: "is not supported yet",
        "write it with a loop over indices";
    GROWING_PARAMETER: "would change the length of what the caller has, and of its gradient with it",
        "push to a vector of the function's own, and return it";
    FAILURE: "comes out of an `Err` or a message, which is taken for a constant",
        "return an `Option`, or an enum of your own with `#[derive(Differentiable)]`, where it varies";
    CAPITAL: "is spelled like a struct, and used like a number",
        "give a function a name in lower case";
    UNKNOWN_DEFAULT: "has a type that is not known here, so that what is left in its place is not known either",
        "annotate the type where the value is bound, as in `let v: Vec<f64> = …`, or write `mem::replace`";
    DRAINED: "leaves a vector of which a part is missing", "drain all of it with `drain(..)`, or use `truncate` and `remove`";
    UNSTABLE: "may leave equal elements in any order, so that the derivative could find another one",
        "use the stable `sort_by` or `sort_by_key`";
    OPTION_METHOD: "is not supported yet", "write `unwrap()`, `unwrap_or(…)` or `while let Some(x) = …`";
    UNKNOWN_RECEIVER: "cannot be resolved: the type it is called on is not known here",
        "annotate the type where the value is bound, as in `let x: f64 = …`";
    UNKNOWN_MACRO: "cannot be differentiated: what it expands to is not visible here",
        "write its code out, or move it into a function with `#[differentiate]`";
    MACRO_INPUT: "could not be read", "write its arguments as ordinary expressions";
    UNKNOWN_CALLEE: "cannot be differentiated: it is neither the name of a function nor of a closure bound by `let`",
        "call a function with `#[differentiate]` by its name, or bind the closure with `let` first";
    BITS: "has no derivative: it takes the number apart",
        "wrap a value that is meant to be constant in `stop_gradient(…)`";
    UNKNOWN_TYPE: "has a type that is not known here",
        "annotate the type where the value is bound, as in `let x: f64 = …`";
    PART_OF_A_NUMBER: "has no parts: it comes from an operator between numbers, or what looks like it",
        "where the operator is one of your own type's, write it as a function with `#[differentiate]`, and call that";
    OVERLOADED: "is a function that is not visible here",
        "write it as a function with `#[differentiate]`, or write out what it does to the fields";
    INTO: "has a result whose type is not known here",
        "write `f64::from(…)` or `… as f64`";

    // Expressions.
    AWAIT: "cannot be differentiated: the function would not run in one go", "await ahead of the call, and pass the result";
    TRY: "is not in a function that returns an `Option`", "return an `Option` of what is differentiated, or match on the value";
    IF_LET: "cannot be differentiated here", "write `if let` as a condition of its own";
    FIELD: "is asked of a number", "name a field of a struct or of a tuple";
    POINTER: "cannot be differentiated: what is behind a raw pointer is not visible here", "use references";
    UNSUPPORTED: "cannot be differentiated", "write it with arithmetic, `if`, loops, and calls of functions with `#[differentiate]`";
    ITEM: "stands in an inner block, where its name cannot be kept apart",
        "move it to the top of the function, or out of it";
    NESTED_FUNCTION: "could not be kept apart from the function around it", "move it out of the function";
    PATTERN: "is not understood by the differentiator",
        "bind plain names, tuples, arrays, structs or variants";

    // Places.
    REFERENCE_CHOICE: "is a reference that is chosen or stored, so that its target is not known when the program compiles",
        "choose between the values, store copies or indices, or write the code that uses them in both branches";
    REFERENCE_ASSIGNED: "makes a reference point to something else, so that its target is not known when the program compiles",
        "bind a new reference with `let`, or copy the value";
    REFERENCE_RESULT: "is a reference", "return the value instead";
    NOT_A_PLACE: "cannot be assigned to here", "assign to a variable, an element or a tuple's field";

    // Loops, closures, iterators.
    ITERATOR: "is not an iterator that the differentiator can follow",
        "begin with a range, an array, a slice or a `Vec`";
    ITERATOR_METHOD: "is not one that the differentiator can follow",
        "write the loop out with `for`";
    ITERATOR_FUNCTION: "is not one that the differentiator can follow",
        "write the loop out with `for` or `while`";
    ITERATOR_ZIP: "has no side whose length is known ahead, so that the two cannot be followed side by side",
        "`collect` one side into a `Vec` first";
    ITERATOR_COUNT: "has no length that is known ahead",
        "`collect` it into a `Vec` first";
    ITERATOR_SUM: "is not a number, so that it is not known what its sum is",
        "write the loop out with `for`";
    COMPARISON: "is not one that the differentiator can follow",
        "write `a.total_cmp(b)` or `a.partial_cmp(b).unwrap()`, compare integers with `cmp`, or write a loop";
    COLLECT: "is not what the differentiator can collect into", "collect into a `Vec`";
    ITERATOR_STATE: "is used up step by step, which the differentiator does not follow",
        "loop over it directly, or bind it with `let mut` where its length is known ahead";
    ITERATOR_EFFECT: "changes something outside while an adaptor decides how often it runs",
        "write the loop out with `for`";
    CLOSURE_VALUE: "is used as a value", "bind the closure with `let` and call it by its name, or write a function with `#[differentiate]`";
    CLOSURE_CHOICE: "chooses between closures or iterators, so that what runs is not known when the program compiles",
        "choose inside one closure, or write the code that uses them in both branches";
    CLOSURE_ARITY: "is called with another number of arguments than it has", "pass one argument for each parameter";
    CLOSURE_RECURSION: "calls itself while it is being defined", "write a function with `#[differentiate]`";
    RANGE_VALUE: "is used as a value", "use ranges as iterators and as indices only";
    OPEN_RANGE: "has no end, so that the loop cannot be run backwards", "give the range both ends, or write a `while` loop";
    UNKNOWN_LABEL: "is not the label of a loop or a block around it", "name a label that is in scope";
}
