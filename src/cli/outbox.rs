//! `duban outbox`: what waits, was sent, was closed or is dead, one by one; dead letters taken up again or
//! dropped. A running service notices within seconds.

mod show;

use chrono::DateTime;
use clap::{Subcommand, ValueEnum};
use std::collections::HashSet;

use super::print::{remark, say};
use super::trouble::Trouble;
use super::{Done, ground};
use crate::books::Books;
use crate::domain::ids::OutboxId;
use crate::store::bell::Bell;
use crate::store::outbox::{self, Lane, Listed, Wanted};
use crate::store::{Tx, audit, cadre};
use crate::text;

/// The longest object of an attempt on record, in characters.
const LONGEST_OBJECT: usize = 200;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List messages, the latest first: dead letters unless another state is named
    List(ListArgs),
    /// Show everything of one message, with the words as they would be sent now
    Show {
        /// The message's number
        #[arg(value_name = "ID")]
        id: i64,
    },
    /// Take dead letters up again: they are sent anew
    Retry(Which),
    /// Close dead letters for good
    Drop(Which),
}

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    /// In this state
    #[arg(long, value_enum, default_value_t = State::Dead)]
    state: State,
    /// Of this kind only, such as answer or digest
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// To this person only, by key
    #[arg(long, value_name = "KEY")]
    cadre: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: u32,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct Which {
    /// Their numbers
    #[arg(value_name = "ID")]
    ids: Vec<i64>,
    /// All dead letters
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum State {
    Dead,
    Waiting,
    Leased,
    Sent,
    Closed,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Waiting => "waiting",
            Self::Leased => "leased",
            Self::Sent => "sent",
            Self::Closed => "closed",
        }
    }
}

pub(super) async fn run(command: Command) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    match command {
        Command::List(args) => list(&books, &args).await,
        Command::Show { id } => show::show(&books, OutboxId(id)).await,
        Command::Retry(which) => raise(&books, &which, Raise::Retry).await,
        Command::Drop(which) => raise(&books, &which, Raise::Drop).await,
    }
}

async fn list(books: &Books, args: &ListArgs) -> Result<Done, Trouble> {
    let mut tx = books.store.read().await?;
    let cadre = match &args.cadre {
        None => None,
        Some(key) => {
            let person = cadre::by_key(&mut tx, key).await?.ok_or_else(|| {
                Trouble::new(
                    format!("nobody has the key {key:?}"),
                    "`duban export roster --format csv` lists the keys",
                )
            })?;
            Some(person.id)
        }
    };
    let wanted = Wanted {
        state: args.state.name(),
        kind: args.kind.as_deref(),
        cadre,
    };
    let rows = outbox::list(&mut tx, &wanted, args.limit).await?;
    let total = outbox::count(&mut tx, &wanted).await?;
    tx.commit().await?;
    for row in &rows {
        say(line(books, row));
    }
    say(text::messages_listed(ground::language(), rows.len(), total));
    Ok(Done::Well)
}

/// "1412  2014-03-03 17:30  reminder  digest  P000002  周俊哲  attempts 1  Bad Request: …"
fn line(books: &Books, row: &Listed) -> String {
    let at = row.dead_at.or(row.sent_at).unwrap_or(row.not_before);
    let mut parts = vec![
        row.id.to_string(),
        local(books, at),
        Lane::from_number(row.lane)
            .map_or("", Lane::name)
            .to_owned(),
        row.kind.clone(),
        row.key.clone().unwrap_or_else(|| row.chat_id.to_string()),
    ];
    parts.extend(row.name.clone());
    parts.push(format!("attempts {}", row.attempts));
    // What Telegram said is one line, whatever it said.
    parts.extend(row.reason.as_deref().map(one_line));
    parts.join("  ")
}

/// An instant (UTC milliseconds) as the campaign's local time.
fn local(books: &Books, millis: i64) -> String {
    DateTime::from_timestamp_millis(millis).map_or_else(String::new, |at| {
        let at = at.with_timezone(&books.campaign.zone);
        at.format("%Y-%m-%d %H:%M").to_string()
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is done with dead letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Raise {
    Retry,
    Drop,
}

async fn raise(books: &Books, which: &Which, how: Raise) -> Result<Done, Trouble> {
    let now = books.clock.now();
    let mut tx = books.store.begin().await?;
    let mut ids: Vec<OutboxId> = if which.all {
        outbox::dead_ids(&mut tx).await?
    } else {
        which.ids.iter().copied().map(OutboxId).collect()
    };
    ids.sort_unstable();
    ids.dedup();
    let done = match how {
        Raise::Retry => {
            tx.ring(Bell::Outbox).await?;
            outbox::retry(&mut tx, &ids, now).await?
        }
        Raise::Drop => outbox::drop_dead(&mut tx, &ids, now).await?,
    };
    if !done.is_empty() {
        record(&mut tx, books, how, &done).await?;
    }
    tx.commit().await?;
    let language = ground::language();
    say(match how {
        Raise::Retry => text::letters_retried(language, done.len()),
        Raise::Drop => text::letters_dropped(language, done.len()),
    });
    let done: HashSet<OutboxId> = done.into_iter().collect();
    let left: Vec<_> = ids.iter().filter(|id| !done.contains(id)).collect();
    for id in &left {
        remark(text::not_dead(language, id.0));
    }
    Ok(if left.is_empty() {
        Done::Well
    } else {
        Done::Findings
    })
}

async fn record(tx: &mut Tx, books: &Books, how: Raise, ids: &[OutboxId]) -> Result<(), Trouble> {
    let list: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let object = format!("{}: {}", ids.len(), list.join(" "));
    let object: String = object.chars().take(LONGEST_OBJECT).collect();
    let attempt = audit::Attempt {
        account: None,
        cadre: None,
        action: match how {
            Raise::Retry => "outbox_retry",
            Raise::Drop => "outbox_drop",
        },
        object: &object,
        allowed: true,
    };
    Ok(audit::record(tx, &attempt, books.clock.now()).await?)
}
