//! Bytes that pass when nothing is wrong.

use faulty_wire::{Harm, Point, Wire};
use tokio::sync::watch;

use crate::sides::{Client, Manner, Request, Seen, Server, another_call, answer, bytes};

#[tokio::test]
async fn bytes_pass_unchanged_in_both_directions_and_are_counted() {
    let mut server = Server::start(Manner::Answers(answer(3_000_000))).await;
    let wire = Wire::start(server.address).await.unwrap();
    assert_eq!(wire.base_url(), format!("http://{}", wire.address()));
    let request = Request::update(5_000_000);
    let mut client = Client::sending(&wire, &request.whole()).await;
    client.end().await;
    assert_eq!(client.rest().await, Seen::fin(answer(3_000_000)));
    assert_eq!(server.seen().await, Seen::fin(request.whole()));

    let mut client = Client::sending(&wire, &Request::get().whole()).await;
    client.end().await;
    assert_eq!(client.rest().await, Seen::fin(answer(3_000_000)));
    wire.wait_for_answers(2).await;
    let passed = wire.passed();
    let counted = (passed.connections, passed.body_bytes, passed.answers, passed.harms);
    assert_eq!(counted, (2, 5_000_000, 2, 0));
}

#[tokio::test]
async fn an_answer_without_a_length_is_whole_when_the_server_ends() {
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    let endless = b"HTTP/1.1 200 OK\r\n\r\nabc";
    for answer in [chunked.to_vec(), endless.to_vec()] {
        let server = Server::start(Manner::Answers(answer.clone())).await;
        let wire = Wire::start(server.address).await.unwrap();
        let client = Client::sending(&wire, &Request::get().whole()).await;
        assert_eq!(client.rest().await, Seen::fin(answer));
        wire.wait_for_answers(1).await;
    }
}

#[tokio::test]
async fn what_is_no_http_passes_with_its_end() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let mut client = Client::sending(&wire, &bytes(1_000)).await;
    client.end().await;
    assert_eq!(server.seen().await, Seen::fin(bytes(1_000)));
    assert_eq!(client.rest().await, Seen::fin([]));
}

#[tokio::test]
async fn what_follows_the_first_call_passes_unharmed_and_uncounted() {
    let request = Request::update(4);
    let twice = [request.whole(), request.whole()].concat();
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    wire.next(Harm::Stall(Point::MidBody));
    let mut client = Client::sending(&wire, &twice).await;
    client.end().await;
    wire.wait_for_harm(1).await;
    wire.release();
    assert_eq!(server.seen().await, Seen::fin(twice));
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
    assert_eq!(wire.passed().body_bytes, 4);
}

#[tokio::test]
async fn one_harm_is_for_one_connection_and_the_one_for_all_for_the_others() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(100);
    wire.always(Harm::Cut(Point::AfterBody));
    wire.next(Harm::Cut(Point::InBody(1)));
    wire.next(Harm::Cut(Point::InBody(2)));
    for body in [1, 2, 100, 100] {
        let client = Client::sending(&wire, &request.whole()).await;
        assert_eq!(client.rest().await, Seen::fin([]));
        assert_eq!(server.seen().await, Seen::fin(request.up_to(body)));
    }
    wire.next(Harm::Cut(Point::InBody(1)));
    wire.clear();
    let client = Client::sending(&wire, &request.whole()).await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
}

#[tokio::test]
async fn bytes_are_counted_while_they_pass() {
    let server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(1_000);
    let mut client = Client::sending(&wire, &request.up_to(400)).await;
    wire.wait_for_connections(1).await;
    wire.wait_until_body_bytes(400).await;
    assert_eq!(wire.passed().body_bytes, 400);
    client.send(&request.body[400..]).await;
    wire.wait_until_body_bytes(1_000).await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
}

#[tokio::test]
async fn a_server_that_does_not_read_holds_the_client_up() {
    const BODY: usize = 256 * 1024 * 1024;
    let (tell, told) = watch::channel(false);
    let mut lazy = Server::start(Manner::Waits(told)).await;
    let wire = Wire::start(lazy.address).await.unwrap();
    let head = format!("PUT / HTTP/1.1\r\nContent-Length: {BODY}\r\n\r\n");
    let mut client = Client::sending(&wire, head.as_bytes()).await;

    let eager = Server::start(Manner::Answers(answer(10))).await;
    let clock = Wire::start(eager.address).await.unwrap();
    let piece = bytes(64 * 1024);
    let (mut sent, mut idle) = (0, 0);
    while idle < 10 && sent < BODY / 2 {
        match client.stream.try_write(&piece) {
            Ok(written) => (sent, idle) = (sent + written, 0),
            Err(_) => idle += 1,
        }
        // Takes the wires and the kernel a moment, without asking a clock.
        another_call(&clock).await;
    }
    assert!(sent < BODY / 2, "{sent} bytes went somewhere");
    tell.send_replace(true);
    client.end().await;
    assert_eq!(lazy.seen().await.bytes.len(), head.len() + sent);
}
