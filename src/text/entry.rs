//! One entry with all that is known of it, and what came of the press on 撤销.

use chrono::NaiveDateTime;
use i18n_embed_fl::fl;

use crate::domain::action::statement::Press;
use crate::domain::action::{self, Action};
use crate::domain::entry::{Event, Status, WaitsFor};
use crate::domain::month::Month;
use crate::domain::statement::{EntryPage, Happened, Kept, Said};

use super::amount::progress;
use super::date::{date, time};
use super::history::{by, form, how_much, status, topic};
use super::page::{Page, button, shown};
use super::person::{self, name, unit};
use super::statement::press;
use super::words::Voice;
use super::{Button, Rendered, queue};

/// The longest words of a person that are shown, in characters.
const LONGEST: usize = 200;

pub(super) fn entry(voice: &Voice<'_>, entry: &EntryPage) -> Rendered {
    let words = voice.words;
    let line = &entry.line;
    let head = fl!(
        words,
        "entry-title",
        date = date(voice, line.on),
        amount = how_much(voice, line)
    );
    let page = match &entry.said {
        Some(said) => Page::new(answer(voice, entry, said)).gap().line(head),
        None => Page::new(head),
    };
    let mut page = page.line(voice.duty_name(&line.duty));
    if let Some(who) = &entry.who {
        page = page.line(person::who(voice, who));
    }
    for fact in facts(voice, entry) {
        page = page.line(fact);
    }
    page = page.line(standing(voice, entry));
    for happened in &entry.happened {
        page = page.line(event(voice, happened));
    }
    page.buttons(buttons(voice, entry)).done()
}

/// What was said of it besides the amount, and by whom when.
fn facts(voice: &Voice<'_>, entry: &EntryPage) -> Vec<String> {
    let words = voice.words;
    let line = &entry.line;
    let mut facts = Vec::new();
    if let Some(form) = form(voice, &line.duty, entry.form.as_deref()) {
        facts.push(fl!(words, "entry-form", form = form));
    }
    if let Some(topic) = topic(voice, &line.duty, line.topic.as_deref()) {
        facts.push(fl!(words, "entry-topic", topic = topic));
    }
    if let Some(partner) = &entry.partner {
        facts.push(fl!(words, "entry-partner", name = name(partner)));
    }
    if let Some(place) = &entry.place {
        facts.push(fl!(words, "entry-place", unit = unit(place)));
    }
    if !entry.subject.is_empty() {
        let subject = shown(&entry.subject, LONGEST);
        facts.push(fl!(words, "entry-subject", subject = subject));
    }
    if !entry.note.is_empty() {
        facts.push(fl!(words, "entry-note", note = shown(&entry.note, LONGEST)));
    }
    let at = moment(voice, entry.recorded_at);
    facts.push(match &entry.recorded_by {
        None => fl!(words, "entry-recorded", at = at),
        Some(by) => fl!(words, "entry-recorded-by", at = at, name = name(by)),
    });
    if entry.is_correction {
        facts.push(fl!(words, "entry-is-correction"));
    }
    facts
}

