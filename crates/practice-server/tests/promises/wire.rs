//! Requests written, and answers read, byte by byte.

use std::{io, time::Duration};

use practice_server::PracticeServer;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// The `ticketDTO` of the vendor's page.
pub const DTO: &str = r#"{"TypeId":"1","Id":"143","LeadId":"330fba67-6795-46c2-9dad-077794077f70",
    "Fields":[{"SchemaName":"Status","Value":"On Hold"},{"SchemaName":"Priority","Value":"Low"}],
    "RelatedTicketTypeId":1}"#;

/// A request about to be written.
#[derive(Clone)]
pub struct Request {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Request {
    /// A call with the right keys.
    pub fn new(server: &PracticeServer, method: &'static str, path: &str) -> Self {
        let headers = vec![
            ("Host", server.base_url().trim_start_matches("http://").to_owned()),
            ("X-LSQ-ACCESS-KEY", server.access_key().to_owned()),
            ("X-LSQ-SECRET-KEY", server.secret_key().to_owned()),
        ];
        Self { method, path: path.to_owned(), headers, body: Vec::new() }
    }

    /// The update of ticket 143 made of these parts.
    pub fn update(server: &PracticeServer, parts: &[String]) -> Self {
        Self::new(server, "PUT", "/api/tenants/22824/tickets/143/update").form(parts)
    }

    /// The same with a multipart body.
    pub fn form(self, parts: &[String]) -> Self {
        let body: String = parts.iter().map(|part| format!("--cut\r\n{part}\r\n")).collect();
        self.with("Content-Type", "multipart/form-data; boundary=cut").body(format!("{body}--cut--\r\n"))
    }

    /// The same with a body and its length.
    pub fn body(self, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        Self { body: body.clone(), ..self.with("Content-Length", &body.len().to_string()) }
    }

    /// The same with that header, instead of one of the name.
    pub fn with(self, name: &'static str, value: &str) -> Self {
        let mut request = self.without(name);
        request.headers.push((name, value.to_owned()));
        request
    }

    /// The same without that header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(header, _)| *header != name);
        self
    }

    /// The bytes that go over the wire.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{} {} HTTP/1.1\r\n", self.method, self.path).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend(format!("{name}: {value}\r\n").into_bytes());
        }
        bytes.extend(b"\r\n");
        bytes.extend(&self.body);
        bytes
    }

    /// Sends it whole and reads the answer.
    pub async fn send(&self, server: &PracticeServer) -> io::Result<Answer> {
        let mut stream = connect(server).await?;
        stream.write_all(&self.bytes()).await?;
        Answer::parse(read_to_end(&mut stream).await?)
    }
}

/// The text part with the changes.
pub fn dto(text: &str) -> String {
    format!("Content-Disposition: form-data; name=\"ticketDTO\"\r\n\r\n{text}")
}

/// A file part.
pub fn file(name: &str, content: &str) -> String {
    let head = format!("Content-Disposition: form-data; name=\"files\"; filename=\"{name}\"");
    format!("{head}\r\nContent-Type: text/plain\r\n\r\n{content}")
}

/// A new connection to the server.
pub async fn connect(server: &PracticeServer) -> io::Result<TcpStream> {
    TcpStream::connect(server.base_url().trim_start_matches("http://")).await
}

/// Everything up to the end of the connection. The deadline is no part of any promise: it turns a test that would
/// hang into one that fails.
pub async fn read_to_end(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    tokio::time::timeout(Duration::from_secs(60), stream.read_to_end(&mut bytes)).await??;
    Ok(bytes)
}

/// An answer, as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn parse(bytes: Vec<u8>) -> io::Result<Self> {
        let no_answer = || io::Error::other(format!("not an answer: {:?}", String::from_utf8_lossy(&bytes)));
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(no_answer)?;
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(no_answer)?;
        Ok(Self { status, head, body: bytes[end + 4..].to_vec() })
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    pub fn reason(&self) -> String {
        self.json()["ReasonForFailure"].as_str().unwrap_or_default().to_owned()
    }
}
