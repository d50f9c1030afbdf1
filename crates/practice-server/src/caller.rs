//! The callers that are let in: programs on this computer that know its address. A web page is none of them.
//!
//! Every page that a person opens can make their browser call a loopback port. Such a call carries an `Origin`; and
//! where the page's own name was made to point here (DNS rebinding), a `Host` with that name.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use crate::answer::Refusal;

/// Turns away what a web page sends: nothing of it is written down, counted or read.
pub async fn own_only(request: Request, next: Next) -> Response {
    let strange = |what: &str| {
        let mut response = Refusal::new(StatusCode::FORBIDDEN, what).into_response();
        // As every answer of the account: nothing more is read on this connection.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        response
    };
    if request.headers().contains_key(header::ORIGIN) {
        return strange("This account is not for web pages.");
    }
    if !names_this_computer(request.headers()) {
        return strange("The Host of the call is not this account's.");
    }
    next.run(request).await
}

/// The port may be another: a program that passes connections on, to break them in tests, has its own.
fn names_this_computer(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let Ok(host) = Authority::try_from(host.as_bytes()) else { return false };
    ["127.0.0.1", "localhost"].contains(&host.host()) && !host.as_str().contains('@')
}
