//! The buttons of recording step by step, of contact points and of opinions.

use chrono::NaiveDate;

use super::{day, measure_code, parse_day, parse_measure};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::Ask;
use crate::domain::ids::{AssignmentId, CadreId, OpinionId, UnitId, UpdateId};

/// What a button of these flows asks for. `whom`: for whom it is recorded; `None`: for whoever presses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Which duty?
    Duties {
        /// For whom.
        whom: Option<CadreId>,
    },
    /// This duty: how much?
    Duty {
        /// Duty id.
        duty: String,
        /// For whom.
        whom: Option<CadreId>,
    },
    /// One of its offers.
    Amount {
        /// Duty id.
        duty: String,
        /// The day it is of.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Of what.
        measure: Measure,
        /// For whom.
        whom: Option<CadreId>,
    },
    /// "其他": in words.
    Words {
        /// Duty id.
        duty: String,
        /// For whom.
        whom: Option<CadreId>,
    },
    /// Of this form.
    Form {
        /// The update in which the amount was recorded.
        update: UpdateId,
        /// Form id.
        id: String,
    },
    /// On this topic.
    Topic {
        /// The update in which the amount was recorded.
        update: UpdateId,
        /// Topic id.
        id: String,
    },
    /// With this person.
    Partner {
        /// The update in which the amount was recorded.
        update: UpdateId,
        /// Who.
        cadre: CadreId,
    },
    /// At this contact point.
    Place {
        /// The update in which the amount was recorded.
        update: UpdateId,
        /// The unit.
        unit: UnitId,
    },
    /// No answer to this.
    Skip {
        /// The update in which the amount was recorded.
        update: UpdateId,
        /// To what.
        ask: Ask,
    },
    /// Withdraw the record.
    Undo {
        /// The update in which the amount was recorded.
        update: UpdateId,
    },
    /// Give somebody a contact point: which?
    AddPoint {
        /// Whom.
        whom: CadreId,
    },
    /// This one.
    Point {
        /// Whom.
        whom: CadreId,
        /// The unit.
        unit: UnitId,
    },
    /// It is his contact point no more.
    EndPoint {
        /// The assignment.
        assignment: AssignmentId,
    },
    /// Opinions before that one.
    Opinions {
        /// Its number.
        before: OpinionId,
    },
}

impl Press {
    /// The bytes, with the flow's letter.
    pub fn encode(&self) -> String {
        match self {
            Self::Duties { whom } => format!("f:m{}", tail(*whom)),
            Self::Duty { duty, whom } => format!("f:d:{duty}{}", tail(*whom)),
            Self::Amount {
                duty,
                on,
                amount,
                measure,
                whom,
            } => {
                let (on, measure, whom) = (day(*on), measure_code(*measure), tail(*whom));
                format!("f:a:{duty}:{on}:{}:{measure}{whom}", amount.0)
            }
            Self::Words { duty, whom } => format!("f:o:{duty}{}", tail(*whom)),
            Self::Form { update, id } => format!("f:l:{update}:{id}"),
            Self::Topic { update, id } => format!("f:t:{update}:{id}"),
            Self::Partner { update, cadre } => format!("f:p:{update}:{cadre}"),
            Self::Place { update, unit } => format!("f:c:{update}:{unit}"),
            Self::Skip { update, ask } => format!("f:s:{update}:{}", letter(*ask)),
            Self::Undo { update } => format!("f:u:{update}"),
            Self::AddPoint { whom } => format!("f:g:{whom}"),
            Self::Point { whom, unit } => format!("f:b:{whom}:{unit}"),
            Self::EndPoint { assignment } => format!("f:x:{assignment}"),
            Self::Opinions { before } => format!("f:v:{before}"),
        }
    }

