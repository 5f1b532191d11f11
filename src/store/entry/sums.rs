//! What entries come to: the one place where sums are made, for one person or for everybody.

use chrono::NaiveDate;
use sqlx::AssertSqlSafe;
use std::collections::HashMap;

use super::weight;
use crate::domain::amount::Amount;
use crate::domain::campaign::Duty;
use crate::domain::deadline::Span;
use crate::domain::ids::CadreId;
use crate::domain::owes::Done;
use crate::store::{Result, Tx, bulk, on};

/// What a person's days of a span hold of a duty, counted or waiting; zero for "nothing done".
pub async fn held(
    tx: &mut Tx,
    cadre: CadreId,
    duty: &str,
    span: &Span,
) -> Result<Vec<(NaiveDate, Amount)>> {
    let rows: Vec<(String, i64)> = on!(tx, c =>
        sqlx::query_as(concat!(
            "SELECT e.on_date, CAST(SUM(e.amount) AS BIGINT) FROM entries e
             WHERE e.cadre_id = $1 AND e.duty = $2 AND e.on_date >= $3 AND e.on_date <= $4 AND ",
            weight!(),
            " <= 2 GROUP BY e.on_date ORDER BY e.on_date"
        ))
        .bind(cadre.0)
        .bind(duty)
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .filter_map(|(day, amount)| Some((day.parse().ok()?, Amount(amount))))
        .collect())
}

/// Person, counted, waiting, turned down, whether he answered.
type Row = (i64, i64, i64, i64, i64);

fn sums((cadre, counted, pending, rejected, answered): Row) -> (CadreId, Done) {
    let done = Done {
        counted: Amount(counted),
        pending: Amount(pending),
        rejected: Amount(rejected),
        answered: answered != 0,
    };
    (CadreId(cadre), done)
}

/// The statement: `$1` the duty, `$2` to `$3` the span, `$4` the day. A duty that counts topics has as its sum
/// the different ones of its source. What the entry weighs is worked out once a row, so it must not be folded
/// into the sums.
fn statement(duty: &Duty, people: &str) -> String {
    let of = |weight: u8| {
        if duty.topics_of.is_some() {
            format!(
                "COUNT(DISTINCT CASE WHEN x.inside = 1 AND x.weight = {weight} THEN x.topic END) * 1000"
            )
        } else {
            format!(
                "COALESCE(SUM(CASE WHEN x.inside = 1 AND x.weight = {weight} THEN x.amount ELSE 0 END), 0)"
            )
        }
    };
    format!(
        "WITH x AS MATERIALIZED (
             SELECT e.cadre_id, e.amount, e.topic, e.on_date,
                    CASE WHEN e.on_date >= $2 AND e.on_date <= $3 THEN 1 ELSE 0 END AS inside,
                    {} AS weight
             FROM entries e WHERE e.duty = $1{people})
         SELECT x.cadre_id, CAST({} AS BIGINT), CAST({} AS BIGINT), CAST({} AS BIGINT),
                CAST(MAX(CASE WHEN x.on_date = $4 THEN 1 ELSE 0 END) AS BIGINT)
         FROM x WHERE x.weight < 4 GROUP BY x.cadre_id",
        weight!(),
        of(2),
        of(1),
        of(3),
    )
}

/// What people have done of a duty: the sums over a span, and whether they answered for a day. For many people
/// at once; people without a row have done nothing.
pub async fn done(
    tx: &mut Tx,
    cadres: &[CadreId],
    duty: &Duty,
    span: &Span,
    day: NaiveDate,
) -> Result<HashMap<CadreId, Done>> {
    let mut all = HashMap::with_capacity(cadres.len());
    for chunk in bulk::batches(cadres) {
        // The list comes last, so that the same four parameters stand before any number of ids.
        let ids: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 5)).collect();
        let sql = statement(duty, &format!(" AND e.cadre_id IN ({})", ids.join(", ")));
        let rows: Vec<Row> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql))
                .bind(source(duty))
                .bind(span.start.to_string())
                .bind(span.end.to_string())
                .bind(day.to_string());
            for cadre in &chunk {
                query = query.bind(cadre.0);
            }
            query.fetch_all(c).await
        })?;
        all.extend(rows.into_iter().map(sums));
    }
    Ok(all)
}

/// What everybody has done of a duty: as [`done`], for all.
pub async fn done_by_all(
    tx: &mut Tx,
    duty: &Duty,
    span: &Span,
    day: NaiveDate,
) -> Result<HashMap<CadreId, Done>> {
    let sql = statement(duty, "");
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(AssertSqlSafe(sql))
            .bind(source(duty))
            .bind(span.start.to_string())
            .bind(span.end.to_string())
            .bind(day.to_string())
            .fetch_all(c)
            .await)?;
    Ok(rows.into_iter().map(sums).collect())
}

/// The duty whose entries are looked at.
fn source(duty: &Duty) -> &str {
    duty.topics_of.as_deref().unwrap_or(&duty.id)
}

/// The days from one to another on which these people have said something of a duty, even "nothing", by person.
pub async fn answered(
    tx: &mut Tx,
    cadres: &[CadreId],
    duty: &Duty,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<CadreId, Vec<NaiveDate>>> {
    let mut all: HashMap<CadreId, Vec<NaiveDate>> = HashMap::new();
    for chunk in bulk::batches(cadres) {
        let ids: Vec<String> = (0..chunk.len()).map(|n| format!("${}", n + 4)).collect();
        let sql = format!(
            "SELECT DISTINCT e.cadre_id, e.on_date FROM entries e
             WHERE e.duty = $1 AND e.on_date >= $2 AND e.on_date <= $3 AND {} < 4
             AND e.cadre_id IN ({})",
            weight!(),
            ids.join(", ")
        );
        let rows: Vec<(i64, String)> = on!(tx, c => {
            let mut query = sqlx::query_as(AssertSqlSafe(sql))
                .bind(source(duty))
                .bind(from.to_string())
                .bind(to.to_string());
            for cadre in &chunk {
                query = query.bind(cadre.0);
            }
            query.fetch_all(c).await
        })?;
        for (cadre, day) in rows {
            let day: Option<NaiveDate> = day.parse().ok();
            all.entry(CadreId(cadre)).or_default().extend(day);
        }
    }
    Ok(all)
}
