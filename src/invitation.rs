//! Making invitation codes: unguessable, for one person, for some time.

use chrono::{DateTime, Utc};
use std::collections::HashMap;

use crate::conversation::{CODE_ALPHABET, CODE_LENGTH};
use crate::domain::cadre::Cadre;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CadreId;
use crate::store::{Tx, invite, link};

/// A person and the code that binds his account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Who.
    pub cadre: Cadre,
    /// His code.
    pub code: String,
}

/// Codes for those of these people who are active and not linked. Who has a code that still works
/// keeps it, so that asking again does not void what was handed out.
///
/// # Errors
/// When the database or the system's random source fails.
pub async fn invite(
    tx: &mut Tx,
    campaign: &Campaign,
    people: Vec<Cadre>,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Invitation>> {
    let linked = link::linked_cadres(tx).await?;
    let valid: HashMap<CadreId, String> = invite::valid(tx, now).await?.into_iter().collect();
    let mut invitations = Vec::new();
    let mut new = Vec::new();
    for cadre in people {
        if !cadre.active || linked.contains(&cadre.id) {
            continue;
        }
        let code = if let Some(code) = valid.get(&cadre.id) {
            code.clone()
        } else {
            let code = code()?;
            new.push((cadre.id, code.clone()));
            code
        };
        invitations.push(Invitation { cadre, code });
    }
    invite::insert(tx, &new, now, now + campaign.limits.invite_life).await?;
    Ok(invitations)
}

/// A code from the system's random source. Bytes past the last whole multiple of the alphabet are
/// thrown away, so that every character is equally likely.
fn code() -> anyhow::Result<String> {
    let fair = 256 - 256 % CODE_ALPHABET.len();
    let mut code = String::with_capacity(CODE_LENGTH);
    while code.len() < CODE_LENGTH {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes)
            .map_err(|error| anyhow::anyhow!("the system gave no random bytes: {error}"))?;
        for byte in bytes
            .into_iter()
            .map(usize::from)
            .filter(|byte| *byte < fair)
        {
            if code.len() < CODE_LENGTH
                && let Some(character) = CODE_ALPHABET.get(byte % CODE_ALPHABET.len())
            {
                code.push(char::from(*character));
            }
        }
    }
    Ok(code)
}

/// The link that opens the bot with a code.
pub fn link_of(username: &str, code: &str) -> String {
    format!("https://t.me/{username}?start={code}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_differ_and_are_typed_on_any_phone() {
        let codes: HashSet<String> = (0..1_000).map(|_| code().unwrap()).collect();
        assert_eq!(codes.len(), 1_000);
        assert!(codes.iter().all(|code| {
            code.len() == CODE_LENGTH && code.bytes().all(|byte| CODE_ALPHABET.contains(&byte))
        }));
        let letters: HashSet<char> = codes.iter().flat_map(|code| code.chars()).collect();
        assert_eq!(
            letters.len(),
            CODE_ALPHABET.len(),
            "every character comes up"
        );
    }
}
