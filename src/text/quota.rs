//! `/quota`: what the campaign fixes and what is set locally, the steps to set one, and what it comes to.

mod listing;
mod steps;

use i18n_embed_fl::fl;

use crate::domain::action::{self, Action};
use crate::domain::amount::Amount;
use crate::domain::campaign::Campaign;
use crate::domain::language::Language;
use crate::domain::quota::{Answer, Effect, Line, Named, Preview};

use super::amount::owed;
use super::movement::{owed_or_none, rank};
use super::page::{Page, button, plain, shown};
use super::person::{name, unit, who};
use super::words::Voice;
use super::{Button, Rendered};

use listing::{history, set_line, standing};

/// The longest of what somebody wrote that is quoted, in characters.
const LONGEST_QUOTE: usize = 24;

/// Effects that a preview lists.
const EFFECTS: usize = 6;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Standing { lines, unit } => standing(voice, lines, unit.as_deref()),
        Answer::History { lines, page, more } => history(voice, lines, *page, *more),
        Answer::Whom {
            duty,
            units,
            ambiguous: false,
        } => steps::whom_question(voice, duty, units),
        Answer::Whom { units, .. } => {
            let choices = units.iter().map(|(path, quota)| ask(unit(path), quota));
            Page::new(fl!(words, "which-unit"))
                .buttons(choices.collect())
                .done()
        }
        Answer::Which { people } => {
            let choices = people
                .iter()
                .map(|(person, quota)| ask(who(voice, person), quota));
            Page::new(fl!(words, "which-person"))
                .buttons(choices.collect())
                .done()
        }
        Answer::WhoseName { duty } => {
            plain(fl!(words, "quota-whose", duty = voice.duty_name(duty)))
        }
        Answer::Rank {
            duty,
            of,
            ranks,
            below,
        } => steps::rank_question(voice, duty, of, ranks, below.as_ref()),
        Answer::HowMuch {
            duty,
            of,
            rank,
            offers,
        } => steps::how_much(voice, duty, of, rank.as_deref(), offers),
        Answer::Preview {
            preview,
            again,
            set,
        } => asked(voice, preview, *again, set),
        Answer::Set { preview } => done(voice, preview),
        Answer::Already { preview } => Page::new(title(voice, preview))
            .line(fl!(words, "quota-already"))
            .done(),
        Answer::Cancelled => plain(fl!(words, "not-changed")),
        Answer::BelowFloor {
            duty,
            of,
            rank,
            amount,
            least,
        } => below(voice, duty, of, rank.as_deref(), *amount, *least),
        Answer::NoDuty => no_duty(voice),
        Answer::NoAmount { duty } => plain(fl!(
            words,
            "quota-no-amount",
            duty = voice.duty_name(duty),
            example = example(voice, duty, None)
        )),
        Answer::NoSuch {
            words: said,
            duty,
            unit,
        } => plain(fl!(
            words,
            "quota-no-such",
            words = shown(said, LONGEST_QUOTE),
            example = example(voice, duty, unit.as_deref())
        )),
    }
}

/// The preview with its question.
fn asked(voice: &Voice<'_>, preview: &Preview, again: bool, set: &action::Quota) -> Rendered {
    let words = voice.words;
    let page = Page::new(title(voice, preview));
    let mut page = body(voice, page, preview);
    if again {
        page = page.line(fl!(words, "changed-since"));
    }
    page.buttons(vec![
        ask(fl!(words, "button-confirm"), set),
        ask(fl!(words, "button-cancel"), &action::Quota::Cancel),
    ])
    .done()
}

fn done(voice: &Voice<'_>, preview: &Preview) -> Rendered {
    let words = voice.words;
    let title = title(voice, preview);
    let page = Page::new(fl!(words, "quota-done", what = title));
    let page = body(voice, page, preview);
    if preview.effects.is_empty() {
        page.done()
    } else {
        page.line(fl!(words, "quota-told")).done()
    }
}

fn no_duty(voice: &Voice<'_>) -> Rendered {
    let words = voice.words;
    let duties = &voice.campaign.duties;
    let first = duties.first().map_or("", |duty| &duty.id);
    let names: Vec<String> = duties
        .iter()
        .map(|duty| voice.duty_name(&duty.id))
        .collect();
    plain(fl!(
        words,
        "quota-no-duty",
        duties = names.join(&fl!(words, "separator")),
        example = example(voice, first, None)
    ))
}

