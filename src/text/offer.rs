//! What a question offers to tap, and what one could write instead.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::amount::Amount;
use crate::domain::campaign::Offer;

use super::Button;
use super::amount::amount;
use super::page::button;
use super::words::Voice;

/// The duty's offered amounts of that day.
pub(super) fn offers(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Vec<Button> {
    let offers = voice
        .campaign
        .duty(duty)
        .map_or(&[][..], |duty| &duty.offers);
    let record = |offer: &Offer| Action::Record {
        duty: duty.to_owned(),
        on,
        amount: offer.amount,
        measure: offer.measure,
    };
    offers
        .iter()
        .map(|offer| button(amount(voice, offer.amount, offer.measure), &record(offer)))
        .collect()
}

/// "其他"
pub(super) fn other(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Button {
    button(
        fl!(voice.words, "button-other"),
        &Action::Other {
            duty: duty.to_owned(),
            on,
        },
    )
}

/// "今天没学"
pub(super) fn nothing(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Button {
    let label = if voice.is_study(duty) {
        fl!(voice.words, "button-nothing-study")
    } else {
        fl!(voice.words, "button-nothing")
    };
    button(label, &none(duty, on))
}

/// "这天没有": of a day that may be over.
pub(super) fn nothing_that_day(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Button {
    let label = fl!(voice.words, "button-nothing-that-day");
    button(label, &none(duty, on))
}

fn none(duty: &str, on: NaiveDate) -> Action {
    Action::Nothing {
        duty: duty.to_owned(),
        on,
    }
}

/// Amounts one could write for that duty: those it offers, else one of its measure.
pub(super) fn examples(voice: &Voice<'_>, duty: &str) -> Vec<String> {
    match voice.campaign.duty(duty) {
        Some(duty) if !duty.offers.is_empty() => duty
            .offers
            .iter()
            .map(|offer| amount(voice, offer.amount, offer.measure))
            .collect(),
        _ => vec![amount(voice, Amount::whole(1), voice.measure(duty))],
    }
}
