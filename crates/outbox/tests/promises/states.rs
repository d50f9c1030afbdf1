//! The table of states that people read, against the code.

use std::collections::HashMap;

use outbox::{STATES, STEPS, State};

const PAGE: &str = include_str!("../../../../docs/deliveries.md");

/// The rows of the table "Every step" that begin with a state: from, step, to.
fn table() -> Vec<(String, String, String)> {
    let (_, table) = PAGE.split_once("| from | step | to |").unwrap();
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let rows = rows.map(|row| {
        let mut cells = row.split('|').skip(1).map(|cell| cell.trim().trim_matches('`').to_owned());
        (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap())
    });
    rows.collect()
}

#[test]
fn the_page_and_the_code_have_the_same_steps() {
    let rows = table();
    let mut written = HashMap::new();
    for (from, step, to) in rows.iter().filter(|(from, _, to)| !from.is_empty() && !to.is_empty()) {
        let to: State = to.parse().unwrap();
        assert_eq!(written.insert((from.clone(), step.clone()), to), None, "{from}, {step} stands twice");
    }
    for from in STATES {
        for step in STEPS {
            let to = written.remove(&(from.name().to_owned(), format!("{step:?}")));
            assert_eq!(from.after(step), to, "{from}, {step:?}: left the code, right the page");
        }
    }
    assert!(written.is_empty(), "the code has no such state or step: {written:?}");
}

#[test]
fn a_delivery_begins_as_the_page_says_and_every_state_is_explained() {
    let begins: Vec<_> = table().into_iter().filter(|(from, ..)| from.is_empty()).collect();
    let row = |from: &str, step: &str, to: &str| (from.to_owned(), step.to_owned(), to.to_owned());
    assert_eq!(begins, [row("", "", "held_back"), row("", "", "waiting")]);
    let ends: Vec<_> = table().into_iter().filter(|(.., to)| to.is_empty()).collect();
    assert_eq!(ends, [row("held_back", "Undo", "")], "the one way back into the draft");
    for state in STATES {
        assert!(PAGE.contains(&format!("\n| `{state}` | ")), "{state} is not explained");
    }
}
