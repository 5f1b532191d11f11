//! Entries that wait for a carer: his queue, a page at a time, and how many stand in it.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Entry, Row, entry};
use crate::domain::entry::WaitsFor;
use crate::domain::grant::Scope;
use crate::domain::ids::{CadreId, EntryId};
use crate::domain::notice::Who;
use crate::domain::queue::{Batch, Waits};
use crate::store::{Result, Tx, bulk, on};

/// Whose queue, and as of when: what came to wait after it is not in it.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The carer. What he may not decide on is not in it ([`crate::domain::queue::may_judge`]).
    pub judge: CadreId,
    /// What he cares for.
    pub scope: &'a Scope,
    /// When he began to look.
    pub at: DateTime<Utc>,
}

/// An entry that waits, with what its judge is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The entry.
    pub entry: Entry,
    /// Whose.
    pub who: Who,
    /// What it waits for.
    pub waits: Waits,
    /// Why it is disputed; may be empty.
    pub why: String,
    /// Who recorded it for him.
    pub by: Option<String>,
    /// With whom.
    pub partner: Option<String>,
    /// Path of the unit visited.
    pub place: Option<String>,
    /// How much evidence there is.
    pub evidence: usize,
}

#[derive(sqlx::FromRow)]
struct Listed {
    #[sqlx(flatten)]
    entry: Row,
    name: String,
    path: String,
    post: String,
    disputed: i64,
    why: String,
    recorder: Option<String>,
    partner: Option<String>,
    place: Option<String>,
    evidence: i64,
}

fn waiting(row: Listed) -> Option<Waiting> {
    let waits = match row.entry.waits_for.as_deref().and_then(WaitsFor::from_name) {
        _ if row.disputed != 0 => Waits::Disputed,
        Some(WaitsFor::Late) => Waits::Late,
        _ => Waits::Confirmation,
    };
    Some(Waiting {
        entry: entry(row.entry)?,
        who: Who {
            name: row.name,
            unit: row.path,
            post: row.post,
        },
        waits,
        why: row.why,
        by: row.recorder,
        partner: row.partner,
        place: row.place,
        evidence: usize::try_from(row.evidence).unwrap_or(0),
    })
}

/// What waits: `$1` to `$2` the ids, the first excluded; `$3` the judge; `$4` the instant; then the units, two
/// parameters each. Entries that wait are found by their index, those that are disputed by that of the events,
/// and what was decided on since is left out.
fn waits(scope: &Scope) -> String {
    let within = match scope {
        Scope::All => "1 = 1".to_owned(),
        Scope::Units(paths) if paths.is_empty() => "1 = 0".to_owned(),
        Scope::Units(paths) => {
            let unit = |n: usize| {
                let (own, below) = (n * 2 + 5, n * 2 + 6);
                format!("u.path = ${own} OR u.path LIKE ${below} ESCAPE '\\'")
            };
            let units: Vec<String> = (0..paths.len()).map(unit).collect();
            units.join(" OR ")
        }
    };
    format!(
        "FROM entries e JOIN cadres c ON c.id = e.cadre_id JOIN units u ON u.id = c.unit_id
         LEFT JOIN entry_events d ON d.entry_id = e.id AND d.kind = 'disputed'
         WHERE e.id IN (SELECT w.id FROM entries w
                        WHERE w.waits_for IS NOT NULL AND w.id > $1 AND w.id <= $2
                        UNION SELECT x.entry_id FROM entry_events x
                        WHERE x.kind = 'disputed' AND x.entry_id > $1 AND x.entry_id <= $2)
           AND NOT EXISTS (SELECT 1 FROM entry_events o WHERE o.entry_id = e.id
                           AND o.kind IN ('confirmed', 'rejected', 'withdrawn'))
           AND e.cadre_id <> $3 AND (d.id IS NOT NULL OR COALESCE(e.recorded_by, 0) <> $3)
           AND COALESCE(d.at, e.recorded_at) <= $4 AND ({within})"
    )
}

/// Binds what [`waits`] names.
macro_rules! bound {
    ($query:expr, $look:expr, $after:expr, $last:expr) => {{
        let mut query = $query
            .bind($after.0)
            .bind($last.0)
            .bind($look.judge.0)
            .bind($look.at.timestamp_millis());
        if let Scope::Units(paths) = $look.scope {
            for path in paths {
                query = query.bind(path).bind(below(path));
            }
        }
        query
    }};
}

/// What the paths of the units below a unit look like.
fn below(path: &str) -> String {
    format!("{}/%", bulk::literal(path))
}

