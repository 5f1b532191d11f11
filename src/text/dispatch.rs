//! The monthly question about progress (S13): in a digest, item by item, and who has not told yet.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Dispatch};
use crate::domain::campaign::Campaign;
use crate::domain::dispatch::{Answer, Block, Card, Named, Overview, Quick, Silent};
use crate::domain::language::Language;
use crate::domain::month::Month;

use super::date::date;
use super::items::{already, label_no, no};
use super::page::{Page, button, plain, shown};
use super::person::{name, unit};
use super::words::Voice;
use super::{Button, Rendered};

/// Items that a digest names, each with its button; the others follow one by one.
const IN_DIGEST: usize = 5;

/// What of an item's content is shown in a line of a list, in characters.
const SHORT: usize = 16;

/// What of it is shown where it has lines to itself.
const LONG: usize = 80;

/// The longest words that are said again, in characters.
const LONGEST_WORDS: usize = 80;

/// The question, below what the digest says already or as all it says.
pub(super) fn block(voice: &Voice<'_>, above: Option<Page>, asked: &Block) -> Page {
    let title = fl!(
        voice.words,
        "dispatch-title",
        month = month_of(voice, asked.month),
        n = asked.items.len()
    );
    let page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    let lines = asked.items.iter().take(IN_DIGEST);
    let lines = lines.map(|item| format!(" {}", line(voice, item, SHORT)));
    page.line(due(voice, asked.due_on))
        .list(lines, asked.items.len(), |left| {
            fl!(voice.words, "dispatch-more", n = left)
        })
}

/// "12号 说进展" for each item that is named.
pub(super) fn buttons(voice: &Voice<'_>, asked: Option<&Block>) -> Vec<Button> {
    let Some(asked) = asked else {
        return Vec::new();
    };
    let items = asked.items.iter().take(IN_DIGEST);
    let show = |item: &Named| {
        let press = Dispatch::Show {
            item: item.id,
            month: asked.month,
        };
        let label = fl!(voice.words, "dispatch-button-show", no = label_no(&item.no));
        press_of(label, press)
    };
    items.map(show).collect()
}

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Card(card) => with_card(voice, None, card),
        Answer::Words {
            no: number,
            content,
        } => Page::new(fl!(words, "dispatch-ask", no = no(number)))
            .line(shown(content, LONG))
            .line(fl!(words, "dispatch-ask-example"))
            .done(),
        Answer::Told {
            item,
            words: kept,
            next,
        } => told(voice, item, kept, next.as_ref()),
        Answer::Already {
            item,
            month,
            words: kept,
        } => Page::new(fl!(
            words,
            "dispatch-already",
            no = no(&item.no),
            month = month_of(voice, *month)
        ))
        .line(said(voice, kept))
        .buttons(vec![write(voice, item)])
        .done(),
        Answer::Over { no, status } => already(voice, no, *status),
        Answer::Past { month, next } => {
            let page = Page::new(fl!(words, "dispatch-past", month = month_of(voice, *month)));
            match next {
                Some(card) => with_card(voice, Some(page), card),
                None => page.line(fl!(words, "dispatch-nothing-left")).done(),
            }
        }
        Answer::NotYours => plain(fl!(words, "item-not-yours")),
        Answer::Overview(overview) => progress(voice, overview),
        Answer::NoneAsked { month: None } => plain(fl!(words, "dispatch-never-asked")),
        Answer::NoneAsked { month: Some(month) } => plain(fl!(
            words,
            "dispatch-none-asked",
            month = month_of(voice, *month)
        )),
        Answer::HowTo { month } => plain(fl!(
            words,
            "dispatch-how-to",
            month = month_of(voice, *month)
        )),
    }
}

/// What was told of an item as its reader reads it: what a button said in his own language, what was typed as it
/// was typed.
pub(super) fn said(voice: &Voice<'_>, kept: &str) -> String {
    match Quick::from_kept(kept) {
        Some(quick) => offered(voice, quick),
        None => shown(kept, LONGEST_WORDS),
    }
}

/// The same for a table, which is no HTML and cuts nothing.
pub fn progress_told(campaign: &Campaign, language: Language, kept: &str) -> String {
    let quick = Quick::from_kept(kept);
    let voice = Voice::new(campaign, language);
    quick.map_or_else(|| kept.to_owned(), |quick| offered(&voice, quick))
}

fn offered(voice: &Voice<'_>, quick: Quick) -> String {
    match quick {
        Quick::OnCourse => fl!(voice.words, "dispatch-on-course"),
        Quick::Difficult => fl!(voice.words, "dispatch-difficult"),
    }
}

