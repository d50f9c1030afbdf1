//! What the wire promises, against a server and a client that are written by hand, byte by byte.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test's way to fail

mod answer;
mod ends;
mod passing;
mod plug;
mod request;
mod sides;
