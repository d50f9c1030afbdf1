//! The screen's types: they go over to it and come back, and its side is generated from these.
#![expect(missing_docs, reason = "what a name does not say of a field or a case, a sentence beside it does")]

pub mod accounts;
pub mod draft;
pub mod fields;
pub mod files;
pub mod outbox;
pub mod put_back;
pub mod setup;
pub mod ticket;
