//! How ends pass, and that nothing is left behind.

use std::io;

use faulty_wire::{Harm, Point, Wire};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpSocket, TcpStream},
};

use crate::sides::{Client, Ending, Manner, Request, Seen, Server, answer, soon};

#[tokio::test]
async fn an_end_of_one_side_is_an_end_of_that_direction_alone() {
    let mut server = Server::start(Manner::Answers(answer(100_000))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(100_000);
    let mut client = Client::sending(&wire, &request.up_to(99_999)).await;
    client.send(&request.body[99_999..]).await;
    // The server has ended by then; the client can still speak.
    assert_eq!(client.read(answer(100_000).len()).await, answer(100_000));
    client.send(b"and more").await;
    client.end().await;
    assert_eq!(server.seen().await, Seen::fin([request.whole(), b"and more".to_vec()].concat()));
    assert_eq!(client.rest().await, Seen::fin([]));
}

#[tokio::test]
async fn a_reset_by_the_server_is_one_for_the_client() {
    let mut server = Server::start(Manner::Resets).await;
    let wire = Wire::start(server.address).await.unwrap();
    let client = Client::sending(&wire, &Request::update(100_000).whole()).await;
    assert_eq!(client.rest().await, Seen::reset([]));
    assert_eq!(server.seen().await.bytes, Request::update(100_000).whole());
}

#[tokio::test]
async fn a_reset_by_the_client_is_one_for_the_server() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(100_000);
    let client = Client::sending(&wire, &request.up_to(1_000)).await;
    server.wait_until_read(request.head.len() + 1_000).await;
    client.stream.set_zero_linger().unwrap();
    drop(client);
    assert_eq!(server.seen().await, Seen::reset(request.up_to(1_000)));
}

#[tokio::test]
async fn an_answer_passes_before_the_reset_that_came_behind_it() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let wire = Wire::start(listener.local_addr().unwrap()).await.unwrap();
    // Which direction learns first of the reset is by chance.
    for harm in 1..=20 {
        wire.next(Harm::Stall(Point::InBody(100)));
        let client = Client::sending(&wire, &Request::update(1_000).whole()).await;
        let (mut server, _) = soon(listener.accept()).await.unwrap();
        wire.wait_for_harm(harm).await;
        server.readable().await.unwrap();
        server.write_all(&answer(10)).await.unwrap();
        // Closed with bytes that nobody read, the kernel resets.
        drop(server);
        wire.release();
        let seen = client.rest().await;
        assert_eq!(seen.ending, Ending::Reset);
        if cfg!(target_os = "linux") {
            // Elsewhere the kernel may throw away what came before a reset.
            assert_eq!(seen.bytes, answer(10));
        }
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_a_reset() {
    // Bound without listening: refused for certain, and nobody else's meanwhile.
    let nobody = TcpSocket::new_v4().unwrap();
    nobody.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = nobody.local_addr().unwrap();
    let wire = Wire::start(address).await.unwrap();
    // It can come before the client knows that it is connected.
    let broken = match TcpStream::connect(wire.address()).await {
        Ok(mut client) => soon(client.read_u8()).await.unwrap_err(),
        Err(error) => error,
    };
    assert_eq!(broken.kind(), io::ErrorKind::ConnectionReset);
    wire.wait_for_connections(1).await;
}

#[tokio::test]
async fn nothing_is_left_behind_when_the_wire_is_dropped() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(100_000);
    let standing = Client::sending(&wire, &request.up_to(1_000)).await;
    server.wait_until_read(request.head.len() + 1_000).await;
    wire.next(Harm::Stall(Point::MidBody));
    let stalled = Client::sending(&wire, &request.whole()).await;
    wire.wait_for_harm(1).await;
    wire.next(Harm::Cut(Point::MidBody));
    let cut = Client::sending(&wire, &request.whole()).await;
    wire.wait_for_harm(2).await;

    let address = wire.address();
    drop(wire);
    let refused = TcpStream::connect(address).await.unwrap_err();
    assert_eq!(refused.kind(), io::ErrorKind::ConnectionRefused);
    for client in [standing, stalled, cut] {
        assert_eq!(client.rest().await.bytes, []);
    }
    for _ in 0..3 {
        assert!(server.seen().await.bytes.len() < request.whole().len());
    }
    TcpListener::bind(address).await.unwrap();
}
