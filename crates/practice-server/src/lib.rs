//! The vendor's side of the ticket contract, on a loopback port of its own.
//!
//! Three uses: the app's practice account, the server of every test, and a program of its own
//! (`cargo run -p practice-server`). It was written from the vendor's page "Update a Ticket with Attachments" and
//! shares no type with the client, so that each checks the other: a misreading would have to be made twice to stay
//! unseen. Where the page is silent, the stricter reading was taken.
//!
//! Besides answering, it remembers ([`Record`]) what arrived and what was done, and it misbehaves on demand
//! ([`Fault`]), because what a client must be good at is a server that does not answer as it should.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use practice_server::{Fault, Options, PracticeServer};
//!
//! let server = PracticeServer::start(Options::default()).await?;
//! server.inject(Fault::ResetAfter(4096));
//! // … a client calls server.base_url() and sees its connection broken …
//! server.wait_for_calls(1).await;
//! assert!(server.record().applied.is_empty());
//! # Ok(())
//! # }
//! ```

mod account;
mod answer;
mod arrival;
mod bounded;
mod caller;
mod catalogue;
mod compress;
mod conversations;
mod door;
mod dto;
mod faults;
mod form;
mod forms;
mod front;
mod limit;
mod lookups;
mod misbehave;
mod outcome;
mod record;
mod said;
mod server;
mod ticket_calls;
mod tickets;
mod who;

pub use account::Options;
pub use faults::{Body, Fault, UnknownFault};
pub use forms::{Form, UnknownForm};
pub use outcome::Outcome;
pub use record::{Applied, Call, Head, Note, Record};
pub use said::Said;
pub use server::PracticeServer;
pub use tickets::{StoredFile, Ticket};
