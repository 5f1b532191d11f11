//! Evidence: sent after what was recorded, with it or in answer to it; shown to those who may see it, by the
//! bot that has it.

use duban::domain::campaign::Bot;
use duban::sandbox::{Fault, Message};

use super::support::{EAST_BOT, MAIN_BOT, Person, Town, bases};

const HALF: &str = "3月3日 周一 半天（4学时）";
const NO_ENTRY: &str = "不知道是哪一条的材料，没有附。\n请先记再发：先发“半天”，再发照片；\n\
                        或在照片下写“半天”。\n以前的，请回复那条记录再发。";
const GONE: &str = "这条记录已撤销或查不到，没有改动。\n请先重新记，如“半天”，再发材料。";
const DENIED: &str = "这条记录不归您管，不能看，也不能附材料。\n如有需要，请联系活动办。";

impl Person<'_> {
    /// Sends a photo; the bot's first answer.
    pub(super) async fn sends_photo(&self, caption: &str) -> String {
        self.does(|sandbox, me| sandbox.send_photo(me, me, b"photo".to_vec(), caption))
            .await
    }

    /// The last messages of the bot.
    fn last_few(&self, count: usize) -> Vec<Message> {
        let mut messages = self.town.sandbox.messages(self.account);
        messages.retain(|message| message.from_bot);
        messages.split_off(messages.len() - count)
    }
}

impl Town {
    /// What is kept behind entries: day of the entry, kind, words.
    pub(super) async fn evidence(&self) -> Vec<String> {
        self.texts(
            "SELECT e.on_date || ' ' || v.kind || ' ' || v.words
             FROM evidence v JOIN entries e ON e.id = v.entry_id ORDER BY v.id",
        )
        .await
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
    }
}

