//! Lists of items: one's own with their lights, those of units, of a number, of some words.

use i18n_embed_fl::fl;

use crate::domain::action::item::Press;
use crate::domain::action::{Action, Listing};
use crate::domain::item::Light;
use crate::domain::listing::{Answer, Head, Line, List, Listed, NEWEST, Of};

use super::items::{light, line};
use super::page::{Page, button, label, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered, statement};

/// What of an item's content is shown in a line, in characters.
const SHORT: usize = 16;

/// The longest number of an item that is shown, in characters.
const LONGEST_NO: usize = 12;

/// The longest name of a unit on a button, in characters.
const LONGEST_UNIT: usize = 8;

/// The longest words of somebody's own that are shown again, in characters.
const LONGEST_WORDS: usize = 16;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Home { head, listed } => home(voice, head, listed.as_ref()),
        Answer::Page { listed } => page(voice, listed),
        Answer::WhichNumber => plain(fl!(words, "listing-which-number")),
        Answer::NoSuchNumber { no } => plain(fl!(
            words,
            "listing-no-such-number",
            no = shown(no, LONGEST_NO)
        )),
        Answer::NotYours { no, unit } => plain(fl!(
            words,
            "listing-not-yours",
            no = shown(no, LONGEST_NO),
            unit = person::unit(unit)
        )),
        Answer::NoSuchUnit {
            words: said,
            example,
        } => {
            let example = example.rsplit('/').next().unwrap_or_default();
            plain(fl!(
                words,
                "listing-no-such-unit",
                name = shown(said, LONGEST_WORDS),
                example = shown(example, LONGEST_WORDS)
            ))
        }
        Answer::WhichUnit { units } => {
            let buttons = units.iter().map(|(unit, path)| {
                let parts: Vec<&str> = path.rsplit('/').take(2).collect();
                let name = parts.into_iter().rev().collect::<String>();
                let of = Listing::Unit {
                    unit: Some(*unit),
                    red: false,
                    page: 0,
                };
                press(label(&name, LONGEST_WORDS), of)
            });
            Page::new(fl!(words, "units-which"))
                .buttons(buttons.collect())
                .done()
        }
        Answer::WhichWords => plain(fl!(words, "listing-which-words")),
    }
}

/// One's own: the lights over the first list, the other lists a tap away.
fn home(voice: &Voice<'_>, head: &Head, listed: Option<&Listed>) -> Rendered {
    let words = voice.words;
    let first = if head.total == 0 {
        fl!(words, "tasks-none")
    } else {
        let mut line = fl!(words, "tasks-title", total = head.total);
        let lights = &head.lights;
        for (sign, count) in [
            (Light::Red, lights.red),
            (Light::Yellow, lights.yellow),
            (Light::Blue, lights.blue),
        ] {
            if count > 0 {
                line = format!("{line} {}{count}", light(sign));
            }
        }
        line
    };
    let mut page = Page::new(first);
    let mut others = Vec::new();
    if let Some(listed) = listed {
        // A list that is all there is needs no name of its own.
        let alone = head.lists.len() == 1 && listed.of == Of::List { list: List::Mine };
        if !alone {
            page = page.line(title(voice, listed));
        }
        page = body(voice, page, listed);
        for (list, total) in head.lists.iter().skip(1) {
            let name = format!("{} {total}", list_name(voice, *list));
            others.push(press(name, to(*list)));
        }
    }
    if head.units {
        let all = Listing::Unit {
            unit: None,
            red: false,
            page: 0,
        };
        others.push(press(fl!(words, "listing-button-units"), all));
    }
    others.push(press(fl!(words, "listing-button-search"), Listing::Search));
    if head.opens {
        others.push(press(fl!(words, "opening-button-begin"), Listing::Begin));
    }
    page.buttons(others).done()
}

fn page(voice: &Voice<'_>, listed: &Listed) -> Rendered {
    let home = press(fl!(voice.words, "listing-button-home"), Listing::Home);
    let page = Page::new(title(voice, listed));
    body(voice, page, listed).buttons(vec![home]).done()
}

