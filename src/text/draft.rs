//! Recording step by step: which duty, how much, and what is asked besides.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::draft::Press;
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Ask, Label};
use crate::domain::draft::{Answer, Choice, Chosen, Facts, LONGEST, Question, Record, Trouble};
use crate::domain::entry::WaitsFor;
use crate::domain::ids::UpdateId;
use crate::domain::notice::{NotRecorded, Standing};

use super::amount::{amount, entry, progress, sum};
use super::date::date;
use super::page::{Page, button, label, plain, shown};
use super::person::{self, name, unit};
use super::recorded::not_counted;
use super::words::Voice;
use super::{Button, Rendered, not_recorded};

/// The longest name on a button, in characters.
const LONGEST_LABEL: usize = 20;

/// The longest words of somebody's own that are shown on a line, in characters.
const LONGEST_WORDS: usize = 60;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Duties { whom, standings } => duties(voice, whom.as_ref(), standings),
        Answer::HowMuch {
            whom,
            standing,
            on,
            late,
        } => how_much(voice, whom.as_ref(), standing, *on, *late),
        Answer::InWords { whom, duty, on } => {
            let how = not_recorded::answer(voice, duty, *on, &NotRecorded::HowTo);
            begun(voice, whom.as_ref(), how.text)
                .buttons(offers(voice, duty, *on, whom.as_ref()))
                .done()
        }
        Answer::Refused {
            whom,
            duty,
            on,
            why,
        } => {
            let said = not_recorded::answer(voice, duty, *on, why).text;
            let page = begun(voice, whom.as_ref(), said);
            match why {
                NotRecorded::Unclear => page.buttons(offers(voice, duty, *on, whom.as_ref())),
                _ => page,
            }
            .done()
        }
        Answer::Recorded(record) => recorded(voice, record),
        Answer::Withdrawn { whom, on, standing } => {
            let duty = voice.duty_name(&standing.duty);
            let said = fl!(
                words,
                "draft-withdrawn",
                date = date(voice, *on),
                duty = duty
            );
            let again = Action::Draft(Press::Duty {
                duty: standing.duty.clone(),
                whom: id(whom.as_ref()),
            });
            begun(voice, whom.as_ref(), said)
                .line(fl!(words, "total", sum = progress(voice, standing)))
                .buttons(vec![button(fl!(words, "button-draft-again"), &again)])
                .done()
        }
        Answer::Gone => plain(fl!(words, "draft-gone")),
        Answer::WhomWhat => plain(fl!(words, "proxy-what")),
        Answer::Whom {
            name: said,
            people,
            total,
        } => whom(voice, said, people, *total),
    }
}

/// A message that names first for whom it is, if that is another.
fn begun(voice: &Voice<'_>, whom: Option<&Chosen>, first: String) -> Page {
    match whom {
        None => Page::new(first),
        Some(whom) => {
            let who = person::who(voice, &whom.who);
            Page::new(fl!(voice.words, "draft-for", who = who)).line(first)
        }
    }
}

fn id(whom: Option<&Chosen>) -> Option<crate::domain::ids::CadreId> {
    whom.map(|whom| whom.id)
}

fn duties(voice: &Voice<'_>, whom: Option<&Chosen>, standings: &[Standing]) -> Rendered {
    let choice = |standing: &Standing| {
        let press = Action::Draft(Press::Duty {
            duty: standing.duty.clone(),
            whom: id(whom),
        });
        let duty = plain_duty(voice, &standing.duty);
        let text = format!("{duty} {}", sum(voice, standing));
        button(text, &press)
    };
    begun(voice, whom, fl!(voice.words, "draft-which"))
        .buttons(standings.iter().map(choice).collect())
        .done()
}

/// The duty's name on a button, where nothing is escaped.
fn plain_duty(voice: &Voice<'_>, id: &str) -> String {
    let duty = voice.campaign.duty(id);
    label(
        duty.map_or(id, |duty| duty.name.get(voice.language)),
        LONGEST_LABEL,
    )
}

fn how_much(
    voice: &Voice<'_>,
    whom: Option<&Chosen>,
    standing: &Standing,
    on: NaiveDate,
    late: Option<NaiveDate>,
) -> Rendered {
    let words = voice.words;
    let duty = voice.duty_name(&standing.duty);
    let sum = fl!(
        words,
        "me-duty",
        duty = duty,
        sum = progress(voice, standing)
    );
    let page = match late {
        None => begun(voice, whom, sum),
        Some(late) => {
            let late = fl!(words, "draft-late", date = date(voice, late));
            begun(voice, whom, late).line(sum)
        }
    };
    let mut choices = offers(voice, &standing.duty, on, whom);
    let other = Action::Draft(Press::Words {
        duty: standing.duty.clone(),
        whom: id(whom),
    });
    choices.push(button(fl!(words, "button-other"), &other));
    page.line(fl!(words, "draft-how-much", date = date(voice, on)))
        .buttons(choices)
        .done()
}

