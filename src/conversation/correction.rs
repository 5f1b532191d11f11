//! Correcting what one has recorded: by a button or in words. A correction is a new entry in the old one's place;
//! the sum follows.

use chrono::NaiveDate;

use super::outcome::{Details, Effect, Outcome};
use super::record::{self, Writing};
use super::router::Desk;
use super::view::{Person, View};
use super::{check_in, label, recorded};
use crate::domain::campaign::Duty;
use crate::domain::correction::Answer;
use crate::domain::dialogue::Dialogue;
use crate::domain::entry::{Claim, Source, Status};
use crate::domain::ids::UpdateId;
use crate::domain::label::Labels;
use crate::domain::notice::{NotRecorded, Notice};
use crate::domain::reply::{self, Reading, Spoken};
use crate::domain::telling::{telling, telling_of};
use crate::store::Result;
use crate::store::entry::{self as entries, Entry};

/// What stands in the place of what an update recorded of this person, and its duty. Says itself if there is
/// nothing, or if it is another's.
async fn standing<'a>(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'a>,
    outcome: &mut Outcome,
) -> Result<Option<(&'a Duty, Vec<Entry>)>> {
    let service = view.service;
    let mut said = entries::in_place_of(view.tx, update).await?;
    let anybodys = !said.is_empty();
    // Study done together is one update of many people.
    said.retain(|entry| entry.cadre == person.cadre.id);
    let duty = said
        .last()
        .and_then(|entry| service.campaign.duty(&entry.duty));
    match duty {
        Some(duty) => Ok(Some((duty, said))),
        None if anybodys && said.is_empty() => {
            outcome.push(Effect::Audit {
                account: person.account,
                cadre: Some(person.cadre.id),
                action: "correct".to_owned(),
                object: format!("update {update}"),
                allowed: false,
            });
            outcome.push(desk.say(Notice::Denied));
            Ok(None)
        }
        None => {
            outcome.push(desk.say(Notice::Stale));
            Ok(None)
        }
    }
}

/// The same, if it is his own to change: what his liaison recorded he can dispute, what was turned down he can
/// answer.
pub(super) async fn own<'a>(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'a>,
    outcome: &mut Outcome,
) -> Result<Option<(&'a Duty, Vec<Entry>)>> {
    let Some((duty, said)) = standing(update, person, desk, view, outcome).await? else {
        return Ok(None);
    };
    let refused = if said.iter().any(|entry| entry.recorded_by.is_some()) {
        Answer::NotHisOwn
    } else if said.iter().any(|entry| entry.status == Status::Rejected) {
        Answer::TurnedDown
    } else {
        return Ok(Some((duty, said)));
    };
    outcome.push(desk.say(Notice::Correction(refused)));
    Ok(None)
}

fn asks_nothing(person: &Person) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: None,
    }
}

/// "是同一次", "不改": the message becomes the record as it stands.
pub(super) async fn show(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((duty, said)) = standing(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    outcome.push(asks_nothing(person));
    recorded::as_it_stands(duty, &said, person, desk, view, outcome).await
}

/// "改": asks what it should be instead, in the same message.
pub(super) async fn ask(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((duty, said)) = own(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let update = said.last().map_or(update, |entry| entry.update);
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Change { update }),
    });
    outcome.push(desk.turn_into(Notice::Correction(Answer::ToWhat {
        duty: duty.id.clone(),
        parts: recorded::parts(&said),
        update,
    })));
    Ok(())
}

