//! People who write while a broadcast goes out, whether they are answered or not (an open loop).

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use duban::clock::rest;
use duban::sandbox::{Call, Sandbox};
use tokio::task::JoinHandle;

use crate::place::{Place, is_broadcast};

/// Four a second write, on average.
const EVERY: f64 = 0.25;

/// People who write.
pub(crate) struct Writers {
    sandbox: Sandbox,
    enough: Arc<AtomicBool>,
    /// When each account wrote; each does once.
    task: JoinHandle<HashMap<i64, Instant>>,
}

/// Begins once the broadcast has.
pub(crate) fn start(place: &Place) -> Writers {
    let (sandbox, accounts) = (place.sandbox.clone(), place.accounts.clone());
    let enough = Arc::new(AtomicBool::new(false));
    let (server, stop) = (sandbox.clone(), Arc::clone(&enough));
    let task = tokio::spawn(async move {
        let (mut dice, mut asked) = (Dice(7), HashMap::new());
        while server.delivered() == 0 {
            rest(Duration::from_millis(20)).await;
        }
        while !stop.load(Ordering::Relaxed) {
            // Gaps as between people who know nothing of each other.
            let gap = -(1.0 - dice.share()).ln() * EVERY;
            rest(Duration::from_secs_f64(gap)).await;
            let at = usize::try_from(dice.roll()).unwrap_or(0) % accounts.len();
            let Some(account) = accounts.get(at).filter(|who| !asked.contains_key(*who)) else {
                continue;
            };
            asked.insert(*account, Instant::now());
            server.say(*account, "/me");
        }
        asked
    });
    Writers {
        sandbox,
        enough,
        task,
    }
}

impl Writers {
    /// They stop. From the writing to the coming in of the answer, shortest first; `None` is no answer
    /// within five seconds, which stops the bench.
    pub(crate) async fn rest(self) -> Vec<Duration> {
        self.enough.store(true, Ordering::Relaxed);
        let asked = self.task.await.expect("people");
        rest(Duration::from_secs(5)).await;
        let answered: HashMap<i64, Instant> = self.sandbox.with_calls(|calls| {
            let answers = calls
                .iter()
                .filter(|call| call.method == "sendMessage" && !is_broadcast(call));
            let mut first = HashMap::new();
            for call in answers {
                let at = first.entry(Call::chat(call)).or_insert(call.at);
                *at = call.at.min(*at);
            }
            first
        });
        let mut waits: Vec<Duration> = asked
            .iter()
            .map(|(account, at)| {
                let answer = answered
                    .get(account)
                    .expect("an answer within five seconds");
                answer.duration_since(*at)
            })
            .collect();
        waits.sort_unstable();
        waits
    }
}

/// splitmix64, so that each run is the same.
struct Dice(u64);

impl Dice {
    /// From 0 up to 1.
    fn share(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
