//! An item's page in words, and what else is said of it: its history, what a step is asked for, why one is not
//! taken.

mod deed;
mod refused;

use i18n_embed_fl::fl;

use crate::domain::action::item::Press;
use crate::domain::action::{Action, Group};
use crate::domain::campaign::{ItemKind, Reviewer, Stage};
use crate::domain::deadline::Deadline;
use crate::domain::ids::ItemId;
use crate::domain::item::{Answer, Card, Event, Reason, Status, Top, Verb};

use super::date::date;
use super::evidence::pieces;
use super::items::{due, label_no, light, no};
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered, dispatch};

pub(super) use deed::{news, news_buttons};

/// The longest content that the page shows, in characters.
const LONGEST_CONTENT: usize = 300;

/// The longest other words, in characters.
const LONGEST_WORDS: usize = 200;

/// What of the content stands in a line that names the item, in characters.
const SHORT: usize = 30;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Page { card, top } => page(voice, card, top.as_ref()),
        Answer::History {
            item,
            no: number,
            events,
            page,
            pages,
        } => history(voice, *item, number, events, (*page, *pages)),
        Answer::Ask {
            item,
            no,
            content,
            verb,
            seen,
        } => ask(voice, *item, &named(voice, no, content), *verb, *seen),
        Answer::Hidden { no: number, unit } => {
            let unit = person::unit(unit);
            plain(fl!(words, "item-page-hidden", no = no(number), unit = unit))
        }
        Answer::Gone => plain(fl!(words, "item-page-gone")),
    }
}

/// "7号 公车私用"
pub(super) fn named(voice: &Voice<'_>, number: &str, content: &str) -> String {
    fl!(
        voice.words,
        "item-page-named",
        no = no(number),
        content = shown(content, SHORT)
    )
}

/// "看7号"
pub(super) fn look(voice: &Voice<'_>, item: ItemId, number: &str) -> Button {
    let label = fl!(voice.words, "button-item-show", no = label_no(number));
    press(label, Press::Show { item })
}

fn press(label: String, press: Press) -> Button {
    button(label, &Action::Item(press))
}

fn page(voice: &Voice<'_>, card: &Card, top: Option<&Top>) -> Rendered {
    let words = voice.words;
    let item = &card.due;
    let content = shown(&item.content, LONGEST_CONTENT);
    let named = fl!(
        words,
        "item-page-named",
        no = no(&item.no),
        content = content
    );
    let title = format!("{} {named}", light(item.light));
    let title = title.trim_start().to_owned();
    let mut page = match top {
        Some(top) => above(voice, card, top).gap().line(title),
        None => Page::new(title),
    };
    for line in about(voice, card) {
        page = page.line(line);
    }
    if !card.last.is_empty() {
        page = page.gap();
    }
    for event in &card.last {
        page = page.line(deed::line(voice, event));
    }
    page.columns(buttons(voice, card), 2).done()
}

fn above(voice: &Voice<'_>, card: &Card, top: &Top) -> Page {
    let words = voice.words;
    match top {
        Top::Done { invites } => {
            let what = card.last.last().map(|event| deed::what(voice, &event.deed));
            let done = fl!(
                words,
                "item-page-done",
                no = no(&card.due.no),
                what = what.unwrap_or_default()
            );
            if *invites {
                Page::new(done).line(fl!(words, "item-page-invites"))
            } else {
                Page::new(done)
            }
        }
        Top::Refused { why } => Page::new(refused::why(voice, why)),
        Top::Since { event } => {
            Page::new(fl!(words, "item-page-since")).line(deed::line(voice, event))
        }
    }
}

