//! The signer of a file: each state, each way to change a file, and the key itself.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod sample;

use std::sync::LazyLock;

use sample::{SUPPORT, changed};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use team_setup::{
    Age, Provenance, PublicKey, SealFault, SetupFault, Signature, SigningKey, SigningKeyFault, TeamSetup,
    UnsealFault, UpdateFault,
};

/// Not by chance, so that a test that fails fails again.
fn key(seed: u8) -> SigningKey {
    let text: SecretString =
        ["AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="]
            [usize::from(seed)]
        .into();
    SigningKey::read(&text).unwrap()
}

fn support() -> TeamSetup {
    TeamSetup::read(SUPPORT.as_bytes()).unwrap()
}

static SIGNED: LazyLock<String> = LazyLock::new(|| support().write_signed(&key(0)).unwrap());

fn signature(file: impl AsRef<[u8]>) -> Result<Signature, SetupFault> {
    TeamSetup::read_signed(file.as_ref()).map(|(_, signature)| signature)
}

fn valid() -> Signature {
    Signature::Valid(key(0).public())
}

#[test]
fn a_signed_file_says_whose_it_is_and_holds_the_same_setup() {
    let (setup, signature) = TeamSetup::read_signed(SIGNED.as_bytes()).unwrap();
    assert_eq!(signature, valid());
    assert_eq!(setup.compare(&support()), Age::Same);
    assert!(SIGNED.contains("\"version\": 2"));
    assert!(SIGNED.contains(&format!("\"signed_by\": \"{}\"", key(0).public())));
    assert_eq!(support().write_signed(&key(0)).unwrap(), *SIGNED, "signing is no matter of chance");
}

#[test]
fn what_another_program_signed_is_what_the_app_signs() {
    // By Python's cryptography and rfc8785, as the page of the file has it.
    let other = include_str!("../samples/signed.ticketcourier").replace("\r\n", "\n");
    assert_eq!(signature(&other), Ok(valid()));
    assert_eq!(other, *SIGNED);
}

#[test]
fn files_from_before_signatures_open_and_are_not_signed() {
    assert_eq!(signature(SUPPORT), Ok(Signature::Unsigned));
    assert_eq!(signature(changed("\"version\": 1", "\"version\": 2")), Ok(Signature::Unsigned));
    assert_eq!(support().write(), SUPPORT.replace("\r\n", "\n"), "what is not signed is written as ever");
    // The first version did not know the members, and has not learnt them since.
    let first = SIGNED.replace("\"version\": 2", "\"version\": 1");
    let unknown = SetupFault::UnknownMember { place: "signature".into() };
    assert_eq!(signature(first), Err(unknown));
}

#[test]
fn editors_and_mail_may_leave_their_marks() {
    let value: Value = serde_json::from_str(&SIGNED).unwrap();
    for marked in [
        SIGNED.replace('\n', "\r\n"),
        format!("\u{feff}{}", *SIGNED),
        // In another order, for serde_json sorts them, and in one line.
        value.to_string(),
        SIGNED.replace("\"22824\"", "\"\\u0032\\u0032824\""),
        SIGNED.replace("2500000.5", "25000005e-1"),
    ] {
        assert_ne!(marked, *SIGNED);
        assert_eq!(signature(&marked), Ok(valid()), "{marked}");
    }
}

#[test]
fn with_any_byte_changed_the_signature_is_never_valid() {
    let mut read = 0;
    for place in 0..SIGNED.len() {
        let old = SIGNED.as_bytes()[place];
        for new in [old ^ 0x01, old ^ 0x20, b'"', b'9', b'='] {
            let mut bytes = SIGNED.as_bytes().to_vec();
            bytes[place] = new;
            if new != old
                && let Ok(signature) = signature(&bytes)
            {
                assert_eq!(
                    signature,
                    Signature::Invalid,
                    "byte {place}: {}",
                    String::from_utf8_lossy(&bytes)
                );
                read += 1;
            }
        }
    }
    assert!(read > 1000, "most changes of a text leave a file that can be read: {read}");
}

