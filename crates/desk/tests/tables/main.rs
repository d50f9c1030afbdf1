//! Tables as people have them, and how each is read.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

#[path = "../../examples/read_table/describe.rs"]
mod describe;

mod bounds;
mod choices;
mod mutations;
mod samples;
