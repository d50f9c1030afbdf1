//! Every kind of file that is refused, each by its name: one fault, and nothing else.

mod sample;

use sample::{SUPPORT, changed, least};
use service_crm::AddressFault;
use team_setup::{MOST_BYTES, SetupFault, TeamSetup};

fn fault(bytes: impl AsRef<[u8]>) -> SetupFault {
    match TeamSetup::read(bytes.as_ref()) {
        Err(fault) => fault,
        Ok(setup) => panic!("it is read: {setup:?}"),
    }
}

/// The fault of the sample after one text in it was replaced.
#[track_caller]
fn fault_after(from: &str, to: &str) -> SetupFault {
    fault(changed(from, to))
}

fn at(place: &str) -> String {
    place.to_owned()
}

#[test]
fn what_is_no_setup_is_told_to_be_none() {
    let gzip = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0];
    for (name, bytes) in [
        ("nothing", &b""[..]),
        ("blanks", b" \r\n"),
        ("zeros", &[0; 4096]),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("something packed", &gzip),
        ("a web page", b"<!doctype html><title>Sign in</title>"),
        ("a word", b"null"),
        ("a list", b"[]"),
        ("other JSON", br#"{"name": "x", "version": "1.0.0"}"#),
        ("JSON of another format", br#"{"format": "something", "version": 1}"#),
        ("the mark in another place", br#"{"name": "ticket-courier-team-setup", "version": 1}"#),
        ("other JSON with a key", br#"{"accessKey": "x"}"#),
        ("many brackets", &b"[".repeat(MOST_BYTES)),
    ] {
        assert_eq!(fault(bytes), SetupFault::NotASetup, "{name}");
    }
}

#[test]
fn a_large_file_is_not_looked_at() {
    let bytes = 10 * MOST_BYTES;
    let most = MOST_BYTES;
    assert_eq!(fault(b"[".repeat(bytes)), SetupFault::TooLarge { bytes, most });
    // A byte more than is looked at, and a byte less; with blanks it stays a setup.
    let padded = |length: usize| SUPPORT.to_owned() + &" ".repeat(length - SUPPORT.len());
    assert_eq!(fault(padded(most + 1)), SetupFault::TooLarge { bytes: most + 1, most });
    assert!(TeamSetup::read(padded(most).as_bytes()).is_ok());
}

#[test]
fn another_encoding_is_named() {
    let units = || std::iter::once(0xfeff).chain(SUPPORT.encode_utf16());
    let (low, high): (Vec<u8>, Vec<u8>) =
        (units().flat_map(u16::to_le_bytes).collect(), units().flat_map(u16::to_be_bytes).collect());
    assert_eq!(fault(low), SetupFault::Utf16);
    assert_eq!(fault(&high), SetupFault::Utf16);
    assert_eq!(fault(&high[2..]), SetupFault::NotASetup, "without the mark nobody can tell");
}

#[test]
fn a_damaged_file_is_told_by_the_line() {
    let half: String = SUPPORT.lines().take(10).collect::<Vec<_>>().join("\n");
    assert_eq!(fault(half), SetupFault::CutOff { line: 10 });
    assert_eq!(fault_after("\"name\": \"Support", "\"name\" \"Support"), SetupFault::Damaged { line: 6 });
    assert_eq!(fault(format!("{SUPPORT}x")), SetupFault::Damaged { line: SUPPORT.lines().count() + 1 });
    assert_eq!(fault_after("Pune", "Pu\0ne"), SetupFault::Damaged { line: 6 });
    assert_eq!(
        fault_after("\"calls_per_5_seconds\": 25", "\"calls_per_5_seconds\": 1e400"),
        SetupFault::Damaged { line: 10 }
    );
    let mut latin1 = changed("Pune", "P?ne").into_bytes();
    let place = latin1.iter().position(|byte| *byte == b'?').unwrap();
    latin1[place] = 0xfc;
    assert_eq!(fault(latin1), SetupFault::Damaged { line: 6 });
}

#[test]
fn depth_is_limited_before_it_costs_anything() {
    let deep = |brackets: usize| changed("\"limits\": {", &format!("\"x\": {}", "[".repeat(brackets)));
    assert_eq!(fault(deep(9)), SetupFault::TooDeep { line: 67 });
    assert_eq!(fault(deep(500_000)), SetupFault::TooDeep { line: 67 });
    let objects = format!("\"x\": {}", "{\"a\":".repeat(100_000));
    assert_eq!(fault_after("\"limits\": {", &objects), SetupFault::TooDeep { line: 67 });
}

#[test]
fn nothing_is_said_twice() {
    let twice = |member: &str, line| SetupFault::MemberTwice { member: member.into(), line };
    assert_eq!(fault_after("\"revision\": 3", "\"revision\": 3,\n\"version\": 2"), twice("version", 6));
    let host = "\"organisation\": \"22824\"";
    assert_eq!(fault_after(host, &format!("{host}, \"host\": \"https://evil.example\"")), twice("host", 9));
    let escaped = format!("{host}, \"h\\u006fst\": \"https://evil.example\"");
    assert_eq!(fault_after(host, &escaped), twice("host", 9));
    assert_eq!(fault_after("DueDate", "Status"), SetupFault::FieldTwice { field: "Status".into() });
    let list = r#"{"text": "a", "value": "Open"}, {"text": "b", "value": "Open"}"#;
    let more =
        format!(r#""fields": [{{"name": "Status", "label": "S", "kind": "list", "values": [{list}]}}]"#);
    let fault_of_list = SetupFault::ListValueTwice { field: "Status".into(), value: "Open".into() };
    assert_eq!(fault(least(&more)), fault_of_list);
    let preset = r#""presets": [{"name": "ON HOLD + papers", "note": ""},"#;
    assert_eq!(
        fault_after("\"presets\": [", preset),
        SetupFault::PresetTwice { preset: "On hold + papers".into() }
    );
    let change = r#""changes": [{"field": "Status", "value": "Open"},"#;
    let fault = SetupFault::ChangeTwice { preset: "On hold + papers".into(), field: "Status".into() };
    assert_eq!(fault_after("\"changes\": [", change), fault);
}

#[test]
fn only_versions_that_are_known_are_read() {
    let version = |to: &str| fault_after("\"version\": 1", &format!("\"version\": {to}"));
    assert_eq!(version("3"), SetupFault::NewerVersion { version: 3, known: 2 });
    assert_eq!(version("4294967295"), SetupFault::NewerVersion { version: u32::MAX, known: 2 });
    for none in ["0", "-1", "1.5", "\"1\"", "null", "[1]", "99999999999999999999", "18446744073709551615"] {
        assert_eq!(version(none), SetupFault::UnknownVersion, "{none}");
    }
    // A newer version may have members that are not known here.
    let newer = changed("\"version\": 1", "\"version\": 3, \"colour\": \"red\"");
    assert_eq!(fault(newer), SetupFault::NewerVersion { version: 3, known: 2 });
}

#[test]
fn keys_in_the_clear_are_refused_wherever_they_stand() {
    for (from, to, place) in [
        ("\"revision\"", "\"accessKey\": \"canary\", \"revision\"", "accessKey"),
        ("\"organisation\"", "\"secret_key\": \"canary\", \"organisation\"", "account.secret_key"),
        (
            "\"organisation\"",
            "\"X-LSQ-ACCESS-KEY\": \"canary\", \"organisation\"",
            "account.X-LSQ-ACCESS-KEY",
        ),
        ("\"kind\": \"time\"", "\"kind\": \"time\", \"Secret Key\": \"canary\"", "fields[1].Secret Key"),
        ("\"limits\": {", "\"limits\": { \"x\": [{ \"password\": 1 }],", "limits.x[0].password"),
        ("apigw.service-in.leadsquared.com\"", "a.example/?accessKey=canary\"", "account.host"),
        ("The claim form", "X-LSQ-SECRET-KEY: canary", "presets[0].note"),
    ] {
        let fault = fault_after(from, to);
        assert_eq!(fault, SetupFault::KeyInTheClear { place: at(place) });
        assert!(!format!("{fault} {fault:?}").contains("canary"));
    }
    let note = changed("The claim form", "Ask Mary for the access key. The claim form");
    assert!(TeamSetup::read(note.as_bytes()).is_ok(), "the word alone is no key");
}

#[test]
fn the_account_is_at_an_address_where_keys_may_go() {
    let host = |to: &str| fault_after("https://apigw.service-in.leadsquared.com", to);
    let address = |fault| SetupFault::Address { place: at("account.host"), fault };
    assert_eq!(host("http://apigw.example.com"), address(AddressFault::AddressNotSecure));
    for none in
        ["acme", "ftp://a.example", "javascript:alert(1)", "https://user:pw@a.example", "file:///etc/passwd"]
    {
        let given = none.into();
        assert_eq!(host(none), address(AddressFault::AddressUnreadable { given }), "{none}");
    }
    assert_eq!(host("https://a.example/api/tenants/1"), SetupFault::Unreadable { place: at("account.host") });
    assert_eq!(
        host(&format!("https://{}.example", "a".repeat(400))),
        SetupFault::TooLong { place: at("account.host"), most: 300 }
    );
    assert_eq!(host(""), SetupFault::Empty { place: at("account.host") });
    let lead = fault_after("https://api-in21", "http://api-in21");
    assert_eq!(
        lead,
        SetupFault::Address { place: at("account.lead_host"), fault: AddressFault::AddressNotSecure }
    );
    let given = "https://api-in21.".to_owned();
    let unfinished = fault_after("https://api-in21.leadsquared.com", "https://api-in21.#leadsquared.com");
    let is = SetupFault::Address {
        place: at("account.lead_host"),
        fault: AddressFault::AddressUnreadable { given },
    };
    assert_eq!(unfinished, is, "the full stop makes no host of a word");
    let given = "1/../2".to_owned();
    let organisation = AddressFault::OrganisationUnreadable { given: given.clone() };
    assert_eq!(
        fault_after("22824", &given),
        SetupFault::Address { place: at("account.organisation"), fault: organisation }
    );
}

#[test]
fn members_are_those_that_are_documented() {
    for (from, to, place) in [
        ("\"mandatory\"", "\"mandatry\"", "fields[0].mandatry"),
        ("\"revision\"", "\"colour\": 1, \"revision\"", "colour"),
        ("\"largest_file\"", "\"largestFile\"", "limits.largestFile"),
        ("\"note\"", "\"\\u202enote\"", "presets[0].\u{fffd}note"),
    ] {
        assert_eq!(fault_after(from, to), SetupFault::UnknownMember { place: at(place) });
    }
    for (from, to, place) in [
        ("\"label\": \"Due\",", "", "fields[1].label"),
        ("\"organisation\": \"22824\",", "", "account.organisation"),
        ("\"revision\": 3,", "", "revision"),
        ("\"version\": 1,", "", "version"),
        ("\"field\": \"Status\",", "", "presets[0].changes[0].field"),
    ] {
        assert_eq!(fault_after(from, to), SetupFault::Missing { place: at(place) });
    }
}

#[test]
fn each_member_is_of_its_kind() {
    for (from, to, place) in [
        ("\"Support, Pune\"", "7", "name"),
        ("\"revision\": 3", "\"revision\": \"3\"", "revision"),
        ("\"revision\": 3", "\"revision\": -3", "revision"),
        ("\"revision\": 3", "\"revision\": 4294967296", "revision"),
        ("\"22824\"", "22824", "account.organisation"),
        ("\"mandatory\": true", "\"mandatory\": \"yes\"", "fields[0].mandatory"),
        ("\"min_length\": 8", "\"min_length\": 8.5", "fields[2].min_length"),
        ("\"max_value\": 2500000.5", "\"max_value\": \"1\"", "fields[3].max_value"),
        ("\"note\": \"The claim form and a copy of the policy.\"", "\"note\": null", "presets[0].note"),
    ] {
        assert_eq!(fault_after(from, to), SetupFault::WrongKind { place: at(place) });
    }
    for (more, place) in [
        (r#""fields": {}"#, "fields"),
        (r#""fields": [[]]"#, "fields[0]"),
        (r#""presets": null"#, "presets"),
        (r#""presets": [{"name": "a", "changes": ["Status"]}]"#, "presets[0].changes[0]"),
        (r#""limits": []"#, "limits"),
        (r#""limits": {"endings": "pdf"}"#, "limits.endings"),
        (r#""limits": {"endings": [7]}"#, "limits.endings[0]"),
        (r#""sealed_keys": ["-----BEGIN"]"#, "sealed_keys"),
    ] {
        assert_eq!(fault(least(more)), SetupFault::WrongKind { place: at(place) });
    }
    for (from, to, place) in [
        ("\"kind\": \"time\"", "\"kind\": \"Time\"", "fields[1].kind"),
        ("0d3c4a4e-53c5-4c0a-9a57-6a3b6d0d7f11", "0d3c4a4e53c54c0a9a576a3b6d0d7f11", "id"),
        ("0d3c4a4e-53c5-4c0a-9a57-6a3b6d0d7f11", "00000000-0000-0000-0000-000000000000", "id"),
        ("\"pdf\"", "\".pdf\"", "limits.endings[0]"),
        ("\"jpg\"", "\"JPG\"", "limits.endings[1]"),
        ("\"png\"", "\"../png\"", "limits.endings[2]"),
    ] {
        assert_eq!(fault_after(from, to), SetupFault::Unreadable { place: at(place) });
    }
}

#[test]
fn names_that_people_are_shown_are_what_they_look_like() {
    for (from, to, place) in [
        ("Support, Pune", "Support\\u0000", "name"),
        ("Support, Pune", "Support\\u202eenuP", "name"),
        ("Support, Pune", "Support, Pune ", "name"),
        ("\"Due\"", "\"Due\\nPaid\"", "fields[1].label"),
        ("\"group\": \"Policy\"", "\"group\": \"\\u2066Policy\"", "fields[2].group"),
        ("Open\",\n", "Open\\u200b\",\n", "fields[0].values[0].text"),
        ("On hold + papers", "On hold\\u001b[31m", "presets[0].name"),
        ("The claim form", "The\\u202d claim form", "presets[0].note"),
        ("https://apigw.service-in", "https://apigw\\u202e.service-in", "account.host"),
    ] {
        assert_eq!(fault_after(from, to), SetupFault::HiddenCharacters { place: at(place) });
    }
    assert_eq!(fault_after("Support, Pune", " "), SetupFault::Empty { place: at("name") });
}

#[test]
fn lengths_counts_and_ranges_have_limits() {
    assert_eq!(
        fault_after("Support, Pune", &"x".repeat(101)),
        SetupFault::TooLong { place: at("name"), most: 100 }
    );
    let many = |entry: &str, count: usize| vec![entry; count].join(",");
    let fields = format!("\"fields\": [{},", many(r#"{"name": "a", "label": "a", "kind": "text"}"#, 301));
    assert_eq!(fault_after("\"fields\": [", &fields), SetupFault::TooMany { place: at("fields"), most: 300 });
    let patterns = many(r#"{"name": "a", "label": "a", "kind": "text", "pattern": "a"}"#, 41);
    let patterns = fault(least(&format!("\"fields\": [{patterns}]")));
    assert_eq!(patterns, SetupFault::TooMany { place: at("fields[].pattern"), most: 40 });
    let values = format!("\"values\": [{},", many(r#"{"text": "a", "value": "a"}"#, 2001));
    assert_eq!(
        fault_after("\"values\": [", &values),
        SetupFault::TooMany { place: at("fields[0].values"), most: 2000 }
    );
    let presets = format!("\"presets\": [{},", many(r#"{"name": "a", "note": "a"}"#, 51));
    assert_eq!(
        fault_after("\"presets\": [", &presets),
        SetupFault::TooMany { place: at("presets"), most: 50 }
    );
    for (from, to, place, least, most) in [
        ("\"revision\": 3", "\"revision\": 0", "revision", 1, u64::from(u32::MAX)),
        ("_seconds\": 25", "_seconds\": 0", "account.calls_per_5_seconds", 1, 100),
        ("_seconds\": 25", "_seconds\": 1000", "account.calls_per_5_seconds", 1, 100),
        ("20971520", "0", "limits.largest_file", 1, (1 << 53) - 1),
        ("20971520", "18446744073709551615", "limits.largest_file", 1, (1 << 53) - 1),
    ] {
        assert_eq!(fault_after(from, to), SetupFault::OutOfRange { place: at(place), least, most });
    }
    for (more, place) in [
        (r#""presets": [{"name": "a"}]"#, "presets[0].changes"),
        (r#""presets": [{"name": "a", "changes": []}]"#, "presets[0].changes"),
        (r#""limits": {"endings": []}"#, "limits.endings"),
        (r#""limits": {"endings": [""]}"#, "limits.endings[0]"),
    ] {
        assert_eq!(fault(least(more)), SetupFault::Empty { place: at(place) });
    }
}

#[test]
fn rules_of_fields_can_be_kept() {
    let policy = || "CustomData.PolicyNumber".to_owned();
    let crossed = SetupFault::LeastAboveMost { field: policy() };
    assert_eq!(fault_after("\"min_length\": 8", "\"min_length\": 13"), crossed);
    let crossed = SetupFault::LeastAboveMost { field: "CustomData.Claim".into() };
    assert_eq!(fault_after("\"min_value\": 0", "\"min_value\": 2500000.75"), crossed);
    let pattern = |to: &str| fault_after("^[A-Z]{2}[0-9]+$", to);
    for invalid in ["(", "[", "(?=x)", "(a)\\\\1", "*", &"(".repeat(300)] {
        assert_eq!(pattern(invalid), SetupFault::PatternInvalid { field: policy() }, "{invalid}");
    }
    for costly in ["\\\\w{1000}", "((((a{99}){99}){99}){99})", "(\\\\pL{99}|x){99}"] {
        assert_eq!(pattern(costly), SetupFault::PatternTooCostly { field: policy() }, "{costly}");
    }
    assert_eq!(pattern(&"a".repeat(301)), SetupFault::TooLong { place: at("fields[2].pattern"), most: 300 });
}

#[test]
fn what_stands_for_sealed_keys_is_sealed() {
    for none in [
        "",
        "canary-access canary-secret",
        "-----BEGIN AGE ENCRYPTED FILE-----\\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\\nY2FuYXJ5\\n-----END AGE ENCRYPTED FILE-----\\n",
        "age-encryption.org/v1\\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\\nAAAA\\n--- AAAA\\n",
    ] {
        let fault = fault_after("\"revision\"", &format!("\"sealed_keys\": \"{none}\", \"revision\""));
        assert_eq!(fault, SetupFault::SealDamaged, "{none}");
    }
}
