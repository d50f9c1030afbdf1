//! Looking at a file of the draft in the system's own viewer. Nothing that could be run is opened: what is in a draft
//! may have come by mail.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use desk::views::draft::FileKind;
use desk::{DeskError, DraftFile, Failure};
use serde::Serialize;
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Manager};
use ts_rs::TS;

/// The outcome of looking at a file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "result", rename_all = "snake_case")]
pub(crate) enum FileShown {
    Shown,
    /// A file that could be run, or that nobody knows.
    NotForViewing,
    /// A file that is not there any more as it was added.
    Gone {
        failure: Failure,
    },
    /// The system has no viewer for it.
    NoViewer {
        why: String,
    },
}

/// The folder of copies that were made for looking at them.
pub(crate) fn folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    Ok(app.path().app_cache_dir()?.join("viewed"))
}

/// Shows a file of the draft.
///
/// # Errors
/// `NotPossible` for one that is not there any more. When there is no folder for a copy of it.
pub(crate) async fn show(app: &AppHandle, file: Option<DraftFile>) -> Result<FileShown, DeskError> {
    let file = file.ok_or(DeskError::NotPossible)?;
    let storage = |why: String| DeskError::Storage { why };
    let folder = folder(app).map_err(|error| storage(error.to_string()))?;
    spawn_blocking(move || open(&file, &folder)).await.map_err(|error| storage(error.to_string()))
}

/// Opens a file where it lies; blocks on the disk. The app's own copies are not opened themselves, since a viewer may
/// save over what it shows: a copy of the copy is, which lies in `folder` until the next start.
fn open(file: &DraftFile, folder: &Path) -> FileShown {
    if let Err(failure) = file.attachment.check() {
        return FileShown::Gone { failure };
    }
    let opened = shown(file, folder).and_then(|path| match path {
        Some(path) => ::open::that_detached(path).map(|()| FileShown::Shown),
        None => Ok(FileShown::NotForViewing),
    });
    opened.unwrap_or_else(|error| FileShown::NoViewer { why: error.to_string() })
}

/// The same, while the app runs: what is looked at again is copied again.
pub(crate) fn forget_all(app: &AppHandle) {
    if let Ok(folder) = folder(app) {
        forget(&folder);
    }
}

/// Removes what was copied for looking at it.
pub(crate) fn forget(folder: &Path) {
    // What a viewer still holds goes at the start after this one.
    let _ = fs::remove_dir_all(folder);
}

/// The file that may be opened; none where its kind is not one that is only looked at.
fn shown(file: &DraftFile, folder: &Path) -> io::Result<Option<PathBuf>> {
    let place = file.attachment.path();
    let own = place != file.origin;
    // The viewer goes by the name that the file has there, not by the one on the ticket.
    let name = if own { file.attachment.name().to_owned() } else { desk::file_name(place) };
    if !is_for_viewing(&name) || is_program(place)? {
        return Ok(None);
    }
    if !own {
        return Ok(Some(place.to_owned()));
    }
    let own_place = folder.join(file.id.to_string());
    fs::create_dir_all(&own_place)?;
    let copy = own_place.join(anywhere(&name));
    // One that was looked at before may be read-only, or still be open: then it is there.
    if !copy.exists() {
        fs::copy(place, &copy)?;
        mark(&copy);
    }
    Ok(Some(copy))
}

/// Viewers on Windows are careful with what is marked as come from elsewhere: the copy may have come by mail.
#[cfg(windows)]
fn mark(copy: &Path) {
    let mut stream = copy.as_os_str().to_owned();
    stream.push(":Zone.Identifier");
    // A disk without streams takes no mark, and is used all the same.
    let _ = fs::write(stream, "[ZoneTransfer]\r\nZoneId=3\r\n");
}

/// Other systems mark nothing in this way.
#[cfg(not(windows))]
fn mark(_: &Path) {}

