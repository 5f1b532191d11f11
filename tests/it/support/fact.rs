//! Entries as other flows record them, put into the database without going through those.

use duban::conversation::outcome::NewEntry;
use duban::domain::amount::Amount;
use duban::domain::entry::{Event, Source};
use duban::domain::ids::{CadreId, EntryId, UpdateId};
use duban::store::{cadre, entry};

use super::Town;

impl Town {
    /// The row of somebody of the roster.
    pub(crate) async fn id_of(&self, name: &str) -> CadreId {
        let mut tx = self.books.store.read().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        tx.commit().await.expect("an end");
        let person = people.into_iter().find(|person| person.name == name);
        person.expect(name).id
    }

    /// Records so many thousandths of a duty of a day, changed as wished, and what became of it: the event, by
    /// whom and why.
    pub(crate) async fn fact(
        &self,
        name: &str,
        duty: &str,
        on: &str,
        amount: i64,
        change: impl FnOnce(&mut NewEntry),
        events: &[(Event, &str, &str)],
    ) -> EntryId {
        let campaign = &self.books.campaign;
        let (id, duty) = (self.id_of(name).await, campaign.duty(duty).expect("a duty"));
        let mut new = NewEntry::of(id, duty, on.parse().expect("a day"), Source::Text);
        new.amount = Amount(amount);
        change(&mut new);
        let mut by = Vec::with_capacity(events.len());
        for (_, name, _) in events {
            by.push(self.id_of(name).await);
        }
        let now = self.books.clock.now();
        let mut tx = self.books.store.begin().await.expect("a transaction");
        let entry = entry::insert(&mut tx, &new, UpdateId(1), now)
            .await
            .expect("an entry");
        for ((event, _, reason), by) in events.iter().zip(by) {
            let is_new = entry::happened(&mut tx, entry, *event, by, reason, now).await;
            assert!(is_new.expect("an event"), "{event:?}");
        }
        tx.commit().await.expect("a commit");
        entry
    }
}
