//! Files to attach, and what tells their bytes.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use service_crm::Attachment;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A folder with files to attach.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn file(&self, name: &str, content: &[u8]) -> Attachment {
        fs::write(self.path(name), content).unwrap();
        Attachment::look(self.path(name)).unwrap()
    }

    /// A file of that size, without the time that writing it would take.
    pub fn sized(&self, name: &str, size: u64) -> Attachment {
        fs::File::create(self.path(name)).unwrap().set_len(size).unwrap();
        Attachment::look(self.path(name)).unwrap()
    }

    /// Makes the file longer or shorter.
    pub fn resize(&self, name: &str, size: u64) {
        fs::File::options().write(true).open(self.path(name)).unwrap().set_len(size).unwrap();
    }

    /// Writes over the beginning of a file: the same size, another content.
    pub fn overwrite(&self, name: &str, content: &[u8]) {
        let mut file = fs::File::options().write(true).open(self.path(name)).unwrap();
        file.write_all(content).unwrap();
    }
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes without a pattern that a mistake in cutting or ordering could hide in.
pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}
