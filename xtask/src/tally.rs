//! The runners' own summaries, added up: a workspace has many test programs, and each counts for itself.

use std::fmt;

/// The sum of what was read so far.
#[derive(Default)]
pub(crate) struct Tally {
    lines: Vec<String>,
    passed: u64,
    failed: u64,
    skipped: u64,
    left_out: u64,
}

impl Tally {
    /// Takes note of a line when it is a runner's summary:
    /// cargo's `test result: ok. 3 passed; 0 failed; 1 ignored; …`, vitest's `Tests  1 failed | 11 passed (12)`,
    /// the torture's `torture: 20 passed; 0 failed`.
    pub(crate) fn read(&mut self, line: &str) {
        let line = &plain(line);
        let line = line.trim();
        let cargo = line.strip_prefix("test result:").or_else(|| line.strip_prefix("torture:"));
        let (counts, end) = match (cargo, line.strip_prefix("Tests  ")) {
            (Some(counts), _) => (counts, [';', '.']),
            (None, Some(counts)) => (counts, ['|', '(']),
            (None, None) => return,
        };
        let mut tests = 0;
        for count in counts.split(end) {
            let Some((number, what)) = count.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match what.trim() {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" | "skipped" | "todo" => self.skipped += number,
                // Not run, because whoever called it said so.
                "filtered out" => {
                    self.left_out += number;
                    continue;
                }
                _ => continue,
            }
            tests += number;
        }
        if tests > 0 {
            self.lines.push(line.to_owned());
        }
    }

    /// Takes note of a part that has no runner.
    pub(crate) fn add(&mut self, part: &str, passed: bool) {
        *(if passed { &mut self.passed } else { &mut self.failed }) += 1;
        self.lines.push(format!("{part}: {}", if passed { "passed" } else { "failed" }));
    }
}

/// Without colours, which vitest writes wherever `CI` is set.
fn plain(line: &str) -> String {
    let mut pieces = line.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |plain, piece| plain + piece.split_once('m').map_or(piece, |(_colour, text)| text))
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)?;
        if self.left_out > 0 {
            write!(f, ", {} left out", self.left_out)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_runners_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 4 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
            "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "torture: 19 passed; 1 failed",
            "torture: no address",
            " Test Files  2 passed (2)",
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | 11 passed | 2 skipped (14)",
        ] {
            tally.read(line);
        }
        tally.add("the app's start", true);
        assert!(tally.to_string().ends_with("\n35 passed, 4 failed, 3 skipped, 2 left out"), "{tally}");
        assert_eq!(tally.lines.len(), 5);
    }
}
