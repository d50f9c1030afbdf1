//! Tables that are refused before they cost anything, or stopped.

use std::cell::Cell;

use tables::{Book, Options, TableFault, bounds, is_passed_over};

#[test]
fn more_rows_than_are_read_are_refused_in_words() {
    let text = "143,a\n".repeat(bounds::MOST_ROWS + 1);
    let mut book = Book::open(text.into(), &Options::default()).unwrap();
    assert_eq!(book.read(0, &|| false), Err(TableFault::TooManyRows));
}

#[test]
fn reading_stops_when_it_is_asked_to() {
    let text = "143,a\n".repeat(100_000);
    let mut book = Book::open(text.into(), &Options::default()).unwrap();
    let asked = Cell::new(0);
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() == 3
    };
    assert_eq!(book.read(0, &stop), Err(TableFault::Stopped));
    assert_eq!(asked.get(), 3);
}

#[test]
fn what_is_no_table_is_refused() {
    let refused =
        |bytes: &[u8]| Book::open(bytes.to_vec().into(), &Options::default()).err().map(|fault| fault.code());
    assert_eq!(
        refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0"),
        Some("not_a_table")
    );
    assert_eq!(refused(b"%PDF-1.7\nTicket,Status\n"), Some("not_a_table"));
    assert_eq!(refused(b"PK\x03\x04 no zip at all"), Some("damaged"));
    assert_eq!(refused(b" \n<!-- made by hand -->\n<TABLE><tr>"), Some("html_named_xls"));
    assert_eq!(refused(b"MIME-Version: 1.0\nContent-Type: multipart/related"), Some("html_named_xls"));
    assert_eq!(
        refused(b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"),
        Some("xml_named_xls")
    );
    assert_eq!(refused(b""), None);
    assert!(is_passed_over("~$tickets.xlsx") && is_passed_over(".~lock.tickets.ods#"));
    assert!(!is_passed_over("tickets~.xlsx"));
}
