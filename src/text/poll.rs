//! The polls by which members review an item, and what they come to.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::campaign::Campaign;
use crate::domain::language::Language;
use crate::domain::poll::{Counts, Outcome, Said, Told};

use super::Rendered;
use super::date::date;
use super::items::no;
use super::page::{Page, escaped, label, shown};
use super::person;
use super::words::Voice;

/// What of an item's content is in a question, in characters: with its words well under Telegram's 300.
const IN_QUESTION: usize = 90;

/// What of it is shown with a result, in characters.
const SHORT: usize = 40;

/// The longest number of an item that is shown, in characters.
const LONGEST_NO: usize = 12;

/// A poll, ready to be sent: plain text, no HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// At most 300 UTF-16 units.
    pub question: String,
    /// At most 100 UTF-16 units each.
    pub options: Vec<String>,
}

/// Puts a poll into words.
pub fn ballot(campaign: &Campaign, language: Language, said: &Said) -> Ballot {
    let voice = &Voice::new(campaign, language);
    let words = voice.words;
    let question = match said {
        Said::Ballot { no, content, until } => fl!(
            words,
            "poll-question",
            no = label(no, LONGEST_NO),
            content = label(content, IN_QUESTION),
            date = date(voice, *until)
        ),
        Said::Result { no, .. } => label(no, LONGEST_NO),
    };
    Ballot {
        question,
        options: vec![
            fl!(words, "poll-satisfied"),
            fl!(words, "poll-mostly"),
            fl!(words, "poll-unsatisfied"),
        ],
    }
}

pub(super) fn said(voice: &Voice<'_>, said: &Said) -> Rendered {
    let words = voice.words;
    match said {
        Said::Ballot { .. } => {
            let ballot = ballot(voice.campaign, voice.language, said);
            let page = Page::new(escaped(&ballot.question));
            let options = ballot.options.iter();
            options.fold(page, Page::line).done()
        }
        Said::Result {
            no: number,
            content,
            counts,
            outcome,
            least_voters,
            make_up,
        } => {
            let page = Page::new(headline(voice, number, *outcome)).line(shown(content, SHORT));
            if *outcome == Outcome::Void {
                return page
                    .line(fl!(
                        words,
                        "poll-few",
                        voters = counts.voters,
                        least = (*least_voters).max(1)
                    ))
                    .line(fl!(words, "poll-to-office"))
                    .done();
            }
            let page = page.line(figures(voice, *counts));
            match make_up {
                Some((number, on)) => page.line(made_up(voice, number, *on)).done(),
                None => page.done(),
            }
        }
    }
}

/// Two lines of a digest: what it is, and what follows.
pub(super) fn told(voice: &Voice<'_>, told: &Told) -> (String, String) {
    let words = voice.words;
    match told {
        Told::Decided {
            no: number,
            content,
            counts,
            passed,
            make_up,
        } => {
            let outcome = if *passed {
                Outcome::Passed
            } else {
                Outcome::Failed
            };
            let first = headline(voice, number, outcome);
            let figures = figures(voice, *counts);
            let mut second = format!("{}\n   {figures}", shown(content, SHORT));
            if let Some((number, on)) = make_up {
                second.push_str("\n   ");
                second.push_str(&made_up(voice, number, *on));
            }
            (first, second)
        }
        Told::Void {
            unit,
            items,
            total,
            voters,
        } => {
            let numbers: Vec<String> = items.iter().map(|number| no(number)).collect();
            let numbers = numbers.join(" ");
            let total = *total;
            let items = if total > items.len() {
                fl!(words, "poll-several", list = numbers, n = total)
            } else {
                numbers
            };
            let why = match voters {
                Some(voters) => fl!(words, "poll-few-told", voters = voters.to_owned()),
                None => fl!(words, "poll-no-group"),
            };
            (
                fl!(
                    words,
                    "poll-void-of",
                    unit = person::unit(unit),
                    items = items
                ),
                fl!(words, "poll-void-why", why = why),
            )
        }
    }
}

