//! Named points at which a test program ends itself, as a crash would: `cargo xtask torture kill` goes through them all.

/// The points, in the order in which a delivery meets them.
#[cfg(feature = "crash-points")]
pub const CRASH_POINTS: [&str; 12] = [
    "files-taken",
    "held-back",
    "undone",
    "let-go",
    "accepted",
    "begun",
    "before-release",
    "released",
    "handed-out",
    "answered",
    "ended",
    "copies-removed",
];

/// Ends the process here when the environment names this point; in the app it is nothing at all.
#[cfg(feature = "crash-points")]
pub(crate) fn crash_point(name: &str) {
    if std::env::var("TICKET_COURIER_CRASH").as_deref() == Ok(name) {
        // As a kill does: nothing is unwound, closed or flushed.
        std::process::abort();
    }
}

#[cfg(not(feature = "crash-points"))]
pub(crate) fn crash_point(_: &str) {}
