//! Items of the ledger: lists with their lights, and what becomes of "已完成".

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::deadline::Deadline;
use crate::domain::item::{Light, Status};
use crate::domain::notice::DueItem;

use super::date::date;
use super::page::{Page, button, plain, shown};
use super::words::Voice;
use super::{Button, Rendered, ladder};

/// Items listed in a digest; the rest is a tap away.
const IN_DIGEST: usize = 5;

/// Items with a button of their own under the list.
const SUBMIT_BUTTONS: usize = 8;

/// What of an item's content is shown in a line of a list, in characters.
pub(super) const SHORT: usize = 16;

/// What of it is shown where it has the line to itself.
pub(super) const LONG: usize = 40;

/// The longest number of a ledger that is shown, in characters.
const LONGEST_NO: usize = 12;

/// The items of a digest, under its question or alone.
pub(super) fn block(voice: &Voice<'_>, above: Option<Page>, items: &[DueItem]) -> Page {
    let title = title(voice, items);
    let page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    let lines = items.iter().take(IN_DIGEST).map(|item| {
        let under = ladder::under(voice, item);
        let lines = std::iter::once(line(voice, item, SHORT));
        let under = under.into_iter().map(|line| format!("   {line}"));
        lines.chain(under).collect::<Vec<_>>().join("\n")
    });
    page.list(lines, items.len(), |left| {
        fl!(voice.words, "more-items", n = left)
    })
}

pub(super) fn tasks(voice: &Voice<'_>, items: &[DueItem], total: usize) -> Rendered {
    if items.is_empty() {
        return plain(fl!(voice.words, "tasks-none"));
    }
    let entries = items.iter().map(|item| match item.deadline {
        Deadline::On(day) => {
            let deadline = fl!(voice.words, "deadline", date = date(voice, day));
            format!("{}\n   {deadline}", line(voice, item, LONG))
        }
        Deadline::Immediate | Deadline::Ongoing => line(voice, item, LONG),
    });
    Page::new(fl!(voice.words, "tasks-title", total = total))
        .list(entries, total, |left| {
            fl!(voice.words, "more-items", n = left)
        })
        .buttons(submit_buttons(voice, items, SUBMIT_BUTTONS))
        .done()
}

pub(super) fn submitted(voice: &Voice<'_>, item: &DueItem) -> Rendered {
    plain(fl!(voice.words, "submitted", no = no(&item.no)))
}

pub(super) fn already(voice: &Voice<'_>, number: &str, status: Status) -> Rendered {
    let no = no(number);
    plain(match status {
        Status::Submitted => fl!(voice.words, "item-already-submitted", no = no),
        Status::Closed => fl!(voice.words, "item-already-closed", no = no),
        Status::Cancelled => fl!(voice.words, "item-already-cancelled", no = no),
        Status::Assigned | Status::Accepted | Status::UnderWay => {
            fl!(voice.words, "item-still-assigned", no = no)
        }
    })
}

pub(super) fn not_yours(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "item-not-yours"))
}

/// "已完成，送审" for the first items that are still to be done.
pub(super) fn submit_buttons(voice: &Voice<'_>, items: &[DueItem], most: usize) -> Vec<Button> {
    let open = items.iter().filter(|item| item.status.is_open());
    open.take(most)
        .map(|item| {
            let label = fl!(voice.words, "button-submit", no = label_no(&item.no));
            button(label, &Action::Submit { item: item.id })
        })
        .collect()
}

/// "🔴 7号 公车私用 已逾期2天", set in by one sign, with at most `longest` characters of its content.
pub(super) fn line(voice: &Voice<'_>, item: &DueItem, longest: usize) -> String {
    let no = fl!(voice.words, "item-no", no = no(&item.no));
    let content = shown(&item.content, longest);
    let parts = [light(item.light).to_owned(), no, content, due(voice, item)];
    let written: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!(" {}", written.join(" "))
}

/// The sign of a light, always the same one.
pub(super) const fn light(light: Light) -> &'static str {
    match light {
        Light::Red => "🔴",
        Light::Yellow => "🟡",
        Light::Blue => "🔵",
        Light::None => "",
    }
}

