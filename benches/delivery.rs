//! How messages go out: the built program against the sandbox in this process, on SQLite and, where its
//! programs are found, on PostgreSQL. The figures stand in docs/performance.md.
//!
//! `cargo bench --bench delivery` runs everything; words after `--` choose: `rate` (a broadcast of 3,000 at
//! 30 a second, alone and with people writing), `limits` (a server that permits less than is believed),
//! `bots` (one bot and two), `flat` (17,600 ten times and 176,000 waiting at a high rate); `sqlite` or `postgresql`.
//! But for the last one every `sendMessage` takes 150 ms at the server. The program writes down to whom the
//! broadcast goes when it starts. What is in the first seconds (its start) counts.

#![expect(clippy::print_stdout, reason = "it prints its result")]
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot run is to say so loudly"
)]
#![expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]

#[path = "delivery/place.rs"]
mod place;
#[path = "../tests/it/support/postgres.rs"]
mod postgres;
#[path = "delivery/program.rs"]
mod program;
#[path = "delivery/writers.rs"]
mod writers;

use std::time::{Duration, Instant};

use duban::clock::rest;
use duban::sandbox::{Action, Call, Fault, Limits, Outcome};

use place::Place;
use program::Program;

const SECOND: Duration = Duration::from_secs(1);
/// What a call takes at the server.
const LATENCY: Duration = Duration::from_millis(150);
/// Recipients where the rate is the point.
const CROWD: usize = 3_000;
/// Recipients for one bot and two.
const PAIR: usize = 1_600;
/// The longest that any scenario may take.
const PATIENCE: Duration = Duration::from_mins(20);

#[tokio::main]
async fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let (bases, scenarios): (Vec<&str>, Vec<&str>) = words
        .iter()
        .map(String::as_str)
        .partition(|word| ["sqlite", "postgresql"].contains(word));
    let wanted = |of: &[&str], name: &str| of.is_empty() || of.contains(&name);
    for base in ["sqlite", "postgresql"] {
        if !wanted(&bases, base) {
            continue;
        }
        if wanted(&scenarios, "rate") {
            rate(base, false).await;
            rate(base, true).await;
        }
        if wanted(&scenarios, "limits") {
            limits(base).await;
        }
        if wanted(&scenarios, "bots") {
            bots(base).await;
        }
        if wanted(&scenarios, "flat") {
            flat(base, 17_600, 10).await;
            flat(base, 176_000, 1).await;
        }
    }
}

/// A broadcast at the rate that is permitted; `talk`: four people a second write meanwhile.
async fn rate(base: &str, talk: bool) {
    let Some(place) = Place::on(base, CROWD, 1).await else {
        return;
    };
    slow(&place, 30);
    let program = Program::run(&place, 30);
    let writers = talk.then(|| writers::start(&place));
    arrive(&place, CROWD).await;
    let waits = match writers {
        Some(writers) => writers.rest().await,
        None => Vec::new(),
    };
    let (broadcast, refused) = outcome(&place);
    let ratio = seconds(&broadcast) / (CROWD as f64 / 30.0);
    let peak = place.sandbox.peak(None, SECOND);
    println!(
        "{base:<10} rate   {CROWD} at 30/s{}: {ratio:.3} x (N/30 s), {refused} x 429, \
         fullest second {peak}",
        if talk { ", people writing" } else { "" }
    );
    if talk {
        let at = |hundredths: usize| waits.get(waits.len() * hundredths / 100);
        let ms = |wait: Option<&Duration>| wait.map_or(0.0, |wait| wait.as_secs_f64() * 1_000.0);
        println!(
            "{base:<10} rate   {} answers, beyond the server's own time: p50 {:.0} ms, p99 {:.0} ms, \
             longest {:.0} ms",
            waits.len(),
            ms(at(50)),
            ms(at(99)),
            ms(waits.last())
        );
    }
    program.ends();
    place.sandbox.stop();
}

/// A server that permits 20 a second while 30 are believed.
async fn limits(base: &str) {
    let Some(place) = Place::on(base, CROWD, 1).await else {
        return;
    };
    slow(&place, 20);
    let program = Program::run(&place, 30);
    arrive(&place, CROWD).await;
    let (broadcast, refused) = outcome(&place);
    println!(
        "{base:<10} limits {CROWD} where 20/s are permitted and 30/s believed: {:.2} x 429 in 100 calls, \
         {:.0} % of what is permitted",
        refused as f64 * 100.0 / (CROWD + refused) as f64,
        CROWD as f64 / 20.0 / seconds(&broadcast) * 100.0
    );
    program.ends();
    place.sandbox.stop();
}

