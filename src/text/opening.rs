//! A new item: what is asked of it, its preview, and that it is in the ledger.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Choice, Listing, Within};
use crate::domain::deadline::Deadline;
use crate::domain::item::draft::{Answer, Ask, Draft, Offer, Trouble, Whom};
use crate::domain::news::News;
use crate::domain::notice::Who;

use super::date::{date, written};
use super::page::{Page, button, label, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered};

/// What of the content is shown, in characters: all that is kept.
const LONGEST: usize = 300;

/// What somebody wrote, where it is said again, in characters.
const LONGEST_SAID: usize = 16;

/// The longest name on a button, in characters.
const LONGEST_NAME: usize = 12;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Ask {
            ask,
            draft,
            trouble,
            offers,
            today,
        } => {
            let example = written(voice, month_on(*today));
            let question = question(voice, *ask, &example);
            let mut page = match trouble {
                Some(trouble) => Page::new(said_wrong(voice, trouble, &example)).line(question),
                None => Page::new(question),
            };
            let known = known(voice, draft);
            if !known.is_empty() {
                page = page.gap();
                for line in known {
                    page = page.line(line);
                }
            }
            page.buttons(choices(voice, *ask, draft, offers))
                .buttons(vec![new(
                    fl!(words, "opening-button-give-up"),
                    draft,
                    Choice::GiveUp,
                )])
                .done()
        }
        Answer::Preview { draft } => {
            let mut page = Page::new(fl!(words, "opening-preview"));
            for line in known(voice, draft) {
                page = page.line(line);
            }
            if draft.responsible == Whom::Nobody {
                page = page.line(fl!(words, "opening-nobody"));
            }
            let mut buttons = vec![new(fl!(words, "opening-button-open"), draft, Choice::Open)];
            if draft.lead == Whom::Unasked {
                let lead = fl!(words, "opening-button-lead");
                buttons.push(new(lead, draft, Choice::AskLead));
            }
            buttons.push(new(
                fl!(words, "opening-button-give-up"),
                draft,
                Choice::GiveUp,
            ));
            page.buttons(buttons).done()
        }
        Answer::Opened { draft, no, told } => {
            let no = shown(no, LONGEST_NAME);
            let mut page = Page::new(fl!(words, "opening-opened", no = no.as_str()));
            for line in known(voice, draft) {
                page = page.line(line);
            }
            if draft.responsible == Whom::Nobody {
                page = page.line(fl!(words, "opening-nobody"));
            }
            if *told > 0 {
                page = page.line(fl!(words, "opening-told", n = told));
            }
            page.line(fl!(words, "opening-see", no = no.as_str()))
                .done()
        }
        Answer::GivenUp => plain(fl!(words, "opening-given-up")),
        Answer::Over => plain(fl!(words, "opening-over")),
        Answer::NotYours => plain(fl!(words, "opening-not-yours")),
        Answer::Exempt => plain(fl!(words, "opening-exempt")),
    }
}

/// A month from then: a day that can be written.
fn month_on(today: chrono::NaiveDate) -> chrono::NaiveDate {
    today
        .checked_add_months(chrono::Months::new(1))
        .unwrap_or(today)
}

fn question(voice: &Voice<'_>, ask: Ask, example: &str) -> String {
    let words = voice.words;
    match ask {
        Ask::Kind => fl!(words, "opening-ask-kind"),
        Ask::Unit => fl!(words, "opening-ask-unit"),
        Ask::Content => fl!(words, "opening-ask-content"),
        Ask::Deadline => fl!(words, "opening-ask-deadline", example = example),
        Ask::Responsible => fl!(words, "opening-ask-responsible"),
        Ask::Lead => fl!(words, "opening-ask-lead"),
    }
}

fn said_wrong(voice: &Voice<'_>, trouble: &Trouble, example: &str) -> String {
    let words = voice.words;
    let said = |text: &str| shown(text, LONGEST_SAID);
    match trouble {
        Trouble::NoSuchKind => fl!(words, "opening-no-such-kind"),
        Trouble::NoSuchUnit { words: unit } => {
            fl!(words, "opening-no-such-unit", name = said(unit))
        }
        Trouble::Units { words: unit } => fl!(words, "opening-units", name = said(unit)),
        Trouble::Nobody { name } => fl!(words, "opening-no-such-person", name = said(name)),
        Trouble::Several { name } => fl!(words, "opening-several", name = said(name)),
        Trouble::NoDeadline => fl!(words, "opening-no-deadline", example = example),
        Trouble::Past { on } => fl!(words, "opening-past", date = date(voice, *on)),
        Trouble::TooLong { most } => fl!(words, "opening-too-long", most = most),
    }
}

