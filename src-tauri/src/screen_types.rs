//! The screen's types, as TypeScript: generated from Rust, so that the two cannot drift apart.

use outbox::{DraftText, LeftOut, Outcome};
use service_crm::{
    AddressFault, Answer, Change, Code, Connection, Effect, Failure, Field, FieldKind, KeysFault, NotRegular,
    Progress, Receipt, UpdateFault,
};
use ts_rs::{Config, TS};

use crate::accounts::{Preferences, Theme};
use crate::views::*;

const HEADER: &str = "// Generated from the Rust types; do not edit: `UPDATE_TYPES=1 cargo test --test screen_types` writes this file.\n";

/// Declarations of everything that commands and events carry.
pub fn declarations() -> String {
    // Sizes and times stay far below 2^53.
    let config = Config::new().with_large_int("number");
    let mut text = HEADER.to_owned();
    macro_rules! declare {
        ($($ty:ty),* $(,)?) => { $( text += &declaration::<$ty>(&config); )* };
    }
    declare![
        Change,
        FileKind,
        AttachmentView,
        DraftView,
        DraftText,
        NotRegular,
        LeftOut,
        AttachedView,
        FilesOver,
        UpdateFault,
        FieldKind,
        Field,
        KeysState,
        AccountView,
        Theme,
        Preferences,
        Overview,
        KeepKeys,
        AccountForm,
        FormFault,
        AddressFault,
        KeysFault,
        AccountFault,
        SaveResult,
        AddressView,
        Effect,
        Answer,
        Code,
        Failure,
        Receipt,
        Connection,
        NotTried,
        Tried,
        Progress,
        Outcome,
        SentFileView,
        DeliveryView,
        HistoryPageView,
        UsedAgain,
        Sent,
        ShellError,
    ];
    text
}

fn declaration<T: TS>(config: &Config) -> String {
    format!("\n{}export {}\n", T::docs().unwrap_or_default(), T::decl(config))
}
