//! More time, handing up, taking up, reassigning: the questions, and what came of them.

mod handed;
mod reassign;

use chrono::{Datelike, NaiveDate};
use i18n_embed_fl::fl;

use crate::domain::action::item::Press;
use crate::domain::action::{Action, Ask};
use crate::domain::asks::{Answer, Gap, Of, Reason, Wrong};
use crate::domain::ids::CadreId;
use crate::domain::item::{Refusal, Status, Verb, Why};
use crate::domain::notice::Who;

use super::date::date;
use super::items::already;
use super::page::{Page, button, plain, shown};
use super::person::{name, unit, who};
use super::words::Voice;
use super::{Button, Rendered};

/// The longest number of a ledger that is shown, in characters.
const LONGEST_NO: usize = 12;
/// What of an item's content is shown on a line of its own, in characters.
const CONTENT: usize = 40;
/// The longest reason that is shown, in characters.
const LONGEST_WHY: usize = 200;
/// The longest of what somebody wrote that is quoted, in characters.
const LONGEST_QUOTE: usize = 24;
/// The longest label of a button, in characters.
const LONGEST_LABEL: usize = 36;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    match answer {
        Answer::Refused { of, refusal } => refused(voice, of, refusal),
        Answer::Quicker { of, by, verb } => quicker(voice, of, by, *verb),
        Answer::Until { .. }
        | Answer::Because { .. }
        | Answer::WhichItem { .. }
        | Answer::NoItem { .. }
        | Answer::Asked { .. } => of_extension(voice, answer),
        Answer::Above { .. }
        | Answer::HandWhy { .. }
        | Answer::HandedUp { .. }
        | Answer::When { .. }
        | Answer::Whom { .. }
        | Answer::TakenUp { .. }
        | Answer::BackWhy { .. }
        | Answer::SentBack { .. } => of_hand(voice, answer),
        Answer::Handed(handed) => handed::list(voice, handed),
        Answer::ToWhom { .. }
        | Answer::Which { .. }
        | Answer::Same { .. }
        | Answer::Preview { .. }
        | Answer::Reassigned { .. }
        | Answer::Cancelled => reassign::answer(voice, answer),
    }
}

/// A reason for handing up as its reader reads it: one that a button gave in his own language, a typed one as it
/// was typed.
pub(super) fn hand_reason(voice: &Voice<'_>, kept: &str) -> String {
    match Reason::from_kept(kept) {
        Some(reason) => offered(voice, reason),
        None => shown(kept, LONGEST_WHY),
    }
}

fn offered(voice: &Voice<'_>, reason: Reason) -> String {
    let words = voice.words;
    match reason {
        Reason::Funds => fl!(words, "ask-reason-funds"),
        Reason::Policy => fl!(words, "ask-reason-policy"),
        Reason::Across => fl!(words, "ask-reason-across"),
    }
}

/// A day as it can be written back: without its weekday, its month in words where figures could be turned round.
fn written(voice: &Voice<'_>, day: NaiveDate) -> String {
    let (month, day) = (day.month(), day.day());
    fl!(voice.words, "ask-day", month = month, day = day)
}

fn no(of: &Of) -> String {
    shown(&of.no, LONGEST_NO)
}

/// "7号 公车私用"
fn item(voice: &Voice<'_>, of: &Of) -> String {
    let content = shown(&of.content, CONTENT);
    fl!(voice.words, "ask-item", no = no(of), content = content)
}

fn show(voice: &Voice<'_>, of: &Of) -> Button {
    let action = Action::Item(Press::Show { item: of.item });
    button(
        label(&fl!(voice.words, "ask-button-show", no = no(of))),
        &action,
    )
}

/// A label is no HTML: what was escaped for the text is written out again; and it is short.
fn label(text: &str) -> String {
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    if plain.chars().count() <= LONGEST_LABEL {
        return plain;
    }
    let short: String = plain.chars().take(LONGEST_LABEL - 1).collect();
    format!("{short}…")
}

