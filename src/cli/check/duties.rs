//! The campaign's duties as they come out: for each what its entries need, and who owes how much when.

use crate::domain::amount::{Amount, Measure};
use crate::domain::campaign::{
    Campaign, Confirm, Duty, Evidence, LateJoiners, ResolvedRow, resolved_targets,
};

/// Columns of the table under a duty.
const COLUMNS: usize = 7;

/// Their heads.
const HEADS: [&str; COLUMNS] = ["window", "from", "to", "tier", "who", "owes", "set locally"];

/// The lines: the campaign, the class-hour rule, then each duty with its table.
pub(super) fn lines(campaign: &Campaign) -> Vec<String> {
    let mut lines = vec![
        format!(
            "{}: {} to {}, {}",
            campaign.id, campaign.span.start, campaign.span.end, campaign.zone
        ),
        class_hours(campaign),
    ];
    let rows = resolved_targets(campaign);
    let heads = HEADS.map(str::to_owned);
    let mut widths = [0; COLUMNS];
    for row in rows.iter().map(cells).chain([heads.clone()]) {
        for (width, cell) in widths.iter_mut().zip(&row) {
            *width = (*width).max(width_of(cell));
        }
    }
    for duty in &campaign.duties {
        lines.push(String::new());
        lines.extend(about(campaign, duty));
        lines.push(aligned(&heads, &widths));
        let own = rows.iter().filter(|row| row.duty == duty.id);
        lines.extend(own.map(|row| aligned(&cells(row), &widths)));
    }
    lines.push(String::new());
    lines
}

fn class_hours(campaign: &Campaign) -> String {
    let rule = &campaign.class_hours;
    let line = format!(
        "class hours: {} a day, {} half a day, {} for {} minutes",
        rule.per_day, rule.per_half_day, rule.rate.class_hours, rule.rate.minutes
    );
    let steps = rule.steps.iter();
    let steps = steps.map(|step| format!("; {} from {} min", step.class_hours, step.from));
    line + &steps.collect::<String>()
}

/// What holds of every entry and everybody.
fn about(campaign: &Campaign, duty: &Duty) -> [String; 2] {
    let name = duty.name.get(campaign.language);
    let late = match duty.late_joiners {
        LateJoiners::Whole => "late joiners owe the whole",
        LateJoiners::InProportion => "late joiners owe in proportion",
    };
    if let Some(source) = &duty.topics_of {
        return [
            format!("{} {name}: the different topics of {source}", duty.id),
            format!("  {late}"),
        ];
    }
    let asked = match &duty.slot {
        Some(slot) => format!("asked in {slot}"),
        None => "never asked".to_owned(),
    };
    let most = quantity(duty.max_per_day, duty.measure);
    let counted = format!(
        "{} {name}: {asked}, at most {most} a day, freely {} days back",
        duty.id, duty.backdate_days
    );
    let confirmed = match (duty.confirm, duty.evidence) {
        (Confirm::Always, _) | (_, Evidence::Needed) => "always confirmed",
        (Confirm::Late, _) => "confirmed when late",
    };
    let evidence = match duty.evidence {
        Evidence::Welcome => "evidence welcome",
        Evidence::Wanted => "evidence wanted",
        Evidence::Needed => "evidence needed",
    };
    let asks: Vec<&str> = duty.asks.iter().map(|ask| ask.name()).collect();
    let asks = if asks.is_empty() {
        String::new()
    } else {
        format!("; asks {}", asks.join(", "))
    };
    [counted, format!("  {confirmed}, {evidence}, {late}{asks}")]
}

