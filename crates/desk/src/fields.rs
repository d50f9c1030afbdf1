//! The fields of an account's tickets, as people see them: from its team's setup, its catalogue, or what every account
//! has.

use service_crm::{CatalogueField, Change, ListValue, system_fields};
use team_setup::{SetupField, SetupKind, ValueFault, check_pattern, read_value};

/// The fields that every account has, with the values that the vendor's pages show.
pub(crate) fn usual() -> Vec<SetupField> {
    system_fields()
        .iter()
        .map(|field| {
            let values = field.values.iter().map(|value| same(value)).collect();
            SetupField { values, ..SetupField::new(field.name, field.name, field.kind.into()) }
        })
        .collect()
}

/// A value that is sent as it is called.
fn same(value: &str) -> ListValue {
    ListValue { text: value.to_owned(), value: value.to_owned() }
}

/// A field of the catalogue, with the values of its list.
pub(crate) fn of_catalogue(field: CatalogueField, values: Vec<ListValue>) -> SetupField {
    SetupField {
        kind: kind(&field),
        group: None,
        values,
        mandatory: field.mandatory,
        locked: field.locked,
        min_length: field.min_length,
        max_length: field.max_length,
        min_value: field.min_value,
        max_value: field.max_value,
        // The vendor's engine knows more than can be checked here.
        pattern: field.regex.filter(|pattern| check_pattern(pattern).is_ok()),
        label: field.label,
        name: field.name,
    }
}

/// How a field is entered. The vendor's pages show few of its words for that, and no list of them: what is not
/// understood is a text, which takes everything.
pub(crate) fn kind(field: &CatalogueField) -> SetupKind {
    if let Some(known) = system_fields().iter().find(|known| known.name == field.name) {
        return known.kind.into();
    }
    let word = |word: &Option<String>| word.as_deref().unwrap_or_default().to_lowercase();
    let (holds, entered) = (word(&field.data_type), word(&field.render_type));
    let either = |part: &str| holds.contains(part) || entered.contains(part);
    // Several values in one have a form that no page shows.
    if either("multi") && either("select") {
        SetupKind::Text
    } else if either("select") || either("dropdown") || either("radio") {
        SetupKind::List
    } else if either("datetime") {
        SetupKind::Time
    } else if either("date") {
        SetupKind::Date
    } else if either("number") || either("decimal") || either("integer") || either("currency") {
        SetupKind::Number
    } else if either("textarea") || either("multiline") || either("longtext") || either("richtext") {
        SetupKind::LongText
    } else if either("tags") {
        SetupKind::Tags
    } else if either("email") {
        SetupKind::Emails
    } else {
        SetupKind::Text
    }
}

/// Fields that every account has first, in their usual order; then the others, by what they are called.
pub(crate) fn common_first(fields: &mut [SetupField]) {
    let place = |field: &SetupField| {
        system_fields().iter().position(|known| known.name == field.name).unwrap_or(usize::MAX)
    };
    fields.sort_by_cached_key(|field| (place(field), field.label.to_lowercase()));
}

/// The faults of changes' values, by the rules of their fields; changes count from 0.
pub(crate) fn faults(fields: &[SetupField], changes: &[Change]) -> Vec<(usize, ValueFault)> {
    let fault = |change: &Change| read_value(named(fields, change)?, &change.value).err();
    changes.iter().enumerate().filter_map(|(at, change)| Some((at, fault(change)?))).collect()
}

/// The value of a change as it is sent; none where it breaks a rule of its field, or the field is not known.
pub(crate) fn sent_value(fields: &[SetupField], change: &Change) -> Option<String> {
    read_value(named(fields, change)?, &change.value).ok()
}

/// Changes with their numbers, dates, times and addresses as they are sent: a person may write them in other ways. What
/// breaks a rule stays as it was typed.
pub(crate) fn as_sent(fields: &[SetupField], changes: Vec<Change>) -> Vec<Change> {
    changes
        .into_iter()
        .map(|change| match sent_value(fields, &change) {
            Some(value) => Change { value, ..change },
            None => change,
        })
        .collect()
}

