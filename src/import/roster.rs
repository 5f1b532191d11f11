//! The roster (花名册): people, and the units that their paths name.

use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Change, Fault, Progress, Refused, Report, Sort, end};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::roster::{Difference, Incoming, changes, compare};
use crate::exchange::roster::{RosterRow, RosterTable, pick, read_roster};
use crate::exchange::sheet;
use crate::store::unit::NewUnit;
use crate::store::{self, Store, Tx, cadre, unit};

/// People written at once.
const CHUNK: usize = 1_000;

/// Imports a roster file.
///
/// # Errors
/// When the file holds no roster or the database fails; nothing is kept then.
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
    let table = read_roster(pick(&sheets)?)?;
    drop(sheets);
    let (rows, sectors, refused) = understand(campaign, table);
    let mut tx = store.begin().await?;
    let difference = compare(cadre::all(&mut tx).await?, rows);
    let mut report = report(&difference);
    report.refused = refused;
    if !dry_run {
        save(&mut tx, campaign, difference, &sectors, now, progress).await?;
    }
    end(tx, dry_run).await?;
    Ok(report)
}

/// From the table's words to what the campaign knows; a unit's sector where the table names one.
fn understand(
    campaign: &Campaign,
    table: RosterTable,
) -> (Vec<Incoming>, HashMap<String, String>, Vec<Refused>) {
    let mut refused: Vec<Refused> = table
        .refused
        .into_iter()
        .map(|bad| Refused {
            row: bad.row,
            code: bad.why.code(),
            text: bad.text,
        })
        .collect();
    let mut sectors = HashMap::new();
    let mut ranks: HashMap<String, Option<&str>> = HashMap::new();
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in table.rows {
        let word = row.rank.clone().unwrap_or_default();
        // A campaign knows hundreds of words, a table uses a handful of them.
        let rank = ranks
            .entry(word.clone())
            .or_insert_with(|| campaign.rank_of(&word));
        let Some(rank) = *rank else {
            refused.push(Refused {
                row: row.row,
                code: "unknown_rank",
                text: word,
            });
            continue;
        };
        let traits = traits(campaign, &row);
        let unit_path = row.unit.join("/");
        if let Some(sector) = row
            .sector
            .as_deref()
            .and_then(|word| sector(campaign, word))
        {
            sectors.insert(unit_path.clone(), sector);
        }
        rows.push(Incoming {
            row: row.row,
            key: row.key,
            unit_path,
            name: row.name,
            post: row.post.unwrap_or_default(),
            rank: rank.to_owned(),
            traits,
            phone: row.phone.unwrap_or_default(),
        });
    }
    refused.sort_by_key(|refused| refused.row);
    (rows, sectors, refused)
}

fn traits(campaign: &Campaign, row: &RosterRow) -> Vec<String> {
    let mut traits: BTreeSet<String> = row
        .note
        .iter()
        .flat_map(|note| campaign.traits_in(note))
        .collect();
    if row.leadership == Some(true) {
        let meant = campaign.traits.iter().filter(|t| t.leading_group);
        traits.extend(meant.map(|t| t.id.clone()));
    }
    traits.into_iter().collect()
}

fn sector(campaign: &Campaign, word: &str) -> Option<String> {
    campaign
        .sectors
        .iter()
        .find(|sector| sector.id == word || sector.name.0.values().any(|name| name == word))
        .map(|sector| sector.id.clone())
        .or_else(|| campaign.sector_of(word).map(str::to_owned))
}

fn report(difference: &Difference) -> Report {
    let who = |unit: &str, name: &str| format!("{unit} {name}");
    let mut lines = Vec::new();
    for row in &difference.new {
        let subject = who(&row.unit_path, &row.name);
        lines.push(Change {
            sort: Sort::New,
            subject,
            columns: vec![],
        });
    }
    for (known, row) in &difference.changed {
        let subject = who(&known.unit_path, &known.name);
        lines.push(Change {
            sort: Sort::Changed,
            subject,
            columns: changes(known, row),
        });
    }
    for known in &difference.vanished {
        let subject = who(&known.unit_path, &known.name);
        lines.push(Change {
            sort: Sort::Vanished,
            subject,
            columns: vec![],
        });
    }
    Report {
        changes: lines,
        new: difference.new.len(),
        changed: difference.changed.len(),
        same: difference.same,
        vanished: difference.vanished.len(),
        ..Report::default()
    }
}

async fn save(
    tx: &mut Tx,
    campaign: &Campaign,
    difference: Difference,
    sectors: &HashMap<String, String>,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> store::Result<()> {
    let rows = || {
        difference
            .new
            .iter()
            .chain(difference.changed.iter().map(|(_, row)| row))
    };
    let paths: BTreeSet<&str> = rows().map(|row| row.unit_path.as_str()).collect();
    let units = ensure_units(tx, campaign, &paths, sectors).await?;
    let mut next = next_key(tx).await?;
    let keys: HashMap<u32, String> = difference
        .changed
        .iter()
        .map(|(known, row)| (row.row, known.key.clone()))
        .collect();
    let total = rows().count();
    let people: Vec<Cadre> = rows()
        .map(|row| {
            let key = keys
                .get(&row.row)
                .cloned()
                .or_else(|| row.key.clone())
                .unwrap_or_else(|| {
                    next += 1;
                    format!("P{next:06}")
                });
            person(
                row,
                key,
                units.get(&row.unit_path).copied().unwrap_or(UnitId(0)),
            )
        })
        .collect();
    for (done, chunk) in people.chunks(CHUNK).enumerate() {
        cadre::upsert(tx, chunk, now).await?;
        progress((done * CHUNK + chunk.len()).min(total), total);
    }
    Ok(())
}

fn person(row: &Incoming, key: String, unit: UnitId) -> Cadre {
    Cadre {
        id: CadreId(0),
        key,
        name: row.name.clone(),
        unit,
        unit_path: row.unit_path.clone(),
        depth: 0,
        sector: None,
        post: row.post.clone(),
        rank: row.rank.clone(),
        traits: row.traits.clone(),
        phone: row.phone.clone(),
        active: true,
        joined_on: None,
    }
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
pub(super) async fn ensure_units(
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
