//! The way through a proxy, and what a proxy says when it makes none.

use bytes::Bytes;
use http::header::{HOST, HeaderValue, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION, USER_AGENT};
use http::{Method, Request, Response, Uri};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use tokio_socks::tcp::Socks5Stream;
use url::Url;

use super::login::ProxyLogin;
use super::no_way::{Io, NoWay};
use super::request::AGENT;

/// A proxy's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Http,
    /// The way to the proxy is secured too.
    Https,
    Socks,
    /// A kind that this client does not speak to.
    Other,
}

/// A proxy that the system wants to stand in front of an address.
pub(crate) struct Proxy {
    said: Intercept,
    kind: Kind,
}

impl Proxy {
    /// The proxy before an address, by the system's settings and the usual variables as they are now.
    pub(crate) fn before(address: &Url) -> Option<Self> {
        let said = Matcher::from_system().intercept(&address.as_str().parse::<Uri>().ok()?)?;
        let kind = match said.uri().scheme_str() {
            Some("http") | None => Kind::Http,
            Some("https") => Kind::Https,
            Some("socks5" | "socks5h") => Kind::Socks,
            Some(_) => Kind::Other,
        };
        Some(Self { said, kind })
    }

    pub(crate) fn host(&self) -> &str {
        self.said.uri().host().unwrap_or_default()
    }

    pub(crate) fn port(&self) -> u16 {
        let usual = match self.kind {
            Kind::Http => 80,
            Kind::Https => 443,
            Kind::Socks | Kind::Other => 1080,
        };
        self.said.uri().port_u16().unwrap_or(usual)
    }

    /// Host and port, as a person would say it.
    pub(crate) fn name(&self) -> String {
        format!("{}:{}", self.host(), self.port())
    }

    pub(crate) fn is_secure(&self) -> bool {
        self.kind == Kind::Https
    }

    /// The kind, where this client does not speak to it.
    pub(crate) fn not_spoken(&self) -> Option<&str> {
        self.said.uri().scheme_str().filter(|_| self.kind == Kind::Other)
    }

    /// Lets the proxy make a way to a host. `login`: what a person typed for this proxy; it comes before what the
    /// system's settings say.
    pub(crate) async fn through<T: Io>(
        &self,
        io: T,
        host: &str,
        port: u16,
        login: Option<&ProxyLogin>,
    ) -> Result<Box<dyn Io>, NoWay> {
        if self.kind == Kind::Socks {
            let login = login.map(ProxyLogin::expose).or(self.said.raw_auth());
            return self.by_socks(io, host, port, login).await;
        }
        let sign_in = login.and_then(ProxyLogin::header);
        self.by_connect(io, host, port, sign_in.as_ref().or(self.said.basic_auth())).await
    }

    async fn by_socks<T: Io>(
        &self,
        io: T,
        host: &str,
        port: u16,
        login: Option<(&str, &str)>,
    ) -> Result<Box<dyn Io>, NoWay> {
        use tokio_socks::Error::{NoAcceptableAuthMethods, PasswordAuthFailure, UnknownAuthMethod};
        let target = (host.trim_matches(['[', ']']), port);
        let made = match login {
            Some((name, password)) => {
                Socks5Stream::connect_with_password_and_socket(io, target, name, password).await
            }
            None => Socks5Stream::connect_with_socket(io, target).await,
        };
        match made {
            Ok(way) => Ok(Box::new(way.into_inner())),
            Err(PasswordAuthFailure(_) | UnknownAuthMethod | NoAcceptableAuthMethods) => {
                Err(NoWay::ProxySignIn { proxy: self.name(), kinds: Vec::new() })
            }
            Err(_) => Err(NoWay::ProxyClosed { proxy: self.name() }),
        }
    }

    async fn by_connect<T: Io>(
        &self,
        io: T,
        host: &str,
        port: u16,
        sign_in: Option<&HeaderValue>,
    ) -> Result<Box<dyn Io>, NoWay> {
        let closed = || NoWay::ProxyClosed { proxy: self.name() };
        let target = format!("{host}:{port}");
        let mut request = Request::new(Empty::<Bytes>::new());
        *request.method_mut() = Method::CONNECT;
        *request.uri_mut() = target.parse().map_err(|_| closed())?;
        let headers = request.headers_mut();
        headers.insert(HOST, target.parse().map_err(|_| closed())?);
        headers.insert(USER_AGENT, HeaderValue::from_static(AGENT));
        headers.extend(sign_in.map(|sign_in| (PROXY_AUTHORIZATION, sign_in.clone())));

        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(io)).await.map_err(|_| closed())?;
        // It ends when the way is made, or with the proxy's answer.
        tokio::spawn(async move { drop(connection.with_upgrades().await) });
        let answer = sender.send_request(request).await.map_err(|_| closed())?;
        match answer.status().as_u16() {
            200..=299 => {
                let way = hyper::upgrade::on(answer).await.map_err(|_| closed())?;
                Ok(Box::new(TokioIo::new(way)))
            }
            407 => Err(NoWay::ProxySignIn { proxy: self.name(), kinds: kinds(&answer) }),
            _ => Err(NoWay::ProxyRefused { proxy: self.name(), answer: Box::new(answer) }),
        }
    }
}

/// The kinds of sign-in that it would take, as it names them: `Basic`, `Negotiate`, `NTLM`, `Digest`.
fn kinds(answer: &Response<Incoming>) -> Vec<String> {
    let said = answer.headers().get_all(PROXY_AUTHENTICATE).iter().filter_map(|said| said.to_str().ok());
    said.filter_map(|said| said.split_whitespace().next())
        .map(|kind| kind.trim_end_matches(',').to_owned())
        .collect()
}
