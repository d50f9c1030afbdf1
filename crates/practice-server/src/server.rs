//! The running server.

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    thread::{self, JoinHandle},
};

use axum::serve::Listener as _;
use tokio::{
    net::{TcpListener, TcpSocket},
    runtime,
    sync::oneshot,
};

use crate::{
    account::{Account, Options, Progress},
    door::{Door, Wire},
    faults::Fault,
    front,
    record::Record,
    tickets::Ticket,
};

/// Connections that may wait to be accepted.
const BACKLOG: u32 = 1024;

/// The kernel's room for a body that [`Fault::StallAfter`] leaves unread. Left to itself it takes ever
/// more from a fast client, up to 32 MiB where it is set so, and who sent a large file would not see it stand still.
const UNREAD: u32 = 256 * 1024;

/// A practice account that answers on a loopback port until it is dropped.
///
/// It runs on a thread with a runtime of its own: a test that blocks its runtime or pauses its clock does not stop
/// the server, and when the runtime goes, every connection goes with it, a silent one too. So after the drop the
/// port is free.
pub struct PracticeServer {
    address: SocketAddr,
    account: Arc<Account>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl PracticeServer {
    /// Starts a server; it listens when this returns.
    ///
    /// # Errors
    /// If the port is taken or no thread can be had.
    pub async fn start(options: Options) -> io::Result<Self> {
        let port = options.port;
        let account = Account::new(options);
        let (stop, stopped) = oneshot::channel();
        let (bound, binding) = oneshot::channel();
        let served = Arc::clone(&account);
        let thread = thread::Builder::new()
            .name("practice-server".to_owned())
            .spawn(move || run(serve(port, served, bound, stopped)))?;
        let address = binding.await.map_err(io::Error::other)??;
        Ok(Self { address, account, stop: Some(stop), thread: Some(thread) })
    }

    /// Scheme, address and port: what a client takes for the vendor's host.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The organisation ID that the paths must name.
    pub fn organisation(&self) -> &str {
        &self.account.options.organisation
    }

    /// The access key that is right.
    pub fn access_key(&self) -> &str {
        &self.account.options.access_key
    }

    /// The secret key that is right.
    pub fn secret_key(&self) -> &str {
        &self.account.options.secret_key
    }

    /// The record of what arrived and what was done so far.
    pub fn record(&self) -> Record {
        self.account.record()
    }

    /// The ticket of that number as it is now.
    pub fn ticket(&self, number: &str) -> Option<Ticket> {
        self.account.ticket(number)
    }

    /// The next connection that no earlier injection is waiting for shows the fault.
    pub fn inject(&self, fault: Fault) {
        self.account.inject(fault);
    }

    /// Every connection shows the fault, those excepted that an [`inject`](Self::inject)ed one is waiting for.
    pub fn inject_always(&self, fault: Fault) {
        self.account.inject_always(fault);
    }

    /// No connection to come shows a fault.
    pub fn clear_faults(&self) {
        self.account.clear_faults();
    }

    /// Waits until so many calls have arrived (their heads) since the start.
    pub async fn wait_for_calls(&self, calls: u64) {
        self.wait_until(|progress| progress.calls >= calls).await;
    }

    /// Waits until so many bytes of request bodies have arrived since the start, of all calls together.
    pub async fn wait_until_body_bytes(&self, bytes: u64) {
        self.wait_until(|progress| progress.body_bytes >= bytes).await;
    }

    /// Waits until so many updates, creations and notes were done since the start.
    pub async fn wait_for_applied(&self, applied: u64) {
        self.wait_until(|progress| progress.applied >= applied).await;
    }

    async fn wait_until(&self, reached: impl FnMut(&Progress) -> bool) {
        // An error would mean that the account is gone, and it lives as long as `self`.
        let _ = self.account.progress().wait_for(reached).await;
    }
}

/// Without a runtime `serving` is dropped, and with it the sender that [`PracticeServer::start`] waits for.
fn run(serving: impl Future<Output = ()>) {
    if let Ok(runtime) = runtime::Builder::new_current_thread().enable_all().build() {
        runtime.block_on(serving);
    }
}

async fn serve(
    port: u16,
    account: Arc<Account>,
    bound: oneshot::Sender<io::Result<SocketAddr>>,
    stopped: oneshot::Receiver<()>,
) {
    let service = front::router(Arc::clone(&account)).into_make_service_with_connect_info::<Wire>();
    let door = match listen(port) {
        Ok(listener) => Door::new(listener, account),
        Err(error) => {
            let _ = bound.send(Err(error));
            return;
        }
    };
    let _ = bound.send(door.local_addr());
    tokio::select! {
        _ = axum::serve(door, service) => {}
        _ = stopped => {}
    }
}

fn listen(port: u16) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    // Elsewhere than on Unix the option would let others take the port.
    if cfg!(unix) {
        socket.set_reuseaddr(true)?;
    }
    // Before the port listens: its connections inherit it.
    socket.set_recv_buffer_size(UNREAD)?;
    socket.bind((Ipv4Addr::LOCALHOST, port).into())?;
    socket.listen(BACKLOG)
}

impl Drop for PracticeServer {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        // Short: the thread waits for nobody, it drops what it has.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for PracticeServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PracticeServer").field("address", &self.address).finish_non_exhaustive()
    }
}
