//! The setup of the documentation, and ways to spoil it.
#![allow(dead_code, reason = "each test file needs some of it")]

/// The file that `docs/team-setup-file.md` shows.
pub const SUPPORT: &str = include_str!("../../samples/support.ticketcourier");

/// The sample with a text in it replaced, where it stands first.
#[track_caller]
pub fn changed(from: &str, to: &str) -> String {
    assert!(SUPPORT.contains(from), "the sample has no {from:?}");
    SUPPORT.replacen(from, to, 1)
}

/// The least setup, and more.
pub fn least(more: &str) -> String {
    format!(
        r#"{{"format": "ticket-courier-team-setup", "version": 1, "id": "0d3c4a4e-53c5-4c0a-9a57-6a3b6d0d7f11",
        "revision": 1, "name": "A",
        "account": {{"host": "a.example", "organisation": "1", "calls_per_5_seconds": 25}}, {more}}}"#
    )
}
