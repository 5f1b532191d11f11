//! What is asked and answered when something is said twice, or is to be changed.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, entry};
use crate::domain::amount::Amount;
use crate::domain::correction::{Answer, Parts};
use crate::domain::ids::UpdateId;

use super::amount::{amount, entry as said};
use super::date::date;
use super::offer::examples;
use super::page::{Page, button, plain};
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Same {
            duty,
            parts,
            update,
            asked,
        } => held(voice, duty, parts)
            .line(fl!(words, "same-asked"))
            .buttons(vec![
                show(fl!(words, "button-same"), *update),
                button(
                    fl!(words, "button-again"),
                    &Action::Entry(entry::Action::Again { asked: *asked }),
                ),
            ])
            .done(),
        Answer::ToWhat {
            duty,
            parts,
            update,
        } => held(voice, duty, parts)
            .line(fl!(words, "change-asked", example = example(voice, duty)))
            .buttons(offers(voice, duty, *update))
            .buttons(vec![show(fl!(words, "button-keep"), *update)])
            .done(),
        Answer::Unclear { duty } => plain(fl!(
            words,
            "change-unclear",
            examples = examples(voice, duty).join(&fl!(words, "separator"))
        )),
        Answer::NothingRecent => plain(fl!(words, "change-nothing-recent")),
        Answer::NotHisOwn => plain(fl!(words, "change-not-own")),
        Answer::TurnedDown => plain(fl!(words, "change-turned-down")),
    }
}

/// "3月3日 周一 已记半天（4学时）", a line a day.
fn held(voice: &Voice<'_>, duty: &str, parts: &Parts) -> Page {
    let words = voice.words;
    let mut lines = parts.iter().map(|(on, amount)| {
        let amount = if *amount > Amount::ZERO {
            said(voice, duty, *amount)
        } else {
            fl!(words, "recorded-none")
        };
        fl!(
            words,
            "held-of-day",
            date = date(voice, *on),
            amount = amount
        )
    });
    let first = lines.next().unwrap_or_default();
    Page::new(first).list(lines, parts.len().saturating_sub(1), |left| {
        fl!(words, "more-lines", n = left)
    })
}

fn show(label: String, update: UpdateId) -> Button {
    button(label, &Action::Entry(entry::Action::Show { update }))
}

/// The duty's offered amounts, of what is to be changed.
fn offers(voice: &Voice<'_>, duty: &str, update: UpdateId) -> Vec<Button> {
    let duty = voice.campaign.duty(duty);
    let offers = duty.map_or(&[][..], |duty| &duty.offers);
    offers
        .iter()
        .map(|offer| {
            let action = entry::Action::Become {
                update,
                amount: offer.amount,
                measure: offer.measure,
            };
            let label = amount(voice, offer.amount, offer.measure);
            button(label, &Action::Entry(action))
        })
        .collect()
}

/// An amount that one could write: the last that is offered, which is the most exact.
fn example(voice: &Voice<'_>, duty: &str) -> String {
    examples(voice, duty).pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::domain::reply;
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Correction(answer))
    }

    fn keyboard(rendered: &Rendered) -> Vec<Vec<(&str, &str)>> {
        rendered
            .keyboard
            .iter()
            .map(|row| {
                row.iter()
                    .map(|button| (button.label.as_str(), button.data.as_str()))
                    .collect()
            })
            .collect()
    }

    fn parts() -> Parts {
        vec![(sample::day(2014, 3, 3), Amount::whole(4))]
    }

    #[test]
    fn what_is_said_twice_is_asked_about_with_what_stands() {
        let same = |parts| Answer::Same {
            duty: "study".to_owned(),
            parts,
            update: UpdateId(9),
            asked: UpdateId(12),
        };
        let rendered = say(Language::ZhCn, same(parts()));
        assert_eq!(rendered.text, "3月3日 周一 已记半天（4学时）\n是同一次吗？");
        assert_eq!(
            keyboard(&rendered),
            [[("是同一次", "e:s:9"), ("再记一次", "e:a:12")]]
        );
        let mut two = vec![(sample::day(2014, 2, 28), Amount::whole(4))];
        two.push((sample::day(2014, 3, 3), Amount::whole(8)));
        assert_eq!(
            say(Language::ZhCn, same(two)).text,
            "2月28日 周五 已记半天（4学时）\n3月3日 周一 已记1天（8学时）\n是同一次吗？"
        );
    }

    #[test]
    fn the_new_amount_is_asked_for_with_the_offers_or_in_words() {
        let to_what = |duty: &str, parts| Answer::ToWhat {
            duty: duty.to_owned(),
            parts,
            update: UpdateId(9),
        };
        let rendered = say(Language::ZhCn, to_what("study", parts()));
        assert_eq!(
            rendered.text,
            "3月3日 周一 已记半天（4学时）\n改成多少？也可以直接写，如“2学时”。"
        );
        assert_eq!(
            keyboard(&rendered),
            [
                vec![
                    ("半天", "e:b:9:500:d"),
                    ("1天", "e:b:9:1000:d"),
                    ("2学时", "e:b:9:2000:c")
                ],
                vec![("不改", "e:s:9")],
            ]
        );
        let none = vec![(sample::day(2014, 3, 3), Amount::ZERO)];
        assert_eq!(
            say(Language::ZhCn, to_what("households", none)).text,
            "3月3日 周一 已记没有\n改成多少？也可以直接写，如“1户”。"
        );
    }

    #[test]
    fn refusals_say_what_to_do() {
        let study = || "study".to_owned();
        for (answer, text) in [
            (
                Answer::Unclear { duty: study() },
                "没看懂改成多少。请这样写：\n半天、1天、2学时。",
            ),
            (
                Answer::NothingRecent,
                "刚才没有记过什么，没有改动。\n要改以前的，请点那条消息的“改”。",
            ),
            (
                Answer::NotHisOwn,
                "这是联络员替您记的，没有改动。\n如果不对，请联系联络员。",
            ),
            (
                Answer::TurnedDown,
                "联络员已退回这一条，没有改动。\n请重新写来，或联系联络员。",
            ),
        ] {
            assert_eq!(say(Language::ZhCn, answer).text, text);
        }
    }

    /// What a question shows as right must be understood when somebody sends just that.
    #[test]
    fn every_example_is_itself_an_amount() {
        let campaign = sample::campaign();
        for language in Language::ALL {
            let voice = Voice::new(&campaign, language);
            for duty in ["study", "households"] {
                let example = example(&voice, duty);
                let read = reply::read(&example, sample::day(2014, 3, 3));
                assert!(
                    matches!(read, reply::Reading::Amount { .. }),
                    "{language:?} {example}: {read:?}"
                );
            }
        }
    }
}
