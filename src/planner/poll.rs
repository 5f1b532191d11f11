//! Members review an item by a poll (S21, S28): opened at the kind's slot when its day has come, ended when its
//! time is over, and then decided on. Nothing is decided twice: a closed poll is held by nobody.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::{DateTime, Utc};

use super::late;
use crate::books::Books;
use crate::domain::campaign::{ItemKind, MakeUp, Slot};
use crate::domain::deadline::Deadline;
use crate::domain::ids::{BotId, CadreId, ItemId};
use crate::domain::item::{Ground, NewItem, Party, Role, Step, take};
use crate::domain::news::News;
use crate::domain::notice::Notice;
use crate::domain::poll::{Outcome, Said, Told, closes_at, is_due, outcome};
use crate::outbox::payload::Payload;
use crate::store::item::LedgerRow;
use crate::store::outbox::{self, Lane, NewRow};
use crate::store::poll::ItemPoll;
use crate::store::{self, Tx, evidence, group, item, news, poll};

/// Polls of one kind that one occurrence opens; the others are the next one's.
const MOST: i64 = 500;

/// Numbers of items named in one line of news.
const NAMED: usize = 5;

/// A poll that could not be ended so long after its time is decided on by what is known.
const PATIENCE: i64 = 24 * 3_600_000;

/// Make-ups of make-ups that are struck off with the last of them, at most.
const LONGEST_CHAIN: usize = 20;

/// The word for the poll itself among the messages.
const ASKING: &str = "poll";

/// The key of a message of a poll: there is one of each word.
fn key(kind: &str, id: i64) -> String {
    format!("{kind}:{id}:")
}

/// Opens the polls that are due at an occurrence of the slot. Returns how many messages are planned.
pub(super) async fn open_due(books: &Books, slot: &Slot, at: DateTime<Utc>) -> Result<usize> {
    let mut planned = 0;
    let kinds = books.campaign.kinds.iter();
    for kind in kinds.filter(|kind| kind.slot == slot.id && kind.poll.is_some()) {
        let mut tx = books.store.begin().await?;
        let due = poll::due(&mut tx, &kind.id, books.local_day(at), MOST).await?;
        let mut homeless: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for id in due {
            match open(books, &mut tx, kind, id, at).await? {
                Opened::Asked => planned += 1,
                Opened::NoGroup { unit, no } => homeless.entry(unit).or_default().push(no),
                Opened::NotDue => {}
            }
        }
        let now = books.clock.now();
        for (unit, items) in homeless {
            tell_office(&mut tx, &unit, items, None, now).await?;
        }
        tx.commit().await?;
    }
    Ok(planned)
}

/// What became of an item whose day has come.
enum Opened {
    /// Its members are asked.
    Asked,
    /// There is nowhere to ask them.
    NoGroup { unit: String, no: String },
    /// It is not their turn after all.
    NotDue,
}

async fn open(
    books: &Books,
    tx: &mut Tx,
    kind: &ItemKind,
    id: ItemId,
    at: DateTime<Utc>,
) -> store::Result<Opened> {
    let (now, today) = (books.clock.now(), books.local_day(at));
    let Some(row) = item::hold(tx, id).await? else {
        return Ok(Opened::NotDue);
    };
    let published = group::is_published(tx, id).await?;
    let Some(rules) = kind
        .poll
        .as_ref()
        .filter(|_| is_due(kind, &row.state(), published, today))
    else {
        return Ok(Opened::NotDue);
    };
    let Some(group) = group::of_unit(tx, row.state().unit).await? else {
        if row.stands().is_open() {
            // Nobody declared anything and nobody can be asked: its ladder goes on.
            return Ok(Opened::NotDue);
        }
        let void = poll::open(tx, id, (0, BotId::MAIN), now, now).await?;
        poll::close(tx, void, Outcome::Void, now).await?;
        return Ok(Opened::NoGroup {
            unit: row.path,
            no: row.no,
        });
    };
    // What was promised openly is put before the members at its time, whether or not it was declared done.
    if row.stands().is_open() && !submit(books, tx, kind, &row, now).await? {
        return Ok(Opened::NotDue);
    }
    let closes = closes_at(rules, at, now);
    let poll = poll::open(tx, id, (group.chat, group.bot), closes, now).await?;
    let said = Said::Ballot {
        no: row.no,
        content: row.content,
        until: books.local_day(closes),
    };
    let payload = Payload::Poll {
        id: poll,
        language: books.campaign.language,
        said,
    };
    let to = (group.chat, group.bot);
    plan(books, tx, (ASKING, poll), to, payload, None).await?;
    Ok(Opened::Asked)
}

