//! A database that an earlier version of the app left is brought to the new form, and nothing of it is lost.

use outbox::{Ended, Job, Outbox, Query, State};
use rusqlite::{Connection, params};
use tempfile::TempDir;

const OLD: &str = include_str!("../../src/migrations/1.sql");
const LEAD: &str = "330fba67-6795-46c2-9dad-077794077f70";
const DONE: &str = r##"{"ticket":"143","key":"#143","message":"Ticket Updated Successfully",
    "answer":{"status":200,"reason":null,"message":"Ticket Updated Successfully","body":"{\"Status\":\"Success\"}"}}"##;

/// Deliveries as the first version wrote them: what became of their one attempt.
const DELIVERIES: [(Option<&str>, Option<&str>, State); 6] = [
    (Some(DONE), None, State::Done),
    (
        None,
        Some(
            r#"{"code":"not_accepted","effect":"not_done","answer":{"status":400,"reason":"No such transition","message":null,"body":"x"}}"#,
        ),
        State::Refused,
    ),
    (None, Some(r#"{"code":"cannot_connect","host":"h","effect":"not_sent","answer":null}"#), State::Refused),
    (None, Some(r#"{"code":"broke_before_answer","effect":"may_be_done","answer":null}"#), State::MayBeDone),
    (None, Some(r#"{"code":"cancelled","effect":"not_sent","answer":null}"#), State::Cancelled),
    // The app ended meanwhile, and nobody opened it since.
    (None, None, State::MayBeDone),
];

fn old(folder: &std::path::Path) {
    std::fs::create_dir_all(folder).unwrap();
    let connection = Connection::open(folder.join("outbox.db")).unwrap();
    connection.execute_batch(OLD).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    connection
        .execute("UPDATE draft SET ticket = '#150', lead = ?1, changes = '[{\"field\":\"Status\",\"value\":\"Open\"}]'", [LEAD])
        .unwrap();
    connection
        .execute("INSERT INTO draft_file (path, name, size, modified) VALUES (x'2f61', 'a', 1, 2)", ())
        .unwrap();
    for (number, (receipt, failure, _)) in DELIVERIES.iter().enumerate() {
        let changes = r#"[{"field":"Status","value":"On Hold"}]"#;
        connection
            .execute("INSERT INTO delivery (account, account_name, ticket, lead, changes) VALUES ('acme', 'Acme', '143', ?1, ?2)", [LEAD, changes])
            .unwrap();
        let id = connection.last_insert_rowid();
        connection
            .execute(
                "INSERT INTO delivery_file VALUES (?1, 0, x'2f62', ?2, 3, 4)",
                params![id, format!("b{number}.pdf")],
            )
            .unwrap();
        let ended = (receipt.is_some() || failure.is_some()).then_some(2_000);
        connection
            .execute(
                "INSERT INTO attempt (delivery, started_at, ended_at, interrupted, receipt, failure) VALUES (?1, 1000, ?2, 0, ?3, ?4)",
                params![id, ended, receipt, failure],
            )
            .unwrap();
    }
}

#[test]
fn everything_of_the_first_form_is_there_in_the_new_one() {
    let root = TempDir::new().unwrap();
    old(root.path());
    let outbox = Outbox::open(root.path()).unwrap();
    assert!(outbox.rescue().is_none());
    let draft = outbox.draft().unwrap();
    assert_eq!(draft.text.job, Job::Update);
    assert_eq!((draft.text.ticket.as_str(), draft.text.changes.len(), draft.files.len()), ("#150", 1, 1));
    for (id, (receipt, failure, state)) in (1..).zip(DELIVERIES) {
        let delivery = outbox.delivery(id).unwrap();
        assert_eq!((delivery.state, delivery.attempts, delivery.files.len()), (state, 1, 1), "{id}");
        assert_eq!((delivery.job, delivery.changes[0].value.as_str()), (Job::Update, "On Hold"));
        assert_eq!(delivery.created_at, 1000);
        let attempts = outbox.attempts(id).unwrap();
        match &attempts[0].ended {
            Some(Ended::Done { receipt: kept }) => {
                assert!(receipt.is_some());
                assert!(kept.answer.body.contains("Success"), "as it was received");
            }
            Some(Ended::Failed { .. }) => assert!(failure.is_some()),
            Some(Ended::Interrupted { released }) => {
                assert!(*released && receipt.is_none() && failure.is_none())
            }
            other => panic!("{other:?}"),
        }
    }
    // A refused one was in sight of the person then.
    let needs = outbox.top().unwrap();
    assert_eq!((needs.needs_you_total, needs.on_the_way_total), (2, 0));
}

#[test]
fn the_first_form_s_deliveries_are_found_by_their_words() {
    let root = TempDir::new().unwrap();
    old(root.path());
    let outbox = Outbox::open(root.path()).unwrap();
    let found = |text: &str| {
        let query = Query { text: text.into(), ..Query::default() };
        outbox.page(&query, None, 50).unwrap().deliveries.len()
    };
    assert_eq!((found("hold"), found("b1"), found("transition"), found("acme #143")), (6, 1, 1, 6));
    assert_eq!(found("field"), 0, "the form in which they are kept is no word of theirs");
    drop(outbox);
    let outbox = Outbox::open(root.path()).unwrap();
    assert_eq!(outbox.count().unwrap(), 6, "and it is done once");
}
