//! A small Telegram: the Bot API over HTTP as strict as the real server, a handle that plays the
//! people, and a page in the browser to play them by hand.
//!
//! The program under test talks to [`Sandbox::url`] like to `https://api.telegram.org`. It must not be
//! able to tell the difference, so the sandbox uses nothing of this crate: a mistake shared by both
//! sides would hide itself.

mod answer;
mod api;
mod cast;
mod entity;
mod faults;
mod files;
mod html;
mod limits;
mod link;
mod markup;
mod message;
mod page;
mod params;
mod people;
mod record;
mod reference;
mod server;
mod standing;
mod tag;
#[cfg(test)]
mod tests;
mod time;
mod updates;
mod view;
mod webhook;
mod wire;
mod world;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;

pub use cast::Toast;
pub use faults::{Action, Fault};
pub use limits::Limits;
pub use message::{Button, Message};
pub use page::{PageOptions, Phone};
pub use record::{Call, Outcome};

use server::Server;
use wire::Wire;
use world::World;

/// How to start a sandbox.
pub struct Options {
    /// Port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Unix seconds for the dates of messages.
    pub now: Arc<dyn Fn() -> i64 + Send + Sync>,
    /// The browser page.
    pub page: PageOptions,
    /// Further routes beside `/`, `/sim/…`, `/bot…` and `/file/…`: the demo's clock.
    pub extra: Option<Router>,
    /// How long the first retry of a webhook waits; each further one waits twice as long, at most a minute.
    pub webhook_retry: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            now: Arc::new(|| time::unix_ms() / 1000),
            page: PageOptions::default(),
            extra: None,
            webhook_retry: Duration::from_secs(1),
        }
    }
}

/// A running sandbox. Clones are handles to the same one; it runs until [`Sandbox::stop`].
#[derive(Clone)]
pub struct Sandbox {
    server: Arc<Server>,
    address: SocketAddr,
}

impl Sandbox {
    /// Listens on the loopback interface and serves.
    ///
    /// # Errors
    /// When the port is taken.
    pub async fn start(options: Options) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
        let address = listener.local_addr()?;
        let server = Arc::new(Server::new(World::new(options.now)));
        let sandbox = Self {
            server: Arc::clone(&server),
            address,
        };
        let mut router = server::routes().with_state(Arc::clone(&server));
        router = router.merge(page::routes(options.page, sandbox.clone()));
        if let Some(extra) = options.extra {
            router = router.merge(extra);
        }
        tokio::spawn(server::serve(Arc::clone(&server), Wire(listener), router));
        tokio::spawn(webhook::push(server, options.webhook_retry));
        Ok(sandbox)
    }

    /// The base address, without a slash at the end: what `TELOXIDE_API_URL` is set to.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops listening; long polls end, hanging calls are cut.
    pub fn stop(&self) {
        self.server.stop();
    }

    /// Adds a scripted fault; of several that match a call the one added first strikes.
    pub fn add_fault(&self, fault: Fault) {
        self.with_faults(|faults| faults.list.push(fault));
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.with_faults(|faults| faults.list.clear());
    }

    /// Every call takes at least this long.
    pub fn set_latency(&self, latency: Duration) {
        self.with_faults(|faults| {
            faults.latency = Some(latency).filter(|latency| !latency.is_zero());
        });
    }

    fn with_faults(&self, change: impl FnOnce(&mut faults::Faults)) {
        let faults = self.server.faults.lock();
        change(&mut faults.unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    /// Turns sending limits on or off. They run in real time.
    pub fn set_limits(&self, limits: Limits) {
        self.server.change(|world| world.meter.limits = limits);
    }
}