#[test]
fn with_any_byte_or_line_gone_or_doubled_it_is_valid_only_as_the_very_same_setup() {
    let same = |bytes: &[u8]| {
        let Ok((setup, Signature::Valid(by))) = TeamSetup::read_signed(bytes) else { return };
        assert_eq!((setup, by), (support(), key(0).public()), "{}", String::from_utf8_lossy(bytes));
    };
    for place in 0..SIGNED.len() {
        let (before, after) = SIGNED.as_bytes().split_at(place);
        same(&[before, &after[1..]].concat());
        same(&[before, &after[..1], after].concat());
    }
    let lines: Vec<&str> = SIGNED.lines().collect();
    for at in 0..lines.len() {
        same([&lines[..at], &lines[at + 1..]].concat().join("\n").as_bytes());
        same([&lines[..=at], &lines[at..]].concat().join("\n").as_bytes());
    }
}

/// The signed file with one member put into it, or changed.
fn with(member: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(&SIGNED).unwrap();
    file[member] = value;
    file.to_string()
}

#[test]
fn each_thing_that_somebody_else_puts_in_breaks_it() {
    let sealed = "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBBQUFBQUFBQUFBQUFBQUFB\n";
    for (member, value) in [
        ("name", "Support".into()),
        ("revision", 4.into()),
        ("presets", serde_json::json!([{ "name": "x", "note": "y" }])),
        ("fields", serde_json::json!([])),
    ] {
        assert_eq!(signature(with(member, value)), Ok(Signature::Invalid), "{member}");
    }
    assert_eq!(signature(with("sealed_keys", sealed.into())), Err(SetupFault::SealDamaged));
    // Another key's name under this one's signature, and the other way round.
    let other: Value = serde_json::from_str(&support().write_signed(&key(1)).unwrap()).unwrap();
    for member in ["signed_by", "signature"] {
        assert_eq!(signature(with(member, other[member].clone())), Ok(Signature::Invalid), "{member}");
    }
}

#[test]
fn half_a_signature_is_a_fault_and_not_a_file_without_one() {
    for (member, place) in [("signed_by", "signed_by"), ("signature", "signature")] {
        let mut file: Value = serde_json::from_str(&SIGNED).unwrap();
        file.as_object_mut().unwrap().remove(member);
        assert_eq!(signature(file.to_string()), Err(SetupFault::Missing { place: place.into() }));
        assert_eq!(signature(with(member, 7.into())), Err(SetupFault::WrongKind { place: place.into() }));
    }
    let unreadable = SetupFault::Unreadable { place: "signed_by".into() };
    // The last is a point of small order, for which anybody can make signatures.
    for none in ["", "AQEB", "not Base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="] {
        assert_eq!(signature(with("signed_by", none.into())), Err(unreadable.clone()), "{none}");
    }
    for none in ["", "AQEB", "not Base64"] {
        assert_eq!(signature(with("signature", none.into())), Ok(Signature::Invalid), "{none}");
    }
}

#[test]
fn a_file_stands_to_the_pinned_key_as_it_was_signed() {
    let (own, other) = (key(0).public(), key(1).public());
    let by_other = signature(support().write_signed(&key(1)).unwrap()).unwrap();
    let changed = signature(with("name", "x".into())).unwrap();
    for (signature, pinned, expected, plain, after) in [
        (Signature::Unsigned, None, Provenance::Unknown, true, None),
        (valid(), None, Provenance::FirstKey, true, Some(own)),
        (valid(), Some(own), Provenance::SameTeam, true, Some(own)),
        (by_other, Some(own), Provenance::OtherKey, false, Some(other)),
        // The team's key stays, so that its next file is known again.
        (Signature::Unsigned, Some(own), Provenance::SignatureMissing, false, Some(own)),
        (changed, Some(own), Provenance::SignatureInvalid, false, Some(own)),
        (changed, None, Provenance::SignatureInvalid, false, None),
    ] {
        let provenance = signature.beside(pinned.as_ref());
        assert_eq!((provenance, provenance.is_plain()), (expected, plain), "{signature:?} {pinned:?}");
        assert_eq!(signature.pinned_after(pinned), after, "{signature:?} {pinned:?}");
    }
}

#[test]
fn a_revision_that_leaps_is_refused() {
    let here = support();
    let mut offered = here.clone();
    for revision in [1, 3, 4, 1003] {
        offered.revision = revision;
        assert_eq!(offered.check_update(&here), Ok(()), "{revision}");
    }
    for revision in [1004, u32::MAX] {
        offered.revision = revision;
        let leaps = UpdateFault::RevisionLeaps { here: 3, offered: revision, most: 1000 };
        assert_eq!(offered.check_update(&here), Err(leaps));
    }
    offered.id = TeamSetup::new("x", offered.account.clone()).id;
    assert_eq!(offered.check_update(&here), Ok(()), "another setup counts for itself");
}

