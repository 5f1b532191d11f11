//! The slot's one message: what was studied today, which items are due, what is new, and, to a liaison, who is out of
//! reach.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::notice::{Digest, DueItem, Standing};
use crate::domain::reminder::Mention;

use super::amount::progress_bar;
use super::date::date;
use super::offer::{nothing, nothing_that_day, offers, other};
use super::page::{Page, button};
use super::words::Voice;
use super::{Rendered, dispatch, escalation, items, ladder, later, news, outlook, queue, reach};

/// Items that get a button of their own under a digest.
const SUBMIT_BUTTONS: usize = 3;

pub(super) fn digest(voice: &Voice<'_>, digest: &Digest) -> Rendered {
    let asked = digest
        .check_in
        .as_ref()
        .map(|standing| question(voice, digest, standing));
    let (told, out) = (&digest.news, &digest.out_of_reach);
    let mut above = asked;
    let alone = alone(digest);
    if let Some((item, mention)) = alone {
        above = Some(ladder::alone(voice, item, mention));
    } else if !digest.items.is_empty() {
        above = Some(items::block(voice, above, &digest.items));
    }
    above = escalation::block(voice, above, &digest.raised);
    if !told.news.is_empty() {
        above = Some(news::block(voice, above, told));
    }
    if let Some(asked) = &digest.asked {
        above = Some(dispatch::block(voice, above, asked));
    }
    if out.total > 0 {
        above = Some(reach::block(voice, above, out));
    }
    let mut page = match above {
        Some(page) => page,
        None if digest.waiting > 0 => return queue::reminder(voice, None, digest.waiting).done(),
        None => items::block(voice, None, &[]),
    };
    let mut after = Vec::new();
    if digest.waiting > 0 {
        page = page.gap().line(queue::waiting(voice, digest.waiting));
        after.push(queue::look(voice));
    }
    if let Some(standing) = &digest.check_in {
        let mut choices = offers(voice, &standing.duty, digest.on);
        choices.push(other(voice, &standing.duty, digest.on));
        page = page.buttons(choices);
        after.push(if digest.is_late {
            nothing_that_day(voice, &standing.duty, digest.on)
        } else {
            nothing(voice, &standing.duty, digest.on)
        });
        after.push(button(fl!(voice.words, "button-leave"), &Action::AskLeave));
    }
    if !digest.items.is_empty() {
        after.push(button(fl!(voice.words, "button-tasks"), &Action::Tasks));
    }
    let of_items = if let Some((item, mention)) = alone {
        page = page.buttons(ladder::buttons_alone(voice, item, mention));
        Vec::new()
    } else {
        items::submit_buttons(voice, &digest.items, SUBMIT_BUTTONS)
    };
    let silence = if alone.is_some() {
        Vec::new()
    } else {
        ladder::mute_buttons(voice, &digest.items)
    };
    page.buttons(after)
        .buttons(later::offered(voice, digest))
        .buttons(of_items)
        .buttons(silence)
        .buttons(news::buttons(voice, told))
        .buttons(dispatch::buttons(voice, digest.asked.as_ref()))
        .buttons(escalation::buttons(voice, &digest.raised))
        .done()
}

/// The one item that the digest reminds of, if it asks nothing.
fn alone(digest: &Digest) -> Option<(&DueItem, &Mention)> {
    match digest.items.as_slice() {
        [item] if digest.check_in.is_none() => Some((item, item.mention.as_ref()?)),
        _ => None,
    }
}

