//! Smaller programs: with a part left out, or replaced by something inside it.

use crate::random::node::{Node, Sort, node, stmts};

/// The way to a part: which one of each node's.
type Path = Vec<usize>;

/// All that a program can be reduced to in one step, largest steps first.
pub(crate) fn reductions(root: &Node) -> Vec<(Path, Node)> {
    let mut found = vec![];
    visit(root, &mut vec![], &mut found);
    found.sort_by_key(|(path, new)| size_at(root, path).wrapping_neg().wrapping_add(new.size()));
    found
}

fn size_at(root: &Node, path: &[usize]) -> usize {
    path.iter().fold(root, |node, at| &node.kids[*at]).size()
}

fn visit(at: &Node, path: &mut Path, found: &mut Vec<(Path, Node)>) {
    for new in replacements(at) {
        found.push((path.clone(), new));
    }
    for (nth, kid) in at.kids.iter().enumerate() {
        path.push(nth);
        visit(kid, path, found);
        path.pop();
    }
}

fn replacements(at: &Node) -> Vec<Node> {
    let mut found = vec![];
    match at.sort {
        Sort::Stmt => {
            found.push(stmts(vec![]));
            inside(at, &[Sort::Stmts], &mut found);
        }
        Sort::Num => {
            found.push(node(Sort::Num, "0.5_f64", vec![]));
            inside(at, &[Sort::Num], &mut found);
        }
        Sort::Int => {
            found.push(node(Sort::Int, "0", vec![]));
            inside(at, &[Sort::Int], &mut found);
        }
        Sort::Bool => {
            found.push(node(Sort::Bool, "true", vec![]));
            found.push(node(Sort::Bool, "false", vec![]));
            inside(at, &[Sort::Bool], &mut found);
        }
        Sort::Function if !at.text.starts_with("fn f(") => found.push(stmts(vec![])),
        Sort::Function | Sort::Stmts | Sort::Open | Sort::Other => {}
    }
    found.retain(|new| new.size() < at.size() || (at.kids.is_empty() && worth(at, new)));
    found
}

/// Whether a leaf is simpler than another.
fn worth(old: &Node, new: &Node) -> bool {
    match (old.sort, new.sort) {
        (Sort::Stmt | Sort::Function, Sort::Stmts) => true,
        (Sort::Num | Sort::Int, _) => !old.uses.is_empty(),
        (Sort::Bool, _) => old.text != "true" && old.text != "false",
        _ => false,
    }
}

/// The outermost parts of these sorts.
fn inside(at: &Node, sorts: &[Sort], found: &mut Vec<Node>) {
    for kid in &at.kids {
        if sorts.contains(&kid.sort) {
            found.push(kid.clone());
        } else {
            inside(kid, sorts, found);
        }
    }
}

/// The program with a part replaced, where all names still mean what they did.
pub(crate) fn replaced(root: &Node, path: &[usize], new: Node) -> Option<Node> {
    let mut root = root.clone();
    let at = path.iter().fold(&mut root, |node, at| &mut node.kids[*at]);
    *at = new;
    root.is_sound().then_some(root)
}
