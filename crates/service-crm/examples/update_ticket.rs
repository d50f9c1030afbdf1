//! Updates a ticket from a terminal or a script.
//!
//! ```text
//! LSQ_ACCESS_KEY=… LSQ_SECRET_KEY=… cargo run -p service-crm --example update_ticket -- \
//!     --host URL --org 22824 --ticket 143 --lead UUID --field Status="On Hold" --file a.pdf --file b.png
//! ```
//!
//! Prints the receipt (or the reason why there is none) as JSON on stdout, and progress on stderr when that is a
//! terminal.
//! Ends with 0 done, 2 refused before sending, 3 refused by the server, 4 not delivered and safe to send
//! again, 5 may be done. `--limit N` sets the calls per 5 s.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for terminals")]

use std::error::Error;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;
use service_crm::{
    Account, Attachment, CALLS_PER_WINDOW, CancellationToken, Change, Client, Code, Effect, Failure, Host,
    Keys, Organisation, Progress, Update,
};

const USAGE: &str = "update_ticket --host URL [--org ID] --ticket N --lead UUID [--field NAME=VALUE]… \
                     [--file PATH]… [--limit N]   (keys in LSQ_ACCESS_KEY and LSQ_SECRET_KEY)";

const REFUSED_BEFORE_SENDING: u8 = 2;
const REFUSED: u8 = 3;
const NOT_DELIVERED: u8 = 4;
const MAY_BE_DONE: u8 = 5;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(REFUSED_BEFORE_SENDING);
        }
    };
    match send(arguments).await {
        Ok(code) => code,
        Err(Refused { words, json }) => {
            println!("{json:#}");
            eprintln!("{words}");
            ExitCode::from(REFUSED_BEFORE_SENDING)
        }
    }
}

/// Something that is wrong before anything was sent, for people and for programs.
struct Refused {
    words: String,
    json: serde_json::Value,
}

impl<E: Error + Serialize> From<E> for Refused {
    fn from(error: E) -> Self {
        let words = error.to_string();
        let json = serde_json::to_value(error).unwrap_or_else(|_| serde_json::json!({ "code": words }));
        Self { words, json }
    }
}

#[derive(Default)]
struct Arguments {
    host: String,
    organisation: Option<String>,
    ticket: String,
    lead: String,
    changes: Vec<Change>,
    files: Vec<PathBuf>,
    limit: Option<u32>,
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut read = Arguments::default();
    let mut parser = Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("host") => read.host = parser.value()?.string()?,
            Arg::Long("org") => read.organisation = Some(parser.value()?.string()?),
            Arg::Long("ticket") => read.ticket = parser.value()?.string()?,
            Arg::Long("lead") => read.lead = parser.value()?.string()?,
            Arg::Long("file") => read.files.push(parser.value()?.into()),
            Arg::Long("limit") => read.limit = Some(parser.value()?.parse()?),
            Arg::Long("field") => {
                let text = parser.value()?.string()?;
                let (field, value) = text.split_once('=').ok_or("--field takes NAME=VALUE")?;
                read.changes.push(Change { field: field.into(), value: value.into() });
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(read)
}

async fn send(arguments: Arguments) -> Result<ExitCode, Refused> {
    let (host, named) = Host::parse(&arguments.host)?;
    let organisation = match (arguments.organisation, named) {
        (Some(given), _) => Organisation::parse(&given)?,
        (None, Some(named)) => named,
        (None, None) => Organisation::parse("")?,
    };
    let key = |name: &str| std::env::var(name).unwrap_or_default();
    let keys = Keys::new(&key("LSQ_ACCESS_KEY"), &key("LSQ_SECRET_KEY"))?;
    let calls_per_window = arguments.limit.unwrap_or(CALLS_PER_WINDOW);
    let account = Account { calls_per_window, ..Account::new(host, organisation, keys) };
    let client = Client::new(account).map_err(|error| {
        let words = error.to_string();
        Refused { json: serde_json::json!({ "code": "client_not_made", "why": words }), words }
    })?;

    let attachments = arguments.files.into_iter().map(Attachment::look).collect::<Result<Vec<_>, _>>()?;
    let update = Update::new(&arguments.ticket, &arguments.lead, arguments.changes, attachments)?;

    let cancel = CancellationToken::new();
    let interrupted = cancel.clone();
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            interrupted.cancel();
        }
    });
    let terminal = std::io::stderr().is_terminal();
    let settled = client.update_ticket(&update, &cancel, |progress| show(terminal, &progress)).await;
    if terminal {
        eprintln!();
    }
    Ok(match settled {
        Ok(receipt) => {
            println!("{:#}", serde_json::json!(receipt));
            ExitCode::SUCCESS
        }
        Err(failure) => {
            println!("{:#}", serde_json::json!(failure));
            eprintln!("{failure}");
            ExitCode::from(code(&failure))
        }
    })
}

fn code(failure: &Failure) -> u8 {
    match failure.effect {
        Effect::MayBeDone => MAY_BE_DONE,
        _ if failure.repeatable() || failure.code == Code::Cancelled => NOT_DELIVERED,
        Effect::NotDone => REFUSED,
        Effect::NotSent => REFUSED_BEFORE_SENDING,
    }
}

fn show(terminal: bool, progress: &Progress) {
    if !terminal {
        return;
    }
    let text = match progress {
        Progress::Waiting { milliseconds, .. } => {
            format!("waiting {} s for a turn", milliseconds.div_ceil(1000))
        }
        Progress::Sending { sent, total, .. } => format!("{:3} %", sent * 100 / (*total).max(1)),
        Progress::Answer => "sent; waiting for the answer".to_owned(),
    };
    // Nothing is lost when a line of progress cannot be written.
    let _ = write!(std::io::stderr(), "\r\x1b[K{text}");
}
