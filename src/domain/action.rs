//! What a button asks for, as the few bytes that Telegram carries (callback_data, 1-64 bytes).
//! Callback data is a claim, not a proof: whoever presses is checked against what it names.

mod ask;
mod dispatch;
mod dispute;
pub mod draft;
pub mod entry;
mod evidence;
mod group;
pub mod item;
mod listing;
mod movement;
mod mute;
mod pace;
mod queue;
mod quota;
mod seen;
mod session;
pub mod statement;

use chrono::NaiveDate;

pub use ask::{Ask, Whose};
pub use evidence::Evidence;
pub use group::Group;
pub use listing::{Choice, Listing, Within};
pub use mute::Press as MutePress;
pub use pace::Press as PacePress;
pub use queue::Queue;

use super::amount::{Amount, Measure};
use super::ids::{ItemId, UpdateId};
use super::language::Language;
use super::leave::{Kind, Leave};

pub use dispatch::Dispatch;
pub use dispute::Dispute;
pub use movement::{Draft as MoveDraft, Movement, To};
pub use quota::{Draft as QuotaDraft, Of, Quota};
pub use seen::seen;
pub use session::Session;

/// A button's meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// "是我" to the invitation of that code.
    LinkYes {
        /// The code that asked.
        code: String,
    },
    /// "不是我".
    LinkNo {
        /// The code that asked.
        code: String,
    },
    /// One of a duty's offered amounts, of that day.
    Record {
        /// Duty id.
        duty: String,
        /// The day it is of.
        on: NaiveDate,
        /// How much.
        amount: Amount,
        /// Of what.
        measure: Measure,
    },
    /// "今天没学".
    Nothing {
        /// Duty id.
        duty: String,
        /// The day it is of.
        on: NaiveDate,
    },
    /// "其他": how to write it.
    Other {
        /// Duty id.
        duty: String,
        /// The day it is of.
        on: NaiveDate,
    },
    /// Withdraw everything that one update recorded.
    Undo {
        /// The update that recorded it.
        update: UpdateId,
    },
    /// "请假": ask until when.
    AskLeave,
    /// Away on these days.
    TakeLeave {
        /// Which, and why.
        leave: Leave,
    },
    /// Withdraw the leave that one update recorded.
    UndoLeave {
        /// The update that recorded it.
        update: UpdateId,
    },
    /// "已完成,送审".
    Submit {
        /// The item.
        item: ItemId,
    },
    /// "看整改".
    Tasks,
    /// Speak this language from now on.
    Speak {
        /// Which.
        language: Language,
    },
    /// Recording step by step, contact points, opinions.
    Draft(draft::Press),
    /// One's own pace: later, a day made up, quiet hours, who is away.
    Pace(PacePress),
    /// A button of `/quota`.
    Quota(Quota),
    /// A button of `/move`.
    Movement(Movement),
    /// About evidence.
    Evidence(Evidence),
    /// Of the queue of entries that wait, and to a rejection.
    Queue(Queue),
    /// A page of the statement.
    Statement(statement::Press),
    /// Collective study.
    Session(Session),
    /// What was recorded for somebody is not so.
    Dispute(Dispute),
    /// A button under a record.
    Entry(entry::Action),
    /// A button of an item.
    Item(item::Press),
    /// An item silent for some days.
    Mute(MutePress),
    /// Of the monthly question about progress.
    Dispatch(Dispatch),
    /// Promises, and what a group reads.
    Group(Group),
    /// More time, handing up, reassigning.
    Ask(Ask),
    /// A button of a list of items, or of a new one.
    Listing(Listing),
}

impl Action {
    /// The bytes for a button. Duty ids are at most 24 bytes (the campaign reader sees to it), codes
    /// 16, so the longest is well under Telegram's 64.
    pub fn encode(&self) -> String {
        match self {
            Self::LinkYes { code } => format!("ly:{code}"),
            Self::LinkNo { code } => format!("ln:{code}"),
            Self::Record {
                duty,
                on,
                amount,
                measure,
            } => {
                format!(
                    "r:{duty}:{}:{}:{}",
                    day(*on),
                    amount.0,
                    measure_code(*measure)
                )
            }
            Self::Nothing { duty, on } => format!("n:{duty}:{}", day(*on)),
            Self::Other { duty, on } => format!("o:{duty}:{}", day(*on)),
            Self::Undo { update } => format!("u:{update}"),
            Self::AskLeave => "q".to_owned(),
            Self::TakeLeave { leave } => {
                let (first, last) = (day(leave.first), day(leave.last));
                format!("v:{}:{first}:{last}", leave.kind.name())
            }
            Self::UndoLeave { update } => format!("w:{update}"),
            Self::Submit { item } => format!("d:{item}"),
            Self::Tasks => "t".to_owned(),
            Self::Speak { language } => format!("l:{}", language.tag()),
            Self::Draft(press) => press.encode(),
            Self::Pace(press) => format!("p:{}", press.encode()),
            Self::Quota(quota) => format!("k:{}", quota.encode()),
            Self::Movement(movement) => format!("m:{}", movement.encode()),
            Self::Evidence(evidence) => format!("g:{}", evidence.encode()),
            Self::Queue(queue) => format!("h:{}", queue.encode()),
            Self::Statement(press) => format!("y:{}", press.encode()),
            Self::Session(session) => session.encode(),
            Self::Dispute(dispute) => dispute.encode(),
            Self::Entry(action) => format!("e:{}", action.encode()),
            Self::Item(press) => format!("i:{}", press.encode()),
            Self::Mute(press) => format!("z:{}", press.encode()),
            Self::Dispatch(press) => format!("j:{}", press.encode()),
            Self::Group(press) => format!("b:{}", press.encode()),
            Self::Ask(ask) => format!("a:{}", ask.encode()),
            Self::Listing(press) => format!("c:{}", press.encode()),
        }
    }

