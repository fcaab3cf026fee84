//! The operands of a statement, visited in the order of their evaluation.

use super::*;

/// What a statement does with a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Access {
    Read,
    /// Replaces what was there.
    Write,
    /// Adds to what was there.
    Update,
    /// `&mut`: reads and replaces.
    Both,
    /// Needs its shape only.
    Shape,
}

macro_rules! visitor {
    ($name:ident, $Part:ident $(, $m:tt)?) => {
        /// An operand.
        #[allow(dead_code, reason = "passes rewrite atoms, and read places")]
        pub(crate) enum $Part<'a> {
            Atom(&'a $($m)? Atom),
            Place(&'a $($m)? Place, Access),
        }

        /// The operands of one statement, without those of the blocks inside it.
        pub(crate) mod $name {
            use super::*;

            type Visit<'v> = dyn FnMut($Part<'_>) + 'v;

            pub(crate) fn op(op: &$($m)? Op, visit: &mut Visit<'_>) {
                match op {
                    Op::Apply { args, .. } => args.into_iter().for_each(|arg| visit($Part::Atom(arg))),
                    Op::Copy(atom) => visit($Part::Atom(atom)),
                    Op::Read(from) => place(from, Access::Read, visit),
                    Op::Len(of) => place(of, Access::Shape, visit),
                    Op::Kept(of, _) => place(of, Access::Read, visit),
                    Op::Test(of, _) => place(of, Access::Shape, visit),
                    Op::Init(Some(value)) => rvalue(value, visit),
                    Op::Write(to, value) => {
                        rvalue(value, visit);
                        place(to, Access::Write, visit);
                    }
                    Op::Update(to, _, atom) => {
                        visit($Part::Atom(atom));
                        place(to, Access::Update, visit);
                    }
                    Op::PushBack(to, value) => {
                        rvalue(value, visit);
                        place(to, Access::Update, visit);
                    }
                    Op::PopBack(from) => place(from, Access::Both, visit),
                    Op::Swap(a, b) => {
                        place(a, Access::Both, visit);
                        place(b, Access::Both, visit);
                    }
                    Op::Sort(sort) => {
                        captures(& $($m)? sort.captures, visit);
                        place(& $($m)? sort.place, Access::Both, visit);
                    }
                    Op::Ask(ask) => {
                        captures(& $($m)? ask.captures, visit);
                        place(& $($m)? ask.place, Access::Read, visit);
                    }
                    Op::Rearrange(of, how) => {
                        if let Rearrangement::RotateLeft(by) | Rearrangement::RotateRight(by) = how {
                            visit($Part::Atom(by));
                        }
                        place(of, Access::Both, visit);
                    }
                    Op::Call(call) => {
                        for arg in (& $($m)? call.args).into_iter().chain(& $($m)? call.tangents) {
                            self::arg(arg, visit);
                        }
                    }
                    Op::If(branch) => visit($Part::Atom(& $($m)? branch.cond)),
                    Op::Loop(each) => head(each, visit),
                    Op::Effect(effect) => {
                        for arg in & $($m)? effect.args {
                            effect_arg(arg, visit);
                        }
                    }
                    Op::AddAssign(to, from) => {
                        place(from, Access::Read, visit);
                        place(to, Access::Update, visit);
                    }
                    Op::Clear(to) => place(to, Access::Write, visit),
                    Op::View(of, true) => place(of, Access::Both, visit),
                    Op::View(of, false) => place(of, Access::Read, visit),
                    Op::Resize(to, len) => {
                        visit($Part::Atom(len));
                        place(to, Access::Write, visit);
                    }
                    Op::Tape(Tape::Growing(Some(capacity))) => visit($Part::Atom(capacity)),
                    Op::Tape(Tape::Indexed { bounds, .. }) => {
                        bounds.into_iter().for_each(|bound| visit($Part::Atom(bound)));
                    }
                    Op::Put { at, .. } | Op::Fetch { at, .. } => visit($Part::Atom(at)),
                    Op::Pull(pull) => {
                        for arg in (& $($m)? pull.inputs).into_iter().chain(& $($m)? pull.adjoints) {
                            self::arg(arg, visit);
                        }
                        if let Some(seed) = & $($m)? pull.seed {
                            rvalue(seed, visit);
                        }
                    }
                    Op::Init(None) | Op::Scope(..) | Op::Exit(_)
                    | Op::Tape(Tape::Growing(None)) | Op::Push(..)
                    | Op::Rewind(_) | Op::Pop { .. } | Op::Unwrap(_) => {}
                }
            }

            fn captures(all: &$($m)? Vec<Capture>, visit: &mut Visit<'_>) {
                for capture in all {
                    match & $($m)? capture.what {
                        Captured::Value(atom) | Captured::Shared(atom) => visit($Part::Atom(atom)),
                        Captured::Place(from) => place(from, Access::Read, visit),
                        Captured::Closure(_, inner) => captures(inner, visit),
                    }
                }
            }

            fn effect_arg(arg: &$($m)? EffectArg, visit: &mut Visit<'_>) {
                match arg {
                    EffectArg::Atom(atom) | EffectArg::Named(_, atom) => visit($Part::Atom(atom)),
                    EffectArg::Place(from) => place(from, Access::Read, visit),
                    EffectArg::Text(_) => {}
                }
            }

            fn head(each: &$($m)? Loop, visit: &mut Visit<'_>) {
                if let Head::For { range: over, .. } = & $($m)? each.head {
                    range(over, visit);
                }
                for (_, init) in & $($m)? each.carried {
                    visit($Part::Atom(init));
                }
            }

            pub(crate) fn range(range: &$($m)? Range, visit: &mut Visit<'_>) {
                visit($Part::Atom(& $($m)? range.lo));
                visit($Part::Atom(& $($m)? range.hi));
                for adaptor in & $($m)? range.adaptors {
                    if let Adaptor::StepBy(step) = adaptor {
                        visit($Part::Atom(step));
                    }
                }
            }

            pub(crate) fn rvalue(value: &$($m)? Rvalue, visit: &mut Visit<'_>) {
                match value {
                    Rvalue::Atom(atom) => visit($Part::Atom(atom)),
                    Rvalue::Copy(from, _) => place(from, Access::Read, visit),
                    Rvalue::Array(items) | Rvalue::Tuple(items) | Rvalue::VecOf(items) => {
                        items.into_iter().for_each(|item| rvalue(item, visit));
                    }
                    Rvalue::Opaque(of) => {
                        for (_, arg) in & $($m)? of.captures {
                            effect_arg(arg, visit);
                        }
                    }
                    Rvalue::Struct(of) => {
                        for (_, field) in & $($m)? of.fields {
                            rvalue(field, visit);
                        }
                        if let Some(base) = & $($m)? of.base {
                            place(base, Access::Read, visit);
                        }
                    }
                    Rvalue::Repeat(item, _) | Rvalue::Boxed(item) => rvalue(item, visit),
                    Rvalue::Maybe(tag, item) => {
                        visit($Part::Atom(tag));
                        rvalue(item, visit);
                    }
                    Rvalue::VecRepeat(item, len) => {
                        rvalue(item, visit);
                        visit($Part::Atom(len));
                    }
                    Rvalue::VecEmpty(Some(capacity)) => visit($Part::Atom(capacity)),
                    Rvalue::ZeroLike(of) => place(of, Access::Shape, visit),
                    Rvalue::Take(from) => place(from, Access::Both, visit),
                    Rvalue::VecEmpty(None) | Rvalue::NoTangent => {}
                }
            }

            fn arg(arg: &$($m)? Arg, visit: &mut Visit<'_>) {
                match arg {
                    Arg::Value(value) => rvalue(value, visit),
                    Arg::RefValue(atom) => visit($Part::Atom(atom)),
                    Arg::Ref(from) => place(from, Access::Read, visit),
                    Arg::RefMut(to) => place(to, Access::Both, visit),
                    Arg::Receiver(of, Changes::Maybe) => place(of, Access::Both, visit),
                    Arg::Receiver(of, Changes::Never) => place(of, Access::Read, visit),
                }
            }

            pub(crate) fn place(place: &$($m)? Place, access: Access, visit: &mut Visit<'_>) {
                for proj in & $($m)? place.path {
                    match proj {
                        Proj::Field(_) | Proj::Deref | Proj::Variant(_) => {}
                        Proj::Index(at) => visit($Part::Atom(at)),
                        Proj::Slice { lo, hi, .. } => {
                            for bound in [lo, hi].into_iter().flatten() {
                                visit($Part::Atom(bound));
                            }
                        }
                    }
                }
                visit($Part::Place(place, access));
            }
        }
    };
}

