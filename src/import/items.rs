//! The ledger (整改台账): items with their deadlines and the people who answer for them. A row is recognised by the
//! mark that an export put behind it, else by what it says; it changes what it says differently, and nothing that
//! somebody else has changed since.

mod people;
mod plan;
mod read;
mod since;

use chrono::{DateTime, Utc};
use std::collections::{BTreeSet, HashMap};

use self::people::Settling;
use self::plan::{Draft, Plan, known, marked, today};
use self::read::{Understood, understand};
use super::roster::ensure_units;
use super::{Fault, Progress, Report, end};
use crate::domain::campaign::Campaign;
use crate::domain::ids::ItemId;
use crate::domain::ledger::{Known, Names, recognise};
use crate::exchange::ledger::{pick, read_ledger};
use crate::exchange::sheet;
use crate::store::{self, Store, Tx, cadre, item, news};

/// Imports a ledger file.
///
/// # Errors
/// When the file holds no ledger or the database fails; nothing is kept then.
pub async fn import(
    store: &Store,
    campaign: &Campaign,
    bytes: &[u8],
    file_name: &str,
    dry_run: bool,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> Result<Report, Fault> {
    let sheets = sheet::open(bytes, file_name)?;
    let table = read_ledger(pick(&sheets)?)?;
    drop(sheets);
    let Understood {
        rows,
        mut refused,
        named,
    } = understand(campaign, table);
    let mut tx = store.begin().await?;
    let cadres = cadre::all(&mut tx).await?;
    let names = Names::of(&cadres);
    let standing = item::standing(&mut tx).await?;
    let sure = marked(&standing, &rows, &mut refused);
    let marks: Vec<Known<'_>> = standing.iter().map(known).collect();
    let found = recognise(&marks, &rows, sure);
    drop(marks);
    let is_taken = |at: &Option<usize>, mark: bool| at.is_some() || !mark;
    let taken = || {
        let rows = rows.iter().zip(&found);
        rows.filter(|(row, at)| is_taken(at, row.mark.is_some()))
    };
    let paths: BTreeSet<&str> = taken().map(|(row, _)| row.unit_path.as_str()).collect();
    let mut plan = Plan {
        campaign,
        known: &standing,
        units: ensure_units(&mut tx, campaign, &paths, &HashMap::new()).await?,
        people: cadres.iter().map(|cadre| (cadre.id, cadre)).collect(),
        settling: Settling {
            names: &names,
            unsettled: Vec::new(),
        },
        report: Report {
            refused,
            ..Report::default()
        },
        new: Vec::new(),
        changed: Vec::new(),
        told: Vec::new(),
    };
    let mut drafts = Vec::new();
    for (row, at) in taken() {
        match at.and_then(|at| standing.get(at)) {
            Some(before) => drafts.extend(plan.compare(row, before)),
            None => plan.add(row),
        }
    }
    decide(&mut tx, &mut plan, drafts).await?;
    plan.vanished(&found, &named);
    if !dry_run {
        keep(&mut tx, &plan, now, progress).await?;
    }
    end(tx, dry_run).await?;
    Ok(settled(plan))
}

/// Decides on what is to be changed, with the items held from now on.
async fn decide<'a>(tx: &mut Tx, plan: &mut Plan<'a>, drafts: Vec<Draft<'a>>) -> store::Result<()> {
    let all: Vec<ItemId> = drafts.iter().map(Draft::item).collect();
    let turns = item::hold_all(tx, &all).await?;
    let older = drafts.iter().filter(|draft| Plan::is_older(draft));
    let older: Vec<ItemId> = older.map(Draft::item).collect();
    let traces = item::traces(tx, &older).await?;
    for draft in drafts {
        let id = draft.item();
        let turn = turns.get(&id).copied().unwrap_or(0);
        let traces = Plan::is_older(&draft).then(|| traces.get(&id).map_or(&[][..], Vec::as_slice));
        plan.decide(draft, traces, turn);
    }
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    plan: &Plan<'_>,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> store::Result<()> {
    let (new, total) = (plan.new.len(), plan.new.len() + plan.changed.len());
    let today = today(plan.campaign, now);
    item::insert_all(tx, &plan.new, today, now, |done| progress(done, total)).await?;
    item::change_all(tx, &plan.changed, now, |done| progress(new + done, total)).await?;
    news::insert_all(tx, &plan.told, now).await
}

/// The report, in the order of the sheet; names in rows that were refused are nobody's concern.
fn settled(plan: Plan<'_>) -> Report {
    let mut report = plan.report;
    report.refused.sort_by_key(|refused| refused.row);
    let bad: BTreeSet<u32> = report.refused.iter().map(|refused| refused.row).collect();
    let mut unsettled = plan.settling.unsettled;
    unsettled.retain(|name| !bad.contains(&name.row));
    unsettled.sort_by_key(|name| name.row);
    unsettled.dedup();
    report.unsettled = unsettled;
    report
}