fn named<'f>(fields: &'f [SetupField], change: &Change) -> Option<&'f SetupField> {
    fields.iter().find(|field| field.name == change.field.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use service_crm::FieldOrigin;

    fn entry(name: &str, data_type: &str, render_type: &str) -> CatalogueField {
        CatalogueField {
            name: name.into(),
            label: format!("The {name}"),
            data_type: Some(data_type.into()),
            render_type: Some(render_type.into()),
            mandatory: false,
            min_length: None,
            max_length: None,
            min_value: None,
            max_value: None,
            regex: None,
            show_in_form: true,
            active: true,
            locked: false,
            default: None,
            origin: FieldOrigin::Custom,
        }
    }

    #[test]
    fn the_vendors_words_say_how_a_field_is_entered_and_strange_ones_are_a_text() {
        for (data, render, expected) in [
            ("Select", "Dropdown", SetupKind::List),
            ("Text", "RadioButtons", SetupKind::List),
            ("MultiSelect", "Dropdown", SetupKind::Text),
            ("Date", "DateTime", SetupKind::Time),
            ("Date", "Date", SetupKind::Date),
            ("Number", "Number", SetupKind::Number),
            ("Text", "TextArea", SetupKind::LongText),
            ("Text", "TextBox", SetupKind::Text),
            ("Email", "Email", SetupKind::Emails),
            ("Hologram", "Projector", SetupKind::Text),
        ] {
            assert_eq!(kind(&entry("mx_It", data, render)), expected, "{data}, {render}");
        }
        assert_eq!(kind(&entry("CcEmails", "Text", "TextBox")), SetupKind::Emails, "known better");
    }

    #[test]
    fn a_pattern_that_cannot_be_checked_is_left_to_the_vendor() {
        let with =
            |regex: &str| CatalogueField { regex: Some(regex.into()), ..entry("mx_It", "Text", "TextBox") };
        assert_eq!(of_catalogue(with("^[A-Z]+$"), vec![]).pattern.as_deref(), Some("^[A-Z]+$"));
        assert_eq!(of_catalogue(with("(?=a)b"), vec![]).pattern, None);
    }

    #[test]
    fn common_fields_come_first_and_the_others_by_name() {
        let named = |name: &str, label: &str| SetupField::new(name, label, SetupKind::Text);
        let mut fields = [
            named("mx_z", "apple"),
            named("Priority", "Zest"),
            named("mx_a", "Pear"),
            named("Status", "State"),
        ];
        common_first(&mut fields);
        assert_eq!(fields.map(|field| field.name), ["Status", "Priority", "mx_z", "mx_a"]);
    }

    #[test]
    fn a_value_is_checked_by_its_own_field_and_others_by_none() {
        let fields =
            [SetupField { max_value: Some(10.0), ..SetupField::new("mx_n", "N", SetupKind::Number) }];
        let change = |field: &str, value: &str| Change { field: field.into(), value: value.into() };
        let changes = [change("mx_other", "11"), change(" mx_n ", "11")];
        assert_eq!(faults(&fields, &changes), [(1, ValueFault::ValueTooGreat { most: 10.0 })]);
    }

    #[test]
    fn what_is_sent_has_the_vendors_form_and_what_has_none_stays_as_typed() {
        let fields = [
            SetupField::new("mx_t", "T", SetupKind::Time),
            SetupField::new("mx_d", "D", SetupKind::Date),
            SetupField::new("mx_n", "N", SetupKind::Number),
            SetupField::new("mx_s", "S", SetupKind::Text),
            SetupField::new("mx_c", "C", SetupKind::Emails),
        ];
        for (field, typed, sent) in [
            ("mx_t", "2026-12-24 17:00", "2026-12-24T17:00:00"),
            ("mx_t", "2026-12-24T17:00", "2026-12-24T17:00:00"),
            ("mx_t", "soon", "soon"),
            ("mx_t", " ", ""),
            ("mx_d", " 2026-12-24 ", "2026-12-24"),
            ("mx_n", " 12.50", "12.50"),
            ("mx_n", "1.234,5 €", "1234.5"),
            ("mx_n", "1.234", "1.234"),
            ("mx_c", "Asha <a@x.org>; b@x.org", "a@x.org,b@x.org"),
            ("mx_s", " as it is ", " as it is "),
            ("mx_unknown", " 2026-12-24 17:00", " 2026-12-24 17:00"),
        ] {
            let changes = as_sent(&fields, vec![Change { field: field.into(), value: typed.into() }]);
            assert_eq!(changes[0].value, sent, "{field} {typed:?}");
        }
    }
}
