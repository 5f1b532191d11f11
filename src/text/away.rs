//! What whoever cares for people reads of those who are away.

use chrono::{Datelike, Days, NaiveDate};
use i18n_embed_fl::fl;

use crate::domain::action::{Action, PacePress};
use crate::domain::away::{AHEAD, Answer, Candidate, LINES};
use crate::domain::leave::{Leave, Refusal};
use crate::domain::notice::Who;

use super::date::date;
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered, leave as leaves, person};

/// The name of an example where none was written.
const SOMEBODY: &str = "周俊哲";

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::List {
            today,
            now,
            absent,
            page,
            total,
        } => {
            let example = example(voice, SOMEBODY, next_week(*today));
            if *total == 0 {
                return Page::new(fl!(words, "away-none", days = AHEAD))
                    .line(fl!(words, "away-how-to", example = example))
                    .done();
            }
            let to = today.checked_add_days(Days::new(AHEAD)).unwrap_or(*today);
            let lines = absent.iter().map(|one| {
                let days = leaves::days(voice, &one.leave);
                format!(" {}\n  {days}", person::who(voice, &one.who))
            });
            let (now, total_lines) = (*now, *total);
            Page::new(fl!(words, "away-title", now = now))
                .line(fl!(
                    words,
                    "away-ahead",
                    date = date(voice, to),
                    total = total_lines
                ))
                .list(lines, absent.len(), |left| {
                    fl!(words, "more-lines", n = left)
                })
                .line(fl!(words, "away-how-to", example = example))
                .buttons(turning(voice, *page, *total))
                .done()
        }
        Answer::Recorded {
            who,
            update,
            leave,
            work_days,
        } => Page::new(fl!(words, "away-recorded", who = person::who(voice, who)))
            .line(leaves::days(voice, leave))
            .line(fl!(words, "leave-work-days", n = work_days))
            .buttons(vec![button(
                fl!(words, "button-undo"),
                &Action::UndoLeave { update: *update },
            )])
            .done(),
        Answer::Stands { who, leave } => of_person(voice, who, leave, fl!(words, "away-stands")),
        Answer::Withdrawn { who, leave } => {
            of_person(voice, who, leave, fl!(words, "away-withdrawn"))
        }
        Answer::Which {
            people,
            total,
            leave,
        } => {
            let page =
                Page::new(fl!(words, "away-which", n = total)).line(leaves::days(voice, leave));
            let left = total.saturating_sub(people.len());
            let page = if left > 0 {
                page.line(fl!(words, "more-people", n = left))
            } else {
                page
            };
            people
                .iter()
                .map(|one| vec![candidate(one, *leave)])
                .fold(page, Page::buttons)
                .done()
        }
        Answer::Nobody { name, today } => {
            let example = example(voice, SOMEBODY, next_week(*today));
            let name = person::name(name);
            plain(fl!(words, "away-nobody", name = name, example = example))
        }
        Answer::Refused { name, why, today } => refused(voice, name, *why, *today),
    }
}

fn of_person(voice: &Voice<'_>, who: &Who, leave: &Leave, first: String) -> Rendered {
    Page::new(first)
        .line(person::who(voice, who))
        .line(leaves::days(voice, leave))
        .done()
}

fn refused(voice: &Voice<'_>, name: &str, why: Refusal, today: NaiveDate) -> Rendered {
    let words = voice.words;
    let week = example(voice, name, next_week(today));
    plain(match why {
        Refusal::Unclear => fl!(words, "away-unclear", example = week),
        Refusal::Past { first, .. } => fl!(
            words,
            "away-past",
            date = date(voice, first),
            example = week
        ),
        Refusal::Reversed { .. } => fl!(words, "away-reversed", example = week),
        Refusal::TooLong { most, .. } => {
            fl!(words, "away-too-long", most = most, example = week)
        }
    })
}

/// The name and the last part of the unit: a button is short.
fn candidate(one: &Candidate, leave: Leave) -> Button {
    let unit = one.who.unit.rsplit('/').next().unwrap_or_default();
    let label: String = format!("{} {unit}", one.who.name)
        .chars()
        .take(40)
        .collect();
    let press = PacePress::AwayFor {
        cadre: one.id,
        leave,
    };
    button(label, &Action::Pace(press))
}

fn turning(voice: &Voice<'_>, page: usize, total: usize) -> Vec<Button> {
    let words = voice.words;
    let to = |page| Action::Pace(PacePress::Away { page });
    let mut buttons = Vec::new();
    if let Some(before) = page.checked_sub(1) {
        buttons.push(button(fl!(words, "button-away-before"), &to(before)));
    }
    if (page + 1) * LINES < total {
        buttons.push(button(fl!(words, "button-away-after"), &to(page + 1)));
    }
    buttons
}

