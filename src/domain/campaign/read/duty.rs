//! Counted duties: what is counted, when it is asked for, and what may be recorded. Who owes it is in
//! `target.rs`, when in `window.rs`; a duty that counts another's topics is in `topic.rs`.

use super::ask::{asks, words};
use super::sheet::Value;
use super::table::{Form, Table};
use super::value::{amount, choice, convertible, measure};
use super::{Names, Reading, people};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Confirm, Duty, Evidence, LateJoiners, Offer, Tier, Words};

const NAME_EXAMPLE: &str = "{ zh-CN = \"…\", zh-TW = \"…\", en = \"…\", ko = \"…\" }";
pub(super) const LABELS_EXAMPLE: &str = "[{ id = \"lecture\", name = { zh-CN = \"…\", … } }]";

/// Whether evidence is wanted, by name.
pub(super) const EVIDENCE: [(&str, Evidence); 3] = [
    ("welcome", Evidence::Welcome),
    ("wanted", Evidence::Wanted),
    ("needed", Evidence::Needed),
];

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
        let (forms, topics) = (
            people::labels(table, "forms"),
            people::labels(table, "topics"),
        );
        let form_name = called(table, "form_name", "forms");
        let topic_name = called(table, "topic_name", "topics");
        let (words, asks) = (words(table), asks(table));
        let confirm = chosen(
            table,
            "confirm",
            &[("late", Confirm::Late), ("always", Confirm::Always)],
        );
        let evidence = chosen(table, "evidence", &EVIDENCE);
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
            form_name,
            topics: topics?,
            topic_name,
            words: words?,
            asks: asks?,
            confirm: confirm?,
            evidence: evidence?,
            late_joiners: late_joiners?,
            topics_of: None,
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

/// What the labels of a key are called, if they have a name of their own; one for labels that are not there is
/// noted.
fn called(table: &Table, name_key: &str, key: &str) -> Option<Words> {
    let value = table.may(name_key)?;
    if table.may(key).is_none() {
        value.fault_with(
            format_args!("the duty has no `{key}` that could be called so"),
            format!("add {key} = {LABELS_EXAMPLE}, or leave the line out"),
        );
    }
    people::words(value)
}

pub(super) fn late_joiners(table: &Table) -> Option<LateJoiners> {
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
pub(super) fn chosen<T: Copy + Default>(
    table: &Table,
    key: &str,
    among: &[(&str, T)],
) -> Option<T> {
    match table.may(key) {
        Some(value) => value.parsed(|text| choice(text, among)),
        None => Some(T::default()),
    }
}

/// What sums are shown in: the duty's measure, or one that the class-hour rule leads to.
pub(super) fn shown(value: Value, counted: Option<Measure>) -> Option<Measure> {
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
