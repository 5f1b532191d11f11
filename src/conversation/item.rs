//! An item's page, and every step of it. Who may see it and what he may do is looked up at each press; what a
//! button says is a claim.

mod history;
mod material;
mod steps;

use super::items;
use super::outcome::{Effect, Outcome};
use super::party;
use super::publication;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::action::item::Press;
use crate::domain::campaign::{Evidence, ItemKind};
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Answer, Card, Ground, Party, Step, Taken, Top, Verb, possible};
use crate::domain::notice::Notice;
use crate::outbox::payload::Payload;
use crate::store::item::{Happened, LedgerRow};
use crate::store::{Result, item as stored, outbox, unit};

pub(super) use material::{sent, target};
pub(super) use steps::said;

/// Events that the page shows.
const LAST: usize = 3;

/// An item before somebody, with all that its page needs.
struct Looked {
    row: LedgerRow,
    kind: Option<ItemKind>,
    party: Party,
    ground: Ground,
    happened: Vec<Happened>,
    offered_to: Option<String>,
}

impl Looked {
    /// Whether he may add evidence now.
    fn may_add(&self) -> bool {
        let kind = self.kind.as_ref();
        kind.is_some_and(|kind| self.party.adds(&kind.review)) && !self.row.stands().is_over()
    }

    /// What he may do now.
    fn may(&self) -> Vec<Verb> {
        self.kind.as_ref().map_or_else(Vec::new, |kind| {
            possible(&self.row.state(), kind, &self.party, &self.ground)
        })
    }

    /// As it will stand when the step is stored.
    fn took(&mut self, taken: &Taken, person: &Person, view: &View<'_>) {
        self.row = self.row.after(taken.after());
        if let Step::Report { words } = taken.step() {
            self.row.progress.clone_from(words);
        }
        if self.row.offered_to.is_none() {
            self.offered_to = None;
        }
        let step = taken.step();
        self.happened.push(Happened {
            kind: step.verb().name().to_owned(),
            at: view.now.timestamp_millis(),
            by: Some(person.cadre.id),
            name: Some(person.cadre.name.clone()),
            words: step.words().to_owned(),
            step: Some(step.clone()),
        });
    }

    fn card(&self, view: &View<'_>) -> Card {
        let row = &self.row;
        let kind = self.kind.as_ref();
        let state = row.state();
        let mut events = history::events(&self.happened, kind, view);
        let last = events.split_off(events.len().saturating_sub(LAST));
        let evidence = self.ground.evidence;
        let needs = kind.is_some_and(|kind| kind.evidence == Evidence::Needed);
        Card {
            due: items::due(row, view),
            kind: row.kind.clone(),
            measures: row.measures.clone(),
            unit: row.path.clone(),
            lead: row.lead_name.clone(),
            responsible: row.responsible.clone(),
            helpers: row.helpers.clone(),
            progress: row.progress.clone(),
            reviewed: state.reviewed,
            extension: state.extension.map(|asked| (asked.to, asked.why)),
            offered_to: self.offered_to.clone(),
            setbacks: state.setbacks,
            last,
            seen: self.happened.len(),
            evidence,
            lacks_evidence: needs && evidence == 0 && state.status.is_open(),
            may: self.may(),
            may_add: self.may_add(),
            may_publish: publication::can_publish(&self.row, &self.party, view),
        }
    }

    fn page(&self, top: Option<Top>, view: &View<'_>) -> Answer {
        Answer::Page {
            card: Box::new(self.card(view)),
            top,
        }
    }
}

/// The page of an item, for whoever may see it; to others a refusal, which is on record.
pub(super) async fn show(
    id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(looked) = look(id, "see", person, desk, view, outcome).await? else {
        return Ok(());
    };
    let page = looked.page(None, view);
    say(page, person, desk, view, outcome).await
}

/// A button of an item.
pub(super) async fn pressed(
    press: Press,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match press {
        Press::Show { item } => show(item, person, desk, view, outcome).await,
        Press::Step { item, verb } => {
            steps::pressed((item, verb, None), person, desk, view, outcome).await
        }
        Press::Seen { item, verb, seen } => {
            steps::pressed((item, verb, Some(seen)), person, desk, view, outcome).await
        }
        Press::Because {
            item,
            verb,
            reason,
            seen,
        } => {
            let claim = (item, verb, Some(seen));
            steps::because(claim, reason.kept(), person, desk, view, outcome).await
        }
        Press::History { item, page } => {
            history::show(item, page, person, desk, view, outcome).await
        }
        Press::Evidence { item } => material::show(item, person, desk, view, outcome).await,
        Press::Add { item } => material::ask(item, person, desk, view, outcome).await,
    }
}

/// The item, held until the transaction ends, so that of two who press at once the second sees what the first has
/// done.
async fn held(
    id: ItemId,
    action: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Looked>> {
    stored::hold(view.tx, id).await?;
    look(id, action, person, desk, view, outcome).await
}

/// There is no such item.
pub(super) fn gone() -> Notice {
    Notice::Item(Answer::Gone)
}

/// Whoever may not see it is told whose it is, and no more.
pub(super) fn hidden(row: &LedgerRow) -> Notice {
    let top = row.path.split('/').next().unwrap_or_default();
    Notice::Item(Answer::Hidden {
        no: row.no.clone(),
        unit: top.to_owned(),
    })
}

/// The item, if he may see it. If not he is told so, and what he tried is on record.
async fn look(
    id: ItemId,
    action: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Looked>> {
    let Some(row) = stored::by_id(view.tx, id).await? else {
        outcome.push(attempt(person, action, id, false));
        outcome.push(desk.say(gone()));
        return Ok(None);
    };
    let party = party::party(person, &row, view).await?;
    if !party.sees() {
        outcome.push(attempt(person, action, id, false));
        outcome.push(desk.say(hidden(&row)));
        return Ok(None);
    }
    let ground = party::ground(&row, view).await?;
    let happened = stored::history(view.tx, id).await?;
    let offered_to = match row.offered_to {
        Some(to) => unit::path_of(view.tx, UnitId(to)).await?,
        None => None,
    };
    Ok(Some(Looked {
        kind: view.service.campaign.kind(&row.kind).cloned(),
        row,
        party,
        ground,
        happened,
        offered_to,
    }))
}

/// Says it in the message whose button was pressed, if that is about items alone: a digest or a list keeps what
/// else it says.
async fn say(
    answer: Answer,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let turns = match desk.pressed {
        Some(message) => told_in(message, person.cadre.id, view)
            .await?
            .is_some_and(|notice| matches!(notice, Notice::Item(_))),
        None => false,
    };
    let notice = Notice::Item(answer);
    outcome.push(if turns {
        desk.turn_into(notice)
    } else {
        desk.say(notice)
    });
    Ok(())
}

/// What a message of ours says to him.
async fn told_in(message: i64, whom: CadreId, view: &mut View<'_>) -> Result<Option<Notice>> {
    let bot = view.update.bot();
    Ok(match outbox::said_in(view.tx, bot, whom, message).await? {
        Some(Payload::Letter { notice, .. }) => Some(notice),
        _ => None,
    })
}

/// The record of what somebody tried, or looked at.
fn attempt(person: &Person, action: &str, id: ItemId, allowed: bool) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: action.to_owned(),
        object: format!("item {id}"),
        allowed,
    }
}
