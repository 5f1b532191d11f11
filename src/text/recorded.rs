//! What becomes of an answer: recorded with its sum, or withdrawn again.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::account::Outside;
use crate::domain::action::{Action, entry};
use crate::domain::amount::Amount;
use crate::domain::campaign::Evidence;
use crate::domain::entry::WaitsFor;
use crate::domain::ids::UpdateId;
use crate::domain::label::{Choice, Kind};
use crate::domain::notice::{About, Recorded, Standing};

use super::amount::{entry as said, progress};
use super::date::date;
use super::offer::{nothing_that_day, offers, other};
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered, evidence, outlook};

pub(super) fn recorded(voice: &Voice<'_>, recorded: &Recorded) -> Rendered {
    let duty = &recorded.standing.duty;
    let mut parts = recorded
        .parts
        .iter()
        .map(|(on, amount)| part(voice, duty, *on, *amount));
    let total = total(voice, &recorded.standing);
    let page = match parts.next() {
        None => Page::new(total),
        Some(first) => {
            let page = Page::new(first).list(parts, recorded.parts.len() - 1, |left| {
                fl!(voice.words, "more-lines", n = left)
            });
            match labels(voice, duty, &recorded.about) {
                Some(labels) => page.line(labels).line(total),
                None => page.line(total),
            }
        }
    };
    let page = match outlook::heading(voice, &recorded.standing) {
        Some(line) => page.line(line),
        None => page,
    };
    let page = match recorded.about.outside {
        None => page,
        Some(outside) => page.line(not_counted(voice, outside)),
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
    let page = match instead(voice, duty, &recorded.about) {
        Some(line) => page.line(line),
        None => page,
    };
    let page = if recorded.open_items == 0 {
        page
    } else {
        // The digest that listed them may just have been edited into this answer.
        page.line(fl!(voice.words, "me-items", n = recorded.open_items))
    };
    let (update, choice) = (recorded.update, recorded.about.choice.as_ref());
    let page = match choice {
        Some(choice) => page
            .line(question(voice, duty, choice.kind))
            .buttons(choices(voice, duty, update, choice)),
        None => page,
    };
    let undo = Action::Undo { update };
    let change = Action::Entry(entry::Action::Change { update });
    let mut buttons = if recorded.about.by_liaison {
        Vec::new()
    } else {
        vec![
            button(fl!(voice.words, "button-undo"), &undo),
            button(fl!(voice.words, "button-change"), &change),
        ]
    };
    // Nothing done has nothing to show for it.
    if has_amount {
        buttons.push(evidence::add(voice, recorded.update));
    }
    if recorded.open_items > 0 {
        buttons.push(button(fl!(voice.words, "button-tasks"), &Action::Tasks));
    }
    page.buttons(buttons).done()
}

/// "这天不在规定的时间段内，不计入。"
pub(super) fn not_counted(voice: &Voice<'_>, outside: Outside) -> String {
    match outside.next {
        None => fl!(voice.words, "recorded-outside"),
        Some((first, last)) => fl!(
            voice.words,
            "recorded-outside-next",
            first = date(voice, first),
            last = date(voice, last)
        ),
    }
}

/// "集中学习，党纪法规"
fn labels(voice: &Voice<'_>, duty: &str, about: &About) -> Option<String> {
    let name = |kind: Kind| {
        let id = about.labels.get(kind)?;
        Some(voice.label_name(duty, kind, id))
    };
    match (name(Kind::Form), name(Kind::Topic)) {
        (Some(form), Some(topic)) => Some(fl!(
            voice.words,
            "recorded-form-topic",
            form = form,
            topic = topic
        )),
        (form, topic) => form.or(topic),
    }
}

/// "原记 3月3日 周一 半天（4学时）"
fn instead(voice: &Voice<'_>, duty: &str, about: &About) -> Option<String> {
    let old = about.instead_of.iter().map(|(on, amount)| {
        let amount = if *amount > Amount::ZERO {
            said(voice, duty, *amount)
        } else {
            fl!(voice.words, "recorded-none")
        };
        fl!(
            voice.words,
            "recorded-of-day",
            date = date(voice, *on),
            amount = amount
        )
    });
    let old: Vec<String> = old.collect();
    let old = old.join(&fl!(voice.words, "separator"));
    (!old.is_empty()).then(|| fl!(voice.words, "recorded-instead", old = old))
}

fn question(voice: &Voice<'_>, duty: &str, kind: Kind) -> String {
    match (kind, voice.is_study(duty)) {
        (Kind::Topic, true) => fl!(voice.words, "ask-topic-study"),
        (Kind::Topic, false) => fl!(voice.words, "ask-topic"),
        (Kind::Form, true) => fl!(voice.words, "ask-form-study"),
        (Kind::Form, false) => fl!(voice.words, "ask-form"),
    }
}

/// The labels that may be added with a tap.
fn choices(voice: &Voice<'_>, duty: &str, update: UpdateId, choice: &Choice) -> Vec<Button> {
    let kind = choice.kind;
    let mut buttons: Vec<Button> = choice
        .ids
        .iter()
        .map(|id| {
            let action = entry::Action::Label {
                update,
                kind,
                id: id.clone(),
            };
            button(voice.label_name(duty, kind, id), &Action::Entry(action))
        })
        .collect();
    if choice.more {
        let more = entry::Action::More { update, kind };
        buttons.push(button(
            fl!(voice.words, "button-more"),
            &Action::Entry(more),
        ));
    }
    buttons
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
    let asked = voice.campaign.prompted_duty();
    if amount > Amount::ZERO && asked.is_some_and(|asked| asked.id != duty) {
        // What is not asked for each day is named.
        fl!(
            words,
            "draft-recorded",
            date = date,
            duty = voice.duty_name(duty),
            amount = said(voice, duty, amount)
        )
    } else if amount > Amount::ZERO {
        fl!(
            words,
            "recorded",
            date = date,
            amount = said(voice, duty, amount)
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
    use crate::domain::label::{Choice, Kind, Labels};
    use crate::domain::language::Language;
    use crate::domain::notice::{About, Notice, Recorded, Standing};
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
                about: About::default(),
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
                about: About::default(),
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
                about: About::default(),
            };
            let rendered = say(Language::ZhCn, &Notice::Recorded(recorded));
            let lines: Vec<_> = rendered.text.lines().collect();
            assert_eq!(lines, ["✓ 3月3日 周一 2学时", total, "整改 2项未完成"]);
            assert_eq!(
                labels(&rendered),
                [vec!["撤销", "改", "补充材料"], vec!["看整改"]]
            );
        }
    }

    #[test]
    fn what_else_is_known_is_shown_and_what_may_be_added_is_offered() {
        let recorded = |about| Recorded {
            update: UpdateId(9),
            parts: vec![(sample::day(2014, 3, 3), Amount::whole(4))],
            standing: sample::standing(),
            open_items: 0,
            waits_for: None,
            about,
        };
        let choice = |kind, ids: &[&str], more| {
            let ids = ids.iter().map(|id| (*id).to_owned()).collect();
            Some(Choice { kind, ids, more })
        };
        let labels = |form: &str, topic: &str| {
            let some = |id: &str| (!id.is_empty()).then(|| id.to_owned());
            Labels {
                form: some(form),
                topic: some(topic),
            }
        };
        let first = "✓ 3月3日 周一 半天（4学时）";
        let sum = "累计 3.5/7天 进度正常";
        for (about, lines, buttons) in [
            (
                About {
                    choice: choice(Kind::Topic, &["law", "models"], true),
                    ..About::default()
                },
                vec![first, sum, "学了什么？可不选"],
                vec![
                    vec!["党纪法规", "典型宣讲", "更多"],
                    vec!["撤销", "改", "补充材料"],
                ],
            ),
            (
                About {
                    labels: labels("", "law"),
                    choice: choice(Kind::Form, &["together"], false),
                    ..About::default()
                },
                vec![first, "党纪法规", sum, "怎么学的？可不选"],
                vec![vec!["集中学习"], vec!["撤销", "改", "补充材料"]],
            ),
            (
                About {
                    labels: labels("together", "law"),
                    instead_of: vec![(sample::day(2014, 3, 2), Amount::whole(2))],
                    ..About::default()
                },
                vec![first, "集中学习，党纪法规", sum, "原记 3月2日 周日 2学时"],
                vec![vec!["撤销", "改", "补充材料"]],
            ),
            // A label that has left the campaign file is shown by its id.
            (
                About {
                    labels: labels("", "gone"),
                    instead_of: vec![(sample::day(2014, 3, 3), Amount::ZERO)],
                    ..About::default()
                },
                vec![first, "gone", sum, "原记 3月3日 周一 没有"],
                vec![vec!["撤销", "改", "补充材料"]],
            ),
        ] {
            let rendered = say(Language::ZhCn, &Notice::Recorded(recorded(about)));
            assert_eq!(rendered.text, lines.join("\n"));
            assert_eq!(super::tests::labels(&rendered), buttons);
        }
    }
}
