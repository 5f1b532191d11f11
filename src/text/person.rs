//! People and units as others know them.

use i18n_embed_fl::fl;

use crate::domain::notice::Who;

use super::page::shown;
use super::words::Voice;

/// The longest name or post that is shown, in characters.
const LONGEST_NAME: usize = 24;

/// The longest part of a unit's path that is shown, in characters.
const LONGEST_UNIT: usize = 24;

/// Parts of a unit's path that are shown: a township is found by its county, and more does not fit on a line.
const UNIT_PARTS: usize = 2;

/// "周俊哲，汪清县春阳镇 镇长"
pub(super) fn who(voice: &Voice<'_>, who: &Who) -> String {
    let (name, unit) = (name(&who.name), unit(&who.unit));
    match name_of_post(&who.post) {
        Some(post) => fl!(
            voice.words,
            "who-with-post",
            name = name,
            unit = unit,
            post = post
        ),
        None => fl!(voice.words, "who", name = name, unit = unit),
    }
}

/// A person's name, escaped.
pub(super) fn name(name: &str) -> String {
    shown(name, LONGEST_NAME)
}

/// The last parts of a unit's path, escaped, joined as its script does: 汪清县春阳镇, 왕청현 춘양진.
pub(super) fn unit(path: &str) -> String {
    let mut parts: Vec<&str> = path
        .rsplit('/')
        .filter(|part| !part.is_empty())
        .take(UNIT_PARTS)
        .collect();
    parts.reverse();
    let joint = match parts.first().and_then(|part| part.chars().last()) {
        Some('\u{2e80}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}') => "",
        Some('\u{ac00}'..='\u{d7a3}') => " ",
        _ => " / ",
    };
    let shown_parts: Vec<String> = parts
        .into_iter()
        .map(|part| shown(part, LONGEST_UNIT))
        .collect();
    shown_parts.join(joint)
}

fn name_of_post(post: &str) -> Option<String> {
    Some(name(post)).filter(|post| !post.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::text::sample;

    #[test]
    fn a_unit_is_its_last_two_parts() {
        for (path, words) in [
            ("汪清县/春阳镇", "汪清县春阳镇"),
            ("延边州/汪清县/春阳镇", "汪清县春阳镇"),
            ("汪清县", "汪清县"),
            ("왕청현/춘양진", "왕청현 춘양진"),
            ("Wangqing/Chunyang", "Wangqing / Chunyang"),
            ("<b>/县", "&lt;b&gt; / 县"),
            ("", ""),
        ] {
            assert_eq!(unit(path), words, "{path}");
        }
    }

    #[test]
    fn a_person_without_a_post_has_no_gap_where_it_would_stand() {
        let campaign = sample::campaign();
        let mut person = sample::who();
        for (language, with, without) in [
            (
                Language::ZhCn,
                "周俊哲，汪清县春阳镇 镇长",
                "周俊哲，汪清县春阳镇",
            ),
            (
                Language::En,
                "周俊哲, 镇长, 汪清县春阳镇",
                "周俊哲, 汪清县春阳镇",
            ),
        ] {
            let voice = Voice::new(&campaign, language);
            person.post = "镇长".to_owned();
            assert_eq!(who(&voice, &person), with);
            person.post = " ".to_owned();
            assert_eq!(who(&voice, &person), without);
        }
    }
}