visitor!(parts, Part);
visitor!(parts_mut, PartMut, mut);

impl Op {
    /// The blocks inside a statement.
    pub(crate) fn blocks(&self) -> Vec<&Block> {
        match self {
            Op::If(branch) => vec![&branch.then, &branch.els],
            Op::Scope(_, block) => vec![block],
            Op::Loop(each) => match &each.head {
                Head::While(cond) => vec![cond, &each.body],
                _ => vec![&each.body],
            },
            _ => vec![],
        }
    }

    /// The blocks inside a statement, to be rewritten.
    pub(crate) fn blocks_mut(&mut self) -> Vec<&mut Block> {
        match self {
            Op::If(branch) => vec![&mut branch.then, &mut branch.els],
            Op::Scope(_, block) => vec![block],
            Op::Loop(each) => match &mut each.head {
                Head::While(cond) => vec![cond, &mut each.body],
                _ => vec![&mut each.body],
            },
            _ => vec![],
        }
    }

    /// The variables that the statement reads itself.
    pub(crate) fn used(&self) -> Vec<Var> {
        let mut used = vec![];
        parts::op(self, &mut |part| match part {
            Part::Atom(atom) => used.extend(atom.var()),
            Part::Place(place, _) => used.push(place.base),
        });
        if let Op::Rearrange(_, how) = self {
            used.extend(how.order());
        }
        used
    }
}

