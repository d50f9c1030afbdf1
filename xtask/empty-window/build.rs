//! Tauri's generated parts; then without the schemas for editors, which it leaves in the source.

fn main() {
    tauri_build::build();
    // They are nobody's: nothing is lost when they stay.
    let _ = std::fs::remove_dir_all("gen");
}
