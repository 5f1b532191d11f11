//! The ledger as a table of the office: its titles and words, what is said of its rows when it comes back, and what
//! those hear whose item changes hands with it.

use chrono::{Datelike, NaiveDate};
use i18n_embed_fl::fl;

use crate::domain::cadre::Cadre;
use crate::domain::deadline::Deadline;
use crate::domain::item::{Light, Status};
use crate::domain::language::Language;
use crate::domain::ledger::Column;
use crate::domain::news::Handed;

use super::page::shown;
use super::person;
use super::words::{Voice, words};

/// What of an item's content is shown, in characters.
const LONG: usize = 40;
/// The longest number of a ledger that is shown, in characters.
const LONGEST_NO: usize = 12;
/// The longest piece of a table that is quoted on the command line, in characters.
const LONGEST_QUOTE: usize = 60;
/// People named at most, of those who share a name.
const MOST: usize = 5;

/// The titles: number, kind, category, problem, measures, leader, unit, responsible, helpers, deadline, progress,
/// status, light, whether it is struck off, mark.
pub fn header(language: Language) -> [String; 15] {
    let words = words(language);
    [
        fl!(words, "sheet-no"),
        fl!(words, "sheet-kind"),
        fl!(words, "sheet-category"),
        fl!(words, "sheet-content"),
        fl!(words, "sheet-measures"),
        fl!(words, "sheet-lead"),
        fl!(words, "sheet-unit"),
        fl!(words, "sheet-responsible"),
        fl!(words, "sheet-helpers"),
        fl!(words, "sheet-deadline"),
        fl!(words, "sheet-progress"),
        fl!(words, "sheet-status"),
        fl!(words, "sheet-light"),
        fl!(words, "sheet-closed"),
        fl!(words, "sheet-mark"),
    ]
}

/// The tab's name: "整改台账".
pub fn sheet_name(language: Language) -> String {
    fl!(words(language), "sheet-name")
}

/// "立行立改"; `None`: it is a day.
pub fn deadline_word(language: Language, deadline: Deadline) -> Option<String> {
    let words = words(language);
    match deadline {
        Deadline::On(_) => None,
        Deadline::Immediate => Some(fl!(words, "sheet-immediate")),
        Deadline::Ongoing => Some(fl!(words, "sheet-ongoing")),
    }
}

/// "办理中"
pub fn status_word(language: Language, status: Status) -> String {
    let words = words(language);
    match status {
        Status::Assigned => fl!(words, "sheet-assigned"),
        Status::Accepted => fl!(words, "sheet-accepted"),
        Status::UnderWay => fl!(words, "sheet-under-way"),
        Status::Submitted => fl!(words, "sheet-submitted"),
        Status::Closed => fl!(words, "sheet-struck-off"),
        Status::Cancelled => fl!(words, "sheet-cancelled"),
    }
}

/// "逾期"; empty without a light.
pub fn light_word(language: Language, light: Light) -> String {
    let words = words(language);
    match light {
        Light::Red => fl!(words, "sheet-red"),
        Light::Yellow => fl!(words, "sheet-yellow"),
        Light::Blue => fl!(words, "sheet-blue"),
        Light::None => String::new(),
    }
}

/// Under 是否销号.
pub fn closed_word(language: Language, closed: bool) -> String {
    let words = words(language);
    if closed {
        fl!(words, "sheet-yes")
    } else {
        fl!(words, "sheet-not")
    }
}

/// What a column is called.
fn title(language: Language, column: Column) -> String {
    let words = words(language);
    match column {
        Column::No => fl!(words, "sheet-no"),
        Column::Kind => fl!(words, "sheet-kind"),
        Column::Category => fl!(words, "sheet-category"),
        Column::Content => fl!(words, "sheet-content"),
        Column::Measures => fl!(words, "sheet-measures"),
        Column::Unit => fl!(words, "sheet-unit"),
        Column::Lead => fl!(words, "sheet-lead"),
        Column::Responsible => fl!(words, "sheet-responsible"),
        Column::Helpers => fl!(words, "sheet-helpers"),
        Column::Deadline => fl!(words, "sheet-deadline"),
        Column::Progress => fl!(words, "sheet-progress"),
        Column::Status => fl!(words, "sheet-status"),
    }
}

/// Why a row is refused for what stands in the ledger, and what to do: "完成时限已在3月5日改为2014-08-15，…".
/// `code` is the reason's stable name: `stale`, `item_over`, `item_submitted`, `item_offered`; `no` the item's number.
pub fn stands(
    language: Language,
    code: &str,
    no: &str,
    column: Column,
    on: Option<NaiveDate>,
    now: &str,
) -> String {
    let words = words(language);
    let (no, quoted) = (quote(no), quote(now));
    let day = on.map_or_else(String::new, |on| {
        fl!(words, "example-date", month = on.month(), day = on.day())
    });
    match code {
        "item_over" if now == Status::Cancelled.name() => {
            fl!(words, "refusal-sheet-is-cancelled", no = no)
        }
        "item_over" => fl!(words, "refusal-sheet-is-over", no = no, day = day),
        "item_submitted" => fl!(words, "refusal-sheet-is-submitted", no = no),
        "item_offered" => fl!(words, "refusal-sheet-is-offered", no = no),
        _ => {
            let now = match (column, now) {
                (Column::Deadline, "immediate") => fl!(words, "sheet-immediate"),
                (Column::Deadline, "ongoing") => fl!(words, "sheet-ongoing"),
                (_, "") => fl!(words, "sheet-empty"),
                _ => quoted,
            };
            let column = title(language, column);
            fl!(
                words,
                "refusal-sheet-stale",
                column = column,
                day = day,
                now = now
            )
        }
    }
}