fn refused(voice: &Voice<'_>, of: &Of, refusal: &Refusal) -> Rendered {
    let words = voice.words;
    let no = no(of);
    let line = match &refusal.why {
        Why::NotNow {
            status: status @ (Status::Submitted | Status::Closed | Status::Cancelled),
        } => return already(voice, &of.no, *status),
        Why::NotYours | Why::NotYourPart => fl!(words, "ask-not-your-part", no = no),
        Why::Own => fl!(words, "ask-own", no = no),
        Why::Offered => fl!(words, "ask-offered", no = no),
        Why::NoSuchStep => fl!(words, "ask-no-such-step", no = no),
        Why::TooOften { most } => {
            let most = *most;
            fl!(words, "ask-too-often", no = no, most = most)
        }
        Why::AlreadyAsked => fl!(words, "ask-already-asked", no = no),
        Why::NoDeadline => fl!(words, "ask-no-deadline", no = no),
        Why::NoUnitAbove => fl!(words, "ask-no-unit-above", no = no),
        Why::NotNow { .. }
        | Why::NoEvidence
        | Why::NothingAsked
        | Why::NotLater
        | Why::NoReason => fl!(words, "ask-not-now", no = no),
    };
    let page = Page::new(line);
    if refusal.possible.is_empty() {
        return page.done();
    }
    page.line(fl!(words, "ask-instead"))
        .buttons(vec![show(voice, of)])
        .done()
}

fn quicker(voice: &Voice<'_>, of: &Of, by: &str, verb: Verb) -> Rendered {
    let (words, no, by) = (voice.words, no(of), name(by));
    plain(if verb == Verb::SendBack {
        fl!(words, "ask-quicker-back", no = no, by = by)
    } else {
        fl!(words, "ask-quicker-up", no = no, by = by)
    })
}

/// Why what was said will not do.
fn wrong(voice: &Voice<'_>, wrong: &Wrong) -> String {
    let words = voice.words;
    match wrong {
        Wrong::NoDay => fl!(words, "ask-wrong-no-day"),
        Wrong::NotLater { than } => fl!(words, "ask-wrong-not-later", date = date(voice, *than)),
        Wrong::Past => fl!(words, "ask-wrong-past"),
        Wrong::TooLate { last } => fl!(words, "ask-wrong-too-late", date = date(voice, *last)),
        Wrong::Nobody { name } => {
            let name = shown(name, LONGEST_QUOTE);
            fl!(words, "ask-wrong-nobody", name = name)
        }
    }
}

/// A page that begins with what was wrong, if anything was.
fn asking(voice: &Voice<'_>, why: Option<&Wrong>, question: String) -> Page {
    match why {
        Some(why) => Page::new(wrong(voice, why)).line(question),
        None => Page::new(question),
    }
}

fn gap(voice: &Voice<'_>, gap: Gap, date: String) -> String {
    let words = voice.words;
    match gap {
        Gap::Week => fl!(words, "ask-week", date = date),
        Gap::Fortnight => fl!(words, "ask-fortnight", date = date),
        Gap::Month => fl!(words, "ask-month", date = date),
    }
}

fn of_extension(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Until {
            of,
            deadline,
            days,
            example,
            wrong: why,
        } => {
            let stands = fl!(words, "deadline", date = date(voice, *deadline));
            if let (Some(why @ Wrong::TooLate { .. }), true) = (why, days.is_empty()) {
                return Page::new(item(voice, of))
                    .line(stands)
                    .line(wrong(voice, why))
                    .done();
            }
            let buttons = days.iter().map(|(far, day)| {
                let text = gap(voice, *far, date(voice, *day));
                let (item, on) = (of.item, *day);
                button(text, &Action::Ask(Ask::Until { item, on }))
            });
            asking(voice, why.as_ref(), fl!(words, "ask-until", no = no(of)))
                .line(stands)
                .line(fl!(words, "ask-until-how"))
                .line(fl!(words, "ask-say", date = written(voice, *example)))
                .buttons(buttons.collect())
                .done()
        }
        Answer::Because { of, to } => Page::new(fl!(
            words,
            "ask-because",
            no = no(of),
            date = date(voice, *to)
        ))
        .line(fl!(words, "ask-because-how"))
        .done(),
        Answer::WhichItem { items, example } => {
            let buttons = items.iter().map(|of| {
                let step = Press::Step {
                    item: of.item,
                    verb: Verb::AskExtension,
                };
                button(label(&item(voice, of)), &Action::Item(step))
            });
            let no = items.first().map(no).unwrap_or_default();
            let date = written(voice, *example);
            Page::new(fl!(words, "ask-which-item"))
                .line(fl!(words, "ask-say-no", no = no, date = date))
                .buttons(buttons.collect())
                .done()
        }
        Answer::NoItem { no } if no.is_empty() => plain(fl!(words, "ask-no-items")),
        Answer::NoItem { no } => plain(fl!(words, "ask-no-item", no = shown(no, LONGEST_NO))),
        Answer::Asked { of, to, why } => Page::new(fl!(
            words,
            "ask-asked",
            no = no(of),
            date = date(voice, *to)
        ))
        .line(fl!(words, "ask-why", why = shown(why, LONGEST_WHY)))
        .line(fl!(words, "ask-asked-waits"))
        .done(),
        _ => plain(fl!(words, "not-changed")),
    }
}

