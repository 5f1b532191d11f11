//! `duban plan`: who would get what when, from the planner's own decisions; nothing is sent.

use chrono::NaiveDate;
use clap::ValueEnum;

use super::print::{remark, say};
use super::trouble::Trouble;
use super::{Done, day, ground};
use crate::calendars::missing_years;
use crate::exchange::write::{Format, TableWriter, Value};
use crate::planner::preview;
use crate::text;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// First day, such as 2014-03-03
    #[arg(long, value_parser = day::parse)]
    from: NaiveDate,
    /// Last day
    #[arg(long, value_parser = day::parse)]
    to: NaiveDate,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Shape::Table)]
    format: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    Table,
    Csv,
}

pub(super) async fn run(args: Args) -> Result<Done, Trouble> {
    if args.to < args.from {
        return Err(Trouble::new(
            "--to lies before --from",
            "name the first day first",
        ));
    }
    let (_, books) = ground::books().await?;
    for year in missing_years(&books.calendar(), &books.campaign, books.clock.now()) {
        remark(text::year_missing(ground::language(), year));
    }
    let planned = preview(&books, args.from, args.to).await?;
    let zone = books.campaign.zone;
    let local = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).fixed_offset();
    if args.format == Shape::Table {
        for row in &planned {
            let at = local(row.at).format("%Y-%m-%d %H:%M");
            say(format!(
                "{at}  {}  {}  {}  {}",
                row.kind, row.key, row.name, row.summary
            ));
        }
        say(text::planned(ground::language(), planned.len()));
        return Ok(Done::Well);
    }
    let columns = ["at", "kind", "lane", "cadre", "name", "summary"];
    let written = (|| {
        let mut table =
            TableWriter::create(Format::Csv, std::io::stdout().lock(), &columns, "plan")?;
        for row in &planned {
            table.row(&[
                Value::Time(local(row.at)),
                Value::Text(row.kind.to_owned()),
                Value::Text(row.lane.to_owned()),
                Value::Text(row.key.clone()),
                Value::Text(row.name.clone()),
                Value::Text(row.summary.clone()),
            ])?;
        }
        table.finish().map(|_| ())
    })();
    written.map_err(|fault| Trouble::new(fault.to_string(), "write to a file that has room"))?;
    Ok(Done::Well)
}
