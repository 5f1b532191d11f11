//! Accounts for every planned message every few minutes: it waits, is held, was sent, or was closed with a
//! reason. What hangs is freed; what is amiss is written down for `/healthz`, counted, and told to the office
//! once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::clock::{Clock, rest};
use crate::domain::finding::{self, Finding, Kind, SUSPECTS, Sight};
use crate::domain::grant::Role;
use crate::domain::ids::BotId;
use crate::domain::notice::Notice;
use crate::domain::reckoning::{Reckoning, hands};
use crate::metric;
use crate::outbox::payload::Payload;
use crate::planner::out_of_quiet;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::bell::Bell;
use crate::store::outbox::{self, Lane, NewRow, reckon};
use crate::store::{self, Tx, bot, fact, grant, inbox, pause};

/// How often to look.
const LOOK: Duration = Duration::from_mins(3);
/// How long a lease must have ended before it is taken for forgotten, in milliseconds: a sender that lives frees
/// what it finds within seconds.
const HELD: i64 = 60_000;
/// How far back occurrences are looked at.
const PROMISED: TimeDelta = TimeDelta::days(1);

/// Looks every few minutes while this process does the office's rounds. Not at once: what an outage or a move
/// to another process has delayed is on its way by then.
pub async fn run(service: Arc<Service>, mut stop: Stop) {
    let mut lead = service.office.clone();
    while !stop.is_requested() {
        tokio::select! {
            () = lead.won() => {}
            () = stop.requested() => return,
        }
        tokio::select! {
            () = rest(LOOK) => {}
            () = lead.lost() => continue,
            () = stop.requested() => return,
        }
        let looked = tokio::select! {
            looked = look(&service) => looked,
            () = stop.requested() => return,
        };
        if let Err(error) = looked {
            tracing::warn!(%error, "messages could not be accounted for; it is tried again");
        }
    }
}

/// One look: counts, frees, writes down, tells. Returns what it leaves behind, findings included.
///
/// # Errors
/// When the database fails; nothing is written then, and the next look finds the same.
pub async fn look(service: &Service) -> store::Result<Reckoning> {
    let (now, wall) = (service.clock.now(), Clock::wall());
    let Look {
        reckoning,
        new,
        bots,
    } = count(service, now, wall).await?;
    let mut tx = service.store.begin().await?;
    let mut freed = 0;
    if reckoning.find(Kind::Held).is_some() {
        for bot in bots {
            freed += outbox::release_expired(&mut tx, bot, wall - HELD).await?;
        }
    }
    let told = tell(&mut tx, service, &reckoning, &new, now).await?;
    fact::set_reckoning(&mut tx, &reckoning).await?;
    if freed > 0 || told > 0 {
        tx.ring(Bell::Outbox).await?;
    }
    tx.commit().await?;
    if freed > 0 || told > 0 {
        service.ring_outbox();
    }
    metric::possible_duplicates(freed);
    for Finding {
        kind,
        count,
        places,
        ..
    } in &reckoning.findings
    {
        let (kind, places) = (kind.name(), places.join(", "));
        tracing::warn!(
            kind,
            count,
            places,
            "not every message or update is where it should be"
        );
    }
    Ok(reckoning)
}

/// What a look has counted.
struct Look {
    reckoning: Reckoning,
    /// Findings of which nobody was told yet.
    new: Vec<Kind>,
    /// Every bot that has rows, or may have.
    bots: BTreeSet<BotId>,
}

