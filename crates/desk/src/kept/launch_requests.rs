//! Requests from outside the app's window that are not done yet. The screen takes one after the other, when it
//! is ready for it: paths stay here.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::launch::LaunchRequest;

/// The requests that wait, from the app's first moment, and the files of the draft that was taken last: a person may be
/// asked about them.
#[derive(Default)]
pub struct LaunchRequests(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    requests: VecDeque<LaunchRequest>,
    files: Vec<PathBuf>,
}

impl LaunchRequests {
    /// Adds requests behind those that wait.
    pub fn add(&self, requests: Vec<LaunchRequest>) {
        self.lock().requests.extend(requests);
    }

    /// The first that waits. Files that a person did not want after all are forgotten by it.
    pub(crate) fn next(&self) -> Option<LaunchRequest> {
        let mut waiting = self.lock();
        let request = waiting.requests.pop_front()?;
        waiting.files = match &request {
            LaunchRequest::Draft { files, .. } => files.clone(),
            LaunchRequest::Setup(_) | LaunchRequest::StrangeLink => Vec::new(),
        };
        Some(request)
    }

    /// The files of the draft that was taken last, once.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.lock().files)
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
