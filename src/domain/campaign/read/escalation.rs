//! Who hears of what is overdue, one after the other (S17).

use super::sheet::Value;
use super::table::Form;
use super::value::choice;
use crate::domain::campaign::{Rung, Superior};

const RUNG: Form = Form {
    name: "a step of an escalation",
    keys: &[("to", "\"lead\""), ("after", "2")],
};

/// Who may hear of it, by name, from below.
const SUPERIORS: [(&str, Superior); 4] = [
    ("lead", Superior::Lead),
    ("head", Superior::Head),
    ("supervision", Superior::Supervision),
    ("office", Superior::Office),
];

impl Superior {
    /// The name in campaign files and in the database.
    pub fn name(self) -> &'static str {
        let named = SUPERIORS.iter().find(|(_, superior)| *superior == self);
        named.map_or("", |(name, _)| name)
    }
}

/// The steps; each superior has one.
pub(super) fn escalation(list: Value) -> Option<Vec<Rung>> {
    let mut rungs: Vec<Rung> = Vec::new();
    list.each(|value| {
        let table = value.table(&RUNG)?;
        let to = table.need("to");
        let superior = to.and_then(|value| value.parsed(|text| choice(text, &SUPERIORS)));
        let after = table.need("after").and_then(Value::positive);
        let rung = Rung {
            to: superior?,
            after: after?,
        };
        if let Some(to) = to.filter(|_| rungs.iter().any(|one| one.to == rung.to)) {
            to.fault_with(
                format_args!("\"{}\" hears of it twice", rung.to.name()),
                "one step each: leave one of them out",
            );
        }
        rungs.push(rung);
        Some(())
    })?;
    Some(rungs)
}
