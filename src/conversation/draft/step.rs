//! What is said of a record after its amount: by a button or in words, in the order in which the duty asks. Each
//! answer is a correction, so that what was recorded before stays on record.

use super::super::assignment;
use super::super::outcome::{Details, Effect, Outcome};
use super::super::proxy::{self, Pen, pen};
use super::super::router::Desk;
use super::super::view::{Person, Unsaved, View};
use super::amend::{amend, as_recorded};
use super::ask::{labelled, next, partner, question, reaches};
use crate::domain::action::draft::Press;
use crate::domain::amount::Amount;
use crate::domain::campaign::{Ask, Duty, Label};
use crate::domain::dialogue::Dialogue;
use crate::domain::draft::{self, Answer, Chosen, Draft, Facts, Heard, Question, Record, Trouble};
use crate::domain::entry::{Event, Source, Status};
use crate::domain::ids::{EntryId, UpdateId};
use crate::domain::notice::{Notice, Recorded};
use crate::domain::opinion::NewOpinion;
use crate::store::entry::{self as entries, Entry};
use crate::store::{Result, cadre, unit};

/// What is said of a record so far.
#[derive(Debug, Clone)]
pub(super) struct Said {
    /// The update in which the amount was recorded.
    pub(super) update: UpdateId,
    /// The one whose entries stand now.
    pub(super) latest: UpdateId,
    /// All but the amount.
    pub(super) details: Details,
    /// What people asked for, if that was said just now.
    pub(super) opinion: Option<String>,
}

/// A record that is open to more: its entries as they stand, whose it is, in whose hand.
pub(super) struct Open<'a> {
    pub(super) said: Said,
    pub(super) entries: Vec<Entry>,
    pub(super) duty: &'a Duty,
    pub(super) pen: Pen,
}

/// The record of that update, if the person may say more of it; else he has been answered.
async fn find<'a>(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'a>,
    outcome: &mut Outcome,
) -> Result<Option<Open<'a>>> {
    let latest = entries::latest_update(view.tx, update).await?;
    let standing = entries::of_update(view.tx, latest).await?;
    let me = person.cadre.id;
    let mine = |entry: &Entry| match entry.recorded_by {
        None => entry.cadre == me,
        Some(by) => by == me && entry.source == Source::Proxy,
    };
    if !standing.iter().all(mine) {
        proxy::denied("record", &format!("update {update}"), person, desk, outcome);
        return Ok(None);
    }
    let service = view.service;
    let Some((first, duty)) = standing
        .first()
        .filter(|_| {
            standing
                .iter()
                .all(|entry| entry.status != Status::Rejected)
        })
        .and_then(|first| Some((first, service.campaign.duty(&first.duty)?)))
    else {
        outcome.push(desk.say(Notice::Draft(Answer::Gone)));
        return Ok(None);
    };
    let details = Details {
        form: first.form.clone(),
        topic: first.topic.clone(),
        partner: first.partner,
        place: first.place,
        subject: first.subject.clone(),
    };
    let Some(pen) = pen(Some(first.cadre), person, desk, view, outcome).await? else {
        return Ok(None);
    };
    Ok(Some(Open {
        said: Said {
            update,
            latest,
            details,
            opinion: None,
        },
        entries: standing,
        duty,
        pen,
    }))
}

