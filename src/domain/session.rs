//! Collective study (S3): opened by whoever cares for a unit, ticked on a list of its people, and recorded for
//! those who were there.

mod answer;
mod draft;
mod said;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::amount::{Amount, Measure};
use super::calendar::Calendar;
use super::campaign::{Campaign, Duty, Evidence};
use super::entry::{self, Claim, Part, Source};
use super::ids::{CadreId, SessionId, UnitId, UpdateId};
use super::notice::NotRecorded;
use super::reply::Spoken;

pub use answer::{Answer, Ended, Head, Open, Place, Refusal, Roll, Seat};
pub use draft::{Draft, Pick, Step};
pub use said::{Said, read};

/// How long an opened session waits to be confirmed: what is opened on a Friday can be confirmed on Monday.
const OPEN_FOR: TimeDelta = TimeDelta::days(3);

/// How long a confirmed one can be taken back as a whole.
const WITHDRAW_WITHIN: TimeDelta = TimeDelta::days(1);

/// The most people of a unit whose list is shown without asking which of its units is meant.
pub const LONGEST_LIST: i64 = 300;

/// People on a page of the list.
pub const PAGE: u32 = 8;

/// The duty that is studied together: the one that people are asked about, if its amounts are times.
pub fn duty(campaign: &Campaign) -> Option<&Duty> {
    campaign
        .prompted_duty()
        .filter(|duty| matches!(duty.measure, Measure::ClassHours | Measure::Days))
}

/// One to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Of which unit's people.
    pub unit: UnitId,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much each is recorded.
    pub amount: Amount,
    /// In what.
    pub measure: Measure,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// Who opens it.
    pub by: CadreId,
}

/// What becomes of a session, each at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It is recorded for those who were there.
    Confirmed,
    /// It is recorded for nobody.
    Cancelled,
    /// What it recorded is taken back.
    Withdrawn,
}

impl Event {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Cancelled => "cancelled",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The event of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Confirmed, Self::Cancelled, Self::Withdrawn]
            .into_iter()
            .find(|event| event.name() == name)
    }
}

/// Something that became of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub event: Event,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: CadreId,
    /// His name.
    pub name: String,
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Row identity.
    pub id: SessionId,
    /// Its name on buttons: the update that opened it.
    pub update: UpdateId,
    /// Path of the unit whose people it is for, with those of the units below.
    pub unit: String,
    /// Duty id.
    pub duty: String,
    /// Of which day.
    pub on: NaiveDate,
    /// How much each is recorded, in the duty's measure.
    pub amount: Amount,
    /// Form id.
    pub form: Option<String>,
    /// Topic id.
    pub topic: Option<String>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// What became of it.
    pub events: Vec<Happened>,
}

/// Where a session stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is being ticked.
    Open,
    /// It was not confirmed in time.
    Lapsed,
    /// This became of it.
    Ended(Happened),
}

impl Session {
    /// Where it stands.
    pub fn state(&self, now: DateTime<Utc>) -> State {
        let of = |event| self.events.iter().find(|one| one.event == event);
        let ended = of(Event::Withdrawn)
            .or_else(|| of(Event::Confirmed))
            .or_else(|| of(Event::Cancelled));
        match ended {
            Some(ended) => State::Ended(ended.clone()),
            None if now - self.opened_at > OPEN_FOR => State::Lapsed,
            None => State::Open,
        }
    }

    /// Since when a session must have been opened to wait still.
    pub fn open_since(now: DateTime<Utc>) -> DateTime<Utc> {
        now - OPEN_FOR
    }

    /// What the list says over the names.
    pub fn head(&self) -> Head {
        Head {
            duty: self.duty.clone(),
            on: self.on,
            amount: self.amount,
            unit: self.unit.clone(),
            form: self.form.clone(),
            topic: self.topic.clone(),
        }
    }