/// Declares an item done in nobody's name; false if its kind wants evidence that there is not.
async fn submit(
    books: &Books,
    tx: &mut Tx,
    kind: &ItemKind,
    row: &LedgerRow,
    now: DateTime<Utc>,
) -> store::Result<bool> {
    let step = Step::Submit {
        words: String::new(),
    };
    let party = Party {
        cadre: None,
        roles: [Role::Responsible].into(),
    };
    step_of(books, tx, kind, row, step, &party, now).await
}

/// Takes a step in nobody's name; false if the machine does not allow it.
async fn step_of(
    books: &Books,
    tx: &mut Tx,
    kind: &ItemKind,
    row: &LedgerRow,
    step: Step,
    party: &Party,
    now: DateTime<Utc>,
) -> store::Result<bool> {
    let id = ItemId(row.id);
    let ground = Ground {
        today: books.local_day(now),
        evidence: evidence::count_of_item(tx, id).await?,
        unit_above: row.path.contains('/'),
    };
    match take(&row.state(), kind, step, party, &ground) {
        Ok(taken) => item::take(tx, id, &taken, None, now).await.map(|()| true),
        Err(_) => Ok(false),
    }
}

/// Ends the polls whose time is over. What is never sent, and whose group is gone, is decided on at once.
pub(super) async fn end_due(books: &Books, now: DateTime<Utc>) -> Result<usize> {
    let mut tx = books.store.begin().await?;
    let mut planned = 0;
    for (over, closes_at, there) in poll::over(&mut tx, now).await? {
        let late = now.timestamp_millis() - closes_at > PATIENCE;
        match over.message.filter(|_| there && !late) {
            Some(message) => {
                let payload = Payload::StopPoll { id: over.id };
                let to = (over.chat, over.bot);
                let rows = plan(
                    books,
                    &mut tx,
                    ("poll-end", over.id),
                    to,
                    payload,
                    Some(message),
                );
                planned += rows.await?;
            }
            None => decide(books, &mut tx, over.id, now).await?,
        }
    }
    tx.commit().await?;
    Ok(planned)
}

/// Decides on a poll that is over, by what is known of it: the item is struck off, or returned and to be made up
/// for, or the office's to decide on. A poll that is closed already stays as it is.
///
/// # Errors
/// When the database fails.
pub async fn decide(books: &Books, tx: &mut Tx, id: i64, now: DateTime<Utc>) -> store::Result<()> {
    let Some(held) = poll::hold(tx, id).await? else {
        return Ok(());
    };
    if held.message.is_none() {
        // What has not been sent by now is not to come after the end.
        outbox::fold_waiting(tx, &key(ASKING, id), "-").await?;
    }
    let row = item::hold(tx, held.item).await?;
    let kind = row.as_ref().and_then(|row| books.campaign.kind(&row.kind));
    let (Some(row), Some(kind)) = (row.as_ref(), kind) else {
        return poll::close(tx, id, Outcome::Void, now).await;
    };
    let decided = kind.poll.as_ref();
    let decided = decided.map_or(Outcome::Void, |rules| outcome(rules, held.counts));
    let step = match decided {
        Outcome::Passed => Step::Approve {
            remark: figures(&held),
        },
        Outcome::Failed => Step::Return {
            why: figures(&held),
        },
        Outcome::Void => {
            poll::close(tx, id, Outcome::Void, now).await?;
            let voters = Some(held.counts.voters);
            tell_office(tx, &row.path, vec![row.no.clone()], voters, now).await?;
            return announce(books, tx, &held, row, kind, decided, None).await;
        }
    };
    if !step_of(books, tx, kind, row, step, &Party::default(), now).await? {
        // Taken back, or decided by the office meanwhile.
        return poll::close(tx, id, Outcome::Void, now).await;
    }
    poll::close(tx, id, decided, now).await?;
    let make_up = match &kind.make_up {
        Some(make_up) if decided == Outcome::Failed => {
            made_up(books, tx, row, make_up, now).await?
        }
        _ => None,
    };
    if decided == Outcome::Passed {
        close_chain(books, tx, row, &held, now).await?;
    }
    tell_people(tx, row, &held, decided, make_up.as_ref(), now).await?;
    announce(books, tx, &held, row, kind, decided, make_up).await
}

/// "10/11 90%": what is kept with the step.
fn figures(held: &ItemPoll) -> String {
    let counts = held.counts;
    format!("{}/{} {}%", counts.satisfied, counts.voters, counts.share())
}

