use super::*;

use crate::domain::campaign::{Campaign, Evidence};
use crate::domain::ids::UnitId;
use crate::domain::item::Reassigned;
use crate::domain::sample::{campaign, day};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A kind that has everything: a superior, then the supervision group looks at it (S9).
fn kind() -> ItemKind {
    let campaign: Campaign = campaign();
    ItemKind {
        stages: vec![Stage::Accept, Stage::Begin],
        review: vec![Reviewer::Superior, Reviewer::Supervision],
        extensions: 1,
        hand_up: true,
        ..campaign.kinds[0].clone()
    }
}

fn state() -> State {
    let (village, due) = (UnitId(3), Deadline::On(day("2014-03-21")));
    State::assigned(village, Some(CadreId(1)), Some(CadreId(2)), due)
}

fn party(who: i64, roles: &[Role]) -> Party {
    Party {
        cadre: Some(CadreId(who)),
        roles: roles.iter().copied().collect(),
    }
}

const GROUND: Ground = Ground {
    today: NaiveDate::from_ymd_opt(2014, 3, 4).unwrap(),
    evidence: 0,
    unit_above: true,
};

fn why(text: &str) -> String {
    text.to_owned()
}

/// Each step as somebody may say it.
fn said(verb: Verb) -> Step {
    match verb {
        Verb::Submit => Step::Submit { words: why("") },
        Verb::Accept => Step::Accept,
        Verb::Begin => Step::Begin,
        Verb::Report => Step::Report {
            words: why("已清退2辆"),
        },
        Verb::AskExtension => Step::AskExtension {
            to: day("2014-07-15"),
            why: why("资金未到位"),
        },
        Verb::HandUp => Step::HandUp {
            to: UnitId(2),
            why: why("村里解决不了"),
        },
        Verb::Withdraw => Step::Withdraw,
        Verb::Approve => Step::Approve { remark: why("") },
        Verb::Return => Step::Return {
            why: why("没有附照片"),
        },
        Verb::Grant => Step::Grant,
        Verb::Refuse => Step::Refuse { why: why("") },
        Verb::TakeUp => Step::TakeUp {
            deadline: day("2014-05-30"),
            responsible: CadreId(7),
        },
        Verb::SendBack => Step::SendBack {
            why: why("村里能办"),
        },
        Verb::Reassign => Step::Reassign(Reassigned {
            unit: UnitId(3),
            responsible: Some(CadreId(1)),
            name: why("周俊哲"),
            lead: Some(CadreId(2)),
            lead_name: why("李强"),
        }),
        Verb::Reopen => Step::Reopen { why: why("反弹") },
        Verb::Cancel => Step::Cancel { why: why("重复") },
    }
}

/// The cast: who may take which steps, whatever the state.
fn cast() -> Vec<(Party, Vec<Verb>)> {
    use Verb as V;
    let does = vec![
        V::Accept,
        V::Begin,
        V::Report,
        V::Submit,
        V::AskExtension,
        V::HandUp,
    ];
    vec![
        (
            party(1, &[Role::Responsible]),
            [does, vec![V::Withdraw]].concat(),
        ),
        (
            party(2, &[Role::Lead]),
            vec![V::Reassign, V::Grant, V::Refuse],
        ),
        (
            party(3, &[Role::Superior]),
            vec![V::Approve, V::Return, V::Grant, V::Refuse, V::Reopen],
        ),
        (
            party(4, &[Role::Supervision]),
            vec![V::Approve, V::Return, V::Reopen],
        ),
        (
            party(5, &[Role::Office]),
            vec![
                V::Approve,
                V::Return,
                V::Grant,
                V::Refuse,
                V::Reopen,
                V::Cancel,
                V::Reassign,
            ],
        ),
        (party(6, &[Role::Taker]), vec![V::TakeUp, V::SendBack]),
        (party(8, &[Role::Onlooker]), vec![]),
        (party(9, &[]), vec![]),
    ]
}

/// The plain reference: a table from where an item stands and what happens to where it stands then. The first
/// letter: n(ew), a(ccepted), w(orking), s(ubmitted), c(losed), x (cancelled); then the number of links passed;
/// `e` if an extension waits, `u` if it is offered to the unit above.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Plain {
    at: char,
    passed: u8,
    asked: bool,
    offered: bool,
    asks_left: u8,
    setbacks: u32,
}

