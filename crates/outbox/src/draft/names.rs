//! The names of the draft's files among each other.

use std::collections::HashSet;

use icu_normalizer::ComposingNormalizer;

use super::files::NewFile;
use super::name;

/// The names that the draft's files have. Two that look alike are one: composed and decomposed letters, capitals.
#[derive(Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut all = Self::default();
        names.for_each(|name| all.take(name));
        all
    }

    pub(super) fn take(&mut self, name: &str) {
        self.0.insert(looks(name));
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(&looks(name))
    }

    /// Calls a file otherwise where another of the draft has its name ("IMG_0001 (2).jpg"): on the ticket nobody could
    /// tell the two apart.
    pub(super) fn told_apart(&mut self, new: NewFile) -> NewFile {
        let new = if self.has(new.attachment.name()) {
            let name = name::free(new.attachment.name(), |name| self.has(name));
            NewFile { attachment: new.attachment.named(name), ..new }
        } else {
            new
        };
        self.take(new.attachment.name());
        new
    }
}

/// A name as the eye, and a disk that minds no capitals, takes it.
fn looks(name: &str) -> String {
    ComposingNormalizer::new_nfc().normalize(name).to_lowercase()
}
