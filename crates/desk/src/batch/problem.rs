//! The problems that stand in a row's way.

use std::fmt;

use service_crm::TicketNumber;

/// A row's problem, at which column by its name. None of these values is sent as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each parameter's name says it; docs/tables.md has a sentence on each code")]
pub enum Problem {
    NotATicket { shown: String, several: Vec<TicketNumber> },
    NoTicket,
    DigitsLost { column: Option<String> },
    SameTicket { row: u32, same_changes: bool },
    ErrorCell { column: String, shown: String },
    NeverCalculated { column: String },
    WebAddress { address: String },
    OnlyATime { column: String, time: String },
    NoTimeOfDay { column: String, day: String },
    MoreCellsThanColumns,
    AmbiguousDate { column: String },
    NotADate { column: String, shown: String },
    DateOutOfRange { column: String, day: String },
    MayBeADate { column: String, number: String, day: String },
    BecameADate { column: String, shown: String },
    AmbiguousNumber { column: String },
    NotANumber { column: String, shown: String },
    NotAnEmail { column: String, shown: String },
    NotInList { column: String, shown: String, nearest: Vec<String> },
    LettersLost { column: String },
    OpenQuote { row: u32 },
}

impl Problem {
    /// The problem's code, for the screen's words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotATicket { .. } => "not_a_ticket",
            Self::NoTicket => "no_ticket",
            Self::DigitsLost { .. } => "digits_lost",
            Self::SameTicket { .. } => "same_ticket_as_row",
            Self::ErrorCell { .. } => "error_cell",
            Self::NeverCalculated { .. } => "never_calculated",
            Self::WebAddress { .. } => "web_address",
            Self::OnlyATime { .. } => "only_a_time",
            Self::NoTimeOfDay { .. } => "no_time_of_day",
            Self::MoreCellsThanColumns => "more_cells_than_columns",
            Self::AmbiguousDate { .. } => "ambiguous_date",
            Self::NotADate { .. } => "not_a_date",
            Self::DateOutOfRange { .. } => "date_out_of_range",
            Self::MayBeADate { .. } => "may_be_a_date",
            Self::BecameADate { .. } => "became_a_date",
            Self::AmbiguousNumber { .. } => "ambiguous_number",
            Self::NotANumber { .. } => "not_a_number",
            Self::NotAnEmail { .. } => "not_an_email",
            Self::NotInList { .. } => "not_in_list",
            Self::LettersLost { .. } => "letters_lost",
            Self::OpenQuote { .. } => "open_quote",
        }
    }
}

/// The code, and behind a colon where and what: `error_cell: Status #N/A`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        match self {
            Self::NotATicket { shown, .. } => write!(f, ": {shown}"),
            Self::SameTicket { row, .. } => write!(f, ": {row}"),
            Self::WebAddress { address } => write!(f, ": {address}"),
            Self::OpenQuote { row } => write!(f, ": the rest of the file, from row {row}"),
            Self::ErrorCell { column, shown }
            | Self::NotADate { column, shown }
            | Self::BecameADate { column, shown }
            | Self::NotANumber { column, shown }
            | Self::NotAnEmail { column, shown }
            | Self::NotInList { column, shown, .. }
            | Self::OnlyATime { column, time: shown }
            | Self::NoTimeOfDay { column, day: shown }
            | Self::DateOutOfRange { column, day: shown }
            | Self::MayBeADate { column, number: shown, .. } => write!(f, ": {column} {shown}"),
            Self::NeverCalculated { column }
            | Self::AmbiguousDate { column }
            | Self::AmbiguousNumber { column }
            | Self::LettersLost { column }
            | Self::DigitsLost { column: Some(column) } => write!(f, ": {column}"),
            Self::NoTicket | Self::MoreCellsThanColumns | Self::DigitsLost { column: None } => Ok(()),
        }
    }
}
