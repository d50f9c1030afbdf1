//! Where there is no such disk.

/// Why there is no such disk here, in words for whoever skips a test by it.
#[derive(Debug)]
pub struct NotMounted(pub String);

impl std::fmt::Display for NotMounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no disk of our own can be mounted here: {}", self.0)
    }
}

impl std::error::Error for NotMounted {}
