//! The running wire.

use std::{
    fmt, io,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use tokio::{
    runtime,
    sync::{mpsc, oneshot, watch},
};

use crate::{
    harm::{Harm, Harms},
    passed::{Counts, Passed},
    port::{Order, Port},
};

/// A wire from a free loopback port to a server, until it is dropped.
///
/// It runs on a thread with a runtime of its own: a test that blocks its runtime or pauses its clock does not stop
/// it, and when the runtime goes, every connection goes with it, a stalled one too. So after the drop the port is
/// free.
pub struct Wire {
    address: SocketAddr,
    harms: Arc<Mutex<Harms>>,
    counts: Arc<Counts>,
    released: watch::Sender<()>,
    orders: Option<mpsc::Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl Wire {
    /// Starts a wire to that server; it takes connections when this returns. The server need not be there yet.
    ///
    /// # Errors
    /// If no port or no thread can be had.
    pub async fn start(server: SocketAddr) -> io::Result<Self> {
        let harms = Arc::<Mutex<Harms>>::default();
        let counts = Arc::<Counts>::default();
        let (released, releases) = watch::channel(());
        let (orders, given) = mpsc::channel(1);
        let (bound, binding) = oneshot::channel();
        let (their_harms, their_counts) = (Arc::clone(&harms), Arc::clone(&counts));
        let serving = async move {
            match Port::open(server, their_harms, their_counts, releases) {
                Ok(port) => {
                    let _ = bound.send(Ok(port.address()));
                    // An error closes the port and ends the thread; `down` and `up` tell of it.
                    let _ = port.run(given).await;
                }
                Err(error) => {
                    let _ = bound.send(Err(error));
                }
            }
        };
        let thread = thread::Builder::new().name("faulty-wire".to_owned()).spawn(move || run(serving))?;
        let address = binding.await.map_err(io::Error::other)??;
        Ok(Self { address, harms, counts, released, orders: Some(orders), thread: Some(thread) })
    }

    /// Scheme, address and port: what a client takes for the server's.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The port to which clients connect.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next connection that no earlier call is waiting for meets the harm.
    pub fn next(&self, harm: Harm) {
        self.harms().queue.push_back(harm);
    }

    /// Every connection meets the harm, those excepted that a [`next`](Self::next) is waiting for.
    pub fn always(&self, harm: Harm) {
        self.harms().always = Some(harm);
    }

    /// No connection to come meets a harm. Those that stand keep theirs.
    pub fn clear(&self) {
        *self.harms() = Harms::default();
    }

    /// Connections that are stalled go on where they stood.
    pub fn release(&self) {
        self.released.send_replace(());
    }

    /// Unplugs the wire: when this returns, connections are refused, and those that stood were reset on both sides,
    /// as by a server that ended. Harms that wait for connections go on waiting.
    ///
    /// # Errors
    /// If somebody else took the port in the moment of closing it; connections end all the same.
    pub async fn down(&self) -> io::Result<()> {
        self.order(Order::Close).await
    }

    /// Plugs the wire in again, on the same port: when this returns, connections are taken.
    ///
    /// # Errors
    /// If the port cannot be had again.
    pub async fn up(&self) -> io::Result<()> {
        self.order(Order::Open).await
    }

    /// The bytes that have passed so far.
    pub fn passed(&self) -> Passed {
        self.counts.now()
    }

    /// Waits until so many connections were accepted since the start.
    pub async fn wait_for_connections(&self, connections: u64) {
        self.counts.wait_until(|passed| passed.connections >= connections).await;
    }

    /// Waits until so many bytes of request bodies were passed on since the start, of all calls together.
    pub async fn wait_until_body_bytes(&self, bytes: u64) {
        self.counts.wait_until(|passed| passed.body_bytes >= bytes).await;
    }

    /// Waits until so many whole answers were passed back since the start.
    pub async fn wait_for_answers(&self, answers: u64) {
        self.counts.wait_until(|passed| passed.answers >= answers).await;
    }

    /// Waits until so many harms have struck since the start: what they do to a connection is done.
    pub async fn wait_for_harm(&self, harms: u64) {
        self.counts.wait_until(|passed| passed.harms >= harms).await;
    }

    fn harms(&self) -> MutexGuard<'_, Harms> {
        self.harms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn order(&self, order: impl FnOnce(oneshot::Sender<io::Result<()>>) -> Order) -> io::Result<()> {
        let ended = || io::Error::other("the wire has ended by an error of its port");
        let (done, doing) = oneshot::channel();
        let orders = self.orders.as_ref().ok_or_else(ended)?;
        orders.send(order(done)).await.map_err(|_| ended())?;
        doing.await.map_err(|_| ended())?
    }
}

/// Without a runtime `serving` is dropped, and with it the sender that [`Wire::start`] waits for.
fn run(serving: impl Future<Output = ()>) {
    if let Ok(runtime) = runtime::Builder::new_current_thread().enable_all().build() {
        runtime.block_on(serving);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.orders = None;
        // Short: the thread waits for nobody, it drops what it has.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wire")
            .field("address", &self.address)
            .field("passed", &self.passed())
            .finish_non_exhaustive()
    }
}
