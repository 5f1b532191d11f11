//! `duban plan`: who would get what when, from the same decisions as the tick; nothing is written.

use anyhow::Result;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::HashMap;

use super::audience::Besides;
use super::escalation::Climb;
use super::{audience, dispatch, items, late, occasion, queue, reach};
use crate::books::Books;
use crate::domain::digest::Occasion;

/// One message that would go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// When.
    pub at: DateTime<Utc>,
    /// What sort of message.
    pub kind: &'static str,
    /// Its lane.
    pub lane: &'static str,
    /// The person's key.
    pub key: String,
    /// His name.
    pub name: String,
    /// What it would speak of.
    pub summary: String,
}

/// Every message of the slots' occurrences from one local day to another, both counted, by time and
/// person, as things stand now.
///
/// # Errors
/// When the database fails.
pub async fn preview(books: &Books, from: NaiveDate, to: NaiveDate) -> Result<Vec<Preview>> {
    let mut all = Vec::new();
    let zone = books.campaign.zone;
    let midnight = |day: NaiveDate| {
        day.and_hms_opt(0, 0, 0)
            .and_then(|time| time.and_local_timezone(zone).earliest())
            .map(|time| time.to_utc())
    };
    let (Some(start), Some(end)) = (
        midnight(from),
        to.checked_add_days(Days::new(1)).and_then(midnight),
    ) else {
        return Ok(all);
    };
    let instant = chrono::TimeDelta::milliseconds(1);
    for slot in &books.campaign.slots {
        let mut since = None;
        // Said once, at the first occurrence from here on.
        let mut told = reach::told(books, &slot.id).await?;
        let waiting = queue::waiting(books, &slot.id).await?;
        let mut climb = Climb::load(books, slot, to).await?;
        let orphans = items::of_nobody(books, &slot.id).await?;
        // What one occurrence would mention, the next takes as said.
        let mut mentioned = HashMap::new();
        for at in slot
            .schedule
            .between(start - instant, end - instant, usize::MAX)
        {
            let decision = late::decide(&books.campaign, &books.calendar(), slot, at, at, true);
            if decision != late::Decision::Plan {
                continue;
            }
            let on = books.local_day(at);
            let since_last = match since {
                Some(day) => Some(day),
                None => occasion(books, slot, at).await?.since,
            };
            let occasion = Occasion {
                slot: &slot.id,
                on,
                since: since_last,
            };
            let calendar = books.calendar();
            let send_at = |owed: &audience::Owed| {
                late::out_of_own(&books.campaign, &calendar, &slot.id, owed.quiet, at)
            };
            let mut pages = audience::Pages::telling(Besides {
                told: std::mem::take(&mut told),
                waiting: waiting.clone(),
                orphans: orphans.clone(),
                asked: dispatch::foreseen(books, &occasion).await?,
                raised: climb.foresee(books, slot, at),
                mentioned: mentioned.clone(),
            });
            while let Some(page) = pages.next(books, &occasion).await? {
                climb.told(&page);
                let said = page.iter().flat_map(|owed| &owed.plan.items);
                mentioned.extend(said.map(|item| (*item, on)));
                all.extend(page.iter().map(|owed| row(owed, send_at(owed))));
            }
            since = Some(on);
        }
    }
    all.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
    Ok(all)
}

fn row(owed: &audience::Owed, at: DateTime<Utc>) -> Preview {
    let mut parts = Vec::new();
    if let Some(duty) = &owed.plan.duty {
        parts.push(format!("check-in {duty}, counted {}", owed.done.counted));
    }
    for item in owed
        .items
        .iter()
        .filter(|item| owed.plan.items.contains(&item.id))
    {
        let when = match item.days_left(owed.plan.on) {
            Some(days) if days < 0 => format!("{} days overdue", -days),
            Some(days) => format!("{days} days left"),
            None => "no date".to_owned(),
        };
        parts.push(format!("item {}, {when}", item.no));
    }
    if !owed.plan.out_of_reach.is_empty() {
        parts.push(format!("{} out of reach", owed.plan.out_of_reach.len()));
    }
    if owed.plan.waiting > 0 {
        parts.push(format!("{} entries wait", owed.plan.waiting));
    }
    if !owed.plan.news.is_empty() {
        parts.push(format!("{} news", owed.plan.news.len()));
    }
    if !owed.plan.asks.is_empty() {
        parts.push(format!("progress of {} items", owed.plan.asks.len()));
    }
    if !owed.plan.escalated.is_empty() {
        parts.push(format!("{} escalated", owed.plan.escalated.len()));
    }
    if !owed.plan.reviews.is_empty() {
        parts.push(format!("{} to review", owed.plan.reviews.len()));
    }
    Preview {
        at,
        kind: "digest",
        lane: "reminder",
        key: owed.person.cadre.key.clone(),
        name: owed.person.cadre.name.clone(),
        summary: parts.join("; "),
    }
}
