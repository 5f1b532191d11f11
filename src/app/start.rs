//! What must be right before anything runs. Each fault says what to do.

use std::sync::Arc;

use super::App;
use crate::books::Books;
use crate::config::{SettingFault, Settings};
use crate::metric;
use crate::outbox::delivery::Delivery;
use crate::service::Service;
use crate::store::fact;
use crate::telegram::{CallFault, Client};

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
        "Telegram refuses the bot's token: {0}\nset TELOXIDE_TOKEN to the token from @BotFather, letter for letter"
    )]
    Token(CallFault),
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
    /// Meets the bot and starts every loop over the office's open books.
    pub async fn start(settings: Settings, books: Books) -> Result<Self, StartFault> {
        let telegram = Client::new(settings.require_token()?, &settings.api_url)
            .map_err(StartFault::Telegram)?;
        metric::handle();
        let listen = settings.listen;
        let service = Arc::new(Service::new(books, telegram, settings));
        meet(&service).await?;
        let owner = process_name()?;
        Delivery::new(Arc::clone(&service), owner.clone())
            .recover(true)
            .await?;
        let listener = tokio::net::TcpListener::bind(listen)
            .await
            .map_err(|error| StartFault::Listen {
                address: listen,
                error,
            })?;
        let app = Self::spawn(Arc::clone(&service), listener, owner)?;
        // Only now, when it can be answered.
        match open_ingress(&service).await {
            Ok(()) => Ok(app),
            Err(fault) => {
                app.shutdown().await;
                Err(fault)
            }
        }
    }
}

/// Asks who the bot is, and remembers it for invitation links. A service that has run before starts
/// without an answer: its ways to Telegram may come back.
async fn meet(service: &Service) -> Result<(), StartFault> {
    match service.telegram.get_me().await {
        Ok(me) => {
            let mut tx = service.store.begin().await?;
            fact::set(&mut tx, fact::BOT_USERNAME, &me.username).await?;
            fact::set(&mut tx, "bot_id", &me.id.to_string()).await?;
            tx.commit().await?;
            tracing::info!(
                bot.id = me.id,
                bot.username = me.username,
                "this is the bot"
            );
            Ok(())
        }
        Err(fault) if fault.is_token() => Err(StartFault::Token(fault)),
        Err(fault) => {
            let mut tx = service.store.read().await?;
            let known = fact::get(&mut tx, fact::BOT_USERNAME).await?;
            tx.commit().await?;
            if known.is_none() {
                return Err(StartFault::Telegram(fault));
            }
            tracing::warn!(%fault, "Telegram cannot be reached; starting all the same");
            Ok(())
        }
    }
}

/// Has updates come in the way the settings say.
async fn open_ingress(service: &Service) -> Result<(), StartFault> {
    match &service.settings.webhook {
        Some(webhook) => {
            service
                .telegram
                .set_webhook(webhook)
                .await
                .map_err(StartFault::Webhook)?;
            service.pulse.ingress_beats();
        }
        None => {
            // While a webhook is set, polling is answered 409; the poller says so and tries again.
            if let Err(fault) = service.telegram.delete_webhook().await {
                tracing::warn!(%fault, "a webhook, if one is set, could not be removed");
            }
        }
    }
    Ok(())
}

/// A name for this process in leases; no two are alike.
fn process_name() -> Result<String, StartFault> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("the system gives no random numbers: {error}"))?;
    Ok(format!("{:016x}", u64::from_be_bytes(bytes)))
}