/// The entries that wait behind `after` and not behind `last`, oldest first, at most so many.
pub async fn page(
    tx: &mut Tx,
    look: Look<'_>,
    after: EntryId,
    last: EntryId,
    limit: u32,
) -> Result<Vec<Waiting>> {
    let sql = format!(
        "SELECT e.id, e.cadre_id, e.duty, e.on_date, e.amount, e.form, e.topic, e.with_cadre,
             e.place_unit, e.subject, e.note, e.source, e.recorded_by, CAST(1 AS BIGINT) AS weight,
             e.update_id, e.prompt_id, e.waits_for, e.recorded_at, c.name, u.path, c.post,
             CAST(CASE WHEN d.id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS disputed,
             COALESCE(d.reason, '') AS why,
             (SELECT r.name FROM cadres r WHERE r.id = e.recorded_by) AS recorder,
             (SELECT p.name FROM cadres p WHERE p.id = e.with_cadre) AS partner,
             (SELECT l.path FROM units l WHERE l.id = e.place_unit) AS place,
             CAST((SELECT COUNT(*) FROM evidence v WHERE v.entry_id = e.id) AS BIGINT) AS evidence
         {} ORDER BY e.id LIMIT {limit}",
        waits(look.scope)
    );
    let rows: Vec<Listed> = on!(tx, c =>
        bound!(sqlx::query_as(AssertSqlSafe(sql)), look, after, last)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().filter_map(waiting).collect())
}

/// How many wait, up to and with that entry.
pub async fn count(tx: &mut Tx, look: Look<'_>, last: EntryId) -> Result<usize> {
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) {}", waits(look.scope));
    let (count,): (i64,) = on!(tx, c =>
        bound!(sqlx::query_as(AssertSqlSafe(sql)), look, EntryId(0), last)
            .fetch_one(c)
            .await)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Everything that waits, by whose it is and who recorded it: one grouped query for all carers.
pub async fn batches(tx: &mut Tx) -> Result<Vec<Batch>> {
    let rows: Vec<(i64, String, i64, i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT x.cadre_id, u.path, x.recorder, x.disputed, CAST(COUNT(*) AS BIGINT)
             FROM (SELECT e.cadre_id, COALESCE(e.recorded_by, 0) AS recorder,
                          CAST(CASE WHEN d.id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS disputed
                   FROM entries e
                   LEFT JOIN entry_events d ON d.entry_id = e.id AND d.kind = 'disputed'
                   WHERE e.id IN (SELECT w.id FROM entries w WHERE w.waits_for IS NOT NULL
                                  UNION SELECT x.entry_id FROM entry_events x
                                  WHERE x.kind = 'disputed')
                     AND NOT EXISTS (SELECT 1 FROM entry_events o WHERE o.entry_id = e.id
                                     AND o.kind IN ('confirmed', 'rejected', 'withdrawn'))) x
             JOIN cadres c ON c.id = x.cadre_id JOIN units u ON u.id = c.unit_id
             GROUP BY x.cadre_id, u.path, x.recorder, x.disputed ORDER BY x.cadre_id",
        )
        .fetch_all(c)
        .await)?;
    let batch = |(whose, unit, recorder, disputed, count): (i64, String, i64, i64, i64)| Batch {
        whose: CadreId(whose),
        unit,
        recorded_by: Some(CadreId(recorder)).filter(|id| id.0 != 0),
        disputed: disputed != 0,
        count: usize::try_from(count).unwrap_or(0),
    };
    Ok(rows.into_iter().map(batch).collect())
}

/// Holds entries until the transaction ends, so that of two who decide at once one is second and sees what the
/// first did. On SQLite only one transaction writes at a time anyway.
pub async fn hold(tx: &mut Tx, ids: &[EntryId]) -> Result<()> {
    let Tx::Postgres(tx) = tx else {
        return Ok(());
    };
    for chunk in bulk::batches(ids) {
        let sql = format!(
            "SELECT id FROM entries WHERE id IN {} ORDER BY id FOR UPDATE",
            bulk::list(chunk.len())
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for id in &chunk {
            query = query.bind(id.0);
        }
        query.execute(&mut **tx).await?;
    }
    Ok(())
}

/// Who decided on an entry, by name, and why; `None`: nobody did.
pub async fn decided(tx: &mut Tx, entry: EntryId) -> Result<Option<(Option<String>, String)>> {
    let row: Option<(Option<String>, String)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT (SELECT c.name FROM cadres c WHERE c.id = w.by_cadre), w.reason
             FROM entry_events w WHERE w.entry_id = $1 AND w.kind IN ('confirmed', 'rejected')
             ORDER BY CASE w.kind WHEN 'rejected' THEN 0 ELSE 1 END LIMIT 1",
        )
        .bind(entry.0)
        .fetch_optional(c)
        .await)?;
    Ok(row)
}