    /// The entry of somebody who was there and holds so much of that day already. The liaison's word is his
    /// confirmation, except on what he records for himself and where evidence is needed.
    ///
    /// # Errors
    /// Why nothing can be recorded for him.
    pub fn part(
        &self,
        campaign: &Campaign,
        calendar: &Calendar,
        duty: &Duty,
        held: Amount,
        his_own: bool,
        today: NaiveDate,
    ) -> Result<Part, NotRecorded> {
        let spoken = match duty.measure {
            Measure::Days => Spoken::Days(self.amount.0),
            _ => Spoken::ClassHours(self.amount.0),
        };
        let claim = Claim {
            on: self.on,
            spoken: Some(spoken),
            note: "",
            source: Source::Session,
            prompt: None,
        };
        let held = [(self.on, held)];
        let parts = entry::parts(campaign, calendar, duty, &claim, &held, today)?;
        let part = parts.first().copied().ok_or(NotRecorded::Unclear)?;
        let waits = his_own || duty.evidence == Evidence::Needed;
        Ok(Part {
            waits_for: part.waits_for.filter(|_| waits),
            ..part
        })
    }
}

impl Happened {
    /// Whether that person may take the session back as a whole now: who confirmed it, for a day.
    pub fn may_withdraw(&self, by: CadreId, now: DateTime<Utc>) -> bool {
        self.event == Event::Confirmed && self.by == by && now - self.at <= WITHDRAW_WITHIN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::entry::WaitsFor;
    use crate::domain::sample::{calendar, campaign, day, duty};

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hour)
    }

    fn happened(event: Event, hour: i64) -> Happened {
        Happened {
            event,
            at: at(hour),
            by: CadreId(1),
            name: "李强".to_owned(),
        }
    }

    fn session(on: &str, events: &[Happened]) -> Session {
        Session {
            id: SessionId(1),
            update: UpdateId(501),
            unit: "汪清县/春阳镇".to_owned(),
            duty: "study".to_owned(),
            on: day(on),
            amount: Amount::whole(4),
            form: None,
            topic: None,
            opened_at: at(0),
            events: events.to_vec(),
        }
    }

    #[test]
    fn a_session_waits_three_days_and_ends_once() {
        let (confirmed, cancelled) = (happened(Event::Confirmed, 1), happened(Event::Cancelled, 1));
        let withdrawn = happened(Event::Withdrawn, 2);
        for (events, hour, state) in [
            (vec![], 72, State::Open),
            (vec![], 73, State::Lapsed),
            (vec![confirmed.clone()], 99, State::Ended(confirmed.clone())),
            (vec![cancelled.clone()], 2, State::Ended(cancelled)),
            (
                vec![confirmed, withdrawn.clone()],
                2,
                State::Ended(withdrawn),
            ),
        ] {
            assert_eq!(session("2014-03-04", &events).state(at(hour)), state);
        }
    }

    #[test]
    fn only_who_confirmed_it_takes_it_back_and_only_for_a_day() {
        for (event, by, hour, may) in [
            (Event::Confirmed, 1, 25, true),
            (Event::Confirmed, 1, 26, false),
            (Event::Confirmed, 2, 2, false),
            (Event::Cancelled, 1, 2, false),
            (Event::Withdrawn, 1, 2, false),
        ] {
            let happened = happened(event, 1);
            assert_eq!(
                happened.may_withdraw(CadreId(by), at(hour)),
                may,
                "{event:?}"
            );
        }
    }

    #[test]
    fn the_liaisons_word_confirms_but_not_for_himself_nor_instead_of_evidence() {
        let campaign = campaign();
        let study = duty(&campaign, "study");
        let mut strict = study.clone();
        strict.evidence = Evidence::Needed;
        let full = Err(NotRecorded::DayFull {
            on: day("2014-03-04"),
            most: Amount::whole(8),
            held: Amount::whole(6),
        });
        for (duty, on, held, his_own, waits) in [
            (study, "2014-03-04", 0, false, Ok(None)),
            (study, "2014-03-04", 4, true, Ok(None)),
            (study, "2014-03-04", 6, false, full),
            (study, "2014-02-10", 0, false, Ok(None)),
            (study, "2014-02-10", 0, true, Ok(Some(WaitsFor::Late))),
            (
                &strict,
                "2014-03-04",
                0,
                false,
                Ok(Some(WaitsFor::Confirmation)),
            ),
        ] {
            let (held, today) = (Amount::whole(held), day("2014-03-04"));
            let session = session(on, &[]);
            let part = session.part(&campaign, &calendar(), duty, held, his_own, today);
            assert_eq!(part.map(|part| part.waits_for), waits, "{on} {held}");
        }
    }
}
