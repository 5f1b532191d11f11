use super::*;

/// Most starts within any window of one second.
fn busiest_second(starts: &[u64]) -> usize {
    let within = |first: usize| {
        let end = starts[first] + 1_000;
        starts.partition_point(|at| *at < end) - first
    };
    (0..starts.len()).map(within).max().unwrap_or(0)
}

/// Sends to ever new people from `begin` on, trying at every millisecond; the starts.
fn broadcast(limiter: &mut Limiter, begin: u64, count: usize) -> Vec<u64> {
    let mut starts = Vec::new();
    let mut now = begin;
    while starts.len() < count {
        let chat = i64::try_from(starts.len()).unwrap() + 1_000;
        match limiter.admit(now, chat, false) {
            Admission::Go => starts.push(now),
            Admission::All(at) | Admission::Chat(at) => {
                assert!(at > now, "a wait is a wait");
                now = at;
            }
        }
    }
    starts
}

#[test]
fn a_broadcast_holds_the_rate_and_never_more() {
    for rate in [1_u32, 2, 5, 30, 100, 1_000] {
        let count = rate as usize * 20;
        let starts = broadcast(&mut Limiter::new(rate), 5, count);
        assert!(busiest_second(&starts) <= rate as usize, "rate {rate}");
        let took = starts[count - 1] - starts[0];
        assert!(took * 100 <= 20_000 * 104, "rate {rate}: {took} ms");
    }
}

#[test]
fn late_steps_do_not_lower_the_rate() {
    let mut limiter = Limiter::new(30);
    let (mut now, mut starts) = (0, Vec::new());
    while starts.len() < 600 {
        let chat = i64::try_from(starts.len()).unwrap() + 1;
        if limiter.admit(now, chat, false) == Admission::Go {
            starts.push(now);
            // A commit takes a few milliseconds, now more, now less, and every now and then very long.
            now += now % 13 + if starts.len() % 60 == 59 { 300 } else { 0 };
        }
        now = limiter.next(now, false).max(now) + 1;
    }
    assert!(busiest_second(&starts) <= 30);
    assert!(starts[599] - starts[0] <= 21_000, "{}", starts[599]);
}

#[test]
fn answers_do_not_wait_behind_a_broadcast() {
    let mut limiter = Limiter::new(30);
    let (mut starts, mut waits) = (Vec::new(), Vec::new());
    for now in 0..20_000_u64 {
        if now % 200 == 77 {
            // An answer to somebody new; it asks again each millisecond until it may go.
            waits.push((now, i64::try_from(now).unwrap() + 500_000));
        }
        waits.retain(|(since, chat)| {
            let gone = limiter.admit(now, *chat, true) == Admission::Go;
            if gone {
                assert!(now - since <= 35, "waited {} ms", now - since);
                starts.push(now);
            }
            !gone
        });
        if limiter.admit(now, i64::try_from(now).unwrap() + 1, false) == Admission::Go {
            starts.push(now);
        }
    }
    assert!(waits.is_empty());
    assert!(busiest_second(&starts) <= 30);
    assert!(
        starts.len() >= 540,
        "the rest goes to the broadcast: {}",
        starts.len()
    );
}

#[test]
fn answers_do_not_wait_for_what_went_before_a_flood() {
    let mut limiter = Limiter::new(30);
    let starts = broadcast(&mut limiter, 0, 29);
    let now = starts[28];
    // The window has one place left by the full rate, and is too full by half of it.
    limiter.refused(now, 1_028, 1_000);
    assert_eq!(limiter.admit(now, 1, true), Admission::Go);
    assert!(matches!(limiter.admit(now, 2, false), Admission::All(_)));
}

#[test]
fn a_person_gets_one_a_second_and_a_short_burst_of_answers() {
    for (answer, expected) in [
        (true, [0, 0, 0, 1_010, 2_020, 3_030]),
        (false, [0, 1_010, 2_020, 3_030, 4_040, 5_050]),
    ] {
        let mut limiter = Limiter::new(1_000);
        let (mut now, mut starts) = (0, Vec::new());
        while starts.len() < expected.len() {
            match limiter.admit(now, 7, answer) {
                Admission::Go => starts.push(now),
                Admission::Chat(at) | Admission::All(at) => now = at,
            }
        }
        assert_eq!(starts, expected, "answer: {answer}");
    }
}

#[test]
fn a_group_gets_twenty_a_minute() {
    let mut limiter = Limiter::new(30);
    let (mut now, mut starts) = (0, Vec::new());
    while starts.len() < 50 {
        match limiter.admit(now, -100, true) {
            Admission::Go => starts.push(now),
            Admission::Chat(at) | Admission::All(at) => now = at,
        }
    }
    for first in &starts {
        let minute = starts
            .iter()
            .filter(|at| (*first..first + 60_000).contains(*at))
            .count();
        assert!(minute <= 20, "{minute} from {first}");
    }
}

