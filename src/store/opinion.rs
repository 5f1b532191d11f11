//! What people asked for (S6), heard on visits.

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::{Result, Tx, bulk, entry, on};
use crate::domain::grant::Scope;
use crate::domain::ids::{EntryId, OpinionId, UpdateId};
use crate::domain::notice::Who;
use crate::domain::opinion::{NewOpinion, Opinion, Opinions};

/// Keeps an opinion on the entry of the visit on which it was heard.
pub async fn insert(
    tx: &mut Tx,
    new: &NewOpinion,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    let visit = entry::of_update(tx, new.record).await?;
    let visit = visit.last().map(|entry| entry.id.0);
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO opinions (entry_id, cadre_id, unit_id, subject, words, at, update_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(visit)
        .bind(new.cadre.0)
        .bind(new.unit.0)
        .bind(&new.subject)
        .bind(&new.words)
        .bind(now.timestamp_millis())
        .bind(update.0)
        .execute(c)
        .await
        .map(|_| ()))
}

/// Lets what was heard on an entry hang on the one that stands in its place.
pub async fn follow(tx: &mut Tx, old: EntryId, new: EntryId) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE opinions SET entry_id = $2 WHERE entry_id = $1")
            .bind(old.0)
            .bind(new.0)
            .execute(c)
            .await
            .map(|_| ()))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    path: String,
    post: String,
    unit: String,
    subject: String,
    words: String,
    on_date: Option<String>,
    at: i64,
}

/// What stands of a scope: heard by its people or of its units, the visit not withdrawn.
fn conditions(scope: &Scope, first: usize) -> (String, Vec<String>) {
    let mut binds = Vec::new();
    let covered = match scope {
        Scope::All => "1 = 1".to_owned(),
        Scope::Units(paths) => {
            let each: Vec<String> = paths
                .iter()
                .enumerate()
                .map(|(at, path)| {
                    let (whole, below) = (first + 2 * at, first + 2 * at + 1);
                    let below_it = format!("{}/%", bulk::literal(path));
                    binds.extend([path.clone(), below_it]);
                    format!(
                        "v.path = ${whole} OR v.path LIKE ${below} ESCAPE '\\' \
                         OR u.path = ${whole} OR u.path LIKE ${below} ESCAPE '\\'"
                    )
                })
                .collect();
            if each.is_empty() {
                "1 = 0".to_owned()
            } else {
                each.join(" OR ")
            }
        }
    };
    let sql = format!(
        "FROM opinions o JOIN cadres c ON c.id = o.cadre_id JOIN units u ON u.id = c.unit_id
         JOIN units v ON v.id = o.unit_id LEFT JOIN entries e ON e.id = o.entry_id
         WHERE NOT EXISTS (SELECT 1 FROM entry_events w
             WHERE w.entry_id = o.entry_id AND w.kind = 'withdrawn') AND ({covered})"
    );
    (sql, binds)
}

/// The latest opinions of a scope before one of them, at most so many.
pub async fn page(
    tx: &mut Tx,
    scope: &Scope,
    before: Option<OpinionId>,
    limit: usize,
) -> Result<Opinions> {
    let (from, paths) = conditions(scope, 1);
    let sql = format!("SELECT COUNT(*) {from}");
    let (total,): (i64,) = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for path in &paths {
            query = query.bind(path);
        }
        query.fetch_one(c).await
    })?;
    let (from, paths) = conditions(scope, 3);
    let sql = format!(
        "SELECT o.id, c.name, u.path, c.post, v.path AS unit, o.subject, o.words, e.on_date, o.at
         {from} AND o.id < $1 ORDER BY o.id DESC LIMIT $2"
    );
    let before = before.map_or(i64::MAX, |id| id.0);
    // One more than is shown tells whether there are earlier ones.
    let most = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let rows: Vec<Row> = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(before).bind(most);
        for path in &paths {
            query = query.bind(path);
        }
        query.fetch_all(c).await
    })?;
    let more = rows.len() > limit;
    let page = rows.into_iter().take(limit).filter_map(opinion).collect();
    Ok(Opinions { page, total, more })
}

fn opinion(row: Row) -> Option<Opinion> {
    let heard = DateTime::from_timestamp_millis(row.at)?.date_naive();
    let on = row.on_date.and_then(|day| day.parse().ok());
    Some(Opinion {
        id: OpinionId(row.id),
        who: Who {
            name: row.name,
            unit: row.path,
            post: row.post,
        },
        unit: row.unit,
        subject: row.subject,
        words: row.words,
        on: on.unwrap_or(heard),
    })
}
