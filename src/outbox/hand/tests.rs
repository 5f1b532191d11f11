use super::*;
use crate::domain::ids::OutboxId;
use crate::domain::language::Language;
use crate::domain::notice::Notice;
use crate::outbox::payload::Payload;

fn row(id: i64, lane: Lane, chat: i64) -> Ready {
    Ready {
        row: ClaimedRow {
            id: OutboxId(id),
            lane,
            kind: "test".into(),
            cadre: None,
            chat,
            payload: Payload::Letter {
                language: Language::En,
                notice: Notice::Welcome,
            },
            edits: None,
            attempts: 0,
            not_before: chrono::DateTime::UNIX_EPOCH,
        },
        words: Rendered {
            text: "x".into(),
            keyboard: Vec::new(),
        },
        picture: None,
        file: None,
        ballot: None,
        lease_until: 100,
    }
}

fn ids(rows: &[Ready]) -> Vec<i64> {
    rows.iter().map(|ready| ready.row.id.0).collect()
}

#[test]
fn answers_go_first_and_a_chat_keeps_its_order() {
    let (mut hand, mut limiter) = (Hand::default(), Limiter::new(30));
    for (id, lane, chat) in [
        (1, Lane::Broadcast, 1),
        (3, Lane::Answer, 2),
        (2, Lane::Answer, 2),
        (4, Lane::Answer, 3),
    ] {
        hand.add(row(id, lane, chat));
    }
    let choice = hand.choose(&mut limiter, 0, 0);
    assert_eq!(ids(&choice.go), [2, 4, 1]);
    assert!(
        hand.choose(&mut limiter, 1, 0).go.is_empty(),
        "3 waits until 2 has landed"
    );
    hand.landed(2);
    assert_eq!(ids(&hand.choose(&mut limiter, 1, 0).go), [3]);
    assert!(hand.is_empty());
}

#[test]
fn one_chat_cannot_fill_the_hand() {
    let (mut hand, mut limiter) = (Hand::default(), Limiter::new(30));
    (0..20).for_each(|id| hand.add(row(id, Lane::Answer, 7)));
    hand.add(row(99, Lane::Answer, 8));
    let choice = hand.choose(&mut limiter, 0, 0);
    assert_eq!(ids(&choice.go), [0, 99]);
    assert_eq!(choice.back.len(), 15);
    assert_eq!(
        choice.back.first().map(|(row, wait)| (row.id.0, *wait)),
        Some((5, 4_000))
    );
}

#[test]
fn a_paused_chat_waits_in_the_table_and_a_short_wait_in_hand() {
    let (mut hand, mut limiter) = (Hand::default(), Limiter::new(30));
    limiter.refused(0, 7, 9_000);
    limiter.refused(0, -8, 500);
    for (id, chat) in [(1, 7), (2, -8), (3, 9)] {
        hand.add(row(id, Lane::Answer, chat));
    }
    let choice = hand.choose(&mut limiter, 100, 0);
    assert_eq!(ids(&choice.go), [3]);
    assert_eq!(
        choice.back.first().map(|(row, wait)| (row.id.0, *wait)),
        Some((1, 8_900))
    );
    assert_eq!(choice.again, Some(500));
}

#[test]
fn what_is_not_held_long_enough_goes_back() {
    let (mut hand, mut limiter) = (Hand::default(), Limiter::new(30));
    hand.add(row(1, Lane::Answer, 7));
    let choice = hand.choose(&mut limiter, 0, 101);
    assert_eq!((choice.go.len(), choice.back.len()), (0, 1));
}

#[test]
fn what_nobody_asked_for_is_taken_out_when_it_goes() {
    let (hand, mut limiter) = (Hand::default(), Limiter::new(30));
    assert_eq!(hand.room(Lane::Broadcast, &mut limiter, 1_000), 1);
    assert_eq!(limiter.admit(1_000, 1, false), Admission::Go);
    assert_eq!(hand.room(Lane::Broadcast, &mut limiter, 1_001), 0);
    assert_eq!(hand.next(Lane::Broadcast, &mut limiter, 1_001), Some(1_035));
    assert_eq!(hand.room(Lane::Broadcast, &mut limiter, 1_035), 1);
    // At high rates what goes within 20 ms is taken out together, and shares a commit.
    let mut limiter = Limiter::new(1_036);
    assert_eq!(hand.room(Lane::Broadcast, &mut limiter, 1_000), 20);
    for chat in 1..=20 {
        assert_eq!(limiter.admit(1_000, chat, false), Admission::Go);
    }
    assert_eq!(hand.room(Lane::Broadcast, &mut limiter, 1_010), 0);
    assert_eq!(hand.next(Lane::Broadcast, &mut limiter, 1_010), Some(1_020));
    assert_eq!(hand.room(Lane::Broadcast, &mut limiter, 1_020), 20);
}

#[test]
fn rows_that_wait_for_their_chat_block_nobody_and_come_back_one_by_one() {
    let (mut hand, mut limiter) = (Hand::default(), Limiter::new(30));
    hand.add(row(1, Lane::Broadcast, 7));
    assert_eq!(ids(&hand.choose(&mut limiter, 0, 0).go), [1]);
    let mut waits = Vec::new();
    for id in 2..=4 {
        hand.add(row(id, Lane::Broadcast, 7));
        let choice = hand.choose(&mut limiter, 100, 0);
        assert!(choice.go.is_empty());
        waits.extend(choice.back.iter().map(|(row, wait)| (row.id.0, *wait)));
    }
    assert_eq!(waits, [(2, 910), (3, 1_920), (4, 2_930)]);
    hand.add(row(5, Lane::Broadcast, 8));
    assert_eq!(ids(&hand.choose(&mut limiter, 100, 0).go), [5]);
    assert!(hand.is_empty());
}

#[test]
fn many_that_write_at_once_do_not_keep_others_out() {
    let (mut hand, mut limiter) = (Hand::default(), Limiter::new(30));
    // Twenty people wait for their turn with four answers each.
    for chat in 1..=20 {
        limiter.resume(chat, 2_000);
        (0..4).for_each(|n| hand.add(row(chat * 10 + n, Lane::Answer, chat)));
    }
    assert!(hand.choose(&mut limiter, 0, 0).go.is_empty());
    assert_eq!(hand.room(Lane::Answer, &mut limiter, 0), 30);
    hand.add(row(999, Lane::Answer, 99));
    assert_eq!(ids(&hand.choose(&mut limiter, 0, 0).go), [999]);
}
