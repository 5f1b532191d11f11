//! `/me`: all sums of a person, as he and whoever cares for him see them.

use i18n_embed_fl::fl;

use crate::domain::account::Pace;
use crate::domain::action::Action;
use crate::domain::amount::Amount;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::leave::Leave;
use crate::domain::notice::{Standing, Who};
use crate::domain::statement::Stretch;

use super::amount::{entry, progress, progress_bar, shown, sum};
use super::date::date;
use super::page::{Page, button};
use super::person;
use super::statement::{to_history, to_unit};
use super::words::Voice;
use super::{Rendered, leave, outlook};

/// What `/me` shows.
pub(super) struct Account<'a> {
    pub(super) who: &'a Who,
    pub(super) standings: &'a [Standing],
    pub(super) open_items: usize,
    pub(super) leave: Option<&'a Leave>,
    pub(super) stretches: &'a [Stretch],
    pub(super) of: Option<(CadreId, UnitId)>,
}

pub(super) fn me(voice: &Voice<'_>, account: &Account<'_>) -> Rendered {
    let words = voice.words;
    let page = Page::new(person::who(voice, account.who));
    let stretch = |duty: &str| account.stretches.iter().find(|of| of.duty == duty);
    let (over, open): (Vec<_>, Vec<_>) = account
        .standings
        .iter()
        .partition(|standing| is_over(standing, stretch(&standing.duty)));
    let page = if account.standings.is_empty() {
        page.line(fl!(words, "me-no-duties"))
    } else {
        let lines = open
            .iter()
            .map(|standing| duty(voice, standing, stretch(&standing.duty)));
        page.list(lines, open.len(), |left| fl!(words, "more-lines", n = left))
    };
    let page = if over.is_empty() {
        page
    } else {
        page.line(done(voice, &over))
    };
    let page = page.line(fl!(words, "me-items", n = account.open_items));
    let page = match account.leave {
        Some(leave) => page.line(leave::days(voice, leave)),
        None => page,
    };
    let mut buttons = vec![to_history(voice, account.of.map(|(cadre, _)| cadre))];
    match account.of {
        // Another's items are not the reader's list of things to do.
        Some((_, unit)) => buttons.push(to_unit(voice, Some(unit))),
        None if account.open_items > 0 => {
            buttons.push(button(fl!(words, "button-tasks"), &Action::Tasks));
        }
        None => {}
    }
    page.buttons(buttons).done()
}

/// Whether nothing more need be said of a duty than that it is done.
fn is_over(standing: &Standing, stretch: Option<&Stretch>) -> bool {
    let missed = |stretch: &Stretch| stretch.earlier.iter().any(|(_, of)| is_short(of));
    standing.pace == Some(Pace::Done)
        && standing.target.is_some_and(|target| target > Amount::ZERO)
        && standing.pending == Amount::ZERO
        && standing.rejected == Amount::ZERO
        && !stretch.is_some_and(missed)
}

fn is_short(standing: &Standing) -> bool {
    standing
        .target
        .is_some_and(|target| standing.counted < target)
}

/// A duty's sum with its bar, what is missing, what waits, what was turned down, and its windows.
fn duty(voice: &Voice<'_>, standing: &Standing, stretch: Option<&Stretch>) -> String {
    let words = voice.words;
    let name = voice.duty_name(&standing.duty);
    let sum_line = progress_bar(voice, standing);
    let mut lines = vec![fl!(words, "me-duty", duty = name, sum = sum_line)];
    lines.extend(outlook::heading(voice, standing));
    if let Some(missing) = missing(voice, standing) {
        lines.push(fl!(words, "me-missing", amount = missing));
    }
    let said = |of: Amount| entry(voice, &standing.duty, of);
    if standing.pending > Amount::ZERO {
        lines.push(fl!(words, "me-pending", amount = said(standing.pending)));
    }
    if standing.rejected > Amount::ZERO {
        lines.push(fl!(words, "me-rejected", amount = said(standing.rejected)));
    }
    if let Some(stretch) = stretch {
        lines.push(fl!(
            words,
            "me-stretch",
            number = stretch.number,
            of = stretch.of,
            first = date(voice, stretch.first),
            last = date(voice, stretch.last)
        ));
        for (number, earlier) in &stretch.earlier {
            let (number, sum) = (*number, progress(voice, earlier));
            lines.push(match missing(voice, earlier) {
                None => fl!(words, "me-stretch-met", number = number, sum = sum),
                Some(missing) => fl!(
                    words,
                    "me-stretch-short",
                    number = number,
                    sum = sum,
                    amount = missing
                ),
            });
        }
    }
    lines.join("\n")
}

/// "3.5天": what is missing to the target, as sums are shown; `None`: nothing.
fn missing(voice: &Voice<'_>, standing: &Standing) -> Option<String> {
    let target = standing.target?;
    let missing = standing.counted.missing_to(target);
    (missing > Amount::ZERO).then(|| shown(voice, &standing.duty, missing))
}

/// "已达标：集中学习 7.5/7天、谈心谈话 3/3次"
fn done(voice: &Voice<'_>, over: &[&Standing]) -> String {
    let words = voice.words;
    let duties: Vec<String> = over
        .iter()
        .map(|standing| {
            let (duty, sum) = (voice.duty_name(&standing.duty), sum(voice, standing));
            fl!(words, "me-done-duty", duty = duty, sum = sum)
        })
        .collect();
    let duties = duties.join(&fl!(words, "separator"));
    fl!(words, "me-done", duties = duties)
}

