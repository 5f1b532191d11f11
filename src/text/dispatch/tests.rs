//! The words of the monthly question, as a reader sees them.

use crate::domain::dispatch::{Answer, Quick};
use crate::domain::language::Language;
use crate::domain::notice::{Digest, Notice};
use crate::text::sample::dispatch::{block, card, month, named, overview, silent};
use crate::text::{Rendered, render, sample};

fn say(language: Language, answer: Answer) -> Rendered {
    let notice = Notice::Dispatch(Box::new(answer));
    render(&sample::campaign(), language, &notice)
}

fn labels(rendered: &Rendered) -> Vec<Vec<&str>> {
    let rows = rendered.keyboard.iter();
    rows.map(|row| row.iter().map(|button| button.label.as_str()).collect())
        .collect()
}

#[test]
fn the_digest_asks_for_all_items_at_once() {
    let digest = |items| {
        Notice::Digest(Digest {
            on: sample::day(2014, 3, 3),
            asked: Some(block(items)),
            ..Digest::default()
        })
    };
    for (language, text) in [
        (
            Language::ZhCn,
            "3月进展 1项待报\n请于3月10日 周一前报\n 12号 会议多、文件多",
        ),
        (
            Language::ZhTw,
            "3月進度 1項待回報\n請於3月10日 週一前回報\n 12號 会议多、文件多",
        ),
        (
            Language::En,
            "Progress in March: 1 item to tell of\nPlease tell by Mon 10 March\n No. 12 会议多、文件多",
        ),
        (
            Language::Ko,
            "3월 진척 1건 보고대기\n3월 10일 월요일까지 보고해 주십시오\n 12번 会议多、文件多",
        ),
    ] {
        let rendered = render(&sample::campaign(), language, &digest(1));
        assert_eq!(rendered.text, text);
    }
    let seven = render(&sample::campaign(), Language::ZhCn, &digest(7));
    assert!(
        seven.text.starts_with("3月进展 7项待报\n"),
        "{}",
        seven.text
    );
    assert!(
        seven.text.ends_with("\n还有2项，报完接着问"),
        "{}",
        seven.text
    );
    assert_eq!(labels(&seven).concat(), ["12号 说进展"; 5]);
}

#[test]
fn it_stands_below_his_own_question() {
    let notice = Notice::Digest(Digest {
        on: sample::day(2014, 3, 3),
        check_in: Some(sample::standing()),
        asked: Some(block(1)),
        ..Digest::default()
    });
    let text = render(&sample::campaign(), Language::ZhCn, &notice).text;
    assert!(
        text.ends_with(
            "今天学了多少？\n\n3月进展 1项待报\n请于3月10日 周一前报\n 12号 会议多、文件多"
        ),
        "{text}"
    );
}

#[test]
fn one_item_after_the_other_is_answered_with_a_tap_or_in_words() {
    let asked = say(Language::ZhCn, Answer::Card(card(2)));
    assert_eq!(
        asked.text,
        "3月进展 12号 会议多、文件多\n请于3月10日 周一前报\n后面还有2项"
    );
    assert_eq!(labels(&asked), [vec!["正常推进", "有困难"], vec!["我来写"]]);
    let told = |words: String, next| Answer::Told {
        item: named(),
        words,
        next,
    };
    let last = say(Language::ZhCn, told(Quick::OnCourse.kept(), None));
    assert_eq!(last.text, "✓ 12号 正常推进\n本月都报了，谢谢。");
    assert!(last.keyboard.is_empty());
    // Each reads it in his own language.
    let english = say(Language::En, told(Quick::OnCourse.kept(), None));
    assert_eq!(
        english.text,
        "✓ No. 12: On course\nAll told for this month, thank you."
    );
    let typed = say(Language::ZhCn, told("已清退2台".to_owned(), Some(card(0))));
    assert_eq!(
        typed.text,
        "✓ 12号 已清退2台\n\n3月进展 12号 会议多、文件多\n请于3月10日 周一前报"
    );
    let hard = say(Language::ZhCn, told(Quick::Difficult.kept(), None));
    assert_eq!(
        hard.text,
        "✓ 12号 有困难\n难在哪里，也可写一句。\n本月都报了，谢谢。"
    );
    assert_eq!(labels(&hard), [["12号 难在哪里"]]);
}

#[test]
fn what_comes_too_late_or_twice_is_told_so() {
    let already = Answer::Already {
        item: named(),
        month: month(),
        words: Quick::Difficult.kept(),
    };
    let rendered = say(Language::ZhCn, already);
    assert_eq!(rendered.text, "12号3月已报，没有重复记。\n有困难");
    assert_eq!(labels(&rendered), [["我来写"]]);
    let past = |next| Answer::Past {
        month: month(),
        next,
    };
    assert_eq!(
        say(Language::ZhCn, past(None)).text,
        "3月的已过，没有记下。\n您现在没有要报的。"
    );
    assert!(
        say(Language::ZhCn, past(Some(card(0))))
            .text
            .starts_with("3月的已过，没有记下。\n\n3月进展 12号 ")
    );
}

#[test]
fn who_cares_for_the_units_reads_who_has_not_told() {
    let mut whole = overview(vec![
        silent("州/汪清县/春阳镇", Some("周俊哲"), true),
        silent("州/汪清县/春阳镇", Some("李兰"), false),
        silent("州/敦化市", None, false),
    ]);
    whole.pages = 2;
    let rendered = say(Language::ZhCn, Answer::Overview(whole.clone()));
    assert_eq!(
        rendered.text,
        "3月进展 已报2/5项\n请于3月10日 周一前报\n\n还没报 2人\n 汪清县春阳镇\n   周俊哲 2项\n   \
         李兰 2项，未登记\n 州敦化市\n   没有责任人 2项"
    );
    assert_eq!(labels(&rendered), [["下一页"]]);
    (whole.page, whole.is_over, whole.late) = (1, true, 1);
    let rendered = say(Language::ZhCn, Answer::Overview(whole));
    assert!(
        rendered
            .text
            .starts_with("3月进展 已报2/5项\n3月10日 周一已到期\n其中1项报晚了\n\n"),
        "{}",
        rendered.text
    );
    assert_eq!(labels(&rendered), [["上一页"]]);
    let none = say(Language::ZhCn, Answer::HowTo { month: month() });
    assert_eq!(none.text, "没看懂是哪个月。\n请这样写：/progress 3月");
}
