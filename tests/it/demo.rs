//! `duban demo` as a program: where it may be started, what it leaves behind, what it says when it cannot.

use std::path::Path;
use std::process::Command;

use super::support::Program;

/// The built program's demo, started where nothing of the project lies.
pub(crate) fn demo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duban"));
    command
        .arg("demo")
        .args(arguments)
        .current_dir(folder)
        .env("TMPDIR", folder)
        .env("LC_ALL", "zh_CN.UTF-8");
    command
}

#[tokio::test]
async fn the_demo_leaves_nothing_behind_when_it_is_interrupted() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = || std::fs::read_dir(folder.path()).expect("a listing").count();
    let (program, line) = Program::start(demo(folder.path(), &[]), "").await;
    assert!(line.starts_with("http://127.0.0.1:"), "{line}");
    assert_eq!(files(), 1);

    let port = line.trim_end_matches('/').rsplit(':').next();
    let second = demo(folder.path(), &["--port", port.expect("a port")]).output();
    let second = second.expect("a second demo");
    assert_eq!(second.status.code(), Some(1));
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(
        said.starts_with("the page cannot be served on port "),
        "{said}"
    );

    assert!(program.interrupt().await.success());
    assert_eq!(files(), 0);
}
