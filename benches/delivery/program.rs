//! The built program, and what it uses of the machine.

use std::fs::{File, read_to_string};
use std::process::{Child, Command, Stdio};

use crate::place::{EAST_TOKEN, Place, TOKEN};

/// A running `duban run`; killed when dropped.
pub(crate) struct Program(Child);

/// What a process has used so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Usage {
    /// Resident now, MiB.
    pub(crate) resident: f64,
    /// The most that was ever resident, MiB.
    pub(crate) most: f64,
    /// Processor time in user and system, seconds.
    pub(crate) cpu: f64,
}

impl Program {
    /// Starts it in that place, believing in that rate.
    pub(crate) fn run(place: &Place, rate: u32) -> Self {
        let log = File::create(place.folder.path().join("log")).expect("a log");
        let child = Command::new(env!("CARGO_BIN_EXE_duban"))
            .arg("run")
            .current_dir(place.folder.path())
            .env_clear()
            .env("TELOXIDE_TOKEN", TOKEN)
            .env("TELOXIDE_TOKEN_EAST", EAST_TOKEN)
            .env("TELOXIDE_API_URL", place.sandbox.url())
            .env("DATABASE_URL", &place.database)
            .env("DUBAN_CAMPAIGN", "campaign.toml")
            .env("DUBAN_LISTEN", "127.0.0.1:0")
            .env("DUBAN_RATE", rate.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the program");
        Self(child)
    }

    /// What it has used so far, as the kernel counts.
    pub(crate) fn usage(&self) -> Usage {
        let folder = format!("/proc/{}", self.0.id());
        let status = read_to_string(format!("{folder}/status")).unwrap_or_default();
        let mebibytes = |key: &str| {
            let line = status.lines().find(|line| line.starts_with(key));
            let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
            kib.unwrap_or(0.0) / 1_024.0
        };
        let stat = read_to_string(format!("{folder}/stat")).unwrap_or_default();
        // The name before it may hold spaces. Linux counts in hundredths of a second.
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let fields = fields.split_whitespace().skip(11).take(2);
        let hundredths: f64 = fields.filter_map(|field| field.parse::<f64>().ok()).sum();
        Usage {
            resident: mebibytes("VmRSS:"),
            most: mebibytes("VmHWM:"),
            cpu: hundredths / 100.0,
        }
    }

    /// Ends it.
    pub(crate) fn ends(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}
