//! What lies in the system's clipboard and can be a file of the draft.
//!
//! Read here and not by the page: a web view hands over pictures on some systems only, and the paths of copied files
//! on none.

use std::io::Cursor;

use arboard::{Clipboard, ImageData};
use desk::views::files::Copied;
use image::{ExtendedColorType, ImageEncoder, codecs::png::PngEncoder};
use tauri::async_runtime::spawn_blocking;

/// The clipboard's content. What cannot be read is not there.
pub(crate) async fn copied() -> Copied {
    spawn_blocking(ask).await.unwrap_or(Copied::Nothing)
}

/// Blocks until the program that copied it has handed it over.
fn ask() -> Copied {
    let Ok(mut clipboard) = Clipboard::new() else { return Copied::Nothing };
    // First: a file manager may offer a picture of the files beside them.
    match clipboard.get().file_list() {
        Ok(files) if !files.is_empty() => return Copied::Files(files),
        _ => {}
    }
    match clipboard.get_image().ok().as_ref().and_then(png) {
        Some(picture) => Copied::Picture(picture),
        None => Copied::Nothing,
    }
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