    /// Reads a button's bytes; `None` for what this version never wrote.
    pub fn decode(data: &str) -> Option<Self> {
        if let Some(press) = data.strip_prefix("f:") {
            return draft::Press::decode(press).map(Self::Draft);
        }
        if let Some(press) = data.strip_prefix("p:") {
            return PacePress::decode(press).map(Self::Pace);
        }
        if let Some(rest) = data.strip_prefix("k:") {
            return Quota::decode(rest).map(Self::Quota);
        }
        if let Some(rest) = data.strip_prefix("m:") {
            return Movement::decode(rest).map(Self::Movement);
        }
        if let Some(rest) = data.strip_prefix("a:") {
            return Ask::decode(rest).map(Self::Ask);
        }
        if let Some(rest) = data.strip_prefix("c:") {
            return Listing::decode(rest).map(Self::Listing);
        }
        let mut parts = data.split(':');
        let head = parts.next()?;
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let action = match head {
            "ly" => Self::LinkYes {
                code: next()?.to_owned(),
            },
            "ln" => Self::LinkNo {
                code: next()?.to_owned(),
            },
            "r" => Self::Record {
                duty: next()?.to_owned(),
                on: parse_day(next()?)?,
                amount: Amount(next()?.parse().ok().filter(|amount| *amount > 0)?),
                measure: parse_measure(next()?)?,
            },
            "n" => Self::Nothing {
                duty: next()?.to_owned(),
                on: parse_day(next()?)?,
            },
            "o" => Self::Other {
                duty: next()?.to_owned(),
                on: parse_day(next()?)?,
            },
            "u" => Self::Undo {
                update: UpdateId(next()?.parse().ok()?),
            },
            "q" => Self::AskLeave,
            "v" => Self::TakeLeave {
                leave: Leave {
                    kind: Kind::from_name(next()?)?,
                    first: parse_day(next()?)?,
                    last: parse_day(next()?)?,
                },
            },
            "w" => Self::UndoLeave {
                update: UpdateId(next()?.parse().ok()?),
            },
            "d" => Self::Submit {
                item: ItemId(next()?.parse().ok()?),
            },
            "t" => Self::Tasks,
            "l" => Self::Speak {
                language: Language::from_tag(next()?)?,
            },
            "g" => Self::Evidence(Evidence::decode(&mut next)?),
            "h" => Self::Queue(Queue::decode(&mut next)?),
            "y" => Self::Statement(statement::Press::decode(&mut next)?),
            "s" => Self::Session(Session::decode(&mut next)?),
            "x" => Self::Dispute(Dispute::decode(&mut next)?),
            "e" => Self::Entry(entry::Action::decode(&mut next)?),
            "i" if !data.ends_with(':') => Self::Item(item::Press::decode(&mut next)?),
            "z" => Self::Mute(MutePress::decode(&mut next)?),
            "j" => Self::Dispatch(Dispatch::decode(&mut next)?),
            "b" => Self::Group(Group::decode(&mut next)?),
            _ => return None,
        };
        parts.next().is_none().then_some(action)
    }
}

fn day(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    (text.len() == 8)
        .then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok())
        .flatten()
}

const fn measure_code(measure: Measure) -> char {
    match measure {
        Measure::ClassHours => 'c',
        Measure::Days => 'd',
        Measure::Times => 't',
        Measure::Households => 'h',
        Measure::Topics => 'p',
    }
}

fn parse_measure(code: &str) -> Option<Measure> {
    Measure::ALL
        .into_iter()
        .find(|measure| code.chars().eq([measure_code(*measure)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_action_survives_its_bytes() {
        let on = NaiveDate::from_ymd_opt(2014, 3, 3).unwrap();
        let duty = "study".to_owned();
        for action in [
            Action::LinkYes {
                code: "ABCDEFGHJKMNPQRS".into(),
            },
            Action::LinkNo {
                code: "ABCDEFGHJKMNPQRS".into(),
            },
            Action::Record {
                duty: duty.clone(),
                on,
                amount: Amount(500),
                measure: Measure::Days,
            },
            Action::Nothing {
                duty: duty.clone(),
                on,
            },
            Action::Other { duty, on },
            Action::Undo {
                update: UpdateId(i64::MAX),
            },
            Action::AskLeave,
            Action::TakeLeave {
                leave: Leave {
                    kind: Kind::Trip,
                    first: on,
                    last: on,
                },
            },
            Action::UndoLeave {
                update: UpdateId(i64::MAX),
            },
            Action::Submit { item: ItemId(7) },
            Action::Tasks,
            Action::Speak {
                language: Language::ZhTw,
            },
        ] {
            let bytes = action.encode();
            assert!(bytes.len() <= 64, "{bytes}");
            assert_eq!(Action::decode(&bytes), Some(action));
        }
    }

    #[test]
    fn forged_bytes_are_no_action() {
        for data in [
            "",
            "x",
            "r:study:20140303:-500:d",
            "r:study:20140303:0:d",
            "r:study:20141303:1:d",
            "u:",
            "u:x",
            "t:1",
            "d:1:2",
            "ly:",
            "l:fr",
            "r:study:+2014030:1:d",
            "q:1",
            "v:leave:20140303",
            "v:rest:20140303:20140304",
            "v:leave:20140303:20141304",
            "w:x",
        ] {
            assert_eq!(Action::decode(data), None, "{data}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(data in ".{0,80}") {
            let _ = Action::decode(&data);
        }
    }
}
