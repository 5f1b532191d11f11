//! The command menus, per role: everybody's in each language, and the office's in the chats of those who
//! have the role. Looked at again now and then, since roles are given and accounts are linked at any time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::clock::rest;
use crate::conversation;
use crate::domain::grant::Role;
use crate::domain::ids::TelegramId;
use crate::domain::language::Language;
use crate::service::Service;
use crate::shutdown::Stop;
use crate::store::grant;
use crate::telegram::{CallFault, Menu, MenuScope};
use crate::text;

/// How often roles are compared with what their chats show.
const LOOK: Duration = Duration::from_secs(30);

/// Sets menus until it is stopped.
pub(super) async fn run(service: Arc<Service>, mut stop: Stop) {
    let mut general = false;
    let mut office = BTreeMap::new();
    let mut warned = false;
    while !stop.is_requested() {
        let shown = tokio::select! {
            shown = show(&service, &mut general, &mut office) => shown,
            () = stop.requested() => return,
        };
        match shown {
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

/// Sets what is not shown yet; what was set is remembered, so that a failure repeats nothing.
async fn show(
    service: &Service,
    general: &mut bool,
    office: &mut BTreeMap<TelegramId, Language>,
) -> anyhow::Result<()> {
    let default = service.campaign.language;
    if !*general {
        set(service, MenuScope::Everyone, false, default).await?;
        *general = true;
    }
    let mut tx = service.store.read().await?;
    let wanted: BTreeMap<_, _> = grant::accounts(&mut tx, Role::Office)
        .await?
        .into_iter()
        .collect();
    tx.commit().await?;
    for (account, language) in &wanted {
        if office.get(account) != Some(language) {
            set(service, MenuScope::Chat(account.0), true, *language).await?;
            office.insert(*account, *language);
        }
    }
    let former: Vec<_> = office
        .keys()
        .filter(|account| !wanted.contains_key(account))
        .copied()
        .collect();
    for account in former {
        set(service, MenuScope::Chat(account.0), false, default).await?;
        office.remove(&account);
    }
    Ok(())
}

/// One menu in every language; `first` also for apps in any other. Telegram cannot tell the two Chinese
/// scripts apart (facts: finding 7): if `first` is one of them, it stands for both.
async fn set(
    service: &Service,
    scope: MenuScope,
    office: bool,
    first: Language,
) -> Result<(), CallFault> {
    let menu = |language, language_code: Option<&str>| Menu {
        scope,
        language_code: language_code.map(str::to_owned),
        commands: conversation::menu(office)
            .into_iter()
            .map(|command| {
                (
                    command.name().to_owned(),
                    text::command_description(language, command),
                )
            })
            .collect(),
    };
    service.telegram.set_my_commands(&menu(first, None)).await?;
    let mut set = Vec::new();
    for language in std::iter::once(first).chain(Language::ALL) {
        let code = language.menu_code();
        if !set.contains(&code) {
            service
                .telegram
                .set_my_commands(&menu(language, Some(code)))
                .await?;
            set.push(code);
        }
    }
    Ok(())
}
