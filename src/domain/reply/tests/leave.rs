//! What people write when they are away. Today is Monday 2014-03-03.

use super::super::{Heard, leave};
use super::{date, today};
use crate::domain::leave::{Kind, Lasting, Said, When};

/// As said on that day: "leave 0310 0314", "trip 0303 Days(3)", "leave open", "unclear", "none".
fn heard(text: &str, on: chrono::NaiveDate) -> String {
    match leave(text, on) {
        Heard::NoLeave => "none".to_owned(),
        Heard::Unclear { .. } => "unclear".to_owned(),
        Heard::Said(Said { kind, when }) => {
            let day = |day: chrono::NaiveDate| day.format("%m%d").to_string();
            let when = match when {
                When::Open => "open".to_owned(),
                When::Days {
                    first,
                    last,
                    lasting: None,
                } => format!("{} {}", day(first), day(last)),
                When::Days {
                    first,
                    last,
                    lasting: Some(lasting),
                } => format!("{} {} {lasting:?}", day(first), day(last)),
                When::For { first, lasting } => format!("{} {lasting:?}", day(first)),
            };
            format!("{} {when}", kind.name())
        }
    }
}

/// Fails with every row that is read otherwise, not only the first.
fn check_on(on: chrono::NaiveDate, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, want)| {
            let got = heard(text, on);
            (got != *want).then(|| format!("{text:?}: want {want}, got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(rows: &[(&str, &str)]) {
    check_on(today(), rows);
}

#[test]
fn in_chinese() {
    check(&[
        ("请假", "leave open"),
        ("出差", "trip open"),
        ("我要请假", "leave open"),
        ("领导，我想请个假", "leave open"),
        ("请假三天", "leave 0303 Days(3)"),
        ("请三天假", "leave 0303 Days(3)"),
        ("请了两天病假", "leave 0303 Days(2)"),
        ("今天请假", "leave 0303 0303"),
        ("请假今天", "leave 0303 0303"),
        ("请假一天", "leave 0303 Days(1)"),
        ("请假两日", "leave 0303 Days(2)"),
        ("请假3个工作日", "leave 0303 WorkDays(3)"),
        ("明天请假", "leave 0304 0304"),
        ("明天请假三天", "leave 0304 Days(3)"),
        ("明天起请假三天", "leave 0304 Days(3)"),
        ("从明天开始休假一周", "leave 0304 Weeks(1)"),
        ("后天出差", "trip 0305 0305"),
        ("今明两天请假", "leave 0303 0304 Days(2)"),
        ("明天、后天请假", "leave 0304 0305"),
        ("下周一请假", "leave 0310 0310"),
        ("下周请假", "leave 0310 0316"),
        ("本周出差", "trip 0303 0309"),
        ("周五请假", "leave 0307 0307"),
        ("请假到周五", "leave 0303 0307"),
        ("出差到周五", "trip 0303 0307"),
        ("出差至下周三", "trip 0303 0312"),
        ("周三到周五请假", "leave 0305 0307"),
        ("下周一到周五请假", "leave 0310 0314"),
        ("下周一到下周三出差", "trip 0310 0312"),
        ("明天到后天请假", "leave 0304 0305"),
        ("今天到周五请假", "leave 0303 0307"),
        ("从今天起到周五请假", "leave 0303 0307"),
        ("请假 3.10-3.14", "leave 0310 0314"),
        ("请假3.10-3.14", "leave 0310 0314"),
        ("请假3.1-3.2", "leave 0301 0302"),
        ("请假：3.10—3.14。", "leave 0310 0314"),
        ("3.10~3.14请假", "leave 0310 0314"),
        ("请假3.10——3.14", "leave 0310 0314"),
        ("请假 3.10-14", "leave 0310 0314"),
        ("请假 3.10", "leave 0310 0310"),
        ("请假到3.14", "leave 0303 0314"),
        ("请假 3/10-3/14", "leave 0310 0314"),
        ("请假2014.3.10-2014.3.14", "leave 0310 0314"),
        ("请假2014-03-10至2014-03-14", "leave 0310 0314"),
        ("请假3月10日到3月14日", "leave 0310 0314"),
        ("请假3月10号至14号", "leave 0310 0314"),
        ("请假3月10-14日", "leave 0310 0314"),
        ("请假10-14号", "leave 0310 0314"),
        ("10号到14号请假", "leave 0310 0314"),
        ("从3月10日请假到3月14日", "leave 0310 0314"),
        ("3月10日至3月14日请假5天", "leave 0310 0314 Days(5)"),
        ("3月10日起请假5天", "leave 0310 Days(5)"),
        ("请假到14日", "leave 0303 0314"),
        ("请假到14号", "leave 0303 0314"),
        ("休假一周", "leave 0303 Weeks(1)"),
        ("休假两个星期", "leave 0303 Weeks(2)"),
        ("请产假一个月", "leave 0303 Months(1)"),
        ("年假 3.10-3.14", "leave 0310 0314"),
        ("因病请假三天", "leave 0303 Days(3)"),
        ("家里有事，请假一天", "leave 0303 Days(1)"),
        ("因公出差三天", "trip 0303 Days(3)"),
        ("去北京出差到周五", "trip 0303 0307"),
        ("出差去北京三天", "trip 0303 Days(3)"),
        ("因出差请假三天", "trip 0303 Days(3)"),
        ("书记您好，我明天请假一天，谢谢", "leave 0304 Days(1)"),
        ("婚假4月1日到4月15日", "leave 0401 0415"),
        ("请假9.10-9.12", "leave 0910 0912"),
        ("請假三天", "leave 0303 Days(3)"),
        ("請假 3.10-3.14", "leave 0310 0314"),
        ("請假３月１０日到３月１４日", "leave 0310 0314"),
        ("請假到週五", "leave 0303 0307"),
        ("下週一請假", "leave 0310 0310"),
        ("出差到週五", "trip 0303 0307"),
        ("休假一週", "leave 0303 Weeks(1)"),
        ("請喪假三天", "leave 0303 Days(3)"),
    ]);
}

#[test]
fn in_english() {
    check(&[
        ("on leave", "leave open"),
        ("I'm on leave until Friday", "leave 0303 0307"),
        ("on leave until Friday", "leave 0303 0307"),
        ("leave till next Wednesday", "leave 0303 0312"),
        ("leave 10-14 March", "leave 0310 0314"),
        ("leave 10 to 14 March", "leave 0310 0314"),
        ("leave March 10-14", "leave 0310 0314"),
        ("leave 10 March - 14 March", "leave 0310 0314"),
        ("leave from March 10th to March 14th", "leave 0310 0314"),
        ("leave 3/10-3/14", "leave 0310 0314"),
        ("leave 10-14 March 2014", "leave 0310 0314"),
        ("leave on 10 March", "leave 0310 0310"),
        ("on leave tomorrow", "leave 0304 0304"),
        ("leave today", "leave 0303 0303"),
        ("three days leave", "leave 0303 Days(3)"),
        ("leave for 3 days", "leave 0303 Days(3)"),
        ("a week's leave from Monday", "leave 0303 Weeks(1)"),
        ("two weeks of annual leave", "leave 0303 Weeks(2)"),
        ("on leave next week", "leave 0310 0316"),
        ("business trip until Friday", "trip 0303 0307"),
        (
            "on a business trip for 3 working days",
            "trip 0303 WorkDays(3)",
        ),
        ("vacation 3/10 - 3/14", "leave 0310 0314"),
        ("off until Friday", "leave 0303 0307"),
    ]);
}

#[test]
fn in_korean() {
    check(&[
        ("휴가", "leave open"),
        ("휴가입니다", "leave open"),
        ("휴가 3월10일-3월14일", "leave 0310 0314"),
        ("청가 3월10일-3월14일", "leave 0310 0314"),
        ("3월 10일부터 3월 14일까지 휴가입니다", "leave 0310 0314"),
        ("휴가 3월 10일부터 14일까지", "leave 0310 0314"),
        ("금요일까지 출장", "trip 0303 0307"),
        ("금요일까지 출장입니다", "trip 0303 0307"),
        ("다음주 금요일까지 휴가", "leave 0303 0314"),
        ("내일 휴가", "leave 0304 0304"),
        ("오늘 청가", "leave 0303 0303"),
        ("3일간 휴가", "leave 0303 Days(3)"),
        ("사흘 청가", "leave 0303 Days(3)"),
        ("내일부터 사흘간 출장", "trip 0304 Days(3)"),
        ("다음주 휴가", "leave 0310 0316"),
        ("일주일 휴가", "leave 0303 Weeks(1)"),
        ("2주 휴가", "leave 0303 Weeks(2)"),
        ("3월14일까지 병가", "leave 0303 0314"),
    ]);
}

#[test]
fn what_is_not_clear_is_not_taken() {
    let unclear = |texts: &[&'static str]| {
        let rows: Vec<(&str, &str)> = texts.iter().map(|text| (*text, "unclear")).collect();
        check(&rows);
    };
    unclear(&[
        "请假半天",
        "請假半天",
        "上午请假",
        "明天下午请假",
        "请假1.5天",
        "请假两天半",
        "请假几天",
        "请假3日",
        "请假3-5天",
        "请假三五天",
        "从明天起请假",
        "请假到下周",
        "请假到",
        "请假 3",
        "请假3.10-3.14-3.16",
        "请假3.10-3.14和3.20",
        "请假3.10 3.14",
        "请假13.40",
        "请假2月30日",
        "请假到周五三天三天",
        "请假吗",
        "请假？",
        "怎么请假",
        "不请假",
        "没请假",
        "取消请假",
        "他请假三天",
        "小王请假三天",
        "张三请假三天",
        "每天请假",
        "请假-3天",
        "请假不超过三天",
        "出差到北京",
        "no leave",
        "leave half a day",
        "on leave half a day",
        "leave for a few days",
        "is he on leave until Friday",
        "휴가 반나절",
        "휴가 3일",
        "휴가 며칠",
        "오후 휴가",
        "내일부터 휴가",
    ]);
}

#[test]
fn study_is_never_leave() {
    for text in [
        "请假前学了半天",
        "没请假，学了半天",
        "请假期间学习2小时",
        "出差路上学习3学时",
        "参加培训请假三天",
        "假装学了2小时",
        "放假三天",
        "放假",
        "半天",
        "2学时",
        "昨天1天",
        "没学",
        "到周五",
        "3.10-3.14",
        "三天",
        "一周",
        "离开",
        "studied 2 hours on leave",
        "half a day",
        "반일",
        "휴가중 2시간 공부했습니다",
        "",
        "👍",
    ] {
        assert_eq!(leave(text, today()), Heard::NoLeave, "{text}");
    }
    let long = format!("请假三天{}", "，".repeat(200));
    assert_eq!(leave(&long, today()), Heard::NoLeave);
}

#[test]
fn days_lie_ahead_of_the_day_they_are_said_on() {
    let friday = date(2014, 3, 28);
    check_on(
        friday,
        &[
            ("请假到周五", "leave 0328 0328"),
            ("请假到周三", "leave 0328 0402"),
            ("周一请假", "leave 0331 0331"),
            ("请假31号到2号", "leave 0331 0402"),
            ("请假到2号", "leave 0328 0402"),
            ("请假3.31-4.4", "leave 0331 0404"),
            // Just passed: not the next of that name, which would be a guess.
            ("请假3.10", "leave 0310 0310"),
            ("请假20号", "leave 0320 0320"),
            ("昨天请假", "leave 0327 0327"),
            ("本周请假", "leave 0328 0330"),
        ],
    );
    check_on(
        date(2014, 12, 29),
        &[
            ("请假12.30-1.3", "leave 1230 0103"),
            ("明年1月5日请假", "leave 0105 0105"),
            ("下个月5号请假", "leave 0105 0105"),
        ],
    );
}

#[test]
fn lengths_are_told_apart() {
    let said = leave("明天起出差3个工作日", today());
    let expected = Said {
        kind: Kind::Trip,
        when: When::For {
            first: date(2014, 3, 4),
            lasting: Lasting::WorkDays(3),
        },
    };
    assert_eq!(said, Heard::Said(expected));
}