#[test]
fn what_would_be_too_large_to_read_is_not_signed() {
    let mut large = support();
    large.presets = (0..40)
        .map(|at| team_setup::Preset {
            name: format!("P{at}"),
            note: None,
            changes: vec![service_crm::Change { field: "x".into(), value: "x".repeat(32_000) }],
        })
        .collect();
    assert_eq!(large.check(), Ok(()));
    assert!(matches!(large.write_signed(&key(0)), Err(SetupFault::TooLarge { .. })));
    let mut broken = support();
    broken.name = " ".into();
    assert_eq!(broken.write_signed(&key(0)), Err(SetupFault::Empty { place: "name".into() }));
}

#[test]
fn a_key_comes_by_chance_and_is_never_printed() {
    let (one, two) = (SigningKey::generate().unwrap(), SigningKey::generate().unwrap());
    assert_ne!(one.public(), two.public());
    assert_eq!(format!("{one:?}"), "SigningKey(hidden)");
    let kept = one.expose();
    assert!(!format!("{kept:?} {one:?} {:?}", one.public()).contains(kept.expose_secret()));
    assert_eq!(SigningKey::read(&kept).unwrap().public(), one.public());
    for none in ["", "x", "AQEB", "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"] {
        assert_eq!(SigningKey::read(&none.into()).unwrap_err(), SigningKeyFault::NotAKey, "{none}");
    }
}

#[test]
fn a_public_key_has_one_text_and_a_part_that_is_read_out() {
    let key = key(0).public();
    let text = key.to_string();
    assert_eq!(PublicKey::parse(&text), Some(key));
    // With a bit that belongs to no byte it would be a second text for the same key.
    let last = text.as_bytes()[42];
    let other = format!("{}{}=", &text[..42], char::from(last + 1));
    assert_eq!(PublicKey::parse(&other), None, "{other}");
    assert_eq!(PublicKey::parse(text.trim_end_matches('=')), None);
    assert_eq!(serde_json::from_str::<PublicKey>(&serde_json::to_string(&key).unwrap()).unwrap(), key);
    // RFC 8032's way from 32 bytes 0x01 to the public half, as other programs go it.
    assert_eq!(key.spoken(), "8a88 e3dd 7409 f195 fd52");
}

#[test]
fn the_key_goes_to_a_second_administrator_under_a_passphrase() {
    let phrase = |text: &str| -> SecretString { text.into() };
    let key = key(0);
    let file = key.seal(&phrase("correct horse battery")).unwrap();
    assert!(file.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"));
    assert!(!file.contains(key.expose().expose_secret()));
    let again = SigningKey::unseal(&format!("\n{file}"), &phrase(" correct horse battery ")).unwrap();
    assert_eq!(again.public(), key.public());
    let wrong = SigningKey::unseal(&file, &phrase("wrong horse battery")).unwrap_err();
    assert_eq!(wrong, UnsealFault::PassphraseWrong);
    assert_eq!(SigningKey::unseal("x", &phrase("x")).unwrap_err(), UnsealFault::SealDamaged);
    assert_eq!(key.seal(&phrase("short")).unwrap_err(), SealFault::PassphraseTooShort { least: 12 });
    // What an account's keys are sealed as is no signing key, though the passphrase is right.
    let mut setup = support();
    let keys = service_crm::Keys::new("canary-access-key", "canary-secret-key").unwrap();
    setup.seal_keys(&keys, &phrase("correct horse battery")).unwrap();
    let written: Value = serde_json::from_str(&setup.write_signed(&key).unwrap()).unwrap();
    let sealed = written["sealed_keys"].as_str().unwrap();
    let fault = SigningKey::unseal(sealed, &phrase("correct horse battery")).unwrap_err();
    assert_eq!(fault, UnsealFault::SealDamaged);
    let (carried, signed) = TeamSetup::read_signed(written.to_string().as_bytes()).unwrap();
    assert_eq!(signed, valid(), "sealed keys are signed with the rest");
    assert!(carried.unseal_keys(&phrase("correct horse battery")).is_ok());
}
