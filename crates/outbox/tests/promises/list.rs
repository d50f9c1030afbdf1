//! Outbox and history as one list: pages, what stands above it, filters, search, what is forgotten, and the export.

use outbox::{Delivery, DraftText, Outbox, Query, State, Wanted};
use service_crm::Change;

use crate::desk::{Carrying, Desk, draft, export_words, lead, now, send_off, send_off_at};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn ids(deliveries: &[Delivery]) -> Vec<i64> {
    deliveries.iter().map(|delivery| delivery.id).collect()
}

fn found(outbox: &Outbox, query: &Query) -> Vec<i64> {
    ids(&outbox.page(query, None, 100).unwrap().deliveries)
}

fn by_words(outbox: &Outbox, text: &str) -> Vec<i64> {
    found(outbox, &Query { text: text.into(), ..Query::default() })
}

fn of_state(state: Wanted) -> Query {
    Query { state: Some(state), ..Query::default() }
}

/// Sends one that ends as a fault makes it; by no fault it is done.
async fn ends(desk: &Desk, carrying: &Carrying, value: &str, fault: Option<&str>, state: State) -> i64 {
    draft(&carrying.outbox, 143, value);
    if let Some(fault) = fault {
        desk.server.inject(fault.parse().unwrap());
    }
    let id = carrying.send().id;
    carrying.until_state(id, state).await;
    id
}

#[tokio::test]
async fn pages_hold_every_settled_one_once_newest_first_and_the_others_stand_above() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let mut done = Vec::new();
    for _ in 0..5 {
        done.insert(0, ends(&desk, &carrying, "Open", None, State::Done).await);
    }
    let refused = ends(&desk, &carrying, "Open", Some("failure-in-200"), State::Refused).await;
    let unknown = ends(&desk, &carrying, "Open", Some("cut-applied"), State::MayBeDone).await;
    draft(&outbox, 143, "behind it");
    let waiting = carrying.send().id;

    let first = outbox.page(&Query::default(), None, 2).unwrap();
    assert_eq!((ids(&first.deliveries), first.more), (done[..2].to_vec(), true));
    let second = outbox.page(&Query::default(), Some(done[1]), 3).unwrap();
    assert_eq!((ids(&second.deliveries), second.more), (done[2..].to_vec(), false));

    let top = outbox.top().unwrap();
    assert_eq!((ids(&top.needs_you), top.needs_you_total), (vec![unknown, refused], 2));
    assert_eq!((ids(&top.on_the_way), top.on_the_way_total), (vec![waiting], 1));

    // Put away, it is one of the others.
    outbox.leave(refused).unwrap();
    assert_eq!(ids(&outbox.top().unwrap().needs_you), [unknown]);
    assert_eq!(found(&outbox, &Query::default())[0], refused);
}

#[tokio::test]
async fn a_filter_and_a_search_agree_with_the_state_through_every_change_of_it() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let word = |state| Query { text: "hold".into(), state: Some(state), ..Query::default() };
    let all = [
        Wanted::Waiting,
        Wanted::Sending,
        Wanted::Done,
        Wanted::Refused,
        Wanted::MayBeDone,
        Wanted::Cancelled,
        Wanted::NeedsYou,
    ];
    let in_states = |id: i64| -> Vec<Wanted> {
        let is_in = |state: &Wanted| {
            let (filtered, searched) = (found(&outbox, &of_state(*state)), found(&outbox, &word(*state)));
            assert_eq!(filtered.contains(&id), searched.contains(&id), "{state:?}");
            searched.contains(&id)
        };
        all.into_iter().filter(is_in).collect()
    };
    let refused = ends(&desk, &carrying, "On Hold", Some("failure-in-200"), State::Refused).await;
    assert_eq!(in_states(refused), [Wanted::Refused, Wanted::NeedsYou]);
    outbox.leave(refused).unwrap();
    assert_eq!(in_states(refused), [Wanted::Refused]);
    carrying.courier.send_again(refused).await.unwrap();
    carrying.until_state(refused, State::Done).await;
    assert_eq!(in_states(refused), [Wanted::Done]);

    let unknown = ends(&desk, &carrying, "On Hold", Some("cut-applied"), State::MayBeDone).await;
    assert_eq!(in_states(unknown), [Wanted::MayBeDone, Wanted::NeedsYou]);
    draft(&outbox, 143, "On Hold");
    let waiting = carrying.send().id;
    assert_eq!(in_states(waiting), [Wanted::Waiting]);
    carrying.courier.cancel(waiting).await.unwrap();
    assert_eq!(in_states(waiting), [Wanted::Cancelled]);
    carrying.courier.it_was_done(unknown).await.unwrap();
    assert_eq!(in_states(unknown), [Wanted::Done]);

    let again = ends(&desk, &carrying, "On Hold", Some("failure-in-200"), State::Refused).await;
    outbox.use_again(again).unwrap();
    assert_eq!(in_states(again), [Wanted::Refused]);
}

