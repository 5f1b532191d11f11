//! A reminder of items: what it says besides their lines, and the one item that has the message to itself.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::item::Press;
use crate::domain::campaign::Superior;
use crate::domain::deadline::Deadline;
use crate::domain::item::{Light, Verb};
use crate::domain::notice::DueItem;
use crate::domain::reminder::{Mention, Rise};

use super::date::date;
use super::page::{Page, button, shown};
use super::words::Voice;
use super::{Button, items, mute};

/// What of an item's content is shown where it has the message to itself, in characters.
const CONTENT: usize = 200;

/// What of a lead's name is shown, in characters.
const NAME: usize = 20;

/// Items of a list with a button that silences them.
const MUTE_BUTTONS: usize = 2;

/// "整改 1项逾期 1项落后", where something is behind.
pub(super) fn title_behind(
    voice: &Voice<'_>,
    overdue: usize,
    behind: usize,
    near: usize,
) -> String {
    let words = voice.words;
    match (overdue, near) {
        (0, 0) => fl!(words, "ladder-title-behind", behind = behind),
        (overdue, 0) => fl!(
            words,
            "ladder-title-overdue-behind",
            overdue = overdue,
            behind = behind
        ),
        (0, near) => fl!(
            words,
            "ladder-title-behind-near",
            behind = behind,
            near = near
        ),
        (overdue, near) => fl!(
            words,
            "ladder-title-all",
            overdue = overdue,
            behind = behind,
            near = near
        ),
    }
}

/// "已逾期4天（第3次提醒）", "落后 还剩20天": how it stands, with what its light and its reminders add.
pub(super) fn standing(voice: &Voice<'_>, item: &DueItem, due: String) -> String {
    let times = item.mention.as_ref().map_or(0, |mention| mention.times);
    if item.light == Light::Yellow {
        fl!(voice.words, "ladder-behind", due = due)
    } else if times > 1 {
        fl!(voice.words, "ladder-times", due = due, times = times)
    } else {
        due
    }
}

/// What stands under an item's line: that nobody but the reader answers for it, and who hears of it next.
pub(super) fn under(voice: &Voice<'_>, item: &DueItem) -> Vec<String> {
    let Some(mention) = &item.mention else {
        return Vec::new();
    };
    let nobody = mention.nobodys.then(|| fl!(voice.words, "ladder-nobody"));
    let rise = mention.rise.map(|next| rise(voice, next));
    nobody.into_iter().chain(rise).collect()
}

/// The item that has the message to itself.
pub(super) fn alone(voice: &Voice<'_>, item: &DueItem, mention: &Mention) -> Page {
    let words = voice.words;
    let kind = voice.campaign.kind(&mention.kind);
    let kind = kind.map_or("", |kind| kind.name.get(voice.language));
    let due = items::due(voice, item);
    let head = fl!(
        words,
        "ladder-head",
        no = items::no(&item.no),
        kind = shown(kind, NAME),
        due = due
    );
    let head = format!("{} {head}", items::light(item.light));
    let mut page = Page::new(head.trim()).line(shown(&item.content, CONTENT));
    let lead = shown(&mention.lead, NAME);
    let about = match (item.deadline, lead.is_empty()) {
        (Deadline::On(day), true) => Some(fl!(words, "deadline", date = date(voice, day))),
        (Deadline::On(day), false) => Some(fl!(
            words,
            "ladder-deadline-lead",
            date = date(voice, day),
            lead = lead
        )),
        (Deadline::Immediate | Deadline::Ongoing, true) => None,
        (Deadline::Immediate | Deadline::Ongoing, false) => {
            Some(fl!(words, "ladder-lead", lead = lead))
        }
    };
    for line in about.into_iter().chain(under(voice, item)) {
        page = page.line(line);
    }
    page
}

/// The buttons of the item that has the message to itself.
pub(super) fn buttons_alone(voice: &Voice<'_>, item: &DueItem, mention: &Mention) -> Vec<Button> {
    let steps = mention.steps.iter().filter_map(|verb| {
        let label = label(voice, *verb)?;
        let press = Press::Step {
            item: item.id,
            verb: *verb,
        };
        Some(button(label, &Action::Item(press)))
    });
    let mute = (mention.mute > 0).then(|| mute::silence(voice, item.id, mention.mute));
    steps.chain(mute).collect()
}

/// "12号 3天不提醒" for the first of a list that may be silenced.
pub(super) fn mute_buttons(voice: &Voice<'_>, items: &[DueItem]) -> Vec<Button> {
    let mutable = items.iter().filter_map(|item| {
        let days = item.mention.as_ref()?.mute;
        (days > 0).then(|| mute::silence_of(voice, item.id, &item.no, days))
    });
    mutable.take(MUTE_BUTTONS).collect()
}

