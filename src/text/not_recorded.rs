//! Answers to what could not be recorded: what was wrong, and what would be right.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::amount::{Amount, Measure};
use crate::domain::notice::NotRecorded;

use super::amount::amount;
use super::date::{date, date_with_year};
use super::offer::{examples, nothing, offers, other};
use super::page::{Page, plain};
use super::words::Voice;
use super::{Button, Rendered};

/// `on` is today: an amount that could not be read is asked for again with the prompt's buttons.
pub(super) fn answer(voice: &Voice<'_>, duty: &str, on: NaiveDate, why: &NotRecorded) -> Rendered {
    let words = voice.words;
    match why {
        NotRecorded::Unclear => {
            let mut choices = offers(voice, duty, on);
            choices.push(other(voice, duty, on));
            Page::new(unclear(voice, duty))
                .buttons(choices)
                .buttons(no(voice, duty, on))
                .done()
        }
        NotRecorded::HowTo => Page::new(how_to(voice, duty))
            .buttons(offers(voice, duty, on))
            .buttons(no(voice, duty, on))
            .done(),
        NotRecorded::Future { on } => {
            let example = yesterday(voice, example(voice, duty));
            plain(fl!(
                words,
                "future",
                date = date(voice, *on),
                example = example
            ))
        }
        NotRecorded::DayFull { on, most, held } => plain(day_full(voice, duty, *on, *most, *held)),
        NotRecorded::HeldAlready { on, held } => {
            let held = amount(voice, *held, voice.measure(duty));
            plain(fl!(
                words,
                "held-already",
                date = date(voice, *on),
                held = held
            ))
        }
        NotRecorded::OutsideCampaign { on, start, end } => plain(fl!(
            words,
            "outside-campaign",
            date = date_with_year(voice, *on),
            start = date_with_year(voice, *start),
            end = date_with_year(voice, *end)
        )),
    }
}

/// "今天没学", of a duty that is asked about; others are not answered with nothing.
fn no(voice: &Voice<'_>, duty: &str, on: NaiveDate) -> Vec<Button> {
    let asked = voice
        .campaign
        .duty(duty)
        .is_some_and(|duty| duty.slot.is_some());
    if asked {
        vec![nothing(voice, duty, on)]
    } else {
        Vec::new()
    }
}

fn unclear(voice: &Voice<'_>, duty: &str) -> String {
    if voice.is_study(duty) {
        fl!(voice.words, "unclear-study")
    } else {
        fl!(voice.words, "unclear-duty", examples = listed(voice, duty))
    }
}

fn how_to(voice: &Voice<'_>, duty: &str) -> String {
    if voice.is_study(duty) {
        fl!(voice.words, "how-to-study")
    } else {
        fl!(voice.words, "how-to-duty", examples = listed(voice, duty))
    }
}

fn day_full(voice: &Voice<'_>, duty: &str, on: NaiveDate, most: Amount, held: Amount) -> String {
    let words = voice.words;
    let measure = voice.measure(duty);
    let day = date(voice, on);
    let said = |n: Amount| amount(voice, n, measure);
    let example = yesterday(voice, said(half(most, measure)));
    if held <= Amount::ZERO {
        fl!(
            words,
            "day-full-empty",
            most = said(most),
            example = example
        )
    } else if held >= most {
        fl!(
            words,
            "day-full-already",
            most = said(most),
            date = day,
            example = example
        )
    } else {
        let rest = said(held.missing_to(most));
        let (most, held) = (said(most), said(held));
        fl!(
            words,
            "day-full",
            most = most,
            date = day,
            held = held,
            rest = rest,
            example = example
        )
    }
}

/// An amount that a day can surely hold: half of the most, in whole numbers where the measure has no halves.
fn half(most: Amount, measure: Measure) -> Amount {
    let half = most.scaled(1, 2);
    match measure {
        Measure::Days => half,
        Measure::ClassHours | Measure::Times | Measure::Households | Measure::Topics => {
            Amount::whole((half.0 / 1000).max(1))
        }
    }
}

fn yesterday(voice: &Voice<'_>, amount: String) -> String {
    fl!(voice.words, "example-yesterday", amount = amount)
}

fn example(voice: &Voice<'_>, duty: &str) -> String {
    examples(voice, duty).into_iter().next().unwrap_or_default()
}

fn listed(voice: &Voice<'_>, duty: &str) -> String {
    examples(voice, duty).join(&fl!(voice.words, "separator"))
}

#[cfg(test)]
mod tests {
    use crate::domain::amount::Amount;
    use crate::domain::language::Language;
    use crate::domain::notice::{NotRecorded, Notice};
    use crate::domain::reply::{self, Reading};
    use crate::text::offer::examples;
    use crate::text::words::Voice;
    use crate::text::{Rendered, render, sample};

