//! The wire unplugged, and plugged in again.

use std::io;

use faulty_wire::{Harm, Point, Wire};
use tokio::net::TcpStream;

use crate::sides::{Client, Manner, Request, Seen, Server, answer};

#[tokio::test]
async fn an_unplugged_wire_refuses_and_a_plugged_one_takes_the_same_port() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let address = wire.address();
    for _ in 0..3 {
        wire.down().await.unwrap();
        let refused = TcpStream::connect(address).await.unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::ConnectionRefused);

        wire.up().await.unwrap();
        assert_eq!(wire.address(), address);
        let mut client = Client::sending(&wire, &Request::update(100).whole()).await;
        client.end().await;
        assert_eq!(client.rest().await, Seen::fin(answer(10)));
        assert_eq!(server.seen().await, Seen::fin(Request::update(100).whole()));
    }
}

#[tokio::test]
async fn unplugging_resets_what_stands_on_both_sides() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(100_000);
    let client = Client::sending(&wire, &request.up_to(50_000)).await;
    server.wait_until_read(request.head.len() + 50_000).await;
    wire.down().await.unwrap();
    assert_eq!(client.rest().await, Seen::reset([]));
    assert_eq!(server.seen().await, Seen::reset(request.up_to(50_000)));
}

#[tokio::test]
async fn doing_it_twice_changes_nothing() {
    let server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let mut client = Client::sending(&wire, &Request::update(100).up_to(50)).await;
    wire.wait_until_body_bytes(50).await;
    wire.up().await.unwrap();
    client.send(&Request::update(100).body[50..]).await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));

    wire.down().await.unwrap();
    wire.down().await.unwrap();
    assert!(TcpStream::connect(wire.address()).await.is_err());
    wire.up().await.unwrap();
    wire.up().await.unwrap();
    let client = Client::sending(&wire, &Request::get().whole()).await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
}

#[tokio::test]
async fn a_connection_that_was_cut_does_not_hold_the_port() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    // Who ends first keeps the connection in TIME-WAIT (RFC 9293, 3.6), and with a cut that is the wire.
    wire.next(Harm::Cut(Point::BeforeBody));
    let client = Client::sending(&wire, &Request::update(100).whole()).await;
    assert_eq!(client.rest().await, Seen::fin([]));
    server.seen().await;
    wire.down().await.unwrap();
    wire.up().await.unwrap();
    let client = Client::sending(&wire, &Request::get().whole()).await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
}

#[tokio::test]
async fn a_harm_waits_for_a_connection_that_is_taken() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    wire.next(Harm::Cut(Point::InBody(1)));
    wire.down().await.unwrap();
    assert!(TcpStream::connect(wire.address()).await.is_err());
    wire.up().await.unwrap();
    assert_eq!(wire.passed().connections, 0);
    let client = Client::sending(&wire, &Request::update(100).whole()).await;
    assert_eq!(client.rest().await, Seen::fin([]));
    assert_eq!(server.seen().await, Seen::fin(Request::update(100).up_to(1)));
}
