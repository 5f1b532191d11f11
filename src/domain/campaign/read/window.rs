//! Windows of a duty: its own, or those of the tiers.

use super::table::{Form, Table};
use super::time::Occasion;
use super::{Names, Reading};
use crate::domain::campaign::{Tier, Window};

pub(super) const WINDOW: Form = Form {
    name: "a window",
    keys: &[
        ("id", "\"opinions\""),
        ("tier", "\"upper\""),
        ("from", "\"+1m\""),
        ("to", "\"+3m end\""),
    ],
};

impl Reading {
    /// The windows that the duty's table names, cut to the campaign; those of the tiers if it names none.
    pub(super) fn windows(
        &self,
        table: &Table,
        names: &Names,
        tiers: Option<&[Tier]>,
    ) -> Option<Vec<Window>> {
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
