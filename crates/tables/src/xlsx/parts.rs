//! A workbook's parts: its sheets, in the order of their tabs.

use quick_xml::events::Event;

use crate::fault::TableFault;
use crate::package::Package;
use crate::sheet::Sheet;
use crate::xml;

pub(super) struct Parts {
    pub(super) sheets: Vec<SheetPart>,
}

pub(super) struct SheetPart {
    pub(super) shown: Sheet,
    /// The part's name.
    pub(super) part: String,
}

/// A part's relation: an ID, the kind of thing by the last word of its type, and where.
#[derive(Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

impl Parts {
    pub(super) fn read(package: &mut Package) -> Result<Self, TableFault> {
        let workbook = relations(package, "_rels/.rels", "")?
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        let (folder, _) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        let relations = relations(package, &relations_of(&workbook), folder)?;
        let part = package.part(&workbook)?.ok_or_else(|| TableFault::damaged("it has no workbook"))?;
        let mut reader = xml::reader(part);
        let mut buffer = Vec::new();
        let mut found = Vec::new();
        let mut active = None;
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "workbookView" if active.is_none() => {
                        let tab = xml::attribute(&element, "activeTab");
                        active = Some(tab.and_then(|tab| tab.parse().ok()).unwrap_or(0));
                    }
                    "sheet" => {
                        let name = xml::attribute(&element, "name").unwrap_or_default().into_owned();
                        let hidden =
                            xml::attribute(&element, "state").is_some_and(|state| state != "visible");
                        let id = xml::attribute(&element, "id").unwrap_or_default().into_owned();
                        found.push((name, !hidden, id));
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        let sheets = found
            .into_iter()
            .enumerate()
            .filter_map(|(tab, (name, visible, id))| {
                // A chart has a tab too, and no cells.
                let relation =
                    relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet")?;
                let shown = Sheet { name, visible, active: tab == active.unwrap_or(0) };
                Some(SheetPart { shown, part: relation.target.clone() })
            })
            .collect();
        Ok(Self { sheets })
    }
}

/// `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`.
pub(super) fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// Where a part's relations lead; those inside the file from its folder on, the others as they are written.
pub(super) fn relations(
    package: &mut Package,
    part: &str,
    folder: &str,
) -> Result<Vec<Relation>, TableFault> {
    let Some(part) = package.part(part)? else { return Ok(Vec::new()) };
    let mut reader = xml::reader(part);
    let mut buffer = Vec::new();
    let mut relations = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(TableFault::damaged)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let of = |name| xml::attribute(&element, name).unwrap_or_default().into_owned();
                let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
                let target = of("Target");
                let outside = of("TargetMode").eq_ignore_ascii_case("external");
                let target = if outside { target } else { inside(folder, &target) };
                relations.push(Relation { id: of("Id"), kind, target });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// A part's name, from a folder on.
fn inside(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_named_from_its_folder_on() {
        assert_eq!(inside("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(inside("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(inside("xl/worksheets", "..\\comments1.xml"), "xl/comments1.xml");
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
    }
}
