//! The two sides of the wire: a server that tells exactly what it saw, and a client that does.

use std::{io, net::SocketAddr, time::Duration};

use faulty_wire::Wire;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    task::JoinHandle,
};

/// Bytes that tell where they come from: none is like its neighbours.
pub fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|index| (index % 251) as u8).collect()
}

/// A request: its head, and its body behind it.
pub struct Request {
    pub head: Vec<u8>,
    pub body: Vec<u8>,
}

impl Request {
    /// An update with so many bytes of a body.
    pub fn update(length: usize) -> Self {
        let head = format!("PUT /update HTTP/1.1\r\nHost: wire\r\nContent-Length: {length}\r\n\r\n");
        Self { head: head.into_bytes(), body: bytes(length) }
    }

    /// A call without a body.
    pub fn get() -> Self {
        Self { head: b"GET /ticket HTTP/1.1\r\nHost: wire\r\n\r\n".to_vec(), body: Vec::new() }
    }

    /// The head and so many bytes of the body.
    pub fn up_to(&self, body: usize) -> Vec<u8> {
        [&self.head, &self.body[..body]].concat()
    }

    pub fn whole(&self) -> Vec<u8> {
        self.up_to(self.body.len())
    }
}

/// The head of an answer with so many bytes of a body.
pub fn answer_head(length: usize) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n").into_bytes()
}

/// An answer with so many bytes of a body.
pub fn answer(length: usize) -> Vec<u8> {
    [answer_head(length), bytes(length)].concat()
}

/// How a connection ended, for the side that tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Fin,
    Reset,
}

/// All that came on a connection, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Seen {
    pub bytes: Vec<u8>,
    pub ending: Ending,
}

impl Seen {
    pub fn fin(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), ending: Ending::Fin }
    }

    pub fn reset(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), ending: Ending::Reset }
    }
}

/// A server's way with a call.
#[derive(Debug, Clone)]
pub enum Manner {
    /// Answers when the request is whole, and says that nothing more comes.
    Answers(Vec<u8>),
    /// Asks for the body first (`100 Continue`); then as [`Answers`](Self::Answers).
    AsksForBody(Vec<u8>),
    /// Answers as soon as the head is there; goes on reading.
    AnswersEarly(Vec<u8>),
    /// Reads the request and ends without an answer.
    HangsUp,
    /// Resets the connection when the request is whole.
    Resets,
    /// Reads nothing until it is told to.
    Waits(watch::Receiver<bool>),
}

/// A server on a loopback port.
pub struct Server {
    pub address: SocketAddr,
    seen: mpsc::UnboundedReceiver<Seen>,
    read: watch::Receiver<usize>,
    accepting: JoinHandle<()>,
}

