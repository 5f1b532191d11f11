//! "Later", "tomorrow" and a day made up: what one can say to a slot's message instead of an answer.

use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;

use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::account::counting_span;
use crate::domain::amount::Amount;
use crate::domain::digest::{DigestPlan, duty_of};
use crate::domain::later::{self, Answer, When, Why};
use crate::domain::notice::Notice;
use crate::domain::owes::{Attendance, still_owes};
use crate::domain::rules::Rules;
use crate::planner::day_start;
use crate::store::{Result, entry, outbox, postponement, quiet, quota, snapshot};

/// "晚点": the same message once more today, if that is possible.
pub(super) async fn later(
    slot: &str,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(plan) = sent(slot, on, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let duty = asked(&plan, person, view).await?;
    if duty.is_none() && view.items_to_do(&person.cadre).await? == 0 {
        outcome.push(desk.turn_into(Notice::Later(Answer::NothingDue)));
        return Ok(());
    }
    let said = postponement::of(view.tx, person.cadre.id, (slot, on)).await?;
    let (now, zone) = (view.now, view.service.campaign.zone);
    let clock = |at: DateTime<Utc>| When::Today {
        at: at.with_timezone(&zone).time(),
    };
    let when = match said.iter().flatten().next_back() {
        // A second tap, by an impatient thumb, gets the answer to the first.
        Some(at) if *at > now && said.last().is_some_and(Option::is_some) => clock(*at),
        // It waits still, and "tomorrow" is taken back.
        Some(at) if *at > now => {
            outcome.push(put_off(&plan, person, Some(*at)));
            clock(*at)
        }
        Some(_) => not_today(&plan, Some(Why::Once), person, outcome),
        None => {
            let limits = &view.service.campaign.limits;
            let own = quiet::of_cadre(view.tx, person.cadre.id).await?;
            let midnight = day_start(&view.service.campaign, now).timestamp_millis();
            let ids = [person.cadre.id];
            let today = snapshot::unsolicited_since(view.tx, &ids, midnight).await?;
            let today = today.get(&person.cadre.id).copied().unwrap_or(0);
            match later::again(limits, own, zone, today, now) {
                Ok(at) => {
                    outcome.push(put_off(&plan, person, Some(at)));
                    outcome.push(Effect::Again {
                        cadre: person.cadre.id,
                        bot: person.bot,
                        account: person.account,
                        plan: plan.clone(),
                        at,
                    });
                    clock(at)
                }
                Err(why) => not_today(&plan, Some(why), person, outcome),
            }
        }
    };
    answer(&plan, when, duty, person, desk, view, outcome).await
}

/// "明天再说": not again today.
pub(super) async fn tomorrow(
    slot: &str,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(plan) = sent(slot, on, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let duty = asked(&plan, person, view).await?;
    let when = not_today(&plan, None, person, outcome);
    answer(&plan, when, duty, person, desk, view, outcome).await
}

/// "补记昨天": how much was it that day? In a message of its own, so that today's question stays.
pub(super) async fn make_up(
    duty: &str,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let campaign = &view.service.campaign;
    let duty = campaign.duty(duty).filter(|duty| duty.slot.is_some());
    let span = campaign.span;
    let Some(duty) = duty.filter(|_| on < view.today && span.holds(on)) else {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    };
    if (view.today - on).num_days() > i64::from(duty.backdate_days) {
        outcome.push(desk.say(Notice::Stale));
        return Ok(());
    }
    let held = entry::of_day(view.tx, person.cadre.id, &duty.id, on).await?;
    outcome.push(desk.say(Notice::Later(Answer::MakeUp {
        duty: duty.id.clone(),
        on,
        answered: !held.is_empty(),
    })));
    Ok(())
}

/// The message that the button stands under: sent to him today, of that slot and day. Without one the button is
/// stale, or was never his.
async fn sent(
    slot: &str,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<DigestPlan>> {
    let midnight = day_start(&view.service.campaign, view.now);
    let sent = outbox::digests_since(view.tx, person.cadre.id, midnight).await?;
    let plan = sent
        .into_iter()
        .find(|plan| plan.slot == slot && plan.on == on);
    if plan.is_none() {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "put_off".to_owned(),
            object: format!("{slot} {on}").chars().take(64).collect(),
            allowed: false,
        });
        outcome.push(desk.say(Notice::Stale));
    }
    Ok(plan)
}

/// The duty that the message asks for, if he still owes it.
async fn asked(plan: &DigestPlan, person: &Person, view: &mut View<'_>) -> Result<Option<String>> {
    let service = view.service;
    let campaign = &service.campaign;
    let Some(duty) = duty_of(campaign, &plan.slot).filter(|_| plan.duty.is_some()) else {
        return Ok(None);
    };
    let cadre = &person.cadre;
    let span = counting_span(campaign, duty, &cadre.subject(), plan.on).unwrap_or(campaign.span);
    let done: HashMap<_, _> = entry::done(view.tx, &[cadre.id], duty, &span, plan.on).await?;
    let done = done.get(&cadre.id).copied().unwrap_or_default();
    let (calendar, quotas) = (service.calendar(), quota::of_cadre(view.tx, cadre).await?);
    let rules = Rules {
        campaign,
        calendar: &calendar,
        quotas: &quotas,
    };
    let owed = still_owes(&rules, duty, cadre, Attendance::There, done, plan.on);
    Ok(owed
        .is_ok_and(|missing| missing > Amount::ZERO)
        .then(|| duty.id.clone()))
}

fn put_off(plan: &DigestPlan, person: &Person, until: Option<DateTime<Utc>>) -> Effect {
    Effect::Postpone {
        cadre: person.cadre.id,
        slot: plan.slot.clone(),
        on: plan.on,
        until,
    }
}

fn not_today(plan: &DigestPlan, why: Option<Why>, person: &Person, outcome: &mut Outcome) -> When {
    outcome.push(put_off(plan, person, None));
    When::NotToday { why }
}

async fn answer(
    plan: &DigestPlan,
    when: When,
    duty: Option<String>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let open_items = view.items_to_do(&person.cadre).await?;
    outcome.push(desk.turn_into(Notice::Later(Answer::PutOff {
        slot: plan.slot.clone(),
        on: plan.on,
        when,
        duty,
        open_items,
    })));
    Ok(())
}
