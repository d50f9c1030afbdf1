//! The check of who calls, and the calls that only look things up: catalogue, lists, leads.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::{FromRequestParts, Path, Query, State},
    http::{HeaderMap, StatusCode, request::Parts},
};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    account::Account,
    answer::Refusal,
    catalogue::{self, FIELDS},
    forms::{Form, RIGHT_HOST},
    tickets::LEADS,
};

/// Proof that the keys are right and the path names the account's organisation.
pub struct Tenant;

impl FromRequestParts<Arc<Account>> for Tenant {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, account: &Arc<Account>) -> Result<Self, Refusal> {
        let key = |name| header(&parts.headers, name);
        check_keys(account, key("X-LSQ-ACCESS-KEY"), key("X-LSQ-SECRET-KEY"))?;
        let path = Path::<HashMap<String, String>>::from_request_parts(parts, account).await;
        match path.ok().and_then(|Path(mut path)| path.remove("org")) {
            Some(organisation) if organisation == account.options.organisation => Ok(Self),
            _ => Err(Refusal::not_found("The API could not be found: there is no such tenant.")),
        }
    }
}

/// Proof that the keys are, besides, an administrator's.
pub struct Administrator;

impl FromRequestParts<Arc<Account>> for Administrator {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, account: &Arc<Account>) -> Result<Self, Refusal> {
        Tenant::from_request_parts(parts, account).await?;
        if account.options.administrator {
            Ok(Self)
        } else {
            Err(Refusal::new(StatusCode::FORBIDDEN, "Only an administrator's keys may do this."))
        }
    }
}

fn check_keys(account: &Account, access: Option<&str>, secret: Option<&str>) -> Result<(), Refusal> {
    let options = &account.options;
    if options.forms.contains(&Form::RegionElsewhere) {
        let reason = format!("Invalid access keys for this region. Use the host '{RIGHT_HOST}' instead.");
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, reason));
    }
    if access == Some(&options.access_key) && secret == Some(&options.secret_key) {
        return Ok(());
    }
    let reason = "The API call was made with invalid access credentials. Check your AccessKey and SecretKey.";
    Err(Refusal::new(StatusCode::UNAUTHORIZED, reason))
}

/// The keys of the vendor's older calls: as headers or, as it prints them, in the query.
pub fn check_older_keys(
    account: &Account,
    headers: &HeaderMap,
    query: &HashMap<String, String>,
) -> Result<(), Refusal> {
    let key = |head, name: &str| header(headers, head).or_else(|| query.get(name).map(String::as_str));
    check_keys(account, key("x-LSQ-AccessKey", "accessKey"), key("x-LSQ-SecretKey", "secretKey"))
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// A page of the catalogue, as asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Search {
    #[serde(rename = "Limit")]
    limit: usize,
    #[serde(rename = "Offset")]
    offset: usize,
    #[serde(rename = "SearchText", default)]
    text: Option<String>,
}

/// POST …/ticket-types/1/fields/filter.
pub async fn fields(
    _: Administrator,
    State(account): State<Arc<Account>>,
    body: Bytes,
) -> Result<Json<Value>, Refusal> {
    let search: Search = serde_json::from_slice(&body)
        .map_err(|error| Refusal::bad(format!("The filter cannot be read: {error}.")))?;
    let text = search.text.unwrap_or_default();
    let found: Vec<_> = FIELDS.iter().filter(|field| field.matches(&text)).collect();
    let skipped = if account.options.forms.contains(&Form::OffsetPages) {
        search.offset.saturating_sub(1) * search.limit
    } else {
        search.offset
    };
    let page: Vec<_> = found.iter().skip(skipped).take(search.limit).map(|field| field.entry()).collect();
    Ok(Json(json!({"Total": found.len(), "TicketsFields": page})))
}

/// GET …/lookups/{list}/values; `list` is a field's schema name.
pub async fn values(
    _: Administrator,
    Path((_, list)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let values = catalogue::find(&list)
        .and_then(|field| field.values())
        .ok_or_else(|| Refusal::not_found(format!("There is no list '{list}'.")))?;
    let entry =
        |value| json!({"Text": value, "Value": value, "SortingOrder": null, "Active": null, "Deleted": null});
    Ok(Json(values.iter().map(entry).collect()))
}

/// GET /v2/LeadManagement.svc/Leads.GetByEmailaddress.
pub async fn leads(
    State(account): State<Arc<Account>>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Json<Value>, Refusal> {
    check_older_keys(&account, &headers, &query)?;
    let email = query.get("emailaddress").ok_or_else(|| Refusal::bad("emailaddress is mandatory."))?;
    let found = LEADS.iter().filter(|lead| lead.email.eq_ignore_ascii_case(email)).map(|lead| {
        json!({
            "ProspectID": lead.id,
            "FirstName": lead.first_name,
            "LastName": lead.last_name,
            "EmailAddress": lead.email,
        })
    });
    Ok(Json(found.collect()))
}