#[cfg(test)]
mod tests {
    use crate::domain::account::Pace;
    use crate::domain::amount::Amount;
    use crate::domain::ids::{CadreId, UnitId};
    use crate::domain::language::Language;
    use crate::domain::notice::{Notice, Standing};
    use crate::domain::statement::Stretch;
    use crate::text::{Rendered, render, sample};

    fn visits() -> Standing {
        Standing {
            duty: "households".to_owned(),
            counted: Amount::whole(1),
            target: Some(Amount::whole(5)),
            pace: Some(Pace::Behind),
            ..Standing::default()
        }
    }

    fn me(standings: Vec<Standing>, open_items: usize) -> Notice {
        Notice::Me {
            who: sample::who(),
            standings,
            open_items,
            leave: None,
            stretches: Vec::new(),
            of: None,
        }
    }

    fn say(language: Language, notice: &Notice) -> Rendered {
        render(&sample::campaign(), language, notice)
    }

    fn labels(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.label.as_str()).collect()
    }

    #[test]
    fn every_duty_has_its_line_with_its_whole() {
        let both = me(vec![sample::standing(), visits()], 2);
        for (language, text) in [
            (
                Language::ZhCn,
                "周俊哲，汪清县春阳镇 镇长\n集中学习 3.5/7天 进度正常\n▓▓▓▓▓░░░░░\n还差3.5天\n\
                 走亲连心 1/5户 进度偏慢\n▓▓░░░░░░░░\n还差4户\n整改 2项未完成",
            ),
            (
                Language::En,
                "周俊哲, 镇长, 汪清县春阳镇\nStudy: 3.5/7 days, on course\n▓▓▓▓▓░░░░░\n3.5 days to go\n\
                 Visits: 1/5 households, behind\n▓▓░░░░░░░░\n4 households to go\n\
                 Rectification: 2 items open",
            ),
        ] {
            assert_eq!(say(language, &both).text, text);
        }
        assert_eq!(labels(&say(Language::ZhCn, &both)), ["明细", "看整改"]);
        let none = say(Language::ZhCn, &me(Vec::new(), 0));
        assert_eq!(
            none.text,
            "周俊哲，汪清县春阳镇 镇长\n目前没有给您定学习任务。\n没有未完成的整改"
        );
        assert_eq!(labels(&none), ["明细"]);
    }

    #[test]
    fn what_waits_and_what_was_turned_down_is_said_unless_there_is_none() {
        let standing = Standing {
            pending: Amount::whole(2),
            rejected: Amount::whole(4),
            ..sample::standing()
        };
        for (language, lines) in [
            (Language::ZhCn, "待确认 2学时\n未通过 半天（4学时）"),
            (Language::ZhTw, "待確認 2學時\n未通過 半天（4學時）"),
            (
                Language::En,
                "Waiting: 2 class hours\nNot accepted: half a day (4 class hours)",
            ),
            (Language::Ko, "확인대기 2학시\n불인정 반일(4학시)"),
        ] {
            let text = say(language, &me(vec![standing.clone()], 0)).text;
            assert!(text.contains(lines), "{text}");
        }
    }

    #[test]
    fn duties_that_are_done_share_one_line_unless_something_is_left_of_them() {
        let met = |duty: &str, counted| Standing {
            duty: duty.to_owned(),
            counted: Amount(counted),
            pace: Some(Pace::Done),
            ..sample::standing()
        };
        let (study, visited) = (met("study", 60_000), met("households", 56_000));
        let both = say(Language::ZhCn, &me(vec![study.clone(), visited], 0));
        assert_eq!(
            both.text,
            "周俊哲，汪清县春阳镇 镇长\n已达标：集中学习 7.5/7天、走亲连心 56/56户\n没有未完成的整改"
        );
        let waits = Standing {
            pending: Amount::whole(2),
            ..study
        };
        assert_eq!(
            say(Language::ZhCn, &me(vec![waits], 0)).text,
            "周俊哲，汪清县春阳镇 镇长\n集中学习 7.5/7天 已达标\n▓▓▓▓▓▓▓▓▓▓\n待确认 2学时\n没有未完成的整改"
        );
    }

    #[test]
    fn several_windows_are_told_apart_and_another_persons_account_has_no_list_of_things_to_do() {
        let earlier = |counted, pace| Standing {
            counted: Amount::whole(counted),
            pace,
            ..visits()
        };
        let notice = Notice::Me {
            who: sample::who(),
            standings: vec![visits()],
            open_items: 2,
            leave: None,
            stretches: vec![Stretch {
                duty: "households".to_owned(),
                number: 3,
                of: 3,
                first: sample::day(2014, 6, 21),
                last: sample::day(2014, 7, 11),
                earlier: vec![(1, earlier(5, Some(Pace::Done))), (2, earlier(3, None))],
            }],
            of: Some((CadreId(12), UnitId(3))),
        };
        for (language, lines) in [
            (
                Language::ZhCn,
                "还差4户\n第3段，共3段：6月21日 周六 至 7月11日 周五\n第1段 5/5户 已达标\n第2段 3/5户 缺2户",
            ),
            (
                Language::En,
                "4 households to go\nPeriod 3 of 3: Sat 21 June to Fri 11 July\n\
                 Period 1: 5/5 households, target met\nPeriod 2: 3/5 households, 2 households short",
            ),
        ] {
            let rendered = say(language, &notice);
            assert!(rendered.text.contains(lines), "{}", rendered.text);
        }
        let rendered = say(Language::ZhCn, &notice);
        assert_eq!(labels(&rendered), ["明细", "看单位"]);
        let data: Vec<_> = rendered
            .keyboard
            .iter()
            .flatten()
            .map(|b| b.data.as_str())
            .collect();
        assert_eq!(data, ["y:h:12:0:0:0", "y:u:3:0"]);
    }
}
