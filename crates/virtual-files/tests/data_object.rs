//! A data object of our own, read as another program's, also by way of the clipboard.
#![cfg(windows)]
#![allow(clippy::unwrap_used)] // a test that panics has failed
#![expect(unsafe_code, reason = "the other side of COM")]

use std::mem::ManuallyDrop;

use virtual_files::{Described, Unread, files, in_clipboard, read};
use windows::Win32::Foundation::{DV_E_FORMATETC, E_NOTIMPL, OLE_E_ADVISENOTSUPPORTED, S_OK};
use windows::Win32::System::Com::StructuredStorage::{
    CreateILockBytesOnHGlobal, IStorage, StgCreateDocfileOnILockBytes,
};
use windows::Win32::System::Com::{
    DATADIR_GET, FORMATETC, IAdviseSink, IDataObject, IDataObject_Impl, IEnumFORMATETC, IEnumSTATDATA,
    STGM_CREATE, STGM_READWRITE, STGM_SHARE_EXCLUSIVE, STGMEDIUM, STGMEDIUM_0, STREAM_SEEK_END,
    TYMED_HGLOBAL, TYMED_ISTORAGE, TYMED_ISTREAM,
};
use windows::Win32::System::DataExchange::RegisterClipboardFormatW;
use windows::Win32::System::Memory::{GMEM_MOVEABLE, GlobalAlloc, GlobalLock, GlobalUnlock};
use windows::Win32::System::Ole::{OleInitialize, OleSetClipboard};
use windows::Win32::UI::Shell::{
    CFSTR_FILECONTENTS, CFSTR_FILEDESCRIPTORW, SHCreateMemStream, SHCreateStdEnumFmtEtc,
};
use windows::core::{BOOL, HRESULT, PCWSTR, Ref, Result, implement, w};

/// How a file's content is handed over.
#[derive(Clone)]
enum Content {
    /// As most do; it stands at its end, where it was left when it was written.
    Stream(Vec<u8>),
    /// As a picture by a browser.
    Memory(Vec<u8>),
    /// As a mail by Outlook.
    Storage,
    Refused,
}

#[implement(IDataObject)]
struct Mail {
    list: Vec<u8>,
    contents: Vec<Content>,
}

impl Mail {
    fn of(files: &[(&str, Option<u64>, Content)]) -> IDataObject {
        let mut list = u32::try_from(files.len()).unwrap().to_le_bytes().to_vec();
        for (name, size, _) in files {
            let mut entry = [0; 592];
            if let Some(size) = size {
                entry[0] = 0x40;
                entry[68..72].copy_from_slice(&u32::try_from(*size).unwrap().to_le_bytes());
            }
            for (number, letter) in name.encode_utf16().enumerate() {
                entry[72 + 2 * number..][..2].copy_from_slice(&letter.to_le_bytes());
            }
            list.extend(entry);
        }
        let contents = files.iter().map(|(_, _, content)| content.clone()).collect();
        Self { list, contents }.into()
    }
}

fn format(name: PCWSTR) -> u16 {
    u16::try_from(unsafe { RegisterClipboardFormatW(name) }).unwrap()
}

fn memory(content: &[u8]) -> STGMEDIUM {
    let memory = unsafe { GlobalAlloc(GMEM_MOVEABLE, content.len()).unwrap() };
    unsafe {
        let start = GlobalLock(memory).cast::<u8>();
        std::ptr::copy_nonoverlapping(content.as_ptr(), start, content.len());
        let _ = GlobalUnlock(memory);
    }
    medium(TYMED_HGLOBAL.0, STGMEDIUM_0 { hGlobal: memory })
}

fn medium(kind: i32, u: STGMEDIUM_0) -> STGMEDIUM {
    STGMEDIUM { tymed: kind.cast_unsigned(), u, pUnkForRelease: ManuallyDrop::new(None) }
}

/// With one stream in it, as a mail has many.
fn storage() -> IStorage {
    let mode = STGM_CREATE | STGM_READWRITE | STGM_SHARE_EXCLUSIVE;
    unsafe {
        let lock = CreateILockBytesOnHGlobal(None, true).unwrap();
        let storage = StgCreateDocfileOnILockBytes(&lock, mode, 0).unwrap();
        let stream = storage.CreateStream(w!("subject"), mode, 0, 0).unwrap();
        stream.Write(b"Broken chair".as_ptr().cast(), 12, None).unwrap();
        drop(stream);
        storage.Commit(0).unwrap();
        storage
    }
}

impl IDataObject_Impl for Mail_Impl {
    fn GetData(&self, wanted: *const FORMATETC) -> Result<STGMEDIUM> {
        let wanted = unsafe { &*wanted };
        if wanted.cfFormat == format(CFSTR_FILEDESCRIPTORW) {
            return Ok(memory(&self.list));
        }
        let number =
            usize::try_from(wanted.lindex).ok().filter(|_| wanted.cfFormat == format(CFSTR_FILECONTENTS));
        match number.and_then(|number| self.contents.get(number)) {
            Some(Content::Stream(content)) => {
                let stream = unsafe { SHCreateMemStream(Some(content)) }.unwrap();
                unsafe { stream.Seek(0, STREAM_SEEK_END, None)? };
                Ok(medium(TYMED_ISTREAM.0, STGMEDIUM_0 { pstm: ManuallyDrop::new(Some(stream)) }))
            }
            Some(Content::Memory(content)) => Ok(memory(content)),
            Some(Content::Storage) => {
                Ok(medium(TYMED_ISTORAGE.0, STGMEDIUM_0 { pstg: ManuallyDrop::new(Some(storage())) }))
            }
            Some(Content::Refused) | None => Err(DV_E_FORMATETC.into()),
        }
    }

