//! Data objects, spoken to by COM. Here and nowhere else in the project the compiler does not watch over memory; what is
//! relied upon stands at each place. Everything that reads what came is safe code, in [`crate::descriptor`].
#![expect(unsafe_code, reason = "COM has no safe words; decision 21")]

use std::io::Write;

use windows::Win32::Foundation::HGLOBAL;
use windows::Win32::System::Com::StructuredStorage::{
    CreateILockBytesOnHGlobal, GetHGlobalFromILockBytes, IStorage, StgCreateDocfileOnILockBytes,
};
use windows::Win32::System::Com::{
    DVASPECT_CONTENT, FORMATETC, IDataObject, IStream, STGM_CREATE, STGM_READWRITE, STGM_SHARE_EXCLUSIVE,
    STGMEDIUM, STREAM_SEEK_SET, TYMED, TYMED_HGLOBAL, TYMED_ISTORAGE, TYMED_ISTREAM,
};
use windows::Win32::System::DataExchange::RegisterClipboardFormatW;
use windows::Win32::System::Memory::{GlobalLock, GlobalSize, GlobalUnlock};
use windows::Win32::System::Ole::{OleGetClipboard, OleInitialize, OleUninitialize, ReleaseStgMedium};
use windows::Win32::UI::Shell::{CFSTR_FILECONTENTS, CFSTR_FILEDESCRIPTORW};
use windows::core::{Error, PCWSTR, Result};

use crate::descriptor::{Described, described};
use crate::unread::Unread;

/// Read and written at once.
const PIECE: usize = 64 * 1024;
/// Not one of many: the list of names, or what is asked for as a whole.
const ALL: i32 = -1;

/// A data object's files without a path; none where it has none. To be called on the thread that was given the
/// object.
///
/// # Errors
/// When it cannot be read.
pub fn files(object: &IDataObject) -> std::result::Result<Vec<Described>, Unread> {
    let Ok(list) = Medium::of(object, CFSTR_FILEDESCRIPTORW, ALL, TYMED_HGLOBAL) else {
        return Ok(Vec::new());
    };
    Ok(described(&list.global().unwrap_or_default())?)
}

/// Writes a file's content, and says how many bytes it has. Blocks until the other program has handed it over. To be
/// called on the thread that was given the object.
///
/// # Errors
/// When it is not handed over, larger than `most`, or not as large as was said.
pub fn read(
    object: &IDataObject,
    file: &Described,
    most: u64,
    to: &mut impl Write,
) -> std::result::Result<u64, Unread> {
    let too_large = Unread::TooLarge { most };
    if file.size.is_some_and(|size| size > most) {
        return Err(too_large);
    }
    let kinds = TYMED(TYMED_ISTREAM.0 | TYMED_HGLOBAL.0 | TYMED_ISTORAGE.0);
    let medium = Medium::of(object, CFSTR_FILECONTENTS, file.number, kinds)?;
    let came = if let Some(stream) = medium.stream() {
        copy(stream, most, to)?
    } else {
        let content = match medium.storage() {
            Some(storage) => whole(storage)?,
            None => {
                let mut content = medium.global().unwrap_or_default();
                // Memory is handed out in larger pieces than are asked for.
                let size = file.size.and_then(|size| usize::try_from(size).ok());
                content.truncate(size.unwrap_or(usize::MAX));
                content
            }
        };
        if content.len() as u64 > most {
            return Err(too_large);
        }
        to.write_all(&content)?;
        content.len() as u64
    };
    match file.size {
        // A mail is written anew, and is as large as it becomes.
        Some(promised) if came != promised && medium.storage().is_none() => {
            Err(Unread::Cut { came, promised })
        }
        _ => Ok(came),
    }
}

/// Lets the clipboard's data object be looked at, where there is one. On a thread that has not to do with COM otherwise,
/// or as an apartment of its own.
///
/// # Errors
/// When the clipboard cannot be opened, or the thread is COM's in another way.
pub fn in_clipboard<T>(look: impl FnOnce(&IDataObject) -> T) -> Result<T> {
    struct Apartment;
    impl Drop for Apartment {
        fn drop(&mut self) {
            // SAFETY: made for each that was entered, on the same thread, and after all objects of it are gone.
            unsafe { OleUninitialize() }
        }
    }
    // SAFETY: takes nothing; that it is left again is the struct's work.
    unsafe { OleInitialize(None)? };
    let _apartment = Apartment;
    // SAFETY: the thread is an apartment.
    let object = unsafe { OleGetClipboard()? };
    Ok(look(&object))
}

