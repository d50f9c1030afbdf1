//! The servers, each with its rows: what `gateways.md` of the project's notes says of it.

use crate::gateway::Kind;

mod apache;
mod caddy;
mod envoy;
mod haproxy;
mod nginx;
mod squid;

/// All of them, by the names that `--only` takes.
pub(crate) static ALL: &[&Kind] = &[
    &nginx::NGINX,
    &haproxy::HAPROXY,
    &caddy::CADDY,
    &caddy::CADDY_OF_DEBIAN,
    &apache::APACHE,
    &squid::SQUID,
    &envoy::ENVOY,
];
