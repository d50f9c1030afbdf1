//! From the tree to a setup: every member by name, and nothing besides.

use std::collections::BTreeMap;

use service_crm::{AddressFault, Change, Host, ListValue, Organisation};
use uuid::Uuid;

use crate::check;
use crate::fault::SetupFault;
use crate::sealed_keys::SealedKeys;
use crate::setup::Preset;
use crate::setup::SetupAccount;
use crate::setup::SetupField;
use crate::setup::SetupKind;
use crate::setup::SetupLimits;
use crate::setup::TeamSetup;
use crate::signature::Signature;
use crate::text;
use crate::tree::{self, Node};
use crate::write::{PLAIN, SIGNED};

/// The longest address; a host's name has at most 253 characters (RFC 1035, 2.3.4).
const MOST_ADDRESS: usize = 300;

impl TeamSetup {
    /// Reads a file, whatever it is; of its signature only the form is asked.
    ///
    /// # Errors
    /// As [`TeamSetup::read_signed`].
    pub fn read(bytes: &[u8]) -> Result<Self, SetupFault> {
        Self::read_signed(bytes).map(|(setup, _)| setup)
    }

    /// Reads a file, whatever it is, and who signed it. One with a signature that is not its own is read, too: a person
    /// is told.
    ///
    /// Members that are not known are refused. A newer app that needs another member writes a newer version, so what
    /// is unknown in this version is a slip of the pen (`"mandatry"`), which would be passed over in silence, or
    /// something that should not be there.
    ///
    /// # Errors
    /// With the first thing that keeps it from being used.
    pub fn read_signed(bytes: &[u8]) -> Result<(Self, Signature), SetupFault> {
        let mut members = tree::read(bytes)?;
        let version = version(members.get("version"))?;
        check::no_keys(&members)?;
        // In the first version both members are unknown, as everything else is.
        let signature = if version == PLAIN { Signature::Unsigned } else { Signature::take(&mut members)? };
        let mut file = Members { place: String::new(), members };
        file.members.remove("format");
        file.members.remove("version");
        let setup = file.setup()?;
        setup.check()?;
        Ok((setup, signature))
    }
}

fn version(node: Option<&Node>) -> Result<u32, SetupFault> {
    match node {
        None => Err(SetupFault::Missing { place: "version".into() }),
        Some(Node::Count(version)) => match u32::try_from(*version) {
            Ok(version @ PLAIN..=SIGNED) => Ok(version),
            Ok(version) if version > SIGNED => Err(SetupFault::NewerVersion { version, known: SIGNED }),
            _ => Err(SetupFault::UnknownVersion),
        },
        Some(_) => Err(SetupFault::UnknownVersion),
    }
}

/// The members of one object, taken out one by one.
struct Members {
    /// Its path with a dot behind it; empty for the file itself.
    place: String,
    members: BTreeMap<String, Node>,
}

impl Members {
    fn open(node: Node, place: &str) -> Result<Self, SetupFault> {
        match node {
            Node::Members(members) => Ok(Self { place: format!("{place}."), members }),
            _ => Err(SetupFault::WrongKind { place: place.to_owned() }),
        }
    }

    fn place(&self, name: &str) -> String {
        format!("{}{name}", self.place)
    }

    fn take(&mut self, name: &str) -> Result<Node, SetupFault> {
        self.members.remove(name).ok_or_else(|| SetupFault::Missing { place: self.place(name) })
    }

    /// A member that may be missing, by what reads it.
    fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Node, &str) -> Result<T, SetupFault>,
    ) -> Result<Option<T>, SetupFault> {
        self.members.remove(name).map(|node| read(node, &self.place(name))).transpose()
    }

    fn needed<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Node, &str) -> Result<T, SetupFault>,
    ) -> Result<T, SetupFault> {
        let node = self.take(name)?;
        read(node, &self.place(name))
    }

    /// When everything that is known was taken, nothing may be left.
    fn done(self) -> Result<(), SetupFault> {
        match self.members.keys().next() {
            Some(name) => Err(SetupFault::UnknownMember { place: self.place(&text::shown(name)) }),
            None => Ok(()),
        }
    }

    fn setup(mut self) -> Result<TeamSetup, SetupFault> {
        let setup = TeamSetup {
            id: self.needed("id", id)?,
            revision: self.needed("revision", count)?,
            name: self.needed("name", text)?,
            account: self.needed("account", account)?,
            fields: self.optional("fields", |node, place| list(node, place, field))?.unwrap_or_default(),
            presets: self.optional("presets", |node, place| list(node, place, preset))?.unwrap_or_default(),
            limits: self.optional("limits", limits)?.unwrap_or_default(),
            sealed_keys: self.optional("sealed_keys", text)?.map(SealedKeys::read).transpose()?,
        };
        self.done()?;
        Ok(setup)
    }
}

fn account(node: Node, place: &str) -> Result<SetupAccount, SetupFault> {
    let mut account = Members::open(node, place)?;
    let read = SetupAccount {
        host: account.needed("host", host)?,
        organisation: account.needed("organisation", organisation)?,
        calls_per_window: account.needed("calls_per_5_seconds", count)?,
        lead_host: account.optional("lead_host", host)?,
    };
    account.done()?;
    Ok(read)
}

