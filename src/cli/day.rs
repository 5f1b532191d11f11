//! Days on the command line.

use chrono::NaiveDate;

/// Reads `2014-03-03`.
pub(super) fn parse(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "write a day as 2014-03-03".to_owned())
}
