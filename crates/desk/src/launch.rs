//! The requests of an app's start: by the command line, by a link, or by files that somebody opened with it.
//!
//! `ticket-courier 143 a.pdf b.png`, `ticket-courier a.pdf`, `ticket-courier team.ticketcourier`,
//! `ticket-courier ticket-courier://ticket/143`. Nothing here looks at the disk, and nothing is ever sent by it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use service_crm::TicketNumber;
use url::Url;

/// The ending of a team setup file.
pub const ENDING: &str = "ticketcourier";
const SCHEME: &str = "ticket-courier:";
/// A link is this and a ticket's number. Any page can hold one, so there is nothing else that it could ask for.
const TICKET: &str = "//ticket/";

/// A request from outside the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaunchRequest {
    /// To open a team setup file.
    Setup(PathBuf),
    /// To put a ticket's number, files or both into the draft.
    Draft {
        /// The ticket's number, if one was named.
        ticket: Option<TicketNumber>,
        /// Where the files are to be; nobody has looked yet.
        files: Vec<PathBuf>,
    },
    /// By a link that names more than a ticket, or none.
    StrangeLink,
}

/// Reads a start's arguments, without the program's own name. `folder` is where relative paths begin.
pub fn requests(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Vec<LaunchRequest> {
    let mut all = Vec::new();
    let mut rest = arguments.into_iter().filter(|argument| !argument.is_empty());
    while let Some(argument) = rest.next() {
        if argument == "--" {
            all.extend(rest);
            break;
        }
        // There are no options: what looks like one is the system's, as `-psn_0_1` of macOS.
        if !argument.as_encoded_bytes().starts_with(b"-") {
            all.push(argument);
        }
    }
    if let Some(link) = all.iter().find_map(|argument| link(argument)) {
        // The system hands over a link alone. Beside anything else, somebody has put an address together that breaks
        // out of its place.
        let ticket = link.filter(|_| all.len() == 1);
        return vec![ticket.map_or(LaunchRequest::StrangeLink, |number| named(Some(number), Vec::new()))];
    }
    // A file whose name is a number is written ./143.
    let ticket = all.first().and_then(|first| TicketNumber::parse(first.to_str()?).ok());
    let files = all.into_iter().skip(usize::from(ticket.is_some())).map(|file| path(&file, folder));
    let (setups, files): (Vec<_>, Vec<_>) = files.partition(|path| is_setup(path));
    let mut requests: Vec<LaunchRequest> = setups.into_iter().map(LaunchRequest::Setup).collect();
    if ticket.is_some() || !files.is_empty() {
        requests.push(named(ticket, files));
    }
    requests
}

fn named(ticket: Option<TicketNumber>, files: Vec<PathBuf>) -> LaunchRequest {
    LaunchRequest::Draft { ticket, files }
}

/// Whether a file is opened as a team setup rather than attached: by its name, whatever is in it.
pub fn is_setup(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// A link, and the ticket that it names if it is as it should be.
fn link(argument: &OsStr) -> Option<Option<TicketNumber>> {
    let bytes = argument.as_encoded_bytes();
    let scheme = bytes.get(..SCHEME.len())?;
    if !scheme.eq_ignore_ascii_case(SCHEME.as_bytes()) {
        return None;
    }
    let named = || {
        let number = argument.to_str()?.get(SCHEME.len()..)?.strip_prefix(TICKET)?;
        // Some browsers end an address with a slash.
        let number = number.strip_suffix('/').unwrap_or(number);
        number.bytes().all(|byte| byte.is_ascii_digit()).then(|| TicketNumber::parse(number).ok())?
    };
    Some(named())
}

/// A path as it was given, or a `file:` address, which some file managers hand over.
fn path(argument: &OsStr, folder: &Path) -> PathBuf {
    let address = argument.to_str().filter(|text| text.starts_with("file:"));
    // One of another computer is no path here: it stays as it is, and is said to be missing. Windows would make one of
    // it, and by the mere look at that tell the other computer who is asking.
    let here = |address: &Url| address.host().is_none();
    let local = address.and_then(|text| Url::parse(text).ok().filter(here)?.to_file_path().ok());
    folder.join(local.unwrap_or_else(|| argument.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Vec<LaunchRequest> {
        requests(arguments.iter().map(OsString::from), Path::new("/here"))
    }

    fn draft(ticket: &str, files: &[&str]) -> Vec<LaunchRequest> {
        let ticket = TicketNumber::parse(ticket).ok();
        vec![LaunchRequest::Draft { ticket, files: files.iter().map(PathBuf::from).collect() }]
    }

    #[test]
    fn a_number_and_files_are_a_draft() {
        assert_eq!(read(&["143", "a.pdf", "/b c.png"]), draft("143", &["/here/a.pdf", "/b c.png"]));
        assert_eq!(read(&["#143"]), draft("143", &[]));
        assert_eq!(read(&["a.pdf", "143"]), draft("", &["/here/a.pdf", "/here/143"]));
        assert_eq!(read(&["./143"]), draft("", &["/here/./143"]));
        assert_eq!(read(&["#034"]), draft("34", &[]), "as the vendor pads a ticket's key");
        assert_eq!(read(&[]), []);
        assert_eq!(read(&["", ""]), []);
    }

    #[test]
    fn what_looks_like_an_option_is_none_and_behind_two_hyphens_it_is_a_file() {
        assert_eq!(read(&["-psn_0_1", "--help", "143", "-x"]), draft("143", &[]));
        assert_eq!(read(&["143", "--", "-x.pdf", "--"]), draft("143", &["/here/-x.pdf", "/here/--"]));
    }

    #[test]
    fn a_setup_is_opened_and_not_attached() {
        assert_eq!(
            read(&["143", "team.ticketcourier", "a.pdf", "/Other.TicketCourier"]),
            [
                vec![
                    LaunchRequest::Setup("/here/team.ticketcourier".into()),
                    LaunchRequest::Setup("/Other.TicketCourier".into())
                ],
                draft("143", &["/here/a.pdf"])
            ]
            .concat()
        );
        assert!(!is_setup(Path::new("/ticketcourier")));
        assert!(!is_setup(Path::new("/.ticketcourier")), "a name that is all ending has none");
    }

    #[test]
    fn file_addresses_are_paths_of_this_computer() {
        let root = if cfg!(windows) { "C:/" } else { "/" };
        let (a, b) = (format!("file:///{root}a/b%20c.pdf"), format!("file://localhost/{root}a.pdf"));
        assert_eq!(read(&[&a]), draft("", &[&format!("{root}a/b c.pdf")]));
        assert_eq!(read(&[&b]), draft("", &[&format!("{root}a.pdf")]));
    }

    #[test]
    fn a_file_address_of_another_computer_leads_nowhere() {
        for address in ["file://elsewhere/a.pdf", "file:\\\\elsewhere\\a.pdf", "FILE://elsewhere/share/a.pdf"]
        {
            assert_eq!(read(&[address]), draft("", &[&format!("/here/{address}")]));
        }
        let requests = read(&["file:////elsewhere/share/a.pdf"]);
        let [LaunchRequest::Draft { files, .. }] = &requests[..] else { panic!("{requests:?}") };
        assert!(!files[0].to_string_lossy().starts_with("\\\\"), "{files:?}");
    }

    #[test]
    fn a_link_names_a_ticket() {
        assert_eq!(read(&["ticket-courier://ticket/143"]), draft("143", &[]));
        assert_eq!(read(&["Ticket-Courier://ticket/143/"]), draft("143", &[]));
    }

    #[test]
    fn a_link_that_asks_for_more_is_refused() {
        let long = format!("ticket-courier://ticket/{}", "1".repeat(100_000));
        for strange in [
            "ticket-courier:",
            "ticket-courier://ticket/",
            "ticket-courier://ticket/#143",
            "ticket-courier://ticket/143?file=/etc/passwd",
            "ticket-courier://ticket/143#x",
            "ticket-courier://ticket/143/files",
            "ticket-courier://ticket/143//",
            "ticket-courier://ticket/../143",
            "ticket-courier://ticket/%31",
            "ticket-courier://ticket/१",
            "ticket-courier://ticket/143 /etc/passwd",
            "ticket-courier://send/143",
            "ticket-courier://me@ticket/143",
            "ticket-courier:ticket/143",
            "ticket-courier:///etc/passwd",
            &long,
        ] {
            assert_eq!(read(&[strange]), [LaunchRequest::StrangeLink], "{strange:.60}");
        }
    }

    #[test]
    fn a_link_beside_anything_else_is_refused_with_it() {
        let link = "ticket-courier://ticket/143";
        for arguments in [[link, "/etc/passwd"], ["144", link], [link, link]] {
            assert_eq!(read(&arguments), [LaunchRequest::StrangeLink]);
        }
        assert_eq!(read(&["--", link, "a"]), [LaunchRequest::StrangeLink]);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_a_file_to_its_last_byte() {
        use std::os::unix::ffi::OsStringExt;
        let name = OsString::from_vec(b"\xff\xfe.pdf".to_vec());
        let files = vec![Path::new("/here").join(&name)];
        assert_eq!(requests([name], Path::new("/here")), [LaunchRequest::Draft { ticket: None, files }]);
    }
}
