//! `/handed`: what waits for an answer, and where stands what was handed up.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::item::Press;
use crate::domain::asks::{Handed, Line, Stands};
use crate::domain::item::{Status, Verb};
use crate::text::date::date;
use crate::text::page::{Page, button, plain};
use crate::text::person::{name, unit};
use crate::text::words::Voice;
use crate::text::{Button, Rendered};

use super::{item, label, no};

pub(super) fn list(voice: &Voice<'_>, handed: &Handed) -> Rendered {
    let words = voice.words;
    let more = |left: usize| fl!(words, "more-items", n = left);
    let mut page = None;
    if handed.waiting_total > 0 {
        let lines = handed.waiting.iter().map(|line| {
            let from = fl!(words, "ask-from", unit = unit(&line.from));
            format!(" {}\n   {from}", item(voice, &line.of))
        });
        let title = fl!(words, "ask-waiting", n = handed.waiting_total);
        page = Some(
            Page::new(title)
                .list(lines, handed.waiting_total, more)
                .buttons(
                    handed
                        .waiting
                        .iter()
                        .flat_map(|of| decisions(voice, of))
                        .collect(),
                ),
        );
    }
    if handed.ours_total > 0 {
        let title = fl!(words, "ask-ours", n = handed.ours_total);
        let above = match page {
            Some(page) => page.gap().line(title),
            None => Page::new(title),
        };
        let lines = handed.ours.iter().map(|line| {
            let stands = stands(voice, &line.stands);
            format!(" {}\n   {stands}", item(voice, &line.of))
        });
        page = Some(above.list(lines, handed.ours_total, more));
    }
    page.map_or_else(|| plain(fl!(words, "ask-none-handed")), Page::done)
}

fn decisions(voice: &Voice<'_>, line: &Line) -> [Button; 2] {
    let words = voice.words;
    let step = |verb| {
        Action::Item(Press::Step {
            item: line.of.item,
            verb,
        })
    };
    let number = no(&line.of);
    [
        button(
            label(&fl!(words, "ask-button-take", no = number.clone())),
            &step(Verb::TakeUp),
        ),
        button(
            label(&fl!(words, "ask-button-back", no = number)),
            &step(Verb::SendBack),
        ),
    ]
}

fn stands(voice: &Voice<'_>, stands: &Stands) -> String {
    let words = voice.words;
    match stands {
        Stands::Waits { unit: path } => fl!(words, "ask-stands-waits", unit = unit(path)),
        Stands::Back => fl!(words, "ask-stands-back"),
        Stands::Over { status } => match status {
            Status::Closed => fl!(words, "status-closed"),
            Status::Cancelled => fl!(words, "status-cancelled"),
            Status::Submitted | Status::Assigned | Status::Accepted | Status::UnderWay => {
                fl!(words, "status-submitted")
            }
        },
        Stands::With {
            unit: path,
            who,
            on,
        } => {
            let (unit, who) = (unit(path), name(who));
            match on {
                Some(day) => fl!(
                    words,
                    "ask-stands-with-until",
                    unit = unit,
                    who = who,
                    date = date(voice, *day)
                ),
                None => fl!(words, "ask-stands-with", unit = unit, who = who),
            }
        }
    }
}
