//! What somebody is to an item, looked up each time he asks or presses.

use super::view::{Person, View};
use crate::domain::campaign::{Campaign, is_within};
use crate::domain::grant::{Role as Given, Scope};
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Ground, Party, Role};
use crate::store::item::LedgerRow;
use crate::store::{Result, evidence, grant, item, unit};

/// What the person is to the item.
pub(super) async fn party(person: &Person, row: &LedgerRow, view: &mut View<'_>) -> Result<Party> {
    let him = person.cadre.id;
    let grants = grant::of(view.tx, him).await?;
    let scope = |role| Scope::of(&grants, role);
    let (liaison, office) = (scope(Given::Liaison), scope(Given::Office));
    let is_head = is_head(&view.service.campaign, &person.cadre.traits);
    let heads = |path: &str| is_head && person.cadre.unit_path == path;
    let mut party = Party {
        cadre: Some(him),
        ..Party::default()
    };
    let mut be = |role, holds: bool| {
        if holds {
            party.roles.insert(role);
        }
    };
    let is = |id: Option<i64>| id.map(CadreId) == Some(him);
    let cares = liaison.covers(&row.path);
    be(Role::Responsible, is(row.responsible_id));
    // A unit that named nobody answers through its liaison.
    be(Role::Responsible, row.responsible_id.is_none() && cares);
    be(Role::Lead, is(row.lead_id));
    be(Role::Opener, is(row.opened_by));
    be(Role::Liaison, cares);
    be(Role::Head, heads(&row.path));
    be(
        Role::Supervision,
        scope(Given::Supervision).covers(&row.path),
    );
    be(Role::Office, office.covers(&row.path));
    if let Some((above, _)) = row.path.rsplit_once('/') {
        be(Role::Superior, heads(above) || liaison.covers(above));
    }
    // Of what comes up to him as head of the nearest unit around it (S17) he sees the page.
    be(
        Role::Onlooker,
        is_head && is_within(&row.path, &person.cadre.unit_path),
    );
    let id = ItemId(row.id);
    be(Role::Helper, item::helps(view.tx, id, him).await?);
    if let Some(path) = match row.offered_to {
        Some(to) => unit::path_of(view.tx, UnitId(to)).await?,
        None => None,
    } {
        let takes = heads(&path) || liaison.covers(&path) || office.covers(&path);
        be(Role::Taker, takes);
    }
    for (path, from) in item::handed_from(view.tx, id).await? {
        let saw = from == Some(him) || heads(&path) || liaison.covers(&path);
        be(Role::Onlooker, saw);
    }
    Ok(party)
}

/// What else decides whether a step can be taken.
pub(super) async fn ground(row: &LedgerRow, view: &mut View<'_>) -> Result<Ground> {
    Ok(Ground {
        today: view.today,
        evidence: evidence::count_of_item(view.tx, ItemId(row.id)).await?,
        unit_above: row.path.contains('/'),
    })
}

/// Whether somebody with these traits answers for his unit (S17).
pub(super) fn is_head(campaign: &Campaign, traits: &[String]) -> bool {
    campaign
        .traits
        .iter()
        .any(|known| known.head_of_unit && traits.contains(&known.id))
}