fn of_hand(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Above { of, units } => {
            let buttons = units.iter().map(|(to, path)| {
                let text = fl!(words, "ask-button-up", unit = unit(path));
                let (item, to) = (of.item, *to);
                button(label(&text), &Action::Ask(Ask::Up { item, to }))
            });
            Page::new(fl!(words, "ask-above", no = no(of)))
                .buttons(buttons.collect())
                .done()
        }
        Answer::HandWhy { of, to, unit: path } => {
            let buttons = Reason::ALL.map(|reason| {
                let (item, to) = (of.item, *to);
                let ask = Ask::UpFor { item, to, reason };
                button(offered(voice, reason), &Action::Ask(ask))
            });
            Page::new(fl!(words, "ask-hand", no = no(of), unit = unit(path)))
                .line(fl!(words, "ask-hand-why"))
                .buttons(buttons.to_vec())
                .done()
        }
        Answer::HandedUp {
            of,
            unit: path,
            why,
        } => Page::new(fl!(words, "ask-handed-up", no = no(of), unit = unit(path)))
            .line(fl!(words, "ask-why", why = hand_reason(voice, why)))
            .line(fl!(words, "ask-handed-up-see"))
            .done(),
        Answer::When { .. } => when(voice, answer),
        Answer::Whom { .. } => whom(voice, answer),
        Answer::TakenUp { of, on, who: by } => Page::new(fl!(words, "ask-taken-up", no = no(of)))
            .line(who(voice, by))
            .line(fl!(words, "deadline", date = date(voice, *on)))
            .done(),
        Answer::BackWhy { of, unit: path } => {
            Page::new(fl!(words, "ask-back", no = no(of), unit = unit(path)))
                .line(fl!(words, "ask-back-why"))
                .done()
        }
        Answer::SentBack { of, unit: path } => {
            plain(fl!(words, "ask-sent-back", no = no(of), unit = unit(path)))
        }
        _ => plain(fl!(words, "not-changed")),
    }
}

fn when(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    let Answer::When {
        of,
        from,
        why,
        days,
        example,
        wrong: not,
    } = answer
    else {
        return plain(fl!(words, "not-changed"));
    };
    let mut page = asking(voice, not.as_ref(), fl!(words, "ask-when", no = no(of)))
        .line(shown(&of.content, CONTENT))
        .line(fl!(words, "ask-from", unit = unit(from)));
    if !why.is_empty() {
        page = page.line(fl!(words, "ask-why", why = hand_reason(voice, why)));
    }
    let buttons = days.iter().map(|(far, day)| {
        let text = gap(voice, *far, date(voice, *day));
        let (item, on) = (of.item, *day);
        button(text, &Action::Ask(Ask::By { item, on }))
    });
    page.line(fl!(words, "ask-when-how", date = written(voice, *example)))
        .buttons(buttons.collect())
        .done()
}

fn whom(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    let Answer::Whom {
        of,
        on,
        unit: path,
        me,
        people,
        several,
        wrong: not,
    } = answer
    else {
        return plain(fl!(words, "not-changed"));
    };
    let of_item = |whom: CadreId| {
        let (item, on) = (of.item, *on);
        Action::Ask(Ask::TakeUp { item, on, whom })
    };
    if *several {
        let buttons = people
            .iter()
            .map(|(id, one)| named(voice, one, &of_item(*id)));
        return Page::new(fl!(words, "which-person"))
            .buttons(buttons.collect())
            .done();
    }
    let mut buttons = vec![button(fl!(words, "ask-button-me"), &of_item(*me))];
    let others = people
        .iter()
        .map(|(id, one)| button(label(&name(&one.name)), &of_item(*id)));
    buttons.extend(others);
    let question = fl!(words, "ask-whom", no = no(of), date = date(voice, *on));
    asking(voice, not.as_ref(), question)
        .line(fl!(words, "ask-whom-how", unit = unit(path)))
        .buttons(buttons)
        .done()
}

fn named(voice: &Voice<'_>, one: &Who, action: &Action) -> Button {
    button(label(&who(voice, one)), action)
}

#[cfg(test)]
mod tests;
