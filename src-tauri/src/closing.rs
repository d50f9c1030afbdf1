//! Closing the window while something is on its way.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use outbox::WaitReason;
use tauri::{AppHandle, CloseRequestApi, Emitter, Manager, WebviewWindow};

use crate::shell::Shell;
use crate::views::outbox::{CloseHow, Closing as Asked};
use crate::window;

/// Event: the window was asked to close, and the person has to say how.
const CLOSING: &str = "closing";
/// The screen has the system tell what ended last; the app stays until that is shown.
const LAST_NOTICE: Duration = Duration::from_secs(2);

/// How far the closing has come.
#[derive(Default)]
pub(crate) struct Closing {
    /// The person was asked and has not yet answered.
    asked: AtomicBool,
    /// The window is gone from the screen, and the app ends when nothing goes on by itself any more.
    background: AtomicBool,
}

/// The window was asked to close. Where nothing is on its way it does; otherwise the person is asked. Asked a second
/// time before there is an answer, it closes: a screen that does not answer must not keep anybody.
pub(crate) fn requested(app: &AppHandle, api: &CloseRequestApi) {
    let shell = app.state::<Shell>();
    let Some(opened) = shell.opened_already() else { return };
    // Where the database cannot be read now, nothing is known to be on its way, and nothing is lost by closing.
    let Ok(top) = opened.outbox.top() else { return };
    if top.on_the_way.is_empty() || shell.closing.asked.swap(true, Ordering::SeqCst) {
        return;
    }
    api.prevent_close();
    let sending = opened.courier.under_way() as u64;
    let waiting = top.on_the_way_total.saturating_sub(sending);
    // A window without a screen is closed by being asked again.
    let _ = app.emit(CLOSING, Asked { sending, waiting });
}

/// The person stays.
pub(crate) fn stay(shell: &Shell) {
    shell.closing.asked.store(false, Ordering::SeqCst);
}

/// The person said how the window is to close.
pub(crate) async fn close(app: &AppHandle, window: &WebviewWindow, how: CloseHow) {
    let shell = app.state::<Shell>();
    match how {
        CloseHow::Background => {
            stay(&shell);
            shell.closing.background.store(true, Ordering::SeqCst);
            // Only a window that is going away cannot be hidden.
            let _ = window.hide();
            look(app);
        }
        CloseHow::Stop => end(app).await,
    }
}

/// Somebody started the app again while it worked in the background.
pub(crate) fn back(app: &AppHandle) {
    // Within the first moment of this start there is nothing to come back from.
    if let Some(shell) = app.try_state::<Shell>() {
        shell.closing.background.store(false, Ordering::SeqCst);
    }
    window::show(app);
}

/// Ends the app in the background when nothing goes on by itself any more.
pub(crate) fn look(app: &AppHandle) {
    if !is_over(app) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(LAST_NOTICE).await;
        // Somebody may have started the app again meanwhile.
        if is_over(&app) {
            end(&app).await;
        }
    });
}

/// Whether the app is in the background and nothing goes on by itself any more.
fn is_over(app: &AppHandle) -> bool {
    let shell = app.state::<Shell>();
    if !shell.closing.background.load(Ordering::SeqCst) {
        return false;
    }
    let goes_on = shell.opened_already().is_some_and(|opened| {
        opened.outbox.top().is_ok_and(|top| {
            top.on_the_way.iter().any(|delivery| {
                !matches!(
                    opened.courier.wait_reason(delivery),
                    Some(
                        WaitReason::BehindUnknown
                            | WaitReason::Keys
                            | WaitReason::KeysRefused
                            | WaitReason::AccountGone
                    )
                )
            })
        })
    });
    !goes_on
}

/// The app ends. What is written down is in its place then, so that the next start need not look through all of it.
pub(crate) fn ended(app: &AppHandle) {
    if let Some(opened) = app.state::<Shell>().opened_already() {
        // Where that fails, the next start looks.
        let _ = opened.outbox.rest();
    }
}

async fn end(app: &AppHandle) {
    if let Some(opened) = app.state::<Shell>().opened_already() {
        opened.courier.stop().await;
    }
    app.exit(0);
}
