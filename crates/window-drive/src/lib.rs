//! Drives the real window of the real app: on a virtual display, with a session bus and a keychain of its own,
//! through WebKit's own WebDriver. Linux only; the other systems have no such driver for their web views.
#![cfg(target_os = "linux")]

mod desk;
mod hands;
mod process;
mod window;

pub use desk::{Desk, Keychain};
pub use hands::Drag;
pub use window::Window;
