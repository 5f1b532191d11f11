//! The slot's digest and what becomes of an answer to it.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::amount::Amount;
use crate::domain::notice::{Digest, Recorded, Standing};

use super::amount::{amount, entry, progress, progress_bar};
use super::date::date;
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered, items};

/// Items that get a button of their own under a digest.
const SUBMIT_BUTTONS: usize = 3;

pub(super) fn digest(voice: &Voice<'_>, digest: &Digest) -> Rendered {
    let page = match &digest.check_in {
        None => items::block(voice, None, &digest.items),
        Some(standing) => {
            let page = question(voice, digest.on, standing);
            if digest.items.is_empty() {
                page
            } else {
                items::block(voice, Some(page), &digest.items)
            }
        }
    };
    let mut after = Vec::new();
    let mut page = page;
    if let Some(standing) = &digest.check_in {
        let mut choices = offers(voice, &standing.duty, digest.on);
        choices.push(other(voice, &standing.duty, digest.on));
        page = page.buttons(choices);
        after.push(nothing(voice, &standing.duty, digest.on));
    }
    if !digest.items.is_empty() {
        after.push(button(fl!(voice.words, "button-tasks"), &Action::Tasks));
    }
    page.buttons(after)
        .buttons(items::submit_buttons(voice, &digest.items, SUBMIT_BUTTONS))
        .done()
}

pub(super) fn recorded(voice: &Voice<'_>, recorded: &Recorded) -> Rendered {
    let duty = &recorded.standing.duty;
    let mut parts = recorded
        .parts
        .iter()
        .map(|(on, amount)| part(voice, duty, *on, *amount));
    let total = total(voice, &recorded.standing);
    let page = match parts.next() {
        None => Page::new(total),
        Some(first) => Page::new(first)
            .list(parts, recorded.parts.len() - 1, |left| {
                fl!(voice.words, "more-lines", n = left)
            })
            .line(total),
    };
    let undo = Action::Undo {
        update: recorded.update,
    };
    let undo = button(fl!(voice.words, "button-undo"), &undo);
    if recorded.open_items == 0 {
        return page.buttons(vec![undo]).done();
    }
    // The digest that listed them may just have been edited into this answer.
    page.line(fl!(voice.words, "me-items", n = recorded.open_items))
        .buttons(vec![
            undo,
            button(fl!(voice.words, "button-tasks"), &Action::Tasks),
        ])
        .done()
}

/// The question of that day stands again, so it is offered again.
pub(super) fn withdrawn(voice: &Voice<'_>, on: NaiveDate, standing: &Standing) -> Rendered {
    let words = voice.words;
    let duty = &standing.duty;
    let mut choices = offers(voice, duty, on);
    choices.push(other(voice, duty, on));
    let none = Action::Nothing {
        duty: duty.clone(),
        on,
    };
    Page::new(fl!(words, "withdrawn", date = date(voice, on)))
        .line(total(voice, standing))
        .line(fl!(words, "withdrawn-again"))
        .buttons(choices)
        .buttons(vec![button(fl!(words, "button-nothing-that-day"), &none)])
        .done()
}

pub(super) fn stale(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "stale"))
}

