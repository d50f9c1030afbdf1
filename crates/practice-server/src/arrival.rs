//! The body of a request on its way in.
//!
//! Everything that reads a body reads it through [`Arrival`]: there its bytes are counted, there it is broken on
//! demand, and there what a reader left over can be read to the end. The last matters twice: nothing may be applied
//! before the whole request is there (a multipart reader stops at the final boundary), and an answer to a request
//! that is still coming in could get lost.

use std::{
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
};

use axum::body::{Body, BodyDataStream};
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};

use crate::{account::Account, door::Wire, faults::Fault};

/// A handle to the body of one request; clones are handles to the same.
#[derive(Clone)]
pub struct Arrival {
    inner: Arc<Inner>,
}

struct Inner {
    body: Mutex<BodyDataStream>,
    account: Arc<Account>,
    call: u64,
    wire: Wire,
    arrived: AtomicU64,
}

impl Arrival {
    pub fn new(body: Body, account: Arc<Account>, call: u64, wire: Wire) -> Self {
        let (body, arrived) = (Mutex::new(body.into_data_stream()), AtomicU64::new(0));
        Self { inner: Arc::new(Inner { body, account, call, wire, arrived }) }
    }

    /// Reads what is left.
    pub async fn rest(mut self) -> Result<(), axum::Error> {
        while let Some(bytes) = self.next().await {
            bytes?;
        }
        Ok(())
    }
}

impl Stream for Arrival {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let inner = &self.inner;
        let arrived = inner.arrived.load(Ordering::Relaxed);
        match inner.wire.fault {
            // Nothing wakes this: the end of the connection or of the server ends the wait.
            Some(Fault::StallAfter(bytes)) if arrived >= bytes => return Poll::Pending,
            Some(Fault::ResetAfter(bytes)) if arrived >= bytes => {
                inner.wire.reset();
                return Poll::Ready(Some(Err(axum::Error::new("reset on demand"))));
            }
            _ => {}
        }
        let mut body = inner.body.lock().unwrap_or_else(PoisonError::into_inner);
        let polled = body.poll_next_unpin(cx);
        if let Poll::Ready(Some(Ok(bytes))) = &polled {
            inner.arrived.fetch_add(bytes.len() as u64, Ordering::Relaxed);
            inner.account.body_arrived(inner.call, bytes.len() as u64);
        }
        polled
    }
}
