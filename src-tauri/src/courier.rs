//! The courier at work in the app: whose clients it uses, and what the screen hears of it.

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use outbox::{AccountError, Accounts, Courier, Delivery, Outbox, OutboxError, Told};
use service_crm::Client;
use tauri::{AppHandle, Emitter, Manager};

use crate::clients::NoClient as NoKeys;
use crate::practice;
use crate::shell::{Opened, Shell};
use crate::views::ShellError;
use crate::views::accounts::KeysState;
use crate::views::outbox::{DeliveryProgress, DeliveryView, WaitingView};

/// Event: a delivery is new or changed; carries it.
const CHANGED: &str = "outbox-changed";
/// Event: how far a delivery has come.
const PROGRESS: &str = "outbox-progress";
/// Event: old deliveries were removed; carries their numbers.
const REMOVED: &str = "outbox-removed";
/// Event: something failed that no command was waiting for.
const FAILED: &str = "shell-failed";
/// Between two looks for deliveries that were kept long enough.
const TIDY: Duration = Duration::from_secs(6 * 60 * 60);

/// The app's accounts, for the courier.
pub(crate) struct AppAccounts(AppHandle);

impl Accounts for AppAccounts {
    async fn client(&self, account: &str) -> Result<Client, AccountError> {
        let shell = self.0.state::<Shell>();
        let failed = |error: ShellError| AccountError::Failed(format!("{error:?}"));
        if account == practice::ID {
            return shell.clients.practice().await.map_err(failed);
        }
        let settings = shell.accounts.settings();
        let kept = settings.account(account).ok_or(AccountError::Gone)?;
        shell.clients.of(kept).map_err(|error| match error {
            NoKeys::Keys => AccountError::Keys,
            NoKeys::Shell(error) => failed(error),
        })
    }
}

/// Starts the courier on an outbox that was just opened.
pub(crate) fn start(app: &AppHandle, outbox: Outbox) -> Opened {
    let (tell, told) = channel();
    let runtime = tauri::async_runtime::handle().inner().clone();
    let courier = Courier::start(outbox.clone(), AppAccounts(app.clone()), now, runtime, teller(app, tell));
    let telling = app.clone();
    std::thread::spawn(move || tell_screen(&telling, &told));
    let tidying = app.clone();
    tauri::async_runtime::spawn(async move {
        loop {
            let app = tidying.clone();
            // What cannot be removed now is removed another time.
            let _ = tauri::async_runtime::spawn_blocking(move || tidy(&app)).await;
            tokio::time::sleep(TIDY).await;
        }
    });
    Opened { outbox, courier }
}

/// Progress goes to the screen at once; what has to be read first, by a thread of its own.
fn teller(app: &AppHandle, tell: Sender<Told>) -> impl Fn(Told) + Send + Sync + 'static {
    let app = app.clone();
    move |told| match told {
        // A screen that has gone needs no progress.
        Told::Progress(id, progress) => drop(app.emit(PROGRESS, DeliveryProgress { id, progress })),
        other => drop(tell.send(other)),
    }
}

fn tell_screen(app: &AppHandle, told: &Receiver<Told>) {
    while let Ok(first) = told.recv() {
        let mut changed = HashSet::new();
        // What has piled up is told once.
        for told in std::iter::once(first).chain(told.try_iter()) {
            match told {
                Told::Changed(id) => drop(changed.insert(id)),
                Told::Unwritten(_, why) => drop(app.emit(FAILED, ShellError::Storage { why })),
                Told::Progress(..) => {}
            }
        }
        let shell = app.state::<Shell>();
        let Ok(opened) = shell.opened() else { return };
        let mut changed: Vec<i64> = changed.into_iter().collect();
        changed.sort_unstable();
        for id in changed {
            // One that was removed meanwhile is told of by that.
            if let Ok(delivery) = opened.outbox.delivery(id) {
                let _ = app.emit(CHANGED, view(&shell, opened, delivery));
            }
        }
        crate::closing::look(app);
    }
}

/// A delivery as the screen shows it, with why it waits.
pub(crate) fn view(shell: &Shell, opened: &Opened, delivery: Delivery) -> DeliveryView {
    let keys = || {
        let settings = shell.accounts.settings();
        settings
            .account(&delivery.account)
            .map_or(KeysState::Session, |account| shell.clients.keys_state(account))
    };
    let waiting = opened.courier.wait_reason(&delivery).map(|waiting| WaitingView::new(waiting, keys()));
    DeliveryView::new(delivery, waiting)
}

/// Removes what was done longer ago than the person wants it kept.
pub(crate) fn tidy(app: &AppHandle) -> Result<(), OutboxError> {
    let shell = app.state::<Shell>();
    let (Some(days), Ok(outbox)) = (shell.accounts.settings().preferences.keep_days, shell.outbox()) else {
        return Ok(());
    };
    let removed = outbox.forget_done(days, now())?;
    if !removed.is_empty() {
        // A screen that has gone shows no list.
        let _ = app.emit(REMOVED, removed);
    }
    Ok(())
}

/// Milliseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
