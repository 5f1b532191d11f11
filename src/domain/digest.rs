//! Which message a slot owes one person, decided from plain data: used by the planner's tick, by
//! `duban plan`, and again just before sending.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cadre::Cadre;
use super::campaign::{Campaign, Duty};
use super::ids::{CadreId, ItemId, NewsId};
use super::item::Item;
use super::owes::{Attendance, Done, NothingOwed, is_asked};
use super::reminder::{Look, is_silent, speaks};
use super::rules::Rules;

/// What a digest was planned for. Its figures are looked up when it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestPlan {
    /// The slot.
    pub slot: String,
    /// The day it asks about.
    pub on: NaiveDate,
    /// The day the slot last spoke: ladder steps since then are said now.
    pub since: Option<NaiveDate>,
    /// The duty it asks for, if one is owed.
    pub duty: Option<String>,
    /// The items whose ladder speaks that day.
    pub items: Vec<ItemId>,
    /// To a liaison: who of his unit came out of reach.
    #[serde(default)]
    pub out_of_reach: Vec<CadreId>,
    /// Whether it comes again, because he wanted it later.
    #[serde(default)]
    pub again: bool,
    /// To a liaison: how many entries wait for him.
    #[serde(default)]
    pub waiting: usize,
    /// What he is told besides.
    #[serde(default)]
    pub news: Vec<NewsId>,
    /// Of which items he is asked how they stand (S13).
    #[serde(default)]
    pub asks: Vec<ItemId>,
    /// Overdue items of others that have come up to him (S17).
    #[serde(default)]
    pub escalated: Vec<ItemId>,
    /// Items that wait for his word.
    #[serde(default)]
    pub reviews: Vec<ItemId>,
}

impl DigestPlan {
    /// One of the occasion that says nothing yet.
    pub fn empty(occasion: &Occasion<'_>) -> Self {
        Self {
            slot: occasion.slot.to_owned(),
            on: occasion.on,
            since: occasion.since,
            duty: None,
            items: Vec::new(),
            out_of_reach: Vec::new(),
            again: false,
            waiting: 0,
            news: Vec::new(),
            asks: Vec::new(),
            escalated: Vec::new(),
            reviews: Vec::new(),
        }
    }
}

/// One occurrence of a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// The slot's id.
    pub slot: &'a str,
    /// Its day in the campaign's zone.
    pub on: NaiveDate,
    /// The day the slot last spoke.
    pub since: Option<NaiveDate>,
}

/// The duty that a slot asks for.
pub fn duty_of<'a>(campaign: &'a Campaign, slot: &str) -> Option<&'a Duty> {
    campaign
        .duties
        .iter()
        .find(|duty| duty.slot.as_deref() == Some(slot))
}

/// The message that the occasion owes the person: his check-in if he still owes, and the items whose
/// ladder speaks; `Err` says why there is none.
///
/// `attendance` says whether he is there that day, `done` what he has done of the slot's duty; `items` are
/// his items that are to be done, and those that nobody is responsible for and that fall to him.
pub fn plan(
    rules: &Rules<'_>,
    occasion: &Occasion<'_>,
    cadre: &Cadre,
    attendance: Attendance,
    done: Done,
    items: &[Item],
) -> Result<DigestPlan, NothingOwed> {
    let (campaign, calendar) = (rules.campaign, rules.calendar);
    let check_in = duty_of(campaign, occasion.slot).map_or(Err(NothingOwed::NoTarget), |duty| {
        is_asked(rules, duty, cadre, attendance, done, occasion.on).map(|_| duty.id.clone())
    });
    if !cadre.active {
        return Err(NothingOwed::Left);
    }
    // Away is away: items are not spoken of either.
    if attendance == Attendance::Away {
        return Err(NothingOwed::OnLeave);
    }
    let look = Look {
        calendar,
        dispatched: campaign.dispatch.is_some(),
        since: occasion.since,
        on: occasion.on,
    };
    let items: Vec<ItemId> = items
        .iter()
        .filter(|item| item.responsible.is_none_or(|id| id == cadre.id))
        .filter(|item| {
            campaign
                .kind(&item.kind)
                .is_some_and(|kind| kind.slot == occasion.slot && speaks(item, kind, &look))
        })
        .map(|item| item.id)
        .collect();
    match check_in {
        Err(nothing) if items.is_empty() => Err(nothing),
        check_in => Ok(DigestPlan {
            duty: check_in.ok(),
            items,
            ..DigestPlan::empty(occasion)
        }),
    }
}

