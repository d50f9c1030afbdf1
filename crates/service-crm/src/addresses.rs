//! Email addresses as mail programs write them: `a@x.org; b@x.org`, `'a@x.org'`, `mailto:a@x.org`, `Jane Doe <a@x.org>`,
//! `"Doe, Jane" <a@x.org>`.

use mailparse::{MailAddr, addrparse};

use crate::typed::is_invisible;

/// Text, as it was typed, where an address is to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is not an email address")]
pub struct NotAnEmail {
    /// The part that is none.
    pub given: String,
}

/// The one reader of a list of email addresses: the bare addresses, each once, without the names beside them. Between two
/// stand a comma, a semicolon or a line's end.
///
/// # Errors
/// With the first part that is none: which exist, only the mail can tell.
pub fn read_emails(typed: &str) -> Result<Vec<String>, NotAnEmail> {
    let mut emails: Vec<String> = Vec::new();
    for part in parts(typed) {
        for email in of_part(&part)? {
            if !emails.contains(&email) {
                emails.push(email);
            }
        }
    }
    Ok(emails)
}

/// The addresses as they are sent: the vendor's pages print no list of several. Without blanks, which not every reader of a
/// list takes off.
///
/// # Errors
/// As [`read_emails`].
pub fn emails_as_sent(value: &str) -> Result<String, NotAnEmail> {
    Ok(read_emails(value)?.join(","))
}

/// A text's parts, of which each is one address with what stands around it. A comma inside of a name is none between two:
/// `Doe, Jane <jane@x.org>`.
fn parts(typed: &str) -> Vec<String> {
    let mut parts: Vec<(String, char)> = Vec::new();
    let (mut part, mut inside) = (String::new(), None);
    // As Outlook quotes a mail's head.
    let typed =
        if typed.contains("[mailto:") { typed.replace('[', "<").replace(']', ">") } else { typed.to_owned() };
    let mut letters =
        typed.chars().filter(|letter| !is_invisible(*letter)).map(as_ascii).chain(['\n']).peekable();
    while let Some(letter) = letters.next() {
        match (inside, letter) {
            (_, '\n') | (None, ',' | ';') => {
                inside = None;
                let whole = std::mem::take(&mut part);
                if !whole.trim().is_empty() {
                    parts.push((whole.trim().to_owned(), letter));
                }
                continue;
            }
            (Some('"'), '\\') => {
                part.push(letter);
                part.extend(letters.next());
                continue;
            }
            (None, '"') => inside = Some('"'),
            (None, '<') => inside = Some('>'),
            // Outlook's: an apostrophe inside of a name is none.
            (None, '\'') if part.trim().is_empty() && letters.peek().is_some() => inside = Some('\''),
            (Some('\''), '\'')
                if letters.peek().is_some_and(|next| !matches!(next, ' ' | ',' | ';' | '<' | '\n')) => {}
            (Some(end), letter) if end == letter => inside = None,
            _ => {}
        }
        part.push(letter);
    }
    let mut whole: Vec<String> = Vec::new();
    let mut name: Option<String> = None;
    for (part, end) in parts {
        let begun = name.take();
        if !part.contains('@') && end == ',' {
            name = Some(begun.map_or(part.clone(), |name| format!("{name}, {part}")));
        } else if let Some(begun) = begun.filter(|_| !part.contains('<') || part.starts_with('<')) {
            // What came before is a part of its own, and no address.
            whole.extend([begun, part]);
        } else {
            whole.push(part);
        }
    }
    whole.extend(name);
    whole
}

fn of_part(part: &str) -> Result<Vec<String>, NotAnEmail> {
    let none = || NotAnEmail { given: part.to_owned() };
    // The address is behind the name, which may hold anything in quotes, and else only the same address once more.
    if let Some((name, email)) = part.rsplit_once('<') {
        let name = name.trim();
        let email = address(email.strip_suffix('>').ok_or_else(none)?).ok_or_else(none)?;
        let same = address(name).is_some_and(|name| name == email);
        let one = same || is_quoted(name) || !name.contains(['@', '<', '>']);
        return if one && is_email(email) { Ok(vec![email.to_owned()]) } else { Err(none()) };
    }
    let bare = address(part).ok_or_else(none)?;
    if is_email(bare) {
        return Ok(vec![bare.to_owned()]);
    }
    // Comments and groups, whose end the cut above took off.
    let listed = addrparse(bare).or_else(|_| addrparse(&format!("{bare};"))).map_err(|_| none())?;
    let mut emails = Vec::new();
    for entry in listed.iter() {
        match entry {
            MailAddr::Single(one) => emails.push(one.addr.clone()),
            MailAddr::Group(group) => emails.extend(group.addrs.iter().map(|one| one.addr.clone())),
        }
    }
    if emails.is_empty() || !emails.iter().all(|email| is_email(email)) {
        return Err(none());
    }
    Ok(emails)
}

