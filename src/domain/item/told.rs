//! Who is told of a step in his next digest: whom the item concerns, but never who took it, and nobody twice.

use std::collections::BTreeSet;

use super::machine::Taken;
use super::state::State;
use super::step::Verb;
use crate::domain::ids::CadreId;

/// Whom to tell of a step: of what `before` was, and who asked for what it answers, if it answers anything.
/// That somebody has taken it on or begun is on the item's page, and no news.
pub fn told(before: &State, taken: &Taken, asker: Option<CadreId>) -> BTreeSet<CadreId> {
    let after = taken.after();
    let whom = match taken.step().verb() {
        Verb::Accept | Verb::Begin => vec![],
        Verb::Report | Verb::Submit | Verb::Withdraw | Verb::AskExtension | Verb::HandUp => {
            vec![before.responsible, before.lead]
        }
        Verb::Approve | Verb::Return | Verb::Reopen | Verb::Cancel => {
            vec![before.responsible, before.lead, before.submitted_by]
        }
        Verb::Grant | Verb::Refuse | Verb::SendBack => {
            vec![before.responsible, before.lead, asker]
        }
        Verb::TakeUp => vec![before.responsible, before.lead, asker, after.responsible],
        Verb::Reassign => vec![
            before.responsible,
            before.lead,
            after.responsible,
            after.lead,
        ],
    };
    whom.into_iter()
        .flatten()
        .filter(|cadre| Some(*cadre) != taken.by())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::campaign::ItemKind;
    use crate::domain::deadline::Deadline;
    use crate::domain::ids::UnitId;
    use crate::domain::item::{Extension, Ground, Party, Reassigned, Role, Status, Step, take};
    use crate::domain::sample::{campaign, day};

    const RESPONSIBLE: CadreId = CadreId(1);
    const LEAD: CadreId = CadreId(2);
    const OFFICE: CadreId = CadreId(5);
    const ASKER: CadreId = CadreId(6);

    fn state(status: Status) -> State {
        let due = Deadline::On(day("2014-03-21"));
        let mut state = State::assigned(UnitId(3), Some(RESPONSIBLE), Some(LEAD), due);
        state.status = status;
        state
    }

    fn kind() -> ItemKind {
        campaign().kinds[0].clone()
    }

    /// Whom that step tells, by that person in that role.
    fn tells(before: &State, step: Step, by: CadreId, role: Role) -> Vec<i64> {
        let party = Party {
            cadre: Some(by),
            roles: [role].into(),
        };
        let ground = Ground {
            today: day("2014-03-04"),
            evidence: 1,
            unit_above: true,
        };
        let taken = take(before, &kind(), step, &party, &ground).unwrap();
        let whom = told(before, &taken, Some(ASKER));
        whom.into_iter().map(|cadre| cadre.0).collect()
    }

    #[test]
    fn who_it_concerns_is_told_but_never_who_did_it() {
        let why = || "没有照片".to_owned();
        let open = state(Status::Assigned);
        let mut sent = state(Status::Submitted);
        sent.submitted_by = Some(CadreId(9));
        let mut asked = state(Status::Assigned);
        asked.extension = Some(Extension {
            to: day("2014-07-15"),
            why: why(),
        });
        let submit = Step::Submit { words: why() };
        assert_eq!(tells(&open, submit, RESPONSIBLE, Role::Responsible), [2]);
        let report = Step::Report { words: why() };
        assert_eq!(tells(&open, report, CadreId(7), Role::Helper), [1, 2]);
        let back = || Step::Return { why: why() };
        assert_eq!(tells(&sent, back(), OFFICE, Role::Office), [1, 2, 9]);
        assert_eq!(tells(&asked, Step::Grant, OFFICE, Role::Office), [1, 2, 6]);
        assert_eq!(tells(&asked, Step::Grant, LEAD, Role::Lead), [1, 6]);
    }

    #[test]
    fn a_reassignment_is_told_to_the_old_and_to_the_new_and_to_nobody_twice() {
        let step = Step::Reassign(Reassigned {
            unit: UnitId(3),
            responsible: Some(CadreId(8)),
            name: "金成国".to_owned(),
            lead: Some(LEAD),
            lead_name: "李强".to_owned(),
        });
        let open = state(Status::Assigned);
        assert_eq!(tells(&open, step, OFFICE, Role::Office), [1, 2, 8]);
    }

    #[test]
    fn that_it_is_taken_on_is_no_news() {
        let mut kind = kind();
        kind.stages = vec![crate::domain::campaign::Stage::Accept];
        let before = state(Status::Assigned);
        let party = Party {
            cadre: Some(RESPONSIBLE),
            roles: [Role::Responsible].into(),
        };
        let ground = Ground {
            today: day("2014-03-04"),
            evidence: 0,
            unit_above: true,
        };
        let taken = take(&before, &kind, Step::Accept, &party, &ground).unwrap();
        assert!(told(&before, &taken, None).is_empty());
    }
}
