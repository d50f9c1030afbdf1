//! A gate on the wire.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Stands before a server and lets only so much of what a client sends through, until told to go on.
pub struct Gate {
    address: SocketAddr,
    allowed: watch::Sender<u64>,
    passed: watch::Receiver<u64>,
    ended: watch::Receiver<u64>,
}

impl Gate {
    /// A gate that stays closed behind that many bytes of the connection.
    pub async fn before(url: &str, bytes: u64) -> Self {
        let behind: SocketAddr = url.trim_start_matches("http://").parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (allowed, allowance) = watch::channel(bytes);
        let (passing, passed) = watch::channel(0);
        let (ending, ended) = watch::channel(0);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(behind).await.unwrap();
                carry(client, server, allowance.clone(), &passing).await;
                ending.send_modify(|ended| *ended += 1);
            }
        });
        Self { address, allowed, passed, ended }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Waits until so many bytes have passed.
    pub async fn passed(&self, bytes: u64) {
        let (mut passed, mut ended) = (self.passed.clone(), self.ended.clone());
        tokio::select! {
            biased;
            passed = passed.wait_for(|passed| *passed >= bytes) => drop(passed.unwrap()),
            _ = ended.wait_for(|ended| *ended > 0) => panic!("the connection ended before {bytes} bytes had passed"),
        }
    }

    /// Lets so many bytes more through, and waits until they have passed.
    pub async fn let_pass(&self, bytes: u64) {
        self.allowed.send_modify(|allowed| *allowed += bytes);
        let all = *self.allowed.borrow();
        self.passed(all).await;
    }

    /// Makes a slow line of it: so many bytes every 20 ms, until the future is dropped.
    pub async fn trickle(&self, bytes: u64) {
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        loop {
            tick.tick().await;
            self.allowed.send_modify(|allowed| *allowed = allowed.saturating_add(bytes));
        }
    }

    /// Lets everything pass, and waits until client and server have both ended the connection: from then on the
    /// server's record is final.
    pub async fn open_to_the_end(&self) {
        self.allowed.send_replace(u64::MAX);
        self.ended.clone().wait_for(|ended| *ended > 0).await.unwrap();
    }
}

async fn carry(
    client: TcpStream,
    server: TcpStream,
    mut allowed: watch::Receiver<u64>,
    passing: &watch::Sender<u64>,
) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let answer = tokio::spawn(async move {
        let _ = tokio::io::copy(&mut from_server, &mut to_client).await;
        // Kept until both ways are done: dropped, it would end the client's half.
        to_client
    });
    let mut buffer = vec![0; 64 * 1024];
    let mut passed = 0;
    loop {
        let room = match allowed.wait_for(|allowed| *allowed > passed).await {
            Ok(allowed) => usize::try_from(*allowed - passed).unwrap().min(buffer.len()),
            Err(_) => break, // the test is over
        };
        match from_client.read(&mut buffer[..room]).await {
            Ok(read @ 1..) if to_server.write_all(&buffer[..read]).await.is_ok() => {
                passed += read as u64;
                passing.send_replace(passed);
            }
            _ => break,
        }
    }
    let _ = to_server.shutdown().await;
    let _ = answer.await;
}