fn cells(row: &ResolvedRow) -> [String; COLUMNS] {
    let conditions: Vec<String> = [
        ("rank", &row.rank),
        ("trait", &row.with_trait),
        ("sector", &row.sector),
        ("unit", &row.unit),
        ("person", &row.person),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(format!("{name} {}", value.as_ref()?)))
    .collect();
    let who = if conditions.is_empty() {
        "everybody".to_owned()
    } else {
        conditions.join(", ")
    };
    let owes = if row.is_exempt() {
        "exempt".to_owned()
    } else {
        quantity(row.shown, row.shown_in)
    };
    let locally = row.at_least.map_or_else(
        || "-".to_owned(),
        |least| format!("from {}", quantity(least, row.shown_in)),
    );
    [
        row.window.clone(),
        row.span.start.to_string(),
        row.span.end.to_string(),
        row.tier.clone().unwrap_or_else(|| "all".to_owned()),
        who,
        owes,
        locally,
    ]
}

/// "1 day", "7 days", as the campaign file has it.
fn quantity(amount: Amount, measure: Measure) -> String {
    let name = measure.name();
    let one = name
        .strip_suffix('s')
        .filter(|_| amount == Amount::whole(1));
    format!("{amount} {}", one.unwrap_or(name))
}

fn aligned(row: &[String; COLUMNS], widths: &[usize; COLUMNS]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths) {
        line.push_str("  ");
        line.push_str(cell);
        let padding = width.saturating_sub(width_of(cell));
        line.extend(std::iter::repeat_n(' ', padding));
    }
    line.trim_end().to_owned()
}

/// Columns that a terminal gives the text: names of units are Chinese or Korean, two columns a sign.
fn width_of(text: &str) -> usize {
    let wide = |sign: &char| {
        matches!(
            sign,
            '\u{1100}'..='\u{115f}'
                | '\u{2e80}'..='\u{a4cf}'
                | '\u{ac00}'..='\u{d7a3}'
                | '\u{f900}'..='\u{faff}'
                | '\u{fe30}'..='\u{fe4f}'
                | '\u{ff00}'..='\u{ff60}'
        )
    };
    text.chars().count() + text.chars().filter(wide).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign;

    fn campaign(name: &str) -> Campaign {
        let path = format!("{}/campaigns/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        campaign::read(&text).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    #[test]
    fn each_duty_has_a_table_with_aligned_columns() {
        let lines = lines(&campaign("mass-line.toml"));
        let at = lines.iter().position(|line| line.starts_with("study "));
        let study = lines.get(at.unwrap()..).unwrap();
        assert_eq!(
            study[..5],
            [
                "study 集中学习: asked in evening, at most 8 class_hours a day, freely 14 days back",
                "  confirmed when late, evidence welcome, late joiners owe the whole; asks topic, form",
                "  window           from        to          tier   who                              owes          set locally",
                "  upper            2014-01-20  2014-09-30  upper  rank county                      7 days        -",
                "  lower            2014-02-04  2014-09-30  lower  rank county                      7 days        -",
            ]
        );
        for (start, middle) in [
            ("  lower ", "  rank member, unit 示范县/示范镇  "),
            (
                "  spring-festival  2014-01-20  2014-02-14  all    ",
                "  5 households  ",
            ),
            ("  lower ", "  trait retired                    exempt  "),
            ("  lower ", "  3 days        from 1 day"),
            ("  lower ", "  everybody                        7 topics  "),
            ("posts ", "freely 31 days back"),
            ("  always confirmed", "asks place"),
            ("  confirmed when late, evidence wanted", "asks deed"),
        ] {
            let found = |line: &String| line.starts_with(start) && line.contains(middle);
            assert!(lines.iter().any(found), "{start}…{middle}: {lines:#?}");
        }
        assert!(lines.iter().all(|line| width_of(line) <= 118), "{lines:#?}");
    }

    #[test]
    fn the_class_hour_rule_is_told_with_its_steps() {
        let lines = lines(&campaign("annual-training.toml"));
        assert_eq!(
            lines[1],
            "class hours: 8 a day, 4 half a day, 1 for 60 minutes; \
             0.25 from 1 min; 0.5 from 16 min; 1 from 30 min"
        );
    }
}
