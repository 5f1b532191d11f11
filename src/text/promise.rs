//! To somebody who promises something.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::{Action, Group};
use crate::domain::item::LONGEST_CONTENT;
use crate::domain::language::Language;
use crate::domain::promise::{Answer, Mine};

use super::date::{date, written};
use super::items::{LONG, label_no, line};
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    let content_of = |content: &str| shown(content, LONGEST_CONTENT);
    let until = |on: NaiveDate| fl!(words, "deadline", date = date(voice, on));
    match answer {
        Answer::AskWhat { example } => Page::new(fl!(
            words,
            "promise-ask-what",
            date = example_day(voice, *example)
        ))
        .buttons(vec![mine(voice)])
        .done(),
        Answer::AskWhen { content, example } => Page::new(content_of(content))
            .line(fl!(
                words,
                "promise-ask-when",
                date = example_day(voice, *example)
            ))
            .done(),
        Answer::BadDay { past, example } => {
            let date = example_day(voice, *example);
            plain(if *past {
                fl!(words, "promise-past", date = date)
            } else {
                fl!(words, "promise-bad-day", date = date)
            })
        }
        Answer::Confirm {
            content,
            on,
            unit,
            mark,
        } => Page::new(fl!(words, "promise-confirm"))
            .line(content_of(content))
            .line(until(*on))
            .line(fl!(words, "publish-unit", unit = person::unit(unit)))
            .buttons(vec![
                press(fl!(words, "button-promise"), Group::Promise { mark: *mark }),
                press(fl!(words, "button-promise-not"), Group::Cancel),
            ])
            .done(),
        Answer::Made {
            update,
            no,
            content,
            on,
        } => Page::new(fl!(words, "promise-made", no = no.as_str()))
            .line(content_of(content))
            .line(until(*on))
            .buttons(vec![
                press(
                    fl!(words, "button-publish"),
                    Group::PublishMade { update: *update },
                ),
                mine(voice),
            ])
            .done(),
        Answer::Cancelled => plain(fl!(words, "promise-cancelled")),
        Answer::Mine { items, total } => list(voice, items, *total),
        Answer::NoKind => plain(fl!(words, "promise-no-kind")),
        Answer::Exempt => plain(fl!(words, "promise-exempt")),
    }
}

fn list(voice: &Voice<'_>, items: &[Mine], total: usize) -> Rendered {
    let words = voice.words;
    let one_more = press(fl!(words, "button-promise-new"), Group::New);
    if items.is_empty() {
        let day = NaiveDate::from_ymd_opt(2014, 6, 30).unwrap_or_default();
        let example = example_day(voice, day);
        return Page::new(fl!(words, "promise-mine-none", date = example)).done();
    }
    let entries = items.iter().map(|mine| {
        let first = line(voice, &mine.item, LONG);
        if mine.published {
            format!("{first}\n   {}", fl!(words, "promise-published"))
        } else {
            first
        }
    });
    let hidden = items.iter().filter(|mine| !mine.published);
    let mut buttons: Vec<Button> = hidden
        .map(|mine| {
            let label = fl!(words, "button-publish-no", no = label_no(&mine.item.no));
            press(label, Group::Publish { item: mine.id() })
        })
        .collect();
    buttons.push(one_more);
    Page::new(fl!(words, "promise-mine-title", total = total))
        .list(entries, total, |left| fl!(words, "more-items", n = left))
        .buttons(buttons)
        .done()
}

/// A day as one can write it: in figures where day and month are not told apart.
fn example_day(voice: &Voice<'_>, day: NaiveDate) -> String {
    match voice.language {
        Language::En => day.to_string(),
        Language::ZhCn | Language::ZhTw | Language::Ko => written(voice, day),
    }
}

fn mine(voice: &Voice<'_>) -> Button {
    press(fl!(voice.words, "button-promises"), Group::Mine)
}

