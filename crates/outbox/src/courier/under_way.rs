//! The deliveries that are being carried, and how many may be at once.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use service_crm::CancellationToken;

use crate::delivery::Due;

/// Deliveries of an account that are carried at once. The pacer decides how fast; this is for answers that are slow.
const SIDE_BY_SIDE: usize = 16;
/// Deliveries with large files among those: the small ones must not wait for them.
const LARGE_SIDE_BY_SIDE: usize = 2;
/// Bytes from which on files are large: more than seconds on a slow line.
const LARGE: u64 = 4 * 1024 * 1024;

/// A delivery that a task of its own carries: it waits for its turn, or is being sent.
#[derive(Clone)]
pub(super) struct UnderWay {
    pub(super) account: String,
    pub(super) stop: CancellationToken,
    /// Whether it was the app that stopped it, not a person.
    pub(super) paused: Arc<AtomicBool>,
    large: bool,
}

impl UnderWay {
    pub(super) fn new(due: &Due) -> Self {
        Self {
            account: due.account.clone(),
            stop: CancellationToken::new(),
            paused: Arc::default(),
            large: due.bytes > LARGE,
        }
    }
}

/// Whether one more may be carried beside those under way. `alone`: one of the account at a time.
pub(super) fn has_room<'a>(under_way: impl Iterator<Item = &'a UnderWay>, due: &Due, alone: bool) -> bool {
    let (mut all, mut large) = (0, 0);
    for one in under_way.filter(|one| one.account == due.account) {
        all += 1;
        large += usize::from(one.large);
    }
    all < if alone { 1 } else { SIDE_BY_SIDE } && !(due.bytes > LARGE && large >= LARGE_SIDE_BY_SIDE)
}
