//! A cadre is asked, answers by tap or in his own words, and it is kept.

use super::support::{Town, bases};

#[tokio::test]
async fn a_cadre_is_asked_taps_and_takes_it_back() {
    for base in bases().await {
        let town = Town::on(base).await;
        let zhou = town.cadre("周俊哲").await;
        town.becomes("2014-03-03 17:30").await;
        assert!(
            zhou.reads()
                .starts_with("今天的学习 3月3日 周一\n已学 0/5天"),
            "{}",
            zhou.reads()
        );

        let answer = zhou.presses("半天").await;
        assert!(
            answer.starts_with("✓ 3月3日 周一 半天（4学时）\n累计 0.5/5天"),
            "{answer}"
        );
        let answer = zhou.says("昨天下午学了3学时").await;
        assert!(
            answer.starts_with("✓ 3月2日 周日 3学时\n累计 0.9/5天"),
            "{answer}"
        );
        let answer = zhou.presses("撤销").await;
        assert!(answer.contains("0.5/5天"), "{answer}");
        town.closes().await;
    }
}
