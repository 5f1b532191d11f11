//! What is asked of a session before its list.

use chrono::{Days, NaiveDate};
use i18n_embed_fl::fl;

use super::LONGEST_LABEL;
use crate::domain::action::{Action, Session};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::Label;
use crate::domain::session::{Draft, Open, Pick, Place};
use crate::text::amount::amount;
use crate::text::date::{date, written};
use crate::text::page::{Page, button, label};
use crate::text::words::Voice;
use crate::text::{Button, Rendered, person};

pub(super) fn ask_unit(
    voice: &Voice<'_>,
    draft: Draft,
    duty: &str,
    units: &[Place],
    total: usize,
) -> Rendered {
    let words = voice.words;
    let page = Page::new(fl!(words, "session-ask-unit", duty = voice.duty_name(duty)))
        .line(fl!(words, "session-write-unit"));
    let page = match total - units.len() {
        0 => page,
        left => page.line(fl!(words, "more-units", n = left)),
    };
    let choice = |place: &Place| {
        let name = place.path.rsplit('/').next().unwrap_or(&place.path);
        let unit = Some(place.id);
        button(
            label(name, LONGEST_LABEL),
            &Action::Session(Session::Draft(Draft { unit, ..draft })),
        )
    };
    page.columns(units.iter().map(choice).collect(), 2).done()
}

pub(super) fn ask_day(
    voice: &Voice<'_>,
    draft: Draft,
    (duty, unit): (&str, &str),
    today: NaiveDate,
    open: &[Open],
) -> Rendered {
    let words = voice.words;
    let on = |on| Action::Session(Session::Draft(Draft { on, ..draft }));
    let yesterday = today.pred_opt();
    let mut days = vec![button(fl!(words, "button-today"), &on(Some(today)))];
    if yesterday.is_some_and(|day| voice.campaign.span.holds(day)) {
        days.push(button(fl!(words, "button-yesterday"), &on(yesterday)));
    }
    let go_on = |open: &Open| {
        let page = Session::Page {
            session: open.session,
            page: 0,
        };
        button(
            fl!(
                words,
                "button-session-go-on",
                date = date(voice, open.on),
                amount = amount(voice, open.amount, voice.measure(duty))
            ),
            &Action::Session(page),
        )
    };
    let title = voice.duty_name(duty);
    Page::new(fl!(words, "session-ask-day", duty = title))
        .line(person::unit(unit))
        .line(fl!(
            words,
            "session-write-day",
            example = written(voice, day_before(today))
        ))
        .buttons(days)
        .columns(open.iter().map(go_on).collect(), 1)
        .done()
}

fn day_before(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(2)).unwrap_or(today)
}

pub(super) fn offers(voice: &Voice<'_>, draft: Draft, duty: &str) -> Vec<Button> {
    let Some(duty) = voice.campaign.duty(duty) else {
        return Vec::new();
    };
    let rule = &voice.campaign.class_hours;
    let kept = |amount: Amount, measure| match (measure, duty.measure) {
        (from, into) if from == into => Some(amount),
        (Measure::Days, Measure::ClassHours) => Some(rule.per_day.scaled(amount.0, 1000)),
        (Measure::ClassHours, Measure::Days) => Some(rule.as_days(amount)),
        _ => None,
    };
    duty.offers
        .iter()
        .filter_map(|offer| {
            let draft = Draft {
                amount: Some(kept(offer.amount, offer.measure)?),
                ..draft
            };
            let label = amount(voice, offer.amount, offer.measure);
            Some(button(label, &Action::Session(Session::Draft(draft))))
        })
        .collect()
}

/// The labels and "不选".
pub(super) fn labels(
    voice: &Voice<'_>,
    labels: &[Label],
    with: impl Fn(Pick) -> Draft,
) -> Vec<Button> {
    let choice = |pick| Action::Session(Session::Draft(with(pick)));
    let mut buttons: Vec<Button> = (0..)
        .zip(labels)
        .map(|(place, one)| {
            let name = label(one.name.get(voice.language), LONGEST_LABEL);
            button(name, &choice(Pick::Of(place)))
        })
        .collect();
    let without = fl!(voice.words, "button-without");
    buttons.push(button(without, &choice(Pick::Without)));
    buttons
}
