//! A reading as JSON.

use std::path::Path;

use desk::batch::{
    Choices, ColumnUse, FieldValue, Mapping, Reading, RowReading, WhyLeftOut, choose_sheet, is_known_name,
};
use serde_json::{Map, Value, json};
use tables::{Book, Kind, Options, Table, TableFault};
use team_setup::SetupKind;

/// A file's requests, without a catalogue and with nothing answered; or why it is not read.
pub fn describe(path: &Path) -> Value {
    read(path).unwrap_or_else(|fault| refused(&fault))
}

fn read(path: &Path) -> Result<Value, TableFault> {
    let options = Options { known_name: Some(&is_known_name), ..Options::default() };
    let mut book = Book::open_file(path, &options)?;
    let chosen = choose_sheet(&mut book, &|| false)?;
    let mapping = Mapping::propose(&chosen.table, None);
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    // A name that leads out of the folder is none of its files.
    let is_there = |name: &str| !name.contains(['/', '\\']) && folder.join(name).is_file();
    let reading = Reading::of(&chosen.table, &mapping, &Choices::default(), &is_there);
    let sheet = book.sheets().get(chosen.sheet).map(|sheet| sheet.name.clone());
    let mut described = json!({
        "kind": book.kind().name(),
        "sheet": sheet.filter(|_| book.kind() != Kind::Csv),
        "header_row": mapping.header_row,
        "columns": columns(&mapping, &chosen.table),
        "rows": reading.rows.iter().map(|row| row_of(row, &mapping)).collect::<Vec<_>>(),
    });
    if let Some(encoding) = &chosen.table.encoding {
        described["encoding"] = json!(encoding.to_string());
        described["separator"] = json!(chosen.table.separator);
    }
    Ok(described)
}

fn refused(fault: &TableFault) -> Value {
    let kind = match fault {
        TableFault::WebPage => Some("html"),
        TableFault::XmlPage => Some("xml"),
        TableFault::BinaryWorkbook => Some("xlsb"),
        TableFault::Password { kind } => Some(kind.name()),
        _ => None,
    };
    json!({ "kind": kind, "problem": fault.code(), "words": fault.to_string() })
}

fn columns(mapping: &Mapping, table: &Table) -> Map<String, Value> {
    let named = mapping.columns.iter().filter(|column| !column.header.is_empty());
    named
        .map(|column| {
            let used_as = match &column.used_as {
                ColumnUse::Ticket => "ticket",
                ColumnUse::Files => "files",
                ColumnUse::Note => "note",
                ColumnUse::Field { kind: SetupKind::Number, .. } if shows_hundredths(table, column.at) => {
                    "field:number shown as per cent"
                }
                ColumnUse::Field { kind, .. } => kind_name(*kind),
                ColumnUse::LeftOut(WhyLeftOut::Hidden) => "left out (hidden column)",
                ColumnUse::LeftOut(_) => "left out",
            };
            (column.header.clone(), json!(used_as))
        })
        .collect()
}

fn kind_name(kind: SetupKind) -> &'static str {
    match kind {
        SetupKind::List => "field",
        SetupKind::Date => "field:date",
        SetupKind::Time => "field:time",
        SetupKind::Number => "field:number",
        SetupKind::Text | SetupKind::LongText | SetupKind::Emails | SetupKind::Tags => "field:text",
    }
}

fn shows_hundredths(table: &Table, at: usize) -> bool {
    table.rows().filter_map(|row| row.cell(at)).any(|cell| match cell.value {
        tables::Value::Number(_) => tables::is_percent(cell.format),
        tables::Value::Text(text) => text.trim_end().ends_with('%'),
        _ => false,
    })
}

fn row_of(row: &RowReading, mapping: &Mapping) -> Value {
    let name = |value: &FieldValue| {
        mapping.columns.iter().find(|column| column.at == value.column).map(desk::batch::Column::name)
    };
    let fields: Map<String, Value> =
        row.fields.iter().filter_map(|value| Some((name(value)?, json!(&*value.value)))).collect();
    json!({
        "row": row.row,
        "ticket": row.ticket.as_ref().map(service_crm::TicketNumber::as_str),
        "fields": fields,
        "files": row.files,
        "hidden": row.hidden,
        "problems": row.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}
