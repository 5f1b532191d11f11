//! What is written, and what it means. The campaign is that of 2014 unless said otherwise.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(start: &str, end: &str) -> Span {
    Span {
        start: day(start),
        end: day(end),
    }
}

fn campaign() -> Span {
    span("2014-01-20", "2014-09-30")
}

/// Checks all the texts of a table, parted by `|`, at once, so that a failure shows every one that is misread.
fn each(table: &[(&str, &str)], expected: impl Fn(&str) -> Result<Deadline, NotADeadline>) {
    let mut misread = Vec::new();
    for (meaning, texts) in table {
        for text in texts.split('|') {
            let got = read(text, &campaign());
            if got != expected(meaning) {
                misread.push(format!("{text:?} is {got:?}, not {meaning}"));
            }
        }
    }
    assert!(misread.is_empty(), "{}", misread.join("\n"));
}

#[test]
fn dates_in_chinese() {
    let table = &[
        ("2014-01-30", "春节前|2014年春节前"),
        (
            "2014-03-31",
            "一季度|第一季度|1季度|一季度末|2014年第1季度|2014年3月",
        ),
        (
            "2014-05-20",
            "2014.5.20|2014.05.20前|5.20|5月20号|2014年5月20日以前",
        ),
        (
            "2014-05-31",
            "6月前|2014年6月前|2014.06前|5月31|五月份|2014-05",
        ),
        (
            "2014-06-30",
            "2014年6月底前|6月底|6月30日前|6月30日|6月末|6月30号前|6月30日之前|\
             6月30日以前|六月三十日|二〇一四年六月底前|二零一四年六月三十日|\
             二○一四年六月末|二O一四年六月底|2014年6月30日之前|于6月30日前完成|\
             6月30日前完成整改|6月30日前整改到位|2014年6月底前全部落实到位。|\
             6月底之前完成|截至6月30日|2014 年 6 月 30 日|（2014年6月30日前）|“七一”前|\
             七一前|建党节前|“七一”之前|上半年|2014年上半年|上半年底前|二季度末|第二季度|\
             2014年Q2|6月下旬|六月下旬前|2014年6月份|6月份底|6月月底|14年6月底|2014/6/30|\
             2014.6.30.|2014-06-30 00:00:00|2014-06-30T00:00:00|2014-6-30|2014年06月30日|\
             6.30|6/30|6-30|06-30|6.30前|2014.6.30日前|201406|2014.6|6月30日（周一）|\
             6月30日星期一前|6月30日18时前|6月30日17:30前|6月30日下午5点前|6月30日24时前|\
             最迟6月30日|完成时限：6月30日|2014年6月1日至6月30日|6月1日-6月30日|\
             6月1日至30日|6月1-30日|2014年4月至6月|4-6月|4月—6月|四至六月|6.1-6.30|\
             2014.6.1-2014.6.30|2014.4-2014.6|2014-04-01~2014-06-30|一至二季度|\
             即日起至6月底|自5月1日起至6月30日止|至6月底|6月底前、6月30日前|今年6月底|\
             6月下半月|2014年6月内|2014 06 30|14.6.30|30.6.2014|6月上旬至下旬|41820|\
             6月底前建立长效机制|务必于2014年6月30日前全面完成整改任务",
        ),
        ("2014-07-01", "7月1日前|七一建党节|7.1"),
        (
            "2014-07-15",
            "2014-07-15|2014/7/15|20140715|7-15|7.15|7/15|二零一四年七月十五日|41835|\
             41835.0|７．１５|7月上半月",
        ),
        (
            "2014-07-20",
            "7月中旬前|七月中旬|7月中旬|2014年7月中旬前完成",
        ),
        ("2014-08-10", "8月上旬|8月上旬前"),
        ("2014-08-15", "２０１４年８月１５日|八月十五日"),
        ("2014-08-31", "9月前|九月之前|2014年9月以前|8月|8月底"),
        (
            "2014-09-30",
            "2014年9月|9月|9月份|9月底前|9月下旬|三季度|第三季度|3季度|2014年第3季度|\
             前三季度|三季度末前|三季度底|活动结束前|教育实践活动结束前|国庆节前|十一前|\
             “十一”前|国庆前完成|2014年三季度|第三季|3月至9月|9月结束前",
        ),
        ("2014-10-01", "国庆节|10月1日|十月一日"),
        (
            "2014-12-31",
            "年底|年底前|2014年底|2014年年底前|今年底|今年年底前|年末|下半年|四季度|年内|\
             2014年内|12月|十二月三十一日|元旦前|1月前",
        ),
        ("2015-01-10", "1月10日|2015年1月10日|明年1月10日"),
        ("2013-06-30", "2013年6月底"),
        ("2015-12-31", "2015年底|明年底"),
    ];
    each(table, |meaning| Ok(Deadline::On(day(meaning))));
}