fn ask(label: String, quota: &action::Quota) -> Button {
    button(label, &Action::Quota(quota.clone()))
}

/// "汪清县春阳镇 普通党员", "周俊哲，汪清县春阳镇 镇长"
fn whom(voice: &Voice<'_>, of: &Named, only: Option<&str>) -> String {
    let of = match of {
        Named::Unit { path } => unit(path),
        Named::Person { who } => super::person::who(voice, who),
    };
    match only {
        Some(id) => format!("{of} {}", rank(voice, id)),
        None => of,
    }
}

fn amount_or_campaign(voice: &Voice<'_>, duty: &str, amount: Option<Amount>) -> String {
    match amount {
        Some(amount) if amount > Amount::ZERO => owed(voice, duty, amount),
        Some(_) => fl!(voice.words, "owes-nothing"),
        None => fl!(voice.words, "quota-as-campaign"),
    }
}

/// "集中学习 汪清县春阳镇 普通党员 4天"
fn title(voice: &Voice<'_>, preview: &Preview) -> String {
    let line = fl!(
        voice.words,
        "quota-line",
        whom = whom(voice, &preview.of, preview.rank.as_deref()),
        amount = amount_or_campaign(voice, &preview.duty, preview.amount)
    );
    format!("{} {line}", voice.duty_name(&preview.duty))
}

fn body(voice: &Voice<'_>, page: Page, preview: &Preview) -> Page {
    effects(voice, preview).into_iter().fold(page, Page::line)
}

/// A line for each change; then how many people's targets stay.
fn effects(voice: &Voice<'_>, preview: &Preview) -> Vec<String> {
    let words = voice.words;
    let line = |effect: &Effect| {
        fl!(
            words,
            "quota-effect",
            n = effect.people,
            was = owed_or_none(voice, &preview.duty, effect.was),
            is = owed_or_none(voice, &preview.duty, effect.is)
        )
    };
    let mut lines: Vec<String> = preview.effects.iter().take(EFFECTS).map(line).collect();
    let others: usize = preview
        .effects
        .iter()
        .skip(EFFECTS)
        .map(|of| of.people)
        .sum();
    if others > 0 {
        lines.push(fl!(words, "more-people-changed", n = others));
    }
    if preview.effects.is_empty() {
        lines.push(fl!(words, "quota-nobody"));
    }
    if preview.same > 0 {
        lines.push(fl!(words, "quota-same", n = preview.same));
    }
    lines
}

fn below(
    voice: &Voice<'_>,
    duty: &str,
    of: &Named,
    only: Option<&str>,
    amount: Amount,
    least: Amount,
) -> Rendered {
    let of = match of {
        Named::Unit { path } => shown(path, LONGEST_QUOTE * 2),
        Named::Person { who } => name(&who.name),
    };
    let only = only.map_or_else(String::new, |id| format!("{} ", rank(voice, id)));
    let least = owed(voice, duty, least);
    let example = format!("/quota {} {of} {only}{least}", voice.duty_name(duty));
    plain(fl!(
        voice.words,
        "quota-below",
        amount = owed_or_none(voice, duty, Some(amount)),
        least = least,
        example = example
    ))
}

/// "/quota 集中学习 6天 汪清县/春阳镇": what one could write.
fn example(voice: &Voice<'_>, duty: &str, unit: Option<&str>) -> String {
    let amount = some_amount(voice, duty);
    let duty = voice.duty_name(duty);
    match unit {
        Some(path) => format!("/quota {duty} {amount} {}", shown(path, LONGEST_QUOTE * 2)),
        None => format!("/quota {duty} {amount}"),
    }
}

/// The most that the campaign fixes of the duty for anybody: as an example it is refused to nobody.
fn some_amount(voice: &Voice<'_>, duty: &str) -> String {
    let known = voice.campaign.duty(duty);
    let targets = known.into_iter().flat_map(|duty| &duty.targets);
    let most = targets.map(|target| target.amount).max();
    let most = most.filter(|most| *most > Amount::ZERO);
    owed(voice, duty, most.unwrap_or(Amount::whole(6)))
}

