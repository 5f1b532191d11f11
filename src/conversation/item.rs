//! An item's page, and every step of it.

use super::items;
use super::outcome::Outcome;
use super::router::Desk;
use super::view::{Person, View};
use crate::domain::ids::ItemId;
use crate::store::Result;

/// The page of an item, for whoever may see it; to others a refusal, which is on record.
pub(super) async fn show(
    _id: ItemId,
    person: &Person,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    items::tasks(person, desk, view, outcome).await
}