/// A name on the ticket as a file can be called on every system: it may come from one that allows more, and Windows takes
/// "Before: after.png" for a part of "Before" and "CON.pdf" for the console.
fn anywhere(name: &str) -> String {
    let forbidden = |letter: char| letter.is_control() || "<>:\"/\\|?*".contains(letter);
    let name = name.trim_end_matches(['.', ' ']).replace(forbidden, "_");
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        number.chars().count() == 1 && "0123456789¹²³".contains(number)
    };
    let device = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str());
    if device || numbered("COM") || numbered("LPT") { format!("_{name}") } else { name }
}

/// By its ending one of the kinds that viewers show. Everything else might be run: programs, scripts, shortcuts have
/// hundreds of endings.
fn is_for_viewing(name: &str) -> bool {
    !matches!(FileKind::of(name), FileKind::Other) && !is_page(name) && !name.contains(['/', '\\', '\0'])
}

/// Names that a browser opens, and runs the scripts of.
fn is_page(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    ["html", "htm", "xhtml", "mhtml", "svg", "xml"].contains(&ending.as_str())
}

/// Programs and scripts under a false ending, by their first bytes.
fn is_program(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(4).read_to_end(&mut start)?;
    let beginnings: [&[u8]; 8] = [
        b"MZ",
        b"\x7fELF",
        b"#!",
        // Mach-O, in both orders and widths, and for several processors.
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xce\xfa\xed\xfe",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
    ];
    Ok(beginnings.iter().any(|beginning| start.starts_with(beginning)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_kinds_that_viewers_show_are_opened() {
        for name in ["a.pdf", "A.PNG", "Letter.docx", "b.tar.gz", "talk.mp3", "list.csv"] {
            assert!(is_for_viewing(name), "{name}");
        }
        for name in [
            "a.html",
            "a.htm",
            "Logo.SVG",
            "a.xml",
            "a.xhtml",
            "a.exe",
            "a.pdf.exe",
            "a.bat",
            "a.cmd",
            "a.sh",
            "a.desktop",
            "a.app",
            "a.js",
            "a.jse",
            "a.vbs",
            "a.lnk",
            "a.url",
            "a.scf",
            "a.hta",
            "a.jar",
            "a.msi",
            "a.ps1",
            "a.py",
            "a.AppImage",
            "a.command",
            "a",
            "a.",
            ".pdf/a.sh",
            "../a.pdf",
        ] {
            assert!(!is_for_viewing(name), "{name}");
        }
    }

    #[test]
    fn a_name_from_another_system_is_one_that_this_system_takes() {
        let folder = tempfile::tempdir().unwrap();
        for (name, called) in [
            ("Before: after.png", "Before_ after.png"),
            ("what?.pdf", "what_.pdf"),
            ("a<b>|\"*\\/c.pdf", "a_b______c.pdf"),
            ("CON", "_CON"),
            ("con.pdf", "_con.pdf"),
            ("Com1.tar.gz", "_Com1.tar.gz"),
            ("lpt¹ .png", "_lpt¹ .png"),
            ("COM.png", "COM.png"),
            ("COM12.png", "COM12.png"),
            ("Contract.pdf", "Contract.pdf"),
            ("x.pdf. .", "x.pdf"),
            ("Angebot „März“ 😀.pdf", "Angebot „März“ 😀.pdf"),
        ] {
            assert_eq!(anywhere(name), called);
            fs::write(folder.path().join(anywhere(name)), name).unwrap();
            let there = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
            assert!(there.into_iter().any(|there| there == called), "{called}");
        }
    }

    #[test]
    fn a_program_under_a_false_ending_is_known_by_its_beginning() {
        let path = std::env::temp_dir().join(format!("viewer-{}.pdf", std::process::id()));
        for (content, program) in [
            (&b"#!/bin/sh\n"[..], true),
            (b"MZ\x90", true),
            (b"\x7fELF\x02", true),
            (b"%PDF-1.7", false),
            (b"", false),
        ] {
            fs::write(&path, content).unwrap();
            assert_eq!(is_program(&path).unwrap(), program, "{content:?}");
        }
        fs::remove_file(path).unwrap();
    }
}
