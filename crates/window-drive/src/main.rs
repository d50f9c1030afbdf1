//! `cargo xtask run` without a display, `cargo xtask screenshots` and `cargo xtask bench first-update`.
#![expect(clippy::print_stdout, reason = "a program for terminals")]

#[cfg(target_os = "linux")]
mod first_update;
#[cfg(target_os = "linux")]
mod main_job;
#[cfg(target_os = "linux")]
mod screenshots;

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> anyhow::Result<()> {
    use lexopt::ValueExt;
    use std::path::PathBuf;

    let (mut task, mut app, mut out) = (String::new(), PathBuf::new(), PathBuf::new());
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            lexopt::Arg::Value(value) if task.is_empty() => task = value.string()?,
            lexopt::Arg::Long("app") => app = std::path::absolute(PathBuf::from(parser.value()?))?,
            lexopt::Arg::Long("out") => out = std::path::absolute(PathBuf::from(parser.value()?))?,
            other => return Err(other.unexpected().into()),
        }
    }
    match task.as_str() {
        "first-update" => first_update::run(&app).await,
        "main-job" => main_job::run(&app, &out).await,
        "screenshots" => screenshots::run(&app, &out).await,
        _ => anyhow::bail!("window-drive first-update|main-job|screenshots --app PATH --out PATH"),
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {
    eprintln!("Only Linux has a driver for the app's window.");
    std::process::exit(1);
}