#[tokio::test]
async fn what_is_sent_after_an_entry_stands_behind_it_and_can_be_looked_at() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        zhou.says("半天").await;
        let buttons = zhou.buttons();
        assert_eq!(buttons[buttons.len() - 3..], ["改", "补充材料", "看整改"]);
        let attached = |n: usize| format!("✓ 已附材料，共{n}份\n{HALF}");
        assert_eq!(zhou.sends_photo("会场").await, attached(1));
        let voice = zhou.does(|sandbox, me| sandbox.send_voice(me, me, b"voice".to_vec()));
        assert_eq!(voice.await, attached(2));
        let file = b"rows".to_vec();
        let file = zhou.does(|sandbox, me| sandbox.send_document(me, me, "签到.xlsx", file, ""));
        assert_eq!(file.await, attached(3));
        let words = zhou.does(|sandbox, me| sandbox.forward(me, me, "会议通知：半天"));
        assert_eq!(words.await, attached(4));
        assert_eq!(
            town.evidence().await,
            [
                "2014-03-03 photo 会场",
                "2014-03-03 voice",
                "2014-03-03 document 签到.xlsx",
                "2014-03-03 text 会议通知：半天",
            ]
        );

        zhou.presses("看材料 4").await;
        let shown = zhou.last_few(4);
        let kinds: Vec<&str> = shown.iter().map(|message| message.kind).collect();
        assert_eq!(kinds, ["photo", "voice", "document", "text"], "{base:?}");
        assert_eq!(shown[0].text, format!("材料 1/4 {HALF}\n会场"));
        let of = |message: &Message| town.sandbox.file(message.file_id.as_deref()?);
        assert_eq!(of(&shown[0]).as_deref(), Some(&b"photo"[..]));
        assert_eq!(of(&shown[2]).as_deref(), Some(&b"rows"[..]));

        // Who cares for him sees it too, and it is on record.
        lan.forges("g:s:1").await;
        let shown = lan.last_few(4);
        assert_eq!(shown[0].text, format!("材料 1/4 周俊哲 {HALF}\n会场"));
        assert_eq!(
            town.attempts().await.pop().as_deref(),
            Some("李兰 evidence entry 1 1")
        );

        // What is neither words nor evidence.
        let sticker = zhou.does(|sandbox, me| sandbox.send_sticker(me, me)).await;
        assert_eq!(
            sticker,
            "这个我看不懂，没有记。\n请写成文字，如“半天”。\n材料请发照片、文件或语音。"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_caption_that_is_an_amount_is_recorded_with_its_picture() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.cadre("杨勇涛").await;
        yang.sends_photo("半天").await;
        assert_eq!(yang.reads(), "✓ 材料也已附上");
        let [recorded, _] = &yang.last_few(2)[..] else {
            panic!("two messages");
        };
        assert!(
            recorded.text.starts_with(&format!("✓ {HALF}")),
            "{recorded:?}"
        );
        assert_eq!(town.sums().await, ["杨勇涛 2014-03-03 4000"]);
        assert_eq!(town.evidence().await, ["2014-03-03 photo 半天"]);

        // An album is answered once for all its pictures, behind what its caption recorded.
        let before = yang.heard();
        let three = vec![b"1".to_vec(), b"2".to_vec(), b"3".to_vec()];
        yang.does(|sandbox, me| sandbox.send_album(me, me, three, "昨天1天"))
            .await;
        assert_eq!(
            yang.heard() - before,
            3,
            "recorded, with it, and the others"
        );
        assert_eq!(yang.reads(), "✓ 这组材料已附上\n3月2日 周日 1天（8学时）");
        let evidence = town.evidence().await;
        assert_eq!(
            evidence[1..],
            [
                "2014-03-02 photo 昨天1天",
                "2014-03-02 photo",
                "2014-03-02 photo"
            ]
        );

        // What cannot be recorded leaves nothing behind; what is unclear only describes.
        let refused = yang.sends_photo("2月30小时").await;
        assert!(
            refused.starts_with("✓ 已附材料") || refused.starts_with("一天最多"),
            "{refused}"
        );
        // Said again it is asked about, and stands behind what it was said of.
        let before = town.evidence().await.len();
        yang.sends_photo("昨天1天").await;
        let chat = town.sandbox.messages(yang.account);
        let asked = chat
            .iter()
            .rev()
            .find(|one| one.text.contains("是同一次吗"));
        assert!(asked.is_some_and(|one| one.text.starts_with("3月2日 周日 已记1天（8学时）")));
        assert_eq!(town.evidence().await.len(), before + 1);
        let sums = ["杨勇涛 2014-03-02 8000", "杨勇涛 2014-03-03 4000"];
        assert_eq!(town.sums().await, sums);
        // Others' words claim nothing for him.
        yang.does(|sandbox, me| sandbox.forward(me, me, "半天"))
            .await;
        assert_eq!(town.sums().await, sums);
        town.closes().await;
    }
}

#[tokio::test]
async fn what_belongs_to_nothing_is_asked_about_and_old_records_are_reached_by_reply_or_button() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.limits.most_evidence = 2;
        })
        .await;
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(zhou.sends_photo("").await, NO_ENTRY);
        zhou.says("今天没学").await;
        assert_eq!(
            zhou.sends_photo("").await,
            NO_ENTRY,
            "nothing to show for nothing"
        );
        zhou.says("半天").await;
        let record = zhou.last().expect("a record").message_id;
        let add = zhou.data("补充材料");
        town.becomes("2014-03-03 10:30").await;
        assert_eq!(
            zhou.sends_photo("").await,
            NO_ENTRY,
            "{base:?}: an hour is over"
        );

        let reply = zhou.does(|sandbox, me| sandbox.reply_photo(me, me, record, b"a".to_vec()));
        assert_eq!(reply.await, format!("✓ 已附材料，共1份\n{HALF}"));
        let asked = zhou.forges_on(record, &add).await;
        assert_eq!(
            asked,
            format!("请发照片、文件、语音，或转发消息，\n附在 {HALF}\n材料1份")
        );
        // Words may be all there is; another amount is not taken for them.
        assert_eq!(
            zhou.says("在镇政府会议室").await,
            format!("✓ 已附材料，共2份\n{HALF}")
        );
        assert_eq!(
            zhou.sends_photo("").await,
            format!("{HALF}\n已附2份材料，这份没有附。\n一条最多附2份。")
        );
        zhou.forges_on(record, &add).await;
        let said = zhou.says("昨天2学时").await;
        assert!(said.starts_with("✓ 3月2日 周日 2学时"), "{said}");

        // The button of a week ago, of a record that was undone.
        town.becomes("2014-03-10 09:00").await;
        let undo = format!("u:{}", add.trim_start_matches("g:a:"));
        zhou.forges_on(record, &undo).await;
        assert_eq!(zhou.forges_on(record, &add).await, GONE);
        assert_eq!(town.evidence().await.len(), 2);
        town.closes().await;
    }
}