impl Plain {
    fn moved(&self, verb: Verb, by: i64) -> Option<Self> {
        use Verb as V;
        let open = "naw".contains(self.at);
        let free = open && !self.offered;
        let next = |at: char| Self { at, ..self.clone() };
        Some(match verb {
            V::Accept if free && self.at == 'n' => next('a'),
            V::Begin if free && self.at != 'w' => next('w'),
            V::Report if open => next('w'),
            V::Submit if free => Self {
                passed: 0,
                asked: false,
                ..next('s')
            },
            V::AskExtension if free && !self.asked && self.asks_left > 0 => Self {
                asked: true,
                asks_left: self.asks_left - 1,
                ..self.clone()
            },
            V::Grant | V::Refuse if open && self.asked => Self {
                asked: false,
                ..self.clone()
            },
            V::HandUp if free => Self {
                offered: true,
                ..self.clone()
            },
            V::TakeUp if open && self.offered => Self {
                offered: false,
                asked: false,
                ..next('a')
            },
            V::SendBack if open && self.offered => Self {
                offered: false,
                ..self.clone()
            },
            V::Reassign if free => Self {
                asked: false,
                ..next('n')
            },
            V::Withdraw if self.at == 's' && self.passed == 0 => next('w'),
            // The superior is the first link, the group the second; the office stands in for either.
            V::Approve
                if self.at == 's'
                    && (self.passed == 0 && by == 3 || self.passed == 1 && by == 4 || by == 5) =>
            {
                let passed = self.passed + 1;
                Self {
                    passed,
                    ..next(if passed == 2 { 'c' } else { 's' })
                }
            }
            V::Return
                if self.at == 's'
                    && (self.passed == 0 && by == 3 || self.passed == 1 && by == 4 || by == 5) =>
            {
                Self {
                    passed: 0,
                    setbacks: self.setbacks + 1,
                    ..next('w')
                }
            }
            V::Reopen if self.at == 'c' => Self {
                passed: 0,
                setbacks: self.setbacks + 1,
                ..next('w')
            },
            V::Cancel if !"cx".contains(self.at) => Self {
                asked: false,
                offered: false,
                ..next('x')
            },
            _ => return None,
        })
    }

    fn of(state: &State, kind: &ItemKind) -> Self {
        Self {
            at: match state.status {
                Status::Assigned => 'n',
                Status::Accepted => 'a',
                Status::UnderWay => 'w',
                Status::Submitted => 's',
                Status::Closed => 'c',
                Status::Cancelled => 'x',
            },
            passed: u8::try_from(state.reviewed).unwrap(),
            asked: state.extension.is_some(),
            offered: state.offered_to.is_some(),
            asks_left: u8::try_from(kind.extensions - state.extensions).unwrap(),
            setbacks: state.setbacks,
        }
    }
}

proptest! {
    #[test]
    fn any_sequence_of_steps_by_anybody_goes_as_the_plain_table_says(
        tries in prop::collection::vec((0..16usize, 0..8usize), 1..60)
    ) {
        let (kind, cast) = (kind(), cast());
        let mut state = state();
        let mut plain = Plain::of(&state, &kind);
        for (verb, who) in tries {
            let verb = Verb::ALL[verb];
            let (mut party, his) = cast[who].clone();
            // Whoever took it up is responsible from then on, and the one before is not.
            if state.responsible == Some(CadreId(7)) && who == 0 {
                party.cadre = Some(CadreId(7));
            }
            let expected = his
                .contains(&verb)
                .then(|| plain.moved(verb, party.cadre.unwrap().0))
                .flatten();
            let found = take(&state, &kind, said(verb), &party, &GROUND);
            let open = possible(&state, &kind, &party, &GROUND);
            prop_assert_eq!(found.is_ok(), expected.is_some(), "{:?} by {:?} at {:?}", verb, party, state);
            prop_assert_eq!(open.contains(&verb), found.is_ok(), "the buttons say what can be done");
            match found {
                Ok(taken) => {
                    state = taken.after().clone();
                    plain = expected.unwrap();
                    prop_assert_eq!(&Plain::of(&state, &kind), &plain);
                }
                Err(refusal) => prop_assert_eq!(refusal.possible, open),
            }
        }
    }
}

