//! A request as the account's calls make it.

use bytes::Bytes;
use http::header::{HeaderMap, HeaderValue, IntoHeaderName};
use http::{Method, Request, Uri};
use http_body_util::Full;
use url::Url;

/// As whom the app names itself.
pub(super) const AGENT: &str = concat!("ticket-courier/", env!("CARGO_PKG_VERSION"));

/// A request of an account, on its way to have a body. Its headers hold keys.
pub(crate) struct Question {
    method: Method,
    address: Url,
    headers: HeaderMap,
    body: Bytes,
}

impl Question {
    pub(crate) fn new(method: Method, address: Url) -> Self {
        Self { method, address, headers: HeaderMap::new(), body: Bytes::new() }
    }

    pub(crate) fn header(mut self, name: impl IntoHeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    pub(crate) fn address(&self) -> &Url {
        &self.address
    }

    /// The request with the body that it was given.
    pub(crate) fn whole(self) -> Request<Full<Bytes>> {
        let body = Full::new(self.body.clone());
        self.with(body)
    }

    /// The request with another body.
    pub(crate) fn with<B>(self, body: B) -> Request<B> {
        let mut request = Request::new(body);
        *request.method_mut() = self.method;
        *request.uri_mut() = path(&self.address);
        *request.headers_mut() = self.headers;
        request
    }
}

/// The part of an address that goes to its server.
fn path(address: &Url) -> Uri {
    let text = address
        .query()
        .map_or_else(|| address.path().to_owned(), |query| format!("{}?{query}", address.path()));
    // What an address holds, its grammar has escaped.
    text.parse().unwrap_or(Uri::from_static("/"))
}
