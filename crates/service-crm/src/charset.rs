//! The text of an answer, in whatever encoding it came.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of these bytes: by their byte order mark, by the charset that was announced, as UTF-16 where every second
/// byte is 0, as UTF-8 where they are, and else as Windows-1252, which every byte is.
pub(crate) fn decode(bytes: &[u8], content_type: Option<&str>) -> String {
    let announced = content_type.and_then(charset).filter(|encoding| *encoding != UTF_8);
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => announced.or_else(|| utf16(bytes)).unwrap_or(match str::from_utf8(bytes) {
            // An answer that was cut may end within a letter.
            Ok(_) => UTF_8,
            Err(fault) if fault.error_len().is_none() => UTF_8,
            Err(_) => WINDOWS_1252,
        }),
    };
    encoding.decode(bytes).0.into_owned()
}

fn charset(content_type: &str) -> Option<&'static Encoding> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let mut named = parameters.filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    Encoding::for_label(named.next()?.1.trim().trim_matches('"').as_bytes())
}

fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..4)?;
    match start {
        [0, one, 0, other] if *one != 0 && *other != 0 => Some(UTF_16BE),
        [one, 0, other, 0] if *one != 0 && *other != 0 => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_in_every_encoding_that_gateways_use() {
        let text = "{\"Message\":\"Prüfung\"}";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        for (bytes, content_type) in [
            (text.as_bytes(), None),
            (text.as_bytes(), Some("application/json; charset=utf-8")),
            (&[b"\xef\xbb\xbf", text.as_bytes()].concat(), None),
            (&le, None),
            (&be, None),
            (&[b"\xff\xfe", le.as_slice()].concat(), Some("application/json")),
            (&latin, None),
            (&latin, Some("application/json; Charset=\"windows-1252\"")),
            (&latin, Some("application/json; charset=utf-8")),
        ] {
            assert_eq!(decode(bytes, content_type), text, "{bytes:?} {content_type:?}");
        }
        assert_eq!(
            decode(b"{\"Message\":\"Pr\xc3", None),
            "{\"Message\":\"Pr\u{fffd}",
            "cut within a letter"
        );
    }
}
