//! Apache, with and without PHP and a filter on answers behind it.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::Result;

use crate::gateway::{Kind, PATIENCE, Site};
use crate::row::{A_PAGE, Behind, DONE, LOST_SIGHT, Row, SERVER_ERROR, TOO_SLOW, UNAVAILABLE};

pub(crate) static APACHE: Kind =
    Kind { name: "apache", program: "usr/sbin/apache2", version: &["-v"], configure, rows: ROWS };

/// The script hands the request to the server behind it, and is killed before it says so.
const SCRIPT: &str = r#"<?php
$server = 'http://' . $_SERVER['BEHIND'] . $_SERVER['REQUEST_URI'];
$header = "Content-Type: {$_SERVER['CONTENT_TYPE']}\r\nX-LSQ-ACCESS-KEY: {$_SERVER['HTTP_X_LSQ_ACCESS_KEY']}\r\n"
    . "X-LSQ-SECRET-KEY: {$_SERVER['HTTP_X_LSQ_SECRET_KEY']}\r\n";
$content = file_get_contents('php://input');
file_get_contents($server, false, stream_context_create(
    ['http' => ['method' => 'PUT', 'header' => $header, 'content' => $content, 'protocol_version' => 1.1]]));
posix_kill(getmypid(), 9);
"#;

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("403: Require all denied", "<Location />\nRequire all denied\n</Location>", &[A_PAGE]),
    Row::refuses("401: AuthType Basic", "<Location />\nAuthType Basic\nAuthName lock\nAuthUserFile nobody\nRequire valid-user\n</Location>", &[A_PAGE]),
    Row::refuses("LimitRequestBody does nothing", "LimitRequestBody 1000", &[DONE]).behind(Behind::Answers, 1),
    Row::waits_for("too slow: 408", "", &[TOO_SLOW]),
    Row::passes("the server acts and closes: 502", Behind::Closes, &[SERVER_ERROR], 1),
    Row::passes("the server acts and is silent: 504", Behind::IsSilent, &[SERVER_ERROR], 1),
    Row::passes("the server is not there: 503", Behind::Nobody, &[LOST_SIGHT, UNAVAILABLE], 0),
    Row::passes("the server is busy: its own 503", Behind::SaysBusy, &[UNAVAILABLE], 0),
    Row::passes("php-fpm, the script acts and is killed: 503", Behind::Answers, &[LOST_SIGHT], 1)
        .told("{php}"),
    Row::passes("a filter on answers: 403 after it was done (a stated limit)", Behind::Answers, &[A_PAGE], 1)
        .told("SecRuleEngine On\nSecResponseBodyAccess On\nSecResponseBodyMimeType application/json\n\
               SecRule RESPONSE_BODY \"Success\" \"id:1,phase:4,deny,status:403\"")
        .limit(),
];

fn configure(site: &Site) -> Result<Vec<Command>> {
    site.write("nobody", "")?;
    let script = site.write("script.php", SCRIPT)?;
    let socket = site.folder.join("php.sock");
    let certificate = site.certificate.display();
    let mut hosts = String::new();
    for listener in &site.listeners {
        let behind = listener.behind[0];
        let secure = if listener.secure {
            format!("SSLEngine on\nSSLCertificateFile {certificate}\nSSLCertificateKeyFile {certificate}\n")
        } else {
            String::new()
        };
        let passes = match listener.row.lines {
            "{php}" => format!(
                "SetEnv BEHIND {behind}\nScriptAliasMatch ^ {}\n<Location />\n\
                 SetHandler \"proxy:unix:{}|fcgi://localhost\"\n</Location>\n",
                script.display(),
                socket.display()
            ),
            lines => format!("{lines}\nProxyPass / http://{behind}/ retry=0 disablereuse=on\n"),
        };
        writeln!(
            hosts,
            "Listen 127.0.0.1:{port}\n<VirtualHost 127.0.0.1:{port}>\n{secure}{passes}</VirtualHost>",
            port = listener.port
        )?;
    }
    let modules = site.unpacked.join("usr/lib/apache2/modules");
    let mut load = String::new();
    for module in [
        "mpm_event",
        "authz_core",
        "authn_core",
        "authz_user",
        "auth_basic",
        "authn_file",
        "alias",
        "env",
        "proxy",
        "proxy_http",
        "proxy_fcgi",
        "reqtimeout",
        "ssl",
        "socache_shmcb",
        "unique_id",
        "security2",
    ] {
        writeln!(load, "LoadModule {module}_module {}/mod_{module}.so", modules.display())?;
    }
    let folder = site.folder.display();
    // What moves is not too slow, however busy the computer is.
    let configuration = site.write(
        "apache.conf",
        format!(
            "ServerRoot {folder}\nDefaultRuntimeDir {folder}\nPidFile apache.pid\nErrorLog error.log\n\
             ServerName 127.0.0.1\n{load}User nobody\nGroup nogroup\n\
             RequestReadTimeout body={PATIENCE},MinRate=1000000\nProxyTimeout {PATIENCE}\nTimeout 30\n{hosts}"
        ),
    )?;
    let mut apache = site.command(&site.program);
    apache.args(["-D", "FOREGROUND", "-f"]).arg(configuration);
    Ok(vec![apache, fpm(site)?])
}

fn fpm(site: &Site) -> Result<Command> {
    let folder = site.folder.display();
    let configuration = site.write(
        "fpm.conf",
        format!(
            "[global]\npid = fpm.pid\nerror_log = {folder}/fpm.log\ndaemonize = no\n\
             [www]\nlisten = {folder}/php.sock\nlisten.mode = 0666\npm = static\npm.max_children = 4\n"
        ),
    )?;
    let mut fpm = site.command(&site.unpacked.join("usr/sbin/php-fpm8.2"));
    let extensions = site.unpacked.join("usr/lib/php/20220829");
    fpm.args(["--allow-to-run-as-root", "--no-php-ini", "--fpm-config"]).arg(configuration);
    fpm.arg("-d").arg(format!("extension={}/posix.so", extensions.display()));
    fpm.args(["-d", "memory_limit=1G"]);
    Ok(fpm)
}
