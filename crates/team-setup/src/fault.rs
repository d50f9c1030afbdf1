//! Why a team setup cannot be used.

use serde::Serialize;
use service_crm::AddressFault;

/// Why a file is no team setup that can be used. There is one for each file: the first that was found.
///
/// `place` is the path of a member, as `account.host` or `fields[2].label`, counted from 0. Texts of the file that
/// come along are such as can be shown: without control characters, and short.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum SetupFault {
    /// Nothing of it was looked at.
    #[error("{bytes} bytes are more than {most}")]
    TooLarge { bytes: usize, most: usize },
    /// Any other file: a picture, or JSON of another program.
    #[error("it is not a team setup")]
    NotASetup,
    /// An editor saved it in a form that JSON does not have (RFC 8259, 8.1).
    #[error("it is in UTF-16, not in UTF-8")]
    Utf16,
    #[error("it ends in the middle, on line {line}")]
    CutOff { line: usize },
    #[error("it is damaged on line {line}")]
    Damaged { line: usize },
    #[error("on line {line} it is nested deeper than any setup is")]
    TooDeep { line: usize },
    #[error("{member:?} is there twice, the second time on line {line}")]
    MemberTwice { member: String, line: usize },
    /// A newer app wrote it.
    #[error("it is of version {version}, and only {known} is known")]
    NewerVersion { version: u32, known: u32 },
    /// No app ever wrote such a one.
    #[error("its version is none")]
    UnknownVersion,
    /// Keys in the clear. Whoever has the file has them.
    #[error("at {place} there seems to be a key")]
    KeyInTheClear { place: String },
    #[error("{place} is not known")]
    UnknownMember { place: String },
    #[error("{place} is missing")]
    Missing { place: String },
    /// A number where a text belongs, and the like.
    #[error("{place} is of the wrong kind")]
    WrongKind { place: String },
    #[error("{place} cannot be read")]
    Unreadable { place: String },
    #[error("{place} is empty")]
    Empty { place: String },
    /// In characters.
    #[error("{place} is longer than {most}")]
    TooLong { place: String, most: usize },
    #[error("{place} has more than {most}")]
    TooMany { place: String, most: usize },
    #[error("{place} is not from {least} to {most}")]
    OutOfRange { place: String, least: u64, most: u64 },
    /// Control characters, blanks at an end, or what makes a text read otherwise than it is (bidi overrides).
    #[error("{place} holds characters that cannot be seen")]
    HiddenCharacters { place: String },
    #[error("{place}: {fault}")]
    Address { place: String, fault: AddressFault },
    #[error("field {field:?} is there twice")]
    FieldTwice { field: String },
    #[error("value {value:?} is in the list of {field:?} twice")]
    ListValueTwice { field: String, value: String },
    /// Capitals do not make a difference.
    #[error("preset {preset:?} is there twice")]
    PresetTwice { preset: String },
    #[error("preset {preset:?} changes {field:?} twice")]
    ChangeTwice { preset: String, field: String },
    #[error("the least length or value of {field:?} is above the greatest")]
    LeastAboveMost { field: String },
    #[error("the pattern of {field:?} is none")]
    PatternInvalid { field: String },
    #[error("the pattern of {field:?} costs too much")]
    PatternTooCostly { field: String },
    /// Text in the sealed keys' place that is not what [`crate::TeamSetup::seal_keys`] writes.
    #[error("the sealed keys are damaged")]
    SealDamaged,
}
