//! Setting and removing the webhook.

use serde_json::json;

use crate::sandbox::answer::{Answer, Refusal};
use crate::sandbox::params::Params;
use crate::sandbox::webhook::{self, Hook};
use crate::sandbox::world::World;

/// Ports that the real server connects to.
const PORTS: [u16; 4] = [443, 80, 88, 8443];

fn check_url(url: &str) -> Result<(), Refusal> {
    let bad = |text: &str| Refusal::bad(format!("bad webhook: {text}"));
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        _ => return Err(bad("An HTTPS URL must be provided for webhook")),
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (
            host,
            Some(port.parse::<u16>().map_err(|_| bad("invalid port"))?),
        ),
        None => (authority, None),
    };
    if host.is_empty() || url.contains(char::is_whitespace) {
        return Err(bad("URL host is empty"));
    }
    // Unlike the real server, plain HTTP on any port is taken for this machine: tests have no TLS.
    if matches!(host, "127.0.0.1" | "localhost") {
        return Ok(());
    }
    if !secure {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    if port.is_some_and(|port| !PORTS.contains(&port)) {
        return Err(bad(
            "Webhook can be set up only on ports 80, 88, 443 or 8443",
        ));
    }
    Ok(())
}

/// `setWebhook`; an empty URL removes it.
pub(crate) fn set(world: &mut World, bot: i64, params: &Params) -> Answer {
    let url = params.text("url");
    if url.is_empty() {
        return delete(world, bot, params);
    }
    check_url(&url)?;
    let secret = params.text("secret_token");
    if secret.len() > 256 {
        return Err(Refusal::bad("secret token is too long"));
    }
    if !secret
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
    {
        return Err(Refusal::bad("secret token contains unallowed characters"));
    }
    let connections = match params.number("max_connections") {
        0 => 40,
        asked => usize::try_from(asked.clamp(1, 100)).unwrap_or(40),
    };
    let bot = world.bot_mut(bot).ok_or_else(Refusal::unauthorized)?;
    bot.queue.allow(params)?;
    if params.flag("drop_pending_updates") {
        bot.queue.pending.clear();
    }
    let version = bot.queue.hook.as_ref().map_or(1, |hook| hook.version + 1);
    bot.queue.hook = Some(Hook {
        url,
        secret,
        connections,
        error: None,
        version,
    });
    for pending in &mut bot.queue.pending {
        pending.retry_at = None;
    }
    Ok(json!(true))
}

/// `deleteWebhook`.
pub(crate) fn delete(world: &mut World, bot: i64, params: &Params) -> Answer {
    let bot = world.bot_mut(bot).ok_or_else(Refusal::unauthorized)?;
    bot.queue.hook = None;
    if params.flag("drop_pending_updates") {
        bot.queue.pending.clear();
    }
    Ok(json!(true))
}

/// `getWebhookInfo`.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands in a table of methods that can fail"
)]
pub(crate) fn info(world: &mut World, bot: i64, _: &Params) -> Answer {
    Ok(webhook::info(world, bot))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_on_the_known_ports_or_this_machine() {
        for good in [
            "https://bot.example/x",
            "https://bot.example:8443/x",
            "http://127.0.0.1:9/x",
        ] {
            assert!(check_url(good).is_ok(), "{good}");
        }
        for wrong in [
            "bot.example",
            "http://bot.example/x",
            "https://bot.example:9000/x",
            "https:///x",
        ] {
            assert!(check_url(wrong).is_err(), "{wrong}");
        }
    }
}
