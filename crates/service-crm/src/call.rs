//! The calls that change something. None is idempotent, so all are made the same way and classified by the same law;
//! here is what differs: where each goes, and what it carries.

use reqwest::{Method, RequestBuilder};

use crate::CancellationToken;
use crate::answer::Receipt;
use crate::attachment::Attachment;
use crate::body::Progress;
use crate::client::Client;
use crate::failure::Failure;
use crate::multipart::Form;
use crate::new_ticket::NewTicket;
use crate::note::Note;
use crate::ticket::Update;

/// A call that changes something, and all that it carries.
#[derive(Debug, Clone)]
pub enum Call {
    /// [`Client::update_ticket`].
    Update(Update),
    /// [`Client::create_ticket`].
    Create(NewTicket),
    /// [`Client::add_note`].
    Note(Note),
}

impl Call {
    /// The request without its body.
    pub(crate) fn request(&self, client: &Client) -> RequestBuilder {
        match self {
            Self::Update(update) => {
                client.request(Method::PUT, &["tickets", update.ticket().as_str(), "update"])
            }
            Self::Create(_) => client.request(Method::POST, &["tickets"]),
            Self::Note(_) => client.request(Method::POST, &["internalnote", "upload"]),
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

impl Client {
    /// Creates a ticket with attachments; the receipt names it. Sent twice, there are two.
    ///
    /// # Errors
    /// As [`Client::update_ticket`]. A success that does not say which ticket was made is `AnswerUnreadable`.
    pub async fn create_ticket(
        &self,
        new: &NewTicket,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(&Call::Create(new.clone()), cancel, watch).await
    }

    /// Adds an internal note to a ticket. Sent twice, it is there twice.
    ///
    /// # Errors
    /// As [`Client::update_ticket`].
    pub async fn add_note(
        &self,
        note: &Note,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(&Call::Note(note.clone()), cancel, watch).await
    }
}
