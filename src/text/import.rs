//! What the command line says of a table's rows. Plain text: nothing here goes to Telegram.

use i18n_embed_fl::fl;

use crate::domain::language::Language;

use super::words::words;

/// The longest piece of a table that is quoted, in characters.
const LONGEST_QUOTE: usize = 60;

/// What became of a table's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Rows that are new.
    pub new: usize,
    /// Rows that change something known.
    pub changed: usize,
    /// Rows that change nothing.
    pub same: usize,
    /// Rows that were refused.
    pub refused: usize,
    /// Known, but not in the table.
    pub missing: usize,
}

/// Of the people in a table: how many serve elsewhere or as something else, and how many leave.
pub fn import_movements(language: Language, moved: usize, left: usize) -> String {
    fl!(
        words(language),
        "import-movements",
        moved = moved,
        left = left
    )
}

/// Why a row was refused, and what would be right. `code` is the reason's stable name (`no_unit`, `no_name`,
/// `no_content`, `bad_joined_on`, `duplicate`, `duplicate_key`, `unknown_rank`, `bad_deadline`, `unknown_unit`, `unknown_person`,
/// `ambiguous_person`, `unknown_mark`, `mark_twice`, `just_changed`, `exempt`); `detail` the word it is about, or the number of the other row, where there is one.
pub fn refusal(language: Language, code: &str, detail: &str) -> String {
    let words = words(language);
    let detail: String = detail
        .chars()
        .filter(|sign| !sign.is_control())
        .take(LONGEST_QUOTE)
        .collect();
    match code {
        "no_unit" => fl!(words, "refusal-no-unit"),
        "no_name" => fl!(words, "refusal-no-name"),
        "bad_joined_on" => fl!(words, "refusal-bad-joined-on", detail = detail),
        "no_content" => fl!(words, "refusal-no-content"),
        "duplicate" => fl!(words, "refusal-duplicate", detail = detail),
        "duplicate_key" => fl!(words, "refusal-duplicate-key", detail = detail),
        "unknown_rank" => fl!(words, "refusal-unknown-rank", detail = detail),
        "bad_deadline" => fl!(words, "refusal-bad-deadline", detail = detail),
        "unknown_unit" => fl!(words, "refusal-unknown-unit", detail = detail),
        "unknown_person" => fl!(words, "refusal-unknown-person", detail = detail),
        "unknown_mark" => fl!(words, "refusal-sheet-unknown-mark", mark = detail),
        "mark_twice" => fl!(words, "refusal-sheet-mark-twice", row = detail),
        "just_changed" => fl!(words, "refusal-sheet-just-changed"),
        "exempt" => fl!(words, "refusal-exempt", name = detail),
        "ambiguous_person" => fl!(words, "refusal-ambiguous-person", detail = detail),
        _ => fl!(words, "refusal-other", detail = code.to_owned()),
    }
}

/// "导入60行：新增60，更改0，未变0；未导入2行；表中缺0"
pub fn import_summary(language: Language, imported: Imported) -> String {
    let Imported {
        new,
        changed,
        same,
        refused,
        missing,
    } = imported;
    let taken = new + changed + same;
    fl!(
        words(language),
        "import-summary",
        taken = taken,
        new = new,
        changed = changed,
        same = same,
        refused = refused,
        missing = missing
    )
}

/// Above the list of a dry run.
pub fn import_dry_run(language: Language) -> String {
    fl!(words(language), "import-dry-run")
}

/// Of somebody or something that is known but not in the table.
pub fn import_missing(language: Language, subject: &str) -> String {
    fl!(
        words(language),
        "import-missing",
        subject = subject.to_owned()
    )
}

/// About a row that is in, but not settled in every column.
pub fn import_note(language: Language, row: u32, reason: &str) -> String {
    fl!(
        words(language),
        "import-note",
        row = row,
        reason = reason.to_owned()
    )
}

/// A year of the calendar that is in now.
pub fn import_holidays(language: Language, country: &str, year: i32, days: usize) -> String {
    fl!(
        words(language),
        "import-holidays",
        country = country.to_owned(),
        // Text: a year has no thousands separator.
        year = year.to_string(),
        days = days
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_says_what_would_be_right() {
        for (code, detail, reason) in [
            ("no_unit", "", "缺单位，请在这一行写上单位全称"),
            ("duplicate", "7", "与第7行是同一个人，请只留一行"),
            (
                "bad_deadline",
                "尽快",
                "“尽快”不是明确的时限，请写如2014年6月底前、2014-06-30",
            ),
            (
                "unknown_rank",
                "主任\n",
                "活动文件里没有职级“主任”，请改用其中的写法，或在文件里加上",
            ),
            (
                "no_such_code",
                "",
                "这一行读不懂（no_such_code），请对照已导入的行改",
            ),
        ] {
            assert_eq!(refusal(Language::ZhCn, code, detail), reason);
        }
        let imported = Imported {
            new: 50,
            changed: 6,
            same: 4,
            refused: 2,
            missing: 1,
        };
        assert_eq!(
            import_summary(Language::ZhCn, imported),
            "导入60行：新增50，更改6，未变4；未导入2行；表中缺1"
        );
        assert_eq!(
            import_summary(Language::En, imported),
            "60 rows taken: 50 new, 6 changed, 4 unchanged; 2 refused; 1 missing from the table"
        );
    }
}