/// Counts in one view of the database, holding nobody up.
async fn count(service: &Service, now: DateTime<Utc>, wall: i64) -> store::Result<Look> {
    let mut tx = service.store.read().await?;
    let mut before = fact::reckoning(&mut tx).await?.unwrap_or_default();
    if !reckon::holds(&mut tx, &before).await? {
        before = before.anew();
    }
    let tallies = reckon::tallies(&mut tx, &before, now, wall - HELD).await?;
    let mark = before.mark(&tallies);
    let passed = reckon::settled(&mut tx, before.watermark, mark).await?;
    let old_suspects = reckon::still_suspect(&mut tx, before.settled_suspects()).await?;
    let mut suspects = old_suspects.clone();
    if tallies.iter().any(|tally| tally.unexplained > 0) {
        suspects.extend(reckon::suspects(&mut tx, before.watermark).await?);
        suspects.truncate(SUSPECTS);
    }
    let since = now - PROMISED;
    let floor = before.floor(since.timestamp_millis());
    let promised = reckon::promised(&mut tx, since, floor).await?;
    let told_to_wait = pause::of_everybody(&mut tx, now).await?;
    let names: BTreeMap<BotId, String> = bot::all(&mut tx)
        .await?
        .into_iter()
        .map(|known| (known.bot, known.id))
        .collect();
    let inbox = inbox::standing(&mut tx).await?;
    tx.commit().await?;
    let served: Vec<BotId> = service.bots.iter().map(|bot| bot.number).collect();
    let findings = finding::findings(&Sight {
        now: now.timestamp_millis(),
        tallies: &tallies,
        before: before.comparable(wall),
        served: &served,
        paused: &told_to_wait,
        names: &names,
        promised: &promised,
        suspects: &suspects,
        settled_suspects: i64::try_from(old_suspects.len()).unwrap_or(i64::MAX),
        updates: inbox.waiting,
        oldest_update: inbox.oldest,
    });
    let (known, new) = before.go_on(&findings, now.timestamp_millis());
    let bots = names.keys().copied();
    let bots = bots.chain(tallies.iter().map(|tally| tally.bot)).collect();
    let highest = tallies.iter().map(|tally| tally.last).max();
    let reckoning = Reckoning {
        at: now.timestamp_millis(),
        wall,
        watermark: mark,
        settled: before.settled.and(&passed),
        seen: highest.unwrap_or(0).max(before.seen),
        marks: before.marks_on(now.timestamp_millis(), PROMISED.num_milliseconds()),
        totals: before.total(&tallies),
        hands: hands(&tallies, |tally| tally.due),
        suspects,
        findings,
        known,
    };
    Ok(Look {
        reckoning,
        new,
        bots,
    })
}

/// Plans a message about what is new to everybody who has the office's rights over everything. Returns how many.
async fn tell(
    tx: &mut Tx,
    service: &Service,
    reckoning: &Reckoning,
    new: &[Kind],
    now: DateTime<Utc>,
) -> store::Result<usize> {
    if new.is_empty() {
        return Ok(0);
    }
    let local = now.with_timezone(&service.campaign.zone).naive_local();
    let findings: Vec<Finding> = reckoning
        .findings
        .iter()
        .filter(|finding| new.contains(&finding.kind))
        .cloned()
        .collect();
    let kinds: Vec<&str> = new.iter().map(|kind| kind.name()).collect();
    let key = format!("finding:{}:{}", kinds.join("+"), now.timestamp_millis());
    let holders = grant::holders_of_all(tx, Role::Office).await?;
    let rows: Vec<NewRow> = holders
        .into_iter()
        // Nobody sends for the others; a message to them would be one more that waits.
        .filter(|holder| service.bot(holder.bot).is_some())
        .map(|holder| NewRow {
            bot: holder.bot,
            lane: Lane::Urgent,
            kind: "findings".to_owned(),
            cadre: Some(holder.cadre),
            chat: holder.account.0,
            dedupe_key: format!("{key}:{}", holder.cadre),
            payload: Payload::Letter {
                language: holder.language,
                notice: Notice::Findings {
                    on: local.date(),
                    at: local.time(),
                    findings: findings.clone(),
                },
            },
            edits: None,
            not_before: out_of_quiet(&service.campaign, now),
        })
        .collect();
    outbox::insert(tx, &rows, now).await
}
