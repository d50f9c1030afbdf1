//! The screen's types are those of the shell.

use std::path::Path;

#[test]
fn the_screens_types_are_generated_from_these_sources() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/shell/types.ts");
    let generated = ticket_courier::screen_types::declarations();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    // Git may check the file out with other line ends on Windows.
    let kept = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert_eq!(kept, generated, "stale: run `UPDATE_TYPES=1 cargo test --test screen_types`");
}
