//! The calls that change something. None is idempotent, so all are made the same way and classified by the same law;
//! here is what differs: where each goes, and what it carries.

use reqwest::{Method, RequestBuilder};
use serde_json::json;

use crate::CancellationToken;
use crate::answer::Receipt;
use crate::attachment::Attachment;
use crate::body::Progress;
use crate::client::Client;
use crate::failure::Failure;
use crate::multipart::Form;
use crate::new_ticket::NewTicket;
use crate::ticket::{TicketNumber, Update};

/// A call that changes something.
#[derive(Clone, Copy)]
pub(crate) enum Call<'a> {
    Update(&'a Update),
    Create(&'a NewTicket),
    Note(&'a TicketNumber, &'a str),
}

impl<'a> Call<'a> {
    /// The request without its body.
    pub(crate) fn request(self, client: &Client) -> RequestBuilder {
        match self {
            Self::Update(update) => {
                client.request(Method::PUT, &["tickets", update.ticket().as_str(), "update"])
            }
            Self::Create(_) => client.request(Method::POST, &["tickets"]),
            Self::Note(..) => client.request(Method::POST, &["internalnote", "upload"]),
        }
    }

    pub(crate) fn form(self) -> Form {
        match self {
            Self::Update(update) => Form::new(&update.dto(), update.attachments()),
            Self::Create(new) => Form::new(&new.dto(), new.attachments()),
            Self::Note(ticket, text) => Form::json(note(ticket, text)),
        }
    }

    pub(crate) fn attachments(self) -> &'a [Attachment] {
        match self {
            Self::Update(update) => update.attachments(),
            Self::Create(new) => new.attachments(),
            Self::Note(..) => &[],
        }
    }
}

/// The note as the vendor's page prints it; the misspelling is the vendor's, and so is the number without quotes,
/// which the digits of a ticket number are as they stand.
fn note(ticket: &TicketNumber, text: &str) -> String {
    format!(
        r#"{{"TextPart":{},"ActivityType":"CreateInternalNote","StorageType":"Permament","RelatedTicketId":{}}}"#,
        json!(text),
        ticket.as_str()
    )
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
        self.send(Call::Create(new), cancel, watch).await
    }

    /// Adds an internal note to a ticket. Sent twice, it is there twice.
    ///
    /// # Errors
    /// As [`Client::update_ticket`].
    pub async fn add_note(
        &self,
        ticket: &TicketNumber,
        text: &str,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(Call::Note(ticket, text), cancel, watch).await
    }
}
