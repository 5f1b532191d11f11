//! `/undelivered`: whom and what does not get through.

use i18n_embed_fl::fl;

use crate::domain::notice::{DeadLetter, Undelivered, UnitOutOfReach};

use super::Rendered;
use super::page::{Page, plain, shown};
use super::person::{name, unit};
use super::words::Voice;

/// What of Telegram's words is shown, in characters.
const SAID: usize = 40;

/// The longest kind of a message that is shown as it is, in characters.
const LONGEST_KIND: usize = 16;

/// What Telegram begins its refusals with, which says nothing to a reader.
const PREFIX: &str = "Bad Request: ";

pub(super) fn undelivered(voice: &Voice<'_>, report: &Undelivered) -> Rendered {
    let words = voice.words;
    if report.people == 0 && report.letter_count == 0 {
        return plain(fl!(words, "undelivered-none"));
    }
    let people = people(voice, report);
    if report.letter_count == 0 {
        return people.done();
    }
    let letters = report.letters.iter().map(|one| letter(voice, one));
    let title = fl!(words, "undelivered-letters", n = report.letter_count);
    people
        .gap()
        .line(title)
        .list(letters, report.letter_count, |left| {
            fl!(words, "undelivered-more", n = left)
        })
        .line(fl!(words, "undelivered-todo"))
        .done()
}

pub(super) fn alone(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "undelivered-alone"))
}

fn people(voice: &Voice<'_>, report: &Undelivered) -> Page {
    let words = voice.words;
    let page = Page::new(fl!(words, "reach-title", n = report.people));
    if report.people == 0 {
        return page;
    }
    let units = report.units.iter().map(|one| unit_line(voice, one));
    page.list(units, report.unit_count, |left| {
        fl!(words, "more-units", n = left)
    })
    .line(fl!(words, "reach-todo"))
}

fn unit_line(voice: &Voice<'_>, line: &UnitOutOfReach) -> String {
    let words = voice.words;
    let names: Vec<String> = line.names.iter().map(|one| name(one)).collect();
    let names = names.join(&fl!(words, "separator"));
    let unit = unit(&line.unit);
    if line.total > line.names.len() {
        fl!(
            words,
            "undelivered-unit-more",
            unit = unit,
            n = line.total,
            names = names
        )
    } else {
        fl!(
            words,
            "undelivered-unit",
            unit = unit,
            n = line.total,
            names = names
        )
    }
}

fn letter(voice: &Voice<'_>, letter: &DeadLetter) -> String {
    let words = voice.words;
    let kind = match letter.kind.as_str() {
        "answer" => fl!(words, "undelivered-answer"),
        "digest" => fl!(words, "undelivered-digest"),
        "broadcast" | "other_bot" => fl!(words, "undelivered-notice"),
        other => shown(other, LONGEST_KIND),
    };
    let whom = letter
        .name
        .as_ref()
        .map_or_else(|| fl!(words, "undelivered-nobody"), |one| name(one));
    let said = letter.said.strip_prefix(PREFIX).unwrap_or(&letter.said);
    // Text: a row's number has no thousands separator.
    let id = letter.id.to_string();
    let line = fl!(
        words,
        "undelivered-letter",
        id = id,
        whom = whom,
        kind = kind
    );
    format!(" {line}\n   {}", shown(said, SAID))
}

#[cfg(test)]
mod tests {
    use crate::domain::ids::OutboxId;
    use crate::domain::language::Language;
    use crate::domain::notice::{DeadLetter, Notice, Undelivered, UnitOutOfReach};
    use crate::text::{render, sample};

    fn say(report: Undelivered) -> String {
        let notice = Notice::Undelivered(report);
        render(&sample::campaign(), Language::ZhCn, &notice).text
    }

    fn report() -> Undelivered {
        let unit = |unit: &str, names: &[&str], total| UnitOutOfReach {
            unit: unit.to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            total,
        };
        Undelivered {
            people: 6,
            units: vec![
                unit("汪清县", &["周俊哲", "李兰", "杨勇涛"], 5),
                unit("敦化市", &["高海"], 1),
            ],
            unit_count: 2,
            letters: vec![DeadLetter {
                id: OutboxId(1_412),
                kind: "digest".to_owned(),
                name: Some("陈善".to_owned()),
                said: "Bad Request: can't parse entities: <b>".to_owned(),
            }],
            letter_count: 3,
        }
    }

    #[test]
    fn people_come_first_then_messages_then_what_to_do() {
        assert_eq!(
            say(report()),
            "不可达 6人\n汪清县 5人：周俊哲、李兰、杨勇涛等\n敦化市 1人：高海\n\
             请当面提醒：打开机器人，发 /start\n\n发不出的消息 3条\n 1412 陈善 提醒\n   \
             can't parse entities: &lt;b&gt;\n还有2条没有列出\n\
             请维护人员处理：duban outbox list"
        );
    }

    #[test]
    fn what_there_is_nothing_of_takes_no_room() {
        let people_only = Undelivered {
            letters: Vec::new(),
            letter_count: 0,
            ..report()
        };
        let text = say(people_only);
        assert!(text.starts_with("不可达 6人\n"), "{text}");
        assert!(!text.contains("发不出"), "{text}");
        let letters_only = Undelivered {
            people: 0,
            units: Vec::new(),
            unit_count: 0,
            ..report()
        };
        let text = say(letters_only);
        assert!(
            text.starts_with("不可达 0人\n\n发不出的消息 3条\n"),
            "{text}"
        );
        let nothing = Undelivered {
            people: 0,
            units: Vec::new(),
            unit_count: 0,
            letters: Vec::new(),
            letter_count: 0,
        };
        assert_eq!(say(nothing), "没有不可达的人，消息都已发出。");
    }

    #[test]
    fn a_letter_to_nobody_and_of_a_kind_without_a_word_is_listed_all_the_same() {
        let mut report = report();
        report.letters[0].name = None;
        report.letters[0].kind = "<new>".to_owned();
        let text = say(report);
        assert!(text.contains(" 1412 未登记 &lt;new&gt;\n"), "{text}");
    }
}
