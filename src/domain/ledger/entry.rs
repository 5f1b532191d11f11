//! An item as a table of the office has it, column by column.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::domain::deadline::Deadline;
use crate::domain::ids::{CadreId, UnitId};

/// A column of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 序号.
    No,
    /// 台账类型.
    Kind,
    /// 类别.
    Category,
    /// 问题.
    Content,
    /// 整改措施.
    Measures,
    /// 责任单位.
    Unit,
    /// 牵头领导.
    Lead,
    /// 责任人.
    Responsible,
    /// 配合单位(人).
    Helpers,
    /// 完成时限.
    Deadline,
    /// 进展.
    Progress,
    /// 状态: not read from a table, but for 是否销号.
    Status,
}

/// What columns held, by column: dates as 2014-06-30, immediate, ongoing; people by name; units by path; a status
/// by its name in exports.
pub type Held = BTreeMap<Column, String>;

/// A person in a table: the name as it is kept, and who it is, if that is settled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// His name; empty: nobody.
    pub name: String,
    /// Who of the roster.
    pub id: Option<CadreId>,
}

/// The columns of an item that a table may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The ledger's number.
    pub no: String,
    /// Kind id.
    pub kind: String,
    /// As written.
    pub category: String,
    /// What is to be put right.
    pub content: String,
    /// How.
    pub measures: String,
    /// The unit responsible.
    pub unit: UnitId,
    /// Its path.
    pub path: String,
    /// 牵头领导.
    pub lead: Person,
    /// 责任人.
    pub responsible: Person,
    /// 配合单位、配合人 as written.
    pub helpers: String,
    /// By when.
    pub deadline: Deadline,
    /// As written, or as it was last told.
    pub progress: String,
}

/// What became of a column since a table was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// What it held before; `None`: nobody wrote that down.
    pub was: Option<String>,
    /// The last day on which it changed.
    pub on: NaiveDate,
}

/// A column that a row changes and somebody else has changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// Which.
    pub column: Column,
    /// When, last.
    pub on: NaiveDate,
    /// What stands there now.
    pub stands: String,
}

impl Column {
    /// The columns that a row of a table sets by what is written in them.
    pub const WRITTEN: [Self; 11] = [
        Self::No,
        Self::Kind,
        Self::Category,
        Self::Content,
        Self::Measures,
        Self::Unit,
        Self::Lead,
        Self::Responsible,
        Self::Helpers,
        Self::Deadline,
        Self::Progress,
    ];

    /// The name in reports and in the history.
    pub const fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Kind => "kind",
            Self::Category => "category",
            Self::Content => "content",
            Self::Measures => "measures",
            Self::Unit => "unit",
            Self::Lead => "lead",
            Self::Responsible => "responsible",
            Self::Helpers => "helpers",
            Self::Deadline => "deadline",
            Self::Progress => "progress",
            Self::Status => "status",
        }
    }
}

impl Entry {
    /// What stands in a column, as [`Held`] has it; of the status nothing: no table writes it.
    pub fn text(&self, column: Column) -> Cow<'_, str> {
        Cow::Borrowed(match column {
            Column::No => &self.no,
            Column::Kind => &self.kind,
            Column::Category => &self.category,
            Column::Content => &self.content,
            Column::Measures => &self.measures,
            Column::Unit => &self.path,
            Column::Lead => &self.lead.name,
            Column::Responsible => &self.responsible.name,
            Column::Helpers => &self.helpers,
            Column::Deadline => return deadline_text(self.deadline),
            Column::Progress => &self.progress,
            Column::Status => "",
        })
    }

    /// Whether a column is the same in both; two people of one name are two people.
    fn has_same(&self, other: &Self, column: Column) -> bool {
        let person = match column {
            Column::Lead => self.lead.id == other.lead.id,
            Column::Responsible => self.responsible.id == other.responsible.id,
            _ => true,
        };
        person && self.text(column) == other.text(column)
    }

    /// The columns in which the other differs.
    pub fn differing(&self, other: &Self) -> Vec<Column> {
        let written = Column::WRITTEN.into_iter();
        written
            .filter(|column| !self.has_same(other, *column))
            .collect()
    }

    fn take(&mut self, column: Column, from: &Self) {
        match column {
            Column::No => self.no.clone_from(&from.no),
            Column::Kind => self.kind.clone_from(&from.kind),
            Column::Category => self.category.clone_from(&from.category),
            Column::Content => self.content.clone_from(&from.content),
            Column::Measures => self.measures.clone_from(&from.measures),
            Column::Unit => {
                self.unit = from.unit;
                self.path.clone_from(&from.path);
            }
            Column::Lead => self.lead.clone_from(&from.lead),
            Column::Responsible => self.responsible.clone_from(&from.responsible),
            Column::Helpers => self.helpers.clone_from(&from.helpers),
            Column::Deadline => self.deadline = from.deadline,
            Column::Progress => self.progress.clone_from(&from.progress),
            Column::Status => {}
        }
    }

    /// The item with what the row changes of it. `said`: the columns that the table has. `since`: what others
    /// changed after the table was made; where the row only repeats what stood there before, theirs stands.
    ///
    /// # Errors
    /// The first column that both changed, each to something else: nobody's word is to be lost unseen.
    pub fn merged(
        &self,
        row: &Self,
        said: &[Column],
        since: &BTreeMap<Column, Touched>,
    ) -> Result<Self, Stale> {
        let mut merged = self.clone();
        for column in self.differing(row) {
            if !said.contains(&column) {
                continue;
            }
            if let Some(touched) = since.get(&column) {
                if touched.was.as_deref() == Some(&row.text(column)) {
                    continue;
                }
                return Err(Stale {
                    column,
                    on: touched.on,
                    stands: self.text(column).into_owned(),
                });
            }
            merged.take(column, row);
        }
        Ok(merged)
    }
}

