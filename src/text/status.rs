//! `/status`: where everyone stands today.

use i18n_embed_fl::fl;

use crate::domain::item::Light;
use crate::domain::report::{Counts, StatusReport, UnitLine};

use super::Rendered;
use super::amount::count;
use super::date::date;
use super::items;
use super::page::Page;
use super::person::unit;
use super::words::Voice;

/// Units listed under the totals.
const UNITS: usize = 10;

pub(super) fn status(voice: &Voice<'_>, report: &StatusReport) -> Rendered {
    let words = voice.words;
    let total = &report.total;
    let bound = bound(total);
    let people = || count(total.people);
    let mut page = Page::new(fl!(words, "status-title", date = date(voice, report.on)));
    if bound == 0 {
        page = page.line(fl!(words, "status-nobody", people = people()));
    } else {
        let answered = count(total.answered);
        let expected = expected(total);
        let percent = percent(total.answered, expected);
        page = page
            .line(fl!(
                words,
                "status-answered",
                answered = answered,
                bound = count(expected),
                percent = percent
            ))
            .line(fl!(
                words,
                "status-linked",
                bound = count(bound),
                people = people()
            ));
    }
    if total.away > 0 {
        page = page.line(fl!(words, "status-away", away = count(total.away)));
    }
    if total.blocked > 0 {
        let blocked = count(total.blocked);
        page = page.line(fl!(
            words,
            "status-blocked",
            blocked = blocked,
            bound = count(bound)
        ));
    }
    let (behind, met) = (count(total.behind), count(total.met));
    page = page
        .line(fl!(
            words,
            "status-behind",
            behind = behind,
            people = people()
        ))
        .line(fl!(words, "status-met", met = met, people = people()))
        .line(items_line(voice, total));
    if report.dead_letters > 0 {
        page = page.line(fl!(words, "undelivered-letters", n = report.dead_letters));
    }
    if total.blocked > 0 || report.dead_letters > 0 {
        page = page.line(fl!(words, "status-undelivered"));
    }
    let proxies = report.proxies;
    if proxies.by_proxy > 0 {
        page = page.line(fl!(
            words,
            "status-proxies",
            n = count(proxies.by_proxy),
            percent = percent(proxies.by_proxy, proxies.entries)
        ));
    }
    if report.units.is_empty() {
        return page.done();
    }
    let lines = report
        .units
        .iter()
        .take(UNITS)
        .map(|line| unit_line(voice, line));
    page.gap()
        .line(fl!(words, "status-units"))
        .list(lines, report.unit_count, |left| {
            fl!(words, "more-units", n = left)
        })
        .done()
}

/// Whoever has registered, whether he can be reached today or not.
fn bound(counts: &Counts) -> i64 {
    counts.linked + counts.blocked
}

/// Of them, those who might have answered: who is on leave and has not is not waited for.
fn expected(counts: &Counts) -> i64 {
    bound(counts) - counts.excused
}

fn percent(part: i64, whole: i64) -> i64 {
    part.saturating_mul(100)
        .checked_div(whole)
        .unwrap_or(0)
        .clamp(0, 100)
}

fn items_line(voice: &Voice<'_>, total: &Counts) -> String {
    let (overdue, submitted) = (count(total.overdue), count(total.submitted));
    let line = fl!(
        voice.words,
        "status-items",
        overdue = overdue,
        submitted = submitted
    );
    if total.overdue > 0 {
        format!("{} {line}", items::light(Light::Red))
    } else {
        line
    }
}

fn unit_line(voice: &Voice<'_>, line: &UnitLine) -> String {
    let words = voice.words;
    let counts = &line.counts;
    let (unit, overdue) = (unit(&line.unit), count(counts.overdue));
    let late = counts.overdue > 0;
    let bound = bound(counts);
    if bound == 0 {
        let people = count(counts.people);
        return if late {
            fl!(
                words,
                "status-unit-nobody-overdue",
                unit = unit,
                people = people,
                overdue = overdue
            )
        } else {
            fl!(words, "status-unit-nobody", unit = unit, people = people)
        };
    }
    let (answered, bound) = (count(counts.answered), count(expected(counts)));
    if late {
        fl!(
            words,
            "status-unit-overdue",
            unit = unit,
            answered = answered,
            bound = bound,
            overdue = overdue
        )
    } else {
        fl!(
            words,
            "status-unit",
            unit = unit,
            answered = answered,
            bound = bound
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::domain::report::{Counts, Proxies, StatusReport, UnitLine};
    use crate::text::{render, sample};

    fn say(notice: &Notice) -> String {
        render(&sample::campaign(), Language::ZhCn, notice).text
    }

    #[test]
    fn the_office_sees_totals_first_and_then_units() {
        let total = Counts {
            people: 1_310,
            linked: 1_279,
            blocked: 5,
            answered: 1_190,
            behind: 120,
            met: 33,
            overdue: 12,
            submitted: 3,
            away: 9,
            excused: 4,
        };
        let counts = Counts {
            linked: 120,
            answered: 89,
            overdue: 2,
            excused: 1,
            ..Counts::default()
        };
        let line = UnitLine {
            unit: "安图县".to_owned(),
            counts,
        };
        let report = StatusReport {
            on: sample::day(2014, 3, 3),
            total,
            units: vec![line; 40],
            unit_count: 40,
            dead_letters: 2,
            proxies: Proxies {
                by_proxy: 12,
                entries: 400,
            },
        };
        let text = say(&Notice::Status(report));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines[..14],
            [
                "今天 3月3日 周一",
                "已答 1,190/1,280人（92%）",
                "已登记 1,284/1,310人",
                "请假、出差 9人",
                "不可达 5/1,284人",
                "进度偏慢 120/1,310人",
                "已达标 33/1,310人",
                "🔴 逾期整改 12项 待审 3项",
                "发不出的消息 2条",
                "名单见 /undelivered",
                "代记 12条，占3%",
                "",
                "各单位（进度慢的在前）",
                "安图县 已答89/119人 逾期2项",
            ]
        );
        assert_eq!(lines.len(), 24);
        assert_eq!(lines[23], "还有30个单位没有列出");
    }

    #[test]
    fn a_unit_where_nobody_has_registered_shows_how_many_could() {
        let units = [(2, 1), (3, 0)].map(|(people, overdue)| UnitLine {
            unit: "敦化市".to_owned(),
            counts: Counts {
                people,
                overdue,
                ..Counts::default()
            },
        });
        let report = StatusReport {
            on: sample::day(2014, 3, 3),
            total: Counts::default(),
            units: units.to_vec(),
            unit_count: 2,
            dead_letters: 0,
            proxies: Proxies::default(),
        };
        let text = say(&Notice::Status(report));
        assert!(
            text.ends_with("敦化市 已登记0/2人 逾期1项\n敦化市 已登记0/3人"),
            "{text}"
        );
    }

    #[test]
    fn an_empty_campaign_divides_by_nothing() {
        let total = Counts {
            people: 60,
            ..Counts::default()
        };
        let report = StatusReport {
            on: sample::day(2014, 3, 3),
            total,
            units: Vec::new(),
            unit_count: 0,
            dead_letters: 0,
            proxies: Proxies::default(),
        };
        assert_eq!(
            say(&Notice::Status(report)),
            "今天 3月3日 周一\n名册60人，还没有人登记。\n进度偏慢 0/60人\n已达标 0/60人\n\
             逾期整改 0项 待审 0项"
        );
    }
}
