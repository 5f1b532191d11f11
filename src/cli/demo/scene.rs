//! The demo's cast: one of the office and three cadres, brought in the way a real campaign would be.

use chrono::{DateTime, Days, Utc};
use std::time::Duration;

use crate::books::Books;
use crate::cli::trouble::Trouble;
use crate::conversation::outcome::NewEntry;
use crate::domain::amount::Amount;
use crate::domain::cadre::Cadre;
use crate::domain::entry::Source;
use crate::domain::grant::Role;
use crate::domain::ids::UpdateId;
use crate::import::{items, roster};
use crate::invitation::invite;
use crate::sandbox::{Phone, Sandbox};
use crate::store::{cadre, entry, grant};

const ROSTER: &[u8] = include_bytes!("../../../assets/demo/roster.csv");
const LEDGER: &[u8] = include_bytes!("../../../assets/demo/ledger.csv");

/// A member of the cast.
struct Member {
    account: i64,
    phone: &'static str,
    language: &'static str,
    /// (days before the demo begins, thousandths of class hours)
    studied: &'static [(u64, i64)],
}

/// First the office, then the cadres, by their phone numbers in the demo's roster.
const CAST: [Member; 4] = [
    Member {
        account: 9_001,
        phone: "15271743001",
        language: "zh-hans",
        studied: &[(4, 8_000)],
    },
    Member {
        account: 9_002,
        phone: "15271743002",
        language: "zh-hans",
        studied: &[(14, 8_000), (10, 4_000), (7, 2_000)],
    },
    Member {
        account: 9_003,
        phone: "15271743003",
        language: "zh-hans",
        studied: &[(12, 4_000), (5, 4_000)],
    },
    Member {
        account: 9_004,
        phone: "15271743004",
        language: "ko",
        studied: &[(13, 4_000)],
    },
];

/// The phones of the page, titled with who holds them.
pub(super) fn phones() -> Vec<Phone> {
    let table = String::from_utf8_lossy(ROSTER);
    CAST.iter()
        .map(|member| {
            let line = table
                .lines()
                .find(|line| line.contains(member.phone))
                .unwrap_or_default();
            let mut cells = line.split(',').skip(1);
            let mut next = || cells.next().unwrap_or_default();
            let (unit, name, post) = (next(), next(), next());
            Phone {
                chat_id: member.account,
                user_id: member.account,
                title: name.to_owned(),
                subtitle: format!("{} {post}", unit.replace('/', "")),
            }
        })
        .collect()
}

/// Imports the demo's tables as of the campaign's first days, and what was studied since.
pub(super) async fn prepare(books: &Books) -> Result<(), Trouble> {
    let (store, campaign, now) = (&books.store, &books.campaign, books.clock.now());
    let first = now.checked_sub_days(Days::new(20)).unwrap_or(now);
    let quiet = |_: usize, _: usize| {};
    let trouble = |fault: crate::import::Fault| {
        Trouble::new(
            fault.to_string(),
            "this is a fault of the demo itself; please report it",
        )
    };
    roster::import(store, campaign, ROSTER, "roster.csv", false, first, &quiet)
        .await
        .map_err(trouble)?;
    items::import(store, campaign, LEDGER, "ledger.csv", false, first, &quiet)
        .await
        .map_err(trouble)?;
    let mut tx = store.begin().await?;
    let people = cadre::all(&mut tx).await?;
    for (number, member) in (1..).zip(&CAST) {
        let Some(person) = people.iter().find(|person| person.phone == member.phone) else {
            continue;
        };
        if number == 1 {
            grant::give(&mut tx, Role::Office, person.id, None, first).await?;
        }
        for (days, amount) in member.studied {
            let at = now.checked_sub_days(Days::new(*days)).unwrap_or(now);
            let Some(entry) = studied(books, person, *amount, at) else {
                continue;
            };
            entry::insert(&mut tx, &entry, UpdateId(-number), at).await?;
        }
    }
    Ok(tx.commit().await?)
}

fn studied(books: &Books, person: &Cadre, amount: i64, at: DateTime<Utc>) -> Option<NewEntry> {
    let duty = books.campaign.prompted_duty()?;
    let local_day = books.local_day(at);
    Some(NewEntry {
        amount: Amount(amount),
        ..NewEntry::of(person.id, duty, local_day, Source::Tap)
    })
}

/// Has the cast link their accounts in chat, as everybody does.
pub(super) async fn link(books: &Books, sandbox: &Sandbox) -> Result<(), Trouble> {
    let phones = phones();
    let mut tx = books.store.begin().await?;
    let people = cadre::all(&mut tx).await?;
    let cast: Vec<Cadre> = CAST
        .iter()
        .filter_map(|member| {
            people
                .iter()
                .find(|person| person.phone == member.phone)
                .cloned()
        })
        .collect();
    let invitations = invite(&mut tx, &books.campaign, cast, books.clock.now()).await?;
    tx.commit().await?;
    for (member, phone) in CAST.iter().zip(&phones) {
        let account = member.account;
        sandbox.user(account, &phone.title, Some(member.language));
        let code = invitations
            .iter()
            .find(|invitation| invitation.cadre.phone == member.phone)
            .map(|invitation| invitation.code.as_str())
            .unwrap_or_default();
        sandbox.say(account, &format!("/start {code}"));
    }
    for member in &CAST {
        let account = member.account;
        let asked = answer(sandbox, account, |message| !message.buttons.is_empty()).await?;
        let yes = asked
            .buttons
            .first()
            .and_then(|row| row.first())
            .and_then(|button| button.data.clone())
            .unwrap_or_default();
        sandbox
            .press(account, account, asked.message_id, &yes)
            .map_err(|why| Trouble::new(why, "start the demo again"))?;
    }
    for member in &CAST {
        answer(sandbox, member.account, |message| message.edited).await?;
    }
    Ok(())
}

/// The bot's newest message in a chat, once it is as expected.
async fn answer(
    sandbox: &Sandbox,
    chat: i64,
    expected: impl Fn(&crate::sandbox::Message) -> bool,
) -> Result<crate::sandbox::Message, Trouble> {
    sandbox
        .wait_for(Duration::from_secs(20), |world| {
            world.last(chat).filter(|last| expected(last))
        })
        .await
        .ok_or_else(|| {
            Trouble::new(
                "the demo's service did not answer in 20 seconds",
                "start the demo again",
            )
        })
}