/// The duty's offers of that day; one of its measure if it offers nothing.
fn offers(voice: &Voice<'_>, duty: &str, on: NaiveDate, whom: Option<&Chosen>) -> Vec<Button> {
    let offered = voice
        .campaign
        .duty(duty)
        .map_or(&[][..], |duty| &duty.offers);
    let choice = |how_much: Amount, measure: Measure| {
        let press = Action::Draft(Press::Amount {
            duty: duty.to_owned(),
            on,
            amount: how_much,
            measure,
            whom: id(whom),
        });
        button(amount(voice, how_much, measure), &press)
    };
    if offered.is_empty() {
        return vec![choice(Amount::whole(1), voice.measure(duty))];
    }
    offered
        .iter()
        .map(|offer| choice(offer.amount, offer.measure))
        .collect()
}

fn recorded(voice: &Voice<'_>, record: &Record) -> Rendered {
    let words = voice.words;
    let recorded = &record.recorded;
    let duty = &recorded.standing.duty;
    let mut parts = recorded.parts.iter().map(|(on, how_much)| {
        let (date, duty_name) = (date(voice, *on), voice.duty_name(duty));
        if *how_much > Amount::ZERO {
            let how_much = entry(voice, duty, *how_much);
            fl!(
                words,
                "draft-recorded",
                date = date,
                duty = duty_name,
                amount = how_much
            )
        } else {
            fl!(
                words,
                "draft-recorded-nothing",
                date = date,
                duty = duty_name
            )
        }
    });
    let first = parts.next().unwrap_or_default();
    let mut page = begun(voice, record.whom.as_ref(), first).list(
        parts,
        recorded.parts.len().saturating_sub(1),
        |left| fl!(words, "more-lines", n = left),
    );
    for line in facts(voice, duty, &record.facts) {
        page = page.line(line);
    }
    page = page.line(fl!(
        words,
        "total",
        sum = progress(voice, &recorded.standing)
    ));
    if let Some(outside) = recorded.about.outside {
        page = page.line(not_counted(voice, outside));
    }
    page = match recorded.waits_for {
        None => page,
        Some(WaitsFor::Late) => page.line(fl!(words, "recorded-waits-late")),
        Some(WaitsFor::Confirmation) => page.line(fl!(words, "recorded-waits-confirmation")),
    };
    let undo = Action::Draft(Press::Undo {
        update: record.update,
    });
    let undo = button(fl!(words, "button-undo"), &undo);
    let Some(question) = &record.question else {
        let more = Action::Draft(Press::Duties {
            whom: id(record.whom.as_ref()),
        });
        let more = button(fl!(words, "button-draft-more"), &more);
        return page.buttons(vec![undo, more]).done();
    };
    let choices = choices(voice, duty, record.update, question);
    if let Some(trouble) = &question.trouble {
        page = page.line(trouble_line(voice, question.ask, trouble));
    }
    let skip = match question.ask {
        Ask::Opinion => fl!(words, "button-draft-none"),
        _ => fl!(words, "button-draft-skip"),
    };
    let press = Action::Draft(Press::Skip {
        update: record.update,
        ask: question.ask,
    });
    page.line(question_line(voice, question.ask, choices.is_empty()))
        .buttons(choices)
        .buttons(vec![button(skip, &press), undo])
        .done()
}

/// What is said of a record besides its amount, a line each.
fn facts(voice: &Voice<'_>, duty: &str, facts: &Facts) -> Vec<String> {
    let words = voice.words;
    let mut lines = Vec::new();
    let duty = voice.campaign.duty(duty);
    let named = |id: &Option<String>, labels: &[Label]| {
        let id = id.as_deref()?;
        let label = labels.iter().find(|label| label.id == id)?;
        Some(shown(label.name.get(voice.language), LONGEST_WORDS))
    };
    if let Some(duty) = duty {
        let form = named(&facts.form, &duty.forms);
        let topic = named(&facts.topic, &duty.topics);
        let labels: Vec<String> = form.into_iter().chain(topic).collect();
        if !labels.is_empty() {
            lines.push(labels.join(&fl!(words, "separator")));
        }
    }
    if let Some(partner) = &facts.partner {
        let who = person::who(voice, partner);
        lines.push(fl!(words, "draft-with", who = who));
    }
    if let Some(place) = &facts.place {
        lines.push(fl!(words, "draft-at", unit = unit(place)));
    }
    if !facts.subject.is_empty() {
        lines.push(shown(&facts.subject, LONGEST_WORDS));
    }
    if let Some(opinion) = &facts.opinion {
        let opinion = shown(opinion, LONGEST_WORDS);
        lines.push(fl!(words, "draft-opinion", words = opinion));
    }
    lines
}

