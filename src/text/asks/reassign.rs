//! Whose an item becomes: the question, the preview, and what came of it.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Ask, Whose};
use crate::domain::asks::{Answer, Heir};
use crate::domain::ids::ItemId;
use crate::text::page::{Page, button, plain, shown};
use crate::text::person::{name, unit, who};
use crate::text::words::Voice;
use crate::text::{Button, Rendered};

use super::{CONTENT, asking, label, named, no};

fn heir(voice: &Voice<'_>, heir: &Heir) -> String {
    match heir {
        Heir::Person(one) => who(voice, one),
        Heir::Unit(path) => fl!(voice.words, "ask-heir-unit", unit = unit(path)),
    }
}

/// Whose it is, as the ledger names him.
fn owner(voice: &Voice<'_>, was: &str) -> String {
    if was.trim().is_empty() {
        fl!(voice.words, "ask-nobody-yet")
    } else {
        name(was)
    }
}

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    let look = |item: ItemId, to: Whose| Action::Ask(Ask::Look { item, to });
    match answer {
        Answer::ToWhom { .. } => to_whom(voice, answer),
        Answer::Which { of, people, units } => {
            let mut buttons: Vec<Button> = people
                .iter()
                .map(|(id, one)| named(voice, one, &look(of.item, Whose::Person(*id))))
                .collect();
            buttons.extend(
                units
                    .iter()
                    .map(|(id, path)| button(label(&unit(path)), &look(of.item, Whose::Unit(*id)))),
            );
            let question = if people.is_empty() {
                fl!(words, "which-unit")
            } else {
                fl!(words, "which-person")
            };
            Page::new(question).buttons(buttons).done()
        }
        Answer::Same { of, heir: whose } => Page::new(fl!(words, "ask-same", no = no(of)))
            .line(heir(voice, whose))
            .done(),
        Answer::Preview {
            of,
            was,
            heir: whose,
            again,
            set,
        } => {
            let mut page = Page::new(fl!(
                words,
                "ask-preview",
                no = no(of),
                was = owner(voice, was)
            ))
            .line(heir(voice, whose))
            .line(shown(&of.content, CONTENT));
            if *again {
                page = page.line(fl!(words, "changed-since"));
            }
            page.buttons(vec![
                button(fl!(words, "button-confirm"), &Action::Ask(*set)),
                button(fl!(words, "button-cancel"), &Action::Ask(Ask::Cancel)),
            ])
            .done()
        }
        Answer::Reassigned {
            of,
            was,
            heir: whose,
        } => Page::new(fl!(
            words,
            "ask-reassigned",
            no = no(of),
            was = owner(voice, was)
        ))
        .line(heir(voice, whose))
        .done(),
        _ => plain(fl!(words, "not-changed")),
    }
}

fn to_whom(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    let Answer::ToWhom {
        of,
        was,
        people,
        page: at,
        more,
        units,
        wrong: not,
    } = answer
    else {
        return plain(fl!(words, "not-changed"));
    };
    let question = fl!(words, "ask-to-whom", no = no(of));
    let page = asking(voice, not.as_ref(), question)
        .line(fl!(words, "ask-now-with", who = owner(voice, was)))
        .line(if *units {
            fl!(words, "ask-to-whom-or-unit")
        } else {
            fl!(words, "ask-to-whom-how")
        });
    let item = of.item;
    let buttons = people.iter().map(|(id, one)| {
        let to = Whose::Person(*id);
        button(
            label(&name(&one.name)),
            &Action::Ask(Ask::Look { item, to }),
        )
    });
    let mut page = page.buttons(buttons.collect());
    if *more {
        let next = Ask::Page {
            item,
            page: at.saturating_add(1),
        };
        page = page.buttons(vec![button(
            fl!(words, "button-next-page"),
            &Action::Ask(next),
        )]);
    }
    page.done()
}
