//! From bytes to a tree of JSON, strictly: no member twice, nothing deeper than a setup is, nothing larger.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;

use crate::fault::SetupFault;
use crate::text;

/// The largest file that is looked at, in bytes: 1 MiB. A setup of hundreds of fields is a tenth of it.
pub const MOST_BYTES: usize = 1024 * 1024;
/// The mark that tells the file from other JSON.
pub(crate) const FORMAT: &str = "ticket-courier-team-setup";
/// A setup has five levels: its fields, a field, its values, a value.
const MOST_DEPTH: usize = 8;

/// A value of JSON.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Node {
    Null,
    Truth(bool),
    /// A whole number that is not negative, and not too large to be exact.
    Count(u64),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Members(BTreeMap<String, Node>),
}

/// Reads what says of itself that it is a setup; the version is not looked at.
pub(crate) fn read(bytes: &[u8]) -> Result<BTreeMap<String, Node>, SetupFault> {
    if bytes.len() > MOST_BYTES {
        return Err(SetupFault::TooLarge { bytes: bytes.len(), most: MOST_BYTES });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(SetupFault::Utf16);
    }
    // Some editors put it there.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    // Half a setup should be told that it is damaged; a picture, that it is none.
    let was_one = bytes.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes());
    let damaged = |fault| if was_one { fault } else { SetupFault::NotASetup };
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        damaged(SetupFault::Damaged { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() })
    })?;
    match parse(text).map_err(damaged)? {
        Node::Members(members) if members.get("format") == Some(&Node::Text(FORMAT.into())) => Ok(members),
        _ => Err(SetupFault::NotASetup),
    }
}

fn parse(text: &str) -> Result<Node, SetupFault> {
    let refused = Cell::new(None);
    let mut json = serde_json::Deserializer::from_str(text);
    let node = Level { depth: 0, refused: &refused }
        .deserialize(&mut json)
        .and_then(|node| json.end().map(|()| node));
    node.map_err(|error| {
        let line = error.line();
        match refused.take() {
            Some(Refused::TooDeep) => SetupFault::TooDeep { line },
            Some(Refused::Twice(member)) => SetupFault::MemberTwice { member, line },
            None if error.classify() == Category::Eof => SetupFault::CutOff { line },
            None => SetupFault::Damaged { line },
        }
    })
}

/// Text that is no JSON for us though it is JSON. It passes the parser by, whose errors are only words.
enum Refused {
    TooDeep,
    Twice(String),
}

#[derive(Clone, Copy)]
struct Level<'a> {
    depth: usize,
    refused: &'a Cell<Option<Refused>>,
}

impl Level<'_> {
    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == MOST_DEPTH {
            return Err(self.refuse(Refused::TooDeep));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn refuse<E: serde::de::Error>(self, why: Refused) -> E {
        self.refused.set(Some(why));
        E::custom("refused")
    }
}

impl<'de> DeserializeSeed<'de> for Level<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Node, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Node, E> {
        Ok(Node::Truth(truth))
    }

    fn visit_u64<E>(self, count: u64) -> Result<Node, E> {
        Ok(Node::Count(count))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "of a number that is below zero only its size is of interest"
    )]
    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut json: A) -> Result<Node, A::Error> {
        let below = self.below()?;
        let mut list = Vec::new();
        while let Some(node) = json.next_element_seed(below)? {
            list.push(node);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut json: A) -> Result<Node, A::Error> {
        let below = self.below()?;
        let mut members = BTreeMap::new();
        while let Some(name) = json.next_key::<String>()? {
            // The second of two would win in one reader and lose in another.
            if members.contains_key(&name) {
                return Err(self.refuse(Refused::Twice(text::shown(&name))));
            }
            let node = json.next_value_seed(below)?;
            members.insert(name, node);
        }
        Ok(Node::Members(members))
    }
}
