//! The only place that writes to the terminal.

use std::fmt::Display;
use std::io::Write;

use super::trouble::Trouble;

/// A line of a result, to standard output. A reader that went away (`| head`) is no error.
pub(super) fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// A remark, to standard error.
pub(super) fn remark(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// What went wrong and what to do, a line each.
pub(super) fn complain(trouble: &Trouble) {
    remark(&trouble.what);
    remark(&trouble.todo);
}
