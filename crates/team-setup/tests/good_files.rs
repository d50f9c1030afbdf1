//! A setup's content, which survives being written and read, and is as documented.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod sample;

use sample::{SUPPORT, changed};
use service_crm::{Change, Host, ListValue, Organisation, system_fields};
use team_setup::{Age, Preset, SetupAccount, SetupFault, SetupField, SetupKind, SetupLimits, TeamSetup};

fn read(text: &str) -> TeamSetup {
    TeamSetup::read(text.as_bytes()).unwrap()
}

#[test]
fn the_documentation_shows_the_sample() {
    let page = include_str!("../../../docs/team-setup-file.md").replace("\r\n", "\n");
    let shown = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(shown, SUPPORT.replace("\r\n", "\n"));
    // A few that are easily forgotten.
    for member in
        ["sealed_keys", "lead_host", "calls_per_5_seconds", "min_value", "endings", "pattern", "group"]
    {
        assert!(page.contains(&format!("`{member}`")), "{member}");
    }
}

#[test]
fn the_sample_is_read_as_it_is_written_and_written_as_it_is_read() {
    let setup = read(SUPPORT);
    assert_eq!(setup.name, "Support, Pune");
    assert_eq!(setup.account.host.to_string(), "https://apigw.service-in.leadsquared.com");
    assert_eq!(setup.account.lead_host.as_ref().unwrap().name(), "api-in21.leadsquared.com");
    assert_eq!(
        setup.fields.iter().map(|field| &*field.label).collect::<Vec<_>>(),
        ["Status", "Due", "Policy number", "Claim, in rupees"]
    );
    assert_eq!(
        setup.fields[0].values[1],
        ListValue { text: "On hold (waiting for papers)".into(), value: "On Hold".into() }
    );
    assert_eq!(setup.fields[3].max_value, Some(2_500_000.5));
    assert_eq!(setup.presets[0].changes, [Change { field: "Status".into(), value: "On Hold".into() }]);
    assert_eq!(setup.limits.endings.as_deref().unwrap(), ["pdf", "jpg", "png"]);
    assert_eq!(setup.write(), SUPPORT.replace("\r\n", "\n"));
}

#[test]
fn editors_may_leave_their_marks() {
    let setup = read(SUPPORT);
    assert_eq!(read(&SUPPORT.replace('\n', "\r\n")), setup);
    assert_eq!(read(&format!("\u{feff}{SUPPORT}")), setup);
    assert_eq!(read(&SUPPORT.replace(['\n', ' '], "").replace("Support,Pune", "Support, Pune")).id, setup.id);
    assert_eq!(read(&changed("\"22824\"", "\"\\u0032\\u0032824\"")), setup);
}

#[test]
fn the_least_setup_is_an_account() {
    let (host, _) = Host::parse("https://a.example:8443").unwrap();
    let setup = TeamSetup::new("A", SetupAccount::new(host, Organisation::parse("1").unwrap()));
    assert_eq!(setup.check(), Ok(()));
    let written = setup.write();
    assert_eq!(read(&written), setup);
    for absent in ["fields", "presets", "limits", "lead_host", "sealed_keys"] {
        assert!(!written.contains(absent), "{absent}");
    }
}

#[test]
fn everything_that_a_setup_can_hold_comes_back() {
    let (host, _) = Host::parse("http://127.0.0.1:8080").unwrap();
    let mut setup =
        TeamSetup::new("Größe \"1\" \\ 🟢", SetupAccount::new(host, Organisation::parse("a-b_1").unwrap()));
    let system =
        system_fields().iter().map(|field| SetupField::new(field.name, field.name, field.kind.into()));
    setup.fields = system.collect();
    for (at, number) in
        [0.1, -7.0, 1e20, 1e300, 5e-324, 0.0, 123_456_789_012_345_680.0, f64::MAX].into_iter().enumerate()
    {
        let name = format!("CustomData.n{at}");
        let field = SetupField::new(&name, &name, if at == 0 { SetupKind::Number } else { SetupKind::Date });
        setup.fields.push(SetupField {
            group: Some("स्थिति".into()),
            mandatory: at % 2 == 0,
            min_length: Some(0),
            max_length: Some(u32::MAX),
            min_value: Some(number),
            max_value: Some(f64::MAX),
            pattern: Some(r"^\w+\s$".into()),
            values: vec![ListValue { text: "x ".into(), value: " x".into() }],
            ..field
        });
    }
    let change = Change { field: "Description".into(), value: "one\ntwo\t\"three\"".into() };
    setup.presets = vec![Preset { name: "P".into(), note: Some(String::new()), changes: vec![change] }];
    setup.limits = SetupLimits { largest_file: Some((1 << 53) - 1), endings: Some(vec!["7z".into()]) };
    assert_eq!(setup.check(), Ok(()));
    assert_eq!(read(&setup.write()), setup);
}

#[test]
fn a_setup_is_checked_before_it_is_written() {
    let mut setup = read(SUPPORT);
    setup.fields[3].min_value = Some(f64::NAN);
    assert_eq!(setup.check(), Err(SetupFault::Unreadable { place: "fields[3].min_value".into() }));
}

#[test]
fn a_later_revision_of_the_same_setup_is_newer() {
    let setup = read(SUPPORT);
    let mut other = setup.clone();
    assert_eq!(other.compare(&setup), Age::Same);
    other.name = "Support, Delhi".into();
    assert_eq!(other.compare(&setup), Age::Parted);
    other.revision += 1;
    assert_eq!(other.compare(&setup), Age::Newer);
    assert_eq!(setup.compare(&other), Age::Older);
    let account = other.account.clone();
    assert_eq!(TeamSetup::new("Support, Pune", account).compare(&setup), Age::Different);
}

#[test]
fn the_summary_says_what_would_be_set_up() {
    let summary = read(SUPPORT).summary();
    assert_eq!(
        serde_json::to_value(&summary).unwrap(),
        serde_json::json!({
            "name": "Support, Pune", "revision": 3, "host": "apigw.service-in.leadsquared.com",
            "on_this_computer": false, "organisation": "22824", "lead_host": "api-in21.leadsquared.com",
            "calls_per_window": 25, "fields": 4, "presets": ["On hold + papers"],
            "limits": { "largest_file": 20_971_520, "endings": ["pdf", "jpg", "png"] },
            "has_sealed_keys": false,
        })
    );
}

#[test]
fn a_fault_goes_to_the_screen_as_a_code_with_its_parameters() {
    let fault = TeamSetup::read(changed("https://apigw", "http://apigw").as_bytes()).unwrap_err();
    let code = serde_json::json!({
        "code": "address", "place": "account.host", "fault": { "code": "address_not_secure" },
    });
    assert_eq!(serde_json::to_value(&fault).unwrap(), code);
}
