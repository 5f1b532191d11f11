//! Who serves where since when: rows that are never changed, but for when one became what the roster says.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, news, on, unit};
use crate::domain::cadre::{Cadre, join_traits, split_traits};
use crate::domain::ids::CadreId;
use crate::domain::movement::{Posting, is_movement, rebased};
use crate::domain::news::News;

/// Somebody becomes this from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPosting {
    /// He as he will be.
    pub after: Cadre,
    /// From this day on.
    pub from: NaiveDate,
    /// Who says so; `None`: the command line.
    pub by: Option<CadreId>,
}

/// Records movements, each with who the person was before; makes those whose day has come what the roster says,
/// and notes for each what he is told. Postings of his that wait for a later day follow in what they did not mean
/// to change. `beginning` is since when people are where they are of whom nothing is recorded yet.
pub async fn record(
    tx: &mut Tx,
    moves: &[(Cadre, NewPosting)],
    beginning: NaiveDate,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    if moves.is_empty() {
        return Ok(());
    }
    let ids: Vec<CadreId> = moves.iter().map(|(before, _)| before.id).collect();
    begin(tx, &ids, beginning, now).await?;
    let mut new: Vec<NewPosting> = moves.iter().map(|(_, new)| new.clone()).collect();
    new.extend(following(tx, moves).await?);
    insert(tx, &new, now).await?;
    apply_due(tx, today, now).await?;
    let told: Vec<(CadreId, News)> = moves
        .iter()
        .filter(|(before, new)| new.after.active && is_movement(before, &new.after))
        .map(|(before, new)| {
            let news = News::Moved {
                unit: new.after.unit_path.clone(),
                rank: new.after.rank.clone(),
                from: new.from,
            };
            (before.id, news)
        })
        .collect();
    news::insert_all(tx, &told, now).await
}

/// What takes the place of these people's postings that wait for a later day.
async fn following(tx: &mut Tx, moves: &[(Cadre, NewPosting)]) -> Result<Vec<NewPosting>> {
    let waiting = waiting(tx).await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let units: HashMap<_, _> = unit::all(tx)
        .await?
        .into_iter()
        .map(|unit| (unit.path.clone(), unit))
        .collect();
    let later = |(before, new): &(Cadre, NewPosting)| {
        let posting = waiting.get(&before.id).filter(|at| at.from > new.from)?;
        let unit = units.get(&posting.unit_path)?;
        let meant = Cadre {
            unit: unit.id,
            unit_path: unit.path.clone(),
            depth: unit.depth,
            sector: unit.sector.clone(),
            post: posting.post.clone(),
            rank: posting.rank.clone(),
            traits: posting.traits.clone(),
            active: posting.active,
            ..before.clone()
        };
        let after = rebased(&meant, before, &new.after);
        (after != meant).then_some(NewPosting {
            after,
            from: posting.from,
            by: new.by,
        })
    };
    Ok(moves.iter().filter_map(later).collect())
}

