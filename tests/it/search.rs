//! Items by words, within what the person may see.

use super::support::{Town, bases};

#[tokio::test]
async fn words_are_looked_for_in_all_that_an_item_says() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        for (words, no) in [
            ("会议多", "12号"),
            ("压减三成", "12号"),
            ("享乐主义", "7号"),
            (" 超标车辆 ", "7号"),
        ] {
            let found = zhou.says(&format!("/search {words}")).await;
            let title = format!("含“{}”的 1项\n", words.trim());
            assert!(found.starts_with(&title), "{found}");
            assert_eq!(zhou.buttons()[0], no, "{words}");
        }
        // What is struck off is found too; what is another's is not.
        town.writes("UPDATE items SET status = 'closed' WHERE no = '12'")
            .await;
        assert_eq!(
            zhou.says("/search 会议多").await,
            "含“会议多”的 1项\n 12号 会议多、文件多 已销号\n   汪清县春阳镇 周俊哲"
        );
        let none = "没有找到含“信访积案”的整改。";
        assert_eq!(zhou.says("/search 信访积案").await, none);
        zhou.says("/tasks").await;
        assert_eq!(zhou.forges("c:f:0:信访积案").await, none);
        let gao = town.cadre("高海").await;
        assert!(
            gao.says("/search 信访积案")
                .await
                .starts_with("含“信访积案”的 1项")
        );
        let stranger = town.phone(5, "路人");
        assert!(
            stranger
                .says("/search 信访积案")
                .await
                .starts_with("请发来")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn signs_of_a_pattern_mean_themselves() {
    for base in bases().await {
        let town = Town::on(base).await;
        let office = town.office("林静").await;
        for words in ["%%", "__", "\\%", "'; DROP TABLE items; --"] {
            let words: String = words.chars().take(16).collect();
            let said = office.says(&format!("/search {words}")).await;
            assert!(said.starts_with("没有找到"), "{words}: {said}");
        }
        town.imports_items("60,经费只到位50%_A,,,,敦化市/额穆镇,高海,三季度,,否\n")
            .await;
        for words in ["50%", "%_", "50%_a", "_A"] {
            let said = office.says(&format!("/search {words}")).await;
            assert!(said.contains("60号"), "{words}: {said}");
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn what_to_look_for_is_asked_and_a_command_ends_the_question() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let ask = "找什么？请写2到16个字，如：路灯";
        zhou.says("/tasks").await;
        assert_eq!(zhou.presses("查找").await, ask);
        assert_eq!(zhou.says("车").await, ask);
        assert!(zhou.says("公车").await.starts_with("含“公车”的 1项"));
        // Answered, the question waits no more.
        assert!(!zhou.says("公车").await.contains("7号"));
        assert_eq!(zhou.says("/search").await, ask);
        zhou.says("/me").await;
        assert!(!zhou.says("公车").await.contains("7号"));
        assert_eq!(
            zhou.says(&format!("/search {}", "车".repeat(17))).await,
            ask
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn the_newest_fifty_are_paged() {
    for base in bases().await {
        let town = Town::on(base).await;
        let rows: Vec<String> = (1..=60)
            .map(|no| {
                format!(
                    "{},路灯第{no}盏,,,,延吉市/新兴街道/明新村党支部,姜涛,三季度,,否\n",
                    200 + no
                )
            })
            .collect();
        town.imports_items(&rows.concat()).await;
        let jiang = town.cadre("姜涛").await;
        let first = jiang.says("/search 路灯").await;
        assert!(
            first.starts_with("含“路灯”的 最近50项\n 260号 路灯第60盏"),
            "{first}"
        );
        assert!(first.ends_with("第1/7页"), "{first}");
        let second = jiang.presses("下一页").await;
        assert!(second.contains("\n 252号 路灯第52盏"), "{second}");
        for page in ["c:f:6:路灯", "c:f:4294967295:路灯"] {
            jiang.says("/search 路灯").await;
            let last = jiang.forges(page).await;
            assert!(
                last.ends_with(
                    "\n 211号 路灯第11盏 还剩211天\n   新兴街道明新村党支部 姜涛\n第7/7页"
                ),
                "{last}"
            );
            assert_eq!(last.lines().count(), 6, "{last}");
        }
        town.closes().await;
    }
}
