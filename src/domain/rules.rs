//! What decides how somebody stands: the campaign, the work days, and the targets set locally.

use chrono::NaiveDate;

use super::amount::Amount;
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty, LateJoiners, Subject};
use super::deadline::Span;
use super::quota::Quotas;

/// Everything that decides what is owed. Plain references: made where it is needed.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Which days are worked.
    pub calendar: &'a Calendar,
    /// What is set locally.
    pub quotas: &'a Quotas,
}

impl Rules<'_> {
    /// What the person owes in that window of the duty; `None` if nothing.
    ///
    /// Who joined while it was open owes the whole, or in proportion to the work days that were left, as the
    /// duty says; who joined after it owes nothing of it.
    pub fn target(&self, duty: &Duty, subject: &Subject, window: &Span) -> Option<Amount> {
        let whole = self.quotas.target(duty, subject)?;
        match subject.joined_on.filter(|joined| *joined > window.start) {
            None => Some(whole),
            Some(joined) if joined > window.end => None,
            Some(_) if duty.late_joiners == LateJoiners::Whole => Some(whole),
            Some(joined) => {
                let all = self.work_days(window.start, window.end);
                let left = self.work_days(joined, window.end);
                Some(whole.scaled(left, all)).filter(|amount| *amount > Amount::ZERO)
            }
        }
    }

    /// Work days from one day to another, both counted.
    fn work_days(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        first
            .pred_opt()
            .map_or(0, |eve| self.calendar.work_days_between(eve, last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::{cadre, calendar, campaign, day, duty};

    #[test]
    fn who_joins_late_owes_the_whole_or_what_is_left_as_the_duty_says() {
        let (campaign, calendar, quotas) = (campaign(), calendar(), Quotas::default());
        let rules = Rules {
            campaign: &campaign,
            calendar: &calendar,
            quotas: &quotas,
        };
        // Monday 3 to Friday 14 March: ten work days.
        let window = Span {
            start: day("2014-03-03"),
            end: day("2014-03-14"),
        };
        for (joined, way, hours) in [
            (None, LateJoiners::InProportion, Some(40)),
            (Some("2014-03-03"), LateJoiners::InProportion, Some(40)),
            (Some("2014-03-10"), LateJoiners::Whole, Some(40)),
            (Some("2014-03-10"), LateJoiners::InProportion, Some(20)),
            (Some("2014-03-14"), LateJoiners::InProportion, Some(4)),
            (Some("2014-03-15"), LateJoiners::Whole, None),
        ] {
            let mut study = duty(&campaign, "study").clone();
            study.late_joiners = way;
            let mut him = cadre();
            him.joined_on = joined.map(day);
            let target = rules.target(&study, &him.subject(), &window);
            assert_eq!(target, hours.map(Amount::whole), "{joined:?} {way:?}");
        }
    }
}
