//! The rules of a setup, wherever it comes from: a file, or the screen of an administrator.

use std::collections::BTreeMap;

use crate::fault::SetupFault;
use crate::pattern::{self, PatternFault};
use crate::setup::Preset;
use crate::setup::SetupField;
use crate::setup::SetupLimits;
use crate::setup::TeamSetup;
use crate::text;
use crate::tree::Node;

// Characters at most. The vendor prints 200 for a status; nothing else is known.
const MOST_NAME: usize = 100;
const MOST_LIST_VALUE: usize = 500;
const MOST_NOTE: usize = 2000;
/// A description of several pages.
const MOST_VALUE: usize = 32_000;
const MOST_PATTERN: usize = 300;
const MOST_ENDING: usize = 20;

// Entries at most.
const MOST_FIELDS: usize = 300;
/// Compiling one takes milliseconds, if it is made for that: all together they must not bring the app to a halt.
const MOST_PATTERNS: usize = 40;
const MOST_LIST_VALUES: usize = 2000;
const MOST_PRESETS: usize = 50;
const MOST_CHANGES: usize = 50;
const MOST_ENDINGS: usize = 100;

/// Four times the fastest plan.
const MOST_CALLS: u64 = 100;
/// 2^53 - 1: up to there the screen's numbers are exact.
const MOST_FILE: u64 = 9_007_199_254_740_991;

impl TeamSetup {
    /// Whether it keeps the rules, so that it can be written and given away.
    ///
    /// # Errors
    /// With the first rule that it breaks, in the order of the file.
    pub fn check(&self) -> Result<(), SetupFault> {
        in_range(u64::from(self.revision), 1, u64::from(u32::MAX), "revision")?;
        text::name(&self.name, MOST_NAME, || "name".into())?;
        let calls = u64::from(self.account.calls_per_window);
        in_range(calls, 1, MOST_CALLS, "account.calls_per_5_seconds")?;
        not_more(self.fields.len(), MOST_FIELDS, || "fields".into())?;
        let patterns = self.fields.iter().filter(|field| field.pattern.is_some()).count();
        not_more(patterns, MOST_PATTERNS, || "fields[].pattern".into())?;
        for (at, field) in self.fields.iter().enumerate() {
            check_field(field, &|member| format!("fields[{at}].{member}"))?;
        }
        if let Some(field) = text::first_twice(&self.fields, |field| &*field.name) {
            return Err(SetupFault::FieldTwice { field: field.name.clone() });
        }
        not_more(self.presets.len(), MOST_PRESETS, || "presets".into())?;
        for (at, preset) in self.presets.iter().enumerate() {
            check_preset(preset, &|member| format!("presets[{at}].{member}"))?;
        }
        // People could not tell them apart.
        if let Some(preset) = text::first_twice(&self.presets, |preset| preset.name.to_lowercase()) {
            return Err(SetupFault::PresetTwice { preset: preset.name.clone() });
        }
        check_limits(&self.limits)
    }
}

fn check_field(field: &SetupField, place: &dyn Fn(&str) -> String) -> Result<(), SetupFault> {
    text::name(&field.name, MOST_NAME, || place("name"))?;
    text::name(&field.label, MOST_NAME, || place("label"))?;
    if let Some(group) = &field.group {
        text::name(group, MOST_NAME, || place("group"))?;
    }
    let named = || field.name.clone();
    not_more(field.values.len(), MOST_LIST_VALUES, || place("values"))?;
    for (at, value) in field.values.iter().enumerate() {
        text::content(&value.text, MOST_LIST_VALUE, || place(&format!("values[{at}].text")))?;
        text::content(&value.value, MOST_LIST_VALUE, || place(&format!("values[{at}].value")))?;
    }
    if let Some(value) = text::first_twice(&field.values, |value| &*value.value) {
        return Err(SetupFault::ListValueTwice { field: named(), value: text::shown(&value.value) });
    }
    for (value, member) in [(field.min_value, "min_value"), (field.max_value, "max_value")] {
        if value.is_some_and(|value| !value.is_finite()) {
            return Err(SetupFault::Unreadable { place: place(member) });
        }
    }
    let lengths = field.min_length.zip(field.max_length).is_some_and(|(least, most)| least > most);
    let values = field.min_value.zip(field.max_value).is_some_and(|(least, most)| least > most);
    if lengths || values {
        return Err(SetupFault::LeastAboveMost { field: named() });
    }
    if let Some(pattern) = &field.pattern {
        text::lines(pattern, MOST_PATTERN, || place("pattern"))?;
        pattern::compiled(pattern).map_err(|fault| match fault {
            PatternFault::Invalid => SetupFault::PatternInvalid { field: named() },
            PatternFault::TooCostly => SetupFault::PatternTooCostly { field: named() },
        })?;
    }
    Ok(())
}

