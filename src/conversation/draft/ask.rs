//! What is asked of a record, what is offered as an answer, and what an answer in words means.

use super::super::assignment;
use super::super::proxy::{Pen, chosen};
use super::super::view::View;
use super::step::Said;
use crate::domain::amount::Amount;
use crate::domain::assignment::Point;
use crate::domain::cadre::Cadre;
use crate::domain::campaign::{Ask, Duty, Label};
use crate::domain::draft::{self, Choice, Chosen, Meant, Question, Trouble};
use crate::domain::grant::Scope;
use crate::domain::ids::CadreId;
use crate::domain::language::Language;
use crate::store::{Result, cadre};

/// People that are offered as partners.
const OFFERED: usize = 8;

/// People of a unit that are looked at for it.
const LOOKED_AT: i64 = 200;

/// Whether a talk may be with that person: somebody of the same county, not oneself.
pub(super) async fn reaches(id: CadreId, pen: &Pen, view: &mut View<'_>) -> Result<bool> {
    let found = cadre::by_id(view.tx, id).await?;
    Ok(found.is_some_and(|cadre| {
        let county = draft::county(&pen.whom.unit_path);
        cadre.active && cadre.id != pen.whom.id && draft::county(&cadre.unit_path) == county
    }))
}

/// The label of that name, in whatever language.
pub(super) fn labelled(labels: &[Label], words: &str) -> Option<String> {
    let called = |label: &&Label| Language::ALL.iter().any(|l| label.name.get(*l) == words);
    labels.iter().find(called).map(|label| label.id.clone())
}

/// Who is meant by a name within the county; else what is unclear, and who might be.
pub(super) async fn partner(
    name: &str,
    pen: &Pen,
    view: &mut View<'_>,
) -> Result<std::result::Result<CadreId, (Trouble, Vec<Chosen>)>> {
    let county = Scope::Units(vec![draft::county(&pen.whom.unit_path).to_owned()]);
    let found = cadre::named(view.tx, name, &county).await?;
    let name = name.to_owned();
    Ok(match draft::meant(&found, &name, &pen.whom) {
        Meant::One(one) => Ok(one.id),
        Meant::Several(several) => {
            let offered = several.into_iter().take(OFFERED).map(chosen).collect();
            Err((Trouble::Several { name }, offered))
        }
        Meant::Nobody => Err((Trouble::Unknown { name }, Vec::new())),
    })
}

/// The partner of a sentence, if he is clear.
pub(in crate::conversation) async fn clear_partner(
    name: &str,
    pen: &Pen,
    view: &mut View<'_>,
) -> Result<Option<CadreId>> {
    Ok(partner(name, pen, view).await?.ok())
}

/// What is asked next, leaving out what is known and what has no answers.
pub(super) async fn next(
    said: &Said,
    after: Option<Ask>,
    duty: &Duty,
    pen: &Pen,
    view: &mut View<'_>,
) -> Result<Option<Ask>> {
    let asks_points = duty.asks.contains(&Ask::ContactPoint);
    let no_points = asks_points
        && assignment::points_of(&pen.whom, duty, view)
            .await?
            .is_empty();
    let details = &said.details;
    Ok(draft::next(&duty.asks, after, |ask| match ask {
        Ask::Form => details.form.is_some() || duty.forms.is_empty(),
        Ask::Topic => details.topic.is_some() || duty.topics.is_empty(),
        Ask::Partner => details.partner.is_some(),
        Ask::ContactPoint => details.place.is_some() || no_points,
        Ask::Household | Ask::Place | Ask::Deed => !details.subject.is_empty(),
        Ask::Opinion => said.opinion.is_some(),
    }))
}

/// The question, with what can be tapped as an answer: those found by a name, else people of his unit who owe the
/// duty as he does (S8), or his contact points.
pub(super) async fn question(
    ask: Ask,
    trouble: Option<Trouble>,
    found: Vec<Chosen>,
    duty: &Duty,
    pen: &Pen,
    view: &mut View<'_>,
) -> Result<Question> {
    let choices = match ask {
        Ask::Partner if found.is_empty() => {
            let unit = cadre::of_unit(view.tx, pen.whom.unit, LOOKED_AT).await?;
            let owes = |cadre: &&Cadre| {
                let line = duty.line(&cadre.subject());
                cadre.id != pen.whom.id && line.is_some_and(|line| line.amount > Amount::ZERO)
            };
            let owing = unit.iter().filter(owes).take(OFFERED);
            owing.map(|cadre| Choice::Partner(chosen(cadre))).collect()
        }
        Ask::Partner => found.into_iter().map(Choice::Partner).collect(),
        Ask::ContactPoint => {
            let points = assignment::points_of(&pen.whom, duty, view).await?;
            let point = |point: Point| Choice::Point {
                unit: point.unit,
                path: point.path,
            };
            points.into_iter().map(point).collect()
        }
        _ => Vec::new(),
    };
    Ok(Question {
        ask,
        choices,
        trouble,
    })
}
