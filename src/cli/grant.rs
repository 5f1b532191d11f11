//! `duban grant` and `duban revoke`: the first office admin is made here; all else can be done in chat.

use super::print::say;
use super::trouble::Trouble;
use super::{Done, ground};
use crate::books::Books;
use crate::domain::grant::Role;
use crate::domain::ids::{CadreId, UnitId};
use crate::store::{Tx, audit, cadre, grant, unit};
use crate::text::{self, Granted};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The role: office; liaison (needs --unit)
    #[arg(value_parser = role)]
    role: Role,
    /// The person, by key
    #[arg(long, value_name = "KEY")]
    cadre: String,
    /// Only over this unit and what is below it; an office's is everywhere if left out
    #[arg(long, value_name = "PATH")]
    unit: Option<String>,
}

pub(super) async fn give(args: Args) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let mut tx = books.store.begin().await?;
    let (cadre, unit) = resolve(&mut tx, &args).await?;
    let new = grant::give(&mut tx, args.role, cadre, unit, books.clock.now()).await?;
    record(&mut tx, "grant", &args, cadre, &books).await?;
    tx.commit().await?;
    let what = if new { Granted::Given } else { Granted::Before };
    say(text::granted(ground::language(), what));
    Ok(Done::Well)
}

pub(super) async fn revoke(args: Args) -> Result<Done, Trouble> {
    let (_, books) = ground::books().await?;
    let mut tx = books.store.begin().await?;
    let (cadre, unit) = resolve(&mut tx, &args).await?;
    let ended = grant::revoke(&mut tx, args.role, cadre, unit, books.clock.now()).await?;
    record(&mut tx, "revoke", &args, cadre, &books).await?;
    tx.commit().await?;
    let what = if ended {
        Granted::Ended
    } else {
        Granted::Never
    };
    say(text::granted(ground::language(), what));
    Ok(Done::Well)
}

/// A role by its name.
fn role(text: &str) -> Result<Role, String> {
    Role::from_name(text).ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
        format!("the roles are: {}", known.join(", "))
    })
}

async fn resolve(tx: &mut Tx, args: &Args) -> Result<(CadreId, Option<UnitId>), Trouble> {
    if args.role.needs_unit() && args.unit.is_none() {
        return Err(Trouble::new(
            format!("a {} is of one unit, and none is named", args.role.name()),
            "add --unit and its whole path as `duban export roster` has it: county/township",
        ));
    }
    let person = cadre::by_key(tx, &args.cadre).await?.ok_or_else(|| {
        Trouble::new(
            format!("nobody has the key {:?}", args.cadre),
            "`duban export roster --format csv` lists the keys",
        )
    })?;
    let unit = match &args.unit {
        None => None,
        Some(path) => Some(unit::by_path(tx, path).await?.ok_or_else(|| {
            Trouble::new(
                format!("there is no unit {path:?}"),
                "write its whole path as `duban export roster` has it: county/township",
            )
        })?),
    };
    Ok((person.id, unit))
}

async fn record(
    tx: &mut Tx,
    action: &str,
    args: &Args,
    cadre: CadreId,
    books: &Books,
) -> Result<(), Trouble> {
    let object = format!(
        "{} {}",
        args.role.name(),
        args.unit.as_deref().unwrap_or("everywhere")
    );
    let attempt = audit::Attempt {
        account: None,
        cadre: Some(cadre),
        action,
        object: &object,
        allowed: true,
    };
    Ok(audit::record(tx, &attempt, books.clock.now()).await?)
}
