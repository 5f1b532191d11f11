//! The questions between the duty and the preview.

use i18n_embed_fl::fl;

use super::{amount_or_campaign, ask, example, some_amount, whom};
use crate::domain::action::Quota;
use crate::domain::amount::Amount;
use crate::domain::quota::Named;
use crate::text::movement::rank;
use crate::text::page::Page;
use crate::text::person::unit;
use crate::text::words::Voice;
use crate::text::{Button, Rendered};

/// For whom?
pub(super) fn whom_question(voice: &Voice<'_>, duty: &str, units: &[(String, Quota)]) -> Rendered {
    let words = voice.words;
    let mut choices: Vec<Button> = units
        .iter()
        .map(|(path, quota)| ask(unit(path), quota))
        .collect();
    let someone = Quota::Someone {
        duty: duty.to_owned(),
    };
    choices.push(ask(fl!(words, "button-one-person"), &someone));
    Page::new(fl!(words, "quota-whom", duty = voice.duty_name(duty)))
        .line(fl!(
            words,
            "quota-whom-else",
            example = example(voice, duty, None)
        ))
        .buttons(choices)
        .done()
}

/// For which rank?
pub(super) fn rank_question(
    voice: &Voice<'_>,
    duty: &str,
    of: &Named,
    ranks: &[(Option<String>, Quota)],
    below: Option<&Quota>,
) -> Rendered {
    let words = voice.words;
    let choices = ranks.iter().map(|(id, quota)| {
        let label = match id {
            Some(id) => rank(voice, id),
            None => fl!(words, "quota-everybody"),
        };
        ask(label, quota)
    });
    let below = below.map(|quota| ask(fl!(words, "button-units-below"), quota));
    Page::new(whom(voice, of, None))
        .line(fl!(words, "quota-rank", duty = voice.duty_name(duty)))
        .buttons(choices.collect())
        .buttons(below.into_iter().collect())
        .done()
}

/// How much?
pub(super) fn how_much(
    voice: &Voice<'_>,
    duty: &str,
    of: &Named,
    only: Option<&str>,
    offers: &[(Option<Amount>, Quota)],
) -> Rendered {
    let choices = offers
        .iter()
        .map(|(amount, quota)| ask(amount_or_campaign(voice, duty, *amount), quota));
    Page::new(whom(voice, of, only))
        .line(fl!(
            voice.words,
            "quota-how-much",
            duty = voice.duty_name(duty),
            example = some_amount(voice, duty)
        ))
        .buttons(choices.collect())
        .done()
}
