//! The files that a cell names.

use super::Problem;

/// The files that a cell names, as they are written there. `is_there` tells whether the table's folder has a file of
/// that name: a name is never cut where it stands for a whole one.
pub(super) fn of_text(text: &str, is_there: &dyn Fn(&str) -> bool) -> (Vec<String>, Vec<Problem>) {
    let lines: Vec<&str> = text.lines().flat_map(|line| line.split('\r')).map(str::trim).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let names: Vec<String> = match lines.as_slice() {
        [line] => of_line(line, is_there),
        lines => lines.iter().map(|line| bare(line.strip_suffix(';').unwrap_or(line))).collect(),
    };
    let (web, files): (Vec<String>, Vec<String>) =
        names.into_iter().filter(|name| !name.is_empty()).partition(|name| is_web_address(name));
    (files, web.into_iter().map(|address| Problem::WebAddress { address }).collect())
}

/// The file that a link leads to. One to a place inside the table leads to none.
pub(super) fn of_link(target: &str) -> Option<Result<String, Problem>> {
    let target = target.trim();
    if target.is_empty() || target.starts_with('#') {
        return None;
    }
    if is_web_address(target) {
        return Some(Err(Problem::WebAddress { address: target.to_owned() }));
    }
    let path = percent_decoded(target).replace('\\', "/");
    let on_this_machine = match path.get(..5) {
        Some(scheme) if scheme.eq_ignore_ascii_case("file:") => without_scheme(&path[5..]),
        _ => &path,
    };
    Some(Ok(on_this_machine.to_owned()))
}

/// `///C:/Papers/a.pdf` is on a drive, `///home/a.pdf` from the root on, `//server/share/a.pdf` on another machine.
fn without_scheme(rest: &str) -> &str {
    let path = match rest.strip_prefix("///") {
        Some(path) if path.starts_with('/') => return &rest[1..],
        Some(_) => &rest[2..],
        None => rest,
    };
    let path = path.strip_prefix("//localhost").unwrap_or(path);
    let drive =
        path.as_bytes().get(1..3).is_some_and(|head| head[0].is_ascii_alphabetic() && head[1] == b':');
    if path.starts_with('/') && drive { &path[1..] } else { path }
}

/// The last part of a path of whatever system: where the path is another machine's, the table's folder may have it.
pub fn last_part(path: &str) -> &str {
    path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(path)
}

fn of_line(line: &str, is_there: &dyn Fn(&str) -> bool) -> Vec<String> {
    if is_there(line) {
        return vec![line.to_owned()];
    }
    let parts = cut(line);
    if parts.len() > 1 || !line.contains([',', '|']) {
        return parts;
    }
    let whole = bare(line.strip_suffix(';').unwrap_or(line));
    if is_there(&whole) {
        return vec![whole];
    }
    for sign in [',', '|'] {
        let smaller: Vec<String> = line.split(sign).map(bare).filter(|part| !part.is_empty()).collect();
        if smaller.len() > 1 && smaller.iter().all(|part| is_there(part)) {
            return smaller;
        }
    }
    vec![whole]
}

/// Cuts at `;` outside of quotes.
fn cut(line: &str) -> Vec<String> {
    let mut quoted = false;
    let parts = line.split(|sign| {
        quoted ^= sign == '"';
        sign == ';' && !quoted
    });
    parts.map(bare).filter(|part| !part.is_empty()).collect()
}

/// A name without the white space and the quotes around it.
fn bare(name: &str) -> String {
    let name = name.trim();
    let inside = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
    inside.unwrap_or(name).trim().to_owned()
}

fn is_web_address(name: &str) -> bool {
    let start = |scheme: &str| name.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    ["http://", "https://", "ftp://", "mailto:"].into_iter().any(start)
}

/// `%20` is a space. What stands for no letter stays as it is written.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at] == b'%').then(|| hex(at + 1).zip(hex(at + 2))).flatten();
        match pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        of_text(text, &|name| ["a, b.pdf", "x;y.pdf", "one.pdf", "two.pdf"].contains(&name)).0
    }

    #[test]
    fn a_name_that_is_there_is_never_cut() {
        assert_eq!(names("x;y.pdf"), ["x;y.pdf"]);
        assert_eq!(names("a, b.pdf"), ["a, b.pdf"]);
        assert_eq!(names("c, d.pdf"), ["c, d.pdf"]);
        assert_eq!(names("one.pdf, two.pdf"), ["one.pdf", "two.pdf"]);
        assert_eq!(names("one.pdf|two.pdf"), ["one.pdf", "two.pdf"]);
        assert_eq!(names("one.pdf, three.pdf"), ["one.pdf, three.pdf"]);
    }

    #[test]
    fn one_line_is_cut_at_semicolons_and_several_lines_are_names() {
        assert_eq!(names("p.pdf; q.pdf;"), ["p.pdf", "q.pdf"]);
        assert_eq!(names("\"a;b.pdf\"; c.pdf"), ["a;b.pdf", "c.pdf"]);
        assert_eq!(
            names("bill; june.pdf\r\n\r\n\"hello, world.pdf\";\n"),
            ["bill; june.pdf", "hello, world.pdf"]
        );
        assert_eq!(names(" ; "), [""; 0]);
    }

    #[test]
    fn a_link_leads_to_a_path_or_to_the_web() {
        let path = |target| of_link(target).and_then(Result::ok).unwrap_or_default();
        assert_eq!(path("Papers\\bill%20march.pdf"), "Papers/bill march.pdf");
        assert_eq!(path("file:///C:\\Papers\\a.pdf"), "C:/Papers/a.pdf");
        assert_eq!(path("file:///home/a/b.pdf"), "/home/a/b.pdf");
        assert_eq!(path("file://server/share/b.pdf"), "//server/share/b.pdf");
        assert_eq!(path("%E0%A4%AC.pdf"), "ब.pdf");
        assert_eq!(path("100%.pdf"), "100%.pdf");
        for web in ["https://files.example/a.pdf", "HTTP://x", "mailto:a@b.example"] {
            assert!(matches!(of_link(web), Some(Err(Problem::WebAddress { .. }))), "{web}");
        }
        assert_eq!(of_link("#Sheet2!A1"), None);
        assert_eq!(of_text("https://x.example/a.pdf; b.pdf", &|_| false).0, ["b.pdf"]);
    }

    #[test]
    fn a_path_of_another_system_has_a_last_part() {
        assert_eq!(last_part("C:\\Papers\\bill july.pdf"), "bill july.pdf");
        assert_eq!(last_part("a.pdf"), "a.pdf");
    }
}
