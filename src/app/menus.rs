//! The command menus, per role: everybody's in each language, and the liaisons' and the office's in the chats
//! of those who have the role. Looked at again now and then, since roles are given and accounts are linked at any time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use crate::bot::Bot;
use crate::clock::rest;
use crate::conversation;
use crate::domain::grant::Role;
use crate::domain::ids::{BotId, TelegramId};
use crate::domain::language::Language;
use crate::domain::notice::Rights;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::{fact, grant};
use crate::telegram::{CallFault, Menu, MenuScope};
use crate::text;

/// How often roles are compared with what their chats show.
const LOOK: Duration = Duration::from_secs(30);

/// Sets menus until it is stopped.
pub(super) async fn run(service: Arc<Service>, mut stop: Stop) {
    let mut lead = service.office.clone();
    let mut shown: BTreeMap<BotId, Shown> = BTreeMap::new();
    let mut warned = false;
    while !stop.is_requested() {
        if !lead.is_mine() {
            // Whoever leads meanwhile may set others.
            shown.clear();
            tokio::select! {
                () = lead.won() => {}
                () = stop.requested() => return,
            }
        }
        let done = tokio::select! {
            done = show_all(&service, &mut shown) => done,
            () = stop.requested() => return,
        };
        match done {
            Ok(()) => warned = false,
            Err(error) if !warned => {
                warned = true;
                tracing::warn!(
                    error = format!("{error:#}"),
                    "the command menus are not up to date"
                );
            }
            Err(_) => {}
        }
        tokio::select! {
            () = rest(LOOK) => {}
            () = stop.requested() => return,
        }
    }
}

/// What has been set.
#[derive(Debug, Default)]
struct Shown {
    /// Everybody's.
    general: bool,
    /// Those of people who have a role, for which rights and in which language; `None`: by an earlier run of
    /// the service.
    own: BTreeMap<TelegramId, Option<(Rights, Language)>>,
}

/// Each bot's menus, though one of them be out of reach.
async fn show_all(service: &Service, shown: &mut BTreeMap<BotId, Shown>) -> anyhow::Result<()> {
    let mut done = Ok(());
    for bot in &service.bots {
        let shown = shown.entry(bot.number).or_default();
        done = show(service, bot, shown).await.and(done);
    }
    done
}

/// Sets what is not shown yet; what was set is remembered, so that a failure repeats nothing, and that a
/// role which ended while the service was down takes its menu along.
async fn show(service: &Service, bot: &Bot, shown: &mut Shown) -> anyhow::Result<()> {
    let default = service.campaign.language;
    if !shown.general {
        set(bot, MenuScope::Everyone, Rights::Anybody, default).await?;
        shown.own = earlier(service, bot).await?;
        shown.general = true;
    }
    let mut tx = service.store.read().await?;
    // Who has several roles gets the menu of the greatest.
    let mut wanted: BTreeMap<TelegramId, (Rights, Language)> = BTreeMap::new();
    for role in Role::ALL {
        for (account, language) in grant::accounts(&mut tx, role, bot.number).await? {
            let menu = (Rights::of(role), language);
            let known = wanted.entry(account).or_insert(menu);
            if known.0 < menu.0 {
                *known = menu;
            }
        }
    }
    tx.commit().await?;
    let unknown = |account: &TelegramId| !shown.own.contains_key(account);
    if wanted.keys().any(unknown) {
        let all = shown.own.keys().chain(wanted.keys());
        remember(service, bot, all).await?;
    }
    // One chat that Telegram does not know any more keeps nobody else from his menu.
    let mut fault = None;
    for (account, menu) in &wanted {
        if shown.own.get(account) != Some(&Some(*menu)) {
            let (rights, language) = *menu;
            match set(bot, MenuScope::Chat(account.0), rights, language).await {
                Ok(()) => drop(shown.own.insert(*account, Some(*menu))),
                Err(error) => fault = Some(error),
            }
        }
    }
    let former: Vec<_> = shown
        .own
        .keys()
        .filter(|account| !wanted.contains_key(account))
        .copied()
        .collect();
    for account in &former {
        match set(bot, MenuScope::Chat(account.0), Rights::Anybody, default).await {
            Ok(()) => drop(shown.own.remove(account)),
            Err(error) => fault = Some(error),
        }
    }
    if !former.is_empty() {
        remember(service, bot, wanted.keys().chain(shown.own.keys())).await?;
    }
    fault.map_or(Ok(()), |fault| Err(fault.into()))
}

/// The accounts whose chats earlier runs gave a menu of their own.
async fn earlier(
    service: &Service,
    bot: &Bot,
) -> anyhow::Result<BTreeMap<TelegramId, Option<(Rights, Language)>>> {
    let mut tx = service.store.read().await?;
    let known = fact::get(&mut tx, &fact::office_menus(bot.number)).await?;
    tx.commit().await?;
    let known = known.unwrap_or_default();
    let accounts = known.split(',').filter_map(|account| account.parse().ok());
    Ok(accounts
        .map(|account| (TelegramId(account), None))
        .collect())
}

/// Notes them, before they get it: one too many is put right at the next start, one too few never.
async fn remember(
    service: &Service,
    bot: &Bot,
    accounts: impl Iterator<Item = &TelegramId>,
) -> anyhow::Result<()> {
    let accounts: BTreeSet<_> = accounts.map(ToString::to_string).collect();
    let value = accounts.into_iter().collect::<Vec<_>>().join(",");
    let mut tx = service.store.begin().await?;
    fact::set(&mut tx, &fact::office_menus(bot.number), &value).await?;
    tx.commit().await?;
    Ok(())
}

/// One menu in every language; `first` also for apps in any other. Telegram cannot tell the two Chinese
/// scripts apart (facts: finding 7): if `first` is one of them, it stands for both.
async fn set(
    bot: &Bot,
    scope: MenuScope,
    rights: Rights,
    first: Language,
) -> Result<(), CallFault> {
    let menu = |language, language_code: Option<&str>| Menu {
        scope,
        language_code: language_code.map(str::to_owned),
        commands: conversation::menu(rights)
            .into_iter()
            .map(|command| {
                (
                    command.name().to_owned(),
                    text::command_description(language, command),
                )
            })
            .collect(),
    };
    bot.telegram.set_my_commands(&menu(first, None)).await?;
    let mut set = Vec::new();
    for language in std::iter::once(first).chain(Language::ALL) {
        let code = language.menu_code();
        if !set.contains(&code) {
            bot.telegram
                .set_my_commands(&menu(language, Some(code)))
                .await?;
            set.push(code);
        }
    }
    Ok(())
}
