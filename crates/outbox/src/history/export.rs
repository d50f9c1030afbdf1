//! The list as a table for other programs: CSV as RFC 4180 has it.

use std::io::Write;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::list::Query;
use crate::delivery::{Delivery, Ended};
use crate::error::OutboxError;
use crate::store::Outbox;

/// Read at once, so that the others get at the database in between.
const PAGE: usize = 500;

/// Why a list was not exported.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ExportError {
    #[error(transparent)]
    Outbox(#[from] OutboxError),
    #[error(transparent)]
    File(#[from] std::io::Error),
}

impl From<csv::Error> for ExportError {
    fn from(error: csv::Error) -> Self {
        Self::File(error.into())
    }
}

const COLUMNS: [&str; 13] = [
    "Ticket", "State", "Sent", "Settled", "Account", "Changes", "Files", "Attempts", "Answer", "Failure",
    "Number", "What", "Note",
];

impl Outbox {
    /// Writes everything that a query wants, newest first, and says how many rows it wrote. Times are local, as
    /// `2026-12-24 17:00:00`.
    ///
    /// # Errors
    /// When the database cannot be read or the file not be written.
    pub fn export(&self, query: &Query, out: impl Write) -> Result<u64, ExportError> {
        let zone = TimeZone::system();
        let mut table = csv::Writer::from_writer(out);
        table.write_record(COLUMNS)?;
        let mut rows = 0;
        let mut before = None;
        loop {
            let page = self.page_of_all(query, before, PAGE)?;
            for delivery in &page.deliveries {
                table.write_record(row(delivery, &zone))?;
                rows += 1;
            }
            before = page.deliveries.last().map(|delivery| delivery.id);
            if !page.more || before.is_none() {
                break;
            }
        }
        table.flush()?;
        Ok(rows)
    }
}

fn row(delivery: &Delivery, zone: &TimeZone) -> [String; 13] {
    let changes = delivery.changes.iter().map(|change| format!("{}={}", change.field, change.value));
    let files = delivery.files.iter().map(|file| file.name.clone());
    let (answer, failure) = match &delivery.ended {
        Some(Ended::Done { receipt }) => (receipt.message.clone().unwrap_or_default(), String::new()),
        Some(Ended::Failed { failure }) => {
            let words = failure.answer.as_deref().and_then(service_crm::Answer::words);
            (words.unwrap_or_default().to_owned(), failure.to_string())
        }
        Some(Ended::Interrupted { .. } | Ended::SaidDone) | None => (String::new(), String::new()),
    };
    [
        if delivery.ticket.is_empty() { String::new() } else { format!("#{}", delivery.ticket) },
        delivery.state.name().to_owned(),
        local(delivery.created_at, zone),
        delivery.settled_at.map(|at| local(at, zone)).unwrap_or_default(),
        delivery.account_name.clone(),
        changes.collect::<Vec<_>>().join("; "),
        files.collect::<Vec<_>>().join("; "),
        delivery.attempts.to_string(),
        answer,
        failure,
        delivery.id.to_string(),
        delivery.job.name().to_owned(),
        delivery.note.clone(),
    ]
    .map(harmless)
}

fn local(milliseconds: i64, zone: &TimeZone) -> String {
    let Ok(at) = Timestamp::from_millisecond(milliseconds) else { return String::new() };
    zone.to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// A spreadsheet takes a cell that begins so for a formula, and these cells hold other people's words (OWASP, "CSV
/// injection").
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
