//! The head and the end of a function, as text.

use super::Text;
use super::operand::{tokens, ty};
use crate::ir::*;

impl Text<'_> {
    pub(super) fn func(&mut self, tangents: &[Var], result: Option<&Rvalue>) {
        let func = self.func;
        let params: Vec<_> = func
            .params
            .iter()
            .map(|param| self.param(param.var, param.pass))
            .collect();
        let passes = func.params.iter().map(|param| param.pass);
        let tangents: Vec<_> = tangents
            .iter()
            .zip(passes)
            .map(|(var, pass)| self.param(*var, pass))
            .collect();
        let mut params = params.join(", ");
        if !tangents.is_empty() {
            params = format!("{params}; {}", tangents.join(", "));
        }
        self.line(&format!(
            "fn {}({params}) -> {} {{",
            func.name,
            ty(&func.result_ty)
        ));
        self.depth += 1;
        self.preamble();
        self.depth -= 1;
        self.block(&func.body);
        let tangent = result.map(|tangent| format!("; {}", self.rvalue(tangent)));
        let result = self.rvalue(&func.result);
        self.line(&format!(
            "    return {result}{};",
            tangent.unwrap_or_default()
        ));
        self.line("}");
    }

    pub(super) fn param(&mut self, var: Var, pass: Pass) -> String {
        let mark = match pass {
            Pass::Value => "",
            Pass::Ref => "&",
            Pass::RefMut => "&mut ",
        };
        format!("{}: {mark}{}", self.var(var), ty(self.func.ty(var)))
    }

    /// What is said of parameters, and the constants of the module.
    fn preamble(&mut self) {
        let func = self.func;
        let params: Vec<_> = func.params.iter().map(|param| param.var).collect();
        if let Some(note) = self.note(&params) {
            self.line(note.trim_start());
        }
        for (at, info) in func.vars.iter().enumerate() {
            if let Role::Const(path) = &info.role {
                let bind = self.binding(Var(at));
                self.line(&format!("const {bind} = {};", tokens(path)));
            }
        }
        for (place, float) in &func.floats {
            let mut text = self.var(place.base);
            for proj in &place.path {
                text.push_str(&match proj {
                    Proj::Field(_) => self.proj(proj),
                    _ => "[_]".to_owned(),
                });
            }
            self.line(&format!("const {text}: {};", ty(float)));
        }
    }
}
