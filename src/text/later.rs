//! What is said to "later" and "tomorrow", and the question for a day that was left out.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::{Action, PacePress};
use crate::domain::later::{Answer, When, Why};
use crate::domain::notice::Digest;

use super::date::{date, time};
use super::offer::{nothing_that_day, offers, other};
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::PutOff {
            slot,
            on,
            when,
            duty,
            open_items,
        } => put_off(voice, slot, *on, *when, duty.as_deref(), *open_items),
        Answer::NothingDue => plain(fl!(words, "put-off-nothing")),
        Answer::MakeUp { duty, on, answered } => {
            let date = date(voice, *on);
            let page = Page::new(if voice.is_study(duty) {
                fl!(words, "make-up-study", date = date)
            } else {
                fl!(words, "make-up-duty", date = date)
            });
            let page = if *answered {
                page.line(fl!(words, "make-up-answered"))
            } else {
                page
            };
            let mut choices = offers(voice, duty, *on);
            choices.push(other(voice, duty, *on));
            page.buttons(choices)
                .buttons(vec![nothing_that_day(voice, duty, *on)])
                .done()
        }
    }
}

/// He can still answer: the message keeps its buttons.
fn put_off(
    voice: &Voice<'_>,
    slot: &str,
    on: NaiveDate,
    when: When,
    duty: Option<&str>,
    open_items: usize,
) -> Rendered {
    let words = voice.words;
    let mut page = Page::new(match when {
        When::Today { at } => fl!(words, "put-off-later", time = time(at)),
        When::NotToday { why: None } => fl!(words, "put-off-tomorrow"),
        When::NotToday {
            why: Some(Why::Quiet),
        } => fl!(words, "put-off-quiet"),
        When::NotToday {
            why: Some(Why::Cap),
        } => fl!(words, "put-off-cap"),
        When::NotToday {
            why: Some(Why::Once),
        } => fl!(words, "put-off-once"),
    });
    if open_items > 0 {
        page = page.line(fl!(words, "me-items", n = open_items));
    }
    let mut after = Vec::new();
    if let Some(duty) = duty {
        page = page.line(fl!(words, "put-off-now"));
        let mut choices = offers(voice, duty, on);
        choices.push(other(voice, duty, on));
        page = page.buttons(choices);
        after.push(nothing_that_day(voice, duty, on));
        after.push(button(fl!(words, "button-leave"), &Action::AskLeave));
    }
    if open_items > 0 {
        after.push(button(fl!(words, "button-tasks"), &Action::Tasks));
    }
    if matches!(when, When::Today { .. }) {
        after.push(not_today(voice, slot, on));
    }
    page.buttons(after).done()
}

/// "补记昨天", "晚点", "明天再说" under a question. A message that came again is not offered again, nor where one
/// message a day is all there is.
pub(super) fn offered(voice: &Voice<'_>, digest: &Digest) -> Vec<Button> {
    let words = voice.words;
    let mut buttons = Vec::new();
    if let (Some(on), Some(standing)) = (digest.make_up, &digest.check_in) {
        let yesterday = !digest.is_late && digest.on.pred_opt() == Some(on);
        let label = if yesterday {
            fl!(words, "button-make-up-yesterday")
        } else {
            fl!(words, "button-make-up", date = date(voice, on))
        };
        let press = PacePress::MakeUp {
            duty: standing.duty.clone(),
            on,
        };
        buttons.push(button(label, &Action::Pace(press)));
    }
    if digest.slot.is_empty() || digest.check_in.is_none() {
        return buttons;
    }
    let (slot, on) = (&digest.slot, digest.on);
    if !digest.again && voice.campaign.limits.daily_cap > 1 {
        let later = PacePress::Later {
            slot: slot.clone(),
            on,
        };
        buttons.push(button(fl!(words, "button-later"), &Action::Pace(later)));
    }
    buttons.push(not_today(voice, slot, on));
    buttons
}

fn not_today(voice: &Voice<'_>, slot: &str, on: NaiveDate) -> Button {
    let press = PacePress::Tomorrow {
        slot: slot.to_owned(),
        on,
    };
    button(fl!(voice.words, "button-not-today"), &Action::Pace(press))
}

#[cfg(test)]
mod tests {
    use super::*;

    use chrono::NaiveTime;

