//! The monthly question about progress (S13): its answers, and `/progress`.

use super::items::{happen, tried};
use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::Dispatch;
use crate::domain::dialogue::Dialogue;
use crate::domain::dispatch::{Answer, Card, Named, Overview, Quick, Silent};
use crate::domain::grant::Scope;
use crate::domain::ids::ItemId;
use crate::domain::item::{Step, Taken, Why};
use crate::domain::kept::typed;
use crate::domain::month::Month;
use crate::domain::notice::{Command, Notice};
use crate::domain::reply;
use crate::domain::statement::page_of;
use crate::planner::midnight;
use crate::store::Result;
use crate::store::item::LedgerRow;
use crate::store::item::asks::{self, Asked};

/// A button of the question, or of `/progress`.
pub(super) async fn pressed(
    press: Dispatch,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let (item, month, quick) = match press {
        Dispatch::Show { item, month } => (item, month, None),
        Dispatch::Say { item, month, quick } => (item, month, Some(quick)),
        Dispatch::Words { item } => return ask(item, person, desk, view, outcome).await,
        Dispatch::Page { month, page } => {
            return turned(month, page, person, desk, view, outcome).await;
        }
    };
    // What the machine says to this person is looked at before anything of the item is told.
    let words = quick.unwrap_or(Quick::OnCourse).kept();
    let Some((row, taken)) = allowed(item, &words, person, desk, view, outcome).await? else {
        return Ok(());
    };
    let asked = asks::last(view.tx, item).await?;
    let Some(asked) = asked.filter(|asked| asked.month == month) else {
        let answer = Answer::Past {
            month,
            next: next(person, None, view).await?,
        };
        outcome.push(turn(desk, answer));
        return Ok(());
    };
    if asked.answered {
        let answer = Answer::Already {
            item: named(&row),
            month,
            words: row.progress,
        };
        outcome.push(turn(desk, answer));
        return Ok(());
    }
    if quick.is_some() {
        return tell(row, taken, person, desk, view, outcome).await;
    }
    // The digest keeps its other buttons: what was pressed there is answered below it.
    let card = Answer::Card(card(&row, asked, person, view).await?);
    outcome.push(desk.say(Notice::Dispatch(Box::new(card))));
    Ok(())
}

/// "我来写": how does it stand, in words?
async fn ask(
    item: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let words = Quick::OnCourse.kept();
    if let Some((row, _)) = allowed(item, &words, person, desk, view, outcome).await? {
        question(&row, person, desk, outcome);
    }
    Ok(())
}

fn question(row: &LedgerRow, person: &Person, desk: &Desk, outcome: &mut Outcome) {
    let item = ItemId(row.id);
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: Some(Dialogue::Report { item }),
    });
    let answer = Answer::Words {
        no: row.no.clone(),
        content: row.content.clone(),
    };
    outcome.push(desk.say(Notice::Dispatch(Box::new(answer))));
}

/// His words.
pub(super) async fn said(
    item: ItemId,
    text: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    outcome.push(Effect::Await {
        account: person.account,
        dialogue: None,
    });
    let words = typed(text);
    let empty = words.is_empty();
    let tried = if empty { Quick::OnCourse.kept() } else { words };
    let Some((row, taken)) = allowed(item, &tried, person, desk, view, outcome).await? else {
        return Ok(());
    };
    if empty {
        question(&row, person, desk, outcome);
        return Ok(());
    }
    tell(row, taken, person, desk, view, outcome).await
}

/// Progress is told; then the next of his.
async fn tell(
    row: LedgerRow,
    taken: Taken,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let item = named(&row);
    let words = taken.step().words().to_owned();
    let next = next(person, Some(item.id), view).await?;
    happen(&row, taken, outcome);
    outcome.push(turn(desk, Answer::Told { item, words, next }));
    Ok(())
}

