//! Installs what is missing: Debian's and Ubuntu's packages by apt-get. Elsewhere it names what is missing.

use std::process::Command;

use anyhow::{Result, bail};

use crate::call;
use crate::packages::{Need, Sign};

/// Where a person reads on.
const READ_ON: &str = "CONTRIBUTING.md says where to get them";

/// Makes sure that everything in these lists is there.
pub(crate) fn ensure(lists: &[&[Need]]) -> Result<()> {
    let needs: Vec<&Need> = lists.iter().copied().flatten().collect();
    if has_apt() {
        let missing = missing_packages(&needs, &installed(&needs)?, |tool| call::on_path(tool).is_some());
        return if missing.is_empty() { Ok(()) } else { apt_install(&missing) };
    }
    let missing: Vec<&str> = needs.iter().filter(|need| !seen(need.sign)).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    bail!("missing, by the names of their Debian packages: {}. {READ_ON}.", missing.join(" "))
}

pub(crate) fn has_apt() -> bool {
    call::on_path("apt-get").is_some() && call::on_path("dpkg-query").is_some()
}

/// One line for each package that dpkg has heard of.
fn installed(needs: &[&Need]) -> Result<String> {
    // It ends with 1 when it does not know one of them, and still lists the others.
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\n"])
        .args(needs.iter().map(|need| need.package))
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `listing` is dpkg-query's, `on_path` tells whether a program is there from wherever.
fn missing_packages(needs: &[&Need], listing: &str, on_path: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let is_installed =
        |package: &str| listing.lines().any(|line| line.split_once(' ') == Some((package, "installed")));
    let mut missing = Vec::new();
    for need in needs {
        let there = is_installed(need.package) || matches!(need.sign, Sign::Tool(tool) if on_path(tool));
        if !there && !missing.contains(&need.package) {
            missing.push(need.package);
        }
    }
    missing
}

/// On a system without apt-get. What leaves no sign is taken to be there: the build or the test will tell.
fn seen(sign: Sign) -> bool {
    match sign {
        Sign::Tool(tool) => call::on_path(tool).is_some(),
        Sign::Desktop(program) => !cfg!(target_os = "linux") || call::on_path(program).is_some(),
        Sign::Library(library) => {
            !cfg!(target_os = "linux")
                || Command::new("pkg-config")
                    .args(["--exists", library])
                    .status()
                    .is_ok_and(|end| end.success())
        }
        Sign::Unseen => true,
    }
}

/// Installs packages, as root or by sudo.
pub(crate) fn apt_install(packages: &[&str]) -> Result<()> {
    println!("Installing with apt-get: {}", packages.join(" "));
    apt_update()?;
    call::run(
        as_root("apt-get")?
            .args(["install", "--yes", "--quiet=2", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"])
            .args(packages),
    )
}

pub(crate) fn apt_update() -> Result<()> {
    call::run(as_root("apt-get")?.args(["update", "--quiet=2"]))
}

fn as_root(program: &str) -> Result<Command> {
    // Through `env`, because sudo does not hand the variable on.
    let environment = ["env", "DEBIAN_FRONTEND=noninteractive", program];
    let mut command = if is_root() {
        Command::new(environment[0])
    } else if call::on_path("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.arg(environment[0]);
        sudo
    } else {
        bail!("packages are missing, and there is neither root nor sudo to install them: run it as root");
    };
    command.args(&environment[1..]);
    Ok(command)
}

#[cfg(target_os = "linux")]
fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(target_os = "linux"))]
fn is_root() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packages::{PARSERS, WINDOW};

    fn missing(needs: &[Need], listing: &str, on_path: &[&str]) -> Vec<&'static str> {
        missing_packages(&needs.iter().collect::<Vec<_>>(), listing, |tool| on_path.contains(&tool))
    }

    #[test]
    fn only_what_dpkg_calls_installed_is_there() {
        let listing = "python3 installed\npython3-gi config-files\nxvfb-extra installed\n";
        let window = missing(WINDOW, listing, &[]);
        assert!(window.contains(&"python3-gi"), "removed packages leave a line behind");
        assert!(window.contains(&"xvfb"), "the name of another package is not its name");
        assert_eq!(missing(PARSERS, listing, &[]), ["golang-go"]);
    }

    #[test]
    fn a_tool_from_elsewhere_will_do_and_a_desktop_program_not() {
        assert_eq!(missing(PARSERS, "", &["go", "python3"]), [""; 0]);
        assert!(missing(WINDOW, "", &["Xvfb"]).contains(&"xvfb"));
    }

    #[test]
    fn a_package_in_two_lists_is_installed_once() {
        let twice: Vec<&Need> = PARSERS.iter().chain(PARSERS).collect();
        assert_eq!(missing_packages(&twice, "", |_| false), ["python3", "golang-go"]);
    }
}