/// One of the buttons on a record.
pub(super) async fn pressed(
    press: Press,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (Press::Form { update, .. }
    | Press::Topic { update, .. }
    | Press::Partner { update, .. }
    | Press::Place { update, .. }
    | Press::Skip { update, .. }
    | Press::Undo { update }) = press
    else {
        return Ok(());
    };
    let Some(mut open) = find(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    if matches!(press, Press::Undo { .. }) {
        return undo(&open, person, desk, view, outcome).await;
    }
    // What is said of a record by a button is said on the day on which it was recorded.
    let zone = view.service.campaign.zone;
    let today = |entry: &Entry| entry.recorded_at.with_timezone(&zone).date_naive() == view.today;
    if !open.entries.iter().all(today) {
        outcome.push(desk.say(Notice::Draft(Answer::Gone)));
        return Ok(());
    }
    let duty = open.duty;
    let known = |labels: &[Label], id: &str| labels.iter().any(|label| label.id == id);
    let details = &mut open.said.details;
    let ask = match press {
        Press::Form { id, .. } if known(&duty.forms, &id) => {
            details.form = Some(id);
            Ask::Form
        }
        Press::Topic { id, .. } if known(&duty.topics, &id) => {
            details.topic = Some(id);
            Ask::Topic
        }
        Press::Partner { cadre: id, .. } => {
            if !reaches(id, &open.pen, view).await? {
                let object = format!("partner {id}");
                proxy::denied("record", &object, person, desk, outcome);
                return Ok(());
            }
            details.partner = Some(id);
            Ask::Partner
        }
        Press::Place { unit, .. } => {
            let points = assignment::points_of(&open.pen.whom, duty, view).await?;
            if !points.iter().any(|point| point.unit == unit) {
                let object = format!("unit {unit}");
                proxy::denied("record", &object, person, desk, outcome);
                return Ok(());
            }
            details.place = Some(unit);
            Ask::ContactPoint
        }
        Press::Skip { ask, .. } => ask,
        _ => {
            outcome.push(desk.say(Notice::Stale));
            return Ok(());
        }
    };
    answered(open, ask, person, desk, view, outcome).await
}

/// Words in answer to what was asked of a record.
pub(super) async fn said(
    update: UpdateId,
    ask: Ask,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(mut open) = find(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let words = match draft::heard(text) {
        Heard::Words(words) => words,
        Heard::Nothing => return answered(open, ask, person, desk, view, outcome).await,
        Heard::TooLong => {
            let trouble = Some(Trouble::TooLong);
            return ask_again(open, ask, trouble, vec![], person, desk, view, outcome).await;
        }
    };
    let unknown = |name: &str| Trouble::Unknown {
        name: name.to_owned(),
    };
    let details = &mut open.said.details;
    let trouble = match ask {
        Ask::Form => {
            details.form = labelled(&open.duty.forms, &words);
            details.form.is_none().then(|| (unknown(&words), vec![]))
        }
        Ask::Topic => {
            details.topic = labelled(&open.duty.topics, &words);
            details.topic.is_none().then(|| (unknown(&words), vec![]))
        }
        Ask::Partner => match partner(&words, &open.pen, view).await? {
            Ok(one) => {
                details.partner = Some(one);
                None
            }
            Err(trouble) => Some(trouble),
        },
        Ask::ContactPoint => {
            let points = assignment::points_of(&open.pen.whom, open.duty, view).await?;
            let mut named = points.iter().filter(|point| point.path.contains(&words));
            match (named.next(), named.next()) {
                (Some(one), None) => {
                    details.place = Some(one.unit);
                    None
                }
                _ => Some((unknown(&words), vec![])),
            }
        }
        Ask::Household | Ask::Place | Ask::Deed => {
            details.subject = words;
            None
        }
        Ask::Opinion => {
            let place = details.place.unwrap_or(open.pen.whom.unit);
            outcome.push(Effect::Opine(NewOpinion {
                cadre: open.pen.whom.id,
                unit: place,
                subject: details.subject.clone(),
                words: words.clone(),
                record: open.said.latest,
            }));
            open.said.opinion = Some(words);
            None
        }
    };
    match trouble {
        None => answered(open, ask, person, desk, view, outcome).await,
        Some((trouble, found)) => {
            ask_again(open, ask, Some(trouble), found, person, desk, view, outcome).await
        }
    }
}

/// An answer was given: the record says it, and the next thing is asked.
async fn answered(
    open: Open<'_>,
    ask: Ask,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let recorded = amend(&open, view, outcome).await?;
    let Open {
        said, duty, pen, ..
    } = open;
    let next = next(&said, Some(ask), duty, &pen, view).await?;
    let question = match next {
        Some(ask) => Some(question(ask, None, vec![], duty, &pen, view).await?),
        None => None,
    };
    answer(said, recorded, question, &pen, person, desk, view, outcome).await
}

#[expect(
    clippy::too_many_arguments,
    reason = "a record, what is wrong with the answer, and where to say it"
)]
async fn ask_again(
    open: Open<'_>,
    ask: Ask,
    trouble: Option<Trouble>,
    found: Vec<Chosen>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let recorded = as_recorded(&open, &[], view).await?;
    let question = question(ask, trouble, found, open.duty, &open.pen, view).await?;
    let Open { said, pen, .. } = open;
    answer(
        said,
        recorded,
        Some(question),
        &pen,
        person,
        desk,
        view,
        outcome,
    )
    .await
}

