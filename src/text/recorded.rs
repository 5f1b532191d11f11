//! What becomes of an answer: recorded with its sum, or withdrawn again.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::amount::Amount;
use crate::domain::campaign::Evidence;
use crate::domain::entry::WaitsFor;
use crate::domain::notice::{Recorded, Standing};

use super::amount::{entry, progress};
use super::date::date;
use super::offer::{nothing_that_day, offers, other};
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Rendered, evidence, outlook};

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
    let page = match outlook::heading(voice, &recorded.standing) {
        Some(line) => page.line(line),
        None => page,
    };
    let page = match recorded.waits_for {
        None => page,
        Some(WaitsFor::Late) => page.line(fl!(voice.words, "recorded-waits-late")),
        Some(WaitsFor::Confirmation) => page.line(fl!(voice.words, "recorded-waits-confirmation")),
    };
    let has_amount = recorded
        .parts
        .iter()
        .any(|(_, amount)| *amount > Amount::ZERO);
    let wants = voice
        .campaign
        .duty(duty)
        .is_some_and(|duty| duty.evidence != Evidence::Welcome);
    let page = if has_amount && wants {
        page.line(fl!(voice.words, "recorded-evidence"))
    } else {
        page
    };
    let undo = Action::Undo {
        update: recorded.update,
    };
    let mut after = vec![button(fl!(voice.words, "button-undo"), &undo)];
    // Nothing done has nothing to show for it.
    if has_amount {
        after.push(evidence::add(voice, recorded.update));
    }
    if recorded.open_items == 0 {
        return page.buttons(after).done();
    }
    after.push(button(fl!(voice.words, "button-tasks"), &Action::Tasks));
    // The digest that listed them may just have been edited into this answer.
    page.line(fl!(voice.words, "me-items", n = recorded.open_items))
        .buttons(after)
        .done()
}

/// The question of that day stands again, so it is offered again.
pub(super) fn withdrawn(voice: &Voice<'_>, on: NaiveDate, standing: &Standing) -> Rendered {
    let words = voice.words;
    let duty = &standing.duty;
    let mut choices = offers(voice, duty, on);
    choices.push(other(voice, duty, on));
    Page::new(fl!(words, "withdrawn", date = date(voice, on)))
        .line(total(voice, standing))
        .line(fl!(words, "withdrawn-again"))
        .buttons(choices)
        .buttons(vec![nothing_that_day(voice, duty, on)])
        .done()
}

pub(super) fn stale(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "stale"))
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
    use crate::domain::campaign::Evidence;
    use crate::domain::ids::UpdateId;
    use crate::domain::language::Language;
    use crate::domain::notice::{Notice, Recorded, Standing};
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
                waits_for: None,
            };
            let rendered = say(language, &Notice::Recorded(recorded));
            assert_eq!(rendered.text, text);
            assert_eq!(rendered.keyboard[0][0].data, "u:9");
        }
    }

    #[test]
    fn evidence_is_asked_for_where_the_duty_wants_it_and_something_was_done() {
        let mut campaign = sample::campaign();
        for (wants, amount, asks) in [
            (Evidence::Welcome, 4_000, false),
            (Evidence::Wanted, 4_000, true),
            (Evidence::Needed, 4_000, true),
            (Evidence::Needed, 0, false),
        ] {
            campaign.duties[0].evidence = wants;
            let recorded = Recorded {
                update: UpdateId(9),
                parts: vec![(sample::day(2014, 3, 3), Amount(amount))],
                standing: sample::standing(),
                open_items: 0,
                waits_for: None,
            };
            let text = render(&campaign, Language::ZhCn, &Notice::Recorded(recorded)).text;
            let found = text.ends_with("\n请接着发照片、文件等材料。");
            assert_eq!(found, asks, "{text}");
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
                waits_for: None,
            };
            let rendered = say(Language::ZhCn, &Notice::Recorded(recorded));
            let lines: Vec<_> = rendered.text.lines().collect();
            assert_eq!(lines, ["✓ 3月3日 周一 2学时", total, "整改 2项未完成"]);
            assert_eq!(labels(&rendered), [["撤销", "补充材料", "看整改"]]);
        }
    }
}