/// One of the amounts offered for it.
pub(super) async fn tapped(
    update: UpdateId,
    spoken: Spoken,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((duty, said)) = own(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let convertible = view
        .service
        .campaign
        .class_hours
        .convert(spoken, duty.measure);
    let (Some(_), Some(on)) = (convertible, said.last().map(|entry| entry.on)) else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let new = New {
        on,
        spoken: Some(spoken),
        labels: Labels::default(),
        note: "",
    };
    replace(duty, &said, new, person, desk, view, outcome).await
}

/// What was written when it was asked what it should be.
pub(super) async fn said(
    update: UpdateId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let found = standing(update, person, desk, view, outcome).await?;
    let elsewhere = telling(&service.campaign, text, view.today).filter(|told| {
        let of = found.as_ref().map(|(duty, _)| duty.id.as_str());
        of != Some(told.duty.id.as_str()) && told.reading != Reading::Unclear
    });
    if found.is_some() && elsewhere.is_some() {
        // He speaks of another duty: that is no answer to the question.
        outcome.push(asks_nothing(person));
        return check_in::said(text, person, desk, view, outcome).await;
    }
    let Some((duty, said)) = (match found {
        Some(_) => own(update, person, desk, view, outcome).await?,
        None => None,
    }) else {
        outcome.push(asks_nothing(person));
        return Ok(());
    };
    let text = reply::correction(text).unwrap_or_else(|| text.to_owned());
    written(duty, &said, &text, person, desk, view, outcome).await
}

/// "改成2学时" without being asked: of what was recorded just before.
pub(super) async fn said_at_once(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let since = view.now - service.campaign.limits.question_life;
    let said = entries::latest(view.tx, person.cadre.id, since).await?;
    let duty = said
        .last()
        .and_then(|entry| service.campaign.duty(&entry.duty));
    if let Some(duty) = duty {
        return written(duty, &said, text, person, desk, view, outcome).await;
    }
    outcome.push(desk.say(Notice::Correction(Answer::NothingRecent)));
    Ok(())
}

/// Words that say what it should be: an amount, perhaps of another day, or what it was about.
async fn written(
    duty: &Duty,
    said: &[Entry],
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let told = telling_of(duty, text, view.today);
    if told.is_bare {
        outcome.push(asks_nothing(person));
        return label::add(duty, said, &told.labels, person, desk, view, outcome).await;
    }
    let rule = &view.service.campaign.class_hours;
    let (spoken, on) = match told.reading {
        Reading::Amount { spoken, on } | Reading::TooMuch { spoken, on }
            if rule.convert(spoken, duty.measure).is_some() =>
        {
            (Some(spoken), on)
        }
        Reading::Nothing { on } => (None, on),
        Reading::Future { on } => {
            let why = NotRecorded::Future { on };
            outcome.push(check_in::not_recorded(duty, view.today, why, desk));
            return Ok(());
        }
        Reading::Unclear | Reading::Amount { .. } | Reading::TooMuch { .. } => {
            let duty = duty.id.clone();
            outcome.push(desk.say(Notice::Correction(Answer::Unclear { duty })));
            return Ok(());
        }
    };
    let day = said.last().map(|entry| entry.on);
    let new = New {
        on: day.filter(|_| !told.is_dated).unwrap_or(on),
        spoken,
        labels: told.labels,
        note: text,
    };
    replace(duty, said, new, person, desk, view, outcome).await
}

/// What stands in the old one's place from now on.
struct New<'a> {
    on: NaiveDate,
    spoken: Option<Spoken>,
    labels: Labels,
    note: &'a str,
}

async fn replace(
    duty: &Duty,
    said: &[Entry],
    new: New<'_>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some((old, besides)) = said.split_last() else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    let claim = Claim {
        on: new.on,
        spoken: new.spoken,
        note: new.note,
        source: if new.note.is_empty() {
            Source::Tap
        } else {
            Source::Text
        },
        prompt: old.prompt,
    };
    let had = recorded::labels(said);
    let kept = had.clone();
    let writing = Writing {
        details: Details {
            form: new.labels.form.or(kept.form),
            topic: new.labels.topic.or(kept.topic),
            partner: old.partner,
            place: old.place,
            subject: old.subject.clone(),
        },
        corrects: Some(old),
        besides,
        ..Writing::own(duty, claim, &person.cadre)
    };
    let mut effects = Outcome::default();
    match record::write(writing, view, &mut effects).await? {
        Ok(new) if new.parts == recorded::parts(said) && new.about.labels == had => {
            // Nothing differs: it stands as it is.
            outcome.push(asks_nothing(person));
            recorded::as_it_stands(duty, said, person, desk, view, outcome).await
        }
        Ok(new) => {
            outcome.effects.append(&mut effects.effects);
            outcome.push(asks_nothing(person));
            recorded::recorded(duty, new, person, desk, view, outcome).await
        }
        Err(why) => {
            outcome.push(check_in::not_recorded(duty, view.today, why, desk));
            Ok(())
        }
    }
}
