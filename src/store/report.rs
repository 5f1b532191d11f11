//! Counts for the office, in a handful of queries however many people there are.

use chrono::NaiveDate;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::{Result, Tx, entry, leave, on, quota};
use crate::domain::account::{Elapsed, Pace, counting_span, pace, window_for};
use crate::domain::cadre::split_traits;
use crate::domain::calendar::Calendar;
use crate::domain::campaign::{Campaign, Subject};
use crate::domain::deadline::Span;
use crate::domain::grant::Scope;
use crate::domain::ids::CadreId;
use crate::domain::owes::Done;
use crate::domain::report::{Counts, Proxies, StatusReport, UnitLine, below};
use crate::domain::rules::Rules;

#[derive(sqlx::FromRow)]
struct Person {
    id: i64,
    path: String,
    depth: i64,
    sector: Option<String>,
    rank: String,
    traits: String,
    key: String,
    joined_on: Option<String>,
    state: Option<String>,
}

/// Where the campaign stands today, over the scope and by the units below it; dead letters are not counted
/// here.
pub async fn status(
    tx: &mut Tx,
    campaign: &Campaign,
    calendar: &Calendar,
    scope: &Scope,
    today: NaiveDate,
) -> Result<StatusReport> {
    let people: Vec<Person> = on!(tx, c =>
        sqlx::query_as(
            "SELECT c.id, u.path, u.depth, u.sector, c.rank, c.traits, c.key, c.joined_on, l.state
             FROM cadres c JOIN units u ON u.id = c.unit_id
             LEFT JOIN links l ON l.cadre_id = c.id AND l.state <> 'ended'
             WHERE c.active = 1",
        )
        .fetch_all(c)
        .await)?;
    let duty = campaign.prompted_duty();
    let quotas = quota::all(tx).await?;
    let rules = Rules {
        campaign,
        calendar,
        quotas: &quotas,
    };
    let away = leave::away_on(tx, today).await?;
    let mut windows: HashMap<Span, (Elapsed, HashMap<CadreId, Done>)> = HashMap::new();
    let mut units: BTreeMap<String, Counts> = BTreeMap::new();
    for person in people
        .into_iter()
        .filter(|person| scope.covers(&person.path))
    {
        let counts = units
            .entry(below(scope, &person.path).to_owned())
            .or_default();
        counts.people += 1;
        let (linked, is_away) = (person.state.is_some(), away.contains(&CadreId(person.id)));
        counts.away += i64::from(is_away);
        match person.state.as_deref() {
            Some("linked") => counts.linked += 1,
            Some(_) => counts.blocked += 1,
            None => {}
        }
        let subject = Subject {
            rank: person.rank,
            traits: split_traits(&person.traits),
            sector: person.sector,
            unit_path: person.path,
            depth: u32::try_from(person.depth).unwrap_or(0),
            key: person.key,
            joined_on: person.joined_on.and_then(|day| day.parse().ok()),
        };
        let window = duty.and_then(|duty| window_for(campaign, duty, &subject, today));
        let (Some(duty), Some(window)) = (duty, window) else {
            counts.excused += i64::from(linked && is_away);
            continue;
        };
        let (elapsed, done) = match windows.entry(window) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(vacant) => {
                let elapsed = Elapsed::of(&window, today, calendar);
                let span = counting_span(campaign, duty, &subject, today).unwrap_or(window);
                let done = entry::done_by_all(tx, duty, &span, today).await?;
                vacant.insert((elapsed, done))
            }
        };
        let done = done.get(&CadreId(person.id)).copied().unwrap_or_default();
        counts.answered += i64::from(done.answered);
        counts.excused += i64::from(linked && is_away && !done.answered);
        if let Some(target) = rules.target(duty, &subject, &window) {
            match pace(done.counted, target, *elapsed) {
                Pace::Behind => counts.behind += 1,
                Pace::Done => counts.met += 1,
                Pace::Ahead | Pace::On => {}
            }
        }
    }
    for (path, overdue, submitted) in items(tx, today).await? {
        if scope.covers(&path) {
            let counts = units.entry(below(scope, &path).to_owned()).or_default();
            counts.overdue += overdue;
            counts.submitted += submitted;
        }
    }
    let mut total = Counts::default();
    for counts in units.values() {
        total.add(counts);
    }
    let units: Vec<UnitLine> = units
        .into_iter()
        .map(|(unit, counts)| UnitLine { unit, counts })
        .collect();
    Ok(StatusReport {
        on: today,
        total,
        unit_count: units.len(),
        units,
        dead_letters: 0,
        proxies: proxies(tx, &campaign.span, scope).await?,
    })
}

