//! Storing a step that the machine allowed: its event, and where the item stands after it.

use chrono::{DateTime, Utc};

use super::{LedgerRow, asks};
use crate::domain::ids::{CadreId, ItemId, UnitId, UpdateId};
use crate::domain::item::{Reassigned, Status, Step, Taken};
use crate::domain::ledger::entry::deadline_text;
use crate::domain::ledger::{Column, Held};
use crate::store::{Result, Tx, escalation, on};

/// Stores a step of an item that is held ([`super::hold`]) since it was looked at.
///
/// # Errors
/// When the database fails.
pub async fn take(
    tx: &mut Tx,
    item: ItemId,
    taken: &Taken,
    update: Option<UpdateId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let was = was(tx, item, taken).await?;
    event(tx, item, taken, &was, update, now).await?;
    stand(tx, item, taken, now).await?;
    if matches!(taken.step(), Step::Report { .. } | Step::Submit { .. }) {
        asks::answered(tx, item, now).await?;
    }
    if is_not_late_now(taken) {
        escalation::stop(tx, item).await?;
    }
    match taken.step() {
        Step::Report { words } => reported(tx, item, words, now).await,
        Step::HandUp { to, .. } => offered(tx, item, *to, taken.by(), now).await,
        Step::TakeUp { responsible, .. } => {
            answered(tx, item, true, now).await?;
            named(tx, item, *responsible).await
        }
        Step::SendBack { .. } => answered(tx, item, false, now).await,
        Step::Reassign(whose) => renamed(tx, item, whose).await,
        _ => Ok(()),
    }
}

/// Whether nobody above is to be told of it any more: it is no longer to be done here, or by another day.
fn is_not_late_now(taken: &Taken) -> bool {
    let after = taken.after();
    let another_day = matches!(taken.step(), Step::Grant | Step::TakeUp { .. });
    !after.status.is_open() || after.offered_to.is_some() || another_day
}

/// What stood before in the columns of the ledger that the step changes: a table that the office exported before is
/// compared with it when it comes back.
async fn was(tx: &mut Tx, item: ItemId, taken: &Taken) -> Result<Held> {
    let mut was = Held::new();
    let Some(row) = super::by_id(tx, item).await? else {
        return Ok(was);
    };
    let (before, after) = (row.state(), taken.after());
    let mut note = |column, differs: bool, held: String| {
        if differs {
            was.insert(column, held);
        }
    };
    let status = before.status.name().to_owned();
    note(Column::Status, before.status != after.status, status);
    let deadline = deadline_text(before.deadline).into_owned();
    note(
        Column::Deadline,
        before.deadline != after.deadline,
        deadline,
    );
    note(Column::Unit, before.unit != after.unit, row.path);
    let named = |is: &str, name: fn(&Reassigned) -> &str| match taken.step() {
        Step::Reassign(whose) => name(whose) != is,
        _ => false,
    };
    let renamed = named(&row.responsible, |whose| &whose.name);
    let given = before.responsible != after.responsible || renamed;
    note(Column::Responsible, given, row.responsible);
    let renamed = named(&row.lead_name, |whose| &whose.lead_name);
    let given = before.lead != after.lead || renamed;
    note(Column::Lead, given, row.lead_name);
    let told = matches!(taken.step(), Step::Report { .. });
    note(Column::Progress, told, row.progress);
    Ok(was)
}

/// A step as its event keeps it: with what was said, and with what stood before in the columns that it changes.
pub(super) fn said(step: &Step, was: &Held) -> Result<String> {
    let encode = |error: serde_json::Error| sqlx::Error::Encode(error.into());
    let mut said = serde_json::to_value(step).map_err(encode)?;
    if let serde_json::Value::Object(said) = &mut said
        && !was.is_empty()
    {
        let was = serde_json::to_value(was).map_err(encode)?;
        said.insert("was".to_owned(), was);
    }
    serde_json::to_string(&said).map_err(encode)
}

async fn event(
    tx: &mut Tx,
    item: ItemId,
    taken: &Taken,
    was: &Held,
    update: Option<UpdateId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let step = taken.step();
    let said = said(step, was)?;
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO item_events (item_id, kind, at, by_cadre, note, step, update_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(item.0)
        .bind(step.verb().name())
        .bind(now.timestamp_millis())
        .bind(taken.by().map(|id| id.0))
        .bind(step.words())
        .bind(&said)
        .bind(update.map(|id| id.0))
        .execute(c)
        .await
        .map(|_| ()))
}

