//! Sets and maps of variables: a place for each variable of the function.
//!
//! # Note: no hashing
//!
//! Cargo builds procedural macros without optimisation. There, a look-up in a `HashMap` is a few
//! dozen calls, and these tables are asked for each operand in each pass.

use super::Var;

/// A set of variables.
#[derive(Clone, Default)]
pub(crate) struct VarSet {
    present: Vec<bool>,
    len: usize,
}

impl VarSet {
    pub(crate) fn new() -> Self {
        VarSet::default()
    }

    pub(crate) fn contains(&self, var: &Var) -> bool {
        var.0 < self.present.len() && self.present[var.0]
    }

    /// Whether it was not there.
    pub(crate) fn insert(&mut self, var: Var) -> bool {
        if var.0 >= self.present.len() {
            self.present.resize(var.0 + 1, false);
        }
        let fresh = !self.present[var.0];
        if fresh {
            self.present[var.0] = true;
            self.len += 1;
        }
        fresh
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }
}

impl Extend<Var> for VarSet {
    fn extend<I: IntoIterator<Item = Var>>(&mut self, vars: I) {
        for var in vars {
            self.insert(var);
        }
    }
}

impl<'a> Extend<&'a Var> for VarSet {
    fn extend<I: IntoIterator<Item = &'a Var>>(&mut self, vars: I) {
        self.extend(vars.into_iter().copied());
    }
}

impl FromIterator<Var> for VarSet {
    fn from_iter<I: IntoIterator<Item = Var>>(vars: I) -> Self {
        let mut set = VarSet::new();
        set.extend(vars);
        set
    }
}

/// Something for each of some variables.
#[derive(Clone)]
pub(crate) struct VarMap<T> {
    places: Vec<Option<T>>,
}

impl<T> VarMap<T> {
    pub(crate) fn new() -> Self {
        VarMap { places: vec![] }
    }

    pub(crate) fn get(&self, var: &Var) -> Option<&T> {
        self.places.get(var.0)?.as_ref()
    }

    pub(crate) fn insert(&mut self, var: Var, it: T) {
        *self.place(var) = Some(it);
    }

    pub(crate) fn remove(&mut self, var: &Var) -> Option<T> {
        self.places.get_mut(var.0)?.take()
    }

    /// What belongs to a variable, or nothing yet.
    pub(crate) fn place(&mut self, var: Var) -> &mut Option<T> {
        while var.0 >= self.places.len() {
            self.places.push(None);
        }
        &mut self.places[var.0]
    }
}

impl<T> Default for VarMap<T> {
    fn default() -> Self {
        VarMap::new()
    }
}

impl<T> FromIterator<(Var, T)> for VarMap<T> {
    fn from_iter<I: IntoIterator<Item = (Var, T)>>(items: I) -> Self {
        let mut map = VarMap::new();
        for (var, it) in items {
            map.insert(var, it);
        }
        map
    }
}