/// "2014-06-30", "immediate", "ongoing".
pub fn deadline_text(deadline: Deadline) -> Cow<'static, str> {
    match deadline {
        Deadline::On(date) => Cow::Owned(date.to_string()),
        Deadline::Immediate => Cow::Borrowed("immediate"),
        Deadline::Ongoing => Cow::Borrowed("ongoing"),
    }
}

/// An item of the ledger, for tests.
#[cfg(test)]
pub(crate) fn sample() -> Entry {
    let person = |name: &str, id| Person {
        name: name.to_owned(),
        id: Some(CadreId(id)),
    };
    Entry {
        no: "1".into(),
        kind: "one".into(),
        category: "形式主义".into(),
        content: "会议多".into(),
        measures: "压减三成".into(),
        unit: UnitId(2),
        path: "汪清县/春阳镇".into(),
        lead: person("周俊哲", 1),
        responsible: person("李兰", 2),
        helpers: String::new(),
        deadline: Deadline::On(crate::domain::sample::day("2014-06-30")),
        progress: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::domain::sample::day;

    fn touched(was: &str) -> Touched {
        Touched {
            was: Some(was.to_owned()),
            on: day("2014-03-05"),
        }
    }

    #[test]
    fn a_row_changes_what_it_says_and_nothing_else() {
        let now = sample();
        let row = Entry {
            measures: "压减一半".into(),
            progress: "正在推进".into(),
            ..now.clone()
        };
        let merged = now.merged(&row, &[Column::Measures], &BTreeMap::new());
        let merged = merged.unwrap();
        assert_eq!(now.differing(&merged), [Column::Measures]);
        assert_eq!(merged.measures, "压减一半");
    }

    #[test]
    fn what_others_changed_stands_where_the_row_only_repeats_what_was() {
        let now = Entry {
            deadline: Deadline::On(day("2014-07-31")),
            ..sample()
        };
        let row = Entry {
            measures: "压减一半".into(),
            ..sample()
        };
        let since = BTreeMap::from([(Column::Deadline, touched("2014-06-30"))]);
        let merged = now.merged(&row, &Column::WRITTEN, &since).unwrap();
        assert_eq!(now.differing(&merged), [Column::Measures]);
        assert_eq!(merged.deadline, Deadline::On(day("2014-07-31")));
    }

    #[test]
    fn a_column_that_both_changed_is_a_conflict_unless_they_agree() {
        let now = Entry {
            deadline: Deadline::On(day("2014-07-31")),
            ..sample()
        };
        let of = |date: &str| Entry {
            deadline: Deadline::On(day(date)),
            ..sample()
        };
        for was in [
            touched("2014-06-30"),
            Touched {
                was: None,
                on: day("2014-03-05"),
            },
        ] {
            let since = BTreeMap::from([(Column::Deadline, was)]);
            let stale = Stale {
                column: Column::Deadline,
                on: day("2014-03-05"),
                stands: "2014-07-31".into(),
            };
            let merged = |row: &Entry| now.merged(row, &Column::WRITTEN, &since);
            assert_eq!(merged(&of("2014-08-15")), Err(stale));
            assert_eq!(merged(&of("2014-07-31")), Ok(now.clone()));
        }
    }

    #[test]
    fn two_people_of_one_name_are_two() {
        let now = sample();
        let mut row = sample();
        row.responsible.id = Some(CadreId(9));
        assert_eq!(now.differing(&row), [Column::Responsible]);
    }
}
