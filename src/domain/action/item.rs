//! The buttons of an item: its page, its history, what stands behind it, and the steps that can be taken.

use crate::domain::ids::ItemId;
use crate::domain::item::{Reason, Verb};

/// A button of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Its page.
    Show {
        /// Which.
        item: ItemId,
    },
    /// A step; what has to be said with it is asked then.
    Step {
        /// Of which item.
        item: ItemId,
        /// Which.
        verb: Verb,
    },
    /// A step that judges what the page has shown; it is not taken if something has happened since.
    Seen {
        /// Of which item.
        item: ItemId,
        /// Which.
        verb: Verb,
        /// How many events the page counted.
        seen: usize,
    },
    /// The same, for that reason.
    Because {
        /// Of which item.
        item: ItemId,
        /// Which.
        verb: Verb,
        /// Why.
        reason: Reason,
        /// How many events the page counted.
        seen: usize,
    },
    /// "历程".
    History {
        /// Of which item.
        item: ItemId,
        /// Which page, from 1; 0: the last.
        page: usize,
    },
    /// "看材料".
    Evidence {
        /// Of which item.
        item: ItemId,
    },
    /// "补充材料".
    Add {
        /// To which item.
        item: ItemId,
    },
}

impl Press {
    /// The bytes behind `i:`.
    pub fn encode(self) -> String {
        match self {
            Self::Show { item } => item.to_string(),
            Self::Step { item, verb } => format!("{item}:{}", verb.code()),
            Self::Seen { item, verb, seen } => format!("{item}:{}:{seen}", verb.code()),
            Self::Because {
                item,
                verb,
                reason,
                seen,
            } => format!("{item}:{}:{seen}:{}", verb.code(), reason.code()),
            Self::History { item, page } => format!("{item}:H:{page}"),
            Self::Evidence { item } => format!("{item}:E"),
            Self::Add { item } => format!("{item}:A"),
        }
    }

    /// Reads them.
    pub fn decode<'a>(next: &mut impl FnMut() -> Option<&'a str>) -> Option<Self> {
        let item = ItemId(next()?.parse().ok()?);
        let Some(code) = next() else {
            return Some(Self::Show { item });
        };
        match code {
            "H" => {
                let page = next()?.parse().ok()?;
                return Some(Self::History { item, page });
            }
            "E" => return Some(Self::Evidence { item }),
            "A" => return Some(Self::Add { item }),
            _ => {}
        }
        let verb = letter(code).and_then(Verb::from_code)?;
        let Some(seen) = next() else {
            return Some(Self::Step { item, verb });
        };
        let seen = seen.parse().ok().filter(|_| verb.judges())?;
        let Some(reason) = next() else {
            return Some(Self::Seen { item, verb, seen });
        };
        let reason = letter(reason).and_then(Reason::from_code)?;
        Reason::offered(verb)
            .contains(&reason)
            .then_some(Self::Because {
                item,
                verb,
                reason,
                seen,
            })
    }
}

/// The one letter that the text is.
fn letter(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let first = letters.next()?;
    letters.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::action::Action;

    #[test]
    fn buttons_are_read_as_they_were_written() {
        let item = ItemId(i64::MAX);
        let seen = usize::MAX;
        let steps = Verb::ALL.map(|verb| Press::Step { item, verb });
        let judged = Verb::ALL
            .into_iter()
            .filter(|verb| verb.judges())
            .map(|verb| Press::Seen { item, verb, seen });
        let because = Verb::ALL.into_iter().flat_map(|verb| {
            let reasons = Reason::offered(verb).iter();
            reasons.map(move |reason| Press::Because {
                item,
                verb,
                reason: *reason,
                seen,
            })
        });
        let others = [
            Press::Show { item },
            Press::History { item, page: seen },
            Press::Evidence { item },
            Press::Add { item },
        ];
        for press in steps.into_iter().chain(judged).chain(because).chain(others) {
            let data = Action::Item(press).encode();
            assert!(data.len() <= 64, "{data}");
            assert_eq!(Action::decode(&data), Some(Action::Item(press)));
        }
    }

    #[test]
    fn forged_bytes_are_no_button() {
        for forged in [
            "i:",
            "i:x",
            "i:1:",
            "i:1:?",
            "i:1:ss",
            "i:1:s:1",
            "i:1:c:x",
            "i:1:c:-1",
            "i:1:r:1:z",
            "i:1:r:1:w",
            "i:1:r:1:e:1",
            "i:1:H",
            "i:1:H:x",
            "i:1:E:1",
            "i:1:A:1",
        ] {
            assert_eq!(Action::decode(forged), None, "{forged}");
        }
    }
}
