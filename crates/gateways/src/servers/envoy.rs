//! Envoy.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::gateway::{Kind, Listener, PATIENCE, Site};
use crate::row::{
    Behind, DONE, EARLY, FORBIDDEN, LOST_SIGHT, Row, SERVER_ERROR, TOO_LARGE, TOO_SLOW, UNAVAILABLE,
};

pub(crate) static ENVOY: Kind =
    Kind { name: "envoy", program: "envoy", version: &["--version"], configure, rows: ROWS };

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row::passes("passes it on", Behind::Answers, &[DONE], 1),
    Row::refuses("413: the buffer filter", r#"{"buffer": 1000}"#, &[TOO_LARGE]),
    Row::refuses("403: direct_response", r#"{"direct_response": 403}"#, &[FORBIDDEN]),
    Row::waits_for("too slow: 408", "", &[TOO_SLOW]),
    // Nothing says whether the server behind it acted: a 503 without the vendor's JSON.
    Row::passes("the server acts and closes: 503", Behind::Closes, &[LOST_SIGHT], 1),
    Row::passes("the server acts and is silent: 504", Behind::IsSilent, &[SERVER_ERROR], 1),
    Row::passes("the server is not there: 503", Behind::Nobody, &[LOST_SIGHT, UNAVAILABLE], 0),
    Row::passes("the server is busy: its own 503", Behind::SaysBusy, &[UNAVAILABLE], 0),
    Row::refuses("the server's own early 413", "", EARLY)
        .behind(Behind::RefusesEarly, 0),
];

fn configure(site: &Site) -> Result<Vec<Command>> {
    let (mut listeners, mut clusters) = (Vec::new(), Vec::new());
    for (number, listener) in site.listeners.iter().enumerate() {
        listeners.push(front(site, number, listener)?);
        let endpoints: Vec<Value> = listener
            .behind
            .iter()
            .map(|address| json!({"endpoint": {"address": socket(address.port())}}))
            .collect();
        clusters.push(json!({
            "name": format!("behind{number}"),
            "type": "STATIC",
            "connect_timeout": format!("{PATIENCE}s"),
            "load_assignment": {"cluster_name": format!("behind{number}"), "endpoints": [{"lb_endpoints": endpoints}]},
        }));
    }
    let configuration = json!({"static_resources": {"listeners": listeners, "clusters": clusters}});
    let configuration = site.write("envoy.json", configuration.to_string())?;
    let mut envoy = site.command(&site.program);
    envoy.args(["--disable-hot-restart", "--concurrency", "2", "--log-level", "warning", "--config-path"]);
    envoy.arg(configuration);
    Ok(vec![envoy])
}

/// A listener of Envoy's.
fn front(site: &Site, number: usize, listener: &Listener) -> Result<Value> {
    let told: Value = match listener.row.lines {
        "" => json!({}),
        lines => serde_json::from_str(lines).context("the lines of a row")?,
    };
    let name = format!("front{number}");
    let mut route = json!({"match": {"prefix": "/"}});
    match told.get("direct_response") {
        Some(status) => route["direct_response"] = json!({"status": status}),
        None => {
            route["route"] = json!({"cluster": format!("behind{number}"), "timeout": format!("{PATIENCE}s")});
        }
    }
    let extension = |path: &str| format!("type.googleapis.com/envoy.extensions.filters.http.{path}");
    let mut filters = Vec::new();
    if let Some(most) = told.get("buffer") {
        filters.push(json!({
            "name": "buffer",
            "typed_config": {"@type": extension("buffer.v3.Buffer"), "max_request_bytes": most},
        }));
    }
    filters.push(json!({"name": "router", "typed_config": {"@type": extension("router.v3.Router")}}));
    let manager = "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
    let mut chain = json!({"filters": [{
        "name": "http",
        "typed_config": {
            "@type": manager,
            "stat_prefix": name,
            "stream_idle_timeout": format!("{PATIENCE}s"),
            "request_timeout": format!("{PATIENCE}s"),
            "route_config": {"virtual_hosts": [{"name": name, "domains": ["*"], "routes": [route]}]},
            "http_filters": filters,
        },
    }]});
    if listener.secure {
        let file = json!({"filename": site.certificate});
        chain["transport_socket"] = json!({
            "name": "tls",
            "typed_config": {
                "@type": "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext",
                "common_tls_context": {"tls_certificates": [{"certificate_chain": file, "private_key": file}]},
            },
        });
    }
    Ok(json!({"name": name, "address": socket(listener.port), "filter_chains": [chain]}))
}

fn socket(port: u16) -> Value {
    json!({"socket_address": {"address": "127.0.0.1", "port_value": port}})
}
