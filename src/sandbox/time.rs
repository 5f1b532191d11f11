//! The only place of the sandbox that reads the machine's clock or waits by it. An emulator stands
//! for the outside world, whose time is real; the program under test has its own clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Waits: network latency, scripted delays.
#[expect(
    clippy::disallowed_methods,
    reason = "latency of the emulated network is real time"
)]
pub(crate) async fn pause(length: Duration) {
    tokio::time::sleep(length).await;
}

/// Unix milliseconds now.
#[expect(
    clippy::disallowed_methods,
    reason = "the record of calls is compared with other processes' logs"
)]
pub(crate) fn unix_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
