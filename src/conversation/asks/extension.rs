//! 申请延期: until when and why, in one sentence or one after the other.

use chrono::{Days, NaiveDate};

use super::{of, open, say, take, turn, wait};
use crate::conversation::items::happen;
use crate::conversation::outcome::Outcome;
use crate::conversation::party;
use crate::conversation::router::Desk;
use crate::conversation::view::{Person, View};
use crate::domain::asks::{Answer, Draft, Gap, Wrong, days_after};
use crate::domain::deadline::Deadline;
use crate::domain::dialogue::Dialogue;
use crate::domain::extension::{self, When};
use crate::domain::ids::ItemId;
use crate::domain::item::{Role, Step, Verb};
use crate::domain::kept::typed;
use crate::domain::reply::{self, Reading};
use crate::store::item::LedgerRow;
use crate::store::{Result, item as store};

/// Items offered when none was named.
const OFFERED: usize = 8;

/// A text said at any time: hears it if it asks for more time; false: it does not.
pub(in crate::conversation) async fn heard(
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let span = view.service.campaign.span;
    let Some(said) = extension::said(text, span, view.today) else {
        return Ok(false);
    };
    let rows = match &said.no {
        Some(no) => store::numbered(view.tx, no).await?,
        None => view.open_items(&person.cadre).await?,
    };
    let mut own = Vec::new();
    for row in &rows {
        let is_own = party::party(person, row, view).await?.is(Role::Responsible);
        if is_own && (said.no.is_some() || row.stands().is_open()) {
            own.push(row);
        }
    }
    match (own.as_slice(), rows.first()) {
        ([one], _) => {
            let item = ItemId(one.id);
            wanted(item, (said.to, said.why), person, desk, view, outcome).await?;
        }
        // Somebody else's: the machine says so.
        ([], Some(other)) if said.no.is_some() => {
            open(
                Verb::AskExtension,
                ItemId(other.id),
                person,
                desk,
                view,
                outcome,
            )
            .await?;
        }
        ([], _) => say(
            Answer::NoItem {
                no: said.no.unwrap_or_default(),
            },
            desk,
            outcome,
        ),
        (several, _) => {
            let items = several.iter().take(OFFERED).map(|row| of(row)).collect();
            let example = week_after(view.today);
            say(Answer::WhichItem { items, example }, desk, outcome);
        }
    }
    Ok(true)
}

/// The answer to what was asked; false: it speaks of something else.
pub(super) async fn said(
    (item, to, why): (ItemId, Option<NaiveDate>, String),
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<bool> {
    let span = view.service.campaign.span;
    if let Some(said) = extension::said(text, span, view.today)
        && said.no.is_some()
    {
        return heard(text, person, desk, view, outcome).await;
    }
    let said = extension::answer(text, span, view.today);
    if let Some(to) = to {
        // Only the reason was asked for: all that is said is it, but for its first word.
        let is_reason = said.to == When::Unsaid && !said.why.is_empty();
        let why = if is_reason { said.why } else { typed(text) };
        wanted(item, (When::Day(to), why), person, desk, view, outcome).await?;
        return Ok(true);
    }
    let is_day = matches!(said.to, When::Day(_));
    let is_study = || {
        !matches!(
            reply::read(text, view.today),
            Reading::Unclear | Reading::Future { .. }
        )
    };
    if !is_day && said.why.is_empty() && (is_study() || is_leave(text, view)) {
        return Ok(false);
    }
    let why = if said.why.is_empty() { why } else { said.why };
    wanted(item, (said.to, why), person, desk, view, outcome).await?;
    Ok(true)
}

fn is_leave(text: &str, view: &View<'_>) -> bool {
    reply::leave(text, view.today) != reply::Heard::NoLeave
}

/// A day on a button; the reason may have been said before it.
pub(super) async fn chosen(
    item: ItemId,
    on: NaiveDate,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let why = match view.dialogue(person.account).await? {
        Some(Dialogue::Ask(Draft::Extension { item: of, why, .. })) if of == item => why,
        _ => String::new(),
    };
    wanted(item, (When::Day(on), why), person, desk, view, outcome).await
}

/// Asks for what is missing, or takes the step.
async fn wanted(
    item: ItemId,
    (to, why): (When, String),
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(row) = open(Verb::AskExtension, item, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let (than, last) = (stands(&row, view), view.service.campaign.span.end);
    let (to, wrong) = match to {
        When::Unsaid => (None, None),
        When::Unclear => (None, Some(Wrong::NoDay)),
        When::Day(day) if day <= than => (None, Some(Wrong::NotLater { than })),
        When::Day(day) if day > last => (None, Some(Wrong::TooLate { last })),
        When::Day(day) => (Some(day), None),
    };
    let Some(to) = to else {
        until(&row, why, wrong, person, desk, view, outcome);
        return Ok(());
    };
    if why.is_empty() {
        let draft = Draft::Extension {
            item,
            to: Some(to),
            why,
        };
        wait(draft, person, outcome);
        turn(Answer::Because { of: of(&row), to }, desk, outcome);
        return Ok(());
    }
    let why = typed(&why);
    let step = Step::AskExtension {
        to,
        why: why.clone(),
    };
    if let Some((row, taken)) = take(item, step, person, desk, view, outcome).await? {
        happen(&row, taken, outcome);
        turn(
            Answer::Asked {
                of: of(&row),
                to,
                why,
            },
            desk,
            outcome,
        );
    }
    Ok(())
}

/// The day that a later one has to come after.
fn stands(row: &LedgerRow, view: &View<'_>) -> NaiveDate {
    match row.due() {
        Deadline::On(day) => day.max(view.today),
        Deadline::Immediate | Deadline::Ongoing => view.today,
    }
}

fn week_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(7)).unwrap_or(day)
}

/// Asks until when.
pub(super) fn until(
    row: &LedgerRow,
    why: String,
    wrong: Option<Wrong>,
    person: &Person,
    desk: &Desk,
    view: &View<'_>,
    outcome: &mut Outcome,
) {
    let (from, last) = (stands(row, view), view.service.campaign.span.end);
    let gaps = [Gap::Week, Gap::Fortnight, Gap::Month];
    let days = days_after(from, &gaps, &view.service.calendar(), last);
    // Nothing lies between the day that stands and the campaign's end.
    let wrong = if from >= last {
        Some(Wrong::TooLate { last })
    } else {
        let draft = Draft::Extension {
            item: ItemId(row.id),
            to: None,
            why,
        };
        wait(draft, person, outcome);
        wrong
    };
    let deadline = match row.due() {
        Deadline::On(day) => day,
        Deadline::Immediate | Deadline::Ongoing => from,
    };
    let example = days.first().map_or(last, |(_, day)| *day);
    let answer = Answer::Until {
        of: of(row),
        deadline,
        days,
        example,
        wrong,
    };
    say(answer, desk, outcome);
}
