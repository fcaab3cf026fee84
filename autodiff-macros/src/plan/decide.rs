//! What is done about what is needed: the cheapest way to have all of it.
//!
//! # Note: a cut
//!
//! A value is at hand on the way back if it is kept, or if it is computed again and its operands are at
//! hand. The cheapest choice is the cheapest cut of a network: each value is a node behind the source
//! that says *wanted* and, where it is cheap, one that says *again*. From the first to the second leads
//! an edge of what it costs to keep the value, from the second to the sink one of what it costs to
//! compute it again, and to *wanted* of each operand an edge that cannot be cut.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Var;

use super::Planner;
use super::cut::{FOREVER, Network};

/// The nodes of a value: *wanted*, and *again*.
type Nodes = BTreeMap<Var, (usize, Option<usize>)>;

impl Planner<'_> {
    pub(super) fn decide(&mut self) {
        let needed = std::mem::take(&mut self.needed);
        for var in &needed {
            if self.is_free(*var) {
                self.recompute(*var);
            }
        }
        let open = |var: &Var| !self.is_free(*var);
        let wanted: BTreeSet<Var> = needed.into_iter().filter(open).collect();
        let (kept, again) = self.cheapest(&wanted);
        again.into_iter().for_each(|var| self.recompute(var));
        kept.into_iter().for_each(|var| self.keep(var));
        self.follow();
    }

    /// What a loop yields is not kept beside what it carries: the next iteration has kept it.
    fn follow(&mut self) {
        for (block, followed) in std::mem::take(&mut self.carried) {
            let at_hand = self.is_at_hand(followed.result);
            let Some(kept) = self.plan.kept.get_mut(&block).filter(|_| at_hand) else {
                continue;
            };
            if kept.contains(&followed.param) && kept.contains(&followed.next) {
                kept.retain(|var| *var != followed.next);
                self.plan.followed.entry(block).or_default().push(followed);
            }
        }
    }

    fn cheapest(&self, wanted: &BTreeSet<Var>) -> (Vec<Var>, Vec<Var>) {
        let mut network = Network::default();
        let (source, sink) = (network.node(), network.node());
        let mut nodes = Nodes::new();
        for var in wanted {
            let node = self.connect(*var, &mut network, &mut nodes, sink);
            network.edge(source, node, FOREVER);
        }
        let reached = network.cut(source, sink);
        let (mut kept, mut again) = (vec![], vec![]);
        for (var, (wanted, computed)) in nodes {
            match computed {
                _ if !reached[wanted] => {}
                Some(node) if reached[node] => again.push(var),
                _ => kept.push(var),
            }
        }
        (kept, again)
    }

    fn connect(&self, var: Var, network: &mut Network, nodes: &mut Nodes, sink: usize) -> usize {
        if let Some((node, _)) = nodes.get(&var) {
            return *node;
        }
        let wanted = network.node();
        let again = self.is_cheap(var).then(|| network.node());
        nodes.insert(var, (wanted, again));
        network.edge(wanted, again.unwrap_or(sink), self.keeping(var));
        let Some(again) = again else { return wanted };
        network.edge(again, sink, self.again(var));
        for operand in self.operands(var) {
            if !self.is_free(operand) {
                let operand = self.connect(operand, network, nodes, sink);
                network.edge(again, operand, FOREVER);
            }
        }
        wanted
    }

    /// With those of its operands that nothing else is needed for.
    fn recompute(&mut self, var: Var) {
        if self.is_at_hand(var) || !self.plan.recomputed.insert(var) {
            return;
        }
        for operand in self.operands(var) {
            if self.is_free(operand) {
                self.recompute(operand);
            }
        }
    }

    /// Keeps a value for the sweep.
    fn keep(&mut self, var: Var) {
        if self.is_at_hand(var) {
            return;
        }
        let block = self.shape.block_of[&var];
        self.plan.kept.entry(block).or_default().push(var);
        let Some(around) = self.branches.get(&block).copied() else {
            return;
        };
        let info = self.func.vars[var.0].clone();
        let outside = self.func.var(&info.name, info.ty, info.role);
        self.shape.block_of.insert(outside, around);
        self.plan.outside.insert(var, outside);
        self.keep(outside);
    }
}
