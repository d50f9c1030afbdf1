//! A field's kind by its cells, where no catalogue tells it.

use team_setup::SetupKind;

use super::column::Facts;
use super::names::{Meaning, meaning};

/// The kind that a column's name and cells show.
pub(super) fn guess(header: &str, facts: &Facts) -> SetupKind {
    let meaning = meaning(header);
    let days = facts.days + facts.date_texts;
    // A time of day alone says nothing of days, and is one in a column of them.
    if days > 0 && (days + facts.times) * 2 > facts.filled && meaning != Some(Meaning::Text) {
        let timed =
            facts.days_with_time * 2 > days || (meaning == Some(Meaning::Time) && facts.days_with_time > 0);
        return if timed { SetupKind::Time } else { SetupKind::Date };
    }
    if facts.durations + facts.times > 0 {
        return SetupKind::Text;
    }
    let numbers = facts.numbers + facts.number_texts;
    if numbers > 0 && numbers * 4 >= facts.filled * 3 && meaning != Some(Meaning::Text) {
        return SetupKind::Number;
    }
    match meaning {
        Some(Meaning::Text | Meaning::Note) => SetupKind::Text,
        _ if facts.long_texts > 0 => SetupKind::Text,
        _ => SetupKind::List,
    }
}
