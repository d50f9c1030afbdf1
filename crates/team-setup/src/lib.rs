//! The team setup file, `team.ticketcourier`: what an administrator sets up once, so that the others need to know
//! neither a host nor a schema name. `docs/team-setup-file.md` documents it member by member.
//!
//! ```
//! # use team_setup::*;
//! # let bytes = include_bytes!("../samples/support.ticketcourier");
//! let setup = TeamSetup::read(bytes)?;
//! println!("{} on {}", setup.summary().name, setup.summary().host);
//! assert_eq!(TeamSetup::read(setup.write().as_bytes()), Ok(setup));
//! # Ok::<(), SetupFault>(())
//! ```
//!
//! A file comes by email or from a shared folder, so nothing in it is believed: [`TeamSetup::read`] gives a setup that
//! keeps every rule, or one [`SetupFault`], whatever the bytes are. Keys are in it only under a passphrase
//! ([`TeamSetup::seal_keys`]).
//!
//! A file may be signed ([`TeamSetup::write_signed`], [`TeamSetup::read_signed`]). What is known of the team is the key
//! that its first file brought, which the caller keeps; [`Signature::beside`] says how another file stands to it.
//!
//! Before a person takes a setup, the screen can say what it changes ([`TeamSetup::differences`]), which of its fields
//! and values are called otherwise than they are ([`TeamSetup::shown_otherwise`]), and whether its hosts are the
//! vendor's ([`is_of_vendor`]).
//!
//! The crate knows the file. It opens none, and asks nobody: no window, no SQL, no HTTP.

mod check;
mod differences;
mod fault;
mod pattern;
mod read;
mod seal;
mod sealed_keys;
mod setup;
mod shown;
mod signature;
mod signing_key;
mod text;
mod tree;
mod value;
mod write;

pub use differences::Difference;
pub use fault::SetupFault;
pub use pattern::{PatternFault, check_pattern};
pub use seal::{LEAST_PASSPHRASE, SealFault, UnsealFault};
pub use sealed_keys::SealedKeys;
pub use setup::{
    Age, MOST_REVISIONS_AT_ONCE, Preset, SetupAccount, SetupField, SetupKind, SetupLimits, Summary,
    TeamSetup, UpdateFault,
};
pub use shown::{ShownOtherwise, is_of_vendor};
pub use signature::{Provenance, Signature};
pub use signing_key::{PublicKey, SigningKey, SigningKeyFault};
pub use tree::MOST_BYTES;
pub use value::{ValueFault, read_value};
