//! The programs that cargo built, from what it says about its work.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::call;

/// A program that was built.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Program {
    /// The package's folder, where cargo would run its tests.
    pub(crate) folder: PathBuf,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) path: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Tests, with the runner's options.
    Test,
    Example,
    /// The program that people start.
    App,
}

/// Lets cargo build, and says what came of it, in an order of its own.
pub(crate) fn build(cargo: &mut Command) -> Result<Vec<Program>> {
    cargo.arg("--message-format=json-render-diagnostics");
    eprintln!("\n> {}", call::shown(cargo));
    let mut child = cargo.stdout(Stdio::piped()).spawn().with_context(|| call::cannot_start(cargo))?;
    let said = child.stdout.take().context("the output is piped")?;
    let mut programs = Vec::new();
    for line in BufReader::new(said).lines() {
        programs.extend(program(&line?));
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{} failed: {status}", call::shown(cargo));
    }
    programs.sort();
    Ok(programs)
}

/// A line's program, if it is about one: <https://doc.rust-lang.org/cargo/reference/external-tools.html>.
fn program(line: &str) -> Option<Program> {
    let said: Value = serde_json::from_str(line).ok()?;
    let text = |at: &str| said.pointer(at)?.as_str();
    if text("/reason")? != "compiler-artifact" {
        return None;
    }
    let kind = match (said.pointer("/profile/test")?.as_bool()?, text("/target/kind/0")?) {
        (true, _) => Kind::Test,
        (false, "example") => Kind::Example,
        (false, _) => Kind::App,
    };
    Some(Program {
        folder: Path::new(text("/manifest_path")?).parent()?.to_owned(),
        name: text("/target/name")?.to_owned(),
        kind,
        path: text("/executable")?.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_built_is_known_by_its_own_words() {
        let line = |kind: &str, test: bool, executable: &str| {
            format!(
                r#"{{"reason":"compiler-artifact","manifest_path":"/a/b/Cargo.toml",
                "target":{{"kind":["{kind}"],"name":"n"}},"profile":{{"test":{test}}},"executable":{executable}}}"#
            )
        };
        let kind = |line: &str| program(line).map(|program| program.kind);
        assert_eq!(kind(&line("lib", true, r#""/t/n.exe""#)), Some(Kind::Test));
        assert_eq!(kind(&line("test", true, r#""/t/n.exe""#)), Some(Kind::Test));
        assert_eq!(kind(&line("example", false, r#""/t/n.exe""#)), Some(Kind::Example));
        assert_eq!(kind(&line("bin", false, r#""/t/n.exe""#)), Some(Kind::App));
        assert_eq!(kind(&line("lib", false, "null")), None, "a library is no program");
        assert_eq!(kind(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(program(&line("test", true, r#""/t/n.exe""#)).unwrap().folder, Path::new("/a/b"));
    }
}
