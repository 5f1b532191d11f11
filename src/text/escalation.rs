//! To superiors and reviewers: which of others' items are overdue, and which wait for their word.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::item::Press;
use crate::domain::campaign::Superior;
use crate::domain::escalation::{Escalated, Group, NobodyToTell, Raised};
use crate::domain::ids::ItemId;
use crate::domain::item::Light;

use super::Button;
use super::items;
use super::page::{Page, button, label, shown};
use super::person::{name, unit};
use super::words::Voice;

/// The longest number of a ledger that is shown, in characters.
const LONGEST_NO: usize = 12;

/// The items, below what the digest says already, or as all it says.
pub(super) fn block(voice: &Voice<'_>, above: Option<Page>, raised: &Raised) -> Option<Page> {
    let mut page = above;
    for group in &raised.groups {
        page = Some(group_of(voice, page, group));
    }
    if raised.review_count == 0 {
        return page;
    }
    let line = waits(voice, raised);
    Some(match page {
        None => Page::new(line),
        Some(page) => page.gap().line(line),
    })
}

fn group_of(voice: &Voice<'_>, above: Option<Page>, group: &Group) -> Page {
    let title = title(voice, group.role, group.total);
    let page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    let lines = group.items.iter().map(|item| line(voice, item));
    page.list(lines, group.total, |left| {
        fl!(voice.words, "more-items", n = left)
    })
}

/// "您牵头的整改 3项需要关注": as what he hears of them.
fn title(voice: &Voice<'_>, role: Superior, n: usize) -> String {
    let words = voice.words;
    match role {
        Superior::Lead => fl!(words, "escalation-lead", n = n),
        Superior::Head => fl!(words, "escalation-head", n = n),
        Superior::Supervision => fl!(words, "escalation-supervision", n = n),
        Superior::Office => fl!(words, "escalation-office", n = n),
    }
}

/// "🔴 7号 已逾期6天 汪清县春阳镇 周俊哲"
fn line(voice: &Voice<'_>, item: &Escalated) -> String {
    let words = voice.words;
    let parts = [
        items::light(Light::Red).to_owned(),
        fl!(words, "item-no", no = shown(&item.no, LONGEST_NO)),
        fl!(words, "due-past", days = item.days_late),
        unit(&item.unit),
        name(&item.responsible),
    ];
    let written: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!(" {}", written.join(" "))
}

/// "待您审 2项：12号、15号"
fn waits(voice: &Voice<'_>, raised: &Raised) -> String {
    let words = voice.words;
    let nos: Vec<String> = raised
        .reviews
        .iter()
        .map(|review| fl!(words, "item-no", no = shown(&review.no, LONGEST_NO)))
        .collect();
    let nos = nos.join(&fl!(words, "separator"));
    let n = raised.review_count;
    if raised.reviews.len() < n {
        fl!(words, "escalation-reviews-more", n = n, nos = nos)
    } else {
        fl!(words, "escalation-reviews", n = n, nos = nos)
    }
}

/// The items' pages: all of them one after the other from the first, each of those named, and those that wait.
pub(super) fn buttons(voice: &Voice<'_>, raised: &Raised) -> Vec<Button> {
    let words = voice.words;
    let page = |item: ItemId| Action::Item(Press::Show { item });
    let named: Vec<&Escalated> = raised
        .groups
        .iter()
        .flat_map(|group| &group.items)
        .collect();
    let mut buttons = Vec::new();
    if let [first, _, ..] = named.as_slice() {
        buttons.push(button(
            fl!(words, "button-escalation-all"),
            &page(first.item),
        ));
    }
    for item in named {
        let text = fl!(
            words,
            "button-escalation-item",
            no = label(&item.no, LONGEST_NO)
        );
        buttons.push(button(text, &page(item.item)));
    }
    for review in &raised.reviews {
        let no = label(&review.no, LONGEST_NO);
        let text = fl!(words, "button-escalation-review", no = no);
        buttons.push(button(text, &page(review.item)));
    }
    buttons
}

