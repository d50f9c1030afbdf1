//! The fields that an account's tickets have.

use std::collections::HashSet;

use http::Method;
use http::header::{CONTENT_TYPE, HeaderValue};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::failure::Failure;
use crate::json;

/// Fields on a page: the vendor's sample asks for so many, and no page says how many may be asked for.
const PAGE: usize = 25;
/// More pages than any account fills.
const MOST_PAGES: usize = 60;

/// A field as the account's catalogue has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CatalogueField {
    /// The schema name.
    pub name: String,
    /// The field's name on the vendor's screens; the schema name where it has no other.
    pub label: String,
    /// The vendor's word for what it holds, such as `Select`, `Text`, `Number`, `Date`.
    pub data_type: Option<String>,
    /// The vendor's word for how it is entered, such as `Dropdown`, `TextArea`.
    pub render_type: Option<String>,
    /// Whether it may not be empty.
    pub mandatory: bool,
    /// Characters at least.
    pub min_length: Option<u32>,
    /// Characters at most.
    pub max_length: Option<u32>,
    /// The least number.
    pub min_value: Option<f64>,
    /// The greatest number.
    pub max_value: Option<f64>,
    /// The pattern that a value must match; in .NET's language, presumably.
    pub regex: Option<String>,
    /// Whether the vendor's own forms show it.
    pub show_in_form: bool,
    /// Whether it is in use.
    pub active: bool,
    /// Whether it is set when a ticket is made, and not changed afterwards.
    pub locked: bool,
    /// The value that a new ticket has.
    pub default: Option<String>,
    /// The field's maker.
    pub origin: FieldOrigin,
}

/// A field's maker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FieldOrigin {
    /// The vendor: every account has it.
    Standard,
    /// The account's administrator.
    Custom,
}

impl CatalogueField {
    /// Only the schema name is indispensable. What is not said is what hinders nobody: not mandatory, active, shown.
    fn read(entry: &Value) -> Option<Self> {
        let name = json::text(entry, "SchemaName")?;
        let rules = json::member(entry, "ValidationProperties").unwrap_or(&Value::Null);
        // A limit of 0 would allow nothing.
        let length = |member| json::count(rules, member).filter(|length| *length > 0);
        let origin = match json::text(entry, "FieldType") {
            Some(kind) if kind.eq_ignore_ascii_case("custom") => FieldOrigin::Custom,
            Some(kind) if kind.eq_ignore_ascii_case("standard") => FieldOrigin::Standard,
            _ if name.starts_with("CustomData.") || name.starts_with("mx_") => FieldOrigin::Custom,
            _ => FieldOrigin::Standard,
        };
        Some(Self {
            label: json::text(entry, "DisplayName").unwrap_or_else(|| name.clone()),
            data_type: json::text(entry, "DataType"),
            render_type: json::text(entry, "RenderType"),
            mandatory: json::truth(rules, "IsMandatory").unwrap_or(false),
            min_length: length("MinLength"),
            max_length: length("MaxLength"),
            min_value: json::number(rules, "MinValue"),
            max_value: json::number(rules, "MaxValue"),
            regex: json::text(rules, "Regex"),
            show_in_form: json::truth(entry, "ShowInForm").unwrap_or(true),
            active: json::truth(entry, "Active").unwrap_or(true),
            locked: json::truth(entry, "LockAfterCreate").unwrap_or(false),
            default: json::text(entry, "DefaultValue"),
            origin,
            name,
        })
    }
}

/// One answer of several.
struct Page {
    /// Fields in the catalogue, as the server says.
    total: Option<usize>,
    /// Entries on this page, readable or not.
    entries: usize,
    fields: Vec<CatalogueField>,
}

impl Page {
    fn read(answer: &Value) -> Option<Self> {
        let entries = json::member(answer, "TicketsFields")?.as_array()?;
        Some(Self {
            total: json::count(answer, "Total").and_then(|total| total.try_into().ok()),
            entries: entries.len(),
            fields: entries.iter().filter_map(CatalogueField::read).collect(),
        })
    }
}

/// The fields of an account, as far as it told them.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// Each once, in the server's order.
    pub fields: Vec<CatalogueField>,
    /// So many more there are, by the server's own total, and nobody could read them.
    pub missing: usize,
}

/// The unit of `Offset`. The vendor's text says pages, from 1; its sample passes 0, as if it counted fields.
#[derive(Debug, Clone, Copy)]
enum Offset {
    /// Fields that were read.
    Fields(usize),
    /// The page's number.
    Pages(usize),
}

impl Client {
    /// Reads the whole field catalogue, page by page; each page is a call of its own. The vendor has it on the host
    /// that is called `api.…` where the account's is called `apigw.…`. Where the server has more than it gave, it is asked
    /// again with the other meaning of `Offset`.
    ///
    /// # Errors
    /// `Forbidden` when these keys are not an administrator's; otherwise as [`Client::read_ticket`]. Pages without
    /// an end are `AnswerUnreadable`.
    pub async fn fields(&self, cancel: &CancellationToken) -> Result<Catalogue, Failure> {
        let (mut fields, mut names) = (Vec::new(), HashSet::new());
        let (mut pages, mut offset) = (0, Offset::Fields(0));
        loop {
            let page = self.page(offset, pages, cancel).await?;
            pages += 1;
            let before = fields.len();
            fields.extend(page.fields.into_iter().filter(|field| names.insert(field.name.clone())));
            let new = fields.len() > before;
            let missing = page.total.unwrap_or_default().saturating_sub(fields.len());
            offset = match offset {
                // Neither the total nor the page's length is trusted alone: a total may be that of the page, and a page
                // may be shorter than was asked for. Nothing new means that there is nothing more, that the server does
                // not turn pages, or that it counts them.
                Offset::Fields(read) => {
                    let read = read + page.entries;
                    let all = page.total.is_some_and(|total| read >= total) && page.entries != PAGE;
                    match (all, new) {
                        (false, true) => Offset::Fields(read),
                        (false, false) if missing > 0 => Offset::Pages(1),
                        _ => return Ok(Catalogue { fields, missing: 0 }),
                    }
                }
                // The first page was read: by this counting it is page 1, or page 0.
                Offset::Pages(1) => Offset::Pages(2),
                Offset::Pages(number) if new => Offset::Pages(number + 1),
                Offset::Pages(_) => return Ok(Catalogue { fields, missing }),
            };
        }
    }

    /// `before`: pages that were read.
    async fn page(&self, offset: Offset, before: usize, cancel: &CancellationToken) -> Result<Page, Failure> {
        let host = self.account.place.host.of_settings();
        let (Offset::Fields(offset) | Offset::Pages(offset)) = offset;
        let filter = json!({ "Limit": PAGE, "Offset": offset, "SearchText": "" }).to_string();
        let request = || {
            self.request_to(&host, Method::POST, &["ticket-types", "1", "fields", "filter"])
                .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
                .body(filter.clone())
        };
        let reply = self.ask(&host, request, cancel).await?;
        reply.content(|answer| Page::read(answer).filter(|_| before < MOST_PAGES))
    }
}
