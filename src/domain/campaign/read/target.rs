//! Who owes how much of a duty, and who owes nothing.

use super::sheet::Value;
use super::table::{Form, Table};
use super::{Names, Reading};
use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::Target;

const TARGET: Form = Form {
    name: "a target",
    keys: &[
        ("rank", "\"county\""),
        ("trait", "\"leadership\""),
        ("sector", "\"rural\""),
        ("unit", "\"County/Township\""),
        ("person", "\"P000001\""),
        ("amount", "\"7 days\""),
        ("at_least", "\"5 days\""),
    ],
};

const EXEMPTION: Form = Form {
    name: "an exemption",
    keys: &[
        ("rank", "\"member\""),
        ("trait", "\"retired\""),
        ("sector", "\"rural\""),
        ("unit", "\"County/Township\""),
        ("person", "\"P000001\""),
    ],
};

impl Reading {
    /// The duty's targets, those of the exempt (S4, S9) behind the others: of equals the last wins.
    pub(super) fn targets(
        &self,
        table: &Table,
        names: &Names,
        counted: Option<Measure>,
    ) -> Option<Vec<Target>> {
        let targets = table.need("targets").and_then(|list| {
            let targets = list.each(|value| self.target(value.table(&TARGET)?, names, counted))?;
            if targets.is_empty() {
                list.fault("nobody owes the duty");
            }
            Some(targets)
        });
        let exempt = exemptions(table, names);
        let mut targets = targets?;
        targets.extend(exempt?);
        Some(targets)
    }

    fn target(&self, table: Table, names: &Names, counted: Option<Measure>) -> Option<Target> {
        let of = conditions(&table, names);
        let amount = table
            .need("amount")
            .and_then(|value| self.amount_in(value, counted));
        let at_least = match table.may("at_least") {
            Some(value) => self.at_least(value, counted, amount).map(Some),
            None => Some(None),
        };
        Some(Target {
            amount: amount?,
            at_least: at_least?,
            ..of?
        })
    }

    /// How low a local target may go: not above the line's own amount.
    fn at_least(
        &self,
        value: Value,
        counted: Option<Measure>,
        amount: Option<Amount>,
    ) -> Option<Amount> {
        let least = self.amount_in(value, counted)?;
        if let Some(amount) = amount.filter(|amount| least > *amount) {
            let measure = counted?.name();
            value.fault_with(
                format_args!("{least} {measure} is more than the line's own {amount} {measure}"),
                "it says how low a local target may go: write less, or leave it out",
            );
        }
        Some(least)
    }
}

/// The lines of those who are exempt, none if there are none.
pub(super) fn exemptions(table: &Table, names: &Names) -> Option<Vec<Target>> {
    match table.may("exempt") {
        Some(list) => list.each(|value| exemption(value, names)),
        None => Some(Vec::new()),
    }
}

/// Whoever these conditions fit owes nothing.
fn exemption(value: Value, names: &Names) -> Option<Target> {
    let table = value.table(&EXEMPTION)?;
    let of = conditions(&table, names)?;
    let conditions = [&of.rank, &of.with_trait, &of.sector, &of.unit, &of.person];
    if conditions.iter().all(|condition| condition.is_none()) {
        table.fault(
            "an exemption of everybody",
            "say of whom: { trait = \"retired\" }, { rank = \"member\", sector = \"rural\" }",
        );
    }
    Some(of)
}

/// The conditions of a line, its amount nothing yet.
fn conditions(table: &Table, names: &Names) -> Option<Target> {
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
    let person = table.may("person").map_or(Some(None), |value| {
        Some(Some(value.text()?.trim().to_owned()))
    });
    Some(Target {
        rank: rank?,
        with_trait: with_trait?,
        sector: sector?,
        unit: unit?,
        person: person?,
        amount: Amount::ZERO,
        at_least: None,
    })
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
