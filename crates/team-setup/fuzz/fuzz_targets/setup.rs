//! Any bytes: they are refused, or give a setup that is the same after it was written and read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use team_setup::{Age, Signature, TeamSetup, read_value};

fuzz_target!(|bytes: &[u8]| {
    let Ok((setup, _)) = TeamSetup::read_signed(bytes) else { return };
    let written = setup.write();
    let (again, unsigned) = TeamSetup::read_signed(written.as_bytes()).expect("what was written can be read");
    assert_eq!(unsigned, Signature::Unsigned);
    assert_eq!(again.compare(&setup), Age::Same);
    assert_eq!(again.write(), written);
    assert!(again.differences(&setup).is_empty());
    let _ = setup.shown_otherwise(&setup.fields);
    for field in &setup.fields {
        let _ = read_value(field, &setup.name);
        let _ = read_value(field, &field.label);
    }
});
