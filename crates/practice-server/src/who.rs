//! The owner of the keys.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::{Query, State},
    http::HeaderMap,
};
use serde_json::{Value, json};

use crate::{account::Account, answer::Refusal, lookups};

/// GET /v2/Authentication.svc/UserByAccessKey.Get: of the printed answer, the members that a client can use and some
/// that it must pass over.
pub async fn am_i(
    State(account): State<Arc<Account>>,
    headers: HeaderMap,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Json<Value>, Refusal> {
    lookups::check_older_keys(&account, &headers, &query)?;
    Ok(Json(json!({
        "Class": "1",
        "Id": "1a50c565-8525-11ea-a93b-0aa4c559f4ca",
        "Name": "Asha Menon",
        "PassPhrase": "asha.menon@example.com",
        "Role": "Administrator",
        "EmailAddress": null,
        "TimeZone": "Asia/Kolkata",
        "OrgDisplayName": "Practice Furniture",
        "OrgShortCode": account.options.organisation,
        "Plan": null,
        "LSQCommonServiceURLs": {
            "api": "api-in21.leadsquared.com",
            "app": "in21.leadsquared.com",
            "tracking": "web-in21.mxradon.com",
        },
    })))
}
