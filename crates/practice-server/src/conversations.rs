//! A ticket's conversations: the call by which files can be seen there.

use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

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
                "CreatedOn": written(applied.arrived),
                "Id": 131 + place,
            })
        })
        .collect();
    Ok(Json(json!({"Total": list.len(), "Conversations": null, "ConversationList": list})).into_response())
}

/// A time as the vendor writes it, `2024-08-28T12:38:36.198`, without a zone; here it is UTC.
fn written(time: SystemTime) -> String {
    let past = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let (days, second) = (past.as_secs() / 86_400, past.as_secs() % 86_400);
    // Years that begin in March, in eras of 400 of them: so the day that is not in every year is a year's last.
    let day = days + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = year + era * 400 + u64::from(month < 3);
    let (hour, minute, second, part) = (second / 3_600, second / 60 % 60, second % 60, past.subsec_millis());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{part:03}")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_time_is_written_as_the_vendor_writes_it() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00.198"),
            (1_709_164_800, "2024-02-29T00:00:00.198"),
            (1_724_848_716, "2024-08-28T12:38:36.198"),
            (1_735_689_599, "2024-12-31T23:59:59.198"),
        ] {
            assert_eq!(written(UNIX_EPOCH + Duration::from_millis(seconds * 1000 + 198)), expected);
        }
    }
}
