//! What a table does to the ledger: row by row, before anything is written.

use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

use super::people::Settling;
use super::since::{day, since};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CadreId, ItemId, UnitId};
use crate::domain::item::{Changed, Hands, Status, Unchangeable, change};
use crate::domain::ledger::{Column, Entry, Incoming, Known, Mark, Stale, Touched};
use crate::domain::news::{Handed, News};
use crate::import::{Change, Refused, Report, Sort, Stands};
use crate::store::item::{ChangedItem, NewItem, Standing, Trace};

/// What an import goes by, and what comes of it.
pub(super) struct Plan<'a> {
    pub(super) campaign: &'a Campaign,
    pub(super) known: &'a [Standing],
    pub(super) units: HashMap<String, UnitId>,
    pub(super) people: HashMap<CadreId, &'a Cadre>,
    pub(super) settling: Settling<'a>,
    pub(super) report: Report,
    pub(super) new: Vec<NewItem>,
    pub(super) changed: Vec<ChangedItem>,
    pub(super) told: Vec<(CadreId, News)>,
}

/// A row that wants something changed of a known item.
pub(super) struct Draft<'a> {
    row: &'a Incoming,
    before: &'a Standing,
    entry: Entry,
}

impl Draft<'_> {
    /// Which item.
    pub(super) const fn item(&self) -> ItemId {
        self.before.id
    }
}

/// The items that rows are marked with, by their place in the ledger; bad marks are refused.
pub(super) fn marked(
    known: &[Standing],
    rows: &[Incoming],
    refused: &mut Vec<Refused>,
) -> Vec<Option<usize>> {
    let mut first: HashMap<ItemId, u32> = HashMap::new();
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(mark) = row.mark else {
            found.push(None);
            continue;
        };
        let at = place(known, mark.item);
        let at = at.filter(|at| known.get(*at).is_some_and(|item| mark.turn <= item.turn));
        let before = *first.entry(mark.item).or_insert(row.row);
        if at.is_none() {
            refused.push(Refused::of(row.row, "unknown_mark", mark.to_string()));
        } else if before != row.row {
            refused.push(Refused::of(row.row, "mark_twice", before.to_string()));
        }
        found.push(at.filter(|_| before == row.row));
    }
    found
}

/// Where an item is in the ledger.
fn place(known: &[Standing], item: ItemId) -> Option<usize> {
    known
        .binary_search_by_key(&item, |standing| standing.id)
        .ok()
}

/// What of an item it is recognised by.
pub(super) fn known(standing: &Standing) -> Known<'_> {
    Known {
        kind: &standing.entry.kind,
        no: &standing.entry.no,
        unit_path: &standing.entry.path,
        content: &standing.entry.content,
    }
}

impl<'a> Plan<'a> {
    /// A row that no known item is recognised in.
    pub(super) fn add(&mut self, row: &Incoming) {
        let Some(deadline) = row.deadline else {
            let refused = Refused::of(row.row, "bad_deadline", String::new());
            self.report.refused.push(refused);
            return;
        };
        let entry = Entry {
            deadline,
            ..self.entry(row, None)
        };
        if let Some(whose) = self.exempt(&entry) {
            let refused = Refused::of(row.row, "exempt", whose);
            self.report.refused.push(refused);
            return;
        }
        self.report.new += 1;
        self.report.changes.push(Change {
            sort: Sort::New,
            subject: subject(&entry),
            columns: vec![],
            movement: None,
        });
        self.new.push(NewItem {
            entry,
            helping: self.settling.helpers(row),
            closed: row.closed == Some(true),
        });
    }

    /// Whoever is responsible, if items of that kind are not asked of him (S9).
    fn exempt(&self, entry: &Entry) -> Option<String> {
        let kind = self.campaign.kind(&entry.kind)?;
        let whose = self.people.get(&entry.responsible.id?)?;
        kind.exempts(&whose.subject()).then(|| whose.name.clone())
    }

