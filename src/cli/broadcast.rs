//! `duban broadcast`: one text of the office to many.

use clap::Subcommand;
use std::path::{Path, PathBuf};

use super::print::say;
use super::trouble::Trouble;
use super::{Done, ground};
use crate::books::Books;
use crate::broadcast::{self, Draft, Refusal, forecast};
use crate::domain::audience::Audience;
use crate::domain::broadcast::{Body, Order, Photo};
use crate::domain::ids::BroadcastId;
use crate::domain::language::Language;
use crate::store::broadcast::{Listed, latest};
use crate::text::{self, BroadcastRow, Outlook};

/// Broadcasts that a list shows: the latest.
const LISTED: i64 = 20;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Send a text to everybody who is linked, or to a part of them
    Send(Box<Send>),
    /// List the latest broadcasts: state, people, sent, waiting, closed and why
    List,
    /// Hold one
    Pause(Which),
    /// Let a held one go on: only what is unsent is sent
    Resume(Which),
    /// Send no more of one; what was sent stays
    Cancel(Which),
}

#[derive(Debug, clap::Args)]
pub(super) struct Send {
    /// The text, in the campaign's language (UTF-8; shown as it stands)
    file: PathBuf,
    /// The same in another language: zh-CN, zh-TW, en, ko
    #[arg(long = "in", value_name = "LANG=FILE", value_parser = translation)]
    translations: Vec<(Language, PathBuf)>,
    /// A picture above it: JPEG, PNG or WebP
    #[arg(long, value_name = "FILE")]
    photo: Option<PathBuf>,
    /// Only people of this unit and what is below it
    #[arg(long = "unit", value_name = "PATH")]
    units: Vec<String>,
    /// Only people of this rank
    #[arg(long = "rank", value_name = "RANK")]
    ranks: Vec<String>,
    /// Only people with this trait
    #[arg(long = "trait", value_name = "TRAIT")]
    traits: Vec<String>,
    /// Only people of units of this sector
    #[arg(long = "sector", value_name = "SECTOR")]
    sectors: Vec<String>,
    /// Say how many it would go to and how long that takes; send nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Which {
    /// Its number
    id: i64,
}

pub(super) async fn run(command: Command) -> Result<Done, Trouble> {
    match command {
        Command::Send(args) => send(*args).await,
        Command::List => list().await,
        Command::Pause(which) => order(&which, Order::Pause).await,
        Command::Resume(which) => order(&which, Order::Resume).await,
        Command::Cancel(which) => order(&which, Order::Cancel).await,
    }
}

/// Reads `ko=notice.ko.txt`.
fn translation(text: &str) -> Result<(Language, PathBuf), String> {
    text.split_once('=')
        .and_then(|(tag, file)| Some((Language::from_tag(tag)?, PathBuf::from(file))))
        .ok_or_else(|| {
            let tags = Language::ALL.map(Language::tag);
            format!("write LANG=FILE; the languages are: {}", tags.join(", "))
        })
}

async fn send(args: Send) -> Result<Done, Trouble> {
    let (settings, books) = ground::books().await?;
    let dry_run = args.dry_run;
    let draft = draft(args, books.campaign.language)?;
    let now = books.clock.now();
    let mut tx = if dry_run {
        books.store.read().await?
    } else {
        books.store.begin().await?
    };
    let people = broadcast::check(&mut tx, &books.campaign, &draft).await?;
    if dry_run {
        tx.commit().await?;
        let outlook = outlook(&books, people, settings.rate.get());
        for line in text::broadcast_forecast(&books.campaign, ground::language(), &outlook) {
            say(line);
        }
        return Ok(Done::Well);
    }
    let id = broadcast::create(&mut tx, &books.campaign, &draft, now).await?;
    tx.commit().await?;
    say(text::broadcast_made(ground::language(), id.0, people));
    Ok(Done::Well)
}

fn draft(args: Send, main: Language) -> Result<Draft, Trouble> {
    let mut texts = vec![(main, words(&args.file)?)];
    for (language, file) in &args.translations {
        texts.push((*language, words(file)?));
    }
    let photo = match &args.photo {
        None => None,
        Some(file) => Some(Photo {
            name: file.file_name().map_or_else(
                || "picture".to_owned(),
                |name| name.to_string_lossy().into(),
            ),
            bytes: read(file)?,
        }),
    };
    Ok(Draft {
        body: Body::new(texts).map_err(Refusal::from)?,
        photo,
        audience: Audience {
            units: args.units,
            ranks: args.ranks,
            traits: args.traits,
            sectors: args.sectors,
        },
        by: None,
    })
}

fn read(file: &Path) -> Result<Vec<u8>, Trouble> {
    std::fs::read(file).map_err(|error| {
        Trouble::new(
            format!("{}: cannot be read: {error}", file.display()),
            "name a file that is there",
        )
    })
}

fn words(file: &Path) -> Result<String, Trouble> {
    String::from_utf8(read(file)?).map_err(|_| {
        Trouble::new(
            format!("{}: is no text in UTF-8", file.display()),
            "save it as plain text in UTF-8",
        )
    })
}

fn outlook(books: &Books, people: i64, rate: u32) -> Outlook {
    let count = u64::try_from(people).unwrap_or(0);
    let found = forecast(&books.campaign, books.clock.now(), count, rate);
    let local =
        |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&books.campaign.zone).naive_local();
    let cuts = found.cuts.iter();
    Outlook {
        people,
        minutes: ((found.sending.num_seconds() + 59) / 60).max(1),
        begins: local(found.begins),
        ends: local(found.ends),
        cuts: cuts.map(|(from, to)| (local(*from), local(*to))).collect(),
    }
}

async fn list() -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let mut tx = books.store.read().await?;
    let listed = latest(&mut tx, LISTED).await?;
    tx.commit().await?;
    if listed.is_empty() {
        say(text::no_broadcasts(ground::language()));
    }
    for one in listed {
        say(text::broadcast_line(ground::language(), &row(&one)));
    }
    Ok(Done::Well)
}

fn row(listed: &Listed) -> BroadcastRow {
    let sum = |states: &[&str]| {
        let counts = listed.counts.iter();
        let counts = counts.filter(|count| states.contains(&count.state.as_str()));
        counts.map(|count| count.count).sum()
    };
    let closed = listed.counts.iter().filter(|count| count.state == "closed");
    BroadcastRow {
        id: listed.id.0,
        state: listed.state,
        total: listed.total,
        sent: sum(&["sent"]),
        waiting: sum(&["waiting", "leased"]),
        closed: closed
            .map(|count| (count.reason.clone(), count.count))
            .collect(),
    }
}

async fn order(which: &Which, order: Order) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let mut tx = books.store.begin().await?;
    broadcast::order(
        &mut tx,
        BroadcastId(which.id),
        order,
        None,
        books.clock.now(),
    )
    .await?;
    tx.commit().await?;
    say(text::broadcast_obeyed(ground::language(), which.id, order));
    Ok(Done::Well)
}
