//! People's names for columns.

use service_crm::typed::is_invisible;

/// A header as it is shown: line breaks and runs of spaces are one space.
pub(super) fn spaced(header: &str) -> String {
    let visible: String = header.chars().filter(|letter| !is_invisible(*letter)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A header as it is compared: case, `_` and `-` for a space, and `.:#*` at the end do not count.
pub(super) fn folded(header: &str) -> String {
    let small = spaced(&header.replace(['_', '-'], " ")).to_lowercase();
    let bare = small.trim_end_matches(['.', ':', '#', '*', ' ']);
    // "#" alone is a name too.
    if bare.is_empty() { small.chars().take(1).collect() } else { bare.to_owned() }
}

/// A column name's meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Ticket,
    /// A ticket's number, or only a count of the rows.
    TicketOrCount,
    Files,
    Note,
    Text,
    Time,
    Date,
    /// A field that no other word here fits.
    Field,
}

pub(super) fn meaning(header: &str) -> Option<Meaning> {
    let name = folded(header);
    let is = |names: &[&str]| names.contains(&name.as_str());
    let found = if is(TICKET) {
        Meaning::Ticket
    } else if is(TICKET_OR_COUNT) {
        Meaning::TicketOrCount
    } else if is(FILES) {
        Meaning::Files
    } else if is(NOTE) {
        Meaning::Note
    } else if is(TEXT) {
        Meaning::Text
    } else if is(TIME) || name.ends_with(" at") || name.ends_with(" time") {
        Meaning::Time
    } else if is(DATE) || name.ends_with(" date") || name.ends_with(" on") {
        Meaning::Date
    } else if is(FIELD) {
        Meaning::Field
    } else {
        return None;
    };
    Some(found)
}

/// Whether a cell is the name of a column that the app knows: what tells a text's separator.
pub fn is_known_name(cell: &str) -> bool {
    // A cell of a whole page is none, and folding it would cost.
    cell.len() <= 100 && meaning(cell).is_some()
}

const TICKET: &[&str] = &[
    "ticket",
    "# ticket",
    "ticket no",
    "ticket nr",
    "ticket num",
    "ticket number",
    "ticket numbers",
    "ticket id",
    "ticket ref",
    "ticket reference",
    "tickets",
    "ticketno",
    "ticketnr",
    "ticketid",
    "ticketnumber",
    "ticketnummer",
    "ticket nummer",
    "service ticket",
    "service ticket no",
    "service ticket number",
    "service ticket id",
    "case",
    "case no",
    "case number",
    "case id",
    "incident",
    "incident no",
    "incident number",
    "request no",
    "request number",
    "complaint no",
    "complaint number",
    "vorgang",
    "vorgangsnummer",
    "n° ticket",
    "n° de ticket",
    "numéro de ticket",
    "nº de ticket",
    "número de ticket",
    "टिकट",
    "टिकट संख्या",
    "टिकट नंबर",
    "टिकट क्रमांक",
];

const TICKET_OR_COUNT: &[&str] = &[
    "no",
    "nr",
    "#",
    "num",
    "number",
    "id",
    "ref",
    "reference",
    "sr",
    "sr no",
    "s no",
    "sno",
    "sl",
    "sl no",
    "si no",
    "serial",
    "serial no",
    "row",
    "lfd nr",
    "lfd. nr",
    "pos",
    "nummer",
    "n°",
    "nº",
    "numéro",
    "número",
    "क्रमांक",
    "क्रम संख्या",
];

const FILES: &[&str] = &[
    "file",
    "files",
    "file name",
    "file names",
    "filename",
    "filenames",
    "paper",
    "papers",
    "attachment",
    "attachments",
    "document",
    "documents",
    "doc",
    "docs",
    "scan",
    "scans",
    "pdf",
    "pdfs",
    "enclosure",
    "enclosures",
    "datei",
    "dateien",
    "dateiname",
    "anhang",
    "anhänge",
    "dokument",
    "dokumente",
    "unterlagen",
    "fichier",
    "fichiers",
    "pièce jointe",
    "pièces jointes",
    "archivo",
    "archivos",
    "adjunto",
    "adjuntos",
    "फ़ाइल",
    "फाइल",
    "फ़ाइलें",
    "फाइलें",
    "दस्तावेज़",
    "दस्तावेज",
];

const NOTE: &[&str] = &["note", "notes", "notiz", "notizen", "nota", "नोट"];

const TEXT: &[&str] = &[
    "comment",
    "comments",
    "remark",
    "remarks",
    "description",
    "subject",
    "title",
    "details",
    "message",
    "text",
    "reason",
    "resolution",
    "address",
    "kommentar",
    "kommentare",
    "bemerkung",
    "bemerkungen",
    "beschreibung",
    "betreff",
    "commentaire",
    "commentaires",
    "remarque",
    "remarques",
    "comentario",
    "comentarios",
    "descripción",
    "टिप्पणी",
    "विवरण",
];

const TIME: &[&str] = &["time", "date and time", "datetime", "timestamp", "uhrzeit", "zeitpunkt", "समय"];

const DATE: &[&str] = &[
    "due",
    "date",
    "deadline",
    "due by",
    "datum",
    "fällig",
    "fällig am",
    "frist",
    "échéance",
    "fecha",
    "vencimiento",
    "दिनांक",
    "तारीख",
    "देय तिथि",
];

const FIELD: &[&str] = &[
    "status",
    "state",
    "stage",
    "priority",
    "owner",
    "assigned to",
    "assignee",
    "agent",
    "team",
    "group",
    "category",
    "type",
    "sub type",
    "source",
    "origin",
    "customer",
    "name",
    "email",
    "e mail",
    "phone",
    "mobile",
    "city",
    "country",
    "product",
    "amount",
    "refund",
    "price",
    "total",
    "share",
    "zustand",
    "priorität",
    "besitzer",
    "zuständig",
    "kategorie",
    "kunde",
    "betrag",
    "preis",
    "statut",
    "état",
    "priorité",
    "montant",
    "estado",
    "prioridad",
    "importe",
    "स्थिति",
    "प्राथमिकता",
    "राशि",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_case_and_signs_at_the_end_do_not_count() {
        for ticket in ["Ticket", " TICKET # ", "Ticket\r\nno.", "ticket_number:", "Ticket-Nr.", "Ticket  ID*"]
        {
            assert_eq!(meaning(ticket), Some(Meaning::Ticket), "{ticket}");
        }
        for count in ["No.", "#", "Sr.", "Sr. No", "ID"] {
            assert!(matches!(meaning(count), Some(Meaning::TicketOrCount) | None), "{count}");
        }
        assert_eq!(meaning("#"), Some(Meaning::TicketOrCount));
        assert_eq!(meaning("Visit at"), Some(Meaning::Time));
        assert_eq!(meaning(""), None);
        assert_eq!(spaced("Due\n date "), "Due date");
    }
}
