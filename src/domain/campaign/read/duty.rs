//! Counted duties: who owes how much of what, when, and what may be recorded.

use super::sheet::Value;
use super::table::{Form, Table};
use super::time::Occasion;
use super::value::{amount, convertible, measure};
use super::{Names, Reading, people};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{Confirm, Duty, Evidence, LateJoiners, Offer, Target, Tier, Window};

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
            "windows",
            "[{ id = \"opinions\", from = \"+1m\", to = \"+3m end\" }]",
        ),
        ("forms", LABELS_EXAMPLE),
        ("topics", LABELS_EXAMPLE),
    ],
};

const TARGET: Form = Form {
    name: "a target",
    keys: &[
        ("rank", "\"county\""),
        ("trait", "\"leadership\""),
        ("sector", "\"rural\""),
        ("unit", "\"County/Township\""),
        ("amount", "\"7 days\""),
    ],
};

const WINDOW: Form = Form {
    name: "a window",
    keys: &[
        ("id", "\"opinions\""),
        ("tier", "\"upper\""),
        ("from", "\"+1m\""),
        ("to", "\"+3m end\""),
    ],
};

impl Reading {
    /// One duty. `tiers` lend it their windows if it has none of its own.
    pub(super) fn duty(
        &self,
        table: &Table,
        names: &Names,
        tiers: Option<&[Tier]>,
    ) -> Option<Duty> {
        let (id, name) = (table.id(), people::name(table));
        let counted = table
            .need("measure")
            .and_then(|value| value.parsed(measure));
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
        let targets = table.need("targets").and_then(|list| {
            let targets = list.each(|value| self.target(value.table(&TARGET)?, names, counted))?;
            if targets.is_empty() {
                list.fault("nobody owes the duty");
            }
            Some(targets)
        });
        let windows = self.windows(table, names, tiers);
        let (forms, topics) = (
            people::labels(table, "forms"),
            people::labels(table, "topics"),
        );
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
            topics: topics?,
            words: Vec::new(),
            asks: Vec::new(),
            confirm: Confirm::default(),
            evidence: Evidence::default(),
            late_joiners: LateJoiners::default(),
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

    fn target(&self, table: Table, names: &Names, counted: Option<Measure>) -> Option<Target> {
        let condition = |key: &str, ids: &[String]| match table.may(key) {
            Some(value) => value.known(key, ids).map(Some),
            None => Some(None),
        };
        let rank = condition("rank", &names.ranks);
        let with_trait = condition("trait", &names.traits);
        let sector = condition("sector", &names.sectors);
        let unit = table
            .may("unit")
            .map_or(Some(None), |value| value.parsed(unit_path).map(Some));
        let amount = table
            .need("amount")
            .and_then(|value| self.amount_in(value, counted));
        Some(Target {
            rank: rank?,
            with_trait: with_trait?,
            sector: sector?,
            unit: unit?,
            person: None,
            amount: amount?,
            at_least: None,
        })
    }

    fn windows(&self, table: &Table, names: &Names, tiers: Option<&[Tier]>) -> Option<Vec<Window>> {
        let own = table.tables("windows", &WINDOW);
        if own.is_empty() {
            let lent = |tier: &Tier| Window {
                id: tier.id.clone(),
                tier: Some(tier.id.clone()),
                span: tier.window,
            };
            return Some(tiers?.iter().map(lent).collect());
        }
        let read = |table: &Table| {
            let id = table.id();
            let tier = match table.may("tier") {
                Some(value) => value.known("tier", &names.tiers).map(Some),
                None => Some(None),
            };
            let occasion = self.occasion(table);
            Some((id?, tier?, occasion?))
        };
        let read: Vec<_> = own.iter().map(read).collect();
        let mut windows = Vec::new();
        for (id, tier, occasion) in read.into_iter().collect::<Option<Vec<_>>>()? {
            if let Occasion::Within(span) = occasion {
                windows.push(Window { id, tier, span });
            }
        }
        if windows.is_empty() {
            table
                .may("windows")?
                .fault("no window lies within the campaign");
        }
        Some(windows)
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

/// The path of a unit, as exports write it.
pub(super) fn unit_path(text: &str) -> Result<String, String> {
    if text
        .split('/')
        .all(|part| !part.is_empty() && part.trim() == part)
    {
        return Ok(text.to_owned());
    }
    Err(format!(
        "\"{text}\" is no path of a unit: names, a / between them, none at the ends"
    ))
}
