//! A person's entries by month, one of them with all that is known of it, and 撤销 from there.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime};

use super::account::{Whose, looked, whose};
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::account::{Fact, tally};
use crate::domain::action::statement::Press;
use crate::domain::amount::Amount;
use crate::domain::entry::{Event, Status};
use crate::domain::ids::{CadreId, EntryId};
use crate::domain::month::Month;
use crate::domain::notice::Notice;
use crate::domain::reply;
use crate::domain::statement::{
    Answer, EntryPage, Happened, History, Line, Said, Sum, may_withdraw, page_of,
};
use crate::store::Result;
use crate::store::entry::{self as entries, Background, Entry, Told};

/// `/history`, `/history 3月`
pub(super) async fn command(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let month = if argument.is_empty() {
        Some(Month::of(view.today))
    } else {
        // "/history 3" is short for March, which nobody would say so in a chat.
        reply::month(argument, view.today)
            .or_else(|| reply::month(&format!("{argument}月"), view.today))
    };
    let Some(month) = month else {
        let example = Month::of(view.today).previous();
        outcome.push(desk.say(Notice::Statement(Answer::WhichMonth { example })));
        return Ok(());
    };
    said(month, person, desk, view, outcome).await
}

/// "上个月": one's own entries of that month.
pub(super) async fn said(
    month: Month,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let cadre = person.cadre.clone();
    let whose = Whose { cadre, of: None };
    let history = history(&whose, month, 0, false, view).await?;
    outcome.push(desk.say(Notice::Statement(Answer::History(history))));
    Ok(())
}

/// One of the statement's buttons about entries.
pub(super) async fn pressed(
    press: Press,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let answer = match press {
        Press::History {
            of,
            month,
            page,
            withdrawn,
        } => match whose(of, "history", person, desk, view, outcome).await? {
            Some(whose) => {
                let month = month.unwrap_or(Month::of(view.today));
                Answer::History(history(&whose, month, page, withdrawn, view).await?)
            }
            None => return Ok(()),
        },
        Press::Entry {
            entry,
            page,
            withdrawn,
        } => {
            let Some(known) = known(entry, person, desk, view, outcome).await? else {
                return Ok(());
            };
            let (whose, entry, background) = known;
            let page = (page, withdrawn);
            Answer::Entry(Box::new(
                one(&whose, &entry, &background, page, view).await?,
            ))
        }
        Press::Withdraw {
            entry,
            page,
            withdrawn,
        } => {
            let page = (page, withdrawn);
            match withdraw(entry, page, person, desk, view, outcome).await? {
                Some(entry) => Answer::Entry(Box::new(entry)),
                None => return Ok(()),
            }
        }
        Press::Account { .. } | Press::Unit { .. } => return Ok(()),
    };
    outcome.push(desk.turn_into(Notice::Statement(answer)));
    Ok(())
}

/// A page of a month.
async fn history(
    whose: &Whose,
    month: Month,
    page: u32,
    withdrawn: bool,
    view: &mut View<'_>,
) -> Result<History> {
    let told = entries::told(view.tx, whose.cadre.id, &month.span()).await?;
    let gone = |told: &Told| told.fact.status() == Status::Withdrawn;
    let withdrawn_count = told.iter().filter(|told| gone(told)).count();
    let sums = sums(&told, month, view);
    let shown: Vec<Told> = told
        .into_iter()
        .filter(|told| withdrawn || !gone(told))
        .collect();
    let (lines, page, pages) = page_of(shown, page);
    let campaign = view.service.campaign.span;
    Ok(History {
        of: whose.of,
        who: whose.of.map(|_| whose.cadre.who()),
        month,
        sums,
        lines: lines.into_iter().map(line).collect(),
        page,
        pages,
        withdrawn,
        withdrawn_count,
        has_earlier: month > Month::of(campaign.start),
        has_later: month < Month::of(view.today.min(campaign.end)),
    })
}

/// What the month's entries come to, a line for each duty of which there is something, in the campaign's order.
fn sums(told: &[Told], month: Month, view: &View<'_>) -> Vec<Sum> {
    let span = month.span();
    let mut facts: BTreeMap<&str, Vec<&Fact>> = BTreeMap::new();
    for told in told {
        facts.entry(&told.fact.duty).or_default().push(&told.fact);
    }
    let duties = view.service.campaign.duties.iter();
    let sums = duties
        .filter(|duty| duty.topics_of.is_none())
        .filter_map(|duty| {
            let facts = facts.get(duty.id.as_str())?;
            let done = tally(facts.iter().copied(), duty, &span, view.today);
            Some(Sum {
                duty: duty.id.clone(),
                counted: done.counted,
                pending: done.pending,
                rejected: done.rejected,
            })
        });
    let nothing = |sum: &Sum| {
        [sum.counted, sum.pending, sum.rejected]
            .iter()
            .all(|amount| *amount == Amount::ZERO)
    };
    sums.filter(|sum| !nothing(sum)).collect()
}

