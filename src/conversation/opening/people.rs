//! Who can have a part in a new item: of the unit, to do it; of its county, to lead it.

use super::{named, whom};
use crate::conversation::party::is_head;
use crate::conversation::view::{Person, View};
use crate::domain::cadre::Cadre;
use crate::domain::draft::county;
use crate::domain::grant::Scope;
use crate::domain::ids::CadreId;
use crate::domain::item::draft::{Ask, Draft, Offer, Trouble, Whom};
use crate::store::{Result, cadre};

/// People of a unit that are looked through for its head.
const LOOKED_AT: i64 = 200;

/// People offered as buttons.
pub(super) const OFFERED: usize = 8;

/// Who is offered: the reader himself, the heads of the unit, and nobody.
pub(super) async fn offered(
    ask: Ask,
    draft: &Draft,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Vec<Offer>> {
    let mut offers = Vec::new();
    if let Some((unit, path)) = &draft.unit {
        let campaign = &view.service.campaign;
        let mut people = cadre::of_unit(view.tx, *unit, LOOKED_AT).await?;
        people.retain(|cadre| cadre.id == person.cadre.id || is_head(campaign, &cadre.traits));
        if ask == Ask::Lead && scope(ask, path).covers(&person.cadre.unit_path) {
            people.push(person.cadre.clone());
            people.dedup_by_key(|cadre| cadre.id);
        }
        people.truncate(OFFERED);
        offers.extend(people.iter().map(|cadre| offer(cadre, person)));
    }
    offers.push(Offer::Nobody);
    Ok(offers)
}

/// A person as he is offered.
pub(super) fn offer(cadre: &Cadre, person: &Person) -> Offer {
    Offer::Person {
        cadre: cadre.id,
        who: cadre.who(),
        himself: cadre.id == person.cadre.id,
    }
}

/// The part of the tree whose people can have that part.
pub(super) fn scope(ask: Ask, path: &str) -> Scope {
    let top = if ask == Ask::Lead { county(path) } else { path };
    Scope::Units(vec![top.to_owned()])
}

/// The person of a button, if he can have that part.
pub(super) async fn one(
    ask: Ask,
    id: CadreId,
    draft: &Draft,
    person: &Person,
    view: &mut View<'_>,
) -> Result<Option<Whom>> {
    let Some((_, path)) = &draft.unit else {
        return Ok(None);
    };
    let found = cadre::by_id(view.tx, id).await?;
    Ok(found
        .filter(|cadre| cadre.active)
        .filter(|cadre| cadre.id == person.cadre.id || scope(ask, path).covers(&cadre.unit_path))
        .map(|cadre| whom(&cadre)))
}

/// Who is meant by a name, or what is to be said and offered.
pub(super) async fn meant(
    ask: Ask,
    name: &str,
    path: &str,
    person: &Person,
    view: &mut View<'_>,
) -> Result<std::result::Result<Whom, (Trouble, Vec<Offer>)>> {
    let found = named(name, &scope(ask, path), view).await?;
    Ok(match found.as_slice() {
        [] if name == person.cadre.name => Ok(whom(&person.cadre)),
        [] => Err((
            Trouble::Nobody {
                name: name.to_owned(),
            },
            Vec::new(),
        )),
        [one] => Ok(whom(one)),
        several => Err((
            Trouble::Several {
                name: name.to_owned(),
            },
            several
                .iter()
                .take(OFFERED)
                .map(|cadre| offer(cadre, person))
                .collect(),
        )),
    })
}
