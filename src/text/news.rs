//! What is new in a digest: what was recorded, decided or set for the reader by others.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Dispute, Queue};
use crate::domain::amount::Amount;
use crate::domain::news::{News, Told};

use super::amount::{entry, target_of};
use super::date::date;
use super::page::{Page, button, shown};
use super::person;
use super::words::Voice;
use super::{Button, item, opening, poll, queue, sheet};

/// The longest name of a rank that is shown, in characters.
const LONGEST_NAME: usize = 60;

/// The news, below what the digest says already, or as all it says.
pub(super) fn block(voice: &Voice<'_>, above: Option<Page>, told: &Told) -> Page {
    let words = voice.words;
    let title = fl!(words, "news-title", n = told.news.len());
    let page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    let lines = told.news.iter().map(|news| {
        let (first, second) = lines(voice, news);
        format!(" {first}\n   {second}")
    });
    let page = page.list(lines, told.news.len(), |left| {
        fl!(words, "more-lines", n = left)
    });
    if told.more == 0 {
        return page;
    }
    page.line(fl!(words, "news-more", n = told.more))
}

/// What it is, and whose word it is.
fn lines(voice: &Voice<'_>, news: &News) -> (String, String) {
    let words = voice.words;
    let duty_of = |duty: &str| voice.duty_name(duty);
    let by_of = |by: &str| person::name(by);
    let recorded = |duty: &str, on, amount: Amount| {
        let amount = entry(voice, duty, amount);
        fl!(words, "recorded", date = date(voice, on), amount = amount)
    };
    match news {
        News::Session {
            duty,
            on,
            amount,
            by,
            ..
        } => (
            recorded(duty, *on, *amount),
            fl!(words, "news-session", duty = duty_of(duty), by = by_of(by)),
        ),
        News::Proxy {
            duty,
            on,
            amount,
            by,
            ..
        } => (
            recorded(duty, *on, *amount),
            fl!(words, "news-proxy", duty = duty_of(duty), by = by_of(by)),
        ),
        News::Decided {
            duty,
            on,
            amount,
            counts: true,
            by,
            ..
        } => (
            recorded(duty, *on, *amount),
            fl!(words, "news-counts", duty = duty_of(duty), by = by_of(by)),
        ),
        News::Decided {
            duty,
            on,
            amount,
            reason,
            by,
            ..
        } => (
            fl!(
                words,
                "news-rejected",
                date = date(voice, *on),
                amount = entry(voice, duty, *amount)
            ),
            fl!(
                words,
                "news-rejected-why",
                duty = duty_of(duty),
                by = by_of(by),
                reason = queue::reason(voice, reason)
            ),
        ),
        News::Undone {
            duty,
            on,
            amount,
            by,
        } => (
            fl!(
                words,
                "news-undone",
                date = date(voice, *on),
                amount = entry(voice, duty, *amount)
            ),
            fl!(
                words,
                "news-undone-by",
                duty = duty_of(duty),
                by = by_of(by)
            ),
        ),
        News::Target { duty, was, is, by } => (
            target(voice, duty, *was, *is),
            fl!(words, "news-target-by", by = by_of(by)),
        ),
        News::Moved { unit, rank, from } => (
            fl!(
                words,
                "news-moved",
                date = date(voice, *from),
                unit = person::unit(unit)
            ),
            fl!(words, "news-moved-rank", rank = rank_name(voice, rank)),
        ),
        News::Item { .. } => item::news(voice, news),
        News::Poll(told) => poll::told(voice, told),
        News::Handed(handed) => sheet::handed(voice, handed),
        News::Assigned { .. } => opening::news(voice, news),
    }
}

fn target(voice: &Voice<'_>, duty: &str, was: Option<Amount>, is: Option<Amount>) -> String {
    let words = voice.words;
    let name = voice.duty_name(duty);
    let of = |amount| target_of(voice, duty, amount);
    match (was, is) {
        (Some(was), Some(is)) => {
            fl!(
                words,
                "news-target",
                duty = name,
                is = of(is),
                was = of(was)
            )
        }
        (None, Some(is)) => fl!(words, "news-target-new", duty = name, is = of(is)),
        (_, None) => fl!(words, "news-target-none", duty = name),
    }
}

fn rank_name(voice: &Voice<'_>, id: &str) -> String {
    let ranks = &voice.campaign.ranks;
    let rank = ranks.iter().find(|rank| rank.id == id);
    let name = rank.map_or(id, |rank| rank.name.get(voice.language));
    shown(name, LONGEST_NAME)
}

/// What the reader can say to them: each that was recorded for him has a button to say that it is not so.
pub(super) fn buttons(voice: &Voice<'_>, told: &Told) -> Vec<Button> {
    let recorded: Vec<_> = told
        .news
        .iter()
        .filter_map(|news| match news {
            News::Session { entry, on, .. } | News::Proxy { entry, on, .. } => Some((*entry, *on)),
            _ => None,
        })
        .collect();
    let dispute = |entry| Action::Dispute(Dispute::Ask { entry });
    let label = |on| match recorded.len() {
        1 => fl!(voice.words, "button-dispute"),
        _ => fl!(voice.words, "button-dispute-of", date = date(voice, on)),
    };
    let mut buttons: Vec<Button> = recorded
        .iter()
        .map(|(entry, on)| button(label(*on), &dispute(*entry)))
        .collect();
    let rejected = told.news.iter().filter_map(|news| match news {
        News::Decided {
            entry,
            on,
            counts: false,
            ..
        } => Some((*entry, *on)),
        _ => None,
    });
    buttons.extend(rejected.map(|(entry, on)| {
        let label = fl!(voice.words, "button-answer-of", date = date(voice, on));
        button(label, &Action::Queue(Queue::Answer { entry }))
    }));
    buttons.extend(item::news_buttons(voice, told));
    buttons
}

