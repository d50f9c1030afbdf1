//! The finding in the ticket of a delivery that may be done: its fields, compared with what was to be set.

use serde::{Deserialize, Deserializer, Serialize};
use service_crm::{Change, Failure, Likeness, ShownFile, field_kind, likeness, read_time};

use crate::columns::json;
use crate::error::OutboxError;
use crate::state::State;
use crate::store::Outbox;

/// How sure the ticket makes one. The ticket system shows fields, and no files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// Every field has the value that it was to get.
    LooksDone,
    /// None has.
    NothingChanged,
    /// Some have; of the others it is known that they have not, or nobody can tell.
    Partly,
    /// There is nothing to compare, or nothing that can be told: files and notes cannot be seen, nor a ticket without its
    /// number, and a value may be written in a way that is not known.
    CannotTell,
    /// The ticket could not be read.
    NotRead,
}

/// A field that was to be changed, and its value on the ticket; none where the field is not among those that were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(missing_docs, reason = "the names say it")]
pub struct FieldFound {
    pub field: String,
    pub wanted: String,
    pub found: Option<String>,
    /// How the two compare, by the field's kind.
    #[serde(default = "unknown_likeness")]
    pub likeness: Likeness,
}

/// The likeness in findings that were kept without one.
fn unknown_likeness() -> Likeness {
    Likeness::CannotTell
}

/// A file that was sent, and whether the ticket's conversations show one of its name. One that they do not show may be on
/// the ticket all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileFound {
    /// The name that it was to have.
    pub name: String,
    /// Whether one of that name is seen there that no other delivery explains.
    pub seen: bool,
    /// Whether those of that name that are seen may all be from other deliveries of this app.
    #[serde(default)]
    pub of_others: bool,
    /// Its conversation's time as the server writes it, in a zone that nobody knows.
    pub at: Option<String>,
}

/// Looks for files among those that conversations show. What surely was there before the attempt (its time is a day older
/// and more, whatever the zone) is another file of that name. `others`: the names that other deliveries brought, or may have. `since`: milliseconds since 1970.
pub(crate) fn look_for(
    names: &[String],
    shown: &[ShownFile],
    others: &[String],
    since: i64,
) -> Vec<FileFound> {
    let plain = |name: &str| name.trim().to_lowercase();
    let before = |at: &str| {
        let time = read_time(at.trim_end_matches(['Z', 'z'])).ok();
        let start = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
        time.is_some_and(|time| time.duration_since(start).as_millis() < i128::from(since - A_DAY))
    };
    let found = |name: &String| {
        let of_name: Vec<&ShownFile> = shown
            .iter()
            .filter(|file| plain(&file.name) == plain(name) && !file.at.as_deref().is_some_and(before))
            .collect();
        let explained = others.iter().filter(|other| plain(other) == plain(name)).count();
        let seen = of_name.len() > explained;
        let at = of_name.first().filter(|_| seen).and_then(|file| file.at.clone());
        FileFound { name: name.clone(), seen, of_others: !seen && !of_name.is_empty(), at }
    };
    names.iter().map(found).collect()
}

/// More than any two zones differ by, in milliseconds.
pub(super) const A_DAY: i64 = 27 * 60 * 60 * 1000;

/// The finding in a ticket that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// When it was read, in milliseconds since 1970.
    pub read_at: i64,
    /// The result for all fields together.
    pub comparison: Comparison,
    /// The fields that were to be changed.
    pub fields: Vec<FieldFound>,
    /// Why the ticket could not be read; none where the account's keys could not be had.
    pub failure: Option<Failure>,
    /// The files, where the account answers what its conversations show.
    pub files: Option<Vec<FileFound>>,
}

/// A finding as it lies in the database.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InDatabase {
    read_at: i64,
    // The older name; ts-rs knows no such attribute, so it cannot stand at the type itself.
    #[serde(alias = "verdict")]
    comparison: Comparison,
    fields: Vec<FieldFound>,
    failure: Option<Failure>,
    #[serde(default)]
    files: Option<Vec<FileFound>>,
}

impl<'de> Deserialize<'de> for Finding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let InDatabase { read_at, comparison, fields, failure, files } =
            InDatabase::deserialize(deserializer)?;
        Ok(Self { read_at, comparison, fields, failure, files })
    }
}

impl Finding {
    /// Compares the changes with the ticket's values. `shown` says what a field holds there, an empty text where it is
    /// there and empty; none where it is not among those that were read.
    pub fn compare(changes: &[Change], shown: impl Fn(&str) -> Option<String>, read_at: i64) -> Self {
        let fields: Vec<FieldFound> = changes
            .iter()
            .map(|Change { field, value: wanted }| {
                let found = shown(field);
                let likeness = likeness(field_kind(field), wanted, found.as_deref());
                FieldFound { field: field.clone(), wanted: wanted.clone(), found, likeness }
            })
            .collect();
        let all = |likeness| fields.iter().all(|field| field.likeness == likeness);
        let comparison = if fields.is_empty() {
            Comparison::CannotTell
        } else if all(Likeness::Same) {
            Comparison::LooksDone
        } else if all(Likeness::Other) {
            Comparison::NothingChanged
        } else if fields.iter().any(|field| field.likeness == Likeness::Same) {
            Comparison::Partly
        } else {
            // One that nobody can tell may have been set: "not done" would be a guess, and make somebody send it twice.
            Comparison::CannotTell
        };
        Self { read_at, comparison, fields, failure: None, files: None }
    }

