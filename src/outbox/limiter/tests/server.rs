//! A server that really permits less than is believed, in virtual time.

use std::collections::VecDeque;

use super::super::*;

/// Time for a call to get there, and for its answer to come back.
const WAY: u64 = 75;

/// What came of a broadcast.
#[derive(Debug, Default)]
struct Run {
    accepted: u64,
    refused: u64,
    /// What the server would have taken.
    permitted: u64,
    /// Accepted in each second.
    seconds: Vec<u64>,
}

impl Run {
    /// Refusals of a thousand calls.
    fn refusals(&self) -> u64 {
        self.refused * 1_000 / (self.accepted + self.refused)
    }

    /// Of what the server would have taken, in hundredths.
    fn share(&self) -> u64 {
        self.accepted * 100 / self.permitted
    }
}

/// A broadcast to ever new people at a server that permits `limit(second)`, in a sliding second, for so many
/// seconds; what it refuses does not count, as in the sandbox.
fn broadcast(rate: u32, seconds: u64, limit: impl Fn(u64) -> u64) -> Run {
    let mut limiter = Limiter::new(rate);
    let mut run = Run::default();
    let (mut there, mut back) = (VecDeque::new(), VecDeque::new());
    let mut window: VecDeque<u64> = VecDeque::new();
    let mut chat = 0;
    for now in 0..seconds * 1_000 {
        let most = limit(now / 1_000);
        if now % 1_000 == 0 {
            run.permitted += most;
            run.seconds.push(0);
        }
        while let Some((_, chat)) = there.pop_front_if(|(at, _): &mut (u64, i64)| *at <= now) {
            while window.pop_front_if(|at| *at + 1_000 <= now).is_some() {}
            if (window.len() as u64) < most {
                window.push_back(now);
                run.accepted += 1;
                *run.seconds.last_mut().unwrap() += 1;
            } else {
                run.refused += 1;
                back.push_back((now + WAY, chat));
            }
        }
        while let Some((_, chat)) = back.pop_front_if(|(at, _): &mut (u64, i64)| *at <= now) {
            limiter.refused(now, chat, 1_000);
        }
        while limiter.admit(now, chat, false) == Admission::Go {
            there.push_back((now + WAY, chat));
            chat += 1;
        }
    }
    run
}

#[test]
fn a_server_that_permits_less_is_found_out_and_refuses_seldom() {
    // The first ones, while it is being found out, weigh more the less is permitted.
    for (limit, seconds, most) in [(10, 600, 15), (20, 150, 10), (25, 150, 10)] {
        let run = broadcast(30, seconds, |_| limit);
        assert!(
            run.refusals() < most,
            "{limit}: {} in 1,000",
            run.refusals()
        );
        assert!(run.share() >= 85, "{limit}: {}", run.share());
    }
}

#[test]
fn a_server_that_permits_as_much_as_is_believed_refuses_nothing() {
    let run = broadcast(30, 60, |_| 30);
    assert_eq!(run.refused, 0);
    assert!(run.share() >= 95, "{}", run.share());
}

#[test]
fn a_limit_that_falls_and_rises_again_is_followed() {
    let run = broadcast(30, 400, |second| match second {
        100..200 => 10,
        _ => 30,
    });
    assert!(run.refusals() < 10, "{} in 1,000", run.refusals());
    assert!(run.share() >= 80, "{}", run.share());
    let in_second = |second: usize| run.seconds[second];
    assert!(in_second(110) >= 8, "not for long below what is permitted");
    assert!(in_second(300) >= 28, "it comes back: {}", in_second(300));
}

#[test]
fn one_blip_costs_seconds() {
    let run = broadcast(30, 60, |second| if second == 10 { 20 } else { 30 });
    assert!(run.share() >= 90, "{}", run.share());
}
