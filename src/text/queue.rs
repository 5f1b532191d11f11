//! What waits for a carer, in words: a page of it, one of it, and what became of it.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Queue};
use crate::domain::campaign::Label;
use crate::domain::ids::EntryId;
use crate::domain::queue::{Answer, Card, Of, Reason, Refusal, Waits};

use super::evidence::{named, pieces, show};
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered};

/// The longest words of a person that a card shows, in characters.
const LONGEST_WORDS: usize = 120;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Empty => plain(fl!(words, "queue-empty")),
        Answer::Alone => plain(fl!(words, "queue-alone")),
        Answer::List {
            cards,
            total,
            all,
            at,
        } => list(voice, cards, *total, *all, *at),
        Answer::Card { card, at } => with_card(voice, None, card)
            .buttons(decisions(voice, card, *at))
            .done(),
        Answer::Why { card, at } => why(voice, card, *at),
        Answer::Decided {
            of,
            counts,
            reason: why,
            next,
            at,
        } => {
            let page = decided(voice, of, *counts, why);
            match next {
                None => page.gap().line(fl!(words, "queue-done")).done(),
                Some(card) => with_card(voice, Some(page), card)
                    .buttons(decisions(voice, card, *at))
                    .done(),
            }
        }
        Answer::All {
            confirmed,
            lacking,
            left,
        } => all(voice, *confirmed, *lacking, *left),
        Answer::Refused(refusal) => refused(voice, refusal),
    }
}

/// A reason as its reader reads it: one that a button gave in his own language, a typed one as it was typed.
pub(super) fn reason(voice: &Voice<'_>, kept: &str) -> String {
    match Reason::from_kept(kept) {
        Some(reason) => offered(voice, reason),
        None => shown(kept, crate::domain::kept::LONGEST),
    }
}

/// "待您确认 5条", a line of a liaison's digest.
pub(super) fn waiting(voice: &Voice<'_>, n: usize) -> String {
    fl!(voice.words, "queue-waiting", n = n)
}

/// "看待审"
pub(super) fn look(voice: &Voice<'_>) -> Button {
    press(fl!(voice.words, "button-pending"), Queue::Pending)
}

/// The digest of a liaison who owes nothing himself: how many wait, below what it says already.
pub(super) fn reminder(voice: &Voice<'_>, above: Option<Page>, n: usize) -> Page {
    let page = match above {
        Some(page) if n == 0 => return page,
        Some(page) => page.gap().line(waiting(voice, n)),
        None => Page::new(waiting(voice, n)),
    };
    page.buttons(vec![look(voice)])
}

fn offered(voice: &Voice<'_>, reason: Reason) -> String {
    let words = voice.words;
    match reason {
        Reason::Evidence => fl!(words, "reason-evidence"),
        Reason::Date => fl!(words, "reason-date"),
        Reason::Twice => fl!(words, "reason-twice"),
        Reason::Untrue => fl!(words, "reason-untrue"),
    }
}

fn list(voice: &Voice<'_>, cards: &[Card], total: usize, all: usize, at: i64) -> Rendered {
    let words = voice.words;
    let mut page = Page::new(fl!(words, "queue-title", n = total));
    for card in cards {
        page = page
            .line(fl!(
                words,
                "queue-line",
                number = card.number,
                entry = named(voice, &card.of())
            ))
            .line(fl!(
                words,
                "queue-line-waits",
                waits = waits(voice, card.waits),
                evidence = evidence(voice, card)
            ));
    }
    let numbers = cards.iter().map(|card| {
        let show = Queue::Card {
            entry: card.entry,
            at,
        };
        press(card.number.to_string(), show)
    });
    page = page.buttons(numbers.collect());
    let Some(last) = cards.last() else {
        return page.done();
    };
    if all > 0 {
        let all_of_them = Queue::All {
            last: last.entry,
            at,
        };
        page = page.buttons(vec![press(fl!(words, "button-all", n = all), all_of_them)]);
    }
    if last.number < total {
        let next = Queue::List {
            after: last.entry,
            at,
        };
        page = page.buttons(vec![press(fl!(words, "button-next-page"), next)]);
    }
    page.done()
}

/// All that is known of an entry, below what was said before.
fn with_card(voice: &Voice<'_>, above: Option<Page>, card: &Card) -> Page {
    let words = voice.words;
    let title = fl!(
        words,
        "queue-card",
        number = card.number,
        total = card.total,
        who = person::who(voice, &card.who)
    );
    let mut page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    let own = Of {
        who: None,
        ..card.of()
    };
    page = page.line(named(voice, &own));
    let duty = voice.campaign.duty(&card.duty);
    let label = |labels: &[Label], id: &Option<String>| {
        let label = labels.iter().find(|label| Some(&label.id) == id.as_ref())?;
        Some(shown(label.name.get(voice.language), LONGEST_WORDS))
    };
    let mut about: Vec<String> = duty
        .into_iter()
        .flat_map(|duty| {
            [
                label(&duty.forms, &card.form),
                label(&duty.topics, &card.topic),
            ]
        })
        .flatten()
        .collect();
    about.extend(card.about.iter().map(|words| shown(words, LONGEST_WORDS)));
    if !about.is_empty() {
        page = page.line(about.join(&fl!(words, "separator")));
    }
    page = page.line(match shown(&card.why, LONGEST_WORDS) {
        why if why.is_empty() => waits(voice, card.waits),
        why => fl!(words, "waits-disputed-why", why = why),
    });
    if let Some(by) = &card.by {
        page = page.line(fl!(words, "queue-by", name = person::name(by)));
    }
    if !card.note.is_empty() {
        let note = shown(&card.note, LONGEST_WORDS);
        page = page.line(fl!(words, "queue-note", note = note));
    }
    page.line(evidence(voice, card))
}

