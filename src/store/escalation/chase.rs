//! Items that are late, with what their escalation needs.

use chrono::NaiveDate;
use chrono_tz::Tz;
use sqlx::AssertSqlSafe;

use super::day;
use crate::domain::deadline::Deadline;
use crate::domain::escalation::Chase;
use crate::domain::ids::{CadreId, ItemId};
use crate::store::superior::person;
use crate::store::{Result, Tx, on};

/// An item with what its escalation needs.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: i64,
    kind: String,
    path: String,
    lead_id: Option<i64>,
    lead_link: Option<i64>,
    responsible_id: Option<i64>,
    deadline_kind: String,
    deadline: Option<String>,
    assigned_on: String,
    setbacks: i64,
    setback_at: Option<i64>,
}

/// Its columns, as `i`, its unit `u` and its lead's account `l` have them.
pub(super) const COLUMNS: &str =
    "i.id, i.kind, u.path, i.lead_id, l.id AS lead_link, i.responsible_id,
     i.deadline_kind, i.deadline, i.assigned_on, i.setbacks,
     CASE WHEN i.setbacks > 0 THEN (SELECT MAX(v.at) FROM item_events v
         WHERE v.item_id = i.id AND v.kind IN ('returned', 'reopened')) END AS setback_at";

/// What they are read from. That a linked account is no ended one is said for the index of those that are not.
pub(super) const JOINS: &str = "JOIN units u ON u.id = i.unit_id
     LEFT JOIN cadres c ON c.id = i.lead_id AND c.active = 1
     LEFT JOIN links l ON l.cadre_id = c.id AND l.state = 'linked' AND l.state <> 'ended'";

impl Row {
    pub(super) fn chase(self, zone: Tz) -> Chase {
        let deadline = match (self.deadline_kind.as_str(), &self.deadline) {
            ("immediate", _) => Deadline::Immediate,
            ("date", Some(date)) => date.parse().map_or(Deadline::Ongoing, Deadline::On),
            _ => Deadline::Ongoing,
        };
        Chase {
            item: ItemId(self.id),
            kind: self.kind,
            unit: self.path,
            lead: self
                .lead_id
                .map(|lead| person(lead, i64::from(self.lead_link.is_some()))),
            responsible: self.responsible_id.map(CadreId),
            deadline,
            assigned_on: self.assigned_on.parse().unwrap_or(NaiveDate::MAX),
            setbacks: u32::try_from(self.setbacks).unwrap_or(0),
            setback_on: day(self.setback_at, zone),
        }
    }
}

/// Items of these kinds that are to be done and were due before that day, or at once, and not handed up, by id;
/// days are the zone's. One query, along the index of what is open by deadline.
///
/// # Errors
/// When the database fails.
pub async fn overdue(
    tx: &mut Tx,
    kinds: &[&str],
    before: NaiveDate,
    zone: Tz,
) -> Result<Vec<Chase>> {
    let list: Vec<String> = (0..kinds.len()).map(|n| format!("${}", n + 2)).collect();
    let list = list.join(", ");
    let open = format!("i.status = 'assigned' AND i.offered_to IS NULL AND i.kind IN ({list})");
    let sql = format!(
        "SELECT {COLUMNS} FROM items i {JOINS} WHERE {open} AND i.deadline < $1
         UNION ALL SELECT {COLUMNS} FROM items i {JOINS}
         WHERE {open} AND i.deadline IS NULL AND i.deadline_kind = 'immediate'"
    );
    let rows: Vec<Row> = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind(before.to_string());
        for kind in kinds {
            query = query.bind(*kind);
        }
        query.fetch_all(c).await
    })?;
    let mut all: Vec<Chase> = rows.into_iter().map(|row| row.chase(zone)).collect();
    all.sort_by_key(|chase| chase.item);
    Ok(all)
}
