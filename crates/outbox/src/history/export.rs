//! The list as a table for other programs: CSV as RFC 4180 has it, in the form that spreadsheets get right.

use std::collections::HashMap;
use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::list::Query;
use crate::delivery::{Delivery, Ended};
use crate::error::OutboxError;
use crate::store::Outbox;

/// Read at once, so that the others get at the database in between.
const PAGE: usize = 500;
/// UTF-16 units that a cell may have: what Excel takes.
const MOST_IN_CELL: usize = 32_767;

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

/// The words of the table: the screen's, for people read it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExportWords {
    /// The headings.
    pub columns: ExportColumns,
    /// States' words, by their names. A state without a word stays as it is, here and below.
    pub states: HashMap<String, String>,
    /// Jobs' words, by their names.
    pub jobs: HashMap<String, String>,
    /// Fields' words, by their schema names.
    pub fields: HashMap<String, String>,
}

/// The headings, in their order.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub struct ExportColumns {
    pub ticket: String,
    pub state: String,
    pub sent: String,
    pub settled: String,
    pub account: String,
    pub changes: String,
    pub files: String,
    pub attempts: String,
    pub answer: String,
    pub failure: String,
    pub number: String,
    pub what: String,
    pub note: String,
}

impl Outbox {
    /// Writes everything that a query wants, newest first, and says how many rows it wrote. Times are local, as
    /// `2026-12-24 17:00:00`.
    ///
    /// It begins with a byte order mark, without which Excel takes UTF-8 for something else. Every cell is quoted and
    /// harmless, and as long as a spreadsheet's can be.
    ///
    /// # Errors
    /// When the database cannot be read or the file not be written.
    pub fn export(
        &self,
        query: &Query,
        words: &ExportWords,
        mut out: impl Write,
    ) -> Result<u64, ExportError> {
        let zone = TimeZone::system();
        out.write_all("\u{feff}".as_bytes())?;
        let mut table = WriterBuilder::new()
            // LibreOffice's import also splits at semicolons, unless the cell is quoted.
            .quote_style(QuoteStyle::Always)
            .terminator(Terminator::CRLF)
            .from_writer(out);
        table.write_record(headings(&words.columns).map(cell))?;
        let mut rows = 0;
        let mut before = None;
        loop {
            let page = self.page_of_all(query, before, PAGE)?;
            for delivery in &page.deliveries {
                table.write_record(row(delivery, words, &zone).map(|text| cell(&text)))?;
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

fn headings(columns: &ExportColumns) -> [&str; 13] {
    let ExportColumns { ticket, state, sent, settled, account, changes, files, .. } = columns;
    let ExportColumns { attempts, answer, failure, number, what, note, .. } = columns;
    [ticket, state, sent, settled, account, changes, files, attempts, answer, failure, number, what, note]
}

fn row(delivery: &Delivery, words: &ExportWords, zone: &TimeZone) -> [String; 13] {
    let word = |words: &HashMap<String, String>, name: &str| {
        words.get(name).map_or_else(|| name.to_owned(), String::clone)
    };
    let change =
        |change: &service_crm::Change| format!("{}={}", word(&words.fields, &change.field), change.value);
    let changes: Vec<_> = delivery.changes.iter().map(change).collect();
    let files: Vec<_> = delivery.files.iter().map(|file| file.name.clone()).collect();
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
        word(&words.states, delivery.state.name()),
        local(delivery.created_at, zone),
        delivery.settled_at.map(|at| local(at, zone)).unwrap_or_default(),
        delivery.account_name.clone(),
        changes.join("; "),
        files.join("; "),
        delivery.attempts.to_string(),
        answer,
        failure,
        delivery.id.to_string(),
        word(&words.jobs, delivery.job.name()),
        delivery.note.clone(),
    ]
}

fn local(milliseconds: i64, zone: &TimeZone) -> String {
    let Ok(at) = Timestamp::from_millisecond(milliseconds) else { return String::new() };
    zone.to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// Beginnings that a spreadsheet takes for a formula's, also in the width that Chinese and Japanese keyboards write.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// Where a program that goes by other rules than ours would begin a cell. A tab or a line end is passed over by some, so
/// that what is behind it begins the cell.
const SEPARATORS: [char; 7] = [',', ';', '|', '"', '\t', '\r', '\n'];

/// A text as a cell: other people's words, which no program should calculate (OWASP, "CSV injection"), cut to what a
/// cell can have.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len() + 1);
    // At the beginning also behind what is not seen: a program may take it off.
    let mut begins = true;
    let mut behind = false;
    let mut units = 0;
    let mut rest = text.chars();
    for c in rest.by_ref() {
        if (begins || behind) && FORMULA.contains(&c) {
            cell.push('\'');
            units += 1;
        }
        units += c.len_utf16();
        if units > MOST_IN_CELL {
            break;
        }
        cell.push(c);
        behind = SEPARATORS.contains(&c);
        begins &= behind
            || c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    }
    if units > MOST_IN_CELL {
        shorten(&mut cell);
    }
    cell
}

/// Takes so much off the end that the sign for it fits in.
fn shorten(cell: &mut String) {
    while cell.encode_utf16().count() >= MOST_IN_CELL {
        cell.pop();
    }
    cell.push('…');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_whoever_reads_it() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+49 30 1234", "'+49 30 1234"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1＋1", "'＝1＋1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠A1", "'＠A1"),
            ("\t=1", "\t'=1"),
            ("\r=1", "\r'=1"),
            ("\n=1", "\n'=1"),
            (" \u{feff}=1", " \u{feff}'=1"),
            ("a;=1;+2", "a;'=1;'+2"),
            ("a,-1|@x\t＝1", "a,'-1|'@x\t'＝1"),
            ("a\r\n=1", "a\r\n'=1"),
            ("said \"=1\"", "said \"'=1\""),
            // What is no beginning stays as it is.
            ("Status=On hold; Due=2026-12-24", "Status=On hold; Due=2026-12-24"),
            ("a - b, c-d; 1+1=2", "a - b, c-d; 1+1=2"),
            ("ravi@example.com", "ravi@example.com"),
            ("#143", "#143"),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_cell_is_as_long_as_a_spreadsheets_can_be() {
        let units = |text: &str| text.encode_utf16().count();
        let full = "x".repeat(MOST_IN_CELL);
        assert_eq!(cell(&full), full);
        for long in [
            "x".repeat(MOST_IN_CELL + 1),
            // Two units each, and an odd number of them fits.
            "😀".repeat(MOST_IN_CELL),
            // The guards count, too.
            "=".repeat(MOST_IN_CELL),
            ";=".repeat(MOST_IN_CELL / 2),
        ] {
            let cell = cell(&long);
            assert!(units(&cell) <= MOST_IN_CELL && units(&cell) > MOST_IN_CELL - 3, "{}", units(&cell));
            assert!(cell.ends_with('…'));
        }
    }
}
