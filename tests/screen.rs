//! The screen's side of commands, events and types is that of the shell.

use std::path::Path;

#[test]
fn the_screens_side_is_generated_from_these_sources() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/shell");
    for (name, generated) in ticket_courier::screen::files() {
        let path = folder.join(name);
        if std::env::var_os("UPDATE_SCREEN").is_some() {
            std::fs::write(&path, &generated).unwrap();
        }
        // Git may check the file out with other line ends on Windows.
        let kept = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert_eq!(kept, generated, "{name} is stale: run `UPDATE_SCREEN=1 cargo test --test screen`");
    }
}
