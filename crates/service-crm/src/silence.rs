//! Silence on a connection, as far as somebody listened. While the whole process stands (a laptop that is shut) nobody
//! does, and what came meanwhile lies there unread.

use std::pin::pin;
use std::time::Duration;

use tokio::time::{Instant, timeout};

/// 20 looks a second: for progress, and for movement.
pub(crate) const LOOK: Duration = Duration::from_millis(50);
/// The most that counts of the time between two looks. Where more went by, this process stood, or the computer did.
const BETWEEN: Duration = Duration::from_secs(1);

/// How long nothing has been heard.
pub(crate) struct Silence {
    lasted: Duration,
    looked: Instant,
}

impl Silence {
    pub(crate) fn new() -> Self {
        Self { lasted: Duration::ZERO, looked: Instant::now() }
    }

    /// To be asked at every look.
    pub(crate) fn lasted(&mut self) -> Duration {
        self.lasted += self.looked.elapsed().min(BETWEEN);
        self.looked = Instant::now();
        self.lasted
    }
}

/// A listener to something that comes in pieces.
pub(crate) struct Listener {
    stall: Duration,
    most: Duration,
    listened: Silence,
}

impl Listener {
    /// A listener that bears a silence of `stall`, and listens for `most` in all.
    pub(crate) fn new(stall: Duration, most: Duration) -> Self {
        Self { stall, most, listened: Silence::new() }
    }

    /// The next piece; none where it takes too long.
    pub(crate) async fn hear<T>(&mut self, next: impl Future<Output = T>) -> Option<T> {
        let mut next = pin!(next);
        let mut silence = Silence::new();
        while silence.lasted() < self.stall && self.listened.lasted() < self.most {
            if let Ok(heard) = timeout(LOOK, &mut next).await {
                return Some(heard);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::advance;

    #[tokio::test(start_paused = true)]
    async fn what_goes_by_while_nobody_looks_is_no_silence() {
        let mut silence = Silence::new();
        advance(Duration::from_secs(8 * 3600)).await;
        assert_eq!(silence.lasted(), BETWEEN, "a night");
        for _ in 0..100 {
            advance(LOOK).await;
            silence.lasted();
        }
        assert_eq!(silence.lasted(), BETWEEN + 100 * LOOK);
    }

    #[tokio::test(start_paused = true)]
    async fn what_stays_silent_is_given_up_and_so_is_what_has_no_end() {
        let (stall, most) = (Duration::from_secs(60), Duration::from_secs(120));
        let took = |start: Instant, time| start.elapsed() >= time && start.elapsed() < time + stall / 2;
        let (start, mut listener) = (Instant::now(), Listener::new(stall, most));
        assert_eq!(listener.hear(std::future::pending::<()>()).await, None);
        assert!(took(start, stall));

        let (start, mut listener) = (Instant::now(), Listener::new(stall, most));
        while listener.hear(tokio::time::sleep(stall / 4)).await.is_some() {}
        assert!(took(start, most));
    }
}
