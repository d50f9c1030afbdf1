//! The multipart form of an update: one `ticketDTO`, any number of `files`.
//!
//! axum takes the form apart; names are read here, from the header bytes of each part, because a client's mistakes
//! in writing them are what this server is for. A file's bytes are hashed as they come and never held.

use axum::{
    extract::{Multipart, multipart::Field},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
};
use sha2::{Digest as _, Sha256};

use crate::{answer::Refusal, tickets::StoredFile};

/// More than any catalogue of fields can fill, and little enough to hold.
const LONGEST_DTO: usize = 1024 * 1024;

/// A form whose parts are all there and well made.
pub struct Form {
    pub dto: String,
    pub files: Vec<StoredFile>,
}

/// Reads the parts up to the final boundary.
pub async fn read(mut multipart: Multipart) -> Result<Form, Refusal> {
    let (mut dto, mut files) = (None, Vec::new());
    while let Some(part) = multipart.next_field().await.map_err(broken)? {
        let disposition = part
            .headers()
            .get(CONTENT_DISPOSITION)
            .map(|value| value.as_bytes().to_vec())
            .unwrap_or_default();
        let names = Names::read(&disposition)?;
        match names.name.as_str() {
            "ticketDTO" if dto.is_some() => {
                return Err(Refusal::bad("There is more than one ticketDTO part."));
            }
            "ticketDTO" => dto = Some(text(part, &names).await?),
            "files" => files.push(file(part, names, disposition).await?),
            other => return Err(Refusal::bad(format!("There is no parameter '{other}' in this call."))),
        }
    }
    let dto = dto.ok_or_else(|| Refusal::bad("There is no ticketDTO part."))?;
    Ok(Form { dto, files })
}

fn broken(error: impl std::fmt::Display) -> Refusal {
    Refusal::bad(format!("The multipart body is not well made: {error}."))
}

async fn text(mut part: Field<'_>, names: &Names) -> Result<String, Refusal> {
    if names.file_name.is_some() {
        return Err(Refusal::bad("ticketDTO must be a text part, not a file."));
    }
    let essence = part.content_type().and_then(|kind| kind.split(';').next()).unwrap_or("text/plain");
    if !["text/plain", "application/json"].contains(&essence.trim().to_ascii_lowercase().as_str()) {
        return Err(Refusal::bad(format!("ticketDTO must be text, not {essence}.")));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        if bytes.len() + chunk.len() > LONGEST_DTO {
            return Err(Refusal::bad("ticketDTO is too long."));
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Refusal::bad("ticketDTO is not UTF-8."))
}

async fn file(mut part: Field<'_>, names: Names, disposition: Vec<u8>) -> Result<StoredFile, Refusal> {
    let name = names.file_name.ok_or_else(|| Refusal::bad("A files part has no file name."))?;
    if name.is_empty() {
        return Err(Refusal::bad("A files part has an empty file name."));
    }
    let content_type = part
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .filter(|kind| kind.contains('/'))
        .ok_or_else(|| Refusal::bad(format!("The file '{name}' has no Content-Type.")))?
        .to_owned();
    let (mut hash, mut size) = (Sha256::new(), 0);
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        hash.update(&chunk);
        size += chunk.len() as u64;
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(StoredFile { name, disposition, content_type, size, sha256 })
}

/// The names in a part's `Content-Disposition`.
struct Names {
    name: String,
    file_name: Option<String>,
}

impl Names {
    /// Reads `form-data; name="…"; filename="…"`, as RFC 7578 and the WHATWG form encoding write it: values in
    /// quotation marks, where a backslash is just a backslash and `filename*` is not allowed.
    fn read(disposition: &[u8]) -> Result<Self, Refusal> {
        let wrong = |what: &str| {
            let shown = String::from_utf8_lossy(disposition);
            Refusal::bad(format!("{what} in the Content-Disposition of a part: {shown}"))
        };
        let text = str::from_utf8(disposition).map_err(|_| wrong("Something is not UTF-8"))?;
        let mut rest = text.strip_prefix("form-data").ok_or_else(|| wrong("There is no form-data"))?;
        let (mut name, mut file_name) = (None, None);
        while !rest.is_empty() {
            let parameter = rest.strip_prefix(';').ok_or_else(|| wrong("A ';' is missing"))?.trim_start();
            let (key, value) =
                parameter.split_once("=\"").ok_or_else(|| wrong("A quoted value is missing"))?;
            let (value, after) = value.split_once('"').ok_or_else(|| wrong("A quotation mark is missing"))?;
            let place = match key {
                "name" => &mut name,
                "filename" => &mut file_name,
                _ => return Err(wrong("An unknown parameter is")),
            };
            if place.replace(unescaped(value)).is_some() {
                return Err(wrong("A parameter is twice"));
            }
            rest = after.trim_start();
        }
        Ok(Self { name: name.ok_or_else(|| wrong("The name is missing"))?, file_name })
    }
}

/// Undoes the three escapes of the WHATWG form encoding, and only those: a plain `%` is not escaped there.
fn unescaped(value: &str) -> String {
    value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
}