/// Everything between the title and what happened, a line each; what there is nothing of has none.
fn about(voice: &Voice<'_>, card: &Card) -> Vec<String> {
    let words = voice.words;
    let said = |text: &str| Some(shown(text, LONGEST_WORDS)).filter(|text| !text.is_empty());
    let mut lines = vec![deadline(voice, card), stands(voice, card)];
    if let Some((to, why)) = &card.extension {
        lines.push(fl!(words, "item-page-extension", date = date(voice, *to)));
        let why = said(why).map(|why| fl!(words, "item-page-because", words = why));
        lines.extend(why);
    }
    if let Some(unit) = &card.offered_to {
        let unit = person::unit(unit);
        lines.push(fl!(words, "item-page-offered", unit = unit));
    }
    if card.setbacks > 0 {
        lines.push(fl!(words, "item-page-setbacks", n = card.setbacks));
    }
    let measures = said(&card.measures);
    lines.extend(measures.map(|said| fl!(words, "item-page-measures", words = said)));
    lines.push(fl!(
        words,
        "item-page-unit",
        unit = person::unit(&card.unit)
    ));
    if !card.lead.is_empty() {
        let lead = person::name(&card.lead);
        lines.push(fl!(words, "item-page-lead", name = lead));
    }
    lines.push(if card.responsible.is_empty() {
        fl!(words, "item-page-nobody")
    } else {
        let name = person::name(&card.responsible);
        fl!(words, "item-page-responsible", name = name)
    });
    let helpers = said(&card.helpers);
    lines.extend(helpers.map(|names| fl!(words, "item-page-helpers", names = names)));
    let progress = said(&card.progress).map(|_| dispatch::said(voice, &card.progress));
    lines.extend(progress.map(|said| fl!(words, "item-page-progress", words = said)));
    if card.lacks_evidence {
        lines.push(fl!(words, "item-page-lacks"));
    } else if card.evidence > 0 {
        lines.push(pieces(voice, card.evidence));
    }
    lines
}

/// "时限 2月28日 周五 已逾期3天"
fn deadline(voice: &Voice<'_>, card: &Card) -> String {
    let item = &card.due;
    match item.deadline {
        Deadline::On(day) => {
            let deadline = fl!(voice.words, "deadline", date = date(voice, day));
            if item.status.is_open() {
                format!("{deadline} {}", due(voice, item))
            } else {
                deadline
            }
        }
        Deadline::Immediate => fl!(voice.words, "deadline-immediate"),
        Deadline::Ongoing => fl!(voice.words, "deadline-ongoing"),
    }
}

/// "待督导组审核 第2步/共2步"
fn stands(voice: &Voice<'_>, card: &Card) -> String {
    let words = voice.words;
    let kind = voice.campaign.kind(&card.kind);
    match card.due.status {
        Status::Assigned if kind.is_some_and(|kind| kind.has(Stage::Accept)) => {
            fl!(words, "item-page-new")
        }
        Status::Assigned => fl!(words, "item-page-open"),
        Status::Accepted => fl!(words, "item-page-accepted"),
        Status::UnderWay => fl!(words, "item-page-begun"),
        Status::Submitted => waits(voice, kind, card.reviewed),
        Status::Closed => fl!(words, "status-closed"),
        Status::Cancelled => fl!(words, "status-cancelled"),
    }
}

fn waits(voice: &Voice<'_>, kind: Option<&ItemKind>, reviewed: usize) -> String {
    let words = voice.words;
    let review = kind.map_or(&[][..], |kind| &kind.review);
    let next = review.get(reviewed).or(review.last());
    let who = reviewer(voice, next.copied().unwrap_or(Reviewer::Office));
    if review.len() < 2 {
        return fl!(words, "item-page-waits", who = who);
    }
    let (step, of) = (reviewed.saturating_add(1), review.len());
    fl!(words, "item-page-waits-of", who = who, step = step, of = of)
}

fn reviewer(voice: &Voice<'_>, reviewer: Reviewer) -> String {
    let words = voice.words;
    match reviewer {
        Reviewer::Lead => fl!(words, "item-page-by-lead"),
        Reviewer::Head => fl!(words, "item-page-by-head"),
        Reviewer::Superior => fl!(words, "item-page-by-superior"),
        Reviewer::Liaison => fl!(words, "item-page-by-liaison"),
        Reviewer::Supervision => fl!(words, "item-page-by-supervision"),
        Reviewer::Office => fl!(words, "item-page-by-office"),
        Reviewer::Members => fl!(words, "item-page-by-members"),
    }
}

