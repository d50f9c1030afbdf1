//! No core file of the app: the system would write into one what was in memory, keys among it, when the app crashes.

/// From now on the system writes none, of this process and of those that it starts (the web view's).
#[cfg(target_os = "linux")]
pub(crate) fn switch_off() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Lowering it is always allowed; where it is not there are no such limits.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// Elsewhere none are written unless a person asks the system for them.
#[cfg(not(target_os = "linux"))]
pub(crate) fn switch_off() {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_told_to_write_none() {
        switch_off();
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{core}");
    }
}
