//! What a person may always see: his own account.

use super::outcome::Outcome;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::leave;
use crate::domain::notice::Notice;
use crate::store::Result;

/// `/me`: a line for each duty that he owes or has done something of.
pub(super) async fn me(
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let service = view.service;
    let mut standings = Vec::new();
    for duty in &service.campaign.duties {
        let standing = view.standing(&person.cadre, duty, &[]).await?;
        if standing.target.is_some() || standing.counted.0 > 0 {
            standings.push(standing);
        }
    }
    let open_items = view.items_to_do(&person.cadre).await?;
    let leaves = view.leaves(&person.cadre).await?;
    let leaves: Vec<_> = leaves.iter().map(|standing| standing.leave).collect();
    let who = person.cadre.who();
    outcome.push(desk.say(Notice::Me {
        who,
        standings,
        open_items,
        leave: leave::coming(&leaves, view.today),
    }));
    Ok(())
}
