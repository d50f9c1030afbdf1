//! A client for LeadSquared's Service CRM: it carries field changes and files to a ticket, and when that
//! fails it says what the server may have done.
//!
//! ```no_run
//! # use service_crm::*;
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let (host, organisation) = Host::parse("https://apigw.service-in.leadsquared.com/api/tenants/22824")?;
//! let keys = Keys::new("access key", "secret key")?;
//! let client = Client::new(Account::new(host, organisation.unwrap_or(Organisation::parse("22824")?), keys))?;
//! let status = Change { field: "Status".into(), value: "On Hold".into() };
//! let update = Update::new("#143", "330fba67-6795-46c2-9dad-077794077f70", vec![status], vec![])?;
//! let receipt = client.update_ticket(&update, &CancellationToken::new(), |_| ()).await?;
//! println!("{}", receipt.message.unwrap_or_default());
//! # Ok(()) }
//! ```
//!
//! An update with files is not idempotent: sent twice, the files are on the ticket twice. (So it is with
//! [`Client::create_ticket`] and [`Client::add_note`].) So every
//! [`Failure`] carries an [`Effect`], decided where the failure is born, and [`Failure::repeatable`] answers
//! the one question that a caller who wants to send again must ask.
//!
//! Besides, it asks what the account knows of a ticket, of its fields and of leads: [`Client::read_ticket`],
//! [`Client::fields`], [`Client::list_values`], [`Client::leads_by_email`], [`Client::keys_owner`]. Asking changes nothing,
//! so those may be repeated as one likes, at the account's pace.
//!
//! The crate knows HTTP, the vendor's JSON and the account's pace. It keeps nothing on the disk.

mod account;
mod addresses;
mod answer;
mod attachment;
mod body;
mod call;
mod charset;
mod client;
mod clock;
mod code;
mod compare;
mod date_text;
mod effect;
mod failure;
mod fields;
mod json;
mod key_form;
mod movement;
mod multipart;
mod named_ticket;
mod new_ticket;
mod no_connection;
mod note;
mod number_text;
mod own_pages;
mod pacer;
mod place;
mod progress;
mod reach;
mod reading;
mod region;
mod reply;
mod said;
mod send;
mod silence;
mod speaker;
mod ticket;
mod ticket_number;
mod time;
mod transport;
pub mod typed;

pub use account::{Account, CALLS_PER_WINDOW, Keys, KeysFault};
pub use addresses::{NotAnEmail, emails_as_sent, read_emails};
pub use answer::{Answer, Receipt};
pub use attachment::{Attachment, Stamp, exact_path};
pub use call::Call;
pub use client::{Client, Limits, NoCertificates};
pub use code::{Code, Insecure, NotRegular};
pub use compare::{Likeness, likeness};
pub use date_text::DateText;
pub use effect::Effect;
pub use failure::{Failure, Remedy, Short};
pub use fields::{Field, FieldKind, field_kind, system_fields};
pub use key_form::{KeysHint, keys_hint};
pub use named_ticket::NamedTicket;
pub use new_ticket::NewTicket;
pub use note::Note;
pub use number_text::{DecimalSign, NumberText, NumeralFault, Says, read_number};
pub use pacer::{Errand, Pacer, Turn};
pub use place::{AddressFault, Host, Organisation, Place};
pub use progress::Progress;
pub use reading::{
    Catalogue, CatalogueField, Connection, FieldOrigin, FieldValue, KeysOwner, Lead, ListValue, ShownFile,
    TicketDetails,
};
pub use region::{Region, RegionName, regions};
pub use send::Attempt;
pub use speaker::Speaker;
pub use ticket::{CONTACTS, Change, LeadId, Update, UpdateFault};
pub use ticket_number::{NumberFault, TicketNumber};
pub use time::{TimeFault, date_as_sent, read_date, read_time, time_as_sent};
pub use tokio_util::sync::CancellationToken;
pub use transport::ProxyLogin;
