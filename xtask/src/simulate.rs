//! Simulations of what cannot be measured with one computer, in virtual time.

use anyhow::Result;

use crate::{call, tree};

/// Many desks on one account's limit. The program reads the words that come after the command.
pub(crate) fn desks(words: &[String]) -> Result<()> {
    call::run(call::cargo().args([
        "build",
        "--locked",
        "--release",
        "-p",
        "service-crm",
        "--example",
        "desks",
    ]))?;
    call::run(call::at_root(tree::built("release", "examples/desks")).args(words))
}
