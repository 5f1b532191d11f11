//! What a person may always see: his own account. Whoever cares for him sees the same.

use super::account::Whose;
use super::outcome::Outcome;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::account::{Pace, counting_span_of, window_for};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Duty;
use crate::domain::leave;
use crate::domain::notice::{Notice, Standing};
use crate::domain::rules::Rules;
use crate::domain::statement::Stretch;
use crate::store::{Result, entry, quota};

/// `/me`
pub(super) async fn me(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let cadre = person.cadre.clone();
    let notice = statement(&Whose { cadre, of: None }, view).await?;
    outcome.push(desk.say(notice));
    Ok(())
}

/// An account: a line for each duty that the person owes or has done something of.
pub(super) async fn statement(whose: &Whose, view: &mut View<'_>) -> Result<Notice> {
    let service = view.service;
    let cadre = &whose.cadre;
    let (mut standings, mut stretches) = (Vec::new(), Vec::new());
    for duty in &service.campaign.duties {
        let standing = view.standing(cadre, duty, &[]).await?;
        if standing.matters() {
            stretches.extend(stretch(cadre, duty, view).await?);
            standings.push(standing);
        }
    }
    let open_items = view.items_to_do(cadre).await?;
    let leaves = view.leaves(cadre).await?;
    let leaves: Vec<_> = leaves.iter().map(|standing| standing.leave).collect();
    Ok(Notice::Me {
        who: cadre.who(),
        standings,
        open_items,
        leave: leave::coming(&leaves, view.today),
        stretches,
        of: whose.of.map(|id| (id, cadre.unit)),
    })
}

/// Which of the duty's windows it is now, if it has several, and what those that are over came to.
async fn stretch(cadre: &Cadre, duty: &Duty, view: &mut View<'_>) -> Result<Option<Stretch>> {
    let (campaign, today) = (&view.service.campaign, view.today);
    let subject = cadre.subject();
    let Some(tier) = campaign.tier(subject.depth) else {
        return Ok(None);
    };
    let mut windows: Vec<_> = duty.windows_of(&tier.id).map(|of| of.span).collect();
    windows.sort_by_key(|span| (span.start, span.end));
    let now = window_for(campaign, duty, &subject, today);
    let Some(at) = windows.iter().position(|span| Some(*span) == now) else {
        return Ok(None);
    };
    if windows.len() < 2 {
        return Ok(None);
    }
    let quotas = quota::of_cadre(view.tx, cadre).await?;
    let calendar = view.service.calendar();
    let rules = Rules {
        campaign,
        calendar: &calendar,
        quotas: &quotas,
    };
    let mut earlier = Vec::new();
    let over = (1..).zip(windows.iter().take(at));
    for (number, window) in over.filter(|(_, window)| window.end < today) {
        let Some(target) = rules.target(duty, &subject, window) else {
            continue;
        };
        let span = counting_span_of(campaign, duty, &subject, *window).unwrap_or(*window);
        let done = entry::done(view.tx, &[cadre.id], duty, &span, today).await?;
        let done = done.get(&cadre.id).copied().unwrap_or_default();
        earlier.push((
            number,
            Standing {
                duty: duty.id.clone(),
                counted: done.counted,
                target: Some(target),
                pace: (done.counted >= target).then_some(Pace::Done),
                pending: done.pending,
                rejected: done.rejected,
                ..Standing::default()
            },
        ));
    }
    let now = windows.get(at).copied();
    Ok(now.map(|now| Stretch {
        duty: duty.id.clone(),
        number: at + 1,
        of: windows.len(),
        first: now.start,
        last: now.end,
        earlier,
    }))
}
