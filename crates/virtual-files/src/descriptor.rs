//! The list of names, `FILEGROUPDESCRIPTORW`: how many there are, and 592 bytes for each. It comes from another program,
//! so nothing in it is believed.

/// Bytes of one `FILEDESCRIPTORW`, and where in it lie what is wanted:
/// <https://learn.microsoft.com/windows/win32/api/shlobj_core/ns-shlobj_core-filedescriptorw>.
const ENTRY: usize = 592;
const FLAGS: usize = 0;
const ATTRIBUTES: usize = 36;
const SIZE_HIGH: usize = 64;
const SIZE_LOW: usize = 68;
const NAME: usize = 72;

/// Flags: the attributes are meant, the size is.
const FD_ATTRIBUTES: u32 = 0x4;
const FD_FILESIZE: u32 = 0x40;
const FILE_ATTRIBUTE_DIRECTORY: u32 = 0x10;

/// A file that is handed over without a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// Its number in the data object, by which its content is asked for.
    pub number: i32,
    /// Its name, without the folders that may stand before it. Never empty, and none of `.` and `..`; otherwise as the
    /// other program has it.
    pub name: String,
    /// Bytes, where the other program says so.
    pub size: Option<u64>,
}

/// The list is shorter than it says.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a list of files that breaks off")]
pub struct Malformed;

/// The files of a list; folders and what has no name are left out, and keep their numbers.
///
/// # Errors
/// When it breaks off.
pub fn described(list: &[u8]) -> Result<Vec<Described>, Malformed> {
    let count = word(list, 0).ok_or(Malformed)? as usize;
    // What follows the last one is none of it: memory is handed out in larger pieces.
    let entries = list.get(4..).and_then(|rest| rest.get(..count.checked_mul(ENTRY)?)).ok_or(Malformed)?;
    let (entries, _) = entries.as_chunks::<ENTRY>();
    let numbered = (0..).zip(entries);
    Ok(numbered.filter_map(|(number, entry)| file(number, entry)).collect())
}

fn file(number: i32, entry: &[u8; ENTRY]) -> Option<Described> {
    let flags = word(entry, FLAGS)?;
    let is_folder = flags & FD_ATTRIBUTES != 0 && word(entry, ATTRIBUTES)? & FILE_ATTRIBUTE_DIRECTORY != 0;
    if is_folder {
        return None;
    }
    let size = (u64::from(word(entry, SIZE_HIGH)?) << 32) | u64::from(word(entry, SIZE_LOW)?);
    let size = (flags & FD_FILESIZE != 0).then_some(size);
    Some(Described { number, name: name(&entry[NAME..])?, size })
}

/// The last part of a way, which ends at its first zero or with its room.
fn name(utf16: &[u8]) -> Option<String> {
    let (letters, _) = utf16.as_chunks::<2>();
    let letters: Vec<u16> =
        letters.iter().map(|letter| u16::from_le_bytes(*letter)).take_while(|letter| *letter != 0).collect();
    let way = String::from_utf16_lossy(&letters);
    let name = way.rsplit(['\\', '/']).next()?;
    (!["", ".", ".."].contains(&name)).then(|| name.to_owned())
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(flags: u32, attributes: u32, size: u64, name: &str) -> Vec<u8> {
        let mut entry = vec![0; ENTRY];
        let mut put = |at: usize, word: u32| entry[at..at + 4].copy_from_slice(&word.to_le_bytes());
        put(FLAGS, flags);
        put(ATTRIBUTES, attributes);
        put(SIZE_HIGH, u32::try_from(size >> 32).unwrap());
        put(SIZE_LOW, size as u32);
        for (place, letter) in entry[NAME..].as_chunks_mut::<2>().0.iter_mut().zip(name.encode_utf16()) {
            *place = letter.to_le_bytes();
        }
        entry
    }

    fn list(count: u32, entries: &[Vec<u8>]) -> Vec<u8> {
        [count.to_le_bytes().to_vec(), entries.concat()].concat()
    }

    fn file(number: i32, name: &str, size: Option<u64>) -> Described {
        Described { number, name: name.into(), size }
    }

    #[test]
    fn files_have_their_numbers_names_and_sizes_and_folders_are_none() {
        let large = 5 << 32 | 7;
        let mut list = list(
            4,
            &[
                entry(FD_FILESIZE, 0, large, "Grüße 😀.pdf"),
                entry(FD_ATTRIBUTES, FILE_ATTRIBUTE_DIRECTORY, 0, "pictures"),
                entry(0, FILE_ATTRIBUTE_DIRECTORY, 3, r"pictures\a.png"),
                entry(FD_FILESIZE, 0, 0, &"x".repeat(260)),
            ],
        );
        list.extend([0xAA; 99]);
        let long = "x".repeat(260);
        let files = [file(0, "Grüße 😀.pdf", Some(large)), file(2, "a.png", None), file(3, &long, Some(0))];
        assert_eq!(described(&list), Ok(files.to_vec()));
    }

    #[test]
    fn a_name_is_never_a_way_to_another_place() {
        for (told, name) in [
            (r"..\..\Windows\x.dll", Some("x.dll")),
            ("C:/a/b.txt", Some("b.txt")),
            (r"a\..", None),
            (".", None),
            (r"a\", None),
            ("", None),
        ] {
            let files = described(&list(1, &[entry(0, 0, 0, told)])).unwrap();
            assert_eq!(files.first().map(|file| file.name.as_str()), name, "{told}");
        }
    }

    #[test]
    fn a_list_that_breaks_off_is_none() {
        let one = entry(0, 0, 0, "a.txt");
        for list in [vec![], vec![1, 0, 0], list(1, &[]), list(2, &[one]), list(u32::MAX, &[])] {
            assert_eq!(described(&list), Err(Malformed));
        }
        assert_eq!(described(&list(0, &[])), Ok(vec![]));
    }
}
