//! Who looks at what is submitted, and how a unit's members do.

use super::sheet::Value;
use super::table::{Form, Table};
use super::value::{choice, duration};
use crate::domain::campaign::{Poll, Reviewer};

const POLL: Form = Form {
    name: "a poll",
    keys: &[
        ("pass", "\"80%\""),
        ("least_voters", "3"),
        ("lasts", "\"3d\""),
    ],
};

/// Who looks at what is submitted, by name.
const REVIEWERS: [(&str, Reviewer); 7] = [
    ("lead", Reviewer::Lead),
    ("head", Reviewer::Head),
    ("superior", Reviewer::Superior),
    ("liaison", Reviewer::Liaison),
    ("supervision", Reviewer::Supervision),
    ("office", Reviewer::Office),
    ("members", Reviewer::Members),
];

impl Reviewer {
    /// The name in campaign files.
    pub fn name(self) -> &'static str {
        let named = REVIEWERS.iter().find(|(_, reviewer)| *reviewer == self);
        named.map_or("", |(name, _)| name)
    }
}

/// The chain of those who look at what is submitted, or the default.
pub(super) fn review(table: &Table, default: Vec<Reviewer>) -> Option<Vec<Reviewer>> {
    let poll = table.may("poll");
    let Some(list) = table.may("review") else {
        if let Some(poll) = poll {
            without_members(&poll);
        }
        return Some(default);
    };
    let mut chain: Vec<Reviewer> = Vec::new();
    list.each(|value| {
        let reviewer = value.parsed(|text| choice(text, &REVIEWERS))?;
        if chain.contains(&reviewer) {
            value.fault_with(
                format_args!("\"{}\" looks at it twice", reviewer.name()),
                "leave one of them out",
            );
        }
        if reviewer == Reviewer::Members && poll.is_none() {
            value.fault_with(
                "members review by a poll, and the kind has none",
                "add for example: poll = { pass = \"80%\", least_voters = 3, lasts = \"3d\" }",
            );
        }
        chain.push(reviewer);
        Some(())
    })?;
    if chain.is_empty() {
        list.fault("nobody would look at it: self-declared done is not done");
    }
    if let Some(poll) = poll.filter(|_| !chain.contains(&Reviewer::Members)) {
        without_members(&poll);
    }
    Some(chain)
}

fn without_members(poll: &Value) {
    poll.fault_with(
        "nobody would be asked: `review` does not name the members",
        "write for example: review = [\"members\"], or leave the poll out",
    );
}

pub(super) fn poll(value: Value) -> Option<Poll> {
    let table = value.table(&POLL)?;
    let pass = table.need("pass").and_then(|value| value.parsed(per_cent));
    let least_voters = table.need("least_voters").and_then(Value::positive);
    let lasts = table.need("lasts").and_then(|value| value.parsed(duration));
    Some(Poll {
        pass: pass?,
        least_voters: least_voters?,
        lasts: lasts?,
    })
}

/// "80%".
fn per_cent(text: &str) -> Result<u32, String> {
    let no = || format!("\"{text}\" is no share: a whole number from 1 to 100 and %");
    text.strip_suffix('%')
        .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))
        .and_then(|digits| digits.parse().ok())
        .filter(|share| (1..=100).contains(share))
        .ok_or_else(no)
}
