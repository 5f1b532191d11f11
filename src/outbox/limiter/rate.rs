//! How many a second over all chats, when the true limit is unknown and moves: halved at once by a flood,
//! quickly back to just under where the flood came, from there on slowly, feeling for the limit.

/// So long a halved rate is kept, to see whether it is low enough.
const HOLD: u64 = 1_000;
/// So long it then takes to come back to just under where the flood came.
const CLIMB: u64 = 1_500;
/// From there it feels for more: a thirtieth of the full rate after this long, four after twice as long.
const PROBE: u64 = 15_000;
/// Just under: so much of where the flood came, in hundredths.
const UNDER: u64 = 95;
/// Never below one a second.
const LEAST: u64 = 1_000;

/// The rate. All figures are thousandths of a message a second.
#[derive(Debug)]
pub(super) struct Rate {
    full: u64,
    /// `None`: nothing is known against the full rate.
    flood: Option<Flood>,
}

#[derive(Debug, Clone, Copy)]
struct Flood {
    at: u64,
    /// The rate at which it came.
    ceiling: u64,
}

impl Rate {
    /// So many messages a second.
    pub(super) fn new(full: u32) -> Self {
        Self {
            full: u64::from(full.max(1)) * 1_000,
            flood: None,
        }
    }

    /// The full rate.
    pub(super) fn full(&self) -> u64 {
        self.full
    }

    /// The rate at that time.
    pub(super) fn at(&self, now: u64) -> u64 {
        let Some(Flood { at, ceiling }) = self.flood else {
            return self.full;
        };
        let low = (ceiling / 2).max(LEAST);
        let under = (ceiling / 100 * UNDER).max(low);
        let since = now.saturating_sub(at);
        let Some(climbing) = since.checked_sub(HOLD) else {
            return low;
        };
        let Some(probing) = climbing.checked_sub(CLIMB) else {
            return low + (under - low) * climbing / CLIMB;
        };
        let unit = (self.full / 30).max(1_000);
        let more = unit.saturating_mul(probing.saturating_mul(probing)) / (PROBE * PROBE);
        under.saturating_add(more).min(self.full)
    }

    /// A flood.
    pub(super) fn halve(&mut self, now: u64) {
        self.flood = Some(Flood {
            at: now,
            ceiling: self.at(now),
        });
    }
}
