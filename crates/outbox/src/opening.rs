//! Opening the outbox: the database in its newest form and sound, or what could be saved of it.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, MAIN_DB};
use rusqlite_migration::{M, Migrations};

use crate::copies;
use crate::delivery;
use crate::erase;
use crate::error::OutboxError;
use crate::held;
use crate::private;
use crate::rescue;
use crate::spool::Spool;
use crate::store::{DATABASE, Outbox};
use crate::sync::sync_name;

/// Each step is applied once and never changed afterwards; a new form of the database is a new step.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/1.sql")),
    M::up(include_str!("migrations/2.sql")),
    M::up(include_str!("migrations/3.sql")),
    M::up(include_str!("migrations/4.sql")),
    M::up(include_str!("migrations/5.sql")),
    M::up(include_str!("migrations/6.sql")),
    M::up(include_str!("migrations/7.sql")),
    M::up(include_str!("migrations/8.sql")),
    M::up(include_str!("migrations/9.sql")),
];
const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// How long an opening waits for another process to let go of the database: one that is ending needs a moment.
const PATIENCE: Duration = Duration::from_secs(5);
/// The time between two tries.
const PAUSE: Duration = Duration::from_millis(50);

const SPOOL: &str = "spool";

impl Outbox {
    /// Opens the outbox in a folder, or makes both; from then on no other process can.
    ///
    /// The database is checked. A damaged one is set aside and what can be read of it taken over: see
    /// [`Outbox::rescue`]. What was under way when the app last ended is put where its line of no return says.
    ///
    /// # Errors
    /// When another process has it open, or the folder cannot be made, read or written.
    pub fn open(folder: &Path) -> Result<Self, OutboxError> {
        Self::try_open(folder).map_err(|error| match error {
            // SQLite says so too where there is only no room for a file that it makes.
            OutboxError::ReadOnly | OutboxError::Database(_) => no_room(folder).unwrap_or(error),
            other => other,
        })
    }

    fn try_open(folder: &Path) -> Result<Self, OutboxError> {
        private::make_folder(folder).map_err(|source| OutboxError::Folder {
            folder: folder.to_string_lossy().into_owned(),
            source,
        })?;
        put_right(folder);
        let database = folder.join(DATABASE);
        let (mut connection, rescue) = match connect(&database) {
            Err(error) if is_damage(&error) => {
                let aside = rescue::set_aside(&database)?;
                let mut connection = connect(&database)?;
                let rescue = rescue::take_over(&aside, &mut connection)?;
                (connection, Some(rescue))
            }
            connected => (connected?, None),
        };
        delivery::recover(&mut connection)?;
        let spool = Spool::open(folder.join(SPOOL))?;
        if let Some(rescue) = &rescue {
            spool.set_aside(&connection, &rescue.set_aside.with_extension("spool"))?;
        }
        spool.sweep(&connection)?;
        Ok(Self::new(connection, spool, folder.to_owned(), rescue))
    }
}

/// Whether a folder takes no new file because there is no room for one.
fn no_room(folder: &Path) -> Option<OutboxError> {
    let trial = folder.join("outbox.trial");
    let written =
        private::create_new(&trial).and_then(|mut file| file.write_all(&[0]).and_then(|()| file.sync_all()));
    // It is swept up by its name at no other time; where it cannot be removed now it harms nobody.
    let _ = std::fs::remove_file(&trial);
    written.err().map(OutboxError::from).filter(|error| matches!(error, OutboxError::NoRoom))
}

/// An earlier version's files are readable by others where the umask let them: that is put right.
fn put_right(folder: &Path) {
    // The folder has more in it than what is the outbox's.
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name == SPOOL || name.starts_with("outbox.")) {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => private::put_right_all(&entry.path()),
                _ => private::put_right(&entry.path()),
            }
        }
    }
}

/// Makes the database's file, if there is none, before SQLite does: its log gets the same rights.
fn make_private(database: &Path) -> Result<(), OutboxError> {
    match database.try_exists() {
        Ok(false) => {
            private::create_new(database)?;
            Ok(sync_name(database)?)
        }
        // What cannot be looked at SQLite has a word for.
        Ok(true) | Err(_) => Ok(()),
    }
}

