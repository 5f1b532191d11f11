//! Messages out, buttons and edits, in the words of the real server.

use serde_json::{Value, json};

use super::{SECOND, call, done, refused, sandbox};
use crate::sandbox::Limits;

#[tokio::test]
async fn recipients_who_cannot_be_written_to() {
    let sandbox = sandbox().await;
    sandbox.group(-5, "联络员", false);
    sandbox.group(-6, "督导组", true);
    for user in [8, 9] {
        sandbox.open(user);
    }
    sandbox.block(8);
    sandbox.deactivate(9);
    let fresh = sandbox.migrate(-5);
    sandbox.kick(-6, 7);
    let cases = [
        (json!(404), "400 Bad Request: chat not found".to_owned()),
        (json!("@nobody"), "400 Bad Request: chat not found".into()),
        (json!(""), "400 Bad Request: chat_id is empty".into()),
        (
            json!(7),
            "403 Forbidden: bot can't initiate conversation with a user".into(),
        ),
        (
            json!(8),
            "403 Forbidden: bot was blocked by the user".into(),
        ),
        (json!(9), "403 Forbidden: user is deactivated".into()),
        (
            json!(1000),
            "403 Forbidden: bot can't send messages to bots".into(),
        ),
        (
            json!(-5),
            "400 Bad Request: group chat was upgraded to a supergroup chat".into(),
        ),
        (
            json!(-6),
            "403 Forbidden: bot was kicked from the supergroup chat".into(),
        ),
    ];
    for (chat, wanted) in cases {
        let params = json!({"chat_id": chat, "text": "x"});
        assert_eq!(refused(&sandbox, "sendMessage", params).await, wanted);
    }
    let answer = call(&sandbox, "sendMessage", json!({"chat_id": -5, "text": "x"})).await;
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], fresh);
    done(
        &sandbox,
        "sendMessage",
        json!({"chat_id": fresh, "text": "x"}),
    )
    .await;
    sandbox.say(8, "又来了");
    done(&sandbox, "sendMessage", json!({"chat_id": 8, "text": "x"})).await;
}