/// "/away 周俊哲 3.10-3.14"
fn example(voice: &Voice<'_>, name: &str, (first, last): (NaiveDate, NaiveDate)) -> String {
    fl!(
        voice.words,
        "example-away",
        name = person::name(name),
        first_month = first.month(),
        first_day = first.day(),
        last_month = last.month(),
        last_day = last.day()
    )
}

/// The work days of next week.
fn next_week(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = today.week(chrono::Weekday::Mon).first_day();
    let monday = monday.checked_add_days(Days::new(7)).unwrap_or(today);
    (
        monday,
        monday.checked_add_days(Days::new(4)).unwrap_or(monday),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::away::{Absent, name_and_days};
    use crate::domain::ids::{CadreId, UpdateId};
    use crate::domain::language::Language;
    use crate::domain::leave::Kind;
    use crate::domain::notice::Notice;
    use crate::domain::reply::{self, Heard};
    use crate::text::{render, sample};

    fn say(answer: Answer) -> Rendered {
        render(&sample::campaign(), Language::ZhCn, &Notice::Away(answer))
    }

    fn week() -> Leave {
        Leave {
            kind: Kind::Leave,
            first: sample::day(2014, 3, 10),
            last: sample::day(2014, 3, 14),
        }
    }

    fn labels(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.label.as_str()).collect()
    }

    #[test]
    fn the_list_says_who_is_away_and_when_and_can_be_turned() {
        let list = |page, total, lines| Answer::List {
            today: sample::day(2014, 3, 10),
            now: 1,
            absent: vec![
                Absent {
                    who: sample::who(),
                    leave: week(),
                };
                lines
            ],
            page,
            total,
        };
        let one = say(list(0, 1, 1));
        assert_eq!(
            one.text,
            "请假、出差 今天1人\n到3月17日 周一 共1人次\n 周俊哲，汪清县春阳镇 镇长\n  \
             请假 3月10日 周一 至 3月14日 周五\n替人请假请写，如\n“/away 周俊哲 3.17-3.21”。"
        );
        assert_eq!(labels(&one), [""; 0]);
        assert_eq!(labels(&say(list(0, 21, 10))), ["下一页"]);
        assert_eq!(labels(&say(list(1, 21, 10))), ["上一页", "下一页"]);
        assert_eq!(labels(&say(list(2, 21, 1))), ["上一页"]);
        let none = say(list(0, 0, 0)).text;
        assert!(
            none.starts_with("今天和以后7天没有人请假、出差。\n"),
            "{none}"
        );
    }

    #[test]
    fn what_was_entered_for_somebody_names_him() {
        let recorded = say(Answer::Recorded {
            who: sample::who(),
            update: UpdateId(9),
            leave: week(),
            work_days: 5,
        });
        assert_eq!(
            recorded.text,
            "✓ 周俊哲，汪清县春阳镇 镇长\n请假 3月10日 周一 至 3月14日 周五\n共5个工作日，期间不打扰。"
        );
        assert_eq!(recorded.keyboard[0][0].data, "w:9");
        let which = say(Answer::Which {
            people: vec![Candidate {
                id: CadreId(2),
                who: sample::who(),
            }],
            total: 3,
            leave: week(),
        });
        assert_eq!(labels(&which), ["周俊哲 春阳镇"]);
        assert_eq!(which.keyboard[0][0].data, "p:w:2:leave:20140310:20140314");
        assert!(which.text.contains("还有2人没有列出"), "{}", which.text);
    }

    /// What an answer shows as right must be understood when somebody sends just that.
    #[test]
    fn every_example_can_be_read() {
        let today = sample::day(2014, 3, 3);
        let first = today;
        let whys = [
            Refusal::Unclear,
            Refusal::Past { first, last: first },
            Refusal::Reversed { first, last: first },
            Refusal::TooLong { first, most: 60 },
        ];
        for language in Language::ALL {
            for why in whys {
                let name = "周俊哲".to_owned();
                let notice = Notice::Away(Answer::Refused { name, why, today });
                let text = render(&sample::campaign(), language, &notice).text;
                let example = text.split("/away ").nth(1).unwrap_or_default();
                let example: String = example
                    .chars()
                    .take_while(|sign| !"”」\"\n".contains(*sign))
                    .collect();
                let (name, days) = name_and_days(&example);
                assert_eq!(name, "周俊哲", "{language:?} {text}");
                let days = reply::leave(&format!("请假 {days}"), today);
                assert!(matches!(days, Heard::Said(_)), "{language:?} {text}");
            }
        }
    }
}