/// A second tap on an amount: the record as it stands, with what is still to be asked.
pub(super) async fn again(
    update: UpdateId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(open) = find(update, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let recorded = as_recorded(&open, &[], view).await?;
    let Open {
        said, duty, pen, ..
    } = open;
    opened(
        said, recorded, duty, true, None, &pen, person, desk, view, outcome,
    )
    .await
}

/// The amount is recorded: what is asked first? `partner`: a name that means several people or nobody.
#[expect(
    clippy::too_many_arguments,
    reason = "a record, whose, and where to say it"
)]
pub(super) async fn opened(
    said: Said,
    recorded: Recorded,
    duty: &Duty,
    ask: bool,
    partner_said: Option<String>,
    pen: &Pen,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Some(words) = &said.opinion {
        outcome.push(Effect::Opine(NewOpinion {
            cadre: pen.whom.id,
            unit: said.details.place.unwrap_or(pen.whom.unit),
            subject: said.details.subject.clone(),
            words: words.clone(),
            record: said.latest,
        }));
    }
    let unclear = match &partner_said {
        Some(name) => partner(name, pen, view).await?.err(),
        None => None,
    };
    let first = match (&unclear, ask) {
        (_, false) => None,
        (Some(_), true) => Some(Ask::Partner),
        (None, true) => next(&said, None, duty, pen, view).await?,
    };
    let (trouble, found) = match unclear {
        Some((trouble, found)) => (Some(trouble), found),
        None => (None, Vec::new()),
    };
    let question = match first {
        Some(ask) => Some(question(ask, trouble, found, duty, pen, view).await?),
        None => None,
    };
    answer(said, recorded, question, pen, person, desk, view, outcome).await
}

#[expect(
    clippy::too_many_arguments,
    reason = "a record, whose, and where to say it"
)]
async fn answer(
    said: Said,
    recorded: Recorded,
    question: Option<Question>,
    pen: &Pen,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let update = said.update;
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: question.as_ref().map(|question| {
            let ask = question.ask;
            Dialogue::Record(Draft::Detail { update, ask })
        }),
    });
    let partner = match said.details.partner {
        Some(id) => cadre::by_id(view.tx, id).await?.map(|cadre| cadre.who()),
        None => None,
    };
    let place = match said.details.place {
        Some(id) => unit::path_of(view.tx, id).await?,
        None => None,
    };
    outcome.push(
        desk.turn_into(Notice::Draft(Answer::Recorded(Box::new(Record {
            whom: pen.chosen(),
            recorded,
            update,
            facts: Facts {
                form: said.details.form,
                topic: said.details.topic,
                partner,
                place,
                subject: said.details.subject,
                opinion: said.opinion,
            },
            question,
        })))),
    );
    Ok(())
}

/// 撤销: the record with all that was said of it, by whoever recorded it.
async fn undo(
    open: &Open<'_>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let ids: Vec<EntryId> = open.entries.iter().map(|entry| entry.id).collect();
    if open.pen.by.is_some() {
        outcome.push(Effect::Untell {
            cadre: open.pen.whom.id,
            entries: ids.clone(),
        });
    }
    outcome.push(Effect::Happened {
        entries: ids,
        event: Event::Withdrawn,
        by: person.cadre.id,
        reason: String::new(),
    });
    let back: Vec<Unsaved> = open
        .entries
        .iter()
        .map(|entry| (entry.on, Amount::ZERO - entry.amount, entry.status))
        .collect();
    let standing = view.standing(&open.pen.whom, open.duty, &back).await?;
    let on = open.entries.last().map_or(view.today, |entry| entry.on);
    outcome.push(desk.turn_into(Notice::Draft(Answer::Withdrawn {
        whom: open.pen.chosen(),
        on,
        standing,
    })));
    Ok(())
}
