//! An item silent for some days: its buttons, and what is answered.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, MutePress};
use crate::domain::ids::ItemId;
use crate::domain::mute::{Answer, OFFERED, Why};

use super::date::date;
use super::items;
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Silent { item, no, until } => {
            let end = MutePress {
                item: *item,
                days: 0,
            };
            let text = fl!(
                words,
                "mute-silent",
                no = items::no(no),
                date = date(voice, *until)
            );
            let end = button(fl!(words, "mute-button-end"), &Action::Mute(end));
            Page::new(text).buttons(vec![end]).done()
        }
        Answer::Speaks { no } => plain(fl!(words, "mute-speaks", no = items::no(no))),
        Answer::Refused { item, no, why } => refused(voice, *item, no, *why),
    }
}

fn refused(voice: &Voice<'_>, item: ItemId, number: &str, why: Why) -> Rendered {
    let (words, no) = (voice.words, items::no(number));
    match why {
        Why::Overdue => plain(fl!(words, "mute-overdue", no = no)),
        Why::Never => plain(fl!(words, "mute-never", no = no)),
        Why::TooLong { most } => Page::new(fl!(words, "mute-too-long", most = most))
            .buttons(vec![silence(voice, item, most.min(OFFERED))])
            .done(),
        Why::NotNow { status } => items::already(voice, number, status),
        Why::Offered => plain(fl!(words, "mute-offered", no = no)),
    }
}

/// "今后3天不提醒" under an item that has the message to itself.
pub(super) fn silence(voice: &Voice<'_>, item: ItemId, days: u32) -> Button {
    let label = fl!(voice.words, "mute-button", days = days);
    button(label, &Action::Mute(MutePress { item, days }))
}

/// "12号 3天不提醒" under a list.
pub(super) fn silence_of(voice: &Voice<'_>, item: ItemId, number: &str, days: u32) -> Button {
    let no = items::label_no(number);
    let label = fl!(voice.words, "mute-button-of", no = no, days = days);
    button(label, &Action::Mute(MutePress { item, days }))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::item::Status;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn say(answer: Answer) -> (String, Vec<(String, String)>) {
        let notice = Notice::Mute(answer);
        let rendered = render(&sample::campaign(), Language::ZhCn, &notice);
        let buttons = rendered.keyboard.into_iter().flatten();
        let buttons = buttons.map(|button| (button.label, button.data)).collect();
        (rendered.text, buttons)
    }

    #[test]
    fn silence_has_an_end_and_can_be_taken_back() {
        let (text, buttons) = say(Answer::Silent {
            item: ItemId(12),
            no: "12".to_owned(),
            until: sample::day(2014, 3, 6),
        });
        assert_eq!(
            text,
            "✓ 12号 暂不提醒\n到3月6日 周四为止，之后照常提醒。\n如果逾期，还会提醒。"
        );
        assert_eq!(buttons, [("恢复提醒".to_owned(), "z:12:0".to_owned())]);
        let no = "12".to_owned();
        assert_eq!(
            say(Answer::Speaks { no }).0,
            "✓ 12号 恢复提醒\n到时候照常提醒您。"
        );
    }

    #[test]
    fn a_refusal_says_why_and_what_is_right() {
        let status = Status::Submitted;
        for (why, text, buttons) in [
            (
                Why::Overdue,
                "7号已逾期，不能关掉提醒。\n没有改动。请送审或说明进展：/tasks",
                vec![],
            ),
            (Why::Never, "7号这类事项不能关掉提醒，没有改动。", vec![]),
            (
                Why::TooLong { most: 5 },
                "最多可以5个工作日不提醒，没有改动。\n请点下面的按钮。",
                vec![("今后3天不提醒".to_owned(), "z:7:3".to_owned())],
            ),
            (
                Why::NotNow { status },
                "7号已送审，等待审核，不用再报。",
                vec![],
            ),
            (
                Why::Offered,
                "7号已上报，正等上级答复。\n现在不会提醒您，没有改动。",
                vec![],
            ),
        ] {
            let found = say(Answer::Refused {
                item: ItemId(7),
                no: "7".to_owned(),
                why,
            });
            assert_eq!(found, (text.to_owned(), buttons), "{why:?}");
        }
    }
}
