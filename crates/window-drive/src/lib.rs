//! Drives the real window of the real app: on a virtual display, with a session bus and a keychain of its own,
//! through WebKit's own WebDriver. Linux only; the other systems have no such driver for their web views.
#![cfg(target_os = "linux")]

mod app;
mod clipboard;
mod desk;
mod hands;
mod notices;
mod process;
mod window;

pub use app::App;
pub use clipboard::Copied;
pub use desk::{Desk, Keychain};
pub use hands::Drag;
pub use notices::Notices;
pub use window::Window;
