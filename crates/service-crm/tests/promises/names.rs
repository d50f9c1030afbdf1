//! No file name adds a header or a part, and every reader of forms reads the same names.
//!
//! The bytes of a real request are read by Python's, Node's and Go's own multipart readers.

use std::process::Command;

use crate::common::*;
use serde::Deserialize;
use service_crm::{Attachment, Limits};

/// Names that a file can really have (on Unix, almost anything).
fn hostile_names() -> Vec<String> {
    let mut names: Vec<String> = [
        "plain.pdf",
        "Rechnung „März“ — 発票.pdf",
        "😀👩‍👩‍👧.png",
        // Quotation marks, and what somebody would write behind one.
        "\"quoted\".txt",
        "\"",
        "x\"; name=\"ticketDTO\"; y=\".txt",
        "it's.txt",
        // Line breaks, and what somebody would write behind one.
        "line\nbreak.txt",
        "line\rbreak.txt",
        "a\r\nContent-Type: text\u{2215}html\r\nX-Evil: 1\r\n\r\n<b>.txt",
        "a\r\n--x--\r\n.txt",
        "next\u{85}line\u{2028}and\u{2029}more.txt",
        // Directions: shown, this ends in "exe.pdf".
        "invoice\u{202e}fdp.exe",
        "\u{200f}\u{2066}x\u{2069}.txt",
        // What readers take for syntax.
        "a;b=c; filename=other.txt",
        "semi;.txt",
        "comma, (comment) <angle> [square] @ : ? =.txt",
        "back\\slash.txt",
        "two\\\\slashes.txt",
        "C:\\fakepath\\x.txt",
        "quoted\\\"pair.txt",
        "escaped\\;semicolon.txt",
        "last\\",
        "=?utf-8?q?a=22b?=.txt",
        "utf-8''x%22y.txt",
        // Percent signs that are no escapes, and some that look like one.
        "100%.txt",
        "50%25.txt",
        "a%22b%0D%0Ac.txt",
        // Control characters.
        "tab\there.txt",
        "\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m\u{1c}\u{1d}\u{1e}\u{1f}\u{7f}.txt",
        // Dots, blanks, dashes.
        ".hidden",
        "...",
        "-rf",
        " both ends ",
        "------ticket-courier-00000000000000000000000000000000--.txt",
    ]
    .map(String::from)
    .into();
    names.push(format!("{}.html", "ä".repeat(125)));
    names.push("x".repeat(255));
    assert!(names[names.len() - 2].len() == 255);
    names
}

/// A reader's finds in a form.
#[derive(Debug, Deserialize)]
struct Found {
    parts: usize,
    dto: Vec<String>,
    files: Vec<FoundFile>,
    headers: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct FoundFile {
    name: String,
    size: usize,
    sha256: String,
}

/// A name after the escapes of the WHATWG form encoding, and ours for what some readers would trip over, are undone.
/// Some readers do so themselves, so what looks like an escape in a name counts as one on both sides.
fn undone(name: &str) -> String {
    let escapes = (0..0x20).chain([0x22, 0x5c, 0x7f]);
    escapes
        .map(char::from)
        .fold(name.to_owned(), |name, c| name.replace(&format!("%{:02X}", c as u32), &c.to_string()))
}

/// A request with a file of every hostile name, as it came over a real socket.
struct Sent {
    desk: Desk,
    content_type: String,
    dto: String,
    files: Vec<FoundFile>,
}

impl Sent {
    async fn now() -> Self {
        let desk = Desk::new();
        let recorder = Recorder::answering(success()).await;
        let mut files = Vec::new();
        let attachments: Vec<_> = hostile_names()
            .into_iter()
            .enumerate()
            .map(|(place, name)| {
                let content = match place % 4 {
                    0 => noise(5000 + place),
                    1 => Vec::new(),
                    // What a part looks like, inside of one.
                    2 => {
                        b"\r\n------ticket-courier-0--\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n"
                            .to_vec()
                    }
                    _ => b"\n\r\n\r--".to_vec(),
                };
                files.push(FoundFile { name: undone(&name), size: content.len(), sha256: sha256(&content) });
                named(&desk, place, &name, &content)
            })
            .collect();
        send(&client_at(&recorder.url(), Limits::default()), &update(attachments)).await.unwrap();
        let (head, body) = recorder.request();
        std::fs::write(desk.path("body"), body).unwrap();
        let dto = r#"{"Fields":[{"SchemaName":"Status","Value":"On Hold"}],"Id":"143","LeadId":"330fba67-6795-46c2-9dad-077794077f70","RelatedTicketTypeId":1,"TypeId":"1"}"#;
        Self {
            desk,
            content_type: header(&head, "content-type").unwrap().to_owned(),
            dto: dto.to_owned(),
            files,
        }
    }