fn line(told: Told) -> Line {
    Line {
        entry: told.fact.entry,
        on: told.fact.on,
        status: told.fact.status(),
        duty: told.fact.duty,
        amount: told.fact.amount,
        topic: told.fact.topic,
        source: told.source,
        reason: told.reason,
    }
}

/// The entry, if there is one and the person may see it; else the refusal is answered and on record.
async fn known(
    id: EntryId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<(Whose, Entry, Background)>> {
    let entry = entries::by_id(view.tx, id).await?;
    let background = entries::background(view.tx, id).await?;
    let (Some(entry), Some(background)) = (entry, background) else {
        outcome.push(looked("entry", format!("entry {id}"), person, false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(None);
    };
    let whose = whose(Some(entry.cadre), "entry", person, desk, view, outcome).await?;
    Ok(whose.map(|whose| (whose, entry, background)))
}

/// An entry's page.
async fn one(
    whose: &Whose,
    entry: &Entry,
    background: &Background,
    (page, withdrawn): (u32, bool),
    view: &mut View<'_>,
) -> Result<EntryPage> {
    let happenings = entries::happenings(view.tx, entry.id).await?;
    let rejected = happenings
        .iter()
        .find(|happening| happening.event == Event::Rejected);
    let reason = rejected.map(|happening| happening.reason.clone());
    let by = |id: Option<CadreId>, name: Option<String>| {
        name.filter(|_| id.is_some_and(|id| id != entry.cadre))
    };
    let happened = happenings.into_iter().map(|happening| Happened {
        event: happening.event,
        at: local(happening.at, view),
        by: by(happening.by, happening.name),
        by_correction: happening.event == Event::Withdrawn && background.corrected_by.is_some(),
        reason: happening.reason,
    });
    let happened = happened.collect();
    let may = may_withdraw(entry.status, entry.source, entry.recorded_by);
    Ok(EntryPage {
        line: Line {
            entry: entry.id,
            on: entry.on,
            duty: entry.duty.clone(),
            amount: entry.amount,
            topic: entry.topic.clone(),
            source: entry.source,
            status: entry.status,
            reason: reason.unwrap_or_default(),
        },
        of: whose.of,
        who: whose.of.map(|_| whose.cadre.who()),
        form: entry.form.clone(),
        partner: background.partner.clone(),
        place: background.place.clone(),
        subject: entry.subject.clone(),
        note: entry.note.clone(),
        recorded_at: local(background.recorded_at, view),
        recorded_by: by(entry.recorded_by, background.recorder.clone()),
        waits_for: background.waits_for(),
        is_correction: background.corrects.is_some(),
        happened,
        said: None,
        may_withdraw: whose.of.is_none() && may.is_ok(),
        update: Some(entry.update),
        page,
        withdrawn,
    })
}

/// 撤销: one's own entry, if one recorded it oneself and it stands. Whatever it came to is said on its page.
async fn withdraw(
    id: EntryId,
    page: (u32, bool),
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<EntryPage>> {
    let entry = entries::by_id(view.tx, id).await?;
    let background = entries::background(view.tx, id).await?;
    let own = entry.filter(|entry| entry.cadre == person.cadre.id);
    let (Some(entry), Some(background)) = (own, background) else {
        outcome.push(looked("withdraw", format!("entry {id}"), person, false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(None);
    };
    let cadre = person.cadre.clone();
    let mut shown = one(&Whose { cadre, of: None }, &entry, &background, page, view).await?;
    if let Err(why) = may_withdraw(entry.status, entry.source, entry.recorded_by) {
        shown.said = Some(Said::Kept { why });
        return Ok(Some(shown));
    }
    outcome.push(Effect::Happened {
        entries: vec![id],
        event: Event::Withdrawn,
        by: person.cadre.id,
        reason: String::new(),
    });
    shown.line.status = Status::Withdrawn;
    shown.may_withdraw = false;
    shown.happened.push(Happened {
        event: Event::Withdrawn,
        at: local(view.now.timestamp_millis(), view),
        by: None,
        reason: String::new(),
        by_correction: false,
    });
    if let Some(duty) = view.service.campaign.duty(&entry.duty) {
        let back = [(entry.on, Amount::ZERO - entry.amount, entry.status)];
        let standing = view.standing(&person.cadre, duty, &back).await?;
        shown.said = Some(Said::Done { standing });
    }
    Ok(Some(shown))
}

/// UTC milliseconds as the campaign's local time.
fn local(millis: i64, view: &View<'_>) -> NaiveDateTime {
    let at = DateTime::from_timestamp_millis(millis).unwrap_or(view.now);
    at.with_timezone(&view.service.campaign.zone).naive_local()
}
