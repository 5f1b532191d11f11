//! What can happen to an item: its steps, with what is said with each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::ids::{CadreId, UnitId};

/// What can happen to an item, with what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// 接收: I have read it, it is mine.
    Accept,
    /// 开始办理.
    Begin,
    /// 说明进展.
    Report {
        /// In these words.
        words: String,
    },
    /// 已完成,送审.
    Submit {
        /// What was done, if he says so.
        #[serde(default)]
        words: String,
    },
    /// 撤回送审.
    Withdraw,
    /// 审核通过; by the last of the review chain: 销号.
    Approve {
        /// His remark; may be empty.
        #[serde(default)]
        remark: String,
    },
    /// 退回.
    Return {
        /// Why.
        why: String,
    },
    /// 申请延期.
    AskExtension {
        /// Until then.
        to: NaiveDate,
        /// Because.
        why: String,
    },
    /// 同意延期.
    Grant,
    /// 不同意延期.
    Refuse {
        /// Why.
        #[serde(default)]
        why: String,
    },
    /// 上报请上级解决 (S28).
    HandUp {
        /// To the unit above.
        to: UnitId,
        /// Why it cannot be solved here.
        why: String,
    },
    /// 上级接办.
    TakeUp {
        /// By when, now.
        deadline: NaiveDate,
        /// Who does it there.
        responsible: CadreId,
    },
    /// 退回下级.
    SendBack {
        /// Why.
        why: String,
    },
    /// 重新督办: it is back, or was not done (S24).
    Reopen {
        /// Why.
        why: String,
    },
    /// 取消.
    Cancel {
        /// Why.
        why: String,
    },
    /// 改派.
    Reassign(Reassigned),
}

/// Whose an item becomes. What stays the same is said too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reassigned {
    /// The unit responsible.
    pub unit: UnitId,
    /// The person, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// His name; empty: nobody in person.
    pub name: String,
    /// 牵头领导, if the roster knows him.
    pub lead: Option<CadreId>,
    /// His name; may be empty.
    pub lead_name: String,
}

/// A step without what is said with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// See [`Step::Submit`].
    Submit,
    /// See [`Step::Accept`].
    Accept,
    /// See [`Step::Begin`].
    Begin,
    /// See [`Step::Report`].
    Report,
    /// See [`Step::AskExtension`].
    AskExtension,
    /// See [`Step::HandUp`].
    HandUp,
    /// See [`Step::Withdraw`].
    Withdraw,
    /// See [`Step::Approve`].
    Approve,
    /// See [`Step::Return`].
    Return,
    /// See [`Step::Grant`].
    Grant,
    /// See [`Step::Refuse`].
    Refuse,
    /// See [`Step::TakeUp`].
    TakeUp,
    /// See [`Step::SendBack`].
    SendBack,
    /// See [`Step::Reassign`].
    Reassign,
    /// See [`Step::Reopen`].
    Reopen,
    /// See [`Step::Cancel`].
    Cancel,
}

impl Step {
    /// Which step it is.
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Accept => Verb::Accept,
            Self::Begin => Verb::Begin,
            Self::Report { .. } => Verb::Report,
            Self::Submit { .. } => Verb::Submit,
            Self::Withdraw => Verb::Withdraw,
            Self::Approve { .. } => Verb::Approve,
            Self::Return { .. } => Verb::Return,
            Self::AskExtension { .. } => Verb::AskExtension,
            Self::Grant => Verb::Grant,
            Self::Refuse { .. } => Verb::Refuse,
            Self::HandUp { .. } => Verb::HandUp,
            Self::TakeUp { .. } => Verb::TakeUp,
            Self::SendBack { .. } => Verb::SendBack,
            Self::Reopen { .. } => Verb::Reopen,
            Self::Cancel { .. } => Verb::Cancel,
            Self::Reassign(_) => Verb::Reassign,
        }
    }

    /// What was said with it: the reason, the words; may be empty.
    pub fn words(&self) -> &str {
        match self {
            Self::Report { words } | Self::Submit { words } => words,
            Self::Approve { remark } => remark,
            Self::Return { why }
            | Self::AskExtension { why, .. }
            | Self::Refuse { why }
            | Self::HandUp { why, .. }
            | Self::SendBack { why }
            | Self::Reopen { why }
            | Self::Cancel { why } => why,
            Self::Accept
            | Self::Begin
            | Self::Withdraw
            | Self::Grant
            | Self::TakeUp { .. }
            | Self::Reassign(_) => "",
        }
    }
}

impl Verb {
    /// The step with these words, if nothing but words is said with it.
    pub fn with(self, words: String) -> Option<Step> {
        Some(match self {
            Self::Submit => Step::Submit { words },
            Self::Accept => Step::Accept,
            Self::Begin => Step::Begin,
            Self::Report => Step::Report { words },
            Self::Withdraw => Step::Withdraw,
            Self::Approve => Step::Approve { remark: words },
            Self::Return => Step::Return { why: words },
            Self::Grant => Step::Grant,
            Self::Refuse => Step::Refuse { why: words },
            Self::Reopen => Step::Reopen { why: words },
            Self::Cancel => Step::Cancel { why: words },
            Self::AskExtension | Self::HandUp | Self::TakeUp | Self::SendBack | Self::Reassign => {
                return None;
            }
        })
    }

    /// Every step, in the order of the buttons.
    pub const ALL: [Self; 16] = [
        Self::Submit,
        Self::Accept,
        Self::Begin,
        Self::Report,
        Self::AskExtension,
        Self::HandUp,
        Self::Withdraw,
        Self::Approve,
        Self::Return,
        Self::Grant,
        Self::Refuse,
        Self::TakeUp,
        Self::SendBack,
        Self::Reassign,
        Self::Reopen,
        Self::Cancel,
    ];

    /// The name in the history.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submit => "submitted",
            Self::Accept => "accepted",
            Self::Begin => "begun",
            Self::Report => "reported",
            Self::AskExtension => "extension_asked",
            Self::HandUp => "handed_up",
            Self::Withdraw => "withdrawn",
            Self::Approve => "approved",
            Self::Return => "returned",
            Self::Grant => "extension_granted",
            Self::Refuse => "extension_refused",
            Self::TakeUp => "taken_up",
            Self::SendBack => "sent_back",
            Self::Reassign => "reassigned",
            Self::Reopen => "reopened",
            Self::Cancel => "cancelled",
        }
    }

    /// Whether it judges what somebody else did or asked for: only what was seen can be judged.
    pub const fn judges(self) -> bool {
        matches!(
            self,
            Self::Approve | Self::Return | Self::Grant | Self::Refuse | Self::Reopen | Self::Cancel
        )
    }

    /// Its letter on a button.
    pub const fn code(self) -> char {
        match self {
            Self::Submit => 's',
            Self::Accept => 'a',
            Self::Begin => 'b',
            Self::Report => 'p',
            Self::AskExtension => 'e',
            Self::HandUp => 'u',
            Self::Withdraw => 'w',
            Self::Approve => 'c',
            Self::Return => 'r',
            Self::Grant => 'g',
            Self::Refuse => 'n',
            Self::TakeUp => 't',
            Self::SendBack => 'k',
            Self::Reassign => 'm',
            Self::Reopen => 'o',
            Self::Cancel => 'x',
        }
    }

    /// The step of that letter.
    pub fn from_code(code: char) -> Option<Self> {
        Self::ALL.into_iter().find(|verb| verb.code() == code)
    }
}
