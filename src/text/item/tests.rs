use super::*;

use crate::domain::campaign::{Campaign, Ladder, Words};
use crate::domain::item::{Deed, Step, What, Why};
use crate::domain::language::Language;
use crate::domain::news::{News, Told};
use crate::domain::notice::{Digest, Notice};
use crate::text::sample::{self, item as samples};

fn say(answer: Answer) -> Rendered {
    render(&sample::campaign(), answer)
}

fn render(campaign: &Campaign, answer: Answer) -> Rendered {
    crate::text::render(campaign, Language::ZhCn, &Notice::Item(answer))
}

fn page_of(card: Card, top: Option<Top>) -> Answer {
    Answer::Page {
        card: Box::new(card),
        top,
    }
}

fn labels(rendered: &Rendered) -> Vec<&str> {
    let buttons = rendered.keyboard.iter().flatten();
    buttons.map(|button| button.label.as_str()).collect()
}

/// A campaign whose items two look at, one after the other (S9).
fn two_links() -> Campaign {
    let mut campaign = sample::campaign();
    let ladder = Ladder {
        before: vec![],
        after: vec![],
        then_every: 0,
    };
    let (id, slot) = ("rectification".to_owned(), "evening".to_owned());
    let mut kind = ItemKind::plain(id, Words::default(), slot, ladder);
    kind.review = vec![Reviewer::Superior, Reviewer::Supervision];
    campaign.kinds = vec![kind];
    campaign
}

#[test]
fn a_page_says_all_there_is_and_offers_what_may_be_done() {
    let rendered = say(page_of(samples::card(), None));
    assert_eq!(
        rendered.text,
        "🔴 7号 公车私用\n时限 3月1日 周六 已逾期2天\n待办理\n措施 清退并公示\n单位 汪清县春阳镇\n\
         牵头 李强\n责任人 周俊哲\n\n3月3日 周一 09:01 列入台账"
    );
    assert_eq!(
        labels(&rendered),
        ["已完成，送审", "说明进展", "补充材料", "历程"]
    );
    assert_eq!(rendered.keyboard[0].len(), 2, "two a row");
}

#[test]
fn what_waits_says_for_whom_and_the_last_link_signs_off() {
    let campaign = two_links();
    let card = |reviewed| {
        let mut card = Card {
            reviewed,
            may: vec![Verb::Approve, Verb::Return],
            may_add: false,
            may_publish: false,
            ..samples::card()
        };
        card.due.status = Status::Submitted;
        card
    };
    let first = render(&campaign, page_of(card(0), None));
    assert!(first.text.contains("\n待上级单位审核 第1步/共2步\n"));
    assert_eq!(labels(&first), ["审核通过", "退回", "历程"]);
    let last = render(&campaign, page_of(card(1), None));
    assert!(last.text.contains("\n待督导组审核 第2步/共2步\n"));
    assert_eq!(labels(&last), ["销号", "退回", "历程"]);
    // One who judges says what he has seen.
    assert_eq!(last.keyboard[0][0].data, "i:7:c:1");
}

#[test]
fn what_was_asked_handed_up_and_given_back_stands_on_the_page() {
    let card = Card {
        extension: Some((sample::day(2014, 7, 15), "资金未到位".to_owned())),
        offered_to: Some("延边州/汪清县".to_owned()),
        setbacks: 2,
        responsible: String::new(),
        helpers: "财政所".to_owned(),
        progress: "已清退2辆".to_owned(),
        lacks_evidence: true,
        ..samples::card()
    };
    let text = say(page_of(card, None)).text;
    for line in [
        "申请延期到 7月15日 周二\n原因 资金未到位",
        "已上报延边州汪清县，等答复",
        "已退回或重新督办2次",
        "责任人未定，由联络员负责",
        "配合 财政所",
        "进展 已清退2辆",
        "缺材料，附上后才能送审",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line} in {text}");
    }
}

#[test]
fn what_has_just_happened_stands_above_the_page() {
    let submit = Step::Submit {
        words: String::new(),
    };
    let mut card = samples::card();
    card.last.push(Event {
        at: samples::at(10),
        by: Some("周俊哲".to_owned()),
        deed: Deed::took(&submit, false),
    });
    let text = say(page_of(card.clone(), Some(Top::Done { invites: true }))).text;
    assert!(
        text.starts_with(
            "✓ 7号 已送审\n还可以发照片、文件，或写一句，\n附在这里，不发也行。\n\n🔴 7号"
        ),
        "{text}"
    );
    assert!(
        text.ends_with("\n3月3日 周一 10:01 周俊哲 已送审"),
        "{text}"
    );
    let why = Reason::Evidence.kept();
    let event = samples::event(Some("林静"), What::Took { verb: Verb::Return }, &why);
    let text = say(page_of(card, Some(Top::Since { event }))).text;
    assert!(
        text.starts_with(
            "您看过之后已有变动，没有改动：\n3月3日 周一 09:01 林静 已退回：材料不足\n\n🔴 7号"
        ),
        "{text}"
    );
}

