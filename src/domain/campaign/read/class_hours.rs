//! `class_hours`: how days, hours and minutes become class hours.

use super::all;
use super::sheet::Value;
use super::table::{Form, Table};
use super::value::duration;
use crate::domain::amount::Amount;
use crate::domain::class_hour::{ClassHourRule, Rate, Step};

const CLASS_HOURS: Form = Form {
    name: "`class_hours`",
    keys: &[
        ("per_day", "\"8\""),
        ("half_day", "\"4\""),
        ("per_hour", "\"1\""),
        ("lasts", "\"45m\""),
        (
            "steps",
            "[{ from = \"1m\", counts = \"0.25\" }, { from = \"16m\", counts = \"0.5\" }, { from = \"30m\", counts = \"1\" }]",
        ),
    ],
};

const STEP: Form = Form {
    name: "a step",
    keys: &[("from", "\"16m\""), ("counts", "\"0.5\"")],
};

/// The rule: a day always has its figure; an hour has one, or a class hour has its length.
pub(super) fn class_hours(value: Value) -> Option<ClassHourRule> {
    let table = value.table(&CLASS_HOURS)?;
    let per_day = table.need("per_day").and_then(above_zero);
    let per_half_day = match table.may("half_day") {
        Some(value) => half_day(value, per_day),
        None => per_day.map(|day| day.scaled(1, 2)),
    };
    let rate = match (table.may("per_hour"), table.may("lasts")) {
        (Some(_), Some(lasts)) => {
            lasts.fault_with(
                "an hour has its class hours already, by `per_hour`",
                "leave one of the two lines out",
            );
            None
        }
        (None, Some(lasts)) => minutes(lasts).map(|minutes| Rate {
            class_hours: Amount::whole(1),
            minutes,
        }),
        (_, None) => table
            .need("per_hour")
            .and_then(above_zero)
            .map(|class_hours| Rate {
                class_hours,
                minutes: 60,
            }),
    };
    let steps = steps(&table);
    Some(ClassHourRule {
        per_day: per_day?,
        per_half_day: per_half_day?,
        rate: rate?,
        steps: steps?,
    })
}

fn half_day(value: Value, per_day: Option<Amount>) -> Option<Amount> {
    let half = above_zero(value)?;
    if per_day.is_some_and(|day| half >= day) {
        value.fault("half a day is no less than a whole one");
        return None;
    }
    Some(half)
}

/// The steps, none if there are none: they begin at a minute, and a longer time never counts less.
fn steps(table: &Table) -> Option<Vec<Step>> {
    let read = |table: &Table| {
        let from = table.need("from").and_then(minutes);
        let counts = table.need("counts").and_then(above_zero);
        Some(Step {
            from: from?,
            class_hours: counts?,
        })
    };
    let steps = all(&table.tables("steps", &STEP), read)?;
    if let (Some(list), Some(first)) = (table.may("steps"), steps.first()) {
        if first.from > 1 {
            list.fault("a shorter time than the first step would count nothing: begin with \"1m\"");
        }
        let rising =
            |one: &Step, next: &Step| one.from < next.from && one.class_hours <= next.class_hours;
        if !steps.is_sorted_by(rising) {
            list.fault("steps go up: each begins later than the one before and counts no less");
        }
    }
    Some(steps)
}

fn minutes(value: Value) -> Option<i64> {
    Some(value.parsed(duration)?.num_minutes())
}

fn above_zero(value: Value) -> Option<Amount> {
    let figure = value.figure()?;
    let amount = Amount::parse(&figure).filter(|amount| *amount > Amount::ZERO);
    if amount.is_none() {
        value.fault(format_args!("\"{figure}\" is no number above zero"));
    }
    amount
}
