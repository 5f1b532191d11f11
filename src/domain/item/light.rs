//! The light of an item (督办): overdue, behind its plan, near its limit. Everything that shows one asks here.

use chrono::NaiveDate;

use super::{Item, Light, Status};
use crate::domain::calendar::Calendar;
use crate::domain::campaign::{ItemKind, Stage};
use crate::domain::deadline::Deadline;

impl Item {
    /// Its light today. What is submitted or over has none, nor what was handed up: it is somebody else's turn.
    /// Of a kind that has left the campaign file since (`None`) only its deadline is known.
    pub fn light(&self, kind: Option<&ItemKind>, calendar: &Calendar, today: NaiveDate) -> Light {
        if !self.status.is_open() || self.offered {
            return Light::None;
        }
        if self.is_overdue(today) {
            return Light::Red;
        }
        if kind.is_some_and(|kind| self.is_behind(kind, calendar, today)) {
            return Light::Yellow;
        }
        let near = match self.deadline {
            Deadline::On(day) => kind.is_some_and(|kind| {
                let due = calendar.on_or_before(day);
                calendar.work_days_between(today, due) <= i64::from(kind.near)
            }),
            Deadline::Immediate => true,
            Deadline::Ongoing => false,
        };
        if near { Light::Blue } else { Light::None }
    }

