//! Harms behind the request and in the answer.

use std::time::Duration;

use faulty_wire::{Harm, Point, Wire};
use tokio::{io::AsyncWriteExt as _, net::TcpListener};

use crate::sides::{Client, Ending, Manner, Request, Seen, Server, another_call, answer, answer_head, soon};

/// More than the wire holds.
const BODY: usize = 80_001;

/// Every kind of point from the request's end on, and how many bytes of the answer pass before it.
fn points() -> Vec<(Point, usize)> {
    let head = answer_head(BODY).len();
    let inside = [0, 1, 20, head - 1, head, head + 1, 30_000, 70_000, head + BODY - 1];
    let mut points = vec![(Point::AfterBody, 0), (Point::MidAnswer, head + BODY / 2)];
    points.extend(inside.map(|bytes| (Point::InAnswer(bytes as u64), bytes)));
    points
}

#[tokio::test]
async fn a_cut_passes_the_whole_request_and_exactly_that_much_of_the_answer() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for (point, back) in points() {
        wire.next(Harm::Cut(point));
        let client = Client::sending(&wire, &request.whole()).await;
        assert_eq!(client.rest().await, Seen::fin(&answer(BODY)[..back]), "{point:?}");
        assert_eq!(server.seen().await, Seen::fin(request.whole()), "{point:?}");
    }
    wire.wait_for_harm(points().len() as u64).await;
    assert_eq!(wire.passed().answers, 0);
}

#[tokio::test]
async fn a_reset_passes_the_whole_request_and_no_more_than_that_of_the_answer() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for (harm, (point, back)) in (1..).zip(points()) {
        wire.next(Harm::Reset(point));
        let client = Client::sending(&wire, &request.whole()).await;
        wire.wait_for_harm(harm).await;
        let seen = client.rest().await;
        assert_eq!(seen.ending, Ending::Reset, "{point:?}");
        assert!(answer(BODY)[..back].starts_with(&seen.bytes), "{point:?}");
        if cfg!(target_os = "linux") && back <= 30_000 {
            // What fits the client's buffer is not overtaken on its loopback.
            assert_eq!(seen.bytes.len(), back, "{point:?}");
        }
        assert_eq!(server.seen().await, Seen::reset(request.whole()), "{point:?}");
    }
}

#[tokio::test]
async fn a_stall_passes_nothing_more_until_it_is_unplugged() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let request = Request::update(BODY);
    for (point, back) in points() {
        let wire = Wire::start(server.address).await.unwrap();
        wire.next(Harm::Stall(point));
        let mut client = Client::sending(&wire, &request.whole()).await;
        assert_eq!(client.read(back).await, answer(BODY)[..back], "{point:?}");
        wire.wait_for_harm(1).await;
        client.end().await;
        another_call(&wire).await;
        for _ in 0..3 {
            server.seen().await;
        }
        assert!(client.has_nothing_to_read(), "{point:?}");
        assert!(server.has_seen_no_end(), "{point:?}");
        wire.down().await.unwrap();
        assert_eq!(client.rest().await, Seen::reset([]), "{point:?}");
        assert_eq!(server.seen().await, Seen::reset(request.whole()), "{point:?}");
    }
}

#[tokio::test]
async fn a_stall_that_is_released_loses_and_doubles_nothing() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for (harm, (point, _)) in (1..).zip(points()) {
        wire.next(Harm::Stall(point));
        let mut client = Client::sending(&wire, &request.whole()).await;
        client.end().await;
        wire.wait_for_harm(harm).await;
        wire.release();
        assert_eq!(client.rest().await, Seen::fin(answer(BODY)), "{point:?}");
        assert_eq!(server.seen().await, Seen::fin(request.whole()), "{point:?}");
    }
    wire.wait_for_answers(points().len() as u64).await;
}

#[tokio::test]
async fn an_answer_too_short_for_its_point_passes_unharmed() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let whole = answer(BODY).len() as u64;
    for point in [whole, whole + 1, u64::MAX].map(Point::InAnswer) {
        wire.next(Harm::Cut(point));
        let client = Client::sending(&wire, &Request::get().whole()).await;
        assert_eq!(client.rest().await, Seen::fin(answer(BODY)), "{point:?}");
        assert_eq!(server.seen().await, Seen::fin(Request::get().whole()), "{point:?}");
    }
    assert_eq!(wire.passed().harms, 0);
}

#[tokio::test]
async fn the_middle_of_an_answer_without_a_length_is_that_of_its_head() {
    let head = b"HTTP/1.1 204 No Content\r\n\r\n";
    let server = Server::start(Manner::Answers(head.to_vec())).await;
    let wire = Wire::start(server.address).await.unwrap();
    wire.next(Harm::Cut(Point::MidAnswer));
    let client = Client::sending(&wire, &Request::get().whole()).await;
    assert_eq!(client.rest().await, Seen::fin(&head[..head.len() / 2]));
}

