//! Which value a name means, where it stands.

use std::collections::HashMap;

use proc_macro2::Ident;

use crate::names;

use super::value::Value;

/// Scopes from the outside in. Cloning one captures it, as a closure does.
#[derive(Clone, Default)]
pub(super) struct Scopes(Vec<HashMap<String, Value>>);

impl Scopes {
    pub(super) fn enter(&mut self) {
        self.0.push(HashMap::new());
    }

    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    pub(super) fn bind(&mut self, name: &Ident, value: Value) {
        if let Some(scope) = self.0.last_mut() {
            scope.insert(names::key(name), value);
        }
    }

    pub(super) fn get(&self, name: &Ident) -> Option<&Value> {
        let key = names::key(name);
        self.0.iter().rev().find_map(|scope| scope.get(&key))
    }
}