#[tokio::test]
async fn nobody_sees_or_adds_what_is_not_his() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("半天").await;
        zhou.sends_photo("会场").await;
        // A colleague, the liaison of another unit, and a stranger.
        let lan = town.cadre("李兰").await;
        let cui = town.liaison("崔梅晨", "延吉市").await;
        let stranger = town.phone(99, "生人");
        stranger.says("/start").await;
        let before = town.evidence().await;
        for person in [&lan, &cui] {
            for data in ["g:s:1", "g:t:1"] {
                assert_eq!(person.forges(data).await, DENIED, "{} {data}", person.name);
            }
            assert_eq!(person.sends_photo("").await, NO_ENTRY, "{}", person.name);
        }
        assert!(stranger.forges("g:s:1").await.contains("登记码"));
        assert!(stranger.sends_photo("").await.contains("登记码"));
        assert_eq!(zhou.forges("g:s:77").await, GONE);
        assert_eq!(town.evidence().await, before);
        let tried = town.attempts().await;
        let denied = tried
            .iter()
            .filter(|line| line.ends_with("evidence entry 1 0"));
        assert_eq!(denied.count(), 4, "{tried:?}");
        town.closes().await;
    }
}

#[tokio::test]
async fn a_file_of_another_bot_is_pointed_to_and_a_lost_one_is_said_to_be_lost() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            campaign.bots = vec![Bot {
                id: "east".to_owned(),
                units: vec!["敦化市".to_owned(), "敦化市委".to_owned()],
            }];
        })
        .await;
        town.sandbox.turn_to(EAST_BOT);
        let pu = town.cadre("朴涛芳").await;
        pu.says("半天").await;
        pu.sends_photo("会场").await;
        town.sandbox.turn_to(MAIN_BOT);
        let lin = town.office("林静").await;
        assert_eq!(
            lin.forges("g:s:1").await,
            format!(
                "材料 1/1 朴涛芳 {HALF}\n会场\n这份材料当时发给了 @duban_east_bot\n\
                 请到那里看：https://t.me/duban_east_bot"
            )
        );

        lin.says("2学时").await;
        lin.sends_photo("签到").await;
        let fault = Fault::error(400, "Bad Request: wrong file identifier/HTTP URL specified");
        town.sandbox.add_fault(fault.method("sendPhoto").times(1));
        lin.presses("看材料 1").await;
        assert_eq!(
            lin.reads(),
            "材料 1/1 3月3日 周一 2学时\n签到\nTelegram 已不能显示这份材料，\n请本人再发一次。"
        );
        let dead = "SELECT state FROM outbox WHERE state NOT IN ('sent', 'closed')";
        assert_eq!(town.texts(dead).await, [""; 0], "{base:?}: no dead letter");
        lin.forges("g:s:2").await;
        assert_eq!(lin.last_few(1)[0].kind, "photo");
        town.closes().await;
    }
}
