//! The screen's questions and orders, act by act. Each is a method of the desk.

mod account_form;
pub(crate) mod accounts;
mod already_there;
mod connection;
mod deliveries;
mod draft;
mod fields;
mod files;
pub(crate) mod keys_owner;
mod launch;
mod leads;
mod leaving;
mod open_setup;
mod presets;
mod put_back;
mod removing;
mod save_setup;
mod send;
mod setup_preview;
mod signing;
pub(crate) mod tickets;
mod undo;
