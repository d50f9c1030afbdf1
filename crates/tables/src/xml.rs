//! Reading XML, event by event.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart};

use crate::TableFault;

/// A reader that takes what spreadsheet programs write: an empty element is a start and an end.
pub(crate) fn reader<R: BufRead>(part: R) -> Reader<R> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    reader
}

/// An attribute's value, by its name without a prefix.
pub(crate) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok())
}

/// Whether an attribute says yes.
pub(crate) fn says_yes(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
}

/// `&amp;`, `&#x93F;`. What stands for nothing known stays as it is written.
pub(crate) fn push_reference(reference: &BytesRef<'_>, text: &mut String) -> Result<(), TableFault> {
    if let Some(letter) = reference.resolve_char_ref().map_err(TableFault::damaged)? {
        text.push(letter);
        return Ok(());
    }
    let name: &str = reference;
    match quick_xml::escape::resolve_xml_entity(name) {
        Some(letter) => text.push_str(letter),
        None => {
            text.push('&');
            text.push_str(name);
            text.push(';');
        }
    }
    Ok(())
}
