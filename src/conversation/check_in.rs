//! Recording what somebody has studied: by a tap on the prompt, or in his own words at any time.

use chrono::{NaiveDate, NaiveTime};

use super::outcome::{Effect, Outcome};
use super::record::{self, Writing};
use super::router::Desk;
use super::view::{Person, Unsaved, View};
use crate::domain::amount::{Amount, Measure};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::entry::{Claim, Event, Source};
use crate::domain::ids::{EntryId, UpdateId};
use crate::domain::notice::{NotRecorded, Notice, Recorded};
use crate::domain::reply::{self, Reading, Spoken};
use crate::store::{Result, entry as entries, quota};

/// A free text: an amount, "nothing", or something to ask about. Never guessed.
pub(super) async fn said(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let Some(duty) = service.campaign.prompted_duty() else {
        outcome.push(desk.say(Notice::UnknownCommand));
        return Ok(());
    };
    let today = view.today;
    let refuse = |why| {
        desk.say(Notice::NotRecorded {
            duty: duty.id.clone(),
            on: today,
            why,
        })
    };
    match reply::read(text, view.today) {
        Reading::Unclear => outcome.push(refuse(NotRecorded::Unclear)),
        Reading::Future { on } => outcome.push(refuse(NotRecorded::Future { on })),
        Reading::Nothing { on } => {
            let claim = Claim {
                on,
                spoken: None,
                note: text,
                source: Source::Text,
                prompt: None,
            };
            claimed(duty, &claim, person, desk, view, outcome).await?;
        }
        Reading::Amount { spoken, on } | Reading::TooMuch { spoken, on } => {
            let claim = Claim {
                on,
                spoken: Some(spoken),
                note: text,
                source: Source::Text,
                prompt: None,
            };
            claimed(duty, &claim, person, desk, view, outcome).await?;
        }
    }
    Ok(())
}

/// One of the offered amounts.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one button, each of its own type"
)]
pub(super) async fn tapped(
    duty: &str,
    on: NaiveDate,
    amount: Amount,
    measure: Measure,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let spoken = match measure {
        Measure::Days => Spoken::Days(amount.0),
        Measure::ClassHours => Spoken::ClassHours(amount.0),
        // No campaign offers these on a prompt yet; a forged button gets the plain answer.
        Measure::Times | Measure::Households => {
            outcome.push(desk.say(Notice::Stale));
            return Ok(());
        }
    };
    tap(duty, on, Some(spoken), person, desk, view, outcome).await
}

/// "今天没学".
pub(super) async fn nothing_tapped(
    duty: &str,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    tap(duty, on, None, person, desk, view, outcome).await
}

async fn tap(
    duty: &str,
    on: NaiveDate,
    spoken: Option<Spoken>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let Some(duty) = service
        .campaign
        .duty(duty)
        .filter(|duty| duty.slot.is_some())
    else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    // A second tap on the same prompt (an impatient thumb, a slow net) records nothing twice.
    if let Some(prompt) = desk.pressed {
        let before = entries::of_prompt(view.tx, person.cadre.id, prompt).await?;
        if let Some(first) = before.first() {
            let recorded = Recorded {
                update: first.update,
                parts: before
                    .iter()
                    .map(|entry| (entry.on, entry.amount))
                    .collect(),
                standing: view.standing(&person.cadre, duty, &[]).await?,
                open_items: view.items_to_do(&person.cadre).await?,
                waits_for: None,
            };
            outcome.push(desk.turn_into(Notice::Recorded(recorded)));
            return Ok(());
        }
    }
    let claim = Claim {
        on,
        spoken,
        note: "",
        source: Source::Tap,
        prompt: desk.pressed,
    };
    claimed(duty, &claim, person, desk, view, outcome).await
}

/// Records a claim, or says why not.
async fn claimed(
    duty: &Duty,
    claim: &Claim<'_>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let writing = Writing::own(duty, *claim, &person.cadre);
    match record::write(writing, view, outcome).await? {
        Ok(recorded) => outcome.push(desk.turn_into(Notice::Recorded(recorded))),
        Err(why) => outcome.push(desk.say(Notice::NotRecorded {
            duty: duty.id.clone(),
            on: view.today,
            why,
        })),
    }
    Ok(())
}

/// "其他": how to write it. The prompt keeps its buttons.
pub(super) fn how_to(duty: &str, desk: &Desk, view: &View<'_>, outcome: &mut Outcome) {
    outcome.push(match view.service.campaign.duty(duty) {
        Some(duty) => desk.say(Notice::NotRecorded {
            duty: duty.id.clone(),
            on: view.today,
            why: NotRecorded::HowTo,
        }),
        None => desk.say(Notice::Stale),
    });
}

/// 撤销: everything that one update recorded, by the person who said it and nobody else.
pub(super) async fn undo(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let said = entries::of_update(view.tx, update).await?;
    // What somebody else recorded for him he disputes, rather than withdraw it.
    let his =
        |entry: &entries::Entry| entry.cadre == person.cadre.id && entry.recorded_by.is_none();
    if !said.iter().all(his) {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "undo".to_owned(),
            object: format!("update {update}"),
            allowed: false,
        });
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let service = view.service;
    let duty = said
        .last()
        .and_then(|entry| service.campaign.duty(&entry.duty));
    let (Some(duty), Some(on)) = (duty, said.last().map(|entry| entry.on)) else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let back: Vec<Unsaved> = said
        .iter()
        .map(|entry| (entry.on, Amount::ZERO - entry.amount, entry.status))
        .collect();
    let ids: Vec<EntryId> = said.iter().map(|entry| entry.id).collect();
    outcome.push(Effect::Happened {
        entries: ids,
        event: Event::Withdrawn,
        by: person.cadre.id,
        reason: String::new(),
    });
    let standing = view.standing(&person.cadre, duty, &back).await?;
    outcome.push(desk.turn_into(Notice::Withdrawn { on, standing }));
    Ok(())
}

/// When the person will be asked, if he will be.
pub(super) async fn asked_at(view: &mut View<'_>, cadre: &Cadre) -> Result<Option<NaiveTime>> {
    let campaign = &view.service.campaign;
    let quotas = quota::of_cadre(view.tx, cadre).await?;
    let of = |duty: &Duty| {
        quotas.target(duty, &cadre.subject())?;
        let slot = campaign.slot(duty.slot.as_deref()?)?;
        cadre
            .is_prompted(campaign)
            .then(|| slot.schedule.next_after(view.now))
            .flatten()
            .map(|at| at.with_timezone(&campaign.zone).time())
    };
    Ok(campaign.prompted_duty().and_then(of))
}