impl Server {
    pub async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (tell, seen) = mpsc::unbounded_channel();
        let (count, read) = watch::channel(0);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (manner, tell, count) = (manner.clone(), tell.clone(), count.clone());
                tokio::spawn(async move {
                    let _ = tell.send(take_call(stream, manner, count).await);
                });
            }
        });
        Self { address, seen, read, accepting }
    }

    /// The next connection that ended.
    pub async fn seen(&mut self) -> Seen {
        soon(self.seen.recv()).await.unwrap()
    }

    /// Whether no connection has ended that was not asked for.
    pub fn has_seen_no_end(&self) -> bool {
        self.seen.is_empty()
    }

    /// Waits until so many bytes were read, on all connections together.
    pub async fn wait_until_read(&mut self, bytes: usize) {
        soon(self.read.wait_for(|read| *read >= bytes)).await.unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn take_call(mut stream: TcpStream, manner: Manner, count: watch::Sender<usize>) -> Seen {
    if let Manner::Waits(mut told) = manner.clone() {
        let _ = told.wait_for(|told| *told).await;
    }
    let mut seen = Seen::fin([]);
    let (mut asked, mut answered) = (false, false);
    loop {
        let call = Progress::of(&seen.bytes);
        if call != Progress::InHead && !asked {
            asked = true;
            match &manner {
                Manner::AsksForBody(_) => {
                    let _ = stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await;
                }
                Manner::AnswersEarly(answer) => {
                    let _ = stream.write_all(answer).await;
                    let _ = stream.shutdown().await;
                }
                _ => {}
            }
        }
        if call == Progress::Whole && !answered {
            answered = true;
            match &manner {
                Manner::Answers(answer) | Manner::AsksForBody(answer) => {
                    let _ = stream.write_all(answer).await;
                    let _ = stream.shutdown().await;
                }
                Manner::HangsUp => {
                    let _ = stream.shutdown().await;
                }
                Manner::Resets => {
                    stream.set_zero_linger().unwrap();
                    return seen;
                }
                Manner::AnswersEarly(_) | Manner::Waits(_) => {}
            }
        }
        let before = seen.bytes.len();
        if !read_some(&mut stream, &mut seen).await {
            return seen;
        }
        count.send_modify(|read| *read += seen.bytes.len() - before);
    }
}

#[derive(PartialEq, Eq)]
enum Progress {
    InHead,
    InBody,
    Whole,
}

impl Progress {
    fn of(bytes: &[u8]) -> Self {
        let Some(head) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
            return Self::InHead;
        };
        let text = String::from_utf8_lossy(&bytes[..head]);
        let length = text.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        let length: usize = length.map_or(0, |length| length.parse().unwrap());
        if bytes.len() < head + 4 + length { Self::InBody } else { Self::Whole }
    }
}

/// Whether more may come.
async fn read_some(stream: &mut TcpStream, seen: &mut Seen) -> bool {
    match stream.read_buf(&mut seen.bytes).await {
        Ok(0) => false,
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {
            seen.ending = Ending::Reset;
            false
        }
        Err(error) => panic!("neither a FIN nor a reset: {error}"),
    }
}

/// A client's connection.
pub struct Client {
    pub stream: TcpStream,
    /// Whether a reset was met while sending. The kernel tells of it once, and then the connection reads as ended.
    reset: bool,
}

impl Client {
    pub async fn connect(wire: &Wire) -> Self {
        Self { stream: TcpStream::connect(wire.address()).await.unwrap(), reset: false }
    }

    /// Connects and sends that.
    pub async fn sending(wire: &Wire, bytes: &[u8]) -> Self {
        let mut client = Self::connect(wire).await;
        client.send(bytes).await;
        client
    }

    /// Sends that, or as much of it as a connection that breaks takes.
    pub async fn send(&mut self, bytes: &[u8]) {
        let sent = soon(self.stream.write_all(bytes)).await;
        self.reset |= sent.is_err_and(|error| error.kind() == io::ErrorKind::ConnectionReset);
    }

    /// Says that nothing more comes.
    pub async fn end(&mut self) {
        self.stream.shutdown().await.unwrap();
    }

    /// Reads exactly so many bytes.
    pub async fn read(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        soon(self.stream.read_exact(&mut bytes)).await.unwrap();
        bytes
    }

    /// Whether nothing is there to be read, not even an end.
    pub fn has_nothing_to_read(&self) -> bool {
        let nothing = self.stream.try_read(&mut [0]);
        nothing.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
    }

    /// All that still comes, and how it ends.
    pub async fn rest(mut self) -> Seen {
        let mut seen = Seen::fin([]);
        while soon(read_some(&mut self.stream, &mut seen)).await {}
        if self.reset {
            seen.ending = Ending::Reset;
        }
        seen
    }
}

/// A whole call on another connection. What the wire was about to do on a connection before it has done by then: it
/// takes one turn after the other.
pub async fn another_call(wire: &Wire) {
    for _ in 0..3 {
        let client = Client::sending(wire, &Request::update(3).whole()).await;
        assert_eq!(client.rest().await.ending, Ending::Fin);
    }
}

/// The deadline is no part of any promise: it turns a test that would hang into one that fails.
pub async fn soon<T>(future: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(60), future).await.expect("nothing happens any more")
}
