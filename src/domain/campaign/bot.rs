//! Which of the office's bots serves which part of the unit tree.

use super::{Campaign, is_within};

/// The id of the bot that serves what no other does; its token is `TELOXIDE_TOKEN`.
pub const MAIN_BOT: &str = "main";

/// One more bot, with the part of the tree that it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bot {
    /// Stable id; its token is in `TELOXIDE_TOKEN_` and this in capitals.
    pub id: String,
    /// Paths of the units that it serves, with all below them.
    pub units: Vec<String>,
}

impl Bot {
    /// The environment variable of its token.
    pub fn token_key(id: &str) -> String {
        if id == MAIN_BOT {
            return "TELOXIDE_TOKEN".to_owned();
        }
        format!("TELOXIDE_TOKEN_{}", id.to_uppercase().replace('-', "_"))
    }
}

impl Campaign {
    /// Every bot of the campaign, the main one first.
    pub fn bot_ids(&self) -> impl Iterator<Item = &str> {
        std::iter::once(MAIN_BOT).chain(self.bots.iter().map(|bot| bot.id.as_str()))
    }

    /// The environment variables of the further bots' tokens.
    pub fn token_keys(&self) -> impl Iterator<Item = String> {
        self.bots.iter().map(|bot| Bot::token_key(&bot.id))
    }

    /// The bot that serves a unit: that of the deepest unit above it that names one, else the main bot.
    pub fn bot_of(&self, unit_path: &str) -> &str {
        self.bots
            .iter()
            .flat_map(|bot| bot.units.iter().map(move |unit| (bot, unit)))
            .filter(|(_, unit)| is_within(unit_path, unit))
            .max_by_key(|(_, unit)| unit.split('/').count())
            .map_or(MAIN_BOT, |(bot, _)| &bot.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::campaign;

    #[test]
    fn the_deepest_unit_that_names_a_bot_decides() {
        let mut campaign = campaign();
        assert_eq!(campaign.bot_of("安图县/明月镇"), MAIN_BOT);
        let bot = |id: &str, units: &[&str]| Bot {
            id: id.into(),
            units: units.iter().map(|unit| (*unit).to_owned()).collect(),
        };
        campaign.bots = vec![
            bot("east", &["安图县", "敦化市"]),
            bot("town", &["安图县/明月镇"]),
        ];
        for (unit, expected) in [
            ("安图县", "east"),
            ("安图县/松江镇", "east"),
            ("安图县/明月镇", "town"),
            ("安图县/明月镇/一村", "town"),
            ("安图县城", MAIN_BOT),
            ("汪清县", MAIN_BOT),
            ("", MAIN_BOT),
        ] {
            assert_eq!(campaign.bot_of(unit), expected, "{unit}");
        }
        assert_eq!(
            campaign.bot_ids().collect::<Vec<_>>(),
            ["main", "east", "town"]
        );
        assert_eq!(Bot::token_key("main"), "TELOXIDE_TOKEN");
        assert_eq!(Bot::token_key("two-east"), "TELOXIDE_TOKEN_TWO_EAST");
    }
}
