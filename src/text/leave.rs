//! What is said of being away: the question until when, what was recorded, and why something was not.

use chrono::{Datelike, Days, NaiveDate};
use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::ids::UpdateId;
use crate::domain::leave::{Answer, Kind, Leave, Refusal, next_friday};

use super::date::date;
use super::offer::{nothing, offers, other};
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Question {
            kind,
            today,
            standing,
            update,
        } => {
            let page = Page::new(fl!(words, "leave-ask", kind = kind.name()));
            let page = match standing {
                Some(leave) => page.line(fl!(words, "leave-known", leave = days(voice, leave))),
                None => page,
            };
            page.line(fl!(
                words,
                "leave-how-to",
                example = next_week(voice, *today)
            ))
            .buttons(choices(voice, *kind, *today))
            .buttons(undo(voice, update.as_ref()))
            .done()
        }
        Answer::Recorded {
            update,
            leave,
            work_days,
        } => Page::new(fl!(words, "leave-recorded", leave = days(voice, leave)))
            .line(length(voice, *work_days))
            .buttons(undo(voice, Some(update)))
            .done(),
        Answer::Stands {
            leave,
            work_days,
            update,
        } => Page::new(fl!(words, "leave-stands", leave = days(voice, leave)))
            .line(length(voice, *work_days))
            .buttons(undo(voice, update.as_ref()))
            .done(),
        Answer::Refused { kind, why, today } => refused(voice, *kind, *why, *today),
        Answer::Withdrawn { leave, on } => withdrawn(voice, leave, *on),
        Answer::Ended { leave, kept_to, on } => {
            let whole = days(voice, leave);
            let page = if on.is_some() {
                Page::new(fl!(words, "leave-ended", leave = whole))
            } else {
                Page::new(fl!(words, "leave-cancelled", leave = whole))
            };
            let page = match kept_to {
                Some(last) => page.line(fl!(words, "leave-kept-to", date = date(voice, *last))),
                None => page,
            };
            asked_again(voice, page.line(fl!(words, "leave-ended-asks")), *on)
        }
        Answer::NoneStands { today } => plain(fl!(
            words,
            "leave-none-stands",
            example = next_week(voice, *today)
        )),
    }
}

/// "请假 3月10日 周一 至 3月14日 周五", also a line of `/me`.
pub(super) fn days(voice: &Voice<'_>, leave: &Leave) -> String {
    let words = voice.words;
    let first = date(voice, leave.first);
    let kind = leave.kind.name();
    if leave.first == leave.last {
        return fl!(words, "leave-one-day", kind = kind, date = first);
    }
    fl!(
        words,
        "leave-days",
        kind = kind,
        first = first,
        last = date(voice, leave.last)
    )
}

/// The prompt may have become this message, so today's question is offered again.
fn withdrawn(voice: &Voice<'_>, leave: &Leave, on: Option<NaiveDate>) -> Rendered {
    let page = Page::new(fl!(
        voice.words,
        "leave-withdrawn",
        leave = days(voice, leave)
    ));
    asked_again(voice, page, on)
}

/// The question of that day is offered again, if it is one of those that were taken back.
fn asked_again(voice: &Voice<'_>, page: Page, on: Option<NaiveDate>) -> Rendered {
    match (on, voice.campaign.prompted_duty()) {
        (Some(on), Some(duty)) => {
            let mut choices = offers(voice, &duty.id, on);
            choices.push(other(voice, &duty.id, on));
            page.buttons(choices)
                .buttons(vec![nothing(voice, &duty.id, on)])
                .done()
        }
        _ => page.done(),
    }
}

fn length(voice: &Voice<'_>, work_days: i64) -> String {
    fl!(voice.words, "leave-work-days", n = work_days)
}

