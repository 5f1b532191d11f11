//! Kinds of dated items: their steps and their ladders of reminders. Who looks at them is in `review.rs`, who
//! hears of them in `escalation.rs`.

use std::collections::BTreeMap;

use super::duty::{EVIDENCE, chosen};
use super::escalation::escalation;
use super::review::{poll, review};
use super::sheet::Value;
use super::table::{Form, Table};
use super::target::exemptions;
use super::value::choice;
use super::{Names, people};
use crate::domain::campaign::{ItemKind, Ladder, MakeUp, Opener, Plan, Stage};

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
        (
            "accepted_ladder",
            "{ before = [7, 0], after = [3, 10], then_every = 14 }",
        ),
        ("stages", "[\"accept\", \"begin\"]"),
        ("review", "[\"superior\", \"supervision\"]"),
        ("evidence", "\"wanted\""),
        ("extensions", "2"),
        ("hand_up", "true"),
        ("near", "5"),
        ("plan", "{ accept = 3, begin = 10, report = 25 }"),
        ("least_gap", "1"),
        ("mute", "5"),
        (
            "escalation",
            "[{ to = \"lead\", after = 2 }, { to = \"office\", after = 5 }]",
        ),
        ("make_up", "{ kind = \"make-up\", within = 10 }"),
        (
            "poll",
            "{ pass = \"80%\", least_voters = 3, lasts = \"3d\" }",
        ),
        ("exempt", "[{ rank = \"member\" }, { sector = \"rural\" }]"),
        ("before", "\"meeting\""),
        ("opened_by", "\"carer\""),
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

const PLAN: Form = Form {
    name: "a plan",
    keys: &[("accept", "3"), ("begin", "10"), ("report", "25")],
};

const MAKE_UP: Form = Form {
    name: "a make-up",
    keys: &[("kind", "\"make-up\""), ("within", "10")],
};

/// The stages by their names, in the order in which they are said.
const STAGES: [(&str, Stage); 2] = [("accept", Stage::Accept), ("begin", Stage::Begin)];

/// Who may open an item, by name.
const OPENERS: [(&str, Opener); 3] = [
    ("anybody", Opener::Anybody),
    ("carer", Opener::Carer),
    ("office", Opener::Office),
];

impl Stage {
    /// The name in campaign files.
    pub fn name(self) -> &'static str {
        let named = STAGES.iter().find(|(_, stage)| *stage == self);
        named.map_or("", |(name, _)| name)
    }
}

impl Opener {
    /// The name in campaign files.
    pub fn name(self) -> &'static str {
        let named = OPENERS.iter().find(|(_, opener)| *opener == self);
        named.map_or("", |(name, _)| name)
    }
}

/// One kind. What may be left out is as in [`ItemKind::plain`].
pub(super) fn kind(table: &Table, names: &Names) -> Option<ItemKind> {
    let (id, name) = (table.id(), people::name(table));
    let slot = table
        .need("slot")
        .and_then(|value| value.known("slot", &names.slots));
    let steps = table
        .need("ladder")
        .and_then(|value| ladder(&value.table(&LADDER)?));
    // Everything is looked at, though one of these four be wrong.
    let defaults = ItemKind::plain(
        id.clone().unwrap_or_default(),
        name.clone().unwrap_or_default(),
        slot.clone().unwrap_or_default(),
        steps.clone().unwrap_or(Ladder {
            before: Vec::new(),
            after: Vec::new(),
            then_every: 1,
        }),
    );
    let accepted_ladder = or(
        table,
        "accepted_ladder",
        defaults.accepted_ladder,
        |value| ladder(&value.table(&LADDER)?),
    );
    let stages = or(table, "stages", defaults.stages, stages);
    let plan = or(table, "plan", defaults.plan, |value| {
        plan(&value, stages.as_ref()?)
    });
    let poll = or(table, "poll", None, |value| poll(value).map(Some));
    let review = review(table, defaults.review);
    let evidence = chosen(table, "evidence", &EVIDENCE);
    let extensions = or(table, "extensions", defaults.extensions, Value::whole);
    let longest_mute = or(table, "mute", defaults.longest_mute, Value::whole);
    let hand_up = or(table, "hand_up", defaults.hand_up, Value::flag);
    let near = or(table, "near", defaults.near, Value::positive);
    let least_gap = or(table, "least_gap", defaults.least_gap, Value::positive);
    let escalation = or(table, "escalation", defaults.escalation, escalation);
    let make_up = or(table, "make_up", None, |value| {
        make_up(value, names).map(Some)
    });
    let exempt = exemptions(table, names);
    let before = or(table, "before", None, |value| {
        value.known("kind", &names.kinds).map(Some)
    });
    let opened_by = or(table, "opened_by", defaults.opened_by, |value| {
        value.parsed(|text| choice(text, &OPENERS))
    });
    Some(ItemKind {
        id: id?,
        name: name?,
        slot: slot?,
        ladder: steps?,
        accepted_ladder: accepted_ladder?,
        stages: stages?,
        review: review?,
        evidence: evidence?,
        extensions: extensions?,
        hand_up: hand_up?,
        near: near?,
        plan: plan?,
        least_gap: least_gap?,
        longest_mute: longest_mute?,
        escalation: escalation?,
        make_up: make_up?,
        poll: poll?,
        exempt: exempt?,
        before: before?,
        opened_by: opened_by?,
    })
}

