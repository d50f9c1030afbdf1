//! One installation of the app, without a window: accounts and their keys, the draft and Send, the list of what was
//! sent, presets and team setups. Everything that the screen may ask for and that has a rule in it is an act of the
//! [`Desk`].
//!
//! Of the computer it knows a [`Host`]: the keychain, a folder for its files, how to tell an event, the clock. It knows
//! no window, no dialog, no HTTP and no SQL.

mod acts;
mod atomic_file;
pub mod batch;
mod blocking;
mod computer;
mod courier;
mod desk;
mod doubtful;
mod error;
mod event;
mod fields;
mod folder;
mod handed_over;
mod host;
mod kept;
mod keychain;
mod launch;
mod limits;
mod moving;
mod opening;
mod passing;
pub mod typescript;
pub mod views;

pub use acts::accounts::read_address;
pub use acts::keys_owner::hint_of_keys;
pub use acts::tickets::{read_number, ticket_of_files, ticket_of_text};
pub use desk::Desk;
pub use error::DeskError;
pub use event::Event;
pub use folder::name as file_name;
pub use handed_over::{Handed, of_paths, read_list};
pub use host::{Host, TIME_TO_UNDO};
pub use kept::keys::{KeepKeys, KeysState};
pub use kept::launch_requests::LaunchRequests;
pub use kept::settings::{LeadStep, Preferences, Theme};
pub use kept::settings_read::SettingsRescue;
pub use keychain::{Keychain, KeychainError};
pub use launch::{ENDING, LaunchRequest, requests};
pub use moving::moved;
// The words of the rooms below that stand in the desk's own.
pub use outbox::{
    AlreadyThere, Copying, DraftFile, DraftText, ExportWords, Query, RecentTicket, Removable, Removal,
    SizeBounds,
};
pub use service_crm::{Attachment, Change, Code, Failure, Keys, KeysHint, NamedTicket, Region, regions};
pub use team_setup::Preset;