#[tokio::test]
async fn an_early_answer_waits_for_the_whole_request_where_the_point_is_behind_it() {
    let mut server = Server::start(Manner::AnswersEarly(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for harm in [Harm::Cut(Point::AfterBody), Harm::Reset(Point::AfterBody), Harm::Stall(Point::AfterBody)] {
        let struck = wire.passed().harms;
        wire.next(harm);
        let mut client = Client::sending(&wire, &request.up_to(1_000)).await;
        another_call(&wire).await;
        for _ in 0..3 {
            server.seen().await;
        }
        assert!(client.has_nothing_to_read(), "{harm:?}");
        assert_eq!(wire.passed().harms, struck, "{harm:?}");
        client.send(&request.body[1_000..]).await;
        wire.wait_for_harm(struck + 1).await;
        wire.release();
        if matches!(harm, Harm::Stall(_)) {
            client.end().await;
        }
        let (back, up) = (client.rest().await, server.seen().await);
        let expected = match harm {
            // This server answers before it reads, so the reset can overtake the rest.
            Harm::Reset(_) => (Seen::reset([]), Seen::reset(&request.whole()[..up.bytes.len()])),
            Harm::Cut(_) => (Seen::fin([]), Seen::fin(request.whole())),
            _ => (Seen::fin(answer(10)), Seen::fin(request.whole())),
        };
        assert_eq!((back, up), expected, "{harm:?}");
    }
}

#[tokio::test]
async fn an_early_answer_passes_when_the_request_will_not_be_whole() {
    let mut server = Server::start(Manner::AnswersEarly(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    for answered_before_the_end in [true, false] {
        wire.next(Harm::Cut(Point::AfterBody));
        let mut client = Client::sending(&wire, &request.up_to(1_000)).await;
        if answered_before_the_end {
            another_call(&wire).await;
            for _ in 0..3 {
                server.seen().await;
            }
        }
        client.end().await;
        assert_eq!(client.rest().await, Seen::fin(answer(10)));
        assert_eq!(server.seen().await, Seen::fin(request.up_to(1_000)));
    }
    assert_eq!(wire.passed().harms, 0);
}

#[tokio::test]
async fn an_answer_is_found_behind_interim_ones_whatever_the_pieces() {
    let interim = b"HTTP/1.1 100 Continue\r\n\r\n";
    let both = [interim.to_vec(), interim.to_vec(), answer(10)].concat();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let wire = Wire::start(listener.local_addr().unwrap()).await.unwrap();
    for first in [interim.len() + 1, 2 * interim.len() + 1, 2 * interim.len() + 20] {
        wire.next(Harm::Cut(Point::InAnswer(7)));
        let mut client = Client::sending(&wire, &Request::get().whole()).await;
        let (mut server, _) = soon(listener.accept()).await.unwrap();
        server.write_all(&both[..first]).await.unwrap();
        // The rest comes when the first piece was looked at.
        assert_eq!(client.read(interim.len()).await, interim);
        server.write_all(&both[first..]).await.unwrap();
        assert_eq!(client.rest().await, Seen::fin(&both[interim.len()..2 * interim.len() + 7]), "{first}");
    }
}

#[tokio::test]
async fn an_interim_answer_passes_and_counts_as_none() {
    let interim = b"HTTP/1.1 100 Continue\r\n\r\n";
    let mut server = Server::start(Manner::AsksForBody(answer(10))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);
    let middle = answer_head(10).len() + 5;
    for (point, back) in [(Point::AfterBody, 0), (Point::InAnswer(7), 7), (Point::MidAnswer, middle)] {
        wire.next(Harm::Cut(point));
        let mut client = Client::sending(&wire, &request.head).await;
        assert_eq!(client.read(interim.len()).await, interim, "{point:?}");
        client.send(&request.body).await;
        assert_eq!(client.rest().await, Seen::fin(&answer(10)[..back]), "{point:?}");
        assert_eq!(server.seen().await, Seen::fin(request.whole()), "{point:?}");
    }
}

#[tokio::test]
async fn a_server_that_ends_without_an_answer_is_passed_as_it_is() {
    for (manner, ending) in [(Manner::HangsUp, Ending::Fin), (Manner::Resets, Ending::Reset)] {
        let mut server = Server::start(manner).await;
        let wire = Wire::start(server.address).await.unwrap();
        wire.next(Harm::Stall(Point::AfterBody));
        let mut client = Client::sending(&wire, &Request::update(10).whole()).await;
        client.end().await;
        assert_eq!(client.rest().await, Seen { bytes: Vec::new(), ending });
        assert_eq!(server.seen().await.bytes, Request::update(10).whole());
        assert_eq!(wire.passed().harms, 0);
    }
}

#[tokio::test]
async fn a_late_answer_is_held_and_then_whole() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);

    wire.next(Harm::Late(Duration::from_millis(1)));
    let client = Client::sending(&wire, &request.whole()).await;
    assert_eq!(client.rest().await, Seen::fin(answer(BODY)));
    assert_eq!(server.seen().await, Seen::fin(request.whole()));

    wire.next(Harm::Late(Duration::from_secs(100_000)));
    let client = Client::sending(&wire, &request.whole()).await;
    wire.wait_for_harm(2).await;
    another_call(&wire).await;
    assert!(client.has_nothing_to_read());
    assert_eq!(wire.passed().body_bytes, 2 * BODY as u64 + 9);
    wire.down().await.unwrap();
    assert_eq!(client.rest().await, Seen::reset([]));
}

#[tokio::test]
async fn a_slow_wire_passes_everything_but_not_at_once() {
    let mut server = Server::start(Manner::Answers(answer(BODY))).await;
    let wire = Wire::start(server.address).await.unwrap();
    let request = Request::update(BODY);

    wire.next(Harm::Slow { bytes_per_second: 10_000_000 });
    let client = Client::sending(&wire, &request.whole()).await;
    assert_eq!(client.rest().await, Seen::fin(answer(BODY)));
    assert_eq!(server.seen().await, Seen::fin(request.whole()));

    // At a byte a second, the body alone would take a day.
    wire.next(Harm::Slow { bytes_per_second: 1 });
    let client = Client::sending(&wire, &request.whole()).await;
    wire.wait_for_harm(2).await;
    another_call(&wire).await;
    for _ in 0..3 {
        server.seen().await;
    }
    wire.down().await.unwrap();
    assert_eq!(client.rest().await, Seen::reset([]));
    let seen = server.seen().await;
    assert!(request.whole().starts_with(&seen.bytes) && seen.bytes.len() < request.head.len(), "{seen:?}");
}
