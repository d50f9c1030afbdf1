//! Caddy: today's, and the one that Debian 12 has.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::gateway::{Kind, PATIENCE, Site};
use crate::row::{
    BROKE_BEFORE_ANSWER, BROKE_WHILE_SENDING, Behind, DONE, FAILED_EARLY, FORBIDDEN, KEYS_REFUSED, REFUSED,
    Row, SERVER_ERROR, TOO_LARGE, TOO_SLOW, UNAVAILABLE,
};

pub(crate) static CADDY: Kind =
    Kind { name: "caddy", program: "caddy", version: &["version"], configure, rows: ROWS };

pub(crate) static CADDY_OF_DEBIAN: Kind = Kind {
    name: "caddy-debian",
    program: "usr/bin/caddy",
    version: &["version"],
    configure,
    rows: ROWS_OF_DEBIAN,
};

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("413: request_body", "request_body {\n max_size 1KB\n }", &[TOO_LARGE]),
    Row::refuses("403: respond", "respond 403", &[FORBIDDEN]),
    Row::refuses("401: respond", "respond 401", &[KEYS_REFUSED]),
    // Closed without an answer. Whoever had handed over everything cannot know that nobody read it.
    Row::refuses("closes: abort", "abort", &[BROKE_WHILE_SENDING, BROKE_BEFORE_ANSWER]),
    Row::waits_for("too slow: 499", "", &[REFUSED, TOO_SLOW]),
    Row::passes("the server acts and closes: 502", Behind::Closes, &[SERVER_ERROR], 1),
    Row::passes("the server acts and is silent: 504", Behind::IsSilent, &[SERVER_ERROR], 1),
    Row::passes("the server is not there: 502", Behind::Nobody, &[SERVER_ERROR, FAILED_EARLY], 0),
    Row::passes("the server is busy: its own 503", Behind::SaysBusy, &[UNAVAILABLE], 0),
];

/// Without a limit on bodies: with one, this version (2.6.2) ends by itself now and then, which is no row.
#[rustfmt::skip]
const ROWS_OF_DEBIAN: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("403: respond", "respond 403", &[FORBIDDEN]),
    Row::passes("the server acts and closes: 502", Behind::Closes, &[SERVER_ERROR], 1),
];

fn configure(site: &Site) -> Result<Vec<Command>> {
    let certificate = site.certificate.display();
    let mut sites = String::new();
    for listener in &site.listeners {
        let scheme = if listener.secure { "https" } else { "http" };
        let secure = if listener.secure { format!("tls {certificate} {certificate}") } else { String::new() };
        let behind: Vec<String> = listener.behind.iter().map(ToString::to_string).collect();
        writeln!(
            sites,
            "{scheme}://127.0.0.1:{} {{\n {secure}\n {}\n reverse_proxy {} {{\n \
             transport http {{\n response_header_timeout {PATIENCE}s\n }}\n }}\n}}",
            listener.port,
            listener.row.lines,
            behind.join(" ")
        )?;
    }
    let configuration = site.write(
        "Caddyfile",
        format!(
            "{{\n admin off\n auto_https off\n servers {{\n timeouts {{\n read_body {PATIENCE}s\n }}\n }}\n}}\n{sites}"
        ),
    )?;
    let mut caddy = site.command(&site.program);
    caddy.env("HOME", &site.folder).env("XDG_DATA_HOME", &site.folder).env("XDG_CONFIG_HOME", &site.folder);
    caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(configuration);
    Ok(vec![caddy])
}
