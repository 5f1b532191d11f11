//! What waits for a carer: looked at a page or a piece at a time, confirmed or turned down with one tap each.
//! The store's queue says what he may decide on (`store/entry/waiting.rs`); it is asked again at every press.

use chrono::{DateTime, Utc};

use super::answering;
use super::evidence::of;
use super::office::attempt;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::Queue;
use crate::domain::dialogue::Dialogue;
use crate::domain::entry::{Event, Status};
use crate::domain::grant::Scope;
use crate::domain::ids::{CadreId, EntryId};
use crate::domain::kept::typed;
use crate::domain::news::News;
use crate::domain::notice::{Command, Notice};
use crate::domain::queue::{Answer, Card, Refusal, Waits, lacks_evidence, may_judge};
use crate::store::entry as entries;
use crate::store::entry::waiting::{self, Look, Waiting};
use crate::store::{Result, cadre};

/// Entries a page.
const PAGE: u32 = 5;
/// Entries that one press confirms at most.
const MOST: u32 = 200;
/// Before and behind every entry.
const FIRST: EntryId = EntryId(0);
const LAST: EntryId = EntryId(i64::MAX);

/// Who looks, at what, since when.
struct Judge<'a> {
    person: &'a Person,
    scope: Scope,
    at: DateTime<Utc>,
}

impl Judge<'_> {
    fn look(&self) -> Look<'_> {
        Look {
            judge: self.person.cadre.id,
            scope: &self.scope,
            at: self.at,
        }
    }

    fn at(&self) -> i64 {
        self.at.timestamp_millis()
    }

    /// The record of what he did, or tried.
    fn tried(&self, action: &str, object: String, allowed: bool) -> Effect {
        Effect::Audit {
            account: self.person.account,
            cadre: Some(self.person.cadre.id),
            action: action.to_owned(),
            object,
            allowed,
        }
    }
}

