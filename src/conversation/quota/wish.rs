//! From a draft to its preview, and from its preview to what holds.

use super::tried;
use crate::conversation::outcome::{Effect, Outcome};
use crate::conversation::view::{Person, View};
use crate::domain::action::{self, QuotaDraft};
use crate::domain::amount::Amount;
use crate::domain::grant::Scope;
use crate::domain::quota::{Answer, amount};
use crate::quota::{Look, Of, Wish, look};
use crate::store::{Result, cadre, unit};

/// For whom a button is, if the scope covers it.
pub(super) async fn of(of: action::Of, scope: &Scope, view: &mut View<'_>) -> Result<Option<Of>> {
    let found = match of {
        action::Of::Unit(id) => unit::by_id(view.tx, id).await?.map(Of::Unit),
        action::Of::Person(id) => cadre::by_id(view.tx, id).await?.map(Of::Person),
    };
    Ok(found.filter(|of| scope.covers(of.path())))
}

/// The wish of a draft; `None` if the campaign knows its duty or rank no more.
pub(super) fn wish(draft: &QuotaDraft, of: Of, view: &View<'_>) -> Option<Wish> {
    let campaign = &view.service.campaign;
    campaign.duty(&draft.duty)?;
    let rank = match draft.rank {
        None => None,
        Some(at) => Some(campaign.ranks.get(at)?.id.clone()),
    };
    Some(Wish {
        duty: draft.duty.clone(),
        of,
        rank,
        amount: draft.amount,
    })
}

/// What the draft comes to; `None` if it is not the asker's to set.
pub(super) async fn preview(
    draft: &QuotaDraft,
    scope: &Scope,
    view: &mut View<'_>,
) -> Result<Option<Answer>> {
    let Some(of) = of(draft.of, scope, view).await? else {
        return Ok(None);
    };
    let wish = wish(draft, of, view);
    weighed(draft, wish, false, view).await.map(Some)
}

pub(super) async fn weighed(
    draft: &QuotaDraft,
    wish: Option<Wish>,
    again: bool,
    view: &mut View<'_>,
) -> Result<Answer> {
    let campaign = &view.service.campaign;
    let (Some(wish), Some(duty)) = (wish, campaign.duty(&draft.duty)) else {
        return Ok(Answer::NoDuty);
    };
    let found = look(view.tx, duty, &wish).await?;
    Ok(shown(found, draft, again))
}

/// The preview in words, or why there is none.
fn shown(found: Look, draft: &QuotaDraft, again: bool) -> Answer {
    let preview = found.preview;
    match (found.below, preview.amount) {
        (Some(least), Some(amount)) => Answer::BelowFloor {
            duty: preview.duty,
            of: preview.of,
            rank: preview.rank,
            amount,
            least,
        },
        _ if found.already => Answer::Already { preview },
        _ => Answer::Preview {
            preview,
            again,
            set: action::Quota::Set {
                draft: draft.clone(),
                seen: found.mark,
            },
        },
    }
}

/// 确定: set if all is as the preview showed it, else shown again.
pub(super) async fn set(
    draft: &QuotaDraft,
    seen: u32,
    person: &Person,
    scope: &Scope,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Answer>> {
    let Some(of) = of(draft.of, scope, view).await? else {
        return Ok(None);
    };
    let campaign = &view.service.campaign;
    let (Some(wish), Some(duty)) = (wish(draft, of, view), campaign.duty(&draft.duty)) else {
        return Ok(Some(Answer::NoDuty));
    };
    let found = look(view.tx, duty, &wish).await?;
    if found.already || found.below.is_some() || found.mark != seen {
        return Ok(Some(shown(found, draft, true)));
    }
    let amount = wish
        .amount
        .map_or_else(|| "-".to_owned(), |of| of.to_string());
    let object = format!("{} {} {amount}", wish.duty, wish.of.path());
    outcome.push(tried(person, &object, true));
    outcome.push(Effect::SetQuota(
        wish.row(Some(person.cadre.id), Some(view.update)),
    ));
    outcome.push(Effect::TellAll(found.told(&person.cadre.name)));
    Ok(Some(Answer::Set {
        preview: found.preview,
    }))
}

/// An amount in words, read as one of that duty.
#[expect(clippy::option_option, reason = "as the duty's reader says it")]
pub(super) fn read_amount(duty: &str, text: &str, view: &View<'_>) -> Option<Option<Amount>> {
    let campaign = &view.service.campaign;
    amount(campaign, campaign.duty(duty)?, text)
}
