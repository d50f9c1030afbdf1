//! News for the screen, told without its asking. The one list of it: the screen's side is generated from here.

use serde::Serialize;

use crate::error::DeskError;
use crate::typescript::{ListedEvent, Typed};
use crate::views::draft::{AddingView, AttachedView, FilesOver};
use crate::views::files::FolderView;
use crate::views::outbox::{Closing, DeliveryProgress, DeliveryView};

macro_rules! events {
    ($($(#[doc = $doc:literal])* $name:ident($payload:ty),)*) => {
        /// News for the screen, told without its asking; serialised, it is what the event carries.
        #[derive(Debug, Clone, Serialize)]
        #[serde(untagged)]
        pub enum Event {
            $($(#[doc = $doc])* $name($payload),)*
        }

        impl Event {
            /// The name under which the screen hears it.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => stringify!($name),)*
                }
            }

            /// All events that there are.
            pub fn list() -> Vec<ListedEvent> {
                vec![$(ListedEvent {
                    name: stringify!($name),
                    docs: &[$($doc),*],
                    payload: Typed::of::<$payload>(),
                },)*]
            }
        }
    };
}

events! {
    /// A delivery is new or changed.
    OutboxChanged(Box<DeliveryView>),
    /// How far a delivery has come, at most 20 times a second for each.
    OutboxProgress(DeliveryProgress),
    /// Old deliveries were removed, as the settings say; their numbers.
    OutboxRemoved(Vec<i64>),
    /// Something failed that no command was waiting for.
    Failed(DeskError),
    /// An account has told its fields; the account's id.
    FieldsRead(String),
    /// The keychain has not answered for a while: it may be waiting for the person. Or it has, or nobody waits any more.
    KeychainWaits(bool),
    /// Something is asked from outside the window.
    LaunchRequested(()),
    /// The window was asked to close while something is on its way.
    Closing(Closing),
    /// Files hang over the window, or no longer do.
    FilesOver(FilesOver),
    /// Files are being looked at and copied to be added; null when that is over.
    AddingFiles(Option<AddingView>),
    /// Files were dropped, and this came of adding them.
    FilesDropped(AttachedView),
    /// Folders were dropped or pasted: none of their files is added yet.
    FolderListed(FolderView),
}
