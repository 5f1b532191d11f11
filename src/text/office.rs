//! What the office is told: where everyone stands, who somebody is, what is overdue.

use i18n_embed_fl::fl;

use crate::domain::cadre::LinkState;
use crate::domain::item::Light;
use crate::domain::notice::{Found, OverdueItem};
use crate::domain::report::{Counts, StatusReport, UnitCount, UnitLine};

use super::Rendered;
use super::amount::{count, progress};
use super::date::date;
use super::items;
use super::page::{Page, plain, shown};
use super::person::{self, name, unit};
use super::words::Voice;

/// Units listed under the totals.
const UNITS: usize = 10;

/// Units named above the overdue items.
const WORST_UNITS: usize = 3;

/// What of an item's content is shown, in characters.
const CONTENT: usize = 16;

/// The longest key of a person that is shown, in characters.
const LONGEST_KEY: usize = 24;

pub(super) fn denied(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "denied"))
}

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
        let percent = percent(total.answered, bound);
        page = page
            .line(fl!(
                words,
                "status-answered",
                answered = answered,
                bound = count(bound),
                percent = percent
            ))
            .line(fl!(
                words,
                "status-linked",
                bound = count(bound),
                people = people()
            ));
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

pub(super) fn found(
    voice: &Voice<'_>,
    looked_for: &str,
    people: &[Found],
    total: usize,
) -> Rendered {
    let words = voice.words;
    let looked_for = name(looked_for);
    if people.is_empty() {
        return plain(fl!(words, "found-none", name = looked_for));
    }
    let entries = people.iter().map(|person| person_entry(voice, person));
    Page::new(fl!(words, "found-title", name = looked_for, total = total))
        .list(entries, total, |left| fl!(words, "more-people", n = left))
        .done()
}

pub(super) fn find_what(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "find-what"))
}

pub(super) fn overdue(
    voice: &Voice<'_>,
    late: &[OverdueItem],
    total: usize,
    units: &[UnitCount],
) -> Rendered {
    let words = voice.words;
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
    page.list(entries, total, |left| fl!(words, "more-items", n = left))
        .done()
}

/// Whoever has registered, whether he can be reached today or not.
fn bound(counts: &Counts) -> i64 {
    counts.linked + counts.blocked
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
    let (unit, answered, bound) = (
        unit(&line.unit),
        count(counts.answered),
        count(bound(counts)),
    );
    if counts.overdue > 0 {
        let overdue = count(counts.overdue);
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

fn person_entry(voice: &Voice<'_>, person: &Found) -> String {
    let words = voice.words;
    let link = match person.link {
        LinkState::Never => fl!(words, "link-never"),
        LinkState::Invited => fl!(words, "link-invited"),
        LinkState::Linked => fl!(words, "link-linked"),
        LinkState::Blocked => fl!(words, "link-blocked"),
    };
    let key = fl!(words, "found-key", key = shown(&person.key, LONGEST_KEY));
    let mut lines = vec![person::who(voice, &person.who)];
    if let Some(standing) = &person.standing {
        lines.push(fl!(words, "total", sum = progress(voice, standing)));
    }
    lines.push(fl!(words, "me-items", n = person.open_items));
    lines.push(format!("{link} {key}"));
    lines.join("\n   ")
}

#[cfg(test)]
mod tests {
    use crate::domain::cadre::LinkState;
    use crate::domain::language::Language;
    use crate::domain::notice::{Found, Notice, OverdueItem};
    use crate::domain::report::{Counts, StatusReport, UnitCount, UnitLine};
    use crate::text::page::units;
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
        };
        let counts = Counts {
            linked: 120,
            answered: 89,
            overdue: 2,
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
        };
        let text = say(&Notice::Status(report));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines[..10],
            [
                "今天 3月3日 周一",
                "已答 1,190/1,284人（92%）",
                "已登记 1,284/1,310人",
                "不可达 5/1,284人",
                "进度偏慢 120/1,310人",
                "已达标 33/1,310人",
                "🔴 逾期整改 12项 待审 3项",
                "",
                "各单位（进度慢的在前）",
                "安图县 已答89/120人 逾期2项",
            ]
        );
        assert_eq!(lines.len(), 20);
        assert_eq!(lines[19], "还有30个单位没有列出");
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
        };
        assert_eq!(
            say(&Notice::Status(report)),
            "今天 3月3日 周一\n名册60人，还没有人登记。\n进度偏慢 0/60人\n已达标 0/60人\n\
             逾期整改 0项 待审 0项"
        );
    }

    #[test]
    fn a_person_is_found_with_his_sums_and_nobody_is_answered_with_an_example() {
        let person = Found {
            key: "<1024>".to_owned(),
            who: sample::who(),
            link: LinkState::Invited,
            standing: Some(sample::standing()),
            open_items: 2,
        };
        let people = vec![person];
        assert_eq!(
            say(&Notice::Found {
                name: "俊哲".to_owned(),
                people,
                total: 3
            }),
            "“俊哲” 找到3人\n周俊哲，汪清县春阳镇 镇长\n   累计 3.5/7天 进度正常\n   整改 2项未完成\n   \
             未登记 编号 &lt;1024&gt;\n还有2人没有列出，请写全姓名。"
        );
        assert_eq!(
            say(&Notice::Found {
                name: "张<三".to_owned(),
                people: Vec::new(),
                total: 0
            }),
            "您可查看的单位里没有“张&lt;三”。\n请核对姓名，例如：/find 周俊哲"
        );
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
        };
        assert!(units(&say(&many)) <= 4096);
    }
}
