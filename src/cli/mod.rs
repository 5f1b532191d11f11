//! The command line: one file a subcommand. Exit status 0 done, 1 a refusal or a finding, 2 wrong
//! usage. Errors go to standard error: a line what, a line what to do.

mod assign;
mod broadcast;
mod check;
mod day;
mod demo;
mod export;
mod grant;
mod ground;
mod import;
mod invite;
mod movement;
mod outbox;
mod plan;
mod print;
mod quota;
mod run;
mod trouble;

use clap::{Parser, Subcommand};
use std::io::IsTerminal;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

use print::complain;
use trouble::Trouble;

/// Duban (督办): a campaign office's memory, over Telegram.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show everything in the browser, without a token: a sandbox Telegram and a demo campaign
    Demo(demo::Args),
    /// Run the service
    Run,
    /// Check config, campaign file, calendar and database; name every mistake with its place
    Check,
    /// Take in an office table (xlsx or csv)
    #[command(subcommand)]
    Import(import::Command),
    /// Write a table out
    Export(export::Args),
    /// Make invitation codes: key,name,unit,code,link as CSV
    Invite(invite::Args),
    /// Give somebody a role
    Grant(grant::Args),
    /// Take a role back
    Revoke(grant::Args),
    /// Give somebody a contact point, or end it
    Assign(assign::Args),
    /// Move somebody to another unit or rank, or off the roster, from a day on
    Move(movement::Args),
    /// Targets set locally: list them, set one, lift one
    #[command(subcommand)]
    Quota(quota::Command),
    /// List who would get what when; nothing is sent
    Plan(plan::Args),
    /// Look into the outbox; take dead letters up again or drop them
    #[command(subcommand)]
    Outbox(outbox::Command),
    /// Say something to many people at once
    #[command(subcommand)]
    Broadcast(broadcast::Command),
}

/// What a command that ran found.
enum Done {
    /// All is well.
    Well,
    /// There was something to refuse or to find; it has been said.
    Findings,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let quiet = !matches!(cli.command, Command::Run);
    // A bulk insert that takes a second is worth a line in a service's log, none on a terminal.
    start_log(if quiet {
        "warn,sqlx=error"
    } else {
        "info,sqlx=warn"
    });
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            complain(&Trouble::new(
                format!("no threads could be started: {error}"),
                "free memory or processes and try again",
            ));
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(obey(cli.command)) {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::Findings) => ExitCode::FAILURE,
        Err(trouble) => {
            complain(&trouble);
            ExitCode::FAILURE
        }
    }
}

async fn obey(command: Command) -> Result<Done, Trouble> {
    match command {
        Command::Demo(args) => demo::run(args).await,
        Command::Run => run::run().await,
        Command::Check => check::run().await,
        Command::Import(command) => import::run(command).await,
        Command::Export(args) => export::run(args).await,
        Command::Invite(args) => invite::run(args).await,
        Command::Grant(args) => grant::give(args).await,
        Command::Revoke(args) => grant::revoke(args).await,
        Command::Assign(args) => assign::run(args).await,
        Command::Move(args) => movement::run(args).await,
        Command::Quota(command) => quota::run(command).await,
        Command::Plan(args) => plan::run(args).await,
        Command::Outbox(command) => outbox::run(command).await,
        Command::Broadcast(command) => broadcast::run(command).await,
    }
}

/// Logs go to standard error; `RUST_LOG` decides what, as everywhere in Rust.
fn start_log(level: &str) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new(format!("{level},hyper=warn,reqwest=warn")));
    // A second subscriber (tests that run several commands) is no reason to fail.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .try_init();
}
