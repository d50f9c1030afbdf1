//! Answers in the words that gateways in front of APIs were seen to use, beside those that a status and a kind of body
//! name already.

use std::fmt;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::json;

use crate::outcome::Outcome;

/// A gateway's words. Their name is stable, as a fault's is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Said {
    /// `amazon-forbidden`: 403, the keys of the gateway itself; not applied.
    AmazonForbidden,
    /// `amazon-limit-exceeded`: 429, the allowance of a day or a month; not applied.
    AmazonLimitExceeded,
    /// `envoy-503-…`: Envoy, whose server closed without an answer (applied) or was never reached.
    Envoy503(Outcome),
}

impl Said {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::AmazonForbidden,
        Self::AmazonLimitExceeded,
        Self::Envoy503(Outcome::Applied),
        Self::Envoy503(Outcome::NotApplied),
    ];

    /// The one of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|said| said.to_string() == name)
    }

    pub(crate) fn outcome(self) -> Outcome {
        match self {
            Self::AmazonForbidden | Self::AmazonLimitExceeded => Outcome::NotApplied,
            Self::Envoy503(outcome) => outcome,
        }
    }

    /// The HTTP status of the answer.
    pub fn status(self) -> u16 {
        match self {
            Self::AmazonForbidden => 403,
            Self::AmazonLimitExceeded => 429,
            Self::Envoy503(_) => 503,
        }
    }

    pub(crate) fn answer(self) -> Response {
        match self {
            Self::AmazonForbidden => amazon(StatusCode::FORBIDDEN, "Forbidden"),
            Self::AmazonLimitExceeded => amazon(StatusCode::TOO_MANY_REQUESTS, "Limit Exceeded"),
            Self::Envoy503(outcome) => {
                let why = match outcome {
                    Outcome::Applied => "connection termination",
                    Outcome::NotApplied => "remote connection failure",
                };
                let words =
                    format!("upstream connect error or disconnect/reset before headers. reset reason: {why}");
                let headers = [(header::CONTENT_TYPE, "text/plain"), (header::SERVER, "envoy")];
                (StatusCode::SERVICE_UNAVAILABLE, headers, words).into_response()
            }
        }
    }
}

/// A gateway of Amazon's: one member in small letters, and headers that name the gateway.
pub(crate) fn amazon(status: StatusCode, words: &str) -> Response {
    let mut response = (status, Json(json!({"message": words}))).into_response();
    let headers = response.headers_mut();
    headers.insert("x-amzn-requestid", HeaderValue::from_static("7d8f2b1c-5a3e-4f60-9b7d-2c1e0a9f8d34"));
    if let Ok(kind) = HeaderValue::try_from(words.replace(' ', "") + "Exception") {
        headers.insert("x-amzn-errortype", kind);
    }
    response
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AmazonForbidden => f.write_str("amazon-forbidden"),
            Self::AmazonLimitExceeded => f.write_str("amazon-limit-exceeded"),
            Self::Envoy503(outcome) => write!(f, "envoy-503-{outcome}"),
        }
    }
}