/// A data object's medium, until it is given back.
struct Medium(STGMEDIUM);

impl Medium {
    fn of(object: &IDataObject, format: PCWSTR, number: i32, kinds: TYMED) -> Result<Self> {
        // SAFETY: a constant of the system's own, which ends with a zero.
        let format = unsafe { RegisterClipboardFormatW(format) };
        let wanted = FORMATETC {
            cfFormat: u16::try_from(format).map_err(|_| Error::empty())?,
            ptd: std::ptr::null_mut(),
            dwAspect: DVASPECT_CONTENT.0,
            lindex: number,
            tymed: kinds.0.cast_unsigned(),
        };
        // SAFETY: the description is whole and outlives the call. What comes is owned from here on.
        Ok(Self(unsafe { object.GetData(&wanted)? }))
    }

    fn is(&self, kind: TYMED) -> bool {
        self.0.tymed == kind.0.cast_unsigned()
    }

    fn stream(&self) -> Option<&IStream> {
        // SAFETY: the kind says which of the union's members it is.
        self.is(TYMED_ISTREAM).then(|| unsafe { &*self.0.u.pstm }.as_ref())?
    }

    fn storage(&self) -> Option<&IStorage> {
        // SAFETY: the kind says which of the union's members it is.
        self.is(TYMED_ISTORAGE).then(|| unsafe { &*self.0.u.pstg }.as_ref())?
    }

    fn global(&self) -> Option<Vec<u8>> {
        // SAFETY: the kind says which of the union's members it is; it stays until this is dropped.
        self.is(TYMED_HGLOBAL).then(|| unsafe { bytes(self.0.u.hGlobal) })?
    }
}

impl Drop for Medium {
    fn drop(&mut self) {
        // SAFETY: it is owned, and nothing of it outlives this: what is lent is lent by a reference to this.
        unsafe { ReleaseStgMedium(&mut self.0) }
    }
}

/// A copy of a piece of memory.
///
/// # Safety
/// It must be the system's, and stay during the call.
unsafe fn bytes(memory: HGLOBAL) -> Option<Vec<u8>> {
    // SAFETY: as promised; while it is locked it is as long as the system says and is not moved. Whoever else has it was
    // to leave it alone once it was handed over; what it holds is believed by nobody.
    unsafe {
        let size = GlobalSize(memory);
        let start = GlobalLock(memory).cast::<u8>();
        if start.is_null() {
            return None;
        }
        let copy = std::slice::from_raw_parts(start, size).to_vec();
        // It fails for memory that cannot be moved, which is not locked either.
        let _ = GlobalUnlock(memory);
        Some(copy)
    }
}

fn copy(stream: &IStream, most: u64, to: &mut impl Write) -> std::result::Result<u64, Unread> {
    // Some hand it over as they left it, at its end. One that cannot turn back stands at its beginning.
    // SAFETY: no pointer goes over.
    let _ = unsafe { stream.Seek(0, STREAM_SEEK_SET, None) };
    let mut piece = vec![0; PIECE];
    let mut came = 0;
    loop {
        let mut read = 0;
        // SAFETY: the piece has room for as many as are asked for, and both outlive the call.
        unsafe { stream.Read(piece.as_mut_ptr().cast(), PIECE as u32, Some(&mut read)).ok()? };
        // No more than there is room for, whatever it says.
        let part = piece.get(..read as usize).unwrap_or(&piece);
        if part.is_empty() {
            return Ok(came);
        }
        came += part.len() as u64;
        if came > most {
            return Err(Unread::TooLarge { most });
        }
        to.write_all(part)?;
    }
}

/// A storage as the file that it would be: of a mail, its `.msg`.
fn whole(storage: &IStorage) -> Result<Vec<u8>> {
    // SAFETY: objects of the system, each of which holds the one before; the memory is the lock's, which frees it when it
    // is dropped, after its copy was made.
    unsafe {
        let lock = CreateILockBytesOnHGlobal(None, true)?;
        let copy =
            StgCreateDocfileOnILockBytes(&lock, STGM_CREATE | STGM_READWRITE | STGM_SHARE_EXCLUSIVE, 0)?;
        storage.CopyTo(None, None, &copy)?;
        copy.Commit(0)?;
        drop(copy);
        let mut stat = windows::Win32::System::Com::STATSTG::default();
        lock.Stat(&mut stat, 1)?;
        let mut content = bytes(GetHGlobalFromILockBytes(&lock)?).unwrap_or_default();
        content.truncate(usize::try_from(stat.cbSize).unwrap_or(usize::MAX));
        Ok(content)
    }
}