/// Where it stands; reminders are counted anew when it is somebody's to do again or has a new day. Of whom it
/// becomes, nobody has heard of it.
async fn stand(tx: &mut Tx, item: ItemId, taken: &Taken, now: DateTime<Utc>) -> Result<()> {
    let after = taken.after();
    let (status, stage) = after.status.columns();
    let (deadline_kind, deadline) = LedgerRow::deadline_columns(after.deadline);
    let anew = matches!(
        taken.step(),
        Step::Return { .. }
            | Step::Reopen { .. }
            | Step::Grant
            | Step::TakeUp { .. }
            | Step::Reassign(_)
    );
    let elses = matches!(taken.step(), Step::TakeUp { .. } | Step::Reassign(_));
    let now = now.timestamp_millis();
    let submitted = (after.status == Status::Submitted).then_some(now);
    on!(tx, c =>
        sqlx::query(
            "UPDATE items SET status = $2, stage = $3, deadline_kind = $4, deadline = $5,
             unit_id = $6, responsible_id = $7, lead_id = $8, extension_to = $9,
             extension_why = $10, extensions = $11, setbacks = $12, reviewed = $13,
             submitted_by = $14, offered_to = $15, updated_at = $16,
             submitted_at = CASE WHEN $2 = 'submitted' THEN COALESCE(submitted_at, $17)
                            WHEN $2 = 'assigned' THEN NULL ELSE submitted_at END,
             closed_at = CASE WHEN $2 = 'closed' THEN $16 ELSE NULL END,
             closed_by = CASE WHEN $2 = 'closed'
                         THEN (SELECT name FROM cadres WHERE id = $18) ELSE NULL END,
             reminded = CASE WHEN $19 = 1 THEN 0 ELSE reminded END,
             reminded_on = CASE WHEN $20 = 1 THEN NULL ELSE reminded_on END
             WHERE id = $1",
        )
        .bind(item.0)
        .bind(status)
        .bind(stage)
        .bind(deadline_kind)
        .bind(deadline)
        .bind(after.unit.0)
        .bind(after.responsible.map(|id| id.0))
        .bind(after.lead.map(|id| id.0))
        .bind(after.extension.as_ref().map(|asked| asked.to.to_string()))
        .bind(after.extension.as_ref().map(|asked| asked.why.clone()))
        .bind(i64::from(after.extensions))
        .bind(i64::from(after.setbacks))
        .bind(i64::try_from(after.reviewed).unwrap_or(i64::MAX))
        .bind(after.submitted_by.map(|id| id.0))
        .bind(after.offered_to.map(|id| id.0))
        .bind(now)
        .bind(submitted)
        .bind(taken.by().map(|id| id.0))
        .bind(i64::from(anew))
        .bind(i64::from(elses))
        .execute(c)
        .await
        .map(|_| ()))
}

async fn reported(tx: &mut Tx, item: ItemId, words: &str, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE items SET progress = $2, reported_at = $3 WHERE id = $1")
            .bind(item.0)
            .bind(words)
            .bind(now.timestamp_millis())
            .execute(c)
            .await
            .map(|_| ()))
}

async fn offered(
    tx: &mut Tx,
    item: ItemId,
    to: UnitId,
    by: Option<CadreId>,
    now: DateTime<Utc>,
) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO item_hands (item_id, from_unit, from_cadre, to_unit, offered_at, offered_by)
             SELECT id, unit_id, responsible_id, $2, $3, $4 FROM items WHERE id = $1",
        )
        .bind(item.0)
        .bind(to.0)
        .bind(now.timestamp_millis())
        .bind(by.map(|id| id.0))
        .execute(c)
        .await
        .map(|_| ()))
}

async fn answered(tx: &mut Tx, item: ItemId, taken: bool, now: DateTime<Utc>) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE item_hands SET answered_at = $2, taken = $3
             WHERE item_id = $1 AND answered_at IS NULL",
        )
        .bind(item.0)
        .bind(now.timestamp_millis())
        .bind(i64::from(taken))
        .execute(c)
        .await
        .map(|_| ()))
}

async fn named(tx: &mut Tx, item: ItemId, responsible: CadreId) -> Result<()> {
    on!(tx, c =>
        sqlx::query(
            "UPDATE items SET responsible = (SELECT name FROM cadres WHERE id = $2) WHERE id = $1",
        )
        .bind(item.0)
        .bind(responsible.0)
        .execute(c)
        .await
        .map(|_| ()))
}

async fn renamed(tx: &mut Tx, item: ItemId, whose: &Reassigned) -> Result<()> {
    on!(tx, c =>
        sqlx::query("UPDATE items SET responsible = $2, lead_name = $3 WHERE id = $1")
            .bind(item.0)
            .bind(&whose.name)
            .bind(&whose.lead_name)
            .execute(c)
            .await
            .map(|_| ()))
}
