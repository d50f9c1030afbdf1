//! The encoding of a text.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding as Known, UTF_8, UTF_16BE, UTF_16LE};

use crate::fault::TableFault;
use crate::options::Options;

/// The encodings to choose from where a guess was wrong, the likeliest first.
pub const ENCODINGS: [&str; 22] = [
    "UTF-8",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "ISO-8859-2",
    "windows-874",
    "IBM866",
    "KOI8-R",
    "macintosh",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "GBK",
    "Big5",
    "UTF-16LE",
    "UTF-16BE",
];

/// How a text was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoding {
    /// As the WHATWG calls it.
    pub name: &'static str,
    /// Whether a byte order mark told it.
    pub marked: bool,
    /// Whether it is a guess, to be shown as one.
    pub guessed: bool,
    /// Of a guess: the first word that would read otherwise in another encoding.
    pub first_word: Option<String>,
}

/// "UTF-8 with BOM", "windows-1252 (guessed, so shown)".
impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)?;
        if self.marked && self.name == "UTF-8" {
            f.write_str(" with BOM")?;
        }
        if self.guessed {
            f.write_str(" (guessed, so shown)")?;
        }
        Ok(())
    }
}

/// The text, where it is not the bytes themselves. Bytes that mean nothing become U+FFFD.
pub(crate) fn decode(bytes: &[u8], options: &Options<'_>) -> Result<(Option<String>, Encoding), TableFault> {
    let told = |known: &'static Known, marked| Encoding {
        name: known.name(),
        marked,
        guessed: false,
        first_word: None,
    };
    if let Some(chosen) = options.encoding {
        let known = Known::for_label(chosen.as_bytes()).ok_or(TableFault::NotATable)?;
        return Ok((Some(known.decode_with_bom_removal(bytes).0.into_owned()), told(known, false)));
    }
    if let Some((known, _)) = Known::for_bom(bytes) {
        let same = known == UTF_8 && std::str::from_utf8(bytes).is_ok();
        let text = (!same).then(|| known.decode_with_bom_removal(bytes).0.into_owned());
        return Ok((text, told(known, true)));
    }
    if let Some(known) = of_two_bytes(bytes) {
        return Ok((Some(known.decode_without_bom_handling(bytes).0.into_owned()), told(known, false)));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((None, told(UTF_8, false)));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let known = detector.guess(options.country.map(hint).map(str::as_bytes), Utf8Detection::Deny);
    let text = known.decode_without_bom_handling(bytes).0.into_owned();
    let first_word = text.split(|letter: char| !letter.is_alphanumeric() && letter.is_ascii());
    let first_word = first_word.into_iter().find(|word| !word.is_ascii()).map(str::to_owned);
    Ok((Some(text), Encoding { first_word, guessed: true, ..told(known, false) }))
}

/// The top-level domain that stands for a country's encodings. Windows in India writes windows-1252, of which the
/// detector's "in" says nothing.
fn hint(country: &str) -> &str {
    if country == "in" { "uk" } else { country }
}

/// UTF-16 without a mark: of its ASCII letters, and every table has some, each second byte is 0.
fn of_two_bytes(bytes: &[u8]) -> Option<&'static Known> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = |many: usize, few: usize| many * 20 >= head.len().max(1) && many > few * 20;
    if head.is_empty() {
        None
    } else if enough(odd, even) {
        Some(UTF_16LE)
    } else if enough(even, odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}