#[test]
fn dates_in_other_scripts() {
    let table = &[
        (
            "2014-06-30",
            "by 30 June 2014|June 30|end of June|2014-06-30|30 June|June 30, 2014|\
             30th June|Jun 30|by the end of June 2014|30-Jun-2014|30-Jun-14|30-Jun|\
             end-June|Monday, 30 June 2014|before 30 June|no later than June 30|Q2 2014|\
             2014Q2|2nd quarter|first half of 2014|H1|2014 H1|June 2014|June|\
             complete by 30 June|6월 30일까지|6월말|6월 말까지|6월까지|2014년 6월 30일|\
             2014년 6월말까지 완료|2014. 6. 30.|2분기|2/4분기|상반기|6월 하순|6월 중|\
             6월 30일 이전|6월 30일(월요일)|6월1일부터 6월30일까지|'14년 6월 30일|\
             from 1 June to 30 June|2014年6月底前|於6月30日前完成|６月３０號前",
        ),
        ("2014-08-31", "before September|9월 전"),
        (
            "2014-09-30",
            "Q3|third quarter|quarter 3|3분기|3사분기|제3분기|3/4분기|end of the campaign|\
             활동 종료 전|國慶節前",
        ),
        (
            "2014-12-31",
            "end of the year|year-end|end of 2014|연말까지|하반기|금년말|second half",
        ),
    ];
    each(table, |meaning| Ok(Deadline::On(day(meaning))));
}

#[test]
fn at_once_and_for_good() {
    let table = &[
        (
            "immediate",
            "立行立改|立即|即知即改|立即整改|马上|立说立行|立刻整改到位|馬上整改|\
             立行立改。|“立行立改”|立行立改,立即整改到位|立即 整改|即改|马上办|马上就办|现场整改|\
             即日完成|immediately|Immediate|at once|즉시|즉시 시정|바로|지체 없이",
        ),
        (
            "ongoing",
            "长期坚持|长期|持续|常态化|长期整改|持续推进|坚持经常|長期堅持|\
             长期坚持、持续推进|长期抓|常抓不懈|常态化推进|经常性工作|长期坚持下去|\
             即日起长期坚持|持续整改|常态长效|ongoing|long-term|continuous|장기|장기 견지|\
             지속적으로 추진|상시",
        ),
    ];
    each(table, |meaning| {
        Ok(if meaning == "immediate" {
            Deadline::Immediate
        } else {
            Deadline::Ongoing
        })
    });
}

#[test]
fn what_is_no_deadline() {
    let table = &[
        ("empty", "|  |　|()"),
        (
            "no such day",
            "2014年13月|2月30日|13月5日|6月31日|2014-06-31|13.45|2月29日|2014年2月29日|\
             0月5日|6月0日|五季度|31 June|13월|6月30日（周二）|20141301|6月30日25时|\
             6月31日至7月10日",
        ),
        (
            "vague",
            "尽快|待定|抓紧整改|近期|尽早完成|儘快|ASAP|tbd|빨리",
        ),
        (
            "no reference",
            "月底|本月底|月底前|10日内|30日前|15日|一个月内|3个月内|两周内|3年内|下月|\
             周五前|本季度|3月内|within 10 days|10일내|end of month",
        ),
        (
            "several",
            "6月底、7月底|立行立改，长期坚持|6月底前完成，长期坚持|立即整改并长期坚持|\
             6月底前持续推进",
        ),
        (
            "unreadable",
            "完成|已完成|6月30日后|6月30日起|6月30日左右|6月30日前后|6月初|6月中|约6月底|\
             前6月|三季度前|上半年前|2014年|2014|7|99999999|41835前|12345|65000|140630|\
             十一|年前|春节后|农历六月三十|6月未完成|问题多|无|-|/|。|A|mid-June|\
             Jun-14|7/8/2014|2014.6.30.1|6月30日0时前|6月6月|6月30日底|即日起|即日起整改|\
             2014年11月至3月|6月至|market|2014-07-15x|12.6.14至|中长期|短期|不长期|6/7月|\
             😀|2014年6月底前＋",
        ),
    ];
    each(table, |meaning| {
        Err(match meaning {
            "empty" => NotADeadline::Empty,
            "no such day" => NotADeadline::NoSuchDay,
            "vague" => NotADeadline::Vague,
            "no reference" => NotADeadline::NoReference,
            "several" => NotADeadline::Several,
            _ => NotADeadline::Unreadable,
        })
    });
}

