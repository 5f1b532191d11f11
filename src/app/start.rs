//! What must be right before anything runs. Each fault says what to do.

use std::sync::Arc;
use std::time::Duration;

use super::App;
use crate::books::Books;
use crate::bot::Bot;
use crate::clock::rest;
use crate::config::{SettingFault, Settings, Webhook};
use crate::domain::campaign;
use crate::domain::ids::BotId;
use crate::leader::{Candidate, process_name};
use crate::metric;
use crate::service::Service;
use crate::store::{self, bot::KnownBot};
use crate::telegram::{CallFault, Client};

/// How often setting a webhook is tried when Telegram asks to wait.
const WEBHOOK_TRIES: u32 = 5;

/// Why the service cannot start: one line what, one line what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// A setting is missing.
    #[error("{0}")]
    Setting(#[from] SettingFault),
    /// The database cannot be opened or used.
    #[error(
        "the database cannot be used: {0}\ncheck DATABASE_URL, and that the database runs and may be written to"
    )]
    Database(#[from] crate::store::inbox::DatabaseFault),
    /// Telegram refuses the token.
    #[error(
        "Telegram refuses the bot's token: {fault}\nset {key} to the token from @BotFather, letter for letter"
    )]
    Token {
        /// The variable that holds it.
        key: String,
        /// What Telegram said.
        fault: CallFault,
    },
    /// Telegram cannot be reached.
    #[error(
        "Telegram cannot be asked who the bot is: {0}\ncheck the network, a proxy (HTTPS_PROXY) and TELOXIDE_API_URL"
    )]
    Telegram(CallFault),
    /// The webhook cannot be set.
    #[error(
        "the webhook cannot be set: {0}\ncheck that DUBAN_WEBHOOK_URL is https on port 443, 80, 88 or 8443 and reachable from outside"
    )]
    Webhook(CallFault),
    /// The port cannot be listened on.
    #[error(
        "cannot listen on {address}: {error}\nstop what uses that port, or set DUBAN_LISTEN to another"
    )]
    Listen {
        /// The address.
        address: std::net::SocketAddr,
        /// Why not.
        error: std::io::Error,
    },
    /// Anything else.
    #[error("{0:#}")]
    Other(#[from] anyhow::Error),
}

impl App {
    /// Meets the bots and starts every loop over the office's open books.
    pub async fn start(settings: Settings, books: Books) -> Result<Self, StartFault> {
        metric::handle();
        let listen = settings.listen;
        let numbers = numbers(&books).await?;
        let mut candidate = Candidate::new(
            books.store.clone(),
            process_name()?,
            numbers.iter().map(|(number, _)| *number),
        );
        let mut bots = Vec::new();
        for (number, id) in numbers {
            let telegram = Client::new(
                settings.require_token(&campaign::Bot::token_key(&id))?,
                &settings.api_url,
            )
            .map_err(StartFault::Telegram)?;
            let lead = candidate.bot(number);
            bots.push(Arc::new(Bot::new(number, id, telegram, lead)));
        }
        let service = Arc::new(Service::new(books, bots, candidate.office(), settings));
        for bot in &service.bots {
            meet(&service, bot).await?;
        }
        // What nobody else leads is this process's from the start.
        candidate.stand().await?;
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .map_err(|error| StartFault::Listen {
                address: listen,
                error,
            })?;
        let app = Self::spawn(Arc::clone(&service), listener, candidate)?;
        // Only now, when it can be answered.
        for bot in &service.bots {
            if let Err(fault) = open_ingress(&service, bot).await {
                app.shutdown().await;
                return Err(fault);
            }
        }
        Ok(app)
    }
}

/// The campaign's bots by number and id, the main one first.
async fn numbers(books: &Books) -> Result<Vec<(BotId, String)>, StartFault> {
    let mut numbers = Vec::new();
    let mut tx = books.store.begin().await?;
    for id in books.campaign.bot_ids() {
        numbers.push((store::bot::number(&mut tx, id).await?, id.to_owned()));
    }
    tx.commit().await?;
    Ok(numbers)
}

/// Asks who the bot is, and remembers it for invitation links. A service that has run before starts
/// without an answer: its ways to Telegram may come back.
async fn meet(service: &Service, bot: &Bot) -> Result<(), StartFault> {
    match bot.telegram.get_me().await {
        Ok(me) => {
            let mut tx = service.store.begin().await?;
            store::bot::set_username(&mut tx, bot.number, &me.username).await?;
            tx.commit().await?;
            tracing::info!(
                bot.id = me.id,
                bot.username = me.username,
                "this is the bot"
            );
            Ok(())
        }
        Err(fault) if fault.is_token() => Err(StartFault::Token {
            key: campaign::Bot::token_key(&bot.id),
            fault,
        }),
        Err(fault) => {
            let mut tx = service.store.read().await?;
            let known = store::bot::all(&mut tx).await?;
            tx.commit().await?;
            let met = |known: &KnownBot| known.bot == bot.number && known.username.is_some();
            if !known.iter().any(met) {
                return Err(StartFault::Telegram(fault));
            }
            tracing::warn!(%fault, "Telegram cannot be reached; starting all the same");
            Ok(())
        }
    }
}

/// Has updates come in the way the settings say.
async fn open_ingress(service: &Service, bot: &Bot) -> Result<(), StartFault> {
    match &service.settings.webhook {
        Some(webhook) => {
            set_webhook(bot, &bot.webhook(webhook))
                .await
                .map_err(StartFault::Webhook)?;
            bot.ingress_beats();
        }
        None => {
            // While a webhook is set, polling is answered 409; the poller says so and tries again.
            if let Err(fault) = bot.telegram.delete_webhook().await {
                tracing::warn!(%fault, "a webhook, if one is set, could not be removed");
            }
        }
    }
    Ok(())
}

/// Sets it. Several processes that start at once set the same, and Telegram takes one call a second (facts: 1.5).
async fn set_webhook(bot: &Bot, webhook: &Webhook) -> Result<(), CallFault> {
    let mut tries = 0;
    loop {
        match bot.telegram.set_webhook(webhook).await {
            Err(CallFault::Api {
                code: 429,
                retry_after,
                ..
            }) if tries < WEBHOOK_TRIES => {
                tries += 1;
                let wait = retry_after.unwrap_or(1).clamp(1, 5);
                rest(Duration::from_secs(wait)).await;
            }
            done => return done,
        }
    }
}