/// A name that several people have, with who they are and how to say which.
pub fn ambiguous(language: Language, name: &str, people: &[Cadre]) -> String {
    let words = words(language);
    let who = people.iter().take(MOST).map(|cadre| {
        let parts = [&cadre.key, &cadre.name, &cadre.post, &cadre.unit_path];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        quote(&parts.cloned().collect::<Vec<_>>().join(" "))
    });
    let mut who: Vec<String> = who.collect();
    if people.len() > MOST {
        who.push("…".to_owned());
    }
    let first = people.first();
    let example = first.map_or_else(String::new, |cadre| {
        format!("{}({})", cadre.name, cadre.key)
    });
    fl!(
        words,
        "refusal-sheet-ambiguous",
        name = quote(name),
        n = people.len(),
        who = who.join("; "),
        example = example
    )
}

/// How many items have nobody responsible yet, because their names are not settled.
pub fn no_responsible(language: Language, n: usize) -> String {
    fl!(words(language), "import-sheet-no-responsible", n = n)
}

fn quote(text: &str) -> String {
    let signs = text.chars().filter(|sign| !sign.is_control());
    signs.take(LONGEST_QUOTE).collect()
}

/// That the office's ledger gives an item to the reader, or to somebody else.
pub(super) fn handed(voice: &Voice<'_>, handed: &Handed) -> (String, String) {
    let words = voice.words;
    let no = shown(&handed.no, LONGEST_NO);
    let line = match (handed.to.as_deref(), handed.leads) {
        (None, false) => fl!(words, "sheet-given", no = no),
        (None, true) => fl!(words, "sheet-given-lead", no = no),
        (Some(""), false) => fl!(words, "sheet-gone", no = no),
        (Some(""), true) => fl!(words, "sheet-gone-lead", no = no),
        (Some(to), false) => fl!(words, "sheet-gone-to", no = no, name = person::name(to)),
        (Some(to), true) => {
            fl!(
                words,
                "sheet-gone-lead-to",
                no = no,
                name = person::name(to)
            )
        }
    };
    (line, shown(&handed.content, LONG))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::deadline;
    use crate::text::sample;

    const ALL: [Language; 4] = [Language::ZhCn, Language::ZhTw, Language::En, Language::Ko];

    #[test]
    fn what_an_export_writes_for_a_deadline_is_read_again() {
        let span = sample::campaign().span;
        for language in ALL {
            for limit in [Deadline::Immediate, Deadline::Ongoing] {
                let word = deadline_word(language, limit).unwrap();
                assert_eq!(deadline::read(&word, &span), Ok(limit), "{word}");
            }
        }
    }

    #[test]
    fn a_refused_row_is_told_what_stands() {
        let on = NaiveDate::from_ymd_opt(2014, 3, 5);
        let of = |code, column, now| stands(Language::ZhCn, code, "7", column, on, now);
        for (code, column, now, words) in [
            (
                "stale",
                Column::Deadline,
                "2014-08-15",
                "完成时限已在3月5日改为2014-08-15，请重新导出，再改这一行",
            ),
            (
                "stale",
                Column::Deadline,
                "ongoing",
                "完成时限已在3月5日改为长期坚持，请重新导出，再改这一行",
            ),
            (
                "stale",
                Column::Progress,
                "",
                "进展已在3月5日改为空，请重新导出，再改这一行",
            ),
            (
                "item_over",
                Column::Status,
                "closed",
                "7号已在3月5日销号，没有改动；要重新办，请在聊天里点“重新督办”",
            ),
            (
                "item_over",
                Column::Status,
                "cancelled",
                "7号已取消，没有改动；要重新办，请另加一行，编号留空",
            ),
            (
                "item_submitted",
                Column::Status,
                "submitted",
                "7号已送审，不能改派；请先审核，再改责任人",
            ),
            (
                "item_offered",
                Column::Status,
                "assigned",
                "7号已上报，等上级答复，不能改派",
            ),
        ] {
            assert_eq!(of(code, column, now), words);
        }
    }

    #[test]
    fn people_of_one_name_are_told_apart() {
        let mut first = crate::domain::sample::cadre();
        first.name = "王五".into();
        let mut second = first.clone();
        second.key = "P000044".into();
        second.post = String::new();
        assert_eq!(
            ambiguous(Language::ZhCn, "王五", &[first, second]),
            "“王五”有2人：P000001 王五 镇长 汪清县/春阳镇; P000044 王五 汪清县/春阳镇。请在姓名后写编号，如王五(P000001)"
        );
        assert_eq!(
            no_responsible(Language::ZhCn, 3),
            "3项责任人没有对上，暂由单位联络员负责"
        );
    }

    #[test]
    fn whose_item_changes_hands_hears_of_it() {
        let campaign = sample::campaign();
        let voice = Voice::new(&campaign, Language::ZhCn);
        let said = |leads, to: Option<&str>| {
            let told = Handed {
                item: crate::domain::ids::ItemId(7),
                no: "7".into(),
                content: "会议多".into(),
                leads,
                to: to.map(str::to_owned),
            };
            handed(&voice, &told).0
        };
        assert_eq!(said(false, None), "台账7号改由您负责");
        assert_eq!(said(true, None), "台账7号改由您牵头");
        assert_eq!(said(false, Some("李兰")), "台账7号改由李兰负责");
        assert_eq!(said(true, Some("李兰")), "台账7号改由李兰牵头");
        assert_eq!(said(false, Some("")), "台账7号不再由您负责");
        assert_eq!(said(true, Some("")), "台账7号不再由您牵头");
    }
}