/// What the reader may do, in the machine's order; then what there is to look at.
fn buttons(voice: &Voice<'_>, card: &Card) -> Vec<Button> {
    let words = voice.words;
    let item = card.due.id;
    let seen = card.seen;
    let links = voice.campaign.kind(&card.kind);
    let last = links.is_none_or(|kind| card.reviewed + 1 >= kind.review.len());
    let mut buttons: Vec<Button> = card
        .may
        .iter()
        .map(|verb| {
            let label = step(voice, *verb, last);
            if verb.judges() {
                let verb = *verb;
                press(label, Press::Seen { item, verb, seen })
            } else {
                press(label, Press::Step { item, verb: *verb })
            }
        })
        .collect();
    if card.evidence > 0 {
        let label = fl!(words, "button-show-evidence", n = card.evidence);
        buttons.push(press(label, Press::Evidence { item }));
    }
    if card.may_add {
        let label = fl!(words, "button-add-evidence");
        buttons.push(press(label, Press::Add { item }));
    }
    if card.may_publish {
        let label = fl!(words, "button-publish");
        buttons.push(button(label, &Action::Group(Group::Publish { item })));
    }
    if card.seen > 0 {
        let label = fl!(words, "button-item-history");
        buttons.push(press(label, Press::History { item, page: 0 }));
    }
    buttons
}

/// What a step's button says; of an approval that is the chain's last, 销号.
fn step(voice: &Voice<'_>, verb: Verb, last: bool) -> String {
    let words = voice.words;
    match verb {
        Verb::Submit => fl!(words, "button-item-submit"),
        Verb::Accept => fl!(words, "button-item-accept"),
        Verb::Begin => fl!(words, "button-item-begin"),
        Verb::Report => fl!(words, "button-item-report"),
        Verb::AskExtension => fl!(words, "button-item-extension"),
        Verb::HandUp => fl!(words, "button-item-hand-up"),
        Verb::Withdraw => fl!(words, "button-item-withdraw"),
        Verb::Approve if last => fl!(words, "button-item-sign-off"),
        Verb::Approve => fl!(words, "button-item-approve"),
        Verb::Return => fl!(words, "button-item-return"),
        Verb::Grant => fl!(words, "button-item-grant"),
        Verb::Refuse => fl!(words, "button-item-refuse"),
        Verb::TakeUp => fl!(words, "button-item-take-up"),
        Verb::SendBack => fl!(words, "button-item-send-back"),
        Verb::Reassign => fl!(words, "button-item-reassign"),
        Verb::Reopen => fl!(words, "button-item-reopen"),
        Verb::Cancel => fl!(words, "button-item-cancel"),
    }
}

fn history(
    voice: &Voice<'_>,
    item: ItemId,
    number: &str,
    events: &[Event],
    (at, pages): (usize, usize),
) -> Rendered {
    let words = voice.words;
    let mut page = Page::new(fl!(words, "item-page-history", no = no(number)));
    if pages > 1 {
        page = page.line(fl!(words, "page-of", page = at, pages = pages));
    }
    let lines = events.iter().map(|event| deed::line(voice, event));
    page = page.list(lines, events.len(), |left| {
        fl!(words, "more-lines", n = left)
    });
    let mut buttons = Vec::new();
    if at > 1 {
        let label = fl!(words, "button-page-before");
        buttons.push(press(label, Press::History { item, page: at - 1 }));
    }
    if at < pages {
        let label = fl!(words, "button-page-after");
        buttons.push(press(label, Press::History { item, page: at + 1 }));
    }
    let back = fl!(words, "button-back");
    buttons.push(press(back, Press::Show { item }));
    page.buttons(buttons).done()
}

fn ask(voice: &Voice<'_>, item: ItemId, named: &str, verb: Verb, seen: usize) -> Rendered {
    let words = voice.words;
    let title = match verb {
        Verb::Reopen => fl!(words, "item-ask-reopen", item = named),
        Verb::Refuse => fl!(words, "item-ask-refuse", item = named),
        Verb::Cancel => fl!(words, "item-ask-cancel", item = named),
        Verb::Report => fl!(words, "item-ask-report", item = named),
        _ => fl!(words, "item-ask-return", item = named),
    };
    let offered = Reason::offered(verb);
    let how = match verb {
        Verb::Report => fl!(words, "item-ask-progress"),
        _ if offered.is_empty() => fl!(words, "item-ask-write"),
        _ => fl!(words, "item-ask-choose"),
    };
    let reasons = offered.iter().map(|reason| {
        let because = Press::Because {
            item,
            verb,
            reason: *reason,
            seen,
        };
        press(deed::offered(voice, *reason), because)
    });
    let back = fl!(words, "button-back");
    Page::new(title)
        .line(how)
        .columns(reasons.collect(), 2)
        .buttons(vec![press(back, Press::Show { item })])
        .done()
}

#[cfg(test)]
mod tests;
