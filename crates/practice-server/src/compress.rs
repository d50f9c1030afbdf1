//! Answers in gzip, honest and not.

use std::io::{self, Write as _};

use flate2::{Compress, Compression, Crc, FlushCompress, write::GzEncoder};

/// RFC 1952: the magic number, deflate, no flags, no time, no hints, an unknown system.
const GZIP_HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

const MIB: usize = 1024 * 1024;

/// How much a bomb holds before the answer, in MiB.
const BOMB_MIB: usize = 256;

/// The bytes in gzip.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// Valid gzip that unpacks to 256 MiB of blanks and then `answer` (still the same JSON, to whoever reads it all).
///
/// One MiB is compressed and its bytes repeated, which a full flush allows: what stands behind it does not refer
/// back. Compressing all of it would take seconds in a debug build.
pub fn gzip_bomb(answer: &[u8]) -> io::Result<Vec<u8>> {
    let blanks = vec![b' '; MIB];
    let mut mebibyte = Vec::with_capacity(MIB);
    Compress::new(Compression::best(), false).compress_vec(&blanks, &mut mebibyte, FlushCompress::Full)?;
    let mut end = Vec::with_capacity(answer.len() + 1024);
    Compress::new(Compression::best(), false).compress_vec(answer, &mut end, FlushCompress::Finish)?;

    let mut blanks_sum = Crc::new();
    blanks_sum.update(&blanks);
    let mut answer_sum = Crc::new();
    answer_sum.update(answer);
    let mut sum = Crc::new();
    let mut bomb = GZIP_HEAD.to_vec();
    for _ in 0..BOMB_MIB {
        bomb.extend_from_slice(&mebibyte);
        sum.combine(&blanks_sum);
    }
    bomb.extend_from_slice(&end);
    sum.combine(&answer_sum);
    bomb.extend_from_slice(&sum.sum().to_le_bytes());
    bomb.extend_from_slice(&sum.amount().to_le_bytes());
    Ok(bomb)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn a_bomb_is_small_valid_and_ends_in_the_answer() {
        let bomb = gzip_bomb(b"{}").unwrap();
        assert!(bomb.len() < MIB, "{} bytes", bomb.len());
        let mut chunk = vec![0; MIB];
        let mut unpacker = GzDecoder::new(&bomb[..]);
        for _ in 0..BOMB_MIB {
            unpacker.read_exact(&mut chunk).unwrap();
        }
        let mut end = String::new();
        unpacker.read_to_string(&mut end).unwrap();
        assert_eq!(end, "{}", "and the checksum is right, or reading would have failed");
    }
}
