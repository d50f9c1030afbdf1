//! The things that Send can do, by their names. What differs between them stands in `delivery/content.rs`.

use serde::{Deserialize, Serialize};

/// The kind of thing that a draft is to become, and a delivery does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// Changes and files for a ticket that there is.
    #[default]
    Update,
    /// A ticket that is made, with values and files.
    NewTicket,
    /// An internal note on a ticket; the vendor's call takes no files with it.
    Note,
}

const JOBS: [Job; 3] = [Job::Update, Job::NewTicket, Job::Note];

impl Job {
    /// The job's name in the database and in exported lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::NewTicket => "new_ticket",
            Self::Note => "note",
        }
    }
}

/// No job has this name.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} is no job")]
struct UnknownJob(String);

impl rusqlite::types::FromSql for Job {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let name = value.as_str()?;
        let job = JOBS.into_iter().find(|job| job.name() == name);
        job.ok_or_else(|| rusqlite::types::FromSqlError::Other(Box::new(UnknownJob(name.to_owned()))))
    }
}

impl rusqlite::types::ToSql for Job {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}
