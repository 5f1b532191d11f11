//! What happened to an item, in words: a line of its history, a line of the news.

use i18n_embed_fl::fl;

use crate::domain::item::{Deed, Event, Reason, Verb, What};
use crate::domain::news::{News, Told};

use super::look;
use crate::text::Button;
use crate::text::asks;
use crate::text::date::{date, time};
use crate::text::dispatch;
use crate::text::items::no;
use crate::text::page::shown;
use crate::text::person;
use crate::text::words::Voice;

/// The longest words of a step that a line shows, in characters.
const LONGEST_WORDS: usize = 200;

/// What of the content stands in the news, in characters.
const SHORT: usize = 20;

/// "3月3日 周一 09:01 林静 已退回：材料不足"
pub(super) fn line(voice: &Voice<'_>, event: &Event) -> String {
    let words = voice.words;
    let at = format!("{} {}", date(voice, event.at.date()), time(event.at.time()));
    let what = what(voice, &event.deed);
    match event.by.as_deref().map(person::name) {
        Some(name) => fl!(
            words,
            "item-page-past-by",
            at = at,
            name = name,
            what = said(voice, what, &event.deed)
        ),
        None => fl!(
            words,
            "item-page-past",
            at = at,
            what = said(voice, what, &event.deed)
        ),
    }
}

/// "已退回：材料不足"
fn said(voice: &Voice<'_>, what: String, deed: &Deed) -> String {
    match reason(voice, deed) {
        words if words.is_empty() => what,
        words => fl!(
            voice.words,
            "item-page-past-words",
            line = what,
            words = words
        ),
    }
}

/// A reason as its reader reads it: one that a button of that step gave in his own language, a typed one as it was
/// typed.
fn reason(voice: &Voice<'_>, deed: &Deed) -> String {
    if let What::Took { verb: Verb::HandUp } = deed.what {
        return asks::hand_reason(voice, &deed.words);
    }
    if let What::Took { verb: Verb::Report } = deed.what {
        return dispatch::said(voice, &deed.words);
    }
    let of_buttons = match deed.what {
        What::Took { verb } => Reason::offered(verb),
        What::SignedOff | What::Assigned | What::Changed => &[],
    };
    match Reason::from_kept(&deed.words).filter(|reason| of_buttons.contains(reason)) {
        Some(reason) => offered(voice, reason),
        None => shown(&deed.words, LONGEST_WORDS),
    }
}

pub(super) fn offered(voice: &Voice<'_>, reason: Reason) -> String {
    let words = voice.words;
    match reason {
        Reason::Evidence => fl!(words, "item-reason-evidence"),
        Reason::Undone => fl!(words, "item-reason-undone"),
        Reason::Untrue => fl!(words, "item-reason-untrue"),
        Reason::Vague => fl!(words, "item-reason-vague"),
        Reason::Back => fl!(words, "item-reason-back"),
        Reason::Voices => fl!(words, "item-reason-voices"),
        Reason::Weak => fl!(words, "item-reason-weak"),
        Reason::Fixed => fl!(words, "item-reason-fixed"),
        Reason::Doable => fl!(words, "item-reason-doable"),
    }
}

/// "已退回"
pub(super) fn what(voice: &Voice<'_>, deed: &Deed) -> String {
    let words = voice.words;
    match deed.what {
        What::Took { verb } => took(voice, verb, deed),
        What::SignedOff => fl!(words, "item-step-sign-off"),
        What::Assigned => fl!(words, "item-step-assigned"),
        What::Changed => match deed.day {
            Some(day) => fl!(words, "item-step-earlier", date = date(voice, day)),
            None => fl!(words, "item-step-changed"),
        },
    }
}

fn took(voice: &Voice<'_>, verb: Verb, deed: &Deed) -> String {
    let words = voice.words;
    let day = deed.day.map(|day| date(voice, day));
    match (verb, day) {
        (Verb::Submit, _) => fl!(words, "item-step-submit"),
        (Verb::Accept, _) => fl!(words, "item-step-accept"),
        (Verb::Begin, _) => fl!(words, "item-step-begin"),
        (Verb::Report, _) => fl!(words, "item-step-report"),
        (Verb::AskExtension, Some(day)) => fl!(words, "item-step-ask-to", date = day),
        (Verb::AskExtension, None) => fl!(words, "item-step-ask"),
        (Verb::HandUp, _) => fl!(words, "item-step-hand-up"),
        (Verb::Withdraw, _) => fl!(words, "item-step-withdraw"),
        (Verb::Approve, _) => fl!(words, "item-step-approve"),
        (Verb::Return, _) => fl!(words, "item-step-return"),
        (Verb::Grant, Some(day)) => fl!(words, "item-step-grant-to", date = day),
        (Verb::Grant, None) => fl!(words, "item-step-grant"),
        (Verb::Refuse, _) => fl!(words, "item-step-refuse"),
        (Verb::TakeUp, Some(day)) => fl!(words, "item-step-take-up-by", date = day),
        (Verb::TakeUp, None) => fl!(words, "item-step-take-up"),
        (Verb::SendBack, _) => fl!(words, "item-step-send-back"),
        (Verb::Reassign, _) => match person::name(&deed.whose) {
            name if name.is_empty() => fl!(words, "item-step-reassign"),
            name => fl!(words, "item-step-reassign-to", name = name),
        },
        (Verb::Reopen, _) => fl!(words, "item-step-reopen"),
        (Verb::Cancel, _) => fl!(words, "item-step-cancel"),
    }
}

/// The two lines of news about an item: "7号 已退回：材料不足", "公车私用，林静".
pub(in crate::text) fn news(voice: &Voice<'_>, news: &News) -> (String, String) {
    let News::Item {
        no: number,
        content,
        by,
        deed,
        ..
    } = news
    else {
        return Default::default();
    };
    let words = voice.words;
    let first = fl!(
        words,
        "item-told",
        no = no(number),
        what = said(voice, what(voice, deed), deed)
    );
    let content = shown(content, SHORT);
    let second = match person::name(by) {
        by if by.is_empty() => content,
        by => fl!(words, "item-told-by", content = content, by = by),
    };
    (first, second)
}

/// A button to the page of each item that the news tell of, once.
pub(in crate::text) fn news_buttons(voice: &Voice<'_>, told: &Told) -> Vec<Button> {
    let mut shown = Vec::new();
    let mut buttons = Vec::new();
    for news in &told.news {
        if let News::Item { item, no, .. } = news
            && !shown.contains(item)
        {
            shown.push(*item);
            buttons.push(look(voice, *item, no));
        }
    }
    buttons
}
