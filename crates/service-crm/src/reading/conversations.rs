//! The files that a ticket's conversations show. Seen there is seen; what is not there may be on the ticket all the same:
//! whether an update's files show there, and in which form, no page says.

use std::collections::HashSet;

use http::Method;
use http::header::{CONTENT_TYPE, HeaderValue};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;
use crate::json;
use crate::ticket_number::TicketNumber;

/// The kinds of conversations that the vendor's page names.
const KINDS: [&str; 4] = ["InboundEmail", "OutboundEmail", "PortalInbound", "PortalOutbound"];
/// Deeper than any form that was thought of.
const DEPTH: u8 = 6;

/// A file that a conversation of a ticket shows; once for each conversation that does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShownFile {
    /// Its name.
    pub name: String,
    /// The conversation's time as the server writes it; in which zone, the vendor does not say.
    pub at: Option<String>,
}

impl Client {
    /// Reads which files a ticket's conversations show.
    ///
    /// # Errors
    /// As [`Client::read_ticket`]; not every account answers.
    pub async fn shown_files(
        &self,
        number: &TicketNumber,
        cancel: &CancellationToken,
    ) -> Result<Vec<ShownFile>, Failure> {
        let figure = |text: &str| text.parse::<u64>().map_or_else(|_| Value::from(text), Value::from);
        let organisation = self.account.place.organisation.as_str();
        let filter = json!({
            "TicketId": figure(number.as_str()), "OrgId": figure(organisation), "ActivityType": KINDS,
        })
        .to_string();
        let request = || {
            self.request(Method::POST, &["conversation", "filter"])
                .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
                .body(filter.clone())
        };
        let reply = self.ask(&self.account.place.host, request, cancel).await?;
        reply.content(read)
    }
}

fn read(answer: &Value) -> Option<Vec<ShownFile>> {
    let list = |name| json::member(answer, name).and_then(Value::as_array);
    let conversations = list("ConversationList").or_else(|| list("Conversations"))?;
    let mut shown = Vec::new();
    for conversation in conversations {
        let mut names = Vec::new();
        if let Some(attachments) = json::member(conversation, "Attachments") {
            collect(attachments, DEPTH, &mut names);
        }
        // One file may be named several times in one conversation: by its name, and by its address.
        let mut known = HashSet::new();
        names.retain(|name| known.insert(name.trim().to_lowercase()));
        let at = json::text(conversation, "CreatedOn");
        shown.extend(names.into_iter().map(|name| ShownFile { name, at: at.clone() }));
    }
    Some(shown)
}

/// Takes everything that may be a file's name, in whatever form: texts, addresses that end in one, members that are called
/// like a name, JSON inside a text. A name too many harms nobody: it is only compared with those that were sent.
fn collect(value: &Value, depth: u8, names: &mut Vec<String>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::String(text) => match serde_json::from_str::<Value>(text) {
            Ok(inner @ (Value::Array(_) | Value::Object(_))) => collect(&inner, depth, names),
            _ => names.extend(
                text.split(['\n', ';', '|'])
                    .flat_map(|part| [Some(part.trim()), last_segment(part)])
                    .flatten()
                    .filter(|name| !name.is_empty())
                    .map(decoded),
            ),
        },
        Value::Array(several) => several.iter().for_each(|one| collect(one, depth, names)),
        Value::Object(members) => {
            for (name, member) in members {
                let word = name.to_lowercase();
                let like_a_name = ["name", "file", "url", "link", "path", "title", "attachment"];
                if !member.is_string() || like_a_name.iter().any(|part| word.contains(part)) {
                    collect(member, depth, names);
                }
                if name.contains('.') {
                    names.push(name.clone());
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The last segment of an address, without what stands behind it.
fn last_segment(text: &str) -> Option<&str> {
    text.trim().split(['?', '#']).next()?.rsplit_once('/').map(|(_, name)| name)
}

/// A name as it is read: `%20` is a blank in addresses.
fn decoded(name: &str) -> String {
    let bytes = name.as_bytes();
    let hex = |at: usize| u8::from_str_radix(str::from_utf8(bytes.get(at + 1..at + 3)?).ok()?, 16).ok();
    let (mut at, mut read) = (0, Vec::with_capacity(bytes.len()));
    while at < bytes.len() {
        match (bytes[at] == b'%').then(|| hex(at)).flatten() {
            Some(byte) => {
                read.push(byte);
                at += 3;
            }
            None => {
                read.push(bytes[at]);
                at += 1;
            }
        }
    }
    // What is no text decoded is a name with a per cent sign in it.
    String::from_utf8(read).unwrap_or_else(|_| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(attachments: &Value) -> Vec<String> {
        let answer =
            json!({"ConversationList": [{"Attachments": attachments, "CreatedOn": "2024-08-28T12:38:36"}]});
        read(&answer).unwrap().into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn a_name_is_found_in_whatever_form_the_attachments_have() {
        let name = "Rechnung 2291 (ü).pdf";
        let address =
            "https://files.example.com/t/1/Rechnung%202291%20%28%C3%BC%29.pdf?Expires=1&Signature=Zm9v";
        for attachments in [
            json!(name),
            json!([name]),
            json!([{"AttachmentName": name}]),
            json!([{"fileName": name, "size": 7}]),
            json!([{"Attachment": {"Name": name}}]),
            json!({"9c2f": {"FileName": name}}),
            json!({name: "9c2f"}),
            json!(address),
            json!([{"Url": address}]),
            json!(json!([{"AttachmentName": name}]).to_string()),
            json!(format!("a.pdf;{name}")),
        ] {
            assert!(shown(&attachments).iter().any(|seen| seen == name), "{attachments}");
        }
        for attachments in [json!(null), json!([]), json!(7), json!([{"Id": name}])] {
            assert!(!shown(&attachments).iter().any(|seen| seen == name), "{attachments}");
        }
    }

    #[test]
    fn what_is_no_list_of_conversations_shows_nothing_at_all() {
        for answer in [json!({}), json!([]), json!({"ConversationList": null})] {
            assert_eq!(read(&answer), None, "{answer}");
        }
        assert_eq!(read(&json!({"Total": 0, "ConversationList": []})), Some(vec![]));
        assert_eq!(decoded("100%.pdf"), "100%.pdf");
    }
}