/// The same broadcast with one bot, and with two of which each serves half of the people.
async fn bots(base: &str) {
    let mut took = Vec::new();
    for bots in [1, 2] {
        let Some(place) = Place::on(base, PAIR, bots).await else {
            return;
        };
        slow(&place, 30);
        let program = Program::run(&place, 30);
        arrive(&place, PAIR).await;
        let (broadcast, refused) = outcome(&place);
        took.push((seconds(&broadcast), refused));
        program.ends();
        place.sandbox.stop();
    }
    if let [(one, _), (two, refused)] = took[..] {
        println!(
            "{base:<10} bots   {PAIR} at 30/s each: two bots take {:.3} of one's time, {refused} x 429",
            two / one
        );
    }
}

/// A whole prefecture as fast as it goes; or a tenth of it ten times, so that both send as many messages.
async fn flat(base: &str, people: usize, rounds: usize) {
    let Some(place) = Place::on(base, people, 1).await else {
        return;
    };
    let program = Program::run(&place, 2_000);
    let (mut marks, mut made) = (Vec::new(), 1);
    let begun = Instant::now();
    // The first message marks the start, then each tenth of them.
    for tenth in 0..=10 {
        let count = (people * rounds * tenth / 10).max(1);
        while place.sandbox.delivered() < count {
            assert!(begun.elapsed() < PATIENCE, "{base}: it does not end");
            rest(Duration::from_millis(20)).await;
            if made < rounds && place.sandbox.delivered() >= people * made {
                made += 1;
                place.broadcasts_again().await;
            }
        }
        marks.push((place.sandbox.delivered(), Instant::now(), program.usage()));
    }
    // What was still on its way has to be written down too.
    rest(SECOND).await;
    let end = program.usage();
    let between = |from: usize, to: usize| {
        let (Some((before, since, was)), Some((after, until, is))) =
            (marks.get(from), marks.get(to))
        else {
            return (0.0, 0.0);
        };
        let count = (after - before) as f64;
        let speed = count / until.duration_since(*since).as_secs_f64();
        (speed, (is.cpu - was.cpu) * 1_000_000.0 / count)
    };
    let start = marks.first().map_or(0.0, |(_, _, usage)| usage.resident);
    let (first, last, all) = (between(0, 1), between(9, 10), between(0, 10));
    println!(
        "{base:<10} flat   {people:>6} waiting, {rounds} x: resident {start:.1} MiB at the start, {:.1} at \
         most, {:.1} at the end; first tenth {:.0}/s and {:.0} ms of CPU for 1,000, last {:.0}/s and {:.0} ms, all \
         {:.0}/s and {:.0} ms",
        end.most, end.resident, first.0, first.1, last.0, last.1, all.0, all.1
    );
    program.ends();
    place.sandbox.stop();
}

fn slow(place: &Place, per_second: u32) {
    let delay = Fault::new(Action::Delay(LATENCY)).method("sendMessage");
    place.sandbox.add_fault(delay);
    place.sandbox.set_limits(Limits {
        per_second: Some(per_second),
        ..Limits::default()
    });
}

/// Waits until everybody has the broadcast.
async fn arrive(place: &Place, count: usize) {
    let begun = Instant::now();
    while place.broadcast(|calls| calls.filter(|call| call.delivered()).count()) < count {
        assert!(begun.elapsed() < PATIENCE, "it does not end");
        rest(Duration::from_millis(200)).await;
    }
}

/// When the broadcast's messages came in that were taken, in order, and how many calls of all got a 429.
fn outcome(place: &Place) -> (Vec<Instant>, usize) {
    let mut taken: Vec<Instant> = place.broadcast(|calls| {
        let taken = calls.filter(|call| call.delivered());
        taken.map(|call| call.at).collect()
    });
    taken.sort_unstable();
    let flood = |call: &&Call| matches!(call.outcome, Outcome::Error { code: 429, .. });
    let refused = place
        .sandbox
        .with_calls(|calls| calls.iter().filter(flood).count());
    (taken, refused)
}

/// From the first one's coming in to the last one's answer.
fn seconds(taken: &[Instant]) -> f64 {
    let (Some(first), Some(last)) = (taken.first(), taken.last()) else {
        return 0.0;
    };
    (last.duration_since(*first) + LATENCY).as_secs_f64()
}
