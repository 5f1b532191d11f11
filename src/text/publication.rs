//! A promise as its group reads it, and what is said about making it known.

use i18n_embed_fl::fl;

use crate::domain::action::{Action, Group};
use crate::domain::deadline::Deadline;
use crate::domain::item::LONGEST_CONTENT;
use crate::domain::publication::{Answer, NotPublished, Shown};

use super::Rendered;
use super::date::date;
use super::items::no;
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::Voice;

/// The longest name of a group or a kind that is shown, in characters.
const LONGEST_NAME: usize = 40;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Post(item) => post(voice, item).done(),
        Answer::Preview {
            item,
            shown: seen,
            group,
            mark,
        } => {
            let title = if group.trim().is_empty() {
                fl!(words, "publish-preview-unnamed")
            } else {
                let group = shown(group, LONGEST_NAME);
                fl!(words, "publish-preview", group = group)
            };
            let send = Group::Send {
                item: *item,
                mark: *mark,
            };
            Page::new(title)
                .gap()
                .line(post(voice, seen).done().text)
                .buttons(vec![
                    button(fl!(words, "button-publish-send"), &Action::Group(send)),
                    button(
                        fl!(words, "button-publish-not"),
                        &Action::Group(Group::Cancel),
                    ),
                ])
                .done()
        }
        Answer::Published { no: number, .. } => plain(fl!(words, "publish-done", no = no(number))),
        Answer::Already { no: number, on } => plain(fl!(
            words,
            "publish-already",
            no = no(number),
            date = date(voice, *on)
        )),
        Answer::NoGroup { unit } => plain(fl!(
            words,
            "publish-no-group",
            unit = person::unit(unit),
            name = shown(unit, LONGEST_NAME)
        )),
        Answer::Refused { why } => plain(match why {
            NotPublished::NotYours => fl!(words, "publish-not-yours"),
            NotPublished::NotPublic => fl!(words, "publish-not-public"),
            NotPublished::Over => fl!(words, "publish-over"),
        }),
    }
}

fn post(voice: &Voice<'_>, item: &Shown) -> Page {
    let words = voice.words;
    let kind = voice.campaign.kind(&item.kind);
    let kind = kind.map_or(item.kind.as_str(), |kind| kind.name.get(voice.language));
    let title = fl!(
        words,
        "publish-title",
        kind = shown(kind, LONGEST_NAME),
        no = no(&item.no)
    );
    let mut page = Page::new(title).line(shown(&item.content, LONGEST_CONTENT));
    if !item.name.is_empty() {
        page = page.line(fl!(words, "publish-by", name = person::name(&item.name)));
    }
    page = page.line(fl!(words, "publish-unit", unit = person::unit(&item.unit)));
    page.line(match item.deadline {
        Deadline::On(day) => fl!(words, "deadline", date = date(voice, day)),
        Deadline::Immediate => fl!(words, "deadline-immediate"),
        Deadline::Ongoing => fl!(words, "deadline-ongoing"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ItemId;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn say(answer: Answer) -> Rendered {
        let notice = Notice::Publication(answer);
        render(&sample::campaign(), Language::ZhCn, &notice)
    }

    fn item() -> Shown {
        Shown {
            no: "C1".to_owned(),
            kind: "<kind>".to_owned(),
            content: "为新光村修好路灯".to_owned(),
            unit: "汪清县/春阳镇".to_owned(),
            name: "周俊哲".to_owned(),
            deadline: Deadline::On(sample::day(2014, 6, 30)),
        }
    }

    #[test]
    fn the_preview_shows_what_the_group_will_read() {
        let post = "&lt;kind&gt; C1号\n为新光村修好路灯\n承诺人 周俊哲\n单位 汪清县春阳镇\n时限 6月30日 周一";
        assert_eq!(say(Answer::Post(item())).text, post);
        let preview = say(Answer::Preview {
            item: ItemId(7),
            shown: item(),
            group: "春阳镇&".to_owned(),
            mark: 255,
        });
        assert_eq!(
            preview.text,
            format!("将在群“春阳镇&amp;”里发布：\n\n{post}")
        );
        let buttons: Vec<_> = preview.keyboard.concat();
        let data: Vec<_> = buttons.iter().map(|button| button.data.as_str()).collect();
        assert_eq!(data, ["b:y:7:ff", "b:x"]);
    }

    #[test]
    fn why_it_is_not_published_is_said() {
        for (answer, text) in [
            (
                Answer::Published {
                    no: "C1".to_owned(),
                    group: String::new(),
                },
                "✓ C1号已在群里公布。",
            ),
            (
                Answer::Already {
                    no: "C1".to_owned(),
                    on: sample::day(2014, 3, 3),
                },
                "C1号3月3日 周一已公布，不再重发。",
            ),
            (
                Answer::NoGroup {
                    unit: "汪清县/春阳镇".to_owned(),
                },
                "汪清县春阳镇还没有绑定群。\n请把我加进群，由联络员在群里发：\n/group 汪清县/春阳镇",
            ),
            (
                Answer::Refused {
                    why: NotPublished::NotYours,
                },
                "这一项不由您公布，没有改动。\n需要公布，请联系联络员。",
            ),
        ] {
            assert_eq!(say(answer).text, text);
        }
    }
}
