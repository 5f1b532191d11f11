//! Arguments → config → app.

use std::process::ExitCode;

fn main() -> ExitCode {
    duban::cli::main()
}
