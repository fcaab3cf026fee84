//! Functions that know each other by name, with all that the compiler makes of them.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::derivative::{self, Adjoint, Tangent};
use crate::diagnostics::Errors;
use crate::ir::check::{Stage, passed};
use crate::ir::{Func, Var};
use crate::request::Request;
use crate::{promote, prune, share, structure};

use super::{Run, bug};

#[derive(Default)]
pub(crate) struct Library {
    functions: HashMap<String, Function>,
}

/// A function, and its derivatives with respect to everything.
pub(crate) struct Function {
    /// As it was lowered.
    pub(crate) plain: Func,
    /// As it is after each pass.
    pub(crate) passes: Vec<(Stage, Func)>,
    pub(crate) adjoint: Adjoint,
    /// With both sweeps in one, where that is another one.
    pub(crate) joint: Option<Adjoint>,
    pub(crate) tangent: Tangent,
}

impl Function {
    /// Compiles a function, or says why it is refused.
    pub(crate) fn compile(item: TokenStream) -> Result<Function, String> {
        let mut errors = Errors::default();
        let request = Request::parse(quote!(), item, &mut errors);
        let lowered = request.and_then(|request| crate::lower::lower(&request, &mut errors));
        let lowered = lowered.filter(|_| errors.is_empty());
        let Some(lowered) = lowered else {
            return Err(errors.to_compile_errors().to_string());
        };
        let plain = passed(lowered.func, Stage::Lowered);
        let structured = passed(structure::structure(plain.clone()), Stage::Structured);
        let promoted = passed(promote::promote(structured.clone()), Stage::Promoted);
        let shared = passed(share::share(promoted.clone()), Stage::Shared);
        let pruned = passed(prune::prune(shared.clone()), Stage::Pruned);
        let inputs = inputs(&pruned);
        let (adjoint, joint) = derivative::both(&pruned, &inputs);
        Ok(Function {
            plain,
            joint,
            adjoint,
            tangent: derivative::tangent(&pruned, &inputs),
            passes: vec![
                (Stage::Structured, structured),
                (Stage::Promoted, promoted),
                (Stage::Shared, shared),
                (Stage::Pruned, pruned),
            ],
        })
    }

    /// The adjoint with respect to some of the parameters.
    pub(crate) fn chosen(&self, choose: impl Fn(usize) -> bool) -> Adjoint {
        let pruned = &self.passes[self.passes.len() - 1].1;
        let params = pruned.params.iter().enumerate();
        let chosen =
            params.filter(|(nth, param)| choose(*nth) && pruned.ty(param.var).is_differentiable());
        let chosen: Vec<Var> = chosen.map(|(_, param)| param.var).collect();
        let (split, joint) = derivative::both(pruned, &chosen);
        joint.unwrap_or(split)
    }
}

/// The parameters that carry derivatives.
fn inputs(func: &Func) -> Vec<Var> {
    let params = func.params.iter().map(|param| param.var);
    params
        .filter(|param| func.ty(*param).is_differentiable())
        .collect()
}

impl Library {
    pub(crate) fn add(&mut self, name: &str, function: Function) {
        self.functions.insert(name.to_owned(), function);
    }

    pub(crate) fn function(&self, name: &str) -> Run<&Function> {
        match self.functions.get(name) {
            Some(function) => Ok(function),
            None => bug(format!("there is no function `{name}`")),
        }
    }
}
