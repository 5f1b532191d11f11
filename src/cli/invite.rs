//! `duban invite`: a code and a link for each person who is not linked yet.

use super::print::remark;
use super::trouble::Trouble;
use super::{Done, ground};
use std::collections::BTreeMap;

use crate::books::Books;
use crate::config::Settings;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{Bot, is_within};
use crate::exchange::write::{Format, TableWriter, Value};
use crate::invitation::{invite, link_of};
use crate::store::{bot, cadre};
use crate::telegram::Client;
use crate::text;

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct Args {
    /// One person, by key
    #[arg(long, value_name = "KEY")]
    cadre: Option<String>,
    /// A unit with everything below it, by its path
    #[arg(long, value_name = "PATH")]
    unit: Option<String>,
    /// Everybody
    #[arg(long)]
    all: bool,
}

pub(super) async fn run(args: Args) -> Result<Done, Trouble> {
    let (settings, books) = ground::books().await?;
    let names = usernames(&settings, &books).await?;
    let mut tx = books.store.begin().await?;
    let people = people(&args, cadre::all(&mut tx).await?)?;
    let invitations = invite(&mut tx, &books.campaign, people, books.clock.now()).await?;
    tx.commit().await?;
    let unnamed = |id: &str| !names.contains_key(id);
    if books.campaign.bot_ids().any(unnamed) {
        for line in text::no_links(ground::language()) {
            remark(line);
        }
    }
    let columns = ["key", "name", "unit", "code", "link"];
    let written = (|| {
        let mut table =
            TableWriter::create(Format::Csv, std::io::stdout().lock(), &columns, "invite")?;
        for invitation in &invitations {
            let link = names
                .get(books.campaign.bot_of(&invitation.cadre.unit_path))
                .map(|name| link_of(name, &invitation.code));
            table.row(&[
                Value::Text(invitation.cadre.key.clone()),
                Value::Text(invitation.cadre.name.clone()),
                Value::Text(invitation.cadre.unit_path.clone()),
                Value::Text(invitation.code.clone()),
                link.map_or(Value::Empty, Value::Text),
            ])?;
        }
        table.finish().map(|_| ())
    })();
    written.map_err(|fault| Trouble::new(fault.to_string(), "write to a file that has room"))?;
    if invitations.is_empty() {
        remark(text::nobody_to_invite(ground::language()));
    }
    Ok(Done::Well)
}

fn people(args: &Args, all: Vec<Cadre>) -> Result<Vec<Cadre>, Trouble> {
    let chosen: Vec<Cadre> = all
        .into_iter()
        .filter(|person| args.cadre.as_ref().is_none_or(|key| *key == person.key))
        .filter(|person| {
            args.unit
                .as_ref()
                .is_none_or(|unit| is_within(&person.unit_path, unit))
        })
        .collect();
    if chosen.is_empty() {
        return Err(Trouble::new(
            "nobody of the roster fits",
            "`duban export roster --format csv` lists keys and units; import the roster first",
        ));
    }
    Ok(chosen)
}

/// The bots' usernames by the bots' ids: asked of Telegram where there is a token, else as the service last
/// learned them.
async fn usernames(
    settings: &Settings,
    books: &Books,
) -> Result<BTreeMap<String, String>, Trouble> {
    let mut tx = books.store.read().await?;
    let known = bot::all(&mut tx).await?;
    tx.commit().await?;
    let mut names: BTreeMap<String, String> = known
        .into_iter()
        .filter_map(|known| Some((known.id, known.username?)))
        .collect();
    for id in books.campaign.bot_ids() {
        if let Ok(token) = settings.require_token(&Bot::token_key(id))
            && let Ok(client) = Client::new(token, &settings.api_url)
            && let Ok(me) = client.get_me().await
        {
            names.insert(id.to_owned(), me.username);
        }
    }
    Ok(names)
}
