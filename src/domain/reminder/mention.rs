//! What a reminder says of an item besides its line: which reminder it is, what can be done, what comes next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::steps_from;
use crate::domain::calendar::Calendar;
use crate::domain::campaign::{ItemKind, Stage, Superior};
use crate::domain::deadline::Deadline;
use crate::domain::item::{Item, Status, Verb};
use crate::domain::mute;

/// A superior hears of it so soon that it is worth saying, in work days.
const SOON: i64 = 2;

/// What a reminder says of an item besides its line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mention {
    /// Kind id.
    #[serde(default)]
    pub kind: String,
    /// Which reminder this is since it is overdue, from 1; 0: it is not.
    #[serde(default)]
    pub times: u32,
    /// What its reader may do with it now.
    #[serde(default)]
    pub steps: Vec<Verb>,
    /// 牵头领导 as written; may be empty.
    #[serde(default)]
    pub lead: String,
    /// Who hears of it soon.
    #[serde(default)]
    pub rise: Option<Rise>,
    /// Work days for which he may have it silent; 0: not at all.
    #[serde(default)]
    pub mute: u32,
    /// Nobody in person is responsible: it is his as liaison.
    #[serde(default)]
    pub nobodys: bool,
}

/// That somebody hears of it soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rise {
    /// Who.
    pub to: Superior,
    /// After so many work days.
    pub within: u32,
}

/// What the reminder says that is sent today.
pub fn mention(item: &Item, kind: &ItemKind, calendar: &Calendar, today: NaiveDate) -> Mention {
    let overdue = item.is_overdue(today);
    Mention {
        kind: kind.id.clone(),
        times: if overdue {
            item.reminded.saturating_add(1)
        } else {
            0
        },
        steps: steps(item, kind),
        lead: item.lead.clone(),
        rise: rise(item, kind, calendar, today),
        mute: if overdue { 0 } else { mute::offered(kind) },
        nobodys: item.responsible.is_none(),
    }
}

/// The steps worth a button of whoever is responsible, by its kind and where it stands. Whether one may be taken
/// is the machine's to say when it is pressed.
fn steps(item: &Item, kind: &ItemKind) -> Vec<Verb> {
    let accept = item.status == Status::Assigned && kind.has(Stage::Accept);
    let later = kind.extensions > 0 && matches!(item.deadline, Deadline::On(_));
    [
        (Verb::Submit, item.status.is_open()),
        (Verb::Accept, accept),
        (Verb::AskExtension, later && item.status.is_open()),
        (Verb::Report, item.status.is_open()),
    ]
    .into_iter()
    .filter_map(|(verb, now)| now.then_some(verb))
    .collect()
}

/// The first rung of its escalation, if that comes within two work days (S17). What came back begins higher up, and
/// what names no lead passes him over: of those nothing is foretold.
fn rise(item: &Item, kind: &ItemKind, calendar: &Calendar, today: NaiveDate) -> Option<Rise> {
    let Deadline::On(deadline) = item.deadline else {
        return None;
    };
    let first = kind.escalation.first()?;
    let nobody = first.to == Superior::Lead && item.lead.trim().is_empty();
    if nobody || item.setbacks > 0 || !item.is_overdue(today) {
        return None;
    }
    let late = steps_from(calendar, calendar.on_or_before(deadline), today);
    let left = i64::from(first.after) - late;
    (1..=SOON).contains(&left).then_some(Rise {
        to: first.to,
        within: u32::try_from(left).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::campaign::Rung;
    use crate::domain::sample::{calendar, campaign, day, item};

    fn kind() -> ItemKind {
        let mut kind = campaign().kind("rectification").unwrap().clone();
        kind.stages = vec![Stage::Accept];
        kind.extensions = 1;
        kind.longest_mute = 5;
        kind.escalation = vec![Rung {
            to: Superior::Lead,
            after: 3,
        }];
        kind
    }

    #[test]
    fn a_reminder_counts_and_offers_what_is_possible() {
        let (kind, calendar) = (kind(), calendar());
        let mut late = item(Deadline::On(day("2014-02-27")), "2014-02-11");
        late.reminded = 2;
        let said = mention(&late, &kind, &calendar, day("2014-03-03"));
        assert_eq!((said.times, said.mute, said.nobodys), (3, 0, false));
        let all = [Verb::Submit, Verb::Accept, Verb::AskExtension, Verb::Report];
        assert_eq!(said.steps, all);
        let mut ongoing = item(Deadline::Ongoing, "2014-02-11");
        ongoing.status = Status::Accepted;
        ongoing.responsible = None;
        let said = mention(&ongoing, &kind, &calendar, day("2014-03-03"));
        assert_eq!((said.times, said.mute, said.nobodys), (0, 3, true));
        assert_eq!(said.steps, [Verb::Submit, Verb::Report]);
        let mut twice = kind.clone();
        twice.longest_mute = 2;
        assert_eq!(
            mention(&ongoing, &twice, &calendar, day("2014-03-03")).mute,
            2
        );
        twice.longest_mute = 0;
        assert_eq!(
            mention(&ongoing, &twice, &calendar, day("2014-03-03")).mute,
            0
        );
    }

    #[test]
    fn who_hears_of_it_next_is_foretold_two_work_days_ahead() {
        let (kind, calendar) = (kind(), calendar());
        // Due on Thursday, 27 February: the lead hears of it on Tuesday, 4 March.
        let late = item(Deadline::On(day("2014-02-27")), "2014-02-11");
        let within = |item: &Item, today| {
            let rise = mention(item, &kind, &calendar, day(today)).rise;
            rise.map(|rise| (rise.to, rise.within))
        };
        for (today, left) in [
            ("2014-02-27", None), // not overdue yet
            ("2014-02-28", Some(2)),
            ("2014-03-02", Some(2)), // a Sunday
            ("2014-03-03", Some(1)),
            ("2014-03-04", None),
        ] {
            let expected = left.map(|left| (Superior::Lead, left));
            assert_eq!(within(&late, today), expected, "{today}");
        }
        let mut leaderless = late.clone();
        leaderless.lead.clear();
        assert_eq!(within(&leaderless, "2014-03-03"), None);
        let mut back = late;
        back.setbacks = 1;
        assert_eq!(within(&back, "2014-03-03"), None);
    }
}
