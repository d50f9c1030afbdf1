//! Servers that are written by hand.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// The right answer to an update of ticket 143.
pub fn success() -> String {
    let body = r##"{"Status":"Success","ReasonForFailure":null,"Id":"143","Message":"Done","Key":"#143"}"##;
    answer("200 OK", "Content-Type: application/json\r\n", body)
}

/// An answer as it stands on the wire; `headers` end in CR LF.
pub fn answer(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// A server without a protocol: reads a request to its announced end, gives the answer as it stands, keeps the bytes.
pub struct Recorder {
    address: SocketAddr,
    requests: Arc<std::sync::Mutex<Vec<Vec<u8>>>>,
    ended: watch::Receiver<Option<u64>>,
}

/// When a [`Recorder`] answers, and how it takes its leave.
#[derive(Clone, Copy, PartialEq)]
pub enum Manner {
    /// When the whole request is there; it then closes.
    InTurn,
    /// When the whole request is there; it then keeps the connection, and answers nothing more on it.
    InTurnOnce,
    /// As soon as the head is there; it then reads on until the client goes.
    Early,
    /// As soon as the head is there; it then closes with the body unread, which resets the connection.
    EarlyAndGone,
}

impl Recorder {
    pub async fn answering(answer: impl Into<String>) -> Self {
        Self::with(Manner::InTurn, answer).await
    }

    /// A server whose answer is no UTF-8.
    pub async fn answering_bytes(answer: Vec<u8>) -> Self {
        Self::replying(Manner::InTurn, move |_| answer.clone()).await
    }

    pub async fn with(manner: Manner, answer: impl Into<String>) -> Self {
        let answer = answer.into();
        Self::replying(manner, move |_| answer.clone()).await
    }

    /// A server whose answer depends on the request.
    pub async fn replying<A: AsRef<[u8]> + Send>(
        manner: Manner,
        reply: impl Fn(&[u8]) -> A + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(std::sync::Mutex::new(Vec::new()));
        let kept = requests.clone();
        let (ending, ended) = watch::channel(None);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let request =
                    read_request(&mut stream, matches!(manner, Manner::InTurn | Manner::InTurnOnce)).await;
                let answer = reply(&request);
                kept.lock().unwrap().push(request);
                let _ = stream.write_all(answer.as_ref()).await;
                if matches!(manner, Manner::Early | Manner::InTurnOnce) {
                    // Aside: others may come meanwhile.
                    let ending = ending.clone();
                    tokio::spawn(async move {
                        let more =
                            tokio::io::copy(&mut stream, &mut tokio::io::sink()).await.unwrap_or_default();
                        ending.send_replace(Some(more));
                    });
                }
            }
        });
        Self { address, requests, ended }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.requests.lock().unwrap().clone()
    }

    /// Waits until the client has ended a connection that was read on; how many bytes came behind the first ones.
    pub async fn ended(&self) -> u64 {
        self.ended.clone().wait_for(Option::is_some).await.unwrap().unwrap()
    }

    /// The only request's head and body.
    pub fn request(&self) -> (String, Vec<u8>) {
        let requests = self.requests();
        assert_eq!(requests.len(), 1);
        let end = end_of_head(&requests[0]).unwrap();
        (String::from_utf8(requests[0][..end].to_vec()).unwrap(), requests[0][end..].to_vec())
    }
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

/// A header's value in a raw head.
pub fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}

async fn read_request(stream: &mut TcpStream, whole: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        if let Some(end) = end_of_head(&bytes) {
            let head = String::from_utf8_lossy(&bytes[..end]);
            let length = header(&head, "content-length").map_or(0, |length| length.parse().unwrap());
            if !whole || bytes.len() - end >= length {
                return bytes;
            }
        }
        match stream.read(&mut buffer).await {
            Ok(read @ 1..) => bytes.extend_from_slice(&buffer[..read]),
            _ => return bytes,
        }
    }
}

/// An address on which nobody listens.
pub fn closed_port() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}