/// The address without quotes and without what makes a link of it; none where the link says more than one address.
fn address(text: &str) -> Option<&str> {
    let bare = unquoted(text);
    if !bare.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        return Some(bare);
    }
    let (email, more) = bare[7..].split_once('?').unwrap_or((&bare[7..], ""));
    let more = more.to_lowercase();
    (!email.contains('%') && !more.contains("to=") && !more.contains("cc=")).then_some(email)
}

fn is_quoted(text: &str) -> bool {
    unquoted(text) != text
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let inside = ['\'', '"'].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    inside.map_or(text, str::trim)
}

fn as_ascii(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}'..='\u{201e}' => '"',
        '\u{ff0c}' | '\u{3001}' => ',',
        '\u{ff1b}' => ';',
        '\u{ff20}' => '@',
        '\r' | '\n' => '\n',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    }
}

/// A text with the parts of an address.
fn is_email(text: &str) -> bool {
    let Some((who, host)) = text.rsplit_once('@') else { return false };
    let odd = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '\\')
    };
    !who.is_empty()
        && !who.starts_with(['.', '\''])
        && !who.ends_with('.')
        && !who.contains("..")
        && !who.contains('@')
        && !text.contains(odd)
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_') || !c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_understood_as_mail_programs_write_them_and_sent_bare() {
        for (typed, sent) in [
            ("a@x.org", "a@x.org"),
            ("a@x.org; b@x.org", "a@x.org,b@x.org"),
            ("a@x.org,b@x.org;", "a@x.org,b@x.org"),
            ("a@x.org\r\nb@x.org\n", "a@x.org,b@x.org"),
            ("'a@x.org'", "a@x.org"),
            ("'a@x.org'; 'b@x.org'", "a@x.org,b@x.org"),
            ("mailto:a@x.org", "a@x.org"),
            ("MAILTO:a@x.org?subject=Bill%20143", "a@x.org"),
            ("Some Name <a@x.org>", "a@x.org"),
            ("<a@x.org>, <b@x.org>", "a@x.org,b@x.org"),
            (r#""Name, Some" <a@x.org>"#, "a@x.org"),
            (r#""Name \"Nick\", Some" <a@x.org>; b@x.org"#, "a@x.org,b@x.org"),
            ("“Name, Some” <a@x.org>", "a@x.org"),
            ("'Name, Some' <a@x.org>", "a@x.org"),
            ("Name, Some <a@x.org>; Other, One <b@x.org>", "a@x.org,b@x.org"),
            ("O'Brien, Pat <pat@x.org>, b@x.org", "pat@x.org,b@x.org"),
            ("a@x.org <a@x.org>", "a@x.org"),
            ("'a@x.org' <mailto:a@x.org>", "a@x.org"),
            (r#""b@x.org" <a@x.org>"#, "a@x.org"),
            ("Jane Doe [mailto:jane@x.org]", "jane@x.org"),
            ("a@x.org (Jane)", "a@x.org"),
            ("Team: a@x.org", "a@x.org"),
            ("\u{200e}a@x.org\u{200b}\u{feff}", "a@x.org"),
            ("\u{a0}a@x.org\u{202f};b@x.org", "a@x.org,b@x.org"),
            ("a@x.org, a@x.org", "a@x.org"),
            ("c.d+e@f.g.example, ", "c.d+e@f.g.example"),
            ("jörg@müller.example", "jörg@müller.example"),
            ("o'brien@x.org", "o'brien@x.org"),
            ("a＠x.org", "a@x.org"),
            ("", ""),
            (" ; ", ""),
        ] {
            assert_eq!(emails_as_sent(typed).as_deref(), Ok(sent), "{typed:?}");
            assert_eq!(emails_as_sent(sent).as_deref(), Ok(sent), "what is sent is read as itself");
        }
    }

    #[test]
    fn the_first_that_is_no_email_address_is_named() {
        for (typed, given) in [
            ("a@b.example, c", "c"),
            ("a@b", "a@b"),
            ("a@@b.example", "a@@b.example"),
            ("Ann, b@x.org", "Ann"),
            ("Ann; b@x.org", "Ann"),
            ("a b@x.org", "a b@x.org"),
            ("a@x.org b@x.org", "a@x.org b@x.org"),
            ("a@x.orgb@x.org", "a@x.orgb@x.org"),
            ("a@x.org <b@x.org>", "a@x.org <b@x.org>"),
            ("A <a@x.org> <b@x.org>", "A <a@x.org> <b@x.org>"),
            ("A <a@x.org", "A <a@x.org"),
            ("'a@x.org, b@x.org", "'a@x.org, b@x.org"),
            ("a@x..org", "a@x..org"),
            (".a@x.org", ".a@x.org"),
            ("a@x.org.", "a@x.org."),
            ("a@-x.org", "a@-x.org"),
            ("mailto:a@x.org?cc=b@x.org", "mailto:a@x.org?cc=b@x.org"),
            ("mailto:a%40x.org", "mailto:a%40x.org"),
            ("@", "@"),
        ] {
            assert_eq!(read_emails(typed), Err(NotAnEmail { given: given.into() }), "{typed}");
        }
    }
}
