//! To a liaison: who of his unit cannot be reached any more, and what to do about it.

use i18n_embed_fl::fl;

use crate::domain::notice::OutOfReach;

use super::page::Page;
use super::person;
use super::words::Voice;

/// The people, below what the digest says already, or as all it says.
pub(super) fn block(voice: &Voice<'_>, above: Option<Page>, out: &OutOfReach) -> Page {
    let words = voice.words;
    let title = fl!(words, "reach-title", n = out.total);
    let page = match above {
        Some(page) => page.gap().line(title),
        None => Page::new(title),
    };
    let people = out
        .people
        .iter()
        .map(|who| format!(" {}", person::who(voice, who)));
    page.list(people, out.total, |left| fl!(words, "reach-more", n = left))
        .line(fl!(words, "reach-why"))
        .line(fl!(words, "reach-todo"))
}

#[cfg(test)]
mod tests {
    use crate::domain::language::Language;
    use crate::domain::news::Told;
    use crate::domain::notice::{Digest, Notice, OutOfReach};
    use crate::text::{Rendered, render, sample};

    fn say(language: Language, digest: Digest) -> Rendered {
        render(&sample::campaign(), language, &Notice::Digest(digest))
    }

    fn digest() -> Digest {
        Digest {
            on: sample::day(2014, 3, 3),
            is_late: false,
            check_in: None,
            items: Vec::new(),
            out_of_reach: OutOfReach {
                people: vec![sample::who()],
                total: 1,
            },
            news: Told::default(),
        }
    }

    #[test]
    fn a_liaison_reads_who_it_is_and_what_to_do() {
        for (language, text) in [
            (
                Language::ZhCn,
                "不可达 1人\n 周俊哲，汪清县春阳镇 镇长\n多半是停用了机器人，收不到提醒。\n\
                 请当面提醒：打开机器人，发 /start",
            ),
            (
                Language::ZhTw,
                "無法送達 1人\n 周俊哲，汪清县春阳镇 镇长\n多半是封鎖了機器人，收不到提醒。\n\
                 請當面提醒：開啟機器人，傳 /start",
            ),
            (
                Language::En,
                "Unreachable: 1 person\n 周俊哲, 镇长, 汪清县春阳镇\n\
                 The bot was probably stopped, so no reminder arrives.\n\
                 Please remind them in person: open the bot and send /start",
            ),
            (
                Language::Ko,
                "련계불가 1명\n 周俊哲, 汪清县春阳镇 镇长\n봇을 중지하여 알림을 받지 못하는것 같습니다.\n\
                 직접 만나 봇을 열고 /start 를 보내도록 알려 주십시오.",
            ),
        ] {
            let rendered = say(language, digest());
            assert_eq!(rendered.text, text);
            assert!(rendered.keyboard.is_empty());
        }
    }

    #[test]
    fn it_stands_below_his_own_question_and_items_and_counts_who_is_not_named() {
        let mut whole = digest();
        whole.check_in = Some(sample::standing());
        whole.items = vec![sample::late_item()];
        whole.out_of_reach.total = 12;
        let text = say(Language::ZhCn, whole).text;
        assert!(
            text.ends_with(
                "公车私用 已逾期2天\n\n不可达 12人\n 周俊哲，汪清县春阳镇 镇长\n还有11人没有列出\n\
                 多半是停用了机器人，收不到提醒。\n请当面提醒：打开机器人，发 /start"
            ),
            "{text}"
        );
        assert!(text.starts_with("今天的学习"), "{text}");
    }
}
