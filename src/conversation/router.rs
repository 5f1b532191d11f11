//! Which flow an update belongs to. Whoever asks is looked up each time, by the account that
//! Telegram vouches for, never by what a button says.

use super::answered::answered;
use super::input::{Input, Sender, What};
use super::outcome::{Effect, Outcome, Say};
use super::view::{Person, View};
use super::{
    account, asks, assignment, away, check_in, dispatch, draft, evidence, group, history,
    language_of, leave, linking, listing, movement, office, opening, opinion, personal, press,
    promise, proxy, queue, quiet, quota, sentence, session, unit,
};
use crate::domain::evidence::Material;
use crate::domain::grant::Scope;
use crate::domain::group::Answer;
use crate::domain::language::Language;
use crate::domain::listing::number_alone;
use crate::domain::notice::{Command, Notice, Rights};
use crate::domain::reply::{self, Heard};
use crate::store::Result;

/// Where and in what language to answer whom.
#[derive(Debug, Clone)]
pub(super) struct Desk {
    pub(super) chat: i64,
    pub(super) language: Language,
    pub(super) person: Option<Person>,
    /// The message whose button was pressed.
    pub(super) pressed: Option<i64>,
}

impl Desk {
    /// Says it in a new message.
    pub(super) fn say(&self, notice: Notice) -> Effect {
        self.answer(notice, None)
    }

    /// Turns the pressed message into it; without one, says it in a new message.
    pub(super) fn turn_into(&self, notice: Notice) -> Effect {
        self.answer(notice, self.pressed)
    }

    fn answer(&self, notice: Notice, edits: Option<i64>) -> Effect {
        Effect::Say(Say {
            chat: self.chat,
            cadre: self.person.as_ref().map(|person| person.cadre.id),
            language: self.language,
            notice,
            edits,
        })
    }
}

/// Decides what one update leads to.
pub(super) async fn handle(input: &Input, view: &mut View<'_>) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    if let What::Migrated { to } = input.what {
        outcome.push(Effect::MoveChat {
            from: input.chat.id,
            to,
        });
        return Ok(outcome);
    }
    if group::of_nobody(input, &mut outcome) {
        return Ok(outcome);
    }
    let Some(sender) = &input.from else {
        return Ok(outcome);
    };
    if let What::Blocked(blocked) = input.what {
        outcome.push(Effect::Reach {
            account: sender.id,
            reachable: !blocked,
        });
        return Ok(outcome);
    }
    let person = view.person(sender.id).await?;
    let mut desk = Desk {
        chat: input.chat.id,
        language: person.as_ref().map_or_else(
            || language_of(input, view.service),
            |person| person.language,
        ),
        person,
        pressed: None,
    };
    if let Some(person) = desk.person.as_ref().filter(|_| input.chat.private) {
        let here = input.update.bot();
        if person.bot != here && view.other_bot(&person.cadre.unit_path).await?.is_none() {
            outcome.push(Effect::Open { account: sender.id });
        } else if !person.reachable {
            // Who writes can be written to: a link once marked dead revives.
            outcome.push(Effect::Reach {
                account: sender.id,
                reachable: true,
            });
        }
    }
    match &input.what {
        What::Text { text } if input.chat.private => {
            said(text.trim(), sender, &desk, view, &mut outcome).await?;
        }
        What::Text { text } => {
            group::said(text.trim(), input, &desk, view, &mut outcome).await?;
        }
        What::Media(material) if input.chat.private => {
            shown(material, sender, &desk, view, &mut outcome).await?;
        }
        What::Media(material) => {
            let words = material.caption.trim();
            group::said(words, input, &desk, view, &mut outcome).await?;
        }
        What::Wordless if input.chat.private => outcome.push(desk.say(match desk.person {
            Some(_) => Notice::OnlyText,
            None => Notice::Welcome,
        })),
        What::Press { data, message } if input.chat.private => {
            desk.pressed = *message;
            press::pressed(data, sender, &desk, view, &mut outcome).await?;
        }
        // The bot puts no buttons into groups; what is forged there is not answered with anything
        // personal either.
        What::Press { data, .. } => {
            outcome.push(press::refused_press(data, sender, &desk));
            outcome.push(desk.say(Notice::PrivateOnly));
        }
        What::Wordless
        | What::Other
        | What::Blocked(_)
        | What::Migrated { .. }
        | What::Expelled
        | What::Poll { .. } => {}
    }
    Ok(outcome)
}

