//! The real window, in the real web view, driven as a person would.
#![cfg(target_os = "linux")]

use std::path::Path;

/// The app as cargo built it for these tests.
const APP: &str = env!("CARGO_BIN_EXE_ticket-courier");

fn app() -> &'static Path {
    Path::new(APP)
}
