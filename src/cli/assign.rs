//! `duban assign`: contact points (S16), one at a time. In the chat, `/points` does the same.

use super::print::say;
use super::trouble::Trouble;
use super::{Done, ground};
use crate::domain::campaign::Ask;
use crate::store::{assignment, audit, cadre, unit};
use crate::text::{self, Assigned};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The person, by key
    #[arg(long, value_name = "KEY")]
    cadre: String,
    /// The unit entrusted to him, by its whole path
    #[arg(long, value_name = "PATH")]
    unit: String,
    /// The duty whose visits it is for, by id
    #[arg(long, value_name = "ID")]
    duty: String,
    /// End it instead
    #[arg(long)]
    end: bool,
}

pub(super) async fn run(args: Args) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let asks = |duty: &&crate::domain::campaign::Duty| duty.asks.contains(&Ask::ContactPoint);
    let duties = || books.campaign.duties.iter().filter(asks);
    if !duties().any(|duty| duty.id == args.duty) {
        let known: Vec<&str> = duties().map(|duty| duty.id.as_str()).collect();
        return Err(Trouble::new(
            format!("the duty {:?} has no contact points", args.duty),
            if known.is_empty() {
                "give a duty of the campaign file asks = [\"contact-point\"]".to_owned()
            } else {
                format!("those that have: {}", known.join(", "))
            },
        ));
    }
    let mut tx = books.store.begin().await?;
    let person = cadre::by_key(&mut tx, &args.cadre).await?.ok_or_else(|| {
        Trouble::new(
            format!("nobody has the key {:?}", args.cadre),
            "`duban export roster --format csv` lists the keys",
        )
    })?;
    let unit = unit::by_path(&mut tx, &args.unit).await?.ok_or_else(|| {
        Trouble::new(
            format!("there is no unit {:?}", args.unit),
            "write its whole path as `duban export roster` has it: county/township",
        )
    })?;
    let now = books.clock.now();
    let what = if args.end {
        let points = assignment::of_cadre(&mut tx, person.id).await?;
        let his = points
            .into_iter()
            .find(|point| point.unit == unit && point.duty == args.duty);
        match his {
            Some(point) if assignment::end(&mut tx, point.id, now).await? => Assigned::Ended,
            _ => Assigned::Never,
        }
    } else if assignment::assign(&mut tx, person.id, unit, &args.duty, None, now).await? {
        Assigned::Given
    } else {
        Assigned::Before
    };
    let attempt = audit::Attempt {
        account: None,
        cadre: Some(person.id),
        action: if args.end { "assign_end" } else { "assign" },
        object: &format!("{} {}", args.duty, args.unit),
        allowed: true,
    };
    audit::record(&mut tx, &attempt, now).await?;
    tx.commit().await?;
    say(text::assigned(ground::language(), what));
    Ok(Done::Well)
}
