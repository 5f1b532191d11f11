//! `duban export`: tables with stable columns.

mod escalation;
mod items;
mod progress;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use clap::ValueEnum;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use super::trouble::Trouble;
use super::{Done, ground};
use crate::books::Books;
use crate::domain::account::{Pace, window_for};
use crate::domain::ids::{CadreId, OutboxId};
use crate::domain::rules::Rules;
use crate::exchange::write::{Format, TableWriter, Value, WriteFault};
use crate::store::{account, audit, cadre, entry, leave, outbox, posting, quota, report};

/// Rows read at once.
const PAGE: i64 = 5_000;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What
    table: Table,
    /// How
    #[arg(long, value_enum, default_value_t = Shape::Csv)]
    format: Shape,
    /// Where to; standard output if left out
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The ledger as offices keep it, in the campaign's language; edited, it comes back with `import items`
    #[arg(long)]
    office: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Table {
    Roster,
    Entries,
    Accounts,
    Items,
    Outbox,
    Audit,
    Leaves,
    Postings,
    Progress,
    Escalations,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    Csv,
    Jsonl,
    Xlsx,
}

const LEAVES: &[&str] = &[
    "id",
    "cadre",
    "name",
    "unit",
    "kind",
    "first_day",
    "last_day",
    "status",
    "said_at",
    "withdrawn_at",
    "recorded_by",
    "update_id",
];

const POSTINGS: &[&str] = &[
    "id",
    "cadre",
    "name",
    "unit",
    "post",
    "rank",
    "traits",
    "active",
    "from_date",
    "recorded_at",
    "recorded_by",
    "applied_at",
];

impl Table {
    const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Roster => &[
                "key",
                "name",
                "unit",
                "post",
                "rank",
                "traits",
                "phone",
                "telegram_id",
                "link",
                "active",
                "joined_on",
            ],
            Self::Entries => &[
                "id",
                "cadre",
                "name",
                "unit",
                "duty",
                "amount",
                "measure",
                "on_date",
                "form",
                "topic",
                "note",
                "source",
                "status",
                "recorded_at",
                "update_id",
                "recorded_by",
                "corrects",
            ],
            Self::Accounts => &[
                "key", "name", "unit", "duty", "window", "target", "counted", "pending",
                "rejected", "pace", "measure",
            ],
            Self::Items => &[
                "no",
                "kind",
                "content",
                "unit",
                "lead",
                "responsible",
                "deadline",
                "status",
                "light",
                "submitted_at",
                "closed_at",
                "closed_by",
            ],
            Self::Outbox => &[
                "id",
                "lane",
                "kind",
                "cadre",
                "chat_id",
                "dedupe_key",
                "not_before",
                "state",
                "attempts",
                "sent_at",
                "reason",
            ],
            Self::Audit => &[
                "id",
                "at",
                "telegram_id",
                "cadre",
                "action",
                "object",
                "allowed",
            ],
            Self::Leaves => LEAVES,
            Self::Postings => POSTINGS,
            Self::Progress => progress::COLUMNS,
            Self::Escalations => escalation::COLUMNS,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Roster => "roster",
            Self::Entries => "entries",
            Self::Accounts => "accounts",
            Self::Items => "items",
            Self::Outbox => "outbox",
            Self::Audit => "audit",
            Self::Leaves => "leaves",
            Self::Postings => "postings",
            Self::Progress => "progress",
            Self::Escalations => "escalations",
        }
    }
}

