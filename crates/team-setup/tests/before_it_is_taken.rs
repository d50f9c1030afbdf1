//! A person's view of a setup before they take it: what it changes, and what it calls otherwise than it is.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod sample;

use sample::{SUPPORT, changed};
use service_crm::ListValue;
use team_setup::{Difference, SetupField, SetupKind, ShownOtherwise, TeamSetup};

fn support() -> TeamSetup {
    TeamSetup::read(SUPPORT.as_bytes()).unwrap()
}

/// The differences after one text of the sample was replaced.
#[track_caller]
fn after(from: &str, to: &str) -> Vec<Difference> {
    TeamSetup::read(changed(from, to).as_bytes()).unwrap().differences(&support())
}

#[test]
fn what_changes_is_named_with_what_it_was() {
    assert_eq!(support().differences(&support()), []);
    assert_eq!(after("\"revision\": 3", "\"revision\": 4"), []);
    let host = after("apigw.service-in.leadsquared.com", "evil.example:8443");
    let is = Difference::Host {
        before: "apigw.service-in.leadsquared.com".into(),
        after: "evil.example:8443".into(),
    };
    assert_eq!(host, [is]);
    let organisation = after("22824", "666");
    assert_eq!(organisation, [Difference::Organisation { before: "22824".into(), after: "666".into() }]);
    let lead = after(",\n    \"lead_host\": \"https://api-in21.leadsquared.com\"", "");
    let before = Some("api-in21.leadsquared.com".into());
    assert_eq!(lead, [Difference::LeadHost { before, after: None }]);
    for place in [host, organisation, lead] {
        assert!(place.iter().all(Difference::is_of_place));
    }
    let (before, after_it) = ("Support, Pune".into(), "Support".into());
    assert_eq!(after("Support, Pune", "Support"), [Difference::Name { before, after: after_it }]);
    assert_eq!(after("_seconds\": 25", "_seconds\": 2"), [Difference::Pace { before: 25, after: 2 }]);
    let (before, largest) = (Some(20_971_520), Some(1));
    assert_eq!(after("20971520", "1"), [Difference::LargestFile { before, after: largest }]);
    let endings = |last: &str| Some(vec!["pdf".into(), "jpg".into(), last.into()]);
    let (before, exe) = (endings("png"), endings("exe"));
    assert_eq!(after("\"png\"", "\"exe\""), [Difference::Endings { before, after: exe }]);
    let [Difference::FieldChanged { before, after: field }] = &after("\"Due\"", "\"Paid\"")[..] else {
        panic!("a label is a part of its field");
    };
    assert_eq!((&*before.label, &*field.label), ("Due", "Paid"));
    let preset = after(
        "\"value\": \"On Hold\"\n        }\n      ]\n    }\n  ],\n  \"limits",
        "\"value\": \"Closed\"\n        }\n      ]\n    }\n  ],\n  \"limits",
    );
    let [Difference::PresetChanged { before, after: preset }] = &preset[..] else {
        panic!("a value is a part of its preset");
    };
    assert_eq!((&*before.changes[0].value, &*preset.changes[0].value), ("On Hold", "Closed"));
}

#[test]
fn fields_and_presets_come_go_and_change_places() {
    let mut setup = support();
    let gone = setup.fields.remove(1);
    setup.fields.swap(0, 1);
    let new = SetupField::new("x", "X", SetupKind::Text);
    setup.fields.insert(0, new.clone());
    let renamed = setup.presets[0].clone();
    setup.presets[0].name = "Other".into();
    let found = setup.differences(&support());
    let preset = setup.presets[0].clone();
    assert_eq!(
        found,
        [
            Difference::FieldAdded { field: new },
            Difference::FieldRemoved { field: gone },
            Difference::FieldOrder,
            Difference::PresetAdded { preset },
            Difference::PresetRemoved { preset: renamed },
        ]
    );
    let mut twice = support();
    let mut second = twice.presets[0].clone();
    second.name = "Second".into();
    twice.presets.push(second);
    let mut turned = twice.clone();
    turned.presets.reverse();
    assert_eq!(turned.differences(&twice), [Difference::PresetOrder]);
    let mut sealed = support();
    let keys = service_crm::Keys::new("canary-access-key", "canary-secret-key").unwrap();
    sealed.seal_keys(&keys, &"correct horse battery".into()).unwrap();
    assert_eq!(sealed.differences(&support()), [Difference::SealedKeys { before: false, after: true }]);
}

fn value(text: &str, value: &str) -> ListValue {
    ListValue { text: text.into(), value: value.into() }
}

fn known() -> Vec<SetupField> {
    let mut status = SetupField::new("Status", "Status", SetupKind::List);
    status.values = vec![value("Open", "Open"), value("On hold", "2"), value("Closed", "9")];
    vec![
        status,
        SetupField::new("DueDate", "DueDate", SetupKind::Time),
        SetupField::new("CcEmails", "CC addresses", SetupKind::Emails),
        SetupField::new("mx_Region", "Region", SetupKind::Text),
    ]
}

fn shown(fields: Vec<SetupField>) -> Vec<ShownOtherwise> {
    let mut setup = support();
    setup.fields = fields;
    setup.shown_otherwise(&known())
}

#[test]
fn a_field_under_another_name_shows_both() {
    let field = |name: &str, label: &str| shown(vec![SetupField::new(name, label, SetupKind::Text)]);
    for (name, label) in [
        ("Status", "STATUS"),
        ("DueDate", "Due date"),
        ("CcEmails", "cc-addresses"),
        ("CcEmails", "CC emails"),
        ("mx_Region", "region"),
        ("CustomData.PolicyNumber", "Policy number"),
    ] {
        assert_eq!(field(name, label), [], "{name} as {label}");
    }
    let otherwise = |name: &str, label: &str, usual: Option<&str>, name_of: Option<&str>| {
        let (usual, name_of) = (usual.map(str::to_owned), name_of.map(str::to_owned));
        [ShownOtherwise::Field { name: name.into(), label: label.into(), usual, name_of }]
    };
    for (name, label, usual, name_of) in [
        ("CcEmails", "Region", Some("CC addresses"), Some("mx_Region")),
        ("DueDate", "Deadline", Some("DueDate"), None),
        ("CustomData.Claim", "Claim, in rupees", None, None),
        ("CustomData.Status", "Status", None, Some("Status")),
        ("Status", "Ѕtatus", Some("Status"), None), // a Cyrillic letter
    ] {
        assert_eq!(field(name, label), otherwise(name, label, usual, name_of), "{name} as {label}");
    }
}

#[test]
fn a_value_under_another_name_shows_both() {
    let values = |values: Vec<ListValue>| {
        shown(vec![SetupField { values, ..SetupField::new("Status", "Status", SetupKind::List) }])
    };
    assert_eq!(values(vec![value("open", "Open"), value("On hold", "2"), value("New", "New")]), []);
    let found = values(vec![value("Closed", "2"), value("Waiting", "Open"), value("-", "+")]);
    let otherwise = |text: &str, value: &str, usual: Option<&str>, text_of: Option<&str>| {
        let (field, text, value) = ("Status".into(), text.into(), value.into());
        let (usual, text_of) = (usual.map(str::to_owned), text_of.map(str::to_owned));
        ShownOtherwise::Value { field, text, value, usual, text_of }
    };
    assert_eq!(
        found,
        [
            otherwise("Closed", "2", Some("On hold"), Some("9")),
            otherwise("Waiting", "Open", Some("Open"), None),
            otherwise("-", "+", None, None),
        ]
    );
}
