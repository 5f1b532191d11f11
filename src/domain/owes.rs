//! The one predicate that prompts, reminders, escalation and reports share: does this person still
//! owe this duty on this day?

use chrono::NaiveDate;

use super::amount::Amount;
use super::cadre::Cadre;
use super::campaign::{Campaign, Duty};

/// Why nothing is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NothingOwed {
    /// No longer on the roster.
    Left,
    /// Somebody whom the campaign does not prompt (S4).
    NotPrompted,
    /// No target fits him.
    NoTarget,
    /// His window is not open that day.
    OutsideWindow,
    /// He has done what he owed.
    TargetMet,
    /// He has answered for that day.
    Answered,
}

impl NothingOwed {
    /// The reason kept with a message that was closed for it.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::NotPrompted => "not_prompted",
            Self::NoTarget => "no_target",
            Self::OutsideWindow => "outside_window",
            Self::TargetMet => "target_met",
            Self::Answered => "answered",
        }
    }
}

/// What the person has done of the duty, as far as one day's question needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// Counted within the window of that day.
    pub counted: Amount,
    /// Whether anything, even "nothing today", is recorded for that day.
    pub answered: bool,
}

/// What is missing to the target, if the person is to be asked about that day; else why not.
pub fn still_owes(
    campaign: &Campaign,
    duty: &Duty,
    cadre: &Cadre,
    done: Done,
    day: NaiveDate,
) -> Result<Amount, NothingOwed> {
    if !cadre.active {
        return Err(NothingOwed::Left);
    }
    if !campaign.prompts(&cadre.traits) {
        return Err(NothingOwed::NotPrompted);
    }
    let target = duty.target(&cadre.subject()).ok_or(NothingOwed::NoTarget)?;
    campaign
        .tier(cadre.depth)
        .and_then(|tier| duty.window_on(&tier.id, day))
        .ok_or(NothingOwed::OutsideWindow)?;
    if done.counted >= target {
        return Err(NothingOwed::TargetMet);
    }
    if done.answered {
        return Err(NothingOwed::Answered);
    }
    Ok(done.counted.missing_to(target))
}