/// A target that was set, as the command line lists it.
pub fn quota_line(campaign: &Campaign, language: Language, line: &Line) -> String {
    let voice = &Voice::new(campaign, language);
    format!("{} {}", voice.duty_name(&line.duty), set_line(voice, line))
}

/// What a target comes to, as the command line says it.
pub fn quota_preview(campaign: &Campaign, language: Language, preview: &Preview) -> Vec<String> {
    let voice = &Voice::new(campaign, language);
    let mut lines = vec![title(voice, preview)];
    lines.extend(effects(voice, preview));
    lines
}

/// That a target is below what the campaign fixes.
pub fn quota_refused(campaign: &Campaign, language: Language, duty: &str, least: Amount) -> String {
    let voice = &Voice::new(campaign, language);
    fl!(
        voice.words,
        "terminal-quota-below",
        least = owed(voice, duty, least)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::notice::Notice;
    use crate::domain::quota::{Heard, said};
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(
            &sample::campaign(),
            language,
            &Notice::Quota(Box::new(answer)),
        )
    }

    fn town() -> Named {
        Named::Unit {
            path: "汪清县/春阳镇".into(),
        }
    }

    fn preview(days: Option<i64>) -> Preview {
        Preview {
            duty: "study".into(),
            of: town(),
            rank: Some("member".into()),
            amount: days.map(|days| Amount::whole(days * 8)),
            effects: vec![Effect {
                people: 23,
                was: Some(Amount::whole(40)),
                is: Some(Amount::whole(48)),
            }],
            same: 2,
        }
    }

    #[test]
    fn a_preview_counts_those_it_changes_something_for() {
        let set = action::Quota::Cancel;
        let asked = say(
            Language::ZhCn,
            Answer::Preview {
                preview: preview(Some(6)),
                again: true,
                set,
            },
        );
        assert_eq!(
            asked.text,
            "集中学习 汪清县春阳镇 member 6天\n影响23人：5天 → 6天\n另有2人不变\n情况有变，请再看一遍。"
        );
        let labels: Vec<_> = asked.keyboard[0]
            .iter()
            .map(|of| of.label.as_str())
            .collect();
        assert_eq!(labels, ["确定", "取消"]);
        let done = say(
            Language::ZhCn,
            Answer::Set {
                preview: preview(None),
            },
        );
        assert_eq!(
            done.text,
            "✓ 已定：集中学习 汪清县春阳镇 member 按活动规定\n影响23人：5天 → 6天\n另有2人不变\n\
             他们下次收到提醒时会看到。"
        );
    }

    #[test]
    fn what_is_too_little_is_answered_with_the_least_there_may_be() {
        let refused = say(
            Language::ZhCn,
            Answer::BelowFloor {
                duty: "study".into(),
                of: town(),
                rank: None,
                amount: Amount::whole(16),
                least: Amount::whole(24),
            },
        );
        assert_eq!(
            refused.text,
            "活动规定不少于3天，没有改成2天。\n最少可以这样写：\n“/quota 集中学习 汪清县/春阳镇 3天”"
        );
    }

    /// What an answer shows as right must be understood when somebody sends just that.
    #[test]
    fn every_example_is_itself_a_target_that_can_be_read() {
        let campaign = sample::campaign();
        for language in Language::ALL {
            let unit = Some("汪清县/春阳镇".to_owned());
            let duty = || "study".to_owned();
            let answers = [
                Answer::Standing {
                    lines: vec![],
                    unit: unit.clone(),
                },
                Answer::NoDuty,
                Answer::NoAmount { duty: duty() },
                Answer::NoSuch {
                    words: "某镇".into(),
                    duty: duty(),
                    unit,
                },
                Answer::BelowFloor {
                    duty: duty(),
                    of: town(),
                    rank: None,
                    amount: Amount::whole(1),
                    least: Amount::whole(24),
                },
            ];
            for answer in answers {
                let text = say(language, answer).text;
                let (_, example) = text.split_once("/quota ").expect("an example");
                let end = example
                    .find(['”', '」', '\n', '"'])
                    .unwrap_or(example.len());
                let example = &example[..end];
                let heard = said(&campaign, example);
                assert!(
                    matches!(heard, Heard::Said(_)),
                    "{language:?}: {example}: {heard:?}"
                );
            }
        }
    }
}
