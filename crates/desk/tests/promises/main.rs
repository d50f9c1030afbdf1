//! The app's promises, without a window: real files in folders of their own, a real practice server on a loopback
//! port, a keychain of a few lines, and a clock that the test sets.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test's way to fail")]

mod accounts;
mod already_there;
mod computer;
mod connection;
mod deliveries;
mod draft;
mod fields;
mod host;
mod keychain;
mod launch;
mod leaving;
mod places;
mod presets;
mod proxy;
mod removing;
mod saved_setup;
mod sending;
mod settings;
mod setup;
mod stage;
mod tickets;
mod undo;
