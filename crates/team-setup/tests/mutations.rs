//! Spoilt in every place: never a panic, and what is still read is a setup that keeps the rules.

mod sample;

use sample::SUPPORT;
use team_setup::{SetupFault, TeamSetup};

/// Everything that is read comes back the same from its own file.
fn survives(bytes: &[u8]) -> Result<TeamSetup, SetupFault> {
    let setup = TeamSetup::read(bytes)?;
    assert_eq!(TeamSetup::read(setup.write().as_bytes()).as_ref(), Ok(&setup));
    Ok(setup)
}

#[test]
fn cut_off_anywhere_it_is_refused() {
    let whole = SUPPORT.trim_end();
    for length in 0..whole.len() {
        let fault = survives(&whole.as_bytes()[..length]).unwrap_err();
        let line = whole[..length].matches('\n').count() + 1;
        // Before the mark is whole nobody can tell what it was.
        match fault {
            SetupFault::NotASetup if line <= 2 => {}
            // A line end that comes last is not counted by the parser as a line begun.
            SetupFault::CutOff { line: told } if told == line || told + 1 == line => {}
            fault => panic!("{length}: {fault:?}"),
        }
    }
}

#[test]
fn with_any_byte_changed_it_is_refused_or_still_keeps_the_rules() {
    let mut read = 0;
    for place in 0..SUPPORT.len() {
        for mask in [0x01, 0x20, 0x80] {
            let mut bytes = SUPPORT.as_bytes().to_vec();
            bytes[place] ^= mask;
            read += usize::from(survives(&bytes).is_ok());
        }
        for byte in [0, b'"', b'\\', b'9'] {
            let mut bytes = SUPPORT.as_bytes().to_vec();
            bytes[place] = byte;
            read += usize::from(survives(&bytes).is_ok());
        }
    }
    // A letter of a name may be any other.
    assert!(read > 0);
}

#[test]
fn with_any_byte_gone_or_doubled_it_is_refused_or_still_keeps_the_rules() {
    for place in 0..SUPPORT.len() {
        let (before, after) = SUPPORT.as_bytes().split_at(place);
        let _ = survives(&[before, &after[1..]].concat());
        let _ = survives(&[before, &after[..1], after].concat());
    }
}

#[test]
fn with_any_line_gone_or_doubled_it_is_refused_or_still_keeps_the_rules() {
    let lines: Vec<&str> = SUPPORT.lines().collect();
    for at in 0..lines.len() {
        let without = [&lines[..at], &lines[at + 1..]].concat().join("\n");
        let twice = [&lines[..=at], &lines[at..]].concat().join("\n");
        let _ = survives(without.as_bytes());
        let _ = survives(twice.as_bytes());
    }
}

#[test]
fn any_number_may_be_any_number() {
    let numbers = [
        "-0",
        "0.0",
        "1e308",
        "1e309",
        "-1e-400",
        "18446744073709551616",
        "-9223372036854775809",
        "1E5",
        "00",
        "0x1",
        "NaN",
        &"9".repeat(10_000),
    ];
    for old in [
        "\"version\": 1",
        "\"revision\": 3",
        "seconds\": 25",
        "\"min_length\": 8",
        "\"min_value\": 0",
        "\"max_value\": 2500000.5",
        "20971520",
    ] {
        let name = old.split_inclusive(' ').next().unwrap_or_default();
        for number in numbers {
            let new = if old == "20971520" { number.to_owned() } else { format!("{name}{number}") };
            let _ = survives(sample::changed(old, &new).as_bytes());
        }
    }
}