/// `/pending`.
pub(super) async fn pending(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(attempt(desk, Command::Pending, argument, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    if !argument.is_empty() {
        outcome.push(desk.say(Notice::Queue(Answer::Alone)));
        return Ok(());
    }
    let at = view.now;
    let judge = Judge { person, scope, at };
    let answer = list(FIRST, &judge, view).await?;
    outcome.push(desk.say(Notice::Queue(answer)));
    Ok(())
}

/// One of the buttons.
pub(super) async fn pressed(
    action: Queue,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Queue::Answer { entry } = action {
        return answering::ask(entry, person, desk, view, outcome).await;
    }
    let (Queue::List { at, .. }
    | Queue::Card { at, .. }
    | Queue::Confirm { at, .. }
    | Queue::Reject { at, .. }
    | Queue::Because { at, .. }
    | Queue::All { at, .. }) = action
    else {
        return pending("", person, desk, view, outcome).await;
    };
    let judge = Judge {
        person,
        scope: view.care_scope(person).await?,
        // What a forged button says of times to come, nobody has seen.
        at: DateTime::from_timestamp_millis(at).map_or(view.now, |at| at.min(view.now)),
    };
    if judge.scope.is_empty() {
        outcome.push(judge.tried(
            "pending",
            format!("{action:?}").chars().take(64).collect(),
            false,
        ));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let answer = match action {
        Queue::Pending | Queue::Answer { .. } => return Ok(()),
        Queue::List { after, .. } => list(after, &judge, view).await?,
        Queue::Card { entry, .. } => {
            match next(EntryId(entry.0.saturating_sub(1)), None, &judge, view).await? {
                Some(card) => Answer::Card {
                    card,
                    at: judge.at(),
                },
                None => Answer::Empty,
            }
        }
        Queue::Confirm { entry, .. } => decide(entry, None, &judge, view, outcome).await?,
        Queue::Because { entry, reason, .. } => {
            decide(entry, Some(reason.kept()), &judge, view, outcome).await?
        }
        Queue::Reject { entry, .. } => why(entry, &judge, view, outcome).await?,
        Queue::All { last, .. } => all(last, &judge, view, outcome).await?,
    };
    // A refusal leaves the buttons where they are.
    outcome.push(match answer {
        Answer::Refused(_) => desk.say(Notice::Queue(answer)),
        answer => desk.turn_into(Notice::Queue(answer)),
    });
    Ok(())
}

/// A typed reason.
pub(super) async fn said(
    entry: EntryId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let judge = Judge {
        person,
        scope: view.care_scope(person).await?,
        at: view.now,
    };
    let reason = typed(text);
    let answer = if reason.is_empty() {
        why(entry, &judge, view, outcome).await?
    } else {
        decide(entry, Some(reason), &judge, view, outcome).await?
    };
    outcome.push(desk.say(Notice::Queue(answer)));
    Ok(())
}

/// The page behind that entry; the first one if nothing stands behind it.
async fn list(after: EntryId, judge: &Judge<'_>, view: &mut View<'_>) -> Result<Answer> {
    let look = judge.look();
    let mut after = after;
    let mut rows = waiting::page(view.tx, look, after, LAST, PAGE).await?;
    if rows.is_empty() && after > FIRST {
        after = FIRST;
        rows = waiting::page(view.tx, look, after, LAST, PAGE).await?;
    }
    let Some(last) = rows.last().map(|row| row.entry.id) else {
        return Ok(Answer::Empty);
    };
    let total = waiting::count(view.tx, look, LAST).await?;
    let before = waiting::count(view.tx, look, after).await?;
    let shown = waiting::page(view.tx, look, FIRST, last, MOST).await?;
    let campaign = &view.service.campaign;
    let all = shown
        .iter()
        .filter(|row| !lacks_evidence(campaign.duty(&row.entry.duty), row.evidence))
        .count();
    let cards = (before + 1..)
        .zip(rows)
        .map(|(number, row)| card(row, number, total, view))
        .collect();
    Ok(Answer::List {
        cards,
        total,
        all,
        at: judge.at(),
    })
}

/// The next that waits behind that entry, else the first; `decided` is as good as gone from the queue.
async fn next(
    after: EntryId,
    decided: Option<EntryId>,
    judge: &Judge<'_>,
    view: &mut View<'_>,
) -> Result<Option<Box<Card>>> {
    let look = judge.look();
    let mut rows = waiting::page(view.tx, look, after, LAST, 1).await?;
    if rows.is_empty() {
        rows = waiting::page(view.tx, look, FIRST, after, 2).await?;
        rows.retain(|row| Some(row.entry.id) != decided);
    }
    let Some(row) = rows.into_iter().next() else {
        return Ok(None);
    };
    let id = row.entry.id;
    let gone = |upto: EntryId| usize::from(decided.is_some_and(|decided| decided <= upto));
    let number = waiting::count(view.tx, look, id).await? - gone(id);
    let total = waiting::count(view.tx, look, LAST).await? - gone(LAST);
    Ok(Some(Box::new(card(row, number, total, view))))
}

fn card(row: Waiting, number: usize, total: usize, view: &View<'_>) -> Card {
    let duty = view.service.campaign.duty(&row.entry.duty);
    let lacks_evidence = lacks_evidence(duty, row.evidence);
    let entry = row.entry;
    let about = [row.partner, row.place, Some(entry.subject)];
    Card {
        entry: entry.id,
        number,
        total,
        who: row.who,
        duty: entry.duty,
        on: entry.on,
        amount: entry.amount,
        waits: row.waits,
        why: row.why,
        by: row.by,
        form: entry.form,
        topic: entry.topic,
        about: about
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect(),
        note: entry.note,
        evidence: row.evidence,
        lacks_evidence,
    }
}

/// The entry, if it waits for this carer; why not, otherwise. Held until the transaction ends.
async fn judged(
    entry: EntryId,
    judge: &Judge<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<std::result::Result<(Waiting, CadreId), Refusal>> {
    waiting::hold(view.tx, &[entry]).await?;
    let mut refuse = |refusal: Refusal| {
        outcome.push(judge.tried("judge", format!("entry {entry}"), false));
        Ok(Err(refusal))
    };
    let Some(found) = entries::by_id(view.tx, entry).await? else {
        return refuse(Refusal::NotYours);
    };
    let whose = cadre::by_id(view.tx, found.cadre).await?;
    if whose.is_none_or(|whose| !judge.scope.covers(&whose.unit_path)) {
        return refuse(Refusal::NotYours);
    }
    let look = Look {
        at: view.now,
        ..judge.look()
    };
    let before = EntryId(entry.0 - 1);
    let row = waiting::page(view.tx, look, before, entry, 1).await?.pop();
    let me = judge.person.cadre.id;
    let row = row.filter(|row| {
        let disputed = row.waits == Waits::Disputed;
        may_judge(me, row.entry.cadre, row.entry.recorded_by, disputed)
    });
    if let Some(row) = row {
        return Ok(Ok((row, found.cadre)));
    }
    let named = of(&found, judge.person, view).await?;
    Ok(Err(match found.status {
        Status::Pending => return refuse(Refusal::Own),
        Status::Withdrawn => Refusal::Withdrawn { of: named },
        status => {
            let decided = waiting::decided(view.tx, entry).await?;
            Refusal::Already {
                of: named,
                counts: status == Status::Counted,
                by: decided.and_then(|(by, _)| by),
            }
        }
    }))
}

/// Lets an entry count, or turns it down for a reason; shows the next.
async fn decide(
    entry: EntryId,
    reason: Option<String>,
    judge: &Judge<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Answer> {
    let (row, whose) = match judged(entry, judge, view, outcome).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Answer::Refused(refusal)),
    };
    let card = card(row, 1, 1, view);
    let counts = reason.is_none();
    let reason = reason.unwrap_or_default();
    if counts && card.lacks_evidence {
        return Ok(Answer::Refused(Refusal::NoEvidence { of: card.of() }));
    }
    let action = if counts { "confirm" } else { "reject" };
    outcome.push(judge.tried(action, format!("entry {entry}"), true));
    outcome.push(Effect::Happened {
        entries: vec![entry],
        event: if counts {
            Event::Confirmed
        } else {
            Event::Rejected
        },
        by: judge.person.cadre.id,
        reason: reason.clone(),
    });
    outcome.push(told(whose, &card, counts, &reason, judge));
    let of = card.of();
    let next = next(entry, Some(entry), judge, view).await?;
    Ok(Answer::Decided {
        of,
        counts,
        reason,
        next,
        at: judge.at(),
    })
}

/// What the entry's person is told in his next digest.
fn told(whose: CadreId, card: &Card, counts: bool, reason: &str, judge: &Judge<'_>) -> Effect {
    Effect::Tell {
        cadre: whose,
        news: News::Decided {
            entry: card.entry,
            duty: card.duty.clone(),
            on: card.on,
            amount: card.amount,
            counts,
            reason: reason.to_owned(),
            by: judge.person.cadre.name.clone(),
        },
    }
}

/// "退回": why?
async fn why(
    entry: EntryId,
    judge: &Judge<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Answer> {
    let (row, _) = match judged(entry, judge, view, outcome).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Answer::Refused(refusal)),
    };
    outcome.push(Effect::Await {
        account: judge.person.account,
        dialogue: Some(Dialogue::Reject { entry }),
    });
    let look = judge.look();
    let number = waiting::count(view.tx, look, entry).await?;
    let total = waiting::count(view.tx, look, LAST).await?;
    Ok(Answer::Why {
        card: Box::new(card(row, number, total, view)),
        at: judge.at(),
    })
}

/// "全部确认": what he was shown up to that entry and waits still. What came to wait since is left, though its
/// number be lower.
async fn all(
    last: EntryId,
    judge: &Judge<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Answer> {
    let look = judge.look();
    let shown = waiting::page(view.tx, look, FIRST, last, MOST).await?;
    let ids: Vec<EntryId> = shown.iter().map(|row| row.entry.id).collect();
    waiting::hold(view.tx, &ids).await?;
    let rows = waiting::page(view.tx, look, FIRST, last, MOST).await?;
    let rows = rows.into_iter().filter(|row| ids.contains(&row.entry.id));
    let mut confirmed = Vec::new();
    let mut lacking = 0;
    for row in rows {
        let whose = row.entry.cadre;
        let card = card(row, 1, 1, view);
        if card.lacks_evidence {
            lacking += 1;
            continue;
        }
        confirmed.push(card.entry);
        outcome.push(told(whose, &card, true, "", judge));
    }
    let now = Look {
        at: view.now,
        ..look
    };
    let left = waiting::count(view.tx, now, LAST).await? - confirmed.len();
    let count = confirmed.len();
    outcome.push(judge.tried("confirm", format!("{count} up to entry {last}"), true));
    if count > 0 {
        outcome.push(Effect::Happened {
            entries: confirmed,
            event: Event::Confirmed,
            by: judge.person.cadre.id,
            reason: String::new(),
        });
    }
    Ok(Answer::All {
        confirmed: count,
        lacking,
        left,
    })
}