#[test]
fn more_ways_of_saying_the_same() {
    let table = &[
        (
            "2014-06-30",
            "6月30日前整改结束|6月底前抓到底|2014年6月30|力争在6月底完成|6月30日前（含当日）|到6月底|2014-6|\
             30/06/2014|30th of June|June 30th, 2014|by end June|Q2/Q2|六月卅日|6月 30日 前|2014年六月底|\
             6월 말일까지|6월 30일까지 완료|2·4분기|尽快于6月底前完成|抓紧整改,6月底前完成|６月３０日前",
        ),
        (
            "2014-07-15",
            "2014 - 07 - 15|２０１４－０７－１５|2014—7—15|2014·7·15|2014年7月15日。|14/7/15",
        ),
        (
            "2014-08-20",
            "八月二十日|八月廿日|20 Aug|Aug 20, 2014|8月中旬完成",
        ),
        (
            "2014-12-31",
            "올해 안|올해 말|今年以内|第四季度|4季度|2014年下半年|End-2014|岁末前",
        ),
    ];
    each(table, |meaning| Ok(Deadline::On(day(meaning))));
}

#[test]
fn a_date_without_a_year_falls_into_the_campaign() {
    let over_new_year = span("2013-11-01", "2014-03-31");
    let two_years = span("2013-07-01", "2015-06-30");
    let leap = span("2015-09-01", "2016-06-30");
    for (text, campaign, expected) in [
        ("2月底", over_new_year, "2014-02-28"),
        ("12月15日", over_new_year, "2013-12-15"),
        ("6月30日", over_new_year, "2014-06-30"), // in neither: the first after the start
        ("一季度", over_new_year, "2014-03-31"),
        ("年底", over_new_year, "2013-12-31"),
        ("春节前", over_new_year, "2014-01-30"),
        ("元旦前", over_new_year, "2013-12-31"),
        ("活动结束前", over_new_year, "2014-03-31"),
        ("11月至3月", over_new_year, "2014-03-31"),
        ("6月30日", two_years, "2014-06-30"), // fits twice: the first
        ("8月1日", two_years, "2013-08-01"),
        ("2月29日", leap, "2016-02-29"),
        ("9月1日", leap, "2015-09-01"), // on the first day
        ("2009年6月底", leap, "2009-06-30"),
    ] {
        assert_eq!(
            read(text, &campaign),
            Ok(Deadline::On(day(expected))),
            "{text}"
        );
    }
    assert_eq!(
        read("2月29日", &over_new_year),
        Err(NotADeadline::NoSuchDay)
    );
    assert_eq!(
        read("41835", &span("2025-01-01", "2025-09-30")),
        Err(NotADeadline::Unreadable)
    );
    assert_eq!(
        read("45838", &span("2025-01-01", "2025-09-30")),
        Ok(Deadline::On(day("2025-06-30")))
    );
}

#[test]
fn a_page_is_no_deadline() {
    assert_eq!(
        read(&"完成".repeat(10_000), &campaign()),
        Err(NotADeadline::Unreadable)
    );
}

mod any_text {
    use super::*;
    use chrono::{Datelike, Days};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_read_or_refused_without_a_panic(text in "\\PC*") {
            let _ = read(&text, &campaign());
        }

        #[test]
        fn of_known_pieces_is_read_or_refused_without_a_panic(
            text in "(2014|[0-9]{1,9}|二〇|十|年|月|日|底|前|至|-|/|\\.| |:|旬|上|季度|即日|起|q|june|월|분기|春节|,){0,12}",
        ) {
            let _ = read(&text, &campaign());
        }

        #[test]
        fn every_day_reads_back_in_every_form(offset in 0_u64..4000) {
            let date = day("2010-01-01") + Days::new(offset);
            let (y, m, d) = (date.year(), date.month(), date.day());
            for text in [
                format!("{y}年{m}月{d}日前"), format!("{y}-{m:02}-{d:02}"), format!("{y}/{m}/{d}"), format!("{y}.{m}.{d}"),
                format!("{y}{m:02}{d:02}"), format!("{y}년 {m}월 {d}일까지"), date.format("%-d %B %Y").to_string(),
                date.format("by %b %-d, %Y").to_string(), date.format("%d-%b-%Y").to_string(),
            ] {
                prop_assert_eq!(read(&text, &campaign()), Ok(Deadline::On(date)), "{}", text);
            }
        }

        #[test]
        fn a_day_of_the_campaign_needs_no_year(offset in 0_u64..=253) {
            let date = campaign().start + Days::new(offset);
            let (m, d) = (date.month(), date.day());
            for text in [format!("{m}月{d}日"), format!("{m}.{d}"), format!("{m}-{d}"), format!("{m}월 {d}일")] {
                prop_assert_eq!(read(&text, &campaign()), Ok(Deadline::On(date)), "{}", text);
            }
        }
    }
}
