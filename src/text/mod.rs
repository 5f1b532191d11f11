//! Every word a reader sees: a notice and a language go in, Telegram HTML and a keyboard come out.
//!
//! The words themselves live in `locales/`, which nothing else reads. Here is decided what is said in which order,
//! how amounts, days and people are written, and what a button asks for. The manners: the first line carries the
//! message, no number without its whole, no date without its weekday, and an answer to a mistake shows what would
//! have been right.

mod account;
mod amount;
mod answering;
mod asks;
mod assignment;
mod away;
mod broadcast;
mod check_in;
mod correction;
mod date;
mod dispatch;
mod dispute;
mod draft;
mod entry;
mod escalation;
mod evidence;
mod find;
mod findings;
mod group;
mod help;
mod history;
mod import;
mod item;
mod items;
mod ladder;
mod later;
mod leave;
mod linking;
mod listing;
mod movement;
mod mute;
mod news;
mod not_recorded;
mod offer;
mod opening;
mod opinion;
mod outlook;
mod overdue;
mod page;
mod person;
mod poll;
mod promise;
mod publication;
mod queue;
mod quiet;
mod quota;
mod reach;
mod recorded;
#[cfg(test)]
mod sample;
mod sandbox;
mod session;
mod sheet;
mod statement;
mod status;
mod terminal;
mod undelivered;
mod unit;
mod words;

use crate::domain::campaign::Campaign;
use crate::domain::language::Language;
use crate::domain::notice::Notice;

use words::Voice;

pub use broadcast::{
    Outlook, Row as BroadcastRow, announcement, broadcast_forecast, broadcast_line, broadcast_made,
    broadcast_obeyed, no_broadcasts,
};
pub use date::moment;
pub use dispatch::progress_told;
pub use dispute::{absent, wrong_time};
pub use help::command_description;
pub use import::{
    Imported, import_dry_run, import_holidays, import_missing, import_movements, import_note,
    import_summary, refusal,
};
pub use movement::moved;
pub use poll::{Ballot, ballot};
pub use quota::{quota_line, quota_preview, quota_refused};
pub use sandbox::page_words;
pub use sheet::{
    ambiguous, closed_word, deadline_word, header, light_word, no_responsible, sheet_name, stands,
    status_word,
};
pub use terminal::{
    Assigned, Granted, MoveDone, assigned, checked, granted, letters_dropped, letters_retried,
    messages_listed, move_done, no_links, no_quotas, nobody_to_invite, not_dead, planned,
    quota_done, year_missing,
};

/// One message, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Telegram HTML with all data escaped; at most 4096 UTF-16 units once parsed.
    pub text: String,
    /// Rows of buttons; empty for none.
    pub keyboard: Vec<Vec<Button>>,
}

/// One button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it asks for: an encoded `Action`.
    pub data: String,
}

