//! Harms in the request.

use faulty_wire::{Harm, Point, Wire};
use tokio::io::AsyncWriteExt as _;

use crate::sides::{Client, Ending, Manner, Request, Seen, Server, another_call, answer, soon};

/// More than the wire holds, so that a point can lie in what it has not read yet.
const BODY: usize = 100_001;

/// Every kind of point in a request, and how many bytes of the body pass before it.
const POINTS: [(Point, usize); 7] = [
    (Point::BeforeBody, 0),
    (Point::InBody(0), 0),
    (Point::InBody(1), 1),
    (Point::InBody(20_000), 20_000),
    (Point::InBody(90_000), 90_000),
    (Point::InBody(BODY as u64 - 1), BODY - 1),
    (Point::MidBody, BODY / 2),
];

#[tokio::test]
async fn a_cut_passes_exactly_what_lies_before_its_point() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for (point, body) in POINTS {
        let before = wire.passed();
        wire.next(Harm::Cut(point));
        let client = Client::sending(&wire, &request.whole()).await;
        assert_eq!(client.rest().await, Seen::fin([]), "{point:?}");
        assert_eq!(server.seen().await, Seen::fin(request.up_to(body)), "{point:?}");
        wire.wait_for_harm(before.harms + 1).await;
        assert_eq!(wire.passed().body_bytes, before.body_bytes + body as u64, "{point:?}");
    }
    assert_eq!(wire.passed().answers, 0);
}

#[tokio::test]
async fn a_cut_meets_a_request_that_comes_byte_by_byte_at_the_same_point() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(9);
    wire.next(Harm::Cut(Point::MidBody));
    let mut client = Client::connect(&wire).await;
    client.stream.set_nodelay(true).unwrap();
    for byte in request.whole() {
        client.send(&[byte]).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(client.rest().await, Seen::fin([]));
    assert_eq!(server.seen().await, Seen::fin(request.up_to(4)));
}

#[tokio::test]
async fn what_is_sent_behind_a_cut_is_taken_and_thrown_away() {
    let mut server = Server::start(Manner::AnswersEarly(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(8_000_000);
    wire.next(Harm::Cut(Point::InBody(50)));
    let mut client = Client::sending(&wire, &request.up_to(BODY)).await;
    assert_eq!(server.seen().await, Seen::fin(request.up_to(50)));
    another_call(&wire).await;
    soon(client.stream.write_all(&request.body[BODY..])).await.unwrap();
    wire.wait_for_harm(1).await;
    assert_eq!(client.rest().await.ending, Ending::Fin);
}

#[tokio::test]
async fn a_reset_is_a_reset_for_both_sides() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for (harm, (point, body)) in (1..).zip(POINTS) {
        wire.next(Harm::Reset(point));
        let client = Client::sending(&wire, &request.whole()).await;
        wire.wait_for_harm(harm).await;
        assert_eq!(client.rest().await, Seen::reset([]), "{point:?}");
        let seen = server.seen().await;
        assert!(request.up_to(body).starts_with(&seen.bytes), "{point:?}");
        assert_eq!(seen.ending, Ending::Reset, "{point:?}");
        if cfg!(target_os = "linux") && body <= 20_000 {
            // What fits the server's buffer is not overtaken on its loopback.
            assert_eq!(seen.bytes.len(), request.up_to(body).len(), "{point:?}");
        }
    }
}

#[tokio::test]
async fn a_stall_passes_nothing_more_until_it_is_unplugged() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let request = Request::update(BODY);
    let mut read = 0;
    for (point, body) in POINTS {
        let wire = Wire::start(server.address).await.unwrap();
        wire.next(Harm::Stall(point));
        let mut client = Client::sending(&wire, &request.whole()).await;
        wire.wait_for_harm(1).await;
        read += request.head.len() + body;
        server.wait_until_read(read).await;
        client.end().await;
        another_call(&wire).await;
        for _ in 0..3 {
            read += server.seen().await.bytes.len();
        }
        assert!(client.has_nothing_to_read(), "{point:?}");
        assert!(server.has_seen_no_end(), "{point:?}");
        assert_eq!(wire.passed().body_bytes, body as u64 + 9, "{point:?}");
        wire.down().await.unwrap();
        assert_eq!(client.rest().await, Seen::reset([]), "{point:?}");
        assert_eq!(server.seen().await, Seen::reset(request.up_to(body)), "{point:?}");
    }
}