/// What a key that may be absent says, else the default; `None`: it is there and wrong.
fn or<'t, T>(
    table: &Table<'t>,
    key: &str,
    default: T,
    read: impl FnOnce(Value<'t>) -> Option<T>,
) -> Option<T> {
    table.may(key).map_or(Some(default), read)
}

/// The stages, each once and in the order in which they are said.
fn stages(list: Value) -> Option<Vec<Stage>> {
    let stages = list.each(|value| value.parsed(|text| choice(text, &STAGES)))?;
    let in_order = |stage: &Stage| STAGES.iter().position(|(_, known)| known == stage);
    if !stages.is_sorted_by(|one, next| in_order(one) < in_order(next)) {
        list.fault("each stage once, and first what is said first");
    }
    Some(stages)
}

/// By when what is to be said; of a stage only if items of the kind have it.
fn plan(value: &Value, stages: &[Stage]) -> Option<Plan> {
    let table = value.table(&PLAN)?;
    let days = |key: &str| or(&table, key, None, |value| value.positive().map(Some));
    for (name, stage) in STAGES {
        let has = stages.contains(&stage);
        if let (Some(value), false) = (table.may(name), has) {
            value.fault_with(
                format_args!("items of the kind have no stage \"{name}\""),
                format!("add it to stages = [\"accept\", \"begin\"], or leave `{name}` out"),
            );
        }
    }
    let (accept, begin, report) = (days("accept"), days("begin"), days("report"));
    if let (Some(Some(accept)), Some(Some(begin)), Some(later)) =
        (accept, begin, table.may("begin"))
        && begin < accept
    {
        later.fault_with(
            format_args!("{begin} work days are fewer than the {accept} for `accept`"),
            "what is begun has been accepted: write accept = 3, begin = 10",
        );
    }
    Some(Plan {
        accept: accept?,
        begin: begin?,
        report: report?,
    })
}

fn make_up(value: Value, names: &Names) -> Option<MakeUp> {
    let table = value.table(&MAKE_UP)?;
    let kind = table
        .need("kind")
        .and_then(|value| value.known("kind", &names.kinds));
    let within = table.need("within").and_then(Value::positive);
    Some(MakeUp {
        kind: kind?,
        within: within?,
    })
}

/// Notes a kind whose items have to be through before themselves, by whatever detour.
pub(super) fn no_circle(kinds: &[Table]) {
    let text = |table: &Table, key: &str| table.may(key)?.text().map(str::to_owned);
    let before: BTreeMap<String, String> = kinds
        .iter()
        .filter_map(|table| Some((text(table, "id")?, text(table, "before")?)))
        .collect();
    for table in kinds {
        let (Some(id), Some(value)) = (text(table, "id"), table.may("before")) else {
            continue;
        };
        let mut next = before.get(&id);
        for _ in 0..before.len() {
            if next == Some(&id) {
                value.fault_with(
                    format_args!("items of \"{id}\" would come before themselves"),
                    "let the chain end at a kind without `before`",
                );
                break;
            }
            next = next.and_then(|kind| before.get(kind));
        }
    }
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

#[cfg(test)]
mod tests;
