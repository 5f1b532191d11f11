//! Recording of whatever duty, step by step: which, how much, and what the duty asks besides. The amount is
//! recorded as soon as it is known; what is said after it (`step.rs`) corrects the record.

mod amend;
mod ask;
mod step;

use chrono::NaiveDate;

use super::again;
use super::outcome::{Details, Effect, Outcome};
use super::proxy::{Pen, pen};
use super::record::{self, Writing};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::draft::Press;
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::Duty;
use crate::domain::dialogue::Dialogue;
use crate::domain::draft::{Answer, Draft, bare};
use crate::domain::entry::{Claim, Source};
use crate::domain::ids::CadreId;
use crate::domain::notice::{NotRecorded, Notice};
use crate::domain::reply::{self, Heard, Reading, Spoken};
use crate::domain::sentence;
use crate::domain::telling::{telling, telling_of};
use crate::store::{Result, entry as entries};
use step::Said;

pub(super) use ask::clear_partner;

/// What is recorded at once, before anything more is asked.
#[derive(Debug)]
pub(super) struct Opening<'a> {
    /// Of which duty.
    pub(super) duty: &'a Duty,
    /// How much, of which day.
    pub(super) claim: Claim<'a>,
    /// What is said of it already.
    pub(super) details: Details,
    /// What people asked for.
    pub(super) opinion: Option<String>,
    /// A partner's name that means several people or nobody.
    pub(super) partner: Option<String>,
}

/// `/record`, or `/proxy` once it is clear for whom: which duty?
pub(super) async fn begin(
    whom: Option<CadreId>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(pen) = pen(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let service = view.service;
    let mut standings = Vec::new();
    let recorded = service.campaign.duties.iter();
    for duty in recorded.filter(|duty| duty.topics_of.is_none()) {
        standings.push(view.standing(&pen.whom, duty, &[]).await?);
    }
    // Stable: as the campaign lists them.
    standings.sort_by_key(|standing| standing.target.is_none());
    let whom = pen.chosen();
    outcome.push(desk.turn_into(Notice::Draft(Answer::Duties { whom, standings })));
    Ok(())
}

/// One of the flow's buttons.
pub(super) async fn pressed(
    press: Press,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match press {
        Press::Duties { whom } => {
            // In a new message: what was recorded on this one stays there, so that a second tap is known as one.
            let below = Desk {
                pressed: None,
                ..desk.clone()
            };
            begin(whom, person, &below, view, outcome).await
        }
        Press::Duty { duty, whom } => {
            how_much(&duty, whom, None, person, desk, view, outcome).await
        }
        Press::Words { duty, whom } => in_words(&duty, whom, person, desk, view, outcome).await,
        Press::Amount {
            duty,
            on,
            amount,
            measure,
            whom,
        } if on == view.today => {
            tapped(&duty, amount, measure, whom, person, desk, view, outcome).await
        }
        Press::Amount { duty, on, whom, .. } => {
            how_much(&duty, whom, Some(on), person, desk, view, outcome).await
        }
        Press::AddPoint { whom } => super::assignment::ask(whom, person, desk, view, outcome).await,
        Press::Point { whom, unit } => {
            super::assignment::chosen(whom, unit, person, desk, view, outcome).await
        }
        Press::EndPoint { assignment } => {
            super::assignment::end(assignment, person, desk, view, outcome).await
        }
        Press::Opinions { before } => {
            super::opinion::page(Some(before), person, desk, view, outcome).await
        }
        Press::Form { .. }
        | Press::Topic { .. }
        | Press::Partner { .. }
        | Press::Place { .. }
        | Press::Skip { .. }
        | Press::Undo { .. } => step::pressed(press, person, desk, view, outcome).await,
    }
}

/// A duty that is recorded; another is forged, or has left the campaign since.
fn recorded_duty<'a>(
    id: &str,
    desk: &Desk,
    view: &View<'a>,
    outcome: &mut Outcome,
) -> Option<&'a Duty> {
    let service = view.service;
    let duty = service
        .campaign
        .duty(id)
        .filter(|duty| duty.topics_of.is_none());
    if duty.is_none() {
        outcome.push(desk.say(Notice::Stale));
    }
    duty
}

async fn how_much(
    duty: &str,
    whom: Option<CadreId>,
    late: Option<NaiveDate>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = recorded_duty(duty, desk, view, outcome) else {
        return Ok(());
    };
    let Some(pen) = pen(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    wait(person, &pen, duty, outcome);
    let standing = view.standing(&pen.whom, duty, &[]).await?;
    outcome.push(desk.turn_into(Notice::Draft(Answer::HowMuch {
        whom: pen.chosen(),
        standing,
        on: view.today,
        late,
    })));
    Ok(())
}

/// Words are an answer to "how much" too, whether "其他" was pressed or not.
fn wait(person: &Person, pen: &Pen, duty: &Duty, outcome: &mut Outcome) {
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Record(Draft::Amount {
            whom: pen.whom.id,
            duty: duty.id.clone(),
        })),
    });
}

