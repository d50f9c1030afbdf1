//! Small pictures of pictures. What is decoded came from anywhere, so it is bounded before it is begun: the bytes read
//! and the memory; and only formats are known that people send.

use std::fs::File;
use std::io::{BufReader, Cursor, Read};

use desk::{Attachment, DraftFile};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use tokio::sync::Semaphore;
use ts_rs::TS;

/// Points along the longer side: twice what the screen shows, for dense displays.
const SIDE: u32 = 96;
/// Bytes of a picture that are read at most.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of a picture's points, at most: 53 million of them, as the largest of phones make. Decoding takes up to three
/// times that.
const MOST_DECODED: u64 = 160 * 1024 * 1024;

/// The maker of thumbnails, one after the other: a hundred photos that were dropped at once take no more memory than one.
pub(crate) struct Thumbnails(Semaphore);

impl Default for Thumbnails {
    fn default() -> Self {
        Self(Semaphore::new(1))
    }
}

/// A picture on its way to the screen, as PNG: bytes, not JSON.
#[derive(Debug, TS)]
#[ts(type = "ArrayBuffer")]
pub(crate) struct Picture(Vec<u8>);

impl IpcResponse for Picture {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(self.0.into())
    }
}

impl Thumbnails {
    /// A small picture of a file of the draft; empty for one that is not there any more or not on this computer yet, is
    /// no picture, is too large or is damaged.
    pub(crate) async fn of(&self, file: Option<DraftFile>) -> Picture {
        let small = match file {
            // To be seen, a file of a service would be fetched.
            Some(file) if !file.attachment.is_online() => self.small(file.attachment).await,
            _ => None,
        };
        Picture(small.unwrap_or_default())
    }

    async fn small(&self, attachment: Attachment) -> Option<Vec<u8>> {
        let _turn = self.0.acquire().await.ok()?;
        // A decoder that panics has met a picture that is none.
        spawn_blocking(move || of(&attachment)).await.ok().flatten()
    }
}

/// Blocks, and for a large picture takes up to a second.
fn of(attachment: &Attachment) -> Option<Vec<u8>> {
    if attachment.stamp().size > MOST_BYTES {
        return None;
    }
    // It may be another file by now, a pipe for example.
    attachment.check().ok()?;
    let mut content = Vec::new();
    BufReader::new(File::open(attachment.path()).ok()?).take(MOST_BYTES).read_to_end(&mut content).ok()?;
    small(&content)
}

fn small(content: &[u8]) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp];
    if !reader.format().is_some_and(|format| known.contains(&format)) {
        return None;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_DECODED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if is_too_large(&decoder) {
        return None;
    }
    // Phones write pictures as the sensor lay, and beside them how they were held.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut small = DynamicImage::from_decoder(decoder).ok()?.thumbnail(SIDE, SIDE);
    small.apply_orientation(orientation);
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(small.into_rgba8()).write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

/// By what its head says, before room is made for it.
fn is_too_large(decoder: &impl ImageDecoder) -> bool {
    decoder.total_bytes() > MOST_DECODED
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut content = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut content, format).unwrap();
        content.into_inner()
    }

    #[test]
    fn each_known_format_becomes_a_small_png_of_its_shape() {
        for format in
            [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp]
        {
            let small = small(&picture(300, 150, format)).unwrap();
            assert_eq!(image::guess_format(&small).unwrap(), ImageFormat::Png);
            let small = image::load_from_memory(&small).unwrap();
            assert_eq!((small.width(), small.height()), (96, 48), "{format:?}");
        }
    }

    #[test]
    fn what_is_no_picture_or_only_part_of_one_is_none_and_harms_nobody() {
        assert_eq!(small(b""), None);
        assert_eq!(small(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
        for format in
            [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp]
        {
            let whole = picture(9, 9, format);
            for cut in 0..whole.len() {
                // A part may be enough for some formats; it must only come to an end.
                let _ = small(&whole[..cut]);
                let mut bent = whole.clone();
                bent[cut] ^= 0xff;
                let _ = small(&bent);
            }
        }
    }

    #[test]
    fn one_that_says_it_is_huge_is_not_decoded() {
        // The head of a PNG of 60 000 by 60 000 points, whose checksum is right, and nothing behind it.
        let mut huge = picture(1, 1, ImageFormat::Png);
        huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        let sum = crc(&huge[12..29]);
        huge[29..33].copy_from_slice(&sum.to_be_bytes());
        let decoder =
            ImageReader::new(Cursor::new(&huge)).with_guessed_format().unwrap().into_decoder().unwrap();
        assert_eq!(decoder.dimensions(), (60_000, 60_000), "its head is believed");
        assert!(is_too_large(&decoder));
        assert_eq!(small(&huge), None);
    }

    /// As PNG's specification has it.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |sum, &byte| {
            (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
        })
    }
}
