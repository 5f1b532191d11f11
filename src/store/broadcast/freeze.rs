//! Writing down to whom a broadcast goes: a chunk of the roster a statement, no row through memory.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use sqlx::AssertSqlSafe;

use super::rows::held_until;
use crate::domain::audience::Audience;
use crate::domain::ids::{BroadcastId, CadreId};
use crate::outbox::payload::Payload;
use crate::store::outbox::Lane;
use crate::store::{Result, Tx, on};

/// Conditions of an audience with their words, numbered from a first parameter on.
struct Conditions {
    sql: String,
    words: Vec<String>,
    first: usize,
}

impl Conditions {
    fn of(audience: &Audience, first: usize) -> Self {
        let mut all = Self {
            sql: String::new(),
            words: Vec::new(),
            first,
        };
        all.any(&audience.units, |n| {
            format!("u.path = ${n} OR substr(u.path, 1, length(${n}) + 1) = ${n} || '/'")
        });
        all.any(&audience.ranks, |n| format!("c.rank = ${n}"));
        all.any(&audience.sectors, |n| format!("u.sector = ${n}"));
        // Ids stand in one column, with commas between them.
        let traits: Vec<String> = audience
            .traits
            .iter()
            .map(|one| format!(",{one},"))
            .collect();
        all.any(&traits, |n| {
            format!("replace(',' || c.traits || ',', ${n}, '') <> ',' || c.traits || ','")
        });
        all
    }

    /// One of these words fits, if there are any.
    fn any(&mut self, words: &[String], fits: impl Fn(usize) -> String) {
        for (at, word) in words.iter().enumerate() {
            let number = self.first + self.words.len();
            let before = if at == 0 { " AND (" } else { " OR " };
            // Writing to a String cannot fail.
            let _ = write!(self.sql, "{before}{}", fits(number));
            self.words.push(word.clone());
        }
        if !words.is_empty() {
            self.sql.push(')');
        }
    }
}

/// Who can be written to: active, with a live link that is not blocked. SQLite keeps the order of a CROSS JOIN:
/// people first, or it would read every link for each chunk; and it takes the index of live links only if it is
/// told that they are.
const REACHABLE: &str = "FROM cadres c CROSS JOIN units u CROSS JOIN links l
     WHERE u.id = c.unit_id AND l.cadre_id = c.id AND l.state = 'linked' AND l.state <> 'ended'
         AND c.active = 1";

/// How many people an audience has just now.
pub async fn people(tx: &mut Tx, audience: &Audience) -> Result<i64> {
    let conditions = Conditions::of(audience, 1);
    let sql = format!("SELECT COUNT(*) {REACHABLE}{}", conditions.sql);
    let (count,): (i64,) = on!(tx, c => {
        let mut query = sqlx::query_as(AssertSqlSafe(sql));
        for word in &conditions.words {
            query = query.bind(word);
        }
        query.fetch_one(c).await
    })?;
    Ok(count)
}

/// What one chunk did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frozen {
    /// So many messages were written down; there may be more people.
    Some(u64),
    /// Everybody has been looked at.
    All,
}

/// Writes down the messages of a broadcast to those of the next `chunk` people of the roster who belong to its
/// audience, held until it is released, and remembers how far it came.
pub async fn freeze(
    tx: &mut Tx,
    id: BroadcastId,
    audience: &Audience,
    after: CadreId,
    chunk: i64,
    now: DateTime<Utc>,
) -> Result<Frozen> {
    let (upto,): (Option<i64>,) = on!(tx, c =>
        sqlx::query_as(
            "SELECT MAX(id) FROM (SELECT id FROM cadres WHERE id > $1 ORDER BY id LIMIT $2) AS page",
        )
        .bind(after.0)
        .bind(chunk)
        .fetch_one(c)
        .await)?;
    let Some(upto) = upto else {
        return Ok(Frozen::All);
    };
    let payload = super::json(&Payload::Broadcast { id })?;
    let conditions = Conditions::of(audience, 9);
    let sql = format!(
        "INSERT INTO outbox (lane, kind, cadre_id, chat_id, dedupe_key, payload, not_before, state,
             created_at, broadcast_id, bot)
         SELECT $1, 'broadcast', c.id, l.telegram_id, $2 || CAST(c.id AS TEXT), $3, $4, 'waiting', $5, $6,
             l.bot
         {REACHABLE} AND c.id > $7 AND c.id <= $8{} ORDER BY c.id
         ON CONFLICT (dedupe_key) DO NOTHING",
        conditions.sql
    );
    let written = on!(tx, c => {
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .bind(Lane::Broadcast.number())
            .bind(format!("broadcast:{id}:"))
            .bind(payload)
            .bind(held_until().timestamp_millis())
            .bind(now.timestamp_millis())
            .bind(id.0)
            .bind(after.0)
            .bind(upto);
        for word in &conditions.words {
            query = query.bind(word);
        }
        query.execute(c).await.map(|done| done.rows_affected())
    })?;
    on!(tx, c =>
        sqlx::query("UPDATE broadcasts SET cursor = $2, total = total + $3 WHERE id = $1")
            .bind(id.0)
            .bind(upto)
            .bind(i64::try_from(written).unwrap_or(i64::MAX))
            .execute(c)
            .await
            .map(drop))?;
    Ok(Frozen::Some(written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_numbered_on_and_lists_that_ask_nothing_are_left_out() {
        assert_eq!(Conditions::of(&Audience::default(), 9).sql, "");
        let audience = Audience {
            ranks: vec!["county".to_owned(), "section".to_owned()],
            sectors: vec!["rural".to_owned()],
            ..Audience::default()
        };
        let conditions = Conditions::of(&audience, 9);
        assert_eq!(
            conditions.sql,
            " AND (c.rank = $9 OR c.rank = $10) AND (u.sector = $11)"
        );
        assert_eq!(conditions.words, ["county", "section", "rural"]);
    }
}