    fn GetDataHere(&self, _: *const FORMATETC, _: *mut STGMEDIUM) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn QueryGetData(&self, _: *const FORMATETC) -> HRESULT {
        S_OK
    }

    fn GetCanonicalFormatEtc(&self, _: *const FORMATETC, _: *mut FORMATETC) -> HRESULT {
        E_NOTIMPL
    }

    fn SetData(&self, _: *const FORMATETC, _: *const STGMEDIUM, _: BOOL) -> Result<()> {
        Err(E_NOTIMPL.into())
    }

    fn EnumFormatEtc(&self, direction: u32) -> Result<IEnumFORMATETC> {
        if direction != DATADIR_GET.0.cast_unsigned() {
            return Err(E_NOTIMPL.into());
        }
        let offered = |name, number, kind: i32| FORMATETC {
            cfFormat: format(name),
            dwAspect: 1,
            lindex: number,
            tymed: kind.cast_unsigned(),
            ..FORMATETC::default()
        };
        unsafe {
            SHCreateStdEnumFmtEtc(&[
                offered(CFSTR_FILEDESCRIPTORW, -1, TYMED_HGLOBAL.0),
                offered(CFSTR_FILECONTENTS, -1, TYMED_ISTREAM.0 | TYMED_HGLOBAL.0 | TYMED_ISTORAGE.0),
            ])
        }
    }

    fn DAdvise(&self, _: *const FORMATETC, _: u32, _: Ref<'_, IAdviseSink>) -> Result<u32> {
        Err(OLE_E_ADVISENOTSUPPORTED.into())
    }

    fn DUnadvise(&self, _: u32) -> Result<()> {
        Err(OLE_E_ADVISENOTSUPPORTED.into())
    }

    fn EnumDAdvise(&self) -> Result<IEnumSTATDATA> {
        Err(OLE_E_ADVISENOTSUPPORTED.into())
    }
}

const MOST: u64 = 1_000_000;

fn content(object: &IDataObject, file: &Described) -> std::result::Result<Vec<u8>, Unread> {
    let mut content = Vec::new();
    let came = read(object, file, MOST, &mut content)?;
    assert_eq!(came, content.len() as u64);
    Ok(content)
}

/// COM's for the whole of a test.
fn apartment() {
    unsafe { OleInitialize(None).unwrap() };
}

#[test]
fn files_come_whole_by_stream_memory_and_storage() {
    apartment();
    let large: Vec<u8> = (0..900_001_u32).map(|number| number.to_le_bytes()[1]).collect();
    let object = Mail::of(&[
        (r"Rechnungen\März 😀.pdf", Some(large.len() as u64), Content::Stream(large.clone())),
        ("picture.png", Some(5), Content::Memory(b"pixel".to_vec())),
        ("Re: chair.msg", None, Content::Storage),
        ("empty.txt", Some(0), Content::Stream(vec![])),
    ]);
    let found = files(&object).unwrap();
    let names: Vec<&str> = found.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["März 😀.pdf", "picture.png", "Re: chair.msg", "empty.txt"]);
    assert!(content(&object, &found[0]).unwrap() == large);
    assert_eq!(content(&object, &found[1]).unwrap(), b"pixel");
    let mail = content(&object, &found[2]).unwrap();
    // The mark of such files (MS-CFB 2.2), and what lies in it.
    assert_eq!(mail[..8], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    assert!(mail.windows(12).any(|part| part == b"Broken chair"));
    assert_eq!(content(&object, &found[3]).unwrap(), b"");
}

#[test]
fn what_is_not_as_it_was_said_is_no_file() {
    apartment();
    let many = vec![7; 1_500_000];
    let object = Mail::of(&[
        ("shorter", Some(10), Content::Stream(b"short".to_vec())),
        ("refused", Some(10), Content::Refused),
        ("huge by its word", Some(2_000_000), Content::Stream(b"x".to_vec())),
        ("huge without a word", None, Content::Stream(many.clone())),
        ("huge in memory", None, Content::Memory(many)),
    ]);
    let found = files(&object).unwrap();
    let unread: Vec<Unread> = found.iter().map(|file| content(&object, file).unwrap_err()).collect();
    assert!(
        matches!(
            unread[..],
            [
                Unread::Cut { came: 5, promised: 10 },
                Unread::NotHandedOver(_),
                Unread::TooLarge { most: MOST },
                Unread::TooLarge { most: MOST },
                Unread::TooLarge { most: MOST },
            ]
        ),
        "{unread:?}"
    );
}

#[test]
fn copied_files_are_read_out_of_the_clipboard() {
    apartment();
    let object = Mail::of(&[("a.txt", Some(5), Content::Stream(b"a\nb\nc".to_vec()))]);
    unsafe { OleSetClipboard(&object).unwrap() };
    let read = in_clipboard(|object| {
        let found = files(object).unwrap();
        (found[0].name.clone(), content(object, &found[0]).unwrap())
    });
    assert_eq!(read.unwrap(), ("a.txt".to_owned(), b"a\nb\nc".to_vec()));
    unsafe { OleSetClipboard(None::<&IDataObject>).unwrap() };
    assert!(in_clipboard(files).unwrap().unwrap().is_empty(), "nothing is copied");
}