/// The lines with their buttons, the other pages, and what is overdue alone.
fn body(voice: &Voice<'_>, mut page: Page, listed: &Listed) -> Page {
    let words = voice.words;
    let own = listed.of == Of::List { list: List::Mine };
    let lines = listed.lines.iter().map(|one| {
        let first = line(voice, &one.item, SHORT);
        if own { first } else { below(&first, one) }
    });
    page = page.list(lines, listed.lines.len(), |left| {
        fl!(words, "more-items", n = left)
    });
    if listed.pages > 1 {
        page = page.line(statement::page_of(voice, listed.page, listed.pages));
    }
    let items = listed.lines.iter().map(|one| {
        let show = Press::Show { item: one.item.id };
        button(item_label(voice, listed, one), &Action::Item(show))
    });
    let before = listed.page.checked_sub(1);
    let after = listed
        .page
        .checked_add(1)
        .filter(|next| *next < listed.pages);
    let mut turns = Vec::new();
    if let Some(at) = before {
        turns.push(press(
            fl!(words, "button-page-before"),
            again(listed, listed.red, at),
        ));
    }
    if let Some(at) = after {
        turns.push(press(
            fl!(words, "button-page-after"),
            again(listed, listed.red, at),
        ));
    }
    let filters = matches!(listed.of, Of::List { .. } | Of::Unit { .. });
    if filters && listed.red {
        turns.push(press(
            fl!(words, "listing-button-all"),
            again(listed, false, 0),
        ));
    } else if filters && listed.count.red > 0 && listed.count.red < listed.count.total {
        turns.push(press(
            fl!(words, "listing-button-red"),
            again(listed, true, 0),
        ));
    }
    page.buttons(items.collect()).buttons(turns)
}

/// The unit and the person under the line of an item that is not the reader's own.
fn below(first: &str, one: &Line) -> String {
    let unit = person::unit(&one.unit);
    let name = person::name(&one.responsible);
    format!("{first}\n   {unit} {name}").trim_end().to_owned()
}

/// "7号"; where several of a page share it, with the unit: "7号 春阳镇".
fn item_label(voice: &Voice<'_>, listed: &Listed, one: &Line) -> String {
    let no = fl!(voice.words, "item-no", no = label(&one.item.no, LONGEST_NO));
    let same = |other: &&Line| other.item.no == one.item.no;
    if listed.lines.iter().filter(same).count() < 2 {
        return no;
    }
    let unit = one.unit.rsplit('/').next().unwrap_or_default();
    format!("{no} {}", label(unit, LONGEST_UNIT))
}

fn title(voice: &Voice<'_>, listed: &Listed) -> String {
    let words = voice.words;
    let (total, red) = (listed.count.total, listed.count.red);
    let name = match &listed.of {
        Of::List { list } => list_name(voice, *list),
        Of::Unit { unit: None, .. } => fl!(words, "listing-units"),
        Of::Unit { path, .. } => person::unit(path),
        Of::Number { no } => {
            let no = shown(no, LONGEST_NO);
            return match total {
                0 => fl!(words, "listing-no-such-number", no = no),
                _ => fl!(words, "listing-several", no = no, total = total),
            };
        }
        Of::Words { words: said } => {
            let said = shown(said, LONGEST_WORDS);
            return match total {
                0 => fl!(words, "listing-found-none", words = said),
                total if total >= NEWEST => {
                    fl!(words, "listing-found-newest", words = said, total = total)
                }
                total => fl!(words, "listing-found", words = said, total = total),
            };
        }
    };
    if total == 0 {
        fl!(words, "listing-none", name = name)
    } else if listed.red {
        fl!(
            words,
            "listing-title-red",
            name = name,
            red = red,
            total = total
        )
    } else {
        fl!(words, "listing-title", name = name, total = total)
    }
}

fn list_name(voice: &Voice<'_>, list: List) -> String {
    let words = voice.words;
    match list {
        List::Mine => fl!(words, "listing-mine"),
        List::Helping => fl!(words, "listing-helping"),
        List::Leading => fl!(words, "listing-leading"),
        List::Review => fl!(words, "listing-review"),
    }
}

/// The same list at another page.
fn again(listed: &Listed, red: bool, page: u32) -> Listing {
    match &listed.of {
        Of::List { list } => Listing::List {
            list: *list,
            red,
            page,
        },
        Of::Unit { unit, .. } => Listing::Unit {
            unit: *unit,
            red,
            page,
        },
        Of::Number { no } => Listing::Number {
            no: no.clone(),
            page,
        },
        Of::Words { words } => Listing::Words {
            words: words.clone(),
            page,
        },
    }
}

const fn to(list: List) -> Listing {
    Listing::List {
        list,
        red: false,
        page: 0,
    }
}

fn press(label: String, listing: Listing) -> Button {
    button(label, &Action::Listing(listing))
}

#[cfg(test)]
mod tests;
