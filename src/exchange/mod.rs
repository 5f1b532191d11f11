//! Office tables in, exports out: xlsx, xls, ods and csv are read into [`sheet::Sheet`]s, a roster
//! or a ledger is read from a sheet, and any table is written as csv, jsonl or xlsx.
//!
//! Reading has three steps, each its own kind of fault: the file ([`sheet::open`], [`SheetFault`]),
//! the table in it ([`roster::read_roster`], [`ledger::read_ledger`], [`TableFault`]), and the row
//! ([`RefusedRow`]). A refused row never stops the others. Nothing here knows the store.
//!
//! [`SheetFault`]: sheet::SheetFault
//! [`RefusedRow`]: refusal::RefusedRow

mod archive;
mod book;
mod delimited;
mod extent;
mod field;
mod header;
pub mod ledger;
mod margin;
pub mod refusal;
pub mod roster;
pub mod sheet;
mod title;
mod vocabulary;
mod width;
mod workbook;
pub mod write;

pub use header::TableFault;
