//! `duban quota`: targets set locally (S2).

use clap::Subcommand;

use super::movement::{known_rank, known_unit};
use super::print::say;
use super::trouble::Trouble;
use super::{Done, ground};
use crate::books::Books;
use crate::domain::quota::{Line, Named, amount};
use crate::quota::{Of, Wish, look, set};
use crate::store::{Tx, audit, cadre, quota};
use crate::text;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// What stands; with --history everything that was ever set, the latest first
    List {
        /// Everything that was ever set
        #[arg(long)]
        history: bool,
    },
    /// Set one; never below what the campaign fixes
    Set {
        #[command(flatten)]
        whom: Whom,
        /// How much: 6, "6 days", 48学时
        #[arg(long)]
        amount: String,
    },
    /// Go back to what the campaign says
    Lift {
        #[command(flatten)]
        whom: Whom,
    },
}

/// For whom, of what.
#[derive(Debug, clap::Args)]
pub(super) struct Whom {
    /// The duty, by its id in the campaign file
    #[arg(long)]
    duty: String,
    /// For this unit and what is below it
    #[arg(
        long,
        value_name = "PATH",
        required_unless_present = "cadre",
        conflicts_with = "cadre"
    )]
    unit: Option<String>,
    /// For this person, by key
    #[arg(long, value_name = "KEY")]
    cadre: Option<String>,
    /// Only this rank
    #[arg(long, value_name = "RANK")]
    rank: Option<String>,
    /// Show whom it would change something for; change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(command: Command) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    match command {
        Command::List { history } => list(&books, history).await,
        Command::Set { whom, amount } => make(&books, whom, Some(amount)).await,
        Command::Lift { whom } => make(&books, whom, None).await,
    }
}

async fn list(books: &Books, history: bool) -> Result<Done, Trouble> {
    let mut tx = books.store.read().await?;
    let sets = if history {
        quota::history(&mut tx).await?
    } else {
        quota::standing(&mut tx).await?
    };
    tx.commit().await?;
    let language = ground::language();
    if sets.is_empty() {
        say(text::no_quotas(language));
    }
    for set in sets {
        let now = books.clock.now();
        let at = chrono::DateTime::from_timestamp_millis(set.at).unwrap_or(now);
        let line = Line {
            duty: set.duty,
            of: match set.person {
                Some(who) => Named::Person { who },
                None => Named::Unit { path: set.path },
            },
            rank: set.rank,
            amount: set.amount,
            on: books.local_day(at),
            by: set.by,
        };
        say(text::quota_line(&books.campaign, language, &line));
    }
    Ok(Done::Well)
}

async fn make(books: &Books, whom: Whom, words: Option<String>) -> Result<Done, Trouble> {
    let campaign = &books.campaign;
    let duty = campaign.duty(&whom.duty).ok_or_else(|| {
        let duties: Vec<&str> = campaign
            .duties
            .iter()
            .map(|duty| duty.id.as_str())
            .collect();
        Trouble::new(
            format!("the campaign has no duty {:?}", whom.duty),
            format!("its duties are: {}", duties.join(", ")),
        )
    })?;
    let amount = match &words {
        None => None,
        Some(words) => amount(campaign, duty, words).ok_or_else(|| {
            Trouble::new(
                format!("{words:?} is no amount that the duty is counted in"),
                format!(
                    "write it as \"6 {}\"",
                    duty.shown_in.name().replace('_', " ")
                ),
            )
        })?,
    };
    let mut tx = books.store.begin().await?;
    let wish = Wish {
        duty: duty.id.clone(),
        of: of(&mut tx, &whom).await?,
        rank: match &whom.rank {
            None => None,
            Some(word) => Some(known_rank(campaign, word)?),
        },
        amount,
    };
    let found = look(&mut tx, duty, &wish).await?;
    let language = ground::language();
    if let Some(least) = found.below {
        return Err(Trouble::new(
            text::quota_refused(campaign, language, &duty.id, least),
            "set that or more; nothing was changed",
        ));
    }
    for line in text::quota_preview(campaign, language, &found.preview) {
        say(line);
    }
    if found.already {
        say(text::quota_done(language, false));
        return Ok(Done::Well);
    }
    if whom.dry_run {
        say(text::import_dry_run(language));
        return Ok(Done::Well);
    }
    let object = format!("{} {}", wish.duty, wish.of.path());
    let attempt = audit::Attempt {
        account: None,
        cadre: None,
        action: "quota",
        object: &object,
        allowed: true,
    };
    let now = books.clock.now();
    audit::record(&mut tx, &attempt, now).await?;
    set(&mut tx, &wish, &found, now).await?;
    tx.commit().await?;
    say(text::quota_done(language, true));
    Ok(Done::Well)
}

async fn of(tx: &mut Tx, whom: &Whom) -> Result<Of, Trouble> {
    if let Some(path) = &whom.unit {
        return Ok(Of::Unit(known_unit(tx, path).await?));
    }
    let key = whom.cadre.clone().unwrap_or_default();
    let person = cadre::by_key(tx, &key).await?;
    person.map(Of::Person).ok_or_else(|| {
        Trouble::new(
            format!("nobody has the key {key:?}"),
            "`duban export roster --format csv` lists the keys",
        )
    })
}
