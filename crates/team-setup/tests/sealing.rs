//! Keys under a passphrase: only with it, only for their account, and nowhere in the clear.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod sample;

use std::io::{Read, Write};
use std::sync::LazyLock;

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use secrecy::SecretString;
use service_crm::{Host, Keys, Organisation};
use team_setup::{SealFault, TeamSetup, UnsealFault};

const PASSPHRASE: &str = "correct horse battery";

fn keys() -> Keys {
    Keys::new("canary-access-key", "canary-secret-key").unwrap()
}

fn phrase(text: &str) -> SecretString {
    text.into()
}

/// Sealed once: it is slow on purpose.
static SEALED: LazyLock<TeamSetup> = LazyLock::new(sealed);

fn sealed() -> TeamSetup {
    let mut setup = TeamSetup::read(sample::SUPPORT.as_bytes()).unwrap();
    setup.seal_keys(&keys(), &phrase(PASSPHRASE)).unwrap();
    setup
}

/// The setup with its sealed part changed, byte by byte, beneath the armour.
fn tampered(setup: &TeamSetup, change: impl Fn(&mut Vec<u8>)) -> TeamSetup {
    let mut file: serde_json::Value = serde_json::from_str(&setup.write()).unwrap();
    let mut bytes = Vec::new();
    ArmoredReader::new(file["sealed_keys"].as_str().unwrap().as_bytes()).read_to_end(&mut bytes).unwrap();
    change(&mut bytes);
    let mut armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).unwrap();
    armour.write_all(&bytes).unwrap();
    file["sealed_keys"] = String::from_utf8(armour.finish().unwrap()).unwrap().into();
    TeamSetup::read(file.to_string().as_bytes()).unwrap()
}

/// Where a text stands in the header of the sealed part, which is text.
fn find(bytes: &[u8], text: &str) -> usize {
    bytes.windows(text.len()).position(|window| window == text.as_bytes()).unwrap()
}

#[test]
fn the_passphrase_gives_the_keys_and_nothing_else_does() {
    let setup = SEALED.clone();
    assert!(setup.summary().has_sealed_keys);
    let carried = TeamSetup::read(setup.write().as_bytes()).unwrap();
    assert_eq!(carried, setup);
    let unsealed = carried.unseal_keys(&phrase(" correct horse battery\n")).unwrap();
    assert_eq!(unsealed.expose(), keys().expose());
    for wrong in ["", "correct horse batterx", "Correct horse battery"] {
        assert_eq!(carried.unseal_keys(&phrase(wrong)).unwrap_err(), UnsealFault::PassphraseWrong, "{wrong}");
    }
}

#[test]
fn no_key_and_no_passphrase_is_ever_printed() {
    let setup = SEALED.clone();
    let printed = format!("{setup:?} {:?} {}", setup.summary(), setup.write());
    for secret in ["canary", "horse"] {
        assert!(!printed.contains(secret));
    }
    assert!(!format!("{setup:?}").contains("BEGIN AGE"), "the sealed keys need not be in a log, either");
    let wrong = setup.unseal_keys(&phrase("wrong wrong wrong")).unwrap_err();
    assert!(!format!("{wrong} {wrong:?}").contains("wrong wrong"));
}

#[test]
fn each_sealing_is_another() {
    assert_ne!(sealed().write(), SEALED.write());
}

#[test]
fn whoever_changes_the_account_does_not_get_the_keys() {
    let setup = SEALED.clone();
    let evil = Host::parse("https://evil.example").unwrap().0;
    let mut other = setup.clone();
    other.account.host = evil.clone();
    assert_eq!(other.unseal_keys(&phrase(PASSPHRASE)).unwrap_err(), UnsealFault::SealedForAnother);
    let mut other = setup.clone();
    other.account.lead_host = Some(evil);
    assert_eq!(other.unseal_keys(&phrase(PASSPHRASE)).unwrap_err(), UnsealFault::SealedForAnother);
    let mut other = setup.clone();
    other.account.organisation = Organisation::parse("666").unwrap();
    assert_eq!(other.unseal_keys(&phrase(PASSPHRASE)).unwrap_err(), UnsealFault::SealedForAnother);
    let mut other = setup;
    other.name = "Support, Delhi".into();
    other.account.calls_per_window = 5;
    assert!(other.unseal_keys(&phrase(PASSPHRASE)).is_ok(), "the keys may go to the same place");
}

#[test]
fn a_sealed_part_that_was_changed_gives_nothing() {
    let setup = SEALED.clone();
    let unsealed = |setup: &TeamSetup| setup.unseal_keys(&phrase(PASSPHRASE)).map(|_| ()).unwrap_err();
    let last = tampered(&setup, |bytes| *bytes.last_mut().unwrap() ^= 1);
    assert_eq!(unsealed(&last), UnsealFault::SealDamaged);
    let shorter = tampered(&setup, |bytes| bytes.truncate(bytes.len() - 3));
    assert_eq!(unsealed(&shorter), UnsealFault::SealDamaged);
    let longer = tampered(&setup, |bytes| bytes.push(0));
    assert_eq!(unsealed(&longer), UnsealFault::SealDamaged);
    let mac = tampered(&setup, |bytes| {
        let at = find(bytes, "\n--- ") + 5;
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    });
    assert_eq!(unsealed(&mac), UnsealFault::SealDamaged);
    let salt = tampered(&setup, |bytes| {
        let at = find(bytes, "scrypt ") + 7;
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
    });
    assert_eq!(unsealed(&salt), UnsealFault::PassphraseWrong, "which cannot be told apart");
}

#[test]
fn a_seal_that_would_take_the_computer_is_not_tried() {
    let setup = SEALED.clone();
    for work in [19, 30, 63] {
        let costly = tampered(&setup, |bytes| {
            let at = find(bytes, " 17\n");
            bytes[at + 1..at + 3].copy_from_slice(work.to_string().as_bytes());
        });
        assert_eq!(
            costly.unseal_keys(&phrase(PASSPHRASE)).unwrap_err(),
            UnsealFault::SealTooCostly,
            "{work}"
        );
    }
}

#[test]
fn a_short_passphrase_seals_nothing() {
    let mut setup = SEALED.clone();
    let before = setup.clone();
    let short = setup.seal_keys(&keys(), &phrase("  elevenchars  ")).unwrap_err();
    assert_eq!(short, SealFault::PassphraseTooShort { least: 12 });
    assert_eq!(setup, before);
    setup.remove_keys();
    assert_eq!(setup.unseal_keys(&phrase(PASSPHRASE)).unwrap_err(), UnsealFault::NothingSealed);
    assert!(!setup.write().contains("sealed_keys"));
}

#[test]
fn other_programs_that_know_age_can_open_it() {
    let file: serde_json::Value = serde_json::from_str(&SEALED.write()).unwrap();
    let identity = age::scrypt::Identity::new(phrase(PASSPHRASE));
    let inside = age::decrypt(&identity, file["sealed_keys"].as_str().unwrap().as_bytes()).unwrap();
    let inside: serde_json::Value = serde_json::from_slice(&inside).unwrap();
    assert_eq!(inside["host"], "https://apigw.service-in.leadsquared.com");
    assert_eq!(inside["secret_key"], "canary-secret-key");
}
