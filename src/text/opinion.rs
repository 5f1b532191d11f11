//! `/opinions`: what people asked for.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::draft::Press;
use crate::domain::opinion::{Opinion, Opinions};

use super::Rendered;
use super::date::date;
use super::page::{Page, button, plain, shown};
use super::person::{name, unit};
use super::words::Voice;

/// The longest words of an opinion that are shown, in characters.
const LONGEST: usize = 120;

/// The longest name of a household or a place, in characters.
const LONGEST_SUBJECT: usize = 24;

pub(super) fn opinions(voice: &Voice<'_>, opinions: &Opinions) -> Rendered {
    let words = voice.words;
    let Some(last) = opinions.page.last() else {
        return plain(fl!(words, "opinions-none"));
    };
    let lines = opinions.page.iter().map(|opinion| entry(voice, opinion));
    let total = usize::try_from(opinions.total).unwrap_or_default();
    let page = Page::new(fl!(words, "opinions-title", n = total)).list(
        lines,
        opinions.page.len(),
        |left| fl!(words, "more-lines", n = left),
    );
    if !opinions.more {
        return page.done();
    }
    let earlier = Action::Draft(Press::Opinions { before: last.id });
    page.buttons(vec![button(
        fl!(words, "button-opinions-earlier"),
        &earlier,
    )])
    .done()
}

fn entry(voice: &Voice<'_>, opinion: &Opinion) -> String {
    let words = voice.words;
    // Text: a row's number has no thousands separator.
    let no = opinion.id.to_string();
    let said = shown(&opinion.words, LONGEST);
    let first = if opinion.subject.is_empty() {
        fl!(words, "opinions-line", no = no, words = said)
    } else {
        let whose = shown(&opinion.subject, LONGEST_SUBJECT);
        fl!(
            words,
            "opinions-line-of",
            no = no,
            subject = whose,
            words = said
        )
    };
    let heard = fl!(
        words,
        "opinions-heard",
        unit = unit(&opinion.unit),
        name = name(&opinion.who.name),
        date = date(voice, opinion.on)
    );
    format!("{first}\n   {heard}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::OpinionId;
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    #[test]
    fn each_opinion_has_its_number_and_who_heard_it() {
        let opinion = Opinion {
            id: OpinionId(1_204),
            who: sample::who(),
            unit: "汪清县/春阳镇".to_owned(),
            subject: "王家".to_owned(),
            words: "路灯<不亮>".to_owned(),
            on: sample::day(2014, 3, 3),
        };
        let notice = Notice::Opinions(Opinions {
            page: vec![opinion],
            total: 9,
            more: true,
        });
        let page = render(&sample::campaign(), Language::ZhCn, &notice);
        assert_eq!(
            page.text,
            "群众意见 9条\n1204号 王家：路灯&lt;不亮&gt;\n   汪清县春阳镇 周俊哲 3月3日 周一"
        );
        assert_eq!(page.keyboard[0][0].label, "更早的");
        assert_eq!(page.keyboard[0][0].data, "f:v:1204");
    }
}