#[tokio::test]
async fn a_stall_that_is_released_loses_and_doubles_nothing() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for (harm, (point, _)) in (1..).zip(POINTS) {
        wire.next(Harm::Stall(point));
        let mut client = Client::sending(&wire, &request.whole()).await;
        client.end().await;
        wire.wait_for_harm(harm).await;
        wire.release();
        assert_eq!(client.rest().await, Seen::fin(answer(10)), "{point:?}");
        assert_eq!(server.seen().await, Seen::fin(request.whole()), "{point:?}");
    }
}

#[tokio::test]
async fn a_release_is_for_those_that_are_stalled_then() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    wire.release();
    wire.next(Harm::Stall(Point::MidBody));
    let client = Client::sending(&wire, &Request::update(8).whole()).await;
    wire.wait_for_harm(1).await;
    another_call(&wire).await;
    assert!(client.has_nothing_to_read());
    wire.release();
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
    for _ in 0..4 {
        server.seen().await;
    }
}

#[tokio::test]
async fn a_request_without_a_body_is_not_complete_before_its_body() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::get();
    for point in [Point::BeforeBody, Point::InBody(0), Point::MidBody] {
        wire.next(Harm::Cut(point));
        let client = Client::sending(&wire, &request.whole()).await;
        assert_eq!(client.rest().await, Seen::fin([]), "{point:?}");
        let all_but_one = &request.head[..request.head.len() - 1];
        assert_eq!(server.seen().await, Seen::fin(all_but_one), "{point:?}");
    }
}

#[tokio::test]
async fn a_request_too_short_for_its_point_passes_unharmed() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for point in [Point::InBody(BODY as u64), Point::InBody(u64::MAX)] {
        for harm in [Harm::Cut(point), Harm::Reset(point), Harm::Stall(point)] {
            wire.next(harm);
            let mut client = Client::sending(&wire, &request.whole()).await;
            client.end().await;
            assert_eq!(client.rest().await, Seen::fin(answer(10)), "{harm:?}");
            assert_eq!(server.seen().await, Seen::fin(request.whole()), "{harm:?}");
        }
    }
    assert_eq!(wire.passed().harms, 0);
}

#[tokio::test]
async fn a_body_of_unknown_length_with_a_point_to_find_is_reset_unseen() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    wire.next(Harm::Cut(Point::AfterBody));
    let client = Client::sending(&wire, request.as_bytes()).await;
    assert_eq!(client.rest().await, Seen::reset([]));
    assert_eq!(server.seen().await, Seen::reset([]));

    let mut client = Client::sending(&wire, request.as_bytes()).await;
    client.end().await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
    assert_eq!(server.seen().await, Seen::fin(request));
    assert_eq!(wire.passed().harms, 0);
}

#[tokio::test]
async fn a_head_too_long_to_be_understood_is_reset_unseen() {
    let mut server = Server::start(Manner::Answers(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = format!("GET / HTTP/1.1\r\nLong: {}\r\n\r\n", "x".repeat(64 * 1024));
    wire.next(Harm::Cut(Point::AfterBody));
    let client = Client::sending(&wire, request.as_bytes()).await;
    assert_eq!(client.rest().await, Seen::reset([]));
    assert_eq!(server.seen().await, Seen::reset([]));

    let mut client = Client::sending(&wire, request.as_bytes()).await;
    client.end().await;
    assert_eq!(client.rest().await, Seen::fin(answer(10)));
    assert_eq!(server.seen().await, Seen::fin(request));
}
