//! What is said of evidence: how to send it, that it is there, and the pieces themselves.

use i18n_embed_fl::fl;

use crate::domain::action::{self, Action};
use crate::domain::evidence::{Answer, Behind};
use crate::domain::ids::{EntryId, UpdateId};
use crate::domain::queue::Of;

use super::amount::entry;
use super::date::date;
use super::page::{Page, button, plain, shown};
use super::person;
use super::words::Voice;
use super::{Button, Rendered, item};

/// The longest words of a piece that are shown, in characters: a caption holds 1024.
const LONGEST_WORDS: usize = 500;

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::Ask { of, count } => {
            let page = Page::new(fl!(words, "evidence-ask", entry = behind(voice, of)));
            if *count == 0 {
                return page.done();
            }
            page.line(pieces(voice, *count)).done()
        }
        Answer::Attached {
            of,
            entry,
            item,
            count,
            album,
        } => {
            let count = *count;
            let Some(of) = of else {
                return plain(fl!(words, "evidence-attached-claim"));
            };
            let page = Page::new(if *album {
                fl!(words, "evidence-attached-album")
            } else {
                fl!(words, "evidence-attached", n = count)
            })
            .line(behind(voice, of));
            match entry {
                // How many pictures of the album there are is not known yet.
                Some(entry) if !album => page.buttons(vec![show(voice, *entry, count)]).done(),
                _ => match (item, of) {
                    (Some(item), Behind::Item { no, .. }) => {
                        page.buttons(vec![item::look(voice, *item, no)]).done()
                    }
                    _ => page.done(),
                },
            }
        }
        Answer::Full { of, most } => {
            let (entry, most) = (behind(voice, of), *most);
            plain(fl!(words, "evidence-full", entry = entry, most = most))
        }
        Answer::NoEntry => plain(fl!(words, "evidence-no-entry")),
        Answer::Gone => plain(fl!(words, "evidence-gone")),
        Answer::Piece {
            of,
            number,
            total,
            words: said,
            ..
        } => piece(voice, of, *number, *total, said).done(),
        Answer::Elsewhere {
            of,
            number,
            total,
            words: said,
            username,
        } => {
            let page = piece(voice, of, *number, *total, said);
            match username {
                Some(username) => {
                    let username = shown(username, 40);
                    page.line(fl!(words, "evidence-elsewhere", username = username))
                }
                None => page.line(fl!(words, "evidence-lost")),
            }
            .done()
        }
        Answer::Nothing { of } => plain(fl!(words, "evidence-none", entry = behind(voice, of))),
        Answer::Denied => plain(fl!(words, "evidence-denied")),
    }
}

fn piece(voice: &Voice<'_>, of: &Behind, number: usize, total: usize, said: &str) -> Page {
    let page = Page::new(fl!(
        voice.words,
        "evidence-piece",
        number = number,
        total = total,
        entry = behind(voice, of)
    ));
    match shown(said, LONGEST_WORDS) {
        said if said.is_empty() => page,
        said => page.line(said),
    }
}

/// What it stands behind, by name.
fn behind(voice: &Voice<'_>, behind: &Behind) -> String {
    match behind {
        Behind::Entry(of) => named(voice, of),
        Behind::Item { no, content } => item::named(voice, no, content),
    }
}

/// "3月3日 周一 半天（4学时）", with whose it is and which duty's, where that does not go without saying.
pub(super) fn named(voice: &Voice<'_>, of: &Of) -> String {
    let words = voice.words;
    let mut named = fl!(
        words,
        "entry-named",
        date = date(voice, of.on),
        amount = entry(voice, &of.duty, of.amount)
    );
    if !voice.is_study(&of.duty) {
        let duty = voice.duty_name(&of.duty);
        named = fl!(words, "entry-of-duty", duty = duty, entry = named);
    }
    match &of.who {
        None => named,
        Some(who) => fl!(
            words,
            "entry-of-person",
            who = person::name(who),
            entry = named
        ),
    }
}

