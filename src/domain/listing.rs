//! Lists of the ledger's items in chat: one's own by what one is to them, those of a unit, those of a number or
//! of some words. Who looks decides what is in them.

use serde::{Deserialize, Serialize};

use super::grant::Scope;
use super::ids::{CadreId, UnitId};
use super::item::Light;
use super::notice::DueItem;

/// Items of a page.
pub const PAGE: u32 = 8;

/// The newest items that a search goes through.
pub const NEWEST: u32 = 50;

/// Characters of a word to look for: one alone is in every line, and more do not fit on a button.
pub const WORD: std::ops::RangeInclusive<usize> = 2..=16;

/// The longest number of an item that is looked for, in characters.
const LONGEST_NO: usize = 12;

/// What somebody is to the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// 我负责: responsible in person, or as liaison of a unit that named nobody.
    Mine,
    /// 我配合.
    Helping,
    /// 我牵头, unless he is responsible too.
    Leading,
    /// 待我审: submitted, a later day asked for, or handed up to a unit that he answers for.
    Review,
}

impl List {
    /// Every list, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Mine, Self::Helping, Self::Leading, Self::Review];

    /// Its letter on a button.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mine => "m",
            Self::Helping => "h",
            Self::Leading => "l",
            Self::Review => "r",
        }
    }

    /// The list of that letter.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.code() == code)
    }
}

/// Who looks at the ledger, and what he answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// Who.
    pub cadre: CadreId,
    /// His unit.
    pub unit: UnitId,
    /// Its path.
    pub path: String,
    /// Whether he answers for it (S17).
    pub is_head: bool,
    /// Where he is liaison.
    pub liaison: Scope,
    /// Where he is of the supervision group.
    pub supervision: Scope,
    /// Where he is of the office.
    pub office: Scope,
}

impl Viewer {
    /// Where he sees every item by his grants.
    pub fn scope(&self) -> Scope {
        let office = self.office.clone();
        office
            .and(self.liaison.clone())
            .and(self.supervision.clone())
    }

    /// Whether he sees the items of units besides his own work.
    pub fn sees_units(&self) -> bool {
        self.is_head || !self.scope().is_empty()
    }

    /// Whether he sees every item of that unit: by a grant, or as head of it or of the unit above.
    pub fn sees(&self, path: &str) -> bool {
        let above = path.rsplit_once('/').map(|(above, _)| above);
        self.scope().covers(path)
            || (self.is_head && (path == self.path || above == Some(self.path.as_str())))
    }

    /// Whether he opens items for that unit as one who cares for it: its liaison, its head, or one around it.
    pub fn cares(&self, path: &str) -> bool {
        let heads = Scope::Units(vec![self.path.clone()]);
        self.liaison.covers(path) || (self.is_head && heads.covers(path))
    }
}

/// How many items a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    /// All.
    pub total: u32,
    /// Overdue among them.
    pub red: u32,
}

/// How many items have which light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Lights {
    /// Overdue.
    pub red: u32,
    /// Behind plan.
    pub yellow: u32,
    /// Near their limit.
    pub blue: u32,
}

impl Lights {
    /// Counts them.
    pub fn of(lights: impl Iterator<Item = Light>) -> Self {
        let mut counts = Self::default();
        for light in lights {
            match light {
                Light::Red => counts.red += 1,
                Light::Yellow => counts.yellow += 1,
                Light::Blue => counts.blue += 1,
                Light::None => {}
            }
        }
        counts
    }
}

/// Which items a page is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Of {
    /// One's own, by what one is to them.
    List {
        /// Which.
        list: List,
    },
    /// Those of a unit and of all below it; without one, all that he sees of units.
    Unit {
        /// Which.
        unit: Option<UnitId>,
        /// Its path; empty without one.
        path: String,
    },
    /// Those of a number.
    Number {
        /// As the ledger writes it.
        no: String,
    },
    /// Those that some words stand in.
    Words {
        /// The words.
        words: String,
    },
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The item.
    pub item: DueItem,
    /// Path of the unit responsible.
    pub unit: String,
    /// Who is responsible, as the ledger says; may be empty.
    pub responsible: String,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Which items.
    pub of: Of,
    /// Only those overdue?
    pub red: bool,
    /// How many there are in all.
    pub count: Count,
    /// Those of this page.
    pub lines: Vec<Line>,
    /// Which page; from 0.
    pub page: u32,
    /// Of how many.
    pub pages: u32,
}

/// What stands over one's own lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Items in which he has a part.
    pub total: u32,
    /// Their lights.
    pub lights: Lights,
    /// Lists with something in them.
    pub lists: Vec<(List, u32)>,
    /// Whether he sees the items of units.
    pub units: bool,
    /// Whether he may open any.
    pub opens: bool,
}

