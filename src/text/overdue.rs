//! `/overdue`: what is late, and with whom.

use i18n_embed_fl::fl;

use crate::domain::escalation::NobodyToTell;
use crate::domain::item::Light;
use crate::domain::notice::OverdueItem;
use crate::domain::report::UnitCount;

use super::Rendered;
use super::amount::count;
use super::escalation;
use super::items;
use super::page::{Page, plain};
use super::person::{name, unit};
use super::words::Voice;

/// Units named above the overdue items.
const WORST_UNITS: usize = 3;

/// What of an item's content is shown, in characters.
const CONTENT: usize = 16;

pub(super) fn overdue(
    voice: &Voice<'_>,
    late: &[OverdueItem],
    total: usize,
    units: &[UnitCount],
    nobody: &NobodyToTell,
) -> Rendered {
    let words = voice.words;
    if late.is_empty() && nobody.total > 0 {
        return escalation::nobody(voice, None, nobody).done();
    }
    if late.is_empty() {
        return plain(fl!(words, "overdue-none"));
    }
    let title = fl!(words, "overdue-title", total = total);
    let mut page = Page::new(format!("{} {title}", items::light(Light::Red)));
    if !units.is_empty() {
        let worst: Vec<String> = units
            .iter()
            .take(WORST_UNITS)
            .map(|line| {
                fl!(
                    words,
                    "overdue-unit",
                    unit = unit(&line.unit),
                    count = count(line.count)
                )
            })
            .collect();
        page = page.line(fl!(
            words,
            "overdue-units",
            units = worst.join(&fl!(words, "separator"))
        ));
    }
    let entries = late.iter().map(|entry| {
        let whose = format!("{} {}", unit(&entry.unit), name(&entry.responsible));
        format!(
            "{}\n   {}",
            items::line(voice, &entry.item, CONTENT),
            whose.trim()
        )
    });
    page = page.list(entries, total, |left| fl!(words, "more-items", n = left));
    if nobody.total > 0 {
        page = escalation::nobody(voice, Some(page), nobody);
    }
    page.done()
}

#[cfg(test)]
mod tests {
    use crate::domain::escalation::NobodyToTell;
    use crate::domain::language::Language;
    use crate::domain::notice::{Notice, OverdueItem};
    use crate::domain::report::UnitCount;
    use crate::text::page::units;
    use crate::text::{render, sample};

    fn say(notice: &Notice) -> String {
        render(&sample::campaign(), Language::ZhCn, notice).text
    }

    #[test]
    fn overdue_items_name_their_unit_and_person() {
        let late = OverdueItem {
            item: sample::late_item(),
            unit: "汪清县/春阳镇".to_owned(),
            responsible: "周俊哲".to_owned(),
        };
        let units_with = vec![
            UnitCount {
                unit: "安图县".to_owned(),
                count: 5,
            },
            UnitCount {
                unit: "敦化市".to_owned(),
                count: 3,
            },
        ];
        let text = say(&Notice::Overdue {
            items: vec![late.clone()],
            total: 12,
            units: units_with,
            nobody: NobodyToTell::default(),
        });
        assert_eq!(
            text,
            "🔴 逾期整改 12项\n最多：安图县5项、敦化市3项\n 🔴 7号 公车私用 已逾期2天\n   \
             汪清县春阳镇 周俊哲\n还有11项没有列出"
        );
        let many = Notice::Overdue {
            items: vec![late; 500],
            total: 500,
            units: Vec::new(),
            nobody: NobodyToTell::default(),
        };
        assert!(units(&say(&many)) <= 4096);
    }
}
