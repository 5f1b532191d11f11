//! What the buttons of a collective study ask for.

use super::{day, parse_day};
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId, UpdateId};
use crate::domain::session::{Draft, Pick};

/// A button's meaning. A session is named by the update that opened it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    /// So much of a new one is known: ask for the rest, or open it.
    Draft(Draft),
    /// The list from that page on.
    Page {
        /// The session.
        session: UpdateId,
        /// From 0.
        page: u32,
    },
    /// Somebody was there, or was not.
    Tick {
        /// The session.
        session: UpdateId,
        /// Who.
        cadre: CadreId,
        /// Whether he was.
        present: bool,
    },
    /// Everybody of a page was there, or nobody was.
    TickPage {
        /// The session.
        session: UpdateId,
        /// From 0.
        page: u32,
        /// Whether they were.
        present: bool,
    },
    /// Everybody was there.
    TickAll {
        /// The session.
        session: UpdateId,
        /// The page to go on from.
        page: u32,
    },
    /// Record it for those who were there.
    Confirm {
        /// The session.
        session: UpdateId,
    },
    /// Record nothing.
    Cancel {
        /// The session.
        session: UpdateId,
    },
    /// Take back everything it recorded.
    Withdraw {
        /// The session.
        session: UpdateId,
    },
}

impl Session {
    /// The bytes for a button.
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Draft(draft) => {
                let unit = draft.unit.map(|unit| unit.to_string());
                let amount = draft.amount.map(|amount| amount.0.to_string());
                format!(
                    "s:n:{}:{}:{}:{}:{}",
                    unit.as_deref().unwrap_or("-"),
                    draft.on.map_or_else(|| "-".to_owned(), day),
                    amount.as_deref().unwrap_or("-"),
                    pick(draft.form),
                    pick(draft.topic),
                )
            }
            Self::Page { session, page } => format!("s:p:{session}:{page}"),
            Self::Tick {
                session,
                cadre,
                present,
            } => format!("s:t:{session}:{cadre}:{}", u8::from(*present)),
            Self::TickPage {
                session,
                page,
                present,
            } => format!("s:g:{session}:{page}:{}", u8::from(*present)),
            Self::TickAll { session, page } => format!("s:a:{session}:{page}"),
            Self::Confirm { session } => format!("s:c:{session}"),
            Self::Cancel { session } => format!("s:x:{session}"),
            Self::Withdraw { session } => format!("s:w:{session}"),
        }
    }

    /// Reads what stands behind the first letter.
    pub(super) fn decode<'a>(mut next: impl FnMut() -> Option<&'a str>) -> Option<Self> {
        Some(match next()? {
            "n" => Self::Draft(Draft {
                unit: known(next()?, |text| text.parse().ok().map(UnitId))?,
                on: known(next()?, parse_day)?,
                amount: known(next()?, |text| {
                    text.parse().ok().filter(|n| *n > 0).map(Amount)
                })?,
                form: parse_pick(next()?)?,
                topic: parse_pick(next()?)?,
            }),
            "p" => Self::Page {
                session: session(next()?)?,
                page: next()?.parse().ok()?,
            },
            "t" => Self::Tick {
                session: session(next()?)?,
                cadre: CadreId(next()?.parse().ok()?),
                present: flag(next()?)?,
            },
            "g" => Self::TickPage {
                session: session(next()?)?,
                page: next()?.parse().ok()?,
                present: flag(next()?)?,
            },
            "a" => Self::TickAll {
                session: session(next()?)?,
                page: next()?.parse().ok()?,
            },
            "c" => Self::Confirm {
                session: session(next()?)?,
            },
            "x" => Self::Cancel {
                session: session(next()?)?,
            },
            "w" => Self::Withdraw {
                session: session(next()?)?,
            },
            _ => return None,
        })
    }
}

/// "-" for what is not known yet.
#[expect(clippy::option_option, reason = "unreadable, not known yet, known")]
fn known<T>(text: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    if text == "-" {
        return Some(None);
    }
    read(text).map(Some)
}

/// Ids of two labels may not fit beside the rest, so a label goes by its place in the campaign file, from 1; 0 is
/// none. What was chosen stands in words over the list.
fn pick(pick: Pick) -> String {
    match pick {
        Pick::Open => "-".to_owned(),
        Pick::Without => "0".to_owned(),
        Pick::Of(place) => (u32::from(place) + 1).to_string(),
    }
}

fn parse_pick(text: &str) -> Option<Pick> {
    Some(match known(text, |text| text.parse::<u32>().ok())? {
        None => Pick::Open,
        Some(0) => Pick::Without,
        Some(place) => Pick::Of(u16::try_from(place - 1).ok()?),
    })
}

fn session(text: &str) -> Option<UpdateId> {
    text.parse().ok().map(UpdateId)
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;
    use crate::domain::sample::day as date;

    #[test]
    fn every_button_survives_its_bytes_and_the_longest_fits() {
        let (session, page) = (UpdateId(i64::MAX), u32::MAX);
        let longest = Draft {
            unit: Some(UnitId(i64::MAX)),
            on: Some(date("2014-03-04")),
            amount: Some(Amount(999_999_999)),
            form: Pick::Of(u16::MAX),
            topic: Pick::Of(u16::MAX),
        };
        let part = Draft {
            form: Pick::Without,
            ..Draft::default()
        };
        for button in [
            Session::Draft(longest),
            Session::Draft(part),
            Session::Draft(Draft::default()),
            Session::Page { session, page },
            Session::Tick {
                session,
                cadre: CadreId(i64::MAX),
                present: true,
            },
            Session::TickPage {
                session,
                page,
                present: false,
            },
            Session::TickAll { session, page },
            Session::Confirm { session },
            Session::Cancel { session },
            Session::Withdraw { session },
        ] {
            let action = Action::Session(button);
            let bytes = action.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(action), "{bytes}");
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for data in [
            "s",
            "s:",
            "s:q:1",
            "s:n:1:20140304:4000:-",
            "s:n:1:20140304:0:-:-",
            "s:n:1:20140304:-5:-:-",
            "s:n:x:20140304:4000:-:-",
            "s:n:1:20141304:4000:-:-",
            "s:n:1:20140304:4000:70000:-",
            "s:t:1:2:2",
            "s:t:1:2",
            "s:p:1:-1",
            "s:c:",
            "s:c:1:2",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }
}
