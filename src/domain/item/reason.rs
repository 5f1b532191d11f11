//! Reasons that a button offers, kept in no language: each reads them in his own. What else there is to say is
//! typed.

use super::step::Verb;
use crate::domain::kept;

/// A reason that a button offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// 材料不足
    Evidence,
    /// 没有整改到位
    Undone,
    /// 与实际不符
    Untrue,
    /// 措施不具体
    Vague,
    /// 问题反弹
    Back,
    /// 群众有反映
    Voices,
    /// 理由不充分
    Weak,
    /// 上级定的时限
    Fixed,
    /// 能按期完成
    Doable,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::Evidence,
        Self::Undone,
        Self::Untrue,
        Self::Vague,
        Self::Back,
        Self::Voices,
        Self::Weak,
        Self::Fixed,
        Self::Doable,
    ];

    /// Those that are offered with a step, in the order of the buttons; none: it is said in words alone.
    pub const fn offered(verb: Verb) -> &'static [Self] {
        match verb {
            Verb::Return => &[Self::Evidence, Self::Undone, Self::Untrue, Self::Vague],
            Verb::Reopen => &[Self::Back, Self::Undone, Self::Voices],
            Verb::Refuse => &[Self::Weak, Self::Fixed, Self::Doable],
            _ => &[],
        }
    }

    /// Its letter on a button.
    pub const fn code(self) -> char {
        match self {
            Self::Evidence => 'e',
            Self::Undone => 'd',
            Self::Untrue => 'u',
            Self::Vague => 'v',
            Self::Back => 'b',
            Self::Voices => 'o',
            Self::Weak => 'w',
            Self::Fixed => 'f',
            Self::Doable => 'l',
        }
    }

    /// The reason of that letter.
    pub fn from_code(code: char) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// As it is kept where typed reasons are too.
    pub fn kept(self) -> String {
        kept::kept(self.code())
    }

    /// The reason that is kept so; `None`: it was typed.
    pub fn from_kept(kept: &str) -> Option<Self> {
        let mut letters = kept::code(kept)?.chars();
        let reason = letters.next().and_then(Self::from_code)?;
        letters.next().is_none().then_some(reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_kept_in_no_language_and_never_mistaken_for_words() {
        for reason in Reason::ALL {
            assert_eq!(Reason::from_kept(&reason.kept()), Some(reason));
        }
        assert_eq!(Reason::from_kept("=ee"), None);
    }

    #[test]
    fn a_step_that_can_do_without_words_offers_no_reasons() {
        for verb in Verb::ALL {
            let asks = matches!(verb, Verb::Return | Verb::Reopen | Verb::Refuse);
            assert_eq!(!Reason::offered(verb).is_empty(), asks, "{verb:?}");
        }
    }
}
