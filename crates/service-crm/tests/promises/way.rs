//! The way to the server: proxies, and who stands there in the server's place. The example does the sending, because a
//! process has its proxies and its trust from its surroundings.

use std::sync::Arc;

use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::common::*;
use crate::example::example;

/// A name that only a proxy can find.
const FAR: &str = "tickets.example";

/// A server's way with one connection after the other.
async fn serving<F: Future<Output = std::io::Result<()>> + Send>(
    serve: impl Fn(TcpStream) -> F + Send + Sync + 'static,
) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // The client says what became of it.
            let _ = serve(stream).await;
        }
    });
    port
}

async fn head_of(stream: &mut (impl AsyncRead + Unpin)) -> std::io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

/// An update by the example to [`FAR`] with these surroundings: what it printed.
async fn update_by(surroundings: &[(&str, String)]) -> Value {
    let mut command = tokio::process::Command::new(example());
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.env("LSQ_ACCESS_KEY", "practice-access-key").env("LSQ_SECRET_KEY", "practice-secret-key");
    command.envs(surroundings.iter().map(|(name, value)| (name, value)));
    let host = format!("https://{FAR}");
    command.args([
        "--host",
        &host,
        "--org",
        "22824",
        "--ticket",
        "143",
        "--lead",
        LEAD,
        "--field",
        "Status=On Hold",
    ]);
    let output = command.output().await.unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

async fn through(proxy: String) -> Value {
    update_by(&[("ALL_PROXY", proxy)]).await
}

/// A certificate for [`FAR`], and where an authority that this computer trusts for the moment is written down.
fn certified(desk: &Desk) -> (TlsAcceptor, String) {
    let certified = rcgen::generate_simple_self_signed(vec![FAR.to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(certified.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    desk.file("authority.pem", certified.cert.pem().as_bytes());
    let path = desk.path("authority.pem").to_str().unwrap().to_owned();
    (TlsAcceptor::from(Arc::new(config)), path)
}

/// The ticket system at the end of a way: it takes one update and says that it is done.
async fn take_update(acceptor: TlsAcceptor, way: impl AsyncRead + AsyncWrite + Unpin) -> std::io::Result<()> {
    let mut way = acceptor.accept(way).await?;
    let head = head_of(&mut way).await?;
    let length: u64 = header(&head, "content-length").unwrap().parse().unwrap();
    tokio::io::copy(&mut (&mut way).take(length), &mut tokio::io::sink()).await?;
    way.write_all(success().as_bytes()).await?;
    way.shutdown().await
}

#[tokio::test]
async fn every_no_of_a_proxy_has_its_name_and_its_status() {
    for (said, code, status) in [
        ("403 Forbidden", "proxy_refused", Some(403)),
        ("502 Bad Gateway", "proxy_refused", Some(502)),
        ("503 Service Unavailable", "proxy_refused", Some(503)),
        ("504 Gateway Timeout", "proxy_refused", Some(504)),
        ("429 Too Many Requests", "proxy_refused", Some(429)),
        ("511 Network Authentication Required", "proxy_refused", Some(511)),
        ("302 Found", "proxy_refused", Some(302)),
        ("407 Proxy Authentication Required", "proxy_sign_in", None),
    ] {
        let port = serving(move |mut stream| async move {
            head_of(&mut stream).await?;
            stream.write_all(answer(said, "Content-Type: text/html\r\n", "<p>Blocked</p>").as_bytes()).await
        })
        .await;
        let failure = through(format!("http://127.0.0.1:{port}")).await;
        assert_eq!(
            (failure["code"].as_str(), failure["effect"].as_str()),
            (Some(code), Some("not_sent")),
            "{said}"
        );
        assert_eq!(failure["proxy"], format!("127.0.0.1:{port}"), "{said}");
        assert_eq!(failure["status"].as_u64(), status, "{said}");
        if status.is_some() {
            assert_eq!(failure["answer"]["body"], "<p>Blocked</p>", "its words are shown");
        }
    }
}

#[tokio::test]
async fn a_proxy_that_is_dead_or_unknown_or_speaks_something_else_is_named() {
    let garbage = serving(|mut stream| async move { stream.write_all(b"220 mail ready\r\n").await }).await;
    let gone = serving(|stream| async move {
        drop(stream);
        Ok(())
    })
    .await;
    let dead = closed_port().replace("http://", "");
    for (proxy, code) in [
        (format!("http://{dead}"), "proxy_unreachable"),
        ("http://no-proxy.invalid:3128".to_owned(), "proxy_unreachable"),
        (format!("http://127.0.0.1:{garbage}"), "proxy_refused"),
        (format!("http://127.0.0.1:{gone}"), "proxy_refused"),
        (format!("socks5h://127.0.0.1:{gone}"), "proxy_refused"),
        (format!("socks4://127.0.0.1:{gone}"), "proxy_not_spoken"),
    ] {
        let failure = through(proxy.clone()).await;
        assert_eq!(
            (failure["code"].as_str(), failure["effect"].as_str()),
            (Some(code), Some("not_sent")),
            "{proxy}"
        );
        assert_eq!(failure["proxy"], proxy.split_once("://").unwrap().1, "{failure}");
    }
}

#[tokio::test]
async fn the_kinds_of_sign_in_that_a_proxy_wants_are_named() {
    let port = serving(|mut stream| async move {
        head_of(&mut stream).await?;
        let kinds = "Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n";
        stream.write_all(answer("407 Proxy Authentication Required", kinds, "").as_bytes()).await
    })
    .await;
    let failure = through(format!("http://127.0.0.1:{port}")).await;
    assert_eq!(failure["kinds"], serde_json::json!(["Negotiate", "NTLM"]));
}

#[tokio::test]
async fn a_proxy_makes_the_way_with_the_name_and_password_of_its_address() {
    let desk = Desk::new();
    let (acceptor, authority) = certified(&desk);
    let port = serving(move |mut stream| {
        let acceptor = acceptor.clone();
        async move {
            let head = head_of(&mut stream).await?;
            assert!(head.starts_with(&format!("CONNECT {FAR}:443 HTTP/1.1\r\n")), "{head}");
            // "clerk:secret"
            assert_eq!(header(&head, "proxy-authorization"), Some("Basic Y2xlcms6c2VjcmV0"));
            assert!(!head.contains("practice-"), "the keys are for the ticket system alone");
            stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
            take_update(acceptor, stream).await
        }
    })
    .await;
    let proxy = format!("http://clerk:secret@127.0.0.1:{port}");
    let receipt = update_by(&[("HTTPS_PROXY", proxy), ("SSL_CERT_FILE", authority)]).await;
    assert_eq!(receipt["key"], "#143", "{receipt}");
}

#[tokio::test]
async fn a_socks_proxy_finds_the_name_and_makes_the_way() {
    let desk = Desk::new();
    let (acceptor, authority) = certified(&desk);
    let port = serving(move |mut stream| {
        let acceptor = acceptor.clone();
        async move {
            let mut greeting = [0; 2];
            stream.read_exact(&mut greeting).await?;
            let mut ways = vec![0; greeting[1].into()];
            stream.read_exact(&mut ways).await?;
            stream.write_all(&[5, 0]).await?;
            let mut wish = [0; 5];
            stream.read_exact(&mut wish).await?;
            assert_eq!(wish[..4], [5, 1, 0, 3], "a name, and no address: only the proxy can find it");
            let mut name = vec![0; usize::from(wish[4]) + 2];
            stream.read_exact(&mut name).await?;
            assert_eq!(name, [FAR.as_bytes(), &443_u16.to_be_bytes()].concat());
            stream.write_all(&[5, 0, 0, 1, 127, 0, 0, 1, 0, 0]).await?;
            take_update(acceptor, stream).await
        }
    })
    .await;
    for kind in ["socks5h", "socks5"] {
        let proxy = format!("{kind}://127.0.0.1:{port}");
        let receipt = update_by(&[("ALL_PROXY", proxy), ("SSL_CERT_FILE", authority.clone())]).await;
        assert_eq!(receipt["key"], "#143", "{kind}: {receipt}");
    }
}