/// To the office: overdue items of which nobody above could be told, and where who is missing.
pub(super) fn nobody(voice: &Voice<'_>, above: Option<Page>, nobody: &NobodyToTell) -> Page {
    let words = voice.words;
    let title = fl!(words, "escalation-nobody", n = nobody.total);
    let page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    nobody.missing.iter().fold(page, |page, line| {
        let unit = unit(&line.unit);
        let n = line.count;
        let line = match line.role {
            Superior::Lead => fl!(words, "escalation-no-lead", unit = unit, n = n),
            Superior::Head => fl!(words, "escalation-no-head", unit = unit, n = n),
            Superior::Supervision => fl!(words, "escalation-no-supervision", unit = unit, n = n),
            Superior::Office => fl!(words, "escalation-no-office", unit = unit, n = n),
        };
        page.line(format!(" {line}"))
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::campaign::Superior;
    use crate::domain::escalation::{Missing, NobodyToTell};
    use crate::domain::language::Language;
    use crate::domain::notice::{Digest, Notice};
    use crate::text::page::units;
    use crate::text::sample::escalation::{late, raised};
    use crate::text::{Rendered, render, sample};

    fn say(language: Language, notice: &Notice) -> Rendered {
        render(&sample::campaign(), language, notice)
    }

    fn digest(items: &[(Superior, &str, i64)], reviews: &[&str]) -> Digest {
        let items = items
            .iter()
            .map(|(role, no, days)| (*role, late(no, *days)));
        Digest {
            on: sample::day(2014, 3, 5),
            raised: raised(items.collect(), reviews),
            ..Digest::default()
        }
    }

    fn labels(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.label.as_str()).collect()
    }

    #[test]
    fn a_lead_reads_which_are_late_where_and_what_waits_for_him() {
        let digest = digest(
            &[(Superior::Lead, "7", 6), (Superior::Lead, "15", 2)],
            &["12", "9"],
        );
        let digest = Notice::Digest(digest);
        for (language, text) in [
            (
                Language::ZhCn,
                "您牵头的整改 2项需要关注\n 🔴 7号 已逾期6天 汪清县春阳镇 周俊哲\n \
                 🔴 15号 已逾期2天 汪清县春阳镇 周俊哲\n\n待您审 2项：12号、9号",
            ),
            (
                Language::ZhTw,
                "您主辦的改善事項 2項需要留意\n 🔴 7號 已逾期6天 汪清县春阳镇 周俊哲\n \
                 🔴 15號 已逾期2天 汪清县春阳镇 周俊哲\n\n待您審核 2項：12號、9號",
            ),
            (
                Language::En,
                "Items you lead: 2 need attention\n 🔴 No. 7 6 days overdue 汪清县春阳镇 周俊哲\n \
                 🔴 No. 15 2 days overdue 汪清县春阳镇 周俊哲\n\nWaiting for your review: 2 (No. 12, No. 9)",
            ),
            (
                Language::Ko,
                "책임령도이신 정돈개진 2건을 살펴 주십시오\n 🔴 7번 기한초과 6일 汪清县春阳镇 周俊哲\n \
                 🔴 15번 기한초과 2일 汪清县春阳镇 周俊哲\n\n심사하실 정돈개진 2건: 12번, 9번",
            ),
        ] {
            assert_eq!(say(language, &digest).text, text);
        }
        let rendered = say(Language::ZhCn, &digest);
        assert_eq!(
            labels(&rendered),
            ["逐项看", "看7号", "看15号", "审12号", "审9号"]
        );
        let data: Vec<_> = rendered
            .keyboard
            .iter()
            .flatten()
            .map(|b| b.data.as_str())
            .collect();
        assert_eq!(data, ["i:7", "i:7", "i:15", "i:12", "i:9"]);
    }

    #[test]
    fn each_reads_as_what_he_hears_of_it() {
        for (role, title) in [
            (Superior::Lead, "您牵头的整改 1项需要关注"),
            (Superior::Head, "您主管单位的整改 1项需要关注"),
            (Superior::Supervision, "您督导的整改 1项需要关注"),
            (Superior::Office, "活动办督办的整改 1项需要关注"),
        ] {
            let notice = Notice::Digest(digest(&[(role, "7", 6)], &[]));
            let rendered = say(Language::ZhCn, &notice);
            assert_eq!(rendered.text.lines().next(), Some(title));
            assert_eq!(labels(&rendered), ["看7号"]);
        }
    }

    #[test]
    fn the_rest_is_counted_and_it_stands_below_his_own() {
        let many: Vec<_> = (1..=9).map(|n| (Superior::Office, "7", n)).collect();
        let nos: Vec<&str> = vec!["3"; 7];
        let mut digest = digest(&many, &nos);
        digest.check_in = Some(sample::standing());
        digest.waiting = 2;
        let rendered = say(Language::ZhCn, &Notice::Digest(digest));
        assert!(rendered.text.starts_with("今天的学习"), "{}", rendered.text);
        let found = [
            "今天学了多少？\n\n活动办督办的整改 9项需要关注\n 🔴 7号 已逾期9天",
            "已逾期5天 汪清县春阳镇 周俊哲\n还有4项没有列出\n\n待您审 7项：3号、3号、3号、3号、3号 等\n\n待您确认 2条",
        ];
        for part in found {
            assert!(rendered.text.contains(part), "{part}\n{}", rendered.text);
        }
        let data = "<b>".repeat(99);
        let mut item = late(&data, 1);
        item.responsible.clone_from(&data);
        item.unit.clone_from(&data);
        let items = vec![(Superior::Lead, item); 900];
        let digest = Notice::Digest(Digest {
            raised: raised(items, &[data.as_str(); 9]),
            ..Digest::default()
        });
        for language in Language::ALL {
            let text = say(language, &digest).text;
            assert!(units(&text) <= 4096 && !text.contains("<b>"), "{text}");
        }
    }

    #[test]
    fn the_office_reads_where_who_is_missing() {
        let line = |role, count| Missing {
            unit: "汪清县/春阳镇".to_owned(),
            role,
            count,
        };
        let nobody = NobodyToTell {
            total: 5,
            missing: vec![
                line(Superior::Head, 3),
                line(Superior::Lead, 2),
                line(Superior::Supervision, 1),
                line(Superior::Office, 1),
            ],
        };
        let notice = |late: usize| Notice::Overdue {
            items: vec![sample::escalation::overdue(); late],
            total: late,
            units: vec![],
            nobody: nobody.clone(),
        };
        let part = "报送无人 5项\n 汪清县春阳镇 缺主要负责人 3项\n 汪清县春阳镇 缺牵头领导 2项\n \
                    汪清县春阳镇 缺督导组 1项\n 汪清县春阳镇 缺活动办 1项";
        assert_eq!(say(Language::ZhCn, &notice(0)).text, part);
        let text = say(Language::ZhCn, &notice(1)).text;
        assert!(text.starts_with("🔴 逾期整改 1项\n"), "{text}");
        assert!(text.ends_with(&format!("\n\n{part}")), "{text}");
    }
}
