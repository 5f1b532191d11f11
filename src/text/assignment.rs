//! `/points`: contact points, and what is done there.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::action::draft::Press;
use crate::domain::amount::Amount;
use crate::domain::assignment::{Answer, Change, Point};
use crate::domain::draft::Chosen;
use crate::domain::notice::Standing;

use super::amount::{amount, progress};
use super::draft::last_part;
use super::page::{Page, button, plain};
use super::person::{self, name, unit};
use super::words::Voice;
use super::{Button, Rendered};

pub(super) fn answer(voice: &Voice<'_>, answer: &Answer) -> Rendered {
    let words = voice.words;
    match answer {
        Answer::List {
            whom,
            points,
            standings,
            change,
        } => list(voice, whom.as_ref(), points, standings, change.as_ref()),
        Answer::WhichUnit { whom, found, said } => {
            let who = name(&whom.who.name);
            let ask = fl!(words, "points-which", name = who);
            let page = match said.as_deref().map(name) {
                None => Page::new(ask),
                Some(said) if found.is_empty() => {
                    Page::new(fl!(words, "points-no-unit", name = said)).line(ask)
                }
                Some(said) => Page::new(fl!(words, "points-units", name = said)),
            };
            let choice = |(id, path): &(_, String)| {
                let press = Press::Point {
                    whom: whom.id,
                    unit: *id,
                };
                button(last_part(path), &Action::Draft(press))
            };
            page.buttons(found.iter().map(choice).collect()).done()
        }
        Answer::Nobody { name: said } => plain(fl!(words, "points-nobody", name = name(said))),
        Answer::Several { name: said, people } => {
            let lines = people
                .iter()
                .map(|one| format!(" {}", person::who(voice, &one.who)));
            Page::new(fl!(words, "points-several", name = name(said)))
                .list(lines, people.len(), |left| {
                    fl!(words, "more-people", n = left)
                })
                .done()
        }
        Answer::NoDuty => plain(fl!(words, "points-no-duty")),
    }
}

fn list(
    voice: &Voice<'_>,
    whom: Option<&Chosen>,
    points: &[Point],
    standings: &[Standing],
    change: Option<&Change>,
) -> Rendered {
    let words = voice.words;
    let title = match whom {
        _ if !points.is_empty() => fl!(words, "points-title", n = points.len()),
        Some(_) => fl!(words, "points-none"),
        None => fl!(words, "points-none-own"),
    };
    let page = change.map(|change| Page::new(changed(voice, change)));
    let who = whom.map(|whom| person::who(voice, &whom.who));
    let page = match (page, who) {
        (Some(page), Some(who)) => page.line(who).line(title),
        (Some(page), None) => page.line(title),
        (None, Some(who)) => Page::new(who).line(title),
        (None, None) => Page::new(title),
    };
    let lines = points.iter().map(|point| line(voice, point));
    let mut page = page.list(lines, points.len(), |left| {
        fl!(words, "more-lines", n = left)
    });
    for standing in standings.iter().filter(|one| one.target.is_some()) {
        let duty = voice.duty_name(&standing.duty);
        let sum = progress(voice, standing);
        page = page.line(fl!(words, "me-duty", duty = duty, sum = sum));
    }
    match whom {
        None => page,
        Some(whom) => page.buttons(buttons(voice, whom, points)),
    }
    .done()
}

fn line(voice: &Voice<'_>, point: &Point) -> String {
    let words = voice.words;
    let unit = unit(&point.path);
    if point.done > Amount::ZERO {
        let done = amount(voice, point.done, voice.measure(&point.duty));
        fl!(words, "points-done", unit = unit, done = done)
    } else {
        fl!(words, "points-not-yet", unit = unit)
    }
}

fn buttons(voice: &Voice<'_>, whom: &Chosen, points: &[Point]) -> Vec<Button> {
    let add = Action::Draft(Press::AddPoint { whom: whom.id });
    let end = |point: &Point| {
        let press = Action::Draft(Press::EndPoint {
            assignment: point.id,
        });
        let unit = last_part(&point.path);
        button(fl!(voice.words, "button-points-end", unit = unit), &press)
    };
    let first = button(fl!(voice.words, "button-points-add"), &add);
    // What has come just now has no number yet.
    let known = points.iter().filter(|point| point.id.0 > 0);
    std::iter::once(first).chain(known.map(end)).collect()
}

fn changed(voice: &Voice<'_>, change: &Change) -> String {
    let words = voice.words;
    match change {
        Change::Added { path } => fl!(words, "points-added", unit = unit(path)),
        Change::Had { path } => fl!(words, "points-had", unit = unit(path)),
        Change::Ended { path } => fl!(words, "points-ended", unit = unit(path)),
        Change::EndedBefore => fl!(words, "points-ended-before"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{AssignmentId, CadreId, UnitId};
    use crate::domain::language::Language;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    fn point(done: i64) -> Point {
        Point {
            id: AssignmentId(3),
            unit: UnitId(5),
            path: "延吉市/朝阳川镇/长安村".to_owned(),
            duty: "households".to_owned(),
            done: Amount::whole(done),
        }
    }

    #[test]
    fn points_are_listed_with_what_is_done_and_only_a_carer_changes_them() {
        let list = |whom, points, change| {
            render(
                &sample::campaign(),
                Language::ZhCn,
                &Notice::Points(Answer::List {
                    whom,
                    points,
                    standings: vec![],
                    change,
                }),
            )
        };
        let own = list(None, vec![point(0), point(2)], None);
        assert_eq!(
            own.text,
            "联系点 2个\n朝阳川镇长安村 还没有记录\n朝阳川镇长安村 已记2户"
        );
        assert!(own.keyboard.is_empty());
        let whom = Some(Chosen {
            id: CadreId(10),
            who: sample::who(),
        });
        let path = point(0).path;
        let his = list(whom, vec![point(0)], Some(Change::Added { path }));
        assert_eq!(
            his.text,
            "✓ 已定为联系点：朝阳川镇长安村\n周俊哲，汪清县春阳镇 镇长\n联系点 1个\n\
             朝阳川镇长安村 还没有记录"
        );
        let data: Vec<_> = his.keyboard.iter().flatten().map(|b| &b.data).collect();
        assert_eq!(data, ["f:g:10", "f:x:3"]);
        let none = list(None, vec![], None);
        assert_eq!(none.text, "还没有给您定联系点。\n如需要，请联系联络员。");
    }
}
