//! What happened to an item, in its order.

use crate::domain::ids::{CadreId, ItemId};
use crate::domain::item::{Step, Verb};
use crate::store::{Result, Tx, on};

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Its name: of the step, or assigned and changed for what a ledger brought.
    pub kind: String,
    /// UTC milliseconds.
    pub at: i64,
    /// By whom; `None`: by a ledger or the program.
    pub by: Option<CadreId>,
    /// His name.
    pub name: Option<String>,
    /// What was said.
    pub words: String,
    /// The step with all that was said; `None` for what a ledger or the version before brought.
    pub step: Option<Step>,
}

type Row = (
    String,
    i64,
    Option<i64>,
    Option<String>,
    String,
    Option<String>,
);

/// Everything that happened to the item, oldest first.
pub async fn history(tx: &mut Tx, item: ItemId) -> Result<Vec<Happened>> {
    let rows: Vec<Row> = on!(tx, c =>
        sqlx::query_as(
            "SELECT e.kind, e.at, e.by_cadre, c.name, e.note, e.step
             FROM item_events e LEFT JOIN cadres c ON c.id = e.by_cadre
             WHERE e.item_id = $1 ORDER BY e.id",
        )
        .bind(item.0)
        .fetch_all(c)
        .await)?;
    Ok(rows
        .into_iter()
        .map(|(kind, at, by, name, words, step)| Happened {
            kind,
            at,
            by: by.map(CadreId),
            name,
            words,
            step: step.and_then(|step| serde_json::from_str(&step).ok()),
        })
        .collect())
}

/// Who took that step last.
pub async fn last_by(tx: &mut Tx, item: ItemId, verb: Verb) -> Result<Option<CadreId>> {
    let row: Option<(Option<i64>,)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT by_cadre FROM item_events WHERE item_id = $1 AND kind = $2
             ORDER BY id DESC LIMIT 1",
        )
        .bind(item.0)
        .bind(verb.name())
        .fetch_optional(c)
        .await)?;
    Ok(row.and_then(|(by,)| by).map(CadreId))
}
