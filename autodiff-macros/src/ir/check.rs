//! Invariants between passes.
