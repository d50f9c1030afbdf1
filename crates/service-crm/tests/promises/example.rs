//! The example is a program for scripts: its exit codes and its JSON are promises.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::SystemTime;

use crate::common::*;
use practice_server::{Fault, Outcome};
use serde_json::Value;

/// The example, built from the sources as they are. `cargo test` has just built it, unless it was told to build one
/// test program only.
pub(crate) fn example() -> &'static Path {
    static EXAMPLE: OnceLock<PathBuf> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        // target/PROFILE/deps/this-test
        let profile = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
        let example = profile.join("examples").join(format!("update_ticket{}", std::env::consts::EXE_SUFFIX));
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let newest = ["src", "examples"].map(|folder| newest(&home.join(folder))).into_iter().max().unwrap();
        if example.metadata().and_then(|built| built.modified()).is_ok_and(|built| built > newest) {
            return example;
        }
        let mut build = Command::new(env!("CARGO"));
        build.current_dir(home).args(["build", "--quiet", "--example", "update_ticket", "--target-dir"]);
        build.arg(profile.parent().unwrap());
        if profile.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().unwrap().success());
        example
    })
}

fn newest(folder: &Path) -> SystemTime {
    let files = std::fs::read_dir(folder).unwrap();
    files.map(|file| file.unwrap().metadata().unwrap().modified().unwrap()).max().unwrap()
}

/// Runs it off the runtime's thread.
async fn run(arguments: &[&str]) -> Output {
    let mut command = tokio::process::Command::new(example());
    command.args(arguments);
    command.env("LSQ_ACCESS_KEY", "practice-access-key").env("LSQ_SECRET_KEY", "practice-secret-key");
    let output = command.output().await.unwrap();
    for said in [&output.stdout, &output.stderr] {
        let said = String::from_utf8_lossy(said);
        assert!(!said.contains("practice-access-key") && !said.contains("practice-secret-key"), "{said}");
    }
    output
}

/// The same as [`run`] with an update's usual arguments.
async fn update_at(url: &str, more: &[&str]) -> Output {
    let usual =
        ["--host", url, "--org", "22824", "--ticket", "143", "--lead", LEAD, "--field", "Status=On Hold"];
    run(&[&usual, more].concat()).await
}

fn code_of(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

#[tokio::test]
async fn ends_with_0_and_the_receipt_when_it_is_done() {
    let (server, desk) = (server().await, Desk::new());
    desk.file("a.txt", b"one");
    let path = desk.path("a.txt");
    let output = update_at(&server.base_url(), &["--file", path.to_str().unwrap(), "--limit", "5"]).await;
    assert_eq!(code_of(&output), 0, "{output:?}");
    assert_eq!(json(&output)["key"], "#143");
    assert_eq!(output.stderr, b"", "no progress where there is no terminal");
    let applied = &server.record().applied[0];
    assert_eq!(applied.fields, [("Status".to_owned(), "On Hold".to_owned())]);
    assert_eq!(applied.files[0].name, "a.txt");
}

#[tokio::test]
async fn the_organisation_may_stand_in_the_address() {
    let server = server().await;
    let host = format!("{}/api/tenants/22824/tickets/143/update", server.base_url());
    let output = run(&["--host", &host, "--ticket", "#143", "--lead", LEAD, "--field", "Priority=Low"]).await;
    assert_eq!(code_of(&output), 0, "{output:?}");
}

#[tokio::test]
async fn ends_with_2_when_it_is_refused_before_sending() {
    let server = server().await;
    let host = server.base_url();
    for (arguments, code) in [
        (
            vec!["--host", &host, "--org", "22824", "--ticket", "143x", "--lead", LEAD, "--field", "a=b"],
            "ticket_not_a_number",
        ),
        (vec!["--host", &host, "--org", "22824", "--ticket", "143", "--lead", LEAD], "nothing_to_send"),
        (
            vec![
                "--host",
                &host,
                "--org",
                "22824",
                "--ticket",
                "143",
                "--lead",
                LEAD,
                "--file",
                "/no/such.pdf",
            ],
            "file_missing",
        ),
        (vec!["--host", "acme", "--org", "22824", "--ticket", "143", "--lead", LEAD], "address_unreadable"),
        (
            vec!["--host", "http://a.example", "--org", "22824", "--ticket", "143", "--lead", LEAD],
            "address_not_secure",
        ),
        (vec!["--host", &host, "--ticket", "143", "--lead", LEAD, "--field", "a=b"], "organisation_empty"),
    ] {
        let output = run(&arguments).await;
        assert_eq!(code_of(&output), 2, "{output:?}");
        assert_eq!(json(&output)["code"], code);
        assert_ne!(output.stderr, b"", "and in words");
    }
    assert_eq!(server.record().connections, 0);
}

#[tokio::test]
async fn ends_with_2_and_the_usage_when_it_does_not_understand_its_arguments() {
    for arguments in [&["--colour"][..], &["--field", "Status"], &["--limit", "many"]] {
        let output = run(arguments).await;
        assert_eq!(code_of(&output), 2);
        assert!(String::from_utf8_lossy(&output.stderr).contains("update_ticket --host"), "{output:?}");
    }
}

#[tokio::test]
async fn ends_with_3_when_the_server_refuses() {
    let server = server_that(Fault::Early(401)).await;
    let output = update_at(&server.base_url(), &[]).await;
    assert_eq!(code_of(&output), 3, "{output:?}");
    assert_eq!(
        (&json(&output)["code"], &json(&output)["effect"]),
        (&"keys_refused".into(), &"not_done".into())
    );
}

#[tokio::test]
async fn ends_with_4_when_it_is_safe_to_send_again() {
    let output = update_at(&closed_port(), &[]).await;
    assert_eq!(code_of(&output), 4, "{output:?}");
    assert_eq!(
        (&json(&output)["code"], &json(&output)["effect"]),
        (&"cannot_connect".into(), &"not_sent".into())
    );
}

#[tokio::test]
async fn ends_with_5_when_it_may_be_done() {
    let server = server_that(Fault::Cut(Outcome::Applied)).await;
    let output = update_at(&server.base_url(), &[]).await;
    assert_eq!(code_of(&output), 5, "{output:?}");
    assert_eq!(
        (&json(&output)["code"], &json(&output)["effect"]),
        (&"broke_before_answer".into(), &"may_be_done".into())
    );
    assert_eq!(server.record().applied.len(), 1, "as it was in fact");
}
