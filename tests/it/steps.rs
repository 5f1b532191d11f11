//! Random steps that the machine allows, stored one after the other: what the history tells, told again from the
//! beginning, is where the item stands.

use duban::domain::campaign::{ItemKind, Reviewer, Stage};
use duban::domain::ids::{CadreId, ItemId, UnitId};
use duban::domain::item::{Ground, Party, Reassigned, Role, State, Step, Verb, possible, take};
use duban::store::{cadre, item, unit};

use super::support::{Town, bases};

/// Numbers that look like chance and are the same each time (Knuth's MMIX generator).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

/// The people and units that take part.
struct Cast {
    people: Vec<(CadreId, String)>,
    units: Vec<UnitId>,
}

impl Cast {
    /// The step as somebody may say it on that day.
    fn says(&self, verb: Verb, state: &State, ground: &Ground, chance: &mut Chance) -> Step {
        let (person, name) = &self.people[chance.below(self.people.len())];
        let to = self.units[chance.below(self.units.len())];
        let words = || "说明".to_owned();
        if let Some(step) = verb.with(words()) {
            return step;
        }
        let later = match state.deadline {
            duban::domain::deadline::Deadline::On(day) => day.max(ground.today),
            _ => ground.today,
        } + chrono::TimeDelta::days(7);
        match verb {
            Verb::AskExtension => Step::AskExtension {
                to: later,
                why: words(),
            },
            Verb::HandUp => Step::HandUp { to, why: words() },
            Verb::TakeUp => Step::TakeUp {
                deadline: later,
                responsible: *person,
            },
            Verb::SendBack => Step::SendBack { why: words() },
            _ => Step::Reassign(Reassigned {
                unit: to,
                responsible: Some(*person),
                name: name.clone(),
                lead: None,
                lead_name: String::new(),
            }),
        }
    }
}

fn kind(town: &Town) -> ItemKind {
    ItemKind {
        stages: vec![Stage::Accept, Stage::Begin],
        review: vec![Reviewer::Superior, Reviewer::Supervision],
        extensions: 5,
        hand_up: true,
        ..town.books.campaign.kinds[0].clone()
    }
}

#[tokio::test]
async fn the_history_told_again_is_where_the_item_stands() {
    const ROLES: [Role; 7] = [
        Role::Responsible,
        Role::Lead,
        Role::Superior,
        Role::Supervision,
        Role::Liaison,
        Role::Office,
        Role::Taker,
    ];
    for base in bases().await {
        let town = Town::on(base).await;
        let kind = kind(&town);
        let mut tx = town.books.store.begin().await.expect("a transaction");
        let people = cadre::all(&mut tx).await.expect("people");
        let units = unit::ids(&mut tx).await.expect("units");
        let mut units: Vec<UnitId> = units.into_values().collect();
        units.sort_unstable();
        let cast = Cast {
            people: people
                .iter()
                .map(|one| (one.id, one.name.clone()))
                .collect(),
            units,
        };
        tx.commit().await.expect("an end");
        let rows: Vec<String> = (100..140)
            .map(|no| format!("{no},路灯不亮,,,,汪清县/春阳镇,周俊哲,三季度,,否\n"))
            .collect();
        town.imports_items(&rows.concat()).await;
        let mut tx = town.books.store.begin().await.expect("a transaction");
        let all = item::page(&mut tx, ItemId(0), 10_000).await.expect("items");
        let mut chance = Chance(20_140_303);
        let mut taken_in_all = std::collections::BTreeSet::new();
        let today = town.books.today();
        let now = town.books.clock.now();
        for row in &all {
            let id = ItemId(row.id);
            let first = row.state();
            for _ in 0..40 {
                let state = item::hold(&mut tx, id)
                    .await
                    .expect("an item")
                    .expect("an item")
                    .state();
                let who = chance.below(cast.people.len());
                let party = Party {
                    cadre: Some(cast.people[who].0),
                    roles: [ROLES[chance.below(ROLES.len())]].into(),
                };
                let ground = Ground {
                    today,
                    evidence: 1,
                    unit_above: true,
                };
                let open = possible(&state, &kind, &party, &ground);
                if open.is_empty() {
                    continue;
                }
                let verb = open[chance.below(open.len())];
                // What is given up goes no further: seldom.
                if verb == Verb::Cancel && chance.below(12) > 0 {
                    continue;
                }
                let step = cast.says(verb, &state, &ground, &mut chance);
                let taken = take(&state, &kind, step, &party, &ground)
                    .unwrap_or_else(|refusal| panic!("{verb:?}: {refusal:?}"));
                item::take(&mut tx, id, &taken, None, now)
                    .await
                    .expect("a step");
                taken_in_all.insert(verb);
            }
            let told = item::history(&mut tx, id).await.expect("a history");
            let stands = told
                .iter()
                .filter_map(|one| Some((one.step.as_ref()?, one.by)))
                .fold(first, |state, (step, by)| state.after(&kind, step, by));
            let kept = item::by_id(&mut tx, id).await.expect("an item");
            assert_eq!(
                kept.expect("an item").state(),
                stands,
                "{base:?} {}",
                row.no
            );
        }
        tx.commit().await.expect("a commit");
        assert_eq!(
            taken_in_all.into_iter().collect::<Vec<_>>(),
            {
                let mut all = Verb::ALL.to_vec();
                all.sort_unstable();
                all
            },
            "{base:?}: every step was taken"
        );
        town.closes().await;
    }
}
