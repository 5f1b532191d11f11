//! A month of entries: what it comes to, then a line an entry, the newest first.

use chrono::{Datelike, NaiveDate};
use i18n_embed_fl::fl;

use crate::domain::action::statement::Press;
use crate::domain::amount::Amount;
use crate::domain::entry::{Source, Status};
use crate::domain::month::Month;
use crate::domain::statement::{History, Line, Sum};

use super::amount;
use super::page::{Page, shown};
use super::person;
use super::statement::{month, numbers, page_of, pages, press};
use super::words::Voice;
use super::{Button, Rendered, queue};

pub(super) fn history(voice: &Voice<'_>, history: &History) -> Rendered {
    let words = voice.words;
    let mut page = Page::new(fl!(
        words,
        "history-title",
        month = month(voice, history.month)
    ));
    if let Some(who) = &history.who {
        page = page.line(person::who(voice, who));
    }
    for sum in &history.sums {
        page = page.line(sum_line(voice, sum));
    }
    if history.lines.is_empty() {
        page = page.line(fl!(words, "history-none"));
    } else {
        let lines = (1..).zip(&history.lines);
        let lines = lines.map(|(number, line)| entry_line(voice, number, line));
        let count = history.lines.len();
        page = page
            .gap()
            .list(lines, count, |left| fl!(words, "more-lines", n = left));
    }
    if history.pages > 1 {
        page = page.line(page_of(voice, history.page, history.pages));
    }
    let entries = history.lines.iter().map(|line| Press::Entry {
        entry: line.entry,
        page: history.page,
        withdrawn: history.withdrawn,
    });
    page.buttons(numbers(entries))
        .buttons(ways(voice, history))
        .buttons(others(voice, history))
        .done()
}

/// To the months and pages beside this one.
fn ways(voice: &Voice<'_>, history: &History) -> Vec<Button> {
    let words = voice.words;
    let to = |month: Month, page: u32| Press::History {
        of: history.of,
        month: Some(month),
        page,
        withdrawn: history.withdrawn,
    };
    let mut ways = Vec::new();
    if history.has_earlier {
        let label = fl!(words, "button-month-before");
        ways.push(press(label, to(history.month.previous(), 0)));
    }
    if history.has_later {
        let label = fl!(words, "button-month-after");
        ways.push(press(label, to(history.month.next(), 0)));
    }
    ways.extend(pages(voice, history.page, history.pages, |page| {
        to(history.month, page)
    }));
    ways
}

/// To what was withdrawn, and back to the account.
fn others(voice: &Voice<'_>, history: &History) -> Vec<Button> {
    let words = voice.words;
    let mut others = Vec::new();
    if history.withdrawn_count > 0 {
        let label = if history.withdrawn {
            fl!(words, "button-withdrawn-hide")
        } else {
            fl!(words, "button-withdrawn-show")
        };
        let to = Press::History {
            of: history.of,
            month: Some(history.month),
            page: 0,
            withdrawn: !history.withdrawn,
        };
        others.push(press(label, to));
    }
    let back = Press::Account { of: history.of };
    others.push(press(fl!(words, "button-back"), back));
    others
}

/// "集中学习 计入 1.5天（12学时） 待确认 2学时"
fn sum_line(voice: &Voice<'_>, sum: &Sum) -> String {
    let words = voice.words;
    let said = |of: Amount| amount::entry(voice, &sum.duty, of);
    let mut parts = Vec::new();
    if sum.counted > Amount::ZERO {
        parts.push(fl!(words, "sum-counted", amount = said(sum.counted)));
    }
    if sum.pending > Amount::ZERO {
        parts.push(fl!(words, "sum-pending", amount = said(sum.pending)));
    }
    if sum.rejected > Amount::ZERO {
        parts.push(fl!(words, "sum-rejected", amount = said(sum.rejected)));
    }
    let sums = parts.join(&fl!(words, "sum-separator"));
    let duty = voice.duty_name(&sum.duty);
    fl!(words, "history-sum", duty = duty, sums = sums)
}

/// "1. 3.4 半天（4学时） 集中学习·党纪法规 ✓", and below it why it was turned down.
fn entry_line(voice: &Voice<'_>, number: usize, line: &Line) -> String {
    let words = voice.words;
    let text = fl!(
        words,
        "history-line",
        number = number,
        day = short_day(voice, line.on),
        amount = how_much(voice, line),
        what = what(voice, line),
        mark = marks(voice, line)
    );
    if line.status == Status::Rejected && !line.reason.is_empty() {
        let reason = queue::reason(voice, &line.reason);
        format!("{text}\n   {}", fl!(words, "entry-reason", reason = reason))
    } else {
        text
    }
}

