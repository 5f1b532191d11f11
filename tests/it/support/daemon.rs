//! The built program, as an administrator runs it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use duban::clock::rest;

/// The built program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_duban");

/// A running `duban run`; killed when dropped.
pub(crate) struct Daemon {
    child: Child,
    log: PathBuf,
}

impl Daemon {
    /// Starts a version of it in that folder with nothing else in its environment; its log is added to `log` there.
    pub(crate) fn run_version(program: &Path, folder: &Path, environment: &[(&str, &str)]) -> Self {
        let log = folder.join("log");
        let file = File::options()
            .create(true)
            .append(true)
            .open(&log)
            .expect("a log");
        let child = command(program, folder, environment)
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .expect("the program");
        Self { child, log }
    }

    /// Everything it has said so far.
    pub(crate) fn said(&self) -> String {
        let bytes = std::fs::read(&self.log).expect("the log");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// SIGKILL.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("a kill");
        self.child.wait().expect("an end");
    }

    /// SIGTERM.
    pub(crate) fn terminate(&self) {
        let sent = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        assert!(sent.expect("kill").success());
    }

    /// How it ended and how long that took, if it did within that time.
    pub(crate) async fn ends_within(&mut self, time: Duration) -> Option<(ExitStatus, Duration)> {
        let begun = Instant::now();
        while begun.elapsed() < time {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return Some((status, begun.elapsed()));
            }
            rest(Duration::from_millis(20)).await;
        }
        None
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs it to its end: whether it was content, and what it said on standard error.
pub(crate) fn refusal(folder: &Path, environment: &[(&str, &str)]) -> (Option<i32>, String) {
    let output = command(Path::new(PROGRAM), folder, environment)
        .output()
        .expect("the program");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

fn command(program: &Path, folder: &Path, environment: &[(&str, &str)]) -> Command {
    let mut command = Command::new(program);
    command
        .arg("run")
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null());
    command.envs(environment.iter().copied());
    command
}
