//! Writing down what a roster changes: people, their units, and the postings of those who are not what they were.

use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Plan, units};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::roster::Difference;
use crate::import::Progress;
use crate::store::posting::NewPosting;
use crate::store::unit::NewUnit;
use crate::store::{self, Tx, cadre, posting, unit};

/// People written at once.
const CHUNK: usize = 1_000;

/// Writes everything that the table changes.
pub(super) async fn save(
    tx: &mut Tx,
    plan: &mut Plan<'_>,
    difference: Difference,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> store::Result<()> {
    let changed = difference.changed.iter().map(|(_, row)| row);
    let paths: BTreeSet<&str> = difference
        .new
        .iter()
        .chain(changed)
        .map(|row| row.unit_path.as_str())
        .collect();
    ensure_units(tx, plan.campaign, &paths, &plan.sectors).await?;
    plan.units = units(tx).await?;
    let mut people = newcomers(tx, plan, &difference).await?;
    let new = people.len();
    let mut moves = Vec::new();
    for (before, row) in &difference.changed {
        let after = plan.after(before, row);
        // What makes a posting becomes so with the posting, today or on its day.
        people.push(Cadre {
            name: after.name.clone(),
            phone: after.phone.clone(),
            joined_on: after.joined_on,
            ..before.clone()
        });
        if plan.posts(before, &after) {
            moves.push((before.clone(), become_from(plan, after)));
        }
    }
    let total = people.len();
    for (done, chunk) in people.chunks(CHUNK).enumerate() {
        cadre::upsert(tx, chunk, now).await?;
        progress((done * CHUNK + chunk.len()).min(total), total);
    }
    if plan.from > plan.today && new > 0 {
        let keys: BTreeSet<&str> = people.iter().take(new).map(|of| of.key.as_str()).collect();
        let waiting = cadre::all(tx).await?.into_iter();
        let waiting = waiting.filter(|cadre| keys.contains(cadre.key.as_str()));
        moves.extend(waiting.map(|before| {
            let after = Cadre {
                active: true,
                ..before.clone()
            };
            (before, become_from(plan, after))
        }));
    }
    if plan.leavers {
        moves.extend(difference.vanished.into_iter().map(|before| {
            let after = Cadre {
                active: false,
                ..before.clone()
            };
            (before, become_from(plan, after))
        }));
    }
    let beginning = plan.campaign.span.start;
    posting::record(tx, &moves, beginning, plan.today, now).await
}

fn become_from(plan: &Plan<'_>, after: Cadre) -> NewPosting {
    NewPosting {
        after,
        from: plan.from,
        by: None,
    }
}

/// The people who are new. Before their day they are on the roster and not active.
async fn newcomers(
    tx: &mut Tx,
    plan: &Plan<'_>,
    difference: &Difference,
) -> store::Result<Vec<Cadre>> {
    let mut next = next_key(tx).await?;
    let late = !plan.is_first && plan.from > plan.campaign.span.start;
    let nobody = Cadre {
        id: CadreId(0),
        key: String::new(),
        name: String::new(),
        unit: UnitId(0),
        unit_path: String::new(),
        depth: 0,
        sector: None,
        post: String::new(),
        rank: String::new(),
        traits: Vec::new(),
        phone: String::new(),
        active: true,
        joined_on: late.then_some(plan.from),
    };
    let people = difference.new.iter().map(|row| Cadre {
        key: row.key.clone().unwrap_or_else(|| {
            next += 1;
            format!("P{next:06}")
        }),
        active: plan.from <= plan.today,
        ..plan.after(&nobody, row)
    });
    Ok(people.collect())
}

/// The highest number among the keys that imports gave so far.
async fn next_key(tx: &mut Tx) -> store::Result<u64> {
    Ok(cadre::keys_starting(tx, "P")
        .await?
        .iter()
        .filter_map(|key| key.strip_prefix('P')?.parse().ok())
        .max()
        .unwrap_or(0))
}

/// Makes the units of these paths and everything above them; ids by path.
pub(in crate::import) async fn ensure_units(
    tx: &mut Tx,
    campaign: &Campaign,
    paths: &BTreeSet<&str>,
    sectors: &HashMap<String, String>,
) -> store::Result<HashMap<String, UnitId>> {
    let mut known = unit::ids(tx).await?;
    let mut missing: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for path in paths {
        let ends = path
            .match_indices('/')
            .map(|(end, _)| end)
            .chain([path.len()]);
        for (depth, end) in (1..).zip(ends) {
            let prefix = path.get(..end).unwrap_or(path);
            if !known.contains_key(prefix) {
                missing.entry(depth).or_default().insert(prefix);
            }
        }
    }
    for (depth, paths) in missing {
        let units: Vec<NewUnit> = paths
            .into_iter()
            .map(|path| {
                let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
                NewUnit {
                    path: path.to_owned(),
                    name: name.to_owned(),
                    parent: known.get(above).copied(),
                    depth,
                    sector: sectors
                        .get(path)
                        .cloned()
                        .or_else(|| campaign.sector_of(name).map(str::to_owned)),
                }
            })
            .collect();
        unit::insert(tx, &units).await?;
        known = unit::ids(tx).await?;
    }
    Ok(known)
}
