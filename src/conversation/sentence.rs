//! A record in one sentence: "和李强谈心1次", "走访王家1户,想修路".

use chrono::NaiveDate;

use super::again;
use super::draft::{self, Opening};
use super::outcome::{Details, Outcome};
use super::proxy::Pen;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::entry::{Claim, Source};
use crate::domain::sentence::{self, Sentence};
use crate::store::Result;

/// Records what the sentence says, or asks whether it is the same again; false: it is no such sentence.
pub(super) async fn said(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let service = view.service;
    let Some(sentence) = sentence::read(&service.campaign, text, view.today) else {
        return Ok(false);
    };
    let opening = opening(sentence, text, person, view).await?;
    let (duty, claim, details) = (opening.duty, opening.claim, opening.details.clone());
    // A name that is not clear yet may be anybody's: that is asked first.
    let is_clear = opening.partner.is_none();
    let asked =
        is_clear && again::asks(duty, &claim, &details, person, desk, view, outcome).await?;
    if !asked {
        draft::open(opening, &Pen::own(person), person, desk, view, outcome).await?;
    }
    Ok(true)
}

/// Records a sentence of that day that is another time of what was said before; false: it is none.
pub(super) async fn again(
    text: &str,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let service = view.service;
    let Some(mut sentence) = sentence::read(&service.campaign, text, view.today) else {
        return Ok(false);
    };
    sentence.on = on;
    let opening = opening(sentence, text, person, view).await?;
    draft::open(opening, &Pen::own(person), person, desk, view, outcome).await?;
    Ok(true)
}

async fn opening<'a>(
    sentence: Sentence<'a>,
    text: &'a str,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Opening<'a>> {
    let partner = match &sentence.partner {
        Some(name) => draft::clear_partner(name, &Pen::own(person), view).await?,
        None => None,
    };
    Ok(Opening {
        duty: sentence.duty,
        claim: Claim {
            on: sentence.on,
            spoken: Some(sentence.spoken),
            note: text,
            source: Source::Text,
            prompt: None,
        },
        details: Details {
            partner,
            subject: sentence.household.unwrap_or_default(),
            ..Details::default()
        },
        opinion: sentence.opinion,
        // Whom a clear name means is asked no more.
        partner: sentence.partner.filter(|_| partner.is_none()),
    })
}
