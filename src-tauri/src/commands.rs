//! What the screen may ask of the shell. Each command is one call into a room below, and its answer a view.
//!
//! Those that need the outbox are asynchronous: it may still be opening, and the thread of the window must not wait.

pub(crate) mod accounts;
pub(crate) mod draft;
pub(crate) mod files;
pub(crate) mod outbox;
pub(crate) mod ticket;
pub(crate) mod window;