    use crate::domain::account::Pace;
    use crate::domain::language::Language;
    use crate::domain::notice::{Notice, Standing};
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Later(answer))
    }

    fn put_off(when: When, duty: Option<&str>, open_items: usize) -> Answer {
        Answer::PutOff {
            slot: "evening".to_owned(),
            on: sample::day(2014, 3, 3),
            when,
            duty: duty.map(str::to_owned),
            open_items,
        }
    }

    fn labels(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.label.as_str()).collect()
    }

    #[test]
    fn later_says_when_and_keeps_the_buttons() {
        let when = When::Today {
            at: NaiveTime::from_hms_opt(19, 35, 0).unwrap(),
        };
        for (language, text) in [
            (Language::ZhCn, "好的，19:35再问。\n现在也可以答："),
            (Language::ZhTw, "好的，19:35再問。\n現在也可以答："),
            (
                Language::En,
                "I will ask again at 19:35.\nYou can also answer now:",
            ),
            (
                Language::Ko,
                "19:35에 다시 묻겠습니다.\n지금 답하셔도 됩니다.",
            ),
        ] {
            let rendered = say(language, put_off(when, Some("study"), 0));
            assert_eq!(rendered.text, text);
        }
        let rendered = say(Language::ZhCn, put_off(when, Some("study"), 2));
        assert_eq!(
            rendered.text,
            "好的，19:35再问。\n整改 2项未完成\n现在也可以答："
        );
        assert_eq!(
            labels(&rendered),
            [
                "半天",
                "1天",
                "2学时",
                "其他",
                "这天没有",
                "请假",
                "看整改",
                "明天再说"
            ]
        );
        let items = say(Language::ZhCn, put_off(when, None, 1));
        assert_eq!(labels(&items), ["看整改", "明天再说"]);
    }

    #[test]
    fn why_it_does_not_come_again_today_is_said() {
        for (why, text) in [
            (None, "好的，今天不再问。"),
            (Some(Why::Quiet), "那时已是免打扰时间，\n今天不再问。"),
            (Some(Why::Cap), "今天的提醒已够多，\n今天不再问。"),
            (Some(Why::Once), "今天已经再问过一次，\n今天不再问。"),
        ] {
            let rendered = say(
                Language::ZhCn,
                put_off(When::NotToday { why }, Some("study"), 0),
            );
            assert_eq!(rendered.text, format!("{text}\n现在也可以答："));
            assert!(!labels(&rendered).contains(&"明天再说"));
        }
        let none = say(Language::ZhCn, Answer::NothingDue);
        assert_eq!(none.text, "该答的都已记下，不再问了。");
    }

    #[test]
    fn a_day_that_was_left_out_is_asked_for_by_its_date() {
        let ask = |duty: &str, answered| Answer::MakeUp {
            duty: duty.to_owned(),
            on: sample::day(2014, 3, 3),
            answered,
        };
        let study = say(Language::ZhCn, ask("study", false));
        assert_eq!(study.text, "3月3日 周一 学了多少？");
        assert_eq!(labels(&study), ["半天", "1天", "2学时", "其他", "这天没有"]);
        let again = say(Language::ZhCn, ask("study", true));
        assert_eq!(
            again.text,
            "3月3日 周一 学了多少？\n这天已有记录，再记会加上去。"
        );
        let visits = say(Language::ZhCn, ask("households", false));
        assert_eq!(visits.text, "3月3日 周一 完成了多少？");
    }

    #[test]
    fn the_digest_offers_what_makes_sense() {
        let campaign = sample::campaign();
        let voice = Voice::new(&campaign, Language::ZhCn);
        let behind = Standing {
            pace: Some(Pace::Behind),
            ..sample::standing()
        };
        let digest = Digest {
            on: sample::day(2014, 3, 4),
            check_in: Some(behind),
            slot: "evening".to_owned(),
            make_up: Some(sample::day(2014, 3, 3)),
            ..Digest::default()
        };
        let labels = |digest: &Digest| -> Vec<String> {
            let buttons = offered(&voice, digest).into_iter();
            buttons.map(|button| button.label).collect()
        };
        assert_eq!(labels(&digest), ["补记昨天", "晚点", "明天再说"]);
        let again = Digest {
            again: true,
            make_up: Some(sample::day(2014, 2, 28)),
            ..digest.clone()
        };
        assert_eq!(labels(&again), ["补记2月28日 周五", "明天再说"]);
        let older = Digest {
            slot: String::new(),
            make_up: None,
            ..digest
        };
        assert_eq!(labels(&older), [""; 0]);
    }
}
