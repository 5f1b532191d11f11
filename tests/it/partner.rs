//! With whom one talked: those of one's own unit first, then the county; nobody else, whatever a button says.

use super::support::{Town, asking, bases};

/// With whom the standing talks were.
const PARTNERS: &str = "SELECT COALESCE(p.key, '-') FROM entries e
     LEFT JOIN cadres p ON p.id = e.with_cadre
     WHERE NOT EXISTS (SELECT 1 FROM entry_events w WHERE w.entry_id = e.id) ORDER BY e.id";

impl Town {
    /// Two people of one name in the county, one of them in 周俊哲's own unit; a third beyond it.
    async fn three_of_one_name(&self) {
        for add in [
            "INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, created_at,
             updated_at) SELECT 'far', '李强', id, '', 'member', '', '', 1, 0, 0
             FROM units WHERE path = '汪清县/百草沟镇'",
            "INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, created_at,
             updated_at) SELECT 'near', '李强', id, '', 'member', '', '', 1, 0, 0
             FROM units WHERE path = '汪清县/春阳镇'",
            "INSERT INTO cadres (key, name, unit_id, post, rank, traits, phone, active, created_at,
             updated_at) SELECT 'beyond', '李强', id, '', 'member', '', '', 1, 0, 0
             FROM units WHERE path = '敦化市/额穆镇'",
        ] {
            self.writes(add).await;
        }
    }
}

#[tokio::test]
async fn of_several_of_a_name_one_is_chosen_his_own_unit_first() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        town.three_of_one_name().await;
        let zhou = town.cadre("周俊哲").await;
        let asked = zhou.says("和李强谈心1次").await;
        assert!(
            asked.ends_with("\n“李强”不止一位，请点一位。\n和谁谈的？请点下面，或写姓名。"),
            "{asked}"
        );
        assert_eq!(
            zhou.buttons(),
            ["李强 春阳镇", "李强 百草沟镇", "跳过", "撤销"]
        );
        assert_eq!(town.texts(PARTNERS).await, ["-"], "{base:?}");
        // Another name, in words: nobody, then part of one that is clear.
        let nobody = zhou.says("王五").await;
        assert!(nobody.contains("\n县里没有找到“王五”。\n"), "{nobody}");
        assert_eq!(zhou.buttons(), ["李兰", "跳过", "撤销"]);
        let himself = zhou.says("周俊哲").await;
        assert!(himself.contains("\n县里没有找到“周俊哲”。\n"), "{himself}");
        let beyond = zhou.says("陈善").await;
        assert!(
            beyond.contains("\n县里没有找到“陈善”。\n"),
            "of another county: {beyond}"
        );
        zhou.says("李强").await;
        let done = zhou.presses("李强 百草沟镇").await;
        assert!(done.contains("\n对方：李强，汪清县百草沟镇\n"), "{done}");
        assert_eq!(town.texts(PARTNERS).await, ["far"]);
        let clear = zhou.says("和杨勇涛同志谈心1次").await;
        assert!(
            clear.contains("\n对方：杨勇涛，汪清县百草沟镇 镇长\n"),
            "{clear}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_forged_partner_beyond_the_county_or_oneself_is_refused_and_on_record() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", asking).await;
        let zhou = town.cadre("周俊哲").await;
        zhou.says("谈心谈话").await;
        zhou.says("/record").await;
        zhou.presses("谈心谈话 0/3次").await;
        zhou.presses("1次").await;
        zhou.presses("跳过").await;
        let data = zhou.data("李兰");
        let (head, _) = data.rsplit_once(':').expect("an id at the end");
        let ids =
            "SELECT CAST(id AS TEXT) FROM cadres WHERE name IN ('周俊哲', '陈善') ORDER BY id";
        let before = town.record().await;
        for id in town.texts(ids).await.iter().chain(&["999999".to_owned()]) {
            let answer = zhou.forges(&format!("{head}:{id}")).await;
            assert!(answer.starts_with("您没有查看权限"), "{id}: {answer}");
        }
        assert_eq!(town.record().await, before, "{base:?}");
        let tried = town.attempts().await;
        let refused =
            |line: &&String| line.starts_with("周俊哲 record partner") && line.ends_with('0');
        assert_eq!(tried.iter().filter(refused).count(), 3, "{tried:?}");
        // He who has left the roster is nobody's partner any more.
        town.writes("UPDATE cadres SET active = 0 WHERE name = '李兰'")
            .await;
        let left = zhou.forges(&data).await;
        assert!(left.starts_with("您没有查看权限"), "{left}");
        assert_eq!(town.texts(PARTNERS).await, ["-"]);
        town.closes().await;
    }
}
