//! Time, handed in: the system's own, or one that a test or the demo moves. The only file that reads
//! a clock or sleeps; everything else takes `now` as an argument or waits here.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// The longest that a wait trusts its own arithmetic: a system clock may be set, a machine may sleep.
const LONGEST_NAP: Duration = Duration::from_mins(1);

/// A clock. Copies of one clock show the same time.
#[derive(Debug, Clone)]
pub struct Clock {
    kind: Kind,
    /// Where [`Clock::ticks`] begins.
    origin: Instant,
}

#[derive(Debug, Clone)]
enum Kind {
    System,
    Manual(Arc<watch::Sender<Setting>>),
}

/// What a manual clock was last set to.
#[derive(Debug, Clone, Copy)]
struct Setting {
    shown: DateTime<Utc>,
    since: Instant,
    /// How many times as fast as the real clock it flows; 0: it stands still.
    speed: u32,
    /// How far it has been moved forward by hand, in milliseconds.
    moved: u64,
}

impl Setting {
    fn now(&self) -> DateTime<Utc> {
        let flowed = self.since.elapsed().saturating_mul(self.speed);
        TimeDelta::from_std(flowed)
            .ok()
            .and_then(|flowed| self.shown.checked_add_signed(flowed))
            .unwrap_or(DateTime::<Utc>::MAX_UTC)
    }
}

/// The system's clock can be neither set nor hurried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is the system's clock, which can only be read; start with a manual one (duban demo)")]
pub struct NotManual;

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self {
            kind: Kind::System,
            origin: Instant::now(),
        }
    }

    /// A clock that stands at `start` until it is moved.
    pub fn manual(start: DateTime<Utc>) -> Self {
        let since = Instant::now();
        let setting = Setting {
            shown: start,
            since,
            speed: 0,
            moved: 0,
        };
        Self {
            kind: Kind::Manual(Arc::new(watch::Sender::new(setting))),
            origin: since,
        }
    }

    /// The time it shows.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the file that reads the system's clock"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.kind {
            Kind::System => Utc::now(),
            Kind::Manual(setting) => setting.borrow().now(),
        }
    }

    /// The machine's own time, UTC milliseconds, whatever this clock shows: for leases and health,
    /// which concern the process and not the campaign.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the file that reads the system's clock"
    )]
    pub fn wall() -> i64 {
        Utc::now().timestamp_millis()
    }

    /// Milliseconds that only ever grow: real time gone by, and whatever a manual clock was moved
    /// forward by hand. Paces are measured in it.
    pub fn ticks(&self) -> u64 {
        let real = u64::try_from(self.origin.elapsed().as_millis()).unwrap_or(u64::MAX);
        match &self.kind {
            Kind::System => real,
            Kind::Manual(setting) => real.saturating_add(setting.borrow().moved),
        }
    }

    /// Returns once the clock shows `at` or later.
    pub async fn wait_until(&self, at: DateTime<Utc>) {
        let mut changes = match &self.kind {
            Kind::System => None,
            Kind::Manual(setting) => Some(setting.subscribe()),
        };
        loop {
            let speed = changes
                .as_mut()
                .map_or(1, |changes| changes.borrow_and_update().speed);
            let Ok(left) = (at - self.now()).to_std() else {
                return;
            };
            if left.is_zero() {
                return;
            }
            let nap = left.checked_div(speed).map(|nap| nap.min(LONGEST_NAP));
            match (nap, &mut changes) {
                (Some(nap), None) => rest(nap).await,
                (Some(nap), Some(changes)) => {
                    tokio::select! {
                        () = rest(nap) => {}
                        // This clock holds a sender, so the channel cannot close.
                        _ = changes.changed() => {}
                    }
                }
                (None, Some(changes)) => {
                    let _ = changes.changed().await;
                }
                (None, None) => return,
            }
        }
    }

    /// Sets a manual clock. Setting it back is allowed; whoever waits goes on waiting.
    pub fn set(&self, at: DateTime<Utc>) -> Result<(), NotManual> {
        self.change(|setting| {
            let forward = (at - setting.now()).num_milliseconds();
            setting.moved = setting
                .moved
                .saturating_add(u64::try_from(forward).unwrap_or(0));
            setting.shown = at;
            setting.since = Instant::now();
        })
    }

    /// Moves a manual clock by so much.
    pub fn advance(&self, by: TimeDelta) -> Result<(), NotManual> {
        self.set(
            self.now()
                .checked_add_signed(by)
                .unwrap_or(DateTime::<Utc>::MAX_UTC),
        )
    }

    /// Lets a manual clock flow at so many times the real speed; 0 stops it.
    pub fn set_speed(&self, speed: u32) -> Result<(), NotManual> {
        self.change(|setting| {
            setting.shown = setting.now();
            setting.since = Instant::now();
            setting.speed = speed;
        })
    }

    fn change(&self, change: impl FnOnce(&mut Setting)) -> Result<(), NotManual> {
        match &self.kind {
            Kind::System => Err(NotManual),
            Kind::Manual(setting) => {
                setting.send_modify(change);
                Ok(())
            }
        }
    }
}

/// Waits in real time, whatever any clock shows: between attempts to reach a server or a database.
#[expect(clippy::disallowed_methods, reason = "this is the file that sleeps")]
pub async fn rest(time: Duration) {
    tokio::time::sleep(time).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    fn noon() -> DateTime<Utc> {
        "2014-03-03T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_manual_clock_stands_until_it_is_moved() {
        let clock = Clock::manual(noon());
        let copy = clock.clone();
        assert_eq!(clock.now(), noon());
        clock.advance(TimeDelta::minutes(5)).unwrap();
        assert_eq!(copy.now(), noon() + TimeDelta::minutes(5));
        assert!(copy.ticks() >= 300_000);
        let before = copy.ticks();
        clock.set(noon()).unwrap();
        assert_eq!(copy.now(), noon());
        assert!(copy.ticks() >= before, "paces never run backwards");
    }

    #[test]
    fn a_flowing_clock_flows_faster_than_the_real_one() {
        let clock = Clock::manual(noon());
        clock.set_speed(1_000_000).unwrap();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(1) {}
        assert!(clock.now() >= noon() + TimeDelta::seconds(1000));
        clock.set_speed(0).unwrap();
        assert_eq!(clock.now(), clock.now());
    }

    #[test]
    fn the_system_clock_is_only_read() {
        let clock = Clock::system();
        assert_eq!(clock.advance(TimeDelta::seconds(1)), Err(NotManual));
        assert_eq!(clock.set(noon()), Err(NotManual));
        assert!(clock.now() > noon());
    }

    #[tokio::test]
    async fn whoever_waits_is_woken_when_the_clock_passes_his_time() {
        let clock = Clock::manual(noon());
        let mut wait = std::pin::pin!(clock.wait_until(noon() + TimeDelta::hours(1)));
        assert!(wait.as_mut().now_or_never().is_none());
        clock.advance(TimeDelta::minutes(59)).unwrap();
        assert!(wait.as_mut().now_or_never().is_none());
        clock.advance(TimeDelta::minutes(1)).unwrap();
        assert!(wait.as_mut().now_or_never().is_some());
        clock.wait_until(noon()).await;
    }
}
