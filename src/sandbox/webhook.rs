//! The webhook: updates pushed to the bot's own server, in order within a chat, again until it says 2xx.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{timeout, timeout_at};

use super::server::Server;
use super::world::World;

/// How many of the oldest updates are looked at for something to send.
const WINDOW: usize = 1000;
/// How long the bot's server may take.
const PATIENCE: Duration = Duration::from_mins(1);
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// `Retry-After` beyond this is not believed.
const LONGEST_RETRY_AFTER: u64 = 3600;

/// A webhook as it was set.
#[derive(Debug, Clone)]
pub(crate) struct Hook {
    pub(crate) url: String,
    pub(crate) secret: String,
    pub(crate) connections: usize,
    /// Date and text of the last failure.
    pub(crate) error: Option<(i64, String)>,
    /// Rises with each setWebhook, so that an old answer does not settle a new webhook's update.
    pub(crate) version: u64,
}

struct Parcel {
    bot: i64,
    id: i64,
    hook: Hook,
    body: String,
}

/// Sends what is due, for ever; ends when the server stops.
pub(crate) async fn push(server: Arc<Server>, first_wait: Duration) {
    let mut changed = server.watch();
    while !server.stopping() {
        changed.mark_unchanged();
        let (parcels, wake) = server.change_quietly(|world| due(world, Instant::now()));
        for parcel in parcels {
            let server = Arc::clone(&server);
            tokio::spawn(async move {
                let result = post(&parcel).await;
                server.change(|world| settle(world, &parcel, result, first_wait));
            });
        }
        match wake {
            Some(at) => drop(timeout_at(at.into(), changed.changed()).await),
            None => drop(changed.changed().await),
        }
    }
}

/// Marks and returns what can be sent now, and when to look again.
fn due(world: &mut World, now: Instant) -> (Vec<Parcel>, Option<Instant>) {
    let mut parcels = Vec::new();
    let mut wake: Option<Instant> = None;
    for bot in &mut world.bots {
        let Some(hook) = bot.queue.hook.clone() else {
            continue;
        };
        let sending = bot
            .queue
            .pending
            .iter()
            .take(WINDOW)
            .filter(|pending| pending.sending);
        let mut free = hook.connections.saturating_sub(sending.count());
        let mut seen = BTreeSet::new();
        for pending in bot.queue.pending.iter_mut().take(WINDOW) {
            // Lane 0 is "about no chat": nothing to keep in order.
            let first = pending.lane == 0 || seen.insert(pending.lane);
            if !first || pending.sending || free == 0 {
                continue;
            }
            if let Some(at) = pending.retry_at.filter(|at| *at > now) {
                wake = Some(wake.map_or(at, |earlier| earlier.min(at)));
                continue;
            }
            pending.sending = true;
            free -= 1;
            parcels.push(Parcel {
                bot: bot.id,
                id: pending.id,
                hook: hook.clone(),
                body: pending.update.to_string(),
            });
        }
    }
    (parcels, wake)
}

/// What went wrong, and how long the bot asks us to wait.
struct Failure {
    text: String,
    retry_after: Option<u64>,
}

fn settle(world: &mut World, parcel: &Parcel, result: Result<(), Failure>, first_wait: Duration) {
    let date = world.date();
    let Some(bot) = world.bot_mut(parcel.bot) else {
        return;
    };
    let queue = &mut bot.queue;
    let current = queue
        .hook
        .as_ref()
        .is_some_and(|hook| hook.version == parcel.hook.version);
    let Some(at) = queue
        .pending
        .iter()
        .position(|pending| pending.id == parcel.id && pending.sending)
    else {
        return;
    };
    match result {
        Ok(()) => drop(queue.pending.remove(at)),
        Err(failure) => {
            if let Some(pending) = queue.pending.get_mut(at) {
                pending.sending = false;
                let doubled = first_wait
                    .saturating_mul(1 << pending.failures.min(10))
                    .min(LONGEST_WAIT);
                let asked = failure
                    .retry_after
                    .map(|secs| Duration::from_secs(secs.min(LONGEST_RETRY_AFTER)));
                pending.failures += 1;
                pending.retry_at = Some(Instant::now() + asked.unwrap_or(doubled));
            }
            if let (true, Some(hook)) = (current, queue.hook.as_mut()) {
                hook.error = Some((date, failure.text));
            }
        }
    }
}