/// A file, or a text that was passed on, in the private chat.
async fn shown(
    material: &Material,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let words = material.caption.trim();
    let Some(person) = &desk.person else {
        return said(words, sender, desk, view, outcome).await;
    };
    let waiting = view.dialogue(person.account).await?;
    match evidence::means(
        &view.service.campaign,
        material,
        waiting.as_ref(),
        view.today,
    ) {
        evidence::Means::Words => said(words, sender, desk, view, outcome).await,
        evidence::Means::Claim => {
            said(words, sender, desk, view, outcome).await?;
            evidence::with_claim(material, person, desk, view, outcome).await
        }
        evidence::Means::Evidence => {
            evidence::sent(material, waiting, person, desk, view, outcome).await
        }
    }
}

/// Whatever was asked before is given up.
pub(super) async fn forget(
    person: &Person,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if view.dialogue(person.account).await?.is_some() {
        outcome.push(forget_question(person));
    }
    Ok(())
}

/// A text in the private chat.
async fn said(
    text: &str,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    if let Some((name, argument)) = command(text) {
        if let Some(person) = &desk.person {
            forget(person, view, outcome).await?;
        }
        return match Command::from_name(&name) {
            Some(Command::Start) if !argument.is_empty() => {
                linking::code(argument, sender, desk, view, outcome).await
            }
            Some(command) => obey(command, argument, desk, view, outcome).await,
            None => {
                outcome.push(desk.say(match desk.person {
                    Some(_) => Notice::UnknownCommand,
                    None => Notice::Welcome,
                }));
                Ok(())
            }
        };
    }
    if let Some(person) = &desk.person
        && let Some(dialogue) = view.dialogue(person.account).await?
        && answered(dialogue, text, person, desk, view, outcome).await?
    {
        return Ok(());
    }
    match &desk.person {
        // Two readers of one sentence: this one knows its own by "延期" and says no to all else.
        Some(person) if asks::heard(text, person, desk, view, outcome).await? => Ok(()),
        Some(person) if reply::is_back(text) => leave::back(person, desk, view, outcome).await,
        Some(person) => match reply::leave(text, view.today) {
            Heard::NoLeave => {
                if sentence::said(text, person, desk, view, outcome).await? {
                    return Ok(());
                }
                if let Some(no) = number_alone(text) {
                    return listing::number(&no, person, desk, view, outcome).await;
                }
                match reply::month(text, view.today) {
                    Some(month) => history::said(month, person, desk, view, outcome).await,
                    None => check_in::said(text, person, desk, view, outcome).await,
                }
            }
            heard => leave::said(heard, person, desk, view, outcome).await,
        },
        None if linking::looks_like_code(text) => {
            linking::code(text, sender, desk, view, outcome).await
        }
        None => {
            outcome.push(desk.say(Notice::Welcome));
            Ok(())
        }
    }
}

