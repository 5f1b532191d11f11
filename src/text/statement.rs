//! The statement's pages, and its questions: which month, whose account, which unit.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::statement::Press;
use crate::domain::ids::{CadreId, UnitId};
use crate::domain::month::Month;
use crate::domain::statement::{Answer, Somebody, UnitChoice};

use super::page::{Page, button, plain};
use super::person::{self, name};
use super::words::Voice;
use super::{Button, Rendered, entry, history, unit};

/// The longest name or unit on a button, in characters.
const LONGEST: usize = 12;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::History(page) => history::history(voice, page),
        Answer::Entry(page) => entry::entry(voice, page),
        Answer::Unit(page) => unit::unit(voice, page),
        Answer::WhichMonth { example } => which_month(voice, *example),
        Answer::WhoseAccount => Page::new(fl!(words, "account-what"))
            .buttons(vec![to_unit(voice, None)])
            .done(),
        Answer::People {
            name: looked_for,
            people,
            total,
        } => which_person(voice, looked_for, people, *total),
        Answer::Units {
            name: looked_for,
            units,
            total,
        } => which_unit(voice, looked_for, units, *total),
    }
}

/// "2014年3月"
pub(super) fn month(voice: &Voice<'_>, month: Month) -> String {
    // As text, so that no formatting of numbers ever groups its digits.
    let year = month.year().to_string();
    fl!(voice.words, "month", year = year, month = month.number())
}

/// A button of the statement.
pub(super) fn press(label: String, press: Press) -> Button {
    button(label, &Action::Statement(press))
}

/// "明细"
pub(super) fn to_history(voice: &Voice<'_>, of: Option<CadreId>) -> Button {
    let of = Press::History {
        of,
        month: None,
        page: 0,
        withdrawn: false,
    };
    press(fl!(voice.words, "button-history"), of)
}

/// "看单位"
pub(super) fn to_unit(voice: &Voice<'_>, unit: Option<UnitId>) -> Button {
    press(
        fl!(voice.words, "button-unit"),
        Press::Unit { unit, page: 0 },
    )
}

/// Buttons "1" to "8", one a line of the page.
pub(super) fn numbers(presses: impl IntoIterator<Item = Press>) -> Vec<Button> {
    (1..)
        .zip(presses)
        .map(|(number, of)| press(number.to_string(), of))
        .collect()
}

/// "第2/3页"; pages count from 0 until they are said.
pub(super) fn page_of(voice: &Voice<'_>, page: u32, pages: u32) -> String {
    let page = page.saturating_add(1);
    fl!(voice.words, "page-of", page = page, pages = pages)
}

/// "上一页" and "下一页", as far as there are such pages.
pub(super) fn pages(
    voice: &Voice<'_>,
    page: u32,
    pages: u32,
    to: impl Fn(u32) -> Press,
) -> Vec<Button> {
    let before = page.checked_sub(1);
    let after = page.checked_add(1).filter(|next| *next < pages);
    let before = before.map(|at| press(fl!(voice.words, "button-page-before"), to(at)));
    let after = after.map(|at| press(fl!(voice.words, "button-page-after"), to(at)));
    before.into_iter().chain(after).collect()
}

fn which_month(voice: &Voice<'_>, example: Month) -> Rendered {
    plain(fl!(
        voice.words,
        "history-which",
        example = format!("/history {}", example.number())
    ))
}

fn which_person(
    voice: &Voice<'_>,
    looked_for: &str,
    people: &[Somebody],
    total: usize,
) -> Rendered {
    let words = voice.words;
    let looked_for = name(looked_for);
    if people.is_empty() {
        return plain(fl!(words, "account-none", name = looked_for));
    }
    let lines = people
        .iter()
        .enumerate()
        .map(|(at, one)| format!("{}. {}", at + 1, person::who(voice, &one.who)));
    let buttons = numbers(people.iter().map(|one| Press::Account { of: Some(one.id) }));
    Page::new(fl!(
        words,
        "account-which",
        name = looked_for,
        total = total
    ))
    .list(lines, total, |left| fl!(words, "more-people", n = left))
    .buttons(buttons)
    .done()
}

fn which_unit(voice: &Voice<'_>, looked_for: &str, units: &[UnitChoice], total: usize) -> Rendered {
    let words = voice.words;
    if units.is_empty() {
        let looked_for = name(looked_for);
        return plain(fl!(words, "units-none", name = looked_for));
    }
    let buttons = units.iter().map(|unit| {
        let own = unit.path.rsplit('/').next().unwrap_or_default();
        let label: String = own.chars().take(LONGEST).collect();
        let of = Press::Unit {
            unit: Some(unit.id),
            page: 0,
        };
        press(label, of)
    });
    let page = Page::new(fl!(words, "units-which"));
    let left = total.saturating_sub(units.len());
    let page = if left > 0 {
        page.line(fl!(words, "units-more", n = left))
    } else {
        page
    };
    page.buttons(buttons.collect()).done()
}
