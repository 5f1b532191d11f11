//! What a table of the office changes of an item. A [`Changed`] can only be made here, and only it can be stored,
//! as with [`super::Taken`].

use super::status::Status;
use crate::domain::ids::CadreId;
use crate::domain::ledger::{Column, Entry, Held};

/// A change that is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    before: (Entry, Status),
    after: (Entry, Status),
}

/// Why a table cannot change an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unchangeable {
    /// It is struck off, or given up: to be taken up again it is reopened in chat.
    Over,
    /// It is declared done and waits for its reviewer: it cannot be given to somebody else meanwhile.
    Submitted,
    /// It is handed up and waits for the unit above.
    Offered,
}

/// Whom a change of hands tells: who had it before, and who has it now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hands {
    /// Who had it.
    pub from: Option<CadreId>,
    /// Who has it now.
    pub to: Option<CadreId>,
}

/// What a table makes of an item: its columns, and whether it strikes it off. What is given to somebody else is his
/// to accept again. `None`: nothing changes.
///
/// # Errors
/// When the item is over, or where it stands it cannot change hands.
pub fn change(
    before: Entry,
    status: Status,
    offered: bool,
    after: Entry,
    strikes_off: bool,
) -> Result<Option<Changed>, Unchangeable> {
    let columns = before.differing(&after);
    if columns.is_empty() && !strikes_off {
        return Ok(None);
    }
    if status.is_over() {
        return Err(Unchangeable::Over);
    }
    let given = [Column::Unit, Column::Lead, Column::Responsible]
        .iter()
        .any(|column| columns.contains(column));
    if given && status == Status::Submitted && !strikes_off {
        return Err(Unchangeable::Submitted);
    }
    if given && offered && !strikes_off {
        return Err(Unchangeable::Offered);
    }
    let next = match (strikes_off, given) {
        (true, _) => Status::Closed,
        (false, true) => Status::Assigned,
        (false, false) => status,
    };
    Ok(Some(Changed {
        before: (before, status),
        after: (after, next),
    }))
}

impl Changed {
    /// The item as it stands then.
    pub const fn after(&self) -> &Entry {
        &self.after.0
    }

    /// Where it stands then.
    pub const fn status(&self) -> Status {
        self.after.1
    }

    /// The columns that change, the status too.
    pub fn columns(&self) -> Vec<Column> {
        let mut columns = self.before.0.differing(&self.after.0);
        if self.before.1 != self.after.1 {
            columns.push(Column::Status);
        }
        columns
    }

    /// What stood in the columns that change.
    pub fn was(&self) -> Held {
        self.held(&self.before)
    }

    /// What stands in them then.
    pub fn is(&self) -> Held {
        self.held(&self.after)
    }

    fn held(&self, (entry, status): &(Entry, Status)) -> Held {
        let text = |column| match column {
            Column::Status => status.name().to_owned(),
            written => entry.text(written).into_owned(),
        };
        let columns = self.columns().into_iter();
        columns.map(|column| (column, text(column))).collect()
    }

    /// Whether it is struck off with this.
    pub fn strikes_off(&self) -> bool {
        self.status() == Status::Closed
    }

    /// Whether anything of the columns changes, besides where it stands.
    pub fn rewrites(&self) -> bool {
        !self.before.0.differing(&self.after.0).is_empty()
    }

    /// Whether reminders are counted anew, and what was asked for is answered: it has a new day or is in new hands.
    pub fn begins_anew(&self) -> bool {
        let columns = self.columns();
        [
            Column::Deadline,
            Column::Unit,
            Column::Lead,
            Column::Responsible,
        ]
        .iter()
        .any(|column| columns.contains(column))
    }

    /// The responsible person, if that is somebody else now.
    pub fn responsible(&self) -> Option<Hands> {
        hands(self.before.0.responsible.id, self.after.0.responsible.id)
    }

    /// The leader, likewise.
    pub fn lead(&self) -> Option<Hands> {
        hands(self.before.0.lead.id, self.after.0.lead.id)
    }
}

fn hands(from: Option<CadreId>, to: Option<CadreId>) -> Option<Hands> {
    (from != to).then_some(Hands { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::deadline::Deadline;
    use crate::domain::ledger::entry;
    use crate::domain::sample::day;

    fn later() -> Entry {
        Entry {
            deadline: Deadline::On(day("2014-08-15")),
            ..entry::sample()
        }
    }

    fn given() -> Entry {
        let mut given = entry::sample();
        given.responsible.id = Some(CadreId(7));
        given
    }

    #[test]
    fn what_may_change_where_the_item_stands() {
        use Status::{Accepted, Assigned, Cancelled, Closed, Submitted, UnderWay};
        let same = entry::sample;
        for (status, offered, after, strikes_off, expected) in [
            (Assigned, false, same(), false, Ok(None)),
            (Closed, false, same(), false, Ok(None)),
            (UnderWay, false, later(), false, Ok(Some(UnderWay))),
            (Submitted, false, later(), false, Ok(Some(Submitted))),
            (Accepted, false, given(), false, Ok(Some(Assigned))),
            (
                Submitted,
                false,
                given(),
                false,
                Err(Unchangeable::Submitted),
            ),
            (UnderWay, true, given(), false, Err(Unchangeable::Offered)),
            (UnderWay, true, later(), false, Ok(Some(UnderWay))),
            (Assigned, false, same(), true, Ok(Some(Closed))),
            (Submitted, false, later(), true, Ok(Some(Closed))),
            (Closed, false, later(), false, Err(Unchangeable::Over)),
            (Cancelled, false, same(), true, Err(Unchangeable::Over)),
        ] {
            let made = change(same(), status, offered, after, strikes_off);
            let made = made.map(|made| made.map(|made| made.status()));
            assert_eq!(made, expected, "{status:?} {offered} {strikes_off}");
        }
    }

    #[test]
    fn a_change_says_what_was_and_what_is() {
        let made = change(entry::sample(), Status::UnderWay, false, given(), false);
        let made = made.unwrap().unwrap();
        assert_eq!(made.columns(), [Column::Responsible, Column::Status]);
        assert_eq!(made.was().get(&Column::Status).unwrap(), "under_way");
        assert_eq!(made.is().get(&Column::Status).unwrap(), "assigned");
        let hands = Hands {
            from: Some(CadreId(2)),
            to: Some(CadreId(7)),
        };
        assert_eq!((made.responsible(), made.lead()), (Some(hands), None));
        assert!(made.begins_anew() && made.rewrites() && !made.strikes_off());
    }
}
