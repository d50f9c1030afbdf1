//! A wire between a client and a server that breaks at the byte it is told to.
//!
//! What a client must be good at is not only a server that answers wrongly, but also everything that lies between
//! the two. This is a proxy on a loopback port that passes bytes as they come, and on demand cuts, resets, stalls
//! or slows a connection at an exact [`Point`] of its request or of its answer. It knows neither the client nor the
//! server: it speaks just enough HTTP/1.1 to see where a request's head ends, how long its body is by its
//! `Content-Length`, and where the answer begins (a `100 Continue` is none).
//!
//! ```no_run
//! # async fn example(server: std::net::SocketAddr) -> std::io::Result<()> {
//! use faulty_wire::{Harm, Point, Wire};
//!
//! let wire = Wire::start(server).await?;
//! wire.next(Harm::Cut(Point::AfterBody));
//! // … a client sends an update to wire.base_url(), and never hears what became of it …
//! wire.wait_for_harm(1).await;
//! // … the server has applied it …
//! wire.down().await?;
//! // … nobody is there …
//! wire.up().await?;
//! # Ok(())
//! # }
//! ```
//!
//! # What passes when nothing is wrong
//!
//! Everything, unchanged, and with the other side's pace: of each direction, 64 KiB at most wait here. A head passes
//! when it is complete. An end passes as it came: a FIN as a FIN, for that direction alone, and a reset as a reset;
//! a server that cannot be reached is a reset, which a client can meet while it still connects.
//!
//! # What it does not understand
//!
//! - One call a connection: what follows the first on a kept connection passes, unharmed and uncounted.
//! - A body without a `Content-Length` has no middle and no end to be found. A request with such a body that a
//!   [`Point`] was waiting for is reset before a byte of it passes, and so is one whose head is longer than 64 KiB.

mod call;
mod connection;
mod flow;
mod harm;
mod head;
mod pace;
mod passed;
mod port;
mod wire;

pub use harm::{Harm, Point};
pub use passed::Passed;
pub use wire::Wire;
