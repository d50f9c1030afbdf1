//! What was said on a ticket: the call by which files can be seen there.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::json;

use crate::{
    account::Account,
    answer::Refusal,
    forms::{self, Form},
    lookups::Tenant,
    said,
};

/// The filter, as printed: both IDs are numbers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filter {
    #[serde(rename = "TicketId")]
    ticket: u32,
    #[serde(rename = "OrgId")]
    organisation: u32,
    #[serde(rename = "ActivityType")]
    kinds: Vec<String>,
}

const KINDS: [&str; 4] = ["InboundEmail", "OutboundEmail", "PortalInbound", "PortalOutbound"];

/// POST …/conversation/filter. One conversation for each update that brought files; where its files show is not
/// printed, so they show in each way that [`Form`] has.
pub async fn filter(
    _: Tenant,
    State(account): State<Arc<Account>>,
    body: Bytes,
) -> Result<Response, Refusal> {
    let forms = &account.options.forms;
    if forms.contains(&Form::NoConversations) {
        return Ok(said::amazon(StatusCode::FORBIDDEN, "Missing Authentication Token"));
    }
    let filter: Filter = serde_json::from_slice(&body)
        .map_err(|error| Refusal::bad(format!("The filter cannot be read: {error}.")))?;
    if filter.organisation.to_string() != account.options.organisation {
        return Err(Refusal::bad("OrgId is not the organisation of the path."));
    }
    if let Some(kind) = filter.kinds.iter().find(|kind| !KINDS.contains(&kind.as_str())) {
        return Err(Refusal::bad(format!("There is no ActivityType '{kind}'.")));
    }
    let number = filter.ticket.to_string();
    let record = account.record();
    if !record.tickets.contains_key(&number) {
        return Err(Refusal::not_found(format!("There is no ticket '{number}'.")));
    }
    let shown = filter.kinds.iter().any(|kind| kind == "PortalInbound");
    let with_files = record
        .applied
        .iter()
        .filter(|applied| shown && applied.ticket == number && !applied.files.is_empty());
    let list: Vec<_> = with_files
        .enumerate()
        .map(|(place, applied)| {
            let names: Vec<&str> = applied.files.iter().map(|file| file.name.as_str()).collect();
            json!({
                "RelatedActivityType": "PortalInbound",
                "Html": "<p>Files were added.</p>",
                "Text": "Files were added.",
                "Attachments": forms::attachments(forms, &names),
                "CreatedBy": "1a50c565-8525-11ea-a93b-0aa4c559f4ca",
                "CreatedOn": "2024-08-28T12:38:36.198",
                "Id": 131 + place,
            })
        })
        .collect();
    Ok(Json(json!({"Total": list.len(), "Conversations": null, "ConversationList": list})).into_response())
}
