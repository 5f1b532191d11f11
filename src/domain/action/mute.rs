//! "今后3天不提醒" under a reminder, and the button that takes it back.

use crate::domain::ids::ItemId;

/// An item silent for some work days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    /// Which.
    pub item: ItemId,
    /// For so many; 0: it speaks again.
    pub days: u32,
}

impl Press {
    /// The bytes behind `z:`.
    pub fn encode(self) -> String {
        format!("{}:{}", self.item, self.days)
    }

    /// Reads them.
    pub fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        Some(Self {
            item: ItemId(next()?.parse().ok()?),
            days: next()?.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn buttons_are_read_as_they_were_written() {
        for days in [0, 3, u32::MAX] {
            let press = Press {
                item: ItemId(i64::MAX),
                days,
            };
            let data = Action::Mute(press).encode();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Action::decode(&data), Some(Action::Mute(press)));
        }
        for forged in [
            "z",
            "z:",
            "z:7",
            "z:7:",
            "z:x:3",
            "z:7:-3",
            "z:7:3:1",
            "z:7:99999999999",
        ] {
            assert_eq!(Action::decode(forged), None, "{forged}");
        }
    }
}
