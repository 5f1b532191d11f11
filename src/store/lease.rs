//! Who leads in a matter: a row that its owner renews, and that another takes over when it runs out or its
//! owner is dead. Times are the database's own, so that clocks of several machines need not agree.

use super::presence::lock_of;
use super::{Result, Tx, on};

/// A lease that this process holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Milliseconds since another process may last have acted on it; `None`: this process held it already,
    /// or nobody before.
    pub since_other: Option<i64>,
}

type Row = (String, i64, i64, i64);

const ALIKE: &str = "SELECT owner, until, renewed_at, CAST(unixepoch('subsec') * 1000 AS INTEGER)
    FROM leases WHERE name = $1";
const SHARED: &str = "SELECT owner, until, renewed_at,
        CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)
    FROM leases WHERE name = $1 FOR UPDATE";

/// Takes or renews the lease for `time` milliseconds; `None` while another living process holds it. On
/// SQLite the caller holds the file's lock (see [`presence`]), so that any other owner is dead.
///
/// [`presence`]: crate::store::presence
pub async fn hold(tx: &mut Tx, name: &str, me: &str, time: i64) -> Result<Option<Held>> {
    // Nobody's yet: a row that has run out is there to be taken, by one of several at once.
    on!(tx, c =>
        sqlx::query(
            "INSERT INTO leases (name, owner, until, renewed_at) VALUES ($1, '', 0, 0)
             ON CONFLICT (name) DO NOTHING",
        )
        .bind(name)
        .execute(c)
        .await
        .map(drop))?;
    let (owner, until, renewed_at, now): Row = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as(ALIKE)
                .bind(name)
                .fetch_one(&mut **tx)
                .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as(SHARED)
                .bind(name)
                .fetch_one(&mut **tx)
                .await?
        }
    };
    let free = owner == me || until < now || is_dead(tx, &owner).await?;
    if !free {
        return Ok(None);
    }
    on!(tx, c =>
        sqlx::query("UPDATE leases SET owner = $2, until = $3, renewed_at = $4 WHERE name = $1")
            .bind(name)
            .bind(me)
            .bind(now + time)
            .bind(now)
            .execute(c)
            .await
            .map(drop))?;
    // A living owner may act until its lease ends, a dead one acted at its end at the latest.
    let acted = if until < now { until } else { now };
    let other = owner != me && renewed_at > 0;
    Ok(Some(Held {
        since_other: other.then_some(now - acted),
    }))
}

/// Whether this process still holds the lease; on PostgreSQL nobody takes it over until the transaction
/// ends.
pub async fn still(tx: &mut Tx, name: &str, me: &str) -> Result<bool> {
    let owner: Option<(String,)> = match tx {
        Tx::Sqlite(tx) => {
            sqlx::query_as("SELECT owner FROM leases WHERE name = $1")
                .bind(name)
                .fetch_optional(&mut **tx)
                .await?
        }
        Tx::Postgres(tx) => {
            sqlx::query_as("SELECT owner FROM leases WHERE name = $1 FOR SHARE")
                .bind(name)
                .fetch_optional(&mut **tx)
                .await?
        }
    };
    Ok(owner.is_some_and(|(owner,)| owner == me))
}

/// Lets everything go that this process holds: others need not wait for its end.
pub async fn release(tx: &mut Tx, me: &str) -> Result<()> {
    let now = match tx {
        Tx::Sqlite(_) => "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
        Tx::Postgres(_) => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
    };
    let sql = format!("UPDATE leases SET until = {now} - 1, renewed_at = {now} WHERE owner = $1");
    on!(tx, c =>
        sqlx::query(sqlx::AssertSqlSafe(sql)).bind(me).execute(c).await.map(drop))
}

/// Whether the process of that name is gone, as its lock tells.
async fn is_dead(tx: &mut Tx, owner: &str) -> Result<bool> {
    let Tx::Postgres(postgres) = tx else {
        return Ok(true);
    };
    let (free,): (bool,) = sqlx::query_as("SELECT pg_try_advisory_xact_lock($1)")
        .bind(lock_of(owner))
        .fetch_one(&mut **postgres)
        .await?;
    Ok(free)
}
