//! One attempt: one request on one connection, and what became of it.

use std::sync::Arc;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, EXPECT, HeaderValue};
use http::{Response, StatusCode};
use hyper::body::Incoming;
use hyper::ext::on_informational;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::answer::Receipt;
use crate::attachment::Attachment;
use crate::body::{self, Course, Leave, Release};
use crate::call::Call;
use crate::client::Client;
use crate::code::Code;
use crate::effect::Effect;
use crate::failure::Failure;
use crate::movement::Movement;
use crate::new_ticket::NewTicket;
use crate::no_connection::{no_connection, not_secure};
use crate::note::Note;
use crate::pacer::Turn;
use crate::progress::Progress;
use crate::reply::{MOST, Reply};
use crate::silence::LOOK;
use crate::ticket::Update;
use crate::transport::Broken;

/// One request that was made, or tried.
#[derive(Debug)]
pub struct Attempt {
    /// The attempt's outcome.
    pub became: Result<Receipt, Failure>,
    /// Bytes of the request's body that were handed to the connection.
    pub sent: u64,
    /// Bytes of the request's body in all; 0 where it did not come to one.
    pub total: u64,
}

impl Client {
    /// Updates a ticket: "Update a Ticket with Attachments" of the vendor's page.
    ///
    /// Waits for the account's pace before it sends, and again for as long as the server answers 429. Reports
    /// progress at most 20 times a second. Cancelling ends it at once, and the failure then says what the
    /// server may have done; dropping the future ends it too, and says nothing.
    ///
    /// # Errors
    /// A file that is not as it was attached, before anything is sent; otherwise what went wrong, and what the
    /// server may have done.
    pub async fn update_ticket(
        &self,
        update: &Update,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(&Call::Update(update.clone()), cancel, watch).await
    }

    /// Creates a ticket with attachments; the receipt names it. Sent twice, there are two.
    ///
    /// # Errors
    /// As [`Client::update_ticket`]. A success that does not say which ticket was made is `AnswerUnreadable`.
    pub async fn create_ticket(
        &self,
        new: &NewTicket,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(&Call::Create(new.clone()), cancel, watch).await
    }

    /// Adds an internal note to a ticket. Sent twice, it is there twice.
    ///
    /// # Errors
    /// As [`Client::update_ticket`].
    pub async fn add_note(
        &self,
        note: &Note,
        cancel: &CancellationToken,
        watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        self.send(&Call::Note(note.clone()), cancel, watch).await
    }

    /// Makes a call that changes something, and again for as long as the answer is 429.
    pub(crate) async fn send(
        &self,
        call: &Call,
        cancel: &CancellationToken,
        mut watch: impl FnMut(Progress) + Send,
    ) -> Result<Receipt, Failure> {
        loop {
            let turn = self.turn(cancel, &mut watch).await?;
            let attempt = self.attempt(turn, call, cancel, async { Ok(()) }, &mut watch).await;
            match attempt.became {
                Err(Failure { code: Code::TooManyCalls, .. }) => {}
                settled => return settled,
            }
        }
    }

    /// Makes a call once, whatever comes of it: for a caller who keeps a record of its attempts.
    ///
    /// `release` is awaited when all but the last bytes of the request have been handed to the connection. Until
    /// it is done the server cannot have a complete request, so whoever writes down "this attempt may now
    /// complete" there knows after a crash which attempts may have arrived. Where it fails, with words for the
    /// log, the last bytes never leave.
    ///
    /// Progress and cancelling are as with [`Client::update_ticket`].
    pub async fn attempt(
        &self,
        turn: Turn,
        call: &Call,
        cancel: &CancellationToken,
        release: impl Future<Output = Result<(), String>> + Send + 'static,
        mut watch: impl FnMut(Progress) + Send,
    ) -> Attempt {
        let checked = tokio::select! {
            biased;
            () = cancel.cancelled() => Err(Failure::cancelled(Effect::NotSent)),
            // A disk in the network may keep everybody waiting.
            checked = check_files(call) => checked,
        };
        match checked {
            Ok(()) => attempt(self, turn, call, cancel, Box::pin(release), &mut watch).await,
            Err(failure) => Attempt { became: Err(failure), sent: 0, total: 0 },
        }
    }
}

