//! Further bots and the units they serve.

use std::collections::BTreeMap;

use super::table::{Form, Table};
use super::target::unit_path;
use crate::domain::campaign::{Bot, MAIN_BOT};

pub(super) const BOT: Form = Form {
    name: "[[bots]]",
    keys: &[
        ("id", "\"east\""),
        ("units", "[\"County\", \"City/Township\"]"),
    ],
};

/// The further bots; a unit is served by one of them.
pub(super) fn bots(root: &Table) -> Option<Vec<Bot>> {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let read: Vec<_> = root
        .tables("bots", &BOT)
        .iter()
        .map(|table| bot(table, &mut owners))
        .collect();
    read.into_iter().collect()
}

fn bot(table: &Table, owners: &mut BTreeMap<String, String>) -> Option<Bot> {
    let id = table.id();
    if id.as_deref() == Some(MAIN_BOT) {
        table.fault(
            format!("\"{MAIN_BOT}\" is the bot of TELOXIDE_TOKEN, which serves all other units"),
            "give this bot another id: id = \"east\"",
        );
    }
    let own = id.clone().unwrap_or_default();
    let units = table.need("units").and_then(|list| {
        let units = list.each(|item| {
            let path = item.parsed(unit_path)?;
            if let Some(owner) = owners.insert(path.clone(), own.clone()) {
                item.fault_with(
                    format_args!("\"{path}\" is served by the bot \"{owner}\" already"),
                    "let each unit be served by one bot",
                );
            }
            Some(path)
        })?;
        if units.is_empty() {
            list.fault("a bot must serve some unit");
        }
        Some(units)
    });
    Some(Bot {
        id: id?,
        units: units?,
    })
}
