//! The content of the outbox, read from a copy of its files by plain SQL: not by the code that is judged, and without
//! doing the recovery that is the next start's to do.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;
use rusqlite::Connection;

/// The form of the database that is judged; an end in the middle of making it leaves an older one.
const FORM: i64 = 8;

/// An outbox between two lives of its program.
#[derive(Default)]
pub(crate) struct Snapshot {
    /// SQLite's complaints about it.
    pub(crate) damage: Option<String>,
    pub(crate) deliveries: Vec<Delivery>,
    /// The value of the draft, if it has one.
    pub(crate) draft: Option<String>,
    pub(crate) draft_files: usize,
    /// The copies that the database needs.
    pub(crate) needed: BTreeSet<String>,
    /// The copies that lie in the spool.
    pub(crate) copies: BTreeSet<String>,
    /// Copies that were being made.
    pub(crate) incoming: usize,
}

pub(crate) struct Delivery {
    pub(crate) id: i64,
    pub(crate) value: String,
    pub(crate) ticket: String,
    pub(crate) state: String,
    pub(crate) attempts: Vec<Attempt>,
}

pub(crate) struct Attempt {
    /// Whether it may have completed.
    pub(crate) released: bool,
    /// The program saw its end.
    pub(crate) ended: bool,
    /// The server's possible deed, by its failure.
    pub(crate) effect: Option<String>,
}

impl Snapshot {
    /// Reads an outbox whose program has ended.
    pub(crate) fn read(outbox: &Path) -> Result<Self> {
        let mut kept = Self {
            copies: files_in(&outbox.join("spool"))?,
            incoming: files_in(&outbox.join("spool/incoming"))?.len(),
            ..Self::default()
        };
        if !outbox.join("outbox.db").exists() {
            return Ok(kept);
        }
        let copy = tempfile::tempdir()?;
        for name in ["outbox.db", "outbox.db-wal"] {
            if outbox.join(name).exists() {
                fs::copy(outbox.join(name), copy.path().join(name))?;
            }
        }
        if let Err(error) = kept.fill(&copy.path().join("outbox.db")) {
            kept.damage = Some(format!("{error:#}"));
        }
        Ok(kept)
    }

    fn fill(&mut self, database: &Path) -> Result<()> {
        let database = Connection::open(database)?;
        let found: String = database.query_row("PRAGMA integrity_check", (), |row| row.get(0))?;
        self.damage = (found != "ok").then_some(found);
        let form: i64 = database.query_row("PRAGMA user_version", (), |row| row.get(0))?;
        if form < FORM {
            return Ok(());
        }
        self.draft = database.query_row(
            "SELECT CASE job WHEN 'note' THEN note WHEN 'new_ticket' THEN fields ->> '$[0].value'
                    ELSE changes ->> '$[0].value' END
             FROM draft",
            (),
            |row| row.get(0),
        )?;
        self.draft_files =
            database.query_row("SELECT count(*) FROM draft_file WHERE held IS NULL", (), |row| row.get(0))?;
        self.needed = database
            .prepare(
                "SELECT hash FROM delivery_file WHERE hash IS NOT NULL
                 UNION SELECT hash FROM draft_file WHERE hash IS NOT NULL",
            )?
            .query_map((), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut statement = database.prepare(
            "SELECT id, CASE job WHEN 'note' THEN note ELSE changes ->> '$[0].value' END, ticket, state
             FROM delivery ORDER BY id",
        )?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            self.deliveries.push(Delivery {
                id,
                value: row.get(1)?,
                ticket: row.get(2)?,
                state: row.get(3)?,
                attempts: attempts(&database, id)?,
            });
        }
        Ok(())
    }
}

fn attempts(database: &Connection, delivery: i64) -> rusqlite::Result<Vec<Attempt>> {
    database
        .prepare(
            "SELECT released_at IS NOT NULL, ended_at IS NOT NULL, failure ->> '$.effect'
             FROM attempt WHERE delivery = ?1 ORDER BY id",
        )?
        .query_map([delivery], |row| {
            Ok(Attempt { released: row.get(0)?, ended: row.get(1)?, effect: row.get(2)? })
        })?
        .collect()
}

fn files_in(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    if folder.exists() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                names.insert(entry.file_name().to_string_lossy().into_owned());
            }
        }
    }
    Ok(names)
}
