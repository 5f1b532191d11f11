//! Whose account may be looked at, and what of it there is to see: one's own, or that of people whom one cares
//! for, each time as the grants and the roster say now. Each look at another's is on record.

use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use super::{office, personal};
use crate::domain::cadre::Cadre;
use crate::domain::ids::CadreId;
use crate::domain::notice::{Command, Notice};
use crate::domain::statement::{Answer, Somebody};
use crate::store::{Result, cadre};

/// People whom a question "which of them?" names.
const SHOWN: usize = 10;

/// Somebody whose account the person may see.
#[derive(Debug, Clone)]
pub(super) struct Whose {
    pub(super) cadre: Cadre,
    /// As buttons name him: `None` for the person himself.
    pub(super) of: Option<CadreId>,
}

/// Whose account is meant, if the person may see it; else the refusal is answered. `what` is tried on it: the
/// name that is kept on record.
pub(super) async fn whose(
    of: Option<CadreId>,
    what: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Whose>> {
    let Some(id) = of.filter(|id| *id != person.cadre.id) else {
        let cadre = person.cadre.clone();
        return Ok(Some(Whose { cadre, of: None }));
    };
    let scope = view.care_scope(person).await?;
    let cadre = cadre::by_id(view.tx, id).await?;
    let cadre = cadre.filter(|cadre| scope.covers(&cadre.unit_path));
    outcome.push(looked(what, format!("cadre {id}"), person, cadre.is_some()));
    if cadre.is_none() {
        outcome.push(desk.say(Notice::Denied));
    }
    Ok(cadre.map(|cadre| Whose {
        cadre,
        of: Some(id),
    }))
}

/// The record of a look.
pub(super) fn looked(what: &str, object: String, person: &Person, allowed: bool) -> Effect {
    Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: what.to_owned(),
        object,
        allowed,
    }
}

/// A button to somebody's account.
pub(super) async fn pressed(
    of: Option<CadreId>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Some(whose) = whose(of, "account", person, desk, view, outcome).await? {
        let notice = personal::statement(&whose, view).await?;
        outcome.push(desk.turn_into(notice));
    }
    Ok(())
}

/// `/account 姓名`
pub(super) async fn command(
    name: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Account, name, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    if name.is_empty() {
        outcome.push(desk.say(Notice::Statement(Answer::WhoseAccount)));
        return Ok(());
    }
    let mut found = cadre::named(view.tx, name, &scope).await?;
    // A whole name means its bearer, though it be part of others' too.
    if found.iter().any(|cadre| cadre.name == name) {
        found.retain(|cadre| cadre.name == name);
    }
    if let [cadre] = found.as_slice() {
        let of = Some(cadre.id).filter(|id| *id != person.cadre.id);
        let cadre = cadre.clone();
        let notice = personal::statement(&Whose { cadre, of }, view).await?;
        outcome.push(desk.say(notice));
        return Ok(());
    }
    let total = found.len();
    let people = found.iter().take(SHOWN).map(|cadre| Somebody {
        id: cadre.id,
        who: cadre.who(),
    });
    outcome.push(desk.say(Notice::Statement(Answer::People {
        name: name.to_owned(),
        people: people.collect(),
        total,
    })));
    Ok(())
}
