//! The server's end of the wire: accepting connections, and breaking them on demand.
//!
//! Broken connections need the socket, which HTTP code never sees. So axum is given a listener of our own whose
//! connections share a [`Wire`] with the code that answers: whoever decides to break a connection says so there,
//! and the connection obeys at its next write. That keeps one HTTP implementation for honest and faulty answers.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll, ready},
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};

use crate::{account::Account, faults::Fault};

/// The answering code's knowledge of its connection; clones speak of the same one.
#[derive(Clone)]
pub struct Wire {
    /// The fault that this connection is to show.
    pub fault: Option<Fault>,
    /// The port on which it was accepted.
    pub port: u16,
    end: Arc<AtomicU8>,
}

const WHOLE: u8 = 0;
const CUT: u8 = 1;
const RESET: u8 = 2;

impl Wire {
    /// Not a byte more is written: the connection is closed.
    pub fn cut(&self) {
        self.end.store(CUT, Ordering::SeqCst);
    }

    /// Not a byte more is written: the connection is reset (TCP RST).
    pub fn reset(&self) {
        self.end.store(RESET, Ordering::SeqCst);
    }

    /// Whether an answer can still be written.
    pub fn is_whole(&self) -> bool {
        self.end() == WHOLE
    }

    fn end(&self) -> u8 {
        self.end.load(Ordering::SeqCst)
    }
}

/// Accepts connections and gives each the next fault.
pub struct Door {
    listener: TcpListener,
    account: Arc<Account>,
}

impl Door {
    pub fn new(listener: TcpListener, account: Arc<Account>) -> Self {
        Self { listener, account }
    }
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let (stream, address) = Listener::accept(&mut self.listener).await;
            let fault = self.account.connected();
            if fault == Some(Fault::Refuse) {
                // With a reset, the client learns at once that nobody will read; closing alone could let it
                // write a small request into the void and take the end for a lost answer.
                let _ = stream.set_zero_linger();
                continue;
            }
            let _ = stream.set_nodelay(true);
            let port = self.local_addr().map_or(0, |here| here.port());
            let wire = Wire { fault, port, end: Arc::new(AtomicU8::new(WHOLE)) };
            return (Connection { stream, wire, said_all: false }, address);
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

impl Connected<IncomingStream<'_, Door>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.io().wire.clone()
    }
}

/// A TCP connection that does as its [`Wire`] says.
pub struct Connection {
    stream: TcpStream,
    wire: Wire,
    said_all: bool,
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if !self.wire.is_whole() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    /// Says that nothing more comes, and then reads what the client still sends, as nginx's lingering close does:
    /// closed with unread bytes, the kernel would reset the connection and could take the answer with it.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !self.wire.is_whole() {
            return Poll::Ready(Ok(()));
        }
        if !self.said_all {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            self.said_all = true;
        }
        let mut scrap = [0; 16 * 1024];
        loop {
            let mut buf = ReadBuf::new(&mut scrap);
            ready!(Pin::new(&mut self.stream).poll_read(cx, &mut buf))?;
            if buf.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if self.wire.end() == RESET {
            let _ = self.stream.set_zero_linger();
        }
    }
}
