//! One attempt: one request on one connection, and what became of it.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE};
use reqwest::{Body, RequestBuilder, StatusCode};
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::CancellationToken;
use crate::account::Host;
use crate::answer::Reply;
use crate::body::{self, Course, Progress, Release};
use crate::call::Call;
use crate::client::{Attempt, Client};
use crate::failure::{Code, Effect, Failure};
use crate::pacer::Turn;

/// 20 looks a second: for progress, and for movement.
const LOOK: Duration = Duration::from_millis(50);
/// What can lie in the connection's buffer after the last byte was handed to it, and the slowest line that is
/// waited for: so much longer than `stall` may the answer to a large request take.
const BUFFERED: u64 = 512 * 1024;
const SLOWEST: u64 = 8 * 1024;

/// Makes a call once.
pub(crate) async fn attempt(
    client: &Client,
    turn: Turn,
    call: &Call,
    cancel: &CancellationToken,
    release: Release,
    watch: &mut (impl FnMut(Progress) + Send),
) -> Attempt {
    let form = call.form();
    let content_type = form.content_type.clone();
    let turn = Arc::new(turn);
    let (sender, stream) = body::start(form, call.attachments(), turn.clone(), release);
    let request = call
        .request(client)
        .header(CONTENT_TYPE, content_type)
        .header(CONTENT_LENGTH, sender.0.length())
        .body(Body::wrap_stream(stream));
    let became = answer(client, &turn, request, &sender.0, cancel, watch).await;
    let became = became.and_then(|(reply, complete)| reply.receipt(call, complete));
    Attempt { became, sent: sender.0.sent(), total: sender.0.length() }
}

/// Sends a request and reads its answer; also says whether the whole request had been sent before it came.
async fn answer(
    client: &Client,
    turn: &Turn,
    request: RequestBuilder,
    course: &Course,
    cancel: &CancellationToken,
    watch: &mut (impl FnMut(Progress) + Send),
) -> Result<(Reply, bool), Failure> {
    let mut response = std::pin::pin!(request.send());
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut movement = Movement::new(client.limits.stall);
    let response = loop {
        tokio::select! {
            biased;
            () = cancel.cancelled() => {
                let effect = if course.stop() { Effect::MayBeDone } else { Effect::NotSent };
                return Err(Failure::cancelled(effect));
            }
            response = &mut response => break response,
            _ = look.tick() => movement.look(course, watch)?,
        }
    };
    let complete = course.stop();
    let response = response.map_err(|error| why(client, course, complete, &error))?;
    if complete {
        movement.report_end(course, watch);
    }
    let success = response.status().is_success();
    if response.status() != StatusCode::TOO_MANY_REQUESTS {
        turn.accepted();
    }
    let reply = tokio::select! {
        biased;
        () = cancel.cancelled() => {
            let effect = if complete || success { Effect::MayBeDone } else { Effect::NotSent };
            return Err(Failure::cancelled(effect));
        }
        reply = Reply::read(response, client.limits.stall, &client.account.keys) => reply,
    };
    match reply.answer.status {
        429 => turn.too_many(reply.retry_after),
        // Unavailable for everybody, and it says for how long.
        503 if reply.retry_after.is_some() => client.pacer.pause(reply.retry_after),
        _ => {}
    }
    Ok((reply, complete))
}

/// What moved since the last look, and whether too long nothing did.
struct Movement {
    stall: Duration,
    sent: u64,
    since: Instant,
    reported: Option<Progress>,
}

impl Movement {
    fn new(stall: Duration) -> Self {
        Self { stall, sent: 0, since: Instant::now(), reported: None }
    }

    fn look(&mut self, course: &Course, watch: &mut (impl FnMut(Progress) + Send)) -> Result<(), Failure> {
        let sent = course.sent();
        if sent != self.sent {
            self.sent = sent;
            self.since = Instant::now();
        }
        let complete = sent == course.length();
        if complete {
            self.report_end(course, watch);
        } else {
            self.report(course.progress(), watch);
        }
        let buffered =
            if complete { Duration::from_secs(sent.min(BUFFERED) / SLOWEST) } else { Duration::ZERO };
        if self.since.elapsed() < self.stall + buffered {
            return Ok(());
        }
        let seconds = self.since.elapsed().as_secs();
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
    fn report_end(&mut self, course: &Course, watch: &mut (impl FnMut(Progress) + Send)) {
        if self.reported != Some(Progress::Answer) {
            self.report(course.progress(), watch);
            self.report(Progress::Answer, watch);
        }
    }
}

/// Why no answer came.
fn why(client: &Client, course: &Course, complete: bool, error: &reqwest::Error) -> Failure {
    if let Some(failure) = course.take_failure() {
        return failure;
    }
    Failure::new(if error.is_connect() {
        no_connection(&client.account.host, error)
    } else if complete {
        Code::BrokeBeforeAnswer
    } else {
        Code::BrokeWhileSending
    })
}

/// Why there was no connection.
pub(crate) fn no_connection(host: &Host, error: &reqwest::Error) -> Code {
    let host = host.name();
    if error.is_dns() {
        Code::HostNotFound { host }
    } else if error.is_timeout() {
        Code::ConnectTimedOut { host }
    } else if let Some(why) = insecure(error) {
        Code::ConnectionNotSecure { host, why }
    } else {
        Code::CannotConnect { host }
    }
}

/// The TLS library's reason, wherever in the chain of causes it stands.
fn insecure(error: &reqwest::Error) -> Option<String> {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(tls) = error.downcast_ref::<rustls::Error>() {
            return Some(tls.to_string());
        }
        // An I/O error shows what it wraps only when asked by name.
        cause = match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(wrapped) => Some(wrapped),
            None => error.source(),
        };
    }
    None
}
