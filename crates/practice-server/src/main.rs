//! The practice account alone, for trying a client by hand: prints where it is and with which keys, and ends on
//! ctrl-c.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this program's output is its terminal")]

use std::{error::Error, process::ExitCode, str::FromStr};

use practice_server::{Fault, Form, Options, PracticeServer, Said};

const USAGE: &str = "practice-server [--port N] [--limit N (0: none)] [--org ID] [--access-key KEY] \
                     [--secret-key KEY] [--fault NAME (every call shows it)] [--form NAME (may be repeated)]

Faults: ";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "{error}\n\n{USAGE}{}\n\nForms: {}",
                fault_names(),
                Form::ALL.map(|form| form.to_string()).join(" ")
            );
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let (mut options, mut fault) = (Options::default(), None);
    let mut arguments = std::env::args().skip(1);
    while let Some(option) = arguments.next() {
        let value = arguments
            .next()
            .ok_or_else(|| format!("{option}: a value is missing or there is no such option"))?;
        match option.as_str() {
            "--port" => options.port = parse(&option, &value)?,
            "--limit" => options.limit = Some(parse(&option, &value)?),
            "--org" => options.organisation = value,
            "--access-key" => options.access_key = value,
            "--secret-key" => options.secret_key = value,
            "--form" => options.forms.push(parse(&option, &value)?),
            "--fault" => fault = Some(parse::<Fault>(&option, &value)?),
            _ => return Err(format!("there is no option {option}").into()),
        }
    }
    let server = PracticeServer::start(options).await?;
    if let Some(fault) = fault {
        server.inject_always(fault);
    }
    println!("address       {}", server.base_url());
    println!("organisation  {}", server.organisation());
    println!("access key    {}", server.access_key());
    println!("secret key    {}", server.secret_key());
    tokio::signal::ctrl_c().await?;
    Ok(())
}

fn parse<T: FromStr<Err: Error>>(option: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|error| format!("{option} {value}: {error}"))
}

fn fault_names() -> String {
    // There are too many statuses to list them one by one.
    let mut names: Vec<_> = Fault::all().iter().map(Fault::to_string).collect();
    names.retain(|name| !name.starts_with("status-"));
    names.extend(Said::ALL.iter().map(Said::to_string));
    names.push("status-CODE-{json,html,empty}-{applied,not-applied}".to_owned());
    names.join(" ")
}
