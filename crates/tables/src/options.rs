//! The reader's knowledge beside the file.

/// The reader's knowledge that is not in the file.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// The person's country, in two small letters: it decides between encodings that look alike.
    pub country: Option<&'a str>,
    /// The encoding that the person chose, one of [`crate::ENCODINGS`].
    pub encoding: Option<&'a str>,
    /// Whether a text is a column's name that the caller knows. It tells which separator makes columns of a text.
    pub known_name: Option<&'a dyn Fn(&str) -> bool>,
}
