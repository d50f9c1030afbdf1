//! The screen's types, as TypeScript: generated from Rust, so that the two cannot drift apart.

use outbox::{
    DraftText, Ended, FieldFound, Finding, Job, KeptAttempt, LeftOut, NameFault, Query, State, Taking,
    Verdict, Wanted,
};
use service_crm::{
    AddressFault, Answer, Change, Code, Connection, Effect, Failure, FieldValue, Insecure, KeysFault,
    ListValue, NotRegular, NumberFault, Progress, Receipt, TimeFault, UpdateFault,
};
use team_setup::{
    Preset, SealFault, SetupFault, SetupField, SetupKind, SetupLimits, Summary, UnsealFault, ValueFault,
};
use ts_rs::{Config, TS};

use crate::accounts::{LeadStep, Preferences, Theme};
use crate::views::ShellError;
use crate::views::accounts::*;
use crate::views::draft::*;
use crate::views::fields::*;
use crate::views::files::*;
use crate::views::outbox::*;
use crate::views::setup::*;
use crate::views::ticket::*;

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
        Job,
        DraftView,
        DraftText,
        NotRegular,
        LeftOut,
        AttachedView,
        FilesView,
        PutBackView,
        NameFault,
        Renamed,
        Pasted,
        Opened,
        FolderFile,
        FolderView,
        FilesOver,
        NumberFault,
        TimeFault,
        UpdateFault,
        ValueFault,
        ChangeFault,
        DraftFault,
        SetupKind,
        ListValue,
        SetupField,
        FieldsFrom,
        FieldsAnswer,
        Preset,
        Presets,
        PresetFault,
        PresetsSaved,
        KeysState,
        LeadStep,
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
        Insecure,
        Code,
        Failure,
        Receipt,
        Connection,
        NotTried,
        Tried,
        Progress,
        Taking,
        State,
        WaitingView,
        Ended,
        Verdict,
        FieldFound,
        Finding,
        SentFileView,
        DeliveryView,
        KeptAttempt,
        DeliveryWhole,
        Wanted,
        Query,
        OutboxPage,
        OutboxTop,
        OutboxAccount,
        DeliveryProgress,
        UsedAgain,
        Sent,
        FieldValue,
        SeenTicket,
        TicketAnswer,
        LeadFound,
        LeadsAnswer,
        Storage,
        RescueView,
        Closing,
        CloseHow,
        Exported,
        SetupFault,
        UnsealFault,
        SetupLimits,
        Summary,
        Standing,
        KeysNeeded,
        Offer,
        SetupOpened,
        GivenKeys,
        SetupTaken,
        SetupForm,
        SetupToSave,
        SealFault,
        SetupSaved,
        WishView,
        ShellError,
    ];
    text
}

fn declaration<T: TS>(config: &Config) -> String {
    format!("\n{}export {}\n", T::docs().unwrap_or_default(), T::decl(config))
}