async fn obey(
    command: Command,
    argument: &str,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let Some(person) = &desk.person else {
        if command.needs() > Rights::Anybody {
            outcome.push(office::attempt(desk, command, argument, false));
            outcome.push(desk.say(Notice::Denied));
        } else {
            outcome.push(desk.say(Notice::Welcome));
        }
        return Ok(());
    };
    match command {
        Command::Start | Command::Help => {
            if let Some(username) = view.other_bot(&person.cadre.unit_path).await? {
                outcome.push(desk.say(Notice::OtherBot { username }));
            }
            let rights = view.rights(person).await?;
            outcome.push(desk.say(Notice::Help {
                commands: menu(rights),
            }));
        }
        Command::Me => personal::me(person, desk, view, outcome).await?,
        Command::History => history::command(argument, person, desk, view, outcome).await?,
        Command::Account => account::command(argument, person, desk, view, outcome).await?,
        Command::Unit => unit::command(argument, person, desk, view, outcome).await?,
        Command::Language => outcome.push(desk.say(Notice::LanguageQuestion)),
        Command::Tasks => listing::tasks(person, desk, view, outcome).await?,
        Command::Quiet => quiet::command(argument, person, desk, view, outcome).await?,
        Command::Away => away::command(argument, person, desk, view, outcome).await?,
        Command::Quota => quota::command(argument, person, desk, view, outcome).await?,
        Command::Move => {
            let scope: Scope = view.office_scope(person).await?;
            movement::command(argument, &scope, desk, view, outcome).await?;
        }
        Command::Pending => queue::pending(argument, person, desk, view, outcome).await?,
        Command::Session => session::command(argument, person, desk, view, outcome).await?,
        Command::Status | Command::Find | Command::Overdue | Command::Undelivered => {
            let scope: Scope = view.office_scope(person).await?;
            office::command(command, argument, &scope, desk, view, outcome).await?;
        }
        Command::Record => draft::begin(None, person, desk, view, outcome).await?,
        Command::Points => assignment::points(argument, person, desk, view, outcome).await?,
        Command::Proxy => proxy::command(argument, person, desk, view, outcome).await?,
        Command::Opinions => opinion::command(person, desk, view, outcome).await?,
        Command::Progress => dispatch::command(argument, person, desk, view, outcome).await?,
        Command::Promise => promise::command(argument, person, desk, view, outcome),
        Command::Group | Command::List => {
            outcome.push(desk.say(Notice::Group(Answer::InGroupOnly)));
        }
        Command::Handed => asks::handed(person, desk, view, outcome).await?,
        Command::Item => listing::number(argument, person, desk, view, outcome).await?,
        Command::Items => listing::units(argument, person, desk, view, outcome).await?,
        Command::Search => listing::search(argument, person, desk, view, outcome).await?,
        Command::New => opening::command(argument, person, desk, view, outcome).await?,
    }
    Ok(())
}

/// A command or a button is no answer to what was asked: the question waits no more, unless the flow asks anew.
pub(super) fn forget_question(person: &Person) -> Effect {
    Effect::Await {
        account: person.account,
        dialogue: None,
    }
}

/// "/find@duban_bot 周俊哲" → ("find", "周俊哲").
pub(super) fn command(text: &str) -> Option<(String, &str)> {
    let rest = text.strip_prefix('/')?;
    let (head, argument) = rest
        .split_once(|c: char| c.is_whitespace())
        .unwrap_or((rest, ""));
    let name = head.split('@').next().unwrap_or(head);
    Some((name.to_ascii_lowercase(), argument.trim()))
}

/// The commands to show, in menu order.
pub fn menu(rights: Rights) -> Vec<Command> {
    Command::ALL
        .into_iter()
        .filter(|command| !matches!(command, Command::Start | Command::List))
        .filter(|command| command.needs() <= rights)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_with_and_without_the_bots_name() {
        for (text, expected) in [
            ("/status", Some(("status", ""))),
            ("/Find@duban_bot  周俊哲 ", Some(("find", "周俊哲"))),
            ("/start\nABC", Some(("start", "ABC"))),
            ("/", Some(("", ""))),
            ("半天", None),
            ("", None),
        ] {
            let found = command(text);
            let found = found
                .as_ref()
                .map(|(name, argument)| (name.as_str(), *argument));
            assert_eq!(found, expected, "{text}");
        }
    }
}