fn choices(voice: &Voice<'_>, duty: &str, update: UpdateId, question: &Question) -> Vec<Button> {
    let duty = voice.campaign.duty(duty);
    let called = |labelled: &Label| label(labelled.name.get(voice.language), LONGEST_LABEL);
    let several = matches!(question.trouble, Some(Trouble::Several { .. }));
    match question.ask {
        Ask::Form => duty
            .iter()
            .flat_map(|duty| &duty.forms)
            .map(|form| {
                let id = form.id.clone();
                button(called(form), &Action::Draft(Press::Form { update, id }))
            })
            .collect(),
        Ask::Topic => duty
            .iter()
            .flat_map(|duty| &duty.topics)
            .map(|topic| {
                let id = topic.id.clone();
                button(called(topic), &Action::Draft(Press::Topic { update, id }))
            })
            .collect(),
        _ => question
            .choices
            .iter()
            .map(|choice| match choice {
                Choice::Partner(partner) => {
                    let cadre = partner.id;
                    let name = if several {
                        named(partner)
                    } else {
                        label(&partner.who.name, LONGEST_LABEL)
                    };
                    button(name, &Action::Draft(Press::Partner { update, cadre }))
                }
                Choice::Point { unit, path } => {
                    let unit = *unit;
                    let press = Action::Draft(Press::Place { update, unit });
                    button(last_part(path), &press)
                }
            })
            .collect(),
    }
}

/// Somebody among others of his name: "李强 春阳镇".
fn named(whom: &Chosen) -> String {
    let unit = last_part(&whom.who.unit);
    format!("{} {unit}", label(&whom.who.name, LONGEST_LABEL / 2))
}

/// A unit's own name on a button.
pub(super) fn last_part(path: &str) -> String {
    label(path.rsplit('/').next().unwrap_or(path), LONGEST_LABEL)
}

fn question_line(voice: &Voice<'_>, ask: Ask, nobody: bool) -> String {
    let words = voice.words;
    match ask {
        Ask::Form => fl!(words, "draft-ask-form"),
        Ask::Topic => fl!(words, "draft-ask-topic"),
        Ask::Partner if nobody => fl!(words, "draft-ask-partner-name"),
        Ask::Partner => fl!(words, "draft-ask-partner"),
        Ask::Household => fl!(words, "draft-ask-household"),
        Ask::ContactPoint => fl!(words, "draft-ask-point"),
        Ask::Place => fl!(words, "draft-ask-place"),
        Ask::Deed => fl!(words, "draft-ask-deed"),
        Ask::Opinion => fl!(words, "draft-ask-opinion"),
    }
}

fn trouble_line(voice: &Voice<'_>, ask: Ask, trouble: &Trouble) -> String {
    let words = voice.words;
    match trouble {
        Trouble::Unknown { name: said } if ask == Ask::Partner => {
            fl!(words, "draft-no-partner", name = name(said))
        }
        Trouble::Unknown { name: said } => fl!(words, "draft-no-choice", name = name(said)),
        Trouble::Several { name: said } => fl!(words, "draft-several", name = name(said)),
        Trouble::TooLong => fl!(words, "draft-too-long", most = LONGEST),
    }
}

