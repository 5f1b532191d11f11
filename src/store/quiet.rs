//! Quiet hours of one's own: rows that are never changed, the latest of a person holds.

use chrono::{DateTime, NaiveTime, Utc};
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::{Result, Tx, bulk, on};
use crate::domain::ids::{CadreId, UpdateId};
use crate::domain::quiet::Quiet;

/// How a time of day is written.
const CLOCK: &str = "%H:%M";

/// Keeps a person's own hours; `None`: the campaign's alone.
pub async fn insert(
    tx: &mut Tx,
    cadre: CadreId,
    own: Option<Quiet>,
    update: UpdateId,
    now: DateTime<Utc>,
) -> Result<()> {
    let clock = |time: NaiveTime| time.format(CLOCK).to_string();
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO quiet_hours (cadre_id, from_time, to_time, at, update_id)
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(cadre.0)
        .bind(own.map(|own| clock(own.from)))
        .bind(own.map(|own| clock(own.to)))
        .bind(now.timestamp_millis())
        .bind(update.0)
        .execute(c)
        .await
        .map(|_| ()))
}

/// Person, from, to.
type Row = (i64, Option<String>, Option<String>);

fn own((cadre, from, to): Row) -> Option<(CadreId, Quiet)> {
    let clock = |time: Option<String>| NaiveTime::parse_from_str(&time?, CLOCK).ok();
    let quiet = Quiet {
        from: clock(from)?,
        to: clock(to)?,
    };
    Some((CadreId(cadre), quiet))
}

/// The latest row of each person of whom the rest says yes.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT q.cadre_id, q.from_time, q.to_time FROM quiet_hours q
             WHERE q.id = (SELECT MAX(m.id) FROM quiet_hours m WHERE m.cadre_id = q.cadre_id) AND ",
            $rest
        )
    };
}

/// A person's own hours.
pub async fn of_cadre(tx: &mut Tx, cadre: CadreId) -> Result<Option<Quiet>> {
    Ok(between(tx, cadre, cadre).await?.remove(&cadre))
}

/// Those of the people from one id to another, both counted; who has none has no entry.
pub async fn between(
    tx: &mut Tx,
    first: CadreId,
    last: CadreId,
) -> Result<HashMap<CadreId, Quiet>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(select!("q.cadre_id >= $1 AND q.cadre_id <= $2"))
            .bind(first.0)
            .bind(last.0)
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().filter_map(own).collect())
}

/// Those of these people.
pub async fn of_cadres(tx: &mut Tx, ids: &[CadreId]) -> Result<HashMap<CadreId, Quiet>> {
    let mut all = HashMap::new();
    for chunk in bulk::batches(ids) {
        let sql = format!(select!("q.cadre_id IN {}"), bulk::list(chunk.len()));
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().filter_map(own));
    }
    Ok(all)
}
