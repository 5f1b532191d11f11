//! `/move`: where somebody served, what a movement comes to, and why one is not recorded.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Movement};
use crate::domain::amount::Amount;
use crate::domain::campaign::Campaign;
use crate::domain::language::Language;
use crate::domain::movement::{Answer, Line, Owing, Preview, Step};

use super::amount::{owed, progress};
use super::date::date;
use super::page::{Page, button, plain, shown};
use super::person::{name, unit, who};
use super::words::Voice;
use super::{Button, Rendered};

/// The longest path of a unit that is shown whole, in characters.
const LONGEST_PATH: usize = 60;

/// The longest of what somebody wrote that is quoted, in characters.
const LONGEST_QUOTE: usize = 24;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::HowTo => plain(fl!(words, "move-how-to", rank = some_rank(voice))),
        Answer::History { who, lines } => history(voice, &super::person::who(voice, who), lines),
        Answer::Preview {
            preview,
            again,
            set,
        } => {
            let page = Page::new(who(voice, &preview.who));
            let page = body(voice, page, preview);
            let page = if *again {
                page.line(fl!(words, "changed-since"))
            } else {
                page
            };
            page.buttons(vec![
                button(fl!(words, "button-confirm"), &Action::Movement(set.clone())),
                button(
                    fl!(words, "button-cancel"),
                    &Action::Movement(Movement::Cancel),
                ),
            ])
            .done()
        }
        Answer::Recorded { preview } => {
            let who = who(voice, &preview.who);
            let page = Page::new(fl!(words, "move-recorded", who = who));
            body(voice, page, preview).done()
        }
        Answer::Already { who } => plain(fl!(
            words,
            "move-already",
            who = super::person::who(voice, who)
        )),
        Answer::Cancelled => plain(fl!(words, "not-changed")),
        Answer::WhichPerson { people } => {
            let choices = people.iter().map(|(person, movement)| {
                button(who(voice, person), &Action::Movement(movement.clone()))
            });
            choice(fl!(words, "which-person"), choices.collect())
        }
        Answer::WhichUnit { units } => {
            let choices = units
                .iter()
                .map(|(path, movement)| button(unit(path), &Action::Movement(movement.clone())));
            choice(fl!(words, "which-unit"), choices.collect())
        }
        Answer::NobodyThere { name } => {
            plain(fl!(words, "move-nobody", name = shown(name, LONGEST_QUOTE)))
        }
        Answer::NoUnit { words: said, name } => plain(fl!(
            words,
            "move-no-unit",
            words = shown(said, LONGEST_QUOTE),
            name = shown(name, LONGEST_QUOTE)
        )),
        Answer::Nothing { who } => plain(fl!(
            words,
            "move-nothing",
            who = super::person::who(voice, who)
        )),
        Answer::TooEarly { who, since } => plain(fl!(
            words,
            "move-too-early",
            who = name(&who.name),
            date = date(voice, *since)
        )),
        Answer::TooLate { last } => plain(fl!(words, "move-too-late", date = date(voice, *last))),
    }
}

fn choice(question: String, buttons: Vec<Button>) -> Rendered {
    Page::new(question).buttons(buttons).done()
}

fn history(voice: &Voice<'_>, who: &str, lines: &[Line]) -> Rendered {
    let words = voice.words;
    if lines.is_empty() {
        return Page::new(who).line(fl!(words, "move-never")).done();
    }
    let entries = lines.iter().map(|line| {
        let where_ = match &line.unit {
            Some(path) => format!("{} {}", unit(path), rank(voice, &line.rank)),
            None => fl!(words, "move-away"),
        };
        let date = date(voice, line.from);
        if line.waits {
            fl!(words, "move-line-waits", date = date, place = where_)
        } else {
            fl!(words, "move-line", date = date, place = where_)
        }
    });
    Page::new(who)
        .list(entries, lines.len(), |left| {
            fl!(words, "more-lines", n = left)
        })
        .done()
}

fn body(voice: &Voice<'_>, page: Page, preview: &Preview) -> Page {
    let words = voice.words;
    let date = date(voice, preview.from);
    let mut page = page.line(match &preview.unit {
        None => fl!(words, "move-leaves", date = date),
        Some(path) if *path == preview.who.unit => fl!(words, "move-stays", date = date),
        Some(path) => fl!(words, "move-goes", unit = unit(path), date = date),
    });
    if preview.rank != preview.rank_then {
        page = page.line(fl!(
            words,
            "move-rank",
            was = rank(voice, &preview.rank),
            is = rank(voice, &preview.rank_then)
        ));
    }
    for owing in &preview.owing {
        page = page.line(owing_line(voice, owing));
    }
    if preview.owing.is_empty() {
        page = page.line(fl!(words, "move-owes-the-same"));
    }
    if let Some(kept) = &preview.kept {
        page = page.line(fl!(words, "move-kept", sum = progress(voice, kept)));
    }
    if preview.waits {
        page = page.line(fl!(words, "move-waits"));
    }
    page
}

