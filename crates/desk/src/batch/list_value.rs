//! A value of a list.

use service_crm::ListValue;

use super::names::spaced;

/// The list's value that a cell names, by its text or its value; case and runs of spaces do not count. A field
/// without a list takes what is written. Else the nearest two are offered, by their texts.
pub(super) fn find(list: &[ListValue], written: &str) -> Result<String, Vec<String>> {
    if list.is_empty() {
        return Ok(written.to_owned());
    }
    let wanted = folded(written);
    let by = |name: fn(&ListValue) -> &str| list.iter().find(|entry| folded(name(entry)) == wanted);
    if let Some(found) = by(|entry| &entry.text).or_else(|| by(|entry| &entry.value)) {
        return Ok(found.value.clone());
    }
    let mut near: Vec<(usize, &ListValue)> =
        list.iter().map(|entry| (distance(&wanted, &folded(&entry.text)), entry)).collect();
    near.sort_by_key(|(distance, _)| *distance);
    Err(near.into_iter().take(2).map(|(_, entry)| entry.text.clone()).collect())
}

fn folded(text: &str) -> String {
    spaced(text).to_lowercase()
}

/// How many letters must be changed, put in or left out to make one of the other.
fn distance(one: &str, other: &str) -> usize {
    // Longer ones are no list's value, and the time grows with the square.
    let other: Vec<char> = other.chars().take(100).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().take(100).enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, beside) in other.iter().enumerate() {
            let changed = corner + usize::from(letter != *beside);
            corner = row[column + 1];
            row[column + 1] = changed.min(corner + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_do_not_count_and_the_nearest_two_are_offered() {
        let list: Vec<ListValue> = [("On Hold", "2"), ("Open", "1"), ("Resolved", "5")]
            .map(|(text, value)| ListValue { text: text.into(), value: value.into() })
            .into();
        assert_eq!(find(&list, " on\u{A0} hold").as_deref(), Ok("2"));
        assert_eq!(find(&list, "5").as_deref(), Ok("5"));
        assert_eq!(find(&list, "Opne"), Err(vec!["Open".into(), "On Hold".into()]));
        assert_eq!(find(&[], "anything").as_deref(), Ok("anything"));
    }
}