fn headline(voice: &Voice<'_>, number: &str, outcome: Outcome) -> String {
    let (words, number) = (voice.words, no(number));
    match outcome {
        Outcome::Passed => fl!(words, "poll-passed", no = number),
        Outcome::Failed => fl!(words, "poll-failed", no = number),
        Outcome::Void => fl!(words, "poll-void", no = number),
    }
}

fn figures(voice: &Voice<'_>, counts: Counts) -> String {
    fl!(
        voice.words,
        "poll-counts",
        satisfied = counts.satisfied,
        voters = counts.voters,
        share = counts.share()
    )
}

fn made_up(voice: &Voice<'_>, number: &str, on: NaiveDate) -> String {
    fl!(
        voice.words,
        "poll-make-up",
        no = no(number),
        date = date(voice, on)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn result(outcome: Outcome, satisfied: u32, voters: u32, make_up: bool) -> Said {
        Said::Result {
            no: "C1".to_owned(),
            content: "修好<路灯>".to_owned(),
            counts: Counts { satisfied, voters },
            outcome,
            least_voters: 5,
            make_up: make_up.then(|| ("M1".to_owned(), sample::day(2014, 7, 14))),
        }
    }

    #[test]
    fn a_question_and_its_three_options_are_plain_and_within_telegrams_limits() {
        let said = Said::Ballot {
            no: "C1".to_owned(),
            content: "为<新光村>修好路灯".to_owned(),
            until: sample::day(2014, 7, 3),
        };
        let asked = ballot(&sample::campaign(), Language::ZhCn, &said);
        assert_eq!(
            asked.question,
            "请评议C1号：为<新光村>修好路灯（7月3日 周四止）"
        );
        assert_eq!(asked.options, ["满意", "基本满意", "不满意"]);
        let long = Said::Ballot {
            no: "𠮷".repeat(40),
            content: "𠮷".repeat(400),
            until: sample::day(2014, 7, 3),
        };
        for language in Language::ALL {
            let asked = ballot(&sample::campaign(), language, &long);
            assert!(asked.question.encode_utf16().count() <= 300, "{language:?}");
            let fits = |option: &String| option.encode_utf16().count() <= 100;
            assert!(asked.options.iter().all(fits));
        }
    }

    #[test]
    fn the_result_counts_and_names_nobody() {
        for (said, text) in [
            (
                result(Outcome::Passed, 10, 11, false),
                "✓ C1号评议通过\n修好&lt;路灯&gt;\n满意和基本满意 10/11人，90%",
            ),
            (
                result(Outcome::Failed, 2, 11, true),
                "C1号评议没有通过\n修好&lt;路灯&gt;\n满意和基本满意 2/11人，18%\n补课 M1号，时限 7月14日 周一",
            ),
            (
                result(Outcome::Void, 1, 2, false),
                "C1号评议没有结果\n修好&lt;路灯&gt;\n投票2人，至少要5人。\n改由活动办审核。",
            ),
        ] {
            let notice = Notice::Poll(said);
            assert_eq!(
                render(&sample::campaign(), Language::ZhCn, &notice).text,
                text
            );
        }
    }

    #[test]
    fn the_office_hears_what_is_its_turn() {
        let campaign = sample::campaign();
        let voice = Voice::new(&campaign, Language::ZhCn);
        let void = |voters, total| Told::Void {
            unit: "汪清县/春阳镇".to_owned(),
            items: vec!["C1".to_owned(), "C2".to_owned()],
            total,
            voters,
        };
        assert_eq!(
            told(&voice, &void(None, 9)),
            (
                "汪清县春阳镇 评议没有结果：C1 C2等9项".to_owned(),
                "没有绑定群，无处投票，请您审核。".to_owned()
            )
        );
        assert_eq!(
            told(&voice, &void(Some(2), 2)),
            (
                "汪清县春阳镇 评议没有结果：C1 C2".to_owned(),
                "投票只有2人，请您审核。".to_owned()
            )
        );
    }
}