/// Records what these people are now as their first posting, if they have none: since they joined, or since
/// `beginning`. To be called before anything of them changes, so that what was is not lost.
async fn begin(
    tx: &mut Tx,
    ids: &[CadreId],
    beginning: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    for chunk in bulk::batches(ids) {
        let list: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 3)).collect();
        let sql = format!(
            "INSERT INTO postings (cadre_id, unit_id, post, rank, traits, active, from_date,
             recorded_at, recorded_by, applied_at)
             SELECT c.id, c.unit_id, c.post, c.rank, c.traits, c.active,
                    COALESCE(c.joined_on, $1), $2, CAST(NULL AS BIGINT), $2
             FROM cadres c WHERE c.id IN ({})
             AND NOT EXISTS (SELECT 1 FROM postings p WHERE p.cadre_id = c.id)",
            list.join(", ")
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql))
                .bind(beginning.to_string())
                .bind(now.timestamp_millis());
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Records postings; they wait until [`apply_due`].
async fn insert(tx: &mut Tx, postings: &[NewPosting], now: DateTime<Utc>) -> Result<()> {
    for chunk in postings.chunks(bulk::CHUNK) {
        let sql = format!(
            "INSERT INTO postings (cadre_id, unit_id, post, rank, traits, active, from_date,
             recorded_at, recorded_by) VALUES {}",
            bulk::values(chunk.len(), 9)
        );
        on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for posting in chunk {
                let after = &posting.after;
                query = query
                    .bind(after.id.0)
                    .bind(after.unit.0)
                    .bind(&after.post)
                    .bind(&after.rank)
                    .bind(join_traits(&after.traits))
                    .bind(i64::from(after.active))
                    .bind(posting.from.to_string())
                    .bind(now.timestamp_millis())
                    .bind(posting.by.map(|id| id.0));
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Whether any posting waits whose day has come.
pub async fn is_due(tx: &mut Tx, today: NaiveDate) -> Result<bool> {
    let row: Option<(i64,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT id FROM postings WHERE applied_at IS NULL AND from_date <= $1 LIMIT 1",
        )
        .bind(today.to_string())
        .fetch_optional(c)
        .await)?;
    Ok(row.is_some())
}

/// Makes the postings whose day has come what the roster says, of several of one person the last; how many
/// people that changed. Doing it again changes nothing.
pub async fn apply_due(tx: &mut Tx, today: NaiveDate, now: DateTime<Utc>) -> Result<u64> {
    let changed = on!(tx, c =>
        sqlx::query(
            "UPDATE cadres SET unit_id = p.unit_id, post = p.post, rank = p.rank,
                 traits = p.traits, active = p.active, updated_at = $2
             FROM postings p
             WHERE p.cadre_id = cadres.id AND p.applied_at IS NULL AND p.from_date <= $1
             AND NOT EXISTS (SELECT 1 FROM postings q
                 WHERE q.cadre_id = p.cadre_id AND q.applied_at IS NULL AND q.from_date <= $1
                 AND (q.from_date > p.from_date OR (q.from_date = p.from_date AND q.id > p.id)))",
        )
        .bind(today.to_string())
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    on!(tx, c =>
        sqlx::query(
            "UPDATE postings SET applied_at = $2 WHERE applied_at IS NULL AND from_date <= $1",
        )
        .bind(today.to_string())
        .bind(now.timestamp_millis())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(changed)
}

#[derive(sqlx::FromRow)]
struct Row {
    cadre_id: i64,
    path: String,
    post: String,
    rank: String,
    traits: String,
    active: i64,
    from_date: String,
    applied_at: Option<i64>,
}

impl Row {
    fn posting(self) -> Option<Posting> {
        Some(Posting {
            unit_path: self.path,
            post: self.post,
            rank: self.rank,
            traits: split_traits(&self.traits),
            active: self.active != 0,
            from: self.from_date.parse().ok()?,
            applied: self.applied_at.is_some(),
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT p.cadre_id, u.path, p.post, p.rank, p.traits, p.active, p.from_date, p.applied_at \
             FROM postings p JOIN units u ON u.id = p.unit_id ",
            $rest
        )
    };
}

/// A person's postings, the earliest first; empty: he is where he was since the beginning.
pub async fn of_cadre(tx: &mut Tx, cadre: CadreId) -> Result<Vec<Posting>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE p.cadre_id = $1 ORDER BY p.from_date, p.id"))
            .bind(cadre.0)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().filter_map(Row::posting).collect())
}

/// Of everybody for whom postings wait, the last of them.
pub async fn waiting(tx: &mut Tx) -> Result<HashMap<CadreId, Posting>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("WHERE p.applied_at IS NULL ORDER BY p.from_date, p.id"))
            .fetch_all(c)
            .await)?;
    let rows = rows.into_iter().filter_map(|row| {
        let cadre = CadreId(row.cadre_id);
        Some((cadre, row.posting()?))
    });
    Ok(rows.collect())
}

/// One posting as it is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ExportRow {
    /// Row identity.
    pub id: i64,
    /// The person's key.
    pub key: String,
    /// His name.
    pub name: String,
    /// Path of the unit.
    pub path: String,
    /// Post.
    pub post: String,
    /// Rank id.
    pub rank: String,
    /// Trait ids.
    pub traits: String,
    /// 1 if he is on the roster.
    pub active: i64,
    /// From this day on.
    pub from_date: String,
    /// UTC milliseconds.
    pub recorded_at: i64,
    /// Key of who said so; `None`: the command line.
    pub recorded_by: Option<String>,
    /// UTC milliseconds; `None`: it waits.
    pub applied_at: Option<i64>,
}

/// The next postings after an id, at most so many: the export pages through them.
pub async fn page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<ExportRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT p.id, c.key, c.name, u.path, p.post, p.rank, p.traits, p.active, p.from_date,
                    p.recorded_at, b.key AS recorded_by, p.applied_at
             FROM postings p JOIN cadres c ON c.id = p.cadre_id JOIN units u ON u.id = p.unit_id
             LEFT JOIN cadres b ON b.id = p.recorded_by
             WHERE p.id > $1 ORDER BY p.id LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}
