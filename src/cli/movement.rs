//! `duban move`: somebody serves elsewhere, or as something else, from a day on; or leaves.

use chrono::NaiveDate;

use super::print::say;
use super::trouble::Trouble;
use super::{Done, day, ground};
use crate::domain::movement::{Change, Refusal};
use crate::movement::{look, record};
use crate::store::{Tx, audit, cadre, unit};
use crate::text::{self, MoveDone};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The person, by key
    #[arg(long, value_name = "KEY")]
    cadre: String,
    /// The unit he goes to, by its whole path
    #[arg(long, value_name = "PATH", conflicts_with = "leaves")]
    unit: Option<String>,
    /// The rank he has then, as the campaign file or an office writes it
    #[arg(long, value_name = "RANK", conflicts_with = "leaves")]
    rank: Option<String>,
    /// He leaves the roster
    #[arg(long, required_unless_present_any = ["unit", "rank"])]
    leaves: bool,
    /// From this day on; today if left out
    #[arg(long, value_parser = day::parse)]
    from: Option<NaiveDate>,
    /// Show what it comes to; change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(args: Args) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let (campaign, calendar) = (&books.campaign, books.calendar());
    let (now, today) = (books.clock.now(), books.today());
    let mut tx = books.store.begin().await?;
    let person = cadre::by_key(&mut tx, &args.cadre).await?.ok_or_else(|| {
        Trouble::new(
            format!("nobody has the key {:?}", args.cadre),
            "`duban export roster --format csv` lists the keys",
        )
    })?;
    let change = Change {
        unit: match &args.unit {
            None => None,
            Some(path) => Some(known_unit(&mut tx, path).await?),
        },
        rank: match &args.rank {
            None => None,
            Some(word) => Some(known_rank(campaign, word)?),
        },
        leaves: args.leaves,
    };
    let from = args.from.unwrap_or(today);
    let found = look(&mut tx, campaign, &calendar, person, &change, (from, today)).await?;
    let language = ground::language();
    say(text::moved(campaign, language, &found.step()));
    if found.already || found.refusal == Some(Refusal::Nothing) {
        say(text::move_done(language, MoveDone::Before));
        return Ok(Done::Well);
    }
    match found.refusal {
        // An office may put right on the command line what lies further back than a chat lets it.
        None | Some(Refusal::Nothing | Refusal::NoSuchDay) => {}
        Some(Refusal::TooEarly(since)) => {
            return Err(Trouble::new(
                format!("what the roster says of this person holds since {since}"),
                format!("use --from {since} or a later day"),
            ));
        }
    }
    if args.dry_run {
        say(text::import_dry_run(language));
        return Ok(Done::Well);
    }
    let after = found.after.unit_path.clone();
    let attempt = audit::Attempt {
        account: None,
        cadre: Some(found.before.id),
        action: "move",
        object: &after,
        allowed: true,
    };
    audit::record(&mut tx, &attempt, now).await?;
    record(
        &mut tx,
        campaign,
        (found.before, found.after),
        from,
        None,
        now,
    )
    .await?;
    tx.commit().await?;
    let done = if from > today {
        MoveDone::Waits(from)
    } else {
        MoveDone::Recorded
    };
    say(text::move_done(language, done));
    Ok(Done::Well)
}

/// The unit of that path.
pub(super) async fn known_unit(
    tx: &mut Tx,
    path: &str,
) -> Result<crate::domain::unit::Unit, Trouble> {
    let units = unit::meant(tx, path).await?;
    let unit = units.into_iter().find(|unit| unit.path == path);
    unit.ok_or_else(|| {
        Trouble::new(
            format!("there is no unit {path:?}"),
            "write its whole path as `duban export roster` has it: county/township",
        )
    })
}

/// The rank's id.
pub(super) fn known_rank(
    campaign: &crate::domain::campaign::Campaign,
    word: &str,
) -> Result<String, Trouble> {
    let known = campaign.rank_of(word).filter(|_| !word.trim().is_empty());
    known.map(str::to_owned).ok_or_else(|| {
        let ranks: Vec<&str> = campaign.ranks.iter().map(|rank| rank.id.as_str()).collect();
        Trouble::new(
            format!("the campaign has no rank {word:?}"),
            format!("its ranks are: {}", ranks.join(", ")),
        )
    })
}