#[cfg(test)]
mod tests {
    use crate::domain::amount::Amount;
    use crate::domain::ids::EntryId;
    use crate::domain::language::Language;
    use crate::domain::news::{News, Told};
    use crate::domain::notice::{Digest, Notice};
    use crate::text::{Rendered, render, sample};

    fn say(language: Language, news: Vec<News>, more: usize) -> Rendered {
        let digest = Digest {
            on: sample::day(2014, 3, 5),
            news: Told { news, more },
            ..Digest::default()
        };
        render(&sample::campaign(), language, &Notice::Digest(digest))
    }

    fn session(entry: i64, day: u32) -> News {
        News::Session {
            entry: EntryId(entry),
            duty: "study".to_owned(),
            on: sample::day(2014, 3, day),
            amount: Amount::whole(4),
            by: "李强".to_owned(),
        }
    }

    fn decided(counts: bool) -> News {
        News::Decided {
            entry: EntryId(7),
            duty: "study".to_owned(),
            on: sample::day(2014, 3, 4),
            amount: Amount::whole(4),
            counts,
            reason: if counts { "" } else { "日期不对" }.to_owned(),
            by: "李强".to_owned(),
        }
    }

    #[test]
    fn what_was_recorded_for_the_reader_is_said_in_his_language_and_can_be_disputed() {
        for (language, text, label) in [
            (
                Language::ZhCn,
                "新消息 1条\n ✓ 3月4日 周二 半天（4学时）\n   集中学习，李强统一登记",
                "不对？",
            ),
            (
                Language::ZhTw,
                "新訊息 1則\n ✓ 3月4日 週二 半天（4學時）\n   集中学习，李强統一登錄",
                "不對？",
            ),
            (
                Language::En,
                "News: 1\n ✓ Tue 4 March: half a day (4 class hours)\n   Study, recorded for everybody by 李强",
                "Not right?",
            ),
            (
                Language::Ko,
                "새 소식 1건\n ✓ 3월 4일 화요일 반일(4학시)\n   集中学习, 李强 일괄기록",
                "다릅니까?",
            ),
        ] {
            let rendered = say(language, vec![session(9, 4)], 0);
            assert_eq!(rendered.text, text);
            let button = &rendered.keyboard[0][0];
            assert_eq!(
                (button.label.as_str(), button.data.as_str()),
                (label, "x:q:9")
            );
        }
    }

    #[test]
    fn each_sort_of_news_has_its_words() {
        let target = |was: Option<i64>, is: Option<i64>| News::Target {
            duty: "study".to_owned(),
            was: was.map(Amount::whole),
            is: is.map(Amount::whole),
            by: "李强".to_owned(),
        };
        let proxy = News::Proxy {
            entry: EntryId(3),
            duty: "households".to_owned(),
            on: sample::day(2014, 3, 4),
            amount: Amount::whole(2),
            by: "李强".to_owned(),
        };
        let undone = News::Undone {
            duty: "study".to_owned(),
            on: sample::day(2014, 3, 4),
            amount: Amount::whole(4),
            by: "李强".to_owned(),
        };
        let moved = News::Moved {
            unit: "汪清县/百草沟镇".to_owned(),
            rank: "section".to_owned(),
            from: sample::day(2014, 3, 10),
        };
        for (news, text) in [
            (proxy, " ✓ 3月4日 周二 2户\n   走亲连心，李强代为登记"),
            (
                decided(true),
                " ✓ 3月4日 周二 半天（4学时）\n   集中学习，李强已确认计入",
            ),
            (
                decided(false),
                " 3月4日 周二 半天（4学时） 没有计入\n   集中学习，李强：日期不对",
            ),
            (
                undone,
                " 3月4日 周二 半天（4学时） 已撤销\n   集中学习，李强撤销了整场登记",
            ),
            (
                target(Some(24), Some(40)),
                " 集中学习要求 3天 改为 5天\n   李强设定",
            ),
            (target(None, Some(40)), " 集中学习新定要求 5天\n   李强设定"),
            (target(Some(40), None), " 集中学习不再有要求\n   李强设定"),
            (
                moved,
                " 3月10日 周一起，您在汪清县百草沟镇\n   职级：section",
            ),
        ] {
            let rendered = say(Language::ZhCn, vec![news], 0);
            assert_eq!(rendered.text, format!("新消息 1条\n{text}"));
        }
    }

    #[test]
    fn several_disputes_are_told_apart_and_what_is_left_is_counted() {
        let rendered = say(Language::ZhCn, vec![session(1, 3), session(2, 4)], 3);
        assert!(rendered.text.starts_with("新消息 2条\n"));
        let last = rendered.text.lines().last();
        assert_eq!(last, Some("还有3条，下次告诉您"));
        let labels: Vec<_> = rendered.keyboard.concat();
        let labels: Vec<_> = labels.iter().map(|button| button.label.as_str()).collect();
        assert_eq!(labels, ["不对？3月3日 周一", "不对？3月4日 周二"]);
    }
}