#[test]
fn nobody_strikes_off_what_he_did_or_declared_done() {
    let kind = ItemKind {
        review: vec![Reviewer::Lead],
        ..kind()
    };
    let submitted = |by: i64| State {
        status: Status::Submitted,
        submitted_by: Some(CadreId(by)),
        ..state()
    };
    let approve = || Step::Approve {
        remark: String::new(),
    };
    let tried = |state: &State, party: &Party| take(state, &kind, approve(), party, &GROUND);
    // The lead who is responsible himself, or who declared it done for another, leaves it to the office.
    for (state, who, roles) in [
        (submitted(1), 1, vec![Role::Responsible, Role::Lead]),
        (submitted(2), 2, vec![Role::Lead]),
        (submitted(5), 5, vec![Role::Office]),
        (submitted(6), 1, vec![Role::Office]),
    ] {
        let refused = tried(&state, &party(who, &roles)).unwrap_err();
        assert_eq!(refused.why, Why::Own, "{who}");
        assert!(!refused.possible.contains(&Verb::Approve));
    }
    let closed = tried(&submitted(1), &party(2, &[Role::Lead])).unwrap();
    assert_eq!(
        (closed.after().status, closed.by()),
        (Status::Closed, Some(CadreId(2)))
    );
    let stranger = tried(&submitted(1), &party(9, &[])).unwrap_err();
    assert_eq!((stranger.why, stranger.possible), (Why::NotYours, vec![]));
}

#[test]
fn what_is_not_said_well_is_refused() {
    let (kind, him) = (kind(), party(1, &[Role::Responsible]));
    let asked = |to: &str, why: &str| Step::AskExtension {
        to: day(to),
        why: why.to_owned(),
    };
    for (what, step, expected) in [
        ("not later", asked("2014-03-21", "忙"), Why::NotLater),
        ("without a reason", asked("2014-04-21", "  "), Why::NoReason),
        (
            "nothing told",
            Step::Report {
                words: String::new(),
            },
            Why::NoReason,
        ),
        (
            "handed up without a reason",
            Step::HandUp {
                to: UnitId(2),
                why: String::new(),
            },
            Why::NoReason,
        ),
    ] {
        let found = take(&state(), &kind, step, &him, &GROUND);
        assert_eq!(found.unwrap_err().why, expected, "{what}");
    }
    let asks = |state: &State| take(state, &kind, asked("2014-04-21", "忙"), &him, &GROUND);
    let ongoing = State {
        deadline: Deadline::Ongoing,
        ..state()
    };
    assert_eq!(asks(&ongoing).unwrap_err().why, Why::NoDeadline);
    let once = State {
        extensions: 1,
        ..state()
    };
    assert_eq!(asks(&once).unwrap_err().why, Why::TooOften { most: 1 });
    let needs = ItemKind {
        evidence: Evidence::Needed,
        ..kind.clone()
    };
    let submit = |evidence| {
        let ground = Ground { evidence, ..GROUND };
        take(&state(), &needs, said(Verb::Submit), &him, &ground)
    };
    assert_eq!(submit(0).unwrap_err().why, Why::NoEvidence);
    assert!(submit(1).is_ok());
    let top = Ground {
        unit_above: false,
        ..GROUND
    };
    let up = take(&state(), &kind, said(Verb::HandUp), &him, &top);
    assert_eq!(up.unwrap_err().why, Why::NoUnitAbove);
}

#[test]
fn a_kind_has_the_stages_it_names_and_a_poll_closes_for_the_program() {
    let plain = ItemKind {
        stages: vec![],
        review: vec![Reviewer::Members],
        extensions: 0,
        hand_up: false,
        ..kind()
    };
    let him = party(1, &[Role::Responsible]);
    let verbs = possible(&state(), &plain, &him, &GROUND);
    assert_eq!(verbs, [Verb::Submit, Verb::Report]);
    let submitted = take(&state(), &plain, said(Verb::Submit), &him, &GROUND).unwrap();
    let program = Party::default();
    let closed = take(
        submitted.after(),
        &plain,
        said(Verb::Approve),
        &program,
        &GROUND,
    )
    .unwrap();
    assert_eq!((closed.after().status, closed.by()), (Status::Closed, None));
    // Not even the program can do what the kind has not.
    let begun = take(&state(), &plain, Step::Begin, &program, &GROUND);
    assert!(begun.is_err());
}

#[test]
fn every_step_has_its_own_letter_and_name() {
    let codes: BTreeSet<char> = Verb::ALL.iter().map(|verb| verb.code()).collect();
    let names: BTreeSet<&str> = Verb::ALL.iter().map(|verb| verb.name()).collect();
    assert_eq!((codes.len(), names.len()), (16, 16));
    for verb in Verb::ALL {
        assert_eq!(Verb::from_code(verb.code()), Some(verb));
        assert_eq!(said(verb).verb(), verb);
        let json = serde_json::to_string(&said(verb)).unwrap();
        assert_eq!(serde_json::from_str::<Step>(&json).unwrap(), said(verb));
    }
}