fn question(voice: &Voice<'_>, digest: &Digest, standing: &Standing) -> Page {
    let words = voice.words;
    let (date, sum) = (date(voice, digest.on), progress_bar(voice, standing));
    if voice.is_study(&standing.duty) {
        let (title, ask) = if digest.is_late {
            (
                fl!(words, "digest-title-study-late", date = date),
                fl!(words, "ask-study-late"),
            )
        } else {
            (
                fl!(words, "digest-title-study", date = date),
                fl!(words, "ask-study"),
            )
        };
        let page = Page::new(title).line(fl!(words, "so-far-study", sum = sum));
        outlook::lines(voice, standing)
            .into_iter()
            .fold(page, Page::line)
            .line(ask)
    } else {
        let duty = voice.duty_name(&standing.duty);
        let page = Page::new(fl!(words, "digest-title-duty", duty = duty, date = date)).line(fl!(
            words,
            "so-far-duty",
            sum = sum
        ));
        outlook::lines(voice, standing)
            .into_iter()
            .fold(page, Page::line)
            .line(if digest.is_late {
                fl!(words, "ask-duty-late")
            } else {
                fl!(words, "ask-duty")
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::language::Language;
    use crate::domain::notice::{Digest, Notice, OutOfReach};
    use crate::text::{Rendered, render, sample};

    fn say(language: Language, notice: &Notice) -> Rendered {
        render(&sample::campaign(), language, notice)
    }

    fn labels(rendered: &Rendered) -> Vec<Vec<&str>> {
        let rows = rendered.keyboard.iter();
        rows.map(|row| row.iter().map(|button| button.label.as_str()).collect())
            .collect()
    }

    #[test]
    fn the_evening_digest_asks_and_shows_what_is_due() {
        let digest = Notice::Digest(Digest {
            on: sample::day(2014, 3, 3),
            is_late: false,
            check_in: Some(sample::standing()),
            items: vec![sample::near_item(), sample::late_item()],
            out_of_reach: OutOfReach::default(),
            ..Digest::default()
        });
        for (language, text) in [
            (
                Language::ZhCn,
                "今天的学习 3月3日 周一\n已学 3.5/7天 进度正常\n▓▓▓▓▓░░░░░\n今天学了多少？\n\n\
                 整改 1项逾期 1项临近\n 🔵 12号 会议多、文件多 还剩3天\n 🔴 7号 公车私用 已逾期2天",
            ),
            (
                Language::ZhTw,
                "今天的學習 3月3日 週一\n已學 3.5/7天 進度正常\n▓▓▓▓▓░░░░░\n今天學了多少？\n\n\
                 改善事項 1項逾期 1項將到期\n 🔵 12號 会议多、文件多 還剩3天\n 🔴 7號 公车私用 已逾期2天",
            ),
            (
                Language::En,
                "Study today, Mon 3 March\nStudied 3.5/7 days, on course\n▓▓▓▓▓░░░░░\n\
                 How much did you study today?\n\nRectification: 1 overdue, 1 near the limit\n \
                 🔵 No. 12 会议多、文件多 3 days left\n 🔴 No. 7 公车私用 2 days overdue",
            ),
            (
                Language::Ko,
                "오늘의 학습 3월 3일 월요일\n학습 3.5/7일, 진도 정상\n▓▓▓▓▓░░░░░\n\
                 오늘 얼마나 학습하셨습니까?\n\n정돈개진 기한초과 1건, 기한림박 1건\n \
                 🔵 12번 会议多、文件多 3일 남음\n 🔴 7번 公车私用 기한초과 2일",
            ),
        ] {
            assert_eq!(say(language, &digest).text, text);
        }
        assert_eq!(
            labels(&say(Language::ZhCn, &digest)),
            [
                vec!["半天", "1天", "2学时", "其他"],
                vec!["今天没学", "请假", "看整改"],
                vec!["已完成，送审 12号"],
                vec!["已完成，送审 7号"],
            ]
        );
    }

    #[test]
    fn a_digest_that_is_read_later_does_not_speak_of_today() {
        let digest = Notice::Digest(Digest {
            on: sample::day(2014, 3, 3),
            is_late: true,
            check_in: Some(sample::standing()),
            items: vec![],
            out_of_reach: OutOfReach::default(),
            ..Digest::default()
        });
        for (language, title, ask, none) in [
            (
                Language::ZhCn,
                "3月3日 周一的学习",
                "这天学了多少？",
                "这天没有",
            ),
            (
                Language::ZhTw,
                "3月3日 週一的學習",
                "這天學了多少？",
                "這天沒有",
            ),
            (
                Language::En,
                "Study on Mon 3 March",
                "How much did you study that day?",
                "Nothing that day",
            ),
            (
                Language::Ko,
                "3월 3일 월요일의 학습",
                "그날 얼마나 학습하셨습니까?",
                "그날은 없음",
            ),
        ] {
            let rendered = say(language, &digest);
            let lines: Vec<_> = rendered.text.lines().collect();
            assert_eq!((lines[0], lines[3]), (title, ask));
            assert!(labels(&rendered).concat().contains(&none));
        }
    }

    #[test]
    fn a_digest_of_items_alone_asks_nothing() {
        let items = vec![sample::late_item()];
        let digest = Digest {
            on: sample::day(2014, 3, 3),
            is_late: false,
            check_in: None,
            items,
            out_of_reach: OutOfReach::default(),
            ..Digest::default()
        };
        let rendered = say(Language::ZhCn, &Notice::Digest(digest));
        assert_eq!(rendered.text, "整改 1项逾期\n 🔴 7号 公车私用 已逾期2天");
        assert_eq!(
            labels(&rendered),
            [vec!["看整改"], vec!["已完成，送审 7号"]]
        );
    }
}