/// "✓ 计入", "… 待确认：离今天较远"
fn standing(voice: &Voice<'_>, entry: &EntryPage) -> String {
    let words = voice.words;
    let line = &entry.line;
    let mark = match line.status {
        Status::Counted => fl!(words, "entry-counts"),
        other => status(voice, other),
    };
    let why = match (line.status, entry.waits_for) {
        (Status::Pending, Some(WaitsFor::Late)) => Some(fl!(words, "entry-waits-late")),
        _ => None,
    };
    let parts = [Some(mark), by(voice, line.source), why];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// "3月5日 周三 09:10 未通过 李兰", and below it why.
fn event(voice: &Voice<'_>, happened: &Happened) -> String {
    let words = voice.words;
    let at = moment(voice, happened.at);
    let what = match happened.event {
        Event::Disputed => fl!(words, "event-disputed"),
        Event::Confirmed => fl!(words, "event-confirmed"),
        Event::Rejected => fl!(words, "event-rejected"),
        Event::Withdrawn if happened.by_correction => fl!(words, "event-corrected"),
        Event::Withdrawn => fl!(words, "event-withdrawn"),
    };
    let line = match &happened.by {
        None => fl!(words, "event-line", at = at, what = what),
        Some(by) => fl!(
            words,
            "event-line-by",
            at = at,
            what = what,
            name = name(by)
        ),
    };
    // What is kept as the reason of a correction is no word of a person.
    if happened.reason.is_empty() || happened.by_correction {
        line
    } else {
        let reason = queue::reason(voice, &happened.reason);
        format!("{line}\n   {}", fl!(words, "entry-reason", reason = reason))
    }
}

fn answer(voice: &Voice<'_>, entry: &EntryPage, said: &Said) -> String {
    let words = voice.words;
    match said {
        Said::Done { standing } => {
            let sum = progress(voice, standing);
            format!(
                "{}\n{}",
                fl!(words, "entry-withdrawn"),
                fl!(words, "total", sum = sum)
            )
        }
        Said::Kept {
            why: Kept::Withdrawn,
        } => fl!(words, "entry-withdrawn-before"),
        Said::Kept {
            why: Kept::Rejected,
        } => fl!(words, "entry-rejected-anyway"),
        Said::Kept {
            why: Kept::NotInHisHand,
        } => match &entry.recorded_by {
            Some(by) => fl!(words, "entry-of-another", name = name(by)),
            None => fl!(words, "entry-of-liaison"),
        },
    }
}

/// 撤销, 改, and back to the month that it is of.
fn buttons(voice: &Voice<'_>, entry: &EntryPage) -> Vec<Button> {
    let words = voice.words;
    let (page, withdrawn) = (entry.page, entry.withdrawn);
    let mut buttons = Vec::new();
    if entry.may_withdraw {
        let withdraw = Press::Withdraw {
            entry: entry.line.entry,
            page,
            withdrawn,
        };
        buttons.push(press(fl!(words, "button-undo"), withdraw));
        buttons.extend(change(voice, entry));
    }
    let back = Press::History {
        of: entry.of,
        month: Some(Month::of(entry.line.on)),
        page,
        withdrawn,
    };
    buttons.push(press(fl!(words, "button-back"), back));
    buttons
}

/// 改: the button into the flow that corrects what one update recorded.
fn change(voice: &Voice<'_>, page: &EntryPage) -> Option<Button> {
    let update = page.update?;
    let change = Action::Entry(action::entry::Action::Change { update });
    Some(button(fl!(voice.words, "button-change"), &change))
}

/// "3月4日 周二 17:35"
fn moment(voice: &Voice<'_>, at: NaiveDateTime) -> String {
    format!("{} {}", date(voice, at.date()), time(at.time()))
}

#[cfg(test)]
mod tests {
    use crate::domain::amount::Amount;
    use crate::domain::entry::{Event, Source, Status, WaitsFor};
    use crate::domain::ids::{CadreId, EntryId, UpdateId};
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::domain::statement::{Answer, EntryPage, Happened, Kept, Line, Said};
    use crate::text::{Rendered, render, sample};

    fn page() -> EntryPage {
        EntryPage {
            line: Line {
                entry: EntryId(9),
                on: sample::day(2014, 3, 4),
                duty: "study".to_owned(),
                amount: Amount::whole(4),
                topic: Some("law".to_owned()),
                source: Source::Text,
                status: Status::Pending,
                reason: String::new(),
            },
            of: None,
            who: None,
            form: Some("self".to_owned()),
            partner: None,
            place: None,
            subject: String::new(),
            note: "<昨天>半天".to_owned(),
            recorded_at: sample::day(2014, 3, 5).and_hms_opt(17, 35, 0).unwrap(),
            recorded_by: None,
            waits_for: Some(WaitsFor::Late),
            is_correction: false,
            happened: Vec::new(),
            said: None,
            may_withdraw: true,
            update: Some(UpdateId(9)),
            page: 2,
            withdrawn: false,
        }
    }

    fn say(entry: EntryPage) -> Rendered {
        let answer = Notice::Statement(Answer::Entry(Box::new(entry)));
        render(&sample::campaign(), Language::ZhCn, &answer)
    }

    fn data(rendered: &Rendered) -> Vec<&str> {
        let buttons = rendered.keyboard.iter().flatten();
        buttons.map(|button| button.data.as_str()).collect()
    }

    #[test]
    fn an_entry_shows_all_that_is_known_of_it() {
        let rendered = say(page());
        assert_eq!(
            rendered.text,
            "3月4日 周二 半天（4学时）\n集中学习\n形式 self\n内容 党纪法规\n原话 “&lt;昨天&gt;半天”\n\
             3月5日 周三 17:35 本人记\n… 待确认 离今天较远"
        );
        assert_eq!(data(&rendered), ["y:w:9:2:0", "e:c:9", "y:h:0:201403:2:0"]);
    }

    #[test]
    fn what_became_of_it_is_told_with_who_when_and_why() {
        let at = |day| sample::day(2014, 3, day).and_hms_opt(9, 10, 0).unwrap();
        let happened = |event, day, by: Option<&str>, reason: &str| Happened {
            event,
            at: at(day),
            by: by.map(str::to_owned),
            reason: reason.to_owned(),
            by_correction: false,
        };
        let mut entry = page();
        entry.line.status = Status::Withdrawn;
        entry.line.source = Source::Proxy;
        entry.of = Some(CadreId(12));
        entry.who = Some(sample::who());
        (entry.form, entry.line.topic) = (None, None);
        entry.partner = Some("陈善".to_owned());
        entry.place = Some("汪清县/春阳镇".to_owned());
        entry.subject = "老张家".to_owned();
        entry.note = String::new();
        entry.recorded_by = Some("李兰".to_owned());
        entry.is_correction = true;
        entry.may_withdraw = false;
        entry.happened = vec![
            happened(Event::Disputed, 6, None, "不是这天"),
            happened(Event::Confirmed, 7, Some("李兰"), ""),
            happened(Event::Rejected, 8, Some("李兰"), "没有签到"),
            Happened {
                by_correction: true,
                ..happened(Event::Withdrawn, 9, Some("李兰"), "corrected")
            },
            happened(Event::Withdrawn, 10, None, ""),
        ];
        let rendered = say(entry);
        assert_eq!(
            rendered.text,
            "3月4日 周二 半天（4学时）\n集中学习\n周俊哲，汪清县春阳镇 镇长\n对象 陈善\n\
             地点 汪清县春阳镇\n事由 老张家\n3月5日 周三 17:35 李兰代记\n由前一条更正而来\n已撤销 代记\n\
             3月6日 周四 09:10 提出不对\n   原因：不是这天\n3月7日 周五 09:10 确认 李兰\n\
             3月8日 周六 09:10 未通过 李兰\n   原因：没有签到\n3月9日 周日 09:10 更正 李兰\n\
             3月10日 周一 09:10 撤销"
        );
        assert_eq!(data(&rendered), ["y:h:12:201403:2:0"]);
    }

    #[test]
    fn the_press_on_undo_is_answered_above_the_entry() {
        let mut entry = page();
        entry.may_withdraw = false;
        for (said, by, first) in [
            (
                Said::Done {
                    standing: sample::standing(),
                },
                None,
                "✓ 已撤销\n累计 3.5/7天 进度正常\n\n3月4日",
            ),
            (
                Said::Kept {
                    why: Kept::Withdrawn,
                },
                None,
                "这条以前已撤销，没有改动。\n\n3月4日",
            ),
            (
                Said::Kept {
                    why: Kept::Rejected,
                },
                None,
                "这条未通过，本来就没有计入，\n不用撤销。\n\n3月4日",
            ),
            (
                Said::Kept {
                    why: Kept::NotInHisHand,
                },
                Some("李兰"),
                "这条是李兰代您记的，没有撤销。\n如果不对，请与他联系。\n\n3月4日",
            ),
            (
                Said::Kept {
                    why: Kept::NotInHisHand,
                },
                None,
                "这条是联络员代您记的，没有撤销。\n如果不对，请与联络员联系。\n\n3月4日",
            ),
        ] {
            entry.said = Some(said);
            entry.recorded_by = by.map(str::to_owned);
            let rendered = say(entry.clone());
            assert!(rendered.text.starts_with(first), "{}", rendered.text);
        }
    }
}