#[tokio::test]
async fn a_filter_by_account_and_by_day_means_those_only() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    for (ticket, account, day) in [(138, "acme", 0), (139, "a-b", 1), (140, "acme", 1), (141, "a-b", 2)] {
        draft(&outbox, ticket, "On Hold");
        let sender = outbox::SendingAccount {
            account: account.into(),
            account_name: account.to_uppercase(),
            place: None,
            reads_tickets: false,
            held_back: false,
            in_parts: false,
        };
        outbox.send_off(&sender, &service_crm::CancellationToken::new(), |_| (), now() + day * DAY).unwrap();
    }
    let of_account = Query { account: Some("a-b".into()), ..Query::default() };
    let of_day = Query { from: Some(now() + DAY), until: Some(now() + 2 * DAY), ..Query::default() };
    for text in ["", "hold"] {
        let with = |query: &Query| found(&outbox, &Query { text: text.into(), ..query.clone() });
        assert_eq!(with(&of_account), [4, 2]);
        assert_eq!(with(&of_day), [3, 2]);
        assert_eq!(with(&Query { account: Some("acme".into()), ..of_day.clone() }), [3]);
        assert_eq!(with(&Query { state: Some(Wanted::Waiting), ..of_day.clone() }), [3, 2]);
        assert_eq!(with(&Query { from: Some(now() + DAY), ..Query::default() }), [4, 3, 2]);
        assert_eq!(with(&Query { until: Some(now() + DAY), ..Query::default() }), [1]);
        assert_eq!(
            with(&Query { from: Some(now() + 9 * DAY), until: Some(now() + 10 * DAY), ..Query::default() }),
            [0; 0]
        );
    }
    let under: Vec<(String, String)> =
        outbox.sent_under().unwrap().into_iter().map(|under| (under.account, under.name)).collect();
    assert_eq!(under, [("a-b".into(), "A-B".into()), ("acme".into(), "ACME".into())]);
}

#[tokio::test]
async fn words_are_found_by_their_beginnings_in_any_script_and_symbols_are_no_commands() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let values = [
        "On Hold",
        "Zählerstand geprüft",
        "cafe\u{301}s geschlossen",
        "счёт оплачен",
        "हिन्दी संदेश",
        "請求書 東京",
        "50% off: C++ (v2.0) 😀",
        "Ünïcödé ⓐⓑ",
    ];
    for (ticket, value) in (138..).zip(values) {
        draft(&outbox, ticket, value);
        if ticket == 138 {
            outbox.attach(&[desk.file("Invoice-2024_07.pdf", "paper")]).unwrap();
        }
        send_off(&outbox);
    }
    for (typed, ids) in [
        ("ho", vec![1]),
        ("HOLD on", vec![1]),
        ("hold off", vec![]),
        ("invoice 07", vec![1]),
        ("inv-2024", vec![1]),
        ("2024_07", vec![1]),
        ("#138", vec![1]),
        ("zahler", vec![2]),
        ("ZÄHLER gepru", vec![2]),
        ("cafés", vec![3]),
        ("cafe\u{301}s", vec![3]),
        ("cafes", vec![3]),
        ("счёт", vec![4]),
        ("СЧЁТ опл", vec![4]),
        ("हिन्दी", vec![5]),
        ("हिन", vec![5]),
        ("請求", vec![6]),
        ("東京", vec![6]),
        ("c++", vec![7, 3]),
        ("50%", vec![7]),
        ("v2.0", vec![7]),
        ("unicode", vec![8]),
        // The index takes this apart, and a screen must not see an error for it.
        ("aⓐb", vec![]),
        ("hold—on", vec![1]),
        ("hold OR off", vec![]),
        ("NOT hold", vec![]),
        ("ticket:138", vec![]),
        ("hold)", vec![1]),
        ("\"hold\"", vec![1]),
        ("ho*ld", vec![]),
        ("acme", (1..=8).rev().collect()),
        // Marks of states and accounts cannot be typed.
        ("\u{E000}isontheway", vec![]),
        ("isontheway", vec![]),
        ("ontheway", vec![]),
        ("\u{0}hold", vec![1]),
    ] {
        assert_eq!(by_words(&outbox, typed), ids, "{typed:?}");
    }
    for nothing in ["", " ", "-", "\"", "😀", "***"] {
        assert_eq!(
            by_words(&outbox, nothing),
            [0; 0],
            "no word: as the empty query, which has what waits above it"
        );
    }
}

