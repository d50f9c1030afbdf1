//! Movement on a connection: told as progress, and as a failure where nothing moves for too long.

use std::time::Duration;

use crate::body::Course;
use crate::code::Code;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::silence::Silence;

/// The most that lies in the connection's buffer after the last byte was handed to it, and the slowest line that is
/// waited for: so much longer than `stall` may the answer to a large request take.
const BUFFERED: u64 = 512 * 1024;
const SLOWEST: u64 = 8 * 1024;

/// The movement since the last look, and whether too long there was none.
pub(crate) struct Movement {
    stall: Duration,
    sent: u64,
    silence: Silence,
    reported: Option<Progress>,
}

impl Movement {
    pub(crate) fn new(stall: Duration) -> Self {
        Self { stall, sent: 0, silence: Silence::new(), reported: None }
    }

    pub(crate) fn look(
        &mut self,
        course: &Course,
        watch: &mut (impl FnMut(Progress) + Send),
    ) -> Result<(), Failure> {
        let sent = course.sent();
        if sent != self.sent {
            self.sent = sent;
            self.silence = Silence::new();
        }
        let complete = sent == course.length();
        if complete {
            self.report_end(course, watch);
        } else {
            self.report(course.progress(), watch);
        }
        let buffered =
            if complete { Duration::from_secs(sent.min(BUFFERED) / SLOWEST) } else { Duration::ZERO };
        let silent = self.silence.lasted();
        if silent < self.stall + buffered {
            return Ok(());
        }
        let seconds = silent.as_secs();
        Err(Failure::new(if course.stop() {
            Code::NoAnswer { seconds }
        } else {
            Code::StalledWhileSending { seconds }
        }))
    }

    fn report(&mut self, progress: Progress, watch: &mut (impl FnMut(Progress) + Send)) {
        if self.reported.as_ref() != Some(&progress) {
            self.reported = Some(progress.clone());
            watch(progress);
        }
    }

    /// The last bytes, and that the answer is awaited: once.
    pub(crate) fn report_end(&mut self, course: &Course, watch: &mut (impl FnMut(Progress) + Send)) {
        if self.reported != Some(Progress::Answer) {
            self.report(course.progress(), watch);
            self.report(Progress::Answer, watch);
        }
    }
}
