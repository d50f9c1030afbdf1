//! Tables as people have them, and how each is read.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test ends at the first surprise

#[path = "../../examples/read_table/describe.rs"]
mod describe;

mod bounds;
mod choices;
mod mutations;
mod samples;