    /// Whether its day is over.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.days_left(today).is_some_and(|days| days < 0)
    }

    /// Whether something that should have been said of it by now was not: that it is taken on, that it is begun,
    /// how it goes. Of a step that its kind does not have, nothing is demanded.
    fn is_behind(&self, kind: &ItemKind, calendar: &Calendar, today: NaiveDate) -> bool {
        let beyond = |since: NaiveDate, within: Option<u32>| {
            within
                .is_some_and(|within| calendar.work_days_between(since, today) > i64::from(within))
        };
        let (accept, begin) = (kind.has(Stage::Accept), kind.has(Stage::Begin));
        let waits = self.status == Status::Assigned;
        let told = self.reported_on.unwrap_or(self.assigned_on);
        (waits && accept && beyond(self.assigned_on, kind.plan.accept))
            || (self.status != Status::UnderWay
                && begin
                && beyond(self.assigned_on, kind.plan.begin))
            || beyond(told.max(self.assigned_on), kind.plan.report)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::campaign::Plan;
    use crate::domain::sample::{calendar, campaign, day, item};

    fn kind() -> ItemKind {
        let mut kind = campaign().kind("rectification").unwrap().clone();
        kind.near = 3;
        kind.stages = vec![Stage::Accept, Stage::Begin];
        kind.plan = Plan::default();
        kind
    }

    #[test]
    fn blue_is_near_and_red_is_past_in_work_days() {
        let (kind, calendar) = (kind(), calendar());
        let on = |text| Deadline::On(day(text));
        for (deadline, today, light) in [
            (on("2014-03-12"), "2014-03-06", Light::None), // Thursday: four work days to Wednesday
            (on("2014-03-12"), "2014-03-07", Light::Blue),
            (on("2014-03-12"), "2014-03-12", Light::Blue),
            (on("2014-03-12"), "2014-03-13", Light::Red),
            // Due on a Sunday: near from Wednesday on, and Friday is its last work day.
            (on("2014-03-09"), "2014-03-03", Light::None),
            (on("2014-03-09"), "2014-03-04", Light::Blue),
            (on("2014-03-09"), "2014-03-09", Light::Blue),
            (on("2014-03-09"), "2014-03-10", Light::Red),
            // Over 清明 (5 to 7 April) three work days are six days.
            (on("2014-04-09"), "2014-04-03", Light::Blue),
            (on("2014-04-09"), "2014-04-02", Light::None),
            // 五一 is made up for on Sunday, 4 May.
            (on("2014-05-05"), "2014-04-30", Light::Blue),
            (on("2014-05-05"), "2014-04-29", Light::Blue),
            (on("2014-05-05"), "2014-04-28", Light::None),
            (Deadline::Immediate, "2014-03-03", Light::Blue),
            (Deadline::Ongoing, "2014-03-03", Light::None),
        ] {
            let item = item(deadline, "2014-02-11");
            let found = item.light(Some(&kind), &calendar, day(today));
            assert_eq!(found, light, "{deadline:?} on {today}");
        }
    }

    #[test]
    fn yellow_is_behind_what_the_kind_plans_and_red_outweighs_it() {
        let (mut kind, calendar) = (kind(), calendar());
        kind.plan = Plan {
            accept: Some(2),
            begin: Some(5),
            report: Some(10),
        };
        let far = Deadline::On(day("2014-06-30"));
        // Taken in on Monday, 3 March.
        for (why, status, reported, today, light) in [
            (
                "two days to take it on",
                Status::Assigned,
                None,
                "2014-03-05",
                Light::None,
            ),
            (
                "not taken on",
                Status::Assigned,
                None,
                "2014-03-06",
                Light::Yellow,
            ),
            (
                "taken on",
                Status::Accepted,
                None,
                "2014-03-06",
                Light::None,
            ),
            (
                "five days to begin, weekend left out",
                Status::Accepted,
                None,
                "2014-03-10",
                Light::None,
            ),
            (
                "not begun",
                Status::Accepted,
                None,
                "2014-03-11",
                Light::Yellow,
            ),
            ("begun", Status::UnderWay, None, "2014-03-17", Light::None),
            (
                "nothing told of it",
                Status::UnderWay,
                None,
                "2014-03-18",
                Light::Yellow,
            ),
            (
                "told",
                Status::UnderWay,
                Some("2014-03-14"),
                "2014-03-28",
                Light::None,
            ),
            (
                "told long ago",
                Status::UnderWay,
                Some("2014-03-14"),
                "2014-03-31",
                Light::Yellow,
            ),
            (
                "submitted",
                Status::Submitted,
                None,
                "2014-03-31",
                Light::None,
            ),
            ("closed", Status::Closed, None, "2014-03-31", Light::None),
        ] {
            let mut item = item(far, "2014-03-03");
            item.status = status;
            item.reported_on = reported.map(day);
            let found = item.light(Some(&kind), &calendar, day(today));
            assert_eq!(found, light, "{why}");
            item.offered = true;
            let handed_up = item.light(Some(&kind), &calendar, day(today));
            assert_eq!(handed_up, Light::None, "{why}");
        }
        let late = item(Deadline::On(day("2014-03-05")), "2014-03-03");
        let found = late.light(Some(&kind), &calendar, day("2014-03-11"));
        assert_eq!(found, Light::Red);
        // Near and behind: that it is behind is the worse.
        let near = item(Deadline::On(day("2014-03-12")), "2014-03-03");
        let found = near.light(Some(&kind), &calendar, day("2014-03-11"));
        assert_eq!(found, Light::Yellow);
    }

    #[test]
    fn a_step_that_the_kind_does_not_have_is_not_missed() {
        let (mut kind, calendar) = (kind(), calendar());
        kind.stages = vec![];
        kind.plan = Plan {
            accept: Some(1),
            begin: Some(1),
            report: None,
        };
        let item = item(Deadline::On(day("2014-06-30")), "2014-03-03");
        let found = item.light(Some(&kind), &calendar, day("2014-05-05"));
        assert_eq!(found, Light::None);
    }

    #[test]
    fn of_a_kind_that_is_gone_only_the_deadline_is_known() {
        let calendar = calendar();
        for (deadline, light) in [("2014-03-03", Light::Red), ("2014-03-05", Light::None)] {
            let item = item(Deadline::On(day(deadline)), "2014-02-11");
            assert_eq!(item.light(None, &calendar, day("2014-03-04")), light);
        }
    }
}
