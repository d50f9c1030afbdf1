//! The system's notices to a person who looks at something else.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::desk::Desk;
use crate::process::Group;
use crate::window::{LOOK, PATIENCE};

const TAKER: &str = include_str!("notices.py");

/// The desk's own place for notices, until it is dropped.
#[derive(Debug)]
pub struct Notices {
    file: PathBuf,
    _taker: Group,
}

impl Desk {
    /// Begins to take the notices of the system. Needs a session bus.
    ///
    /// # Errors
    /// When there is no bus.
    pub fn take_notices(&self) -> Result<Notices> {
        let file = self.home().join("notices.jsonl");
        let mut taker = Command::new("/usr/bin/python3");
        let (taker, _) = Group::announced(self.dress(taker.args(["-c", TAKER]).arg(&file)))?;
        Ok(Notices { file, _taker: taker })
    }
}

impl Notices {
    /// Title and text of each notice so far.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn taken(&self) -> Result<Vec<[String; 2]>> {
        let said = match std::fs::read_to_string(&self.file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            said => said?,
        };
        let word = |notice: &Value, name: &str| notice[name].as_str().unwrap_or_default().to_owned();
        said.lines()
            .map(|line| {
                let notice: Value = serde_json::from_str(line)?;
                Ok([word(&notice, "title"), word(&notice, "text")])
            })
            .collect()
    }

    /// Waits until there are so many.
    ///
    /// # Errors
    /// When they do not come.
    pub async fn until(&self, count: usize) -> Result<Vec<[String; 2]>> {
        let until = Instant::now() + PATIENCE;
        loop {
            let taken = self.taken()?;
            if taken.len() >= count {
                return Ok(taken);
            }
            if Instant::now() > until {
                bail!("{count} notices did not come: {taken:?}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }
}
