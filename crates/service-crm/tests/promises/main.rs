//! The client's promises, against the practice server, against servers that are written by hand, and against other
//! languages' readers of forms.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test's way to fail")]

mod answers;
mod catalogue;
mod common;
mod connection;
mod create_and_note;
mod details;
mod envoy;
mod example;
mod failures;
mod files;
mod lists_and_leads;
mod names;
mod owner;
mod pace;
mod reading;
mod refused;
mod secrets;
mod update;
mod way;
