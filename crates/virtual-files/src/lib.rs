//! Files that Windows programs hand over without a path: an attachment or a mail dragged out of Outlook, a file in an
//! open zip, a picture out of a browser. What they hand over, and copy into the clipboard, is a data object with a list of
//! names and, under each one's number, its content:
//! <https://learn.microsoft.com/windows/win32/shell/clipboard#cfstr_filecontents>.

#[cfg(windows)]
mod data_object;
mod descriptor;
mod unread;

#[cfg(windows)]
pub use data_object::{files, in_clipboard, read};
pub use descriptor::{Described, Malformed, described};
pub use unread::Unread;
