//! What has no responsible person is the nearest liaison's to answer for.

use std::collections::{BTreeMap, HashMap};

use crate::domain::ids::CadreId;
use crate::domain::item::Item;
use crate::domain::reach::{Liaison, upwards};

/// An item that no person of the roster is responsible for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The item.
    pub item: Item,
    /// Path of the unit responsible.
    pub unit: String,
}

/// To whom these items fall: each to all liaisons of the deepest unit around its own that has one who can be
/// reached. What has none is heard of by nobody here; its escalation ends at the office.
pub fn share(orphans: Vec<Orphan>, liaisons: &[Liaison]) -> BTreeMap<CadreId, Vec<Item>> {
    let mut of_unit: HashMap<&str, Vec<CadreId>> = HashMap::new();
    for liaison in liaisons.iter().filter(|liaison| liaison.reachable) {
        let there = of_unit.entry(&liaison.unit).or_default();
        if !there.contains(&liaison.cadre) {
            there.push(liaison.cadre);
        }
    }
    let mut shares: BTreeMap<CadreId, Vec<Item>> = BTreeMap::new();
    for orphan in orphans {
        let nearest = upwards(&orphan.unit).find_map(|unit| of_unit.get(unit));
        for liaison in nearest.into_iter().flatten() {
            let his = shares.entry(*liaison).or_default();
            his.push(orphan.item.clone());
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::deadline::Deadline;
    use crate::domain::ids::ItemId;
    use crate::domain::sample::item;

    #[test]
    fn what_is_nobodys_falls_to_the_nearest_liaison_who_can_be_reached() {
        let liaison = |id, unit: &str, reachable| Liaison {
            cadre: CadreId(id),
            unit: unit.to_owned(),
            reachable,
        };
        let liaisons = [
            liaison(1, "A", true),
            liaison(2, "A/B", true),
            liaison(3, "A/B", true),
            liaison(4, "A/B/C", false),
        ];
        let orphan = |id, unit: &str| {
            let mut item = item(Deadline::Immediate, "2014-03-03");
            item.id = ItemId(id);
            item.responsible = None;
            let unit = unit.to_owned();
            Orphan { item, unit }
        };
        let orphans = vec![
            orphan(1, "A/B/C"), // whose own liaison cannot be reached
            orphan(2, "A/D"),
            orphan(3, "AB"), // another tree
            orphan(4, "A"),
        ];
        let found: Vec<(i64, Vec<i64>)> = share(orphans, &liaisons)
            .into_iter()
            .map(|(cadre, items)| (cadre.0, items.iter().map(|item| item.id.0).collect()))
            .collect();
        assert_eq!(found, [(1, vec![2, 4]), (2, vec![1]), (3, vec![1])]);
    }
}
