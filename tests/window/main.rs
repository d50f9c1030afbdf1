//! The real window, in the real web view, driven as a person would: each test on a desk of its own.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that panics has failed, and leaves a picture")]

mod accessibility;
mod already_there;
mod arguments;
mod arranging;
mod bounds;
mod canary;
mod cancel;
mod closing;
mod connection;
mod crash;
mod damaged;
mod doubt;
mod dropping;
mod failures;
mod faults;
mod fields;
mod files;
mod first_start;
mod jobs;
mod keyboard;
mod keychain;
mod languages;
mod lead;
mod list;
mod main_job;
mod measured;
mod notices;
mod pasting;
mod place;
mod plain;
mod presets;
mod put_back;
mod setup;
mod side_by_side;
mod stage;
mod steps;
mod undo;
mod unplugged;
mod web_process;

use std::path::Path;

/// The app as cargo built it for these tests.
const APP: &str = env!("CARGO_BIN_EXE_ticket-courier");

fn app() -> &'static Path {
    Path::new(APP)
}
