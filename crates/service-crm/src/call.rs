//! The calls that change something. None is idempotent, so all are made the same way and classified by the same law;
//! here is what differs: where each goes, and what it carries.

use http::Method;

use crate::attachment::Attachment;
use crate::multipart::Form;
use crate::new_ticket::NewTicket;
use crate::note::Note;
use crate::ticket::Update;

/// A call that changes something, and all that it carries.
#[derive(Debug, Clone)]
pub enum Call {
    /// `Client::update_ticket`.
    Update(Update),
    /// `Client::create_ticket`.
    Create(NewTicket),
    /// `Client::add_note`.
    Note(Note),
}

impl Call {
    pub(crate) fn method(&self) -> Method {
        match self {
            Self::Update(_) => Method::PUT,
            Self::Create(_) | Self::Note(_) => Method::POST,
        }
    }

    /// The segments of its path below the organisation.
    pub(crate) fn path(&self) -> Vec<&str> {
        match self {
            Self::Update(update) => vec!["tickets", update.ticket().as_str(), "update"],
            Self::Create(_) => vec!["tickets"],
            Self::Note(_) => vec!["internalnote", "upload"],
        }
    }

    pub(crate) fn form(&self) -> Form {
        match self {
            Self::Update(update) => Form::new(&update.dto(), update.attachments()),
            Self::Create(new) => Form::new(&new.dto(), new.attachments()),
            Self::Note(note) => Form::json(note.json()),
        }
    }

    pub(crate) fn attachments(&self) -> &[Attachment] {
        match self {
            Self::Update(update) => update.attachments(),
            Self::Create(new) => new.attachments(),
            Self::Note(_) => &[],
        }
    }
}