/// What is known already, a line each.
fn known(voice: &Voice<'_>, draft: &Draft) -> Vec<String> {
    let words = voice.words;
    let mut lines = Vec::new();
    if !draft.content.is_empty() {
        let content = shown(&draft.content, LONGEST);
        lines.push(match voice.campaign.kind(&draft.kind) {
            Some(kind) => {
                let kind = shown(kind.name.get(voice.language), LONGEST_NAME);
                fl!(words, "opening-content", kind = kind, content = content)
            }
            None => content,
        });
    }
    if let Some((_, path)) = &draft.unit {
        lines.push(fl!(words, "opening-unit", unit = person::unit(path)));
    }
    lines.extend(limit(voice, draft.deadline));
    for (whom, lead) in [(&draft.responsible, false), (&draft.lead, true)] {
        let Whom::One { name, .. } = whom else {
            continue;
        };
        let name = person::name(name);
        lines.push(if lead {
            fl!(words, "opening-lead", name = name)
        } else {
            fl!(words, "opening-responsible", name = name)
        });
    }
    lines
}

fn choices(voice: &Voice<'_>, ask: Ask, draft: &Draft, offers: &[Offer]) -> Vec<Button> {
    let words = voice.words;
    if ask == Ask::Deadline {
        let all = Within::ALL.map(|within| {
            let label = match within {
                Within::Week => fl!(words, "opening-button-week"),
                Within::TwoWeeks => fl!(words, "opening-button-two-weeks"),
                Within::Month => fl!(words, "opening-button-month"),
                Within::AtOnce => fl!(words, "deadline-immediate"),
                Within::Ongoing => fl!(words, "deadline-ongoing"),
            };
            new(label, draft, Choice::Within(within))
        });
        return all.to_vec();
    }
    let labelled = offers.iter().map(|offer| {
        let name = match offer {
            Offer::Kind { place } => {
                let kind = voice.campaign.kinds.get(*place);
                kind.map_or_else(
                    || (place + 1).to_string(),
                    |kind| label(kind.name.get(voice.language), LONGEST_NAME),
                )
            }
            Offer::Unit { path, .. } => last_of(path),
            Offer::Person { himself: true, .. } => fl!(words, "opening-button-myself"),
            Offer::Person { who, .. } if same_name(offers, &who.name) => {
                format!(
                    "{} {}",
                    label(&who.name, LONGEST_NAME),
                    told_apart(offers, who)
                )
            }
            Offer::Person { who, .. } => label(&who.name, LONGEST_NAME),
            Offer::Nobody if ask == Ask::Lead => fl!(words, "opening-button-no-lead"),
            Offer::Nobody => fl!(words, "opening-button-nobody"),
        };
        new(name, draft, ask.choice(offer))
    });
    labelled.collect()
}

/// In a digest: "R1号 路灯不亮 时限 6月30日 周一", and below it whose word it is.
pub(super) fn news(voice: &Voice<'_>, news: &News) -> (String, String) {
    let News::Assigned {
        no,
        content,
        deadline,
        by,
        lead,
    } = news
    else {
        return (String::new(), String::new());
    };
    let words = voice.words;
    let no = fl!(words, "item-no", no = shown(no, LONGEST_NAME));
    let line = [
        Some(no),
        Some(shown(content, LONGEST_SAID)),
        limit(voice, *deadline),
    ];
    let line: Vec<String> = line.into_iter().flatten().collect();
    let by = person::name(by);
    let below = if *lead {
        fl!(words, "opening-news-lead", by = by)
    } else {
        fl!(words, "opening-news", by = by)
    };
    (line.join(" "), below)
}

fn limit(voice: &Voice<'_>, deadline: Option<Deadline>) -> Option<String> {
    let words = voice.words;
    Some(match deadline? {
        Deadline::On(day) => fl!(words, "deadline", date = date(voice, day)),
        Deadline::Immediate => fl!(words, "deadline-immediate"),
        Deadline::Ongoing => fl!(words, "deadline-ongoing"),
    })
}

fn last_of(path: &str) -> String {
    let own = path.rsplit('/').next().unwrap_or_default();
    label(own, LONGEST_NAME)
}

/// Whether several of those offered are called so.
fn same_name(offers: &[Offer], name: &str) -> bool {
    let same = |offer: &&Offer| matches!(offer, Offer::Person { who, .. } if who.name == name);
    offers.iter().filter(same).count() > 1
}

/// What tells somebody apart from those of his name: his unit, or within it his post.
fn told_apart(offers: &[Offer], who: &Who) -> String {
    let same = |offer: &&Offer| {
        matches!(offer, Offer::Person { who: other, .. }
            if other.name == who.name && other.unit == who.unit)
    };
    if offers.iter().filter(same).count() > 1 {
        label(&who.post, LONGEST_NAME)
    } else {
        last_of(&who.unit)
    }
}

fn new(label: String, draft: &Draft, choice: Choice) -> Button {
    let stamp = draft.stamp;
    button(label, &Action::Listing(Listing::New { stamp, choice }))
}

#[cfg(test)]
mod tests;
