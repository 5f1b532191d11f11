//! Who hears of what is overdue, one after the other (S17).

use super::sheet::Value;
use super::table::Form;
use super::value::choice;
use crate::domain::campaign::{Rung, Superior};

const RUNG: Form = Form {
    name: "a step of an escalation",
    keys: &[("to", "\"lead\""), ("after", "2")],
};

/// The steps; each superior has one.
pub(super) fn escalation(list: Value) -> Option<Vec<Rung>> {
    let superiors = Superior::ALL.map(|one| (one.name(), one));
    let mut rungs: Vec<Rung> = Vec::new();
    list.each(|value| {
        let table = value.table(&RUNG)?;
        let to = table.need("to");
        let superior = to.and_then(|value| value.parsed(|text| choice(text, &superiors)));
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
