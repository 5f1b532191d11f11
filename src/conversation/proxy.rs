//! For whom something is recorded and in whose hand: everybody for himself, whoever cares for people also for
//! them. Checked each time, against the grants as they are then.

use super::draft;
use super::office;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::cadre::Cadre;
use crate::domain::draft::{Answer, Chosen, Meant, meant};
use crate::domain::entry::Source;
use crate::domain::ids::CadreId;
use crate::domain::notice::{Command, Notice};
use crate::store::{Result, cadre};

/// People that a choice shows.
const SHOWN: usize = 8;

/// For whom it is recorded, and by whom.
#[derive(Debug, Clone)]
pub(super) struct Pen {
    /// For whom.
    pub(super) whom: Cadre,
    /// Who does it for him; `None`: he himself.
    pub(super) by: Option<CadreId>,
}

impl Pen {
    /// Everybody for himself.
    pub(super) fn own(person: &Person) -> Self {
        Self {
            whom: person.cadre.clone(),
            by: None,
        }
    }

    /// For whom, if for another.
    pub(super) fn chosen(&self) -> Option<Chosen> {
        self.by.map(|_| chosen(&self.whom))
    }

    /// How an entry comes that is recorded with it.
    pub(super) const fn source(&self, own: Source) -> Source {
        match self.by {
            None => own,
            Some(_) => Source::Proxy,
        }
    }
}

/// The person as a button can name him.
pub(super) fn chosen(cadre: &Cadre) -> Chosen {
    Chosen {
        id: cadre.id,
        who: cadre.who(),
    }
}

/// The pen for somebody (`None`: for whoever asks); without one he has been answered that he may not.
pub(super) async fn pen(
    whom: Option<CadreId>,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<Option<Pen>> {
    let Some(whom) = whom.filter(|id| *id != person.cadre.id) else {
        return Ok(Some(Pen::own(person)));
    };
    let scope = view.care_scope(person).await?;
    let found = cadre::by_id(view.tx, whom).await?;
    let covered = found.filter(|cadre| cadre.active && scope.covers(&cadre.unit_path));
    if covered.is_none() {
        denied("proxy", &format!("cadre {whom}"), person, desk, outcome);
    }
    Ok(covered.map(|whom| Pen {
        whom,
        by: Some(person.cadre.id),
    }))
}

/// A polite no to what is not his, and the record of the attempt.
pub(super) fn denied(
    action: &str,
    object: &str,
    person: &Person,
    desk: &Desk,
    outcome: &mut Outcome,
) {
    outcome.push(Effect::Audit {
        account: person.account,
        cadre: Some(person.cadre.id),
        action: action.to_owned(),
        object: object.to_owned(),
        allowed: false,
    });
    outcome.push(desk.say(Notice::Denied));
}

/// `/proxy 姓名`: record for somebody of one's own scope.
pub(super) async fn command(
    name: &str,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let scope = view.care_scope(person).await?;
    let allowed = !scope.is_empty();
    outcome.push(office::attempt(desk, Command::Proxy, name, allowed));
    if !allowed {
        outcome.push(desk.say(Notice::Denied));
        return Ok(());
    }
    if name.is_empty() {
        outcome.push(desk.say(Notice::Draft(Answer::WhomWhat)));
        return Ok(());
    }
    let found = cadre::named(view.tx, name, &scope).await?;
    let several = match meant(&found, name, &person.cadre) {
        Meant::One(one) => {
            let whom = Some(one.id);
            return draft::begin(whom, person, desk, view, outcome).await;
        }
        Meant::Several(several) => several,
        Meant::Nobody => Vec::new(),
    };
    outcome.push(desk.say(Notice::Draft(Answer::Whom {
        name: name.to_owned(),
        total: several.len(),
        people: several.into_iter().take(SHOWN).map(chosen).collect(),
    })));
    Ok(())
}
