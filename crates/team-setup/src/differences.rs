//! A setup's differences from the one that is kept, before a person takes it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::setup::Preset;
use crate::setup::SetupField;
use crate::setup::TeamSetup;

/// One thing that would be otherwise, with what it is and what it would be.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case")]
#[expect(missing_docs, reason = "a case without a sentence says it by its name")]
pub enum Difference {
    // The place: where keys and work go.
    Host {
        before: String,
        after: String,
    },
    Organisation {
        before: String,
        after: String,
    },
    LeadHost {
        before: Option<String>,
        after: Option<String>,
    },
    Name {
        before: String,
        after: String,
    },
    /// Calls in any 5 seconds.
    Pace {
        before: u32,
        after: u32,
    },
    FieldAdded {
        field: SetupField,
    },
    FieldRemoved {
        field: SetupField,
    },
    FieldChanged {
        before: SetupField,
        after: SetupField,
    },
    /// Another order of the fields that stay.
    FieldOrder,
    PresetAdded {
        preset: Preset,
    },
    PresetRemoved {
        preset: Preset,
    },
    PresetChanged {
        before: Preset,
        after: Preset,
    },
    /// Another order of the presets that stay, and so other keys for them.
    PresetOrder,
    /// In bytes; none is no limit.
    LargestFile {
        before: Option<u64>,
        after: Option<u64>,
    },
    /// None is all kinds.
    Endings {
        before: Option<Vec<String>>,
        after: Option<Vec<String>>,
    },
    /// The keys under the passphrase: there or not, or sealed anew where both are true.
    SealedKeys {
        before: bool,
        after: bool,
    },
}

impl Difference {
    /// Whether keys and work would go elsewhere.
    pub fn is_of_place(&self) -> bool {
        matches!(self, Self::Host { .. } | Self::Organisation { .. } | Self::LeadHost { .. })
    }
}

impl TeamSetup {
    /// The differences from `earlier`: the place first, then the rest in the order of the file. Nothing, where
    /// only the revision is another.
    pub fn differences(&self, earlier: &Self) -> Vec<Difference> {
        let (before, after) = (&earlier.account, &self.account);
        let mut found = Vec::new();
        if before.host != after.host {
            found.push(Difference::Host { before: before.host.name(), after: after.host.name() });
        }
        if before.organisation != after.organisation {
            let name = |of: &service_crm::Organisation| of.as_str().to_owned();
            let (before, after) = (name(&before.organisation), name(&after.organisation));
            found.push(Difference::Organisation { before, after });
        }
        if before.lead_host != after.lead_host {
            let name = |of: &Option<service_crm::Host>| of.as_ref().map(service_crm::Host::name);
            let (before, after) = (name(&before.lead_host), name(&after.lead_host));
            found.push(Difference::LeadHost { before, after });
        }
        if earlier.name != self.name {
            found.push(Difference::Name { before: earlier.name.clone(), after: self.name.clone() });
        }
        if before.calls_per_window != after.calls_per_window {
            let (before, after) = (before.calls_per_window, after.calls_per_window);
            found.push(Difference::Pace { before, after });
        }
        fields(&earlier.fields, &self.fields, &mut found);
        presets(&earlier.presets, &self.presets, &mut found);
        let (before, after) = (&earlier.limits, &self.limits);
        if before.largest_file != after.largest_file {
            let (before, after) = (before.largest_file, after.largest_file);
            found.push(Difference::LargestFile { before, after });
        }
        if before.endings != after.endings {
            let (before, after) = (before.endings.clone(), after.endings.clone());
            found.push(Difference::Endings { before, after });
        }
        if earlier.sealed_keys != self.sealed_keys {
            let (before, after) = (earlier.sealed_keys.is_some(), self.sealed_keys.is_some());
            found.push(Difference::SealedKeys { before, after });
        }
        found
    }
}

fn fields(before: &[SetupField], after: &[SetupField], found: &mut Vec<Difference>) {
    let pairs = pairs(before, after, |field| &field.name);
    found.extend(pairs.each.into_iter().filter_map(|pair| match pair {
        (None, Some(field)) => Some(Difference::FieldAdded { field: field.clone() }),
        (Some(field), None) => Some(Difference::FieldRemoved { field: field.clone() }),
        (Some(before), Some(after)) if before != after => {
            Some(Difference::FieldChanged { before: before.clone(), after: after.clone() })
        }
        _ => None,
    }));
    found.extend(pairs.moved.then_some(Difference::FieldOrder));
}

fn presets(before: &[Preset], after: &[Preset], found: &mut Vec<Difference>) {
    let pairs = pairs(before, after, |preset| &preset.name);
    found.extend(pairs.each.into_iter().filter_map(|pair| match pair {
        (None, Some(preset)) => Some(Difference::PresetAdded { preset: preset.clone() }),
        (Some(preset), None) => Some(Difference::PresetRemoved { preset: preset.clone() }),
        (Some(before), Some(after)) if before != after => {
            Some(Difference::PresetChanged { before: before.clone(), after: after.clone() })
        }
        _ => None,
    }));
    found.extend(pairs.moved.then_some(Difference::PresetOrder));
}

struct Pairs<'a, T> {
    /// Entries of the new list in its order, then those that are gone.
    each: Vec<(Option<&'a T>, Option<&'a T>)>,
    /// Another order of those that are in both.
    moved: bool,
}

fn pairs<'a, T>(before: &'a [T], after: &'a [T], name: fn(&T) -> &String) -> Pairs<'a, T> {
    let (was, is) = (places(before, name), places(after, name));
    let mut each: Vec<_> =
        after.iter().map(|one| (was.get(name(one)).and_then(|at| before.get(*at)), Some(one))).collect();
    each.extend(before.iter().filter(|one| !is.contains_key(name(one))).map(|one| (Some(one), None)));
    let stayed: Vec<_> = after.iter().filter_map(|one| was.get(name(one))).collect();
    Pairs { each, moved: !stayed.is_sorted() }
}

fn places<T>(list: &[T], name: fn(&T) -> &String) -> BTreeMap<&String, usize> {
    list.iter().enumerate().map(|(at, one)| (name(one), at)).collect()
}