#[test]
fn a_429_pauses_its_chat_and_halves_the_rate_which_climbs_back() {
    let mut limiter = Limiter::new(30);
    let rate = |limiter: &Limiter, now| limiter.rate.at(now);
    let pause = limiter.refused(1_000, 7, 5_000);
    assert_eq!((pause.chat, pause.all), (6_000, None));
    assert_eq!(rate(&limiter, 1_001), 15_000);
    assert_eq!(limiter.admit(1_001, 7, true), Admission::Chat(6_000));
    assert_eq!(limiter.admit(1_001, 8, true), Admission::Go, "others go on");
    // Another in flight at the same time is no second halving, but two chats mean the whole bot.
    let pause = limiter.refused(1_100, 9, 2_000);
    assert_eq!((pause.chat, pause.all), (3_100, Some(3_100)));
    assert_eq!(rate(&limiter, 1_999), 15_000);
    assert_eq!(limiter.admit(1_200, 10, false), Admission::All(3_100));
    assert_eq!(
        limiter.admit(1_200, 11, true),
        Admission::Go,
        "answers probe"
    );
    assert_eq!(rate(&limiter, 3_500), 28_500, "just under where it came");
    assert_eq!(rate(&limiter, 60_000), 30_000);
    assert_eq!(limiter.admit(60_000, 7, true), Admission::Go);
}

#[test]
fn a_person_who_is_refused_again_and_again_slows_nobody_else() {
    let mut limiter = Limiter::new(30);
    for turn in 0..10 {
        limiter.refused(turn * 3_000, 7, 3_000);
    }
    assert!(limiter.rate.at(27_001) > 29_000);
    // Until others are refused with him.
    limiter.refused(27_100, 8, 1_000);
    assert!(limiter.rate.at(27_101) <= 15_000);
}

#[test]
fn pauses_outlast_a_restart() {
    let mut before = Limiter::new(30);
    before.refused(0, 7, 40_000_000);
    let pause = before.refused(10, 8, 30_000);
    let mut after = Limiter::new(30);
    after.resume(7, 40_000_000);
    after.resume(8, pause.chat);
    after.resume(0, pause.all.unwrap());
    assert_eq!(after.admit(20, 7, true), Admission::Chat(40_000_000));
    assert_eq!(after.admit(20, 8, true), Admission::Chat(30_010));
    assert_eq!(after.admit(20, 9, false), Admission::All(30_010));
    assert_eq!(after.admit(20, 9, true), Admission::Go);
    // What was due meanwhile is not made up for: after the pause as evenly as ever.
    assert_eq!(after.admit(30_010, 10, false), Admission::Go);
    assert!(matches!(after.admit(30_011, 11, false), Admission::All(_)));
}

#[test]
fn a_groups_429_is_its_own_affair() {
    let mut limiter = Limiter::new(30);
    limiter.refused(0, -100, 7_000);
    assert_eq!(limiter.rate.at(1), 30_000);
    assert_eq!(limiter.admit(10, -100, true), Admission::Chat(7_000));
    assert_eq!(limiter.admit(10, -200, true), Admission::Go);
}

#[test]
fn repeated_429s_never_stop_it_for_good() {
    let mut limiter = Limiter::new(30);
    for second in 0..20 {
        limiter.refused(second * 1_000, 7 + i64::try_from(second).unwrap(), 1_000);
    }
    assert!(limiter.rate.at(20_000) >= 1_000);
    assert_eq!(limiter.admit(40_000, 8, false), Admission::Go);
}

#[test]
fn room_is_what_may_go_at_once() {
    let mut limiter = Limiter::new(30);
    assert_eq!(limiter.room(0, true), 30);
    for chat in 1..=30 {
        assert_eq!(limiter.admit(0, chat, true), Admission::Go);
    }
    assert_eq!(limiter.room(1, true), 0);
    assert_eq!(limiter.room(1, false), 0);
    assert_eq!(limiter.next(1, true), 1_030);
    assert_eq!(limiter.room(1_030, true), 30);
}

#[test]
fn chats_are_forgotten() {
    let mut limiter = Limiter::new(1_000);
    for chat in 1..=20_000 {
        let now = u64::try_from(chat).unwrap() * 10;
        assert_eq!(limiter.admit(now, chat, false), Admission::Go);
    }
    assert!(limiter.chats.len() < 3_000, "{}", limiter.chats.len());
}

mod server;