fn field(node: Node, place: &str) -> Result<SetupField, SetupFault> {
    let mut field = Members::open(node, place)?;
    let read = SetupField {
        name: field.needed("name", text)?,
        label: field.needed("label", text)?,
        kind: field.needed("kind", kind)?,
        group: field.optional("group", text)?,
        values: field.optional("values", |node, place| list(node, place, list_value))?.unwrap_or_default(),
        mandatory: field.optional("mandatory", truth)?.unwrap_or(false),
        locked: false,
        min_length: field.optional("min_length", count)?,
        max_length: field.optional("max_length", count)?,
        min_value: field.optional("min_value", number)?,
        max_value: field.optional("max_value", number)?,
        pattern: field.optional("pattern", text)?,
    };
    field.done()?;
    Ok(read)
}

fn list_value(node: Node, place: &str) -> Result<ListValue, SetupFault> {
    let mut value = Members::open(node, place)?;
    let read = ListValue { text: value.needed("text", text)?, value: value.needed("value", text)? };
    value.done()?;
    Ok(read)
}

fn preset(node: Node, place: &str) -> Result<Preset, SetupFault> {
    let mut preset = Members::open(node, place)?;
    let read = Preset {
        name: preset.needed("name", text)?,
        note: preset.optional("note", text)?,
        changes: preset.optional("changes", |node, place| list(node, place, change))?.unwrap_or_default(),
    };
    preset.done()?;
    Ok(read)
}

fn change(node: Node, place: &str) -> Result<Change, SetupFault> {
    let mut change = Members::open(node, place)?;
    let read = Change { field: change.needed("field", text)?, value: change.needed("value", text)? };
    change.done()?;
    Ok(read)
}

fn limits(node: Node, place: &str) -> Result<SetupLimits, SetupFault> {
    let mut limits = Members::open(node, place)?;
    let read = SetupLimits {
        largest_file: limits.optional("largest_file", count)?,
        endings: limits.optional("endings", |node, place| list(node, place, text))?,
    };
    limits.done()?;
    Ok(read)
}

fn text(node: Node, place: &str) -> Result<String, SetupFault> {
    match node {
        Node::Text(text) => Ok(text),
        _ => Err(SetupFault::WrongKind { place: place.to_owned() }),
    }
}

fn truth(node: Node, place: &str) -> Result<bool, SetupFault> {
    match node {
        Node::Truth(truth) => Ok(truth),
        _ => Err(SetupFault::WrongKind { place: place.to_owned() }),
    }
}

fn count<T: TryFrom<u64>>(node: Node, place: &str) -> Result<T, SetupFault> {
    let wrong = || SetupFault::WrongKind { place: place.to_owned() };
    match node {
        Node::Count(count) => count.try_into().map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers beyond 2^53 are nobody's limits")]
fn number(node: Node, place: &str) -> Result<f64, SetupFault> {
    match node {
        Node::Count(count) => Ok(count as f64),
        Node::Number(number) => Ok(number),
        _ => Err(SetupFault::WrongKind { place: place.to_owned() }),
    }
}

fn list<T>(
    node: Node,
    place: &str,
    read: impl Fn(Node, &str) -> Result<T, SetupFault>,
) -> Result<Vec<T>, SetupFault> {
    match node {
        Node::List(nodes) => {
            let read = |(at, node)| read(node, &format!("{place}[{at}]"));
            nodes.into_iter().enumerate().map(read).collect()
        }
        _ => Err(SetupFault::WrongKind { place: place.to_owned() }),
    }
}

fn kind(node: Node, place: &str) -> Result<SetupKind, SetupFault> {
    Ok(match text(node, place)?.as_str() {
        "list" => SetupKind::List,
        "text" => SetupKind::Text,
        "long_text" => SetupKind::LongText,
        "time" => SetupKind::Time,
        "date" => SetupKind::Date,
        "number" => SetupKind::Number,
        "emails" => SetupKind::Emails,
        "tags" => SetupKind::Tags,
        _ => return Err(SetupFault::Unreadable { place: place.to_owned() }),
    })
}

/// With hyphens, as it is written; the parser knows more forms.
fn id(node: Node, place: &str) -> Result<Uuid, SetupFault> {
    let text = text(node, place)?;
    let id = Uuid::try_parse(&text).ok().filter(|id| text.len() == 36 && !id.is_nil());
    id.ok_or_else(|| SetupFault::Unreadable { place: place.to_owned() })
}

fn host(node: Node, place: &str) -> Result<Host, SetupFault> {
    let address = address(node, place)?;
    let (host, organisation) = Host::parse(&address).map_err(|fault| not_an_address(fault, place))?;
    // More than a host was pasted, which might name another account than the file.
    if organisation.is_some() {
        return Err(SetupFault::Unreadable { place: place.to_owned() });
    }
    Ok(host)
}

fn organisation(node: Node, place: &str) -> Result<Organisation, SetupFault> {
    Organisation::parse(&address(node, place)?).map_err(|fault| not_an_address(fault, place))
}

/// Checked to be such as can be shown before it is parsed: its fault repeats it.
fn address(node: Node, place: &str) -> Result<String, SetupFault> {
    let address = text(node, place)?;
    text::name(&address, MOST_ADDRESS, || place.to_owned())?;
    Ok(address)
}

fn not_an_address(fault: AddressFault, place: &str) -> SetupFault {
    SetupFault::Address { place: place.to_owned(), fault }
}
