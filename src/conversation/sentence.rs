//! A record in one sentence: "和李强谈心1次", "走访王家1户,想修路".

use super::draft::{self, Opening};
use super::outcome::{Details, Outcome};
use super::proxy::Pen;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::entry::{Claim, Source};
use crate::domain::sentence;
use crate::store::Result;

/// Records what the sentence says; false: it is no such sentence.
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
    let pen = Pen::own(person);
    let partner = match &sentence.partner {
        Some(name) => draft::clear_partner(name, &pen, view).await?,
        None => None,
    };
    let opening = Opening {
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
    };
    draft::open(opening, &pen, person, desk, view, outcome).await?;
    Ok(true)
}
