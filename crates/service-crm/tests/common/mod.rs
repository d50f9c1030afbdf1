//! What the tests share: an account on a practice server, files, a gate on the wire, and raw servers.
#![allow(dead_code)] // each test program uses a part of it

use std::fs;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use practice_server::{Fault, Options, PracticeServer};
use service_crm::{
    Account, Attachment, CancellationToken, Change, Client, Effect, Failure, Host, Keys, Limits,
    Organisation, Progress, Receipt, TicketNumber, Update,
};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The lead of ticket 143 in the vendor's sample, and on the practice server.
pub const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";
pub const MIB: u64 = 1024 * 1024;
/// More than the two ends of a loopback connection can hold between them while nobody reads.
pub const LARGE: u64 = 24 * MIB;

/// Limits with a short stall, for servers that fall silent.
pub const IMPATIENT: Limits = Limits { connect: Duration::from_secs(20), stall: Duration::from_millis(1500) };

/// A practice account that any number of calls may be made to.
pub async fn server() -> PracticeServer {
    server_with(Options { limit: None, ..Options::default() }).await
}

pub async fn server_with(options: Options) -> PracticeServer {
    PracticeServer::start(options).await.unwrap()
}

/// A practice account whose next connection shows the fault.
pub async fn server_that(fault: Fault) -> PracticeServer {
    let server = server().await;
    server.inject(fault);
    server
}

/// The account at an address, with keys as given.
pub fn account(url: &str, access: &str, secret: &str) -> Account {
    let (host, _) = Host::parse(url).unwrap();
    Account::new(host, Organisation::parse("22824").unwrap(), Keys::new(access, secret).unwrap())
}

/// A client of the practice account, wherever that is reached.
pub fn client_at(url: &str, limits: Limits) -> Client {
    Client::with_limits(account(url, "practice-access-key", "practice-secret-key"), limits).unwrap()
}

pub fn client_of(server: &PracticeServer) -> Client {
    client_at(&server.base_url(), Limits::default())
}

pub async fn send(client: &Client, update: &Update) -> Result<Receipt, Failure> {
    client.update_ticket(update, &CancellationToken::new(), |_| ()).await
}

/// Sends in a task of its own, so that a test can act while it goes on; the progress is heard from outside.
pub fn send_aside(client: &Client, update: &Update) -> Aside {
    let (client, update, cancel) = (client.clone(), update.clone(), CancellationToken::new());
    let (tell, progress) = watch::channel(None);
    let cancelled = cancel.clone();
    let settled = tokio::spawn(async move {
        let heard = |step| drop(tell.send(Some(step)));
        client.update_ticket(&update, &cancelled, heard).await
    });
    Aside { cancel, progress, settled }
}

pub struct Aside {
    pub cancel: CancellationToken,
    pub progress: watch::Receiver<Option<Progress>>,
    pub settled: JoinHandle<Result<Receipt, Failure>>,
}

impl Aside {
    pub async fn until(&mut self, reached: impl Fn(&Progress) -> bool) {
        self.progress.wait_for(|step| step.as_ref().is_some_and(&reached)).await.unwrap();
    }

    pub async fn failure(self) -> Failure {
        self.settled.await.unwrap().unwrap_err()
    }
}

/// The calls that change nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Question {
    Ticket,
    Fields,
    List,
    Leads,
}

impl Question {
    pub const ALL: [Self; 4] = [Self::Ticket, Self::Fields, Self::List, Self::Leads];

    /// Asks for what the practice account has. Leads are looked for at `url`, where everything else is too.
    pub async fn ask(self, client: &Client, url: &str, cancel: &CancellationToken) -> Result<(), Failure> {
        match self {
            Self::Ticket => client.read_ticket(&TicketNumber::parse("143").unwrap(), cancel).await.map(drop),
            Self::Fields => client.fields(cancel).await.map(drop),
            Self::List => client.list_values("SubType", cancel).await.map(drop),
            Self::Leads => {
                let (host, _) = Host::parse(url).unwrap();
                client.leads_by_email(&host, "george.jackson@example.com", cancel).await.map(drop)
            }
        }
    }
}

/// The stable code of a failure, as the screen sees it.
pub fn code(failure: &Failure) -> String {
    serde_json::to_value(failure).unwrap()["code"].as_str().unwrap().to_owned()
}

pub fn code_and_effect(failure: &Failure) -> (String, Effect) {
    (code(failure), failure.effect)
}

/// The code's parameter that names the file.
pub fn file_named(failure: &Failure) -> String {
    serde_json::to_value(failure).unwrap()["file"].as_str().unwrap().to_owned()
}

pub fn change(field: &str, value: &str) -> Change {
    Change { field: field.into(), value: value.into() }
}

/// An update of ticket 143 that sets its status, and brings the files along.
pub fn update(attachments: Vec<Attachment>) -> Update {
    Update::new("143", LEAD, vec![change("Status", "On Hold")], attachments).unwrap()
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes without a pattern that a mistake in cutting or ordering could hide in.
pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}

/// A folder with files to attach.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn file(&self, name: &str, content: &[u8]) -> Attachment {
        fs::write(self.path(name), content).unwrap();
        Attachment::look(self.path(name)).unwrap()
    }

    /// A file of that size, without the time that writing it would take.
    pub fn sized(&self, name: &str, size: u64) -> Attachment {
        fs::File::create(self.path(name)).unwrap().set_len(size).unwrap();
        Attachment::look(self.path(name)).unwrap()
    }

    /// Makes the file longer or shorter.
    pub fn resize(&self, name: &str, size: u64) {
        fs::File::options().write(true).open(self.path(name)).unwrap().set_len(size).unwrap();
    }

    /// Writes over the beginning of a file: the same size, another content.
    pub fn overwrite(&self, name: &str, content: &[u8]) {
        let mut file = fs::File::options().write(true).open(self.path(name)).unwrap();
        file.write_all(content).unwrap();
    }
}

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

    pub async fn with(manner: Manner, answer: impl Into<String>) -> Self {
        let answer = answer.into();
        Self::replying(manner, move |_| answer.clone()).await
    }

    /// A server whose answer depends on the request.
    pub async fn replying(manner: Manner, reply: impl Fn(&[u8]) -> String + Send + 'static) -> Self {
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
                let _ = stream.write_all(answer.as_bytes()).await;
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

/// Hears the progress of an attempt, and steps out of real time while the client waits for a turn: those seconds
/// pass at once. For runtimes of one thread, with nothing else going on in them.
pub fn in_no_time(heard: &mut Vec<Progress>) -> impl FnMut(Progress) + Send {
    let mut paused = false;
    move |step| {
        let waiting = matches!(step, Progress::Waiting { .. });
        if waiting && !paused {
            tokio::time::pause();
        } else if !waiting && paused {
            tokio::time::resume();
        }
        paused = waiting;
        heard.push(step);
    }
}
