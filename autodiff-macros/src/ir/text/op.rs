//! Statements without blocks, as text.

use super::Text;
use super::operand::{comma, tokens, ty};
use crate::ir::*;
use crate::lower::CAST;
use crate::rules::Rule;

fn callee(callee: &Callee) -> String {
    match callee {
        Callee::Function(path) => tokens(path),
        Callee::Associated(path) => format!("associated {}", tokens(path)),
        Callee::Method(name) => format!("method {name}"),
    }
}

impl Text<'_> {
    fn arg(&mut self, arg: &Arg) -> String {
        match arg {
            Arg::Value(value) => self.rvalue(value),
            Arg::RefValue(atom) => format!("&({})", self.atom(atom)),
            Arg::Ref(place) => format!("&{}", self.place(place)),
            Arg::RefMut(place) => format!("&mut {}", self.place(place)),
            Arg::Receiver(place, Changes::Never) => format!("self {}", self.place(place)),
            Arg::Receiver(place, Changes::Maybe) => format!("self mut {}", self.place(place)),
        }
    }

    fn args(&mut self, args: &[Arg]) -> String {
        comma(args, |arg| self.arg(arg))
    }

    /// A statement without blocks, and without what it binds.
    pub(super) fn op(&mut self, op: &Op) -> String {
        match op {
            Op::Apply {
                fun,
                rule: Some(rule),
                args,
            } => self.derived(fun, rule, args),
            Op::Apply {
                fun,
                rule: None,
                args,
            } => self.plain(fun, args),
            Op::Copy(atom) => self.atom(atom),
            Op::Read(place) => format!("read {}", self.place(place)),
            Op::Len(place) => format!("len {}", self.place(place)),
            Op::Kept(place, name) => format!("kept {} for {name}", self.place(place)),
            Op::Test(place, Pattern::Present) => format!("test {} is present", self.place(place)),
            Op::Test(place, Pattern::Matches(pattern)) => {
                format!("test {} is {}", self.place(place), tokens(pattern))
            }
            Op::Init(value) => value
                .as_ref()
                .map(|value| self.rvalue(value))
                .unwrap_or_default(),
            Op::Write(to, value) => format!("{} = {}", self.place(to), self.rvalue(value)),
            Op::Update(to, Sign::Plus, atom) => {
                format!("{} += {}", self.place(to), self.atom(atom))
            }
            Op::Update(to, Sign::Minus, atom) => {
                format!("{} -= {}", self.place(to), self.atom(atom))
            }
            Op::PushBack(to, value) => format!("{} <- {}", self.place(to), self.rvalue(value)),
            Op::PopBack(from) => format!("pop {}", self.place(from)),
            Op::Swap(a, b) => format!("{} <=> {}", self.place(a), self.place(b)),
            Op::Rearrange(of, how) => format!("{} by {}", self.place(of), self.rearrangement(how)),
            Op::Sort(sort) => format!("sort {}", self.query(sort)),
            Op::Ask(ask) => format!("ask {}", self.query(ask)),
            Op::Call(call) => self.call(call),
            Op::Exit(label) => format!("break {}", self.names.label(*label)),
            Op::Effect(effect) => self.effect(effect),
            Op::If(_) | Op::Loop(_) | Op::Scope(..) => String::new(),
            op => self.derivative(op),
        }
    }

    /// What only derivatives are made of.
    fn derivative(&mut self, op: &Op) -> String {
        match op {
            Op::AddAssign(to, from) => format!("add {} to {}", self.place(from), self.place(to)),
            Op::Clear(place) => format!("clear {}", self.place(place)),
            Op::View(of, true) => format!("view mut {}", self.place(of)),
            Op::View(of, false) => format!("view {}", self.place(of)),
            Op::Resize(place, len) => format!("resize {} to {}", self.place(place), self.atom(len)),
            Op::Tape(tape) => self.tape(tape),
            Op::Push(tape, kept) => format!("push {} ({})", self.var(*tape), self.vars(kept)),
            Op::Put { tape, at, kept } => {
                format!(
                    "put {}[{}] ({})",
                    self.var(*tape),
                    self.atom(at),
                    self.vars(kept)
                )
            }
            Op::Fetch { tape, at } => format!("fetch {}[{}]", self.var(*tape), self.atom(at)),
            Op::Rewind(tape) => format!("rewind {}", self.var(*tape)),
            Op::Pop { tape, cursor } => format!("pop {} at {}", self.var(*tape), self.var(*cursor)),
            Op::Unwrap(var) => format!("unwrap {}", self.var(*var)),
            Op::Pull(pull) => self.pull(pull),
            _ => String::new(),
        }
    }

    fn rearrangement(&mut self, how: &Rearrangement) -> String {
        match how {
            Rearrangement::Reverse => "reverse".to_owned(),
            Rearrangement::RotateLeft(by) => format!("left {}", self.atom(by)),
            Rearrangement::RotateRight(by) => format!("right {}", self.atom(by)),
            Rearrangement::Order(order) => format!("order {}", self.var(*order)),
            Rearrangement::Disorder(order) => format!("disorder {}", self.var(*order)),
        }
    }

    /// `v sort_by {|a, b| …} {} (n = n, x = &y, z = place v)`
    fn query(&mut self, query: &Query) -> String {
        let Query {
            place,
            method,
            args,
            tail,
            captures,
        } = query;
        let place = self.place(place);
        let captures = self.captures(captures);
        format!("{place} {method} {{{args}}} {{{tail}}} ({captures})")
    }

    fn captures(&mut self, captures: &[Capture]) -> String {
        comma(captures, |capture| {
            let what = match &capture.what {
                Captured::Value(atom) => self.atom(atom),
                Captured::Shared(atom) => format!("&{}", self.atom(atom)),
                Captured::Place(place) => format!("place {}", self.place(place)),
                Captured::Closure(code, inner) => {
                    format!("{{{code}}} ({})", self.captures(inner))
                }
            };
            format!("{} = {what}", capture.name)
        })
    }

    fn vars(&mut self, vars: &[Var]) -> String {
        comma(vars, |var| self.var(*var))
    }

    /// `tape(n)`; `tape[n][m] of (f64, f64)`, which is an array where it is `fixed`.
    fn tape(&mut self, tape: &Tape) -> String {
        match tape {
            Tape::Growing(None) => "tape()".to_owned(),
            Tape::Growing(Some(capacity)) => format!("tape({})", self.atom(capacity)),
            Tape::Indexed {
                bounds,
                fixed,
                entry,
            } => {
                let bounds: String = bounds
                    .iter()
                    .map(|bound| format!("[{}]", self.atom(bound)))
                    .collect();
                let fixed = if *fixed { "fixed " } else { "" };
                format!("{fixed}tape{bounds} of ({})", comma(entry, ty))
            }
        }
    }

    fn pull(&mut self, pull: &Pull) -> String {
        let seed = pull
            .seed
            .as_ref()
            .map(|seed| self.rvalue(seed))
            .unwrap_or_default();
        let (inputs, adjoints) = (self.args(&pull.inputs), self.args(&pull.adjoints));
        format!(
            "pull {}({inputs}; {seed}; {adjoints})",
            self.var(pull.pullback)
        )
    }

    fn call(&mut self, call: &Call) -> String {
        let mode = match call.mode {
            Mode::Plain => "call",
            Mode::Forward => "forward",
            Mode::Tangent => "pushforward",
            Mode::Joint => "joint",
        };
        let recursive = if call.recursive { " recursive" } else { "" };
        let (args, tangents) = (self.args(&call.args), self.args(&call.tangents));
        let tangents = if tangents.is_empty() {
            tangents
        } else {
            format!("; {tangents}")
        };
        format!(
            "{mode}{recursive} {}({args}{tangents})",
            callee(&call.callee)
        )
    }

    fn effect(&mut self, effect: &Effect) -> String {
        let args = comma(&effect.args, |arg| match arg {
            EffectArg::Atom(atom) => self.atom(atom),
            EffectArg::Place(place) => format!("place {}", self.place(place)),
            EffectArg::Named(name, atom) => format!("{name} = {}", self.atom(atom)),
            EffectArg::Text(text) => format!("{{{text}}}"),
        });
        let diverges = if effect.diverges { " diverges" } else { "" };
        format!("effect {}!({args}){diverges}", tokens(&effect.path))
    }

    /// A primitive with a rule: `sin(x)`; `sin as f64::sin(x)` where it is not spelled as usual.
    fn derived(&mut self, fun: &Fun, rule: &Rule, args: &[Atom]) -> String {
        let text = self.atoms(args);
        match fun {
            Fun::Cast(to) if std::ptr::eq(rule, &raw const CAST) => {
                format!("cast::<{}>({text})", tokens(to))
            }
            Fun::Convert(to) => format!("convert::<{}>({text})", ty(to)),
            Fun::Neg | Fun::Binary(_) | Fun::Same => format!("{}({text})", rule.name),
            Fun::Method(name) if name == rule.name && operator(rule.name).is_none() => {
                format!("{}({text})", rule.name)
            }
            Fun::Method(name) => format!("{} as .{name}({text})", rule.name),
            Fun::Path(path, _) => format!("{} as {}({text})", rule.name, tokens(path)),
            Fun::Not
            | Fun::Cast(_)
            | Fun::Behind
            | Fun::Constant
            | Fun::Times
            | Fun::Product
            | Fun::Tangent => {
                format!("{} as ?({text})", rule.name)
            }
        }
    }

    /// A scalar function without a derivative, as Rust writes it.
    fn plain(&mut self, fun: &Fun, args: &[Atom]) -> String {
        let all = self.atoms(args);
        let (first, rest) = args
            .split_first()
            .map_or((String::new(), &[][..]), |(first, rest)| {
                (self.atom(first), rest)
            });
        let negated = |mark: &str| match &args[0] {
            Atom::Lit(_) => format!("{mark}({first})"),
            _ => format!("{mark}{first}"),
        };
        match fun {
            Fun::Neg => negated("-"),
            Fun::Not => negated("!"),
            Fun::Binary(symbol) => format!("{first} {symbol} {}", self.atoms(rest)),
            Fun::Method(name) => format!("{first}.{name}({})", self.atoms(rest)),
            Fun::Path(path, _) => format!("{}({all})", tokens(path)),
            Fun::Cast(to) => format!("{first} as {}", tokens(to)),
            Fun::Behind => format!("behind({all})"),
            Fun::Convert(to) => format!("convert::<{}>({first})", ty(to)),
            Fun::Constant => format!("constant({first})"),
            Fun::Same => format!("same({all})"),
            Fun::Times => format!("times({all})"),
            Fun::Product => format!("product({all})"),
            Fun::Tangent => format!("tangent({all})"),
        }
    }
}

/// How the rules of operators are spelled.
pub(in crate::ir) fn operator(rule: &str) -> Option<Fun> {
    Some(match rule {
        "neg" => Fun::Neg,
        "add" => Fun::Binary("+"),
        "sub" => Fun::Binary("-"),
        "mul" => Fun::Binary("*"),
        "div" => Fun::Binary("/"),
        "rem" => Fun::Binary("%"),
        _ => return None,
    })
}
