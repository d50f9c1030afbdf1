//! A connection that is still heard after the other side has stopped listening.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A connection on which a failed write is no error: nothing more is written, and what lies in it is read to its end.
///
/// A server that refuses in the middle of a body answers and closes. The next write then fails while the answer lies
/// here already, and RFC 9112, 9.5 asks a client to look for it. hyper gives a failed write back at once: of 60
/// refusals so closed it lost 43 to 60.
pub(crate) struct Hearing<T> {
    io: T,
    /// A write failed: from now on only reading tells what happens, and ends the connection.
    deaf: bool,
}

impl<T> Hearing<T> {
    pub(crate) fn new(io: T) -> Self {
        Self { io, deaf: false }
    }
}

impl<T: Unpin> Hearing<T> {
    /// Nobody is woken for a write that waits here: whoever writes also reads, and is woken by what comes, or by the end.
    fn written<V>(
        &mut self,
        cx: &mut Context<'_>,
        write: impl FnOnce(Pin<&mut T>, &mut Context<'_>) -> Poll<io::Result<V>>,
    ) -> Poll<io::Result<V>> {
        if !self.deaf {
            match write(Pin::new(&mut self.io), cx) {
                Poll::Ready(Err(_)) => self.deaf = true,
                written => return written,
            }
        }
        Poll::Pending
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Hearing<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(cx, buffer)
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Hearing<T> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.written(cx, |io, cx| io.poll_write(cx, bytes))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.written(cx, |io, cx| io.poll_write_vectored(cx, bytes))
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.written(cx, |io, cx| io.poll_flush(cx))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }
}
