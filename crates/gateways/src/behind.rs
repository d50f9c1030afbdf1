//! The servers behind a gateway: practice servers that act and then answer, close or are silent.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::thread;

use anyhow::{Context, Result};
use practice_server::{Body, Fault, Options, Outcome, PracticeServer};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use crate::gateway::free_port;
use crate::row;

/// The servers behind one port of a gateway.
pub(crate) struct Servers {
    practice: Vec<PracticeServer>,
    pub(crate) addresses: Vec<SocketAddr>,
}

impl Servers {
    pub(crate) async fn start(behind: row::Behind) -> Result<Self> {
        let faults: &[Option<Fault>] = match behind {
            row::Behind::Answers => &[None],
            row::Behind::Closes => &[Some(Fault::Cut(Outcome::Applied))],
            row::Behind::IsSilent => &[Some(Fault::Silence(Outcome::Applied))],
            row::Behind::SaysBusy => &[Some(Fault::Status(503, Body::Json, Outcome::NotApplied))],
            row::Behind::TwoFirstCloses => &[Some(Fault::Cut(Outcome::Applied)), None],
            row::Behind::RefusesEarly => return Ok(Self::alone(refusing_early()?)),
            row::Behind::Nobody => return Ok(Self::alone((Ipv4Addr::LOCALHOST, free_port()?).into())),
        };
        let (mut practice, mut addresses) = (Vec::new(), Vec::new());
        for fault in faults {
            let server =
                PracticeServer::start(Options { limit: None, ..practice_client::known_keys() }).await?;
            if let Some(fault) = fault {
                server.inject_always(*fault);
            }
            let address = server.base_url().trim_start_matches("http://").parse();
            addresses.push(address.context("the practice server's address")?);
            practice.push(server);
        }
        Ok(Self { practice, addresses })
    }

    fn alone(address: SocketAddr) -> Self {
        Self { practice: Vec::new(), addresses: vec![address] }
    }

    /// How often they acted on an update that set this title.
    pub(crate) fn acted_on(&self, title: &str) -> usize {
        let sets_it = |fields: &[(String, String)]| fields.iter().any(|(_, value)| value == title);
        self.practice
            .iter()
            .map(|server| server.record().applied.iter().filter(|applied| sets_it(&applied.fields)).count())
            .sum()
    }
}

/// An application that has read enough: it answers after the first bytes of a body and closes at once, without
/// reading the rest. The practice server does not do that: it reads on until the client has its answer.
fn refusing_early() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // One that breaks is the gateway's to tell of.
            thread::spawn(move || refuse(stream));
        }
    });
    Ok(address)
}

fn refuse(mut stream: TcpStream) -> io::Result<()> {
    let mut seen = Vec::new();
    let mut piece = [0; 4096];
    let past_the_head = |seen: &[u8]| {
        seen.windows(4).position(|four| four == b"\r\n\r\n").is_some_and(|end| seen.len() > end + 4)
    };
    while !past_the_head(&seen) {
        match stream.read(&mut piece)? {
            0 => return Ok(()),
            read => seen.extend_from_slice(&piece[..read]),
        }
    }
    stream.write_all(
        b"HTTP/1.1 413 Content Too Large\r\nContent-Type: application/json\r\nContent-Length: 31\r\n\
          Connection: close\r\n\r\n{\"Message\":\"The file is large\"}",
    )
}