fn told(voice: &Voice<'_>, item: &Named, kept: &str, next: Option<&Card>) -> Rendered {
    let mut page = Page::new(fl!(
        voice.words,
        "dispatch-told",
        no = no(&item.no),
        words = said(voice, kept)
    ));
    let difficult = Quick::from_kept(kept) == Some(Quick::Difficult);
    if difficult {
        page = page.line(fl!(voice.words, "dispatch-say-why"));
    }
    let mut rendered = match next {
        Some(card) => with_card(voice, Some(page), card),
        None => page.line(fl!(voice.words, "dispatch-all-told")).done(),
    };
    if difficult {
        let label = fl!(voice.words, "dispatch-button-why", no = label_no(&item.no));
        let why = press_of(label, Dispatch::Words { item: item.id });
        rendered.keyboard.push(vec![why]);
    }
    rendered
}

fn with_card(voice: &Voice<'_>, above: Option<Page>, card: &Card) -> Rendered {
    let Card {
        item,
        month,
        due_on,
        left,
    } = card;
    let title = fl!(
        voice.words,
        "dispatch-card",
        month = month_of(voice, *month),
        item = line(voice, item, LONG)
    );
    let mut page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    page = page.line(due(voice, *due_on));
    if *left > 0 {
        page = page.line(fl!(voice.words, "dispatch-left", n = card.left));
    }
    let quick = Quick::ALL.map(|quick| {
        let say = Dispatch::Say {
            item: item.id,
            month: *month,
            quick,
        };
        press_of(offered(voice, quick), say)
    });
    page.columns(quick.to_vec(), 2)
        .columns(vec![write(voice, item)], 1)
        .done()
}

fn write(voice: &Voice<'_>, item: &Named) -> Button {
    let label = fl!(voice.words, "dispatch-button-write");
    press_of(label, Dispatch::Words { item: item.id })
}

fn press_of(label: String, press: Dispatch) -> Button {
    button(label, &Action::Dispatch(press))
}

/// "12号 会议多、文件多"
fn line(voice: &Voice<'_>, item: &Named, longest: usize) -> String {
    let number = fl!(voice.words, "item-no", no = no(&item.no));
    format!("{number} {}", shown(&item.content, longest))
}

fn due(voice: &Voice<'_>, due_on: chrono::NaiveDate) -> String {
    fl!(voice.words, "dispatch-due", date = date(voice, due_on))
}

fn month_of(voice: &Voice<'_>, month: Month) -> String {
    fl!(voice.words, "dispatch-month", month = month.number())
}

fn progress(voice: &Voice<'_>, overview: &Overview) -> Rendered {
    let words = voice.words;
    let mut page = Page::new(fl!(
        words,
        "dispatch-overview",
        month = month_of(voice, overview.month),
        answered = overview.answered,
        asked = overview.asked
    ));
    page = page.line(due_or_over(voice, overview));
    if overview.late > 0 {
        page = page.line(fl!(words, "dispatch-late", n = overview.late));
    }
    if overview.lines.is_empty() {
        return page.line(fl!(words, "dispatch-everybody")).done();
    }
    page = page
        .gap()
        .line(fl!(words, "dispatch-silent", n = overview.people));
    let mut of = "";
    for silent in &overview.lines {
        if silent.unit != of {
            of = &silent.unit;
            page = page.line(format!(" {}", unit(of)));
        }
        page = page.line(format!("   {}", silent_line(voice, silent)));
    }
    let turn = |label, page| {
        let month = overview.month;
        press_of(label, Dispatch::Page { month, page })
    };
    let mut turns = Vec::new();
    if let Some(before) = overview.page.checked_sub(1) {
        turns.push(turn(fl!(words, "button-page-before"), before));
    }
    if overview.page + 1 < overview.pages {
        turns.push(turn(fl!(words, "button-page-after"), overview.page + 1));
    }
    page.buttons(turns).done()
}

fn due_or_over(voice: &Voice<'_>, overview: &Overview) -> String {
    let date = date(voice, overview.due_on);
    if overview.is_over {
        fl!(voice.words, "dispatch-was-due", date = date)
    } else {
        fl!(voice.words, "dispatch-due", date = date)
    }
}

fn silent_line(voice: &Voice<'_>, silent: &Silent) -> String {
    let words = voice.words;
    match &silent.name {
        None => fl!(words, "dispatch-nobody", n = silent.items),
        Some(person) if silent.reachable => fl!(
            words,
            "dispatch-person",
            name = name(person),
            n = silent.items
        ),
        Some(person) => fl!(
            words,
            "dispatch-person-unlinked",
            name = name(person),
            n = silent.items
        ),
    }
}

#[cfg(test)]
mod tests;