/// "3.4"
fn short_day(voice: &Voice<'_>, on: NaiveDate) -> String {
    fl!(voice.words, "day-short", month = on.month(), day = on.day())
}

/// "半天（4学时）"; "没有" for an answer that nothing was done.
pub(super) fn how_much(voice: &Voice<'_>, line: &Line) -> String {
    if line.amount > Amount::ZERO {
        amount::entry(voice, &line.duty, line.amount)
    } else {
        fl!(voice.words, "entry-nothing")
    }
}

/// "集中学习·党纪法规"
fn what(voice: &Voice<'_>, line: &Line) -> String {
    let duty = voice.duty_name(&line.duty);
    match topic(voice, &line.duty, line.topic.as_deref()) {
        Some(topic) => fl!(voice.words, "duty-with-topic", duty = duty, topic = topic),
        None => duty,
    }
}

/// The topic's name, escaped; its id for one that has left the campaign file since.
pub(super) fn topic(voice: &Voice<'_>, duty: &str, topic: Option<&str>) -> Option<String> {
    let topics = voice.campaign.duty(duty).map(|duty| &duty.topics);
    label(voice, topics, topic)
}

/// The form's name, likewise.
pub(super) fn form(voice: &Voice<'_>, duty: &str, form: Option<&str>) -> Option<String> {
    let forms = voice.campaign.duty(duty).map(|duty| &duty.forms);
    label(voice, forms, form)
}

fn label(
    voice: &Voice<'_>,
    labels: Option<&Vec<crate::domain::campaign::Label>>,
    id: Option<&str>,
) -> Option<String> {
    let id = id?;
    let known = labels.and_then(|labels| labels.iter().find(|label| label.id == id));
    let name = known.map_or(id, |label| label.name.get(voice.language));
    Some(shown(name, 24))
}

/// Where it stands, and in whose hand it is if not in his own: "✓", "✓ 代记", "… 待确认".
pub(super) fn marks(voice: &Voice<'_>, line: &Line) -> String {
    let mark = status(voice, line.status);
    match by(voice, line.source) {
        Some(by) => format!("{mark} {by}"),
        None => mark,
    }
}

/// "✓", "… 待确认", "✗ 未通过", "已撤销"
pub(super) fn status(voice: &Voice<'_>, status: Status) -> String {
    let words = voice.words;
    match status {
        Status::Counted => "✓".to_owned(),
        Status::Pending => fl!(words, "mark-pending"),
        Status::Rejected => fl!(words, "mark-rejected"),
        Status::Withdrawn => fl!(words, "mark-withdrawn"),
    }
}

