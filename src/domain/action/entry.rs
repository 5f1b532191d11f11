//! Buttons under a record: what else it says, and what it should have said.

use super::{measure_code, parse_measure};
use crate::domain::amount::{Amount, Measure};
use crate::domain::ids::UpdateId;
use crate::domain::label::Kind;

/// What is asked for of what one update recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// It was in that form, on that topic.
    Label {
        /// The update that recorded it.
        update: UpdateId,
        /// Which label.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// "更多": all labels of that kind.
    More {
        /// The update that recorded it.
        update: UpdateId,
        /// Which labels.
        kind: Kind,
    },
    /// "再记一次": what was asked about is another time.
    Again {
        /// The update in which it was said.
        asked: UpdateId,
    },
    /// "是同一次", "不改": it stands as it is.
    Show {
        /// The update that recorded it.
        update: UpdateId,
    },
    /// "改": to what?
    Change {
        /// The update that recorded it.
        update: UpdateId,
    },
    /// It becomes that amount.
    Become {
        /// The update that recorded it.
        update: UpdateId,
        /// How much.
        amount: Amount,
        /// Of what.
        measure: Measure,
    },
}

impl Action {
    /// The bytes behind the flow's letter. A label's id is at most 24 bytes (the campaign reader sees to it).
    pub(super) fn encode(&self) -> String {
        match self {
            Self::Label { update, kind, id } => format!("{}:{update}:{id}", letter(*kind)),
            Self::More { update, kind } => format!("m:{update}:{}", letter(*kind)),
            Self::Again { asked } => format!("a:{asked}"),
            Self::Show { update } => format!("s:{update}"),
            Self::Change { update } => format!("c:{update}"),
            Self::Become {
                update,
                amount,
                measure,
            } => format!("b:{update}:{}:{}", amount.0, measure_code(*measure)),
        }
    }

    /// Reads the parts behind the flow's letter.
    pub(super) fn decode<'a>(mut next: impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let head = next()?;
        let update = UpdateId(next()?.parse().ok()?);
        Some(match head {
            "m" => Self::More {
                update,
                kind: kind(next()?)?,
            },
            "a" => Self::Again { asked: update },
            "s" => Self::Show { update },
            "c" => Self::Change { update },
            "b" => Self::Become {
                update,
                amount: Amount(next()?.parse().ok().filter(|amount| *amount > 0)?),
                measure: parse_measure(next()?)?,
            },
            other => Self::Label {
                update,
                kind: kind(other)?,
                id: next()?.to_owned(),
            },
        })
    }
}

const fn letter(kind: Kind) -> char {
    match kind {
        Kind::Form => 'f',
        Kind::Topic => 't',
    }
}

fn kind(code: &str) -> Option<Kind> {
    [Kind::Form, Kind::Topic]
        .into_iter()
        .find(|kind| code.chars().eq([letter(*kind)]))
}

#[cfg(test)]
mod tests {
    use super::super::Action as Button;
    use super::*;

    #[test]
    fn every_action_survives_its_bytes() {
        let update = UpdateId(i64::MAX);
        for action in [
            Action::Label {
                update,
                kind: Kind::Form,
                id: "x".repeat(24),
            },
            Action::Label {
                update,
                kind: Kind::Topic,
                id: "x".repeat(24),
            },
            Action::More {
                update,
                kind: Kind::Topic,
            },
            Action::Again { asked: update },
            Action::Show { update },
            Action::Change { update },
            Action::Become {
                update,
                amount: Amount(i64::MAX),
                measure: Measure::Households,
            },
        ] {
            let button = Button::Entry(action);
            let bytes = button.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Button::decode(&bytes), Some(button));
        }
    }

    #[test]
    fn forged_bytes_are_no_action() {
        for data in [
            "e",
            "e:",
            "e:t",
            "e:t:1",
            "e:t:x:theory",
            "e:x:1:theory",
            "e:m:1",
            "e:m:1:x",
            "e:a:",
            "e:a:1:2",
            "e:b:1:0:c",
            "e:b:1:-4:c",
            "e:b:1:4",
            "e:b:1:4:x",
            "e:s:1:2",
            "e:c:",
        ] {
            assert_eq!(Button::decode(data), None, "{data}");
        }
    }
}
