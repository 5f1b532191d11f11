//! The roster (花名册): people, and the units that their paths name.

mod save;

use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeSet, HashMap};

use super::{Change, Fault, Progress, Refused, Report, Sort, end};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::movement::{Posting, Step, is_movement, is_posting, owing, same_posting};
use crate::domain::roster::{Difference, Incoming, changes, compare};
use crate::domain::rules::Rules;
use crate::domain::unit::Unit;
use crate::exchange::roster::{RosterRow, RosterTable, pick, read_roster};
use crate::exchange::sheet;
use crate::store::{self, Store, Tx, cadre, calendar, posting, quota, unit};

pub(super) use save::ensure_units;

/// How a roster is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// Show what would change; change nothing.
    pub dry_run: bool,
    /// From which day on it holds; `None`: today.
    pub from: Option<NaiveDate>,
    /// Whether people whom it does not name leave; else they are only reported.
    pub leavers: bool,
}

/// Imports a roster file as of today.
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
    let terms = Terms {
        dry_run,
        ..Terms::default()
    };
    import_as(store, campaign, bytes, file_name, terms, now, progress).await
}

/// Imports a roster file on those terms. Who is in another unit, of another rank or otherwise not what he was gets
/// a posting from that day on; people who are new while the campaign runs join that day.
///
/// # Errors
/// When the file holds no roster or the database fails; nothing is kept then.
pub async fn import_as(
    store: &Store,
    campaign: &Campaign,
    bytes: &[u8],
    file_name: &str,
    terms: Terms,
    now: DateTime<Utc>,
    progress: Progress<'_>,
) -> Result<Report, Fault> {
    let sheets = sheet::open(bytes, file_name)?;
    let table = read_roster(pick(&sheets)?)?;
    drop(sheets);
    let (rows, sectors, refused) = understand(campaign, table);
    let mut tx = store.begin().await?;
    let today = now.with_timezone(&campaign.zone).date_naive();
    let mut plan = Plan {
        campaign,
        sectors,
        from: terms.from.unwrap_or(today),
        today,
        leavers: terms.leavers,
        is_first: false,
        units: units(&mut tx).await?,
        waiting: posting::waiting(&mut tx).await?,
    };
    let known = cadre::all(&mut tx).await?;
    plan.is_first = known.is_empty();
    let difference = plan.settled(compare(known, rows));
    let mut report = plan.report(&mut tx, &difference).await?;
    report.refused = refused;
    if !terms.dry_run {
        save::save(&mut tx, &mut plan, difference, now, progress).await?;
    }
    end(tx, terms.dry_run).await?;
    Ok(report)
}

/// What an import goes by.
struct Plan<'a> {
    campaign: &'a Campaign,
    /// A unit's sector where the table names one.
    sectors: HashMap<String, String>,
    /// From which day on the table holds.
    from: NaiveDate,
    today: NaiveDate,
    leavers: bool,
    /// Whether it is the first roster: with it everybody is there since the beginning.
    is_first: bool,
    units: HashMap<String, Unit>,
    /// The postings that wait already.
    waiting: HashMap<CadreId, Posting>,
}

async fn units(tx: &mut Tx) -> store::Result<HashMap<String, Unit>> {
    let all = unit::all(tx).await?;
    Ok(all
        .into_iter()
        .map(|unit| (unit.path.clone(), unit))
        .collect())
}