    /// There is nothing that could be read.
    pub(crate) fn nothing_to_compare(read_at: i64) -> Self {
        Self { read_at, comparison: Comparison::CannotTell, fields: Vec::new(), failure: None, files: None }
    }

    /// The ticket could not be read; without a failure where the account's keys cannot be had.
    pub fn not_read(failure: Option<Failure>, read_at: i64) -> Self {
        Self { read_at, comparison: Comparison::NotRead, fields: Vec::new(), failure, files: None }
    }
}

impl Outbox {
    /// Keeps a finding, if the delivery still may be done.
    pub(crate) fn save_finding(&self, id: i64, finding: &Finding) -> Result<(), OutboxError> {
        self.connection().execute(
            "UPDATE delivery SET finding = ?2 WHERE id = ?1 AND state = ?3",
            (id, json(finding), State::MayBeDone),
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comparison(changes: &[(&str, &str)], ticket: &[(&str, &str)]) -> Comparison {
        let changes: Vec<Change> = changes
            .iter()
            .map(|(field, value)| Change { field: (*field).into(), value: (*value).into() })
            .collect();
        let value = |name: &str| {
            ticket.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned())
        };
        Finding::compare(&changes, value, 0).comparison
    }

    #[test]
    fn the_ticket_s_fields_say_how_it_looks() {
        let wanted = [("Status", "On Hold"), ("Priority", "Low")];
        assert_eq!(comparison(&wanted, &[("Status", "On Hold"), ("Priority", "Low")]), Comparison::LooksDone);
        assert_eq!(comparison(&wanted, &[("Status", "Open"), ("Priority", "Low")]), Comparison::Partly);
        let open = [("Status", "Open"), ("Priority", "High")];
        assert_eq!(comparison(&wanted, &open), Comparison::NothingChanged);
        assert_eq!(comparison(&[("Title", "")], &[]), Comparison::LooksDone, "emptied");
        assert_eq!(comparison(&[], &[("Status", "Open")]), Comparison::CannotTell, "files cannot be seen");
    }

    #[test]
    fn another_writing_of_a_value_is_that_value() {
        for (field, wanted, found) in [
            ("Tags", "urgent, vip", r#"["vip","urgent"]"#),
            ("DueDate", "2024-08-29T10:36:23", "2024-08-29T10:36:23.000Z"),
            ("CcEmails", "A@x.org;b@x.org", "a@x.org, b@x.org"),
            ("Description", "one\ntwo", "one\r\ntwo"),
            ("CustomData.Amount", "12.5", "12.50"),
        ] {
            let compared = comparison(&[(field, wanted)], &[(field, found)]);
            assert_eq!(compared, Comparison::LooksDone, "{field}: {found}");
        }
    }

    #[test]
    fn a_field_that_cannot_be_told_never_makes_it_look_undone() {
        let wanted = [("Status", "On Hold"), ("Priority", "Low")];
        let left_out = [("Status", "Open")];
        assert_eq!(comparison(&wanted, &left_out), Comparison::CannotTell, "Priority may have been set");
        assert_eq!(comparison(&wanted, &[("Status", "On Hold")]), Comparison::Partly);
    }

    #[test]
    fn a_file_is_seen_by_its_name_and_an_older_one_of_that_name_is_another() {
        // 2027-01-15T08:00:00Z.
        let since = 1_800_000_000_000;
        let shown = |name: &str, at: Option<&str>| ShownFile { name: name.into(), at: at.map(str::to_owned) };
        let seen = |file| look_for(&["Invoice.pdf".to_owned()], &[file], &[], since)[0].seen;
        assert!(seen(shown(" invoice.PDF", None)));
        assert!(seen(shown("Invoice.pdf", Some("2027-01-14T18:00:00.123"))), "another zone's clock");
        assert!(seen(shown("Invoice.pdf", Some("soon"))));
        assert!(!seen(shown("Invoice.pdf", Some("2027-01-13T18:00:00.123"))));
        assert!(!seen(shown("Invoice 2.pdf", None)));
    }

    #[test]
    fn what_another_delivery_brought_is_not_taken_for_this_one_s() {
        let since = 1_800_000_000_000;
        let invoice = || ShownFile { name: "Invoice.pdf".into(), at: None };
        let found = |shown: &[ShownFile], others: &[&str]| {
            let others: Vec<String> = others.iter().map(|name| (*name).to_owned()).collect();
            let file = look_for(&["Invoice.pdf".to_owned()], shown, &others, since).remove(0);
            (file.seen, file.of_others)
        };
        assert_eq!(found(&[invoice()], &["invoice.pdf"]), (false, true));
        assert_eq!(found(&[invoice(), invoice()], &["invoice.pdf"]), (true, false));
        assert_eq!(found(&[invoice()], &["Letter.pdf"]), (true, false));
        assert_eq!(found(&[], &["invoice.pdf"]), (false, false));
    }

    #[test]
    fn a_finding_that_was_kept_under_the_older_name_is_read() {
        let kept = r#"{"readAt":1,"verdict":"partly","fields":[],"failure":null}"#;
        let read: Finding = serde_json::from_str(kept).unwrap();
        assert_eq!((read.read_at, read.comparison), (1, Comparison::Partly));
    }
}
