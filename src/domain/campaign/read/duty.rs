//! Counted duties: what is counted, when it is asked for, and what may be recorded. Who owes it is in
//! `target.rs`, when in `window.rs`.

use super::ask::{asks, words};
use super::sheet::Value;
use super::table::{Form, Table};
use super::value::{amount, choice, convertible, measure};
use super::{Names, Reading, people};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Confirm, Duty, Evidence, Label, LateJoiners, Offer, Tier, Words};

const NAME_EXAMPLE: &str = "{ zh-CN = \"…\", zh-TW = \"…\", en = \"…\", ko = \"…\" }";
const LABELS_EXAMPLE: &str = "[{ id = \"lecture\", name = { zh-CN = \"…\", … } }]";

pub(super) const DUTY: Form = Form {
    name: "[[duties]]",
    keys: &[
        ("id", "\"study\""),
        ("name", NAME_EXAMPLE),
        ("measure", "\"class_hours\""),
        ("shown_in", "\"days\""),
        ("slot", "\"evening\""),
        ("max_per_day", "\"8 class_hours\""),
        ("backdate_days", "14"),
        ("offers", "[\"0.5 days\", \"1 days\"]"),
        ("targets", "[{ rank = \"county\", amount = \"7 days\" }]"),
        (
            "exempt",
            "[{ trait = \"retired\" }, { rank = \"member\", sector = \"rural\" }]",
        ),
        (
            "windows",
            "[{ id = \"opinions\", from = \"+1m\", to = \"+3m end\" }]",
        ),
        ("forms", LABELS_EXAMPLE),
        ("form_name", NAME_EXAMPLE),
        ("topics", LABELS_EXAMPLE),
        ("topic_name", NAME_EXAMPLE),
        ("words", "[\"走访\", \"visit\"]"),
        ("asks", "[\"form\", \"topic\"]"),
        ("confirm", "\"always\""),
        ("evidence", "\"wanted\""),
        ("late_joiners", "\"in-proportion\""),
        ("topics_of", "\"study\""),
    ],
};

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
    /// One duty of `duties`. `tiers` lend it their windows if it has none of its own.
    pub(super) fn duty(
        &self,
        table: &Table,
        duties: &[Table],
        names: &Names,
        tiers: Option<&[Tier]>,
    ) -> Option<Duty> {
        let counted = table
            .need("measure")
            .and_then(|value| value.parsed(measure));
        match table.may("topics_of") {
            Some(value) => self.of_topics(table, value, duties, names, tiers),
            None => self.recorded(table, counted, names, tiers),
        }
    }

    /// A duty of which entries are recorded.
    fn recorded(
        &self,
        table: &Table,
        counted: Option<Measure>,
        names: &Names,
        tiers: Option<&[Tier]>,
    ) -> Option<Duty> {
        if let Some(value) = table
            .may("measure")
            .filter(|_| counted == Some(Measure::Topics))
        {
            value.fault_with(
                "topics are counted among the entries of another duty",
                "add for example: topics_of = \"study\"",
            );
        }
        let (id, name) = (table.id(), people::name(table));
        let shown_in = table
            .may("shown_in")
            .map_or(counted, |value| shown(value, counted));
        let slot = match table.may("slot") {
            Some(value) => value.known("slot", &names.slots).map(Some),
            None => Some(None),
        };
        let max_per_day = table
            .need("max_per_day")
            .and_then(|value| self.above_zero(value, counted));
        let backdate_days = table.need("backdate_days").and_then(Value::whole);
        let offers = match table.may("offers") {
            Some(list) => list.each(|value| self.offer(value, counted, max_per_day)),
            None => Some(Vec::new()),
        };
        let targets = self.targets(table, names, counted);
        let windows = self.windows(table, names, tiers);
        let (forms, form_name) = labels(table, "forms", "form_name");
        let (topics, topic_name) = labels(table, "topics", "topic_name");
        let (words, asks) = (words(table), asks(table));
        let confirm = chosen(
            table,
            "confirm",
            &[("late", Confirm::Late), ("always", Confirm::Always)],
        );
        let evidence = chosen(
            table,
            "evidence",
            &[
                ("welcome", Evidence::Welcome),
                ("wanted", Evidence::Wanted),
                ("needed", Evidence::Needed),
            ],
        );
        let late_joiners = late_joiners(table);
        Some(Duty {
            id: id?,
            name: name?,
            measure: counted?,
            shown_in: shown_in?,
            targets: targets?,
            windows: windows?,
            slot: slot?,
            max_per_day: max_per_day?,
            backdate_days: backdate_days?,
            offers: offers?,
            forms: forms?,
            form_name: form_name?,
            topics: topics?,
            topic_name: topic_name?,
            words: words?,
            asks: asks?,
            confirm: confirm?,
            evidence: evidence?,
            late_joiners: late_joiners?,
            topics_of: None,
        })
    }

    /// A duty that counts the different topics among another's entries ("each topic at least once").
    fn of_topics(
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

    /// An amount above zero, in the duty's measure.
    fn above_zero(&self, value: Value, counted: Option<Measure>) -> Option<Amount> {
        let said = value.parsed(amount)?;
        if said.amount == Amount::ZERO {
            value.fault("0 would allow nothing");
            return None;
        }
        self.converted(value, said, counted?)
    }

    fn offer(&self, value: Value, counted: Option<Measure>, most: Option<Amount>) -> Option<Offer> {
        let said = value.parsed(amount)?;
        let in_measure = self.above_zero(value, counted)?;
        if let Some(most) = most.filter(|most| in_measure > *most) {
            let measure = counted?.name();
            value.fault_with(
                format_args!("{in_measure} {measure} is more than a day holds, {most} {measure}"),
                "offer less, or raise `max_per_day`",
            );
        }
        Some(said)
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

/// Labels, and what they are called; a name for labels that are not there is noted.
fn labels(table: &Table, key: &str, name_key: &str) -> (Option<Vec<Label>>, Option<Option<Words>>) {
    let labels = people::labels(table, key);
    if let Some(value) = table.may(name_key).filter(|_| table.may(key).is_none()) {
        value.fault_with(
            format_args!("the duty has no `{key}` that could be called so"),
            format!("add {key} = {LABELS_EXAMPLE}, or leave the line out"),
        );
    }
    let name = match table.may(name_key) {
        Some(value) => people::words(value).map(Some),
        None => Some(None),
    };
    (labels, name)
}

fn late_joiners(table: &Table) -> Option<LateJoiners> {
    chosen(
        table,
        "late_joiners",
        &[
            ("whole", LateJoiners::Whole),
            ("in-proportion", LateJoiners::InProportion),
        ],
    )
}

/// The chosen one of a few; the default where the key is absent.
fn chosen<T: Copy + Default>(table: &Table, key: &str, among: &[(&str, T)]) -> Option<T> {
    match table.may(key) {
        Some(value) => value.parsed(|text| choice(text, among)),
        None => Some(T::default()),
    }
}

/// What sums are shown in: the duty's measure, or one that the class-hour rule leads to.
fn shown(value: Value, counted: Option<Measure>) -> Option<Measure> {
    let shown = value.parsed(measure)?;
    let counted = counted?;
    if convertible(counted, shown) {
        return Some(shown);
    }
    value.fault_with(
        format_args!("{} cannot be shown in {}", counted.name(), shown.name()),
        format!("leave it out, or write \"{}\"", counted.name()),
    );
    None
}

#[cfg(test)]
mod tests;
