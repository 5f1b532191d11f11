//! A new item made in chat: who may open one of a kind for whom, what it is called, and what is known of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::campaign::{ItemKind, Opener};
use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, ItemId, UnitId};

/// Characters of what is to be done that are kept of what somebody writes in chat.
pub const LONGEST_CONTENT: usize = 300;

/// An item to take into the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// Its number: see [`next_no`].
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// As the office would write it; may be empty.
    pub category: String,
    /// What is to be done.
    pub content: String,
    /// How; may be empty.
    pub measures: String,
    /// The unit responsible.
    pub unit: UnitId,
    /// 牵头领导, if the roster knows him.
    pub lead: Option<CadreId>,
    /// His name; may be empty.
    pub lead_name: String,
    /// Who has to do it, if the roster knows him.
    pub responsible: Option<CadreId>,
    /// His name; empty: nobody in person.
    pub responsible_name: String,
    /// 配合单位、配合人 in words; may be empty.
    pub helpers: String,
    /// By when.
    pub deadline: Deadline,
    /// The day it is taken in.
    pub assigned_on: NaiveDate,
    /// Who makes it; `None`: the program.
    pub opened_by: Option<CadreId>,
    /// The item that it makes up for (S21).
    pub made_from: Option<ItemId>,
}

/// What somebody who opens an item is to the unit and the person that it is for.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is true or not, whatever the others are"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// It is for himself, in his own unit.
    pub himself: bool,
    /// He cares for the unit: its liaison, its head, or one around it.
    pub carer: bool,
    /// Of the office that has the unit.
    pub office: bool,
    /// Whoever it is for is not asked for one of that kind (S9).
    pub exempt: bool,
}

/// Why an item is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotOpened {
    /// Items of that kind are somebody else's to open for that unit.
    NotYours,
    /// None of that kind is asked of whom it is for (S9).
    Exempt,
}

/// Whether that person may open an item of that kind.
///
/// # Errors
/// Why not.
pub fn may_open(kind: &ItemKind, standing: Standing) -> Result<(), NotOpened> {
    let his = match kind.opened_by {
        Opener::Anybody => standing.himself || standing.carer || standing.office,
        Opener::Carer => standing.carer || standing.office,
        Opener::Office => standing.office,
    };
    if !his {
        return Err(NotOpened::NotYours);
    }
    if standing.exempt {
        return Err(NotOpened::Exempt);
    }
    Ok(())
}

/// The letter that numbers made in chat begin with: a ledger numbers without one, so they never meet.
pub fn letter(kind: &str) -> char {
    kind.chars()
        .find(char::is_ascii_alphabetic)
        .map_or('N', |first| first.to_ascii_uppercase())
}

/// The next number of a kind in a unit: its letter, and one more than the highest in use there ("C12").
pub fn next_no<'a>(kind: &str, used: impl Iterator<Item = &'a str>) -> String {
    let letter = letter(kind);
    let highest = used
        .filter_map(|no| no.strip_prefix(letter)?.parse::<u32>().ok())
        .max();
    format!("{letter}{}", highest.unwrap_or(0).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::campaign;

    #[test]
    fn who_may_open_an_item_hangs_on_its_kind() {
        let mut kind = campaign().kinds[0].clone();
        let himself = Standing {
            himself: true,
            ..Standing::default()
        };
        let carer = Standing {
            carer: true,
            ..Standing::default()
        };
        let office = Standing {
            office: true,
            ..Standing::default()
        };
        let stranger = Standing::default();
        for (opener, allowed) in [
            (Opener::Anybody, [true, true, true, false]),
            (Opener::Carer, [false, true, true, false]),
            (Opener::Office, [false, false, true, false]),
        ] {
            kind.opened_by = opener;
            let found = [himself, carer, office, stranger].map(|who| may_open(&kind, who).is_ok());
            assert_eq!(found, allowed, "{opener:?}");
        }
        let exempt = Standing {
            exempt: true,
            ..office
        };
        assert_eq!(may_open(&kind, exempt), Err(NotOpened::Exempt));
        let stranger = Standing {
            exempt: true,
            ..stranger
        };
        assert_eq!(may_open(&kind, stranger), Err(NotOpened::NotYours));
    }

    #[test]
    fn numbers_go_on_after_the_highest_of_their_letter() {
        for (kind, used, expected) in [
            ("commitment", vec![], "C1"),
            ("commitment", vec!["C1", "C11", "7", "R40", "Cx"], "C12"),
            ("rectification", vec!["C1", "12"], "R1"),
            ("2nd", vec!["N9"], "N10"),
            ("7", vec!["N1"], "N2"),
        ] {
            assert_eq!(next_no(kind, used.into_iter()), expected, "{kind}");
        }
    }
}