fn refused(voice: &Voice<'_>, kind: Kind, why: Refusal, today: NaiveDate) -> Rendered {
    let words = voice.words;
    match why {
        Refusal::Unclear => {
            let example = next_week(voice, today);
            Page::new(fl!(words, "leave-unclear", example = example))
                .buttons(choices(voice, kind, today))
                .done()
        }
        Refusal::Past { first, last } => {
            let example = if last < today {
                next_week(voice, today)
            } else {
                example(voice, today, last)
            };
            let first = date(voice, first);
            plain(fl!(words, "leave-past", date = first, example = example))
        }
        Refusal::Reversed { first, last } => plain(fl!(
            words,
            "leave-reversed",
            first = date(voice, first),
            last = date(voice, last),
            example = next_week(voice, today)
        )),
        Refusal::TooLong { first, most } => {
            let more = u64::try_from(most - 1).unwrap_or_default();
            let last = first.checked_add_days(Days::new(more)).unwrap_or(first);
            plain(fl!(
                words,
                "leave-too-long",
                most = most,
                example = example(voice, first, last)
            ))
        }
    }
}

/// "今天" and "到周五", from today on.
fn choices(voice: &Voice<'_>, kind: Kind, today: NaiveDate) -> Vec<Button> {
    let words = voice.words;
    let friday = next_friday(today);
    let this_week = friday.iso_week() == today.iso_week();
    let take = |last| Action::TakeLeave {
        leave: Leave {
            kind,
            first: today,
            last,
        },
    };
    let until = if this_week {
        fl!(words, "button-until-friday")
    } else {
        fl!(words, "button-until-next-friday")
    };
    vec![
        button(fl!(words, "button-today"), &take(today)),
        button(until, &take(friday)),
    ]
}

fn undo(voice: &Voice<'_>, update: Option<&UpdateId>) -> Vec<Button> {
    update
        .map(|update| {
            let undo = Action::UndoLeave { update: *update };
            button(fl!(voice.words, "button-undo"), &undo)
        })
        .into_iter()
        .collect()
}

/// What one could write, as an example: the work days of next week.
fn next_week(voice: &Voice<'_>, today: NaiveDate) -> String {
    let monday = today
        .week(chrono::Weekday::Mon)
        .first_day()
        .checked_add_days(Days::new(7))
        .unwrap_or(today);
    let friday = monday.checked_add_days(Days::new(4)).unwrap_or(monday);
    example(voice, monday, friday)
}

