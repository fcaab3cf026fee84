//! Statements.

use proc_macro2::{Span, TokenStream};
use syn::Ident;

use crate::rules::Rule;

use super::{Atom, BlockId, Label, Place, Query, Rvalue, Ty, Var};

#[derive(Clone, Debug)]
pub(crate) struct Stmt {
    pub(crate) binds: Vec<Var>,
    pub(crate) op: Op,
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
pub(crate) enum Op {
    /// A scalar function. With a rule it carries derivatives, without one it carries none.
    Apply {
        fun: Fun,
        rule: Option<&'static Rule>,
        args: Vec<Atom>,
    },
    Copy(Atom),
    Read(Place),
    Len(Place),
    Test(Place, Pattern),
    /// Declares a local, with its first value.
    Init(Option<Rvalue>),
    Write(Place, Rvalue),
    /// `place += atom`, or `-=`.
    Update(Place, Sign, Atom),
    /// Puts a value behind the last element of a vector.
    PushBack(Place, Rvalue),
    /// Takes the last element of a vector, which has one, and binds it.
    PopBack(Place),
    /// Exchanges what two places hold.
    Swap(Place, Place),
    /// Moves the elements of a sequence.
    Rearrange(Place, Rearrangement),
    /// Sorts a sequence; binds the order in which it found the elements where somebody asks for it.
    Sort(Query),
    /// What a sequence answers, without a derivative: `x.contains(&y)`.
    Ask(Query),
    Call(Call),
    If(If),
    Loop(Loop),
    /// Statements that `Exit` can leave; gone after `structure`.
    Scope(Label, Block),
    Exit(Label),
    /// Rust that is executed once and carries no derivative: `assert!(…)`.
    Effect(Effect),
    // What only derivatives are made of:
    /// `to += from`, both tangents.
    AddAssign(Place, Place),
    Clear(Place),
    /// Binds a reference to a part of a sequence; whether it is exclusive.
    View(Place, bool),
    /// Makes a vector of floats that many zeros.
    Resize(Place, Atom),
    Tape(Tape),
    Push(Var, Vec<Var>),
    /// `tape[at] = kept`
    Put {
        tape: Var,
        at: Atom,
        kept: Vec<Var>,
    },
    /// Binds `tape[at]`.
    Fetch {
        tape: Var,
        at: Atom,
    },
    /// Binds a cursor behind the last entry of a tape.
    Rewind(Var),
    /// Binds what was pushed last, and moves the cursor there.
    Pop {
        tape: Var,
        cursor: Var,
    },
    /// What a method's pullback is given in place of its receiver, which may have changed by then.
    Kept(Place, Ident),
    /// Binds what is in an `Option`.
    Unwrap(Var),
    Pull(Pull),
}

/// What the iterations of a loop leave for the reverse sweep.
#[derive(Clone, Debug)]
pub(crate) enum Tape {
    /// One entry behind the other, for so many at first.
    Growing(Option<Atom>),
    /// One entry for each index of a nest of loops, from zero up to these bounds.
    Indexed {
        bounds: Vec<Atom>,
        /// Whether the bounds are constants, so that an array serves.
        fixed: bool,
        entry: Vec<Ty>,
    },
}

/// A permutation of the elements of a sequence.
#[derive(Clone, Debug)]
pub(crate) enum Rearrangement {
    Reverse,
    RotateLeft(Atom),
    RotateRight(Atom),
    /// The element of this number comes to each position, as an earlier sort found them.
    Order(Var),
    /// The other way round.
    Disorder(Var),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sign {
    Plus,
    Minus,
}

/// A scalar function as the user spells it.
#[derive(Clone, Debug)]
pub(crate) enum Fun {
    Neg,
    Not,
    Binary(&'static str),
    Method(Ident),
    Path(TokenStream, Ident),
    /// To a type; where none is written, to the integers that the result is one of.
    Cast(TokenStream),
    /// The float of a type that is nearest to a number: a cast of ours.
    Convert(Ty),
    /// Product of an adjoint or a tangent with a partial that may not be finite: zero stays zero.
    Times,
    /// Product of a partial and a tangent: zero where either of them is, whatever the other.
    Product,
    /// The tangent of the second operand as it stands in a tangent: constants have none there.
    Tangent,
    /// Whether the first number is behind the second one in the total order of floats.
    Behind,
    /// The first operand; what else there is, a rule asks for.
    Same,
    /// The value itself, of which rustc confirms that it has no derivative.
    Constant,
}

impl Fun {
    /// Whether a function by path makes a number of one type into one of another.
    pub(crate) fn converts(name: &Ident) -> bool {
        ["from", "from_f64", "from_usize", "from_i32"]
            .iter()
            .any(|from| name == from)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) callee: Callee,
    pub(crate) mode: Mode,
    pub(crate) args: Vec<Arg>,
    pub(crate) tangents: Vec<Arg>,
    /// Whether the callee is the function itself.
    pub(crate) recursive: bool,
}

/// What a place is tested for.
#[derive(Clone, Debug)]
pub(crate) enum Pattern {
    /// Whether an option or a result holds a value.
    Present,
    /// Whether it matches; nothing is bound.
    Matches(TokenStream),
}

/// What is called, and where its derivatives are.
#[derive(Clone, Debug)]
pub(crate) enum Callee {
    /// `g(x)`: functions of the type `g`.
    Function(TokenStream),
    /// `T::g(x)`: functions of `T`, beside `g`.
    Associated(TokenStream),
    /// `s.g(x)`: methods beside `g`. The receiver is the first argument.
    Method(Ident),
}

impl Callee {
    pub(crate) fn text(&self) -> String {
        match self {
            Callee::Function(path) | Callee::Associated(path) => path.to_string(),
            Callee::Method(name) => name.to_string(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mode {
    /// `g(a)`.
    Plain,
    /// `(y, pullback) = g::forward(a)`.
    Forward,
    /// `(y, y_tan) = g::pushforward(a, a_tan)`.
    Tangent,
    /// `y = g::joint(a, y_adj, &mut a_adj)`: both sweeps; the cotangent and the buffers are among
    /// the tangents.
    Joint,
}

#[derive(Clone, Debug)]
pub(crate) enum Arg {
    Value(Rvalue),
    /// `&x` of a scalar value.
    RefValue(Atom),
    Ref(Place),
    RefMut(Place),
    /// The receiver of a method, which may change it if it can.
    Receiver(Place, Changes),
}

/// Whether a method may change its receiver.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Changes {
    Never,
    Maybe,
}

/// `pullback(inputs…, seed, adjoints…)`
#[derive(Clone, Debug)]
pub(crate) struct Pull {
    pub(crate) pullback: Var,
    pub(crate) inputs: Vec<Arg>,
    pub(crate) seed: Option<Rvalue>,
    pub(crate) adjoints: Vec<Arg>,
}

#[derive(Clone, Debug)]
pub(crate) struct If {
    pub(crate) cond: Atom,
    pub(crate) then: Block,
    pub(crate) els: Block,
}

/// Binds the results of what it carries, then the number of its iterations where `counts`.
#[derive(Clone, Debug)]
pub(crate) struct Loop {
    pub(crate) head: Head,
    /// The parameter of each carried variable, and its value ahead of the loop. The body yields
    /// the next ones.
    pub(crate) carried: Vec<(Var, Atom)>,
    pub(crate) body: Block,
    /// Leaves the loop at the end of the iteration that makes this true.
    pub(crate) until: Option<Atom>,
    pub(crate) counts: bool,
    /// The label behind the loop, and the one at the end of its body; gone after `structure`.
    pub(crate) labels: Option<(Label, Label)>,
}

#[derive(Clone, Debug)]
pub(crate) enum Head {
    For {
        index: Var,
        range: Range,
    },
    /// The block yields the condition.
    While(Block),
    Forever,
}

#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub(crate) lo: Atom,
    pub(crate) hi: Atom,
    pub(crate) inclusive: bool,
    pub(crate) adaptors: Vec<Adaptor>,
}

#[derive(Clone, Debug)]
pub(crate) enum Adaptor {
    Rev,
    StepBy(Atom),
}

#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) id: BlockId,
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) yields: Vec<Atom>,
    /// Control never reaches the end: the last statement panics.
    pub(crate) diverges: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Effect {
    pub(crate) path: TokenStream,
    pub(crate) args: Vec<EffectArg>,
    pub(crate) diverges: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum EffectArg {
    Atom(Atom),
    Place(Place),
    Named(Ident, Atom),
    Text(TokenStream),
}

impl Range {
    /// `0..count`
    pub(crate) fn up_to(count: Atom) -> Range {
        Range {
            lo: Atom::int(0),
            hi: count,
            inclusive: false,
            adaptors: vec![],
        }
    }
}

impl Loop {
    /// A loop that carries nothing, and that nobody leaves early.
    pub(crate) fn plain(head: Head, body: Block) -> Loop {
        Loop {
            head,
            carried: vec![],
            body,
            until: None,
            counts: false,
            labels: None,
        }
    }
}

impl Stmt {
    pub(crate) fn new(binds: Vec<Var>, op: Op, span: Span) -> Stmt {
        Stmt { binds, op, span }
    }
}
