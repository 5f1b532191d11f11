//! `/history`: entries by month and page, one with all that is known of it, and 撤销 from there.

use duban::conversation::outcome::NewEntry;
use duban::domain::entry::{Event, Source, WaitsFor};

use super::support::{Town, bases};

const DENIED: &str = "您没有查看权限。\n如需查看，请联系活动办。";

#[tokio::test]
async fn a_month_lists_entries_newest_first_page_by_page() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-21 09:00", |_| {}).await;
        let zhou = town.cadre("周俊哲").await;
        for number in 1..=9 {
            let on = format!("2014-03-{:02}", number + 10);
            let topic = |new: &mut NewEntry| {
                new.details.topic = (number == 9).then(|| "discipline".to_owned());
            };
            town.fact("周俊哲", "study", &on, 1_000, topic, &[]).await;
        }
        let proxy = |new: &mut NewEntry| new.source = Source::Proxy;
        town.fact("周俊哲", "study", "2014-03-03", 4_000, proxy, &[])
            .await;
        let late = |new: &mut NewEntry| new.waits_for = Some(WaitsFor::Late);
        town.fact("周俊哲", "study", "2014-02-26", 2_000, late, &[])
            .await;
        let no = [(Event::Rejected, "李兰", "没有<签到>")];
        town.fact("周俊哲", "study", "2014-02-25", 3_000, |_| {}, &no)
            .await;
        let first = zhou.says("/history").await;
        assert_eq!(
            first,
            "2014年3月的明细\n集中学习 计入13学时\n\n1. 3.19 1学时 集中学习·党纪法规 ✓\n\
             2. 3.18 1学时 集中学习 ✓\n3. 3.17 1学时 集中学习 ✓\n4. 3.16 1学时 集中学习 ✓\n\
             5. 3.15 1学时 集中学习 ✓\n6. 3.14 1学时 集中学习 ✓\n7. 3.13 1学时 集中学习 ✓\n\
             8. 3.12 1学时 集中学习 ✓\n第1/2页"
        );
        assert_eq!(
            zhou.buttons(),
            [
                "1",
                "2",
                "3",
                "4",
                "5",
                "6",
                "7",
                "8",
                "上月",
                "下一页",
                "返回"
            ]
        );
        assert!(zhou.presses("下一页").await.ends_with(
            "\n\n1. 3.11 1学时 集中学习 ✓\n2. 3.3 半天（4学时） 集中学习 ✓ 代记\n第2/2页"
        ));
        assert_eq!(zhou.presses("上一页").await, first);
        let february = zhou.presses("上月").await;
        assert_eq!(
            february,
            "2014年2月的明细\n集中学习 待确认2学时 未通过3学时\n\n1. 2.26 2学时 集中学习 … 待确认\n\
             2. 2.25 3学时 集中学习 ✗ 未通过\n   原因：没有<签到>"
        );
        assert_eq!(zhou.buttons(), ["1", "2", "上月", "下月", "返回"]);
        for text in [
            "上个月",
            "2月的",
            "last month",
            "지난달",
            "/history 2月",
            "/history 2",
        ] {
            assert_eq!(zhou.says(text).await, february, "{text}");
        }
        // The campaign began in January: before it there is no month to go to.
        let january = zhou.presses("上月").await;
        assert_eq!(january, "2014年1月的明细\n这个月没有记录。");
        assert_eq!(zhou.buttons(), ["下月", "返回"]);
        assert!(zhou.presses("返回").await.starts_with("周俊哲，"));
        assert_eq!(zhou.presses("明细").await, first);

        let before = town.record().await;
        assert_eq!(
            zhou.says("/history 第三").await,
            "没看懂是哪个月。请这样写：\n/history 2\n或直接说“上个月”。"
        );
        let said = zhou.says("上个月学了3天").await;
        assert!(!said.contains("明细"), "{said}");
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}