fn owing_line(voice: &Voice<'_>, owing: &Owing) -> String {
    let owed = |amount: Option<Amount>| owed_or_none(voice, &owing.duty, amount);
    fl!(
        voice.words,
        "move-owes",
        duty = voice.duty_name(&owing.duty),
        was = owed(owing.was),
        is = owed(owing.is)
    )
}

/// What is owed, or that nothing is.
pub(super) fn owed_or_none(voice: &Voice<'_>, duty: &str, amount: Option<Amount>) -> String {
    match amount {
        Some(amount) => owed(voice, duty, amount),
        None => fl!(voice.words, "owes-nothing"),
    }
}

/// A rank's name, escaped; its id for one that has left the campaign file since.
pub(super) fn rank(voice: &Voice<'_>, id: &str) -> String {
    let known = voice.campaign.ranks.iter().find(|rank| rank.id == id);
    let name = known.map_or(id, |rank| rank.name.get(voice.language));
    super::page::shown(name, LONGEST_QUOTE)
}

/// Some rank, for an example.
fn some_rank(voice: &Voice<'_>) -> String {
    let first = voice.campaign.ranks.first();
    first.map_or_else(
        || rank(voice, &voice.campaign.default_rank),
        |known| rank(voice, &known.id),
    )
}

/// "移动：周俊哲 汪清县/春阳镇 → 延吉市，集中学习 5天 → 7天", as an import and the command line say it.
pub fn moved(campaign: &Campaign, language: Language, step: &Step) -> String {
    let voice = &Voice::new(campaign, language);
    let words = voice.words;
    let path = |path: &str| shown(path, LONGEST_PATH);
    let (who, from) = (name(&step.name), path(&step.unit_was));
    let mut line = match &step.unit_is {
        None => fl!(words, "terminal-left", name = who, unit = from),
        Some(to) if *to == step.unit_was => fl!(words, "terminal-stays", name = who, unit = from),
        Some(to) => fl!(
            words,
            "terminal-moved",
            name = who,
            was = from,
            is = path(to)
        ),
    };
    let mut add =
        |part: String| line = fl!(words, "terminal-and", line = line.clone(), part = part);
    if step.rank_was != step.rank_is {
        add(fl!(
            words,
            "move-rank",
            was = rank(voice, &step.rank_was),
            is = rank(voice, &step.rank_is)
        ));
    }
    for owing in &step.owing {
        add(owing_line(voice, owing));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(
            &sample::campaign(),
            language,
            &Notice::Movement(Box::new(answer)),
        )
    }

    fn preview() -> Preview {
        Preview {
            who: sample::who(),
            rank: "section".into(),
            unit: Some("延吉市".into()),
            rank_then: "county".into(),
            from: sample::day(2014, 3, 10),
            waits: true,
            owing: vec![
                Owing {
                    duty: "study".into(),
                    was: Some(Amount(40_000)),
                    is: Some(Amount(56_000)),
                },
                Owing {
                    duty: "households".into(),
                    was: Some(Amount(3_000)),
                    is: None,
                },
            ],
            kept: Some(sample::standing()),
        }
    }

    #[test]
    fn a_preview_says_where_since_when_what_is_owed_and_what_stays() {
        let recorded = say(Language::ZhCn, Answer::Recorded { preview: preview() });
        assert_eq!(
            recorded.text,
            "✓ 已记下：周俊哲，汪清县春阳镇 镇长\n→ 延吉市，从3月10日 周一起\n职级 section → county\n\
             集中学习 5天 → 7天\n走亲连心 3户 → 无\n已记的照旧：3.5/7天 进度正常\n到那天自动生效。"
        );
        let stays = Preview {
            unit: Some("汪清县/春阳镇".into()),
            rank_then: "section".into(),
            waits: false,
            owing: vec![],
            kept: None,
            ..preview()
        };
        assert_eq!(
            say(Language::En, Answer::Recorded { preview: stays }).text,
            "✓ Recorded: 周俊哲, 镇长, 汪清县春阳镇\nSame unit, from Mon 10 March\nThe targets stay as they are"
        );
    }

    #[test]
    fn the_command_line_says_it_in_one_line() {
        let step = |unit: Option<&str>| Step {
            name: "周俊哲".into(),
            unit_was: "汪清县/春阳镇".into(),
            unit_is: unit.map(str::to_owned),
            rank_was: "section".into(),
            rank_is: "section".into(),
            owing: preview().owing,
        };
        let said = |language, unit| moved(&sample::campaign(), language, &step(unit));
        assert_eq!(
            said(Language::ZhCn, Some("延吉市")),
            "移动：周俊哲 汪清县/春阳镇 → 延吉市，集中学习 5天 → 7天，走亲连心 3户 → 无"
        );
        assert_eq!(
            said(Language::En, None),
            "leaves: 周俊哲 汪清县/春阳镇, Study 5 days → 7 days, Visits 3 households → nothing"
        );
    }
}
