//! How a reason is kept: one that a button gave as its letter, in no language, for each reads it in his own; one that
//! was typed as it was typed.

/// The longest that is kept of what was typed, in characters.
pub const LONGEST: usize = 200;

/// A button's letter, as it is kept.
pub fn kept(code: impl std::fmt::Display) -> String {
    format!("={code}")
}

/// The letter that is kept so; `None`: it was typed.
pub fn code(kept: &str) -> Option<&str> {
    kept.strip_prefix('=')
}

/// What somebody typed, fit to be kept: no longer than it may be, and never taken for a button's.
pub fn typed(text: &str) -> String {
    let text: String = text.trim().chars().take(LONGEST).collect();
    text.trim_start_matches('=').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_cut_and_never_taken_for_a_buttons() {
        for (text, expected) in [
            ("  会议没有开  ", "会议没有开"),
            ("=e", "e"),
            (" == ", ""),
            ("", ""),
        ] {
            assert_eq!(typed(text), expected);
            assert_eq!(code(&typed(text)), None, "{text}");
        }
        assert_eq!(typed(&"字".repeat(500)).chars().count(), LONGEST);
        assert_eq!(code(&kept('e')), Some("e"));
    }
}