/// Looks at every file before anything is sent, off the thread that must not block.
async fn check_files(call: &Call) -> Result<(), Failure> {
    let attachments = call.attachments().to_vec();
    let look = move || attachments.iter().try_for_each(Attachment::check);
    match tokio::task::spawn_blocking(look).await {
        Ok(looked) => looked,
        // Only a runtime that is shutting down ends the look.
        Err(_) => Err(Failure::cancelled(Effect::NotSent)),
    }
}

/// Makes a call once.
async fn attempt(
    client: &Client,
    turn: Turn,
    call: &Call,
    cancel: &CancellationToken,
    release: Release,
    watch: &mut (impl FnMut(Progress) + Send),
) -> Attempt {
    let form = call.form();
    // Ours, and header text.
    let content_type = HeaderValue::from_str(&form.content_type).unwrap_or(HeaderValue::from_static(""));
    let turn = Arc::new(turn);
    let leave = client.asks_first(form.length).then(Leave::default);
    let (sender, body) = body::start(form, call.attachments(), turn.clone(), release, leave.clone());
    let mut question = client
        .request(call.method(), &call.path())
        .header(CONTENT_TYPE, content_type)
        .header(CONTENT_LENGTH, HeaderValue::from(sender.0.length()));
    if leave.is_some() {
        question = question.header(EXPECT, HeaderValue::from_static("100-continue"));
    }
    let address = question.address().clone();
    let mut request = question.with(body);
    if let Some(leave) = leave {
        on_informational(&mut request, move |said| {
            if said.status() == StatusCode::CONTINUE {
                leave.give();
            }
        });
    }
    let exchange = client.transport.exchange(&address, request);
    let became = answer(client, &turn, exchange, &sender.0, cancel, watch).await;
    let became = became.and_then(|(reply, complete)| reply.receipt(call, complete));
    let (bytes, files) = (sender.0.length(), call.attachments().len());
    let became = became.map_err(|failure| failure.of_size(bytes, files));
    Attempt { became, sent: sender.0.sent(), total: sender.0.length() }
}

/// Sends a request and reads its answer; also says whether the whole request had been sent before it came.
async fn answer(
    client: &Client,
    turn: &Turn,
    exchange: impl Future<Output = Result<Response<Incoming>, Broken>>,
    course: &Course,
    cancel: &CancellationToken,
    watch: &mut (impl FnMut(Progress) + Send),
) -> Result<(Reply, bool), Failure> {
    let mut response = std::pin::pin!(exchange);
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
    let response = match response {
        Ok(response) => response,
        Err(broken) => return Err(why(client, course, complete, broken).await),
    };
    if complete {
        movement.report_end(course, watch);
    }
    let success = response.status().is_success();
    let reply = tokio::select! {
        biased;
        () = cancel.cancelled() => {
            let effect = if complete || success { Effect::MayBeDone } else { Effect::NotSent };
            return Err(Failure::cancelled(effect));
        }
        reply = Reply::read(response, &client.account.place.host, client.limits, &client.account.keys, MOST) => reply,
    };
    if reply.answer.status == 417 {
        client.ask_no_more_first();
    }
    if reply.is_too_many() {
        turn.too_many(reply.retry_after);
        client.pacer.learn(reply.allowance());
    } else {
        turn.accepted();
        // Unavailable for everybody, and it says for how long.
        if reply.answer.status == 503 && reply.retry_after.is_some() {
            client.pacer.pause(reply.retry_after);
        }
    }
    Ok((reply, complete))
}

/// Why no answer came.
async fn why(client: &Client, course: &Course, complete: bool, broken: Broken) -> Failure {
    if let Some(failure) = course.take_failure() {
        return failure;
    }
    let host = &client.account.place.host;
    match broken {
        Broken::NoWay(why) => no_connection(client, host, why).await,
        // The server's word against this computer's certificate comes behind the handshake (TLS 1.3).
        Broken::Exchange(error) => Failure::new(match not_secure(host, &error) {
            Some(code) => code,
            None if complete => Code::BrokeBeforeAnswer,
            None => Code::BrokeWhileSending,
        }),
    }
}