impl Plan<'_> {
    /// The difference without what an earlier import or the office has recorded for a day to come.
    fn settled(&self, difference: Difference) -> Difference {
        let (mut changed, mut same) = (Vec::new(), difference.same);
        for (before, row) in difference.changed {
            let else_same = row.name == before.name
                && row.phone == before.phone
                && row
                    .joined_on
                    .is_none_or(|joined| before.joined_on == Some(joined));
            if else_same && self.waits(&before, &self.after(&before, &row)) {
                same += 1;
            } else {
                changed.push((before, row));
            }
        }
        let vanished = difference.vanished.into_iter().filter(|cadre| {
            let leaving = self.waiting.get(&cadre.id);
            leaving.is_none_or(|posting| posting.active)
        });
        Difference {
            vanished: vanished.collect(),
            new: difference.new,
            changed,
            same,
        }
    }

    /// Whether it is recorded already that he becomes that.
    fn waits(&self, before: &Cadre, after: &Cadre) -> bool {
        let posting = self.waiting.get(&before.id);
        posting.is_some_and(|posting| is_posting(after, posting))
    }

    /// Whether the row makes a posting.
    fn posts(&self, before: &Cadre, after: &Cadre) -> bool {
        !same_posting(before, after) && !self.waits(before, after)
    }

    /// A person as the row has him.
    fn after(&self, before: &Cadre, row: &Incoming) -> Cadre {
        let path = row.unit_path.as_str();
        let name = path.rsplit('/').next().unwrap_or(path);
        let (unit, depth, sector) = match self.units.get(path) {
            Some(unit) => (unit.id, unit.depth, unit.sector.clone()),
            None => (
                UnitId(0),
                u32::try_from(path.split('/').count()).unwrap_or(0),
                self.sectors
                    .get(path)
                    .cloned()
                    .or_else(|| self.campaign.sector_of(name).map(str::to_owned)),
            ),
        };
        Cadre {
            name: row.name.clone(),
            unit,
            unit_path: path.to_owned(),
            depth,
            sector,
            post: row.post.clone(),
            rank: row.rank.clone(),
            traits: row.traits.clone(),
            phone: row.phone.clone(),
            active: true,
            joined_on: row.joined_on.or(before.joined_on),
            ..before.clone()
        }
    }

    async fn report(&self, tx: &mut Tx, difference: &Difference) -> store::Result<Report> {
        let calendar = calendar::load(tx, &self.campaign.calendar).await?;
        let quotas = quota::all(tx).await?;
        let rules = Rules {
            campaign: self.campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        let step = |before: &Cadre, after: &Cadre| {
            let moves = is_movement(before, after) && self.posts(before, after);
            moves.then(|| Step::of(before, after, owing(&rules, before, after, self.from)))
        };
        let mut lines = Vec::new();
        let mut line = |sort, unit: &str, name: &str, columns, movement| {
            lines.push(Change {
                sort,
                subject: format!("{unit} {name}"),
                columns,
                movement,
            });
        };
        let mut moved = 0;
        for row in &difference.new {
            line(Sort::New, &row.unit_path, &row.name, vec![], None);
        }
        for (known, row) in &difference.changed {
            let step = step(known, &self.after(known, row));
            moved += usize::from(step.is_some());
            let columns = changes(known, row);
            line(Sort::Changed, &known.unit_path, &known.name, columns, step);
        }
        for known in &difference.vanished {
            let left = Cadre {
                active: false,
                ..known.clone()
            };
            let step = self.leavers.then(|| step(known, &left)).flatten();
            line(Sort::Vanished, &known.unit_path, &known.name, vec![], step);
        }
        let vanished = difference.vanished.len();
        Ok(Report {
            changes: lines,
            new: difference.new.len(),
            changed: difference.changed.len(),
            same: difference.same,
            vanished: if self.leavers { 0 } else { vanished },
            moved,
            left: if self.leavers { vanished } else { 0 },
            ..Report::default()
        })
    }
}

/// From the table's words to what the campaign knows; a unit's sector where the table names one.
fn understand(
    campaign: &Campaign,
    table: RosterTable,
) -> (Vec<Incoming>, HashMap<String, String>, Vec<Refused>) {
    let mut refused: Vec<Refused> = table
        .refused
        .into_iter()
        .map(|bad| Refused::of(bad.row, bad.why.code(), bad.text))
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
            refused.push(Refused::of(row.row, "unknown_rank", word));
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
            joined_on: row.joined_on.filter(|day| *day > campaign.span.start),
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
