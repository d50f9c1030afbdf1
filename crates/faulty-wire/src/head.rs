//! Just enough of HTTP/1.1 heads (RFC 9112) to know what follows them.

/// The head of a request or an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its length in bytes, the empty line included.
    pub length: u64,
    /// The head's announcement of the body.
    pub body: Announced,
    /// Whether it is an interim answer (status 1xx): the real one follows.
    pub interim: bool,
}

/// A head's announcement of the body that follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announced {
    /// Nothing: a request has no body, an answer goes on to the end of the connection.
    Nothing,
    /// So many bytes.
    Bytes(u64),
    /// A body whose end stands in the body itself, or a length that cannot be read.
    Unreadable,
}

const END: &[u8] = b"\r\n\r\n";

impl Head {
    /// The head that `bytes` begin with, once it is complete.
    pub fn find(bytes: &[u8]) -> Option<Self> {
        let length = bytes.windows(END.len()).position(|window| window == END)? + END.len();
        let head = String::from_utf8_lossy(&bytes[..length]);
        let mut lines = head.split("\r\n");
        let interim = lines.next().is_some_and(|first| first.starts_with("HTTP/1.1 1"));
        Some(Self { length: length as u64, body: announced(lines), interim })
    }
}

fn announced<'a>(lines: impl Iterator<Item = &'a str>) -> Announced {
    let mut announced = Announced::Nothing;
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        if name.eq_ignore_ascii_case("transfer-encoding") {
            return Announced::Unreadable;
        }
        if name.eq_ignore_ascii_case("content-length") {
            announced = value.trim().parse().map_or(Announced::Unreadable, Announced::Bytes);
        }
    }
    announced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &str) -> Option<(u64, Announced)> {
        Head::find(bytes.as_bytes()).map(|head| (head.length, head.body))
    }

    #[test]
    fn a_head_is_found_when_its_empty_line_is_there() {
        let whole = "PUT / HTTP/1.1\r\nHost: a\r\nCONTENT-length:  12 \r\n\r\nthe body\r\n\r\n";
        let length = whole.find("the body").unwrap();
        for cut in 0..length {
            assert_eq!(found(&whole[..cut]), None);
        }
        for cut in length..=whole.len() {
            assert_eq!(found(&whole[..cut]), Some((length as u64, Announced::Bytes(12))));
        }
    }

    #[test]
    fn a_body_without_a_readable_length_is_told_from_none() {
        assert_eq!(found("GET / HTTP/1.1\r\n\r\n"), Some((18, Announced::Nothing)));
        for header in ["Transfer-Encoding: chunked", "Content-Length: many", "Content-Length: -1"] {
            let head = format!("PUT / HTTP/1.1\r\n{header}\r\n\r\n");
            assert_eq!(found(&head), Some((head.len() as u64, Announced::Unreadable)));
        }
    }

    #[test]
    fn an_interim_answer_is_no_answer() {
        let interim = |bytes: &str| Head::find(bytes.as_bytes()).map(|head| head.interim);
        assert_eq!(interim("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"), Some(true));
        assert_eq!(interim("HTTP/1.1 200 OK\r\n\r\n"), Some(false));
    }
}