/// Opens a database that is sound, in its newest form, and this process's alone.
fn connect(database: &Path) -> Result<Connection, OutboxError> {
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
    // A connection that was closed has written its log into the database: one that lies there was left by a crash.
    let crashed = size(&rescue::with_end(database, "-wal")) > 0;
    // Left as it is, byte by byte. Where there is a log only SQLite knows, and its look changes nothing.
    if !crashed && version_at_rest(database).is_some_and(|version| version > STEPS.len()) {
        return Err(OutboxError::Newer);
    }
    make_private(database)?;
    if size(database) == 0 {
        begin_log(database)?;
    }
    let mut connection = open_for_writing(database)?;
    connection.busy_timeout(PATIENCE)?;
    // The lock that keeps a second start from sending the same deliveries: the system lets go of it when the process
    // ends, however it ends.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    // Until it is known to be sound and ours, it is left as it is: closing it would write its log into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // What was said to be kept is kept through a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // On macOS a plain fsync leaves it in the drive's own cache (SQLite's page on fullfsync); elsewhere these do nothing.
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    erase::overwrite_deleted(&connection)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
    if crashed || size(database) <= SMALL {
        check(&connection)?;
    }
    let before =
        usize::try_from(connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?);
    // A new one has nothing to lose, and one of a newer version is refused by the next line.
    if before.is_ok_and(|before| (1..STEPS.len()).contains(&before)) {
        copies::copy_before(&connection, database, STEPS.len())?;
    }
    MIGRATIONS.to_latest(&mut connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(connection)
}

/// The number of a database's form, as its file has it (SQLite's page on its file format, 1.3); none where there is no
/// such file.
fn version_at_rest(database: &Path) -> Option<usize> {
    let mut head = [0; 64];
    File::open(database).and_then(|mut file| file.read_exact(&mut head)).ok()?;
    let version = u32::from_be_bytes(head[60..].try_into().ok()?);
    head.starts_with(b"SQLite format 3\0").then_some(version as usize)
}

/// Notes in a fresh database that what is written goes into a log first. Without that note the next start does not read
/// the log, and where the disk refuses a sync in the middle SQLite passes it over and writes on: so it is looked at, while
/// nobody has a lock on the file that closing it would let go of.
fn begin_log(database: &Path) -> Result<(), OutboxError> {
    let connection = open_for_writing(database)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    drop(connection);
    // The file format's versions for writing and reading (SQLite's page on its file format, 1.3).
    let mut head = [0; 20];
    let noted = File::open(database).and_then(|mut file| file.read_exact(&mut head)).is_ok();
    if noted && head[18..] == [2, 2] {
        return Ok(());
    }
    let not_written = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR);
    let found = "that there is a log was not noted".to_owned();
    Err(OutboxError::Database(rusqlite::Error::SqliteFailure(not_written, Some(found))))
}

/// Opens the file, and waits for a program that keeps this one from it: to SQLite that is as if it might not be written.
fn open_for_writing(database: &Path) -> Result<Connection, OutboxError> {
    let until = Instant::now() + PATIENCE;
    loop {
        let error = match Connection::open(database) {
            Ok(connection) if !connection.is_readonly(MAIN_DB)? => return Ok(connection),
            // What cannot be written SQLite opens for reading, and then cannot lock.
            Ok(_) => OutboxError::ReadOnly,
            Err(error) => error.into(),
        };
        // The system itself knows better; it may be free by now.
        let held = match File::options().read(true).write(true).open(database) {
            Ok(_) => false,
            Err(why) if held::is_held(&why) => true,
            Err(_) => return Err(error),
        };
        if !matches!(error, OutboxError::ReadOnly) {
            return Err(error);
        }
        if Instant::now() >= until {
            return Err(if held { OutboxError::Held } else { error });
        }
        std::thread::sleep(PAUSE);
    }
}

/// Bytes up to which a database is looked at at every opening: a fraction of a second. A larger one only after a crash.
const SMALL: u64 = 64 * 1024 * 1024;

/// SQLite's own look at every page of every table. Not at what the index of words makes of its pages: that takes
/// twenty times as long, and the words are kept in the tables as well.
fn check(connection: &Connection) -> Result<(), OutboxError> {
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")?
        .query_map((), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for table in tables {
        let said: String =
            connection.query_row(&format!("PRAGMA quick_check('{table}')"), (), |row| row.get(0))?;
        if said != "ok" {
            return Err(damage(said));
        }
    }
    // No table's pages, so none of the looks above sees them; the next write would.
    let number = |pragma| connection.query_row(pragma, (), |row| row.get::<_, i64>(0));
    let (free, pages) = (number("PRAGMA freelist_count")?, number("PRAGMA page_count")?);
    if free < 0 || free >= pages {
        return Err(damage(format!("{free} free pages of {pages}")));
    }
    Ok(())
}

fn damage(found: String) -> OutboxError {
    let corrupt = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    OutboxError::Database(rusqlite::Error::SqliteFailure(corrupt, Some(found)))
}

fn is_damage(error: &OutboxError) -> bool {
    matches!(error, OutboxError::Database(error) if matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_is_sound() {
        MIGRATIONS.validate().unwrap();
    }
}
