//! A start that gets no window.
#![cfg(target_os = "linux")]

use std::process::Command;

/// As `docs/administrators.md` names it.
const NO_WINDOW: i32 = 69;

#[test]
fn a_start_without_a_window_says_what_is_missing_and_touches_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut app = Command::new(env!("CARGO_BIN_EXE_ticket-courier"));
    app.env_clear();
    for folder in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"] {
        app.env(folder, home.path());
    }
    let ended = app.output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(NO_WINDOW), "{said}");
    assert!(said.contains("cannot open its window") && said.contains("WebKitGTK"), "{said}");
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "nothing is made");
}
