//! The group of a unit: who binds it, its list, and what ends it.

use super::support::{Town, bases};

const GROUP: i64 = -500;
const BOUND: &str = "✓ 本群已绑定：汪清县春阳镇\n发 /list 看未办结的事项。";
const NOT_YOURS: &str = "您不能为这个单位绑定群。\n请本单位联络员或活动办来绑定。";
const UNBOUND: &str = "本群还没有绑定单位。\n请联络员发“/group 单位名”。";

/// Which chats are whose now.
const GROUPS: &str = "SELECT g.chat_id || ' ' || u.path || ' ' || g.title FROM unit_groups g
     JOIN units u ON u.id = g.unit_id WHERE g.ended_at IS NULL ORDER BY g.id";

/// The same with those that are over.
const ALL: &str = "SELECT u.path || CASE WHEN g.ended_at IS NULL THEN '' ELSE ' ended' END
     FROM unit_groups g JOIN units u ON u.id = g.unit_id ORDER BY g.id";

#[tokio::test]
async fn the_liaison_binds_the_group_and_it_shows_what_is_open_and_nobodys_name() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.sandbox.group(GROUP, "春阳镇工作群", true);
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        assert_eq!(lan.says_in(GROUP, "/list").await, UNBOUND);
        assert_eq!(lan.says_in(GROUP, "/group").await, BOUND);
        assert_eq!(
            town.texts(GROUPS).await,
            ["-500 汪清县/春阳镇 春阳镇工作群"],
            "{base:?}"
        );
        let list = "汪清县春阳镇 未办结2项\n 🔴 7号 公车私用，超标车辆未清退 已逾期3天\n   \
                    时限 2月28日 周五\n 🔵 12号 会议多、文件多 还剩3天\n   时限 3月6日 周四";
        // Anybody in the group may ask, whoever he is.
        let stranger = town.phone(9, "过客");
        assert_eq!(stranger.says_in(GROUP, "/list@duban_test_bot").await, list);

        // Once a minute: what everybody has just read does not come again.
        let before = town.sandbox.messages(GROUP).len();
        town.sandbox.say_in(GROUP, lan.account, "/list");
        town.settles().await;
        town.sandbox.say_in(GROUP, 9, "/list");
        town.settles().await;
        assert_eq!(town.sandbox.messages(GROUP).len(), before + 2, "{base:?}");
        town.passes(60);
        assert_eq!(lan.says_in(GROUP, "/list").await, list);

        // Everything else is for the private chat, as before.
        let personal = "这个功能只在私聊里用。\n请点我的头像，打开私聊再发。";
        for command in ["/me", "/tasks", "/promise 修路", "/history"] {
            assert_eq!(lan.says_in(GROUP, command).await, personal);
        }
        let alone = lan.says("/group").await;
        assert!(alone.starts_with("这个命令在群里用。"), "{alone}");
        assert_eq!(lan.says("/list").await, alone);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_unit_above_sees_what_is_below_it_and_the_campaigns_language() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.sandbox.group(GROUP, "延吉", true);
        let lin = town.office("林静").await;
        assert_eq!(
            lin.says_in(GROUP, "/bind 延吉市").await,
            "✓ 本群已绑定：延吉市\n发 /list 看未办结的事项。"
        );
        let korean = town.phone_in(8, "김", Some("ko"));
        assert_eq!(
            korean.says_in(GROUP, "/list").await,
            "延吉市 未办结1项\n 15号 村务公开不及时 还剩211天\n   \
             时限 9月30日 周二 朝阳川镇长安村党支部",
            "{base:?}"
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn strangers_members_and_other_units_liaisons_bind_nothing() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.sandbox.group(GROUP, "群", true);
        let stranger = town.phone(9, "过客");
        assert_eq!(stranger.says_in(GROUP, "/group 春阳镇").await, NOT_YOURS);
        let jin = town.cadre("金桂文").await;
        assert_eq!(jin.says_in(GROUP, "/group").await, NOT_YOURS);
        let gao = town.liaison("高海", "敦化市/额穆镇").await;
        assert_eq!(gao.says_in(GROUP, "/group 春阳镇").await, NOT_YOURS);
        assert_eq!(
            gao.says_in(GROUP, "/group 没有镇").await,
            "您负责的单位里没有“没有镇”。\n请写单位全名，如“/group 春阳镇”。"
        );
        assert_eq!(town.texts(GROUPS).await, [""; 0], "{base:?}");

        // What is another unit's stays it.
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        assert_eq!(lan.says_in(GROUP, "/group 汪清县/春阳镇").await, BOUND);
        assert_eq!(
            gao.says_in(GROUP, "/group").await,
            "本群已绑定汪清县春阳镇。\n请该单位联络员或活动办改绑。"
        );
        assert_eq!(town.texts(ALL).await, ["汪清县/春阳镇"], "{base:?}");
        let refused = town.attempts().await;
        let refused = refused
            .iter()
            .filter(|line| line.contains(" group ") && line.ends_with(" 0"));
        assert_eq!(refused.count(), 4, "{base:?}");

        // Who has both may change it; the old binding ends.
        town.makes_liaison("李兰", "敦化市/额穆镇").await;
        assert_eq!(
            lan.says_in(GROUP, "/group").await,
            "您负责的单位不止一个，请写明：\n/group 敦化市/额穆镇\n/group 汪清县/春阳镇"
        );
        assert_eq!(
            lan.says_in(GROUP, "/group 额穆镇").await,
            "✓ 本群已绑定：敦化市额穆镇\n原来绑定的是汪清县春阳镇。\n发 /list 看未办结的事项。"
        );
        assert_eq!(
            town.texts(ALL).await,
            ["汪清县/春阳镇 ended", "敦化市/额穆镇"]
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn a_head_binds_his_own_units_group() {
    for base in bases().await {
        let town = Town::with(base, "2014-03-03 09:00", |campaign| {
            for known in &mut campaign.traits {
                known.head_of_unit = true;
            }
        })
        .await;
        town.sandbox.group(GROUP, "群", true);
        let zhou = town.cadre("周俊哲").await;
        assert_eq!(zhou.says_in(GROUP, "/group").await, BOUND, "{base:?}");
        assert_eq!(zhou.says_in(GROUP, "/group 额穆镇").await, NOT_YOURS);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_bot_that_is_put_out_forgets_whose_group_it_was() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.sandbox.group(GROUP, "群", true);
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        lan.says_in(GROUP, "/group").await;
        town.sandbox.kick(GROUP, 9);
        town.settles().await;
        assert_eq!(town.texts(GROUPS).await, [""; 0], "{base:?}");
        // Let in again it asks to be bound again.
        town.sandbox.add_bot(GROUP, 9);
        assert_eq!(lan.says_in(GROUP, "/list").await, UNBOUND);
        assert_eq!(lan.says_in(GROUP, "/group").await, BOUND);
        town.closes().await;
    }
}

#[tokio::test]
async fn a_group_that_becomes_a_supergroup_stays_the_units() {
    for base in bases().await {
        let town = Town::on(base).await;
        town.sandbox.group(GROUP, "群", false);
        let lan = town.liaison("李兰", "汪清县/春阳镇").await;
        lan.says_in(GROUP, "/group").await;
        let heir = town.sandbox.migrate(GROUP);
        town.settles().await;
        assert_eq!(
            town.texts(GROUPS).await,
            [format!("{heir} 汪清县/春阳镇 群")],
            "{base:?}"
        );
        let list = lan.says_in(heir, "/list").await;
        assert!(list.starts_with("汪清县春阳镇 未办结2项"), "{list}");
        town.closes().await;
    }
}
