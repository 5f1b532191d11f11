//! Recording an amount, whoever says it and in whatever way: the one way from a claim to entries.

use chrono::NaiveDate;

use super::outcome::{Details, Effect, NewEntry, Outcome};
use super::view::{Unsaved, View};
use crate::domain::account::{Outside, outside};
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{Campaign, Duty};
use crate::domain::entry::{self, Claim, Event, Status};
use crate::domain::ids::CadreId;
use crate::domain::label::Labels;
use crate::domain::notice::{About, NotRecorded, Recorded};
use crate::store::entry::{self as entries, Entry};
use crate::store::{Result, item};

/// What is to be recorded, for whom, in whose hand.
#[derive(Debug, Clone)]
pub(super) struct Writing<'a> {
    /// Of which duty.
    pub(super) duty: &'a Duty,
    /// How much, of which day.
    pub(super) claim: Claim<'a>,
    /// What else is said of it.
    pub(super) details: Details,
    /// For whom.
    pub(super) whom: &'a Cadre,
    /// Who records it for him; `None`: he himself.
    pub(super) by: Option<CadreId>,
    /// The entry in whose place it stands.
    pub(super) corrects: Option<&'a Entry>,
    /// More entries that it stands in the place of: the other days of what was said at once.
    pub(super) besides: &'a [Entry],
}

impl<'a> Writing<'a> {
    /// What the person himself claims.
    pub(super) fn own(duty: &'a Duty, claim: Claim<'a>, whom: &'a Cadre) -> Self {
        Self {
            duty,
            claim,
            details: Details::default(),
            whom,
            by: None,
            corrects: None,
            besides: &[],
        }
    }
}

/// Records it, or says why not. What it answers holds what is about to be stored.
pub(super) async fn write(
    writing: Writing<'_>,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<std::result::Result<Recorded, NotRecorded>> {
    let Writing {
        duty,
        claim,
        details,
        whom,
        by,
        corrects,
        besides,
    } = writing;
    let service = view.service;
    let span = &service.campaign.span;
    let mut held = entries::held(view.tx, whom.id, &duty.id, span).await?;
    let mut unsaved: Vec<Unsaved> = Vec::new();
    let replaced = || besides.iter().chain(corrects);
    for old in replaced() {
        // It stands in the old one's place, so the day has the old one's room.
        if old.status != Status::Rejected {
            for (_, amount) in held.iter_mut().filter(|(on, _)| *on == old.on) {
                *amount = *amount - old.amount;
            }
        }
        unsaved.push((old.on, Amount::ZERO - old.amount, old.status));
    }
    let parts = match entry::parts(
        &service.campaign,
        &service.calendar(),
        duty,
        &claim,
        &held,
        view.today,
    ) {
        Ok(parts) => parts,
        Err(why) => return Ok(Err(why)),
    };
    let mut corrected = corrects.map(|old| old.id);
    for part in &parts {
        outcome.push(Effect::Record(NewEntry {
            amount: part.amount,
            note: claim.note.to_owned(),
            prompt: claim.prompt,
            waits_for: part.waits_for,
            corrects: corrected.take(),
            recorded_by: by,
            details: details.clone(),
            ..NewEntry::of(whom.id, duty, part.on, claim.source)
        }));
        let status = Status::of(part.waits_for, &[]);
        unsaved.push((part.on, part.amount, status));
    }
    if !besides.is_empty() {
        outcome.push(Effect::Happened {
            entries: besides.iter().map(|old| old.id).collect(),
            event: Event::Withdrawn,
            by: by.unwrap_or(whom.id),
            reason: "corrected".to_owned(),
        });
    }
    let standing = view.standing(whom, duty, &unsaved).await?;
    let open = item::open_of(view.tx, whom.id).await?;
    Ok(Ok(Recorded {
        update: view.update,
        parts: parts.iter().map(|part| (part.on, part.amount)).collect(),
        standing,
        open_items: open.iter().filter(|row| row.stands().is_open()).count(),
        waits_for: parts.iter().find_map(|part| part.waits_for),
        about: About {
            labels: Labels {
                form: details.form,
                topic: details.topic,
            },
            choice: None,
            by_liaison: by.is_some(),
            instead_of: replaced().map(|old| (old.on, old.amount)).collect(),
            outside: outside_of(
                &service.campaign,
                duty,
                whom,
                parts
                    .iter()
                    .filter(|part| part.amount > Amount::ZERO)
                    .map(|part| part.on),
            ),
        },
    }))
}

/// Whether one of the days counts towards no window of the duty.
pub(super) fn outside_of(
    campaign: &Campaign,
    duty: &Duty,
    whom: &Cadre,
    mut days: impl Iterator<Item = NaiveDate>,
) -> Option<Outside> {
    days.find_map(|day| outside(campaign, duty, &whom.subject(), day))
}