#[tokio::test]
async fn the_server_s_words_are_found_of_every_attempt() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let done = ends(&desk, &carrying, "Open", None, State::Done).await;
    assert_eq!(by_words(&outbox, "successfully"), [done]);
    let refused = ends(&desk, &carrying, "Open", Some("failure-in-200"), State::Refused).await;
    let words = match outbox.delivery(refused).unwrap().ended {
        Some(outbox::Ended::Failed { failure }) => failure.answer.unwrap().words().unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(by_words(&outbox, &words), [refused]);
    carrying.courier.send_again(refused).await.unwrap();
    carrying.until_state(refused, State::Done).await;
    assert_eq!(by_words(&outbox, &words), [refused], "of the first attempt too");
    assert_eq!(by_words(&outbox, "successfully"), [refused, done]);
}

#[tokio::test]
async fn only_what_is_over_for_long_is_forgotten_and_is_not_found_any_more() {
    let desk = Desk::new().await;
    let outbox = desk.open();
    let carrying = desk.courier(&outbox);
    let done = ends(&desk, &carrying, "On Hold", None, State::Done).await;
    let put_away = ends(&desk, &carrying, "On Hold", Some("failure-in-200"), State::Refused).await;
    outbox.leave(put_away).unwrap();
    let refused = ends(&desk, &carrying, "On Hold", Some("failure-in-200"), State::Refused).await;
    desk.server.inject("cut-applied".parse().unwrap());
    let behind = |value| {
        draft(&outbox, 144, value);
        carrying.send().id
    };
    let unknown = behind("On Hold");
    carrying.until_state(unknown, State::MayBeDone).await;
    let cancelled = behind("On Hold");
    carrying.courier.cancel(cancelled).await.unwrap();
    let waiting = behind("On Hold");
    for days in 0..=30 {
        assert_eq!(outbox.forget_old(Some(30), now() + days * DAY).unwrap(), [0; 0], "not before the time");
    }
    assert_eq!(outbox.forget_old(None, now() + 31 * DAY).unwrap(), [0; 0], "kept for ever");
    assert_eq!(outbox.forget_old(Some(30), now() + 31 * DAY).unwrap(), [done, put_away, cancelled]);
    assert_eq!(by_words(&outbox, "hold"), [waiting, unknown, refused]);
    assert!(outbox.attempts(done).unwrap().is_empty() && outbox.delivery(done).is_err());
    assert_eq!(outbox.count().unwrap(), 3);
}

#[test]
fn an_export_has_everything_and_another_program_reads_it_back() {
    let folder = tempfile::TempDir::new().unwrap();
    let outbox = Outbox::open(folder.path()).unwrap();
    for number in 0..60 {
        let value = match number {
            7 => "=HYPERLINK(\"http://x\")".to_owned(),
            8 => "a, \"b\"\nc; d".to_owned(),
            _ => format!("value {number}"),
        };
        draft(&outbox, 143, &value);
        send_off_at(&outbox, now() + number);
    }
    // A name for an account that a spreadsheet would calculate with.
    let text = DraftText {
        ticket: "144".into(),
        lead: lead(144).into(),
        changes: vec![Change { field: "=1+1".into(), value: "x".into() }],
        ..DraftText::default()
    };
    outbox.save_draft(&text).unwrap();
    let sender = outbox::SendingAccount {
        account: "x".into(),
        account_name: "@SUM(A1)".into(),
        place: None,
        reads_tickets: false,
        held_back: false,
        in_parts: false,
    };
    outbox.send_off(&sender, &service_crm::CancellationToken::new(), |_| (), now()).unwrap();

    let mut written = Vec::new();
    assert_eq!(
        outbox.export(&Query::default(), &export_words(), &mut written).unwrap(),
        61,
        "also more than are shown above the list"
    );
    assert!(
        written.starts_with("\u{feff}\"Ticket\",\"State\",".as_bytes()),
        "the mark, and every cell quoted"
    );
    assert!(written.ends_with(b"\"\r\n"));
    let mut table = csv::Reader::from_reader(&written[..]);
    let columns: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(columns[..3], ["Ticket", "State", "Sent"]);
    let rows: Vec<csv::StringRecord> = table.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), 61);
    let column = |name: &str| columns.iter().position(|column| column == name).unwrap();
    let changes: Vec<&str> = rows.iter().map(|row| &row[column("Changes")]).collect();
    assert_eq!((changes[0], &rows[0][column("Account")]), ("'=1+1=x", "'@SUM(A1)"));
    assert!(changes.contains(&"Status=a, \"b\"\nc; d"));
    assert!(changes.contains(&"Status==HYPERLINK(\"http://x\")"), "a formula begins a cell, or is none");
    assert!(rows.iter().all(|row| &row[column("State")] == "On its way"));
    for row in &rows {
        for cell in row {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    let mut some = Vec::new();
    let query = Query { text: "value 59".into(), ..Query::default() };
    assert_eq!(outbox.export(&query, &export_words(), &mut some).unwrap(), 1);
}
