//! HAProxy.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::gateway::{Kind, PATIENCE, Site};
use crate::row::{
    A_PAGE, BROKE_BEFORE_ANSWER, BROKE_WHILE_SENDING, Behind, DONE, EARLY, FAILED_EARLY, LOST_SIGHT, Row,
    SERVER_ERROR, TOO_LARGE, UNAVAILABLE,
};

pub(crate) static HAPROXY: Kind =
    Kind { name: "haproxy", program: "usr/sbin/haproxy", version: &["-v"], configure, rows: ROWS };

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("413: deny", "http-request deny deny_status 413", &[TOO_LARGE]),
    Row::refuses("403: deny", "http-request deny deny_status 403", &[A_PAGE]),
    Row::refuses("401: auth", "http-request auth", &[A_PAGE]),
    // Closed without an answer. Whoever had handed over everything cannot know that nobody read it.
    Row::refuses("closes: reject", "http-request reject", &[BROKE_WHILE_SENDING, BROKE_BEFORE_ANSWER]),
    Row::waits_for("too slow: 504", "", &[FAILED_EARLY]),
    Row::passes("the server acts and closes: 502", Behind::Closes, &[SERVER_ERROR], 1),
    Row::passes("the server acts and is silent: 504", Behind::IsSilent, &[SERVER_ERROR], 1),
    Row::passes("the server is not there: 503", Behind::Nobody, &[LOST_SIGHT, UNAVAILABLE], 0),
    Row::passes("the server is busy: its own 503", Behind::SaysBusy, &[UNAVAILABLE], 0),
    Row::refuses("the server's own early 413", "", EARLY)
        .behind(Behind::RefusesEarly, 0),
];

fn configure(site: &Site) -> Result<Vec<Command>> {
    let certificate = site.certificate.display();
    let mut ports = String::new();
    for (number, listener) in site.listeners.iter().enumerate() {
        let secure = if listener.secure { format!(" ssl crt {certificate}") } else { String::new() };
        writeln!(
            ports,
            "frontend front{number}\n bind 127.0.0.1:{}{secure}\n {}\n default_backend behind{number}\n\
             backend behind{number}",
            listener.port, listener.row.lines
        )?;
        for address in &listener.behind {
            writeln!(ports, " server server {address}")?;
        }
    }
    let configuration = site.write(
        "haproxy.cfg",
        format!(
            "defaults\n mode http\n timeout connect {PATIENCE}s\n timeout client {PATIENCE}s\n \
             timeout server {PATIENCE}s\n{ports}"
        ),
    )?;
    let mut haproxy = site.command(&site.program);
    haproxy.arg("-db").arg("-f").arg(configuration);
    Ok(vec![haproxy])
}