/// Puts a notice into words.
pub fn render(campaign: &Campaign, language: Language, notice: &Notice) -> Rendered {
    let voice = &Voice::new(campaign, language);
    match notice {
        Notice::Welcome => linking::welcome(voice),
        Notice::LinkQuestion { code, who } => linking::question(voice, code, who),
        Notice::Linked { who, asked_at } => linking::linked(voice, who, *asked_at),
        Notice::OtherBot { username } => linking::other_bot(voice, username),
        Notice::LinkDeclined => linking::declined(voice),
        Notice::CodeRefused(why) => linking::refused(voice, why),
        Notice::Digest(digest) => check_in::digest(voice, digest),
        Notice::Recorded(recorded) => recorded::recorded(voice, recorded),
        Notice::NotRecorded { duty, on, why } => not_recorded::answer(voice, duty, *on, why),
        Notice::Withdrawn { on, standing } => recorded::withdrawn(voice, *on, standing),
        Notice::Correction(answer) => correction::answer(voice, answer),
        Notice::Stale => recorded::stale(voice),
        Notice::Tasks { items, total } => items::tasks(voice, items, *total),
        Notice::Submitted { item } => items::submitted(voice, item),
        Notice::ItemAlready { no, status } => items::already(voice, no, *status),
        Notice::ItemNotYours => items::not_yours(voice),
        Notice::Me {
            who,
            standings,
            open_items,
            leave,
            stretches,
            of,
        } => {
            let account = account::Account {
                who,
                standings,
                open_items: *open_items,
                leave: leave.as_ref(),
                stretches,
                of: *of,
            };
            account::me(voice, &account)
        }
        Notice::Statement(answer) => statement::answer(voice, answer),
        Notice::Leave(answer) => leave::answer(voice, answer),
        Notice::Later(answer) => later::answer(voice, answer),
        Notice::Quiet(answer) => quiet::answer(voice, answer),
        Notice::Away(answer) => away::answer(voice, answer),
        Notice::Help { commands } => help::help(voice, commands),
        Notice::LanguageQuestion => help::language_question(voice),
        Notice::LanguageSet => help::language_set(voice),
        Notice::UnknownCommand => help::unknown_command(voice),
        Notice::OnlyText => help::only_text(voice),
        Notice::PrivateOnly => help::private_only(voice),
        Notice::Denied => help::denied(voice),
        Notice::Status(report) => status::status(voice, report),
        Notice::Found {
            name,
            people,
            total,
        } => find::found(voice, name, people, *total),
        Notice::FindWhat => find::find_what(voice),
        Notice::Overdue {
            items,
            total,
            units,
            nobody,
        } => overdue::overdue(voice, items, *total, units, nobody),
        Notice::Undelivered(report) => undelivered::undelivered(voice, report),
        Notice::UndeliveredAlone => undelivered::alone(voice),
        Notice::Findings { on, at, findings } => findings::findings(voice, *on, *at, findings),
        Notice::Quota(answer) => quota::answer(voice, answer),
        Notice::Movement(answer) => movement::answer(voice, answer),
        Notice::Fault => help::fault(voice),
        Notice::Draft(answer) => draft::answer(voice, answer),
        Notice::Points(answer) => assignment::answer(voice, answer),
        Notice::Opinions(opinions) => opinion::opinions(voice, opinions),
        Notice::Evidence(answer) => evidence::answer(voice, answer),
        Notice::Queue(answer) => queue::answer(voice, answer),
        Notice::Answering(answer) => answering::answer(voice, answer),
        Notice::Session(answer) => session::answer(voice, answer),
        Notice::Dispute(answer) => dispute::answer(voice, answer),
        Notice::Mute(answer) => mute::answer(voice, answer),
        Notice::Dispatch(answer) => dispatch::answer(voice, answer),
        Notice::Item(answer) => item::answer(voice, answer),
        Notice::Group(answer) => group::answer(voice, answer),
        Notice::Promise(answer) => promise::answer(voice, answer),
        Notice::Publication(answer) => publication::answer(voice, answer),
        Notice::Poll(said) => poll::said(voice, said),
        Notice::Ask(answer) => asks::answer(voice, answer),
        Notice::Listing(answer) => listing::answer(voice, answer),
        Notice::Opening(answer) => opening::answer(voice, answer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn every_notice_has_its_words_in_every_language() {
        let campaign = sample::campaign();
        for language in Language::ALL {
            for notice in sample::notices() {
                let rendered = render(&campaign, language, &notice);
                let text = &rendered.text;
                let complaint = || format!("{language:?} {notice:?}: {text}");
                assert!(!text.trim().is_empty(), "{}", complaint());
                assert!(page::units(text) <= 4096, "{}", complaint());
                for leftover in ["No localization", "{", "}", "\u{2068}", "<b>", "\n\n\n"] {
                    assert!(!text.contains(leftover), "{leftover:?} in {}", complaint());
                }
                for button in rendered.keyboard.iter().flatten() {
                    assert!(!button.label.is_empty() && button.label.chars().count() <= 40);
                    assert!(button.data.len() <= 64, "{}", button.data);
                    assert!(Action::decode(&button.data).is_some(), "{}", button.data);
                }
                assert!(
                    rendered.keyboard.iter().all(|row| !row.is_empty()),
                    "{}",
                    complaint()
                );
            }
        }
    }

    #[test]
    fn names_from_tables_never_become_markup() {
        let mut who = sample::who();
        who.name = "<b>周</b>&\u{0}".to_owned();
        let campaign = sample::campaign();
        let text = render(
            &campaign,
            Language::En,
            &Notice::Linked {
                who,
                asked_at: None,
            },
        )
        .text;
        assert!(text.contains("&lt;b&gt;周&lt;/b&gt;&amp;, "), "{text}");
    }
}
