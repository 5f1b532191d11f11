//! What is said of quiet hours of one's own.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, PacePress};
use crate::domain::amount::Amount;
use crate::domain::quiet::{Answer, Instead, Quiet, Refusal};

use super::date::time;
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Question { all, own, choices } => {
            let page = Page::new(fl!(
                words,
                "quiet-all",
                from = time(all.from),
                to = time(all.to)
            ));
            let page = match own {
                Some(own) => page.line(fl!(
                    words,
                    "quiet-own",
                    from = time(own.from),
                    to = time(own.to)
                )),
                None => page,
            };
            let example = example(choices.last().copied());
            let page = page
                .line(fl!(words, "quiet-how-to", example = example))
                .buttons(choices.iter().map(|own| choice(*own)).collect());
            if own.is_some() {
                page.buttons(vec![default(voice)]).done()
            } else {
                page.done()
            }
        }
        Answer::Kept { own, instead } => {
            let page = Page::new(fl!(
                words,
                "quiet-kept",
                from = time(own.from),
                to = time(own.to)
            ));
            page.line(match instead {
                None => fl!(words, "quiet-answers"),
                Some(Instead {
                    at,
                    another_day: false,
                }) => fl!(words, "quiet-instead", time = time(*at)),
                Some(Instead {
                    at,
                    another_day: true,
                }) => fl!(words, "quiet-instead-next", time = time(*at)),
            })
            .buttons(vec![default(voice)])
            .done()
        }
        Answer::Reset { all } => plain(fl!(
            words,
            "quiet-reset",
            from = time(all.from),
            to = time(all.to)
        )),
        Answer::Refused {
            why,
            all,
            example: one,
        } => {
            let example = example(*one);
            plain(match why {
                Refusal::Unclear => fl!(words, "quiet-unclear", example = example),
                Refusal::TooLong { most, .. } => {
                    let most = Amount(i64::from(*most) * 1000 / 60).to_string();
                    fl!(words, "quiet-too-long", most = most, example = example)
                }
                Refusal::Within => fl!(
                    words,
                    "quiet-within",
                    from = time(all.from),
                    to = time(all.to),
                    example = example
                ),
            })
        }
    }
}

fn choice(own: Quiet) -> Button {
    button(hours(own), &Action::Pace(PacePress::Quiet { own }))
}

fn default(voice: &Voice<'_>) -> Button {
    let press = Action::Pace(PacePress::QuietDefault);
    button(fl!(voice.words, "button-quiet-default"), &press)
}

fn hours(quiet: Quiet) -> String {
    format!("{}-{}", time(quiet.from), time(quiet.to))
}

/// What one could write.
fn example(choice: Option<Quiet>) -> String {
    let hours = choice.map_or_else(|| "20:00-08:30".to_owned(), hours);
    format!("/quiet {hours}")
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::domain::quiet::{Heard, choices, heard, settle};
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Quiet(answer))
    }

    fn quiet(from: &str, to: &str) -> Quiet {
        Quiet {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        }
    }

    #[test]
    fn what_holds_is_said_first_and_more_is_offered() {
        let limits = sample::campaign().limits;
        let question = |own| Answer::Question {
            all: limits.quiet(),
            own,
            choices: choices(&limits),
        };
        let rendered = say(Language::ZhCn, question(None));
        assert_eq!(
            rendered.text,
            "免打扰 21:00至07:30，人人一样\n要更长请点下面，或写来，如\n“/quiet 20:00-08:30”。"
        );
        let labels = |rendered: &Rendered| -> Vec<String> {
            let buttons = rendered.keyboard.iter().flatten();
            buttons.map(|button| button.label.clone()).collect()
        };
        assert_eq!(
            labels(&rendered),
            ["20:00-07:30", "21:00-08:30", "20:00-08:30"]
        );
        let own = Some(quiet("20:00:00", "08:30:00"));
        let rendered = say(Language::ZhCn, question(own));
        assert!(rendered.text.contains("\n您自己的 20:00至08:30\n"));
        assert_eq!(labels(&rendered)[3], "恢复默认");
    }

    #[test]
    fn when_the_reminder_comes_instead_is_said() {
        let own = quiet("17:00:00", "08:00:00");
        let at = |another_day| {
            Some(Instead {
                at: own.to,
                another_day,
            })
        };
        for (instead, text) in [
            (None, "您发来的照常回答。"),
            (at(false), "这段时间的提醒改在08:00发。"),
            (at(true), "这段时间的提醒改在下个工作日08:00发。"),
        ] {
            let rendered = say(Language::ZhCn, Answer::Kept { own, instead });
            assert_eq!(rendered.text, format!("✓ 免打扰 17:00至08:00\n{text}"));
        }
    }

    /// What an answer shows as right must be understood, and kept, when somebody sends just that.
    #[test]
    fn every_example_would_be_kept() {
        let limits = sample::campaign().limits;
        let refusals = [
            Refusal::Unclear,
            Refusal::TooLong {
                minutes: 900,
                most: 840,
            },
            Refusal::Within,
        ];
        for language in Language::ALL {
            for why in refusals {
                let (all, example) = (limits.quiet(), choices(&limits).pop());
                let text = say(language, Answer::Refused { why, all, example }).text;
                let behind = text.split("/quiet ").nth(1).unwrap();
                let hours: String = behind.chars().take("20:00-08:30".len()).collect();
                let Heard::Hours(own) = heard(&hours) else {
                    panic!("{language:?}: {text}");
                };
                assert_eq!(settle(own, &limits), Ok(own), "{language:?}: {text}");
            }
        }
        let long = say(
            Language::ZhCn,
            Answer::Refused {
                why: refusals[1],
                all: limits.quiet(),
                example: None,
            },
        );
        assert_eq!(
            long.text,
            "免打扰一天最多14小时，没有改动。\n请写短些，如“/quiet 20:00-08:30”。"
        );
    }
}
