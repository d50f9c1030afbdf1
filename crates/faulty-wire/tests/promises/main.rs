//! What the wire promises, against a server and a client that are written by hand, byte by byte.

mod answer;
mod ends;
mod passing;
mod plug;
mod request;
mod sides;
