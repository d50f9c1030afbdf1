//! Whether a fault's work was done all the same.

/// Whether the server did what was asked, whatever it says. What it would have refused is not applied either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The ticket was changed.
    Applied,
    /// The ticket was left alone.
    NotApplied,
}
