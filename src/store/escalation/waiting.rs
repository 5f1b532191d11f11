//! Steps that wait for somebody's digest, with their items as they are now.

use std::collections::HashMap;

use chrono_tz::Tz;
use sqlx::{AssertSqlSafe, FromRow as _};

use super::chase::{self, COLUMNS, JOINS};
use super::{Row, kept};
use crate::domain::escalation::{Chase, Step};
use crate::domain::ids::CadreId;
use crate::domain::item::Status;
use crate::store::{Result, Tx, bulk, on};

/// A step that waits, and its item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its row.
    pub id: i64,
    /// What it is.
    pub step: Step,
    /// The item.
    pub chase: Chase,
    /// The ledger's number.
    pub no: String,
    /// Who is responsible, as the ledger says.
    pub responsible: String,
    /// Where it stands.
    pub status: Status,
    /// Handed up, and not answered.
    pub offered: bool,
}

/// The columns beside those of the item.
#[derive(sqlx::FromRow)]
struct Beside {
    step_id: i64,
    round: i64,
    rung: i64,
    role: String,
    cadre_id: i64,
    due_on: String,
    outcome: String,
    no: String,
    responsible: String,
    status: String,
    stage: Option<String>,
    offered_to: Option<i64>,
}

/// What waits for these people, by row.
///
/// # Errors
/// When the database fails.
pub async fn waiting(
    tx: &mut Tx,
    cadres: &[CadreId],
    zone: Tz,
) -> Result<HashMap<CadreId, Vec<Waiting>>> {
    let mut all: HashMap<CadreId, Vec<Waiting>> = HashMap::new();
    for chunk in bulk::batches(cadres) {
        let sql = format!(
            "SELECT e.id AS step_id, e.round, e.rung, e.role, e.cadre_id, e.due_on, e.outcome, i.no,
                 i.responsible, i.status, i.stage, i.offered_to, {COLUMNS}
             FROM escalations e JOIN items i ON i.id = e.item_id {JOINS}
             WHERE e.outcome = 'waiting' AND e.cadre_id IN {} ORDER BY e.id",
            bulk::list(chunk.len())
        );
        let rows: Vec<(Beside, chase::Row)> = on!(tx, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for id in &chunk {
                query = query.bind(id.0);
            }
            let rows = query.fetch_all(c).await?;
            rows.iter()
                .map(|row| Ok((Beside::from_row(row)?, chase::Row::from_row(row)?)))
                .collect::<Result<Vec<_>>>()
        })?;
        for (beside, item) in rows {
            let cadre = CadreId(beside.cadre_id);
            if let Some(waiting) = put_together(beside, item.chase(zone)) {
                all.entry(cadre).or_default().push(waiting);
            }
        }
    }
    Ok(all)
}

fn put_together(beside: Beside, chase: Chase) -> Option<Waiting> {
    let row: Row = (
        beside.step_id,
        chase.item.0,
        beside.round,
        beside.rung,
        beside.role,
        beside.cadre_id,
        beside.due_on,
        beside.outcome,
    );
    let (_, found) = kept(row)?;
    Some(Waiting {
        id: found.id,
        step: found.step,
        chase,
        no: beside.no,
        responsible: beside.responsible,
        status: Status::from_columns(&beside.status, beside.stage.as_deref()),
        offered: beside.offered_to.is_some(),
    })
}