fn title(voice: &Voice<'_>, items: &[DueItem]) -> String {
    let with = |light| items.iter().filter(|item| item.light == light).count();
    let words = voice.words;
    if with(Light::Yellow) > 0 {
        let behind = with(Light::Yellow);
        return ladder::title_behind(voice, with(Light::Red), behind, with(Light::Blue));
    }
    match (with(Light::Red), with(Light::Blue)) {
        (0, 0) if items.is_empty() => fl!(words, "tasks-none"),
        (0, 0) => fl!(words, "items-title", total = items.len()),
        (0, near) => fl!(words, "items-title-near", near = near),
        (overdue, 0) => fl!(words, "items-title-overdue", overdue = overdue),
        (overdue, near) => fl!(words, "items-title-both", overdue = overdue, near = near),
    }
}

/// How it stands: "还剩3天", "落后 还剩20天", "已逾期4天（第3次提醒）".
pub(super) fn due(voice: &Voice<'_>, item: &DueItem) -> String {
    let words = voice.words;
    let due = match (item.status, item.days_left, item.deadline) {
        (Status::Submitted, ..) => fl!(words, "status-submitted"),
        (Status::Closed, ..) => fl!(words, "status-closed"),
        (Status::Cancelled, ..) => fl!(words, "status-cancelled"),
        (_, Some(0), _) => fl!(words, "due-today"),
        (_, Some(days), _) if days < 0 => {
            fl!(words, "due-past", days = days.saturating_neg())
        }
        (_, Some(days), _) => fl!(words, "due-in", days = days),
        (_, None, Deadline::Immediate) => fl!(words, "deadline-immediate"),
        (_, None, Deadline::Ongoing) => fl!(words, "deadline-ongoing"),
        (_, None, Deadline::On(day)) => {
            fl!(words, "deadline", date = date(voice, day))
        }
    };
    ladder::standing(voice, item, due)
}

pub(super) fn no(number: &str) -> String {
    shown(number, LONGEST_NO)
}

/// A label is no HTML: what was escaped for the text is written out again.
pub(super) fn label_no(number: &str) -> String {
    no(number)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use crate::domain::item::{Light, Status};
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::page::units;
    use crate::text::{render, sample};

    #[test]
    fn a_list_shows_lights_and_deadlines() {
        let (near, late) = (sample::near_item(), sample::late_item());
        let mut sent = sample::near_item();
        sent.status = Status::Submitted;
        sent.light = Light::None;
        sent.no = "3".to_owned();
        let mut ongoing = sample::ongoing_item();
        ongoing.content = "<b>学习</b>".to_owned();
        let notice = Notice::Tasks {
            items: vec![late, near, sent, ongoing],
            total: 9,
        };
        let rendered = render(&sample::campaign(), Language::ZhCn, &notice);
        assert_eq!(
            rendered.text,
            "您的整改 9项\n 🔴 7号 公车私用 已逾期2天\n   时限 3月1日 周六\n \
             🔵 12号 会议多、文件多 还剩3天\n   时限 3月6日 周四\n \
             3号 会议多、文件多 已送审\n   时限 3月6日 周四\n \
             15号 &lt;b&gt;学习&lt;/b&gt; 长期坚持\n还有5项没有列出"
        );
        let labels: Vec<_> = rendered
            .keyboard
            .iter()
            .flatten()
            .map(|b| b.label.as_str())
            .collect();
        assert_eq!(
            labels,
            ["已完成，送审 7号", "已完成，送审 12号", "已完成，送审 15号"]
        );
    }

    #[test]
    fn five_hundred_items_stay_within_one_message() {
        let mut item = sample::late_item();
        item.content = "𠮷&<".repeat(200);
        item.no = "&".repeat(50);
        for language in Language::ALL {
            let notice = Notice::Tasks {
                items: vec![item.clone(); 500],
                total: 500,
            };
            let rendered = render(&sample::campaign(), language, &notice);
            assert!(units(&rendered.text) <= 4096);
            assert_eq!(rendered.keyboard.len(), 8);
            let listed = rendered.text.matches("🔴").count();
            let last = rendered.text.lines().last().unwrap_or_default();
            assert!(last.contains(&(500 - listed).to_string()), "{last}");
        }
    }

    #[test]
    fn an_item_in_its_reviewers_hands_is_not_asked_for_again() {
        for (status, text) in [
            (Status::Submitted, "7号已送审，等待审核，不用再报。"),
            (Status::Closed, "7号已销号，不用再报。"),
            (Status::UnderWay, "7号还没有送审，没有改动。"),
            (Status::Cancelled, "7号已取消，不用再报。"),
        ] {
            let notice = Notice::ItemAlready {
                no: "7".to_owned(),
                status,
            };
            assert_eq!(
                render(&sample::campaign(), Language::ZhCn, &notice).text,
                text
            );
        }
    }
}
