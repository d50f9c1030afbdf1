//! nginx.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::gateway::{Kind, PATIENCE, Site};
use crate::row::{
    A_PAGE, BROKE_BEFORE_ANSWER, BROKE_WHILE_SENDING, Behind, DONE, EARLY, Row, SERVER_ERROR, TOO_LARGE,
    UNAVAILABLE,
};

pub(crate) static NGINX: Kind =
    Kind { name: "nginx", program: "usr/sbin/nginx", version: &["-v"], configure, rows: ROWS };

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("413: client_max_body_size", "client_max_body_size 1k;", &[TOO_LARGE]),
    Row::refuses("403: deny all", "deny all;", &[A_PAGE]),
    Row::refuses("401: auth_basic", "auth_basic lock; auth_basic_user_file nobody;", &[A_PAGE]),
    // Closed without an answer. Whoever had handed over everything cannot know that nobody read it.
    Row::refuses("closes: return 444", "return 444;", &[BROKE_WHILE_SENDING, BROKE_BEFORE_ANSWER]),
    Row::waits_for("too slow: closes", "", &[BROKE_WHILE_SENDING]),
    Row::passes("the server acts and closes: 502", Behind::Closes, &[SERVER_ERROR], 1),
    Row::passes("the server acts and is silent: 504", Behind::IsSilent, &[SERVER_ERROR], 1),
    Row::passes("the server is not there: 502", Behind::Nobody, &[SERVER_ERROR], 0),
    Row::passes("the server is busy: its own 503", Behind::SaysBusy, &[UNAVAILABLE], 0),
    Row::passes("two servers, the first acts and closes: sent to the second", Behind::TwoFirstCloses, &[DONE], 2),
    Row::refuses("the server's own early 413, unbuffered", "proxy_request_buffering off;", EARLY)
        .behind(Behind::RefusesEarly, 0),
];

fn configure(site: &Site) -> Result<Vec<Command>> {
    site.write("nobody", "")?;
    let certificate = site.certificate.display();
    let mut servers = String::new();
    for (number, listener) in site.listeners.iter().enumerate() {
        let secure = if listener.secure { " ssl" } else { "" };
        write!(servers, "upstream behind{number} {{")?;
        for (place, address) in listener.behind.iter().enumerate() {
            // The first is asked first; and none is left out for a while after it failed.
            let weight = if place == 0 { 10_000 } else { 1 };
            write!(servers, " server {address} weight={weight} max_fails=0;")?;
        }
        writeln!(servers, " }}")?;
        writeln!(
            servers,
            "server {{ listen 127.0.0.1:{}{secure}; location / {{ {} proxy_set_header Host $http_host; \
             proxy_pass http://behind{number}; }} }}",
            listener.port, listener.row.lines
        )?;
    }
    let configuration = site.write(
        "nginx.conf",
        format!(
            "daemon off; master_process off; pid nginx.pid; error_log error.log;\n\
             events {{ }}\n\
             http {{\n\
             access_log off; client_max_body_size 0;\n\
             client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;\n\
             uwsgi_temp_path uwsgi; scgi_temp_path scgi;\n\
             client_body_timeout {PATIENCE}s; proxy_read_timeout {PATIENCE}s;\n\
             ssl_certificate {certificate}; ssl_certificate_key {certificate};\n\
             {servers}}}\n"
        ),
    )?;
    let mut nginx = site.command(&site.program);
    nginx.arg("-p").arg(&site.folder).args(["-e", "error.log", "-c"]).arg(configuration);
    Ok(vec![nginx])
}
