//! The steps of `/quota` between the duty and the preview, with what is written on the way.

use super::{OFFERED, no_such, of, own_units, people, read_amount, weighed, wish};
use crate::conversation::outcome::{Effect, Outcome};
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::action::{self, Quota, QuotaDraft};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::Duty;
use crate::domain::dialogue::Dialogue;
use crate::domain::grant::Scope;
use crate::domain::notice::Notice;
use crate::domain::quota::Answer;
use crate::domain::reply::Spoken;
use crate::quota::{Wish, look};
use crate::store::{Result, unit};

/// Amounts offered above the least.
const STEPS: i64 = 3;

/// One step; `None` if it is not the asker's to take.
pub(super) async fn step(
    button: &Quota,
    person: &Person,
    scope: &Scope,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Answer>> {
    match button {
        Quota::Of { duty } => {
            let mut units = Vec::new();
            for unit in own_units(scope, view).await?.into_iter().take(OFFERED) {
                units.push((unit.path, for_unit(duty, unit.id)));
            }
            if let [
                (
                    _,
                    Quota::For {
                        of: action::Of::Unit(only),
                        ..
                    },
                ),
            ] = units.as_slice()
            {
                let below = unit::below(view.tx, Some(*only)).await?;
                let below = below.into_iter().take(OFFERED);
                units.extend(below.map(|(unit, path)| (path, for_unit(duty, unit))));
            }
            Ok(Some(Answer::Whom {
                duty: duty.clone(),
                units,
                ambiguous: false,
            }))
        }
        Quota::Below { duty, unit: above } => {
            let Some(_) = of(action::Of::Unit(*above), scope, view).await? else {
                return Ok(None);
            };
            let below = unit::below(view.tx, Some(*above)).await?.into_iter();
            let units = below.map(|(unit, path)| (path, for_unit(duty, unit)));
            Ok(Some(Answer::Whom {
                duty: duty.clone(),
                units: units.take(OFFERED).collect(),
                ambiguous: false,
            }))
        }
        Quota::Someone { duty } => {
            outcome.push(ask(person, Dialogue::QuotaName { duty: duty.clone() }));
            Ok(Some(Answer::WhoseName { duty: duty.clone() }))
        }
        Quota::For { duty, of: whom } => {
            let Some(found) = of(*whom, scope, view).await? else {
                return Ok(None);
            };
            // A person has a rank already.
            if matches!(whom, action::Of::Person(_)) {
                return how_much(duty, *whom, None, person, scope, view, outcome).await;
            }
            let rank = |rank| Quota::Rank {
                duty: duty.clone(),
                of: *whom,
                rank,
            };
            let ranks = view.service.campaign.ranks.iter().enumerate();
            let ranks = ranks.map(|(at, known)| (Some(known.id.clone()), rank(Some(at))));
            let below = match whom {
                action::Of::Unit(unit) if !unit::below(view.tx, Some(*unit)).await?.is_empty() => {
                    Some(Quota::Below {
                        duty: duty.clone(),
                        unit: *unit,
                    })
                }
                _ => None,
            };
            Ok(Some(Answer::Rank {
                duty: duty.clone(),
                of: found.named(),
                below,
                ranks: [(None, rank(None))].into_iter().chain(ranks).collect(),
            }))
        }
        Quota::Rank {
            duty,
            of: whom,
            rank,
        } => how_much(duty, *whom, *rank, person, scope, view, outcome).await,
        Quota::Show
        | Quota::History { .. }
        | Quota::Look(_)
        | Quota::Set { .. }
        | Quota::Cancel => Ok(None),
    }
}

fn for_unit(duty: &str, unit: crate::domain::ids::UnitId) -> Quota {
    Quota::For {
        duty: duty.to_owned(),
        of: action::Of::Unit(unit),
    }
}

fn ask(person: &Person, dialogue: Dialogue) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: Some(dialogue),
    }
}

/// How much? On offer are the least there may be and a few steps above it; anything else is written.
async fn how_much(
    duty: &str,
    whom: action::Of,
    rank: Option<usize>,
    person: &Person,
    scope: &Scope,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Answer>> {
    let Some(found) = of(whom, scope, view).await? else {
        return Ok(None);
    };
    let draft = |amount| QuotaDraft {
        duty: duty.to_owned(),
        of: whom,
        rank,
        amount,
    };
    let (Some(wish), Some(known)) = (
        wish(&draft(None), found, view),
        view.service.campaign.duty(duty),
    ) else {
        return Ok(Some(Answer::NoDuty));
    };
    let least = look(view.tx, known, &wish).await?.least;
    let one = one_step(known, view);
    let first = least.unwrap_or(one);
    let amounts = (0..=STEPS).map(|n| Some(Amount(first.0 + n * one.0)));
    let offers = amounts
        .chain([None])
        .map(|amount| (amount, Quota::Look(draft(amount))))
        .collect();
    outcome.push(ask(
        person,
        Dialogue::QuotaAmount {
            duty: duty.to_owned(),
            of: whom,
            rank,
        },
    ));
    let Wish { of, rank, .. } = wish;
    Ok(Some(Answer::HowMuch {
        duty: duty.to_owned(),
        of: of.named(),
        rank,
        offers,
    }))
}

/// One of what the duty is shown in, in its measure.
fn one_step(duty: &Duty, view: &View<'_>) -> Amount {
    let one = Amount::whole(1);
    let spoken = match duty.shown_in {
        shown if shown == duty.measure => return one,
        Measure::Days => Spoken::Days(one.0),
        _ => Spoken::ClassHours(one.0),
    };
    let rule = &view.service.campaign.class_hours;
    rule.convert(spoken, duty.measure).unwrap_or(one)
}

/// Somebody's name, in answer to whose target it is.
pub(in crate::conversation) async fn named(
    text: &str,
    duty: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let found = people(text, &scope, view).await?;
    let answer = match found.as_slice() {
        _ if scope.is_empty() => None,
        [] => Some(no_such(text, duty, &scope, view).await?),
        [one] => {
            let whom = action::Of::Person(one.id);
            how_much(duty, whom, None, person, &scope, view, outcome).await?
        }
        several => Some(Answer::Which {
            people: several
                .iter()
                .take(OFFERED)
                .map(|cadre| {
                    let button = Quota::For {
                        duty: duty.to_owned(),
                        of: action::Of::Person(cadre.id),
                    };
                    (cadre.who(), button)
                })
                .collect(),
        }),
    };
    let answer = answer.map(Box::new);
    outcome.push(desk.say(answer.map_or(Notice::Denied, Notice::Quota)));
    Ok(())
}

/// An amount, in answer to how much; what is none is answered with the right form, and asked for still.
pub(in crate::conversation) async fn written(
    text: &str,
    draft: QuotaDraft,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let answer = match (
        read_amount(&draft.duty, text, view),
        of(draft.of, &scope, view).await?,
    ) {
        (_, None) => None,
        (None, Some(_)) => Some(Answer::NoAmount {
            duty: draft.duty.clone(),
        }),
        (Some(amount), Some(found)) => {
            let draft = QuotaDraft { amount, ..draft };
            let wish = wish(&draft, found, view);
            outcome.push(Effect::Await {
                account: person.account,
                dialogue: None,
            });
            Some(weighed(&draft, wish, false, view).await?)
        }
    };
    let answer = answer.map(Box::new);
    outcome.push(desk.say(answer.map_or(Notice::Denied, Notice::Quota)));
    Ok(())
}
