//! The names that a file may have on the ticket.

use serde::Serialize;

/// Bytes of a name: what the file systems of those who will save it take.
pub(crate) const LONGEST: usize = 255;

/// Why a file cannot be called so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum NameFault {
    Empty,
    /// A character in it cannot be seen: a line end, a tab, one that turns the writing round.
    Unseen,
    /// A / or \ in it would make a path of it.
    Separator,
    /// Bytes that it has, and that it may have.
    TooLong {
        bytes: usize,
        most: usize,
    },
    /// Another file of the draft is called so.
    Taken,
}

/// The name that a person meant: without the blanks around it, and with the ending of the old name where none was
/// typed.
pub(crate) fn meant(typed: &str, old: &str) -> Result<String, NameFault> {
    let typed = typed.trim();
    let bare = typed.trim_end_matches('.');
    if bare.is_empty() {
        return Err(NameFault::Empty);
    }
    if typed.chars().any(invisible) {
        return Err(NameFault::Unseen);
    }
    if typed.contains(['/', '\\']) {
        return Err(NameFault::Separator);
    }
    // "Offer." is no ending of one's own, and Windows drops the dot.
    let name = if ending(bare).is_empty() { format!("{bare}{}", ending(old)) } else { bare.to_owned() };
    if name.len() > LONGEST {
        return Err(NameFault::TooLong { bytes: name.len(), most: LONGEST });
    }
    Ok(name)
}

/// A name as near to a proposed one as can be, and not among those that are taken: "a (2).png".
pub(crate) fn free(proposed: &str, taken: impl Fn(&str) -> bool) -> String {
    let visible: String =
        proposed.chars().filter(|&letter| !invisible(letter) && letter != '/' && letter != '\\').collect();
    let end = ending(&visible);
    // Room for a number.
    let mut stem = &visible[..visible.len() - end.len()];
    while stem.len() + end.len() > LONGEST - 8 {
        stem = stem.char_indices().next_back().map_or("", |(last, _)| &stem[..last]);
    }
    let numbered = (2..).map(|number| format!("{stem} ({number}){end}"));
    let mut names = std::iter::once(format!("{stem}{end}")).chain(numbered);
    names.find(|name| !taken(name)).unwrap_or_default()
}

/// Control characters, and those by which "gpj.exe" is shown as "exe.jpg".
fn invisible(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The ending of a name with its dot, or nothing: "Offer v1.2" and "Mr. Smith" have none, ".profile" is none.
fn ending(name: &str) -> &str {
    let Some((stem, last)) = name.rsplit_once('.') else { return "" };
    let word = (1..=8).contains(&last.len())
        && last.chars().all(|letter| letter.is_ascii_alphanumeric())
        // .7z, .mp3, and not the .2 of a version
        && last.chars().any(|letter| letter.is_ascii_alphabetic());
    if stem.is_empty() || !word {
        return "";
    }
    let from = if stem.len() > 4 && stem.ends_with(".tar") { stem.len() - 4 } else { stem.len() };
    &name[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_stays_unless_another_is_typed() {
        for (typed, old, name) in [
            ("Offer", "scan0001.pdf", "Offer.pdf"),
            ("Offer.docx", "scan0001.pdf", "Offer.docx"),
            (" Offer v1.2 ", "scan0001.PDF", "Offer v1.2.PDF"),
            ("Mr. Smith", "a.jpg", "Mr. Smith.jpg"),
            ("Offer.", "a.jpg", "Offer.jpg"),
            ("Papers", "old.tar.gz", "Papers.tar.gz"),
            ("Papers", ".tar.gz", "Papers.gz"),
            ("Papers.zip", "old.tar.gz", "Papers.zip"),
            ("Gespräch 🎧", "y.mp3", "Gespräch 🎧.mp3"),
            ("LICENSE", "README", "LICENSE"),
            (".profile", "profile.txt", ".profile.txt"),
        ] {
            assert_eq!(meant(typed, old).as_deref(), Ok(name), "{typed:?}");
        }
    }

    #[test]
    fn a_proposed_name_that_is_taken_gets_a_number_before_its_ending() {
        let taken = ["a.png", "a (2).png"];
        assert_eq!(free("a.png", |name| taken.contains(&name)), "a (3).png");
        assert_eq!(free("../b\n.png", |name| taken.contains(&name)), "..b.png");
        let long = free(&"é".repeat(400), |name| name.len() == 246);
        assert!(long.ends_with("é (2)") && long.len() <= LONGEST, "{long}");
    }

    #[test]
    fn what_would_be_no_name_on_the_ticket_is_refused_by_its_reason() {
        for (typed, fault) in [
            ("", NameFault::Empty),
            (" \t", NameFault::Empty),
            ("..", NameFault::Empty),
            ("a\nb.pdf", NameFault::Unseen),
            ("a\0.pdf", NameFault::Unseen),
            ("invoice\u{202E}fdp.exe", NameFault::Unseen),
            ("a/b.pdf", NameFault::Separator),
            ("..\\a.pdf", NameFault::Separator),
        ] {
            assert_eq!(meant(typed, "a.pdf"), Err(fault), "{typed:?}");
        }
        let longest = "é".repeat(125) + "x";
        assert_eq!(meant(&longest, "a.pdf"), Ok(format!("{longest}.pdf")));
        assert_eq!(
            meant(&format!("{longest}x"), "a.pdf"),
            Err(NameFault::TooLong { bytes: 256, most: LONGEST })
        );
    }
}