/// An answer about lists of items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// One's own, with the first list that has something in it.
    Home {
        /// What stands over it.
        head: Head,
        /// The list; `None`: there is nothing.
        listed: Option<Listed>,
    },
    /// A page of a list.
    Page {
        /// The page.
        listed: Listed,
    },
    /// A number is missing.
    WhichNumber,
    /// There is no item of that number that he may know of.
    NoSuchNumber {
        /// What was looked for.
        no: String,
    },
    /// The item is another unit's.
    NotYours {
        /// The number.
        no: String,
        /// Path of the unit that has it.
        unit: String,
    },
    /// There is no such unit among those he sees.
    NoSuchUnit {
        /// What was looked for.
        words: String,
        /// Path of one that he sees; may be empty.
        example: String,
    },
    /// Several units are called so.
    WhichUnit {
        /// Some.
        units: Vec<(UnitId, String)>,
    },
    /// Words to look for are missing, or too short or too long.
    WhichWords,
}

/// Which page is shown of a list of so many items, if that one is asked for, and how many there are.
pub const fn page_of(count: u32, page: u32) -> (u32, u32) {
    let pages = count.div_ceil(PAGE);
    let pages = if pages == 0 { 1 } else { pages };
    (if page < pages { page } else { pages - 1 }, pages)
}

/// The number that somebody wrote with what belongs to it: "7号", "No. 7", "#7" or "7".
pub fn number(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = ["No.", "no.", "NO.", "№", "#", "第"]
        .iter()
        .find_map(|before| text.strip_prefix(before))
        .unwrap_or(text);
    let bare = ['号', '號', '번', '호']
        .iter()
        .find_map(|after| bare.strip_suffix(*after))
        .unwrap_or(bare)
        .trim();
    let fits = !bare.is_empty()
        && bare.chars().count() <= LONGEST_NO
        && bare.chars().all(|sign| !sign.is_whitespace());
    fits.then(|| bare.to_owned())
}

/// The number of an item that stands alone in a message: "7号", "C12号", "No. 7". A bare figure is an amount.
pub fn number_alone(text: &str) -> Option<String> {
    let text = text.trim();
    let marked = text.ends_with(['号', '號'])
        || ["No.", "no.", "NO.", "№"]
            .iter()
            .any(|before| text.starts_with(before));
    let no = number(text).filter(|_| marked)?;
    let digits = no.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
    let figures = !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit());
    (figures && no.len() - digits.len() <= 2).then_some(no)
}

/// The words to look for, on one line; `None`: too short, or too long.
pub fn words(text: &str) -> Option<String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    WORD.contains(&words.chars().count()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        for (count, page, shown) in [
            (0, 0, (0, 1)),
            (0, 9, (0, 1)),
            (8, 1, (0, 1)),
            (9, 1, (1, 2)),
            (9, u32::MAX, (1, 2)),
        ] {
            assert_eq!(page_of(count, page), shown, "{count} {page}");
        }
    }

    #[test]
    fn a_number_is_read_with_what_people_write_around_it() {
        for (text, no) in [
            ("7", Some("7")),
            (" 7号 ", Some("7")),
            ("第7號", Some("7")),
            ("No. 7", Some("7")),
            ("#C12", Some("C12")),
            ("7번", Some("7")),
            ("号", None),
            ("", None),
            ("7 8", None),
            ("1234567890123", None),
        ] {
            assert_eq!(number(text).as_deref(), no, "{text}");
        }
    }

    #[test]
    fn only_a_marked_number_is_one_when_it_stands_alone() {
        for (text, no) in [
            ("7号", Some("7")),
            ("C12號", Some("C12")),
            ("No. 7", Some("7")),
            ("7", None),
            ("2번", None),
            ("昨天3号", None),
            ("信号", None),
            ("7号半天", None),
            ("ABC1号", None),
        ] {
            assert_eq!(number_alone(text).as_deref(), no, "{text}");
        }
    }

    #[test]
    fn words_to_look_for_are_neither_one_sign_nor_a_page() {
        for (text, heard) in [
            ("路灯", Some("路灯")),
            (" 路灯\n不亮 ", Some("路灯 不亮")),
            ("路", None),
            ("  ", None),
        ] {
            assert_eq!(words(text).as_deref(), heard, "{text}");
        }
        assert!(words(&"路".repeat(16)).is_some());
        assert_eq!(words(&"路".repeat(17)), None);
    }

    #[test]
    fn a_head_sees_his_unit_and_those_right_below_and_a_carer_all_below() {
        let nothing = || Scope::Units(vec![]);
        let viewer = |is_head, liaison: &[&str]| Viewer {
            cadre: CadreId(1),
            unit: UnitId(1),
            path: "A/B".to_owned(),
            is_head,
            liaison: Scope::Units(liaison.iter().map(|path| (*path).to_owned()).collect()),
            supervision: nothing(),
            office: nothing(),
        };
        for (who, path, sees, cares) in [
            (viewer(false, &[]), "A/B", false, false),
            (viewer(true, &[]), "A/B", true, true),
            (viewer(true, &[]), "A/B/C", true, true),
            (viewer(true, &[]), "A/B/C/D", false, true),
            (viewer(true, &[]), "A", false, false),
            (viewer(true, &[]), "A/BB", false, false),
            (viewer(false, &["A"]), "A/B/C/D", true, true),
            (viewer(false, &["A"]), "B", false, false),
        ] {
            assert_eq!((who.sees(path), who.cares(path)), (sees, cares), "{path}");
        }
    }
}
