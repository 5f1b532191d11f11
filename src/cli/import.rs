//! `duban import`: office tables in, a result per row.

use chrono::NaiveDate;
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::{Path, PathBuf};

use super::print::{remark, say};
use super::trouble::Trouble;
use super::{Done, day, ground};
use crate::domain::calendar::parse_year;
use crate::domain::campaign::Campaign;
use crate::domain::language::Language;
use crate::domain::ledger::Column;
use crate::import::roster::Terms;
use crate::import::{Change, Fault, Report, Sort, items, roster};
use crate::store::calendar;
use crate::text::{self, Imported};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// The roster: units and people
    Roster(RosterArgs),
    /// The ledger: items with their deadlines
    Items(Args),
    /// A year of holidays and make-up work days (calendars/README.md shows the format)
    Holidays(Args),
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The file
    file: PathBuf,
    /// Show what would change; change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct RosterArgs {
    #[command(flatten)]
    table: Args,
    /// From this day on people are what the table says; today if left out. One to come waits for its day
    #[arg(long, value_parser = day::parse)]
    from: Option<NaiveDate>,
    /// People of the table's units whom it does not name leave; else they are only reported
    #[arg(long)]
    leavers: bool,
}

pub(super) async fn run(command: Command) -> Result<Done, Trouble> {
    match command {
        Command::Roster(args) => {
            let terms = Terms {
                dry_run: args.table.dry_run,
                from: args.from,
                leavers: args.leavers,
            };
            table(args.table, Some(terms)).await
        }
        Command::Items(args) => table(args, None).await,
        Command::Holidays(args) => holidays(args).await,
    }
}

/// Takes in a roster on those terms, or else a ledger.
async fn table(args: Args, people: Option<Terms>) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let bytes = read(&args.file)?;
    let name = args
        .file
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into());
    let bar = bar();
    let progress = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    };
    let (store, campaign, now) = (&books.store, &books.campaign, books.clock.now());
    let report = if let Some(terms) = people {
        roster::import_as(store, campaign, &bytes, &name, terms, now, &progress).await
    } else {
        items::import(store, campaign, &bytes, &name, args.dry_run, now, &progress).await
    };
    bar.finish_and_clear();
    let report = report.map_err(|fault| trouble(&args.file, &fault))?;
    show(campaign, &report, args.dry_run);
    Ok(if report.refused.is_empty() {
        Done::Well
    } else {
        Done::Findings
    })
}

/// The differences (all of a dry run, else only what is missing from the table), the refused rows, and
/// a summary to standard output; rows that are in but not settled to standard error.
fn show(campaign: &Campaign, report: &Report, dry_run: bool) {
    let language = ground::language();
    if dry_run {
        say(text::import_dry_run(language));
    }
    for change in &report.changes {
        if let Some(step) = &change.movement {
            if dry_run {
                let line = text::moved(campaign, language, step);
                let rest = columns(change, &["unit", "rank"]);
                let joint = if rest.is_empty() { "" } else { "; " };
                say(format!("> {line}{joint}{rest}"));
            }
            continue;
        }
        match change.sort {
            Sort::Vanished => say(format!(
                "- {}",
                text::import_missing(language, &change.subject)
            )),
            Sort::New if dry_run => say(format!("+ {}", change.subject)),
            Sort::Changed if dry_run => {
                say(format!("~ {}: {}", change.subject, columns(change, &[])));
            }
            Sort::New | Sort::Changed => {}
        }
    }
    for refused in &report.refused {
        let reason = match &refused.stands {
            None => reason(language, refused.code, &refused.text),
            Some(stands) => format!(
                "{}: {}",
                refused.code,
                text::stands(
                    language,
                    refused.code,
                    &refused.text,
                    stands.column,
                    stands.on,
                    &stands.now,
                )
            ),
        };
        // "row" and the code stay the same in every language: scripts look for them.
        say(format!("row {}: {reason}", refused.row));
    }
    for name in &report.unsettled {
        let reason = if name.candidates.is_empty() {
            reason(language, "unknown_person", &name.name)
        } else {
            let who = text::ambiguous(language, &name.name, &name.candidates);
            format!("ambiguous_person: {who}")
        };
        remark(text::import_note(language, name.row, &reason));
    }
    let nobody = report.unsettled.iter();
    let nobody = nobody.filter(|name| name.column == Column::Responsible);
    let nobody = nobody.count();
    if nobody > 0 {
        say(text::no_responsible(language, nobody));
    }
    if report.moved + report.left > 0 {
        say(text::import_movements(language, report.moved, report.left));
    }
    say(text::import_summary(
        language,
        Imported {
            new: report.new,
            changed: report.changed,
            same: report.same,
            refused: report.refused.len(),
            missing: report.vanished,
        },
    ));
}

/// The columns that differ, but for those.
fn columns(change: &Change, but: &[&str]) -> String {
    let columns = change.columns.iter();
    let columns = columns.filter(|(column, ..)| !but.contains(column));
    let columns = columns.map(|(column, before, after)| format!("{column}: {before} → {after}"));
    columns.collect::<Vec<_>>().join("; ")
}

/// "no_unit: the unit is missing: …"
fn reason(language: Language, code: &str, detail: &str) -> String {
    format!("{code}: {}", text::refusal(language, code, detail))
}

fn trouble(file: &Path, fault: &Fault) -> Trouble {
    let todo = match fault {
        Fault::Sheet(_) => "save it as xlsx or csv and import that; nothing was changed",
        Fault::Table(_) => {
            "see that one row of the sheet holds the column names of the office's table; nothing was changed"
        }
        Fault::Store(_) => "see that the database runs, then try again; nothing was half done",
    };
    Trouble::new(format!("{}: {fault}", file.display()), todo)
}

async fn holidays(args: Args) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let bytes = read(&args.file)?;
    let year = std::str::from_utf8(&bytes)
        .map_err(|error| error.to_string())
        .and_then(|text| parse_year(text).map_err(|fault| fault.to_string()))
        .map_err(|what| {
            Trouble::new(
                format!("{}: {what}", args.file.display()),
                "write it like the files under calendars/ (calendars/README.md); nothing was changed",
            )
        })?;
    if !args.dry_run {
        let mut tx = books.store.begin().await?;
        calendar::put(&mut tx, &year, books.clock.now()).await?;
        tx.commit().await?;
    }
    say(text::import_holidays(
        ground::language(),
        &year.country,
        year.year,
        year.days.len(),
    ));
    Ok(Done::Well)
}

fn read(file: &Path) -> Result<Vec<u8>, Trouble> {
    std::fs::read(file).map_err(|error| {
        Trouble::new(
            format!("{}: cannot be read: {error}", file.display()),
            "name a file that is there",
        )
    })
}

/// Shown on a terminal only; indicatif sees to that.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    let bar = ProgressBar::new(0);
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
