//! Recording what somebody has studied: by a tap on the prompt, or in his own words at any time.

use chrono::{NaiveDate, NaiveTime};

use super::draft::{self, Opening};
use super::outcome::{Details, Effect, Outcome};
use super::proxy::Pen;
use super::record::{self, Writing};
use super::router::Desk;
use super::view::{Person, Unsaved, View};
use super::{again, correction, label, recorded};
use crate::domain::amount::{Amount, Measure};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::correction::Answer;
use crate::domain::entry::{Claim, Event, Source};
use crate::domain::ids::{EntryId, UpdateId};
use crate::domain::label::Labels;
use crate::domain::notice::{NotRecorded, Notice};
use crate::domain::reply::{self, Reading, Spoken};
use crate::domain::telling::telling;
use crate::store::{Result, entry as entries, quota};

/// A free text: an amount of some duty, "nothing", what it was about, a correction, or something to ask about.
/// Never guessed.
pub(super) async fn said(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Some(rest) = reply::correction(text) {
        return correction::said_at_once(&rest, person, desk, view, outcome).await;
    }
    let service = view.service;
    let Some(told) = telling(&service.campaign, text, view.today) else {
        outcome.push(desk.say(Notice::UnknownCommand));
        return Ok(());
    };
    let (duty, today) = (told.duty, view.today);
    if told.is_bare && label::said(duty, &told.labels, person, desk, view, outcome).await? {
        return Ok(());
    }
    let (spoken, on) = match told.reading {
        Reading::Nothing { on } => (None, on),
        Reading::Amount { spoken, on } | Reading::TooMuch { spoken, on } => (Some(spoken), on),
        Reading::Unclear => {
            let why = NotRecorded::Unclear;
            outcome.push(not_recorded(duty, today, why, desk));
            return Ok(());
        }
        Reading::Future { on } => {
            outcome.push(not_recorded(duty, today, NotRecorded::Future { on }, desk));
            return Ok(());
        }
    };
    let claim = Claim {
        on,
        spoken,
        note: text,
        source: Source::Text,
        prompt: None,
    };
    claimed(duty, &claim, told.labels, person, desk, view, outcome).await
}

/// The answer to what cannot be recorded.
pub(super) fn not_recorded(duty: &Duty, today: NaiveDate, why: NotRecorded, desk: &Desk) -> Effect {
    desk.say(Notice::NotRecorded {
        duty: duty.id.clone(),
        on: today,
        why,
    })
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
    let spoken = measure.spoken(amount);
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
    let campaign = &view.service.campaign;
    // Only what is asked about can be answered with nothing; an amount must be one that the duty counts.
    let fits = |duty: &&Duty| match spoken {
        None => duty.slot.is_some(),
        Some(spoken) => campaign.class_hours.convert(spoken, duty.measure).is_some(),
    };
    let Some(duty) = campaign
        .duty(duty)
        .filter(|duty| duty.topics_of.is_none())
        .filter(fits)
    else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    // A second tap on the same prompt (an impatient thumb, a slow net) records nothing twice.
    if let Some(prompt) = desk.pressed {
        let before = entries::of_prompt(view.tx, person.cadre.id, prompt).await?;
        if !before.is_empty() {
            return recorded::as_it_stands(duty, &before, person, desk, view, outcome).await;
        }
    }
    let claim = Claim {
        on,
        spoken,
        note: "",
        source: Source::Tap,
        prompt: desk.pressed,
    };
    claimed(duty, &claim, Labels::default(), person, desk, view, outcome).await
}

/// Records a claim, or says why not; asks first if the same stands already.
async fn claimed(
    duty: &Duty,
    claim: &Claim<'_>,
    labels: Labels,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let said = Details {
        form: labels.form.clone(),
        topic: labels.topic.clone(),
        ..Details::default()
    };
    if again::asks(duty, claim, &said, person, desk, view, outcome).await? {
        return Ok(());
    }
    record(duty, claim, labels, person, desk, view, outcome).await
}

/// Records a claim, or says why not.
pub(super) async fn record(
    duty: &Duty,
    claim: &Claim<'_>,
    labels: Labels,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let details = Details {
        form: labels.form,
        topic: labels.topic,
        ..Details::default()
    };
    if claim.spoken.is_some() && duty.asks_in_steps() {
        let opening = Opening {
            duty,
            claim: *claim,
            details,
            opinion: None,
            partner: None,
        };
        return draft::open(opening, &Pen::own(person), person, desk, view, outcome).await;
    }
    let writing = Writing {
        details,
        ..Writing::own(duty, *claim, &person.cadre)
    };
    match record::write(writing, view, outcome).await? {
        Ok(new) => recorded::recorded(duty, new, person, desk, view, outcome).await?,
        Err(why) => outcome.push(not_recorded(duty, view.today, why, desk)),
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
    let mut said = entries::of_update(view.tx, update).await?;
    let anybodys = !said.is_empty();
    // Study done together is one update of many people.
    said.retain(|entry| entry.cadre == person.cadre.id);
    if anybodys && said.is_empty() {
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
    if said.iter().any(|entry| entry.recorded_by.is_some()) {
        outcome.push(desk.say(Notice::Correction(Answer::NotHisOwn)));
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
