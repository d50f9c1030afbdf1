//! The wire's promises, against a server and a client that are written by hand, byte by byte.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test's way to fail")]

mod answer;
mod ends;
mod passing;
mod plug;
mod request;
mod sides;
