//! Squid as a reverse proxy.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::gateway::{Kind, Listener, PATIENCE, Site};
use crate::row::{A_PAGE, Behind, DONE, FAILED_EARLY, Row, SERVER_ERROR, TOO_LARGE, UNAVAILABLE};

pub(crate) static SQUID: Kind =
    Kind { name: "squid", program: "usr/sbin/squid", version: &["-v"], configure, rows: ROWS };

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("403: http_access deny", "http_access deny", &[A_PAGE]),
    Row::refuses("413: request_body_max_size", "request_body_max_size", &[TOO_LARGE]),
    Row::passes("the server acts and closes: 502", Behind::Closes, &[SERVER_ERROR], 1),
    Row::passes("the server acts and is silent: 504", Behind::IsSilent, &[SERVER_ERROR], 1),
    Row::passes("the server is not there: 502, early", Behind::Nobody, &[FAILED_EARLY, SERVER_ERROR], 0),
    Row::passes("the server is busy: its own 503", Behind::SaysBusy, &[UNAVAILABLE], 0),
];

fn configure(site: &Site) -> Result<Vec<Command>> {
    // Started as root it becomes another user.
    let mut open = std::fs::metadata(&site.folder)?.permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut open, 0o777);
    std::fs::set_permissions(&site.folder, open)?;
    // The limit on bodies is one for a whole process.
    let (limited, others): (Vec<_>, Vec<_>) =
        site.listeners.iter().partition(|listener| listener.row.lines == "request_body_max_size");
    Ok(vec![
        squid(site, "squid", &others, "")?,
        squid(site, "squid-limited", &limited, "request_body_max_size 1 KB")?,
    ])
}

fn squid(site: &Site, name: &str, listeners: &[&Listener], limit: &str) -> Result<Command> {
    let certificate = site.certificate.display();
    let mut ports = String::new();
    for (number, listener) in listeners.iter().enumerate() {
        let (kind, secure) = if listener.secure {
            ("https_port", format!(" tls-cert={certificate}"))
        } else {
            ("http_port", String::new())
        };
        let (port, behind) = (listener.port, listener.behind[0]);
        writeln!(
            ports,
            "{kind} 127.0.0.1:{port} accel defaultsite=127.0.0.1 name=front{number}{secure}\n\
             acl front{number} myportname front{number}"
        )?;
        if listener.row.lines == "http_access deny" {
            writeln!(ports, "http_access deny front{number}")?;
        }
        writeln!(
            ports,
            "cache_peer {ip} parent {port} 0 no-query originserver no-digest name=behind{number} \
             connect-fail-limit=1000000\n\
             cache_peer_access behind{number} allow front{number}\ncache_peer_access behind{number} deny all",
            ip = behind.ip(),
            port = behind.port()
        )?;
    }
    let (folder, shared) = (site.folder.display(), site.unpacked.join("usr/share"));
    let configuration = site.write(
        &format!("{name}.conf"),
        format!(
            "{ports}http_access allow all\ncache deny all\ncache_effective_user nobody\npid_filename none\n\
             access_log none\ncache_log {folder}/{name}.log\ncoredump_dir none\npinger_enable off\nunlinkd_program {}\n\
             mime_table {}\nicon_directory {}\nerror_directory {}\n\
             read_timeout {PATIENCE} seconds\nrequest_timeout {PATIENCE} seconds\n\
             connect_timeout {PATIENCE} seconds\n{limit}\n",
            site.unpacked.join("usr/lib/squid/unlinkd").display(),
            shared.join("squid/mime.conf").display(),
            shared.join("squid/icons").display(),
            shared.join("squid-langpack/English").display(),
        ),
    )?;
    let mut squid = site.command(&site.program);
    squid.args(["--foreground", "-N", "-n", &name.replace('-', ""), "-f"]).arg(configuration);
    Ok(squid)
}
