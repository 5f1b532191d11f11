//! Kinds of dated items and their ladders of reminders.

use super::sheet::Value;
use super::table::{Form, Table};
use super::{Names, people};
use crate::domain::campaign::{ItemKind, Ladder};

pub(super) const KIND: Form = Form {
    name: "[[kinds]]",
    keys: &[
        ("id", "\"rectification\""),
        (
            "name",
            "{ zh-CN = \"…\", zh-TW = \"…\", en = \"…\", ko = \"…\" }",
        ),
        ("slot", "\"evening\""),
        (
            "ladder",
            "{ before = [7, 3, 1, 0], after = [1, 3, 7, 14], then_every = 14 }",
        ),
    ],
};

const LADDER: Form = Form {
    name: "a ladder",
    keys: &[
        ("before", "[7, 3, 1, 0]"),
        ("after", "[1, 3, 7, 14]"),
        ("then_every", "14"),
    ],
};

pub(super) fn kind(table: &Table, names: &Names) -> Option<ItemKind> {
    let (id, name) = (table.id(), people::name(table));
    let slot = table
        .need("slot")
        .and_then(|value| value.known("slot", &names.slots));
    let ladder = table
        .need("ladder")
        .and_then(|value| ladder(&value.table(&LADDER)?));
    Some(ItemKind::plain(id?, name?, slot?, ladder?))
}

fn ladder(table: &Table) -> Option<Ladder> {
    let before = table.need("before").and_then(|list| {
        let days = list.each(Value::whole)?;
        if !days.is_sorted_by(|earlier, later| earlier > later) {
            list.fault("days before the deadline must descend");
        }
        Some(days)
    });
    let after = table.need("after").and_then(|list| {
        let days = list.each(Value::positive)?;
        if !days.is_sorted_by(|earlier, later| earlier < later) {
            list.fault("days after the deadline must ascend");
        } else if !gaps(&days).is_sorted() {
            list.fault("the gaps between days after the deadline must not shrink");
        }
        Some(days)
    });
    let then_every = table.need("then_every").and_then(Value::positive);
    Some(Ladder {
        before: before?,
        after: after?,
        then_every: then_every?,
    })
}

/// Days from each step to the next, the first from the deadline.
fn gaps(days: &[u32]) -> Vec<u32> {
    let earlier = std::iter::once(&0).chain(days);
    days.iter()
        .zip(earlier)
        .map(|(later, earlier)| later.saturating_sub(*earlier))
        .collect()
}