#[tokio::test]
async fn texts_are_measured_after_parsing_in_utf16_units() {
    let sandbox = sandbox().await;
    sandbox.open(7);
    let send = |text: String, mode: &str| json!({"chat_id": 7, "text": text, "parse_mode": mode});
    done(
        &sandbox,
        "sendMessage",
        send(format!("<b>{}</b>", "学".repeat(4096)), "HTML"),
    )
    .await;
    done(&sandbox, "sendMessage", send("😀".repeat(2048), "")).await;
    for (text, mode, wanted) in [
        ("学".repeat(4097), "", "message is too long"),
        ("😀".repeat(2049), "", "message is too long"),
        (String::new(), "", "message text is empty"),
        (" \n ".into(), "", "message text is empty"),
        ("<b> </b>".into(), "HTML", "message text is empty"),
        (
            "学<x>".into(),
            "HTML",
            "can't parse entities: Unsupported start tag \"x\" at byte offset 3",
        ),
        (
            "<b>a".into(),
            "HTML",
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ("x".into(), "Klingon", "unsupported parse_mode"),
    ] {
        let wanted = format!("400 Bad Request: {wanted}");
        assert_eq!(
            refused(&sandbox, "sendMessage", send(text, mode)).await,
            wanted
        );
    }
    let params =
        json!({"chat_id": 7, "text": "<b>已学</b> 3.5 &lt; 7 /help", "parse_mode": "HTML"});
    let message = done(&sandbox, "sendMessage", params).await;
    assert_eq!(message["text"], "已学 3.5 < 7 /help");
    assert_eq!(
        message["entities"],
        json!([
            {"type": "bold", "offset": 0, "length": 2},
            {"type": "bot_command", "offset": 11, "length": 5},
        ])
    );
    assert_eq!(
        message["chat"],
        json!({"id": 7, "first_name": "周俊哲", "type": "private"})
    );
    assert_eq!(
        sandbox.last(7).unwrap().html,
        "<b>已学</b> 3.5 &lt; 7 /help"
    );
}

#[tokio::test]
async fn a_press_is_answered_once_and_the_message_edited_in_place() {
    let sandbox = sandbox().await;
    sandbox.say(7, "/start");
    let keyboard = json!({"inline_keyboard": [[{"text": "半天", "callback_data": "half"}]]});
    let send = json!({"chat_id": 7, "text": "学了多少?", "reply_markup": keyboard});
    let id = done(&sandbox, "sendMessage", send).await["message_id"]
        .as_i64()
        .unwrap();

    assert!(sandbox.press(7, 7, id, "whole").is_err());
    let query = sandbox.press_label(7, 7, "半").unwrap();
    let updates = done(&sandbox, "getUpdates", json!({"limit": 1, "offset": -1})).await;
    assert_eq!(updates[0]["callback_query"]["data"], "half");
    assert_eq!(updates[0]["callback_query"]["message"]["message_id"], id);
    assert_eq!(
        updates[0]["callback_query"]["from"]["language_code"],
        "zh-hans"
    );

    let answer = json!({"callback_query_id": query, "text": "已记"});
    done(&sandbox, "answerCallbackQuery", answer.clone()).await;
    assert_eq!(sandbox.toast(&query).unwrap().text, "已记");
    let old =
        "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(refused(&sandbox, "answerCallbackQuery", answer).await, old);

    let same =
        json!({"chat_id": 7, "message_id": id, "text": "学了多少?", "reply_markup": keyboard});
    assert!(
        refused(&sandbox, "editMessageText", same)
            .await
            .contains("message is not modified: specified new")
    );
    let edit = json!({"chat_id": 7, "message_id": id, "text": "✓ 半天"});
    done(&sandbox, "editMessageText", edit.clone()).await;
    let last = sandbox.last(7).unwrap();
    assert_eq!(
        (last.text.as_str(), last.edited, last.buttons.len()),
        ("✓ 半天", true, 0)
    );
    assert!(
        sandbox.press(7, 7, id, "half").is_err(),
        "the edit took the keyboard away"
    );

    let other = |message_id: i64| json!({"chat_id": 7, "message_id": message_id, "text": "x"});
    assert_eq!(
        refused(&sandbox, "editMessageText", other(99)).await,
        "400 Bad Request: message to edit not found"
    );
    assert_eq!(
        refused(&sandbox, "editMessageText", other(1)).await,
        "400 Bad Request: message can't be edited"
    );
    done(
        &sandbox,
        "deleteMessage",
        json!({"chat_id": 7, "message_id": id}),
    )
    .await;
    let gone = refused(
        &sandbox,
        "deleteMessage",
        json!({"chat_id": 7, "message_id": id}),
    )
    .await;
    assert_eq!(gone, "400 Bad Request: message to delete not found");
    sandbox.forge(7, 7, id, "half");
    let updates = done(&sandbox, "getUpdates", json!({"offset": -1})).await;
    assert_eq!(
        updates[0]["callback_query"]["message"]["date"], 0,
        "an inaccessible message"
    );
}

#[tokio::test]
async fn limits_refuse_what_is_too_fast() {
    let sandbox = sandbox().await;
    sandbox.open(7);
    sandbox.set_limits(Limits {
        per_chat_per_second: Some(1),
        ..Limits::default()
    });
    let send = json!({"chat_id": 7, "text": "x"});
    done(&sandbox, "sendMessage", send.clone()).await;
    assert_eq!(
        refused(&sandbox, "sendMessage", send).await,
        "429 Too Many Requests: retry after 1"
    );
    assert_eq!(sandbox.peak(Some(7), SECOND), 1);
}

#[tokio::test]
async fn unknown_bots_and_methods() {
    let sandbox = sandbox().await;
    assert_eq!(
        refused(&sandbox, "sendChecklist", json!({})).await,
        "404 Not Found"
    );
    let url = format!("{}/bot1:wrong/getMe", sandbox.url());
    let answer = reqwest::get(url).await.unwrap();
    assert_eq!(answer.status(), 401);
    let body = answer.text().await.unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(
        body,
        json!({"ok": false, "error_code": 401, "description": "Unauthorized"})
    );
    assert_eq!(
        done(&sandbox, "GETME", json!({})).await["username"],
        "duban_bot"
    );
}

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let sandbox = sandbox().await;
    let set = |name: &str, language: &str| {
        json!({"commands": [{"command": name, "description": "d"}], "language_code": language,
               "scope": {"type": "all_private_chats"}})
    };
    done(&sandbox, "setMyCommands", set("help", "zh")).await;
    for (name, language, wanted) in [
        (
            "help",
            "zh-CN",
            "400 Bad Request: invalid language code specified",
        ),
        ("Help", "", "400 Bad Request: BOT_COMMAND_INVALID"),
        ("", "", "400 Bad Request: command must be non-empty"),
    ] {
        assert_eq!(
            refused(&sandbox, "setMyCommands", set(name, language)).await,
            wanted
        );
    }
    assert_eq!(done(&sandbox, "getMyCommands", json!({})).await, json!([]));
    let scope = json!({"scope": {"type": "all_private_chats"}, "language_code": "zh"});
    assert_eq!(
        done(&sandbox, "getMyCommands", scope).await[0]["command"],
        "help"
    );
}
