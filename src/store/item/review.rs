//! Which items wait for somebody's word: those that he reviews by his place in their kind's chain, those whose
//! responsible person asks for a later day, and those handed up to a unit that he answers for.

use super::question::{Question, any};
use crate::domain::campaign::{ItemKind, Reviewer};
use crate::domain::listing::Viewer;

/// The links of a review chain that somebody can hold. Members answer in a poll, not here.
const LINKS: [Reviewer; 6] = [
    Reviewer::Lead,
    Reviewer::Head,
    Reviewer::Superior,
    Reviewer::Liaison,
    Reviewer::Supervision,
    Reviewer::Office,
];

/// The ways in which an item can wait for that person.
pub(super) fn waits(question: &mut Question, viewer: &Viewer, kinds: &[ItemKind]) -> Vec<String> {
    let mut ways = Vec::new();
    let mut asked = vec![format!("i.lead_id = {}", question.id(viewer.cadre.0))];
    for link in LINKS {
        let Some(holds) = holds(question, viewer, link) else {
            continue;
        };
        let places = places(question, kinds, link);
        if !places.is_empty() {
            let not_own = not_own(question, viewer);
            ways.push(format!(
                "i.status = 'submitted' AND {holds} AND {} AND {not_own}",
                any(&places)
            ));
        }
        let first: Vec<String> = kinds
            .iter()
            .filter(|kind| kind.review.first() == Some(&link))
            .map(|kind| format!("i.kind = {}", question.text(&kind.id)))
            .collect();
        if !first.is_empty() {
            asked.push(format!("({holds} AND {})", any(&first)));
        }
    }
    let not_own = not_own(question, viewer);
    ways.push(format!(
        "i.extension_to IS NOT NULL AND i.status NOT IN ('submitted', 'closed') AND {} AND {not_own}",
        any(&asked)
    ));
    if let Some(offered) = answers_for(question, viewer) {
        ways.push(format!(
            "i.offered_to IS NOT NULL AND i.status NOT IN ('submitted', 'closed') AND {offered}"
        ));
    }
    ways
}

/// That he holds that link for the item; `None`: he holds it for none.
fn holds(question: &mut Question, viewer: &Viewer, link: Reviewer) -> Option<String> {
    let grant = match link {
        Reviewer::Lead => return Some(format!("i.lead_id = {}", question.id(viewer.cadre.0))),
        Reviewer::Head => {
            return viewer
                .is_head
                .then(|| format!("i.unit_id = {}", question.id(viewer.unit.0)));
        }
        Reviewer::Superior => {
            let mut parts = Vec::new();
            if viewer.is_head {
                let unit = question.id(viewer.unit.0);
                parts.push(format!(
                    "i.unit_id IN (SELECT w.id FROM units w WHERE w.parent_id = {unit})"
                ));
            }
            if !viewer.liaison.is_empty() {
                parts.push(question.below("i.unit_id", &viewer.liaison));
            }
            return (!parts.is_empty()).then(|| any(&parts));
        }
        Reviewer::Liaison => &viewer.liaison,
        Reviewer::Supervision => &viewer.supervision,
        Reviewer::Office => &viewer.office,
        Reviewer::Members => return None,
    };
    (!grant.is_empty()).then(|| question.within("i.unit_id", grant))
}

/// The places at which that link is the next to look; past the end of a chain it is the last.
fn places(question: &mut Question, kinds: &[ItemKind], link: Reviewer) -> Vec<String> {
    let mut places = Vec::new();
    for kind in kinds {
        for (place, _) in kind
            .review
            .iter()
            .enumerate()
            .filter(|(_, one)| **one == link)
        {
            let id = question.text(&kind.id);
            let compare = if place + 1 == kind.review.len() {
                ">="
            } else {
                "="
            };
            places.push(format!("(i.kind = {id} AND i.reviewed {compare} {place})"));
        }
    }
    places
}

/// Two pairs of eyes: not his own work, nor what he falls to as liaison of a unit that named nobody.
fn not_own(question: &mut Question, viewer: &Viewer) -> String {
    let him = question.id(viewer.cadre.0);
    let others =
        format!("COALESCE(i.responsible_id, 0) <> {him} AND COALESCE(i.submitted_by, 0) <> {him}");
    if viewer.liaison.is_empty() {
        return others;
    }
    let his = question.within("i.unit_id", &viewer.liaison);
    format!("{others} AND NOT (i.responsible_id IS NULL AND {his})")
}

/// That it is handed up to a unit for which he may answer.
fn answers_for(question: &mut Question, viewer: &Viewer) -> Option<String> {
    let mut parts = Vec::new();
    if viewer.is_head {
        parts.push(format!("i.offered_to = {}", question.id(viewer.unit.0)));
    }
    for scope in [&viewer.liaison, &viewer.office] {
        if !scope.is_empty() {
            parts.push(question.within("i.offered_to", scope));
        }
    }
    (!parts.is_empty()).then(|| any(&parts))
}
