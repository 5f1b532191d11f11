//! Binding an account to a person: a code, a question, a yes.

use super::input::Sender;
use super::outcome::{Effect, Outcome};
use super::router::Desk;
use super::view::View;
use crate::domain::cadre::Cadre;
use crate::domain::notice::{CodeRefusal, Notice};
use crate::store::{Result, cadre, link};

/// Characters of a code: no 0, O, 1, I, L, so that it can be read out and typed.
pub const CODE_ALPHABET: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/// Length of a code: 16 of 31 characters are 79 bits.
pub const CODE_LENGTH: usize = 16;

/// Whether a bare text is meant as a code.
pub(super) fn looks_like_code(text: &str) -> bool {
    let code = normalise(text);
    code.len() == CODE_LENGTH && code.bytes().all(|byte| CODE_ALPHABET.contains(&byte))
}

/// Codes are typed in any case, in groups of letters, on phones that add spaces.
fn normalise(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// A code came in: asks "is this you?".
pub(super) async fn code(
    text: &str,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    let code = normalise(text);
    match check(&code, sender, desk, view, outcome).await? {
        Ok(cadre) => outcome.push(desk.say(Notice::LinkQuestion {
            code,
            who: cadre.who(),
        })),
        Err(refusal) => outcome.push(desk.say(Notice::CodeRefused(refusal))),
    }
    Ok(())
}

/// "是我": everything is checked again, then bound.
pub(super) async fn confirmed(
    code: &str,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match check(code, sender, desk, view, outcome).await? {
        Ok(cadre) => {
            outcome.push(Effect::Bind {
                code: code.to_owned(),
                cadre: cadre.id,
                account: sender.id,
                language: desk.language,
            });
            outcome.push(attempt(sender, Some(&cadre), "link", true));
            let asked_at = super::check_in::asked_at(view, &cadre).await?;
            outcome.push(desk.turn_into(Notice::Linked {
                who: cadre.who(),
                asked_at,
            }));
            if let Some(username) = view.other_bot(&cadre.unit_path).await? {
                outcome.push(desk.say(Notice::OtherBot { username }));
            }
        }
        Err(refusal) => outcome.push(desk.turn_into(Notice::CodeRefused(refusal))),
    }
    Ok(())
}

/// "不是我": the code stays good for whom it is meant. It is checked as for a yes, so that an old
/// question does not call a code good that has bound somebody since.
pub(super) async fn declined(
    code: &str,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<()> {
    match check(code, sender, desk, view, outcome).await? {
        Ok(cadre) => {
            outcome.push(attempt(sender, Some(&cadre), "link_declined", false));
            outcome.push(desk.turn_into(Notice::LinkDeclined));
        }
        Err(refusal) => outcome.push(desk.turn_into(Notice::CodeRefused(refusal))),
    }
    Ok(())
}

/// A code where others can read it.
pub(super) fn in_group(desk: &Desk) -> Effect {
    desk.say(Notice::CodeRefused(CodeRefusal::InGroup))
}

/// Whom the code binds this account to, or why not. A code that nobody has is counted, and too many
/// of them make the account wait: guessing is slowed down before any code is looked at.
async fn check(
    code: &str,
    sender: &Sender,
    desk: &Desk,
    view: &mut View<'_>,
    outcome: &mut Outcome,
) -> Result<std::result::Result<Cadre, CodeRefusal>> {
    if let Some(person) = &desk.person {
        return Ok(Err(CodeRefusal::AlreadyLinked {
            who: person.cadre.who(),
        }));
    }
    if let Some(minutes) = view.code_pause(sender.id).await? {
        return Ok(Err(CodeRefusal::TooMany { minutes }));
    }
    let Some(invite) = view.invite(code).await? else {
        outcome.push(Effect::WrongCode { account: sender.id });
        return Ok(Err(CodeRefusal::Unknown));
    };
    if invite.used {
        return Ok(Err(CodeRefusal::Used));
    }
    if invite.expires_at <= view.now.timestamp_millis() {
        return Ok(Err(CodeRefusal::Expired));
    }
    let cadre = cadre::by_id(view.tx, invite.cadre)
        .await?
        .filter(|cadre| cadre.active);
    let Some(cadre) = cadre else {
        return Ok(Err(CodeRefusal::Expired));
    };
    if link::of_cadre(view.tx, cadre.id).await?.is_some() {
        return Ok(Err(CodeRefusal::PersonLinked));
    }
    Ok(Ok(cadre))
}

fn attempt(sender: &Sender, cadre: Option<&Cadre>, action: &str, allowed: bool) -> Effect {
    Effect::Audit {
        account: sender.id,
        cadre: cadre.map(|cadre| cadre.id),
        action: action.to_owned(),
        object: String::new(),
        allowed,
    }
}
