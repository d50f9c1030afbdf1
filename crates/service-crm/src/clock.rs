//! A time of day as people write it: `17:00`, `5:30 p.m.`, `5 pm`, `17.00 Uhr`, `17h30`.

use jiff::civil::Time;

/// Words behind a time in which the hours go to 24.
const HOURS: [&str; 5] = ["uhr", "hrs", "hours", "h", "बजे"];
/// Words behind a time in which they go to 12, and whether it is before noon.
const HALVES: [(&str, bool); 8] = [
    ("a.m.", true),
    ("p.m.", false),
    ("a.m", true),
    ("p.m", false),
    ("am", true),
    ("pm", false),
    ("पूर्वाह्न", true),
    ("अपराह्न", false),
];

/// Reads a time of day in small letters; parts of a second are dropped. A number alone is none.
pub(crate) fn time_of_day(text: &str) -> Option<Time> {
    let text = text.trim();
    let spoken = HOURS.iter().find_map(|word| text.strip_suffix(word));
    let clock = spoken.unwrap_or(text).trim_end();
    let half = HALVES.iter().find_map(|(word, morning)| Some((clock.strip_suffix(word)?, *morning)));
    let clock = half.map_or(clock, |(clock, _)| clock).trim_end();
    let parts = match clock.split(':').collect::<Vec<_>>().as_slice() {
        // A point or an "h" may stand there too, where it can be nothing else.
        [alone] => match alone.split_once(['.', 'h']) {
            Some((hour, minute)) => vec![part(hour, 1)?, part(minute, 2)?],
            None if spoken.is_some() || half.is_some() => vec![part(alone, 1)?],
            None => return None,
        },
        [hour, minute] => vec![part(hour, 1)?, part(minute, 2)?],
        [hour, minute, second] => {
            let (second, parts) = second.split_once(['.', ',']).unwrap_or((second, "0"));
            if parts.is_empty() || !parts.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            vec![part(hour, 1)?, part(minute, 2)?, part(second, 2)?]
        }
        _ => return None,
    };
    let at = |at: usize| parts.get(at).copied().unwrap_or_default();
    let hour = match half {
        None => at(0),
        Some(_) if !(1..=12).contains(&at(0)) => return None,
        Some((_, morning)) => at(0) % 12 + if morning { 0 } else { 12 },
    };
    Time::new(hour, at(1), at(2), 0).ok()
}

/// Two digits, or, where so few are enough, one.
fn part(text: &str, least: usize) -> Option<i8> {
    let fits = (least..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_read_in_each_of_its_forms() {
        for (text, read) in [
            ("17:00", "17:00:00"),
            ("7:05", "07:05:00"),
            ("17:00:30.25", "17:00:30"),
            ("12 am", "00:00:00"),
            ("12:30 p.m.", "12:30:00"),
            ("5pm", "17:00:00"),
            ("5.30 pm", "17:30:00"),
            ("17.00 uhr", "17:00:00"),
            ("17 uhr", "17:00:00"),
            ("17h30", "17:30:00"),
            ("9h", "09:00:00"),
            ("4:05 pm बजे", "16:05:00"),
        ] {
            assert_eq!(time_of_day(text).map(|time| time.to_string()).as_deref(), Some(read), "{text}");
        }
        for none in
            ["17", "", "24:00", "17:60", "13 pm", "0 am", "17:5", "1:2:3:4", "17:00:", "a:b", "17:00:30.x"]
        {
            assert_eq!(time_of_day(none), None, "{none}");
        }
    }
}
