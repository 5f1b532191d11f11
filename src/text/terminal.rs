//! What the command line says to an office, in its language. Errors and logs stay English: they are for
//! whoever runs the machine.

use chrono::NaiveDate;
use i18n_embed_fl::fl;

use crate::domain::language::Language;

use super::words::words;

/// What a grant or its end changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Granted {
    /// It is given now.
    Given,
    /// It was before.
    Before,
    /// It is over now.
    Ended,
    /// There was none.
    Never,
}

/// After `duban grant` and `duban revoke`.
pub fn granted(language: Language, what: Granted) -> String {
    let words = words(language);
    match what {
        Granted::Given => fl!(words, "terminal-granted"),
        Granted::Before => fl!(words, "terminal-granted-before"),
        Granted::Ended => fl!(words, "terminal-revoked"),
        Granted::Never => fl!(words, "terminal-not-granted"),
    }
}

/// What `duban assign` changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assigned {
    /// It is his contact point now.
    Given,
    /// It was before.
    Before,
    /// It is no more.
    Ended,
    /// It was none.
    Never,
}

/// After `duban assign`.
pub fn assigned(language: Language, what: Assigned) -> String {
    let words = words(language);
    match what {
        Assigned::Given => fl!(words, "terminal-assigned"),
        Assigned::Before => fl!(words, "terminal-assigned-before"),
        Assigned::Ended => fl!(words, "terminal-assignment-ended"),
        Assigned::Never => fl!(words, "terminal-not-assigned"),
    }
}

/// When everybody who was to be invited is linked.
pub fn nobody_to_invite(language: Language) -> String {
    fl!(words(language), "terminal-nobody-to-invite")
}

/// Why invitations have no links, and what to do: a line each.
pub fn no_links(language: Language) -> [String; 2] {
    let words = words(language);
    [
        fl!(words, "terminal-no-links"),
        fl!(words, "terminal-no-links-todo"),
    ]
}

/// How many messages a plan lists.
pub fn planned(language: Language, messages: usize) -> String {
    fl!(words(language), "terminal-planned", messages = messages)
}

/// How many messages of the outbox are listed, and of how many.
pub fn messages_listed(language: Language, listed: usize, total: i64) -> String {
    fl!(
        words(language),
        "terminal-messages-listed",
        listed = listed,
        total = total
    )
}

/// How many dead letters wait again.
pub fn letters_retried(language: Language, letters: usize) -> String {
    fl!(
        words(language),
        "terminal-letters-retried",
        letters = letters
    )
}

/// How many dead letters are closed.
pub fn letters_dropped(language: Language, letters: usize) -> String {
    fl!(
        words(language),
        "terminal-letters-dropped",
        letters = letters
    )
}

/// Of a message that is no dead letter, so that it was left alone.
pub fn not_dead(language: Language, id: i64) -> String {
    // Text: a row's number has no thousands separator.
    let id = id.to_string();
    fl!(words(language), "terminal-not-dead", id = id)
}

/// Of a year whose holidays nobody has loaded.
pub fn year_missing(language: Language, year: i32) -> String {
    // Text: a year has no thousands separator.
    let year = year.to_string();
    fl!(words(language), "terminal-year-missing", year = year)
}

/// What became of a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveDone {
    /// It holds.
    Recorded,
    /// It will hold on that day.
    Waits(NaiveDate),
    /// It was recorded before.
    Before,
}

/// After `duban move`.
pub fn move_done(language: Language, done: MoveDone) -> String {
    let words = words(language);
    match done {
        MoveDone::Recorded => fl!(words, "terminal-move-recorded"),
        MoveDone::Waits(day) => fl!(words, "terminal-move-waits", date = day.to_string()),
        MoveDone::Before => fl!(words, "terminal-move-already"),
    }
}

/// After `duban quota set` and `lift`.
pub fn quota_done(language: Language, new: bool) -> String {
    let words = words(language);
    if new {
        fl!(words, "terminal-quota-set")
    } else {
        fl!(words, "terminal-quota-before")
    }
}

/// When no target is set locally.
pub fn no_quotas(language: Language) -> String {
    fl!(words(language), "terminal-quota-none")
}

/// After `duban check`.
pub fn checked(language: Language, findings: usize) -> String {
    let words = words(language);
    if findings == 0 {
        fl!(words, "terminal-all-well")
    } else {
        fl!(words, "terminal-findings", findings = findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_reads_its_own_language() {
        assert_eq!(granted(Language::ZhCn, Granted::Given), "已授权");
        assert_eq!(
            granted(Language::En, Granted::Never),
            "was not granted; nothing changed"
        );
        assert_eq!(
            year_missing(Language::ZhTw, 2027),
            "沒有2027年的節假日安排，按週一至週五算"
        );
        assert_eq!(planned(Language::Ko, 3), "모두 3건");
        assert_eq!(checked(Language::ZhCn, 0), "全部正确");
        assert_eq!(checked(Language::En, 2), "2 findings");
    }
}
