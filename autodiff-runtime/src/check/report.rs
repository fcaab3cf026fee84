//! What is wrong with a rule.

use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// Where a rule and the truth differ.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// What is wrong.
    pub fault: Fault,
    /// Which scalar it was found at: of the value for [`Fault::Infinite`] and [`Fault::Value`], of the
    /// point for the others; both in the order of
    /// [`for_each_scalar`](crate::Tangent::for_each_scalar).
    pub scalar: usize,
    /// What the rule gives.
    pub found: f64,
    /// What it should be.
    pub wanted: f64,
}

/// What can be wrong with a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The function has no finite value at the point.
    Infinite,
    /// Differences do not settle, so that they say nothing.
    Unsettled,
    /// The pullback differs from differences.
    Pullback,
    /// The pullback overwrites its buffers, where it has to add to them.
    Overwriting,
    /// The pushforward differs from the pullback.
    Pushforward,
    /// The value that the pushforward returns is not that of the function.
    Value,
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Report {
            scalar,
            found,
            wanted,
            ..
        } = self;
        match self.fault {
            Fault::Infinite => write!(
                f,
                "scalar {scalar} of the value is {found}: check the rule where the function is finite"
            ),
            Fault::Unsettled => write!(
                f,
                "differences do not settle for scalar {scalar} of the point, they are about {wanted} \
                 where the pullback gives {found}: check the rule where the function is smooth"
            ),
            Fault::Pullback => write!(
                f,
                "the pullback gives {found} for scalar {scalar} of the point, differences give {wanted}"
            ),
            Fault::Overwriting => write!(
                f,
                "the pullback has to add to its buffers: for scalar {scalar} of the point it adds \
                 {wanted} to a buffer of zeros, and {found} to another"
            ),
            Fault::Pushforward => write!(
                f,
                "the pushforward gives {found} for scalar {scalar} of the point, the pullback gives \
                 {wanted}"
            ),
            Fault::Value => write!(
                f,
                "the pushforward returns {found} as scalar {scalar} of the value, the function itself \
                 returns {wanted}"
            ),
        }
    }
}

impl Error for Report {}