fn waits(voice: &Voice<'_>, waits: Waits) -> String {
    match waits {
        Waits::Late => fl!(voice.words, "waits-late"),
        Waits::Confirmation => fl!(voice.words, "waits-confirmation"),
        Waits::Disputed => fl!(voice.words, "waits-disputed"),
    }
}

fn evidence(voice: &Voice<'_>, card: &Card) -> String {
    if card.lacks_evidence {
        fl!(voice.words, "queue-lacks-evidence")
    } else {
        pieces(voice, card.evidence)
    }
}

fn decisions(voice: &Voice<'_>, card: &Card, at: i64) -> Vec<Button> {
    let (words, entry) = (voice.words, card.entry);
    let mut buttons = Vec::new();
    if !card.lacks_evidence {
        let confirm = Queue::Confirm { entry, at };
        buttons.push(press(fl!(words, "button-queue-confirm"), confirm));
    }
    let reject = Queue::Reject { entry, at };
    buttons.push(press(fl!(words, "button-reject"), reject));
    if card.evidence > 0 {
        buttons.push(show(voice, entry, card.evidence));
    }
    if card.total > 1 {
        let next = Queue::Card {
            entry: EntryId(entry.0.saturating_add(1)),
            at,
        };
        buttons.push(press(fl!(words, "button-next"), next));
    }
    buttons
}

fn why(voice: &Voice<'_>, card: &Card, at: i64) -> Rendered {
    let words = voice.words;
    let entry = card.entry;
    let reasons = Reason::ALL.map(|reason| {
        let because = Queue::Because { entry, reason, at };
        press(offered(voice, reason), because)
    });
    let back = Queue::Card { entry, at };
    Page::new(fl!(words, "queue-why", entry = named(voice, &card.of())))
        .line(fl!(words, "queue-why-how-to"))
        .buttons(reasons.to_vec())
        .buttons(vec![press(fl!(words, "button-queue-back"), back)])
        .done()
}

fn decided(voice: &Voice<'_>, of: &Of, counts: bool, why: &str) -> Page {
    let words = voice.words;
    let entry = named(voice, of);
    if counts {
        Page::new(fl!(words, "queue-confirmed", entry = entry))
    } else {
        let why = reason(voice, why);
        Page::new(fl!(words, "queue-rejected", entry = entry)).line(fl!(
            words,
            "queue-reason",
            reason = why
        ))
    }
}

fn all(voice: &Voice<'_>, confirmed: usize, lacking: usize, left: usize) -> Rendered {
    let words = voice.words;
    let lacks = (lacking > 0).then(|| fl!(words, "queue-all-lacking", n = lacking));
    let page = match (confirmed, lacks) {
        (0, Some(lacks)) => Page::new(lacks),
        (0, None) => Page::new(fl!(words, "queue-all-none")),
        (n, None) => Page::new(fl!(words, "queue-all", n = n)),
        (n, Some(lacks)) => Page::new(fl!(words, "queue-all", n = n)).line(lacks),
    };
    if left == 0 {
        return page.line(fl!(words, "queue-done")).done();
    }
    page.line(fl!(words, "queue-left", n = left))
        .buttons(vec![look(voice)])
        .done()
}

fn refused(voice: &Voice<'_>, refusal: &Refusal) -> Rendered {
    let words = voice.words;
    plain(match refusal {
        Refusal::NotYours => fl!(words, "queue-not-yours"),
        Refusal::Own => fl!(words, "queue-own"),
        Refusal::NoEvidence { of } => {
            fl!(words, "queue-needs-evidence", entry = named(voice, of))
        }
        Refusal::Withdrawn { of } => fl!(words, "queue-withdrawn", entry = named(voice, of)),
        Refusal::Already { of, counts, by } => {
            let entry = named(voice, of);
            let by = by.as_deref().map(person::name);
            match (by, counts) {
                (Some(by), true) => fl!(words, "queue-confirmed-by", entry = entry, by = by),
                (Some(by), false) => fl!(words, "queue-rejected-by", entry = entry, by = by),
                (None, _) => fl!(words, "queue-counts", entry = entry),
            }
        }
    })
}

fn press(label: String, queue: Queue) -> Button {
    button(label, &Action::Queue(queue))
}

#[cfg(test)]
mod tests;