    fn answer(language: Language, duty: &str, why: NotRecorded) -> Rendered {
        let on = sample::day(2014, 3, 3);
        render(
            &sample::campaign(),
            language,
            &Notice::NotRecorded {
                duty: duty.to_owned(),
                on,
                why,
            },
        )
    }

    #[test]
    fn what_could_not_be_read_is_asked_for_again_with_the_buttons() {
        for (language, text) in [
            (
                Language::ZhCn,
                "没看懂学了多少。请这样写：\n半天、2学时、昨天1天。",
            ),
            (
                Language::ZhTw,
                "沒看懂學了多少。請這樣寫：\n半天、2學時、昨天1天。",
            ),
            (
                Language::En,
                "I could not read how much you studied.\n\
                 Please write: half a day, 2 class hours, 1 day yesterday.",
            ),
            (
                Language::Ko,
                "얼마나 학습하셨는지 알아보지 못했습니다.\n\
                 이렇게 보내 주십시오: 반일, 2학시, 어제 하루",
            ),
        ] {
            let rendered = answer(language, "study", NotRecorded::Unclear);
            assert_eq!(rendered.text, text);
            let data: Vec<_> = rendered
                .keyboard
                .iter()
                .flatten()
                .map(|b| b.data.as_str())
                .collect();
            assert_eq!(
                data,
                [
                    "r:study:20140303:500:d",
                    "r:study:20140303:1000:d",
                    "r:study:20140303:2000:c",
                    "o:study:20140303",
                    "n:study:20140303",
                ]
            );
        }
    }

    #[test]
    fn other_duties_are_asked_for_in_their_own_measure() {
        let rendered = answer(Language::ZhCn, "households", NotRecorded::Unclear);
        assert_eq!(rendered.text, "没看懂完成了多少。请这样写：\n1户。");
    }

    #[test]
    fn a_day_too_full_says_what_it_can_still_hold() {
        for (held, text) in [
            (
                4,
                "一天最多记8学时，\n3月3日 周一 已记4学时，还可记4学时。\n\
                 请改成实际数，或分日期写，\n如“昨天4学时”。",
            ),
            (
                0,
                "一天最多记8学时，这次没有记。\n请改成实际数，或分日期写，\n如“昨天4学时”。",
            ),
            (
                8,
                "一天最多记8学时，3月3日 周一 已记满。\n如果是别的日子，请写明，\n如“昨天4学时”。\n\
                 要更正那天，请点那条消息的“改”。",
            ),
        ] {
            let why = NotRecorded::DayFull {
                on: sample::day(2014, 3, 3),
                most: Amount::whole(8),
                held: Amount::whole(held),
            };
            assert_eq!(answer(Language::ZhCn, "study", why).text, text);
        }
    }

    #[test]
    fn days_outside_the_campaign_are_answered_with_those_within() {
        let on = sample::day(2013, 12, 31);
        let outside = NotRecorded::OutsideCampaign {
            on,
            start: sample::day(2014, 1, 20),
            end: sample::day(2014, 9, 30),
        };
        assert_eq!(
            answer(Language::En, "study", outside).text,
            "Tue 31 December 2013 lies outside the campaign, so nothing was recorded.\n\
             It runs from Mon 20 January 2014 to Tue 30 September 2014.\n\
             Please name a day within it."
        );
    }

    /// What an answer shows as right must be understood when somebody sends just that.
    #[test]
    fn every_example_is_itself_an_answer_that_can_be_read() {
        let (today, yesterday) = (sample::day(2014, 3, 3), sample::day(2014, 3, 2));
        let campaign = sample::campaign();
        for language in Language::ALL {
            let voice = Voice::new(&campaign, language);
            let how_to = answer(language, "study", NotRecorded::HowTo).text;
            let mut said: Vec<(String, _)> = how_to
                .lines()
                .skip(1)
                .zip([today, today, yesterday])
                .map(|(line, on)| (line.to_owned(), on))
                .collect();
            assert_eq!(said.len(), 3, "{how_to}");
            let half = super::yesterday(&voice, super::example(&voice, "study"));
            said.extend(
                examples(&voice, "study")
                    .into_iter()
                    .map(|example| (example, today)),
            );
            said.extend([(half, yesterday)]);
            for (example, day) in said {
                match reply::read(&example, today) {
                    Reading::Amount { on, .. } => assert_eq!(on, day, "{example}"),
                    other => panic!("{language:?} {example:?}: {other:?}"),
                }
            }
        }
    }
}
