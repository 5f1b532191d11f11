use super::*;

fn api(code: i64, description: &str) -> CallFault {
    CallFault::Api {
        code,
        description: description.into(),
        retry_after: None,
        migrate_to: None,
    }
}

#[test]
fn the_table() {
    let unreachable = |words: &str| Verdict::Unreachable {
        reason: words.into(),
    };
    let rejected = |words: &str| Verdict::Rejected {
        reason: words.into(),
    };
    for (code, words, edit, expected) in [
        (
            403,
            "Forbidden: bot was blocked by the user",
            false,
            unreachable as fn(&str) -> Verdict,
        ),
        (403, "Forbidden: user is deactivated", false, unreachable),
        (
            403,
            "Forbidden: bot was kicked from the supergroup chat",
            false,
            unreachable,
        ),
        (
            403,
            "Forbidden: bot is not a member of the channel chat",
            false,
            unreachable,
        ),
        (
            403,
            "Forbidden: the group chat was deleted",
            false,
            unreachable,
        ),
        (
            403,
            "Forbidden: bot can't initiate conversation with a user",
            false,
            unreachable,
        ),
        (
            403,
            "Forbidden: bot can't send messages to bots",
            true,
            unreachable,
        ),
        (400, "Bad Request: chat not found", false, unreachable),
        (
            400,
            "Bad Request: private chat not found",
            false,
            unreachable,
        ),
        (
            400,
            "Bad Request: can't parse entities: unsupported start tag",
            false,
            rejected,
        ),
        (400, "Bad Request: message is too long", false, rejected),
        (400, "Bad Request: BUTTON_DATA_INVALID", false, rejected),
        (413, "Request Entity Too Large", false, rejected),
        (
            400,
            "Bad Request: message is not modified: specified new message content …",
            true,
            |_| Verdict::NotModified,
        ),
        (400, "Bad Request: message to edit not found", true, |_| {
            Verdict::EditGone
        }),
        (400, "Bad Request: message can't be edited", true, |_| {
            Verdict::EditGone
        }),
        (401, "Unauthorized", false, |_| Verdict::WrongToken),
        (404, "Not Found", false, |_| Verdict::WrongToken),
    ] {
        assert_eq!(
            verdict(&api(code, words), 0, edit),
            expected(words),
            "{words}"
        );
    }
}

/// Every kin of "nobody reads there": whatever the code, the chat is at fault and not the message.
#[test]
fn the_kin_of_403() {
    for words in [
        "bot was blocked by the user",
        "USER_IS_BLOCKED",
        "user is deactivated",
        "INPUT_USER_DEACTIVATED",
        "USER_DEACTIVATED",
        "bot can't initiate conversation with a user",
        "bots can't send messages to bots",
        "the bot can't send messages to the bot",
        "USER_IS_BOT",
        "PEER_ID_INVALID",
        "CHAT_ID_INVALID",
        "chat not found",
        "private chat not found",
        "user not found",
        "bot was kicked from the group chat",
        "bot was kicked from the channel chat",
        "bot is not a member of the supergroup chat",
        "the group chat was deleted",
        "group chat was deactivated",
        "CHANNEL_PRIVATE",
        "CHAT_WRITE_FORBIDDEN",
        "CHAT_RESTRICTED",
        "CHAT_ADMIN_REQUIRED",
        "need administrator rights in the channel chat",
        "not enough rights to send text messages to the chat",
        "have no rights to send a message",
        "have no write access to the chat",
    ] {
        for (code, prefix) in [(403, "Forbidden: "), (400, "Bad Request: ")] {
            for edit in [false, true] {
                let reason = format!("{prefix}{words}");
                let found = verdict(&api(code, &reason), 0, edit);
                assert_eq!(found, Verdict::Unreachable { reason }, "{code} {edit}");
            }
        }
    }
    // A 403 that nobody has seen yet is of the same sort; a 400 is not.
    let new = "Forbidden: something that Telegram has thought of since";
    assert!(matches!(
        verdict(&api(403, new), 0, false),
        Verdict::Unreachable { .. }
    ));
}

