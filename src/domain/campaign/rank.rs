//! Ranks in what people type.

use super::{Campaign, word};

/// Takes the rank out of the words: one of the campaign's names for it in any language, its id, or a word of the
/// 职级 column. A name of several words goes before one of fewer. `None`, and nothing taken, if no rank is there.
pub fn take_rank(campaign: &Campaign, words: &mut Vec<&str>) -> Option<String> {
    for length in (1..=words.len()).rev() {
        for at in 0..=words.len() - length {
            let text = words.get(at..at + length)?.join(" ");
            if let Some(rank) = named(campaign, &text) {
                words.drain(at..at + length);
                return Some(rank);
            }
        }
    }
    None
}

fn named(campaign: &Campaign, text: &str) -> Option<String> {
    let said = word::cell(text);
    let is = |name: &str| word::cell(name) == said;
    let mut ranks = campaign.ranks.iter();
    let rank = ranks.find(|rank| {
        is(&rank.id) || rank.name.0.values().any(|name| is(name)) || rank.words.contains(&said)
    })?;
    Some(rank.id.clone()).filter(|_| !said.is_empty())
}
