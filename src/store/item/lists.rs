//! Lists of items as somebody sees them: one query a page, one for how many there are. Nothing is read that is not
//! shown.

use chrono::NaiveDate;
use sqlx::AssertSqlSafe;

use super::question::{Question, any, bound, found};
use super::{LedgerRow, review, select};
use crate::domain::campaign::ItemKind;
use crate::domain::grant::Scope;
use crate::domain::listing::{Count, List, NEWEST, PAGE, Viewer};
use crate::store::{Result, Tx, bulk, on};

/// Items whose lights are counted one by one, at most: what is overdue is counted in SQL.
const COUNTED: u32 = 500;

/// Which items.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// Those in which he has a part and which are not struck off.
    Own,
    /// One of his lists.
    List(List),
    /// Those that are not struck off of the unit at that path and of all below it, as far as he sees them; without
    /// one, of all units.
    Unit(Option<&'a str>),
    /// Those of that number, whatever became of them.
    Number(&'a str),
    /// The newest in which these words stand, whatever became of them.
    Words(&'a str),
}

/// Who looks, at which items of which kinds, on which day.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Who looks.
    pub viewer: &'a Viewer,
    /// The campaign's kinds, which say who reviews.
    pub kinds: &'a [ItemKind],
    /// Today in the campaign's zone.
    pub today: NaiveDate,
}

/// How many items each of these lists has, in their order.
pub async fn counts(tx: &mut Tx, look: Look<'_>, lists: &[Which<'_>]) -> Result<Vec<Count>> {
    let mut question = Question::default();
    let today = question.text(&look.today.to_string());
    let mut parts = Vec::with_capacity(lists.len());
    for (number, which) in lists.iter().enumerate() {
        let holds = condition(&mut question, look, *which, None);
        // Of words only the newest are shown, so no more are counted.
        let most = match which {
            Which::Words(_) => NEWEST,
            _ => u32::MAX,
        };
        parts.push(format!(
            "SELECT CAST({number} AS BIGINT) AS number, CAST(COUNT(*) AS BIGINT) AS total,
             CAST(COALESCE(SUM(CASE WHEN f.status = 'assigned' AND f.deadline < {today}
             THEN 1 ELSE 0 END), 0) AS BIGINT) AS red
             FROM (SELECT i.status, i.deadline FROM items i WHERE {holds} LIMIT {most}) f"
        ));
    }
    let sql = format!("{} ORDER BY number", parts.join(" UNION ALL "));
    let rows: Vec<(i64, i64, i64)> = on!(tx, c =>
        bound!(sqlx::query_as(AssertSqlSafe(sql)), question).fetch_all(c).await)?;
    let count = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(rows
        .into_iter()
        .map(|(_, total, red)| Count {
            total: count(total),
            red: count(red),
        })
        .collect())
}

/// A page of a list: what is overdue first, then by deadline; what is submitted last. Of words the newest first.
pub async fn page(
    tx: &mut Tx,
    look: Look<'_>,
    which: Which<'_>,
    red: bool,
    page: u32,
) -> Result<Vec<LedgerRow>> {
    let mut limit = PAGE;
    if let Which::Words(_) = which {
        limit = limit.min(NEWEST.saturating_sub(page.saturating_mul(PAGE)));
    }
    rows(tx, look, which, red, (limit, page.saturating_mul(PAGE))).await
}

/// The items of which lights are counted: of a list, those whose day comes first.
pub async fn lit(tx: &mut Tx, look: Look<'_>, which: Which<'_>) -> Result<Vec<LedgerRow>> {
    rows(tx, look, which, false, (COUNTED, 0)).await
}

async fn rows(
    tx: &mut Tx,
    look: Look<'_>,
    which: Which<'_>,
    red: bool,
    part: (u32, u32),
) -> Result<Vec<LedgerRow>> {
    let (sql, question) = written(look, which, red, part);
    on!(tx, c => bound!(sqlx::query_as(AssertSqlSafe(sql)), question).fetch_all(c).await)
}