/// One POST over plain HTTP. The sandbox speaks to loopback only, so there is no TLS.
async fn post(parcel: &Parcel) -> Result<(), Failure> {
    let failure = |text: &str| Failure {
        text: text.to_owned(),
        retry_after: None,
    };
    let rest = parcel.hook.url.strip_prefix("http://");
    let rest = rest.ok_or_else(|| failure("SSL error: the sandbox speaks plain HTTP only"))?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let address = if authority.contains(':') {
        authority.to_owned()
    } else {
        format!("{authority}:80")
    };
    let exchange = async {
        let mut stream = TcpStream::connect(&address).await?;
        let secret = &parcel.hook.secret;
        let secret = if secret.is_empty() {
            String::new()
        } else {
            format!("X-Telegram-Bot-Api-Secret-Token: {secret}\r\n")
        };
        let length = parcel.body.len();
        let head = format!(
            "POST /{path} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/json\r\n{secret}Content-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(parcel.body.as_bytes()).await?;
        let mut reply = Vec::new();
        stream.take(64 * 1024).read_to_end(&mut reply).await?;
        Ok::<_, std::io::Error>(reply)
    };
    let reply = match timeout(PATIENCE, exchange).await {
        Err(_) => return Err(failure("Read timeout expired")),
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            return Err(failure("Connection refused"));
        }
        Ok(Err(_)) => return Err(failure("Connection reset by peer")),
        Ok(Ok(reply)) => reply,
    };
    judge(&String::from_utf8_lossy(&reply))
}

/// 2xx is a success; anything else is told in the words that getWebhookInfo shows.
fn judge(reply: &str) -> Result<(), Failure> {
    let head = reply.split("\r\n\r\n").next().unwrap_or_default();
    let mut lines = head.lines();
    let status = lines
        .next()
        .and_then(|line| line.split_once(' '))
        .map_or("", |(_, status)| status);
    if status.starts_with('2') {
        return Ok(());
    }
    if status.is_empty() {
        return Err(Failure {
            text: "Connection closed".into(),
            retry_after: None,
        });
    }
    let retry_after = lines
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("retry-after"))
        .and_then(|(_, value)| value.trim().parse().ok());
    Err(Failure {
        text: format!("Wrong response from the webhook: {status}"),
        retry_after,
    })
}

/// A webhook for getWebhookInfo.
pub(crate) fn info(world: &World, bot: i64) -> Value {
    let Some(bot) = world.bot(bot) else {
        return Value::Null;
    };
    let queue = &bot.queue;
    let mut info = serde_json::json!({
        "url": queue.hook.as_ref().map_or("", |hook| hook.url.as_str()),
        "has_custom_certificate": false,
        "pending_update_count": queue.pending.len(),
    });
    let Some(object) = info.as_object_mut() else {
        return info;
    };
    if let Some(hook) = &queue.hook {
        object.insert("max_connections".into(), hook.connections.into());
        object.insert("ip_address".into(), "127.0.0.1".into());
        if let Some((date, text)) = &hook.error {
            object.insert("last_error_date".into(), (*date).into());
            object.insert("last_error_message".into(), text.as_str().into());
        }
    }
    let allowed = queue.allowed();
    if !allowed.is_empty() {
        object.insert("allowed_updates".into(), serde_json::json!(allowed));
    }
    info
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_2xx_confirms() {
        assert!(judge("HTTP/1.1 204 No Content\r\n\r\n").is_ok());
        let failure = judge("HTTP/1.1 503 Service Unavailable\r\nretry-after: 7\r\n\r\nbusy")
            .err()
            .unwrap();
        assert_eq!(
            failure.text,
            "Wrong response from the webhook: 503 Service Unavailable"
        );
        assert_eq!(failure.retry_after, Some(7));
        assert!(judge("").is_err());
    }
}
