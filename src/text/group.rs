//! What a group reads, and what is said about binding one.

use i18n_embed_fl::fl;

use crate::domain::deadline::Deadline;
use crate::domain::group::{Answer, Line};

use super::Rendered;
use super::date::date;
use super::items::{SHORT, line};
use super::page::{Page, plain, shown};
use super::person;
use super::words::Voice;

/// The longest name of a unit that is read back, in characters.
const LONGEST_WORDS: usize = 40;

/// Units offered at once.
const UNITS: usize = 10;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Bound { unit, before } => {
            let page = Page::new(fl!(words, "group-bound", unit = person::unit(unit)));
            let page = match before {
                Some(before) => {
                    let before = person::unit(before);
                    page.line(fl!(words, "group-bound-before", unit = before))
                }
                None => page,
            };
            page.line(fl!(words, "group-bound-how")).done()
        }
        Answer::Which { units } => {
            let lines = units.iter().take(UNITS).map(|unit| {
                let unit = shown(unit, LONGEST_WORDS);
                fl!(words, "group-which-line", unit = unit)
            });
            Page::new(fl!(words, "group-which"))
                .list(lines, units.len(), |left| {
                    fl!(words, "more-lines", n = left)
                })
                .done()
        }
        Answer::NoSuchUnit { words: said } if said.is_empty() => plain(fl!(words, "group-no-name")),
        Answer::NoSuchUnit { words: said } => {
            let said = shown(said, LONGEST_WORDS);
            plain(fl!(words, "group-no-unit", words = said))
        }
        Answer::NotYours => plain(fl!(words, "group-not-yours")),
        Answer::Taken { unit } => plain(fl!(words, "group-taken", unit = person::unit(unit))),
        Answer::Unbound => plain(fl!(words, "group-unbound")),
        Answer::List { unit, items, total } => list(voice, unit, items, *total),
        Answer::InGroupOnly => plain(fl!(words, "group-in-group-only")),
    }
}

/// Number, what, light and day of each; the unit too, where it is one below.
fn list(voice: &Voice<'_>, unit: &str, items: &[Line], total: usize) -> Rendered {
    let words = voice.words;
    if total == 0 {
        return plain(fl!(words, "group-list-none", unit = person::unit(unit)));
    }
    let entries = items.iter().map(|entry| {
        let deadline = match entry.item.deadline {
            Deadline::On(day) => Some(fl!(words, "deadline", date = date(voice, day))),
            Deadline::Immediate | Deadline::Ongoing => None,
        };
        let whose = (entry.unit != unit).then(|| person::unit(&entry.unit));
        let below: Vec<String> = deadline.into_iter().chain(whose).collect();
        let first = line(voice, &entry.item, SHORT);
        if below.is_empty() {
            return first;
        }
        format!("{first}\n   {}", below.join(" "))
    });
    let title = fl!(
        words,
        "group-list-title",
        unit = person::unit(unit),
        total = total
    );
    Page::new(title)
        .list(entries, total, |left| fl!(words, "more-items", n = left))
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::page::units;
    use crate::text::{render, sample};

    fn say(answer: Answer) -> String {
        let notice = Notice::Group(answer);
        render(&sample::campaign(), Language::ZhCn, &notice).text
    }

    #[test]
    fn the_list_shows_what_and_by_when_and_nobody() {
        let line = |item, unit: &str| Line {
            item,
            unit: unit.to_owned(),
        };
        let items = vec![
            line(sample::late_item(), "汪清县/春阳镇"),
            line(sample::near_item(), "汪清县/春阳镇/新光村"),
            line(sample::ongoing_item(), "汪清县/春阳镇"),
        ];
        assert_eq!(
            say(Answer::List {
                unit: "汪清县/春阳镇".to_owned(),
                items,
                total: 5
            }),
            "汪清县春阳镇 未办结5项\n 🔴 7号 公车私用 已逾期2天\n   时限 3月1日 周六\n \
             🔵 12号 会议多、文件多 还剩3天\n   时限 3月6日 周四 春阳镇新光村\n \
             15号 会议多、文件多 长期坚持\n还有2项没有列出"
        );
        assert_eq!(
            say(Answer::List {
                unit: "春阳镇".to_owned(),
                items: vec![],
                total: 0
            }),
            "春阳镇没有未办结的事项。"
        );
    }

    #[test]
    fn a_long_list_is_one_message() {
        let mut item = sample::late_item();
        item.content = "&".repeat(300);
        let line = Line {
            item,
            unit: "甲/乙".to_owned(),
        };
        let text = say(Answer::List {
            unit: "甲".to_owned(),
            items: vec![line; 200],
            total: 9_000,
        });
        assert!(units(&text) <= 4096);
        assert!(
            text.lines().last().unwrap_or_default().contains("还有8"),
            "{text}"
        );
    }

    #[test]
    fn binding_is_answered_with_what_is_right() {
        for (answer, text) in [
            (
                Answer::Bound {
                    unit: "汪清县/春阳镇".to_owned(),
                    before: Some("敦化市/额穆镇".to_owned()),
                },
                "✓ 本群已绑定：汪清县春阳镇\n原来绑定的是敦化市额穆镇。\n发 /list 看未办结的事项。",
            ),
            (
                Answer::Which {
                    units: vec!["汪清县/春阳镇".to_owned(), "敦化市/额穆镇".to_owned()],
                },
                "您负责的单位不止一个，请写明：\n/group 汪清县/春阳镇\n/group 敦化市/额穆镇",
            ),
            (
                Answer::NoSuchUnit {
                    words: "<光>".to_owned(),
                },
                "您负责的单位里没有“&lt;光&gt;”。\n请写单位全名，如“/group 春阳镇”。",
            ),
            (
                Answer::NoSuchUnit {
                    words: String::new(),
                },
                "请写明单位，如“/group 春阳镇”。",
            ),
            (
                Answer::NotYours,
                "您不能为这个单位绑定群。\n请本单位联络员或活动办来绑定。",
            ),
            (
                Answer::Taken {
                    unit: "额穆镇".to_owned(),
                },
                "本群已绑定额穆镇。\n请该单位联络员或活动办改绑。",
            ),
            (
                Answer::Unbound,
                "本群还没有绑定单位。\n请联络员发“/group 单位名”。",
            ),
        ] {
            assert_eq!(say(answer), text);
        }
    }
}