/// The digest that comes once more because its reader wanted it later: with the items of the first that are still
/// his to do, whenever they were mentioned last.
///
/// # Errors
/// As before, if none of them is, or he is not to be disturbed.
pub fn repeated(
    plan: Result<DigestPlan, NothingOwed>,
    occasion: &Occasion<'_>,
    first: &DigestPlan,
    items: &[Item],
) -> Result<DigestPlan, NothingOwed> {
    let still = items
        .iter()
        .filter(|item| first.items.contains(&item.id) && !is_silent(item, occasion.on));
    let items: Vec<ItemId> = still.map(|item| item.id).collect();
    match plan {
        plan if items.is_empty() => plan,
        Ok(plan) => Ok(DigestPlan { items, ..plan }),
        Err(nothing) if nothing.is_silence() => Err(nothing),
        Err(_) => Ok(DigestPlan {
            items,
            ..DigestPlan::empty(occasion)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::deadline::Deadline;
    use crate::domain::item::Status;
    use crate::domain::quota::Quotas;
    use crate::domain::sample::{cadre, calendar, campaign, day, item};

    /// On Tuesday 4 March; the slot spoke the evening before.
    fn planned(
        person: &Cadre,
        done: Done,
        items: &[Item],
        slot: &str,
    ) -> Result<DigestPlan, NothingOwed> {
        let occasion = Occasion {
            slot,
            on: day("2014-03-04"),
            since: Some(day("2014-03-03")),
        };
        of(&occasion, person, Attendance::There, done, items)
    }

    fn of(
        occasion: &Occasion<'_>,
        person: &Cadre,
        attendance: Attendance,
        done: Done,
        items: &[Item],
    ) -> Result<DigestPlan, NothingOwed> {
        let (campaign, calendar, quotas) = (campaign(), calendar(), Quotas::default());
        let rules = Rules {
            campaign: &campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        plan(&rules, occasion, person, attendance, done, items)
    }

    #[test]
    fn who_is_away_gets_neither_question_nor_items() {
        let due = [item(Deadline::On(day("2014-03-05")), "2014-02-11")];
        for slot in ["evening", "noon"] {
            let occasion = Occasion {
                slot,
                on: day("2014-03-04"),
                since: None,
            };
            let away = Attendance::Away;
            let found = of(&occasion, &cadre(), away, Done::default(), &due);
            assert_eq!(found, Err(NothingOwed::OnLeave), "{slot}");
        }
    }

    fn says(found: &Result<DigestPlan, NothingOwed>) -> (Option<&str>, Vec<i64>) {
        let plan = found.as_ref().unwrap();
        (
            plan.duty.as_deref(),
            plan.items.iter().map(|id| id.0).collect(),
        )
    }

    #[test]
    fn the_question_and_the_items_go_out_together_or_alone_or_not_at_all() {
        let answered = Done {
            answered: true,
            ..Done::default()
        };
        let due = item(Deadline::On(day("2014-03-05")), "2014-02-11");
        let later = item(Deadline::On(day("2014-03-20")), "2014-02-11");
        let person = cadre();
        let both = planned(
            &person,
            Done::default(),
            std::slice::from_ref(&due),
            "evening",
        );
        assert_eq!(says(&both), (Some("study"), vec![1]));
        let question = planned(
            &person,
            Done::default(),
            std::slice::from_ref(&later),
            "evening",
        );
        assert_eq!(says(&question), (Some("study"), vec![]));
        let items = planned(&person, answered, std::slice::from_ref(&due), "evening");
        assert_eq!(says(&items), (None, vec![1]));
        let none = planned(&person, answered, std::slice::from_ref(&later), "evening");
        assert_eq!(none, Err(NothingOwed::Answered));
        let no_such_slot = planned(&person, Done::default(), std::slice::from_ref(&due), "noon");
        assert_eq!(no_such_slot, Err(NothingOwed::NoTarget));
    }

    #[test]
    fn only_his_own_open_items_are_spoken_of_and_those_of_nobody_that_fall_to_him() {
        let due = item(Deadline::On(day("2014-03-05")), "2014-02-11");
        let mut others = due.clone();
        others.responsible = Some(CadreId(2));
        let mut nobodys = due.clone();
        nobodys.responsible = None;
        nobodys.id = ItemId(2);
        let mut submitted = due.clone();
        submitted.status = Status::Submitted;
        let mut unknown_kind = due.clone();
        unknown_kind.kind = "wishes".into();
        let items = [others, nobodys, submitted, unknown_kind];
        let plan = planned(&cadre(), Done::default(), &items, "evening");
        assert_eq!(says(&plan), (Some("study"), vec![2]));
    }

    #[test]
    fn what_comes_once_more_says_what_was_said_if_it_is_still_his_turn() {
        let mut said = item(Deadline::On(day("2014-03-05")), "2014-02-11");
        said.reminded_on = Some(day("2014-03-04"));
        let occasion = Occasion {
            slot: "evening",
            on: day("2014-03-04"),
            since: Some(day("2014-03-03")),
        };
        let first = DigestPlan {
            items: vec![said.id],
            again: true,
            ..DigestPlan::empty(&occasion)
        };
        let nothing = || Err(NothingOwed::Answered);
        let his = std::slice::from_ref(&said);
        // The ladder alone would be silent: he has heard of it today.
        let planned = planned(&cadre(), Done::default(), his, "evening");
        assert_eq!(says(&planned), (Some("study"), vec![]));
        let again = repeated(nothing(), &occasion, &first, his);
        assert_eq!(says(&again), (None, vec![1]));
        let both = repeated(planned, &occasion, &first, his);
        assert_eq!(says(&both), (Some("study"), vec![1]));
        let away = repeated(Err(NothingOwed::Left), &occasion, &first, his);
        assert_eq!(away, Err(NothingOwed::Left));
        let mut muted = said.clone();
        muted.muted_until = Some(day("2014-03-06"));
        let silent = repeated(nothing(), &occasion, &first, &[muted]);
        assert_eq!(silent, nothing());
    }

    #[test]
    fn who_is_not_asked_is_still_reminded_and_who_left_is_left_alone() {
        let due = [item(Deadline::On(day("2014-03-05")), "2014-02-11")];
        let mut retired = cadre();
        retired.traits = vec!["retired".into()];
        assert_eq!(
            says(&planned(&retired, Done::default(), &due, "evening")),
            (None, vec![1])
        );
        let mut gone = cadre();
        gone.active = false;
        assert_eq!(
            planned(&gone, Done::default(), &due, "evening"),
            Err(NothingOwed::Left)
        );
    }
}
