//! Rows of a table that are no records: totals, signatures, notes at the foot.

use super::sheet::{Cell, SheetRow};
use super::title::label;
use super::width::narrow;

/// The words for a total, between spaces.
const TOTALS: &str = "合计 总计 共计 小计 总数 累计 总人数 人数合计 合計 總計 小計 共計 總數 total \
    subtotal grandtotal sum 합계 총계 소계";

/// The words before a signature, a date or a note at the foot, between spaces.
const SIGNATURES: &str = "审核人 审核 审批人 审核日期 审核领导 填表人 填表 填表日期 填表时间 填表说明 填表单位 \
    填报人 填报 填报日期 填报时间 填报单位 填报说明 制表人 制表 制表日期 制表时间 \
    制表单位 单位负责人 主要负责人 负责人 负责人签字 主要负责人签字 主要领导签字 签字 \
    签名 签章 报送人 报送单位 报送日期 上报单位 上报日期 上报时间 联系人 联系电话 电话 \
    日期 时间 注 注意 备注 说明 盖章 公章 单位盖章 单位公章 经办人 校对 校对人 统计人 \
    统计时间 录入人 复核人 审核人签字 填表人签字 審核人 審核 填表日期時間 填報人 \
    填報日期 填報單位 製表人 製表 單位負責人 負責人 聯絡人 聯絡電話 註 備註 說明 蓋章 \
    簽字 簽章 note notes remark preparedby checkedby approvedby reviewedby signature \
    date 작성자 작성일 확인자 심사자 비고 책임자";

/// What follows a number of things counted.
const COUNTERS: &[char] = &[
    '人', '名', '项', '項', '条', '條', '件', '个', '個', '家', '명', '건',
];

/// Whether the row is a total or a signature. `whole` says that it has all that a record needs; then
/// only what cannot be a record is taken for a margin. `leads` tells the columns in which a
/// record begins: a record's own remark `注:…` in another column is none.
pub(super) fn is_margin(row: &SheetRow, whole: bool, leads: impl Fn(usize) -> bool) -> bool {
    let Some((at, text)) = first_words(row) else {
        return false;
    };
    if whole && !leads(at) {
        return false;
    }
    is_total(&text, whole) || is_signature(&text, whole)
}

/// The first cell that is text and not a running number, half-width.
fn first_words(row: &SheetRow) -> Option<(usize, String)> {
    row.cells
        .iter()
        .enumerate()
        .find_map(|(at, cell)| match cell {
            Cell::Text(text) => {
                let text = narrow(text).trim().to_owned();
                let numeric = text
                    .chars()
                    .all(|symbol| symbol.is_ascii_digit() || symbol == '.');
                (!numeric).then_some((at, text))
            }
            _ => None,
        })
}

fn is_total(text: &str, whole: bool) -> bool {
    let label = label(text);
    let words = label
        .trim_end_matches(COUNTERS)
        .trim_end_matches(|c: char| c.is_ascii_digit());
    let counted = words.len() < label.len();
    is_one_of(TOTALS, words)
        // 共60人; 共青团 is a unit.
        || (counted && matches!(words, "共" | "共有"))
        // 延吉市小计
        || (!whole && words.chars().count() <= 12 && TOTALS.split_whitespace().any(|total| !total.is_ascii() && words.ends_with(total)))
}

fn is_signature(text: &str, whole: bool) -> bool {
    match text.split_once(':') {
        Some((title, _)) => is_one_of(SIGNATURES, &label(title)),
        None => !whole && is_one_of(SIGNATURES, &label(text)),
    }
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split_whitespace().any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> SheetRow {
        SheetRow {
            number: 9,
            cells: cells
                .iter()
                .map(|text| Cell::Text((*text).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn totals_and_signatures_are_margins_even_with_every_cell_filled() {
        for cells in [
            &["合计", "60人", "12"][..],
            &["", "合 计", "60人"],
            &["小计：12人", "x", "y"],
            &["共60人", "x", "y"],
            &["Total", "x", "y"],
            &["审核人：", "张三", "填表人："],
            &["注：1.职级按任免文件填写", "x", "y"],
            &["填报日期:2014年2月17日", "x", "y"],
        ] {
            assert!(is_margin(&row(cells), true, |_| true), "{cells:?}");
        }
    }

    #[test]
    fn incomplete_rows_are_margins_sooner() {
        for cells in [
            &["延吉市小计", "12"][..],
            &["审核人", "", "张三"],
            &["（盖章）", "", ""],
            &["制表", "", ""],
        ] {
            let lone = cells[0] != "（盖章）";
            assert_eq!(is_margin(&row(cells), false, |_| true), lone, "{cells:?}");
            assert!(!is_margin(&row(cells), true, |_| true), "{cells:?}");
        }
    }

    #[test]
    fn people_are_no_margins() {
        for cells in [
            &["1", "总工会", "合计"][..],
            &["2", "共青团延边州委", "金哲"],
            &["3", "注册会计师协会", "李日期"],
            &["4", "审计局", "王小计"],
            &["5", "统计局", "制表"],
        ] {
            assert!(!is_margin(&row(cells), true, |_| true), "{cells:?}");
            assert!(!is_margin(&row(cells), false, |_| true), "{cells:?}");
        }
        assert!(!is_margin(
            &row(&["说明:借调", "审计局", "金哲"]),
            true,
            |at| at > 0
        ));
    }
}