#[tokio::test]
async fn an_entry_is_withdrawn_from_its_page_once() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("昨天半天").await;
        zhou.says("/history").await;
        let page = zhou.presses("1").await;
        assert!(
            page.starts_with(
                "3月2日 周日 半天（4学时）\n集中学习\n原话 “昨天半天”\n3月3日 周一 09:00 本人记\n✓ 计入"
            ),
            "{page}"
        );
        let (message, undo) = (
            zhou.last().expect("a message").message_id,
            zhou.data("撤销"),
        );
        // A hasty thumb: the second press changes nothing and says so.
        zhou.presses_hastily(message, &[&undo, &undo]).await;
        let said = zhou.reads();
        assert!(
            said.starts_with("这条以前已撤销，没有改动。\n\n3月2日"),
            "{said}"
        );
        assert_eq!(town.sums().await, [""; 0]);
        let events = "SELECT kind FROM entry_events";
        assert_eq!(town.texts(events).await, ["withdrawn"]);

        // So does the same button a week later.
        town.becomes("2014-03-10 10:00").await;
        let before = town.record().await;
        zhou.says("/me").await;
        let said = zhou.forges(&undo).await;
        assert!(said.starts_with("这条以前已撤销，没有改动。"), "{said}");
        assert!(said.contains("\n已撤销\n3月3日 周一 09:00 撤销"), "{said}");
        assert_eq!(town.record().await, before);

        assert_eq!(
            zhou.says("/history").await,
            "2014年3月的明细\n这个月没有记录。"
        );
        let said = zhou.presses("看撤销的").await;
        assert_eq!(
            said,
            "2014年3月的明细\n\n1. 3.2 半天（4学时） 集中学习 已撤销"
        );
        assert!(zhou.presses("1").await.starts_with("3月2日 周日"));
        assert_eq!(zhou.buttons(), ["返回"]);
        assert_eq!(zhou.presses("返回").await, said);
        assert!(
            zhou.presses("不看撤销的")
                .await
                .ends_with("这个月没有记录。")
        );

        zhou.says("1天").await;
        zhou.says("/history").await;
        zhou.presses("1").await;
        let said = zhou.presses("撤销").await;
        assert!(said.starts_with("✓ 已撤销\n累计 0/5天"), "{said}");
        town.closes().await;
    }
}

#[tokio::test]
async fn what_is_not_in_his_hand_stays_and_he_is_told_why() {
    for base in bases().await {
        let town = Town::on(base).await;
        let (zhou, yang) = (town.cadre("周俊哲").await, town.cadre("杨勇涛").await);
        let lan = town.id_of("李兰").await;
        let by_lan = |new: &mut NewEntry| {
            (new.source, new.recorded_by) = (Source::Proxy, Some(lan));
        };
        let proxy = town
            .fact("周俊哲", "study", "2014-03-03", 1_000, by_lan, &[])
            .await;
        let no = [(Event::Rejected, "李兰", "没有签到")];
        let rejected = town
            .fact("周俊哲", "study", "2014-02-25", 3_000, |_| {}, &no)
            .await;
        let own = town
            .fact("周俊哲", "study", "2014-02-26", 3_000, |_| {}, &[])
            .await;
        let before = town.record().await;
        for (entry, first) in [
            (
                proxy,
                "这条是李兰代您记的，没有撤销。\n如果不对，请与他联系。\n\n3月3日",
            ),
            (
                rejected,
                "这条未通过，本来就没有计入，\n不用撤销。\n\n2月25日",
            ),
        ] {
            let page = zhou.forges(&format!("y:e:{entry}:0:0")).await;
            let day = first.rsplit('\n').next().expect("a day");
            assert!(page.starts_with(day), "{page}");
            assert_eq!(zhou.buttons(), ["返回"]);
            let said = zhou.forges(&format!("y:w:{entry}:0:0")).await;
            assert!(said.starts_with(first), "{said}");
        }
        let page = zhou.forges(&format!("y:e:{rejected}:0:0")).await;
        let end = "✗ 未通过\n3月3日 周一 09:00 未通过 李兰\n   原因：没有签到";
        assert!(page.ends_with(end), "{page}");
        for data in [format!("y:e:{own}:0:0"), format!("y:w:{own}:0:0")] {
            assert_eq!(yang.forges(&data).await, DENIED, "{data}");
        }
        for data in ["y:w:999999:0:0", "y:e:999999:4294967295:1"] {
            assert_eq!(zhou.forges(data).await, DENIED, "{data}");
        }
        for data in ["y:w:0:0:0", "y:w:-1:0:0", "y:h:0:201413:0:0", "y:"] {
            let said = zhou.forges(data).await;
            assert!(said.starts_with("这个按钮已过时"), "{data}: {said}");
        }
        // A page that is there no more is the last there is; months far away are empty.
        let said = zhou.forges("y:h:0:201403:99:0").await;
        assert!(said.contains("1. 3.3 1学时"), "{said}");
        let said = zhou.forges("y:h:0:299912:0:0").await;
        assert!(said.ends_with("这个月没有记录。"), "{said}");
        assert_eq!(town.record().await, before);
        town.closes().await;
    }
}
