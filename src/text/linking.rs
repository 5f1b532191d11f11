//! How an account becomes somebody of the roster.

use chrono::NaiveTime;
use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::notice::{CodeRefusal, Who};

use super::Rendered;
use super::date::time;
use super::page::{Page, button, plain};
use super::person;
use super::words::Voice;

pub(super) fn welcome(voice: &Voice<'_>) -> Rendered {
    plain(fl!(
        voice.words,
        "welcome",
        campaign = voice.campaign_name()
    ))
}

pub(super) fn question(voice: &Voice<'_>, code: &str, who: &Who) -> Rendered {
    let code = || code.to_owned();
    Page::new(fl!(
        voice.words,
        "link-question",
        who = person::who(voice, who)
    ))
    .buttons(vec![
        button(
            fl!(voice.words, "button-yes"),
            &Action::LinkYes { code: code() },
        ),
        button(
            fl!(voice.words, "button-no"),
            &Action::LinkNo { code: code() },
        ),
    ])
    .done()
}

pub(super) fn linked(voice: &Voice<'_>, who: &Who, asked_at: Option<NaiveTime>) -> Rendered {
    let words = voice.words;
    let mut page = Page::new(fl!(words, "linked", who = person::who(voice, who)));
    if let Some(asked_at) = asked_at {
        let time = time(asked_at);
        page = page.line(if is_asked_on_work_days(voice) {
            fl!(words, "linked-asked-work-days", time = time)
        } else {
            fl!(words, "linked-asked", time = time)
        });
    }
    page.line(fl!(words, "linked-any-time"))
        .line(fl!(words, "linked-help"))
        .done()
}

pub(super) fn other_bot(voice: &Voice<'_>, username: &str) -> Rendered {
    plain(fl!(voice.words, "other-bot", username = username))
}

pub(super) fn declined(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "link-declined"))
}

pub(super) fn refused(voice: &Voice<'_>, why: &CodeRefusal) -> Rendered {
    let words = voice.words;
    plain(match why {
        CodeRefusal::Unknown => fl!(words, "code-unknown"),
        CodeRefusal::Used => fl!(words, "code-used"),
        CodeRefusal::Expired => fl!(words, "code-expired"),
        CodeRefusal::InGroup => fl!(words, "code-in-group"),
        CodeRefusal::AlreadyLinked { who } => {
            fl!(words, "code-already-linked", who = person::who(voice, who))
        }
        CodeRefusal::PersonLinked => fl!(words, "code-person-linked"),
        &CodeRefusal::TooMany { minutes } => fl!(words, "code-too-many", minutes = minutes),
    })
}

fn is_asked_on_work_days(voice: &Voice<'_>) -> bool {
    let slot = voice
        .campaign
        .prompted_duty()
        .and_then(|duty| duty.slot.as_deref());
    slot.and_then(|id| voice.campaign.slot(id))
        .is_some_and(|slot| slot.work_days_only)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    #[test]
    fn the_question_names_the_person_and_offers_yes_and_no() {
        let notice = Notice::LinkQuestion {
            code: "ABCD2345".to_owned(),
            who: sample::who(),
        };
        let campaign = sample::campaign();
        for (language, text, labels) in [
            (
                Language::ZhCn,
                "请确认：周俊哲，汪清县春阳镇 镇长。是您吗？",
                ["是我", "不是我"],
            ),
            (
                Language::ZhTw,
                "請確認：周俊哲，汪清县春阳镇 镇长。是您嗎？",
                ["是我", "不是我"],
            ),
            (
                Language::En,
                "Please confirm: 周俊哲, 镇长, 汪清县春阳镇. Is that you?",
                ["Yes, that is me", "No, not me"],
            ),
            (
                Language::Ko,
                "확인해 주십시오: 周俊哲, 汪清县春阳镇 镇长. 본인이십니까?",
                ["본인입니다", "본인이 아닙니다"],
            ),
        ] {
            let rendered = render(&campaign, language, &notice);
            assert_eq!(rendered.text, text);
            let buttons: Vec<_> = rendered.keyboard.iter().flatten().collect();
            assert_eq!(
                buttons.iter().map(|b| b.label.as_str()).collect::<Vec<_>>(),
                labels
            );
            assert_eq!(
                buttons[0].data,
                Action::LinkYes {
                    code: "ABCD2345".to_owned()
                }
                .encode()
            );
        }
    }

    #[test]
    fn whoever_has_registered_hears_when_he_will_be_asked() {
        let campaign = sample::campaign();
        let asked_at = NaiveTime::from_hms_opt(17, 30, 0);
        let notice = Notice::Linked {
            who: sample::who(),
            asked_at,
        };
        assert_eq!(
            render(&campaign, Language::ZhCn, &notice).text,
            "✓ 已登记：周俊哲，汪清县春阳镇 镇长\n每个工作日17:30问一次学习情况。\n\
             您可以随时直接发“半天”“2学时”。\n/help 看全部功能"
        );
        let notice = Notice::Linked {
            who: sample::who(),
            asked_at: None,
        };
        assert!(
            !render(&campaign, Language::ZhCn, &notice)
                .text
                .contains("17:30")
        );
    }
}