/// Entries of the campaign that say something done and stand, by unit; and those among them that a liaison
/// recorded.
async fn proxies(tx: &mut Tx, span: &Span, scope: &Scope) -> Result<Proxies> {
    let rows: Vec<(String, i64, i64)> = on!(tx, c =>
        sqlx::query_as(
            "SELECT u.path,
                    CAST(SUM(CASE WHEN e.source = 'proxy' THEN 1 ELSE 0 END) AS BIGINT),
                    COUNT(*)
             FROM entries e JOIN cadres c ON c.id = e.cadre_id JOIN units u ON u.id = c.unit_id
             WHERE e.amount > 0 AND e.on_date >= $1 AND e.on_date <= $2
             AND NOT EXISTS (SELECT 1 FROM entry_events w WHERE w.entry_id = e.id
                 AND w.kind IN ('withdrawn', 'rejected'))
             GROUP BY u.path",
        )
        .bind(span.start.to_string())
        .bind(span.end.to_string())
        .fetch_all(c)
        .await)?;
    let covered = rows.into_iter().filter(|(path, ..)| scope.covers(path));
    Ok(
        covered.fold(Proxies::default(), |sum, (_, by_proxy, entries)| Proxies {
            by_proxy: sum.by_proxy + by_proxy,
            entries: sum.entries + entries,
        }),
    )
}

/// Overdue and submitted items by unit.
async fn items(tx: &mut Tx, today: NaiveDate) -> Result<Vec<(String, i64, i64)>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT u.path,
                    CAST(SUM(CASE WHEN i.status = 'assigned' AND i.deadline < $1 THEN 1 ELSE 0 END)
                         AS BIGINT),
                    CAST(SUM(CASE WHEN i.status = 'submitted' THEN 1 ELSE 0 END) AS BIGINT)
             FROM items i JOIN units u ON u.id = i.unit_id
             WHERE i.status <> 'closed' GROUP BY u.path",
        )
        .bind(today.to_string())
        .fetch_all(c)
        .await)
}

/// One person as the roster is exported.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RosterRow {
    /// Row identity.
    pub id: i64,
    /// Key.
    pub key: String,
    /// Name.
    pub name: String,
    /// Path of his unit.
    pub path: String,
    /// Post.
    pub post: String,
    /// Rank id.
    pub rank: String,
    /// Trait ids.
    pub traits: String,
    /// Digits.
    pub phone: String,
    /// His account.
    pub telegram_id: Option<i64>,
    /// never, invited, linked, blocked
    pub link: String,
    /// 1 if he is on the roster still.
    pub active: i64,
    /// Since when; `None`: since before the campaign.
    pub joined_on: Option<String>,
}

/// The next people after an id, at most so many: the export pages through them.
pub async fn roster_page(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<RosterRow>> {
    on!(tx, c =>
        sqlx::query_as(
            "SELECT c.id, c.key, c.name, u.path, c.post, c.rank, c.traits, c.phone, l.telegram_id,
                    COALESCE(l.state,
                             (SELECT 'invited' FROM invites i WHERE i.cadre_id = c.id LIMIT 1),
                             'never') AS link,
                    c.active, c.joined_on
             FROM cadres c JOIN units u ON u.id = c.unit_id
             LEFT JOIN links l ON l.cadre_id = c.id AND l.state <> 'ended'
             WHERE c.id > $1 ORDER BY c.id LIMIT $2",
        )
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)
}