fn label(voice: &Voice<'_>, verb: Verb) -> Option<String> {
    let words = voice.words;
    Some(match verb {
        Verb::Submit => fl!(words, "ladder-button-submit"),
        Verb::Accept => fl!(words, "ladder-button-accept"),
        Verb::AskExtension => fl!(words, "ladder-button-extend"),
        Verb::Report => fl!(words, "ladder-button-report"),
        _ => return None,
    })
}

fn rise(voice: &Voice<'_>, rise: Rise) -> String {
    let (words, days) = (voice.words, rise.within);
    match rise.to {
        Superior::Lead => fl!(words, "ladder-rise-lead", days = days),
        Superior::Head => fl!(words, "ladder-rise-head", days = days),
        Superior::Supervision => fl!(words, "ladder-rise-supervision", days = days),
        Superior::Office => fl!(words, "ladder-rise-office", days = days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::language::Language;
    use crate::domain::notice::{Digest, Notice};
    use crate::text::{render, sample};

    /// The third reminder of an item that its lead hears of in two work days.
    fn late() -> DueItem {
        sample::reminded()
    }

    fn say(language: Language, items: Vec<DueItem>) -> (String, Vec<Vec<String>>) {
        let digest = Notice::Digest(Digest {
            on: sample::day(2014, 3, 3),
            items,
            ..Digest::default()
        });
        let rendered = render(&sample::campaign(), language, &digest);
        let rows = rendered.keyboard.into_iter();
        let labels = rows.map(|row| row.into_iter().map(|button| button.label).collect());
        (rendered.text, labels.collect())
    }

    #[test]
    fn the_third_reminder_says_so_and_what_comes_next() {
        for (language, text) in [
            (
                Language::ZhCn,
                "🔴 7号整改 已逾期2天（第3次提醒）\n公车私用\n时限 3月1日 周六 牵头 李强\n\
                 再过2个工作日将报牵头领导",
            ),
            (
                Language::ZhTw,
                "🔴 7號改善事項 已逾期2天（第3次提醒）\n公车私用\n期限 3月1日 週六 主辦主管 李强\n\
                 再過2個工作日將報主辦主管",
            ),
            (
                Language::En,
                "🔴 No. 7, Rectification: 2 days overdue (reminder 3)\n公车私用\n\
                 Due Sat 1 March, lead 李强\nThe lead hears of it in 2 work days",
            ),
            (
                Language::Ko,
                "🔴 7번 정돈개진 기한초과 2일 (3번째 알림)\n公车私用\n\
                 기한 3월 1일 토요일, 책임령도 李强\n근무일 2일 뒤 책임령도께 보고됩니다",
            ),
        ] {
            assert_eq!(say(language, vec![late()]).0, text);
        }
        let (_, labels) = say(Language::ZhCn, vec![late()]);
        assert_eq!(
            labels,
            [
                vec!["已完成，送审", "申请延期"],
                vec!["说明进展"],
                vec!["看整改"]
            ]
        );
    }

    #[test]
    fn what_is_nobodys_says_so_and_what_is_not_late_can_be_silenced() {
        let mut behind = sample::near_item();
        behind.light = Light::Yellow;
        behind.mention = Some(Mention {
            kind: "rectification".to_owned(),
            steps: vec![Verb::Submit],
            mute: 3,
            nobodys: true,
            ..Mention::default()
        });
        let (text, labels) = say(Language::ZhCn, vec![behind.clone()]);
        assert_eq!(
            text,
            "🟡 12号整改 落后 还剩3天\n会议多、文件多\n时限 3月6日 周四\n没有责任人，由您负责"
        );
        assert_eq!(
            labels,
            [vec!["已完成，送审", "今后3天不提醒"], vec!["看整改"]]
        );
        let (text, labels) = say(Language::ZhCn, vec![late(), behind, sample::near_item()]);
        assert_eq!(
            text,
            "整改 1项逾期 1项落后 1项临近\n 🔴 7号 公车私用 已逾期2天（第3次提醒）\n   \
             再过2个工作日将报牵头领导\n 🟡 12号 会议多、文件多 落后 还剩3天\n   \
             没有责任人，由您负责\n 🔵 12号 会议多、文件多 还剩3天"
        );
        assert!(
            labels.concat().contains(&"12号 3天不提醒".to_owned()),
            "{labels:?}"
        );
    }

    #[test]
    fn titles_count_what_is_behind_too() {
        let campaign = sample::campaign();
        let voice = &Voice::new(&campaign, Language::ZhCn);
        for (overdue, behind, near, title) in [
            (0, 2, 0, "整改 2项落后"),
            (1, 2, 0, "整改 1项逾期 2项落后"),
            (0, 2, 3, "整改 2项落后 3项临近"),
            (1, 2, 3, "整改 1项逾期 2项落后 3项临近"),
        ] {
            assert_eq!(title_behind(voice, overdue, behind, near), title);
        }
    }
}