    /// Lets a foreign reader read it, and compares what it found with what was sent.
    fn read_by(&self, program: &str, arguments: &[&str], package: &str) {
        let mut reader = Command::new(program);
        reader.args(arguments).arg(&self.content_type).arg(self.desk.path("body"));
        let output = reader.output().unwrap_or_else(|error| {
            panic!(
                "{program} cannot be run ({error}); this test needs it: install the Debian package {package}"
            )
        });
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} could not read the form:\n{said}");
        let mut found: Found = serde_json::from_slice(&output.stdout).unwrap();
        for file in &mut found.files {
            file.name = undone(&file.name);
        }
        assert_eq!(found.dto, [self.dto.as_str()], "exactly one ticketDTO");
        for (found, sent) in found.files.iter().zip(&self.files) {
            assert_eq!(found, sent);
        }
        assert_eq!(found.files.len(), self.files.len(), "no file more and none less");
        assert_eq!(found.parts, self.files.len() + 1, "no part more and none less");
        for header in found.headers {
            assert!(
                ["content-disposition", "content-type"].contains(&header.to_lowercase().as_str()),
                "{header}"
            );
        }
    }
}

/// A file of that very name where the file system allows it.
#[cfg(unix)]
fn named(desk: &Desk, place: usize, name: &str, content: &[u8]) -> Attachment {
    std::fs::create_dir(desk.path(&place.to_string())).unwrap();
    let file = desk.file(&format!("{place}/{name}"), content);
    assert_eq!(file.name(), name);
    file
}

/// Windows allows few of them; they could still have come with a kept draft.
#[cfg(not(unix))]
fn named(desk: &Desk, place: usize, name: &str, content: &[u8]) -> Attachment {
    let file = desk.file(&place.to_string(), content);
    Attachment::kept(file.path(), name.to_owned(), file.stamp())
}

fn foreign(name: &str) -> String {
    format!("{}/tests/promises/foreign/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[tokio::test]
async fn python_reads_every_name() {
    Sent::now().await.read_by("python3", &[&foreign("read.py")], "python3");
}

#[tokio::test]
async fn node_reads_every_name() {
    Sent::now().await.read_by("node", &[&foreign("read.mjs")], "nodejs (20 or newer)");
}

#[tokio::test]
async fn go_reads_every_name() {
    Sent::now().await.read_by("go", &["run", &foreign("read.go")], "golang-go");
}

#[tokio::test]
async fn the_practice_server_reads_every_name() {
    let (server, desk) = (server().await, Desk::new());
    let names = hostile_names();
    let attachments = names.iter().enumerate().map(|(place, name)| named(&desk, place, name, b"x")).collect();
    send(&client_of(&server), &update(attachments)).await.unwrap();
    let stored: Vec<_> = server.record().applied[0].files.iter().map(|file| undone(&file.name)).collect();
    assert_eq!(stored, names.iter().map(|name| undone(name)).collect::<Vec<_>>());
}

#[tokio::test]
async fn every_head_of_a_part_has_its_lines_and_no_more() {
    let sent = Sent::now().await;
    let body = std::fs::read(sent.desk.path("body")).unwrap();
    let text = String::from_utf8_lossy(&body);
    let boundary = sent.content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let parts: Vec<_> = text.split(&format!("--{boundary}\r\n")).skip(1).collect();
    assert_eq!(parts.len(), sent.files.len() + 1);
    for part in &parts[1..] {
        let (head, _) = part.split_once("\r\n\r\n").unwrap();
        let lines: Vec<_> = head.split("\r\n").collect();
        assert_eq!(lines.len(), 2, "{head:?}");
        assert!(
            lines[0].starts_with("Content-Disposition: form-data; name=\"files\"; filename=\""),
            "{head:?}"
        );
        assert_eq!(lines[0].matches('"').count(), 4, "{head:?}");
        assert!(lines[1].starts_with("Content-Type: "), "{head:?}");
        assert!(!head.replace("\r\n", "").contains(|c: char| c.is_ascii_control()), "{head:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_is_readable_and_can_be_sent() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let path = desk.path("x").with_file_name(std::ffi::OsStr::from_bytes(b"Rechnung M\xe4rz.pdf"));
    std::fs::write(&path, b"x").unwrap();
    assert_eq!(Attachment::look(path).unwrap().name(), "Rechnung März.pdf");
}