fn press(label: String, press: Group) -> Button {
    button(label, &Action::Group(press))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deadline::Span;
    use crate::domain::ids::UpdateId;
    use crate::domain::notice::Notice;
    use crate::domain::promise::Draft;
    use crate::text::{render, sample};

    fn say(answer: Answer) -> Rendered {
        render(
            &sample::campaign(),
            Language::ZhCn,
            &Notice::Promise(answer),
        )
    }

    fn labels(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.label.as_str()).collect()
    }

    #[test]
    fn two_questions_and_a_yes() {
        let example = sample::day(2014, 4, 3);
        assert_eq!(
            say(Answer::AskWhat { example }).text,
            "您承诺做什么？什么时候做到？\n如“4月3日前修好村口路灯”。"
        );
        let content = "修好<路灯>".to_owned();
        assert_eq!(
            say(Answer::AskWhen {
                content: content.clone(),
                example
            })
            .text,
            "修好&lt;路灯&gt;\n什么时候做到？\n如“4月3日前”。"
        );
        let confirm = say(Answer::Confirm {
            content: content.clone(),
            on: sample::day(2014, 6, 30),
            unit: "汪清县/春阳镇".to_owned(),
            mark: 255,
        });
        assert_eq!(
            confirm.text,
            "请确认您的承诺：\n修好&lt;路灯&gt;\n时限 6月30日 周一\n单位 汪清县春阳镇"
        );
        assert_eq!(labels(&confirm), ["我承诺", "不承诺"]);
        let made = say(Answer::Made {
            update: UpdateId(7),
            no: "C1".to_owned(),
            content,
            on: sample::day(2014, 6, 30),
        });
        assert_eq!(
            made.text,
            "✓ 已记下承诺 C1号\n修好&lt;路灯&gt;\n时限 6月30日 周一"
        );
        assert_eq!(labels(&made), ["在群里公布", "我的承诺"]);
    }

    #[test]
    fn a_wrong_day_is_answered_with_a_right_one() {
        let example = sample::day(2014, 4, 3);
        for (past, text) in [
            (false, "没看懂是哪一天。请这样写：\n4月3日前"),
            (true, "这一天已经过了，请写以后的日子，\n如“4月3日前”。"),
        ] {
            assert_eq!(say(Answer::BadDay { past, example }).text, text);
        }
    }

    #[test]
    fn every_example_is_a_promise_that_would_be_understood() {
        let campaign = Span {
            start: sample::day(2014, 1, 20),
            end: sample::day(2014, 9, 30),
        };
        for language in Language::ALL {
            let say = |answer| {
                let notice = Notice::Promise(answer);
                render(&sample::campaign(), language, &notice).text
            };
            let example = sample::day(2014, 4, 3);
            let lines = [
                say(Answer::AskWhat { example }),
                say(Answer::Mine {
                    items: vec![],
                    total: 0,
                }),
            ];
            for (text, day) in lines.iter().zip([example, sample::day(2014, 6, 30)]) {
                let line = text.lines().last().unwrap_or_default();
                let written = ["如“", "如「", "For example: ", "례: ", "/promise "]
                    .iter()
                    .find_map(|before| line.split_once(before))
                    .map_or(line, |(_, after)| after);
                let draft = Draft::read(written.trim_end_matches(['”', '」', '。']), &campaign);
                assert_eq!(draft.deadline, Some(day), "{language:?} {line}: {draft:?}");
                assert!(draft.content.is_some(), "{line}");
            }
            let alone = say(Answer::BadDay {
                past: false,
                example,
            });
            let line = alone.lines().last().unwrap_or_default();
            assert_eq!(Draft::day(line, &campaign), Some(example), "{line}");
        }
    }

    #[test]
    fn his_promises_offer_what_is_not_published_yet() {
        let mine = |item, published| Mine { item, published };
        let rendered = say(Answer::Mine {
            items: vec![
                mine(sample::late_item(), true),
                mine(sample::near_item(), false),
            ],
            total: 2,
        });
        assert_eq!(
            rendered.text,
            "您的承诺 2项\n 🔴 7号 公车私用 已逾期2天\n   已公布\n 🔵 12号 会议多、文件多 还剩3天"
        );
        assert_eq!(labels(&rendered), ["公布12号", "再承诺一项"]);
    }
}
