//! Buttons with which somebody keeps his own pace: later, a day made up, quiet hours, who is away.

use chrono::{NaiveDate, NaiveTime};

use super::{day, parse_day};
use crate::domain::ids::CadreId;
use crate::domain::leave::{Kind, Leave};
use crate::domain::quiet::Quiet;

/// What such a button asks for. Its bytes follow `p:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// "晚点": the slot's message of that day once more.
    Later {
        /// Slot id.
        slot: String,
        /// The day it asks about.
        on: NaiveDate,
    },
    /// "明天再说": not again that day.
    Tomorrow {
        /// Slot id.
        slot: String,
        /// The day it asks about.
        on: NaiveDate,
    },
    /// "补记昨天": how much it was that day.
    MakeUp {
        /// Duty id.
        duty: String,
        /// Of which day.
        on: NaiveDate,
    },
    /// These quiet hours beside the campaign's.
    Quiet {
        /// Which.
        own: Quiet,
    },
    /// The campaign's quiet hours alone.
    QuietDefault,
    /// A page of those who are away.
    Away {
        /// From 0.
        page: usize,
    },
    /// These days for that person.
    AwayFor {
        /// Whom.
        cadre: CadreId,
        /// Which days, and why.
        leave: Leave,
    },
}

impl Press {
    /// The bytes behind `p:`. Ids of the campaign file are at most 24 bytes, so the longest is under 60.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Later { slot, on } => format!("l:{slot}:{}", day(*on)),
            Self::Tomorrow { slot, on } => format!("t:{slot}:{}", day(*on)),
            Self::MakeUp { duty, on } => format!("m:{duty}:{}", day(*on)),
            Self::Quiet { own } => {
                format!("q:{}:{}", own.from.format("%H%M"), own.to.format("%H%M"))
            }
            Self::QuietDefault => "d".to_owned(),
            Self::Away { page } => format!("a:{page}"),
            Self::AwayFor { cadre, leave } => {
                let (first, last) = (day(leave.first), day(leave.last));
                format!("w:{cadre}:{}:{first}:{last}", leave.kind.name())
            }
        }
    }

    /// Reads what stands behind `p:`; `None` for what this version never wrote.
    pub(super) fn decode(data: &str) -> Option<Self> {
        let mut parts = data.split(':');
        let head = parts.next()?;
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let press = match head {
            "l" => Self::Later {
                slot: next()?.to_owned(),
                on: parse_day(next()?)?,
            },
            "t" => Self::Tomorrow {
                slot: next()?.to_owned(),
                on: parse_day(next()?)?,
            },
            "m" => Self::MakeUp {
                duty: next()?.to_owned(),
                on: parse_day(next()?)?,
            },
            "q" => Self::Quiet {
                own: Quiet {
                    from: time(next()?)?,
                    to: time(next()?)?,
                },
            },
            "d" => Self::QuietDefault,
            "a" => Self::Away {
                page: number(next()?)?,
            },
            "w" => Self::AwayFor {
                cadre: CadreId(number(next()?)?),
                leave: Leave {
                    kind: Kind::from_name(next()?)?,
                    first: parse_day(next()?)?,
                    last: parse_day(next()?)?,
                },
            },
            _ => return None,
        };
        parts.next().is_none().then_some(press)
    }
}

fn time(text: &str) -> Option<NaiveTime> {
    let figures = text.len() == 4 && text.chars().all(|sign| sign.is_ascii_digit());
    figures
        .then(|| NaiveTime::parse_from_str(text, "%H%M").ok())
        .flatten()
}

fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    let figures = text.chars().all(|sign| sign.is_ascii_digit());
    figures.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::*;

    #[test]
    fn every_press_survives_its_bytes() {
        let on = NaiveDate::from_ymd_opt(2014, 3, 3).unwrap();
        let longest = "a-slot-of-twenty-four-by".to_owned();
        let own = Quiet {
            from: NaiveTime::from_hms_opt(20, 0, 0).unwrap(),
            to: NaiveTime::from_hms_opt(8, 30, 0).unwrap(),
        };
        for press in [
            Press::Later {
                slot: longest.clone(),
                on,
            },
            Press::Tomorrow {
                slot: longest.clone(),
                on,
            },
            Press::MakeUp { duty: longest, on },
            Press::Quiet { own },
            Press::QuietDefault,
            Press::Away { page: 17_600 },
            Press::AwayFor {
                cadre: CadreId(i64::MAX),
                leave: Leave {
                    kind: Kind::Trip,
                    first: on,
                    last: on,
                },
            },
        ] {
            let action = Action::Pace(press);
            let bytes = action.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(action));
        }
    }

    #[test]
    fn forged_bytes_are_no_press() {
        for data in [
            "p:",
            "p:x",
            "p:l:evening",
            "p:l:evening:20141303",
            "p:l:evening:20140303:1",
            "p:q:2000",
            "p:q:2500:0830",
            "p:q:+200:0830",
            "p:d:1",
            "p:a:-1",
            "p:w:1:rest:20140303:20140303",
            "p:w:-1:leave:20140303:20140303",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
