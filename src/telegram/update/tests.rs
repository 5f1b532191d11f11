use super::*;
use proptest::prelude::*;

const FROM: &str = r#""from":{"id":7,"is_bot":false,"first_name":"A","language_code":"zh-hans"}"#;
const CHAT: &str = r#""chat":{"id":7,"type":"private","first_name":"A"}"#;

fn message(rest: &str) -> Input {
    let raw =
        format!(r#"{{"update_id":5,"message":{{"message_id":9,"date":1,{FROM},{CHAT}{rest}}}}}"#);
    read(&raw).unwrap()
}

fn text(input: &Input) -> &str {
    match &input.what {
        What::Text { text } => text,
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_are_read_whatever_comes_with_them() {
    for (rest, expected) in [
        (r#","text":"昨天下午学了3学时""#, "昨天下午学了3学时"),
        (
            r#","text":"0.5天","entities":[{"type":"date_time","offset":0,"length":4,"unix_time":1}],"later":{"a":[]}"#,
            "0.5天",
        ),
        (
            r#","rich_message":{"blocks":[{"type":"paragraph","text":["学了",{"type":"bold","text":"半天"}]},{"type":"paragraph","text":"好"}]}"#,
            "学了半天\n好",
        ),
        (
            r#","text":"a","reply_markup":{"inline_keyboard":[[{"text":"b","unheard":1}]]}"#,
            "a",
        ),
    ] {
        let input = message(rest);
        assert_eq!(text(&input), expected);
        assert_eq!(input.update, UpdateId(5));
        assert_eq!(
            input.chat,
            Chat {
                id: 7,
                private: true
            }
        );
        let from = input.from.unwrap();
        assert_eq!(
            (from.id, from.language_code.as_deref()),
            (TelegramId(7), Some("zh-hans"))
        );
    }
}

#[test]
fn what_has_no_words_is_told_apart() {
    for rest in [
        r#","sticker":{"file_id":"x"}"#,
        r#","voice":{}"#,
        r#","photo":[]"#,
        r#","animation":{"file_id":"x"},"document":{"file_id":"x"}"#,
    ] {
        assert_eq!(message(rest).what, What::Wordless, "{rest}");
    }
    assert_eq!(message(r#","new_chat_members":[]"#).what, What::Other);
    assert_eq!(message(r#","text":5"#).what, What::Other);
    assert_eq!(
        message(r#","rich_message":{"blocks":[]}"#).what,
        What::Other
    );
    assert_eq!(
        message(r#","migrate_to_chat_id":-1009"#).what,
        What::Migrated { to: -1009 }
    );
}

#[test]
fn evidence_is_read_with_its_names_and_words() {
    let origin = r#""forward_origin":{"type":"hidden_user","sender_user_name":"A","date":1}"#;
    let material = |rest: &str| match message(rest).what {
        What::Media(material) => material,
        other => panic!("{other:?}"),
    };
    let plain = Material {
        kind: Kind::Photo,
        file: "large".to_owned(),
        unique: "u".to_owned(),
        caption: "半天".to_owned(),
        name: String::new(),
        forwarded: false,
        reply_to: Some(4),
        album: Some("77".to_owned()),
    };
    assert_eq!(
        material(
            r#","photo":[{"file_id":"small"},{"file_id":"large","file_unique_id":"u","w":1}],"caption":"半天","media_group_id":"77","reply_to_message":{"message_id":4}"#
        ),
        plain
    );
    let document = material(r#","document":{"file_id":"d","file_name":"名单.xlsx","new":[]}"#);
    assert_eq!(
        (document.kind, document.words()),
        (Kind::Document, "名单.xlsx".to_owned())
    );
    for kind in ["voice", "audio", "video"] {
        let found = material(&format!(r#","{kind}":{{"file_id":"f"}},{origin}"#));
        assert_eq!((found.kind.name(), found.forwarded), (kind, true));
    }
    let words = material(&format!(r#","text":"会议通知",{origin}"#));
    assert_eq!((words.kind, words.file.as_str()), (Kind::Text, ""));
    assert_eq!(words.words(), "会议通知");
}

#[test]
fn other_kinds_of_updates() {
    let group = r#""chat":{"id":-4,"type":"group"}"#;
    for (body, chat, what) in [
        (
            format!(r#""edited_message":{{{FROM},{CHAT},"text":"1"}}"#),
            7,
            What::Other,
        ),
        (
            format!(r#""channel_post":{{{group},"text":"1"}}"#),
            -4,
            What::Other,
        ),
        (r#""poll_answer":{}"#.to_owned(), 0, What::Other),
        (
            format!(r#""message":{{"from":{{"id":8,"is_bot":true}},{group},"text":"1"}}"#),
            -4,
            What::Other,
        ),
        (
            format!(
                r#""callback_query":{{"id":"q",{FROM},"message":{{"message_id":3,"date":9,{CHAT}}},"data":"t"}}"#
            ),
            7,
            What::Press {
                data: "t".into(),
                message: Some(3),
            },
        ),
        (
            format!(
                r#""callback_query":{{"id":"q",{FROM},"message":{{"message_id":3,"date":0,{group}}},"data":"t"}}"#
            ),
            -4,
            What::Press {
                data: "t".into(),
                message: None,
            },
        ),
        (
            format!(r#""callback_query":{{"id":"q",{FROM},"inline_message_id":"i","data":"t"}}"#),
            7,
            What::Press {
                data: "t".into(),
                message: None,
            },
        ),
        (
            format!(
                r#""my_chat_member":{{{FROM},{CHAT},"new_chat_member":{{"status":"kicked"}}}}"#
            ),
            7,
            What::Blocked(true),
        ),
        (
            format!(
                r#""my_chat_member":{{{FROM},{CHAT},"new_chat_member":{{"status":"member"}}}}"#
            ),
            7,
            What::Blocked(false),
        ),
        (
            format!(
                r#""my_chat_member":{{{FROM},{group},"new_chat_member":{{"status":"kicked"}}}}"#
            ),
            -4,
            What::Expelled,
        ),
    ] {
        let input = read(&format!(r#"{{"update_id":1,{body}}}"#)).unwrap();
        assert_eq!((input.chat.id, input.what), (chat, what), "{body}");
    }
}

#[test]
fn only_presses_are_acknowledged() {
    let press = r#"{"update_id":1,"callback_query":{"id":"q9","from":{"id":1}}}"#;
    assert_eq!(press_id(press).as_deref(), Some("q9"));
    assert_eq!(
        press_id(r#"{"update_id":1,"message":{"text":"\"callback_query\""}}"#),
        None
    );
    assert_eq!(press_id("{"), None);
}

#[test]
fn garbage_is_an_error_not_a_panic() {
    for raw in [
        "",
        "{}",
        "[]",
        "{\"update_id\":\"x\"}",
        "null",
        "{\"update_id\":1",
    ] {
        assert!(read(raw).is_err(), "{raw}");
    }
}

proptest! {
    #[test]
    fn no_shape_makes_it_panic(key in "message|callback_query|my_chat_member", inner in ".{0,40}") {
        let _ = read(&format!(r#"{{"update_id":1,"{key}":{inner}}}"#));
        let _ = read(&inner);
    }
}

#[test]
fn a_poll_says_how_it_stands_and_what_is_none_concerns_nobody() {
    let poll = |rest: &str| read(&format!(r#"{{"update_id":5,"poll":{{"id":"9"{rest}}}}}"#));
    let counted = poll(
        r#","options":[{"text":"a","voter_count":2},{"text":"b","voter_count":1},{"text":"c","voter_count":4}],"total_voter_count":7,"is_closed":false"#,
    );
    let counts = crate::domain::poll::Counts {
        satisfied: 3,
        voters: 7,
    };
    let expected = What::Poll {
        poll: "9".to_owned(),
        counts,
    };
    assert_eq!(counted.unwrap().what, expected);
    for rest in [
        "",
        r#","options":7,"total_voter_count":7"#,
        r#","options":[{"voter_count":-1}],"total_voter_count":7"#,
        r#","options":[{}],"total_voter_count":7"#,
    ] {
        assert_eq!(poll(rest).unwrap().what, What::Other, "{rest}");
    }
}

#[test]
fn a_bot_put_out_of_a_group_knows_it_and_a_group_has_a_name() {
    let group = r#""chat":{"id":-5,"type":"supergroup","title":"春阳镇工作群"}"#;
    for (status, what) in [
        ("kicked", What::Expelled),
        ("left", What::Expelled),
        ("member", What::Other),
        ("administrator", What::Other),
    ] {
        let raw = format!(
            r#"{{"update_id":5,"my_chat_member":{{{FROM},{group},"new_chat_member":{{"status":"{status}"}}}}}}"#
        );
        let input = read(&raw).unwrap();
        assert_eq!((input.chat.id, input.what), (-5, what), "{status}");
    }
    let raw = format!(
        r#"{{"update_id":5,"message":{{"message_id":9,"date":1,{FROM},{group},"text":"/group"}}}}"#
    );
    assert_eq!(read(&raw).unwrap().title, "春阳镇工作群");
    assert_eq!(message(r#","text":"a""#).title, "");
}
