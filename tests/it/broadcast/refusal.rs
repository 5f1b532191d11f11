//! What the command line refuses.

use super::*;

#[tokio::test]
async fn what_cannot_be_sent_is_refused_with_what_would_be_right() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.links("周俊哲", Language::ZhCn).await;
        let desk = Desk::over(&town.database);
        let good = desk.file("good.txt", "通知");
        let long = desk.file("long.txt", "字".repeat(4097));
        let caption = desk.file("caption.txt", "字".repeat(1025));
        let empty = desk.file("empty.txt", " \n");
        let binary = desk.file("binary.txt", b"\xff\xfe\x00");
        let gif = desk.file("a.gif", b"GIF89a");
        let png = desk.file("a.png", picture().bytes);
        let again = format!("zh-CN={good}");
        let refusals: [(&[&str], &str); 12] = [
            (
                &[&good, "--rank", "chief"],
                "there is: county, section, member",
            ),
            (&[&good, "--trait", "old"], "there is no trait \"old\""),
            (&[&good, "--sector", "moon"], "there is no sector \"moon\""),
            (&[&good, "--unit", "春阳镇"], "write its whole path"),
            (&[&good, "--rank", "county"], "nobody who is linked"),
            (&["nowhere.txt"], "nowhere.txt: cannot be read"),
            (&[&binary], "save it as plain text in UTF-8"),
            (&[&empty], "the text in zh-CN is empty"),
            (&[&long], "has 4097 characters; 4096 is the most"),
            (
                &[&caption, "--photo", &png],
                "1024 is the most with a picture",
            ),
            (
                &[&good, "--photo", &gif],
                "the picture is no JPEG, PNG or WebP",
            ),
            (&[&good, "--in", &again], "two texts in zh-CN"),
        ];
        for (arguments, right) in refusals {
            for dry_run in [&[][..], &["--dry-run"]] {
                let all = [&["broadcast", "send"], arguments, dry_run].concat();
                let said = desk.duban(&all).await.ends(1);
                assert!(said.err.contains(right), "{all:?}: {}", said.err);
                assert_eq!(
                    (said.out.as_str(), said.err.lines().count()),
                    ("", 2),
                    "{}",
                    said.err
                );
            }
        }
        let tongue = format!("fr={good}");
        let said = desk
            .duban(&["broadcast", "send", &good, "--in", &tongue])
            .await
            .ends(2);
        assert!(said.err.contains("zh-CN, zh-TW, en, ko"), "{}", said.err);
        for order in ["pause", "resume", "cancel"] {
            let said = desk.duban(&["broadcast", order, "7"]).await.ends(1);
            assert!(
                said.err.starts_with("there is no broadcast 7\n"),
                "{}",
                said.err
            );
        }
        let said = desk.duban(&["broadcast", "list"]).await.ends(0);
        assert_eq!(said.out, "there has been no broadcast yet\n");
        assert_eq!(town.texts(STATES).await, [""; 0]);
        assert_eq!(town.attempts().await, [""; 0], "nothing was done");
        town.closes().await;
    }
}
