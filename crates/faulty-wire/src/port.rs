//! The client's end of the wire: a port that is open or not.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use tokio::{
    net::{TcpListener, TcpSocket, TcpStream},
    sync::{mpsc, oneshot, watch},
    task::JoinSet,
};

use crate::{call::Given, connection, harm::Harms, passed::Counts};

/// Connections that may wait to be accepted.
const BACKLOG: u32 = 128;

/// The kernel's room for a connection that is not read. Left to itself it takes ever more from a fast
/// client, up to 32 MiB where it is set so: a whole upload would vanish into a wire that stands still.
const UNREAD: u32 = 256 * 1024;

/// The longest that the start of a child may take, and how often is looked.
const STARTING: Duration = Duration::from_secs(5);
const LOOK: Duration = Duration::from_millis(5);

/// An order to the port, and where to say that it is done.
pub enum Order {
    Close(oneshot::Sender<io::Result<()>>),
    Open(oneshot::Sender<io::Result<()>>),
}

/// A loopback port, and the connections that were made to it.
pub struct Port {
    address: SocketAddr,
    state: State,
    server: SocketAddr,
    harms: Arc<Mutex<Harms>>,
    counts: Arc<Counts>,
    released: watch::Receiver<()>,
    unplugged: watch::Sender<()>,
    connections: JoinSet<()>,
}

enum State {
    Open(TcpListener),
    /// Bound without listening: connections are refused, and nobody else gets the port.
    Reserved(TcpSocket),
    /// Nothing of it is ours; only after an error.
    Lost,
}

impl Port {
    /// Opens a free port.
    pub fn open(
        server: SocketAddr,
        harms: Arc<Mutex<Harms>>,
        counts: Arc<Counts>,
        released: watch::Receiver<()>,
    ) -> io::Result<Self> {
        let listener = bind((Ipv4Addr::LOCALHOST, 0).into())?.listen(BACKLOG)?;
        Ok(Self {
            address: listener.local_addr()?,
            state: State::Open(listener),
            server,
            harms,
            counts,
            released,
            unplugged: watch::Sender::default(),
            connections: JoinSet::new(),
        })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Accepts connections and follows orders until nobody can give any more.
    pub async fn run(mut self, mut orders: mpsc::Receiver<Order>) -> io::Result<()> {
        loop {
            tokio::select! {
                order = orders.recv() => match order {
                    // Who gave it may have gone; it is carried out all the same.
                    Some(Order::Close(done)) => { let _ = done.send(self.close().await); }
                    Some(Order::Open(done)) => { let _ = done.send(self.reopen()); }
                    None => return Ok(()),
                },
                client = accept(&self.state) => self.connected(client?),
                Some(_) = self.connections.join_next() => {}
            }
        }
    }

    fn connected(&mut self, client: TcpStream) {
        let given = Given {
            harm: self.harms.lock().unwrap_or_else(PoisonError::into_inner).take(),
            counts: Arc::clone(&self.counts),
            released: self.released.clone(),
        };
        self.counts.add(|passed| passed.connections += 1);
        self.connections.spawn(connection::carry(client, self.server, given, self.unplugged.subscribe()));
    }

    /// Refuses connections from now on, and resets those that stand.
    async fn close(&mut self) -> io::Result<()> {
        let mut reserved = Ok(());
        if !matches!(self.state, State::Reserved(_)) {
            // First the listener goes: a port can be bound again only when nobody listens.
            self.state = State::Lost;
            let until = Instant::now() + STARTING;
            reserved = loop {
                match bind(self.address) {
                    Ok(socket) => {
                        self.state = State::Reserved(socket);
                        break Ok(());
                    }
                    // A child that another thread has just started has the listener too, until it is its own program.
                    Err(error) if error.kind() == io::ErrorKind::AddrInUse && Instant::now() < until => {
                        tokio::time::sleep(LOOK).await;
                    }
                    Err(error) => break Err(error),
                }
            };
        }
        self.unplugged.send_replace(());
        while self.connections.join_next().await.is_some() {}
        reserved
    }

    fn reopen(&mut self) -> io::Result<()> {
        let socket = match std::mem::replace(&mut self.state, State::Lost) {
            State::Reserved(socket) => socket,
            State::Lost => bind(self.address)?,
            open @ State::Open(_) => {
                self.state = open;
                return Ok(());
            }
        };
        self.state = State::Open(socket.listen(BACKLOG)?);
        Ok(())
    }
}

async fn accept(state: &State) -> io::Result<TcpStream> {
    let State::Open(listener) = state else { return std::future::pending().await };
    loop {
        match listener.accept().await {
            Ok((client, _)) => return Ok(client),
            // A client that went away before it was accepted is no trouble of ours.
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
            Err(error) => return Err(error),
        }
    }
}

fn bind(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    // Elsewhere than on Unix the option would let others take the port, and is not needed to bind it again while old
    // connections linger.
    if cfg!(unix) {
        socket.set_reuseaddr(true)?;
    }
    // Before the port listens: its connections inherit it.
    socket.set_recv_buffer_size(UNREAD)?;
    socket.bind(address)?;
    Ok(socket)
}
