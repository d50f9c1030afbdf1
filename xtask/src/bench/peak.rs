//! How long a program ran, and the most memory it held.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::call;

/// Between two looks. The kernel keeps the peak, so only what is added after the last look is missed.
const LOOK: Duration = Duration::from_millis(5);

pub(crate) struct Run {
    pub(crate) seconds: f64,
    /// `VmHWM`, in MiB.
    pub(crate) peak: f64,
}

/// Runs a program that says nothing when it goes well.
pub(crate) fn watched(command: &mut Command) -> Result<Run> {
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| call::cannot_start(command))?;
    let status_file = format!("/proc/{}/status", child.id());
    let looking = thread::spawn(move || {
        let mut peak = 0;
        // A process that has ended has a status without memory until it is waited for, and then none.
        while let Some(now) = high_water(&fs::read_to_string(&status_file).unwrap_or_default()) {
            peak = now;
            thread::sleep(LOOK);
        }
        peak
    });
    let status = child.wait()?;
    let seconds = started.elapsed().as_secs_f64();
    let Ok(kib) = looking.join() else { bail!("nobody looked at the memory") };
    if !status.success() {
        bail!("{} failed: {status}", call::shown(command));
    }
    Ok(Run { seconds, peak: f64::from(kib) / 1024.0 })
}

/// In KiB.
fn high_water(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
