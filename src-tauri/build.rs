//! Builds the parts of the app that tauri generates: the capabilities, and on Windows the resources.

fn main() {
    // A capabilities pattern of one's own makes tauri-build emit no rerun lines, so they stand here.
    for path in ["src-tauri/build.rs", "src-tauri/capabilities", "ui/dist", "tauri.conf.json"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new());
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri-build: {error:#}");
    }
}
