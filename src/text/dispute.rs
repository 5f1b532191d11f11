//! To somebody who says that what was recorded for him is not so.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Dispute};
use crate::domain::dispute::{About, Answer, LONGEST_REASON, Settled};
use crate::domain::ids::EntryId;
use crate::domain::language::Language;

use super::amount::{entry, progress};
use super::date::{date, written};
use super::offer::examples;
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::{Voice, words};
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Question {
            entry: id,
            duty,
            on,
            amount,
            by,
        } => Page::new(fl!(
            words,
            "dispute-what",
            date = date(voice, *on),
            amount = entry(voice, duty, *amount)
        ))
        .line(fl!(
            words,
            "dispute-by",
            duty = voice.duty_name(duty),
            by = person::name(by)
        ))
        .line(fl!(words, "dispute-ask"))
        .buttons(choices(voice, *id))
        .done(),
        Answer::Write { about, duty, on } => plain(match about {
            About::Time => {
                let day = on.pred_opt().unwrap_or(*on);
                fl!(
                    words,
                    "dispute-write-time",
                    date = written(voice, day),
                    amount = examples(voice, duty).pop().unwrap_or_default()
                )
            }
            About::Other => fl!(words, "dispute-write-reason"),
        }),
        Answer::Noted {
            on,
            amount,
            reason,
            standing,
        } => Page::new(fl!(
            words,
            "dispute-noted",
            date = date(voice, *on),
            amount = entry(voice, &standing.duty, *amount)
        ))
        .line(fl!(
            words,
            "dispute-said",
            reason = shown(reason, LONGEST_REASON)
        ))
        .line(fl!(words, "total", sum = progress(voice, standing)))
        .done(),
        Answer::Settled { why } => plain(match why {
            Settled::Own => fl!(words, "dispute-own"),
            Settled::Waits => fl!(words, "dispute-waits"),
            Settled::Decided => fl!(words, "dispute-decided"),
            Settled::Withdrawn => fl!(words, "dispute-withdrawn"),
        }),
    }
}

fn choices(voice: &Voice<'_>, entry: EntryId) -> Vec<Button> {
    let words = voice.words;
    [
        (fl!(words, "button-absent"), Dispute::Absent { entry }),
        (fl!(words, "button-wrong-time"), Dispute::Time { entry }),
        (fl!(words, "button-other-reason"), Dispute::Other { entry }),
    ]
    .map(|(label, dispute)| button(label, &Action::Dispute(dispute)))
    .into()
}

/// What is kept as the reason of whoever pressed that he was not there.
pub fn absent(language: Language) -> String {
    fl!(words(language), "button-absent")
}

/// The same of whoever wrote which time would be right.
pub fn wrong_time(language: Language, said: &str) -> String {
    fl!(words(language), "dispute-time", said = said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::Amount;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Dispute(answer))
    }

    fn question() -> Answer {
        Answer::Question {
            entry: EntryId(9),
            duty: "study".to_owned(),
            on: sample::day(2014, 3, 4),
            amount: Amount::whole(4),
            by: "李强".to_owned(),
        }
    }

    #[test]
    fn he_is_asked_what_is_wrong() {
        let rendered = say(Language::ZhCn, question());
        assert_eq!(
            rendered.text,
            "3月4日 周二 半天（4学时）\n集中学习，由李强登记。\n哪里不对？"
        );
        let buttons: Vec<_> = rendered.keyboard.concat();
        let buttons: Vec<_> = buttons
            .iter()
            .map(|button| (button.label.as_str(), button.data.as_str()))
            .collect();
        assert_eq!(
            buttons,
            [
                ("我没参加", "x:a:9"),
                ("时间不对", "x:t:9"),
                ("别的原因", "x:o:9")
            ]
        );
        let english = say(Language::En, question()).text;
        assert_eq!(
            english,
            "Tue 4 March: half a day (4 class hours)\nStudy, recorded by 李强.\nWhat is not right?"
        );
    }

    #[test]
    fn what_he_says_is_read_back_with_the_sum_and_his_reason_is_kept() {
        let noted = Answer::Noted {
            on: sample::day(2014, 3, 4),
            amount: Amount::whole(4),
            reason: "<我>没参加".to_owned(),
            standing: sample::standing(),
        };
        assert_eq!(
            say(Language::ZhCn, noted).text,
            "✓ 已请联络员核实，暂不计入：\n3月4日 周二 半天（4学时）\n您说：&lt;我&gt;没参加\n累计 3.5/7天 进度正常"
        );
        let write = |about| Answer::Write {
            about,
            duty: "study".to_owned(),
            on: sample::day(2014, 3, 4),
        };
        assert_eq!(
            say(Language::ZhCn, write(About::Time)).text,
            "请写对的日子和数量，\n如“3月3日 2学时”。"
        );
        assert_eq!(
            say(Language::ZhCn, write(About::Other)).text,
            "请写一句哪里不对，\n如“那天我请假”。"
        );
        assert_eq!(absent(Language::ZhCn), "我没参加");
        assert_eq!(wrong_time(Language::ZhCn, "3月3日"), "时间不对：3月3日");
    }

    #[test]
    fn what_is_settled_is_said_and_how_to_go_on() {
        for (why, text) in [
            (
                Settled::Own,
                "这是您自己记的，没有改动。\n要更正，请点那条消息的“撤销”再写。",
            ),
            (Settled::Waits, "您已提出过，正等联络员核实。"),
            (
                Settled::Decided,
                "联络员已经核实过，没有改动。\n还有疑问，请直接找联络员。",
            ),
            (Settled::Withdrawn, "这条已经撤销，没有改动。"),
        ] {
            assert_eq!(say(Language::ZhCn, Answer::Settled { why }).text, text);
        }
    }
}
