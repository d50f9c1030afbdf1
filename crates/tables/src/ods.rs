//! An OpenDocument spreadsheet. Everything that counts stands in its XML beside each cell (the kind of value, how it is
//! shown, its link), and a reader of values alone would have to be put together with a second pass over all of it; so
//! it is read in one.

mod cells;

use quick_xml::events::Event;

use bytes::Bytes;

use crate::package::Package;
use crate::{Kind, Sheet, Table, TableFault, xml};

pub(crate) struct Ods {
    package: Package,
}

impl Ods {
    pub(crate) fn open(bytes: Bytes) -> Result<(Self, Vec<Sheet>), TableFault> {
        let mut package = Package::open(bytes)?;
        if is_encrypted(&mut package)? {
            return Err(TableFault::Password { kind: Kind::Ods });
        }
        let active = active_sheet(&mut package)?;
        let sheets = sheets(&mut package, active.as_deref())?;
        Ok((Self { package }, sheets))
    }

    pub(crate) fn read(&mut self, sheet: usize, stop: &dyn Fn() -> bool) -> Result<Table, TableFault> {
        cells::read(content(&mut self.package)?, sheet, stop)
    }
}

fn content(package: &mut Package) -> Result<crate::package::Part<'_>, TableFault> {
    package.part("content.xml")?.ok_or_else(|| TableFault::damaged("it has no content"))
}

fn is_encrypted(package: &mut Package) -> Result<bool, TableFault> {
    let Some(part) = package.part("META-INF/manifest.xml")? else { return Ok(false) };
    let mut reader = xml::reader(part);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// The sheet in front, by its name.
fn active_sheet(package: &mut Package) -> Result<Option<String>, TableFault> {
    let Some(part) = package.part("settings.xml")? else { return Ok(None) };
    let mut reader = xml::reader(part);
    let mut buffer = Vec::new();
    let mut name: Option<String> = None;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "config-item" => {
                let wanted = xml::attribute(&element, "name").is_some_and(|name| name == "ActiveTable");
                name = wanted.then(String::new);
            }
            Event::Text(text) => name.iter_mut().for_each(|name| name.push_str(&text.xml10_content())),
            Event::GeneralRef(reference) => {
                name.iter_mut().try_for_each(|name| xml::push_reference(&reference, name))?;
            }
            Event::End(element) if element.local_name().as_ref() == "config-item" && name.is_some() => {
                return Ok(name);
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

fn sheets(package: &mut Package, active: Option<&str>) -> Result<Vec<Sheet>, TableFault> {
    let mut reader = xml::reader(content(package)?);
    let mut buffer = Vec::new();
    let (mut style, mut hidden_styles) = (String::new(), Vec::new());
    let (mut sheets, mut depth) = (Vec::new(), 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = xml::attribute(&element, "name").unwrap_or_default().into_owned(),
                "table-properties"
                    if xml::attribute(&element, "display").is_some_and(|shown| shown == "false") =>
                {
                    hidden_styles.push(style.clone());
                }
                "table" => {
                    depth += 1;
                    if depth == 1 {
                        let name = xml::attribute(&element, "name").unwrap_or_default().into_owned();
                        let style = xml::attribute(&element, "style-name").unwrap_or_default();
                        let visible = !hidden_styles.iter().any(|hidden| *hidden == *style);
                        let active = active == Some(name.as_str());
                        sheets.push(Sheet { name, visible, active });
                    }
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "table" => {
                depth = depth.saturating_sub(1);
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}