fn check_preset(preset: &Preset, place: &dyn Fn(&str) -> String) -> Result<(), SetupFault> {
    text::name(&preset.name, MOST_NAME, || place("name"))?;
    if let Some(note) = &preset.note {
        text::lines(note, MOST_NOTE, || place("note"))?;
    }
    if preset.changes.is_empty() && preset.note.is_none() {
        return Err(SetupFault::Empty { place: place("changes") });
    }
    not_more(preset.changes.len(), MOST_CHANGES, || place("changes"))?;
    for (at, change) in preset.changes.iter().enumerate() {
        text::name(&change.field, MOST_NAME, || place(&format!("changes[{at}].field")))?;
        text::lines(&change.value, MOST_VALUE, || place(&format!("changes[{at}].value")))?;
    }
    if let Some(change) = text::first_twice(&preset.changes, |change| &*change.field) {
        return Err(SetupFault::ChangeTwice { preset: preset.name.clone(), field: change.field.clone() });
    }
    Ok(())
}

fn check_limits(limits: &SetupLimits) -> Result<(), SetupFault> {
    if let Some(largest) = limits.largest_file {
        in_range(largest, 1, MOST_FILE, "limits.largest_file")?;
    }
    let Some(endings) = &limits.endings else { return Ok(()) };
    // No ending at all would allow no file.
    if endings.is_empty() {
        return Err(SetupFault::Empty { place: "limits.endings".into() });
    }
    not_more(endings.len(), MOST_ENDINGS, || "limits.endings".into())?;
    for (at, ending) in endings.iter().enumerate() {
        let place = || format!("limits.endings[{at}]");
        text::name(ending, MOST_ENDING, place)?;
        if ending.contains(['.', '/', '\\']) || ending.to_lowercase() != *ending {
            return Err(SetupFault::Unreadable { place: place() });
        }
    }
    Ok(())
}

fn in_range(count: u64, least: u64, most: u64, place: &str) -> Result<(), SetupFault> {
    if (least..=most).contains(&count) {
        return Ok(());
    }
    Err(SetupFault::OutOfRange { place: place.to_owned(), least, most })
}

fn not_more(count: usize, most: usize, place: impl Fn() -> String) -> Result<(), SetupFault> {
    if count > most {
        return Err(SetupFault::TooMany { place: place(), most });
    }
    Ok(())
}

/// Refuses what looks like a key outside the sealed place. No member of the file has such a name; this tells people
/// the reason that matters, and goes before all others.
pub(crate) fn no_keys(file: &BTreeMap<String, Node>) -> Result<(), SetupFault> {
    let besides = file.iter().filter(|(name, _)| *name != "sealed_keys");
    no_keys_in(besides, "")
}

fn no_keys_in<'a>(
    members: impl IntoIterator<Item = (&'a String, &'a Node)>,
    place: &str,
) -> Result<(), SetupFault> {
    members.into_iter().try_for_each(|(name, node)| {
        let place = format!("{place}{}", text::shown(name));
        if names_a_key(name) {
            return Err(SetupFault::KeyInTheClear { place });
        }
        no_keys_at(node, &place)
    })
}

fn no_keys_at(node: &Node, place: &str) -> Result<(), SetupFault> {
    match node {
        Node::Members(members) => no_keys_in(members, &format!("{place}.")),
        Node::List(nodes) => {
            let mut nodes = nodes.iter().enumerate();
            nodes.try_for_each(|(at, node)| no_keys_at(node, &format!("{place}[{at}]")))
        }
        Node::Text(text) if carries_a_key(text) => Err(SetupFault::KeyInTheClear { place: place.to_owned() }),
        _ => Ok(()),
    }
}

/// `accessKey`, `Secret-Key`, `X-LSQ-ACCESS-KEY` and the like.
fn names_a_key(name: &str) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    let names = ["accesskey", "secretkey", "apikey", "privatekey", "password", "passphrase"];
    names.iter().any(|key| name.contains(key))
}

/// An address or a header with a key, as the vendor's pages print them. "Ask Mary for the access key" has none.
fn carries_a_key(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    ["accesskey=", "secretkey=", "x-lsq-access", "x-lsq-secret"].iter().any(|key| text.contains(key))
}
