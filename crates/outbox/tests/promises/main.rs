//! The promises of the outbox, on a real database that is opened again as after a crash.

#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod arrange;
mod clock;
mod courier;
mod damage;
mod desk;
#[cfg(target_os = "linux")]
mod disk;
mod draft;
mod faults;
#[cfg(windows)]
mod held;
mod jobs;
mod lead;
#[cfg(target_os = "linux")]
mod lid;
mod list;
mod migration;
mod museum;
#[cfg(target_os = "linux")]
mod nth_write;
mod pasted;
mod privacy;
mod processes;
mod put_back;
mod removal;
mod split;
mod spool;
mod states;
mod waiting;
