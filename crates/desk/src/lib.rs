//! The desk: what stands between a person's wishes and the outbox.

pub mod batch;
