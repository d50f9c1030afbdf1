//! The answers that faults give, once the request was read (and done, or not).

use std::{future, io, time::Duration};

use axum::{
    body::{self, Body as Content},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use serde_json::json;

use crate::{
    account::Account,
    answer::{self, Refusal},
    compress,
    door::Wire,
    faults::{Body, Fault},
    limit::{TooMany, WINDOW},
    said,
};

const BLANKS_OF_HUGE: usize = 8 * 1024 * 1024;

/// The answer to a call that is not read: the connection ends behind it.
pub fn early(code: u16) -> Response {
    status(code, Body::Json)
}

/// The faulty answer. `right` is the honest one, for faults that did the call.
pub async fn answer(
    fault: Fault,
    right: Option<Response>,
    path: &Uri,
    account: &Account,
    wire: &Wire,
) -> Response {
    let right = right.unwrap_or_else(|| StatusCode::NO_CONTENT.into_response());
    match fault {
        Fault::Silence(_) => future::pending().await,
        Fault::Cut(_) | Fault::Refuse => {
            wire.cut();
            right
        }
        Fault::Status(code, body, _) => status(code, body),
        Fault::CutAnswer => cut(right).await,
        Fault::MalformedAnswer => {
            rewritten(right, |mut answer| {
                answer.truncate(answer.len() / 2);
                Ok(answer)
            })
            .await
        }
        Fault::FailureIn200 => failure_in_200(),
        Fault::Redirect(code) => redirect(code, path, wire.port),
        Fault::HugeAnswer => {
            rewritten(right, |answer| Ok([vec![b' '; BLANKS_OF_HUGE], answer].concat())).await
        }
        Fault::GzipAnswer => zipped(rewritten(right, |answer| compress::gzip(&answer)).await),
        Fault::GzipBomb => zipped(rewritten(right, |answer| compress::gzip_bomb(&answer)).await),
        Fault::SlowAnswer(pause) => slow(right, pause).await,
        Fault::LimitWords(code) => answer::limit_words(code, limit(account)),
        Fault::TooMany => answer::too_many(&TooMany { most: limit(account), wait: WINDOW }, false),
        Fault::TooManyRetryAfter(seconds) => {
            let wait = Duration::from_secs(seconds);
            answer::too_many(&TooMany { most: limit(account), wait }, true)
        }
        Fault::Said(said) => said.answer(),
        // Where these come as far as an answer, it is the right one or the connection is already gone.
        Fault::ResetAfter(_) | Fault::StallAfter(_) | Fault::Early(_) => right,
    }
}

fn limit(account: &Account) -> u32 {
    account.options.limit.filter(|most| *most > 0).unwrap_or(25)
}

fn status(code: u16, body: Body) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = format!("This is the practice account's answer {code}, as asked for.");
    match body {
        Body::Json => answer::refused(status, &reason).into_response(),
        Body::Exception => {
            let exception = json!({"ExceptionType": "MXInvalidInputException", "ExceptionMessage": reason});
            (status, axum::Json(exception)).into_response()
        }
        Body::Object => (status, axum::Json(json!({"Message": {"Message": reason}}))).into_response(),
        Body::Amazon => said::amazon(status, amazon(code)),
        Body::Html => {
            let page =
                format!("<!DOCTYPE html>\n<title>{status}</title>\n<h1>{status}</h1>\n<p>{reason}</p>\n");
            (status, Html(page)).into_response()
        }
        Body::Empty => status.into_response(),
    }
}

/// The gateway's own words (AWS, "Amazon API Gateway gateway response types").
fn amazon(code: u16) -> &'static str {
    match code {
        403 => "Missing Authentication Token",
        404 => "Not Found",
        413 => "Request Too Long",
        429 => "Too Many Requests",
        504 => "Endpoint request timed out",
        503 => "Service Unavailable",
        _ => "Internal server error",
    }
}

fn failure_in_200() -> Response {
    let reason = "The ticket is locked by a workflow.";
    axum::Json(answer::refusal_body("Failure", StatusCode::OK, reason)).into_response()
}

fn redirect(code: u16, path: &Uri, port: u16) -> Response {
    let mut response = status(code, Body::Empty);
    if let Ok(location) = HeaderValue::try_from(format!("http://localhost:{port}{path}")) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// The right answer with other bytes in it, and a length that fits them.
async fn rewritten(right: Response, rewrite: impl FnOnce(Vec<u8>) -> io::Result<Vec<u8>>) -> Response {
    let (mut parts, content) = right.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    match body::to_bytes(content, usize::MAX)
        .await
        .map_err(io::Error::other)
        .and_then(|it| rewrite(it.into()))
    {
        Ok(bytes) => Response::from_parts(parts, Content::from(bytes)),
        Err(error) => Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

fn zipped(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    response
}

/// Announces the whole answer, sends half of it, and ends.
async fn cut(right: Response) -> Response {
    let (parts, content) = right.into_parts();
    let Ok(answer) = body::to_bytes(content, usize::MAX).await else { return Response::default() };
    let half = answer.slice(..answer.len() / 2);
    // The pause between half and error is a turn of the loop: in it, hyper sends what it has.
    let broken = stream::once(async {
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    });
    let stream = stream::once(future::ready(Ok(half))).chain(broken);
    announced(Response::from_parts(parts, Content::from_stream(stream)), answer.len())
}

/// Sends the right answer byte by byte.
async fn slow(right: Response, pause: Duration) -> Response {
    let (parts, content) = right.into_parts();
    let Ok(answer) = body::to_bytes(content, usize::MAX).await else { return Response::default() };
    let length = answer.len();
    let drips = stream::iter(0..length).then(move |index| {
        let byte = answer.slice(index..=index);
        async move {
            tokio::time::sleep(pause).await;
            Ok::<Bytes, io::Error>(byte)
        }
    });
    announced(Response::from_parts(parts, Content::from_stream(drips)), length)
}

fn announced(mut response: Response, length: usize) -> Response {
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    response
}
