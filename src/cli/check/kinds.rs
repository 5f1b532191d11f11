//! The campaign's kinds of items as they come out, defaults and all: what is said of one, who looks at it, when it
//! is spoken of, who hears of it.

use crate::domain::campaign::{Campaign, Evidence, ItemKind, Ladder, Target};

/// Columns of what a line is about.
const WIDTH: usize = 12;

/// The lines: each kind with what holds of its items, then the monthly question.
pub(super) fn lines(campaign: &Campaign) -> Vec<String> {
    let mut lines = Vec::new();
    for kind in &campaign.kinds {
        let name = kind.name.get(campaign.language);
        lines.push(format!("{} {name}: spoken of in {}", kind.id, kind.slot));
        let about = about(kind).into_iter();
        lines.extend(about.map(|(what, text)| format!("  {what:WIDTH$}{text}")));
        lines.push(String::new());
    }
    if let Some(dispatch) = &campaign.dispatch {
        lines.push(format!(
            "progress: asked for each month in {}, to be told within {}",
            dispatch.slot,
            days(dispatch.within)
        ));
        lines.push(String::new());
    }
    lines
}

fn about(kind: &ItemKind) -> Vec<(&'static str, String)> {
    let mut about = vec![
        ("ladder", ladder(&kind.ladder)),
        ("accepted", ladder(&kind.accepted_ladder)),
        ("steps", steps(kind)),
        ("review", review(kind)),
        ("lights", lights(kind)),
        ("reminders", reminders(kind)),
    ];
    if !kind.escalation.is_empty() {
        let rungs = kind.escalation.iter();
        let rungs: Vec<String> = rungs
            .map(|rung| format!("{} after {}", rung.to.name(), days(rung.after)))
            .collect();
        about.push(("escalation", rungs.join(", then ")));
    }
    if let Some(make_up) = &kind.make_up {
        let text = format!("{} within {}", make_up.kind, days(make_up.within));
        about.push(("made up by", text));
    }
    if let Some(before) = &kind.before {
        about.push(("before", format!("the unit's {before}")));
    }
    if !kind.exempt.is_empty() {
        let exempt: Vec<String> = kind.exempt.iter().map(conditions).collect();
        about.push(("exempt", exempt.join("; ")));
    }
    about
}

/// "7, 3, 1, 0 work days before, 1, 3 after, then every 14".
fn ladder(ladder: &Ladder) -> String {
    format!(
        "{} work days before, {} after, then every {}",
        figures(&ladder.before),
        figures(&ladder.after),
        ladder.then_every
    )
}

fn figures(days: &[u32]) -> String {
    if days.is_empty() {
        return "no".to_owned();
    }
    let days: Vec<String> = days.iter().map(u32::to_string).collect();
    days.join(", ")
}

fn steps(kind: &ItemKind) -> String {
    let stages = kind.stages.iter().map(|stage| stage.name());
    let mut steps: Vec<&str> = stages.collect();
    steps.push("submit");
    let extensions = match kind.extensions {
        0 => "no extension".to_owned(),
        1 => "1 extension".to_owned(),
        most => format!("{most} extensions"),
    };
    let evidence = match kind.evidence {
        Evidence::Welcome => "evidence welcome",
        Evidence::Wanted => "evidence wanted",
        Evidence::Needed => "evidence needed",
    };
    let up = if kind.hand_up {
        ", may be handed up"
    } else {
        ""
    };
    let opener = kind.opened_by.name();
    format!(
        "{}; {evidence}, {extensions}{up}, opened by {opener}",
        steps.join(", ")
    )
}

fn review(kind: &ItemKind) -> String {
    let chain: Vec<&str> = kind.review.iter().map(|one| one.name()).collect();
    let poll = kind.poll.map_or_else(String::new, |poll| {
        format!(
            "; poll: {}% of at least {} voters, open {} h",
            poll.pass,
            poll.least_voters,
            poll.lasts.num_hours()
        )
    });
    format!("{}{poll}", chain.join(", then "))
}

fn lights(kind: &ItemKind) -> String {
    let plan = [
        ("accepted", kind.plan.accept),
        ("begun", kind.plan.begin),
        ("reported", kind.plan.report),
    ];
    let plan: Vec<String> = plan
        .into_iter()
        .filter_map(|(what, within)| Some(format!("not {what} for {}", within?)))
        .collect();
    let yellow = if plan.is_empty() {
        "never yellow".to_owned()
    } else {
        format!("yellow when {} work days", plan.join(", "))
    };
    format!("blue {} before its day, {yellow}", days(kind.near))
}

fn reminders(kind: &ItemKind) -> String {
    let mute = match kind.longest_mute {
        0 => "never silent".to_owned(),
        longest => format!("silent for {} at most", days(longest)),
    };
    format!("at least {} apart, {mute}", days(kind.least_gap))
}

fn days(count: u32) -> String {
    match count {
        1 => "1 work day".to_owned(),
        count => format!("{count} work days"),
    }
}

fn conditions(line: &Target) -> String {
    let conditions: Vec<String> = [
        ("rank", &line.rank),
        ("trait", &line.with_trait),
        ("sector", &line.sector),
        ("unit", &line.unit),
        ("person", &line.person),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(format!("{name} {}", value.as_ref()?)))
    .collect();
    conditions.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign;

    #[test]
    fn each_kind_says_what_holds_of_its_items() {
        let read = |text: &str| campaign::read(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let mass_line = lines(&read(include_str!("../../../campaigns/mass-line.toml")));
        let found = mass_line.join("\n");
        for block in [
            "rectification 整改: spoken of in evening
  ladder      5, 3, 1, 0 work days before, 1, 3, 6, 11 after, then every 10
  accepted    5, 1 work days before, 1, 4, 10 after, then every 10
  steps       accept, begin, submit; evidence wanted, 2 extensions, may be handed up, opened by carer
  review      supervision
  lights      blue 5 work days before its day, yellow when not accepted for 3, not begun for 10, not reported for 25 work days
  reminders   at least 1 work day apart, silent for 5 work days at most
  escalation  lead after 2 work days, then head after 3 work days, then supervision after 5 work days, then office after 5 work days
",
            "  review      members; poll: 80% of at least 3 voters, open 72 h
",
            "  made up by  make-up within 10 work days
",
            "  before      the unit's meeting
  exempt      rank member; sector rural; sector community; sector private
",
            "  reminders   at least 1 work day apart, never silent
",
            "progress: asked for each month in evening, to be told within 5 work days
",
        ] {
            assert!(found.contains(block), "{block}\n{found}");
        }
        let annual = lines(&read(include_str!(
            "../../../campaigns/annual-training.toml"
        )));
        let found = annual.join("\n");
        assert!(
            found.contains(
                "  steps       submit; evidence welcome, no extension, opened by carer
  review      liaison
  lights      blue 5 work days before its day, never yellow
"
            ),
            "{found}"
        );
        assert!(!found.contains("progress"), "{found}");
    }
}