async fn in_words(
    duty: &str,
    whom: Option<CadreId>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = recorded_duty(duty, desk, view, outcome) else {
        return Ok(());
    };
    let Some(pen) = pen(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    wait(person, &pen, duty, outcome);
    outcome.push(desk.turn_into(Notice::Draft(Answer::InWords {
        whom: pen.chosen(),
        duty: duty.id.clone(),
        on: view.today,
    })));
    Ok(())
}

/// One of the offers of today.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one button, each of its own type"
)]
async fn tapped(
    duty: &str,
    amount: Amount,
    measure: Measure,
    whom: Option<CadreId>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = recorded_duty(duty, desk, view, outcome) else {
        return Ok(());
    };
    let Some(pen) = pen(whom, person, desk, view, outcome).await? else {
        return Ok(());
    };
    // A second tap on the same message (an impatient thumb, a slow net) records nothing twice.
    if let Some(prompt) = desk.pressed {
        let whom = pen.whom.id;
        let before = match pen.by {
            None => entries::of_prompt(view.tx, whom, prompt).await?,
            Some(by) => entries::of_prompt_for(view.tx, whom, by, prompt).await?,
        };
        let same = before.into_iter().find(|entry| entry.duty == duty.id);
        if let Some(first) = same {
            return step::again(first.update, person, desk, view, outcome).await;
        }
    }
    let opening = Opening {
        duty,
        claim: Claim {
            on: view.today,
            spoken: Some(measure.spoken(amount)),
            note: "",
            source: pen.source(Source::Tap),
            prompt: desk.pressed,
        },
        details: Details::default(),
        opinion: None,
        partner: None,
    };
    // What is asked for in steps may yet turn out to be another household or another talk.
    let (claim, nothing_more) = (opening.claim, Details::default());
    if pen.by.is_none()
        && !duty.asks_in_steps()
        && again::asks(duty, &claim, &nothing_more, person, desk, view, outcome).await?
    {
        return Ok(());
    }
    open(opening, &pen, person, desk, view, outcome).await
}

/// Records the amount and asks what is still to be asked, or says why not.
pub(super) async fn open(
    opening: Opening<'_>,
    pen: &Pen,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Opening {
        duty,
        claim,
        details,
        opinion,
        partner,
    } = opening;
    let writing = Writing {
        duty,
        claim,
        details: details.clone(),
        whom: &pen.whom,
        by: pen.by,
        corrects: None,
        besides: &[],
    };
    let recorded = match record::write(writing, view, outcome).await? {
        Ok(recorded) => recorded,
        Err(why) => {
            wait(person, pen, duty, outcome);
            outcome.push(desk.say(Notice::Draft(Answer::Refused {
                whom: pen.chosen(),
                duty: duty.id.clone(),
                on: view.today,
                why,
            })));
            return Ok(());
        }
    };
    if pen.by.is_some() {
        outcome.push(Effect::TellRecorded {
            cadre: pen.whom.id,
            by: person.cadre.name.clone(),
        });
    }
    let said = Said {
        update: view.update,
        latest: view.update,
        details,
        opinion,
    };
    // Nothing done is nothing to say more of.
    let ask = claim.spoken.is_some();
    step::opened(
        said, recorded, duty, ask, partner, pen, person, desk, view, outcome,
    )
    .await
}

/// Words while something is asked; false: they are of something else, and the question waits no more.
pub(super) async fn said(
    draft: Draft,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let whole = sentence::read(&view.service.campaign, text, view.today).is_some();
    if whole || !matches!(reply::leave(text, view.today), Heard::NoLeave) {
        return Ok(false);
    }
    match draft {
        Draft::Amount { whom, duty } => {
            amount_said(whom, &duty, text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Draft::Detail { update, ask } => {
            // "半天" is no household: it is the day's study. "昨天调研半天" is another record.
            let told = telling(&view.service.campaign, text, view.today);
            let claims = |reading| {
                matches!(
                    reading,
                    Reading::Amount { .. } | Reading::TooMuch { .. } | Reading::Future { .. }
                )
            };
            if told.is_some_and(|told| claims(told.reading)) {
                return Ok(false);
            }
            step::said(update, ask, text, person, desk, view, outcome).await?;
            Ok(true)
        }
        Draft::Point { whom } => {
            super::assignment::said(whom, text, person, desk, view, outcome).await?;
            Ok(true)
        }
    }
}

async fn amount_said(
    whom: CadreId,
    duty: &str,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(duty) = recorded_duty(duty, desk, view, outcome) else {
        return Ok(());
    };
    let Some(pen) = pen(Some(whom), person, desk, view, outcome).await? else {
        return Ok(());
    };
    let today = view.today;
    let (spoken, on): (Option<Spoken>, NaiveDate) = match bare(text, duty.measure) {
        Some(spoken) => (Some(spoken), today),
        None => match telling_of(duty, text, today).reading {
            Reading::Amount { spoken, on } | Reading::TooMuch { spoken, on } => (Some(spoken), on),
            Reading::Nothing { on } => (None, on),
            unclear => {
                let why = match unclear {
                    Reading::Future { on } => NotRecorded::Future { on },
                    _ => NotRecorded::Unclear,
                };
                outcome.push(desk.say(Notice::Draft(Answer::Refused {
                    whom: pen.chosen(),
                    duty: duty.id.clone(),
                    on: today,
                    why,
                })));
                return Ok(());
            }
        },
    };
    let opening = Opening {
        duty,
        claim: Claim {
            on,
            spoken,
            note: text,
            source: pen.source(Source::Text),
            prompt: None,
        },
        details: Details::default(),
        opinion: None,
        partner: None,
    };
    open(opening, &pen, person, desk, view, outcome).await
}