pub(super) async fn run(args: Args) -> Result<Done, Trouble> {
    if args.office && args.table != Table::Items {
        return Err(Trouble::new(
            format!("{} has no form of the office's own", args.table.name()),
            "write `duban export items --office --format xlsx --out ledger.xlsx`",
        ));
    }
    let (_, books) = ground::books().await?;
    let out: Box<dyn Write + Send> = match &args.out {
        None => Box::new(std::io::stdout()),
        Some(path) => Box::new(std::fs::File::create(path).map_err(|error| {
            Trouble::new(
                format!("{}: cannot be written: {error}", path.display()),
                "name a file in a folder that is there",
            )
        })?),
    };
    let format = match args.format {
        Shape::Csv => Format::Csv,
        Shape::Jsonl => Format::Jsonl,
        Shape::Xlsx => Format::Xlsx,
    };
    let out = BufWriter::new(out);
    if args.office {
        let mut out = items::office(&books, format, out).await?;
        out.flush().map_err(WriteFault::from)?;
        return Ok(Done::Well);
    }
    let columns = args.table.columns();
    let mut table = TableWriter::create(format, out, columns, args.table.name())?;
    match args.table {
        Table::Roster => roster(&books, &mut table).await?,
        Table::Entries => entries(&books, &mut table).await?,
        Table::Accounts => accounts(&books, &mut table).await?,
        Table::Items => items::plain(&books, &mut table).await?,
        Table::Outbox => messages(&books, &mut table).await?,
        Table::Audit => attempts(&books, &mut table).await?,
        Table::Leaves => leaves(&books, &mut table).await?,
        Table::Postings => postings(&books, &mut table).await?,
        Table::Progress => progress::write(&books, &mut table).await?,
        Table::Escalations => escalation::table(&books, &mut table).await?,
    }
    table.finish()?.flush().map_err(WriteFault::from)?;
    Ok(Done::Well)
}

impl From<WriteFault> for Trouble {
    fn from(fault: WriteFault) -> Self {
        Self::new(
            format!("the table could not be written: {fault}"),
            "write to a place with room",
        )
    }
}

type Out = TableWriter<BufWriter<Box<dyn Write + Send>>>;

fn words(value: impl Into<String>) -> Value {
    let text = value.into();
    if text.is_empty() {
        Value::Empty
    } else {
        Value::Text(text)
    }
}

fn instant(millis: Option<i64>, zone: Tz) -> Value {
    millis
        .and_then(DateTime::from_timestamp_millis)
        .map_or(Value::Empty, |at| {
            Value::Time(at.with_timezone(&zone).fixed_offset())
        })
}

fn date(text: &str) -> Value {
    text.parse::<NaiveDate>()
        .map_or_else(|_| words(text), Value::Date)
}

