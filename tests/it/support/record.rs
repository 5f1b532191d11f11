//! What the database holds, as lines of text: to show what a story changed, and what it did not.

use duban::store::Tx;

use super::Town;

/// Everything that a refusal must leave as it is. Attempts, answers and wrong codes are left out: those
/// are what a refusal adds.
const RECORD: [&str; 10] = [
    "SELECT 'link ' || cadre_id || ' ' || telegram_id || ' ' || language || ' ' || state
     FROM links ORDER BY id",
    "SELECT 'invite ' || code || ' ' || COALESCE(used_by, 0) || ' ' || expires_at
     FROM invites ORDER BY code",
    "SELECT 'entry ' || e.cadre_id || ' ' || e.amount || ' ' || e.on_date || ' ' || e.note
     FROM entries e ORDER BY e.id",
    "SELECT 'entry event ' || entry_id || ' ' || kind FROM entry_events ORDER BY id",
    "SELECT 'leave ' || cadre_id || ' ' || kind || ' ' || first_day || ' ' || last_day
     FROM leaves ORDER BY id",
    "SELECT 'leave event ' || leave_id || ' ' || kind FROM leave_events ORDER BY id",
    "SELECT 'item ' || no || ' ' || status || ' ' || COALESCE(deadline, '') FROM items ORDER BY id",
    "SELECT 'grant ' || cadre_id || ' ' || role || ' ' || COALESCE(revoked_at, 0)
     FROM grants ORDER BY id",
    "SELECT 'opinion ' || id || ' ' || entry_id || ' ' || words FROM opinions ORDER BY id",
    "SELECT 'point ' || cadre_id || ' ' || unit_id || ' ' || COALESCE(ended_at, 0)
     FROM assignments ORDER BY id",
];

impl Town {
    /// The single text column of a query that both databases understand.
    pub(crate) async fn texts(&self, sql: &'static str) -> Vec<String> {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let rows: Vec<(String,)> = match &mut tx {
            Tx::Sqlite(tx) => sqlx::query_as(sql).fetch_all(&mut **tx).await,
            Tx::Postgres(tx) => sqlx::query_as(sql).fetch_all(&mut **tx).await,
        }
        .expect("rows of one text");
        tx.commit().await.expect("an end");
        rows.into_iter().map(|(text,)| text).collect()
    }

    /// Changes the database behind the service's back.
    pub(crate) async fn writes(&self, sql: &'static str) {
        let mut tx = self.books.store.begin().await.expect("a transaction");
        match &mut tx {
            Tx::Sqlite(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
            Tx::Postgres(tx) => sqlx::query(sql).execute(&mut **tx).await.map(drop),
        }
        .expect("a change");
        tx.commit().await.expect("a commit");
    }

    /// Links, invitations, entries, leaves, items and grants: the same before and after whatever changed nothing.
    pub(crate) async fn record(&self) -> Vec<String> {
        let mut record = Vec::new();
        for sql in RECORD {
            record.extend(self.texts(sql).await);
        }
        record
    }

    /// What counts: person, day and thousandths of a class hour, in that order.
    pub(crate) async fn sums(&self) -> Vec<String> {
        self.texts(
            "SELECT c.name || ' ' || e.on_date || ' ' || SUM(e.amount)
             FROM entries e JOIN cadres c ON c.id = e.cadre_id
             LEFT JOIN entry_events w ON w.entry_id = e.id WHERE w.id IS NULL
             GROUP BY c.name, e.on_date ORDER BY c.name, e.on_date",
        )
        .await
    }

    /// Who is away from when to when, as far as it stands: `杨勇涛 leave 2014-03-10 2014-03-14`.
    pub(crate) async fn leaves(&self) -> Vec<String> {
        self.texts(
            "SELECT c.name || ' ' || v.kind || ' ' || v.first_day || ' ' || v.last_day
             FROM leaves v JOIN cadres c ON c.id = v.cadre_id
             LEFT JOIN leave_events w ON w.leave_id = v.id WHERE w.id IS NULL ORDER BY v.id",
        )
        .await
    }

    /// Who tried what, on what, and whether he might: `status  0`.
    pub(crate) async fn attempts(&self) -> Vec<String> {
        self.texts(
            "SELECT COALESCE(c.name, '-') || ' ' || a.action || ' ' || a.object || ' ' || a.allowed
             FROM audit a LEFT JOIN cadres c ON c.id = a.cadre_id ORDER BY a.id",
        )
        .await
    }

    /// Every digest ever planned: to whom, what became of it, and why: `周俊哲 closed answered`.
    pub(crate) async fn digests(&self) -> Vec<String> {
        self.texts(
            "SELECT c.name || ' ' || o.state || ' ' || COALESCE(o.reason, '')
             FROM outbox o JOIN cadres c ON c.id = o.cadre_id WHERE o.kind = 'digest' ORDER BY o.id",
        )
        .await
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
    }
}
