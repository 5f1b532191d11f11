//! `/unit`: a unit's people, those most behind first.

use i18n_embed_fl::fl;

use crate::domain::action::statement::Press;
use crate::domain::amount::Amount;
use crate::domain::statement::{Member, UnitPage};

use super::Rendered;
use super::amount::{count, entry, progress};
use super::page::Page;
use super::person::{self, name};
use super::statement::{numbers, page_of, pages};
use super::words::Voice;

pub(super) fn unit(voice: &Voice<'_>, unit: &UnitPage) -> Rendered {
    let words = voice.words;
    let number = |of: usize| count(i64::try_from(of).unwrap_or(i64::MAX));
    let page = Page::new(fl!(
        words,
        "unit-title",
        unit = person::unit(&unit.path),
        people = number(unit.total)
    ));
    if unit.people.is_empty() {
        return page.line(fl!(words, "unit-nobody")).done();
    }
    let paces = &unit.paces;
    let lines = (1..)
        .zip(&unit.people)
        .map(|(number, member)| line(voice, number, member));
    let mut page = page
        .line(fl!(
            words,
            "unit-paces",
            behind = number(paces.behind),
            on = number(paces.on),
            ahead = number(paces.ahead),
            done = number(paces.done)
        ))
        .gap()
        .list(lines, unit.people.len(), |left| {
            fl!(words, "more-lines", n = left)
        });
    if unit.pages > 1 {
        page = page.line(page_of(voice, unit.page, unit.pages));
    }
    let accounts = unit.people.iter().map(|member| Press::Account {
        of: Some(member.id),
    });
    let to = |page| Press::Unit {
        unit: Some(unit.id),
        page,
    };
    page.buttons(numbers(accounts))
        .buttons(pages(voice, unit.page, unit.pages, to))
        .done()
}

/// "1. 周俊哲 3.5/5天 进度偏慢", and below it what waits.
fn line(voice: &Voice<'_>, number: usize, member: &Member) -> String {
    let words = voice.words;
    let standing = &member.standing;
    let line = fl!(
        words,
        "unit-line",
        number = number,
        name = name(&member.name),
        sum = progress(voice, standing)
    );
    if standing.pending > Amount::ZERO {
        let waits = entry(voice, &standing.duty, standing.pending);
        format!("{line}\n   {}", fl!(words, "me-pending", amount = waits))
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::account::Pace;
    use crate::domain::amount::Amount;
    use crate::domain::ids::{CadreId, UnitId};
    use crate::domain::language::Language;
    use crate::domain::notice::{Notice, Standing};
    use crate::domain::statement::{Answer, Member, Paces, UnitPage};
    use crate::text::{render, sample};

    #[test]
    fn a_units_people_are_listed_with_what_waits() {
        let member = |id, name: &str, pending| Member {
            id: CadreId(id),
            name: name.to_owned(),
            standing: Standing {
                pending: Amount::whole(pending),
                pace: Some(Pace::Behind),
                ..sample::standing()
            },
        };
        let page = UnitPage {
            id: UnitId(3),
            path: "汪清县/春阳镇".to_owned(),
            total: 1_284,
            paces: Paces {
                behind: 1_000,
                on: 3,
                ahead: 2,
                done: 1,
            },
            people: vec![member(1, "周俊哲", 2), member(2, "<兰>", 0)],
            page: 0,
            pages: 2,
        };
        let unit = |page| {
            let answer = Notice::Statement(Answer::Unit(page));
            render(&sample::campaign(), Language::ZhCn, &answer)
        };
        let rendered = unit(page.clone());
        assert_eq!(
            rendered.text,
            "汪清县春阳镇 1,284人\n偏慢1,000 正常3 超前2 达标1\n\n1. 周俊哲 3.5/7天 进度偏慢\n   \
             待确认 2学时\n2. &lt;兰&gt; 3.5/7天 进度偏慢\n第1/2页"
        );
        let data: Vec<_> = rendered
            .keyboard
            .iter()
            .flatten()
            .map(|b| b.data.as_str())
            .collect();
        assert_eq!(data, ["y:a:1", "y:a:2", "y:u:3:1"]);
        let nobody = UnitPage {
            people: Vec::new(),
            total: 0,
            ..page
        };
        assert_eq!(
            unit(nobody).text,
            "汪清县春阳镇 0人\n名册上没有这个单位的人。"
        );
    }
}
