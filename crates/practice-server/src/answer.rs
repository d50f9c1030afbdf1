//! Answers in the shapes that the vendor prints.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::{forms::Form, limit::TooMany, tickets};

/// A call that is not done, and why, in a plain sentence.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    reason: String,
}

impl Refusal {
    pub fn new(status: StatusCode, reason: impl Into<String>) -> Self {
        Self { status, reason: reason.into() }
    }

    pub fn bad(reason: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, reason)
    }

    pub fn not_found(reason: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, reason)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        refused(self.status, &self.reason).into_response()
    }
}

/// The shape of every refusal, with a status of the caller's choice.
pub fn refused(status: StatusCode, reason: &str) -> impl IntoResponse + use<> {
    (status, Json(refusal_body("Error", status, reason)))
}

/// A refusal's body; `status` gives the short `Message`, as the vendor's table of codes words it.
pub fn refusal_body(verdict: &str, status: StatusCode, reason: &str) -> serde_json::Value {
    json!({
        "Status": verdict,
        "ReasonForFailure": reason,
        "Id": null,
        "Message": status.canonical_reason(),
        "Key": null,
        "TicketId": null,
    })
}

/// The page's words for a call over the limit.
pub fn too_many(too_many: &TooMany, retry_after: bool) -> Response {
    let reason = format!("API calls exceeded the limit of {} in 5 second(s)", too_many.most);
    let mut response = refused(StatusCode::TOO_MANY_REQUESTS, &reason).into_response();
    if retry_after {
        // Whole seconds, rounded up: rounded down, the client would come back too early.
        let seconds = too_many.wait.as_millis().div_ceil(1000);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds as u64));
    }
    response
}

/// The same words under another status, as the vendor's older calls have them.
pub fn limit_words(code: u16, most: u32) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::FORBIDDEN);
    let said = format!("API calls exceeded the limit of {most} in 5 second(s)");
    (status, Json(json!({"ExceptionType": "MXAPIRateLimitExceededException", "ExceptionMessage": said})))
        .into_response()
}

/// The page's answer to an update that was done.
pub fn updated(number: &str) -> Response {
    Json(json!({
        "Status": "Success",
        "ReasonForFailure": null,
        "Id": number,
        "Message": "Ticket properties have been updated successfully",
        "Key": tickets::key(number),
        "TicketId": null,
    }))
    .into_response()
}

/// The answer to a ticket that was created.
pub fn created(number: &str, ticket_id: &str, forms: &[Form]) -> Response {
    let key_only = forms.contains(&Form::KeyOnly);
    Json(json!({
        "Status": "Success",
        "ReasonForFailure": null,
        "Id": if key_only { None } else { Some(number) },
        "Message": "Ticket created successfully",
        "Key": tickets::key(number),
        "TicketId": if key_only { None } else { Some(ticket_id) },
    }))
    .into_response()
}
