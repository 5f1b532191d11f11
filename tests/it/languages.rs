//! Everybody is answered in his own language: the one he chose, else his app's, else the campaign's.

use super::support::{Town, bases};

#[tokio::test]
async fn a_stranger_is_answered_in_the_language_of_his_app() {
    for base in bases().await {
        let town = Town::on(base).await;
        for (account, language, welcome) in [
            (8_001, Some("zh-hans"), "请发来联络员给您的登记码，"),
            (8_002, Some("zh-hant"), "請傳來聯絡人給您的登錄碼，"),
            (
                8_003,
                Some("en"),
                "Please send the code your liaison gave you,",
            ),
            (
                8_004,
                Some("en-GB"),
                "Please send the code your liaison gave you,",
            ),
            (8_005, Some("ko"), "련락원이 드린 등록코드를 보내시거나"),
            (8_006, Some("ru"), "请发来联络员给您的登记码，"),
            (8_007, None, "请发来联络员给您的登记码，"),
        ] {
            let stranger = town.phone_in(account, "李四", language);
            for text in ["/start", "你好", "/help", "/nonsense"] {
                let said = stranger.says(text).await;
                assert!(said.starts_with(welcome), "{language:?} {text}: {said}");
            }
        }
        town.closes().await;
    }
}

#[tokio::test]
async fn linking_keeps_the_language_of_the_app() {
    for base in bases().await {
        let town = Town::on(base).await;
        let yang = town.phone_in(8_001, "杨勇涛", Some("en-US"));
        let code = town.code("杨勇涛").await;
        assert!(
            yang.says(&code)
                .await
                .starts_with("Please confirm: 杨勇涛, 镇长, ")
        );
        assert!(
            yang.presses("Yes, that is me")
                .await
                .starts_with("✓ Registered: 杨勇涛")
        );
        // Another phone in another language later changes nothing.
        let yang = town.phone_in(8_001, "杨勇涛", Some("ko"));
        assert!(
            yang.says("half a day")
                .await
                .starts_with("✓ Mon 3 March: half a day")
        );
        town.closes().await;
    }
}

#[tokio::test]
async fn the_language_is_chosen_and_everything_follows_it() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        let unknown = town.phone(8_001, "李四");
        for (at, label, question, set, tasks, unclear, recorded, undone, denied, digest) in [
            (
                3,
                "繁體中文",
                "请选择语言",
                "✓ 以後用繁體中文。",
                "您的改善事項 2項",
                "沒看懂學了多少。",
                "✓ 3月3日 週一 半天",
                "✓ 3月3日 週一 已撤銷",
                "您沒有檢視權限。",
                "今天的學習 3月3日 週一",
            ),
            (
                4,
                "English",
                "請選擇語言",
                "✓ From now on in English.",
                "Your rectification items: 2",
                "I could not read how much you studied.",
                "✓ Tue 4 March: half a day",
                "✓ Tue 4 March: withdrawn",
                "You do not have access to this.",
                "Study today, Tue 4 March",
            ),
            (
                5,
                "조선어",
                "Please choose your language",
                "✓ 이제부터 조선어로 알려 드리겠습니다.",
                "맡으신 정돈개진 2건",
                "얼마나 학습하셨는지 알아보지 못했습니다.",
                "✓ 3월 5일 수요일 반일",
                "✓ 3월 5일 수요일 취소했습니다",
                "열람권한이 없습니다.",
                "오늘의 학습 3월 5일 수요일",
            ),
            (
                6,
                "简体中文",
                "언어를 선택해 주십시오",
                "✓ 以后用简体中文。",
                "您的整改 2项",
                "没看懂学了多少。",
                "✓ 3月6日 周四 半天",
                "✓ 3月6日 周四 已撤销",
                "您没有查看权限。",
                "今天的学习 3月6日 周四",
            ),
        ] {
            let asked = zhou.says("/language").await;
            assert!(asked.starts_with(question), "{asked}");
            assert_eq!(
                zhou.buttons(),
                ["简体中文", "繁體中文", "English", "조선어(한국어)"]
            );
            assert_eq!(zhou.presses(label).await, set);
            for (text, answer) in [("/tasks", tasks), ("你好", unclear), ("/status", denied)] {
                let said = zhou.says(text).await;
                assert!(said.starts_with(answer), "{label} {text}: {said}");
            }
            town.becomes(&format!("2014-03-0{at} 17:30")).await;
            assert!(zhou.reads().starts_with(digest), "{}", zhou.reads());
            let said = zhou.says("半天").await;
            assert!(said.starts_with(recorded), "{said}");
            let record = zhou.last().expect("a record");
            let mut buttons = record.buttons.iter().flatten();
            let undo = buttons.find_map(|button| {
                let data = button.data.clone()?;
                data.starts_with("u:").then_some(data)
            });
            let said = zhou.forges(&undo.expect("a button")).await;
            assert!(said.starts_with(undone), "{said}");
        }
        // The choice is his alone.
        assert!(unknown.says("你好").await.starts_with("请发来联络员"));
        let languages = "SELECT DISTINCT language FROM links";
        assert_eq!(town.texts(languages).await, ["zh-CN"]);
        town.closes().await;
    }
}