/// 400s that another message to the same chat would not get: the person stays in reach.
#[test]
fn what_is_our_fault_is_not_the_persons() {
    for words in [
        "can't parse entities: unsupported start tag \"x\" at byte offset 3",
        "message is too long",
        "MESSAGE_TOO_LONG",
        "message text is empty",
        "BUTTON_DATA_INVALID",
        "BUTTON_URL_INVALID",
        "reply markup is too long",
        "chat_id is empty",
        "something that Telegram has thought of since",
    ] {
        let reason = format!("Bad Request: {words}");
        let found = verdict(&api(400, &reason), 0, false);
        assert_eq!(found, Verdict::Rejected { reason });
    }
}

#[test]
fn waiting_is_told_from_failing() {
    let flood = |retry_after| CallFault::Api {
        code: 429,
        description: "Too Many Requests".into(),
        retry_after,
        migrate_to: None,
    };
    for attempts in [0, 100] {
        let hours = Verdict::PauseChat {
            after: Duration::from_secs(10_072),
        };
        assert_eq!(verdict(&flood(Some(10_072)), attempts, false), hours);
    }
    assert_eq!(
        verdict(&flood(None), 1, false),
        Verdict::PauseChat {
            after: Duration::from_secs(4)
        }
    );
    let moved = CallFault::Api {
        code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat".into(),
        retry_after: None,
        migrate_to: Some(-1_001_234_567_890),
    };
    assert_eq!(
        verdict(&moved, 0, false),
        Verdict::Migrated {
            to: -1_001_234_567_890
        }
    );
}

#[test]
fn what_may_have_arrived_is_counted() {
    let lost = CallFault::Unknown("timed out".into());
    for fault in [
        &lost,
        &CallFault::Garbled(502),
        &api(500, "Internal Server Error: restart"),
    ] {
        assert!(
            matches!(verdict(fault, 0, false), Verdict::Uncertain { .. }),
            "{fault}"
        );
        assert!(
            matches!(verdict(fault, 0, true), Verdict::Retry { .. }),
            "an edit: {fault}"
        );
    }
    let refused = CallFault::NotSent("connection refused".into());
    assert!(matches!(verdict(&refused, 0, false), Verdict::Retry { .. }));
}

#[test]
fn delays_grow_and_attempts_end() {
    let lost = CallFault::Unknown("timed out".into());
    let mut previous = Duration::ZERO;
    for attempts in 0..ATTEMPTS - 1 {
        let Verdict::Uncertain { after, .. } = verdict(&lost, attempts, false) else {
            panic!("attempt {attempts}")
        };
        assert!(after >= previous && after <= Duration::from_hours(1));
        previous = after;
    }
    assert!(matches!(
        verdict(&lost, ATTEMPTS - 1, false),
        Verdict::Rejected { .. }
    ));
    let unplugged = CallFault::NotSent("connection refused".into());
    assert!(matches!(
        verdict(&unplugged, 1_000, false),
        Verdict::Retry {
            after: RECONNECT,
            ..
        }
    ));
}

#[test]
fn a_file_whose_name_is_known_no_more_can_go_up_again_but_not_for_ever() {
    for (fault, attempts, lost) in [
        (
            api(400, "Bad Request: wrong file identifier/HTTP URL specified"),
            0,
            true,
        ),
        (
            api(
                400,
                "Bad Request: wrong remote file identifier specified: Wrong character in the string",
            ),
            0,
            true,
        ),
        (api(400, "Bad Request: FILE_REFERENCE_EXPIRED"), 3, true),
        (
            api(400, "Bad Request: wrong file identifier/HTTP URL specified"),
            ATTEMPTS - 1,
            false,
        ),
        (api(400, "Bad Request: chat not found"), 0, false),
        (api(403, "Forbidden: wrong file identifier"), 0, false),
        (CallFault::Unknown("wrong file identifier".into()), 0, false),
    ] {
        assert_eq!(loses_file(&fault, attempts), lost, "{fault:?} {attempts}");
    }
}

#[test]
fn a_file_that_telegram_will_not_send_is_told_from_a_chat_that_it_cannot_reach() {
    for (fault, refused) in [
        (
            api(400, "Bad Request: wrong file identifier/HTTP URL specified"),
            true,
        ),
        (
            api(400, "Bad Request: can't use file of type Photo as Document"),
            true,
        ),
        (api(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN"), true),
        (api(400, "Bad Request: chat not found"), false),
        (api(403, "Forbidden: bot was blocked by the user"), false),
        (CallFault::Unknown("timed out".into()), false),
    ] {
        assert_eq!(refuses_file(&fault), refused, "{fault:?}");
    }
}
