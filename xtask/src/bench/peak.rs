//! How long a program ran, how long it kept a processor, and the most memory it held.

use std::fs;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::call;

/// Between two looks. The kernel keeps the peak, so only what is added after the last look is missed.
const LOOK: Duration = Duration::from_millis(5);

/// Seconds from start to end, undisturbed.
pub(crate) fn timed(command: &mut Command) -> Result<f64> {
    let started = Instant::now();
    let status = start(command)?.wait()?;
    let seconds = started.elapsed().as_secs_f64();
    succeeded(command, status)?;
    Ok(seconds)
}

/// A run's cost.
pub(crate) struct Spent {
    /// From start to end.
    pub(crate) seconds: f64,
    /// Of all its threads, in seconds, the kernel's work for it included.
    pub(crate) processor: f64,
}

/// Runs it undisturbed; the shell asks the kernel what its child took.
pub(crate) fn spent(command: &mut Command) -> Result<Spent> {
    let mut shell = Command::new("bash");
    shell.args(["-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null 2>&1", "bash"]);
    shell.arg(command.get_program()).args(command.get_args());
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = shell.stdin(Stdio::null()).output().with_context(|| call::cannot_start(command))?;
    succeeded(command, output.status)?;
    let said = String::from_utf8_lossy(&output.stderr);
    let figures: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [seconds, user, system] = figures[..] else { bail!("bash says of its child: {said}") };
    Ok(Spent { seconds, processor: user + system })
}

/// `VmHWM` in MiB. Looking takes time from a program that has only two cores, so this is no run to be timed.
pub(crate) fn peak(command: &mut Command) -> Result<f64> {
    let mut child = start(command)?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let status = loop {
        // A process that has ended has a status without memory, until it is waited for.
        if let Some(now) = high_water(&fs::read_to_string(&status_file).unwrap_or_default()) {
            peak = now;
        }
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(LOOK);
    };
    succeeded(command, status)?;
    Ok(f64::from(peak) / 1024.0)
}

fn start(command: &mut Command) -> Result<Child> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).spawn().with_context(|| call::cannot_start(command))
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} failed: {status}", call::shown(command));
    }
    Ok(())
}

/// In KiB.
fn high_water(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