    /// A row that is about a known item: what it wants changed, if it is anything.
    pub(super) fn compare(&mut self, row: &'a Incoming, before: &'a Standing) -> Option<Draft<'a>> {
        let entry = self.entry(row, Some(before));
        let differing = before.entry.differing(&entry);
        let differs = differing.iter().any(|column| row.said.contains(column));
        let strikes_off = row.closed == Some(true) && before.status != Status::Closed;
        let takes_up = row.closed == Some(false) && before.status == Status::Closed;
        // A table of the office's own is not read as a wish to change what is over: it may just be old.
        let late = row.mark.is_none() && before.status.is_over();
        if late || !(differs || strikes_off || takes_up) {
            self.report.same += 1;
            return None;
        }
        Some(Draft { row, before, entry })
    }

    fn entry(&mut self, row: &Incoming, before: Option<&Standing>) -> Entry {
        let before = before.map(|before| &before.entry);
        let lead = before.map(|before| &before.lead);
        let responsible = before.map(|before| &before.responsible);
        let unit = self.units.get(&row.unit_path).copied();
        let deadline = row.deadline.or(before.map(|before| before.deadline));
        Entry {
            no: row.no.clone(),
            kind: row.kind.clone(),
            category: row.category.clone(),
            content: row.content.clone(),
            measures: row.measures.clone(),
            unit: unit.unwrap_or(UnitId(0)),
            path: row.unit_path.clone(),
            lead: self.settling.person(row, Column::Lead, lead),
            responsible: self.settling.person(row, Column::Responsible, responsible),
            helpers: row.helpers.clone(),
            deadline: deadline.unwrap_or(crate::domain::deadline::Deadline::Ongoing),
            progress: row.progress.clone(),
        }
    }

    /// Whether what happened to the item since must be known before the draft can be decided on.
    pub(super) fn is_older(draft: &Draft<'_>) -> bool {
        draft
            .row
            .mark
            .is_none_or(|mark| mark.turn < draft.before.turn)
    }

    /// Decides on a draft. `traces`: what happened to the item, if that is asked for; `turn`: the events it has now
    /// that nobody else can change it.
    pub(super) fn decide(&mut self, draft: Draft<'_>, traces: Option<&[Trace]>, turn: i64) {
        let Draft { row, before, entry } = draft;
        if turn != before.turn {
            let refused = Refused::of(row.row, "just_changed", String::new());
            self.report.refused.push(refused);
            return;
        }
        let zone = self.campaign.zone;
        let since = traces.map_or_else(BTreeMap::new, |traces| since(traces, row.mark, zone));
        let merged = match before.entry.merged(&entry, &row.said, &since) {
            Ok(merged) => merged,
            Err(stale) => {
                self.report.refused.push(conflict(row, stale));
                return;
            }
        };
        let was_closed = match since.get(&Column::Status) {
            Some(Touched { was, .. }) => was.as_deref() == Some(Status::Closed.name()),
            None => before.status == Status::Closed,
        };
        let is_closed = before.status == Status::Closed;
        let strikes_off = row.closed == Some(true) && !is_closed && !was_closed;
        let takes_up = row.closed == Some(false) && is_closed && was_closed;
        let helpers = merged.helpers != before.entry.helpers;
        let made = change(
            before.entry.clone(),
            before.status,
            before.offered,
            merged,
            strikes_off,
        );
        match made {
            Ok(None) if takes_up => self.refuse(row, before, Unchangeable::Over),
            Ok(None) => self.report.same += 1,
            Ok(Some(changed)) => {
                let helping = helpers.then(|| self.settling.helpers(row));
                self.keep(before.id, changed, helping);
            }
            Err(why) => self.refuse(row, before, why),
        }
    }

    fn refuse(&mut self, row: &Incoming, before: &Standing, why: Unchangeable) {
        let code = match why {
            Unchangeable::Over => "item_over",
            Unchangeable::Submitted => "item_submitted",
            Unchangeable::Offered => "item_offered",
        };
        let on = before.closed_at.map(|at| day(at, self.campaign.zone));
        self.report.refused.push(Refused {
            stands: Some(Stands {
                column: Column::Status,
                on,
                now: before.status.name().to_owned(),
            }),
            ..Refused::of(row.row, code, before.entry.no.clone())
        });
    }

    fn keep(&mut self, id: ItemId, changed: Changed, helping: Option<Vec<CadreId>>) {
        let (was, is) = (changed.was(), changed.is());
        let after = changed.after();
        let columns = was.into_iter().zip(is.into_values());
        let columns = columns.map(|((column, was), is)| {
            // Somebody else of the same name: his key tells them apart.
            let key = match column {
                Column::Lead => after.lead.id,
                Column::Responsible => after.responsible.id,
                _ => None,
            };
            let key = key
                .and_then(|id| self.people.get(&id))
                .filter(|_| was == is);
            let is = key.map_or_else(|| is.clone(), |of| format!("{is}({})", of.key));
            (column.name(), was, is)
        });
        let columns = columns.collect();
        self.report.changed += 1;
        self.report.changes.push(Change {
            sort: Sort::Changed,
            subject: self.subject_before(id),
            columns,
            movement: None,
        });
        if !changed.strikes_off() {
            self.tell(id, after, changed.responsible(), false);
            self.tell(id, after, changed.lead(), true);
        }
        self.changed.push(ChangedItem {
            id,
            changed,
            helping,
        });
    }

    fn subject_before(&self, id: ItemId) -> String {
        let before = place(self.known, id).and_then(|at| self.known.get(at));
        before.map_or_else(String::new, |before| subject(&before.entry))
    }

    /// Both hear of it: who has it now, and who has it no more.
    fn tell(&mut self, item: ItemId, after: &Entry, hands: Option<Hands>, leads: bool) {
        let Some(Hands { from, to }) = hands else {
            return;
        };
        let person = if leads {
            &after.lead
        } else {
            &after.responsible
        };
        let news = |to: Option<String>| {
            News::Handed(Handed {
                item,
                no: after.no.clone(),
                content: after.content.clone(),
                leads,
                to,
            })
        };
        self.told.extend(to.map(|to| (to, news(None))));
        let to = Some(person.name.clone());
        self.told.extend(from.map(|from| (from, news(to))));
    }

    /// The items that are still open and that the table does not name.
    pub(super) fn vanished(&mut self, found: &[Option<usize>], named: &[Mark]) {
        let mut met = vec![false; self.known.len()];
        let named = named.iter().map(|mark| place(self.known, mark.item));
        for at in found.iter().copied().chain(named).flatten() {
            if let Some(met) = met.get_mut(at) {
                *met = true;
            }
        }
        let missing = self.known.iter().zip(&met);
        let missing = missing.filter(|(item, met)| !**met && !item.status.is_over());
        for (item, _) in missing {
            self.report.vanished += 1;
            self.report.changes.push(Change {
                sort: Sort::Vanished,
                subject: subject(&item.entry),
                columns: vec![],
                movement: None,
            });
        }
    }
}

fn conflict(row: &Incoming, stale: Stale) -> Refused {
    Refused {
        stands: Some(Stands {
            column: stale.column,
            on: Some(stale.on),
            now: stale.stands,
        }),
        ..Refused::of(row.row, "stale", String::new())
    }
}

fn subject(entry: &Entry) -> String {
    format!("{} {} {}", entry.no, entry.path, entry.content)
}

/// Today in the campaign's zone.
pub(super) fn today(campaign: &Campaign, now: chrono::DateTime<chrono::Utc>) -> NaiveDate {
    now.with_timezone(&campaign.zone).date_naive()
}