/// "代记", "集体"
pub(super) fn by(voice: &Voice<'_>, source: Source) -> Option<String> {
    match source {
        Source::Tap | Source::Text => None,
        Source::Proxy => Some(fl!(voice.words, "mark-proxy")),
        Source::Session => Some(fl!(voice.words, "mark-session")),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::amount::Amount;
    use crate::domain::entry::{Source, Status};
    use crate::domain::ids::{CadreId, EntryId};
    use crate::domain::language::Language;
    use crate::domain::month::Month;
    use crate::domain::notice::Notice;
    use crate::domain::statement::{Answer, History, Line, Sum};
    use crate::text::{Rendered, render, sample};

    fn line(entry: i64, day: u32, hours: i64, status: Status) -> Line {
        Line {
            entry: EntryId(entry),
            on: sample::day(2014, 3, day),
            duty: "study".to_owned(),
            amount: Amount::whole(hours),
            topic: None,
            source: Source::Tap,
            status,
            reason: String::new(),
        }
    }

    fn march(lines: Vec<Line>) -> History {
        History {
            of: None,
            who: None,
            month: Month::new(2014, 3).unwrap(),
            sums: vec![Sum {
                duty: "study".to_owned(),
                counted: Amount::whole(12),
                pending: Amount::whole(2),
                rejected: Amount::whole(3),
            }],
            lines,
            page: 0,
            pages: 1,
            withdrawn: false,
            withdrawn_count: 0,
            has_earlier: true,
            has_later: false,
        }
    }

    fn say(language: Language, history: History) -> Rendered {
        let answer = Notice::Statement(Answer::History(history));
        render(&sample::campaign(), language, &answer)
    }

    fn labels(rendered: &Rendered) -> Vec<Vec<&str>> {
        let rows = rendered.keyboard.iter();
        rows.map(|row| row.iter().map(|button| button.label.as_str()).collect())
            .collect()
    }

    fn four() -> Vec<Line> {
        vec![
            line(9, 4, 4, Status::Counted),
            Line {
                topic: Some("<law>".to_owned()),
                source: Source::Session,
                ..line(8, 3, 8, Status::Counted)
            },
            line(7, 2, 2, Status::Pending),
            Line {
                reason: "那天\n<没有>签到".to_owned(),
                ..line(6, 1, 3, Status::Rejected)
            },
            line(5, 1, 0, Status::Counted),
        ]
    }

    #[test]
    fn a_month_shows_its_sums_and_then_a_line_an_entry() {
        for (language, text) in [
            (
                Language::ZhCn,
                "2014年3月的明细\n集中学习 计入1.5天（12学时） 待确认2学时 未通过3学时\n\n\
                 1. 3.4 半天（4学时） 集中学习 ✓\n\
                 2. 3.3 1天（8学时） 集中学习·&lt;law&gt; ✓ 集体\n\
                 3. 3.2 2学时 集中学习 … 待确认\n\
                 4. 3.1 3学时 集中学习 ✗ 未通过\n   原因：那天 &lt;没有&gt;签到\n\
                 5. 3.1 没有 集中学习 ✓",
            ),
            (
                Language::En,
                "Entries of March 2014\nStudy: 1.5 days (12 class hours) counted, 2 class hours waiting, \
                 3 class hours not accepted\n\n\
                 1. 4 Mar: half a day (4 class hours), Study ✓\n\
                 2. 3 Mar: 1 day (8 class hours), Study · &lt;law&gt; ✓ collective\n\
                 3. 2 Mar: 2 class hours, Study … waiting\n\
                 4. 1 Mar: 3 class hours, Study ✗ not accepted\n   Reason: 那天 &lt;没有&gt;签到\n\
                 5. 1 Mar: nothing, Study ✓",
            ),
            (
                Language::Ko,
                "2014년 3월 명세\n집중학습 반영 1.5일(12학시), 확인대기 2학시, 불인정 3학시\n\n\
                 1. 3.4 반일(4학시) 집중학습 ✓\n\
                 2. 3.3 1일(8학시) 집중학습·&lt;law&gt; ✓ 집체\n\
                 3. 3.2 2학시 집중학습 … 확인대기\n\
                 4. 3.1 3학시 집중학습 ✗ 불인정\n   리유: 那天 &lt;没有&gt;签到\n\
                 5. 3.1 없음 집중학습 ✓",
            ),
        ] {
            let rendered = say(language, march(four()));
            let text = text.replace("집중학습", "集中学习");
            assert_eq!(rendered.text, text, "{language:?}");
        }
        let rendered = say(Language::ZhCn, march(four()));
        assert_eq!(
            labels(&rendered),
            [
                vec!["1", "2", "3", "4"],
                vec!["5"],
                vec!["上月"],
                vec!["返回"]
            ]
        );
        assert_eq!(rendered.keyboard[0][1].data, "y:e:8:0:0");
        assert_eq!(rendered.keyboard[2][0].data, "y:h:0:201402:0:0");
    }

    #[test]
    fn buttons_lead_to_pages_months_and_what_was_withdrawn() {
        let history = History {
            of: Some(CadreId(12)),
            who: Some(sample::who()),
            page: 1,
            pages: 3,
            withdrawn: true,
            withdrawn_count: 2,
            has_later: true,
            ..march(vec![line(9, 4, 4, Status::Withdrawn)])
        };
        let rendered = say(Language::ZhCn, history);
        assert!(
            rendered
                .text
                .starts_with("2014年3月的明细\n周俊哲，汪清县春阳镇 镇长\n"),
            "{}",
            rendered.text
        );
        let end = "1. 3.4 半天（4学时） 集中学习 已撤销\n第2/3页";
        assert!(rendered.text.ends_with(end), "{}", rendered.text);
        assert_eq!(
            labels(&rendered),
            [
                vec!["1"],
                vec!["上月", "下月", "上一页", "下一页"],
                vec!["不看撤销的", "返回"]
            ]
        );
        let data: Vec<_> = rendered
            .keyboard
            .iter()
            .flatten()
            .map(|b| b.data.as_str())
            .collect();
        assert_eq!(
            data,
            [
                "y:e:9:1:1",
                "y:h:12:201402:0:1",
                "y:h:12:201404:0:1",
                "y:h:12:201403:0:1",
                "y:h:12:201403:2:1",
                "y:h:12:201403:0:0",
                "y:a:12"
            ]
        );
    }

    #[test]
    fn a_month_without_anything_says_so() {
        let history = History {
            sums: Vec::new(),
            has_earlier: false,
            ..march(Vec::new())
        };
        let rendered = say(Language::ZhCn, history);
        assert_eq!(rendered.text, "2014年3月的明细\n这个月没有记录。");
        assert_eq!(labels(&rendered), [["返回"]]);
    }
}
