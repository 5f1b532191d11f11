//! Duties that count the different topics among another duty's entries ("each topic at least once", S3).

use super::duty::{LABELS_EXAMPLE, late_joiners, shown};
use super::sheet::Value;
use super::table::Table;
use super::value::measure;
use super::{Names, Reading, people};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Confirm, Duty, Evidence, Tier};

/// Keys that speak of entries, which a duty that counts another's topics has none of.
const OF_ENTRIES: [&str; 12] = [
    "slot",
    "max_per_day",
    "backdate_days",
    "offers",
    "forms",
    "form_name",
    "topics",
    "topic_name",
    "words",
    "asks",
    "confirm",
    "evidence",
];

impl Reading {
    /// A duty that counts the different topics among another's entries ("each topic at least once").
    pub(super) fn of_topics(
        &self,
        table: &Table,
        topics_of: Value,
        duties: &[Table],
        names: &Names,
        tiers: Option<&[Tier]>,
    ) -> Option<Duty> {
        let (id, name) = (table.id(), people::name(table));
        let counted = Some(Measure::Topics);
        if let Some(value) = table.may("measure")
            && value
                .parsed(measure)
                .is_some_and(|is| is != Measure::Topics)
        {
            value.fault_with(
                "a duty with `topics_of` counts topics",
                "write measure = \"topics\"",
            );
        }
        for value in OF_ENTRIES.iter().filter_map(|key| table.may(key)) {
            value.fault_with(
                "nothing is recorded of a duty with `topics_of`",
                "leave the line out: the entries are the other duty's",
            );
        }
        let shown_in = table
            .may("shown_in")
            .map_or(counted, |value| shown(value, counted));
        let source = source(topics_of, duties, id.as_deref());
        let targets = self.targets(table, names, counted);
        if let (Some(targets), Some((source, topics))) = (&targets, &source) {
            let most = targets.iter().map(|target| target.amount).max();
            if most.is_some_and(|most| most > Amount::whole(*topics)) {
                table.need("targets")?.fault_with(
                    format_args!("the duty \"{source}\" has only {topics} topics"),
                    format!("write at most \"{topics} topics\""),
                );
            }
        }
        // What is counted is recorded when the other duty is open.
        let windows = match (table.may("windows"), &source) {
            (None, Some((source, _))) => duties
                .iter()
                .find(|other| other.id().as_ref() == Some(source))
                .and_then(|other| self.windows(other, names, tiers)),
            _ => self.windows(table, names, tiers),
        };
        let late_joiners = late_joiners(table);
        Some(Duty {
            id: id?,
            name: name?,
            measure: Measure::Topics,
            shown_in: shown_in?,
            targets: targets?,
            windows: windows?,
            slot: None,
            max_per_day: Amount::ZERO,
            backdate_days: 0,
            offers: Vec::new(),
            forms: Vec::new(),
            form_name: None,
            topics: Vec::new(),
            topic_name: None,
            words: Vec::new(),
            asks: Vec::new(),
            confirm: Confirm::default(),
            evidence: Evidence::default(),
            late_joiners: late_joiners?,
            topics_of: Some(source?.0),
        })
    }
}

/// The duty whose topics are counted, and how many it has.
fn source(value: Value, duties: &[Table], own: Option<&str>) -> Option<(String, i64)> {
    let ids: Vec<String> = duties.iter().filter_map(Table::id).collect();
    let id = value.known("duty", &ids)?;
    if own == Some(id.as_str()) {
        value.fault("a duty does not count its own topics");
        return None;
    }
    let source = duties
        .iter()
        .find(|duty| duty.id().as_ref() == Some(&id))
        .filter(|duty| duty.may("topics_of").is_none());
    let Some(topics) = source.and_then(|duty| duty.may("topics")) else {
        value.fault_with(
            format_args!("the duty \"{id}\" has no topics"),
            format!("name a duty that has, or add topics = {LABELS_EXAMPLE} to \"{id}\""),
        );
        return None;
    };
    let count = topics.list()?.len();
    Some((id, i64::try_from(count).unwrap_or(i64::MAX)))
}
