//! What one can do here, in which language, and the answers to what cannot be done.

use i18n_embed_fl::fl;

use crate::domain::action::Action;
use crate::domain::language::Language;
use crate::domain::notice::Command;

use super::Rendered;
use super::page::{Page, button, plain};
use super::words::{Voice, words};

pub(super) fn help(voice: &Voice<'_>, commands: &[Command]) -> Rendered {
    let lines = commands.iter().map(|command| {
        format!(
            "/{} {}",
            command.name(),
            command_description(voice.language, *command)
        )
    });
    Page::new(fl!(voice.words, "help-say"))
        .line(fl!(voice.words, "help-leave"))
        .list(lines, commands.len(), |left| {
            fl!(voice.words, "more-lines", n = left)
        })
        .done()
}

/// What a command does, for the menu of a chat; plain text well under Telegram's 256 characters.
pub fn command_description(language: Language, command: Command) -> String {
    let words = words(language);
    match command {
        Command::Start => fl!(words, "command-start"),
        Command::Me => fl!(words, "command-me"),
        Command::History => fl!(words, "command-history"),
        Command::Account => fl!(words, "command-account"),
        Command::Unit => fl!(words, "command-unit"),
        Command::Tasks => fl!(words, "command-tasks"),
        Command::Language => fl!(words, "command-language"),
        Command::Help => fl!(words, "command-help"),
        Command::Pending => fl!(words, "command-pending"),
        Command::Status => fl!(words, "command-status"),
        Command::Find => fl!(words, "command-find"),
        Command::Overdue => fl!(words, "command-overdue"),
        Command::Undelivered => fl!(words, "command-undelivered"),
        Command::Record => fl!(words, "command-record"),
        Command::Points => fl!(words, "command-points"),
        Command::Proxy => fl!(words, "command-proxy"),
        Command::Opinions => fl!(words, "command-opinions"),
        Command::Quiet => fl!(words, "command-quiet"),
        Command::Away => fl!(words, "command-away"),
        Command::Quota => fl!(words, "command-quota"),
        Command::Move => fl!(words, "command-move"),
        Command::Session => fl!(words, "command-session"),
        Command::Progress => fl!(words, "dispatch-command"),
        Command::Promise => fl!(words, "command-promise"),
        Command::Group => fl!(words, "command-group"),
        Command::List => fl!(words, "command-list"),
        Command::Handed => fl!(words, "command-handed"),
        Command::Item => fl!(words, "command-item"),
        Command::Items => fl!(words, "command-items"),
        Command::New => fl!(words, "command-new"),
        Command::Search => fl!(words, "command-search"),
    }
}

/// Each language offers itself in its own name: whoever cannot read the question can read one of the buttons.
pub(super) fn language_question(voice: &Voice<'_>) -> Rendered {
    let choices = Language::ALL.map(|language| {
        button(
            fl!(words(language), "language-name"),
            &Action::Speak { language },
        )
    });
    Page::new(fl!(voice.words, "language-question"))
        .buttons(choices.to_vec())
        .done()
}

pub(super) fn language_set(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "language-set"))
}

pub(super) fn unknown_command(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "unknown-command"))
}

pub(super) fn only_text(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "only-text"))
}

pub(super) fn private_only(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "private-only"))
}

pub(super) fn denied(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "denied"))
}

pub(super) fn fault(voice: &Voice<'_>) -> Rendered {
    plain(fl!(voice.words, "fault"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::notice::Notice;
    use crate::text::{render, sample};

    #[test]
    fn commands_have_descriptions_that_a_menu_can_hold() {
        for language in Language::ALL {
            for command in Command::ALL {
                let length = command_description(language, command).chars().count();
                assert!((1..=40).contains(&length), "{language:?} {command:?}");
            }
        }
    }

    #[test]
    fn help_shows_the_commands_it_is_given_and_no_others() {
        let notice = Notice::Help {
            commands: vec![Command::Me, Command::Help],
        };
        assert_eq!(
            render(&sample::campaign(), Language::ZhCn, &notice).text,
            "记学习可直接发：半天、2学时、昨天1天\n请假可直接发：请假三天、请假到周五\n/me 我的学习和进度\n/help 看全部功能"
        );
    }

    #[test]
    fn the_four_languages_are_offered_in_their_own_names_to_every_reader() {
        for language in Language::ALL {
            let rendered = render(&sample::campaign(), language, &Notice::LanguageQuestion);
            let labels: Vec<_> = rendered
                .keyboard
                .iter()
                .flatten()
                .map(|b| b.label.as_str())
                .collect();
            assert_eq!(
                labels,
                ["简体中文", "繁體中文", "English", "조선어(한국어)"]
            );
        }
    }
}
