//! `/me`: all sums of a person.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::leave::Leave;
use crate::domain::notice::{Standing, Who};

use super::amount::progress_bar;
use super::page::{Page, button};
use super::person;
use super::words::Voice;
use super::{Rendered, leave, outlook};

pub(super) fn me(
    voice: &Voice<'_>,
    who: &Who,
    standings: &[Standing],
    open_items: usize,
    leave: Option<&Leave>,
) -> Rendered {
    let words = voice.words;
    let page = Page::new(person::who(voice, who));
    let page = if standings.is_empty() {
        page.line(fl!(words, "me-no-duties"))
    } else {
        let lines = standings.iter().map(|standing| {
            let duty = voice.duty_name(&standing.duty);
            let sum = fl!(
                words,
                "me-duty",
                duty = duty,
                sum = progress_bar(voice, standing)
            );
            match outlook::heading(voice, standing) {
                Some(heading) => format!("{sum}\n{heading}"),
                None => sum,
            }
        });
        page.list(lines, standings.len(), |left| {
            fl!(words, "more-lines", n = left)
        })
    };
    let page = page.line(fl!(words, "me-items", n = open_items));
    let page = match leave {
        Some(leave) => page.line(leave::days(voice, leave)),
        None => page,
    };
    if open_items == 0 {
        return page.done();
    }
    page.buttons(vec![button(fl!(words, "button-tasks"), &Action::Tasks)])
        .done()
}

#[cfg(test)]
mod tests {
    use crate::domain::account::Pace;
    use crate::domain::amount::Amount;
    use crate::domain::language::Language;
    use crate::domain::notice::{Notice, Standing};
    use crate::text::{render, sample};

    #[test]
    fn every_duty_has_its_line_with_its_whole() {
        let visits = Standing {
            duty: "households".to_owned(),
            counted: Amount::whole(1),
            target: Some(Amount::whole(5)),
            pace: Some(Pace::Behind),
            ..Standing::default()
        };
        let me = |standings, open_items| Notice::Me {
            who: sample::who(),
            standings,
            open_items,
            leave: None,
        };
        let campaign = sample::campaign();
        let both = me(vec![sample::standing(), visits], 2);
        for (language, text) in [
            (
                Language::ZhCn,
                "周俊哲，汪清县春阳镇 镇长\n集中学习 3.5/7天 进度正常\n▓▓▓▓▓░░░░░\n\
                 走亲连心 1/5户 进度偏慢\n▓▓░░░░░░░░\n整改 2项未完成",
            ),
            (
                Language::En,
                "周俊哲, 镇长, 汪清县春阳镇\nStudy: 3.5/7 days, on course\n▓▓▓▓▓░░░░░\n\
                 Visits: 1/5 households, behind\n▓▓░░░░░░░░\nRectification: 2 items open",
            ),
        ] {
            assert_eq!(render(&campaign, language, &both).text, text);
        }
        let none = render(&campaign, Language::ZhCn, &me(Vec::new(), 0));
        assert_eq!(
            none.text,
            "周俊哲，汪清县春阳镇 镇长\n目前没有给您定学习任务。\n没有未完成的整改"
        );
        assert!(none.keyboard.is_empty());
    }
}