/// The duty's offered amounts of that day.
pub(super) fn offers(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Vec<Button> {
    let offers = voice
        .campaign
        .duty(duty)
        .map_or(&[][..], |duty| &duty.offers);
    let record = |offer: &crate::domain::campaign::Offer| Action::Record {
        duty: duty.to_owned(),
        on,
        amount: offer.amount,
        measure: offer.measure,
    };
    offers
        .iter()
        .map(|offer| button(amount(voice, offer.amount, offer.measure), &record(offer)))
        .collect()
}

/// "其他"
pub(super) fn other(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Button {
    button(
        fl!(voice.words, "button-other"),
        &Action::Other {
            duty: duty.to_owned(),
            on,
        },
    )
}

/// "今天没学"
pub(super) fn nothing(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Button {
    let label = if voice.is_study(duty) {
        fl!(voice.words, "button-nothing-study")
    } else {
        fl!(voice.words, "button-nothing")
    };
    button(
        label,
        &Action::Nothing {
            duty: duty.to_owned(),
            on,
        },
    )
}

/// Amounts one could write for that duty: those it offers, else one of its measure.
pub(super) fn examples(voice: &Voice<'_>, duty: &str) -> Vec<String> {
    match voice.campaign.duty(duty) {
        Some(duty) if !duty.offers.is_empty() => duty
            .offers
            .iter()
            .map(|offer| amount(voice, offer.amount, offer.measure))
            .collect(),
        _ => vec![amount(voice, Amount::whole(1), voice.measure(duty))],
    }
}

fn question(voice: &Voice<'_>, on: NaiveDate, standing: &Standing) -> Page {
    let words = voice.words;
    let (date, sum) = (date(voice, on), progress_bar(voice, standing));
    if voice.is_study(&standing.duty) {
        Page::new(fl!(words, "digest-title-study", date = date))
            .line(fl!(words, "so-far-study", sum = sum))
            .line(fl!(words, "ask-study"))
    } else {
        let duty = voice.duty_name(&standing.duty);
        Page::new(fl!(words, "digest-title-duty", duty = duty, date = date))
            .line(fl!(words, "so-far-duty", sum = sum))
            .line(fl!(words, "ask-duty"))
    }
}

fn part(voice: &Voice<'_>, duty: &str, on: NaiveDate, amount: Amount) -> String {
    let words = voice.words;
    let date = date(voice, on);
    if amount > Amount::ZERO {
        fl!(
            words,
            "recorded",
            date = date,
            amount = entry(voice, duty, amount)
        )
    } else if voice.is_study(duty) {
        fl!(words, "recorded-nothing-study", date = date)
    } else {
        fl!(words, "recorded-nothing", date = date)
    }
}

fn total(voice: &Voice<'_>, standing: &Standing) -> String {
    fl!(voice.words, "total", sum = progress(voice, standing))
}

#[cfg(test)]
mod tests {
    use crate::domain::account::Pace;
    use crate::domain::amount::Amount;
    use crate::domain::ids::UpdateId;
    use crate::domain::language::Language;
    use crate::domain::notice::{Digest, Notice, Recorded, Standing};
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
            check_in: Some(sample::standing()),
            items: vec![sample::near_item(), sample::late_item()],
        });
        for (language, text) in [
            (
                Language::ZhCn,
                "今天的学习 3月3日 周一\n已学 3.5/7天 ▓▓▓▓▓░░░░░ 进度正常\n今天学了多少？\n\n\
                 整改 1项逾期 1项临近\n 🔵 12号 会议多、文件多 还剩3天\n 🔴 7号 公车私用 已逾期2天",
            ),
            (
                Language::ZhTw,
                "今天的學習 3月3日 週一\n已學 3.5/7天 ▓▓▓▓▓░░░░░ 進度正常\n今天學了多少？\n\n\
                 改善事項 1項逾期 1項將到期\n 🔵 12號 会议多、文件多 還剩3天\n 🔴 7號 公车私用 已逾期2天",
            ),
            (
                Language::En,
                "Study today, Mon 3 March\nStudied 3.5/7 days ▓▓▓▓▓░░░░░ on course\n\
                 How much did you study today?\n\nRectification: 1 overdue, 1 near the limit\n \
                 🔵 No. 12 会议多、文件多 3 days left\n 🔴 No. 7 公车私用 2 days overdue",
            ),
            (
                Language::Ko,
                "오늘의 학습 3월 3일 월요일\n학습 3.5/7일 ▓▓▓▓▓░░░░░ 진도 정상\n\
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
                vec!["今天没学", "看整改"],
                vec!["已完成，送审 12号"],
                vec!["已完成，送审 7号"],
            ]
        );
    }

    #[test]
    fn a_digest_of_items_alone_asks_nothing() {
        let items = vec![sample::late_item()];
        let digest = Digest {
            on: sample::day(2014, 3, 3),
            check_in: None,
            items,
        };
        let rendered = say(Language::ZhCn, &Notice::Digest(digest));
        assert_eq!(rendered.text, "整改 1项逾期\n 🔴 7号 公车私用 已逾期2天");
        assert_eq!(
            labels(&rendered),
            [vec!["看整改"], vec!["已完成，送审 7号"]]
        );
    }

    #[test]
    fn what_was_recorded_is_said_with_the_sum_and_can_be_undone() {
        let first = sample::day(2014, 3, 2);
        let second = sample::day(2014, 3, 3);
        let half = Amount::whole(4);
        for (language, parts, text) in [
            (
                Language::ZhCn,
                vec![(second, half)],
                "✓ 3月3日 周一 半天（4学时）\n累计 4/7天 进度正常",
            ),
            (
                Language::ZhCn,
                vec![(first, Amount::whole(3)), (second, half)],
                "✓ 3月2日 周日 3学时\n✓ 3月3日 周一 半天（4学时）\n累计 4/7天 进度正常",
            ),
            (
                Language::ZhCn,
                vec![(second, Amount::ZERO)],
                "✓ 3月3日 周一 没学，已记下\n累计 4/7天 进度正常",
            ),
            (
                Language::En,
                vec![(second, half)],
                "✓ Mon 3 March: half a day (4 class hours)\nTotal 4/7 days, on course",
            ),
            (
                Language::Ko,
                vec![(second, half)],
                "✓ 3월 3일 월요일 반일(4학시)\n루계 4/7일, 진도 정상",
            ),
        ] {
            let standing = Standing {
                counted: Amount::whole(32),
                ..sample::standing()
            };
            let recorded = Recorded {
                update: UpdateId(9),
                parts,
                standing,
                open_items: 0,
            };
            let rendered = say(language, &Notice::Recorded(recorded));
            assert_eq!(rendered.text, text);
            assert_eq!(rendered.keyboard[0][0].data, "u:9");
        }
    }

    #[test]
    fn a_target_that_is_met_is_said_and_none_is_left_out() {
        let parts = vec![(sample::day(2014, 3, 3), Amount::whole(2))];
        let met = Standing {
            counted: Amount::whole(56),
            pace: Some(Pace::Done),
            ..sample::standing()
        };
        let free = Standing {
            target: None,
            pace: None,
            ..met.clone()
        };
        for (standing, total) in [(met, "累计 7/7天 已达标"), (free, "累计 7天")] {
            let parts = parts.clone();
            let recorded = Recorded {
                update: UpdateId(9),
                parts,
                standing,
                open_items: 2,
            };
            let rendered = say(Language::ZhCn, &Notice::Recorded(recorded));
            let lines: Vec<_> = rendered.text.lines().collect();
            assert_eq!(lines, ["✓ 3月3日 周一 2学时", total, "整改 2项未完成"]);
            assert_eq!(labels(&rendered), [["撤销", "看整改"]]);
        }
    }
}
