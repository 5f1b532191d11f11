//! Real-time sending limits, off until a test turns them on.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

/// How much a bot may send. `None`: as much as it likes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second, over all chats.
    pub per_second: Option<u32>,
    /// Messages a second to one chat.
    pub per_chat_per_second: Option<u32>,
    /// Messages a minute to one group.
    pub per_group_minute: Option<u32>,
}

/// Counts messages in sliding windows.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    pub(crate) limits: Limits,
    all: HashMap<i64, VecDeque<Instant>>,
    chats: HashMap<(i64, i64), VecDeque<Instant>>,
    groups: HashMap<(i64, i64), VecDeque<Instant>>,
}

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);

impl Meter {
    /// Counts one message at `at`, or says for how many seconds the bot has to wait. What is refused
    /// does not count.
    pub(crate) fn count(&mut self, bot: i64, chat: i64, at: Instant) -> Result<(), u64> {
        let limits = self.limits;
        let pair = (bot, chat);
        let mut windows = Vec::new();
        if let Some(most) = limits.per_second {
            windows.push((self.all.entry(bot).or_default(), most, SECOND));
        }
        if let Some(most) = limits.per_chat_per_second {
            windows.push((self.chats.entry(pair).or_default(), most, SECOND));
        }
        if let Some(most) = limits.per_group_minute.filter(|_| chat < 0) {
            windows.push((self.groups.entry(pair).or_default(), most, MINUTE));
        }
        let mut wait = 0;
        for (times, most, length) in &mut windows {
            while times
                .front()
                .is_some_and(|first| at.duration_since(*first) >= *length)
            {
                times.pop_front();
            }
            if times.len() >= usize::try_from(*most).unwrap_or(usize::MAX) {
                let left = times.front().map_or(*length, |first| {
                    length.saturating_sub(at.duration_since(*first))
                });
                wait = wait
                    .max(left.as_secs() + u64::from(left.subsec_nanos() > 0))
                    .max(1);
            }
        }
        if wait > 0 {
            return Err(wait);
        }
        for (times, _, _) in windows {
            times.push_back(at);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_slides_and_refusals_do_not_count() {
        let mut meter = Meter {
            limits: Limits {
                per_second: Some(2),
                per_chat_per_second: None,
                per_group_minute: Some(3),
            },
            ..Meter::default()
        };
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        assert_eq!(meter.count(1, 5, at(0)), Ok(()));
        assert_eq!(meter.count(1, 6, at(500)), Ok(()));
        assert_eq!(meter.count(1, 7, at(999)), Err(1));
        assert_eq!(
            meter.count(2, 7, at(999)),
            Ok(()),
            "another bot has its own limit"
        );
        assert_eq!(meter.count(1, 7, at(1000)), Ok(()));
        for ms in [2000, 4000, 6000] {
            assert_eq!(meter.count(1, -9, at(ms)), Ok(()));
        }
        assert_eq!(meter.count(1, -9, at(8000)), Err(54));
    }
}
