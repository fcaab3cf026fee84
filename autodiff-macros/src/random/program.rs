//! A program: functions, the last of which is asked for, and its inputs.

use std::fmt;

use super::node::Node;

#[derive(Clone)]
pub(crate) struct Program {
    pub(crate) seed: u64,
    pub(crate) structs: Vec<StructDef>,
    pub(crate) functions: Node,
    /// Those of the last function.
    pub(crate) params: Vec<Parameter>,
    pub(crate) returns: Returns,
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) input: Input,
}

/// The fields of a struct; vectors have a length that stays.
#[derive(Clone, Debug)]
pub(crate) struct StructDef {
    pub(crate) name: String,
    pub(crate) fields: Vec<(String, Field)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Field {
    Num,
    Array(usize),
    Vec(usize),
    /// A `usize` below this.
    Int(usize),
    /// Another struct, which comes earlier.
    Record(usize),
}

impl StructDef {
    fn print(&self, all: &[StructDef]) -> String {
        let fields = self.fields.iter().map(|(name, field)| {
            let ty = match field {
                Field::Num => "f64".to_owned(),
                Field::Array(len) => format!("[f64; {len}]"),
                Field::Vec(_) => "Vec<f64>".to_owned(),
                Field::Int(_) => "usize".to_owned(),
                Field::Record(nth) => all[*nth].name.clone(),
            };
            format!("    {name}: {ty},\n")
        });
        format!(
            "struct {} {{\n{}}}\n",
            self.name,
            fields.collect::<String>()
        )
    }
}

/// How a struct is passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Passing {
    Value,
    Shared,
    Exclusive,
}

/// What a parameter asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Num,
    NumRef,
    NumMut,
    /// A `usize` below this.
    Int(usize),
    Bool,
    Slice(usize),
    SliceMut(usize),
    Array(usize),
    ArrayRef(usize),
    ArrayMut(usize),
    Pair,
    Grid(usize, usize),
    /// One of the structs.
    Record(usize, Passing),
}

impl Kind {
    /// Whether it is an output too.
    pub(crate) fn is_output(self) -> bool {
        matches!(
            self,
            Kind::NumMut
                | Kind::SliceMut(_)
                | Kind::ArrayMut(_)
                | Kind::Record(_, Passing::Exclusive)
        )
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Returns {
    Num,
    Pair,
    Array(usize),
    Record(usize),
    Unit,
}

/// An argument.
#[derive(Clone, Debug)]
pub(crate) enum Input {
    Num(f64),
    Int(usize),
    Bool(bool),
    Many(Vec<f64>),
    Pair(Vec<f64>),
    Rows(Vec<Vec<f64>>),
    /// The fields of a struct.
    Fields(Vec<(String, Input)>),
}

impl fmt::Debug for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the program of seed {} at", self.seed)?;
        for Parameter { name, input, .. } in &self.params {
            writeln!(f, "    {name} = {input:?}")?;
        }
        write!(f, "\n{self}")
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.types())?;
        f.write_str(&self.functions.print())
    }
}

impl Program {
    /// Whether the tangent of a struct is a type of its own.
    fn has_tangent(&self, nth: usize) -> bool {
        let mut fields = self.structs[nth].fields.iter();
        fields.any(|(_, field)| match field {
            Field::Int(_) => true,
            Field::Record(nth) => self.has_tangent(*nth),
            _ => false,
        })
    }

    /// The structs, to be differentiated.
    pub(crate) fn differentiable_types(&self) -> String {
        let mut text = String::new();
        for (nth, def) in self.structs.iter().enumerate() {
            text.push_str("#[derive(Clone, Debug, Differentiable)]\n");
            text.push_str(if self.has_tangent(nth) {
                "#[tangent]\n"
            } else {
                ""
            });
            text.push_str(&def.print(&self.structs));
        }
        text
    }

    /// The structs.
    fn types(&self) -> String {
        let types = self.structs.iter();
        types.map(|def| def.print(&self.structs)).collect()
    }
}