    /// Reads the bytes after the flow's letter; `None` for what this version never wrote.
    pub(super) fn decode(data: &str) -> Option<Self> {
        let mut parts = data.split(':');
        if parts.clone().any(str::is_empty) {
            return None;
        }
        let head = parts.next()?;
        let mut next = || parts.next();
        let press = match head {
            "m" => Self::Duties {
                whom: person(next())?,
            },
            "d" => Self::Duty {
                duty: next()?.to_owned(),
                whom: person(next())?,
            },
            "a" => Self::Amount {
                duty: next()?.to_owned(),
                on: parse_day(next()?)?,
                amount: Amount(next()?.parse().ok().filter(|amount| *amount > 0)?),
                measure: parse_measure(next()?)?,
                whom: person(next())?,
            },
            "o" => Self::Words {
                duty: next()?.to_owned(),
                whom: person(next())?,
            },
            "l" => Self::Form {
                update: UpdateId(number(next()?)?),
                id: next()?.to_owned(),
            },
            "t" => Self::Topic {
                update: UpdateId(number(next()?)?),
                id: next()?.to_owned(),
            },
            "p" => Self::Partner {
                update: UpdateId(number(next()?)?),
                cadre: CadreId(number(next()?)?),
            },
            "c" => Self::Place {
                update: UpdateId(number(next()?)?),
                unit: UnitId(number(next()?)?),
            },
            "s" => Self::Skip {
                update: UpdateId(number(next()?)?),
                ask: parse_ask(next()?)?,
            },
            "u" => Self::Undo {
                update: UpdateId(number(next()?)?),
            },
            "g" => Self::AddPoint {
                whom: CadreId(number(next()?)?),
            },
            "b" => Self::Point {
                whom: CadreId(number(next()?)?),
                unit: UnitId(number(next()?)?),
            },
            "x" => Self::EndPoint {
                assignment: AssignmentId(number(next()?)?),
            },
            "v" => Self::Opinions {
                before: OpinionId(number(next()?)?),
            },
            _ => return None,
        };
        parts.next().is_none().then_some(press)
    }
}

fn tail(whom: Option<CadreId>) -> String {
    whom.map(|id| format!(":{id}")).unwrap_or_default()
}

/// The person at the end, if one is named; `None` for what is no person.
#[expect(
    clippy::option_option,
    reason = "nobody named, or something else than a person"
)]
fn person(part: Option<&str>) -> Option<Option<CadreId>> {
    match part {
        None => Some(None),
        Some(part) => number(part).map(|id| Some(CadreId(id))),
    }
}

fn number(part: &str) -> Option<i64> {
    part.parse().ok().filter(|number| *number > 0)
}

const fn letter(ask: Ask) -> char {
    match ask {
        Ask::Form => 'f',
        Ask::Topic => 't',
        Ask::Partner => 'p',
        Ask::Household => 'h',
        Ask::ContactPoint => 'c',
        Ask::Place => 'w',
        Ask::Deed => 'd',
        Ask::Opinion => 'o',
    }
}

fn parse_ask(part: &str) -> Option<Ask> {
    Ask::ALL
        .into_iter()
        .find(|ask| part.chars().eq([letter(*ask)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn every_press_survives_its_bytes_and_fits() {
        let on = NaiveDate::from_ymd_opt(2014, 3, 3).unwrap();
        // The longest id of a duty or a label, more people than there are, the last update.
        let id = || "a-duty-of-24-signs-at-mo".to_owned();
        let (update, cadre) = (UpdateId(i64::MAX), CadreId(999_999_999));
        let unit = UnitId(i64::MAX);
        let mut presses = vec![
            Press::Form { update, id: id() },
            Press::Topic { update, id: id() },
            Press::Partner { update, cadre },
            Press::Place { update, unit },
            Press::Undo { update },
            Press::AddPoint { whom: cadre },
            Press::Point { whom: cadre, unit },
            Press::EndPoint {
                assignment: AssignmentId(i64::MAX),
            },
            Press::Opinions {
                before: OpinionId(i64::MAX),
            },
        ];
        presses.extend(Ask::ALL.map(|ask| Press::Skip { update, ask }));
        for whom in [None, Some(cadre)] {
            presses.extend([
                Press::Duties { whom },
                Press::Duty { duty: id(), whom },
                Press::Words { duty: id(), whom },
                Press::Amount {
                    duty: id(),
                    on,
                    amount: Amount(99_500),
                    measure: Measure::Households,
                    whom,
                },
            ]);
        }
        for press in presses {
            let bytes = Action::Draft(press.clone()).encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(Action::Draft(press)));
        }
    }

    #[test]
    fn forged_bytes_are_no_press() {
        for data in [
            "f",
            "f:",
            "f:m:",
            "f:m:x",
            "f:m:-1",
            "f:m:1:2",
            "f:d",
            "f:d:",
            "f:d:talks:0",
            "f:a:talks:20140303:0:t",
            "f:a:talks:20140303:-1:t",
            "f:a:talks:20140303:1:q",
            "f:p:1",
            "f:p:1:x",
            "f:s:1:z",
            "f:s:1:pp",
            "f:u:",
            "f:v:-3",
            "f:z:1",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
