//! Answers in the words that the vendor's older calls and the gateways in front of APIs were seen to use.

use std::{fmt, str::FromStr};

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};

use crate::faults::{Outcome, parse_code, parse_outcome};

/// Who says what, and under which status. Its name is stable, as a fault's is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Said {
    /// `rate-limit-CODE`: the vendor's words for too many calls, under 200, 403 or 429; not applied.
    RateLimit(u16),
    /// `exception-CODE`: the vendor's older calls refuse a value with an exception, under 200 or 500; not applied.
    Exception(u16),
    /// `exception-in-object-CODE`: the same, without `Status`, and `Message` is an object.
    ExceptionInObject(u16),
    /// `amazon-…`: a gateway of Amazon's answers, and not what stands behind it.
    Amazon(Amazon),
    /// `envoy-503-…`: Envoy, whose server closed without an answer or was not reached.
    Envoy503(Outcome),
}

/// What a gateway of Amazon's says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Amazon {
    /// `missing-authentication-token`, 403: the path is none that the gateway knows.
    MissingAuthenticationToken,
    /// `forbidden`, 403.
    Forbidden,
    /// `not-found`, 404.
    NotFound,
    /// `too-many-requests`, 429.
    TooManyRequests,
    /// `limit-exceeded`, 429: the allowance of a day or a month.
    LimitExceeded,
    /// `request-too-long`, 413.
    RequestTooLong,
    /// `internal-server-error-…`, 500.
    InternalServerError(Outcome),
    /// `endpoint-request-timed-out-…`, 504: the gateway gave up, and the work behind it goes on.
    EndpointRequestTimedOut(Outcome),
}

/// What the vendor's older calls say of a value that they do not take.
const REASON: &str = "Invalid value 'Onhold' for field 'Status'.";

impl Said {
    /// All of them, with the figures that were seen.
    pub fn all() -> Vec<Self> {
        let outcomes = [Outcome::Applied, Outcome::NotApplied];
        let mut all: Vec<Self> = [200, 403, 429].map(Self::RateLimit).into();
        all.extend([200, 500].map(Self::Exception));
        all.extend([200, 500].map(Self::ExceptionInObject));
        all.extend(
            [
                Amazon::MissingAuthenticationToken,
                Amazon::Forbidden,
                Amazon::NotFound,
                Amazon::TooManyRequests,
                Amazon::LimitExceeded,
                Amazon::RequestTooLong,
            ]
            .map(Self::Amazon),
        );
        all.extend(outcomes.map(|outcome| Self::Amazon(Amazon::InternalServerError(outcome))));
        all.extend(outcomes.map(|outcome| Self::Amazon(Amazon::EndpointRequestTimedOut(outcome))));
        all.extend(outcomes.map(Self::Envoy503));
        all
    }

    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::Amazon(Amazon::InternalServerError(outcome) | Amazon::EndpointRequestTimedOut(outcome))
            | Self::Envoy503(outcome) => *outcome,
            _ => Outcome::NotApplied,
        }
    }

    /// The HTTP status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::RateLimit(code) | Self::Exception(code) | Self::ExceptionInObject(code) => *code,
            Self::Amazon(amazon) => amazon.status(),
            Self::Envoy503(_) => 503,
        }
    }

    /// `most`: the calls that the account may make in five seconds.
    pub(crate) fn answer(&self, most: u32) -> Response {
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        match self {
            Self::RateLimit(_) => {
                let words = format!("API calls exceeded the limit of {most} in 5 second(s)");
                (status, Json(exception("MXAPIRateLimitExceededException", &words))).into_response()
            }
            Self::Exception(_) => {
                (status, Json(exception("MXInvalidInputException", REASON))).into_response()
            }
            Self::ExceptionInObject(_) => {
                let answer =
                    json!({"ExceptionType": "MXInvalidInputException", "Message": {"Message": REASON}});
                (status, Json(answer)).into_response()
            }
            Self::Amazon(amazon) => amazon.answer(status),
            Self::Envoy503(outcome) => {
                let why = match outcome {
                    Outcome::Applied => "connection termination",
                    Outcome::NotApplied => "remote connection failure",
                };
                let words =
                    format!("upstream connect error or disconnect/reset before headers. reset reason: {why}");
                (status, [(header::CONTENT_TYPE, "text/plain"), (header::SERVER, "envoy")], words)
                    .into_response()
            }
        }
    }
}

fn exception(kind: &str, words: &str) -> Value {
    json!({"Status": "Error", "ExceptionType": kind, "ExceptionMessage": words})
}

impl Amazon {
    fn status(self) -> u16 {
        match self {
            Self::MissingAuthenticationToken | Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::TooManyRequests | Self::LimitExceeded => 429,
            Self::RequestTooLong => 413,
            Self::InternalServerError(_) => 500,
            Self::EndpointRequestTimedOut(_) => 504,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::MissingAuthenticationToken => "Missing Authentication Token",
            Self::Forbidden => "Forbidden",
            Self::NotFound => "Not Found",
            Self::TooManyRequests => "Too Many Requests",
            Self::LimitExceeded => "Limit Exceeded",
            Self::RequestTooLong => "Request Too Long",
            Self::InternalServerError(_) => "Internal server error",
            Self::EndpointRequestTimedOut(_) => "Endpoint request timed out",
        }
    }

    /// One member in small letters, and headers that name the gateway.
    fn answer(self, status: StatusCode) -> Response {
        let mut response = (status, Json(json!({"message": self.words()}))).into_response();
        let kind = self.words().replace(' ', "") + "Exception";
        let request = HeaderValue::from_static("7d8f2b1c-5a3e-4f60-9b7d-2c1e0a9f8d34");
        response.headers_mut().insert("x-amzn-requestid", request);
        if let Ok(kind) = HeaderValue::try_from(kind) {
            response.headers_mut().insert("x-amzn-errortype", kind);
        }
        response
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RateLimit(code) => write!(f, "rate-limit-{code}"),
            Self::Exception(code) => write!(f, "exception-{code}"),
            Self::ExceptionInObject(code) => write!(f, "exception-in-object-{code}"),
            Self::Amazon(amazon) => {
                write!(f, "amazon-{}", amazon.words().to_lowercase().replace(' ', "-"))?;
                match amazon {
                    Amazon::InternalServerError(outcome) | Amazon::EndpointRequestTimedOut(outcome) => {
                        write!(f, "-{outcome}")
                    }
                    _ => Ok(()),
                }
            }
            Self::Envoy503(outcome) => write!(f, "envoy-503-{outcome}"),
        }
    }
}

impl FromStr for Said {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let code = |prefix| parse_code(name.strip_prefix(prefix)?, 200);
        if let Some(code) = code("exception-in-object-") {
            return Ok(Self::ExceptionInObject(code));
        }
        if let Some(code) = code("exception-") {
            return Ok(Self::Exception(code));
        }
        if let Some(code) = code("rate-limit-") {
            return Ok(Self::RateLimit(code));
        }
        if let Some(outcome) = name.strip_prefix("envoy-503-").and_then(parse_outcome) {
            return Ok(Self::Envoy503(outcome));
        }
        Self::all().into_iter().find(|said| said.to_string() == name).ok_or(())
    }
}