#[test]
fn a_refusal_says_why_and_how_it_would_be_right() {
    for (why, words) in [
        (Why::Own, "自己负责或送审的，要由别人审，\n没有改动。"),
        (Why::NotYourPart, "这一步不由您办，没有改动。"),
        (
            Why::NoEvidence,
            "要有材料才能送审，没有送审。\n请发照片、文件、语音，\n或写一句，如“已清退2辆”。",
        ),
    ] {
        let top = Some(Top::Refused { why });
        let text = say(page_of(samples::card(), top)).text;
        assert!(text.starts_with(&format!("{words}\n\n🔴 7号")), "{text}");
    }
    let hidden = Answer::Hidden {
        no: "7".to_owned(),
        unit: "汪清县".to_owned(),
    };
    assert_eq!(
        say(hidden).text,
        "7号由汪清县负责，\n您没有查看权限。如需查看，\n请联系汪清县联络员。"
    );
    assert_eq!(
        say(Answer::Gone).text,
        "没有这一项，没有改动。\n您的整改：/tasks"
    );
}

#[test]
fn a_question_offers_reasons_or_shows_how_to_write_one() {
    let ask = |verb| {
        say(Answer::Ask {
            item: ItemId(7),
            no: "7".to_owned(),
            content: "公车私用".to_owned(),
            verb,
            seen: 3,
        })
    };
    let back = ask(Verb::Return);
    assert_eq!(
        back.text,
        "退回 7号 公车私用\n为什么？点下面，或直接写原因。"
    );
    assert_eq!(
        labels(&back),
        [
            "材料不足",
            "没有整改到位",
            "与实际不符",
            "措施不具体",
            "返回"
        ]
    );
    assert_eq!(back.keyboard[0][0].data, "i:7:r:3:e");
    let cancel = ask(Verb::Cancel);
    assert_eq!(
        cancel.text,
        "取消 7号 公车私用\n为什么？请直接写原因，\n如“与12号重复”。"
    );
    assert_eq!(labels(&cancel), ["返回"]);
    assert_eq!(
        ask(Verb::Report).text,
        "进展 7号 公车私用\n办到哪一步了？请写一两句，\n如“已清退2辆，还剩1辆”。"
    );
}

#[test]
fn a_history_is_paged() {
    let rendered = say(Answer::History {
        item: ItemId(7),
        no: "7".to_owned(),
        events: vec![samples::event(Some("林静"), What::SignedOff, "")],
        page: 2,
        pages: 3,
    });
    assert_eq!(
        rendered.text,
        "7号的历程\n第2/3页\n3月3日 周一 09:01 林静 已销号"
    );
    assert_eq!(labels(&rendered), ["上一页", "下一页", "返回"]);
}

#[test]
fn news_of_an_item_say_what_who_and_why_with_a_button_to_its_page() {
    let back = Deed::took(
        &Step::Return {
            why: Reason::Undone.kept(),
        },
        false,
    );
    let news = |deed: Deed, by: &str| News::Item {
        item: ItemId(7),
        no: "7".to_owned(),
        content: "公车私用".to_owned(),
        by: by.to_owned(),
        deed,
    };
    let closed = Deed::took(
        &Step::Approve {
            remark: String::new(),
        },
        true,
    );
    let digest = Digest {
        on: sample::day(2014, 3, 5),
        news: Told {
            news: vec![news(back, "林静"), news(closed, "")],
            more: 0,
        },
        ..Digest::default()
    };
    let notice = Notice::Digest(digest);
    let rendered = crate::text::render(&sample::campaign(), Language::ZhCn, &notice);
    assert_eq!(
        rendered.text,
        "新消息 2条\n 7号 已退回：没有整改到位\n   公车私用，林静\n 7号 已销号\n   公车私用"
    );
    assert_eq!(labels(&rendered), ["看7号"]);
    assert_eq!(rendered.keyboard[0][0].data, "i:7");
}

#[test]
fn a_reason_is_read_as_that_steps_buttons_mean_it() {
    let fixed = Reason::Fixed.kept();
    for (verb, words) in [
        (Verb::Refuse, "不同意延期：时限是上级定的"),
        (Verb::Return, "已退回：=f"),
    ] {
        let history = Answer::History {
            item: ItemId(7),
            no: "7".to_owned(),
            events: vec![samples::event(None, What::Took { verb }, &fixed)],
            page: 1,
            pages: 1,
        };
        let text = say(history).text;
        assert_eq!(text, format!("7号的历程\n3月3日 周一 09:01 {words}"));
    }
}
