//! The practice server's promises, seen from a bare socket: no HTTP client stands between, so that a test sends
//! exactly the bytes it means.

mod around;
mod faults;
mod forms;
mod updates;
mod wire;
