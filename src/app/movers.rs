//! Tells people who were moved to a unit that another bot serves which bot to open. Until they have opened it
//! their own goes on writing to them, so that nobody is lost in between.

use chrono::{DateTime, Utc};
use std::fmt::Write;

use crate::domain::ids::{BotId, CadreId};
use crate::domain::notice::Notice;
use crate::outbox::payload::Payload;
use crate::planner::out_of_quiet;
use crate::service::Service;
use crate::store::link::{Mover, changed_after};
use crate::store::outbox::{Lane, NewRow};
use crate::store::{self, bot, fact, outbox};

/// People a page.
const PAGE: i64 = 5_000;

/// Looks at everybody whose roster row changed since the last look, or at everybody if the campaign's bots did.
/// Returns how many messages were planned.
pub(super) async fn tell(service: &Service) -> store::Result<usize> {
    if service.bots.len() == 1 {
        return Ok(0);
    }
    let now = service.clock.now();
    let layout = layout(service);
    let mut tx = service.store.read().await?;
    let known = fact::get(&mut tx, fact::MOVES).await?.unwrap_or_default();
    let names = bot::all(&mut tx).await?;
    tx.commit().await?;
    let since = match known.split_once(' ') {
        Some((until, before)) if before == layout => until.parse().unwrap_or(0),
        _ => 0,
    };
    let mut told = 0;
    let mut after = CadreId(0);
    loop {
        let mut tx = service.store.begin().await?;
        let page = changed_after(&mut tx, after, since, PAGE).await?;
        let Some(last) = page.last() else {
            let reached = format!("{} {layout}", now.timestamp_millis());
            fact::set(&mut tx, fact::MOVES, &reached).await?;
            tx.commit().await?;
            return Ok(told);
        };
        after = last.cadre;
        let rows: Vec<NewRow> = page
            .iter()
            .filter_map(|mover| {
                let to = service.bot_of(&mover.unit_path)?.number;
                let name = names.iter().find(|known| known.bot == to)?;
                let username = name.username.clone()?;
                (to != mover.bot).then(|| row(service, mover, to, username, now))
            })
            .collect();
        told += outbox::insert(&mut tx, &rows, now).await?;
        tx.commit().await?;
    }
}

fn row(
    service: &Service,
    mover: &Mover,
    to: BotId,
    username: String,
    now: DateTime<Utc>,
) -> NewRow {
    NewRow {
        bot: mover.bot,
        lane: Lane::Urgent,
        kind: "other_bot".to_owned(),
        cadre: Some(mover.cadre),
        chat: mover.account.0,
        // Once for each move: the link changes when the person opens the other bot.
        dedupe_key: format!("other_bot:{}:{to}:{}", mover.cadre, mover.changed_at),
        payload: Payload::Letter {
            language: mover.language,
            notice: Notice::OtherBot { username },
        },
        edits: None,
        not_before: out_of_quiet(&service.campaign, now),
    }
}

/// Which bot serves which units, in one line.
fn layout(service: &Service) -> String {
    let mut text = String::new();
    for bot in &service.campaign.bots {
        // Writing to a String cannot fail.
        let _ = write!(text, "{}={};", bot.id, bot.units.join(","));
    }
    text
}