/// "/proxy 李": nobody, or those of that name.
fn whom(voice: &Voice<'_>, said: &str, people: &[Chosen], total: usize) -> Rendered {
    let words = voice.words;
    let said = name(said);
    if people.is_empty() {
        return plain(fl!(words, "proxy-nobody", name = said));
    }
    let choice = |person: &Chosen| {
        let whom = Some(person.id);
        button(named(person), &Action::Draft(Press::Duties { whom }))
    };
    let page = Page::new(fl!(words, "draft-several", name = said));
    let page = match total.saturating_sub(people.len()) {
        0 => page,
        left => page.line(fl!(words, "more-people", n = left)),
    };
    page.buttons(people.iter().map(choice).collect()).done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::CadreId;
    use crate::domain::language::Language;
    use crate::domain::notice::{About, Notice, Recorded};
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Draft(answer))
    }

    fn labels(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.label.as_str()).collect()
    }

    fn visits() -> Standing {
        Standing {
            duty: "households".to_owned(),
            counted: Amount::whole(1),
            target: Some(Amount::whole(3)),
            ..sample::standing()
        }
    }

    fn chosen() -> Chosen {
        Chosen {
            id: CadreId(10),
            who: sample::who(),
        }
    }

    fn record(question: Option<Question>) -> Answer {
        Answer::Recorded(Box::new(Record {
            whom: None,
            recorded: Recorded {
                update: UpdateId(9),
                parts: vec![(sample::day(2014, 3, 3), Amount::whole(1))],
                standing: visits(),
                open_items: 0,
                waits_for: None,
                about: About::default(),
            },
            update: UpdateId(7),
            facts: Facts {
                subject: "王家".to_owned(),
                ..Facts::default()
            },
            question,
        }))
    }

    #[test]
    fn each_duty_is_a_button_with_its_sum_and_another_is_named_first() {
        let duties = |whom| Answer::Duties {
            whom,
            standings: vec![sample::standing(), visits()],
        };
        let own = say(Language::ZhCn, duties(None));
        assert_eq!(own.text, "记哪一项？");
        assert_eq!(labels(&own), ["集中学习 3.5/7天", "走亲连心 1/3户"]);
        assert_eq!(own.keyboard[0][1].data, "f:d:households");
        let his = say(Language::ZhCn, duties(Some(chosen())));
        assert_eq!(his.text, "代记 周俊哲，汪清县春阳镇 镇长\n记哪一项？");
        assert_eq!(his.keyboard[0][1].data, "f:d:households:10");
    }

    #[test]
    fn how_much_is_asked_with_the_offers_of_the_day() {
        let asked = say(
            Language::ZhCn,
            Answer::HowMuch {
                whom: None,
                standing: sample::standing(),
                on: sample::day(2014, 3, 3),
                late: None,
            },
        );
        assert_eq!(
            asked.text,
            "集中学习 3.5/7天 进度正常\n3月3日 周一 完成了多少？\n请点下面，或直接写来。"
        );
        assert_eq!(labels(&asked), ["半天", "1天", "2学时", "其他"]);
        assert_eq!(asked.keyboard[0][0].data, "f:a:study:20140303:500:d");
        let late = say(
            Language::ZhCn,
            Answer::HowMuch {
                whom: None,
                standing: visits(),
                on: sample::day(2014, 3, 10),
                late: Some(sample::day(2014, 3, 3)),
            },
        );
        assert!(
            late.text
                .starts_with("刚才的按钮是3月3日 周一的，没有记。\n走亲连心 1/3户"),
            "{}",
            late.text
        );
        assert_eq!(labels(&late), ["1户", "其他"]);
    }

    #[test]
    fn what_is_recorded_is_said_with_what_is_asked_next() {
        let question = |ask, choices, trouble| Question {
            ask,
            choices,
            trouble,
        };
        let asked = say(
            Language::ZhCn,
            record(Some(question(Ask::Opinion, vec![], None))),
        );
        assert_eq!(
            asked.text,
            "✓ 3月3日 周一 走亲连心 1户\n王家\n累计 1/3户 进度正常\n\
             他们提了什么要求？\n请写来，如“想修路”。"
        );
        assert_eq!(labels(&asked), ["没有", "撤销"]);
        assert_eq!(asked.keyboard[0][0].data, "f:s:7:o");
        assert_eq!(asked.keyboard[0][1].data, "f:u:7");

        let name = || "李强".to_owned();
        let two = vec![Choice::Partner(chosen()), Choice::Partner(chosen())];
        let trouble = Some(Trouble::Several { name: name() });
        let several = say(
            Language::ZhCn,
            record(Some(question(Ask::Partner, two, trouble))),
        );
        assert!(several.text.contains("\n“李强”不止一位，请点一位。\n"));
        assert_eq!(
            labels(&several),
            ["周俊哲 春阳镇", "周俊哲 春阳镇", "跳过", "撤销"]
        );
        let trouble = Some(Trouble::Unknown { name: name() });
        let nobody = say(
            Language::ZhCn,
            record(Some(question(Ask::Partner, vec![], trouble))),
        );
        assert!(
            nobody
                .text
                .ends_with("县里没有找到“李强”。\n和谁谈的？请写姓名，如“李兰”。"),
            "{}",
            nobody.text
        );
        let done = say(Language::ZhCn, record(None));
        assert_eq!(labels(&done), ["撤销", "记其他"]);
    }

    #[test]
    fn other_languages_say_the_same() {
        for (language, text) in [
            (
                Language::ZhTw,
                "✓ 3月3日 週一 走亲连心 1戶\n王家\n累計 1/3戶 進度正常",
            ),
            (
                Language::En,
                "✓ Mon 3 March: Visits, 1 household\n王家\nTotal 1/3 households, on course",
            ),
            (
                Language::Ko,
                "✓ 3월 3일 월요일 走亲连心 1호\n王家\n루계 1/3호, 진도 정상",
            ),
        ] {
            assert_eq!(say(language, record(None)).text, text);
        }
    }
}
