//! The system's clipboard, as far as its content can be a file of the draft.
//!
//! Read here and not by the page: a web view hands over pictures on some systems only, and the paths of copied files
//! on none.

use std::io::Cursor;

use arboard::{Clipboard, ImageData};
use desk::Handed;
use desk::views::files::Copied;
use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use tauri::AppHandle;
use tauri::async_runtime::spawn_blocking;

/// The clipboard's content. What cannot be read is not there.
pub(crate) async fn copied(app: &AppHandle) -> Copied {
    let files = files(app).await;
    let more = spawn_blocking(text_and_picture);
    // Where files are, a file manager may offer a picture and the names of them beside.
    if files.is_empty() { more.await.unwrap_or_default() } else { Copied { files, ..Copied::default() } }
}

/// The list as it was copied: names that are no text would get lost on any other way.
#[cfg(target_os = "linux")]
async fn files(app: &AppHandle) -> Vec<Handed> {
    use gtk::{Clipboard, gdk};

    let (list, copied) = tokio::sync::oneshot::channel();
    let asked = app.run_on_main_thread(move || {
        let target = gdk::Atom::intern("text/uri-list");
        Clipboard::get(&gdk::SELECTION_CLIPBOARD).request_contents(&target, |_, data| {
            // Who asked has gone only where the app ends.
            let _ = list.send(data.data());
        });
    });
    match asked {
        Ok(()) => desk::read_list(&copied.await.unwrap_or_default(), false),
        Err(_) => Vec::new(),
    }
}

/// Blocks until the program that copied them has handed them over.
#[cfg(not(target_os = "linux"))]
async fn files(_: &AppHandle) -> Vec<Handed> {
    let ask = || Clipboard::new().and_then(|mut clipboard| clipboard.get().file_list()).unwrap_or_default();
    desk::of_paths(spawn_blocking(ask).await.unwrap_or_default())
}

/// Blocks until the program that copied it has handed it over.
fn text_and_picture() -> Copied {
    let Ok(mut clipboard) = Clipboard::new() else { return Copied::default() };
    let picture = clipboard.get_image().ok().as_ref().and_then(png);
    Copied { files: Vec::new(), text: clipboard.get_text().ok(), picture }
}

/// None where the sizes do not fit together.
fn png(picture: &ImageData<'_>) -> Option<Vec<u8>> {
    let (width, height) = (u32::try_from(picture.width).ok()?, u32::try_from(picture.height).ok()?);
    let bytes = u64::from(width).checked_mul(u64::from(height))?.checked_mul(4)?;
    if bytes == 0 || bytes != picture.bytes.len() as u64 {
        return None;
    }
    let mut png = Cursor::new(Vec::new());
    PngEncoder::new(&mut png).write_image(&picture.bytes, width, height, ExtendedColorType::Rgba8).ok()?;
    Some(png.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_the_same_as_png_and_one_of_wrong_size_is_none() {
        let bytes = vec![1, 2, 3, 255, 4, 5, 6, 128];
        let picture = |width, height| ImageData { width, height, bytes: (&bytes).into() };
        let made = png(&picture(2, 1)).unwrap();
        assert_eq!(image::load_from_memory(&made).unwrap().into_rgba8().into_raw(), bytes);
        assert!(png(&picture(2, 2)).is_none() && png(&picture(0, 1)).is_none());
        assert!(png(&picture(usize::MAX, 2)).is_none());
    }
}
