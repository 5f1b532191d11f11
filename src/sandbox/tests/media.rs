//! Files, and the page in the browser.

use serde_json::{Value, json};

use super::{TOKEN, done, refused, sandbox};
use crate::sandbox::{Message, Options, PageOptions, Phone, Sandbox};

#[tokio::test]
async fn files_go_up_once_and_are_sent_again_by_id() {
    let sandbox = sandbox().await;
    sandbox.open(7);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 2, 128, 0, 0, 1, 224]);
    let part = reqwest::multipart::Part::bytes(png.clone()).file_name("board.png");
    let form = reqwest::multipart::Form::new()
        .text("chat_id", "7")
        .text("photo", "attach://board")
        .text("caption", "<i>进度</i>")
        .text("parse_mode", "HTML")
        .part("board", part);
    let url = format!("{}/bot{TOKEN}/sendPhoto", sandbox.url());
    let answer = reqwest::Client::new()
        .post(url)
        .multipart(form)
        .send()
        .await
        .unwrap();
    let answer: Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
    let photo = &answer["result"]["photo"][0];
    assert_eq!(
        (&photo["width"], &photo["height"]),
        (&json!(640), &json!(480)),
        "{answer}"
    );
    let again = json!({"chat_id": 7, "photo": photo["file_id"]});
    done(&sandbox, "sendPhoto", again.clone()).await;
    let path =
        done(&sandbox, "getFile", json!({"file_id": photo["file_id"]})).await["file_path"].clone();
    let url = format!(
        "{}/file/bot{TOKEN}/{}",
        sandbox.url(),
        path.as_str().unwrap()
    );
    assert_eq!(reqwest::get(url).await.unwrap().bytes().await.unwrap(), png);
    let wrong = json!({"chat_id": 7, "document": photo["file_id"]});
    let refusal = refused(&sandbox, "sendDocument", wrong).await;
    assert_eq!(
        refusal,
        "400 Bad Request: can't use file of type Photo as Document"
    );
}

#[tokio::test]
async fn what_a_person_sends_can_be_sent_again_as_what_it_is_and_by_that_bot() {
    let sandbox = sandbox().await;
    sandbox.send_voice(7, 7, b"voice".to_vec());
    sandbox.send_video(7, 7, b"video".to_vec(), "会场");
    sandbox.forward(7, 7, "会议通知");
    sandbox.send_album(7, 7, vec![b"1".to_vec(), b"2".to_vec()], "两张");
    let messages = sandbox.messages(7);
    let kinds: Vec<&str> = messages.iter().map(|message| message.kind).collect();
    assert_eq!(kinds, ["voice", "video", "text", "photo", "photo"]);
    assert_eq!(messages[2].body["forward_origin"]["type"], "hidden_user");
    let album = |message: &Message| message.body["media_group_id"].clone();
    assert_eq!(album(&messages[3]), album(&messages[4]));
    assert_eq!(
        (messages[3].text.as_str(), messages[4].text.as_str()),
        ("两张", "")
    );

    let voice = json!({"chat_id": 7, "voice": messages[0].file_id, "caption": "材料 1/2"});
    let sent = done(&sandbox, "sendVoice", voice).await;
    assert_eq!(
        (&sent["voice"]["mime_type"], &sent["caption"]),
        (&json!("audio/ogg"), &json!("材料 1/2"))
    );
    let video = json!({"chat_id": 7, "video": messages[1].file_id});
    assert_eq!(
        done(&sandbox, "sendVideo", video).await["video"]["width"],
        1280
    );
    for (method, field, refusal) in [
        (
            "sendAudio",
            "audio",
            "400 Bad Request: can't use file of type VoiceNote as Audio",
        ),
        (
            "sendPhoto",
            "photo",
            "400 Bad Request: can't use file of type VoiceNote as Photo",
        ),
    ] {
        let wrong = json!({"chat_id": 7, field: messages[0].file_id});
        assert_eq!(refused(&sandbox, method, wrong).await, refusal);
    }
}

#[tokio::test]
async fn the_page_plays_a_person() {
    let phone = Phone {
        chat_id: 7,
        user_id: 7,
        title: "周俊哲".into(),
        subtitle: String::new(),
    };
    let options = Options {
        page: PageOptions {
            title: "督办".into(),
            words: json!({"send": "发送"}),
            phones: vec![phone],
        },
        ..Options::default()
    };
    let sandbox = Sandbox::start(options).await.unwrap();
    sandbox.bot(TOKEN, 1000, "duban_bot");
    let post = |path: &str, body: Value| {
        let request = reqwest::Client::new().post(format!("{}{path}", sandbox.url()));
        request
            .header("content-type", "application/json")
            .body(body.to_string())
            .send()
    };
    assert_eq!(
        post(
            "/sim/say",
            json!({"chat_id": 7, "user_id": 7, "text": "/start"})
        )
        .await
        .unwrap()
        .status(),
        200
    );
    let gone = json!({"chat_id": 7, "user_id": 7, "message_id": 1, "data": "x"});
    assert_eq!(post("/sim/press", gone).await.unwrap().status(), 409);
    let state = reqwest::get(format!("{}/sim/events?after=0", sandbox.url()))
        .await
        .unwrap();
    let state: Value = serde_json::from_str(&state.text().await.unwrap()).unwrap();
    assert_eq!(state["phones"][0]["messages"][0]["text"], "/start");
    assert_eq!(state["words"]["send"], "发送");
    let page = reqwest::get(format!("{}/", sandbox.url()))
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(page.starts_with("<!doctype html>"));
}
