//! What the command line says of a table's rows. Plain text: nothing here goes to Telegram.

use i18n_embed_fl::fl;

use crate::domain::language::Language;

use super::words::words;

/// The longest piece of a table that is quoted, in characters.
const LONGEST_QUOTE: usize = 60;

/// How many rows of a table were taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Rows that are in now.
    pub taken: usize,
    /// Rows that were refused.
    pub refused: usize,
}

/// Why a row was refused, and what would be right. `code` is the reason's stable name (`no_unit`, `no_name`,
/// `no_content`, `duplicate`, `duplicate_key`, `unknown_rank`, `bad_deadline`, `unknown_unit`, `unknown_person`,
/// `ambiguous_person`); `detail` the word it is about, or the number of the other row, where there is one.
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
        "no_content" => fl!(words, "refusal-no-content"),
        "duplicate" => fl!(words, "refusal-duplicate", detail = detail),
        "duplicate_key" => fl!(words, "refusal-duplicate-key", detail = detail),
        "unknown_rank" => fl!(words, "refusal-unknown-rank", detail = detail),
        "bad_deadline" => fl!(words, "refusal-bad-deadline", detail = detail),
        "unknown_unit" => fl!(words, "refusal-unknown-unit", detail = detail),
        "unknown_person" => fl!(words, "refusal-unknown-person", detail = detail),
        "ambiguous_person" => fl!(words, "refusal-ambiguous-person", detail = detail),
        _ => fl!(words, "refusal-other", detail = code.to_owned()),
    }
}

/// "共60行，导入58行，未导入2行"
pub fn import_summary(language: Language, imported: Imported) -> String {
    let Imported { taken, refused } = imported;
    let rows = taken + refused;
    fl!(
        words(language),
        "import-summary",
        rows = rows,
        taken = taken,
        refused = refused
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
            taken: 58,
            refused: 2,
        };
        assert_eq!(
            import_summary(Language::ZhCn, imported),
            "共60行，导入58行，未导入2行"
        );
        assert_eq!(
            import_summary(Language::En, imported),
            "58 rows taken, 2 refused, 60 in all"
        );
    }
}
