//! What is measured, and against what. Machines differ and a machine is not always equally fast, so everything
//! is a ratio to something known that runs in turn with it, and medians are compared.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process_group};

use crate::call;

mod history;
mod mapped;
mod pace;
mod peak;
mod start;
mod tables;
mod upload;

pub(crate) use history::history;
pub(crate) use pace::pace;
pub(crate) use start::start;
pub(crate) use tables::tables;
pub(crate) use upload::upload;

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

fn verdict(met: bool) -> &'static str {
    if met { "aim met" } else { "aim missed" }
}

/// A process that ends when this is dropped, with those that it started.
struct Group(Child);

impl Group {
    fn start(command: &mut Command) -> Result<Self> {
        let child = command.process_group(0).spawn().with_context(|| call::cannot_start(command))?;
        Ok(Self(child))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // What has ended already needs no end.
        let _ = kill_process_group(Pid::from_child(&self.0), Signal::KILL);
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_in_the_middle_whatever_the_order() {
        assert!((median(&[3.0, 100.0, 1.0]) - 3.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 9.0]) - 3.0).abs() < f64::EPSILON);
    }
}
