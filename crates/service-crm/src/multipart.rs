//! How the request's parts are framed: `multipart/form-data` as browsers write it (WHATWG HTML, "multipart
//! form data"), because that is what servers are tested with.
//!
//! Our own, and not a library's, for three reasons: names must be browsers' names (libraries write
//! `filename*=` or backslashes), the length must be exact before the first byte, and the last bytes must be
//! in our hand. `docs/decisions/0003-own-multipart.md` has the whole argument.

use std::fmt::Write;

use bytes::Bytes;

use crate::attachment::Attachment;

/// A piece of the body; they come in order.
pub(crate) enum Piece {
    /// Bytes that are known.
    Framing(Bytes),
    /// The content of the attachment with this place in the list.
    File(usize),
}

/// The body of a request that changes something.
pub(crate) struct Form {
    pub(crate) content_type: String,
    pub(crate) pieces: Vec<Piece>,
    /// Bytes of the whole body.
    pub(crate) length: u64,
    /// For each attachment: where its content begins in the body, and how long it is.
    pub(crate) files: Vec<(u64, u64)>,
}

impl Form {
    /// A ticket's values and files.
    pub(crate) fn new(dto: &str, attachments: &[Attachment]) -> Self {
        let boundary = boundary();
        let mut form = Self::empty(format!("multipart/form-data; boundary={boundary}"));
        let mut framing = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"ticketDTO\"\r\n\r\n{}\r\n",
            boundary, dto
        );
        for (place, attachment) in attachments.iter().enumerate() {
            framing += &format!(
                "--{}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
                boundary,
                escape(attachment.name()),
                attachment.content_type()
            );
            form.push(std::mem::take(&mut framing));
            let size = attachment.stamp().size;
            form.files.push((form.length, size));
            form.pieces.push(Piece::File(place));
            form.length += size;
            framing += "\r\n";
        }
        framing += &format!("--{boundary}--\r\n");
        form.push(framing);
        form
    }

    /// A text without files.
    pub(crate) fn json(text: String) -> Self {
        let mut form = Self::empty("application/json".to_owned());
        form.push(text);
        form
    }

    fn empty(content_type: String) -> Self {
        Self { content_type, pieces: Vec::new(), length: 0, files: Vec::new() }
    }

    fn push(&mut self, framing: String) {
        self.length += framing.len() as u64;
        self.pieces.push(Piece::Framing(framing.into()));
    }
}

/// Random, so that no file can be made to contain it.
fn boundary() -> String {
    format!("----ticket-courier-{:032x}", rand::random::<u128>())
}

/// A file name between the quotes. Browsers write UTF-8 as it is and escape only `"`, CR and LF. The other
/// control characters are escaped in the same manner, because some parsers end a header line at them, and so
/// is the backslash: Go, Python and others take it for the beginning of an escape, and at a name's end lose the file.
fn escape(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for c in name.chars() {
        if c == '"' || c == '\\' || c.is_ascii_control() {
            // Writing to a String cannot fail.
            let _ = write!(escaped, "%{:02X}", u32::from(c));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_browsers_write_them() {
        assert_eq!(escape("Rechnung „März“ 😀.pdf"), "Rechnung „März“ 😀.pdf");
        assert_eq!(escape("a\"b\r\nX-Evil: 1\r\n\r\n.pdf"), "a%22b%0D%0AX-Evil: 1%0D%0A%0D%0A.pdf");
        assert_eq!(escape("50%22 off\\.pdf"), "50%22 off%5C.pdf");
        assert_eq!(escape("a\u{b}b\u{1c}c\u{7f}"), "a%0Bb%1Cc%7F");
    }

    #[test]
    fn no_two_bodies_share_a_boundary() {
        assert_ne!(boundary(), boundary());
        assert!(boundary().len() <= 70, "RFC 2046 allows 70");
    }
}