/// The query for a part of a list, and what is bound to it.
fn written(
    look: Look<'_>,
    which: Which<'_>,
    red: bool,
    (limit, offset): (u32, u32),
) -> (String, Question) {
    let mut question = Question::default();
    let mut holds = String::new();
    let order = if let Which::Words(_) = which {
        "i.id DESC".to_owned()
    } else {
        let today = question.text(&look.today.to_string());
        holds = condition(&mut question, look, which, red.then_some(&*today));
        format!(
            "CASE i.status WHEN 'assigned' THEN 0 WHEN 'submitted' THEN 1 ELSE 2 END,
             CASE WHEN i.deadline < {today} THEN 0 WHEN i.deadline_kind = 'immediate' THEN 1
             WHEN i.deadline IS NOT NULL THEN 2 ELSE 3 END, i.deadline, i.id"
        )
    };
    if holds.is_empty() {
        holds = condition(&mut question, look, which, None);
    }
    let sql = select(&format!(
        "WHERE {holds} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    ));
    (sql, question)
}

/// The path of a unit within that one that has an item of that number.
pub async fn unit_with(tx: &mut Tx, no: &str, within: &str) -> Result<Option<String>> {
    let mut question = Question::default();
    let holds = numbered(&mut question, no);
    let scope = Scope::Units(vec![within.to_owned()]);
    let lies = question.within("i.unit_id", &scope);
    let sql = format!(
        "SELECT u.path FROM items i JOIN units u ON u.id = i.unit_id
         WHERE {holds} AND {lies} ORDER BY i.id LIMIT 1"
    );
    let row: Option<(String,)> = on!(tx, c =>
        bound!(sqlx::query_as(AssertSqlSafe(sql)), question).fetch_optional(c).await)?;
    Ok(row.map(|(path,)| path))
}

/// Which items: those of the list, and of them those that are overdue alone if so wished.
fn condition(
    question: &mut Question,
    look: Look<'_>,
    which: Which<'_>,
    red: Option<&str>,
) -> String {
    let viewer = look.viewer;
    let overdue = red.map(|today| format!("i.status = 'assigned' AND i.deadline < {today}"));
    // Of one's own both are said so that no index of the status is used for them: nearly all that it would lead
    // to is others'.
    let open = red.map_or_else(
        || "i.status <> 'closed'".to_owned(),
        |today| {
            let overdue = format!("COALESCE(i.deadline, '9999') < {today}");
            format!("i.status NOT IN ('submitted', 'closed') AND {overdue}")
        },
    );
    let own = |question: &mut Question, lists: &[List]| {
        let parts = lists
            .iter()
            .flat_map(|list| part(question, viewer, *list))
            .map(|part| format!("{part} AND {open}"));
        found(&parts.collect::<Vec<_>>())
    };
    match which {
        Which::Own => own(question, &[List::Mine, List::Helping, List::Leading]),
        Which::List(List::Review) => {
            let mut ways = review::waits(question, viewer, look.kinds);
            if red.is_some() {
                for way in &mut ways {
                    *way = format!("{way} AND {open}");
                }
            }
            found(&ways)
        }
        Which::List(list) => own(question, &[list]),
        Which::Unit(path) => {
            let sight = units_in_sight(question, viewer);
            let lies = path.map(|path| {
                let scope = Scope::Units(vec![path.to_owned()]);
                question.within("i.unit_id", &scope)
            });
            let everything = path.is_none() && viewer.scope() == Scope::All;
            let open = match &overdue {
                Some(overdue) => overdue.as_str(),
                None if everything => "i.status IN ('assigned', 'submitted')",
                None => open.as_str(),
            };
            let lies = lies.map_or_else(String::new, |lies| format!("{lies} AND "));
            format!("{open} AND {lies}{}", any(&sight))
        }
        Which::Number(no) => {
            let holds = numbered(question, no);
            format!("{holds} AND {}", in_sight(question, viewer))
        }
        Which::Words(words) => {
            let pattern = question.text(&format!("%{}%", bulk::literal(words)));
            let said = ["i.content", "i.measures", "i.category", "i.no"]
                .map(|column| format!("LOWER({column}) LIKE LOWER({pattern}) ESCAPE '\\'"));
            format!("{} AND {}", any(&said), in_sight(question, viewer))
        }
    }
}

/// That the item has that number, however it is written.
fn numbered(question: &mut Question, no: &str) -> String {
    let (as_written, large) = (question.text(no), question.text(&no.to_uppercase()));
    format!("i.no IN ({as_written}, {large})")
}

/// What somebody is to the items of a list, each way on its own.
fn part(question: &mut Question, viewer: &Viewer, list: List) -> Vec<String> {
    let him = question.id(viewer.cadre.0);
    let mut parts = vec![match list {
        List::Mine => format!("i.responsible_id = {him}"),
        List::Helping => format!(
            "i.id IN (SELECT h.item_id FROM item_helpers h WHERE h.cadre_id = {him})
             AND COALESCE(i.responsible_id, 0) <> {him}"
        ),
        List::Leading | List::Review => {
            format!("i.lead_id = {him} AND COALESCE(i.responsible_id, 0) <> {him}")
        }
    }];
    if list == List::Mine && !viewer.liaison.is_empty() {
        // A unit that named nobody answers through its liaison.
        let his = question.within("i.unit_id", &viewer.liaison);
        parts.push(format!("i.responsible_id IS NULL AND {his}"));
    }
    parts
}

/// That he sees the item as one of its unit's: by a grant, or as head of the unit or of the one above.
fn units_in_sight(question: &mut Question, viewer: &Viewer) -> Vec<String> {
    let mut parts = Vec::new();
    let scope = viewer.scope();
    if !scope.is_empty() {
        parts.push(question.within("i.unit_id", &scope));
    }
    if viewer.is_head {
        let unit = question.id(viewer.unit.0);
        parts.push(format!(
            "i.unit_id IN (SELECT w.id FROM units w WHERE w.id = {unit} OR w.parent_id = {unit})"
        ));
    }
    parts
}

/// That he sees the item at all: the same as `conversation/party.rs` says of one that is at hand.
fn in_sight(question: &mut Question, viewer: &Viewer) -> String {
    let mut parts = units_in_sight(question, viewer);
    let him = question.id(viewer.cadre.0);
    parts.extend(
        ["responsible_id", "lead_id", "opened_by"].map(|column| format!("i.{column} = {him}")),
    );
    parts.push(format!(
        "i.id IN (SELECT h.item_id FROM item_helpers h WHERE h.cadre_id = {him})"
    ));
    parts.push(format!(
        "i.id IN (SELECT h.item_id FROM item_hands h WHERE h.from_cadre = {him})"
    ));
    let answers = viewer.liaison.clone().and(viewer.office.clone());
    if !answers.is_empty() {
        parts.push(question.within("i.offered_to", &answers));
        let from = question.within("h.from_unit", &viewer.liaison);
        parts.push(format!(
            "i.id IN (SELECT h.item_id FROM item_hands h WHERE {from})"
        ));
    }
    if viewer.is_head {
        let unit = question.id(viewer.unit.0);
        parts.push(format!("i.offered_to = {unit}"));
        parts.push(format!(
            "i.id IN (SELECT h.item_id FROM item_hands h WHERE h.from_unit = {unit})"
        ));
    }
    any(&parts)
}

#[cfg(test)]
mod tests;
