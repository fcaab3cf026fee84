//! The cheapest cut of a network (Ford & Fulkerson 1956; the shortest path first, Edmonds & Karp 1972).

use std::collections::VecDeque;

/// More than any cut costs.
pub(super) const FOREVER: u64 = u64::MAX / 4;

/// Edges in pairs: each is followed by the one back.
#[derive(Default)]
pub(super) struct Network {
    to: Vec<usize>,
    left: Vec<u64>,
    from: Vec<Vec<usize>>,
}

impl Network {
    pub(super) fn node(&mut self) -> usize {
        self.from.push(vec![]);
        self.from.len() - 1
    }

    pub(super) fn edge(&mut self, from: usize, to: usize, cost: u64) {
        for (from, to, cost) in [(from, to, cost), (to, from, 0)] {
            self.from[from].push(self.to.len());
            self.to.push(to);
            self.left.push(cost);
        }
    }

    /// Which nodes are on the side of the source.
    pub(super) fn cut(mut self, source: usize, sink: usize) -> Vec<bool> {
        loop {
            let by = self.search(source);
            if by[sink].is_none() {
                return by.iter().map(Option::is_some).collect();
            }
            self.augment(&by, source, sink);
        }
    }

    /// The edge by which each node is reached first.
    fn search(&self, source: usize) -> Vec<Option<usize>> {
        let mut by = vec![None; self.from.len()];
        by[source] = Some(usize::MAX);
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for edge in &self.from[node] {
                let to = self.to[*edge];
                if self.left[*edge] > 0 && by[to].is_none() {
                    by[to] = Some(*edge);
                    queue.push_back(to);
                }
            }
        }
        by
    }

    fn augment(&mut self, by: &[Option<usize>], source: usize, sink: usize) {
        let mut path = vec![];
        let mut node = sink;
        while let Some(edge) = by[node].filter(|_| node != source) {
            path.push(edge);
            node = self.to[edge ^ 1];
        }
        let least = path.iter().map(|edge| self.left[*edge]).min().unwrap_or(0);
        for edge in path {
            self.left[edge] -= least;
            self.left[edge ^ 1] += least;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cheapest_cut() {
        let mut network = Network::default();
        let nodes: Vec<usize> = (0..4).map(|_| network.node()).collect();
        network.edge(nodes[0], nodes[1], FOREVER);
        network.edge(nodes[0], nodes[2], 3);
        network.edge(nodes[1], nodes[3], 5);
        network.edge(nodes[2], nodes[3], FOREVER);
        assert_eq!(network.cut(nodes[0], nodes[3]), [true, true, false, false]);
    }
}