/// "材料2份"
pub(super) fn pieces(voice: &Voice<'_>, n: usize) -> String {
    fl!(voice.words, "evidence-count", n = n)
}

/// "看材料 2"
pub(super) fn show(voice: &Voice<'_>, entry: EntryId, count: usize) -> Button {
    let show = Action::Evidence(action::Evidence::Show { entry });
    button(fl!(voice.words, "button-show-evidence", n = count), &show)
}

/// "补充材料"
pub(super) fn add(voice: &Voice<'_>, update: UpdateId) -> Button {
    let add = Action::Evidence(action::Evidence::Add { update });
    button(fl!(voice.words, "button-add-evidence"), &add)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::amount::Amount;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn say(language: Language, answer: Answer) -> Rendered {
        render(&sample::campaign(), language, &Notice::Evidence(answer))
    }

    fn of(who: Option<&str>, duty: &str) -> Of {
        Of {
            who: who.map(str::to_owned),
            duty: duty.to_owned(),
            on: sample::day(2014, 3, 3),
            amount: Amount::whole(4),
        }
    }

    #[test]
    fn what_is_attached_says_to_what_and_can_be_looked_at() {
        for (language, text, show) in [
            (
                Language::ZhCn,
                "✓ 已附材料，共2份\n3月3日 周一 半天（4学时）",
                "看材料 2",
            ),
            (
                Language::ZhTw,
                "✓ 已附佐證資料，共2份\n3月3日 週一 半天（4學時）",
                "看資料 2",
            ),
            (
                Language::En,
                "✓ Evidence added, 2 in all\nMon 3 March: half a day (4 class hours)",
                "See evidence 2",
            ),
            (
                Language::Ko,
                "✓ 자료를 첨부했습니다. 모두 2건\n3월 3일 월요일 반일(4학시)",
                "자료 보기 2",
            ),
        ] {
            let attached = say(
                language,
                Answer::Attached {
                    of: Some(of(None, "study").into()),
                    entry: Some(EntryId(7)),
                    item: None,
                    count: 2,
                    album: false,
                },
            );
            assert_eq!(attached.text, text);
            assert_eq!(attached.keyboard[0][0].label, show);
            assert_eq!(attached.keyboard[0][0].data, "g:s:7");
        }
    }

    #[test]
    fn another_persons_and_another_duties_entry_are_named_in_full() {
        for (of, text) in [
            (
                of(Some("周俊哲"), "study"),
                "周俊哲 3月3日 周一 半天（4学时） 没有材料。",
            ),
            (
                of(None, "households"),
                "走亲连心 3月3日 周一 4户 没有材料。",
            ),
        ] {
            assert_eq!(
                say(Language::ZhCn, Answer::Nothing { of: of.into() }).text,
                text
            );
        }
    }

    #[test]
    fn a_piece_is_captioned_within_what_telegram_holds() {
        let words = "<".repeat(5_000);
        let piece = Answer::Piece {
            of: of(Some("周俊哲"), "study").into(),
            number: 1,
            total: 2,
            words,
            file: None,
        };
        let text = say(Language::ZhCn, piece.clone()).text;
        assert!(
            text.starts_with("材料 1/2 周俊哲 3月3日 周一 半天（4学时）\n&lt;&lt;"),
            "{text}"
        );
        assert!(crate::text::page::units(&text) <= 1_024);
        let lost = say(Language::ZhCn, piece.without_file()).text;
        assert!(
            lost.ends_with("Telegram 已不能显示这份材料，\n请本人再发一次。"),
            "{lost}"
        );
    }

    #[test]
    fn without_an_entry_it_is_said_how_to_send_it() {
        assert_eq!(
            say(Language::ZhCn, Answer::NoEntry).text,
            "不知道是哪一条的材料，没有附。\n请先记再发：先发“半天”，再发照片；\n或在照片下写“半天”。\n\
             以前的，请回复那条记录再发。"
        );
    }
}
