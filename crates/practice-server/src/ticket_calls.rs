//! The calls on tickets: update, create, details, note.

use std::{sync::Arc, time::SystemTime};

use axum::{
    Extension, Json,
    extract::{FromRequest as _, Multipart, Path, Request, State},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::Response,
};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    account::{Account, Update},
    answer::{self, Refusal},
    arrival::Arrival,
    dto,
    form::{self, Form},
    lookups::Tenant,
    record::Note,
    tickets::{LEADS, Ticket},
};

/// PUT …/tickets/{number}/update: the page this server was written from.
pub async fn update(
    _: Tenant,
    State(account): State<Arc<Account>>,
    Path((_, number)): Path<(String, String)>,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Result<Response, Refusal> {
    let arrived = SystemTime::now();
    let ticket = known(&account, &number)?;
    let form = whole_form(request, arrival).await?;
    let wanted = dto::of_update(&form.dto, &number)?;
    if !wanted.lead.eq_ignore_ascii_case(&ticket.lead) {
        return Err(Refusal::bad(format!("LeadId '{}' is not the lead of ticket {number}.", wanted.lead)));
    }
    if wanted.fields.is_empty() && form.files.is_empty() {
        return Err(Refusal::bad("There is nothing to update: no Fields and no files."));
    }
    account.update(&number, Update { arrived, fields: wanted.fields, files: form.files });
    Ok(answer::updated(&number))
}

/// POST …/tickets: the same form without an `Id`.
pub async fn create(
    _: Tenant,
    State(account): State<Arc<Account>>,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Result<Response, Refusal> {
    let arrived = SystemTime::now();
    let form = whole_form(request, arrival).await?;
    let wanted = dto::of_creation(&form.dto)?;
    let known = LEADS.iter().map(|lead| lead.id).chain([dto::NOBODY_YET]);
    let lead = known
        .into_iter()
        .find(|lead| lead.eq_ignore_ascii_case(&wanted.lead))
        .ok_or_else(|| Refusal::bad(format!("LeadId '{}' is not a lead of this account.", wanted.lead)))?;
    if !wanted.fields.iter().any(|(name, _)| name == "Title") {
        return Err(Refusal::bad("Title is mandatory."));
    }
    let update = Update { arrived, fields: wanted.fields, files: form.files };
    let ticket = account.create(lead, update).ok_or_else(|| {
        Refusal::new(StatusCode::INSUFFICIENT_STORAGE, "The account has no room for a ticket.")
    })?;
    Ok(answer::created(&ticket.number, &ticket.ticket_id, &account.options.forms))
}

/// GET …/tickets/{number}.
pub async fn details(
    _: Tenant,
    State(account): State<Arc<Account>>,
    Path((_, number)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    if !account.options.may_read {
        return Err(Refusal::new(StatusCode::FORBIDDEN, "The keys' user may not read tickets."));
    }
    Ok(Json(known(&account, &number)?.details()))
}

/// A note's parts, as printed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    #[serde(rename = "TextPart")]
    text: String,
    #[serde(rename = "ActivityType")]
    activity: String,
    #[serde(rename = "StorageType")]
    storage: String,
    #[serde(rename = "RelatedTicketId")]
    ticket: u32,
}

/// POST …/internalnote/upload.
pub async fn note(
    _: Tenant,
    State(account): State<Arc<Account>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, Refusal> {
    if essence(&headers) != "application/json" {
        return Err(Refusal::bad("The content type must be application/json."));
    }
    let note: NewNote = serde_json::from_slice(&body)
        .map_err(|error| Refusal::bad(format!("The note cannot be read: {error}.")))?;
    if note.text.is_empty() {
        return Err(Refusal::bad("TextPart is mandatory."));
    }
    if note.activity != "CreateInternalNote" {
        return Err(Refusal::bad("ActivityType must be 'CreateInternalNote'."));
    }
    // The vendor's spelling.
    if note.storage != "Permament" {
        return Err(Refusal::bad("StorageType must be 'Permament'."));
    }
    let ticket = known(&account, &note.ticket.to_string())?.number;
    account.note(Note { ticket: ticket.clone(), text: note.text });
    Ok(Json(json!({"Message": "Activity Created", "RelatedTicketId": ticket})))
}

fn known(account: &Account, number: &str) -> Result<Ticket, Refusal> {
    account.ticket(number).ok_or_else(|| Refusal::not_found(format!("There is no ticket '{number}'.")))
}

/// Reads the form and whatever the client sends behind it, so that what follows can be applied.
async fn whole_form(request: Request, arrival: Arrival) -> Result<Form, Refusal> {
    if essence(request.headers()) != "multipart/form-data" {
        return Err(Refusal::bad("The content type must be multipart/form-data."));
    }
    let multipart = Multipart::from_request(request, &())
        .await
        .map_err(|error| Refusal::bad(format!("The content type is not complete: {error}.")))?;
    let form = form::read(multipart).await?;
    arrival.rest().await.map_err(|_| Refusal::bad("The request broke off."))?;
    Ok(form)
}

/// The content type without its parameters, in lower case.
fn essence(headers: &HeaderMap) -> String {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