/// The item, held, with the step that tells of it; `None`: it was said why not. Whoever has no part in the item
/// learns nothing of it.
async fn allowed(
    item: ItemId,
    words: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<(LedgerRow, Taken)>> {
    let step = Step::Report {
        words: words.to_owned(),
    };
    let answer = match tried(item, step, person, view).await? {
        Some((row, Ok(taken))) => return Ok(Some((row, taken))),
        Some((row, Err(refusal))) => match refusal.why {
            Why::NotNow { status } => Answer::Over { no: row.no, status },
            _ => Answer::NotYours,
        },
        None => Answer::NotYours,
    };
    if answer == Answer::NotYours {
        outcome.push(Effect::Audit {
            account: person.account,
            cadre: Some(person.cadre.id),
            action: "report".to_owned(),
            object: format!("item {item}"),
            allowed: false,
        });
        outcome.push(desk.say(Notice::Dispatch(Box::new(answer))));
    } else {
        outcome.push(turn(desk, answer));
    }
    Ok(None)
}

fn turn(desk: &Desk, answer: Answer) -> Effect {
    desk.turn_into(Notice::Dispatch(Box::new(answer)))
}

fn named(row: &LedgerRow) -> Named {
    Named {
        id: ItemId(row.id),
        no: row.no.clone(),
        content: row.content.clone(),
    }
}

async fn card(row: &LedgerRow, asked: Asked, person: &Person, view: &mut View<'_>) -> Result<Card> {
    let item = named(row);
    let left = open(person, asked.month, view).await?;
    let left = left.iter().filter(|other| other.item.id != item.id).count();
    Ok(Card {
        item,
        month: asked.month,
        due_on: asked.due_on,
        left,
    })
}

/// The first of what he has to tell of still, this one left out.
async fn next(person: &Person, but: Option<ItemId>, view: &mut View<'_>) -> Result<Option<Card>> {
    let Some(month) = asks::last_month(view.tx).await? else {
        return Ok(None);
    };
    let mut open = open(person, month, view).await?;
    open.retain(|open| Some(open.item.id) != but);
    let left = open.len().saturating_sub(1);
    Ok(open.into_iter().next().map(|first| Card {
        item: first.item,
        month,
        due_on: first.due_on,
        left,
    }))
}

async fn open(person: &Person, month: Month, view: &mut View<'_>) -> Result<Vec<asks::Open>> {
    let mut all = asks::open_of(view.tx, &[person.cadre.id], month).await?;
    Ok(all.remove(&person.cadre.id).unwrap_or_default())
}

/// `/progress`, `/progress 3月`
pub(super) async fn command(
    argument: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Progress, argument, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let meant = if argument.is_empty() {
        asks::last_month(view.tx).await?
    } else {
        reply::month(argument, view.today)
    };
    let answer = match meant {
        Some(month) => overview(month, 0, &scope, view).await?,
        None if argument.is_empty() => Answer::NoneAsked { month: None },
        None => Answer::HowTo {
            month: Month::of(view.today),
        },
    };
    outcome.push(desk.say(Notice::Dispatch(Box::new(answer))));
    Ok(())
}

/// A page of `/progress`.
async fn turned(
    month: Month,
    page: u32,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    if scope.is_empty() {
        outcome.push(office::attempt(desk, Command::Progress, "page", false));
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    let answer = overview(month, page, &scope, view).await?;
    outcome.push(turn(desk, answer));
    Ok(())
}

/// How the month stands within the scope.
async fn overview(month: Month, page: u32, scope: &Scope, view: &mut View<'_>) -> Result<Answer> {
    let Some(due_on) = asks::due_on(view.tx, month).await? else {
        return Ok(Answer::NoneAsked { month: Some(month) });
    };
    let day_after = due_on.succ_opt().unwrap_or(due_on);
    let due_end = midnight(&view.service.campaign, day_after);
    let mut shares = asks::shares(view.tx, month, due_end).await?;
    shares.retain(|share| scope.covers(&share.unit));
    let sum = |of: fn(&asks::Share) -> usize| shares.iter().map(of).sum::<usize>();
    let (asked, answered) = (sum(|share| share.asked), sum(|share| share.answered));
    let late = sum(|share| share.late);
    let silent: Vec<Silent> = shares
        .into_iter()
        .filter(|share| share.answered < share.asked)
        .map(|share| Silent {
            unit: share.unit,
            name: share.name,
            reachable: share.reachable,
            items: share.asked - share.answered,
        })
        .collect();
    let people = silent.iter().filter(|line| line.name.is_some()).count();
    let (lines, page, pages) = page_of(silent, page);
    Ok(Answer::Overview(Overview {
        month,
        due_on,
        is_over: view.today > due_on,
        asked,
        answered,
        late,
        people,
        lines,
        page,
        pages,
    }))
}
