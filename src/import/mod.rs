//! Office tables into the database: exchange reads the file, domain decides what it changes, store
//! keeps it. Good rows go in together in one transaction, each bad row is named with its reason.

pub mod items;
pub mod roster;

use chrono::NaiveDate;

use crate::domain::cadre::Cadre;
use crate::domain::ledger::Column;
use crate::domain::movement::Step;
use crate::exchange::TableFault;
use crate::exchange::sheet::SheetFault;
use crate::store;

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Row in the sheet, as the office sees it.
    pub row: u32,
    /// Stable name of the reason; the words are in `locales/`.
    pub code: &'static str,
    /// What of the row the reason is about.
    pub text: String,
    /// What stands in the ledger against it.
    pub stands: Option<Stands>,
}

/// What stands in the ledger where a row wants something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// In which column.
    pub column: Column,
    /// Since when.
    pub on: Option<NaiveDate>,
    /// What.
    pub now: String,
}

impl Refused {
    /// A row that is refused for what stands in it.
    const fn of(row: u32, code: &'static str, text: String) -> Self {
        Self {
            row,
            code,
            text,
            stands: None,
        }
    }
}

/// What an import did, or would do.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// A line each for what is new, changed or missing: for a dry run.
    pub changes: Vec<Change>,
    /// Rows that are new.
    pub new: usize,
    /// Rows that change something known.
    pub changed: usize,
    /// Rows that change nothing.
    pub same: usize,
    /// Known, but not in the table.
    pub vanished: usize,
    /// Of those that changed, people who serve elsewhere or as something else.
    pub moved: usize,
    /// People who leave, because the table does not name them.
    pub left: usize,
    /// Refused rows, in the order of the sheet.
    pub refused: Vec<Refused>,
    /// Names in the table that the roster does not settle, with the row.
    pub unsettled: Vec<Unsettled>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// New, changed or vanished.
    pub sort: Sort,
    /// Who or what.
    pub subject: String,
    /// For what is changed: column, before, after.
    pub columns: Vec<(&'static str, String, String)>,
    /// For people: the movement that it makes.
    pub movement: Option<Step>,
}

/// The sorts of difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Not known before.
    New,
    /// Known, but not like this.
    Changed,
    /// Known, but not in the table.
    Vanished,
}

/// A name in a ledger that is not exactly one person of the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// Row in the sheet.
    pub row: u32,
    /// The column it stands in.
    pub column: Column,
    /// The name.
    pub name: String,
    /// Those who have it; empty: nobody.
    pub candidates: Vec<Cadre>,
}

/// Why a whole import failed; nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The file cannot be opened.
    #[error(transparent)]
    Sheet(#[from] SheetFault),
    /// It holds no such table.
    #[error(transparent)]
    Table(#[from] TableFault),
    /// The database failed.
    #[error("the database failed: {0}")]
    Store(#[from] sqlx::Error),
}

/// How far a long import is, for a progress bar: rows done of rows in all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Ends a transaction: kept, or forgotten if it was a dry run.
async fn end(tx: store::Tx, dry_run: bool) -> store::Result<()> {
    if dry_run {
        tx.rollback().await
    } else {
        tx.commit().await
    }
}