async fn roster(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let mut tx = books.store.read().await?;
    let mut after = 0;
    loop {
        let rows = report::roster_page(&mut tx, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = last.id;
        for row in &rows {
            table.row(&[
                words(&row.key),
                words(&row.name),
                words(&row.path),
                words(&row.post),
                words(&row.rank),
                words(&row.traits),
                words(&row.phone),
                row.telegram_id.map_or(Value::Empty, Value::Int),
                words(&row.link),
                words(if row.active == 0 { "false" } else { "true" }),
                row.joined_on.as_deref().map_or(Value::Empty, date),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}

async fn postings(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    let mut after = 0;
    loop {
        let rows = posting::page(&mut tx, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = last.id;
        for row in &rows {
            table.row(&[
                Value::Int(row.id),
                words(&row.key),
                words(&row.name),
                words(&row.path),
                words(&row.post),
                words(&row.rank),
                words(&row.traits),
                words(if row.active == 0 { "false" } else { "true" }),
                date(&row.from_date),
                instant(Some(row.recorded_at), zone),
                row.recorded_by.as_ref().map_or(Value::Empty, words),
                instant(row.applied_at, zone),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}

async fn entries(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    let mut after = 0;
    loop {
        let rows = entry::page(&mut tx, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = last.id;
        for row in &rows {
            table.row(&[
                Value::Int(row.id),
                words(&row.key),
                words(&row.name),
                words(&row.path),
                words(&row.duty),
                Value::Decimal(row.amount),
                words(&row.measure),
                date(&row.on_date),
                row.form.as_ref().map_or(Value::Empty, words),
                row.topic.as_ref().map_or(Value::Empty, words),
                words(&row.note),
                words(&row.source),
                words(row.status().name()),
                instant(Some(row.recorded_at), zone),
                Value::Int(row.update_id),
                row.recorder.as_ref().map_or(Value::Empty, words),
                row.corrects.map_or(Value::Empty, Value::Int),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}

/// A row for each duty that a person owes or has done something of, in the window that is spoken of today.
async fn accounts(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let (campaign, today, calendar) = (&books.campaign, books.today(), books.calendar());
    let mut tx = books.store.read().await?;
    let quotas = quota::all(&mut tx).await?;
    let rules = Rules {
        campaign,
        calendar: &calendar,
        quotas: &quotas,
    };
    let mut after = CadreId(0);
    loop {
        let people = cadre::active_after(&mut tx, after, PAGE).await?;
        let Some(last) = people.last() else { break };
        after = last.id;
        let mut of_duty = Vec::with_capacity(campaign.duties.len());
        for duty in &campaign.duties {
            let standings = account::standings(&mut tx, &rules, duty, &people, today).await?;
            of_duty.push((duty, standings));
        }
        for (at, person) in people.iter().enumerate() {
            for (duty, standings) in &of_duty {
                if let Some(standing) = standings.get(at).filter(|standing| standing.matters()) {
                    let window = window_for(campaign, duty, &person.subject(), today);
                    let window = window.map(|span| format!("{}/{}", span.start, span.end));
                    let target = standing
                        .target
                        .map_or(Value::Empty, |whole| Value::Decimal(whole.0));
                    table.row(&[
                        words(&person.key),
                        words(&person.name),
                        words(&person.unit_path),
                        words(&duty.id),
                        words(window.unwrap_or_default()),
                        target,
                        Value::Decimal(standing.counted.0),
                        Value::Decimal(standing.pending.0),
                        Value::Decimal(standing.rejected.0),
                        words(standing.pace.map_or("", Pace::name)),
                        words(duty.measure.name()),
                    ])?;
                }
            }
        }
    }
    Ok(tx.commit().await?)
}

async fn messages(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    let mut after = OutboxId(0);
    loop {
        let rows = outbox::page(&mut tx, after, 5_000).await?;
        let Some(last) = rows.last() else { break };
        after = OutboxId(last.id);
        for row in &rows {
            let lane = outbox::Lane::from_number(row.lane).map_or("", outbox::Lane::name);
            table.row(&[
                Value::Int(row.id),
                words(lane),
                words(&row.kind),
                row.cadre.as_ref().map_or(Value::Empty, words),
                Value::Int(row.chat_id),
                words(&row.dedupe_key),
                instant(Some(row.not_before), zone),
                words(&row.state),
                Value::Int(row.attempts),
                instant(row.sent_at, zone),
                row.reason.as_ref().map_or(Value::Empty, words),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}

async fn attempts(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    for row in audit::all(&mut tx).await? {
        table.row(&[
            Value::Int(row.id),
            instant(Some(row.at), zone),
            row.telegram_id.map_or(Value::Empty, Value::Int),
            row.key.as_ref().map_or(Value::Empty, words),
            words(&row.action),
            words(&row.object),
            words(if row.allowed == 0 { "false" } else { "true" }),
        ])?;
    }
    Ok(tx.commit().await?)
}

async fn leaves(books: &Books, table: &mut Out) -> Result<(), Trouble> {
    let zone = books.campaign.zone;
    let mut tx = books.store.read().await?;
    let mut after = 0;
    loop {
        let rows = leave::page(&mut tx, after, PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = last.id;
        for row in &rows {
            let withdrawn = row.withdrawn_at.is_some();
            table.row(&[
                Value::Int(row.id),
                words(&row.key),
                words(&row.name),
                words(&row.path),
                words(&row.kind),
                date(&row.first_day),
                date(&row.last_day),
                words(if withdrawn { "withdrawn" } else { "stands" }),
                instant(Some(row.said_at), zone),
                instant(row.withdrawn_at, zone),
                row.recorded_by.as_ref().map_or(Value::Empty, words),
                Value::Int(row.update_id),
            ])?;
        }
    }
    Ok(tx.commit().await?)
}
