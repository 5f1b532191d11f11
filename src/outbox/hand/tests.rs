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
