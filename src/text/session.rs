//! Collective study: the questions, the list, and what becomes of it.

mod question;
mod roll;

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::{Action, Session};
use crate::domain::campaign::{Duty, Label};
use crate::domain::ids::UpdateId;
use crate::domain::session::{Answer, Draft, Ended, Head, Refusal};

use super::amount::{amount, entry};
use super::date::{date, written};
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered};
use question::{ask_day, ask_unit, labels, offers};

/// Names listed in an answer; the rest is counted.
const NAMES: usize = 8;

/// The longest name on a button, in characters.
const LONGEST_LABEL: usize = 16;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::AskUnit {
            draft,
            duty,
            units,
            total,
        } => ask_unit(voice, *draft, duty, units, *total),
        Answer::AskDay {
            draft,
            duty,
            unit,
            today,
            open,
        } => ask_day(voice, *draft, (duty, unit), *today, open),
        Answer::AskAmount { draft, duty, on } => {
            Page::new(fl!(words, "session-ask-amount", date = date(voice, *on)))
                .line(fl!(words, "session-write-amount"))
                .buttons(offers(voice, *draft, duty))
                .done()
        }
        Answer::AskForm { draft, duty } => {
            let choices = labels(voice, of(voice, duty, |duty| &duty.forms), |form| Draft {
                form,
                ..*draft
            });
            Page::new(fl!(words, "session-ask-form"))
                .buttons(choices)
                .done()
        }
        Answer::AskTopic { draft, duty } => {
            let choices = labels(voice, of(voice, duty, |duty| &duty.topics), |topic| Draft {
                topic,
                ..*draft
            });
            Page::new(fl!(words, "session-ask-topic"))
                .buttons(choices)
                .done()
        }
        Answer::Roll(roll) => roll::roll(voice, roll),
        Answer::Confirmed {
            session,
            head: of,
            recorded,
            full,
            twice,
        } => {
            let done: String = fl!(words, "session-confirmed", n = recorded);
            let mut page = head(voice, of).line(done);
            if !full.is_empty() {
                page = page.line(fl!(words, "session-full", names = names(voice, full)));
            }
            if !twice.is_empty() {
                page = page.line(fl!(words, "session-twice", names = names(voice, twice)));
            }
            if *recorded > 0 {
                page = page.line(fl!(words, "session-told"));
            }
            page.buttons(withdraw(voice, Some(session))).done()
        }
        Answer::Cancelled { head: of } => {
            head(voice, of).line(fl!(words, "session-cancelled")).done()
        }
        Answer::Withdrawn { head: of, entries } => head(voice, of)
            .line(fl!(words, "session-withdrawn", n = entries))
            .done(),
        Answer::Over {
            head: of,
            ended,
            session,
        } => head(voice, of)
            .line(over(voice, ended))
            .buttons(withdraw(voice, session.as_ref()))
            .done(),
        Answer::Refused(why) => refused(voice, why),
    }
}

/// What it is of: "集中学习 3月4日 周二 半天（4学时）", the unit, the labels.
fn head(voice: &Voice<'_>, head: &Head) -> Page {
    let words = voice.words;
    let page = Page::new(fl!(
        words,
        "session-head",
        duty = voice.duty_name(&head.duty),
        date = date(voice, head.on),
        amount = entry(voice, &head.duty, head.amount)
    ))
    .line(person::unit(&head.unit));
    let name = |labels: &[Label], id: &Option<String>| {
        let id = id.as_deref()?;
        let label = labels.iter().find(|label| label.id == id);
        let name = label.map_or(id, |label| label.name.get(voice.language));
        Some(shown(name, LONGEST_LABEL))
    };
    let form = name(of(voice, &head.duty, |duty| &duty.forms), &head.form);
    let topic = name(of(voice, &head.duty, |duty| &duty.topics), &head.topic);
    let labels: Vec<String> = form.into_iter().chain(topic).collect();
    if labels.is_empty() {
        return page;
    }
    page.line(labels.join(&fl!(words, "separator")))
}

/// The duty's labels of a sort; none of a duty that has left the campaign.
fn of<'a>(
    voice: &Voice<'a>,
    duty: &str,
    labels: impl Fn(&'a Duty) -> &'a Vec<Label>,
) -> &'a [Label] {
    voice
        .campaign
        .duty(duty)
        .map_or(&[], |duty| labels(duty).as_slice())
}

fn names(voice: &Voice<'_>, all: &[String]) -> String {
    let some: Vec<String> = all
        .iter()
        .take(NAMES)
        .map(|one| person::name(one))
        .collect();
    let some = some.join(&fl!(voice.words, "separator"));
    if all.len() > NAMES {
        fl!(voice.words, "session-names", names = some, n = all.len())
    } else {
        some
    }
}

fn withdraw(voice: &Voice<'_>, session: Option<&UpdateId>) -> Vec<Button> {
    session
        .map(|session| {
            let session = Session::Withdraw { session: *session };
            let label = fl!(voice.words, "button-session-withdraw");
            button(label, &Action::Session(session))
        })
        .into_iter()
        .collect()
}

fn over(voice: &Voice<'_>, ended: &Ended) -> String {
    let words = voice.words;
    match ended {
        Ended::Confirmed { by } => fl!(words, "session-over-confirmed", by = person::name(by)),
        Ended::Cancelled { by } => fl!(words, "session-over-cancelled", by = person::name(by)),
        Ended::Withdrawn { by } => fl!(words, "session-over-withdrawn", by = person::name(by)),
        Ended::Lapsed => fl!(words, "session-lapsed"),
    }
}

fn refused(voice: &Voice<'_>, why: &Refusal) -> Rendered {
    let words = voice.words;
    plain(match why {
        Refusal::Unclear { duty, today } => {
            fl!(
                words,
                "session-unclear",
                example = line(voice, duty, *today)
            )
        }
        Refusal::Future { on } => fl!(words, "session-future", date = date(voice, *on)),
        Refusal::OutsideCampaign { on, start, end } => fl!(
            words,
            "outside-campaign",
            date = date(voice, *on),
            start = date(voice, *start),
            end = date(voice, *end)
        ),
        Refusal::TooMuch { duty, most } => {
            fl!(words, "session-too-much", most = entry(voice, duty, *most))
        }
        Refusal::NoDuty => fl!(words, "session-no-duty"),
        Refusal::NobodyThere { unit } => {
            fl!(words, "session-nobody-there", unit = person::unit(unit))
        }
        Refusal::UnknownUnit { name } => {
            fl!(words, "session-unknown-unit", name = person::name(name))
        }
        Refusal::UnknownName { name } => {
            fl!(words, "session-unknown-name", name = person::name(name))
        }
        Refusal::NotOnList => fl!(words, "session-not-on-list"),
        Refusal::NobodyPresent => fl!(words, "session-nobody-present"),
        Refusal::NotYours { by } => fl!(words, "session-not-yours", by = person::name(by)),
        Refusal::TooLate => fl!(words, "session-too-late"),
    })
}

/// All of it on one line, as one could write it today: "3月4日 半天 党纪法规".
fn line(voice: &Voice<'_>, duty: &str, today: NaiveDate) -> String {
    let offer = voice
        .campaign
        .duty(duty)
        .and_then(|duty| duty.offers.first());
    let amount = offer.map(|offer| amount(voice, offer.amount, offer.measure));
    let topic = of(voice, duty, |duty| &duty.topics)
        .first()
        .map(|topic| shown(topic.name.get(voice.language), LONGEST_LABEL));
    let parts = [Some(written(voice, today)), amount, topic];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