/// "请假3.10-3.14": days as one can write them.
fn example(voice: &Voice<'_>, first: NaiveDate, last: NaiveDate) -> String {
    fl!(
        voice.words,
        "example-leave",
        first_month = first.month(),
        first_day = first.day(),
        last_month = last.month(),
        last_day = last.day()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::leave::{Said, When};
    use crate::domain::notice::Notice;
    use crate::domain::reply::{self, Heard};
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Leave(answer))
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
    fn what_is_recorded_shows_its_days_and_how_many_are_work_days() {
        for (language, text, undo) in [
            (
                Language::ZhCn,
                "✓ 请假 3月10日 周一 至 3月14日 周五\n共5个工作日，期间不打扰。",
                "撤销",
            ),
            (
                Language::ZhTw,
                "✓ 請假 3月10日 週一 至 3月14日 週五\n共5個工作日，期間不打擾。",
                "撤銷",
            ),
            (
                Language::En,
                "✓ Leave: Mon 10 March to Fri 14 March\n5 work days. I will not write to you meanwhile.",
                "Undo",
            ),
            (
                Language::Ko,
                "✓ 청가 3월 10일 월요일 - 3월 14일 금요일\n근무일 5일, 그동안 련락드리지 않습니다.",
                "취소",
            ),
        ] {
            let recorded = say(
                language,
                Answer::Recorded {
                    update: UpdateId(7),
                    leave: week(),
                    work_days: 5,
                },
            );
            assert_eq!(recorded.text, text);
            assert_eq!(labels(&recorded), [undo]);
            assert_eq!(recorded.keyboard[0][0].data, "w:7");
        }
    }

    #[test]
    fn a_trip_of_one_day_is_said_as_such() {
        let leave = Leave {
            kind: Kind::Trip,
            last: week().first,
            ..week()
        };
        let withdrawn = say(Language::ZhCn, Answer::Withdrawn { leave, on: None });
        let text = "✓ 已撤销：出差 3月10日 周一\n这些天照常问学习。";
        assert_eq!(withdrawn.text, text);
        assert!(withdrawn.keyboard.is_empty());
        let on = Some(leave.first);
        let today = say(Language::ZhCn, Answer::Withdrawn { leave, on });
        assert_eq!(labels(&today), ["半天", "1天", "2学时", "其他", "今天没学"]);
    }

    #[test]
    fn an_end_before_its_time_says_what_is_kept() {
        let ended = |kept_to, on| Answer::Ended {
            leave: week(),
            kept_to,
            on,
        };
        let (eve, today) = (sample::day(2014, 3, 11), sample::day(2014, 3, 12));
        for (answer, text) in [
            (
                ended(Some(eve), Some(today)),
                "✓ 已销假：请假 3月10日 周一 至 3月14日 周五\n记到3月11日 周二 为止。\n照常提醒，您也可以现在答。",
            ),
            (
                ended(None, None),
                "✓ 已取消：请假 3月10日 周一 至 3月14日 周五\n照常提醒，您也可以现在答。",
            ),
            (
                Answer::NoneStands { today },
                "您没有记着的请假或出差。\n要请假请写，如“请假3.17-3.21”。",
            ),
        ] {
            assert_eq!(say(Language::ZhCn, answer).text, text);
        }
    }

    #[test]
    fn the_question_offers_today_and_friday() {
        let ask = |today| {
            say(
                Language::ZhCn,
                Answer::Question {
                    kind: Kind::Leave,
                    today,
                    standing: None,
                    update: None,
                },
            )
        };
        let monday = ask(sample::day(2014, 3, 3));
        assert_eq!(
            monday.text,
            "请假到哪天？\n别的日子请直接写来，如\n“请假3.10-3.14”“请假三天”。"
        );
        assert_eq!(labels(&monday), ["今天", "到周五"]);
        let data: Vec<_> = monday.keyboard[0].iter().map(|b| b.data.as_str()).collect();
        assert_eq!(
            data,
            ["v:leave:20140303:20140303", "v:leave:20140303:20140307"]
        );
        let friday = ask(sample::day(2014, 3, 7));
        assert_eq!(labels(&friday), ["今天", "到下周五"]);
        assert_eq!(friday.keyboard[0][1].data, "v:leave:20140307:20140314");
    }

    /// What an answer shows as right must be understood when somebody sends just that.
    #[test]
    fn every_example_is_itself_a_leave_that_can_be_read() {
        let today = sample::day(2014, 3, 3);
        let campaign = sample::campaign();
        for language in Language::ALL {
            let voice = Voice::new(&campaign, language);
            let refusals = [
                Refusal::Unclear,
                Refusal::Past {
                    first: sample::day(2014, 3, 1),
                    last: sample::day(2014, 3, 7),
                },
                Refusal::TooLong {
                    first: sample::day(2014, 3, 20),
                    most: 60,
                },
            ];
            let mut seen = 0;
            for why in refusals {
                let kind = Kind::Leave;
                let text = say(language, Answer::Refused { kind, why, today }).text;
                let quoted = text.split(['“', '「']).skip(1);
                for example in quoted.filter_map(|rest| rest.split(['”', '」']).next()) {
                    seen += 1;
                    assert!(
                        matches!(reply::leave(example, today), Heard::Said(_)),
                        "{language:?}: {example}"
                    );
                }
            }
            assert!(seen >= 5, "{language:?}: {seen} examples");
            let said = reply::leave(&next_week(&voice, today), today);
            let when = When::Days {
                first: week().first,
                last: week().last,
                lasting: None,
            };
            let kind = Kind::Leave;
            assert_eq!(said, Heard::Said(Said { kind, when }), "{language:?}");
        }
    }
}