impl Rearrangement {
    /// The order of an earlier sort.
    pub(crate) fn order(&self) -> Option<Var> {
        match self {
            Rearrangement::Order(order) | Rearrangement::Disorder(order) => Some(*order),
            _ => None,
        }
    }

    pub(crate) fn inverse(self) -> Rearrangement {
        match self {
            Rearrangement::Reverse => Rearrangement::Reverse,
            Rearrangement::RotateLeft(by) => Rearrangement::RotateRight(by),
            Rearrangement::RotateRight(by) => Rearrangement::RotateLeft(by),
            Rearrangement::Order(order) => Rearrangement::Disorder(order),
            Rearrangement::Disorder(order) => Rearrangement::Order(order),
        }
    }
}

/// Visits a statement and those inside it.
pub(crate) fn each_stmt<'a>(stmt: &'a Stmt, visit: &mut dyn FnMut(&'a Stmt)) {
    visit(stmt);
    for block in stmt.op.blocks() {
        block.each_stmt(visit);
    }
}

impl Block {
    /// Visits every statement, outer ones first.
    pub(crate) fn each_stmt<'a>(&'a self, visit: &mut dyn FnMut(&'a Stmt)) {
        for stmt in &self.stmts {
            each_stmt(stmt, visit);
        }
    }

    /// Visits every block, outer ones first.
    pub(crate) fn each_block<'a>(&'a self, visit: &mut dyn FnMut(&'a Block)) {
        visit(self);
        for stmt in &self.stmts {
            for block in stmt.op.blocks() {
                block.each_block(visit);
            }
        }
    }
}

/// The variables that a block and those inside it read, its yields among them.
pub(crate) fn used_in(block: &Block) -> Vec<Var> {
    let mut used = vec![];
    block.each_block(&mut |block| {
        for stmt in &block.stmts {
            used.extend(stmt.op.used());
            if let Op::Loop(each) = &stmt.op {
                used.extend(each.until.iter().filter_map(Atom::var));
            }
        }
        used.extend(block.yields.iter().filter_map(Atom::var));
    });
    used
}