/// Makes the item that makes up for one (S21): the same people, and so many work days.
async fn made_up(
    books: &Books,
    tx: &mut Tx,
    row: &LedgerRow,
    make_up: &MakeUp,
    now: DateTime<Utc>,
) -> store::Result<Option<(String, chrono::NaiveDate)>> {
    if books.campaign.kind(&make_up.kind).is_none() {
        return Ok(None);
    }
    let (state, today) = (row.state(), books.local_day(now));
    let within = i32::try_from(make_up.within).unwrap_or(0);
    let on = books.calendar().add_work_days(today, within);
    let no = item::next_no(tx, state.unit, &make_up.kind).await?;
    let new = NewItem {
        no: no.clone(),
        kind: make_up.kind.clone(),
        category: row.category.clone(),
        content: row.content.clone(),
        measures: row.measures.clone(),
        unit: state.unit,
        lead: state.lead,
        lead_name: row.lead_name.clone(),
        responsible: state.responsible,
        responsible_name: row.responsible.clone(),
        helpers: row.helpers.clone(),
        deadline: Deadline::On(on),
        assigned_on: today,
        opened_by: None,
        made_from: Some(ItemId(row.id)),
    };
    item::open(tx, &new, None, now).await?;
    Ok(Some((no, on)))
}

/// What an item makes up for is done with it: it too is put before its reviewers and, as far as that is the
/// members' to say, struck off.
async fn close_chain(
    books: &Books,
    tx: &mut Tx,
    row: &LedgerRow,
    held: &ItemPoll,
    now: DateTime<Utc>,
) -> store::Result<()> {
    let mut from = row.made_from;
    for _ in 0..LONGEST_CHAIN {
        let Some(id) = from else { break };
        let Some(earlier) = item::hold(tx, ItemId(id)).await? else {
            break;
        };
        from = earlier.made_from;
        let Some(kind) = books.campaign.kind(&earlier.kind) else {
            continue;
        };
        let open = earlier.stands().is_open();
        if !open || !submit(books, tx, kind, &earlier, now).await? {
            continue;
        }
        if let Some(submitted) = item::by_id(tx, ItemId(id)).await? {
            let remark = figures(held);
            let step = Step::Approve { remark };
            step_of(books, tx, kind, &submitted, step, &Party::default(), now).await?;
        }
    }
    Ok(())
}

/// Whoever has to do with the item hears of it in his next digest.
async fn tell_people(
    tx: &mut Tx,
    row: &LedgerRow,
    held: &ItemPoll,
    decided: Outcome,
    make_up: Option<&(String, chrono::NaiveDate)>,
    now: DateTime<Utc>,
) -> store::Result<()> {
    let told = News::Poll(Told::Decided {
        no: row.no.clone(),
        content: row.content.clone(),
        counts: held.counts,
        passed: decided == Outcome::Passed,
        make_up: make_up.cloned(),
    });
    let mut people: Vec<CadreId> = [row.responsible_id, row.lead_id]
        .into_iter()
        .flatten()
        .map(CadreId)
        .collect();
    people.dedup();
    let told: Vec<_> = people
        .into_iter()
        .map(|cadre| (cadre, told.clone()))
        .collect();
    news::insert_all(tx, &told, now).await
}

/// The office hears that members could not decide: it is its turn.
async fn tell_office(
    tx: &mut Tx,
    unit: &str,
    mut items: Vec<String>,
    voters: Option<u32>,
    now: DateTime<Utc>,
) -> store::Result<()> {
    let total = items.len();
    items.truncate(NAMED);
    let told = News::Poll(Told::Void {
        unit: unit.to_owned(),
        items,
        total,
        voters,
    });
    let office = poll::office_of(tx, unit).await?;
    let told: Vec<_> = office
        .into_iter()
        .map(|cadre| (cadre, told.clone()))
        .collect();
    news::insert_all(tx, &told, now).await
}

/// The group hears what its poll came to; one that never was in it is not spoken of.
async fn announce(
    books: &Books,
    tx: &mut Tx,
    held: &ItemPoll,
    row: &LedgerRow,
    kind: &ItemKind,
    decided: Outcome,
    make_up: Option<(String, chrono::NaiveDate)>,
) -> store::Result<()> {
    if held.message.is_none() {
        return Ok(());
    }
    let said = Said::Result {
        no: row.no.clone(),
        content: row.content.clone(),
        counts: held.counts,
        outcome: decided,
        least_voters: kind.poll.map_or(0, |poll| poll.least_voters),
        make_up,
    };
    let payload = Payload::Letter {
        language: books.campaign.language,
        notice: Notice::Poll(said),
    };
    let to = (held.chat, held.bot);
    plan(books, tx, ("poll-result", held.id), to, payload, None)
        .await
        .map(drop)
}

/// One message of a poll, outside quiet hours; planned once.
async fn plan(
    books: &Books,
    tx: &mut Tx,
    (kind, id): (&str, i64),
    (chat, bot): (i64, BotId),
    payload: Payload,
    edits: Option<i64>,
) -> store::Result<usize> {
    let now = books.clock.now();
    let row = NewRow {
        bot,
        lane: Lane::Reminder,
        kind: kind.to_owned(),
        cadre: None,
        chat,
        dedupe_key: key(kind, id),
        payload,
        edits,
        not_before: late::out_of_quiet(&books.campaign, now),
    };
    outbox::insert(tx, &[row], now).await
}
